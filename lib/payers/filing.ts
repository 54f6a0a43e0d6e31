import type { IsoDate } from '../claim/claim';
import { addDays, daysBetween } from '../claim/dates';
import type { FilingBasis, FilingLimit, FilingRule } from '../claim/filing';
import { DEFAULT_MARGINS, type Margins } from '../claim/margins';
import { remembered } from '../claim/remembered';

/** Beyond so many days the list says nothing of the deadline. */
export const WORTH_SAYING = 60;

/** The days from which payers count, as far as they are known. */
export type FilingDates = Partial<Record<FilingBasis, IsoDate>>;

/** Until when the payer must have received the claim. */
export interface Deadline {
  is: 'deadline';
  /** The last day on which it is in time. */
  date: IsoDate;
  /** The limit that decided. */
  limit: FilingLimit;
  /** Days from today to that day; 0 on the day itself, negative after it. */
  daysLeft: number;
  /** The day by which to send, so that it is received in time. */
  sendBy: IsoDate;
}

export type Filing = Deadline | { is: 'unknown'; lacks: FilingBasis[] };

const UNITS = { D: 'days', M: 'months', Y: 'years' } as const;

/** The ISO date after that time; months and years end on the last day of a month that is too short (02/29 and a year: 02/28). */
export const addTime = remembered(
  (from: IsoDate, value: number, unit: FilingLimit['unit']): IsoDate =>
    Temporal.PlainDate.from(from)
      .add({ [UNITS[unit]]: value }, { overflow: 'constrain' })
      .toString(),
);

/** The single limits that a rule is made of. */
export const limitsOf = (rule: FilingRule): readonly FilingLimit[] => ('limits' in rule ? rule.limits : [rule]);

interface Ends {
  date: IsoDate;
  limit: FilingLimit;
}

const endOf = (limit: FilingLimit, dates: FilingDates): Ends | undefined => {
  const from = dates[limit.basis];
  return from === undefined ? undefined : { date: addTime(from, limit.value, limit.unit), limit };
};

const deciding = (rule: FilingRule, ends: readonly Ends[]): Ends | undefined => {
  const inOrder = ends.toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
  return rule.basis === 'LATER_OF' ? inOrder.at(-1) : inOrder[0];
};

/**
 * Until when the payer must have received the claim by its rule, seen from `today`. Of two limits both must be known:
 * a day that might be another is no deadline. The last day itself is in time.
 */
export const filingOf = (
  rule: FilingRule,
  dates: FilingDates,
  today: IsoDate,
  { receivedDays }: Pick<Margins, 'receivedDays'> = DEFAULT_MARGINS,
): Filing => {
  const limits = limitsOf(rule);
  const ends = limits.map((limit) => endOf(limit, dates)).filter((end) => end !== undefined);
  const decided = ends.length === limits.length ? deciding(rule, ends) : undefined;
  if (!decided) return { is: 'unknown', lacks: limits.map(({ basis }) => basis).filter((basis) => !dates[basis]) };
  return {
    is: 'deadline',
    ...decided,
    daysLeft: daysBetween(today, decided.date),
    sendBy: addDays(decided.date, -receivedDays),
  };
};

const BASES: Readonly<Record<FilingBasis, string>> = {
  DOS_FROM: 'the first day of service',
  DOS_TO: 'the last day of service',
  PRIMARY_EOB: "the primary's answer",
};

const UNIT_WORDS = { D: 'day', M: 'month', Y: 'year' } as const;

/** `90 days from the primary's answer`. */
export const limitWords = ({ basis, value, unit }: FilingLimit): string =>
  `${value} ${UNIT_WORDS[unit]}${value === 1 ? '' : 's'} from ${BASES[basis]}`;

/** The rule in words: `1 year from the last day of service or 90 days from the primary's answer, the later`. */
export const ruleWords = (rule: FilingRule): string =>
  'limits' in rule
    ? `${rule.limits.map(limitWords).join(' or ')}, the ${rule.basis === 'LATER_OF' ? 'later' : 'earlier'}`
    : limitWords(rule);
