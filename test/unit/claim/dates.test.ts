import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addWorkingDays,
  daysBetween,
  formatDate,
  parseDate,
  parseDateSpan,
  parseRecentDate,
  parseX12Date,
  parseX12Span,
} from '../../../lib/claim/dates';

describe('parseDate', () => {
  it.each([
    ['02/24/2026', '2026-02-24'],
    ['2/4/2026', '2026-02-04'],
    ['02-24-2026', '2026-02-24'],
    ['2026-02-24', '2026-02-24'],
    ['Feb 24, 2026', '2026-02-24'],
    ['February 4 2026', '2026-02-04'],
    ['Sept. 30, 2025', '2025-09-30'],
    ['\u00a002/29/2024 ', '2024-02-29'],
  ])('reads %j', (text, iso) => {
    expect(parseDate(text)).toEqual({ ok: true, value: iso });
  });

  it.each([
    ['02/30/2026'],
    ['02/29/2026'],
    ['13/01/2026'],
    ['00/10/2026'],
    ['2/4/26'],
    ['02/24-2026'],
    ['2026-2-4'],
    ['02/24/0026'],
    ['02/24/20266'],
    ['Foo 24, 2026'],
    ['Marvel 4, 2026'],
    ['20260224'],
    ['02/24/2026 10:41 AM'],
    [''],
    ['today'],
  ])('refuses %j', (text) => {
    expect(parseDate(text).ok).toBe(false);
  });

  it('reads a year of two digits only where the date is known to be recent', () => {
    expect(parseRecentDate('2/4/26')).toEqual({ ok: true, value: '2026-02-04' });
    expect(parseRecentDate('2/4/80').ok).toBe(false);
    expect(parseDate('2/4/45').ok).toBe(false);
  });

  it('reads back every date that it writes', () => {
    const days = fc.integer({ min: -30_000, max: 60_000 });
    fc.assert(
      fc.property(days, (n) => {
        const iso = addDays('2000-01-01', n);
        expect(parseDate(formatDate(iso))).toEqual({ ok: true, value: iso });
        expect(daysBetween('2000-01-01', iso)).toBe(n);
      }),
    );
  });
});

describe('parseDateSpan', () => {
  it.each([
    ['02/24/2026', '2026-02-24', '2026-02-24'],
    ['02/24/2026 - 02/26/2026', '2026-02-24', '2026-02-26'],
    ['02/24/2026-02/26/2026', '2026-02-24', '2026-02-26'],
    ['02-24-2026 – 02-26-2026', '2026-02-24', '2026-02-26'],
    ['02/24/26 to 02/26/26', '2026-02-24', '2026-02-26'],
    ['Feb 24, 2026 through Feb 26, 2026', '2026-02-24', '2026-02-26'],
    ['02-24-2026', '2026-02-24', '2026-02-24'],
  ])('reads %j', (text, from, to) => {
    expect(parseDateSpan(text)).toEqual({ ok: true, value: { from, to } });
  });

  it.each([['02/26/2026 - 02/24/2026'], ['02/24/2026 -'], ['1/1/2026 - 1/2/2026 - 1/3/2026'], ['']])(
    'refuses %j',
    (text) => {
      expect(parseDateSpan(text).ok).toBe(false);
    },
  );
});

describe('addWorkingDays', () => {
  it('skips weekends', () => {
    expect(addWorkingDays('2026-03-06', 1)).toBe('2026-03-09');
    expect(addWorkingDays('2026-03-07', 1)).toBe('2026-03-09');
    expect(addWorkingDays('2026-03-02', 15)).toBe('2026-03-23');
  });

  it.each([
    ['Martin Luther King day', '2026-01-16', '2026-01-20'],
    ["Washington's birthday", '2026-02-13', '2026-02-17'],
    ['Memorial Day', '2026-05-22', '2026-05-26'],
    ['Juneteenth', '2026-06-18', '2026-06-22'],
    ['Independence Day, kept on the Friday before', '2026-07-02', '2026-07-06'],
    ['Labor Day', '2026-09-04', '2026-09-08'],
    ['Columbus Day', '2026-10-09', '2026-10-13'],
    ['Veterans Day', '2026-11-10', '2026-11-12'],
    ['Thanksgiving', '2026-11-25', '2026-11-27'],
    ['Christmas', '2026-12-24', '2026-12-28'],
    ["New Year's Day, kept on the Friday before", '2021-12-30', '2022-01-03'],
    ["New Year's Day, kept on the Monday after", '2022-12-30', '2023-01-03'],
  ])('skips %s', (_name, from, next) => {
    expect(addWorkingDays(from, 1)).toBe(next);
  });

  it('knows that Juneteenth began in 2021', () => {
    expect(addWorkingDays('2020-06-18', 1)).toBe('2020-06-19');
  });

  it('gives the same date for no days', () => {
    expect(addWorkingDays('2026-03-07', 0)).toBe('2026-03-07');
  });
});

describe('parseX12Date', () => {
  it.each([
    ['20260224', '2026-02-24'],
    ['20240229', '2024-02-29'],
    ['20000229', '2000-02-29'],
    ['18800101', '1880-01-01'],
    ['21991231', '2199-12-31'],
  ])('reads %j', (text, iso) => {
    expect(parseX12Date(text)).toEqual({ ok: true, value: iso });
  });

  it.each([
    [''],
    ['20260230'],
    ['20250229'],
    ['21000229'],
    ['20002316'],
    ['20260400'],
    ['20261301'],
    ['11111111'],
    ['260224'],
  ])('refuses %j', (text) => {
    expect(parseX12Date(text).ok).toBe(false);
  });

  it('reads two digits of the year only where the file says so', () => {
    expect(parseX12Date('260224', 'D6')).toEqual({ ok: true, value: '2026-02-24' });
    expect(parseX12Date('990224', 'D6').ok).toBe(false);
    expect(parseX12Date('20260224', 'D6').ok).toBe(false);
  });

  it('knows the calendar as Temporal does', () => {
    const part = (least: number, most: number) => fc.integer({ min: least, max: most });
    fc.assert(
      fc.property(part(1880, 2199), part(0, 14), part(0, 33), (year, month, day) => {
        const text = `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`;
        let expected: string | undefined;
        try {
          expected = Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
        } catch {
          expected = undefined;
        }
        const parsed = parseX12Date(text);
        expect(parsed.ok ? parsed.value : undefined).toBe(expected);
      }),
    );
  });
});

describe('parseX12Span', () => {
  it('reads two dates', () => {
    expect(parseX12Span('20260224-20260226')).toEqual({ ok: true, value: { from: '2026-02-24', to: '2026-02-26' } });
  });

  it.each([['20260224'], ['20260224-20260223'], ['20260224 20260226'], ['20260224-20260230'], ['']])(
    'refuses %j',
    (text) => {
      expect(parseX12Span(text).ok).toBe(false);
    },
  );
});
