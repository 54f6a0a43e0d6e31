import { ContentScriptContext } from 'wxt/utils/content-script-context';
import { type OpenPage, openPage, type Worker } from '../lib/content/page';
import { liveReader, readLedgerAt } from '../lib/content/reader';
import { handle } from '../lib/handlers';
import { sendMessage } from '../lib/messages';
import { type Profile, withHosts } from '../lib/pages/profile';
import { profiles } from '../lib/pages/profiles';
import { recognise } from '../lib/pages/recognise';
import { ORDERS } from '../lib/schemas/orders';

/** The hosts that the manifest names are the PM's: in the test flavour that is loopback too. */
const ownProfiles = (): Profile[] => {
  const patterns: string[] = browser.runtime.getManifest().host_permissions ?? [];
  const hosts = patterns.flatMap((pattern) => /^[a-z*]+:\/\/([^/]+)\//.exec(pattern)?.[1] ?? []);
  return profiles.map((profile) => withHosts(profile, hosts));
};

const worker: Worker = {
  pageRead: (snapshot) => sendMessage('pageRead', snapshot),
  searchPressing: (data) => sendMessage('searchPressing', data),
  searchProgress: (data) => sendMessage('searchProgress', data),
  submitPressed: (data) => sendMessage('submitPressed', data),
};

const now = (): number => Date.now();

/** Answers the panel and the worker, and nobody else, until the script ends. */
const answer = (page: OpenPage, known: readonly Profile[], signal: AbortSignal): void => {
  const from = 'worker-or-panel';
  const off = [
    handle('readPage', { from, schema: ORDERS.readPage }, () => page.read()),
    handle('fetchLedger', { from, schema: ORDERS.fetchLedger }, (data) =>
      readLedgerAt(window, data, page.latest(), known, { now, signal }),
    ),
    handle('showPlace', { from, schema: ORDERS.showPlace }, ({ path, focus }) => page.showPlace(path, focus)),
    handle('setMarks', { from, schema: ORDERS.setMarks }, ({ marks }) => page.setMarks(marks)),
    handle('search', { from, schema: ORDERS.search }, (order) => page.search(order)),
    handle('pickHit', { from, schema: ORDERS.pickHit }, (hit) => page.pickHit(hit)),
    handle('fillForm', { from, schema: ORDERS.fillForm }, (data) => page.fillForm(data)),
    handle('undoFill', { from, schema: ORDERS.undoFill }, ({ journal }) => page.undoFill(journal)),
    handle('setHold', { from, schema: ORDERS.setHold }, ({ reasons }) => page.setHold(reasons)),
  ];
  const stopAll = (): void => {
    for (const stop of off) stop();
  };
  signal.addEventListener('abort', stopAll, { once: true });
};

/** Set in a page that has its reader: the worker may be asked for it twice. */
const HERE = Symbol.for('cob-companion.reader');

/** The reader of a PM page. The worker puts it into the pages for which `pm.ts` asks. */
export default defineUnlistedScript(() => {
  const world = globalThis as { [HERE]?: true };
  if (world[HERE]) return;
  world[HERE] = true;
  const ctx = new ContentScriptContext('pm-reader', { noScriptStartedPostMessage: true });
  const known = ownProfiles();
  const found = recognise(document, location.href, known);
  if (!found) return;
  const page = openPage({ window, reader: liveReader(window, found, now), worker, now, signal: ctx.signal });
  answer(page, known, ctx.signal);
});
