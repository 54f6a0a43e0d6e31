import Papa from 'papaparse';
import type { Cell } from './record/rows';

/** Rows as the text of a CSV file, every text quoted, numbers not; with the mark by which Excel knows UTF-8. */
export const recordCsv = (rows: readonly (readonly Cell[])[]): string =>
  `\ufeff${Papa.unparse(
    rows.map((row) => [...row]),
    { quotes: rows[0]?.map((_, column) => rows.some((row, i) => i > 0 && typeof row[column] === 'string')) ?? false },
  )}\r\n`;
