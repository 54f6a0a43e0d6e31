import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import { SCENES } from '../pm/scenes';
import type { Biller } from './biller';
import { expect, test } from './fixtures';
import { Panel } from './panel';
import { fileWhen, opened } from './session';

const SCENE = SCENES.centOff;
const { main } = SCENE.claims;
const HOSTILE = '=HYPERLINK("https://x.example","the payer said so")';

const mark = (biller: Biller) => biller.row(main).locator('[data-cob-word]');
const verdict = (panel: Panel) => panel.page.locator('#verdict');

/** The chart with its profiles, Claim History and the ledger are read; the panel shows the claim whose line 2 is a cent off. */
const blocked = async (
  biller: Biller,
  page: Page,
  openSidePanel: (page: Page) => Promise<Page>,
  profiles: readonly number[],
): Promise<Panel> => {
  await biller.openChart(SCENE);
  const panel = new Panel(await openSidePanel(page));
  await opened(panel.page, SCENE.chart, 'chart', () => biller.openChart(SCENE));
  for (const policy of profiles)
    await opened(panel.page, SCENE.chart, 'insurance', () => biller.openProfile(SCENE, policy));
  await opened(panel.page, SCENE.chart, 'claim-history', () => biller.openClaimHistory(SCENE));
  await fileWhen(panel.page, SCENE.chart, (file) => main in file.ledgers, 'the ledger is read');
  await panel.openClaim(main);
  await expect(verdict(panel)).toHaveText('Blocked: line 2 is off by $0.01');
  return panel;
};

const profilesOf = (policies: readonly { id: number; patientId: number }[]): number[] =>
  policies.filter(({ patientId }) => patientId === SCENE.memberId).map(({ id }) => id);

test('a rule that is turned off with a reason changes the open panel and the mark, and back', async ({
  biller,
  context,
  extensionId,
  openSidePanel,
  page,
  pm,
}) => {
  const panel = await blocked(biller, page, openSidePanel, profilesOf(pm.truth.policies));
  await expect(mark(biller)).toHaveAttribute('data-cob-word', 'Blocked');
  const options = await context.newPage();
  await options.goto(`chrome-extension://${extensionId}/options.html`);
  for (const rule of ['C005', 'C006']) {
    await options.getByRole('searchbox', { name: 'Find a rule' }).fill(rule);
    await options.getByRole('button', { name: `Turn off ${rule}` }).click();
    await options.getByLabel(`Why is ${rule} turned off?`).fill('A cent is rounded by the ledger');
    await options.getByRole('button', { name: `Turn ${rule} off` }).click();
    await expect(options.getByText('Off, by you: A cent is rounded by the ledger.').first()).toBeVisible();
  }
  await page.bringToFront();
  await expect(verdict(panel)).not.toContainText('off by');
  await expect(panel.main).toContainText('C005 is off, by you: A cent is rounded by the ledger');
  await expect(mark(biller)).not.toHaveAttribute('data-cob-word', 'Blocked');

  await options.bringToFront();
  for (const rule of ['C005', 'C006']) {
    await options.getByRole('searchbox', { name: 'Find a rule' }).fill(rule);
    await options.getByRole('button', { name: `Reset ${rule}` }).click();
  }
  await page.bringToFront();
  await expect(verdict(panel)).toHaveText('Blocked: line 2 is off by $0.01');
  await expect(mark(biller)).toHaveAttribute('data-cob-word', 'Blocked');
});

test('a block is overridden with a reason, is in the record and its export, and asks again when the sum changes', async ({
  biller,
  openSidePanel,
  page,
  pm,
}) => {
  const panel = await blocked(biller, page, openSidePanel, profilesOf(pm.truth.policies));
  await panel.press(/^Override, with a reason/);
  await panel.page.getByLabel('Why is it right to send it although it is blocked?').fill(HOSTILE);
  await panel.press('Override the block');
  await expect(verdict(panel)).toContainText('1 block overridden');
  await expect(panel.main).toContainText(`Overridden: Line 2, 80053, does not balance`);
  await expect(panel.main).toContainText(HOSTILE);
  await expect(mark(biller)).not.toHaveAttribute('data-cob-word', 'Blocked');

  await panel.press('More');
  await panel.page.getByRole('menuitem', { name: 'Record of this session' }).click();
  await expect(panel.main).toContainText('Block overridden: Line 2, 80053, does not balance');
  const saved = panel.page.waitForEvent('download');
  await panel.press('Export as CSV');
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/^cob-record-\d{4}-\d{2}-\d{2}\.csv$/);
  const text = readFileSync(await file.path(), 'utf8').replace(/^\ufeff/, '');
  const [row] = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
  expect(row).toMatchObject({
    Action: 'overridden',
    'Chart number': SCENE.chart,
    Claim: main,
    Check: 'C005',
    Severity: 'block',
    Reason: `'${HOSTILE}`,
    'Left over': '0.01',
  });

  // The posting is changed, and not mended: the line is off by more now.
  await biller.openLedger(main);
  await page.getByRole('link', { name: 'Edit Posting' }).nth(1).click();
  await page.getByText('Payment Posting', { exact: true }).waitFor();
  const groups = await page
    .locator('select[name^=ADJ_GROUP_]')
    .evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value));
  const amount = page.locator(`[name=ADJ_AMOUNT_${groups.indexOf('PR') + 1}]`);
  const cents = Math.round(Number(await amount.inputValue()) * 100) - 1;
  await biller.hands.type(amount, (cents / 100).toFixed(2));
  const save = page.getByRole('button', { name: 'Save Posting' });
  biller.hands.answerNextDialog(save);
  await save.click();
  await page.getByText('Charge Ledger', { exact: true }).waitFor();
  await biller.openClaimHistory(SCENE);
  await panel.page.getByRole('link', { name: /^Back to/ }).click();
  await expect(verdict(panel)).toHaveText('Blocked: line 2 is off by $0.02');
  await expect(panel.main).toContainText('when it said “Line 2, 80053, does not balance”');
  await panel.press('More');
  await panel.page.getByRole('menuitem', { name: 'Record of this session' }).click();
  await expect(panel.main).toContainText('Lapsed: Line 2, 80053, does not balance');
});
