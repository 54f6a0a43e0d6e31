import { FIELDS, isBarred, type Mapping, REQUIRED } from './columns';
import { isStale, type PayerEntry, type PayerRows } from './entry';
import { keysOf } from './lists';
import { type RowDefaults, type RowProblem, readRow } from './rows';

/** A list as rows of cells. `first` is the number of the head row as the spreadsheet counts it, from 1. */
export interface Table {
  heads: readonly string[];
  rows: readonly (readonly string[])[];
  first: number;
  /** Values follow each other without places of their own: one too many moves all that come after it. */
  delimited?: boolean;
}

/** What would be imported, before anything is. */
export interface Conversion {
  rows: PayerRows;
  counts: {
    /** Rows with anything in them, without the head row. */
    rows: number;
    payers: number;
    leftOut: number;
    /** Payers that stood in the file more than once; the last one counts. */
    repeated: number;
    saysElectronic: number;
    saysFiling: number;
    /** Payers whose word is older than `STALE_AFTER` days on the day of the import. */
    stale: number;
  };
  /** The first ones; `problemCount` has them all. */
  problems: RowProblem[];
  problemCount: number;
  /** The first payers. */
  sample: PayerEntry[];
}

const MOST_PROBLEMS = 200;
const SAMPLE = 5;

const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** One payer of one clearinghouse, whatever the spelling. */
const identity = ({ payerId, clearinghouse }: PayerEntry): string =>
  `${payerId.toUpperCase()}\n${clearinghouse.toUpperCase()}`;

/** Why these columns cannot be read as a payer list; undefined where they can. */
export const mappingProblem = (mapping: Mapping, heads: readonly string[]): string | undefined => {
  const missing = REQUIRED.find((field) => mapping[field] === undefined);
  if (missing) {
    const label = FIELDS.find(({ id }) => id === missing)?.label ?? missing;
    return `Say which column is the ${label.replace(/^Payer/, 'payer')}.`;
  }
  const barred = FIELDS.find(({ id }) => {
    const column = mapping[id];
    return column !== undefined && isBarred(id, heads, column);
  });
  return (
    barred && `${heads[mapping[barred.id] ?? -1] ?? ''} does not say that. Choose another column for: ${barred.label}.`
  );
};

/** A text file's row with more values than heads: a value holds the delimiter without quotes, and nobody knows which. */
const isMoved = ({ heads, delimited }: Table, cells: readonly string[]): boolean =>
  delimited === true && cells.slice(heads.length).some((cell) => cell.trim() !== '');

const movedProblem = ({ heads }: Table, cells: readonly string[], row: number): RowProblem => ({
  row,
  severity: 'error',
  text: `It has ${cells.length} values under ${heads.length} heads: one of them needs quotes. The row is left out.`,
});

/**
 * Reads a table as payers, row by row. A row without ID or name is left out, and one whose values are moved; of one payer that
 * stands there twice, the last counts.
 */
export const convert = (table: Table, mapping: Mapping, defaults: RowDefaults): Conversion => {
  const kept = new Map<string, { entry: PayerEntry; row: number }>();
  const problems: RowProblem[] = [];
  const counts = { rows: 0, payers: 0, leftOut: 0, repeated: 0, saysElectronic: 0, saysFiling: 0, stale: 0 };
  table.rows.forEach((cells, i) => {
    if (isEmpty(cells)) return;
    const row = table.first + 1 + i;
    counts.rows += 1;
    if (isMoved(table, cells)) {
      counts.leftOut += 1;
      problems.push(movedProblem(table, cells, row));
      return;
    }
    const { entry, problems: found } = readRow(cells, mapping, row, defaults);
    problems.push(...found);
    if (!entry) {
      counts.leftOut += 1;
      return;
    }
    const key = identity(entry);
    const before = kept.get(key);
    if (before) {
      counts.repeated += 1;
      const text = `Payer ID ${entry.payerId} stands in row ${before.row} too. This row counts.`;
      problems.push({ row, severity: 'warning', text });
      kept.delete(key);
    }
    kept.set(key, { entry, row });
  });
  const entries = [...kept.values()].map(({ entry }) => entry);
  return {
    rows: {
      entries: entries.map((entry) => JSON.stringify(entry)),
      keys: entries.map((entry) => keysOf(entry).join('\n')),
    },
    counts: {
      ...counts,
      payers: entries.length,
      saysElectronic: entries.filter(({ electronicSecondary }) => electronicSecondary !== undefined).length,
      saysFiling: entries.filter(({ secondaryFiling }) => secondaryFiling !== undefined).length,
      stale: entries.filter(({ asOf }) => isStale(asOf, defaults.today)).length,
    },
    problems: problems.slice(0, MOST_PROBLEMS),
    problemCount: problems.length,
    sample: entries.slice(0, SAMPLE),
  };
};
