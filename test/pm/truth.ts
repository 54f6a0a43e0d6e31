import type { RemitFile } from './remittance';
import type { Variant } from './variants';

/** Everything the stand-in knows. Money is whole cents, dates are ISO, names are upper case as the PM keeps them. */
export interface Truth {
  today: string;
  payers: Payer[];
  patients: Patient[];
  policies: Policy[];
  claims: Claim[];
  sessions: Map<string, Session>;
  submissions: Submission[];
  /** What the payers have sent, whether or not it was posted as it says. */
  remittances: RemitFile[];
}

export type PayerKind = 'commercial' | 'blue' | 'medicare' | 'medicaid' | 'medigap' | 'tricare';

export interface Payer {
  /** The PM's own number: the value of its drop-down options. */
  id: string;
  /** The payer ID of electronic claims; empty when the practice never entered one. */
  ediId: string;
  name: string;
  kind: PayerKind;
  electronicSecondary: boolean;
  address: string;
}

export interface Person {
  last: string;
  first: string;
  middle: string;
  dob: string;
  sex: 'M' | 'F';
  street: string;
  city: string;
  state: string;
  zip: string;
  phone: string;
}

export interface Patient {
  /** MEMBER_ID of the addresses. */
  id: number;
  /** `HF` and digits. */
  chart: string;
  person: Person;
  ssn: string;
  active: boolean;
}

export type Rank = 'Primary' | 'Secondary' | 'Tertiary' | 'Ancillary';
export type Relationship = 'Self' | 'Spouse' | 'Child' | 'Other';

export interface Policy {
  /** POLICY_INFO_ID of the addresses. */
  id: number;
  patientId: number;
  rank: Rank;
  archived: boolean;
  payerId: string;
  /** The payer's name as the chart shows it, where it differs from the payer list. */
  payerAlias?: string;
  insuranceId: string;
  groupNo: string;
  planName: string;
  relationship: Relationship;
  insured: Person;
  effective: string;
  termination?: string;
  copay: number;
  coInsurance: number;
}

export const STATUSES = [
  'User Hold',
  'HF Rejected',
  'HF Accepted',
  'Paper Accepted',
  'Sent to Payer',
  'Acknowledged',
  'Received',
  'Rejected',
  'Payer Rejected',
  'Finalized',
] as const;
export type Status = (typeof STATUSES)[number];

export interface Adjustment {
  group: string;
  carc: string;
  amount: number;
}

export interface Posting {
  level: 'Primary' | 'Secondary';
  payerId: string;
  paid: number;
  adjustments: Adjustment[];
  checkNo: string;
  checkDate: string;
  postedDate: string;
  remarks: string[];
}

export interface Line {
  from: string;
  to: string;
  pos: string;
  procedure: string;
  modifiers: string[];
  pointers: string;
  charge: number;
  units: number;
  patientPaid: number;
  writtenOff: number;
  /** On a primary claim: moved to the secondary. On a secondary claim: what came over from the primary. */
  moved: number;
  postings: Posting[];
}

export interface Claim {
  id: string;
  patientId: number;
  level: 'Primary' | 'Secondary';
  status: Status;
  /** The primary's policy. */
  primary: number;
  /** The secondary's policy as named on the claim. */
  secondary?: number;
  /** On a secondary claim: the primary claim it was made from. */
  secondaryOf?: string;
  transmission: 'Electronic' | 'Paper';
  diagnoses: string[];
  icn: string;
  created: string;
  appeal: boolean;
  excluded: boolean;
  notes: string[];
  lines: Line[];
}

export interface Session {
  id: string;
  variant: Variant;
}

export interface Submission {
  claimId: string;
  at: number;
  form: Record<string, string>;
  errors: { code: string; fields: string[]; text: string }[];
  created?: string;
}

export const PRACTICE = {
  name: 'LAKESIDE FAMILY PRACTICE',
  street: '400 HARBOR ROAD',
  city: 'AUSTIN',
  state: 'TX',
  zip: '78701',
  phone: '5125550100',
  npi: '1234567893',
  renderingNpi: '1245319599',
  taxId: '741234567',
  provider: 'HAYES, ELEANOR MD',
} as const;

const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);

const postingsOf = (line: Line, level: Posting['level']) => line.postings.filter((p) => p.level === level);

/** Paid by the payer of `level`, net of reversals. */
export const paidBy = (line: Line, level: Posting['level'] = 'Primary') =>
  sum(postingsOf(line, level).map((p) => p.paid));

/** The adjustments of one level, one per group and CARC, zero sums left out. */
export function adjustmentsOf(line: Line, level: Posting['level'] = 'Primary'): Adjustment[] {
  const net = new Map<string, Adjustment>();
  for (const posting of postingsOf(line, level)) {
    for (const { group, carc, amount } of posting.adjustments) {
      const key = `${group}-${carc}`;
      net.set(key, { group, carc, amount: (net.get(key)?.amount ?? 0) + amount });
    }
  }
  return [...net.values()].filter((a) => a.amount !== 0);
}

