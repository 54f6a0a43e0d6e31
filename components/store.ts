import { createStore, type StoreApi } from 'zustand/vanilla';
import { fingerprintOf } from '../lib/checks/acknowledged';
import type { Finding } from '../lib/checks/check';
import { type Answers, type Case, claimId } from '../lib/claim/case';
import type { Adjudication } from '../lib/claim/era';
import type { SearchHit } from '../lib/claim/form';
import type { Place } from '../lib/claim/reading';
import type { EraCandidate, EraClaimRow, EraFileView } from '../lib/era/files';
import { aliasKey } from '../lib/payers/aliases';
import { ordersOf } from '../lib/prefill/make-plan';
import type { FillJournal, PrefillPlan } from '../lib/prefill/plan';
import { entryOf, type RecordEntry } from '../lib/record/record';
import type { PatientFile, TabView } from '../lib/session/session';
import { CHOOSER, type Intent, type Step } from './intent';
import { createLedgerReader, type LedgerOrder, type LedgerRun } from './ledger-reader';
import { claimItems } from './models/claims';
import { notKept } from './models/files';
import {
  formFrame,
  frameFor,
  framesOf,
  historyFrame,
  listedHits,
  patientOf,
  sameProfile,
  topFrame,
} from './models/frames';
import { ledgerWish } from './models/ledgers';
import { type Asked, unsureKey, withSaid } from './models/order';
import { ledgerAction, tickedBoxes } from './models/places';
import { count } from './models/text';
import { createRemittanceFinder } from './remittance-finder';
import type { Access, ActiveTab, Engine, Frame, Mirror, Services } from './services';

/** Where the panel is. `patient` follows the tab unless `key` pins one of *Still here from this session*. */
export type View =
  | { at: 'patient'; key?: string }
  | { at: 'claim'; patient: string; claim: string; step: Step }
  /** One claim beside its remittance. */
  | { at: 'remittance'; patient: string; claim: string }
  /** The rule book, at the rule that she asked for. */
  | { at: 'rules'; rule?: string }
  | { at: 'remittances' | 'lookups' | 'record' | 'shortcuts' | 'about' };

/** A view that belongs to no claim. */
type PlaceView = Extract<View, { at: 'rules' | 'remittances' | 'lookups' | 'record' | 'shortcuts' | 'about' }>;

export const isPlace = (view: View): view is PlaceView =>
  view.at !== 'patient' && view.at !== 'claim' && view.at !== 'remittance';

export interface PanelState {
  mirror: Mirror | undefined;
  tab: ActiveTab | undefined;
  access: Access | undefined;
  view: View;
  /** Who moved the view last: focus follows her own moves only. */
  moved: 'her' | 'page';
  /** The page went on while she worked in the panel: offered in a strip. */
  offer: { claim: string; step: Step } | undefined;
  /** The remittance files that were dropped since the panel was opened. */
  files: readonly EraFileView[];
  /** By claim of the open patient: claims of the files that may be it, for her to tell. */
  candidates: Readonly<Record<string, readonly EraCandidate[]>>;
  /** What the panel is doing now: `Reading the ledger`. */
  busy: string | undefined;
  /** How far the ledgers of the open Claim History are read. */
  ledgers: LedgerRun | undefined;
  /** What came of her last press; stays until the next. */
  said: string | undefined;
  /** Boxes she ticked to be overwritten, by `tickKey`. */
  ticks: readonly string[];
  /** Questions about a patient's coverage that she cannot answer now, by `unsureKey`. */
  unsure: readonly string[];
  /** The claim she came from, for focus and scroll on the way back. */
  cameFrom: { claim: string; scroll: number } | undefined;
  /** Where she was before she opened a view that belongs to no claim. */
  left: { view: View; scroll: number } | undefined;
  /** By claim of the open patient: files of which the session could not keep what they say of it. */
  unkept: ReadonlyMap<string, readonly string[]>;
}

export interface Panel {
  store: StoreApi<PanelState>;
  services: Services;
  engine: Engine;
  act: (intent: Intent) => void;
  /** Starts listening to the browser; gives the function that stops it. */
  start: () => () => void;
}

