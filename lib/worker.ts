import type { PageProblem, PageSnapshot } from './claim/page';
import { absent } from './claim/reading';
import { handle, refuseTheRest } from './handlers';
import type { LookupEvent, SentOrder } from './lookups/keeper';
import { type PageAnswer, sendMessage } from './messages';
import { matchesAny, pmUrl } from './permissions';
import { ANSWERS, COMMANDS } from './schemas/commands';
import { keepDecision } from './session/decisions';
import {
  applyFetched,
  applySnapshot,
  closeTab,
  endLoading,
  forgetSites,
  type PageAt,
  startLoading,
} from './session/merge';
import { noteHeld, noteSubmit } from './session/outcome';
import { forgetRemittanceFile, keepAdjudications } from './session/remittances';
import { searchPageOf } from './session/search-page';
import type { PatientFile } from './session/session';
import { emptySession, entry, type SessionState } from './session/state';
import { addAlias, addPayerAnswer, openSession, readAliases, readSettings, removePayerAnswer } from './storage';
import { today } from './today';
import { ALARM, lookupsOf } from './worker-lookups';
import { pagesOf, quietly, readKnowledge } from './worker-pages';

type Sender = chrome.runtime.MessageSender;

const BADGE_COLOR = '#1d5bb8';
/** Scripts of `entrypoints`, as they are built. */
const NOTHING = '/pm-nothing.js';
const PRESS = '/pm-press.js';
const READER = '/pm-reader.js';

/** What a change of the session asks of the browser, once it is stored. */
interface Change<R> {
  state: SessionState;
  answer: R;
}

/** The reading of a page in which nothing can be. */
const nothingToRead = (url: string, title: string, readAt: number): PageSnapshot => ({
  profile: '',
  page: 'unknown',
  url,
  readAt,
  from: 'live',
  complete: true,
  title,
  patient: { name: absent, chart: absent, dob: absent },
  messages: [],
  problems: [],
});

/**
 * The background worker: the one writer of the session, the keeper of lookups. The browser may stop it at any moment;
 * what it has to know stands in the session before anything is told to a page.
 */
