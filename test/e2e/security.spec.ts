import { SCENES } from '../pm/scenes';
import { expect, test } from './fixtures';

const scene = SCENES.electronic;

test('the page cannot reach the extension', async ({ biller, page, extensionId }) => {
  await biller.openClaimHistory(scene);
  await expect(page.locator('[data-cob-mark]').first()).toBeAttached();
  const reached = await page.evaluate(async (id) => {
    const runtime = (globalThis as { chrome?: { runtime?: { sendMessage?: unknown } } }).chrome?.runtime;
    const file = await fetch(`chrome-extension://${id}/manifest.json`).then(
      () => true,
      () => false,
    );
    const globals = Object.keys(globalThis).filter((name) => /companion|wxt|browser_?polyfill|pmpress/i.test(name));
    return { sendMessage: typeof runtime?.sendMessage, file, globals };
  }, extensionId);
  expect(reached).toEqual({ sendMessage: 'undefined', file: false, globals: [] });
});

test("nothing but the PM's own origin is asked for anything", async ({ context, biller, page, pm, openSidePanel }) => {
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  await openSidePanel(page);
  await biller.openChart(scene);
  await biller.openClaimHistory(scene);
  await expect(page.locator('[data-cob-mark]').first()).toBeAttached();
  const elsewhere = asked.filter(
    (url) => !url.startsWith(pm.origin) && !/^(chrome-extension|chrome|data|blob|about):/.test(url),
  );
  expect(asked.length).toBeGreaterThan(0);
  expect(elsewhere).toEqual([]);
});

test('no patient is in the storage that outlives the browser session', async ({
  context,
  biller,
  page,
  pm,
  openSidePanel,
}) => {
  await openSidePanel(page);
  await biller.openChart(scene);
  await biller.openClaimHistory(scene);
  await expect(page.locator('[data-cob-mark]').first()).toBeAttached();
  await biller.openLedger(scene.claims.main);
  const worker = context.serviceWorkers()[0];
  const areas = await expect
    .poll(async () => {
      const kept = await worker?.evaluate(async () => {
        const { storage } = (globalThis as unknown as { chrome: typeof chrome }).chrome;
        return {
          session: await storage.session.get(null),
          local: await storage.local.get(null),
          sync: await storage.sync.get(null),
        };
      });
      return JSON.stringify(kept?.session ?? {});
    })
    .toContain(scene.chart)
    .then(() =>
      worker?.evaluate(async () => {
        const { storage } = (globalThis as unknown as { chrome: typeof chrome }).chrome;
        return JSON.stringify([await storage.local.get(null), await storage.sync.get(null)]);
      }),
    );
  const policies = pm.truth.policies.filter((policy) => policy.patientId === scene.memberId);
  const canaries = [scene.chart, scene.claims.main, 'GARCIA', ...policies.map((policy) => policy.insuranceId)];
  expect(canaries.filter((canary) => areas?.includes(canary))).toEqual([]);
});

test('no policy of the extension is violated on the way', async ({ context, biller, page, openSidePanel }) => {
  const said: string[] = [];
  const listen = (target: typeof page) =>
    target.on('console', (message) => {
      if (/content security policy|refused to/i.test(message.text())) said.push(message.text());
    });
  for (const open of context.pages()) listen(open);
  context.on('page', listen);
  const panel = await openSidePanel(page);
  await biller.openClaimHistory(scene);
  await expect(panel.locator(`[data-claim="${scene.claims.main}"]`)).toBeAttached();
  await panel.reload();
  await expect(panel.locator(`[data-claim="${scene.claims.main}"]`)).toBeAttached();
  expect(said).toEqual([]);
});

test('marks add no element to the page and nothing that could be pressed', async ({ biller, page }) => {
  await biller.openClaimHistory(scene);
  const elements = () => page.evaluate(() => document.querySelectorAll('*').length);
  const before = await elements();
  await expect(page.locator('[data-cob-mark]').first()).toBeAttached();
  expect(await elements()).toBe(before);
  await page.emulateMedia({ media: 'print' });
  const content = await page
    .locator('[data-cob-mark] > :first-child')
    .first()
    .evaluate((cell) => getComputedStyle(cell, '::before').content);
  expect(content).toBe('none');
});

test('a page of the PM that the panel does not know is said to be one, and left as it is', async ({
  biller,
  openSidePanel,
}) => {
  const panel = await openSidePanel(biller.page);
  await expect(panel.getByRole('main')).toContainText('not a page the panel knows');
  expect(await biller.page.locator('[data-cob-mark], [data-cob-shown]').count()).toBe(0);
});

test("a patient's name that is markup stays text", async ({ biller, page, openSidePanel }) => {
  const panel = await openSidePanel(page);
  await biller.openClaimHistory(SCENES.hostileName);
  await expect(panel.locator(`[data-claim="${SCENES.hostileName.claims.main}"]`)).toBeAttached();
  expect(await panel.locator('img').count()).toBe(0);
});
