import type { Cents, ClaimRow } from '../claim/claim';
import type { PmMessage } from '../claim/form';
import type { PageSnapshot } from '../claim/page';
import { known } from '../claim/reading';
import { omit } from '../lookups/omit';
import type { PatientFile, SubmitOutcome, TabView } from './session';
import { entry, isKey, type SessionState } from './state';

type Submitting = NonNullable<TabView['submitting']>;

/** Past this a page is no answer to a Submit any more. */
const LONGEST_WAIT = 10 * 60_000;

const textsOf = (messages: readonly PmMessage[]): string[] => messages.map((message) => message.text);

const allMessages = (page: { messages: PmMessage[]; form?: { messages: PmMessage[] } | undefined }): PmMessage[] => [
  ...new Map([...page.messages, ...(page.form?.messages ?? [])].map((message) => [message.text, message])).values(),
];

/**
 * Notes that the biller has pressed Submit in a frame of a tab and the page let it through.
 * Nothing is noted where the form's patient or claim is not known.
 */
export const noteSubmit = (state: SessionState, tabId: number, frameId: number, now: number): SessionState => {
  const tab = state.tabs[tabId];
  const frame = tab?.frames[frameId];
  const file = entry(state.patients, frame?.patient);
  if (!tab || !frame?.form || !file || frame.claimId === undefined) return state;
  const submitting: Submitting = {
    patient: file.key,
    claimId: frame.claimId,
    at: now,
    rowsBefore: file.claims.flatMap((row) => known(row.id) ?? []).filter(isKey),
    rowsKnown: file.claimsComplete,
    documentId: frame.documentId,
  };
  return { ...state, tabs: { ...state.tabs, [tabId]: { ...omit(tab, 'held'), submitting } } };
};

/** Notes that a press of Submit was held, so that the panel can say why. Nothing is noted where the claim is not known. */
export const noteHeld = (state: SessionState, tabId: number, frameId: number, now: number): SessionState => {
  const tab = state.tabs[tabId];
  const frame = tab?.frames[frameId];
  if (!tab || !frame?.form || frame.claimId === undefined) return state;
  const held = { claimId: frame.claimId, documentId: frame.documentId, at: now };
  return { ...state, tabs: { ...state.tabs, [tabId]: { ...tab, held } } };
};

const mentions = (messages: readonly PmMessage[], id: string): boolean =>
  textsOf(messages).some((text) => text.split(/[^\p{L}\p{N}-]+/u).includes(id));

const rowOf = (rows: readonly ClaimRow[], id: string): ClaimRow | undefined => rows.find((row) => known(row.id) === id);

const sameService = (row: ClaimRow, primary: ClaimRow | undefined): boolean => {
  const [mine, theirs] = [known(row.dos), known(primary?.dos)];
  return mine === undefined || theirs === undefined || (mine.from === theirs.from && mine.to === theirs.to);
};

/** The one row that was not there before, is not a primary claim and is for the same service; else none. */
const newRow = (
  submitting: Submitting,
  rows: readonly ClaimRow[],
  messages: readonly PmMessage[],
): ClaimRow | undefined => {
  const primary = rowOf(rows, submitting.claimId);
  const fresh = rows.filter((row) => {
    const id = known(row.id);
    return (
      id !== undefined &&
      isKey(id) &&
      id !== submitting.claimId &&
      known(row.level) !== 'P' &&
      sameService(row, primary) &&
      !submitting.rowsBefore.includes(id) &&
      (submitting.rowsKnown || mentions(messages, id))
    );
  });
  return fresh.length === 1 ? fresh[0] : undefined;
};

/**
 * Whether the patient's balance moved to the new claim's insurance balance. Only what was read on both sides tells:
 * the patient's balance fell, and by just as much as the new claim has as insurance balance.
 */
const moved = (
  before: Cents | undefined,
  after: Cents | undefined,
  insurance: Cents | undefined,
): 'yes' | 'no' | 'unknown' => {
  if (before === undefined || after === undefined) return 'unknown';
  if (after >= before) return 'no';
  if (insurance === undefined) return 'unknown';
  return before - after === insurance ? 'yes' : 'unknown';
};

