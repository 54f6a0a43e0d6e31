import { openChecked } from '../demo/with-companion';
import { REMITTANCES, remittancesFor } from '../pm/remittance-scenes';
import { expect, test } from './fixtures';
import { Panel } from './panel';
import { keptFor, Remittances } from './remittance';
import { fileWhen, opened } from './session';

const LETTER = { width: 612, height: 792 };

/** Pages of a PDF, in points. */
const pagesOf = (pdf: Buffer): { width: number; height: number }[] =>
  [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0 0 (\d+)[\d.]* (\d+)[\d.]*\s*\]/g)].map(
    ([, width, height]) => ({ width: Number(width), height: Number(height) }),
  );

test('the EOB prints on one letter page, without the button that prints it, and is gone with the panel', async ({
  biller,
  context,
  openSidePanel,
  pm,
}) => {
  await context.addInitScript(() => {
    window.print = () => {
      document.documentElement.dataset.printed = String(Number(document.documentElement.dataset.printed ?? 0) + 1);
    };
  });
  const scene = REMITTANCES.asPosted;
  await biller.openChart(scene);
  const panel = new Panel(await openSidePanel(biller.page));
  await opened(panel.page, scene.chart, 'claim-history', () => biller.openClaimHistory(scene));
  const files = new Remittances(panel);
  await files.choose(...remittancesFor(pm.truth, 'asPosted'));
  await fileWhen(panel.page, scene.chart, (file) => keptFor(file, scene.claims.main).length > 0, 'an answer is kept');
  await files.leave();
  await openChecked(panel, scene.claims.main);
  await files.compare();
  const [eob] = await Promise.all([context.waitForEvent('page'), panel.press('Print this EOB')]);

  await expect(eob.getByRole('heading', { name: 'Explanation of benefits' })).toBeVisible();
  await expect(eob.locator('html')).toHaveAttribute('data-printed', '1');
  expect(new URL(eob.url()).hash).toMatch(/^#[0-9a-f-]{36}$/);

  await eob.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(eob.getByRole('button', { name: 'Print' })).toBeHidden();
  expect(await eob.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
  expect(pagesOf(await eob.pdf({ preferCSSPageSize: true }))).toEqual([LETTER]);

  await eob.reload();
  await expect(eob.getByRole('heading', { name: 'Explanation of benefits' })).toBeVisible();
  await panel.page.close();
  await eob.reload();
  await expect(eob.getByRole('heading', { name: 'Nothing to print' })).toBeVisible();
});
