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
    ['Feb  \u00a024,  2026', '2026-02-24'],
    ['Jun 4, 2026', '2026-06-04'],
    ['June 4, 2026', '2026-06-04'],
    ['Jul 4, 2026', '2026-07-04'],
    ['July 4, 2026', '2026-07-04'],
    ['Sep 4, 2026', '2026-09-04'],
    ['01/01/1880', '1880-01-01'],
    ['12/31/2199', '2199-12-31'],
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
    ['2026-02-24T10:41'],
    ['12026-02-24'],
    ['102/24/2026'],
    ['on Feb 24, 2026'],
    ['Feb 24, 20261'],
    ['xfeb 4, 2026'],
    ['12/31/1879'],
    ['01/01/2200'],
    [''],
    ['today'],
  ])('refuses %j', (text) => {
    expect(parseDate(text).ok).toBe(false);
  });

  it('reads a year of two digits only where the date is known to be recent', () => {
    expect(parseRecentDate('2/4/26')).toEqual({ ok: true, value: '2026-02-04' });
    expect(parseRecentDate('2/4/79')).toEqual({ ok: true, value: '2079-02-04' });
    expect(parseRecentDate('2/4/80').ok).toBe(false);
    expect(parseDate('2/4/45').ok).toBe(false);
  });

  it('says why, with no more of the text than a sentence has room for', () => {
    expect(parseDate('  ')).toEqual({ ok: false, why: 'no date stands there' });
    expect(parseDate('02/30/2026')).toEqual({ ok: false, why: '"02/30/2026" is not a date' });
    expect(parseDate('x'.repeat(40))).toEqual({ ok: false, why: `"${'x'.repeat(40)}" is not a date` });
    expect(parseDate('x'.repeat(41))).toEqual({ ok: false, why: `"${'x'.repeat(40)}…" is not a date` });
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
    ['02/24/2026\u201402/26/2026', '2026-02-24', '2026-02-26'],
    ['02/24/2026  thru  02/26/2026', '2026-02-24', '2026-02-26'],
    ['02-24-2026   -   02-26-2026', '2026-02-24', '2026-02-26'],
    [' 02/24/26-02/26/26 ', '2026-02-24', '2026-02-26'],
    ['02/24/2026 - 02/24/2026', '2026-02-24', '2026-02-24'],
  ])('reads %j', (text, from, to) => {
    expect(parseDateSpan(text)).toEqual({ ok: true, value: { from, to } });
  });

  it.each([
    ['02/26/2026 - 02/24/2026', '"02/26/2026 - 02/24/2026" ends before it begins'],
    ['02/24/2026 -', '"02/24/2026 -" is not a date'],
    ['02/30/2026 - 03/02/2026', '"02/30/2026" is not a date'],
    ['02/24/2026 - 02/30/2026', '"02/30/2026" is not a date'],
    ['1/1/2026 - 1/2/2026 - 1/3/2026', '"1/1/2026 - 1/2/2026 - 1/3/2026" is not a span of dates'],
    ['', 'no date stands there'],
  ])('refuses %j', (text, why) => {
    expect(parseDateSpan(text)).toEqual({ ok: false, why });
  });
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
    expect(addWorkingDays('2021-06-17', 1)).toBe('2021-06-21');
  });

  it('takes no other Monday of a holiday month for the holiday', () => {
    expect(addWorkingDays('2026-05-15', 1)).toBe('2026-05-18');
    expect(addWorkingDays('2026-01-09', 1)).toBe('2026-01-12');
    expect(addWorkingDays('2026-11-18', 1)).toBe('2026-11-19');
  });

  // Source: the holidays that 5 U.S.C. 6103 gives for months that begin and end on each day of the week.
  it.each([
    ['2023-01-13', '2023-01-17'],
    ['2024-01-12', '2024-01-16'],
    ['2025-01-17', '2025-01-21'],
    ['2024-05-24', '2024-05-28'],
    ['2021-05-28', '2021-06-01'],
    ['2023-05-26', '2023-05-30'],
    ['2025-08-29', '2025-09-02'],
    ['2024-08-30', '2024-09-03'],
    ['2023-09-01', '2023-09-05'],
    ['2022-11-23', '2022-11-25'],
    ['2024-11-27', '2024-11-29'],
    ['2023-11-22', '2023-11-24'],
  ])('skips the holiday between %s and %s', (from, next) => {
    expect(addWorkingDays(from, 1)).toBe(next);
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
    ['120260224'],
    ['202602241'],
    ['x20260224'],
    ['18791231'],
    ['22000101'],
    ['20260200'],
    ['20260231'],
  ])('refuses %j', (text) => {
    expect(parseX12Date(text).ok).toBe(false);
  });

  it('reads two digits of the year only where the file says so', () => {
    expect(parseX12Date('260224', 'D6')).toEqual({ ok: true, value: '2026-02-24' });
    expect(parseX12Date('990224', 'D6').ok).toBe(false);
    expect(parseX12Date('20260224', 'D6').ok).toBe(false);
    expect(parseX12Date('1260224', 'D6').ok).toBe(false);
    expect(parseX12Date('2602241', 'D6').ok).toBe(false);
    expect(parseX12Date('790224', 'D6')).toEqual({ ok: true, value: '2079-02-24' });
  });

  it('says why it is none', () => {
    expect(parseX12Date('')).toEqual({ ok: false, why: 'no date stands there' });
    expect(parseX12Date('20260230')).toEqual({ ok: false, why: '"20260230" is not a date' });
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

  it('reads a span of one day', () => {
    expect(parseX12Span('20260224-20260224')).toEqual({ ok: true, value: { from: '2026-02-24', to: '2026-02-24' } });
  });

  it('says that a span ends before it begins', () => {
    expect(parseX12Span('20260224-20260223')).toEqual({
      ok: false,
      why: '"20260224-20260223" ends before it begins',
    });
  });

  it.each([['20260224'], ['20260224-20260223'], ['20260224 20260226'], ['20260224-20260230'], ['']])(
    'refuses %j',
    (text) => {
      expect(parseX12Span(text).ok).toBe(false);
    },
  );
});

describe('the days between two dates', () => {
  it.each([
    ['2026-02-24', '2026-02-24', 0],
    ['2026-02-28', '2026-03-01', 1],
    ['2024-02-28', '2024-03-01', 2],
    ['2025-01-01', '2026-03-01', 424],
    ['2026-03-01', '2026-02-28', -1],
  ])('are counted from %s to %s across months and years', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
    expect(addDays(from, days)).toBe(to);
  });
});
