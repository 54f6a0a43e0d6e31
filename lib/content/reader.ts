import type { PageSnapshot } from '../claim/page';
import { type Change, watchPage } from '../pages/changes';
import { FORM_PATHS } from '../pages/form';
import { Handles } from '../pages/handles';
import type { Profile } from '../pages/profile';
import { isCutOff, PageReader, readPage } from '../pages/read';
import { type Recognised, recognise } from '../pages/recognise';
import { fetchPage } from './ledger';
import type { LiveReader } from './page';

/** The reader of one open page that was recognised. */
export const liveReader = (window: Window, { profile, page }: Recognised, now: () => number): LiveReader => {
  const { document, location } = window;
  const handles = new Handles();
  const pages = new PageReader(document);
  return {
    read: async (touched, rows) => {
      const renewed = rows && pages.rereadRows(rows, now());
      if (renewed) return renewed;
      return pages.read(location.href, { profile, page, now: now(), from: 'live', handles, touched });
    },
    element: (path) => handles.get(path),
    watch: (changed, signal) => {
      const tell = (change: Change): void => changed(change.kind === 'rows' ? change.rows : undefined);
      watchPage(document, page, tell, signal);
    },
    paths: FORM_PATHS,
    rows: () => pages.rowsById(),
  };
};

/**
 * Reads a claim's ledger without leaving the page.
 * In: an address that the open page itself gives for the ledger of that claim. Out: what stands there, also where that is the
 * sign-in page or a ledger cut short: the snapshot says so.
 * @throws Error with a full sentence for the biller
 */
export const readLedgerAt = async (
  window: Window,
  data: { claimId: string; href: string },
  latest: PageSnapshot | undefined,
  profiles: readonly Profile[],
  env: { now: () => number; signal: AbortSignal },
): Promise<PageSnapshot> => {
  if (!givesAddress(latest, data)) throw new Error('The page no longer has this address. Read the page again.');
  const { doc, url, html } = await fetchPage(data.href, window.location.href, env.signal);
  const found = recognise(doc, url, profiles);
  if (!found || (found.page !== 'ledger' && found.page !== 'login')) {
    throw new Error('The address led to another page than the ledger. Nothing was read.');
  }
  const { profile, page } = found;
  return readPage(doc, url, {
    profile,
    page,
    now: env.now(),
    from: 'fetched',
    handles: new Handles(),
    cut: isCutOff(html),
  });
};

const givesAddress = (
  latest: PageSnapshot | undefined,
  { claimId, href }: { claimId: string; href: string },
): boolean =>
  latest?.claims?.some(
    ({ id, actions }) =>
      id.kind === 'read' &&
      id.value === claimId &&
      actions.some((action) => action.kind === 'ledger' && action.href === href),
  ) ?? false;
