import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, test as base, type CDPSession, chromium, type Page } from '@playwright/test';
import { type Pm, startPm } from '../pm/server';

/** The build of the same code with loopback among its hosts. */
export const BUILD = path.resolve(import.meta.dirname, '../../.output/chrome-mv3-test');

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

interface Fixtures {
  context: BrowserContext;
  /** The one tab that is open at the start. */
  page: Page;
  extensionId: string;
  browserCdp: CDPSession;
  /** A stand-in PM of this test's own. */
  pm: Pm;
  /** Presses the extension's toolbar button on the page's tab: opens or closes the panel. */
  clickAction: (page: Page) => Promise<void>;
  /** Opens the REAL side panel beside the page. */
  openSidePanel: (page: Page) => Promise<Page>;
  /** Kills the extension's service worker and waits until it is gone. */
  killServiceWorker: () => Promise<void>;
}

/** Options that every browser of the tests and the demo starts with. */
export const launchArguments = (build: string): string[] => [
  '--no-sandbox',
  `--disable-extensions-except=${build}`,
  `--load-extension=${build}`,
  // `Extensions.triggerAction`, which presses the toolbar button.
  '--enable-unsafe-extension-debugging',
  '--window-size=1400,900',
  '--window-position=0,0',
  '--test-type',
  '--disable-quic',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--dns-prefetch-disable',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

const workerTargets = async (cdp: CDPSession, id: string) => {
  const { targetInfos } = await cdp.send('Target.getTargets');
  return targetInfos.filter((target) => target.type === 'service_worker' && target.url.includes(id));
};

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from the pattern
  context: async ({}, use) => {
    if (!existsSync(path.join(BUILD, 'manifest.json'))) {
      throw new Error('There is no test build: run "COB_FLAVOUR=test npx wxt build" first.');
    }
    const profile = mkdtempSync(path.join(tmpdir(), 'cob-e2e-'));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: CHROMIUM,
      headless: !process.env.HEADED,
      // Leaves the panel its natural width.
      viewport: null,
      args: launchArguments(BUILD),
    });
    await use(context);
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  },

  page: async ({ context }, use) => use(context.pages()[0] ?? (await context.newPage())),

  extensionId: async ({ context }, use) => {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    await use(new URL(worker.url()).host);
  },

  browserCdp: async ({ context }, use) => {
    const browser = context.browser();
    if (!browser) throw new Error('The context has no browser.');
    const cdp = await browser.newBrowserCDPSession();
    await use(cdp);
    await cdp.detach().catch(() => undefined);
  },

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from the pattern
  pm: async ({}, use) => {
    const pm = await startPm();
    await use(pm);
    await pm.close();
  },

  clickAction: async ({ browserCdp, extensionId }, use) =>
    use(async (page) => {
      await page.bringToFront();
      const { targetInfos } = await browserCdp.send('Target.getTargets', { filter: [{ type: 'tab' }] });
      const tab = targetInfos.find((target) => target.url === page.url());
      if (!tab) throw new Error(`No tab shows ${page.url()}.`);
      // Not among Playwright's typed commands.
      const send = browserCdp.send.bind(browserCdp) as unknown as (
        method: string,
        parameters: object,
      ) => Promise<unknown>;
      await send('Extensions.triggerAction', { id: extensionId, targetId: tab.targetId });
    }),

  openSidePanel: async ({ context, extensionId, clickAction }, use) =>
    use(async (page) => {
      const opened = context.waitForEvent('page', (candidate) =>
        candidate.url().startsWith(`chrome-extension://${extensionId}/sidepanel.html`),
      );
      await clickAction(page);
      const panel = await opened;
      await panel.waitForLoadState();
      return panel;
    }),

  killServiceWorker: async ({ extensionId, browserCdp }, use) =>
    use(async () => {
      for (const { targetId } of await workerTargets(browserCdp, extensionId)) {
        await browserCdp.send('Target.closeTarget', { targetId });
      }
      await test.expect.poll(async () => (await workerTargets(browserCdp, extensionId)).length).toBe(0);
    }),
});

export const expect = test.expect;
