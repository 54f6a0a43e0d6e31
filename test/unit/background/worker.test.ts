import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Lookup } from '../../../lib/lookups/lookup';
import { type Protocol, removeAllListeners } from '../../../lib/messages';
import { closeStorage, openSession, type SessionMirror, saveSettings, watchSession } from '../../../lib/storage';
import { startWorker } from '../../../lib/worker';
import { aRow, aSecondaryRow, is } from '../checks/build';
import {
  aChartPage,
  aFormPage,
  aHistory,
  aHit,
  aLedgerPage,
  aPage,
  aSearch,
  KEY,
  NOW,
  nobody,
  SITE,
  someoneElse,
} from '../session/build';

const ID = 'abcdefghijklmnop';
const OWN = `chrome-extension://${ID}`;
type Sender = chrome.runtime.MessageSender;
type Listener = (message: unknown, sender: Sender, respond: (answer: unknown) => void) => unknown;

let listeners: Listener[];
let worker: ReturnType<typeof startWorker>;
/** What was sent to pages, and how they answer. */
let sent: { tabId: number; frameId?: number; type: string; data: any }[];
let answers: Partial<Record<keyof Protocol, unknown>>;

const start = async () => {
  worker = startWorker();
  await worker.resume();
};

/** The browser stops the worker and starts it again at the next event: only what is stored is left. */
const kill = async () => {
  removeAllListeners();
  listeners = [];
  await start();
};

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  fakeBrowser.reset();
  listeners = [];
  sent = [];
  answers = {};
  fakeBrowser.runtime.id = ID;
  fakeBrowser.runtime.getURL = ((path: string) => `${OWN}${path}`) as never;
  fakeBrowser.runtime.getManifest = (() => ({ host_permissions: ['https://*.healthfusionclaims.com/*'] })) as never;
  fakeBrowser.runtime.onMessage.addListener = ((listener: Listener) => void listeners.push(listener)) as never;
  fakeBrowser.runtime.onMessage.removeListener = (() => undefined) as never;
  fakeBrowser.tabs.sendMessage = ((tabId: number, message: any, options: any, respond: (a: unknown) => void) => {
    sent.push({ tabId, ...options, type: message.type, data: message.data });
    const known = message.type in answers;
    respond(known ? { res: answers[message.type as keyof Protocol] } : undefined);
  }) as never;
  await start();
});

afterEach(() => {
  removeAllListeners();
  vi.useRealTimers();
});

const send = (type: string, data: unknown, sender: Sender): Promise<any> =>
  new Promise((resolve, reject) => {
    const respond = (answer: any) => (answer.err ? reject(answer.err) : resolve(answer.res));
    const message = JSON.parse(JSON.stringify({ id: 1, timestamp: 1, type, data }));
    for (const listener of listeners) listener(message, sender, respond);
  });

const from = (tabId = 1, documentId = 'd1', frameId = 0): Sender => ({
  id: ID,
  tab: { id: tabId } as chrome.tabs.Tab,
  frameId,
  documentId,
  origin: SITE,
  url: `${SITE}/x`,
});
const PANEL: Sender = { id: ID, origin: OWN, url: `${OWN}/sidepanel.html` };

const page = (snapshot: ReturnType<typeof aPage>, sender = from()) => send('pageRead', snapshot, sender);
const panel = (type: keyof Protocol, data?: unknown) => send(type, data, PANEL);
const stored = () => fakeBrowser.storage.session.get(null) as Promise<Record<string, any>>;
const lookups = async (): Promise<Lookup[]> => (await stored()).lookups ?? [];
const badge = () => fakeBrowser.action.getBadgeText({});
const ASKED = aSearch({ payer: '31', lastName: 'OKAFOR' });
const DONE = { ...ASKED, state: 'done' as const, hits: [aHit()] };

const startLookup = (): Promise<Lookup> =>
  panel('startLookup', {
    tabId: 1,
    claim: { patient: KEY, claim: '8841207' },
    payer: 'LARKSPUR MUTUAL',
    lastName: 'OKAFOR',
  });

