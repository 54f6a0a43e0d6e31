import type { Examination, Route } from '../lib/checks/check';
import type { Answers, Case, ClaimKey } from '../lib/claim/case';
import type { IsoDate } from '../lib/claim/claim';
import type { CoverageAnswers } from '../lib/claim/coverage';
import type { Adjudication } from '../lib/claim/era';
import type { ClaimForm, SearchHit } from '../lib/claim/form';
import type { PageProblem, PageSnapshot } from '../lib/claim/page';
import type { EraClaimRow, EraFileView, EraFound, EraSearch, FoundRemittance, PagePatient } from '../lib/era/files';
import type { Opened } from '../lib/payer-reader';
import type { PayerAnswer, PayerLimit } from '../lib/payers/answers';
import type { KeptMapping, Mapping } from '../lib/payers/columns';
import type { PayerEntry, PayerList, PayerRows } from '../lib/payers/entry';
import type { Conversion } from '../lib/payers/import';
import type { LoadedList } from '../lib/payers/lists';
import type { RowDefaults } from '../lib/payers/rows';
import type { EffectivePolicy } from '../lib/policy/merge';
import type { Policy } from '../lib/policy/policy';
import type { FillJournal, FillOrder, PrefillPlan } from '../lib/prefill/plan';
import type { RecordEntry } from '../lib/record/record';
import type { PatientFile, TabView } from '../lib/session/session';
import type { Alias, SessionMirror as Mirror, Settings } from '../lib/storage';
import type { Eob } from './models/eob';
import type { SiteServices } from './site-services';

export type { PayerAnswer, PayerLimit } from '../lib/payers/answers';
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

/** What is kept beyond the session: what she said of payers, the imported lists, the times to file that she entered, the policy. */
export type Knowledge = Pick<Mirror, 'payers' | 'payerLists' | 'payerLimits' | 'policy'>;

/** What the rest of the product works out from readings. Pure. */
export interface Engine {
  casesOf: (file: PatientFile, tab: TabView | undefined, known: Knowledge, today: IsoDate) => Case[];
  examine: (c: Case, policy: EffectivePolicy) => Examination;
  /** `way`: how the claim goes out. */
  makePlan: (c: Case, form: ClaimForm, way: Route['way']) => PrefillPlan;
}

/** A frame of a tab. */
export interface Frame {
  tabId: number;
  frameId: number;
}

/** The remittance files that were dropped on the panel. They live in memory, for as long as the panel is open. */
export interface Remittances {
  /** Tells the files, at once and after each change; at most ten times a second while one is read. */
  watch: (tell: (files: EraFileView[]) => void) => () => void;
  /** Begins to read files, one after the other. */
  add: (files: readonly File[]) => void;
  /** Reads a refused file again. */
  again: (file: string) => void;
  /** Stops reading a file and keeps what was read. */
  cancel: (file: string) => void;
  forget: (file: string) => void;
  forgetAll: () => void;
  /** `count` rows from number `from` on, in the order of the files. */
  search: (search: EraSearch, from: number, count: number) => Promise<EraFound>;
  /**
   * Reads one claim from its file.
   * @throws an Error with one sentence for the biller, where the file is not there any more
   */
  adjudication: (row: EraClaimRow) => Promise<Adjudication>;
  /** The text of one segment, by its number from 1. Throws like `adjudication`; `''` where there is none. */
  segment: (file: string, segment: number) => Promise<string>;
  /** Looks for the patient's claims in all files. */
  find: (patient: PagePatient) => Promise<FoundRemittance[]>;
}

/** Payer lists: a file is read in a thread, and kept where she says so. */
export interface PayerListServices {
  /** Reads a file, in place of the one read before. */
  open: (file: File) => Promise<Opened>;
  /** What an import by these columns would bring; undefined where no file is open. */
  convert: (mapping: Mapping, defaults: RowDefaults) => Promise<Conversion | undefined>;
  /** Forgets the file. */
  close: () => void;
  /** The columns chosen before, by the heads of the file. */
  mappings: () => Promise<KeptMapping[]>;
  /**
   * Keeps a list, and the columns by which it was read.
   * @throws where the browser has no room; then nothing is kept
   */
  keep: (list: PayerList, rows: PayerRows, mapping: KeptMapping) => Promise<void>;
  remove: (id: string) => Promise<void>;
  addLimit: (limit: PayerLimit) => Promise<void>;
  removeLimit: (payer: string) => Promise<void>;
  /** Puts back a list that was removed, in its place among the others. Throws like `keep`. */
  restore: (list: LoadedList, at: number) => Promise<void>;
  /** Puts back what she had said of payers, each with its day. */
  restoreAnswers: (answers: readonly PayerAnswer[]) => Promise<void>;
  /** The columns that are remembered, all of them anew. */
  setMappings: (mappings: readonly KeptMapping[]) => Promise<void>;
  /** All payers of the lists as a CSV file, to the browser's downloads. */
  download: (name: string, entries: readonly PayerEntry[]) => void;
}

/** What the panel can ask of the browser, the worker and the page. Tests put their own in its place. */
export interface Services {
  remittances: Remittances;
  payerLists: PayerListServices;
  sites: SiteServices;
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
  sayOfFinding: (claim: ClaimKey, of: string, entry: RecordEntry) => Promise<void>;
  setCoverage: (patient: string, coverage: CoverageAnswers) => Promise<void>;
  keepJournal: (claim: ClaimKey, journal: FillJournal) => Promise<void>;
  /** Gives what is wrong with the page; empty where all is well. */
  keepSnapshot: (tabId: number, snapshot: PageSnapshot) => Promise<PageProblem[]>;
  /** Keeps what one file says of a claim; what was kept of the same file before is replaced. */
  keepRemittance: (claim: ClaimKey, file: string, adjudications: Adjudication[]) => Promise<void>;
  /** Forgets what the session keeps of a file. */
  forgetRemittance: (file: string) => Promise<void>;
  confirmAlias: (alias: Alias) => Promise<void>;
  forgetAlias: (alias: Alias) => Promise<void>;
  /** Keeps for all claims of this payer whether it takes electronic secondary claims. */
  sayOfPayer: (said: Pick<PayerAnswer, 'payer' | 'electronicSecondary'>) => Promise<void>;
  forgetPayer: (payer: string) => Promise<void>;
  forgetSession: () => Promise<void>;
  saveSettings: (settings: Settings) => Promise<void>;
  /** Keeps her own policy, and lets all claims be told by it. */
  savePolicy: (policy: Policy) => Promise<void>;
  /** The record of the session, or her policy, to the browser's downloads. */
  downloadRecord: (record: readonly RecordEntry[], as: 'csv' | 'json', today: IsoDate) => Promise<void>;
  downloadPolicy: (policy: Policy) => void;

  /** Opens a page that prints one claim's EOB. What it prints is handed over in memory. */
  openEob: (eob: Eob) => Promise<void>;

  goToTab: (tabId: number) => Promise<void>;
  reloadTab: (tabId: number) => Promise<void>;
  /** Asks the browser for the PM's pages; must be called in her click. */
  askAccess: () => Promise<boolean>;
  openOptions: () => Promise<void>;
  openBrowserShortcuts?: () => Promise<void>;
}
