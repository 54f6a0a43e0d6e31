import type { ClaimStatus, PayerLevel, Policy, Relationship, Sex } from '../claim/claim';
import type { PageKind } from '../claim/reading';
import type { Wordings } from './words';

export type Rank = Extract<Policy['rank'], { kind: 'read' }>['value'];

/** What a column of Claim History can be. */
export type ClaimColumn =
  | 'id'
  | 'pcn'
  | 'patient'
  | 'dos'
  | 'dosFrom'
  | 'dosTo'
  | 'status'
  | 'level'
  | 'payer'
  | 'payers'
  | 'primaryPayer'
  | 'secondaryPayer'
  | 'charge'
  | 'insurancePaid'
  | 'patientPaid'
  | 'adjusted'
  | 'insuranceBalance'
  | 'patientBalance'
  /** Taken for the balance only where no column of that name stands beside it. */
  | 'patientShare'
  | 'notes'
  | 'flags'
  | 'appeal'
  | 'excluded'
  | 'writtenOff'
  | 'crossover'
  | 'actions';

/** What a column of the charge ledger can be. */
export type LedgerColumn =
  | 'line'
  | 'claim'
  | 'dos'
  | 'procedure'
  | 'modifiers'
  | 'units'
  | 'charge'
  | 'paid'
  | 'insurancePaid'
  | 'primaryPaid'
  | 'secondaryPaid'
  | 'patientPaid'
  | 'patientResponsibility'
  | 'balance'
  | 'insuranceBalance'
  | 'patientBalance'
  | 'adjustments'
  | 'group'
  | 'reason'
  | 'groupReason'
  | 'amount'
  | 'level'
  | 'payer'
  /** When the payer decided or paid: check, EOB, adjudication. */
  | 'date'
  /** When the practice posted it: taken only where no other date stands there. */
  | 'postedDate'
  | 'remarks';

/** What a column, or a label, of the chart's insurance can be. */
export type PolicyField =
  | 'rank'
  | 'active'
  | 'payer'
  | 'payerId'
  | 'memberId'
  | 'group'
  | 'plan'
  | 'type'
  | 'insured'
  | 'insuredDob'
  | 'insuredSex'
  | 'insuredAddress'
  | 'insuredStreet'
  | 'insuredCity'
  | 'insuredState'
  | 'insuredZip'
  | 'insuredPhone'
  | 'relationship'
  | 'effective'
  | 'terminated'
  | 'electronicSecondary';

/** Labels about the patient and the account. */
export type PatientLabel =
  | 'name'
  | 'chart'
  | 'dob'
  | 'sex'
  | 'address'
  | 'street'
  | 'city'
  | 'state'
  | 'zip'
  | 'phone'
  | 'patientBalance'
  | 'insuranceBalance'
  | 'totalBalance'
  | 'totalCharge'
  | 'patientPaid'
  | 'statementSent'
  | 'writtenOff'
  | 'crossover'
  | 'claimId';

/** What a column of a payer search's result can be. */
export type HitColumn = 'insuranceId' | 'name' | 'insured' | 'dob' | 'payer' | 'group';

/** Parts of the form that are not boxes. */
export type FormPart = 'lastName' | 'search' | 'submit' | 'claimId';

/** How one kind of page is known. Every hint adds to a score; no hint is enough alone. */
export interface PageHints {
  page: PageKind;
  /** Words in path or query, divided by `|`. */
  address: string;
  /** Words in title or headings, divided by `|`. */
  headings: string;
  /** Which table the page has: columns of which the header row must have these many. */
  table?: { of: 'claims' | 'ledger' | 'policies' | 'hits'; all: string[]; least: number };
  /** How many printed box numbers of the CMS-1500 the page must show. */
  boxes?: number;
  /** A control that only this page has. */
  control?: string;
  /** Words that stand in the page's text, divided by `|`. */
  text?: string;
}

/**
 * Everything that is one product's own: addresses, words, classes. Data only.
 * Wordings are matched whole, without case, order of words, plural and punctuation (`words.ts`).
 */
export interface Profile {
  id: string;
  /** The product's name as its users call it. */
  name: string;
  /** Host names; `*.` stands for any subdomain. */
  hosts: string[];
  pages: PageHints[];
  /** Headings of screens that look like a known one and are not. */
  otherScreens: string;
  /** Selectors: weak hints where the page prints its title, the patient, errors and notices. */
  selectors: { title: string; strip: string; errors: string; notices: string; claimId: string };
  columns: {
    claims: Wordings<ClaimColumn>;
    ledger: Wordings<LedgerColumn>;
    policies: Wordings<PolicyField>;
    hits: Wordings<HitColumn>;
  };
  labels: { patient: Wordings<PatientLabel>; form: Wordings<FormPart> };
  /** Pattern of a chart number. */
  chartNumber: string;
  statuses: Wordings<ClaimStatus>;
  levels: Wordings<PayerLevel>;
  ranks: Wordings<Rank>;
  relationships: Wordings<Relationship>;
  sexes: Wordings<Sex>;
  yesNo: Wordings<'yes' | 'no'>;
  actions: Wordings<'cob' | 'ledger'>;
  /** Words by which a greyed-out action says that it cannot be pressed. */
  unavailable: string;
  flags: Record<'appeal' | 'excluded' | 'writtenOff' | 'statementSent', { yes: string; no: string }>;
  crossover: {
    codes: Record<'forwarded' | 'not-forwarded' | 'no-more-money', string>;
    /** Words of a clause about forwarding, its negation, its doubt, and forwarding to somebody who is no payer. */
    words: string;
    negation: string;
    doubt: string;
    elsewhere: string;
  };
  /** Words by which the page says what it is doing, or that it failed. */
  phrases: {
    none: string;
    busy: string;
    /** Of a search alone: it did not come through. */
    searchFailed: string;
    signedOut: string;
    serverError: string;
    success: string;
    next: string;
    total: string;
  };
  transmission: { electronic: string; paper: string };
  /** Labels of the parts that share one printed number, by the end of their box id. */
  parts: Wordings<string>;
  /** Labels of the form's boxes where the printed number is missing or shared, by box id; `24.n.` for any line. */
  boxes: Wordings<string>;
}

/** The profile with more hosts: the test flavour's loopback. */
export const withHosts = (profile: Profile, extraHosts: string[]): Profile => ({
  ...profile,
  hosts: [...profile.hosts, ...extraHosts],
});
