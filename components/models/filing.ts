import type { IsoDate } from '../../lib/claim/claim';
import { daysBetween, formatDate } from '../../lib/claim/dates';
import type { Margins } from '../../lib/claim/margins';
import { isStale } from '../../lib/payers/entry';
import { WORTH_SAYING } from '../../lib/payers/filing';
import { count } from './text';

/** `late`: soon or gone by. `plain`: worth saying. Undefined: not shown in lists. */
export const filingTone = (daysLeft: number, { soonDays }: Pick<Margins, 'soonDays'>): 'late' | 'plain' | undefined => {
  if (daysLeft <= soonDays) return 'late';
  return daysLeft <= WORTH_SAYING ? 'plain' : undefined;
};

/** `11 days to file`, `last day to file`, `3 days too late`: 30 characters or less. */
export const daysWords = (daysLeft: number): string => {
  if (daysLeft < 0) return `${count(-daysLeft, 'day')} too late`;
  return daysLeft === 0 ? 'last day to file' : `${count(daysLeft, 'day')} to file`;
};

/** `as of 03/01/2026`, and how old the word is where that is old. */
export const asOfWords = (asOf: IsoDate, today: IsoDate): string => {
  const age = daysBetween(asOf, today);
  return `as of ${formatDate(asOf)}${isStale(asOf, today) ? `, ${count(age, 'day')} old` : ''}`;
};