describe('a page that is open', () => {
  /** What the browser runs in pages, and what the page gives. */
  const scripting = (result?: unknown) => {
    const executeScript = vi.fn(async (_what: unknown) => [{ documentId: 'd9', frameId: 0, result }]);
    fakeBrowser.scripting.executeScript = executeScript as never;
    return executeScript;
  };
  const NOTHING = { url: `${SITE}/schedule`, title: 'Schedule' };
  const LOOK = { target: { tabId: 1, frameIds: [0] }, files: ['/pm-nothing.js'] };
  const main = async () => (await stored())['tab.1']?.frames['0'];

  it('gets the reader in that very frame where there may be something to read', async () => {
    const executeScript = scripting();
    await send('readerWanted', { url: `${SITE}/schedule` }, from(3, 'd3', 7));
    const there = { target: { tabId: 3, frameIds: [7] }, injectImmediately: true };
    expect(executeScript.mock.calls).toEqual([
      [{ ...there, files: ['/pm-press.js'], world: 'MAIN' }],
      [{ ...there, files: ['/pm-reader.js'] }],
    ]);
    expect(await stored()).not.toHaveProperty(['tab.3']);
  });

  it('is kept as one that is not known where there is nothing to read and the panel shows it', async () => {
    const executeScript = scripting(NOTHING);
    await panel('pageShown', { tabId: 1 });
    expect(executeScript).toHaveBeenCalledExactlyOnceWith(LOOK);
    expect(await main()).toMatchObject({ page: 'unknown', title: 'Schedule' });
  });

  it('is left alone where nobody asks', async () => {
    const executeScript = scripting(NOTHING);
    await worker.tabChanged(1, 'loading', `${SITE}/schedule`);
    await worker.tabChanged(1, 'complete', `${SITE}/schedule`);
    expect(executeScript).not.toHaveBeenCalled();
  });

  it('takes the place of what the tab showed before, though there is nothing to read in it', async () => {
    await page(aHistory());
    scripting(NOTHING);
    await worker.tabChanged(1, 'loading', `${SITE}/schedule`);
    expect(await main()).toMatchObject({ page: 'claim-history' });
    await worker.tabChanged(1, 'complete', `${SITE}/schedule`);
    expect(await main()).toMatchObject({ page: 'unknown', documentId: 'd9' });
  });

  it.each([
    ['the reader is on its way', undefined],
    ['what came is no answer', { url: 7 }],
    ['it is no page of the PM', { url: 'https://example.com/', title: 'x' }],
  ])('is waited for where %s', async (_why, result) => {
    scripting(result);
    await panel('pageShown', { tabId: 1 });
    expect(await main()).toBeUndefined();
  });

  it('is not asked again once it was read', async () => {
    await page(aHistory());
    const executeScript = scripting(NOTHING);
    await panel('pageShown', { tabId: 1 });
    await worker.tabChanged(1, 'complete', `${SITE}/x`);
    expect(executeScript).not.toHaveBeenCalled();
  });

  it('gets the reader at the word of the panel, never of another page', async () => {
    const executeScript = scripting();
    await panel('loadReader', { tabId: 5 });
    expect(executeScript).toHaveBeenCalledWith({
      target: { tabId: 5, frameIds: [0] },
      files: ['/pm-reader.js'],
      injectImmediately: true,
    });
    await expect(send('loadReader', { tabId: 5 }, from())).rejects.toMatchObject({ code: 'sender' });
    await expect(send('pageShown', { tabId: 5 }, from())).rejects.toMatchObject({ code: 'sender' });
  });
});

