import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkDraft,
  draftOf,
  questionWords,
  saidOf,
  saidWords,
  wantsDay,
  withSaid,
} from '../../../components/models/order';
import { ORDER_QUESTIONS, type Said } from '../../../components/models/order-questions';
import type { CoverageAnswers } from '../../../lib/claim/coverage';
import { QUESTION_IDS, type Question } from '../../../lib/order/answer';
import { coverage as schema } from '../../../lib/schemas/coverage';

const TODAY = '2026-04-02';
const PLAN = 'BRIGHTWATER PPO';

const OF_PLAN = new Set(['plan-basis', 'through', 'employer-size', 'multi-employer', 'no-cob', 'parent-role', 'since']);
const asked = (id: Question['id'], payer = PLAN): Question => (OF_PLAN.has(id) ? { id, payer } : { id });

/** Every answer that can be given to a question. */
const answers = (id: Question['id']): fc.Arbitrary<Said> => {
  const question = ORDER_QUESTIONS[id];
  const values = question.choices.map(({ value }) => value);
  const day = fc.constantFrom('2023-09-30', '2024-02-29', TODAY);
  const chosen = question.several
    ? fc.subarray(values, { minLength: 1 })
    : fc.constantFrom(...values.map((value) => [value]), ...(values.length === 0 ? [[]] : []));
  return fc
    .record({ chosen, day })
    .map((said) => (wantsDay(question, { ...said, day: '' }) ? said : { chosen: said.chosen }));
};

const anyAnswer = fc
  .constantFrom(...QUESTION_IDS)
  .chain((id) => answers(id).map((said) => ({ question: asked(id), said })));

describe('an answer', () => {
  it('is kept as it was said, passes the door of the session, and can be taken back', () => {
    fc.assert(
      fc.property(anyAnswer, ({ question, said }) => {
        const kept = withSaid(undefined, question, said);
        expect(saidOf(kept, question)).toEqual(said);
        expect(schema.safeParse(JSON.parse(JSON.stringify(kept))).success).toBe(true);
        expect(withSaid(kept, question, undefined)).toEqual({ plans: {} });
      }),
    );
  });

  it('changes nothing of what else was said', () => {
    fc.assert(
      fc.property(fc.array(anyAnswer), anyAnswer, (before, { question, said }) => {
        const key = JSON.stringify(question);
        const others = before.filter((one) => JSON.stringify(one.question) !== key);
        const all = others.reduce<CoverageAnswers | undefined>(
          (sum, one) => withSaid(sum, one.question, one.said),
          undefined,
        );
        const kept = withSaid(all, question, said);
        for (const one of others) expect(saidOf(kept, one.question)).toEqual(saidOf(all, one.question));
        expect(withSaid(kept, question, undefined)).toEqual(all ?? { plans: {} });
      }),
    );
  });

  it('of one plan is not an answer of another', () => {
    const kept = withSaid(undefined, asked('plan-basis'), { chosen: ['retired'] });
    expect(saidOf(kept, asked('plan-basis', 'LARKSPUR MUTUAL'))).toBeUndefined();
    const both = withSaid(kept, asked('plan-basis', 'LARKSPUR MUTUAL'), { chosen: ['cobra'] });
    expect(both.plans).toEqual({ [PLAN]: { basis: 'retired' }, 'LARKSPUR MUTUAL': { basis: 'cobra' } });
  });

  it('is no answer where its choice is not one of the question', () => {
    for (const id of QUESTION_IDS)
      expect(withSaid(undefined, asked(id), { chosen: ['something else'] })).toEqual({ plans: {} });
  });

  it('is told in the words that were chosen', () => {
    expect(saidWords(asked('employer-size'), { chosen: ['20-to-99'] })).toBe('20 to 99');
    expect(saidWords(asked('accident'), { chosen: ['work'], day: '2026-03-10' })).toBe('Yes, at work, 03/10/2026');
    expect(saidWords(asked('since'), { chosen: [], day: '2024-01-01' })).toBe('01/01/2024');
  });
});

describe('a draft', () => {
  const check = (id: Question['id'], chosen: string[], day = '') =>
    checkDraft(ORDER_QUESTIONS[id], { chosen, day }, TODAY);

  it('without a choice is no answer', () => {
    expect(check('plan-basis', [])).toMatchObject({ ok: false, at: 'choice' });
    expect(check('medicare-for', [])).toMatchObject({ ok: false, at: 'choice' });
  });

  it.each(['', '13/01/2024', '02/30/2024', '24', '2/2'])('with %j for a day is no answer', (day) => {
    expect(check('esrd-from', [], day)).toMatchObject({ ok: false, at: 'day', why: 'Type the day as MM/DD/YYYY.' });
  });

  it('takes a day as it is typed', () => {
    expect(check('esrd-from', [], ' 9/30/2023 ')).toEqual({ ok: true, said: { chosen: [], day: '2023-09-30' } });
  });

  it('asks for the day of an accident, and for none where there was none', () => {
    expect(check('accident', ['none'], 'x')).toEqual({ ok: true, said: { chosen: ['none'] } });
    expect(check('accident', ['auto'])).toMatchObject({ ok: false, at: 'day' });
  });

  it('takes no accident of tomorrow, but one of today', () => {
    expect(check('accident', ['auto'], '04/03/2026')).toEqual({
      ok: false,
      at: 'day',
      why: '04/03/2026 is after today.',
    });
    expect(check('accident', ['auto'], '04/02/2026')).toMatchObject({ ok: true });
  });

  it('of what was said before gives the same answer again', () => {
    fc.assert(
      fc.property(anyAnswer, ({ question, said }) => {
        expect(checkDraft(ORDER_QUESTIONS[question.id], draftOf(said), TODAY)).toEqual({ ok: true, said });
      }),
    );
  });
});

it('names a plan by one line of its payer’s name, however hostile', () => {
  const words = questionWords(asked('plan-basis', `\u202E<b>${'x'.repeat(5000)}\n`));
  expect(words.length).toBeLessThan(120);
  expect(words).not.toMatch(/[\u202E\n]/);
});
