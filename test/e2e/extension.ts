import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, type CDPSession, chromium, expect, type Page } from '@playwright/test';

export interface Started {
  context: BrowserContext;
  /** Id of the extension: the host of its addresses. */
  id: string;
  /** Commands to the browser itself. */
  cdp: CDPSession;
  close(): Promise<void>;
}

const argumentsFor = (builds: readonly string[]): string[] => [
  '--no-sandbox',
  `--disable-extensions-except=${builds.join(',')}`,
  `--load-extension=${builds.join(',')}`,
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

/** No question about saving the password: it would lie over the panel. */
const writePreferences = (profile: string): void => {
  mkdirSync(path.join(profile, 'Default'), { recursive: true });
  const preferences = { credentials_enable_service: false, profile: { password_manager_enabled: false } };
  writeFileSync(path.join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
};

interface StartOptions {
  headless?: boolean;
  /** Pages left may come back as they were; Playwright turns that off, because it loses sight of them. */
  backForwardCache?: boolean;
  /** Folders of other extensions to load, without a worker. */
  besides?: readonly string[];
}

/** Starts a Chromium of its own, with a fresh profile and the build loaded. */
export const startExtension = async (
  build: string,
  { headless = true, backForwardCache = false, besides = [] }: StartOptions = {},
): Promise<Started> => {
  if (!existsSync(path.join(build, 'manifest.json'))) {
    throw new Error('There is no test build: run "COB_FLAVOUR=test npx wxt build" first.');
  }
  const profile = mkdtempSync(path.join(tmpdir(), 'cob-companion-'));
  writePreferences(profile);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    headless,
    // Leaves the panel its natural width.
    viewport: null,
    args: argumentsFor([build, ...besides]),
    // As for a biller: a window that no press in the page asked for is blocked.
    ignoreDefaultArgs: ['--disable-popup-blocking', ...(backForwardCache ? ['--disable-back-forward-cache'] : [])],
  });
  const browser = context.browser();
  if (!browser) throw new Error('The context has no browser.');
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return {
    context,
    id: new URL(worker.url()).host,
    cdp: await browser.newBrowserCDPSession(),
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};

/** Presses the extension's toolbar button on the page's tab: opens or closes the panel. */
export const clickAction = async ({ cdp, id }: Started, page: Page): Promise<void> => {
  await page.bringToFront();
  const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const tab = targetInfos.find((target) => target.url === page.url());
  if (!tab) throw new Error(`No tab shows ${page.url()}.`);
  // Not among Playwright's typed commands.
  const send = cdp.send.bind(cdp) as unknown as (method: string, parameters: object) => Promise<unknown>;
  await send('Extensions.triggerAction', { id, targetId: tab.targetId });
};

/** Opens the REAL side panel beside the page. */
export const openSidePanel = async (started: Started, page: Page): Promise<Page> => {
  const before = new Set(started.context.pages());
  await clickAction(started, page);
  // A page may appear before it has its address.
  const opened = () =>
    started.context
      .pages()
      .find((one) => !before.has(one) && one.url().startsWith(`chrome-extension://${started.id}/sidepanel.html`));
  await expect.poll(() => opened() !== undefined, { message: 'the side panel opens', timeout: 30_000 }).toBe(true);
  const panel = opened();
  if (!panel) throw new Error('The side panel is gone again.');
  await panel.waitForLoadState();
  return panel;
};

/** How many service workers of the extension run now. */
export const runningWorkers = async ({ cdp, id }: Started): Promise<string[]> => {
  const { targetInfos } = await cdp.send('Target.getTargets');
  return targetInfos
    .filter((target) => target.type === 'service_worker' && target.url.includes(id))
    .map((target) => target.targetId);
};

/** Kills the extension's service worker. It starts again with the next message. */
export const killServiceWorker = async (started: Started): Promise<void> => {
  for (const targetId of await runningWorkers(started)) {
    // Gone already is as good.
    await started.cdp.send('Target.closeTarget', { targetId }).catch(() => undefined);
  }
};