export const startWorker = () => {
  const session = openSession();

  const { lookedAfter, showLookups, sendOrders, lookupEvents } = lookupsOf(session);
  const { answerTo, tellPages, clearMarks } = pagesOf(session);

  // --- pages

  /** Tells the pages of every patient what has changed for them. */
  const tellAll = async (): Promise<void> => {
    const state = await session.read();
    for (const key of Object.keys(state.patients)) await tellPages(key);
  };

  const takePage = async (at: PageAt, snapshot: PageSnapshot): Promise<PageAnswer> => {
    const [now, settings, aliases, payers] = await Promise.all([
      session.read(),
      readSettings(),
      readAliases(),
      readKnowledge(),
    ]);
    // The script of a page outlives the permission that let it in.
    if (matchesAny(now.revoked, snapshot.url)) return { marks: [], hold: [] };
    const { state, orders, arrived } = await session.update((before) => {
      const merged = applySnapshot(before, at, snapshot, Date.now());
      const frame = merged.tab.frames[at.frameId];
      const events: LookupEvent[] = frame
        ? [{ on: 'page', page: searchPageOf(merged.state, merged.tab, frame, before) }]
        : [];
      const next = lookedAfter(merged.state, events, aliases);
      const who = merged.state.tabs[at.tabId]?.frames['0']?.patient;
      const arrived = at.frameId === 0 && who !== undefined && who !== before.tabs[at.tabId]?.frames['0']?.patient;
      return { state: next.state, answer: { ...next, arrived } };
    });
    if (arrived) void quietly(readOrphans(state, at.tabId));
    await showLookups(state.lookups);
    const mine = (order: SentOrder) => order.tabId === at.tabId && order.frameId === at.frameId;
    sendOrders(orders.filter((order) => !mine(order)));
    const told = answerTo(state, at, settings, payers);
    void quietly(tellPages(state.tabs[at.tabId]?.frames[at.frameId]?.patient, at));
    const search = orders.find(mine)?.order;
    return search ? { ...told, search } : told;
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
  const readOrphans = async (state: SessionState, tabId: number): Promise<void> => {
    const frames = Object.values(state.tabs[tabId]?.frames ?? {});
    for (const { frameId, documentId, patient } of frames) {
      if (frameId !== 0 && patient === undefined) await quietly(readAgain({ tabId, frameId, documentId }));
    }
  };

  const loaded = async (tabId: number): Promise<void> => {
    const { before, after } = await session.update((state) => {
      const next = endLoading(state, tabId);
      return { state: next, answer: { before: state, after: next } };
    });
    // Of a tab that the session does not know nobody asks but the panel: such a page is left alone.
    if (before.tabs[tabId]?.loadingSince !== undefined) await quietly(askWhetherNothing(tabId));
    await readOrphans(after, tabId);
  };

  /** A page that has loaded and said nothing: its script looked in vain, or its reader is on its way. */
  const askWhetherNothing = async (tabId: number): Promise<void> => {
    const target = { tabId, frameIds: [0] };
    const [asked] = await browser.scripting.executeScript({ target, files: [NOTHING] });
    const found = ANSWERS.nothing.safeParse(asked?.result);
    if (!asked || !found.success || !pmUrl(found.data.url)) return;
    const { url, title } = found.data;
    await takePage({ tabId, frameId: 0, documentId: asked.documentId ?? '' }, nothingToRead(url, title, Date.now()));
  };

  /** Puts the reader into a frame, where it reads and tells, and into the page's own world what clicks for it. */
  const loadReader = async (tabId: number, frameId: number): Promise<void> => {
    const at = { target: { tabId, frameIds: [frameId] }, injectImmediately: true };
    await browser.scripting.executeScript({ ...at, files: [PRESS], world: 'MAIN' });
    await browser.scripting.executeScript({ ...at, files: [READER] });
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
    await tellPages(key);
  };

  const keepFetched = async (tabId: number, snapshot: PageSnapshot): Promise<PageProblem[]> => {
    const { problems, patient } = await session.update((state) => {
      const { state: next, ...answer } = applyFetched(state, tabId, snapshot, Date.now());
      return { state: next, answer };
    });
    await tellPages(patient?.key);
    return problems;
  };

  const forgetRemittance = async (from: string): Promise<void> => {
    const { before, after } = await session.update((state) => {
      const next = forgetRemittanceFile(state, from);
      return { state: next, answer: { before: state, after: next } };
    });
    const changed = Object.keys(after.patients).filter((key) => before.patients[key] !== after.patients[key]);
    for (const key of changed) await tellPages(key);
  };

  const forget = async (): Promise<void> => {
    const before = await session.read();
    await session.update((): Change<void> => ({ state: emptySession(), answer: undefined }));
    await showLookups([]);
    clearMarks(Object.values(before.tabs).map(({ tabId }) => tabId));
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
    const tabs = Object.values(before.tabs).filter(({ origin }) => lost(origin));
    clearMarks(tabs.map(({ tabId }) => tabId));
  };

  const givenAgain = async (): Promise<void> => {
    await session.update((state): Change<void> => ({ state: { ...state, revoked: [] }, answer: undefined }));
  };

  // --- who may say what

  const page = 'page' as const;
  const panel = 'panel' as const;
  handle('readerWanted', { from: page, schema: COMMANDS.readerWanted }, (_, sender) => {
    const { tabId, frameId } = pageAt(sender);
    return loadReader(tabId, frameId);
  });
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
    const { tabId, frameId } = pageAt(sender);
    const note = held ? noteHeld : noteSubmit;
    await session.update(
      (state): Change<void> => ({ state: note(state, tabId, frameId, Date.now()), answer: undefined }),
    );
  });
  handle('pageShown', { from: panel, schema: COMMANDS.pageShown }, async ({ tabId }) => {
    if (!(await session.read()).tabs[tabId]) await askWhetherNothing(tabId);
  });
  handle('loadReader', { from: panel, schema: COMMANDS.loadReader }, ({ tabId }) => loadReader(tabId, 0));
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
  handle('sayOfFinding', { from: panel, schema: COMMANDS.sayOfFinding }, async ({ claim, of, entry: said }) => {
    await session.update((state): Change<void> => ({ state: keepDecision(state, claim, of, said), answer: undefined }));
    await tellPages(claim.patient);
  });
  handle('setCoverage', { from: panel, schema: COMMANDS.setCoverage }, ({ patient, coverage }) =>
    changeFile(patient, (file) => ({ ...file, coverage })),
  );
  handle('keepJournal', { from: panel, schema: COMMANDS.keepJournal }, ({ claim, journal }) =>
    changeFile(claim.patient, (file) => ({ ...file, journals: { ...file.journals, [claim.claim]: journal } })),
  );
  handle('keepSnapshot', { from: panel, schema: COMMANDS.keepSnapshot }, ({ tabId, snapshot }) =>
    snapshot.from === 'fetched' ? keepFetched(tabId, snapshot) : keepLive(tabId, snapshot),
  );
  handle('keepRemittance', { from: panel, schema: COMMANDS.keepRemittance }, ({ claim, file: from, adjudications }) =>
    changeFile(claim.patient, (file) => keepAdjudications(file, claim.claim, from, adjudications)),
  );
  handle('forgetRemittance', { from: panel, schema: COMMANDS.forgetRemittance }, ({ file }) => forgetRemittance(file));
  handle('confirmAlias', { from: panel, schema: COMMANDS.confirmAlias }, (alias) => addAlias(alias));
  handle('sayOfPayer', { from: panel, schema: COMMANDS.sayOfPayer }, async (said) => {
    await addPayerAnswer({ ...said, saidOn: today() });
    await tellAll();
  });
  handle('forgetPayer', { from: panel, schema: COMMANDS.forgetPayer }, async ({ payer }) => {
    await removePayerAnswer(payer);
    await tellAll();
  });
  handle('payerListsChanged', { from: panel, schema: COMMANDS.payerListsChanged }, tellAll);
  handle('policyChanged', { from: panel, schema: COMMANDS.policyChanged }, tellAll);
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
    settingsChanged: tellAll,
    policyChanged: tellAll,
    takenBack,
    givenAgain,
  };
};
