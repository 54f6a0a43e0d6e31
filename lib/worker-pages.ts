import { CATALOGUE } from './checks/catalogue';
import { examine } from './checks/examine';
import { claimId } from './claim/case';
import { sendMessage } from './messages';
import { directoryFor } from './payer-directory';
import { readLimits, readPayerLists } from './payer-lists';
import { type PayerAnswer, type PayerLimit, payerFactsWith } from './payers/answers';
import type { PayerDirectory } from './payers/lists';
import type { EffectivePolicy } from './policy/merge';
import { readPolicyView } from './policy-storage';
import { type CaseEnv, casesOf } from './session/cases';
import { type Examined, holdReasons, type Mark, marksOf } from './session/marks';
import type { PageAt } from './session/merge';
import type { FrameView, PatientFile } from './session/session';
import { entry, type SessionState } from './session/state';
import { readPayers, readSettings, type Session, type Settings } from './storage';
import { today } from './today';

/** Pages come and go: nobody there to answer is no fault of ours. */
export const quietly = (sending: Promise<unknown>): Promise<void> =>
  sending.then(
    () => undefined,
    () => undefined,
  );

/** What a frame is told of its patient's claims. */
export interface Told {
  marks: Mark[];
  hold: string[];
}

const nothing: Told = { marks: [], hold: [] };

/** What is kept beyond the session: of payers, and how the rule book is to be read. */
export interface Knowledge {
  answers: readonly PayerAnswer[];
  lists: PayerDirectory;
  limits: readonly PayerLimit[];
  policy: EffectivePolicy;
}

export const readKnowledge = async (): Promise<Knowledge> => {
  const [answers, lists, limits, { effective }] = await Promise.all([
    readPayers(),
    readPayerLists(),
    readLimits(),
    readPolicyView(),
  ]);
  return { answers, lists: directoryFor(lists), limits, policy: effective };
};

/** The patient's claims, examined as one tab shows them. */
const examineAll = (
  state: SessionState,
  file: PatientFile,
  tabId: number,
  { answers, lists, limits, policy }: Knowledge,
): Examined[] => {
  const env: CaseEnv = { today: today(), margins: policy.margins, payerOf: payerFactsWith(answers, lists, limits) };
  return casesOf(file, state.tabs[tabId], env).map((each) => ({
    case: each,
    examination: examine(each, CATALOGUE, policy),
  }));
};

/** Marks for a Claim History; for a form, why its Submit would be held. Both only where the biller wants them. */
const wordsFor = (frame: FrameView, examined: readonly Examined[], settings: Settings): Told => {
  if (frame.page === 'claim-history') return { marks: settings.marks ? marksOf(examined) : [], hold: [] };
  if (!frame.form || !settings.holdSubmit) return nothing;
  const own = examined.find((each) => each.case.form !== undefined && claimId(each.case.row) === frame.claimId);
  return { marks: [], hold: holdReasons(own) };
};

/** What the worker tells pages of what the checks say. */
export const pagesOf = (session: Session) => {
  /** What was last told to a frame, to stay silent where nothing changed. Lost with the worker: then it is told again. */
  const told = new Map<string, string>();

  /** True where the frame does not know this yet. Notes that it does now. */
  const isNews = (at: PageAt, words: Told): boolean => {
    const [key, text] = [`${at.tabId}/${at.frameId}`, `${at.documentId} ${JSON.stringify(words)}`];
    const news = told.get(key) !== text;
    told.set(key, text);
    return news;
  };

  const send = ({ tabId, frameId }: PageAt, frame: FrameView, { marks, hold }: Told): void => {
    if (frame.page === 'claim-history') void quietly(sendMessage('setMarks', { marks }, { tabId, frameId }));
    if (frame.form) void quietly(sendMessage('setHold', { reasons: hold }, { tabId, frameId }));
  };

  return {
    /** The answer to a frame that has just been read. */
    answerTo: (state: SessionState, at: PageAt, settings: Settings, payers: Knowledge): Told => {
      const frame = state.tabs[at.tabId]?.frames[at.frameId];
      const file = entry(state.patients, frame?.patient);
      if (!frame || !file) return nothing;
      const words = wordsFor(frame, examineAll(state, file, at.tabId, payers), settings);
      isNews(at, words);
      return words;
    },

    /** Tells each frame that shows a patient what has changed for it. */
    tellPages: async (patient: string | undefined, except?: PageAt): Promise<void> => {
      const [state, settings, payers] = await Promise.all([session.read(), readSettings(), readKnowledge()]);
      const file = entry(state.patients, patient);
      if (!file) return;
      for (const { tabId, frames } of Object.values(state.tabs)) {
        const shown = Object.values(frames).filter(
          (frame) =>
            frame.patient === file.key &&
            (frame.page === 'claim-history' || frame.form !== undefined) &&
            !(tabId === except?.tabId && frame.frameId === except.frameId),
        );
        const examined = shown.length > 0 ? examineAll(state, file, tabId, payers) : [];
        for (const frame of shown) {
          const at = { tabId, frameId: frame.frameId, documentId: frame.documentId };
          const words = wordsFor(frame, examined, settings);
          if (isNews(at, words)) send(at, frame, words);
        }
      }
    },

    /** Takes the marks from some tabs: what they were made of is gone. */
    clearMarks: (tabIds: readonly number[]): void => {
      told.clear();
      for (const tabId of tabIds) void quietly(sendMessage('setMarks', { marks: [] }, tabId));
    },
  };
};