const EMPTY: PanelState = {
  mirror: undefined,
  tab: undefined,
  access: undefined,
  view: { at: 'patient' },
  moved: 'page',
  offer: undefined,
  files: [],
  candidates: {},
  busy: undefined,
  ledgers: undefined,
  said: undefined,
  ticks: [],
  unsure: [],
  cameFrom: undefined,
  left: undefined,
  unkept: new Map(),
};

/** What the session knows about the tab in front. */
export const tabViewOf = (state: PanelState): TabView | undefined =>
  state.tab && state.mirror?.tabs[String(state.tab.tabId)];

/** The patient whose data the panel may show now: the tab's, or one she pinned. */
export const fileOf = (state: PanelState): PatientFile | undefined => {
  const { view } = state;
  const key = view.at === 'claim' || view.at === 'remittance' ? view.patient : pinned(view);
  const own = key ?? patientOf(tabViewOf(state));
  return own === undefined ? undefined : state.mirror?.patients[own];
};

const pinned = (view: View): string | undefined => (view.at === 'patient' ? view.key : undefined);

/** She is working in the panel: it has the focus, and something in it is focused. */
const atWork = (): boolean => document.hasFocus() && document.activeElement !== document.body;

/** Which claim and step the page has moved to: its form is open, or the PM answered. */
const pageStep = (
  tab: TabView | undefined,
  file: PatientFile | undefined,
): { claim: string; step: Step; mark: string } | undefined => {
  if (!tab || !file) return undefined;
  const latest = Object.entries(file.outcomes).sort(([, a], [, b]) => b.at - a.at)[0];
  const form = framesOf(tab).find((frame) => frame.form && (frame.patient ?? file.key) === file.key);
  const claim = form?.claimId ?? form?.form?.claimId;
  const answered = latest && latest[1].at >= (form?.readAt ?? 0) - 1000;
  if (latest && (!claim || (answered && latest[0] === claim && latest[1].kind === 'refused')))
    return { claim: latest[0], step: 'submit', mark: `submit ${latest[0]} ${latest[1].at}` };
  if (!form || !claim) return undefined;
  const picked = file.picked[claim] !== undefined || hasMemberId(form.form);
  const step = picked ? 'fill' : 'payer';
  return { claim, step, mark: `${step} ${claim} ${form.documentId}` };
};

const hasMemberId = (form: { boxes: { box: string; value: string }[] } | undefined): boolean =>
  form?.boxes.some((box) => box.box === '1a' && box.value !== '') ?? false;

/** What the filler's run came to, in one sentence. */
const filledWords = (journal: FillJournal): string => {
  const filled = journal.results.filter((result) => result.status === 'filled').length;
  if (journal.stopped) return journal.stopped;
  const refused = journal.results.filter((result) => result.status === 'refused').length;
  return refused === 0 ? `${count(filled, 'box', 'boxes')} filled.` : `${filled} filled, ${refused} to do by hand.`;
};

const undoneWords = (journal: FillJournal): string => {
  const undone = journal.undone;
  if (!undone) return 'Nothing was put back.';
  const stayed = undone.stayed.length;
  const back = `${count(undone.putBack, 'box', 'boxes')} put back.`;
  return stayed === 0
    ? back
    : `${back} ${stayed} ${stayed === 1 ? 'was' : 'were'} changed since and ${stayed === 1 ? 'stays' : 'stay'}.`;
};