const accepted = (
  submitting: Submitting,
  row: ClaimRow,
  before: readonly ClaimRow[],
  rows: readonly ClaimRow[],
  at: number,
): SubmitOutcome => {
  const patientBalance = {
    before: known(rowOf(before, submitting.claimId)?.patientBalance),
    after: known(rowOf(rows, submitting.claimId)?.patientBalance),
  };
  const insuranceBalance = { before: undefined, after: known(row.insuranceBalance) };
  return {
    kind: 'accepted',
    at,
    claimId: known(row.id) ?? '',
    status: known(row.status),
    statusShown: row.status.kind === 'absent' ? '' : row.status.raw,
    patientBalance,
    insuranceBalance,
    moved: moved(patientBalance.before, patientBalance.after, insuranceBalance.after),
  };
};

/** The same form once more, with words about it that were not there when Submit was pressed, or in a new document. */
const refusal = (
  submitting: Submitting,
  before: TabView | undefined,
  frameId: number,
  at: { documentId: string },
  snapshot: PageSnapshot,
) => {
  // What the payer search says is no answer to Submit.
  const messages = allMessages({ messages: snapshot.messages, form: snapshot.form }).filter(
    (message) => message.text !== snapshot.form?.search.message,
  );
  if (!snapshot.form || messages.length === 0) return undefined;
  const old = before?.frames[frameId];
  const oldTexts = old ? textsOf(allMessages({ messages: old.messages, form: old.form })) : [];
  const newDocument = at.documentId !== submitting.documentId;
  const newWords = textsOf(messages).some((text) => !oldTexts.includes(text));
  return newDocument || newWords ? messages : undefined;
};

/**
 * What the PM answered to a Submit, if this page is an answer: the same form with messages is a refusal, Claim History
 * with one new row an acceptance. Any other page of the patient leaves the question open for ten minutes.
 */
export const outcomeOf = (
  submitting: Submitting,
  page: {
    before: TabView | undefined;
    frameId: number;
    documentId: string;
    patient: string;
    claim: string | undefined;
  },
  rowsBefore: readonly ClaimRow[],
  snapshot: PageSnapshot,
): SubmitOutcome | undefined => {
  if (snapshot.from !== 'live' || page.patient !== submitting.patient) return undefined;
  if (snapshot.readAt - submitting.at > LONGEST_WAIT) return undefined;
  if (snapshot.form && page.claim === submitting.claimId) {
    const messages = refusal(submitting, page.before, page.frameId, page, snapshot);
    return messages && { kind: 'refused', at: snapshot.readAt, messages };
  }
  if (!snapshot.claims || !snapshot.complete) return undefined;
  const row = newRow(submitting, snapshot.claims, allMessages({ messages: snapshot.messages }));
  return row && accepted(submitting, row, rowsBefore, snapshot.claims, snapshot.readAt);
};

/**
 * Puts the PM's answer into the patient's file, under the primary claim, and ends the wait for it.
 * A complete Claim History ends it too: the claim was not made, or cannot be told.
 */
export const answerOf = (
  before: TabView | undefined,
  tab: TabView,
  at: { frameId: number; documentId: string },
  files: { before: PatientFile; after: PatientFile },
  snapshot: PageSnapshot,
): { tab: TabView; file: PatientFile } => {
  const { submitting, ...rest } = tab;
  const file = files.after;
  if (!submitting) return { tab, file };
  const claim = tab.frames[at.frameId]?.claimId;
  const page = { before, frameId: at.frameId, documentId: at.documentId, patient: file.key, claim };
  const outcome = outcomeOf(submitting, page, files.before.claims, snapshot);
  const over =
    outcome !== undefined ||
    snapshot.readAt - submitting.at > LONGEST_WAIT ||
    (snapshot.claims !== undefined && snapshot.complete && file.key === submitting.patient);
  if (!over) return { tab, file };
  return {
    tab: rest,
    file: outcome ? { ...file, outcomes: { ...file.outcomes, [submitting.claimId]: outcome } } : file,
  };
};
