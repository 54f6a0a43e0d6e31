import { proxy, wrap } from 'comlink';
import type { EraFileReader } from '../lib/era/reading';
import { sendMessage } from '../lib/messages';
import type { PayerReader } from '../lib/payer-reader';
import { pmPatterns, pmUrl } from '../lib/permissions';
import { policyText } from '../lib/policy-file';
import { savePolicy } from '../lib/policy-storage';
import { recordJson, recordRows } from '../lib/record/rows';
import { removeAlias, saveSettings, watchSession } from '../lib/storage';
import { today } from '../lib/today';
import { offerEob } from './eob-channel';
import { createRemittances, type ReaderThread } from './era-client';
import { createPayerLists, type PayerThread } from './payer-client';
import type { Access, ActiveTab, Frame, Services } from './services';
import { siteServices } from './site-services';

const at = ({ tabId, frameId }: Frame) => ({ tabId, frameId });

/** Milliseconds after which a complete page without the extension's script is taken to have none. */
const SCRIPT_BEGINS_WITHIN = 1500;

const hostOf = (address: string | undefined): string | undefined =>
  address === undefined ? undefined : (URL.parse(address)?.hostname ?? undefined);

/** Asks the page whether the extension's script is in it: a page opened before the extension has none. */
const isSilent = async (tabId: number): Promise<boolean> => {
  try {
    await sendMessage('readPage', undefined, { tabId, frameId: 0 });
    return false;
  } catch {
    return true;
  }
};

/** Without permission for its site the browser does not tell the address of a tab. */
const activeTab = (tab: Browser.tabs.Tab | undefined, silent: boolean): ActiveTab | undefined => {
  if (tab?.id === undefined) return undefined;
  const host = hostOf(tab.url);
  return { tabId: tab.id, isPm: pmUrl(tab.url), silent, ...(host !== undefined && { host }) };
};

/** The tab in front of this panel's window, now and at each change. */
const watchTab = (tell: (tab: ActiveTab | undefined) => void): (() => void) => {
  let latest = 0;
  let current: number | undefined;
  const look = async () => {
    latest += 1;
    const turn = latest;
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    if (turn !== latest) return;
    current = tab?.id;
    tell(activeTab(tab, false));
    if (tab?.id === undefined || tab.status !== 'complete' || !pmUrl(tab.url)) return;
    void sendMessage('pageShown', { tabId: tab.id }).catch(() => undefined);
    // A page's script begins a moment after the page is complete.
    await new Promise((done) => setTimeout(done, SCRIPT_BEGINS_WITHIN));
    if (turn === latest && (await isSilent(tab.id)) && turn === latest) tell(activeTab(tab, true));
  };
  const onActivated = () => void look();
  const onUpdated = (tabId: number, change: { status?: string; url?: string }) => {
    if (tabId === current && (change.status !== undefined || change.url !== undefined)) void look();
  };
  browser.tabs.onActivated.addListener(onActivated);
  browser.tabs.onUpdated.addListener(onUpdated);
  void look();
  return () => {
    browser.tabs.onActivated.removeListener(onActivated);
    browser.tabs.onUpdated.removeListener(onUpdated);
  };
};

const watchAccess = (tell: (access: Access) => void): (() => void) => {
  const has = () => browser.permissions.contains({ origins: pmPatterns() });
  const onAdded = async () => (await has()) && tell('granted');
  const onRemoved = async () => (await has()) || tell('taken-back');
  const added = () => void onAdded();
  const removed = () => void onRemoved();
  browser.permissions.onAdded.addListener(added);
  browser.permissions.onRemoved.addListener(removed);
  void has().then((given) => tell(given ? 'granted' : 'missing'));
  return () => {
    browser.permissions.onAdded.removeListener(added);
    browser.permissions.onRemoved.removeListener(removed);
  };
};

/** Reads the page itself again; its frames are read again by the worker where they need it. */
const readPage = async (frame: Frame): Promise<void> => {
  // A page in which there was nothing to read has no reader yet; with it, it reads by itself.
  if (await isSilent(frame.tabId)) return sendMessage('loadReader', { tabId: frame.tabId });
  const snapshot = await sendMessage('readPage', undefined, at(frame));
  if (snapshot && frame.frameId === 0) await sendMessage('keepSnapshot', { tabId: frame.tabId, snapshot });
};

