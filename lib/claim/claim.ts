import type { Reading } from './reading';

/** Whole cents. Only `money.ts` makes them from text. */
export type Cents = number;

/** A calendar date `YYYY-MM-DD`, no time, no zone. Only `dates.ts` makes them from text. */
export type IsoDate = string;

/** Payer responsibility sequence: primary, secondary, tertiary (X12 SBR01). */
export type PayerLevel = 'P' | 'S' | 'T';

/** Claim adjustment group codes (X12 CAS01). */
export type GroupCode = 'CO' | 'PR' | 'OA' | 'PI' | 'CR';

/** Normalised claim status; the words of each product stand in its profile. */
export type ClaimStatus =
  | 'user-hold'
  | 'rejected'
  | 'accepted'
  | 'paper-accepted'
  | 'sent'
  | 'received'
  | 'payer-rejected'
  | 'finalized'
  | 'voided';

export interface PersonName {
  last: string;
  first: string;
  middle: string;
}

export interface DateSpan {
  from: IsoDate;
  to: IsoDate;
}

/** One adjustment of an adjudication. Group or CARC may be missing on a page that posted an in-house code: then `''`. */
export interface Adjustment {
  group: GroupCode | '';
  carc: string;
  amount: Cents;
  /** As it stands on the page, e.g. `CO-45 42.00`. */
  raw: string;
}

/** Who a page is about. */
export interface PatientStrip {
  name: Reading<PersonName>;
  /** The chart or account number, e.g. `HF204417`. */
  chart: Reading<string>;
  dob: Reading<IsoDate>;
}

/** Things a biller can press in a claim's row. */
export interface ClaimAction {
  kind: 'cob' | 'ledger' | 'other';
  label: string;
  enabled: boolean;
  path: string;
  /** A plain same-origin address that can be read by GET, where the PM gives one. */
  href?: string;
}

/** A sign on the page that the claim was, or was not, forwarded to the next payer. */
export interface CrossoverSign {
  /** `forwarded`: evidence; `not-forwarded`: counter-evidence (MA19, N387 ...); `no-more-money`: N177. */
  says: 'forwarded' | 'not-forwarded' | 'no-more-money';
  /** The remark code, where one stands there: `MA18`. */
  code?: string;
  /** The words on the page. */
  text: string;
  page: Reading<string>;
}

/** One row of Claim History. */
export interface ClaimRow {
  id: Reading<string>;
  /** Patient control number (box 26, CLM01), where the page shows one. */
  pcn: Reading<string>;
  dos: Reading<DateSpan>;
  status: Reading<ClaimStatus>;
  /** Which payer this claim object was billed to. */
  level: Reading<PayerLevel>;
  primaryPayer: Reading<string>;
  secondaryPayer: Reading<string>;
  charge: Reading<Cents>;
  insurancePaid: Reading<Cents>;
  patientPaid: Reading<Cents>;
  adjusted: Reading<Cents>;
  insuranceBalance: Reading<Cents>;
  patientBalance: Reading<Cents>;
  /** Words beside the claim: flags, notes, remarks. */
  notes: Reading<string>;
  appeal: Reading<boolean>;
  excluded: Reading<boolean>;
  writtenOff: Reading<boolean>;
  crossover: CrossoverSign[];
  actions: ClaimAction[];
}

/** What one payer's adjudication put on one service line. */
export interface Posting {
  level: Reading<PayerLevel>;
  payer: Reading<string>;
  paid: Reading<Cents>;
  adjustments: Reading<Adjustment[]>;
  /** Adjudication or payment date: check or EOB date. */
  date: Reading<IsoDate>;
  /** Remark codes (RARC) and remarks as they stand on the page. */
  remarks: Reading<string>;
}

/** One service line of the charge ledger. */
export interface LedgerLine {
  /** 1-based, as the biller counts. */
  n: number;
  dos: Reading<IsoDate>;
  procedure: Reading<string>;
  modifiers: Reading<string[]>;
  units: Reading<number>;
  charge: Reading<Cents>;
  insurancePaid: Reading<Cents>;
  patientPaid: Reading<Cents>;
  patientResponsibility: Reading<Cents>;
  balance: Reading<Cents>;
  postings: Posting[];
}

/** The charge ledger of one claim. */
export interface Ledger {
  claimId: Reading<string>;
  lines: LedgerLine[];
  /** Totals as the page shows them. */
  totalCharge: Reading<Cents>;
  totalBalance: Reading<Cents>;
  insuranceBalance: Reading<Cents>;
  patientBalance: Reading<Cents>;
  patientPaid: Reading<Cents>;
  statementSent: Reading<boolean>;
  writtenOff: Reading<boolean>;
  crossover: CrossoverSign[];
}

export type Sex = 'M' | 'F' | 'U';

/** Patient's relationship to the insured, as CMS-1500 box 6 knows it. */
export type Relationship = 'self' | 'spouse' | 'child' | 'other';

export interface Address {
  line1: string;
  city: string;
  state: string;
  zip: string;
  phone: string;
}

/** One insurance profile of the chart. */
export interface Policy {
  rank: Reading<'primary' | 'secondary' | 'tertiary' | 'ancillary' | 'archived'>;
  active: Reading<boolean>;
  payer: Reading<string>;
  payerId: Reading<string>;
  memberId: Reading<string>;
  group: Reading<string>;
  plan: Reading<string>;
  /** `medicare`, `medicaid`, `commercial` ... as the chart calls the type. */
  type: Reading<string>;
  insured: Reading<PersonName>;
  insuredDob: Reading<IsoDate>;
  insuredSex: Reading<Sex>;
  insuredAddress: Reading<Address>;
  relationship: Reading<Relationship>;
  effective: Reading<IsoDate>;
  terminated: Reading<IsoDate>;
  /** Whether the payer takes electronic secondary claims, where the PM says so. */
  electronicSecondary: Reading<boolean>;
  path: string;
}

/** What the chart says about the patient and the insurance. */
export interface Chart {
  sex: Reading<Sex>;
  address: Reading<Address>;
  policies: Policy[];
  patientBalance: Reading<Cents>;
}
