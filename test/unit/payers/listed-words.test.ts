import { describe, expect, it } from 'vitest';
import { routeAdvice } from '../../../lib/checks/route-advice';
import type { Case } from '../../../lib/claim/case';
import type { ListWords } from '../../../lib/claim/payer-words';
import { aLedger, aMedicareCase, aRow, forwarded, LARKSPUR } from '../checks/build';
import { checkOf } from '../checks/table';

const SAID = { by: 'Claim Post', asOf: '2026-03-01' };

const known = (lists: ListWords): Partial<Case> => ({ secondary: { ...LARKSPUR, lists } });

describe('what lists say about the way', () => {
  const c = (lists: ListWords) => ({ ...aMedicareCase([]), ...known(lists) });

  it.each([
    [{ professional: { value: 'enroll', ...SAID } }, 'takes electronic claims only after enrollment'],
    [{ professional: { value: 'no', ...SAID } }, 'takes no electronic claims at all'],
    [{ eobOnPaper: { value: 'yes', ...SAID } }, 'wants the EOB on paper, so send it a copy'],
  ] satisfies [ListWords, string][])('%o is told on the electronic way and while none is decided', (lists, says) => {
    const told = [`Claim Post says that LARKSPUR MUTUAL ${says}.`];
    expect(routeAdvice(c(lists), { way: 'electronic', why: '' })).toEqual(told);
    expect(routeAdvice(c(lists), { way: 'undecided', why: '' })).toEqual(told);
    expect(routeAdvice(c(lists), { way: 'print', why: '', attachEob: true })).toEqual([]);
    expect(routeAdvice(c(lists), { way: 'none', why: '' })).toEqual([]);
  });

  it('names the list that says the opposite, unless she answered for this claim', () => {
    const base = aMedicareCase([]);
    const listed = { ...SAID, others: [{ value: 'no' as const, by: 'Old House', asOf: '2025-01-01' }] };
    const differ = { ...base, secondary: { ...LARKSPUR, electronicSecondary: 'yes' as const, listed } };
    const told = ['Lists differ: Old House says that LARKSPUR MUTUAL takes no electronic secondary claims.'];
    expect(routeAdvice(differ, { way: 'electronic', why: '' })).toEqual(told);
    const answered = { ...differ, answers: { ...base.answers, electronicSecondary: 'yes' as const } };
    expect(routeAdvice(answered, { way: 'electronic', why: '' })).toEqual([]);
  });

  it('is nothing where they say that all is usual, or nothing', () => {
    const usual: ListWords = { professional: { value: 'yes', ...SAID }, eobOnPaper: { value: 'no', ...SAID } };
    for (const lists of [{}, usual]) expect(routeAdvice(c(lists), { way: 'electronic', why: '' })).toEqual([]);
  });
});

describe('a payer that a list calls no crossover carrier', () => {
  const no: ListWords = { crossoverCarrier: { value: 'no', ...SAID } };
  const sign = { row: aRow({ crossover: [forwarded()] }) };
  const told = 'Claim Post says that LARKSPUR MUTUAL gets no claims from Medicare.';

  it('may have the claim all the same: a sign of forwarding counts, and the doubt is said', () => {
    const c = { ...aMedicareCase([], sign), ...known(no) };
    const outcome = checkOf('C051').run(c);
    expect(outcome).toMatchObject({
      is: 'raised',
      raised: [{ fix: `${told} Find out who has the claim, and wait for that remittance.` }],
    });
    expect(routeAdvice(c, { way: 'none', why: '' })).toEqual([told]);
  });

  it('does not make a crossover impossible that the remittance would show', () => {
    expect(checkOf('C051').run({ ...aMedicareCase([]), ...known(no) }).is).toBe('unknown');
  });

  it('explains why nothing was forwarded', () => {
    const c = { ...aMedicareCase([], { answers: { acknowledged: {}, crossover: 'not-forwarded' } }), ...known(no) };
    expect(checkOf('C053').run(c)).toMatchObject({
      raised: [{ why: `${told} It is yours to bill.`, fix: 'Bill it.' }],
    });
  });

  it('is said of Medicare alone', () => {
    const c = { ...aMedicareCase([], { ledger: aLedger({ crossover: [forwarded()] }) }), ...known(no) };
    const other = { ...c, primary: { ...c.primary, kind: 'commercial' as const } };
    expect(routeAdvice(other, { way: 'none', why: '' })).toEqual([]);
  });
});
