import type { BrowserContext, Page, Request } from '@playwright/test';
import type { Lookup } from '../../lib/lookups/lookup';
import type { Biller, Subject } from './biller';
import { killServiceWorker, runningWorkers, type Started } from './extension';
import { expect } from './fixtures';
import type { Panel } from './panel';

const ACTION = 'SECONDARY_PAYER_SEARCH';

/** True for the request that a press of the PM's Search makes, whichever way this variant searches. */
export const isSearch = (request: Request): boolean =>
  new URL(request.url()).searchParams.get('ACTION_NAME') === ACTION ||
  (request.postData()?.includes(`ACTION_NAME=${ACTION}`) ?? false);

/** The searches that the PM is asked from now on. */
export const searchesOf = (context: BrowserContext): Request[] => {
  const searches: Request[] = [];
  context.on('request', (request) => {
    if (isSearch(request)) searches.push(request);
  });
  return searches;
};

/** Keeps the PM's answers to searches back until they are let go. */
export const holdSearches = async (context: BrowserContext): Promise<{ held: Request[]; letGo: () => void }> => {
  const held: Request[] = [];
  let letGo: () => void = () => undefined;
  const until = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await context.route(
    (url) => url.pathname.endsWith('/action.do'),
    async (route) => {
      if (isSearch(route.request())) {
        held.push(route.request());
        await until;
      }
      // The page may be gone by then.
      await route.continue().catch(() => undefined);
    },
  );
  return { held, letGo };
};

/** From Claim History to the open form, with the panel on the claim's Payer step. */
export const toPayerStep = async (biller: Biller, panel: Panel, scene: Subject): Promise<void> => {
  await biller.openClaimHistory(scene);
  await panel.openClaim(scene.claims.main);
  await biller.pressCob(scene.claims.main);
  await panel.goTo('Payer');
  await panel.expectStep('Payer');
};

/** Reads the chart too, so that there is an ID to compare with. */
export const withChart = async (biller: Biller, panel: Panel, scene: Subject): Promise<void> => {
  await biller.openChart(scene);
  await expect(panel.title).toContainText(/\w/);
  await toPayerStep(biller, panel, scene);
};

/** The cards of the insurance profiles that were found. */
export const cards = (panel: Panel) => panel.page.locator('.cand');

/** What the extension keeps of lookups, as the panel can see it. */
export const lookupsOf = (panel: Page): Promise<Lookup[]> =>
  panel.evaluate(async () => {
    const { storage } = (globalThis as unknown as { chrome: typeof chrome }).chrome;
    const { lookups } = await storage.session.get('lookups');
    return (lookups ?? []) as never;
  });

export const statesOf = async (panel: Page): Promise<string[]> =>
  (await lookupsOf(panel)).map((lookup) => lookup.state);

/** The number on the toolbar button. */
export const badgeOf = (panel: Page): Promise<string> =>
  panel.evaluate(() => (globalThis as unknown as { chrome: typeof chrome }).chrome.action.getBadgeText({}));

/** Kills the extension's worker that runs now; another one may start at once. */
export const killWorker = async (started: Started): Promise<void> => {
  const killed = await runningWorkers(started);
  expect(killed).not.toEqual([]);
  const alive = async (): Promise<string[]> => (await runningWorkers(started)).filter((id) => killed.includes(id));
  // A worker that is starting or stopping at that moment does not take the first word.
  const tellAgain = async (): Promise<string[]> => {
    const left = await alive();
    if (left.length > 0) await killServiceWorker(started);
    return left;
  };
  await killServiceWorker(started);
  await expect.poll(tellAgain).toEqual([]);
};

/** Where a search can be stopped in its tracks: what the page is told at that very moment. */
export const MOMENTS = {
  'before the payer is picked': ['SEC_PAYER_ID', 'focus'],
  'after the payer is picked': ['SEC_PAYER_ID', 'change'],
  'after the name is typed': ['SEARCH_LAST_NAME', 'change'],
  'as Search is pressed': ['SEARCH_PAYER', 'click'],
} as const;

/** At this moment of the search the page stands still until `meanwhile` is over. */
export const standStill = async (page: Page, moment: keyof typeof MOMENTS, meanwhile: () => Promise<void>) => {
  const [name, type] = MOMENTS[moment];
  const over = new Promise<void>((resolve, reject) => {
    page.once('dialog', (dialog) => void meanwhile().then(() => dialog.accept().then(resolve, reject), reject));
  });
  await page
    .locator(`[name=${name}]`)
    .evaluate(
      (control, event) => control.addEventListener(event, () => alert('Stop'), { once: true, capture: true }),
      type,
    );
  return { over };
};
