import type { BrowserContext, Page } from '@playwright/test';
import { SCENES } from '../pm/scenes';
import { startExtension } from './extension';
import { BUILD, test as base, expect } from './fixtures';
import { keptOf, opened } from './session';

const scene = SCENES.electronic;

const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from the pattern
  started: async ({}, use) => {
    const started = await startExtension(BUILD, { backForwardCache: true });
    await use(started);
    await started.close();
  },
});

/** Chromium keeps no page that says `no-store`, as the stand-in's do: its answers come without. */
const allowKeeping = (context: BrowserContext): Promise<unknown> =>
  context.route(
    (url) => url.pathname.endsWith('/action.do'),
    async (route) => {
      const response = await route.fetch({ maxRedirects: 0 });
      const { 'cache-control': _, ...headers } = response.headers();
      await route.fulfill({ response, headers });
    },
  );

/** The document that the one PM tab shows, as the extension read it. */
const shownDocument = async (panel: Page): Promise<string | undefined> =>
  (await keptOf(panel)).tabs[0]?.frames['0']?.documentId;

/** As her own press of Back: Playwright's waits for a load that a kept page does not have. */
const goBack = (panel: Page): Promise<void> =>
  panel.evaluate(async () => {
    const { tabs } = (globalThis as unknown as { chrome: typeof chrome }).chrome;
    const [tab] = await tabs.query({ active: true, currentWindow: true });
    if (tab?.id !== undefined) await tabs.goBack(tab.id);
  });

test.describe('the back/forward cache', () => {
  // The panel may be reading a ledger when a test is done with it: nobody waits for that answer.
  test.afterEach(({ context }) => context.unrouteAll({ behavior: 'ignoreErrors' }));

  test('a page that comes back as it was shows its own patient again, without being loaded', async ({
    biller,
    context,
    page,
    openSidePanel,
  }) => {
    await allowKeeping(context);
    const panel = await openSidePanel(page);
    await opened(panel, scene.chart, 'claim-history', () => biller.openClaimHistory(scene));
    const first = await shownDocument(panel);
    await opened(panel, SCENES.paper.chart, 'claim-history', () => biller.openClaimHistory(SCENES.paper));
    const title = panel.getByRole('heading', { level: 1 });
    await expect(title).toHaveText('Nowak, Peter');

    await goBack(panel);
    await expect(title).toHaveText('Garcia, Maria L.');
    await expect(panel.locator(`[data-claim="${scene.claims.main}"]`)).toBeAttached();
    // The same document: nothing was loaded, the page came from the cache.
    expect(await shownDocument(panel)).toBe(first);
  });

  test('what was forgotten meanwhile is read again when the page comes back', async ({
    biller,
    context,
    page,
    openSidePanel,
  }) => {
    await allowKeeping(context);
    const panel = await openSidePanel(page);
    await opened(panel, scene.chart, 'claim-history', () => biller.openClaimHistory(scene));
    const first = await shownDocument(panel);
    await opened(panel, SCENES.paper.chart, 'claim-history', () => biller.openClaimHistory(SCENES.paper));
    await panel.getByRole('button', { name: 'More' }).click();
    await panel.getByRole('menuitem', { name: 'Forget this session' }).click();
    await expect.poll(async () => (await keptOf(panel)).patients.length).toBe(0);

    await goBack(panel);
    await expect(panel.locator(`[data-claim="${scene.claims.main}"]`)).toBeAttached();
    expect(await shownDocument(panel)).toBe(first);
  });
});
