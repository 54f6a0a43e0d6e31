import { describe, expect, it } from 'vitest';
import { type PayerAnswer, payerFactsWith, withAnswer, withoutAnswer } from '../../../lib/payers/answers';

const said = (payer: string, electronicSecondary: 'yes' | 'no', saidOn = '2026-04-02'): PayerAnswer => ({
  payer,
  electronicSecondary,
  saidOn,
});
const ANSWERS = [said('LARKSPUR MUTUAL', 'no'), said('BCBS TX', 'yes', '2026-01-15')];

describe('what the biller said of a payer', () => {
  it('stands where no page says it, with its day', () => {
    expect(payerFactsWith(ANSWERS)('LARKSPUR MUTUAL')).toMatchObject({
      name: 'LARKSPUR MUTUAL',
      electronicSecondary: 'no',
      saidOn: '2026-04-02',
    });
  });

  it('holds for another spelling of the same payer, and for no other plan of it', () => {
    const facts = payerFactsWith(ANSWERS);
    expect(facts('Blue Cross Blue Shield of Texas').electronicSecondary).toBe('yes');
    expect(facts('BCBS TX HMO').electronicSecondary).toBe('unknown');
    expect(facts('BCBS OK').electronicSecondary).toBe('unknown');
  });

  it('does not stand against a page of the PM', () => {
    const facts = payerFactsWith(ANSWERS)('LARKSPUR MUTUAL', { electronicSecondary: 'yes' });
    expect(facts.electronicSecondary).toBe('yes');
    expect(facts).not.toHaveProperty('saidOn');
  });

  it('is nobody’s where the name has no words', () => {
    const facts = payerFactsWith([said('---', 'yes'), said('', 'yes')]);
    expect(facts('').electronicSecondary).toBe('unknown');
    expect(facts('---').electronicSecondary).toBe('unknown');
  });

  it('is replaced by the next answer for the same payer, however spelled', () => {
    const next = said('Blue Cross Blue Shield of Texas', 'no', '2026-05-01');
    expect(withAnswer(ANSWERS, next)).toEqual([ANSWERS[0], next]);
  });

  it('can be forgotten, even of a name without words', () => {
    expect(withoutAnswer(ANSWERS, 'bcbs of texas')).toEqual([ANSWERS[0]]);
    expect(withoutAnswer([said('---', 'yes')], '---')).toEqual([]);
  });
});

describe('the time to file that the biller entered', () => {
  const rule = { basis: 'PRIMARY_EOB', value: 60, unit: 'D' } as const;
  const limits = [
    { payer: 'MEDICARE PART B TEXAS', rule: { ...rule, value: 30 }, saidOn: '2026-01-01' },
    { payer: 'Medicare Part B Texas', rule, saidOn: '2026-02-01' },
  ];

  it('counts before what is built in, her last word first', () => {
    expect(payerFactsWith([], undefined, limits)('MEDICARE PART B TEXAS').filing).toEqual({
      rule,
      says: 'Your own entry',
      asOf: '2026-02-01',
    });
    expect(payerFactsWith([], undefined, limits)('LARKSPUR MUTUAL')).not.toHaveProperty('filing');
  });

  it('stands beside what she said of electronic claims', () => {
    const facts = payerFactsWith([said('MEDICARE PART B TEXAS', 'no')], undefined, limits);
    expect(facts('MEDICARE PART B TEXAS', { electronicSecondary: 'unknown' })).toMatchObject({
      electronicSecondary: 'no',
      saidOn: '2026-04-02',
      filing: { rule },
    });
  });
});
