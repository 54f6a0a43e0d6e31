import { SCENES } from '../pm/scenes';
import { expect, test } from './fixtures';

test('the options page says what the session keeps, forgets it when asked twice, and leads to the permission', async ({
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

  const options = await context.newPage();
  await options.goto(`chrome-extension://${extensionId}/options.html`);
  const navigation = options.getByRole('navigation', { name: 'Sections' });
  await navigation.getByRole('link', { name: 'Privacy' }).click();
  await expect(navigation.getByRole('link', { name: 'Privacy' })).toHaveAttribute('aria-current', 'true');
  await expect(options.getByRole('heading', { name: 'Privacy' })).toBeFocused();
  await expect(options.getByText(/^1 patient, \d+ claims?$/)).toBeVisible();
  await options.getByRole('button', { name: 'Forget this session' }).click();
  await expect(options.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await options.getByRole('button', { name: 'Forget all of it' }).click();
  await expect(options.getByText('The session is forgotten.')).toBeVisible();
  await expect(options.getByText('Nothing about a patient is kept now.')).toBeVisible();

  await navigation.getByRole('link', { name: 'Sites' }).click();
  const nextgen = options.getByRole('listitem').filter({ hasText: 'NextGen Office' });
  await expect(nextgen).toContainText('Allowed: the panel reads its pages.');
  // Chrome lets no extension give back what its manifest asks for: it leads to the page where the biller can.
  const opened = context.waitForEvent('page');
  await nextgen.getByRole('button', { name: /^Take permission back/ }).click();
  expect((await opened).url()).toBe(`chrome://extensions/?id=${extensionId}`);
  await expect(options.getByText(/This browser lets only you take it back/)).toBeVisible();
});

test('what is forgotten of this computer comes back by Undo, in the order it had', async ({ context, extensionId }) => {
  const options = await context.newPage();
  await options.goto(`chrome-extension://${extensionId}/options.html`);
  for (const name of ['first.csv', 'second.csv']) {
    const buffer = Buffer.from(`payer_id,payer_name,secondary_electronic\n1,PAYER OF ${name},yes\n`);
    await options.getByLabel('Payer list').setInputFiles({ name, mimeType: 'text/csv', buffer });
    await options.getByRole('button', { name: 'Import 1 payer' }).click();
    await expect(options.getByText(`1 payer imported from ${name}.`)).toBeVisible();
  }
  const kept = () =>
    options.evaluate(async () => {
      const { storage } = (globalThis as unknown as { chrome: typeof chrome }).chrome;
      const all = await storage.local.get<{ payerLists?: { id: string; name: string }[] }>(null);
      const lists = all.payerLists ?? [];
      return { names: lists.map(({ name }) => name), rows: lists.map(({ id }) => `payerList.${id}` in all) };
    });
  const before = { names: ['first.csv', 'second.csv'], rows: [true, true] };
  expect(await kept()).toEqual(before);
  await options.getByRole('button', { name: /^Forget\s*:\s*Payer lists/ }).click();
  await expect.poll(kept).toEqual({ names: [], rows: [] });
  await options.getByRole('button', { name: /^Undo\s*:\s*Forgotten/ }).click();
  await expect.poll(kept).toEqual(before);
  await options.getByRole('button', { name: /^Remove\s*:\s*first\.csv/ }).click();
  await expect.poll(kept).toEqual({ names: ['second.csv'], rows: [true] });
  await options.getByRole('button', { name: /^Undo\s*:\s*first\.csv/ }).click();
  await expect.poll(kept).toEqual(before);
});
