import type { Case } from '../claim/case';
import type { Cents, ClaimRow, IsoDate, PatientStrip, PersonName } from '../claim/claim';
import type { Adjudication, EraPayment, EraProblem, RemitMatch } from '../claim/era';

/** What is known of one claim of a file without reading it again. `null`: not given, or not readable. */
export interface EraIndexEntry {
  /** CLP01, CLP07, CLP02. */
  controlNumber: string;
  payerClaimNumber: string;
  status: string;
  /** The patient (NM1*QC) and the member number that the payer gives. */
  last: string;
  first: string;
  middle?: string;
  memberId: string;
  /** First and last date of service, of the claim or of its lines. */
  from: IsoDate | null;
  to: IsoDate | null;
  charge: Cents | null;
  paid: Cents | null;
  /** How many service lines. */
  lines: number;
  /** The payment of the file that the claim is in, from 0. */
  set: number;
  /** Where the claim's segments stand in the file, in bytes, and the number of the first of them. */
  offset: number;
  length: number;
  segment: number;
}

/** One claim of one file as lists show it. */
export interface EraClaimRow extends EraIndexEntry {
  /** Id of the file. */
  file: string;
  /** Number of the claim in the file, from 0. */
  claim: number;
}

/** One payment of a file, without its claims. */
export type EraPaymentView = EraPayment & {
  /** Its place in the file, from 0: `EraClaimRow.set`. */
  index: number;
  claims: number;
  /** What the claims were paid, in sum; `null` where one cannot be read. */
  paid: Cents | null;
  /** Sum of the provider-level adjustments (PLB); a positive one lowers the payment. */
  adjusted: Cents | null;
  /** Claims less provider adjustments equal the payment (BPR02). */
  balanced: 'yes' | 'no' | 'unknown';
  /** The other file that holds the same payment: by payer, trace number and amount. Its claims count once. */
  sameAs?: string;
};

/** How far a file is read. */
export type EraFileState =
  | { is: 'reading'; bytesRead: number }
  | { is: 'read' }
  /** Stopped by the biller: what was read until there is kept. */
  | { is: 'stopped'; bytesRead: number }
  /** Not an 835, or not readable any more: `why` is one sentence. `again`: trying once more may help. */
  | { is: 'refused'; why: string; again: boolean };

/** One file that was dropped on the panel, as the panel shows it. */
export interface EraFileView {
  /** Made of the file's size and bytes: the same file has the same id whenever it is dropped. */
  id: string;
  name: string;
  bytes: number;
  state: EraFileState;
  /** Empty until the file is read or stopped. */
  payments: EraPaymentView[];
  /** How many so far. */
  claims: number;
  lines: number;
  /** The first 200, and how many there are. */
  problems: EraProblem[];
  problemCount: number;
  /** The same file was dropped again, under this name: it is not read twice. */
  droppedAgain?: string;
}

/** The most problems of a file that are shown. */
export const MOST_PROBLEMS = 200;

/** What the biller looks for in the claims of the files. */
export interface EraSearch {
  /** Words that a claim's numbers or names begin with or hold, in any order; `''` for all. */
  text: string;
  /** Only claims of this file. */
  file?: string;
  /** Only claims of this person: the open patient. */
  patient?: PersonName;
}

/** A part of what was found. */
export interface EraFound {
  total: number;
  rows: EraClaimRow[];
}

/** A claim of the files that may be the claim of the page. */
export interface EraCandidate {
  row: EraClaimRow;
  /** Why it may be. */
  match: Exclude<RemitMatch, 'by-hand'>;
  /** The same in words, or what speaks against it: `Same claim number 8841207, but other dates of service`. */
  why: string;
}

/** A claim of the page that is looked for in the files. */
export type PageClaim = Pick<Case, 'patient' | 'row'>;

/** The open patient, whose claims are looked for in the files. */
export interface PagePatient {
  strip: PatientStrip;
  claims: ClaimRow[];
  /** What is known already, by claim: a payer's claim number finds further answers. */
  remittances: Record<string, Adjudication[]>;
}

/** What the files say of one claim of the page. */
export interface FoundRemittance {
  /** The claim's id in Claim History. */
  claim: string;
  /** Certain ones, read whole. */
  adjudications: Adjudication[];
  /** Which of several it is nobody can tell but she: offered, never taken. */
  candidates: EraCandidate[];
}
