import type { Cents } from '../claim/claim';
import type { RecordEntry } from './record';

/** A cell of an export. Numbers are money in dollars, and stay numbers. */
export type Cell = string | number;

const NUMBER = /^-?\d+(?:\.\d+)?$/;
/** What a spreadsheet takes for the beginning of a formula, also after blanks and quotes, and as the wide letters of Asian keyboards. */
const FORMULA = /^[\s\p{Cc}"]*[=+\-@＝＋－＠]/u;
/** The same behind what another program may take for the end of a cell. */
const INSIDE = /([;\t\r\n]["'\s]*)(?=[=+\-@＝＋－＠])/gu;

/**
 * Text that no spreadsheet runs: an apostrophe before what could be a formula, at the beginning or behind a separator.
 * A plain number, negative or not, is none and stays as it is.
 */
export const harmless = (text: string): string => {
  if (NUMBER.test(text)) return text;
  const inside = text.replaceAll(INSIDE, "$1'");
  return FORMULA.test(inside) || /^[\t\r\n]/.test(inside) ? `'${inside}` : inside;
};

const dollars = (cents: Cents | null): Cell => (cents === null ? '' : cents / 100);

/** `2026-03-20 14:05:09` in the biller's time zone: what a spreadsheet sorts. */
const timeOf = (at: number): string => {
  const day = new Date(at);
  const two = (n: number) => String(n).padStart(2, '0');
  const date = [day.getFullYear(), two(day.getMonth() + 1), two(day.getDate())].join('-');
  return `${date} ${[day.getHours(), day.getMinutes(), day.getSeconds()].map(two).join(':')}`;
};

const COLUMNS: readonly { title: string; of: (entry: RecordEntry) => Cell }[] = [
  { title: 'Time', of: ({ at }) => timeOf(at) },
  { title: 'Action', of: ({ action }) => action },
  { title: 'Chart number', of: ({ chart }) => harmless(chart) },
  { title: 'Claim', of: ({ claim }) => harmless(claim) },
  { title: 'Date of service', of: ({ dos }) => dos },
  { title: 'Check', of: ({ check }) => check },
  { title: 'Severity', of: ({ severity }) => severity },
  { title: 'Finding', of: ({ title }) => harmless(title) },
  { title: 'Reason', of: ({ reason }) => harmless(reason) },
  { title: 'Claim charge', of: ({ charge }) => dollars(charge) },
  { title: 'Patient balance', of: ({ balance }) => dollars(balance) },
  { title: 'Left over', of: ({ difference }) => dollars(difference) },
];

/** The record as rows of a table, the head row first, the oldest entry next. */
export const recordRows = (record: readonly RecordEntry[]): Cell[][] => [
  COLUMNS.map(({ title }) => title),
  ...record.map((entry) => COLUMNS.map(({ of }) => of(entry))),
];

/** The record as JSON: amounts in cents, times in UTC. The session's own key of the patient stays out. */
export const recordJson = (record: readonly RecordEntry[]): string => {
  const entries = record.map(
    ({ at, charge, balance, difference, action, chart, claim, dos, check, severity, title, reason }) => ({
      at: new Date(at).toISOString(),
      action,
      chart,
      claim,
      dos,
      check,
      severity,
      title,
      reason,
      chargeCents: charge,
      balanceCents: balance,
      differenceCents: difference,
    }),
  );
  return `${JSON.stringify({ format: 'cob-companion-record', version: 1, entries }, null, 2)}\n`;
};
