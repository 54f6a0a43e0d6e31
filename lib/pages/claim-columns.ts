import type { ClaimRow } from '../claim/claim';
import type { Reading } from '../claim/reading';
import type { Sort } from './claim-values';
import type { ClaimColumn } from './profile';
import type { Columns } from './table';

/** The values of a claim's row. */
export type ReadingField = {
  [K in keyof ClaimRow]: ClaimRow[K] extends Reading<unknown> ? K : never;
}[keyof ClaimRow];

/** What the biller calls each value. */
export const FIELDS = {
  id: 'Claim number',
  pcn: 'Patient control number',
  dos: 'Date of service',
  status: 'Status',
  level: 'Level',
  primaryPayer: 'Primary payer',
  secondaryPayer: 'Secondary payer',
  charge: 'Charge',
  insurancePaid: 'Insurance paid',
  patientPaid: 'Patient paid',
  adjusted: 'Adjusted',
  insuranceBalance: 'Insurance balance',
  patientBalance: 'Patient balance',
  notes: 'Notes',
  appeal: 'Appeal',
  excluded: 'Excluded',
  writtenOff: 'Written off',
} satisfies Record<ReadingField, string>;

/** What sort of value each is. */
export const SORT: Record<ReadingField, Sort> = {
  id: 'id',
  pcn: 'text',
  dos: 'dos',
  status: 'status',
  level: 'level',
  primaryPayer: 'payer',
  secondaryPayer: 'payer',
  charge: 'money',
  insurancePaid: 'money',
  patientPaid: 'money',
  adjusted: 'money',
  insuranceBalance: 'money',
  patientBalance: 'money',
  notes: 'text',
  appeal: 'yesNo',
  excluded: 'yesNo',
  writtenOff: 'yesNo',
};

/** Where a value stands in a row. */
export type Source =
  /** In a column of its own; where several could be it, in none of them. */
  | { kind: 'column'; columns: number[] }
  /** From one column to another. */
  | { kind: 'span'; columns: [from: number, to: number] }
  /** One of several values in a cell. */
  | { kind: 'part'; columns: number[]; part: number; parts: number };

export type Sources = ReadonlyMap<ClaimColumn, Source>;

/** The column that a source begins with. */
export const firstColumn = (source: Source | undefined): number | undefined => source?.columns[0];

/** Where the heads say that each value stands. */
export const sourcesOf = ({ of, merged }: Columns<ClaimColumn>): Sources => {
  const sources = new Map<ClaimColumn, Source>();
  for (const [meaning, columns] of of) sources.set(meaning, { kind: 'column', columns: [...columns] });
  for (const [column, list] of merged) {
    list.forEach((meaning, part) => {
      const known = sources.get(meaning);
      if (known) known.columns.push(column);
      else sources.set(meaning, { kind: 'part', columns: [column], part, parts: list.length });
    });
  }
  const from = sources.get('dosFrom');
  const to = sources.get('dosTo');
  if (from && !sources.has('dos')) {
    sources.set('dos', to ? { kind: 'span', columns: [firstColumn(from) ?? 0, firstColumn(to) ?? 0] } : from);
  }
  const share = sources.get('patientShare');
  if (share && !sources.has('patientBalance')) sources.set('patientBalance', share);
  return sources;
};
