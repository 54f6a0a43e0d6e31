import type { Answers } from '../claim/case';
import type { Cents, Chart, ClaimRow, ClaimStatus, Ledger, PatientStrip } from '../claim/claim';
import type { CoverageAnswers } from '../claim/coverage';
import type { Adjudication } from '../claim/era';
import type { ClaimForm, PayerSearch, PmMessage, SearchHit } from '../claim/form';
import type { PageProblem } from '../claim/page';
import type { PageKind } from '../claim/reading';
import type { FillJournal } from '../prefill/plan';

/** What one frame of a tab shows now. */
export interface FrameView {
  frameId: number;
  documentId: string;
  page: PageKind;
  profile: string;
  title: string;
  readAt: number;
  complete: boolean;
  /** Key into the patient files; undefined where the page names no patient that can be told apart. */
  patient?: string;
  /** The claim the page is about: ledger, form, posting. */
  claimId?: string;
  form?: ClaimForm;
  search?: PayerSearch;
  messages: PmMessage[];
  problems: PageProblem[];
}

/** What a tab shows now. `session.tab.<id>` */
export interface TabView {
  tabId: number;
  origin: string;
  /** A frame's view by its id; 0 is the page itself. */
  frames: Record<string, FrameView>;
  /** The claim whose form was last open in this tab: what the next page is an answer to. */
  submitting?: {
    patient: string;
    claimId: string;
    at: number;
    rowsBefore: string[];
    /** False where Claim History was not wholly read before: then no row can be told to be new. */
    rowsKnown: boolean;
    /** The document whose Submit was pressed: what it goes on to say is no answer. */
    documentId: string;
  };
  /** The form whose Submit was held once, with the setting on. */
  held?: { claimId: string; documentId: string; at: number };
  openerTabId?: number;
  /** A page is on its way into the tab and has not been read: what the tab shows is about to change. */
  loadingSince?: number;
}

/** What the PM answered to Submit. */
export type SubmitOutcome =
  | { kind: 'refused'; at: number; messages: PmMessage[] }
  | {
      kind: 'accepted';
      at: number;
      claimId: string;
      status: ClaimStatus | undefined;
      statusShown: string;
      /** Patient's balance of the primary claim and insurance balance of the new one, before and after, where they were read. */
      patientBalance: { before: Cents | undefined; after: Cents | undefined };
      insuranceBalance: { before: Cents | undefined; after: Cents | undefined };
      moved: 'yes' | 'no' | 'unknown';
    };

/** Everything read about one patient in this browser session. `session.patient.<key>` */
export interface PatientFile {
  /** `<origin>|<chart number>`, else `<origin>|<last>,<first>|<dob>`. */
  key: string;
  origin: string;
  strip: PatientStrip;
  claims: ClaimRow[];
  claimsReadAt?: number;
  claimsComplete: boolean;
  ledgers: Record<string, { ledger: Ledger; readAt: number; from: 'live' | 'fetched' }>;
  chart?: { chart: Chart; readAt: number };
  /** The insurance profile picked in the form's payer search, by claim. */
  picked: Record<string, SearchHit>;
  answers: Record<string, Answers>;
  /** What she said about the patient's coverage. */
  coverage?: CoverageAnswers;
  journals: Record<string, FillJournal>;
  outcomes: Record<string, SubmitOutcome>;
  /** What remittance files say of a claim, by claim. */
  remittances: Record<string, Adjudication[]>;
  problems: PageProblem[];
  touchedAt: number;
}
