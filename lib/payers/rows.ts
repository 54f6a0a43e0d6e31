import type { IsoDate } from '../claim/claim';
import { parseDate } from '../claim/dates';
import type { FilingBasis, FilingLimit, FilingRule } from '../claim/filing';
import { BOX_29, COB_METHODS, type CobMethod, type Professional, TEMPLATES, type YesNo } from '../claim/payer-words';
import type { Field, Mapping } from './columns';
import { KINDS, type PayerEntry } from './entry';

/** What is wrong with one row. `error`: the row is left out. `warning`: one value of it is. */
export interface RowProblem {
  /** As the spreadsheet counts: the head row is one of them. */
  row: number;
  severity: 'error' | 'warning';
  text: string;
}

/** What holds for every row where no column says otherwise. */
export interface RowDefaults {
  clearinghouse: string;
  asOf: IsoDate;
  /** The day of the import, against which words are old. */
  today: IsoDate;
}

const LONGEST = 200;
const LONGEST_NOTE = 1_000;
const MOST_NAMES = 50;
const MOST_TIME = 3_660;

const quoted = (text: string): string => `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;

/** `="00431"`: how spreadsheets keep leading zeros. */
const TEXT_FORMULA = /^="([^"]*)"$/;
/** A formula that an export made harmless. */
const HARMLESS = /^'[=+\-@\t\r]/;

/** A cell as text; undefined for a formula. */
const cellText = (cell: string): string | undefined => {
  const text = cell.trim();
  const inner = TEXT_FORMULA.exec(text)?.[1];
  if (inner !== undefined) return inner.trim();
  if (HARMLESS.test(text)) return text.slice(1).trim();
  return text.startsWith('=') ? undefined : text;
};

const YES = new Set(['yes', 'y', 'true', 'supported', '1']);
const NO = new Set(['no', 'n', 'false', 'not supported', '0']);
const ENROLL = new Set(['enroll', 'enrollment required', 'enrolment required', 'enrollment']);
const PAPER = new Set(['paper only', 'paper', 'print']);
const SILENT = new Set(['', 'unknown', '?', 'n a', 'na']);

const word = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9?]+/g, ' ')
    .trim();

/** One row while it is read: its cells by field, and what is wrong. */
class Row {
  readonly problems: RowProblem[] = [];
  readonly #cells: readonly string[];
  readonly #mapping: Mapping;
  readonly #number: number;

  constructor(cells: readonly string[], mapping: Mapping, number: number) {
    this.#cells = cells;
    this.#mapping = mapping;
    this.#number = number;
  }

  warn(text: string): undefined {
    this.problems.push({ row: this.#number, severity: 'warning', text });
  }

  refuse(text: string): undefined {
    this.problems.push({ row: this.#number, severity: 'error', text });
  }

  get isRefused(): boolean {
    return this.problems.some(({ severity }) => severity === 'error');
  }

  /** The text of a field; `''` where the file has no such column or nothing stands there. A formula is left out, said. */
  text(field: Field, longest = LONGEST): string {
    const column = this.#mapping[field];
    if (column === undefined) return '';
    const raw = this.#cells[column] ?? '';
    const text = cellText(raw);
    if (text === undefined) return this.warn(`${quoted(raw)} is a formula. It is not read.`) ?? '';
    if (text.length > longest)
      return this.warn(`${quoted(text)} is longer than ${longest} characters. It is not read.`) ?? '';
    return text;
  }

  list(field: Field): string[] {
    const parts = this.text(field, LONGEST_NOTE * 4)
      .split('|')
      .map((part) => part.trim())
      .filter((part) => part !== '' && part.length <= LONGEST);
    return [...new Set(parts)].slice(0, MOST_NAMES);
  }

  /** The value of a field by its words; undefined where the list says nothing, and, said, where the word is not known. */
  choice<T extends string>(field: Field, of: (said: string) => T | undefined): T | undefined {
    const text = this.text(field);
    if (SILENT.has(word(text))) return undefined;
    return of(word(text)) ?? this.warn(`${quoted(text)} is not known here. It counts as not said.`);
  }
}

const yesNo = (said: string): YesNo | undefined => (YES.has(said) ? 'yes' : NO.has(said) ? 'no' : undefined);

const oneOf =
  <T extends string>(all: readonly T[]) =>
  (said: string): T | undefined =>
    all.find((one) => word(one) === said);

const takes = (said: string): NonNullable<PayerEntry['electronicSecondary']> | undefined =>
  PAPER.has(said) ? 'paper-only' : yesNo(said);

const professional = (said: string): Professional | undefined => (ENROLL.has(said) ? 'enroll' : yesNo(said));

/** A way of Medicaid that is not known is still Medicaid's. */
const cobMethod = (said: string): CobMethod | undefined =>
  oneOf(COB_METHODS)(said) ?? (said.startsWith('medicaid') ? 'medicaid' : undefined);

const UNITS: Readonly<Record<string, FilingLimit['unit']>> = {
  d: 'D',
  day: 'D',
  days: 'D',
  m: 'M',
  month: 'M',
  months: 'M',
  y: 'Y',
  year: 'Y',
  years: 'Y',
};

const BASES: Readonly<Record<string, FilingBasis>> = {
  dos: 'DOS_TO',
  'dos to': 'DOS_TO',
  'dos from': 'DOS_FROM',
  'primary eob': 'PRIMARY_EOB',
  eob: 'PRIMARY_EOB',
};

const known = <T>(table: Readonly<Record<string, T>>, text: string): T | undefined =>
  Object.hasOwn(table, word(text)) ? table[word(text)] : undefined;

const INCOMPLETE = 'It is not read.';

/** Number and unit of a time to file; undefined, said, where either is none. */
const timeOf = (row: Row, value: string, unit: string): Pick<FilingLimit, 'value' | 'unit'> | undefined => {
  const number = /^\d{1,4}$/.test(value) ? Number(value) : 0;
  const by = known(UNITS, unit);
  if (number < 1 || number > MOST_TIME) return row.warn(`${quoted(value)} is no time to file. ${INCOMPLETE}`);
  return by ? { value: number, unit: by } : row.warn(`${quoted(unit)} is not D, M or Y. The time to file is not read.`);
};

const primaryLimit = (row: Row): FilingLimit | undefined => {
  const [basis, value, unit] = [row.text('primaryBasis'), row.text('primaryValue'), row.text('primaryUnit')];
  if (basis === '' && value === '' && unit === '') return undefined;
  const from = basis === '' ? 'DOS_TO' : known(BASES, basis);
  if (!from) return row.warn(`${quoted(basis)} is not a day to count from. The time to file is not read.`);
  const time = timeOf(row, value, unit);
  return time && { basis: from, ...time };
};

const BOTH: Readonly<Record<string, 'LATER_OF' | 'EARLIER_OF'>> = {
  'later of': 'LATER_OF',
  'earlier of': 'EARLIER_OF',
};

/**
 * `LATER_OF` and `EARLIER_OF` combine the payer's limit from the service, which stands in the columns of the primary, with
 * the one from the primary's answer, which stands in those of the secondary.
 */
const secondaryRule = (row: Row, primary: FilingLimit | undefined): FilingRule | undefined => {
  const [basis, value, unit] = [row.text('secondaryBasis'), row.text('secondaryValue'), row.text('secondaryUnit')];
  if (basis === '' && value === '' && unit === '') return undefined;
  const both = known(BOTH, basis);
  const from = both ? 'PRIMARY_EOB' : known(BASES, basis);
  if (!from) return row.warn(`${quoted(basis)} is not a day to count from. The time to file as secondary is not read.`);
  const time = timeOf(row, value, unit);
  if (!time) return undefined;
  if (!both) return { basis: from, ...time };
  if (!primary || primary.basis === 'PRIMARY_EOB')
    return row.warn(`${basis} needs the time to file from the service, in the columns of the primary. ${INCOMPLETE}`);
  return { basis: both, limits: [primary, { basis: from, ...time }] };
};

const asOfDate = (row: Row, today: IsoDate): IsoDate => {
  const text = row.text('asOf');
  if (text === '') return today;
  const parsed = parseDate(text);
  if (parsed.ok) return parsed.value;
  row.warn(`${parsed.why}. The day of the import counts instead.`.replace(/^./, (first) => first.toUpperCase()));
  return today;
};

const present = <T extends object>(values: { [K in keyof T]: T[K] | undefined | '' }): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')) as Partial<T>;

/** Reads one row as a payer. No entry where it has no ID or no name; each value that cannot be read is left out and said. */
export const readRow = (
  cells: readonly string[],
  mapping: Mapping,
  number: number,
  defaults: RowDefaults,
): { entry: PayerEntry | undefined; problems: RowProblem[] } => {
  const row = new Row(cells, mapping, number);
  const [payerId, name] = [row.text('payerId', 80), row.text('name')];
  if (payerId === '') row.refuse('It has no payer ID. The row is left out.');
  else if (name === '') row.refuse('It has no payer name. The row is left out.');
  if (row.isRefused) return { entry: undefined, problems: row.problems };
  const primary = primaryLimit(row);
  const entry: PayerEntry = {
    payerId,
    name,
    aliases: row.list('aliases'),
    otherIds: row.list('otherIds'),
    clearinghouse: row.text('clearinghouse') || defaults.clearinghouse,
    asOf: asOfDate(row, defaults.asOf),
    ...present<Omit<PayerEntry, 'payerId' | 'name' | 'aliases' | 'otherIds' | 'clearinghouse' | 'asOf'>>({
      kind: row.choice('kind', oneOf(KINDS)),
      filingIndicator: row.text('filingIndicator', 10),
      professional: row.choice('professional', professional),
      electronicSecondary: row.choice('electronicSecondary', takes),
      crossoverCarrier: row.choice('crossoverCarrier', yesNo),
      cobaId: row.text('cobaId', 20),
      primaryFiling: primary,
      secondaryFiling: secondaryRule(row, primary),
      cobMethod: row.choice('cobMethod', cobMethod),
      boxTemplate: row.choice('boxTemplate', oneOf(TEMPLATES)),
      box29: row.choice('box29', oneOf(BOX_29)),
      eobOnPaper: row.choice('eobOnPaper', yesNo),
      eafRequired: row.choice('eafRequired', yesNo),
      notes: row.text('notes', LONGEST_NOTE),
      sourceUrl: row.text('sourceUrl', LONGEST_NOTE),
    }),
  };
  return { entry, problems: row.problems };
};
