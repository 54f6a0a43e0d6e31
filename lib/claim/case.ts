import type { Chart, ClaimRow, IsoDate, Ledger, PatientStrip } from './claim';
import type { CoverageAnswers } from './coverage';
import type { Adjudication } from './era';
import type { PayerFiling } from './filing';
import type { ClaimForm, SearchHit } from './form';
import type { Margins } from './margins';
import type { ListWords, Word } from './payer-words';
import type { Reading } from './reading';

/** What a payer is known to take, from the payer directory. */
export type ElectronicSecondary = 'yes' | 'no' | 'unknown';

export interface PayerFacts {
  /** Name as the PM writes it. */
  name: string;
  /** Clearinghouse payer id; `''` where unknown. */
  payerId: string;
  kind: 'medicare' | 'medicare-advantage' | 'medicaid' | 'medigap' | 'tricare' | 'commercial' | 'other' | 'unknown';
  electronicSecondary: ElectronicSecondary;
  /** The day on which the biller said that, where it is her word from an earlier claim. */
  saidOn?: IsoDate;
  /** Which payer list says that, where neither a page nor the biller does, and the day of its word. */
  listed?: { by: string; asOf: IsoDate; others?: readonly Word<'yes' | 'no'>[] };
  /** The time it gives to file with it as the secondary, where a list or the payer's published rule says so. */
  filing?: PayerFiling;
  /** What else the imported payer lists say of it. */
  lists?: ListWords;
}

/** One finding that the biller accepted, or whose block she overrode, with her reason. */
export interface Acknowledgement {
  reason: string;
  /** Fingerprint of the finding as it was: where it changes, her word lapses. `''` in what an earlier version kept. */
  of: string;
  /** Epoch milliseconds. */
  at: number;
  /** What the finding said. */
  said: string;
  /** When the finding was seen to have changed: from then on her word counts no more. */
  lapsedAt?: number;
}

/** What the biller told the panel about one claim in this session. */
export interface Answers {
  /** By check id: the findings that she acknowledged or overrode. */
  acknowledged: Record<string, readonly Acknowledgement[]>;
  /** What the Medicare remittance says about forwarding, typed in by her. */
  crossover?: 'forwarded' | 'not-forwarded';
  /** The EOB is attached or will be (paper route). */
  eobAttached?: boolean;
  /** Payer takes electronic secondary claims, said by her for this claim. */
  electronicSecondary?: 'yes' | 'no';
  /** Lines of the remittance that she matched by hand: SVC position `<trace>/<control number>/<n>` to the ledger's line, 0 for none. */
  lineMatches?: Record<string, number>;
  /** Where the prefill takes what the primary paid and adjusted from, where posting and remittance differ or one is missing. */
  amountsFrom?: 'posting' | 'remittance';
}

/** The pages that can tell about a claim, and whether each was read in this session. */
export interface Sources {
  claimHistoryReadAt: number;
  ledgerReadAt?: number;
  chartReadAt?: number;
  formReadAt?: number;
}

/** One claim and all that is known about it, side by side. A source that was not read is `undefined`: not read is not absent. */
export interface Case {
  today: IsoDate;
  patient: PatientStrip;
  row: ClaimRow;
  /** The patient's other claims on the same Claim History. */
  siblings: ClaimRow[];
  ledger?: Ledger;
  chart?: Chart;
  form?: ClaimForm;
  /** The insurance profile that was picked in the form's payer search. */
  picked?: SearchHit;
  /** Every adjudication of this claim in the remittances that were dropped, by any payer, in the order of payment. Undefined: none was found. */
  remittance?: Adjudication[];
  primary: PayerFacts;
  /** Undefined where neither the claim, the chart nor the form names one. */
  secondary?: PayerFacts;
  /** What the biller said about the patient's coverage in this session. Undefined: she was not asked yet. */
  coverage?: CoverageAnswers;
  answers: Answers;
  /** Undefined: the product's own. */
  margins?: Margins;
  sources: Sources;
}

/** One key for a claim of a patient in the session: stable over page loads. */
export interface ClaimKey {
  patient: string;
  claim: string;
}

/** The claim id where it was read, else undefined: such a row cannot be worked. */
export const claimId = (row: { id: Reading<string> }): string | undefined =>
  row.id.kind === 'read' ? row.id.value : undefined;
