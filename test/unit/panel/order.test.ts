import { describe, expect, it } from 'vitest';
import { checkModel } from '../../../components/models/check';
import type { ClaimItem } from '../../../components/models/claims';
import { nextOfCheck } from '../../../components/models/next';
import { type OrderModel, orderModel, orderWords, questionsWords, unsureKey } from '../../../components/models/order';
import { examine } from '../../../lib/checks/examine';
import type { Case } from '../../../lib/claim/case';
import type { CoverageAnswers } from '../../../lib/claim/coverage';
import { aCase, BRIGHTWATER, is, LARKSPUR, MEDICARE, without } from '../checks/build';
import { PLAN, two } from '../order/build';

const PATIENT = 'pm|HF204417';

const itemOf = (c: Case): ClaimItem => ({
  id: '8841207',
  case: c,
  exam: examine(c),
  title: '02/24/2026',
  dos: '2026-02-24',
  primary: c.primary.name,
  secondary: c.secondary?.name,
  balance: 0,
  filing: undefined,
});

const medicareSecond = (coverage?: CoverageAnswers, more: Partial<Parameters<typeof two>[0]> = {}): ClaimItem =>
  itemOf(two({ primary: BRIGHTWATER, secondary: MEDICARE, ...(coverage ? { coverage } : {}), ...more }));

const model = (item: ClaimItem, unsure: string[] = []): OrderModel => {
  const made = orderModel(item, PATIENT, unsure);
  if (!made) throw new Error('no order');
  return made;
};

const next = (item: ClaimItem, unsure: string[] = []) =>
  nextOfCheck(item, [item], { formOpen: false, patient: PATIENT, unsure });

const WORKING: CoverageAnswers = {
  plans: { [PLAN]: { basis: 'current-employment', employerSize: '20-to-99' } },
  medicareFor: ['age'],
};

describe('an order that nobody knows', () => {
  it('is told in the verdict as one thing, and the next step leads to its questions', () => {
    const item = medicareSecond();
    expect(item.exam.verdict).toMatchObject({
      kind: 'cannot-tell',
      headline: 'Cannot tell: which payer pays first',
      short: 'Payer order is not known',
    });
    expect(next(item)).toMatchObject({ text: 'answer 2 questions about the payer order.' });
    expect(orderWords(item, model(item))).toBe('Order: not known yet. No page says what decides it.');
  });

  it('is one thing to answer, however many checks wait for it', () => {
    const { questions, gaps, unread } = checkModel(medicareSecond());
    expect({ questions, gaps, unread }).toEqual({ questions: [], gaps: [], unread: [] });
    expect(model(medicareSecond()).waiting.length).toBeGreaterThan(1);
  });

  it('is asked for after the ledger and the chart, which may tell', () => {
    const c = two({ primary: BRIGHTWATER, secondary: MEDICARE });
    expect(next(itemOf(without(c, 'ledger'))).text).toMatch(/ledger/);
    expect(next(itemOf(without(c, 'chart'))).text).toMatch(/chart/);
  });

  it('names the plan where all questions are about one', () => {
    const item = medicareSecond({ plans: {}, medicareFor: ['age'] });
    expect(next(item).text).toBe(`answer 1 question about ${PLAN}.`);
    expect(
      questionsWords([
        { id: 'through', payer: PLAN },
        { id: 'since', payer: LARKSPUR.name },
      ]),
    ).toBe('2 questions about the payer order');
  });

  it('waits where she set every question aside; of another patient nothing is set aside', () => {
    const item = medicareSecond();
    const all = model(item).open.map((asked) => unsureKey(PATIENT, asked));
    expect(next(item, all)).toMatchObject({ text: 'find out what you do not know, then answer under Payer order.' });
    expect(model(item, all)).toMatchObject({ open: [], unsure: [{ id: 'plan-basis' }, { id: 'medicare-for' }] });
    expect(orderWords(item, model(item, all))).toBe('Order: not known yet. Answer when you know.');
    const others = model(item).open.map((asked) => unsureKey('pm|HF300111', asked));
    expect(model(item, others).open).toHaveLength(2);
  });

  it('between two private plans is no bar: nothing waits for it', () => {
    const item = itemOf(aCase());
    expect(item.exam.verdict.kind).toBe('ready');
    expect(model(item).waiting).toEqual([]);
    expect(orderWords(item, model(item))).toBe('Order: not checked. No page says what decides it.');
  });
});

describe('an order that is known', () => {
  it('is told as it is billed, with the rule', () => {
    const item = medicareSecond(WORKING);
    expect(orderWords(item, model(item))).toMatch(/^Order: BRIGHTWATER PPO, then MEDICARE PART B TEXAS\. .+\.$/);
  });

  it('is told the other way round where the claim has it wrong', () => {
    const item = medicareSecond({ plans: { [PLAN]: { basis: 'retired' } }, medicareFor: ['age'] });
    expect(orderWords(item, model(item))).toMatch(/^Order: MEDICARE PART B TEXAS, then BRIGHTWATER PPO\. /);
    expect(item.exam.verdict.kind).toBe('blocked');
  });

  it('lists what she said of these payers and of the patient, nothing of other plans', () => {
    const coverage = { ...WORKING, plans: { ...WORKING.plans, 'SUMMIT RIDGE HMO': { basis: 'cobra' as const } } };
    expect(model(medicareSecond(coverage)).said).toEqual([
      { id: 'plan-basis', payer: PLAN },
      { id: 'employer-size', payer: PLAN },
      { id: 'medicare-for' },
    ]);
  });

  it('has what a page says apart from what she said', () => {
    const chart = { plan: is('RETIREE PLAN', 'chart/plan', 'chart') };
    const { given, said, differs } = model(medicareSecond(WORKING, { policies: [chart, {}] }));
    expect(given.find(({ id }) => id === 'plan-basis')).toMatchObject({ value: 'retired', said: 'current-employment' });
    expect(said.map(({ id }) => id)).not.toContain('plan-basis');
    expect(differs).toBe(true);
  });
});

it('offers to add an accident where Medicare pays, and not beside private plans', () => {
  const also = (item: ClaimItem) => model(item).also.map(({ id }) => id);
  expect(also(medicareSecond(WORKING))).toContain('accident');
  expect(also(medicareSecond({ ...WORKING, accident: { kind: 'none' } }))).not.toContain('accident');
  expect(also(itemOf(aCase()))).not.toContain('accident');
});

it('that no rule decides is said so', () => {
  const item = itemOf(two({ primary: MEDICARE, secondary: { ...MEDICARE, name: 'MEDICARE PART B OHIO' } }));
  expect(orderWords(item, model(item))).toBe(
    'Order: as the claim has it. The panel has no rule for it: both payers are Medicare.',
  );
});

it('is not there without a second payer', () => {
  expect(orderModel(itemOf(without(aCase(), 'secondary')), PATIENT, [])).toBeUndefined();
});
