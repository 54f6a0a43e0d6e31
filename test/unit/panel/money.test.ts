import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCents, lineMoney, moneyOf } from '../../../components/models/money';
import { aCase, adjustment, aLedger, aLine, aPosting, aSecondLine, is, smudged, without } from '../checks/build';

const cents = fc.integer({ min: 0, max: 2_000_000 });

const oneLine = (charge: number, paid: number, adjustments: ReturnType<typeof adjustment>[]) => {
  const line = aLine({
    charge: is(charge),
    postings: [aPosting({ paid: is(paid), adjustments: is(adjustments) })],
  });
  return aCase({ ledger: aLedger({ lines: [line] }) });
};

describe('where the money went', () => {
  test('parts and what is left over add up to the charge, cent by cent', () => {
    fc.assert(
      fc.property(cents, cents, cents, cents, cents, (charge, paid, co, oa, pr) => {
        const c = oneLine(charge, paid, [
          adjustment('CO', '45', co),
          adjustment('OA', '23', oa),
          adjustment('PR', '2', pr),
        ]);
        const money = moneyOf(c);
        const parts = money.parts.reduce((sum, part) => sum + (isCents(part.amount) ? part.amount : Number.NaN), 0);
        expect(parts + Number(money.leftOver)).toBe(charge);
        expect(money.bar?.every(({ amount }) => amount > 0)).toBe(true);
      }),
    );
  });

  test('the same reason on two lines is one part', () => {
    const labels = moneyOf(aCase()).parts.map(({ label, amount }) => [label, amount]);
    expect(labels).toEqual([
      ['Paid by BRIGHTWATER PPO', 14909],
      ['Contractual adjustment, CO-45', 6364],
      ['Patient share: coinsurance, PR-2', 3727],
    ]);
  });

  test('two kinds of patient share stand under their sum', () => {
    const c = oneLine(10_000, 6000, [adjustment('PR', '1', 3000), adjustment('PR', '2', 1000)]);
    expect(moneyOf(c).parts.at(-1)).toMatchObject({
      label: 'Patient share',
      amount: 4000,
      of: [
        { label: 'Deductible, PR-1', amount: 3000 },
        { label: 'Coinsurance, PR-2', amount: 1000 },
      ],
    });
  });

  test('a part that cannot be read leaves the sum not read, and there is no bar', () => {
    const unread = aLedger({ lines: [aLine(), aSecondLine({ postings: [aPosting({ paid: smudged('5o.69') })] })] });
    const money = moneyOf(aCase({ ledger: unread }));
    expect(money.parts[0]?.amount).toBe('not read');
    expect(money.leftOver).toBe('not read');
    expect(money.bar).toBeUndefined();
  });

  test('a line without a posting is not a line that was paid 0.00', () => {
    const money = moneyOf(aCase({ ledger: aLedger({ lines: [aLine(), aSecondLine({ postings: [] })] }) }));
    expect(money.parts.map(({ amount }) => amount)).toEqual(['not read', 'not read', 'not read']);
  });

  test('a reversal is said, and the bar shows the net', () => {
    const money = moneyOf(oneLine(10_000, 8000, [adjustment('OA', '94', -500), adjustment('CO', '45', 2500)]));
    expect(money.reversals).toBe(true);
    expect(money.bar?.map(({ kind }) => kind)).toEqual(['paid', 'co']);
  });

  test('without the ledger it says what Claim History says and draws nothing', () => {
    const money = moneyOf(without(aCase(), 'ledger'));
    expect(money.bar).toBeUndefined();
    expect(money.leftOver).toBe('not read');
    expect(money.charge).toBe(25_000);
  });
});

test('a line says what cannot be read as unreadable, and is not balanced', () => {
  const line = aLine({ postings: [aPosting({ adjustments: smudged('CO-45 4x') })] });
  expect(lineMoney(aCase(), line)).toMatchObject({ paid: 9840, adjusted: 'unreadable', leftOver: 'not read' });
});
