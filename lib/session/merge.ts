import type { ClaimRow } from '../claim/claim';
import type { PageProblem, PageSnapshot } from '../claim/page';
import { known } from '../claim/reading';
import { absorbWeaker } from './absorb';
import { mergeChart } from './chart';
import { answerOf } from './outcome';
import { pickedOf } from './picked';
import type { FrameView, PatientFile, TabView } from './session';
import { emptySession, entry, isKey, type SessionState, without } from './state';
import { claimOfForm } from './which-claim';
import { hasClaim, ownersOf, type Who, whose } from './who';

/** Where a page stands in the browser. */
export interface PageAt {
  tabId: number;
  /** 0 is the page itself. */
  frameId: number;
  /** Changes with each page load; `''` where the browser does not tell. */
  documentId: string;
  openerTabId?: number;
}

export interface Applied {
  state: SessionState;
  tab: TabView;
  /** The file of the patient the page is about. */
  patient?: PatientFile;
  /** What is wrong with the page, its own problems included: what was left out, and why. */
  problems: PageProblem[];
}

const OTHER_PATIENT = 'This ledger is for another patient. It was not used.';
const OTHER_STRIP =
  'This page has the chart number of one patient and the name or birth date of another. It was not used.';
const NOBODYS = 'The page does not say for certain whose ledger this is. It was not used.';
const NO_CLAIM_ID = 'The ledger does not say which claim it is for. It was not used.';
const NOT_WHOLE = 'The page was not wholly read. What was read before still stands.';
const MOST_PROBLEMS = 50;

const problem = (kind: PageProblem['kind'], text: string, path?: string): PageProblem =>
  path === undefined ? { kind, text } : { kind, text, path };

const newTab = (at: PageAt, origin: string): TabView => ({
  tabId: at.tabId,
  origin,
  frames: {},
  ...(at.openerTabId === undefined ? {} : { openerTabId: at.openerTabId }),
});

/**
 * The tab as it is when this page reports: another site's view is gone; with a new main document, so are the frames
 * of the one before.
 */
const arrive = (state: SessionState, at: PageAt, origin: string): TabView => {
  const old = state.tabs[at.tabId];
  if (!old || old.origin !== origin) return newTab(at, origin);
  const opener = at.openerTabId ?? old.openerTabId;
  const tab: TabView = opener === undefined ? old : { ...old, openerTabId: opener };
  if (at.frameId !== 0) return tab;
  const main = old.frames['0'];
  if (main && main.documentId === at.documentId && at.documentId !== '') return tab;
  const { loadingSince, ...arrived } = tab;
  const stay = Object.entries(old.frames).filter(
    ([, frame]) => loadingSince !== undefined && frame.readAt >= loadingSince && frame.frameId !== 0,
  );
  return { ...arrived, frames: Object.fromEntries(stay) };
};

const newFile = (key: string, origin: string, snapshot: PageSnapshot): PatientFile => ({
  key,
  origin,
  strip: snapshot.patient,
  claims: [],
  claimsComplete: false,
  ledgers: {},
  picked: {},
  answers: {},
  journals: {},
  outcomes: {},
  remittances: {},
  problems: [],
  touchedAt: snapshot.readAt,
});

/** A file and what was found wrong on the way. */
interface Filing {
  file: PatientFile;
  problems: PageProblem[];
}

const unreadStrip = (file: PatientFile, snapshot: PageSnapshot): PatientFile => ({
  ...file,
  strip: {
    name: snapshot.patient.name.kind === 'read' ? snapshot.patient.name : file.strip.name,
    chart: snapshot.patient.chart.kind === 'read' ? snapshot.patient.chart : file.strip.chart,
    dob: snapshot.patient.dob.kind === 'read' ? snapshot.patient.dob : file.strip.dob,
  },
});

/** Rows by claim id, the newer reading first; rows without a readable id cannot be told apart and are not added up. */
const unionRows = (older: ClaimRow[], newer: ClaimRow[]): ClaimRow[] => {
  const ids = new Set(newer.map((row) => known(row.id)));
  return [...newer, ...older.filter((row) => row.id.kind === 'read' && !ids.has(row.id.value))];
};

const isAnothers = (state: SessionState, file: PatientFile, claim: string): boolean =>
  ownersOf(state, file.origin, claim).some((owner) => owner.key !== file.key);