/** The thread that reads remittance files: `entrypoints/era-reader.ts`, as it is built. */
const startReader = (lost: () => void): ReaderThread => {
  const thread = new Worker(browser.runtime.getURL('/era-reader.js'));
  thread.addEventListener('error', lost);
  thread.addEventListener('messageerror', lost);
  return { reader: wrap<EraFileReader>(thread), end: () => thread.terminate() };
};

/** The thread that reads payer lists: `entrypoints/payer-reader.ts`, as it is built. */
const startPayerReader = (lost: () => void): PayerThread => {
  const thread = new Worker(browser.runtime.getURL('/payer-reader.js'));
  thread.addEventListener('error', lost);
  thread.addEventListener('messageerror', lost);
  return { reader: wrap<PayerReader>(thread), end: () => thread.terminate() };
};

/** Hands a text to the browser's downloads, as a file. */
const saveFile = (name: string, text: string, type = 'text/csv'): void => {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the file by its next task.
  setTimeout(() => URL.revokeObjectURL(url));
};

const downloadRecord: Services['downloadRecord'] = async (record, as, day) => {
  const name = `cob-record-${day}.${as}`;
  if (as === 'json') return saveFile(name, recordJson(record), 'application/json');
  saveFile(name, (await import('../lib/record-csv')).recordCsv(recordRows(record)));
};

/** What the panel asks of browser, worker and page, for real. */
export const browserServices: Services = {
  remittances: createRemittances({ start: startReader, proxy }),
  payerLists: createPayerLists({
    start: startPayerReader,
    changed: () => sendMessage('payerListsChanged', undefined),
    csvOf: async (rows) => (await import('../lib/payer-table')).csvOf(rows),
    save: saveFile,
  }),
  sites: siteServices,
  today,
  now: () => Date.now(),
  watchMirror: watchSession,
  watchTab,
  watchAccess,

  readPage,
  fetchLedger: (frame, claimId, href) => sendMessage('fetchLedger', { claimId, href }, at(frame)),
  showPlace: (frame, path, focus) => sendMessage('showPlace', { path, focus }, at(frame)),
  pickHit: (frame, { path, insuranceId, name, dob }) =>
    sendMessage('pickHit', { path, insuranceId, name, ...(dob === undefined ? {} : { dob }) }, at(frame)),
  fillForm: (frame, order) => sendMessage('fillForm', order, at(frame)),
  undoFill: (frame, journal) => sendMessage('undoFill', { journal }, at(frame)),

  startLookup: async (order) => void (await sendMessage('startLookup', order)),
  retryLookup: (id) => sendMessage('retryLookup', { id }),
  cancelLookup: (id) => sendMessage('cancelLookup', { id }),
  setAnswers: (claim, answers) => sendMessage('setAnswers', { claim, answers }),
  sayOfFinding: (claim, of, entry) => sendMessage('sayOfFinding', { claim, of, entry }),
  setCoverage: (patient, coverage) => sendMessage('setCoverage', { patient, coverage }),
  keepJournal: (claim, journal) => sendMessage('keepJournal', { claim, journal }),
  keepSnapshot: (tabId, snapshot) => sendMessage('keepSnapshot', { tabId, snapshot }),
  keepRemittance: (claim, file, adjudications) => sendMessage('keepRemittance', { claim, file, adjudications }),
  forgetRemittance: (file) => sendMessage('forgetRemittance', { file }),
  confirmAlias: (alias) => sendMessage('confirmAlias', alias),
  forgetAlias: ({ chartName }) => removeAlias(chartName),
  sayOfPayer: ({ payer, electronicSecondary }) => sendMessage('sayOfPayer', { payer, electronicSecondary }),
  forgetPayer: (payer) => sendMessage('forgetPayer', { payer }),
  forgetSession: () => sendMessage('forgetSession', undefined),
  saveSettings,
  savePolicy: async (policy) => {
    await savePolicy(policy);
    await sendMessage('policyChanged', undefined);
  },
  downloadRecord,
  downloadPolicy: (policy) => saveFile('cob-policy.json', policyText(policy), 'application/json'),

  goToTab: async (tabId) => {
    const tab = await browser.tabs.update(tabId, { active: true });
    if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
  },
  reloadTab: (tabId) => browser.tabs.reload(tabId),
  askAccess: () => browser.permissions.request({ origins: pmPatterns() }),
  // The address holds a random id and nothing else.
  openEob: async (eob) => {
    await browser.tabs.create({ url: `${browser.runtime.getURL('/eob.html')}#${offerEob(eob)}` });
  },
  openOptions: () => browser.runtime.openOptionsPage(),
};
