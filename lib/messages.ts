import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Answers, ClaimKey } from './claim/case';
import type { CoverageAnswers } from './claim/coverage';
import type { Adjudication } from './claim/era';
import type { PageProblem, PageSnapshot } from './claim/page';
import type { Lookup, SearchOrder, SearchProgress } from './lookups/lookup';
import type { FillJournal, FillOrder } from './prefill/plan';
import type { RecordEntry } from './record/record';
import type { Mark } from './session/marks';

export type { Mark, SearchOrder, SearchProgress };

/** What the worker tells a page's content script after a reading. */
export interface PageAnswer {
  marks: Mark[];
  /** A lookup whose next step this page should take now. */
  search?: SearchOrder;
  /** Hold the first press of Submit and say why, where the setting is on. */
  hold: string[];
}

/** One insurance profile of the PM's list to pick, as it was shown to the biller. */
export interface PickOrder {
  path: string;
  insuranceId: string;
  name: string;
  /** ISO; absent where the list does not say. */
  dob?: string;
}

/** Each message. Who may send it is said where it is handled (`handle`); its input's schema stands in `lib/schemas`. */
export interface Protocol {
  // A PM page's content script to the worker.
  /** A page or a frame is open in which there may be something to read. */
  readerWanted(data: { url: string }): void;
  pageRead(snapshot: PageSnapshot): PageAnswer;
  /** The page is about to press Search for a lookup: written down before it happens. */
  searchPressing(data: { lookupId: string }): boolean;
  searchProgress(data: { lookupId: string; progress: SearchProgress }): void;
  /** The biller pressed the form's Submit and the page let it through or held it. */
  submitPressed(data: { held: boolean }): void;

  // The panel to the worker.
  /** The panel shows a PM page that has loaded, and knows nothing of it yet. */
  pageShown(data: { tabId: number }): void;
  /** Loads the reader into a page that did not ask for it. */
  loadReader(data: { tabId: number }): void;
  startLookup(data: { tabId: number; claim: ClaimKey; payer: string; lastName: string }): Lookup;
  retryLookup(data: { id: string }): void;
  cancelLookup(data: { id: string }): void;
  setAnswers(data: { claim: ClaimKey; answers: Answers }): void;
  /** Keeps that she accepted, overrode or took back a finding, or that her word on it lapsed. `of`: the finding's fingerprint. */
  sayOfFinding(data: { claim: ClaimKey; of: string; entry: RecordEntry }): void;
  /** Keeps what she said about a patient's coverage, in place of what she said before. */
  setCoverage(data: { patient: string; coverage: CoverageAnswers }): void;
  keepJournal(data: { claim: ClaimKey; journal: FillJournal }): void;
  /** Keeps a page that was fetched for the panel. Returns why it was not used, or what is wrong with it; empty if all is well. */
  keepSnapshot(data: { tabId: number; snapshot: PageSnapshot }): PageProblem[];
  /** Keeps what one remittance file says of a claim, in place of what was kept of that file before. */
  keepRemittance(data: { claim: ClaimKey; file: string; adjudications: Adjudication[] }): void;
  /** Forgets what is kept of one remittance file, of all patients. */
  forgetRemittance(data: { file: string }): void;
  confirmAlias(data: { chartName: string; formName: string }): void;
  /** Keeps, for all claims of this payer from today on, whether it takes electronic secondary claims. */
  sayOfPayer(data: { payer: string; electronicSecondary: 'yes' | 'no' }): void;
  forgetPayer(data: { payer: string }): void;
  /** A payer list or a time to file was kept or removed: what is known of claims may have changed. */
  payerListsChanged(): void;
  /** The biller's policy was kept: what the checks say may have changed. */
  policyChanged(): void;
  forgetSession(): void;

  // The panel or the worker to a PM page's content script.
  readPage(): PageSnapshot | undefined;
  fetchLedger(data: { claimId: string; href: string }): PageSnapshot;
  showPlace(data: { path: string; focus: boolean }): boolean;
  setMarks(data: { marks: Mark[] }): void;
  search(data: SearchOrder): SearchProgress;
  pickHit(data: PickOrder): boolean;
  fillForm(data: { claimId: string; fingerprint: string; orders: FillOrder[] }): FillJournal;
  undoFill(data: { journal: FillJournal }): FillJournal;
  setHold(data: { reasons: string[] }): void;
}

export const { sendMessage, onMessage, removeAllListeners } = defineExtensionMessaging<Protocol>();
