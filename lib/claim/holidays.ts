/** A federal holiday of a fixed day, or of the n-th weekday (1 = Monday) of a month; -1 counts from the month's end. */
type Holiday =
  | { name: string; month: number; day: number; since?: number }
  | { name: string; month: number; weekday: number; nth: number };

/** US federal holidays. Source: 5 U.S.C. 6103(a). */
const HOLIDAYS: readonly Holiday[] = [
  { name: "New Year's Day", month: 1, day: 1 },
  { name: 'Birthday of Martin Luther King, Jr.', month: 1, weekday: 1, nth: 3 },
  { name: "Washington's Birthday", month: 2, weekday: 1, nth: 3 },
  { name: 'Memorial Day', month: 5, weekday: 1, nth: -1 },
  { name: 'Juneteenth National Independence Day', month: 6, day: 19, since: 2021 },
  { name: 'Independence Day', month: 7, day: 4 },
  { name: 'Labor Day', month: 9, weekday: 1, nth: 1 },
  { name: 'Columbus Day', month: 10, weekday: 1, nth: 2 },
  { name: 'Veterans Day', month: 11, day: 11 },
  { name: 'Thanksgiving Day', month: 11, weekday: 4, nth: 4 },
  { name: 'Christmas Day', month: 12, day: 25 },
];

/** A holiday on a Saturday is kept on the Friday before, one on a Sunday on the Monday after (5 U.S.C. 6103(b), E.O. 11582). */
const observed = (date: Temporal.PlainDate): Temporal.PlainDate => {
  if (date.dayOfWeek === 6) return date.subtract({ days: 1 });
  return date.dayOfWeek === 7 ? date.add({ days: 1 }) : date;
};

const nthWeekday = (year: number, month: number, weekday: number, nth: number): Temporal.PlainDate => {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  if (nth > 0) return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + (nth - 1) * 7 });
  const last = first.add({ months: 1 }).subtract({ days: 1 });
  return last.subtract({ days: (last.dayOfWeek - weekday + 7) % 7 });
};

const dateOf = (holiday: Holiday, year: number): Temporal.PlainDate =>
  'day' in holiday
    ? observed(Temporal.PlainDate.from({ year, month: holiday.month, day: holiday.day }))
    : nthWeekday(year, holiday.month, holiday.weekday, holiday.nth);

const isKept = (holiday: Holiday, year: number) => !('since' in holiday) || year >= (holiday.since ?? 0);

const years = new Map<number, ReadonlySet<string>>();

/** The days on which a year's holidays are kept, as ISO dates; New Year's Day may fall on December 31 of the year before. */
const holidaysOf = (year: number): ReadonlySet<string> => {
  const known = years.get(year);
  if (known) return known;
  const days = new Set(HOLIDAYS.filter((h) => isKept(h, year)).map((h) => dateOf(h, year).toString()));
  years.set(year, days);
  return days;
};

/** True where the US federal government keeps a holiday on that date, observed days included. */
export const isFederalHoliday = (date: Temporal.PlainDate): boolean => {
  const iso = date.toString();
  return holidaysOf(date.year).has(iso) || holidaysOf(date.year + 1).has(iso);
};