describe('a page that was read', () => {
  it('is stored and answered with its marks', async () => {
    const answer = await page(aHistory());
    expect(answer).toEqual({ marks: [{ claimId: '8841207', verdict: 'cannot-tell', word: 'Cannot tell' }], hold: [] });
    expect(Object.keys(await stored())).toEqual(expect.arrayContaining(['tab.1', `patient.${KEY}`]));
  });

  it('gets no marks where the biller wants none', async () => {
    await saveSettings({ marks: false, singleKeys: true, theme: 'system', holdSubmit: false });
    expect((await page(aHistory())).marks).toEqual([]);
  });

  it('changes the marks of the other tabs that show the patient, once', async () => {
    await page(aHistory());
    await page(aLedgerPage(), from(2, 'x1'));
    await vi.waitFor(() => expect(sent.filter(({ type }) => type === 'setMarks')).toHaveLength(1));
    expect(sent[0]).toMatchObject({ tabId: 1, frameId: 0, data: { marks: [{ claimId: '8841207' }] } });
    await page(aLedgerPage(), from(2, 'x1'));
    await page(aHistory({ patient: someoneElse, claims: [] }), from(3, 'y1'));
    expect(sent.filter(({ type }) => type === 'setMarks')).toHaveLength(1);
  });

  it('is told why Submit is held only where she asked for it', async () => {
    await page(aHistory({ claims: [aRow({ status: is('sent') })] }));
    const form = () => page(aFormPage(), from(1, 'd2'));
    expect((await form()).hold).toEqual([]);
    await saveSettings({ marks: true, singleKeys: true, theme: 'system', holdSubmit: true });
    expect((await form()).hold.length).toBeGreaterThan(0);
  });

  it('is told anew when the biller changes what she wants', async () => {
    const claims = [aRow({ status: is('sent') }), aRow({ id: is('8841300') })];
    await page(aHistory({ claims }));
    await page(aFormPage(), from(1, 'd2'));
    await page(aHistory({ claims }), from(2, 'x1'));
    sent = [];
    await saveSettings({ marks: false, singleKeys: true, theme: 'system', holdSubmit: true });
    await worker.settingsChanged();
    expect(sent).toEqual([
      { tabId: 1, frameId: 0, type: 'setHold', data: { reasons: expect.arrayContaining([expect.any(String)]) } },
      { tabId: 2, frameId: 0, type: 'setMarks', data: { marks: [] } },
    ]);
    await worker.settingsChanged();
    expect(sent).toHaveLength(2);
  });

  it('survives the worker: what was read before is there after', async () => {
    await page(aHistory());
    await kill();
    await page(aLedgerPage(), from(1, 'd2'));
    const file = (await stored())[`patient.${KEY}`];
    expect(file.claims).toHaveLength(1);
    expect(Object.keys(file.ledgers)).toEqual(['8841207']);
  });

  it('comes with the answer of the PM, also over a stop of the worker', async () => {
    await page(aHistory());
    await page(aFormPage(), from(1, 'd2'));
    await send('submitPressed', { held: false }, from(1, 'd2'));
    await kill();
    await page(aHistory({ claims: [aRow({ patientBalance: is(0) }), aSecondaryRow()] }), from(1, 'd3'));
    await kill();
    await page(aChartPage(), from(1, 'd4'));
    expect((await stored())[`patient.${KEY}`].outcomes['8841207']).toMatchObject({
      kind: 'accepted',
      claimId: '8841299',
    });
  });

  it('in a frame that came before its page is asked for again once the tab has loaded', async () => {
    await page(aHistory());
    await worker.tabChanged(1, 'loading', `${SITE}/x`);
    await page(aPage({ patient: nobody }), from(1, 'f1', 7));
    await page(aHistory({ patient: someoneElse, claims: [], readAt: NOW }), from(1, 'd2'));
    expect((await stored())['tab.1'].frames[7].patient).toBeUndefined();
    answers.readPage = aPage({ patient: nobody });
    await worker.tabChanged(1, 'complete', `${SITE}/x`);
    expect((await stored())['tab.1'].frames[7].patient).toBe(`${SITE}|HF300111`);
  });
});

