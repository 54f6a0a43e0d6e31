import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Adjustment } from '../../../lib/claim/claim';
import { parseMoney } from '../../../lib/claim/money';
import { type AnsweredAmounts, type Method, mostOnClaim, mostOnLine } from '../../../lib/estimate/upper-bound';

const cents = (text: string): number => {
  const parsed = parseMoney(text);
  if (!parsed.ok) throw new Error(parsed.why);
  return parsed.value;
};

const cas = (code: string, amount: string): Adjustment => {
  const [group = '', carc = ''] = code.split('-');
  return { group: group as Adjustment['group'], carc, amount: cents(amount), raw: code };
};

const line = (charge: string, paid: string, ...adjustments: Adjustment[]): AnsweredAmounts => ({
  charge: cents(charge),
  paid: cents(paid),
  adjustments,
});

/** Published payments of a secondary, each with what its bound is: the payment may be less, never more. */
const PUBLISHED: { source: string; method: Method; on: AnsweredAmounts; pays: string; most: string }[] = [
  {
    source: 'Noridian, MSP payment calculation, example 2: no obligation to accept',
    method: 'medicare-second',
    on: line('300.00', '160.00', cas('PR-2', '140.00')),
    pays: '90.00',
    most: '140.00',
  },
  {
    source: 'Noridian, Obligated to Accept Field, first example: 50.00 to be accepted, 45.00 paid',
    method: 'medicare-second',
    on: line('100.00', '45.00', cas('CO-45', '50.00'), cas('PR-2', '5.00')),
    pays: '5.00',
    most: '5.00',
  },
  {
    source: 'Open Dental, Coordination of Benefits, rule Standard, 80 %',
    method: 'standard',
    on: line('100.00', '80.00', cas('PR-2', '20.00')),
    pays: '20.00',
    most: '20.00',
  },
  {
    source: 'Open Dental, Coordination of Benefits, rule Standard, 50 %',
    method: 'standard',
    on: line('100.00', '50.00', cas('PR-2', '50.00')),
    pays: '50.00',
    most: '50.00',
  },
  {
    source: 'NCTracks, Medicare crossover update, example 1',
    method: 'medicaid-cost-share',
    on: line('159.00', '79.95', cas('CO-45', '58.66'), cas('PR-2', '20.39')),
    pays: '4.34',
    most: '20.39',
  },
  {
    source: 'First Coast, sequestration, with the plan chart of Medigap plan F',
    method: 'medigap',
    on: line('100.00', '39.20', cas('PR-1', '50.00'), cas('PR-2', '10.00'), cas('CO-253', '0.80')),
    pays: '60.00',
    most: '60.00',
  },
  {
    source: 'the same with plan K',
    method: 'medigap',
    on: line('100.00', '39.20', cas('PR-1', '50.00'), cas('PR-2', '10.00'), cas('CO-253', '0.80')),
    pays: '5.00',
    most: '60.00',
  },
];

describe('the most that a secondary can pay', () => {
  it.each(PUBLISHED)('holds for what is published: $source', ({ method, on, pays, most }) => {
    expect(mostOnLine(on, method)).toBe(cents(most));
    expect(mostOnLine(on, method)).toBeGreaterThanOrEqual(cents(pays));
  });

  it('does not take an unpaid line for one that the provider has to accept', () => {
    const denied = line('100.00', '0.00', cas('CO-45', '100.00'));
    expect(mostOnLine(denied, 'medicare-second')).toBe(10000);
    expect(mostOnLine(denied, 'standard')).toBe(10000);
    expect(mostOnLine(denied, 'medicaid-cost-share')).toBe(10000);
  });

  it('is the patient’s share at most with TRICARE, and the rest of the charge', () => {
    expect(mostOnLine(line('100.00', '60.00', cas('CO-45', '30.00'), cas('PR-2', '10.00')), 'tricare')).toBe(1000);
    expect(mostOnLine(line('100.00', '95.00', cas('PR-2', '10.00')), 'tricare')).toBe(500);
  });

  it('counts an excess charge for Medigap, and no service that Medicare does not cover', () => {
    expect(mostOnLine(line('100.00', '80.00', cas('PR-45', '20.00')), 'medigap')).toBe(2000);
    expect(mostOnLine(line('100.00', '0.00', cas('PR-96', '100.00')), 'medigap')).toBe(0);
  });

  const amount = fc.integer({ min: 0, max: 1_000_000 });
  const code = fc.constantFrom('CO-45', 'CO-131', 'PR-1', 'PR-2', 'PR-3', 'PR-45', 'PR-96', 'OA-45', 'PI-45');
  const answered = fc
    .tuple(amount, fc.array(fc.tuple(code, amount), { maxLength: 6 }))
    .map(([paid, list]): AnsweredAmounts => {
      const adjustments = list.map(([one, cut]) => ({ ...cas(one, '0.00'), amount: cut }));
      return { charge: adjustments.reduce((sum, one) => sum + one.amount, paid), paid, adjustments };
    });
  const method = fc.constantFrom<Method>(
    'medicare-second',
    'tricare',
    'medigap',
    'medicaid-cost-share',
    'standard',
    'not-known',
  );

  it('is never below zero, nor more than the primary left of the charge', () => {
    fc.assert(
      fc.property(answered, method, (one, by) => {
        const most = mostOnLine(one, by);
        expect(most).toBeGreaterThanOrEqual(0);
        expect(most).toBeLessThanOrEqual(one.charge - one.paid);
      }),
    );
  });

  it('of a claim is that of its lines added up: one line never pays for another', () => {
    fc.assert(
      fc.property(fc.array(answered, { maxLength: 5 }), method, (lines, by) => {
        expect(mostOnClaim(lines, by)).toBe(lines.reduce((sum, one) => sum + mostOnLine(one, by), 0));
      }),
    );
    const overpaid = line('50.00', '70.00', cas('PR-2', '0.00'));
    expect(mostOnClaim([overpaid, line('50.00', '40.00', cas('PR-2', '10.00'))], 'standard')).toBe(1000);
  });
});