/** What the primary left to the patient: the sum of its PR adjustments. */
export const patientResponsibility = (line: Line) =>
  sum(
    adjustmentsOf(line)
      .filter((a) => a.group === 'PR')
      .map((a) => a.amount),
  );

/** Charge less paid less every adjustment of the primary: 0 when the line is balanced. */
export const residual = (line: Line) => line.charge - paidBy(line) - sum(adjustmentsOf(line).map((a) => a.amount));

/** What an insurer still owes on this line. */
export function lineInsuranceBalance(claim: Claim, line: Line): number {
  if (claim.level === 'Primary') return residual(line);
  return line.moved - paidBy(line, 'Secondary') - sum(adjustmentsOf(line, 'Secondary').map((a) => a.amount));
}

/** What the patient still owes on this line. */
export function linePatientBalance(claim: Claim, line: Line): number {
  if (claim.level === 'Secondary') {
    return sum(
      adjustmentsOf(line, 'Secondary')
        .filter((a) => a.group === 'PR')
        .map((a) => a.amount),
    );
  }
  return patientResponsibility(line) - line.patientPaid - line.writtenOff - line.moved;
}

/** What all insurers up to this claim's have paid on the line: a ledger is kept by charge, not by claim. */
export const paidOnLedger = (claim: Claim, line: Line) =>
  claim.level === 'Primary' ? paidBy(line) : paidBy(line) + paidBy(line, 'Secondary');

/** The adjustments that explain the line up to this claim; what the primary left to the patient went on to the secondary. */
export function adjustmentsOnLedger(claim: Claim, line: Line): Adjustment[] {
  if (claim.level === 'Primary') return adjustmentsOf(line);
  return [...adjustmentsOf(line).filter((a) => a.group !== 'PR'), ...adjustmentsOf(line, 'Secondary')];
}

/** What this claim's payer left to the patient. */
export const responsibilityOnLedger = (claim: Claim, line: Line) =>
  sum(
    adjustmentsOf(line, claim.level)
      .filter((a) => a.group === 'PR')
      .map((a) => a.amount),
  );

export interface Totals {
  charge: number;
  insurancePaid: number;
  patientPaid: number;
  adjustments: number;
  patientResponsibility: number;
  insuranceBalance: number;
  patientBalance: number;
}

export function totalsOf(claim: Claim): Totals {
  const over = (f: (line: Line) => number) => sum(claim.lines.map(f));
  const level = claim.level;
  return {
    charge: over((l) => l.charge),
    insurancePaid: over((l) => paidBy(l, level)),
    patientPaid: over((l) => l.patientPaid),
    adjustments: over((l) => sum(adjustmentsOf(l, level).map((a) => a.amount))),
    patientResponsibility: over(patientResponsibility),
    insuranceBalance: over((l) => lineInsuranceBalance(claim, l)),
    patientBalance: over((l) => linePatientBalance(claim, l)),
  };
}

export const isBalanced = (claim: Claim) => claim.lines.every((line) => residual(line) === 0);

const FORWARDED = /^(MA18|N89|MA07)\b/;

/** The remark that says the primary has sent this claim on, when there is one. */
export function crossoverRemark(claim: Claim): string | undefined {
  return claim.lines
    .flatMap((line) => line.postings)
    .flatMap((posting) => posting.remarks)
    .find((remark) => FORWARDED.test(remark));
}

export const fullName = (p: Person) => `${p.last}, ${p.first}${p.middle ? ` ${p.middle}` : ''}`;

export const claimOf = (truth: Truth, id: string | undefined) => truth.claims.find((c) => c.id === id);
export const patientOf = (truth: Truth, id: number) => truth.patients.find((p) => p.id === id);
export const policyOf = (truth: Truth, id: number | undefined) => truth.policies.find((p) => p.id === id);
export const payerOf = (truth: Truth, id: string | undefined) => truth.payers.find((p) => p.id === id);
export const claimsOf = (truth: Truth, patientId: number) => truth.claims.filter((c) => c.patientId === patientId);
export const policiesOf = (truth: Truth, patientId: number) => truth.policies.filter((p) => p.patientId === patientId);
export const secondaryClaimOf = (truth: Truth, claim: Claim) => truth.claims.find((c) => c.secondaryOf === claim.id);

/** The payer's name as chart and claims print it. */
export function payerName(truth: Truth, policy: Policy | undefined): string {
  if (!policy) return '';
  return policy.payerAlias ?? payerOf(truth, policy.payerId)?.name ?? '';
}

/** The balances of the whole account, as the chart's frame shows them. */
export function accountBalances(truth: Truth, patientId: number): { insurance: number; patient: number } {
  const totals = claimsOf(truth, patientId).map(totalsOf);
  return { insurance: sum(totals.map((t) => t.insuranceBalance)), patient: sum(totals.map((t) => t.patientBalance)) };
}
