import type { Finding } from '../checks/check';
import type { Case, ClaimKey } from '../claim/case';
import type { Cents, IsoDate } from '../claim/claim';
import { known } from '../claim/reading';
import type { Severity } from '../policy/severity';

/** What was done with a finding. Lapsed: the finding changed, and what she said counts no more. */
export const RECORDED = ['acknowledged', 'overridden', 'taken-back', 'lapsed'] as const;
export type Recorded = (typeof RECORDED)[number];

/** One entry of the session's record: who decided what is not known to the product, why and over what is. */
export interface RecordEntry {
  /** Epoch milliseconds. */
  at: number;
  action: Recorded;
  /** Key of the patient in the session. */
  patient: string;
  /** Chart number; `''` where the page shows none. */
  chart: string;
  claim: string;
  /** First day of service; `''` where it is not read. */
  dos: IsoDate;
  check: string;
  severity: Severity;
  /** What the finding said. */
  title: string;
  reason: string;
  /** Amounts in cents as they stood then; null where they were not read or the finding has none. */
  charge: Cents | null;
  balance: Cents | null;
  /** The last row of the finding's first sum: what is left over, or by how much two sides differ. */
  difference: Cents | null;
}

const differenceOf = ({ sums = [] }: Finding): Cents | null => sums[0]?.rows.at(-1)?.amount ?? null;

/** The entry of what the biller did with a finding of a claim. */
export const entryOf = (
  { patient, claim }: ClaimKey,
  c: Case,
  finding: Finding,
  done: Pick<RecordEntry, 'at' | 'action' | 'reason'>,
): RecordEntry => ({
  ...done,
  patient,
  chart: known(c.patient.chart) ?? '',
  claim,
  dos: known(c.row.dos)?.from ?? '',
  check: finding.check,
  severity: finding.severity,
  title: finding.title,
  charge: known(c.row.charge) ?? null,
  balance: known(c.row.patientBalance) ?? null,
  difference: differenceOf(finding),
});

/** A session's record has an end: the oldest entries go. */
const MOST = 2_000;

export const withEntry = (record: readonly RecordEntry[], entry: RecordEntry): RecordEntry[] =>
  [...record, entry].slice(-MOST);

/** Reasons that were used in this session, the latest first, those of the same check before others. */
export const recentReasons = (record: readonly RecordEntry[], check: string, most = 4): string[] => {
  const given = record.filter(({ action }) => action === 'acknowledged' || action === 'overridden').toReversed();
  const inOrder = [...given.filter((entry) => entry.check === check), ...given];
  return [...new Set(inOrder.map(({ reason }) => reason))].slice(0, most);
};