const fileClaims = (state: SessionState, filing: Filing, snapshot: PageSnapshot): Filing => {
  const { file, problems } = filing;
  if (!snapshot.claims) return filing;
  const foreign = snapshot.claims.flatMap((row) => known(row.id) ?? []).find((id) => isAnothers(state, file, id));
  if (foreign !== undefined) {
    const text = `Claim ${foreign} is another patient's. The claims of this page were not used.`;
    return { file, problems: [...problems, problem('other-patient', text)] };
  }
  if (snapshot.complete) {
    return {
      file: { ...file, claims: snapshot.claims, claimsReadAt: snapshot.readAt, claimsComplete: true, problems: [] },
      problems,
    };
  }
  if (file.claimsComplete) return { file, problems: notWhole(problems) };
  const claims = unionRows(file.claims, snapshot.claims);
  return { file: { ...file, claims, claimsReadAt: snapshot.readAt }, problems: notWhole(problems) };
};

/** The page's own words about being cut off are better than ours. */
const notWhole = (problems: PageProblem[]): PageProblem[] =>
  problems.some(({ kind }) => kind === 'cut-off') ? problems : [...problems, problem('cut-off', NOT_WHOLE)];

/** Why a ledger is not this patient's, or undefined where it is. */
const notTheirs = (
  state: SessionState,
  file: PatientFile,
  claim: string,
  snapshot: PageSnapshot,
): string | undefined => {
  if (isAnothers(state, file, claim)) return OTHER_PATIENT;
  // What was fetched stands on no screen: only a claim that is known to be the patient's counts.
  return snapshot.from === 'fetched' && !hasClaim(file, claim) ? OTHER_PATIENT : undefined;
};

const fileLedger = (state: SessionState, filing: Filing, snapshot: PageSnapshot): Filing => {
  const { file, problems } = filing;
  const { ledger } = snapshot;
  if (!ledger) return filing;
  const claim = known(ledger.claimId);
  if (claim === undefined || !isKey(claim)) {
    return { file, problems: [...problems, problem('unreadable', NO_CLAIM_ID)] };
  }
  const path = `ledger/${claim}`;
  const why = notTheirs(state, file, claim, snapshot);
  if (why) return { file, problems: [...problems, problem('other-patient', why, path)] };
  // Half a ledger would balance, or not, by what is missing.
  if (!snapshot.complete) return { file, problems: notWhole(problems) };
  const read = { ledger, readAt: snapshot.readAt, from: snapshot.from };
  return {
    file: {
      ...file,
      ledgers: { ...file.ledgers, [claim]: read },
      problems: file.problems.filter((old) => old.path !== path),
    },
    problems,
  };
};

const fileChart = (filing: Filing, snapshot: PageSnapshot): Filing => {
  const { file, problems } = filing;
  if (!snapshot.chart) return filing;
  // A chart without all its insurance profiles would say that there is no second insurer.
  if (!snapshot.complete) return { file, problems: notWhole(problems) };
  const chart = mergeChart(file.chart?.chart, snapshot.chart, snapshot.page !== 'insurance');
  return { file: { ...file, chart: { chart, readAt: snapshot.readAt } }, problems };
};

const filePicked = (state: SessionState, filing: Filing, claim: string | undefined, snapshot: PageSnapshot): Filing => {
  const { file, problems } = filing;
  if (!snapshot.form || claim === undefined || !isKey(claim)) return filing;
  const hits = [
    ...snapshot.form.search.hits,
    ...state.lookups.filter((lookup) => lookup.claim.patient === file.key).flatMap((lookup) => lookup.hits),
  ];
  const before = entry(file.picked, claim);
  const picked = pickedOf(snapshot.form, hits, before);
  if (picked === before) return filing;
  const others = without(file.picked, claim);
  return { file: { ...file, picked: picked ? { ...others, [claim]: picked } : others }, problems };
};

const dedupe = (problems: PageProblem[]): PageProblem[] =>
  [...new Map(problems.map((each) => [`${each.kind} ${each.text}`, each])).values()].slice(-MOST_PROBLEMS);