describe('a lookup in the worker', () => {
  it('finds its result although the worker is stopped after every step', async () => {
    await page(aHistory());
    await page(aFormPage(), from(1, 'd2'));
    await kill();
    const { id } = await startLookup();
    expect(await badge()).toBe('1');
    await kill();
    expect(sent.filter(({ type }) => type === 'search').map(({ data }) => data.lookupId)).toEqual([id, id]);
    expect((await page(aFormPage({ search: aSearch({ payer: '31' }) }), from(1, 'd2'))).search).toMatchObject({
      pressed: false,
    });
    await kill();
    await page(aFormPage({ search: ASKED }), from(1, 'd2'));
    await kill();
    expect(await send('searchPressing', { lookupId: id }, from(1, 'd2'))).toBe(true);
    await kill();
    expect(await send('searchPressing', { lookupId: id }, from(1, 'd2'))).toBe(false);
    await send('searchProgress', { lookupId: id, progress: { did: 'pressed' } }, from(1, 'd2'));
    await kill();
    await page(aFormPage({ search: DONE }), from(1, 'd3'));
    await kill();
    expect(await lookups()).toMatchObject([{ id, state: 'found', hits: [{ insuranceId: 'LM44108220' }] }]);
    expect(await badge()).toBe('');
    expect(await fakeBrowser.alarms.getAll()).toEqual([]);
  });

  it('is written down as pressed before the page may press', async () => {
    await page(aHistory());
    await page(aFormPage({ search: ASKED }), from(1, 'd2'));
    const { id } = await startLookup();
    let atAnswer: Lookup | undefined;
    await send('searchPressing', { lookupId: id }, from(1, 'd2')).then(async () => {
      [atAnswer] = await lookups();
    });
    expect(atAnswer?.step).toBe('result');
  });

  it('is lost when nobody was heard of, by the alarm of a new worker', async () => {
    await page(aHistory());
    await page(aFormPage(), from(1, 'd2'));
    await startLookup();
    const [alarm] = await fakeBrowser.alarms.getAll();
    expect(alarm?.scheduledTime).toBe(NOW + 30_000);
    vi.setSystemTime(NOW + 30_000);
    await kill();
    await worker.alarm('lookups');
    expect(await lookups()).toMatchObject([{ state: 'lost', reason: 'The page did not answer.' }]);
    expect(await badge()).toBe('');
  });

  it('keeps to its own tab: another page may not press for it', async () => {
    await page(aHistory());
    await page(aFormPage(), from(1, 'd2'));
    const { id } = await startLookup();
    expect(await send('searchPressing', { lookupId: id }, from(2, 'x'))).toBe(false);
    await send('searchProgress', { lookupId: id, progress: { did: 'refused', why: 'No.' } }, from(2, 'x'));
    expect((await lookups())[0]?.state).toBe('searching');
  });

  it('goes on with the order that follows what the page did', async () => {
    await page(aHistory());
    await page(aFormPage(), from(1, 'd2'));
    answers.search = { did: 'refused', why: 'The Search button was not found.' };
    await startLookup();
    await vi.waitFor(async () =>
      expect((await lookups())[0]).toMatchObject({ state: 'failed', reason: 'The Search button was not found.' }),
    );
  });

  it.each([
    ['closed', () => worker.tabClosed(1), 'The tab was closed during the search.'],
    ['left for another site', () => worker.tabChanged(1, 'loading', undefined), 'The page moved on during the search.'],
  ])('is lost when its tab is %s', async (_how, leave, reason) => {
    await page(aHistory());
    await page(aFormPage(), from(1, 'd2'));
    await startLookup();
    await leave();
    expect(await lookups()).toMatchObject([{ state: 'lost', reason }]);
    expect((await stored())['tab.1']).toBeUndefined();
    expect((await stored())[`patient.${KEY}`]).toBeDefined();
  });

  it('waits for signing in and goes on', async () => {
    await page(aHistory());
    await page(aFormPage({ search: ASKED }), from(1, 'd2'));
    const { id } = await startLookup();
    await send('searchPressing', { lookupId: id }, from(1, 'd2'));
    await page(aPage({ page: 'login', patient: nobody }), from(1, 'd3'));
    await kill();
    expect(await lookups()).toMatchObject([{ state: 'searching', signedOut: true }]);
    expect((await page(aFormPage(), from(1, 'd4'))).search).toMatchObject({ lookupId: id, pressed: false });
  });
});

