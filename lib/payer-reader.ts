import { NotAList, readTable } from './payer-table';
import type { Mapping } from './payers/columns';
import { type Conversion, convert, type Table } from './payers/import';
import type { RowDefaults } from './payers/rows';

/** What a file looks like, for the choice of its columns. */
export interface OpenedTable {
  heads: readonly string[];
  /** The first rows under the heads. */
  sample: readonly (readonly string[])[];
  rows: number;
}

export type Opened = { is: 'table'; table: OpenedTable } | { is: 'refused'; why: string };

/** Reads payer lists in a thread of its own; holds one file at a time. */
export interface PayerReader {
  open: (name: string, bytes: ArrayBuffer) => Opened;
  /** What an import by these columns would bring; undefined where no file is open. */
  convert: (mapping: Mapping, defaults: RowDefaults) => Conversion | undefined;
}

const SAMPLE = 3;

export const createPayerReader = (): PayerReader => {
  let table: Table | undefined;
  return {
    open: (name, bytes) => {
      table = undefined;
      try {
        table = readTable(new Uint8Array(bytes), name.slice(0, 80));
      } catch (error) {
        if (error instanceof NotAList) return { is: 'refused', why: error.message };
        return { is: 'refused', why: `${name.slice(0, 80)} cannot be read. Nothing was read.` };
      }
      const { heads, rows } = table;
      const filled = rows.filter((cells) => cells.some((cell) => cell.trim() !== ''));
      return {
        is: 'table',
        table: {
          heads,
          rows: filled.length,
          sample: filled.slice(0, SAMPLE).map((cells) => heads.map((_, i) => (cells[i] ?? '').slice(0, 80))),
        },
      };
    },
    convert: (mapping, defaults) => table && convert(table, mapping, defaults),
  };
};