const addUp = (state: SessionState, old: PatientFile, claim: string | undefined, snapshot: PageSnapshot): Filing => {
  const start: Filing = { file: unreadStrip(old, snapshot), problems: snapshot.problems };
  const steps: ((filing: Filing) => Filing)[] = [
    (filing) => fileClaims(state, filing, snapshot),
    (filing) => fileLedger(state, filing, snapshot),
    (filing) => fileChart(filing, snapshot),
    (filing) => filePicked(state, filing, claim, snapshot),
  ];
  const { file, problems } = steps.reduce((filing, step) => step(filing), start);
  return { file: { ...file, problems: dedupe([...file.problems, ...problems]) }, problems };
};

const claimOf = (snapshot: PageSnapshot, file: PatientFile | undefined): string | undefined => {
  const id = known(snapshot.ledger?.claimId) ?? snapshot.form?.claimId;
  if (id !== undefined) return isKey(id) ? id : undefined;
  return snapshot.form && file ? claimOfForm(snapshot.form, file) : undefined;
};

/** The form as the view keeps it: with the claim it is for, where only the file could tell. */
const viewOf = (
  at: PageAt,
  snapshot: PageSnapshot,
  patient: string | undefined,
  claim: string | undefined,
): FrameView => ({
  frameId: at.frameId,
  documentId: at.documentId,
  page: snapshot.page,
  profile: snapshot.profile,
  title: snapshot.title,
  readAt: snapshot.readAt,
  complete: snapshot.complete,
  ...(patient === undefined ? {} : { patient }),
  ...(claim === undefined ? {} : { claimId: claim }),
  ...(snapshot.form ? { form: snapshot.form } : {}),
  ...(snapshot.search ? { search: snapshot.search } : {}),
  messages: snapshot.messages,
  problems: snapshot.problems,
});

const withFrame = (tab: TabView, view: FrameView): TabView => ({
  ...tab,
  frames: { ...tab.frames, [view.frameId]: view },
});

/** The sign-in page hides a patient's page: what was read of the patient stays in sight. */
const signedOutView = (before: TabView | undefined, view: FrameView): FrameView => {
  const patient = before?.frames['0']?.patient;
  return view.page === 'login' && view.frameId === 0 && patient !== undefined ? { ...view, patient } : view;
};

/** True while the tab shows the PM's sign-in page. */
export const isSignedOut = (tab: TabView | undefined): boolean => tab?.frames['0']?.page === 'login';

/** A file is made once a page brings something to keep, or names the patient by itself. */
const fileOf = (state: SessionState, who: Who, origin: string, snapshot: PageSnapshot): PatientFile | undefined =>
  who.is === 'patient' ? (entry(state.patients, who.key) ?? newFile(who.key, origin, snapshot)) : undefined;

/**
 * Takes one page into the session. Recognises the patient, adds what the page brings to what is known, and never mixes
 * two patients or two sites: what is not certain to be this patient's is left out and said. Nothing is lost by a page
 * that shows less. `now` in epoch milliseconds.
 */
export const applySnapshot = (earlier: SessionState, at: PageAt, snapshot: PageSnapshot, now: number): Applied => {
  const origin = new URL(snapshot.url).origin;
  const before = earlier.tabs[at.tabId];
  const tab = arrive(earlier, at, origin);
  const who: Who = snapshot.page === 'login' ? { is: 'anonymous' } : whose(earlier, tab, at.frameId, snapshot);
  const state = who.is === 'patient' ? absorbWeaker(earlier, who.key, snapshot) : earlier;
  const old = fileOf(state, who, origin, snapshot);
  const claim = claimOf(snapshot, old);
  const filing: Filing = old
    ? addUp(state, old, claim, snapshot)
    : { file: newFile('', origin, snapshot), problems: strangers(who, snapshot) };

  const view = signedOutView(before, viewOf(at, snapshot, old?.key, claim));
  const shown: TabView = withFrame(tab, { ...view, problems: dedupe(filing.problems) });
  if (!old) return applied({ ...state, tabs: { ...state.tabs, [at.tabId]: shown } }, shown, undefined, filing.problems);

  const touched: PatientFile = { ...filing.file, touchedAt: now };
  const answered = answerOf(before, shown, at, { before: old, after: touched }, snapshot);
  const next: SessionState = {
    ...state,
    tabs: { ...state.tabs, [at.tabId]: answered.tab },
    patients: { ...state.patients, [old.key]: answered.file },
  };
  return applied(next, answered.tab, answered.file, filing.problems);
};

