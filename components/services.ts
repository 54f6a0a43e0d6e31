import type { Examination, Route } from '../lib/checks/check';
import type { Answers, Case, ClaimKey } from '../lib/claim/case';
import type { IsoDate } from '../lib/claim/claim';
import type { ClaimForm, SearchHit } from '../lib/claim/form';
import type { PageProblem, PageSnapshot } from '../lib/claim/page';
import type { FillJournal, FillOrder, PrefillPlan } from '../lib/prefill/plan';
import type { PatientFile, TabView } from '../lib/session/session';
import type { Alias, SessionMirror as Mirror, Settings } from '../lib/storage';

export type { Alias, SessionMirror as Mirror, Settings } from '../lib/storage';

/** The tab in front of the panel's own window. */
export interface ActiveTab {
  tabId: number;
  /** `txn2.healthfusionclaims.com`; undefined where the browser does not tell the panel. */
  host?: string;
  /** The page is one of the PM's that the extension may read. */
  isPm: boolean;
  /** A PM page whose script does not answer: it was loaded before the extension was. */
  silent: boolean;
}

/** What the browser lets the panel read. */
export type Access = 'granted' | 'missing' | 'refused' | 'taken-back';

/** What the rest of the product works out from readings. Pure. */
export interface Engine {
  casesOf: (file: PatientFile, tab: TabView | undefined, aliases: readonly Alias[], today: IsoDate) => Case[];
  examine: (c: Case) => Examination;
  /** `way`: how the claim goes out. */
  makePlan: (c: Case, form: ClaimForm, way: Route['way']) => PrefillPlan;
}

/** A frame of a tab. */
export interface Frame {
  tabId: number;
  frameId: number;
}

/** What the panel can ask of the browser, the worker and the page. Tests put their own in its place. */
export interface Services {
  today: () => IsoDate;
  now: () => number;
  watchMirror: (tell: (mirror: Mirror) => void) => () => void;
  watchTab: (tell: (tab: ActiveTab | undefined) => void) => () => void;
  watchAccess: (tell: (access: Access) => void) => () => void;

  readPage: (frame: Frame) => Promise<void>;
  fetchLedger: (frame: Frame, claimId: string, href: string) => Promise<PageSnapshot>;
  showPlace: (frame: Frame, path: string, focus: boolean) => Promise<boolean>;
  pickHit: (frame: Frame, hit: SearchHit) => Promise<boolean>;
  fillForm: (
    frame: Frame,
    order: { claimId: string; fingerprint: string; orders: FillOrder[] },
  ) => Promise<FillJournal>;
  undoFill: (frame: Frame, journal: FillJournal) => Promise<FillJournal>;

  startLookup: (order: { tabId: number; claim: ClaimKey; payer: string; lastName: string }) => Promise<void>;
  retryLookup: (id: string) => Promise<void>;
  cancelLookup: (id: string) => Promise<void>;
  setAnswers: (claim: ClaimKey, answers: Answers) => Promise<void>;
  keepJournal: (claim: ClaimKey, journal: FillJournal) => Promise<void>;
  /** Gives what is wrong with the page; empty where all is well. */
  keepSnapshot: (tabId: number, snapshot: PageSnapshot) => Promise<PageProblem[]>;
  confirmAlias: (alias: Alias) => Promise<void>;
  forgetAlias: (alias: Alias) => Promise<void>;
  forgetSession: () => Promise<void>;
  saveSettings: (settings: Settings) => Promise<void>;

  goToTab: (tabId: number) => Promise<void>;
  reloadTab: (tabId: number) => Promise<void>;
  /** Asks the browser for the PM's pages; must be called in her click. */
  askAccess: () => Promise<boolean>;
  openOptions: () => Promise<void>;
  openBrowserShortcuts?: () => Promise<void>;
}
