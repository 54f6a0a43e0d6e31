import { useEffect, useRef, useState } from 'react';
import type { IsoDate } from '../lib/claim/claim';
import type { OpenedTable } from '../lib/payer-reader';
import { keptFor, type Mapping, mappingOf, presetOf } from '../lib/payers/columns';
import { type Conversion, mappingProblem } from '../lib/payers/import';
import { shown } from './models/text';
import type { Services } from './services';

/** What the biller can change before an import. */
export interface Choices {
  mapping: Mapping;
  clearinghouse: string;
  asOf: IsoDate;
}

/** A file that is looked at before anything of it is kept. */
export interface OpenImport extends Choices {
  is: 'open';
  name: string;
  table: OpenedTable;
  /** Where the columns come from. */
  by: 'kept' | 'preset' | 'heads';
  note?: string;
  /** Why these columns cannot be read. */
  problem?: string;
  /** What an import would bring; undefined while it is worked out. */
  conversion?: Conversion;
}

export type ImportState =
  | { is: 'none' }
  | { is: 'reading'; name: string }
  | { is: 'refused'; why: string }
  | OpenImport
  | { is: 'done'; name: string; payers: number; list: string }
  | { is: 'undone'; name: string };

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** One import after the other. What is worked out for an earlier choice is thrown away. */
export const usePayerImport = ({ payerLists, today }: Services) => {
  const [state, setState] = useState<ImportState>({ is: 'none' });
  const turn = useRef(0);
  useEffect(() => () => payerLists.close(), [payerLists]);

  const work = async (open: OpenImport): Promise<void> => {
    turn.current += 1;
    const mine = turn.current;
    const { conversion: _before, problem: _solved, ...base } = open;
    const problem =
      mappingProblem(base.mapping, base.table.heads) ?? (DATE.test(base.asOf) ? undefined : 'Type a date.');
    if (problem !== undefined) {
      setState({ ...base, problem });
      return;
    }
    setState(base);
    const conversion = await payerLists.convert(base.mapping, {
      clearinghouse: base.clearinghouse.trim(),
      asOf: base.asOf,
      today: today(),
    });
    if (turn.current !== mine) return;
    setState(
      conversion ? { ...base, conversion } : { is: 'refused', why: `Reading stopped. ${base.name} is not read.` },
    );
  };

  const choose = async (file: File): Promise<void> => {
    turn.current += 1;
    const mine = turn.current;
    const name = shown(file.name, 80);
    setState({ is: 'reading', name });
    const [opened, kept] = await Promise.all([payerLists.open(file), payerLists.mappings()]);
    if (turn.current !== mine) return;
    if (opened.is === 'refused') {
      setState({ is: 'refused', why: shown(opened.why) });
      return;
    }
    const { heads } = opened.table;
    const before = keptFor(heads, kept);
    const preset = presetOf(heads);
    await work({
      is: 'open',
      name,
      table: opened.table,
      by: before ? 'kept' : preset ? 'preset' : 'heads',
      mapping: before?.columns ?? mappingOf(heads),
      clearinghouse: before?.clearinghouse ?? preset?.clearinghouse ?? '',
      asOf: today(),
      ...(preset?.note === undefined ? {} : { note: preset.note }),
    });
  };

  const change = (changes: Partial<Choices>): void => {
    if (state.is === 'open') void work({ ...state, ...changes });
  };

  const run = async (): Promise<void> => {
    if (state.is !== 'open' || !state.conversion) return;
    const { name, table, mapping, conversion } = state;
    const clearinghouse = state.clearinghouse.trim();
    const id = crypto.randomUUID();
    const payers = conversion.counts.payers;
    try {
      await payerLists.keep({ id, name, clearinghouse, importedOn: today(), count: payers }, conversion.rows, {
        heads: table.heads,
        columns: mapping,
        clearinghouse,
      });
      setState({ is: 'done', name, payers, list: id });
    } catch {
      setState({
        is: 'refused',
        why: `The browser has no room for ${name}. Nothing was kept. Remove an older list first.`,
      });
    }
    payerLists.close();
  };

  const undo = async (): Promise<void> => {
    if (state.is !== 'done') return;
    await payerLists.remove(state.list);
    setState({ is: 'undone', name: state.name });
  };

  const cancel = (): void => {
    turn.current += 1;
    payerLists.close();
    setState({ is: 'none' });
  };

  return { state, choose, change, run, undo, cancel };
};
