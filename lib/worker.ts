import { examine } from './checks/examine';
import { type Case, claimId } from './claim/case';
import type { PageProblem, PageSnapshot } from './claim/page';
import { handle, refuseTheRest } from './handlers';
import { type KeeperEnv, keep, type LookupEvent, nextLease, type SentOrder } from './lookups/keeper';
import { isOpen, type Lookup } from './lookups/lookup';
import { type PageAnswer, sendMessage } from './messages';
import { aliasKey, type ConfirmedAliases, matchPayer } from './payers/aliases';
import { payerFacts } from './payers/directory';
import { matchesAny, pmUrl } from './permissions';
import { COMMANDS } from './schemas/commands';
import { type CaseEnv, casesOf } from './session/cases';
import { type Examined, holdReasons, marksOf } from './session/marks';
import {
  applyFetched,
  applySnapshot,
  closeTab,
  endLoading,
  forgetSites,
  isSignedOut,
  type PageAt,
  startLoading,
} from './session/merge';
import { noteSubmit } from './session/outcome';
import { searchPageIn, searchPageOf, tabWithForm } from './session/search-page';
import type { PatientFile } from './session/session';
import { emptySession, entry, type SessionState } from './session/state';
import { type Alias, addAlias, openSession, readAliases, readSettings, type Settings } from './storage';
import { today } from './today';

type Sender = chrome.runtime.MessageSender;

const ALARM = 'lookups';
/** Alarms do not come sooner than this. */
const SHORTEST_ALARM = 30_000;
const BADGE_COLOR = '#1d5bb8';

/** What a change of the session asks of the browser, once it is stored. */
interface Change<R> {
  state: SessionState;
  answer: R;
}

const confirmedNames = (aliases: readonly Alias[]): ConfirmedAliases =>
  Object.fromEntries(aliases.map(({ chartName, formName }) => [aliasKey(chartName), formName]));

/** Pages come and go: nobody there to answer is no fault of ours. */
const quietly = (sending: Promise<unknown>): Promise<void> =>
  sending.then(
    () => undefined,
    () => undefined,
  );

/**
 * The background worker: the one writer of the session, the keeper of lookups. The browser may stop it at any moment;
 * what it has to know stands in the session before anything is told to a page.
 */
