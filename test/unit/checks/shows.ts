import { expect } from 'vitest';
import type { Check, Raised, Sum } from '../../../lib/checks/check';
import type { Case } from '../../../lib/claim/case';
import type { Place } from '../../../lib/claim/reading';

const isPlace = (value: object): value is Place => 'page' in value && 'path' in value && 'label' in value;

/** Every place of a case at which something stands. */
const placesIn = (value: unknown): Place[] => {
  if (typeof value !== 'object' || value === null) return [];
  if (value instanceof Map || value instanceof Set) return [...value.values()].flatMap(placesIn);
  return isPlace(value) ? [value] : Object.values(value).flatMap(placesIn);
};

/** Ledger, form and answers of a remittance count lines from 1; what is said of line 0 or 8 of 7 is of no line. */
const isLine = (n: number): boolean => Number.isInteger(n) && n > 0;

const lineOfPlace = ({ path }: Place): number | undefined => {
  const n = /^(?:ledger\/\d+\/(\d+)\/|form\/24\.(\d+)\.)/.exec(path);
  return n ? Number(n[1] ?? n[2]) : undefined;
};

/** A sum is written as on paper: the parts, then what they come to. A part that is not read leaves no result. */
const addsUp = ({ rows, caption }: Sum): void => {
  expect(rows.length, caption).toBeGreaterThan(0);
  // Differences are listed without what they come to.
  if (rows.every(({ role }) => role === 'suspect')) return;
  const parts = rows.slice(0, -1).map(({ amount }) => amount);
  const total = rows.at(-1);
  expect(
    rows.slice(0, -1).every(({ role }) => role !== 'total'),
    caption,
  ).toBe(true);
  expect(total?.role, caption).toBe('total');
  const unread = parts.some((part) => part === undefined);
  expect(total?.amount, caption).toBe(unread ? undefined : parts.reduce<number>((sum, part) => sum + (part ?? 0), 0));
};

/**
 * What these say may stand nowhere: a page without a posting, a rule of nobody, an amount that is the claim's; the ID of a
 * card where no box of the form is open.
 */
const MAY_STAND_NOWHERE: ReadonlySet<string> = new Set(
  'C003 C008 C009 C010 C016 C017 C053 C068 C075 C090 C095 C101 C104 C105 C117'.split(' '),
);

/** A finding points at what stands in the case, names the lines that it points at, and its sums add up. */
export const showsWhatItSays = (c: Case, check: Check, raised: Raised): void => {
  const there = new Set(placesIn(c).map(({ page, path }) => `${page} ${path}`));
  const shown = raised.places.map(({ page, path }) => `${page} ${path}`);
  expect(
    shown.filter((place) => !there.has(place)),
    `${check.id} points at nothing`,
  ).toEqual([]);
  expect(raised.lines.filter((n) => !isLine(n))).toEqual([]);
  expect(raised.lines).toEqual([...new Set(raised.lines)]);
  if (!MAY_STAND_NOWHERE.has(check.id)) {
    expect(raised.places.length + (raised.quotes ?? []).length, `${check.id} shows nothing`).toBeGreaterThan(0);
  }
  const lines = new Set(raised.lines);
  // What is said of the claim names no line, wherever on the page it was read.
  const pointedAt = lines.size === 0 ? [] : raised.places.map(lineOfPlace).filter((n) => n !== undefined);
  expect(
    pointedAt.filter((n) => !lines.has(n)),
    `${check.id} points at lines that it does not name`,
  ).toEqual([]);
  (raised.sums ?? []).forEach(addsUp);
};