describe('what the panel commands', () => {
  it('keeps a ledger that was fetched, and says what is wrong with one that is not used', async () => {
    await page(aHistory());
    const fetched = aLedgerPage({ from: 'fetched' });
    expect(await panel('keepSnapshot', { tabId: 1, snapshot: fetched })).toEqual([]);
    const [problem] = await panel('keepSnapshot', { tabId: 1, snapshot: { ...fetched, patient: someoneElse } });
    expect(problem).toMatchObject({
      kind: 'other-patient',
      text: 'This ledger is for another patient. It was not used.',
    });
  });

  it('keeps what she said of a finding and the record of it, until the session is forgotten', async () => {
    await page(aHistory());
    const claim = { patient: KEY, claim: '8841207' };
    const entry = {
      at: NOW,
      action: 'overridden',
      ...claim,
      chart: 'HF204417',
      dos: '',
      check: 'C005',
      severity: 'block',
      title: 'Line 2 does not balance',
      reason: '=1+1',
      charge: null,
      balance: -1250,
      difference: 1,
    };
    await panel('sayOfFinding', { claim, of: 'f1', entry });
    await kill();
    expect((await stored()).record).toEqual([entry]);
    expect((await openSession().read()).record).toEqual([entry]);
    expect((await stored())[`patient.${KEY}`]).toMatchObject({
      answers: { '8841207': { acknowledged: { C005: [{ of: 'f1', reason: '=1+1', at: NOW }] } } },
    });
    await expect(panel('sayOfFinding', { claim, of: 'f1', entry: { ...entry, action: 'sent' } })).rejects.toMatchObject(
      {
        code: 'payload',
      },
    );
    await panel('forgetSession');
    expect(await stored()).not.toHaveProperty('record');
  });

  it('still reads answers that an earlier version kept: their reason, but not for what', async () => {
    await page(aHistory());
    const patient = (await stored())[`patient.${KEY}`];
    const answers = { '8841207': { acknowledged: { C021: 'The payer asked for it' } } };
    await fakeBrowser.storage.session.set({ [`patient.${KEY}`]: { ...patient, answers }, record: [{ at: 'now' }] });
    const state = await openSession().read();
    expect(state.patients[KEY]?.answers['8841207']?.acknowledged).toEqual({
      C021: [{ reason: 'The payer asked for it', of: '', at: 0, said: '' }],
    });
    expect(state.record).toEqual([]);
  });

  it('marks claims by the policy of the biller and of her organization', async () => {
    await page(aHistory());
    sent = [];
    await fakeBrowser.storage.local.set({ policy: { checks: { C005: { severity: 'info' } }, margins: {} } });
    await panel('policyChanged');
    fakeBrowser.storage.managed.get = (async () => ({
      checks: { C005: { severity: 'block' } },
      margins: { soonDays: 'x' },
    })) as never;
    let mirror: SessionMirror | undefined;
    const stop = watchSession((next) => {
      mirror = next;
    });
    await vi.waitFor(() =>
      expect(mirror?.policy.effective.checks.C005).toEqual({ severity: { is: 'block', by: 'organization' } }),
    );
    expect(mirror?.policy.problems).toEqual(['"soonDays" must be a whole number from 0 to 90.']);
    expect(mirror?.policy.own.checks).toEqual({ C005: { severity: 'info' } });
    stop();
  });

  it('keeps answers and what was filled', async () => {
    await page(aHistory());
    const claim = { patient: KEY, claim: '8841207' };
    await panel('setAnswers', { claim, answers: { acknowledged: {}, crossover: 'not-forwarded' } });
    await panel('keepJournal', { claim, journal: { claimId: '8841207', filledAt: NOW, results: [] } });
    const plan = { basis: 'current-employment', employerSize: '20-to-99' } as const;
    await panel('setCoverage', { patient: KEY, coverage: { plans: { Brightwater: plan }, medicareFor: ['age'] } });
    await kill();
    expect((await stored())[`patient.${KEY}`]).toMatchObject({
      coverage: { plans: { Brightwater: { employerSize: '20-to-99' } }, medicareFor: ['age'] },
      answers: { '8841207': { crossover: 'not-forwarded' } },
      journals: { '8841207': { filledAt: NOW } },
    });
  });

  it('forgets the session, marks and all', async () => {
    await page(aHistory());
    await panel('forgetSession');
    expect(await stored()).toEqual({ lookups: [], revoked: [] });
    expect(sent).toMatchObject([{ tabId: 1, type: 'setMarks', data: { marks: [] } }]);
  });

  it('is refused when a page commands it, and when nobody knows it', async () => {
    await expect(send('forgetSession', undefined, from())).rejects.toMatchObject({ name: 'Refused', code: 'sender' });
    await expect(send('launchRocket', {}, PANEL)).rejects.toMatchObject({ name: 'Refused', code: 'unknown-message' });
    await expect(send('pageRead', { page: 'ledger' }, from())).rejects.toMatchObject({ code: 'payload' });
    expect(await stored()).not.toHaveProperty('tab.1');
  });
});

