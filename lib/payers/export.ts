import type { FilingBasis, FilingLimit, FilingRule } from '../claim/filing';
import { FIELDS, type Field } from './columns';
import type { PayerEntry } from './entry';

const BASES: Readonly<Record<FilingBasis, string>> = {
  DOS_FROM: 'DOS_FROM',
  DOS_TO: 'DOS',
  PRIMARY_EOB: 'PRIMARY_EOB',
};

const limitCells = (limit: FilingLimit | undefined): [basis: string, value: string, unit: string] =>
  limit ? [BASES[limit.basis], String(limit.value), limit.unit] : ['', '', ''];

/** Of two limits the one from the service stands in the columns of the primary. */
const ruleCells = (rule: FilingRule | undefined): [basis: string, value: string, unit: string] => {
  if (!rule || !('limits' in rule)) return limitCells(rule);
  const [, value, unit] = limitCells(rule.limits[1]);
  return [rule.basis, value, unit];
};

const cellsOf = (entry: PayerEntry): Record<Field, string> => {
  const rule = entry.secondaryFiling;
  const [primaryBasis, primaryValue, primaryUnit] = limitCells(
    entry.primaryFiling ?? (rule && 'limits' in rule ? rule.limits[0] : undefined),
  );
  const [secondaryBasis, secondaryValue, secondaryUnit] = ruleCells(rule);
  return {
    payerId: entry.payerId,
    name: entry.name,
    aliases: entry.aliases.join('|'),
    clearinghouse: entry.clearinghouse,
    filingIndicator: entry.filingIndicator ?? '',
    professional: entry.professional ?? '',
    electronicSecondary: entry.electronicSecondary?.replace('-', '_') ?? 'unknown',
    crossoverCarrier: entry.crossoverCarrier ?? '',
    cobaId: entry.cobaId ?? '',
    primaryBasis,
    primaryValue,
    primaryUnit,
    secondaryBasis,
    secondaryValue,
    secondaryUnit,
    cobMethod: entry.cobMethod ?? '',
    boxTemplate: entry.boxTemplate ?? '',
    eobOnPaper: entry.eobOnPaper ?? '',
    eafRequired: entry.eafRequired ?? '',
    notes: entry.notes ?? '',
    sourceUrl: entry.sourceUrl ?? '',
    asOf: entry.asOf,
    otherIds: entry.otherIds.join('|'),
    kind: entry.kind ?? '',
    box29: entry.box29 ?? '',
  };
};

/** Payers as rows of the product's own format, the head row first. What writes the file makes formulas harmless. */
export const exportRows = (entries: readonly PayerEntry[]): string[][] => [
  FIELDS.map(({ title }) => title),
  ...entries.map((entry) => {
    const cells = cellsOf(entry);
    return FIELDS.map(({ id }) => cells[id]);
  }),
];