/** The panel without its looks: state, and what each intent does. */
export const createPanel = (services: Services, engine: Engine): Panel => {
  const store = createStore<PanelState>(() => EMPTY);
  const get = store.getState;
  const set = store.setState;
  /** Where each tab was left, so that coming back to it is coming back to its claim. */
  const views = new Map<number, View>();
  const lefts = new Map<number, PanelState['left']>();
  const marks = new Map<number, string>();

  const go = (view: View) => set({ view, moved: 'her', offer: undefined, said: undefined });

  /** Opens a view that belongs to no claim, and remembers where it leads back to. */
  const visit = (to: PlaceView) => {
    const { view } = get();
    if (!isPlace(view)) set({ left: { view, scroll: globalThis.scrollY ?? 0 } });
    go(to);
  };

  /** Where *Back* leads: what she left, unless it is gone meanwhile. */
  const backTo = (): View => {
    const { left, mirror } = get();
    if (!left || isPlace(left.view)) return { at: 'patient' };
    const patient = left.view.at === 'patient' ? left.view.key : left.view.patient;
    return patient === undefined || mirror?.patients[patient] ? left.view : { at: 'patient' };
  };

  /** Runs one job at a time and says what came of it where the button is. */
  const run = async (busy: string, job: () => Promise<unknown>) => {
    if (get().busy !== undefined) return;
    set({ busy, said: undefined });
    try {
      const said = await job();
      set({ said: typeof said === 'string' ? said : undefined });
    } catch {
      set({ said: 'The page did not answer. Read again, or reload the page.' });
    } finally {
      set({ busy: undefined });
    }
  };

  const frame = (frameId: number | undefined): Frame | undefined => {
    const tabId = get().tab?.tabId;
    return tabId === undefined || frameId === undefined ? undefined : { tabId, frameId };
  };

  const need = (found: Frame | undefined): Frame => {
    if (!found) throw new Error('no such page');
    return found;
  };

  const show = async (place: Place, focus: boolean): Promise<string | undefined> => {
    const tab = tabViewOf(get());
    const seen = frame(frameFor(tab, place)?.frameId);
    if (seen)
      return (await services.showPlace(seen, place.path, focus))
        ? undefined
        : 'It is not on the page any more. Read again.';
    return showWay(place);
  };

  /** A place on a page that is not open: the link to that page is shown, where there is one. */
  const showWay = async (place: Place): Promise<string> => {
    const file = fileOf(get());
    const history = frame(historyFrame(tabViewOf(get()))?.frameId);
    const link = file && place.page === 'ledger' ? ledgerAction(file, place) : undefined;
    if (link && history && (await services.showPlace(history, link.path, false)))
      return 'The ledger is not open. Its link is marked on the page.';
    return `${place.label} is on another page. Open it in NextGen Office.`;
  };

  /** Pages change the values of boxes without a sign of it: the form is read again before its boxes are listed. */
  const readQuietly = async (): Promise<void> => {
    const page = frame(topFrame(tabViewOf(get()))?.frameId);
    if (page) await services.readPage(page).catch(() => undefined);
  };

  const fill = async (plan: PrefillPlan): Promise<string | undefined> => {
    const state = get();
    const file = fileOf(state);
    const at = file && formFrame(tabViewOf(state), file, plan.claimId);
    const target = need(frame(at?.frameId));
    const order = {
      claimId: plan.claimId,
      fingerprint: plan.fingerprint,
      orders: ordersOf(plan, tickedBoxes(plan, state.ticks)),
    };
    const journal = await services.fillForm(target, order);
    if (journal.results.length === 0) await readQuietly();
    else if (file) await services.keepJournal({ patient: file.key, claim: plan.claimId }, journal);
    set({ ticks: [] });
    return filledWords(journal);
  };

  const undo = async (claim: string): Promise<string | undefined> => {
    const state = get();
    const file = fileOf(state);
    const journal = file?.journals[claim];
    if (!file || !journal) return undefined;
    const target = need(frame(formFrame(tabViewOf(state), file, claim)?.frameId));
    const after = await services.undoFill(target, journal);
    await services.keepJournal({ patient: file.key, claim }, after);
    return undoneWords(after);
  };

  /** Reads a ledger while the page stays where it is. Gives what is wrong, or nothing. */
  const fetchLedger = async ({ claim, href }: LedgerOrder): Promise<string | undefined> => {
    const history = need(frame(historyFrame(tabViewOf(get()))?.frameId ?? 0));
    const snapshot = await services.fetchLedger(history, claim, href);
    const problems = [...(await services.keepSnapshot(history.tabId, snapshot)), ...snapshot.problems];
    if (problems[0]) return problems[0].text;
    return snapshot.ledger ? undefined : 'No ledger came back. Open it on the page.';
  };

  /** The claims of the patient whom the tab in front shows. */
  const shownClaims = () => {
    const { mirror } = get();
    const tab = tabViewOf(get());
    const own = patientOf(tab);
    const file = own === undefined ? undefined : mirror?.patients[own];
    return { tab, file, items: file && mirror ? claimItems(engine, file, tab, mirror, services.today()) : [] };
  };

  const ledgers = createLedgerReader({
    wish: () => {
      const { file, tab, items } = shownClaims();
      return ledgerWish(file, tab, items);
    },
    read: fetchLedger,
    tell: (run) => set({ ledgers: run }),
  });

  const use = async (claim: string, hit: SearchHit): Promise<string | undefined> => {
    const state = get();
    const file = fileOf(state);
    const all = file ? listedHits(state.mirror?.tabs ?? {}, tabViewOf(state), file, claim) : [];
    const at = all.find((one) => one.hit.path === hit.path && sameProfile(one.hit, hit));
    const done = at !== undefined && (await services.pickHit(at, hit));
    const { insuranceId } = hit;
    await readQuietly();
    if (!done) return `${insuranceId} is not in the list on the page any more. Search again.`;
    return get().view.at === 'claim' ? `${insuranceId} is used for claim ${claim}.` : undefined;
  };

  /** The patient of the tab in front, whose claims the remittance files are asked for. */
  const ownFile = (): PatientFile | undefined => {
    const own = patientOf(tabViewOf(get()));
    return own === undefined ? undefined : get().mirror?.patients[own];
  };

  const finder = createRemittanceFinder({
    wish: () => {
      const file = ownFile();
      return file && { file, files: get().files };
    },
    find: (patient) => services.remittances.find(patient),
    keep: services.keepRemittance,
    tell: (candidates, unkept) => set({ candidates, unkept }),
  });

  const takeFiles = (files: EraFileView[]) => {
    set({ files });
    void finder.look();
  };

  const kept = (claim: string): Adjudication[] => fileOf(get())?.remittances?.[claim] ?? [];

  const take = async (claim: string, row: EraClaimRow): Promise<string> => {
    const whose = key(claim);
    const read = await services.remittances.adjudication(row).catch((error: Error) => error.message);
    if (typeof read === 'string') return read;
    const adjudication: Adjudication = { ...read, match: 'by-hand' };
    const others = kept(claim).filter((one) => one.file.id === row.file && one.claim.segment !== row.segment);
    try {
      await services.keepRemittance(whose, row.file, [...others, adjudication]);
    } catch {
      return notKept(adjudication.file.name);
    }
    return `The remittance is taken for claim ${claim}.`;
  };

  const leave = async (claim: string, file: string, segment: number): Promise<void> => {
    const others = kept(claim).filter((one) => one.file.id === file && one.claim.segment !== segment);
    await services.keepRemittance(key(claim), file, others);
    await finder.again();
  };

  /** Keeps what was said of a finding, and writes it into the session's record. */
  const say = (
    file: PatientFile,
    c: Case,
    finding: Finding,
    of: string,
    done: Pick<RecordEntry, 'action' | 'reason'>,
  ) => {
    const whose = { patient: file.key, claim: claimId(c.row) ?? '' };
    return services.sayOfFinding(whose, of, entryOf(whose, c, finding, { at: services.now(), ...done }));
  };

  /** A claim of the patient whom the panel shows: the tab's, or one she pinned. */
  const openClaim = (claim: string): { file: PatientFile; case: Case } | undefined => {
    const { mirror } = get();
    const file = fileOf(get());
    if (!mirror || !file) return undefined;
    const tab = tabViewOf(get());
    const items = claimItems(engine, file, patientOf(tab) === file.key ? tab : undefined, mirror, services.today());
    const item = items.find(({ id }) => id === claim);
    return item && { file, case: item.case };
  };

  const sayOf = async (claim: string, finding: Finding, of: string, done: Pick<RecordEntry, 'action' | 'reason'>) => {
    const open = openClaim(claim);
    if (open) await say(open.file, open.case, finding, of, done);
  };

  /** Her word on findings that say something else now: that it lapsed is kept, so that it does not come back by itself. */
  const noticeLapses = async (): Promise<void> => {
    const { file, items } = shownClaims();
    for (const { case: c, exam } of items) {
      for (const finding of exam.findings) {
        const { lapsed } = finding;
        if (file && lapsed && lapsed.lapsedAt === undefined)
          await say(file, c, { ...finding, title: lapsed.said }, lapsed.of, {
            action: 'lapsed',
            reason: lapsed.reason,
          });
      }
    }
  };

  const changeAnswers = (claim: string, change: (answers: Answers) => Answers) => {
    const answers = fileOf(get())?.answers[claim] ?? { acknowledged: {} };
    return run('Keeping', async () => services.setAnswers(key(claim), change(answers)));
  };

  /** A payer with a name is remembered; without one the answer is for the claim alone. */
  const sayElectronic = (claim: string, takes: 'yes' | 'no') => {
    const payer = shownClaims().items.find(({ id }) => id === claim)?.case.secondary?.name ?? '';
    return aliasKey(payer) === ''
      ? changeAnswers(claim, (answers) => ({ ...answers, electronicSecondary: takes }))
      : run('Remembering', () => services.sayOfPayer({ payer, electronicSecondary: takes }));
  };

  const setUnsure = (patient: string, asked: Asked, on: boolean) => {
    const own = unsureKey(patient, asked);
    set(({ unsure }) => ({ unsure: [...unsure.filter((one) => one !== own), ...(on ? [own] : [])] }));
  };

  const allow = async (): Promise<string | undefined> => {
    const given = await services.askAccess();
    if (!given) set({ access: 'refused' });
    return undefined;
  };

  const key = (claim: string) => {
    const file = fileOf(get());
    if (!file) throw new Error('no patient');
    return { patient: file.key, claim };
  };

  const DO: { [K in Intent['do']]: (intent: Extract<Intent, { do: K }>) => unknown } = {
    open: ({ claim, step }) => {
      const file = fileOf(get());
      if (!file) return;
      set({ cameFrom: { claim, scroll: globalThis.scrollY ?? 0 } });
      go({ at: 'claim', patient: file.key, claim, step: step ?? 'check' });
    },
    step: ({ step }) => {
      const { view } = get();
      if (view.at !== 'claim' && view.at !== 'remittance') return;
      go({ at: 'claim', patient: view.patient, claim: view.claim, step });
      if (step !== 'check') void readQuietly();
    },
    list: () => {
      const { view } = get();
      // She is there: nothing moves.
      if (view.at === 'patient' && view.key === undefined) return;
      const own = patientOf(tabViewOf(get()));
      const isClaim = view.at === 'claim' || view.at === 'remittance';
      const keep = isClaim && view.patient !== own ? { key: view.patient } : {};
      go({ at: 'patient', ...keep });
    },
    back: () => go(backTo()),
    lookups: () => visit({ at: 'lookups' }),
    record: () => visit({ at: 'record' }),
    shortcuts: () => visit({ at: 'shortcuts' }),
    about: () => visit({ at: 'about' }),
    rules: ({ rule }) => visit(rule === undefined ? { at: 'rules' } : { at: 'rules', rule }),
    options: () => services.openOptions(),
    forget: () =>
      run('Forgetting', async () => {
        services.remittances.forgetAll();
        await services.forgetSession();
        set({ unsure: [] });
        go({ at: 'patient' });
        return 'Nothing is kept any more. The panel reads the page again when it changes.';
      }),
    patient: ({ key: patient }) => {
      const shownIn = Object.values(get().mirror?.tabs ?? {}).find((tab) => patientOf(tab) === patient);
      if (shownIn) return run('Going to that tab', () => services.goToTab(shownIn.tabId));
      return go({ at: 'patient', key: patient });
    },
    tab: ({ tabId }) => run('Going to that tab', () => services.goToTab(tabId)),
    allow: () => run('Asking the browser', allow),
    reload: () => run('Reloading', async () => services.reloadTab(need(frame(0)).tabId)),
    show: ({ place, focus }) => run('Showing', () => show(place, focus ?? false)),
    focus: ({ id }) => {
      const to = document.getElementById(id);
      const fold = to?.closest('details');
      if (fold) fold.open = true;
      to?.focus();
    },
    'read-again': () =>
      run('Reading', async () => {
        await services.readPage(need(frame(0)));
        return 'Read again.';
      }),
    'read-ledger': (order) =>
      run('Reading the ledger', async () => (await fetchLedger(order)) ?? 'The ledger is read.'),
    'read-ledgers': () => ledgers.readOn(),
    'stop-ledgers': () => ledgers.stop(),
    search: ({ claim, payer, lastName }) =>
      run('Starting the search', async () =>
        services.startLookup({ tabId: need(frame(0)).tabId, claim: key(claim), payer, lastName }),
      ),
    'open-lookup': ({ claim, tabId }) => {
      const view: View = { at: 'claim', patient: claim.patient, claim: claim.claim, step: 'payer' };
      if (tabId === get().tab?.tabId)
        return patientOf(tabViewOf(get())) === claim.patient ? go(view) : go({ at: 'patient' });
      views.set(tabId, view);
      return run('Going to that tab', () => services.goToTab(tabId));
    },
    retry: ({ lookup }) => run('Trying again', () => services.retryLookup(lookup)),
    cancel: ({ lookup }) => run('Canceling', () => services.cancelLookup(lookup)),
    use: ({ claim, hit }) => run(`Using ${hit.insuranceId}`, () => use(claim, hit)),
    'confirm-payer': ({ chartName, formName }) =>
      run('Remembering', () => services.confirmAlias({ chartName, formName })),
    'say-electronic': ({ claim, takes }) => sayElectronic(claim, takes),
    'forget-payer': ({ payer }) => run('Forgetting', () => services.forgetPayer(payer)),
    accept: ({ claim, finding, reason }) => {
      const action = finding.severity === 'block' ? 'overridden' : 'acknowledged';
      return run('Keeping', () => sayOf(claim, finding, fingerprintOf(finding), { action, reason }));
    },
    'take-back': ({ claim, finding }) =>
      run('Keeping', async () => {
        const said = finding.acknowledged;
        if (said) await sayOf(claim, finding, said.of, { action: 'taken-back', reason: said.reason });
      }),
    'export-record': ({ as }) =>
      run('Exporting', () => services.downloadRecord(get().mirror?.record ?? [], as, services.today())),
    answer: ({ claim, answers }) => run('Keeping', async () => services.setAnswers(key(claim), answers)),
    'say-coverage': ({ patient, asked, said }) =>
      run('Keeping', async () => {
        await services.setCoverage(patient, withSaid(get().mirror?.patients[patient]?.coverage, asked, said));
        setUnsure(patient, asked, false);
      }),
    'not-sure': ({ patient, asked, on }) => setUnsure(patient, asked, on),
    tick: ({ key: box, on }) =>
      set(({ ticks }) => ({
        ticks: on ? [...ticks.filter((tick) => tick !== box), box] : ticks.filter((tick) => tick !== box),
      })),
    fill: ({ plan }) => run('Filling', () => fill(plan)),
    undo: ({ claim }) => run('Putting back', () => undo(claim)),
    remittances: () => visit({ at: 'remittances' }),
    'open-remittance': ({ claim }) => {
      const file = fileOf(get());
      if (file) go({ at: 'remittance', patient: file.key, claim });
    },
    'choose-files': () => document.getElementById(CHOOSER)?.click(),
    'add-files': ({ files }) => {
      services.remittances.add(files);
      if (get().view.at === 'remittances') set({ said: undefined });
      else visit({ at: 'remittances' });
    },
    'again-file': ({ file }) => services.remittances.again(file),
    'cancel-file': ({ file }) => services.remittances.cancel(file),
    'forget-file': ({ file }) =>
      run('Forgetting', async () => {
        services.remittances.forget(file);
        await services.forgetRemittance(file);
        return 'The file is forgotten, and what was found in it.';
      }),
    'take-adjudication': ({ claim, row }) => run('Reading the remittance', () => take(claim, row)),
    'leave-adjudication': ({ claim, file, segment }) => run('Forgetting', () => leave(claim, file, segment)),
    'match-line': ({ claim, line, ledgerLine }) =>
      changeAnswers(claim, ({ lineMatches, ...answers }) => {
        const { [line]: _, ...others } = lineMatches ?? {};
        return { ...answers, lineMatches: ledgerLine === undefined ? others : { ...others, [line]: ledgerLine } };
      }),
    'print-eob': ({ eob }) =>
      run('Opening the EOB', async () => {
        await services.openEob(eob);
      }),
    'amounts-from': ({ claim, from }) => changeAnswers(claim, (answers) => ({ ...answers, amountsFrom: from })),
  };

  const act = (intent: Intent) => {
    const job = DO[intent.do] as (one: Intent) => unknown;
    job(intent);
  };

  /** Moves with the page to the next step of the claim; where she is at work in the panel it only offers. */
  const follow = () => {
    const state = get();
    const tab = tabViewOf(state);
    if (!state.tab || !tab || topFrame(tab)?.page === 'login') return;
    const own = patientOf(tab);
    const file = own === undefined ? undefined : state.mirror?.patients[own];
    const to = pageStep(tab, file);
    if (!to || !file || marks.get(tab.tabId) === to.mark) return;
    marks.set(tab.tabId, to.mark);
    const { view } = state;
    if (view.at === 'claim' && view.claim === to.claim && view.step === to.step) return;
    const { claim, step } = to;
    if (atWork()) set({ offer: { claim, step } });
    else set({ view: { at: 'claim', patient: file.key, claim, step }, moved: 'page', offer: undefined });
  };

  /** Another patient on the page: the panel goes there, whatever it showed. */
  const followPatient = (before: string | undefined) => {
    const own = patientOf(tabViewOf(get()));
    if (own === undefined || before === undefined || own === before) return;
    set({
      view: { at: 'patient' },
      moved: 'page',
      offer: undefined,
      said: undefined,
      ticks: [],
      cameFrom: undefined,
      left: undefined,
    });
  };

  /** The patient each tab showed last; a page without one (a login, a dashboard) does not change it. */
  const last = new Map<number, string>();

  const noticePatient = () => {
    const tab = tabViewOf(get());
    const own = patientOf(tab);
    if (!tab || own === undefined) return;
    const before = last.get(tab.tabId);
    last.set(tab.tabId, own);
    followPatient(before);
  };

  const takeTab = (tab: ActiveTab | undefined) => {
    const before = get().tab;
    if (before && before.tabId !== tab?.tabId) {
      views.set(before.tabId, get().view);
      lefts.set(before.tabId, get().left);
    }
    if (before?.tabId === tab?.tabId) return set({ tab });
    const view = (tab && views.get(tab.tabId)) ?? { at: 'patient' as const };
    set({
      tab,
      view,
      moved: 'page',
      offer: undefined,
      said: undefined,
      ticks: [],
      cameFrom: undefined,
      left: tab && lefts.get(tab.tabId),
    });
    noticePatient();
    follow();
    void ledgers.look();
    void finder.look();
  };

  const takeMirror = (mirror: Mirror) => {
    const had = Object.keys(get().mirror?.patients ?? {}).length > 0;
    set({ mirror });
    // The session was forgotten elsewhere, or the site's permission taken back: files would bring it back.
    if (had && Object.keys(mirror.patients).length === 0) services.remittances.forgetAll();
    const { view } = get();
    if ((view.at === 'claim' || view.at === 'remittance') && !mirror.patients[view.patient])
      set({ view: { at: 'patient' }, moved: 'page' });
    noticePatient();
    follow();
    void ledgers.look();
    void finder.look();
    void noticeLapses().catch(() => undefined);
  };

  const start = () => {
    const stops = [
      services.watchAccess((access) => set({ access })),
      services.watchTab(takeTab),
      services.watchMirror(takeMirror),
      services.remittances.watch(takeFiles),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  };

  return { store, services, engine, act, start };
};
