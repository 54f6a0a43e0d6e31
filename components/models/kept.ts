import type { Mirror } from '../services';
import { count } from './text';

/** One kind of thing that is kept, and how much of it. */
export interface Kept {
  what: string;
  how: string;
  /** Nothing of it is kept. */
  none: boolean;
}

const row = (what: string, n: number, how: string): Kept => ({ what, how, none: n === 0 });

const sum = <T>(all: readonly T[], of: (one: T) => number): number => all.reduce((total, one) => total + of(one), 0);

const size = (record: Readonly<Record<string, unknown>>): number => Object.keys(record).length;

/** What the session keeps of patients, in numbers. */
export const keptOfSession = ({ patients, lookups, record }: Mirror): Kept[] => {
  const files = Object.values(patients);
  const claims = sum(files, (file) => file.claims.length);
  const ledgers = sum(files, (file) => size(file.ledgers));
  const charts = files.filter(({ chart }) => chart).length;
  const answered = sum(files, (file) => size(file.answers) + (file.coverage ? 1 : 0));
  const fills = sum(files, (file) => size(file.journals));
  const remittances = files.flatMap((file) => Object.values(file.remittances).flat());
  const of = new Set(remittances.map(({ file }) => file.id)).size;
  return [
    row('Patients', files.length, `${count(files.length, 'patient')}, ${count(claims, 'claim')}`),
    row('Pages', ledgers + charts, `${count(ledgers, 'ledger')}, ${count(charts, 'chart')} with insurance`),
    row('Payer lookups', lookups.length, count(lookups.length, 'lookup')),
    row('Remittances', remittances.length, `${count(remittances.length, 'answer')} of ${count(of, 'file')}`),
    row('Your answers and fills', answered + fills, `${count(answered, 'answer')}, ${count(fills, 'fill')}`),
    row('Record of this session', record.length, count(record.length, 'entry', 'entries')),
  ];
};
