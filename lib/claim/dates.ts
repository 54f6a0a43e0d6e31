import type { DateSpan, IsoDate } from './claim';
import { isFederalHoliday } from './holidays';
import type { Parsed } from './reading';
import { remembered } from './remembered';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAMES =
  /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december)$/i;

/** Years outside this range are slips of the pen, not dates of a claim or a birth. */
const FIRST_YEAR = 1880;
const LAST_YEAR = 2199;

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const US = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})$/;
const NAMED = /^([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})$/;

interface Fields {
  year: number;
  month: number;
  day: number;
}

const namedMonth = (word: string): number =>
  MONTH_NAMES.test(word) ? MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1 : 0;

const fieldsOf = (text: string, shortYears: boolean): Fields | undefined => {
  const iso = ISO.exec(text);
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const us = US.exec(text);
  if (us) {
    const year = us[4] ?? '';
    if (year.length === 2 && (!shortYears || Number(year) > 79)) return undefined;
    return { year: Number(year) + (year.length === 2 ? 2000 : 0), month: Number(us[1]), day: Number(us[3]) };
  }
  const named = NAMED.exec(text);
  return named ? { year: Number(named[3]), month: namedMonth(named[1] ?? ''), day: Number(named[2]) } : undefined;
};

const quoted = (text: string) => `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;

const parse = (text: string, shortYears: boolean): Parsed<IsoDate> => {
  const plain = text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
  if (plain === '') return { ok: false, why: 'no date stands there' };
  const fields = fieldsOf(plain, shortYears);
  if (!fields || fields.year < FIRST_YEAR || fields.year > LAST_YEAR) {
    return { ok: false, why: `${quoted(plain)} is not a date` };
  }
  try {
    return { ok: true, value: Temporal.PlainDate.from(fields, { overflow: 'reject' }).toString() };
  } catch {
    return { ok: false, why: `${quoted(plain)} is not a date` };
  }
};

/**
 * Reads a calendar date: `02/24/2026`, `2/4/2026`, `02-24-2026`, `2026-02-24`, `Feb 24, 2026`. US order, month first.
 * Out: ISO date, or why it is none. A year of two digits fails: of a birth date nobody can tell the century.
 */
export const parseDate = (text: string): Parsed<IsoDate> => parse(text, false);

/**
 * As `parseDate`, for dates known to be recent (service, posting, check): a year of two digits 00-79 is read as 20xx;
 * 80-99 fails.
 */
export const parseRecentDate = (text: string): Parsed<IsoDate> => parse(text, true);

const SPAN_WORDS = /\s*(?:[–—]|\b(?:to|thru|through)\b)\s*|\s+-\s+/i;
const SLASHED_SPAN = /^([\d/]+)-([\d/]+)$/;

/**
 * Reads dates of service: one date (from = to) or `02/24/2026 - 02/26/2026`, also with a dash, `to`, `thru`, `through`.
 * Years of two digits are read as `parseRecentDate` does. Fails where the span ends before it begins.
 */
export const parseDateSpan = (text: string): Parsed<DateSpan> => {
  const plain = text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
  const slashed = SLASHED_SPAN.exec(plain);
  const parts = slashed ? [slashed[1] ?? '', slashed[2] ?? ''] : plain.split(SPAN_WORDS);
  const [first = '', last = first] = parts;
  if (parts.length > 2) return { ok: false, why: `${quoted(plain)} is not a span of dates` };
  const from = parseRecentDate(first);
  if (!from.ok) return from;
  const to = last === first ? from : parseRecentDate(last);
  if (!to.ok) return to;
  if (to.value < from.value) return { ok: false, why: `${quoted(plain)} ends before it begins` };
  return { ok: true, value: { from: from.value, to: to.value } };
};

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const X12_DATE = /^\d{8}$/;
const X12_SHORT_DATE = /^[0-7]\d{5}$/;

const daysIn = (year: number, month: number): number =>
  month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : (DAYS[month - 1] ?? 0);

/**
 * Reads a date of an X12 file. In: `CCYYMMDD`, or `YYMMDD` where the file says so (`D6`; years 80-99 fail).
 * Out: ISO date, or why it is none. The calendar is asked by arithmetic: a large remittance has hundreds of thousands of
 * dates. Source: X12 data element 1250 (D8, D6).
 */
export const parseX12Date = (text: string, format: 'D8' | 'D6' = 'D8'): Parsed<IsoDate> => {
  if (text === '') return { ok: false, why: 'no date stands there' };
  const fail = { ok: false, why: `${quoted(text)} is not a date` } as const;
  if (!(format === 'D6' ? X12_SHORT_DATE : X12_DATE).test(text)) return fail;
  const digits = format === 'D6' ? `20${text}` : text;
  const year = Number(digits.slice(0, 4));
  const month = Number(digits.slice(4, 6));
  const day = Number(digits.slice(6));
  if (year < FIRST_YEAR || year > LAST_YEAR || day < 1 || day > daysIn(year, month)) return fail;
  return { ok: true, value: `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}` };
};

/** Reads a range of dates of an X12 file (`RD8`): `CCYYMMDD-CCYYMMDD`. Fails where it ends before it begins. */
export const parseX12Span = (text: string): Parsed<DateSpan> => {
  const from = parseX12Date(text.slice(0, 8));
  const to = parseX12Date(text.slice(9));
  if (!from.ok || !to.ok || text[8] !== '-') return { ok: false, why: `${quoted(text)} is not a span of dates` };
  if (to.value < from.value) return { ok: false, why: `${quoted(text)} ends before it begins` };
  return { ok: true, value: { from: from.value, to: to.value } };
};

/** ISO date to `MM/DD/YYYY`. */
export const formatDate = (iso: IsoDate): string => `${iso.slice(5, 7)}/${iso.slice(8, 10)}/${iso.slice(0, 4)}`;

/** The ISO date `days` later; earlier for a negative number. */
export const addDays = remembered(
  (iso: IsoDate, days: number): IsoDate => Temporal.PlainDate.from(iso).add({ days }).toString(),
);

/** Calendar days from the first date to the second; negative where the second is earlier. */
export const daysBetween = remembered(
  (from: IsoDate, to: IsoDate): number =>
    Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days,
);

/** Monday to Friday, no federal holiday. */
const isWorkingDay = (date: Temporal.PlainDate): boolean => date.dayOfWeek <= 5 && !isFederalHoliday(date);

/** The ISO date that many working days later (Monday to Friday less US federal holidays); `days` is 0 or more. */
export const addWorkingDays = (iso: IsoDate, days: number): IsoDate => {
  let date = Temporal.PlainDate.from(iso);
  let left = days;
  while (left > 0) {
    date = date.add({ days: 1 });
    if (isWorkingDay(date)) left -= 1;
  }
  return date.toString();
};