const applied = (
  state: SessionState,
  tab: TabView,
  patient: PatientFile | undefined,
  problems: PageProblem[],
): Applied => ({ state, tab, ...(patient ? { patient } : {}), problems: dedupe(problems) });

/** What is wrong with a page of nobody: it contradicts itself, or has a ledger that cannot be filed. */
const strangers = (who: Who, snapshot: PageSnapshot): PageProblem[] => {
  if (who.is === 'contradiction') return [...snapshot.problems, problem('other-patient', OTHER_STRIP)];
  return snapshot.ledger ? [...snapshot.problems, problem('unreadable', NOBODYS)] : snapshot.problems;
};

/**
 * Takes a page that was fetched for the panel. Only its ledger is kept, only for the patient of the tab that asked,
 * and only if the page's own patient and claim are that patient's. The tab goes on showing what it shows.
 */
export const applyFetched = (state: SessionState, tabId: number, snapshot: PageSnapshot, now: number): Applied => {
  const tab = state.tabs[tabId];
  const main = tab?.frames['0'];
  const file = entry(state.patients, main?.patient);
  const origin = new URL(snapshot.url).origin;
  const nothing = (problems: PageProblem[]): Applied =>
    applied(state, tab ?? newTab({ tabId, frameId: 0, documentId: '' }, origin), file, problems);
  if (!tab || !file || tab.origin !== origin) return nothing([problem('other-patient', OTHER_PATIENT)]);
  if (snapshot.page === 'login') return nothing([problem('unreadable', 'The PM asks to sign in. Nothing was read.')]);

  const alone: SessionState = { ...emptySession(), patients: state.patients };
  const who = whose(alone, newTab({ tabId, frameId: 0, documentId: '' }, origin), 0, snapshot);
  const claim = known(snapshot.ledger?.claimId);
  const theirs = who.is === 'patient' ? who.key === file.key : false;
  if (!theirs) {
    const path = claim === undefined ? undefined : `ledger/${claim}`;
    const problems = [...snapshot.problems, problem('other-patient', OTHER_PATIENT, path)];
    return { ...nothing(problems), state: withProblems(state, file, problems) };
  }
  const filing = fileLedger(state, { file, problems: snapshot.problems }, { ...snapshot, from: 'fetched' });
  const kept: PatientFile = {
    ...filing.file,
    problems: dedupe([...filing.file.problems, ...filing.problems]),
    touchedAt: now,
  };
  return applied({ ...state, patients: { ...state.patients, [file.key]: kept } }, tab, kept, filing.problems);
};

const withProblems = (state: SessionState, file: PatientFile, problems: PageProblem[]): SessionState => ({
  ...state,
  patients: { ...state.patients, [file.key]: { ...file, problems: dedupe([...file.problems, ...problems]) } },
});

/** The tab is gone, or shows another site. */
export const closeTab = (state: SessionState, tabId: number): SessionState =>
  state.tabs[tabId] ? { ...state, tabs: without(state.tabs, tabId) } : state;

/** A page is on its way into the tab: until it is read, frames belong to nobody for sure. */
export const startLoading = (state: SessionState, tabId: number, now: number): SessionState => {
  const tab = state.tabs[tabId];
  return tab ? { ...state, tabs: { ...state.tabs, [tabId]: { ...tab, loadingSince: now } } } : state;
};

/** The tab has stopped loading: the page that was read last is the one that stands there. */
export const endLoading = (state: SessionState, tabId: number): SessionState => {
  const tab = state.tabs[tabId];
  if (tab?.loadingSince === undefined) return state;
  const { loadingSince: _, ...still } = tab;
  return { ...state, tabs: { ...state.tabs, [tabId]: still } };
};

/** The site of a patient's key. */
const originIn = (patient: string): string => patient.split('|', 1)[0] ?? '';

/** Everything of the sites whose permission was taken back goes. */
export const forgetSites = (state: SessionState, lost: (origin: string) => boolean): SessionState => ({
  ...state,
  tabs: Object.fromEntries(Object.entries(state.tabs).filter(([, tab]) => !lost(tab.origin))),
  patients: Object.fromEntries(Object.entries(state.patients).filter(([, file]) => !lost(file.origin))),
  lookups: state.lookups.filter((lookup) => !lost(originIn(lookup.claim.patient))),
  record: state.record.filter(({ patient }) => !lost(originIn(patient))),
});
