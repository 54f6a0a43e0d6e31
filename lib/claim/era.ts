import type { Cents, DateSpan, IsoDate } from './claim';

/**
 * An 835 health care claim payment as plain data (X12 005010X221A1, and 4010 as met in the wild).
 * `null` is "not given, or not readable": where something stands that cannot be read exactly, `problems` says so with its
 * segment. Amounts are whole cents with the sign of the file; dates are ISO.
 */
export interface Era {
  /** Interchanges (ISA) in the file; 0 where the file has none. */
  interchanges: number;
  sets: EraSet[];
  problems: EraProblem[];
}

/** `error`: a value or a part is not read. `warning`: read, but it does not fit together. `info`: harmless. */
export type ProblemSeverity = 'error' | 'warning' | 'info';

export interface EraProblem {
  severity: ProblemSeverity;
  /** Number of the segment in the file, from 1; 0 where it is about the file as a whole. */
  segment: number;
  text: string;
}

/** A payer or payee as the header names it. `ids` are further identifiers by qualifier, e.g. `{ '2U': '12345', TJ: '123456789' }`. */
export interface EraParty {
  name: string;
  id: string;
  idQualifier: string;
  ids: Record<string, string>;
}

/** How the money came (BPR04): ACH, check, wire, none, or what else stands there. */
export type PaymentMethod = 'ACH' | 'CHK' | 'FWT' | 'BOP' | 'NON' | (string & {});

/** One transaction set: one payment, usually one check or EFT. */
export interface EraSet {
  /** Transaction set control number (ST02). */
  control: string;
  /** Number of the ST segment (or of the first segment where ST is missing). */
  segment: number;
  /** ISA15 `T`: do not post or bill from it. */
  test: boolean;
  payer: EraParty;
  payee: EraParty;
  /** Check or EFT number (TRN02). */
  trace: string;
  /** Payment date (BPR16), else production date (DTM*405). */
  paidOn: IsoDate | null;
  method: PaymentMethod;
  /** BPR01: I, H, C, D, P, U, X. */
  handling: string;
  /** BPR02 in cents, as it stands there; `direction` says whether it is a credit to or a debit from the payee (BPR03). */
  total: Cents | null;
  direction: 'credit' | 'debit' | '';
  claims: EraClaim[];
  providerAdjustments: ProviderAdjustment[];
}

/** One triplet of a CAS segment. A positive amount lowers the payment. */
export interface EraAdjustment {
  group: string;
  carc: string;
  amount: Cents | null;
  quantity: number | null;
}

export interface EraName {
  /** Entity code NM101: QC patient, IL insured, 74 corrected insured, 82 rendering, TT crossover carrier, PR corrected priority payer, GB other subscriber. */
  role: string;
  last: string;
  first: string;
  middle: string;
  id: string;
  idQualifier: string;
}

/** Amounts beside the payment (AMT), e.g. `{ AU: 12000, F5: 2000, I: 31 }`. */
export type EraAmounts = Record<string, Cents | null>;

export interface EraClaim {
  /** Number of the CLP segment. */
  segment: number;
  /** CLP01: the patient control number that was sent (CLM01, box 26). */
  controlNumber: string;
  /** CLP02. */
  status: string;
  charge: Cents | null;
  paid: Cents | null;
  patientResponsibility: Cents | null;
  /** CLP06. */
  filingIndicator: string;
  /** CLP07: the payer's own claim number. */
  payerClaimNumber: string;
  /** CLP09. */
  frequency: string;
  /** Claim-level adjustments (2100 CAS). */
  adjustments: EraAdjustment[];
  names: EraName[];
  /** NM1*TT: the carrier that the claim was forwarded to. */
  crossover: { name: string; id: string } | null;
  /** Remark codes of MIA and MOA. */
  remarks: string[];
  dates: { service: DateSpan | null; received: IsoDate | null; coverageEnded: IsoDate | null };
  amounts: EraAmounts;
  /** Claim references (REF) by qualifier, e.g. `{ F8: 'previous control number' }`. */
  references: Record<string, string>;
  lines: EraLine[];
}

export interface EraLine {
  /** Number of the SVC segment. */
  segment: number;
  /** Procedure code as adjudicated (SVC01-2) and its qualifier (HC, AD, N4 ...). */
  procedure: string;
  qualifier: string;
  modifiers: string[];
  /** SVC06, where it differs from the adjudicated one. */
  submittedProcedure: { procedure: string; qualifier: string; modifiers: string[] } | null;
  charge: Cents | null;
  paid: Cents | null;
  /** SVC05; 1 where it is not given. `null` only where it cannot be read. */
  units: number | null;
  /** SVC07. */
  submittedUnits: number | null;
  adjustments: EraAdjustment[];
  /** AMT*B6. */
  allowed: Cents | null;
  /** REF*6R. */
  lineControlNumber: string;
  /** LQ*HE. */
  remarks: string[];
  dates: DateSpan | null;
  amounts: EraAmounts;
}

/** Money between payer and provider outside the claims (PLB). A positive amount lowers the check. */
export interface ProviderAdjustment {
  segment: number;
  provider: string;
  fiscalPeriod: IsoDate | null;
  /** PLB03-1: WO, 72, FB, L6, CS ... */
  code: string;
  /** PLB03-2. */
  reference: string;
  amount: Cents | null;
  /** The payment that it stands in, where that is another one than the adjudication's that it is kept with. */
  payment?: Pick<EraPayment, 'paidOn' | 'method' | 'trace'>;
  /** The file that it stands in, where that is another one. */
  file?: { id: string; name: string };
}

/** Why an adjudication of a remittance is taken for a claim of the page. */
export type RemitMatch = 'control-number' | 'payer-claim-number' | 'patient-date-charge' | 'by-hand';

/** A set without its claims: who paid whom, when and how. */
export type EraPayment = Omit<EraSet, 'claims' | 'providerAdjustments'>;

/** One adjudication of one claim, found in a file that the biller dropped on the panel. */
export interface Adjudication {
  /** Id of the file in this session, and its name as the biller knows it. */
  file: { id: string; name: string };
  payment: EraPayment;
  claim: EraClaim;
  /** Provider-level adjustments that name this claim: of the same payment, and of others, which they name. */
  providerAdjustments: ProviderAdjustment[];
  /** What was wrong in this claim's segments, and in its payment's. */
  problems: EraProblem[];
  match: RemitMatch;
}
