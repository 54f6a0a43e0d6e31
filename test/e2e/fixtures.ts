import path from 'node:path';
import { type BrowserContext, test as base, type Page } from '@playwright/test';
import { type Pm, startPm } from '../pm/server';
import { Biller } from './biller';
import * as extension from './extension';

/** The build of the same code with loopback among its hosts. */
export const BUILD = process.env.COB_BUILD ?? path.resolve(import.meta.dirname, '../../.output/chrome-mv3-test');

interface Fixtures {
  started: extension.Started;
  context: BrowserContext;
  /** The one tab that is open at the start. */
  page: Page;
  extensionId: string;
  /** A stand-in PM of this test's own. */
  pm: Pm;
  /** Signed in to the stand-in, in `page`. */
  biller: Biller;
  /** Opens the REAL side panel beside the page. */
  openSidePanel: (page: Page) => Promise<Page>;
  /** Kills the extension's service worker and waits until it is gone. */
  killServiceWorker: () => Promise<void>;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from the pattern
  started: async ({}, use) => {
    const started = await extension.startExtension(BUILD, { headless: !process.env.HEADED });
    await use(started);
    await started.close();
  },
  context: async ({ started }, use) => use(started.context),
  page: async ({ context }, use) => use(context.pages()[0] ?? (await context.newPage())),
  extensionId: async ({ started }, use) => use(started.id),

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from the pattern
  pm: async ({}, use) => {
    const pm = await startPm();
    await use(pm);
    await pm.close();
  },

  biller: async ({ page, pm }, use) => {
    const biller = new Biller(page, pm.origin);
    await biller.signIn();
    await use(biller);
  },

  openSidePanel: async ({ started }, use) => use((page) => extension.openSidePanel(started, page)),

  killServiceWorker: async ({ started }, use) =>
    use(async () => {
      await extension.killServiceWorker(started);
      await test.expect.poll(async () => (await extension.runningWorkers(started)).length).toBe(0);
    }),
});

export const expect = test.expect;