export const startWorker = () => {
  const session = openSession();

  const keeperEnv = (state: SessionState, aliases: readonly Alias[]): KeeperEnv => ({
    now: Date.now(),
    newId: () => crypto.randomUUID(),
    searchIn: (tabId) => (isSignedOut(state.tabs[tabId]) ? undefined : searchPageIn(state, tabId)),
    tabFor: (claim) => tabWithForm(state, claim),
    match: (payer, options) => matchPayer(payer, options, confirmedNames(aliases)),
  });

  // --- lookups

  /** The state after some events, and what is to be told to pages. */
  const lookedAfter = (state: SessionState, events: LookupEvent[], aliases: readonly Alias[]) => {
    let lookups = state.lookups;
    let orders: SentOrder[] = [];
    let started: Lookup | undefined;
    let mayPress = false;
    for (const event of events) {
      const kept = keep(lookups, event, keeperEnv(state, aliases));
      lookups = kept.lookups;
      orders = [...orders, ...kept.orders];
      started = kept.started ?? started;
      mayPress = kept.mayPress;
    }
    return { state: lookups === state.lookups ? state : { ...state, lookups }, orders, started, mayPress };
  };

  /** Tells the browser what follows from the lookups: the badge, and the alarm for the next lease. */
  const showLookups = async (lookups: readonly Lookup[]): Promise<void> => {
    const open = lookups.filter(isOpen).length;
    await browser.action.setBadgeText({ text: open === 0 ? '' : String(open) });
    const lease = nextLease(lookups);
    if (lease === undefined) await browser.alarms.clear(ALARM);
    else await browser.alarms.create(ALARM, { when: Math.max(lease, Date.now() + SHORTEST_ALARM) });
  };

  /** Sends the orders; what the page did of them comes back as progress. */
  const sendOrders = (orders: readonly SentOrder[]): void => {
    for (const { tabId, frameId, order } of orders) {
      if (order.pressed) continue;
      const sending = sendMessage('search', order, { tabId, frameId }).then((progress) =>
        lookupEvents([{ on: 'progress', id: order.lookupId, progress }]),
      );
      void quietly(sending);
    }
  };

  const lookupEvents = async (events: LookupEvent[]) => {
    const aliases = await readAliases();
    const { lookups, ...kept } = await session.update((state) => {
      const next = lookedAfter(state, events, aliases);
      return { state: next.state, answer: { ...next, lookups: next.state.lookups } };
    });
    await showLookups(lookups);
    sendOrders(kept.orders);
    return kept;
  };

  // --- pages

  const caseEnv = (aliases: readonly Alias[]): CaseEnv => ({ today: today(), aliases, payerOf: payerFacts });

  const examineAll = (cases: readonly Case[]): Examined[] => cases.map((c) => ({ case: c, examination: examine(c) }));

  /** The marks of a patient as one tab would show them. */
  const marksFor = (state: SessionState, file: PatientFile, tabId: number, aliases: readonly Alias[]): Examined[] =>
    examineAll(casesOf(file, state.tabs[tabId], caseEnv(aliases)));

  /** Frames of all tabs that show a patient's Claim History now. */
  const historiesOf = (state: SessionState, patient: string): PageAt[] =>
    Object.values(state.tabs).flatMap((tab) =>
      Object.values(tab.frames)
        .filter((frame) => frame.patient === patient && frame.page === 'claim-history')
        .map((frame) => ({ tabId: tab.tabId, frameId: frame.frameId, documentId: frame.documentId })),
    );

  /** What was last told to a frame, to stay silent where nothing changed. Lost with the worker: then it is told again. */
  const told = new Map<string, string>();

  const tellMarks = async (patient: string | undefined, except?: PageAt): Promise<void> => {
    const [state, settings, aliases] = await Promise.all([session.read(), readSettings(), readAliases()]);
    const file = entry(state.patients, patient);
    if (!file) return;
    for (const at of historiesOf(state, file.key)) {
      if (at.tabId === except?.tabId && at.frameId === except.frameId) continue;
      const marks = settings.marks ? marksOf(marksFor(state, file, at.tabId, aliases)) : [];
      const words = `${at.documentId} ${JSON.stringify(marks)}`;
      const key = `${at.tabId}/${at.frameId}`;
      if (told.get(key) === words) continue;
      told.set(key, words);
      void quietly(sendMessage('setMarks', { marks }, { tabId: at.tabId, frameId: at.frameId }));
    }
  };

  /** Why Submit of the form of a claim would be held, where the biller asked for it. */
  const holdOf = (examined: readonly Examined[], claim: string | undefined, settings: Settings): string[] =>
    settings.holdSubmit && claim !== undefined
      ? holdReasons(examined.find((each) => each.case.form !== undefined && claimId(each.case.row) === claim))
      : [];

  const takePage = async (at: PageAt, snapshot: PageSnapshot): Promise<PageAnswer> => {
    const [now, settings, aliases] = await Promise.all([session.read(), readSettings(), readAliases()]);
    // The script of a page outlives the permission that let it in.
    if (matchesAny(now.revoked, snapshot.url)) return { marks: [], hold: [] };
    const { state, orders, tab, patient } = await session.update((before) => {
      const merged = applySnapshot(before, at, snapshot, Date.now());
      const frame = merged.tab.frames[at.frameId];
      const events: LookupEvent[] = frame
        ? [{ on: 'page', page: searchPageOf(merged.state, merged.tab, frame, before) }]
        : [];
      const next = lookedAfter(merged.state, events, aliases);
      const answer = { state: next.state, orders: next.orders, tab: merged.tab, patient: merged.patient };
      return { state: next.state, answer };
    });
    await showLookups(state.lookups);
    const mine = (order: SentOrder) => order.tabId === at.tabId && order.frameId === at.frameId;
    sendOrders(orders.filter((order) => !mine(order)));
    void quietly(tellMarks(patient?.key, at));
    const examined = patient ? marksFor(state, patient, at.tabId, aliases) : [];
    const search = orders.find(mine)?.order;
    const frame = tab.frames[at.frameId];
    return {
      marks: settings.marks && snapshot.page === 'claim-history' ? marksOf(examined) : [],
      ...(search ? { search } : {}),
      hold: holdOf(examined, frame?.form && frame.claimId, settings),
    };
  };

  const pageAt = (sender: Sender): PageAt => ({
    tabId: sender.tab?.id ?? -1,
    frameId: sender.frameId ?? 0,
    documentId: sender.documentId ?? '',
    ...(sender.tab?.openerTabId === undefined ? {} : { openerTabId: sender.tab.openerTabId }),
  });

  /** Asks a frame to be read again. */
  const readAgain = async (at: PageAt): Promise<void> => {
    const snapshot = await sendMessage('readPage', undefined, { tabId: at.tabId, frameId: at.frameId });
    const parsed = COMMANDS.pageRead.safeParse(snapshot);
    if (parsed.success && pmUrl(parsed.data.url)) await takePage(at, parsed.data);
  };

  /** Frames that were read while the page around them was not known yet belong to somebody only now. */
  const loaded = async (tabId: number): Promise<void> => {
    const state = await session.update((before) => {
      const after = endLoading(before, tabId);
      return { state: after, answer: after };
    });
    const frames = Object.values(state.tabs[tabId]?.frames ?? {});
    for (const { frameId, documentId, patient } of frames) {
      if (frameId !== 0 && patient === undefined) await quietly(readAgain({ tabId, frameId, documentId }));
    }
  };

  const leave = async (tabId: number, on: 'tab-closed' | 'tab-left'): Promise<void> => {
    const aliases = await readAliases();
    const lookups = await session.update((state) => {
      const next = lookedAfter(closeTab(state, tabId), [{ on, tabId }], aliases).state;
      return { state: next, answer: next.lookups };
    });
    await showLookups(lookups);
  };

  // --- what the biller keeps and forgets

  const changeFile = async (key: string, change: (file: PatientFile) => PatientFile): Promise<void> => {
    await session.update((state): Change<void> => {
      const file = entry(state.patients, key);
      if (!file) return { state, answer: undefined };
      return { state: { ...state, patients: { ...state.patients, [key]: change(file) } }, answer: undefined };
    });
    await tellMarks(key);
  };

  const keepFetched = async (tabId: number, snapshot: PageSnapshot): Promise<PageProblem[]> => {
    const { problems, patient } = await session.update((state) => {
      const { state: next, ...answer } = applyFetched(state, tabId, snapshot, Date.now());
      return { state: next, answer };
    });
    await tellMarks(patient?.key);
    return problems;
  };

  const forget = async (): Promise<void> => {
    const before = await session.read();
    await session.update((): Change<void> => ({ state: emptySession(), answer: undefined }));
    told.clear();
    await showLookups([]);
    for (const tab of Object.values(before.tabs)) {
      void quietly(sendMessage('setMarks', { marks: [] }, tab.tabId));
    }
  };

  /** `patterns`: the sites as the browser names them. What was read of them goes. */
  const takenBack = async (patterns: readonly string[]): Promise<void> => {
    const lost = (origin: string) => matchesAny(patterns, `${origin}/`);
    const before = await session.read();
    const lookups = await session.update((state) => {
      const cleared = forgetSites(state, lost);
      const next = { ...cleared, revoked: [...new Set([...state.revoked, ...patterns])] };
      return { state: next, answer: next.lookups };
    });
    await showLookups(lookups);
    for (const { tabId, origin } of Object.values(before.tabs)) {
      if (lost(origin)) void quietly(sendMessage('setMarks', { marks: [] }, tabId));
    }
  };

  const givenAgain = async (): Promise<void> => {
    await session.update((state): Change<void> => ({ state: { ...state, revoked: [] }, answer: undefined }));
  };

  // --- who may say what

  const page = 'page' as const;
  const panel = 'panel' as const;
  handle('pageRead', { from: page, schema: COMMANDS.pageRead }, (snapshot, sender) =>
    takePage(pageAt(sender), { ...snapshot, from: 'live' }),
  );
  handle('searchPressing', { from: page, schema: COMMANDS.searchPressing }, async ({ lookupId }, sender) => {
    if (!(await searchesIn(lookupId, sender))) return false;
    return (await lookupEvents([{ on: 'pressing', id: lookupId }])).mayPress;
  });
  handle('searchProgress', { from: page, schema: COMMANDS.searchProgress }, async ({ lookupId, progress }, sender) => {
    if (await searchesIn(lookupId, sender)) await lookupEvents([{ on: 'progress', id: lookupId, progress }]);
  });
  handle('submitPressed', { from: page, schema: COMMANDS.submitPressed }, async ({ held }, sender) => {
    if (held) return;
    const { tabId, frameId } = pageAt(sender);
    await session.update(
      (state): Change<void> => ({ state: noteSubmit(state, tabId, frameId, Date.now()), answer: undefined }),
    );
  });
  handle('startLookup', { from: panel, schema: COMMANDS.startLookup }, async (order) => {
    const { started } = await lookupEvents([{ on: 'start', ...order }]);
    if (!started) throw new Error('The lookup was not kept.');
    return started;
  });
  handle('retryLookup', { from: panel, schema: COMMANDS.retryLookup }, async ({ id }) => {
    await lookupEvents([{ on: 'retry', id }]);
  });
  handle('cancelLookup', { from: panel, schema: COMMANDS.cancelLookup }, async ({ id }) => {
    await lookupEvents([{ on: 'cancel', id }]);
  });
  handle('setAnswers', { from: panel, schema: COMMANDS.setAnswers }, ({ claim, answers }) =>
    changeFile(claim.patient, (file) => ({ ...file, answers: { ...file.answers, [claim.claim]: answers } })),
  );
  handle('keepJournal', { from: panel, schema: COMMANDS.keepJournal }, ({ claim, journal }) =>
    changeFile(claim.patient, (file) => ({ ...file, journals: { ...file.journals, [claim.claim]: journal } })),
  );
  handle('keepSnapshot', { from: panel, schema: COMMANDS.keepSnapshot }, ({ tabId, snapshot }) =>
    snapshot.from === 'fetched' ? keepFetched(tabId, snapshot) : keepLive(tabId, snapshot),
  );
  handle('confirmAlias', { from: panel, schema: COMMANDS.confirmAlias }, (alias) => addAlias(alias));
  handle('forgetSession', { from: panel, schema: COMMANDS.forgetSession }, forget);
  refuseTheRest();

  /** A page may only speak of the search that is carried out in its own tab or popup. */
  const searchesIn = async (lookupId: string, sender: Sender): Promise<boolean> => {
    const state = await session.read();
    const lookup = state.lookups.find(({ id }) => id === lookupId);
    const tabId = sender.tab?.id ?? -1;
    return lookup !== undefined && [tabId, state.tabs[tabId]?.openerTabId].includes(lookup.tabId);
  };

  /** The panel asked the page to be read again: the same as if the page had said so, unless it has said more since. */
  const keepLive = async (tabId: number, snapshot: PageSnapshot): Promise<PageProblem[]> => {
    const main = (await session.read()).tabs[tabId]?.frames['0'];
    if (!pmUrl(snapshot.url) || (main && main.readAt > snapshot.readAt)) return main?.problems ?? [];
    await takePage({ tabId, frameId: 0, documentId: main?.documentId ?? '' }, snapshot);
    return (await session.read()).tabs[tabId]?.frames['0']?.problems ?? [];
  };

  return {
    /** Looks at what was under way when the worker was last stopped. */
    resume: async (): Promise<void> => {
      await browser.action.setBadgeBackgroundColor({ color: BADGE_COLOR });
      await lookupEvents([{ on: 'restart' }]);
    },
    alarm: async (name: string): Promise<void> => {
      if (name === ALARM) await lookupEvents([{ on: 'tick' }]);
    },
    tabClosed: (tabId: number) => leave(tabId, 'tab-closed'),
    /** `url` as the browser tells it: none for sites the product may not see. */
    tabChanged: async (tabId: number, status: string | undefined, url: string | undefined): Promise<void> => {
      if (!pmUrl(url)) {
        if ((await session.read()).tabs[tabId]) await leave(tabId, 'tab-left');
      } else if (status === 'loading') {
        await session.update(
          (state): Change<void> => ({ state: startLoading(state, tabId, Date.now()), answer: undefined }),
        );
      } else if (status === 'complete') await loaded(tabId);
    },
    settingsChanged: async (): Promise<void> => {
      const state = await session.read();
      for (const key of Object.keys(state.patients)) await tellMarks(key);
    },
    takenBack,
    givenAgain,
  };
};
