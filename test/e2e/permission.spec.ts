import type { BrowserContext } from '@playwright/test';
import { SCENES } from '../pm/scenes';
import { expect, test } from './fixtures';

/** Sets the extension's access to its sites, as on its page of chrome://extensions. */
const setAccess = async (
  context: BrowserContext,
  extensionId: string,
  hostAccess: 'ON_CLICK' | 'ON_ALL_SITES',
): Promise<void> => {
  const page = await context.newPage();
  await page.goto('chrome://extensions/');
  await page.evaluate(
    ([id, access]) =>
      (
        globalThis as unknown as {
          chrome: { developerPrivate: { updateExtensionConfiguration(o: object): Promise<void> } };
        }
      ).chrome.developerPrivate.updateExtensionConfiguration({ extensionId: id, hostAccess: access }),
    [extensionId, hostAccess] as const,
  );
  await page.close();
};

test.describe('permission for the site', () => {
  test('taken back while a patient is shown: it is said, what was read is gone, and given again it goes on', async ({
    context,
    extensionId,
    biller,
    page,
    openSidePanel,
  }) => {
    const scene = SCENES.electronic;
    const panel = await openSidePanel(page);
    await biller.openClaimHistory(scene);
    await expect(panel.locator(`[data-claim="${scene.claims.main}"]`)).toBeAttached();

    await setAccess(context, extensionId, 'ON_CLICK');
    await page.bringToFront();
    await expect(panel.getByRole('main')).toContainText('was taken back. What was read is cleared.');
    await expect(panel.getByRole('button', { name: 'Allow this site' })).toBeVisible();
    await expect(panel.locator('body')).not.toContainText(/garcia/i);
    await expect
      .poll(() =>
        panel.evaluate(async () => {
          const { storage } = (globalThis as unknown as { chrome: typeof chrome }).chrome;
          return JSON.stringify(await storage.session.get(null));
        }),
      )
      .not.toContain(scene.chart);
    await expect(page.locator('[data-cob-mark]')).toHaveCount(0);

    await setAccess(context, extensionId, 'ON_ALL_SITES');
    await page.bringToFront();
    await page.reload();
    await expect(panel.locator(`[data-claim="${scene.claims.main}"]`)).toBeAttached();
  });

  test('not given: nothing is read, and the panel asks for this one site', async ({
    context,
    extensionId,
    biller,
    page,
    openSidePanel,
  }) => {
    const panel = await openSidePanel(page);
    await setAccess(context, extensionId, 'ON_CLICK');
    await page.bringToFront();
    await biller.openClaimHistory(SCENES.electronic);
    await expect(panel.getByRole('button', { name: 'Allow this site' })).toBeVisible();
    await expect(panel.locator('body')).not.toContainText(/garcia/i);
    await expect(page.locator('[data-cob-mark]')).toHaveCount(0);
  });
});
