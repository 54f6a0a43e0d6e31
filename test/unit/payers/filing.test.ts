import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../lib/claim/dates';
import type { FilingLimit, FilingRule } from '../../../lib/claim/filing';
import { addTime, type FilingDates, filingOf, ruleWords } from '../../../lib/payers/filing';

const days = (basis: FilingLimit['basis'], value: number): FilingLimit => ({ basis, value, unit: 'D' });
const YEAR: FilingLimit = { basis: 'DOS_TO', value: 1, unit: 'Y' };
const dateOf = (rule: FilingRule, dates: FilingDates) => {
  const filing = filingOf(rule, dates, '2026-03-20');
  return filing.is === 'deadline' ? filing.date : filing;
};

describe('the time that is added', () => {
  it.each([
    ['2026-02-24', 1, 'Y', '2027-02-24'],
    // CMS Pub. 100-04 ch. 1 sec. 70: service on February 29 is filed by February 28 of the next year.
    ['2024-02-29', 1, 'Y', '2025-02-28'],
    ['2024-02-29', 4, 'Y', '2028-02-29'],
    ['2024-02-28', 12, 'M', '2025-02-28'],
    ['2026-01-31', 1, 'M', '2026-02-28'],
    ['2028-01-31', 1, 'M', '2028-02-29'],
    ['2026-08-31', 6, 'M', '2027-02-28'],
    ['2026-12-31', 2, 'M', '2027-02-28'],
    ['2026-03-10', 90, 'D', '2026-06-08'],
    ['2028-02-28', 1, 'D', '2028-02-29'],
    ['2026-12-31', 1, 'D', '2027-01-01'],
  ] as const)('%s and %i %s is %s', (from, value, unit, to) => {
    expect(addTime(from, value, unit)).toBe(to);
  });

  it('never ends in another month than it should', () => {
    const months = fc.record({ day: fc.integer({ min: 0, max: 3000 }), n: fc.integer({ min: 1, max: 60 }) });
    fc.assert(
      fc.property(months, ({ day, n }) => {
        const from = addDays('2023-01-01', day);
        const to = addTime(from, n, 'M');
        const monthsOf = (iso: string) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7));
        expect(monthsOf(to) - monthsOf(from)).toBe(n);
        expect(Number(to.slice(8)) <= Number(from.slice(8))).toBe(true);
      }),
    );
  });
});

describe('filingOf', () => {
  it('counts to the day: the last day is in time, the next is not', () => {
    const rule = days('PRIMARY_EOB', 90);
    const on = (today: string) => filingOf(rule, { PRIMARY_EOB: '2026-03-10' }, today);
    expect(on('2026-06-07')).toMatchObject({ date: '2026-06-08', daysLeft: 1, sendBy: '2026-06-03' });
    expect(on('2026-06-08')).toMatchObject({ daysLeft: 0 });
    expect(on('2026-06-09')).toMatchObject({ daysLeft: -1 });
  });

  it('counts from the day that the basis names', () => {
    const dates = { DOS_FROM: '2026-02-01', DOS_TO: '2026-02-10', PRIMARY_EOB: '2026-03-10' };
    expect(dateOf(days('DOS_FROM', 10), dates)).toBe('2026-02-11');
    expect(dateOf(days('DOS_TO', 10), dates)).toBe('2026-02-20');
    expect(dateOf(days('PRIMARY_EOB', 10), dates)).toBe('2026-03-20');
  });

  it('takes the later or the earlier of two limits, whatever their order', () => {
    const dates = { DOS_TO: '2026-02-24', PRIMARY_EOB: '2026-12-20' };
    const eob = days('PRIMARY_EOB', 90);
    for (const limits of [
      [YEAR, eob],
      [eob, YEAR],
    ] as const) {
      expect(dateOf({ basis: 'LATER_OF', limits }, dates)).toBe('2027-03-20');
      expect(dateOf({ basis: 'EARLIER_OF', limits }, dates)).toBe('2027-02-24');
    }
  });

  it('says which limit decided', () => {
    const rule: FilingRule = { basis: 'LATER_OF', limits: [YEAR, days('PRIMARY_EOB', 90)] };
    const filing = filingOf(rule, { DOS_TO: '2026-02-24', PRIMARY_EOB: '2026-03-10' }, '2026-03-20');
    expect(filing).toMatchObject({ limit: YEAR });
  });

  it('knows no deadline where one of its days is missing, and says which', () => {
    const rule: FilingRule = { basis: 'EARLIER_OF', limits: [YEAR, days('PRIMARY_EOB', 90)] };
    expect(dateOf(rule, { DOS_TO: '2020-02-24' })).toEqual({ is: 'unknown', lacks: ['PRIMARY_EOB'] });
    expect(dateOf(rule, {})).toEqual({ is: 'unknown', lacks: ['DOS_TO', 'PRIMARY_EOB'] });
  });

  const anyDay = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2022-01-01', n));
  const anyLimit = fc.record({
    basis: fc.constantFrom('DOS_FROM' as const, 'DOS_TO' as const, 'PRIMARY_EOB' as const),
    value: fc.integer({ min: 1, max: 400 }),
    unit: fc.constantFrom('D' as const, 'M' as const),
  });

  it('puts the later of two limits never before the earlier, and both on a day of one of them', () => {
    const dates = fc.record({ DOS_FROM: anyDay, DOS_TO: anyDay, PRIMARY_EOB: anyDay });
    fc.assert(
      fc.property(dates, anyLimit, anyLimit, (known, a, b) => {
        const alone = [dateOf(a, known), dateOf(b, known)] as string[];
        const later = dateOf({ basis: 'LATER_OF', limits: [a, b] }, known) as string;
        const earlier = dateOf({ basis: 'EARLIER_OF', limits: [a, b] }, known) as string;
        expect(alone.toSorted()).toEqual([earlier, later].toSorted());
        expect(earlier <= later).toBe(true);
      }),
    );
  });

  it('has one day less each day', () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyLimit, (day, today, limit) => {
        const dates = { [limit.basis]: day };
        const [now, tomorrow] = [filingOf(limit, dates, today), filingOf(limit, dates, addDays(today, 1))];
        if (now.is !== 'deadline' || tomorrow.is !== 'deadline') throw new Error('no deadline');
        expect(now.daysLeft - tomorrow.daysLeft).toBe(1);
        expect(addDays(today, now.daysLeft)).toBe(now.date);
      }),
    );
  });
});

describe('ruleWords', () => {
  it.each([
    [YEAR, '1 year from the last day of service'],
    [days('PRIMARY_EOB', 90), "90 days from the primary's answer"],
    [
      { basis: 'LATER_OF', limits: [YEAR, days('PRIMARY_EOB', 1)] } as FilingRule,
      "1 year from the last day of service or 1 day from the primary's answer, the later",
    ],
    [
      { basis: 'EARLIER_OF', limits: [{ basis: 'DOS_FROM', value: 6, unit: 'M' }, YEAR] } as FilingRule,
      '6 months from the first day of service or 1 year from the last day of service, the earlier',
    ],
  ])('says %j', (rule, words) => {
    expect(ruleWords(rule)).toBe(words);
  });
});
