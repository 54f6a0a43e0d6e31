import { SCENES } from '../pm/scenes';
import { expect, test } from './fixtures';

const HEADS = 'payer_id,payer_name,secondary_electronic,tf_secondary_basis,tf_secondary_value,tf_secondary_unit';

test('a payer list of ten thousand, read in its thread, changes what the panel says; undone, it is as before', async ({
  context,
  extensionId,
  biller,
  page,
  pm,
  openSidePanel,
}) => {
  const scene = SCENES.electronic;
  const claim = pm.truth.claims.find(({ id }) => id === scene.claims.main);
  const policy = pm.truth.policies.find(({ id }) => id === claim?.secondary);
  const payer = pm.truth.payers.find(({ id }) => id === policy?.payerId);
  const panel = await openSidePanel(page);
  await biller.openClaimHistory(scene);
  const row = panel.locator(`[data-claim="${scene.claims.main}"]`);
  await expect(row).toBeAttached();
  await expect(row).not.toContainText('to file');

  const options = await context.newPage();
  await options.goto(`chrome-extension://${extensionId}/options.html`);
  const rows = Array.from({ length: 9_999 }, (_, i) => `${i},PAYER NUMBER ${i},yes,,,`);
  const listed = `${payer?.ediId ?? ''},"${payer?.name ?? ''}",yes,DOS,60,D`;
  const buffer = Buffer.from(`${HEADS}\n${[...rows, listed].join('\n')}\n`);
  await options.getByLabel('Payer list').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer });
  await options.getByRole('button', { name: 'Import 10,000 payers' }).click();
  await expect(options.getByText('10,000 payers imported from list.csv.')).toBeVisible();
  await options.getByLabel('Find a payer').fill('number 9998');
  await expect(options.getByText('1 payer found.')).toBeVisible();
  // The panel is about the tab in front.
  await page.bringToFront();
  await expect(row).toContainText(/\d+ days? to file/);

  await options.bringToFront();
  await options.getByRole('button', { name: 'Undo the import' }).click();
  await expect(options.getByText('The import of list.csv was undone.')).toBeVisible();
  await page.bringToFront();
  await expect(row).toBeAttached();
  await expect(row).not.toContainText('to file');
});