describe('a permission that is taken back', () => {
  it('clears what was read, and nothing more is taken until it is given again', async () => {
    await page(aHistory());
    await worker.takenBack(['https://*.healthfusionclaims.com/*']);
    expect(await stored()).toEqual({ lookups: [], revoked: ['https://*.healthfusionclaims.com/*'] });
    expect(await page(aHistory())).toEqual({ marks: [], hold: [] });
    expect(await stored()).not.toHaveProperty('tab.1');
    await worker.givenAgain();
    expect((await page(aHistory())).marks).toHaveLength(1);
  });
});

describe('storage', () => {
  it('is closed to content scripts', async () => {
    const levels: unknown[] = [];
    for (const area of ['local', 'session'] as const) {
      Object.assign(fakeBrowser.storage[area], {
        setAccessLevel: async (level: unknown) => void levels.push([area, level]),
      });
    }
    await closeStorage();
    expect(levels).toEqual([
      ['local', { accessLevel: 'TRUSTED_CONTEXTS' }],
      ['session', { accessLevel: 'TRUSTED_CONTEXTS' }],
    ]);
  });

  it('never holds a patient beyond the session', async () => {
    const local = () => fakeBrowser.storage.local.get(null);
    await page(aHistory());
    await page(aLedgerPage(), from(1, 'd2'));
    await page(aChartPage(), from(1, 'd3'));
    await page(aFormPage({ search: ASKED }), from(1, 'd4'));
    const { id } = await startLookup();
    await send('searchPressing', { lookupId: id }, from(1, 'd4'));
    await page(aFormPage({ search: DONE }), from(1, 'd5'));
    await send('submitPressed', { held: false }, from(1, 'd5'));
    await panel('confirmAlias', { chartName: 'LARKSPUR MUT', formName: 'LARKSPUR MUTUAL' });
    await panel('sayOfPayer', { payer: 'LARKSPUR MUTUAL', electronicSecondary: 'yes' });
    await saveSettings({ marks: true, singleKeys: false, theme: 'dark', holdSubmit: true });
    await page(aHistory({ claims: [aRow(), aSecondaryRow()] }), from(1, 'd6'));
    expect(Object.keys(await local()).sort()).toEqual(['aliases', 'payers', 'settings']);
    for (const canary of ['OKAFOR', 'DENISE', 'HF204417', '1958-04-12', 'LM44108220', '8841207', 'ELM ST']) {
      expect(JSON.stringify(await local())).not.toContain(canary);
      // The canary sings: the session does hold it.
      expect(JSON.stringify(await stored())).toContain(canary);
    }
  });

  it('keeps what the biller said of a payer with its day, the last word, until she takes it back', async () => {
    await panel('sayOfPayer', { payer: 'LARKSPUR MUTUAL', electronicSecondary: 'yes' });
    await panel('sayOfPayer', { payer: 'Larkspur Mutual Insurance Co.', electronicSecondary: 'no' });
    const kept = async () => (await fakeBrowser.storage.local.get('payers')).payers;
    expect(await kept()).toEqual([
      {
        payer: 'Larkspur Mutual Insurance Co.',
        electronicSecondary: 'no',
        saidOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      },
    ]);
    await panel('forgetPayer', { payer: 'LARKSPUR MUTUAL' });
    expect(await kept()).toEqual([]);
  });

  it('takes no word on a payer from a page', async () => {
    await expect(send('sayOfPayer', { payer: 'X', electronicSecondary: 'yes' }, from(1, 'd1'))).rejects.toThrow();
    await expect(send('forgetPayer', { payer: 'X' }, from(1, 'd1'))).rejects.toThrow();
    expect(await fakeBrowser.storage.local.get(null)).not.toHaveProperty('payers');
  });

  it('takes stored things that it does not know for not stored', async () => {
    await fakeBrowser.storage.session.set({ 'tab.1': { tabId: 'one' }, lookups: 'many', 'patient.x': {}, other: 1 });
    await fakeBrowser.storage.local.set({ settings: { theme: 'pink' }, aliases: [{ chartName: 1 }] });
    expect(await openSession().read()).toEqual({ tabs: {}, patients: {}, lookups: [], revoked: [], record: [] });
    let mirror: SessionMirror | undefined;
    const stop = watchSession((next) => {
      mirror = next;
    });
    await vi.waitFor(() => expect(mirror).toMatchObject({ settings: { theme: 'system', marks: true }, aliases: [] }));
    stop();
  });

  it('changes one after the other, and a change that fails leaves the rest', async () => {
    const session = openSession();
    const add = (id: string) =>
      session.update((state) => ({
        state: { ...state, revoked: [...state.revoked, id] },
        answer: state.revoked.length,
      }));
    const broken = session.update(() => {
      throw new Error('broken');
    });
    const results = await Promise.all([add('a'), add('b'), broken.catch(() => 'broken'), add('c')]);
    expect(results).toEqual([0, 1, 'broken', 2]);
    expect((await stored()).revoked).toEqual(['a', 'b', 'c']);
  });

  it('makes room when it is full, and keeps what a tab shows', async () => {
    await page(aHistory());
    await page(aHistory({ patient: someoneElse, claims: [] }), from(2, 'x1'));
    await worker.tabClosed(2);
    const set = fakeBrowser.storage.session.set.bind(fakeBrowser.storage.session);
    let full = true;
    fakeBrowser.storage.session.set = (async (items: Record<string, unknown>) => {
      if (full) {
        full = false;
        throw new Error('QUOTA_BYTES quota exceeded');
      }
      return set(items);
    }) as never;
    await page(aLedgerPage(), from(1, 'd2'));
    fakeBrowser.storage.session.set = set;
    const keys = Object.keys(await stored());
    expect(keys).toContain(`patient.${KEY}`);
    expect(keys).not.toContain(`patient.${SITE}|HF300111`);
  });

  it('tells the panel every change, in order, with the same objects for what stayed', async () => {
    await page(aHistory());
    const seen: SessionMirror[] = [];
    const stop = watchSession((mirror) => seen.push(mirror));
    // Comes while the panel still loads.
    await page(aLedgerPage(), from(1, 'd2'));
    await vi.waitFor(() => expect(seen.length).toBeGreaterThan(0));
    await page(aHistory({ patient: someoneElse, claims: [] }), from(2, 'x1'));
    await panel('confirmAlias', { chartName: 'A', formName: 'B' });
    await worker.tabClosed(2);
    const last = seen.at(-1);
    expect(Object.keys(last?.tabs ?? {})).toEqual(['1']);
    expect(Object.keys(last?.patients[KEY]?.ledgers ?? {})).toEqual(['8841207']);
    expect(last?.aliases).toEqual([{ chartName: 'A', formName: 'B' }]);
    expect(last?.patients[KEY]).toBe(seen.at(-2)?.patients[KEY]);
    const calls = seen.length;
    stop();
    await page(aChartPage(), from(1, 'd3'));
    expect(seen).toHaveLength(calls);
  });
});
