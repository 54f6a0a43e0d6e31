import { goOn, openChecked, prepareWithCompanion } from '../demo/with-companion';
import { SCENES, type SceneName } from '../pm/scenes';
import type { Pm } from '../pm/server';
import type { Biller } from './biller';
import { expect, test } from './fixtures';
import { Panel } from './panel';

/** The claim that the PM made of a scene's claim, if it made one. */
const madeFrom = (pm: Pm, scene: SceneName) =>
  pm.truth.claims.find((claim) => claim.secondaryOf === SCENES[scene].claims.main);

const open = async (
  scene: SceneName,
  { biller, openSidePanel }: { biller: Biller; openSidePanel: (page: Biller['page']) => Promise<Panel['page']> },
): Promise<Panel> => {
  await biller.openChart(SCENES[scene]);
  const panel = new Panel(await openSidePanel(biller.page));
  await expect(panel.title).toContainText(SCENES[scene].name.split(',')[0] ?? '', { ignoreCase: true });
  await biller.openClaimHistory(SCENES[scene]);
  return panel;
};

test.describe('one secondary claim, start to finish', () => {
  test('electronic: HF Accepted, and the panel says that the balance moved', async ({
    biller,
    page,
    pm,
    openSidePanel,
  }) => {
    const panel = await open('electronic', { biller, openSidePanel });
    await prepareWithCompanion(biller, panel, SCENES.electronic);
    await biller.send();
    await expect(page.locator('#pgTitle')).toHaveText('Claim History');
    await goOn(panel, 'Submit');
    await expect(panel.main).toContainText('HF Accepted');
    await expect(panel.main).toContainText(/balance/i);
    expect(madeFrom(pm, 'electronic')?.status).toBe('HF Accepted');
    const [form] = pm.truth.submissions.slice(-1);
    expect(form?.errors).toEqual([]);
  });

  test('paper: printed locally with the EOB, Paper Accepted', async ({ biller, page, pm, openSidePanel }) => {
    const panel = await open('paper', { biller, openSidePanel });
    await openChecked(panel, SCENES.paper.claims.main);
    await panel.press('Print locally');
    await panel.press('The EOB is attached');
    await expect(panel.main).toContainText('Ready: print and attach the EOB');
    await prepareWithCompanion(biller, panel, SCENES.paper, { opened: true });
    await expect(
      page.getByLabel('Print Locally on CMS-1500').or(page.locator('[name=CLAIM_TRANSMISSION][value=P]')),
    ).toBeChecked();
    await page.locator('[name=EOB_ATTACHED]').check();
    await biller.send();
    await expect(page.locator('#pgTitle')).toHaveText('Claim History');
    await expect(panel.main).toContainText('Paper Accepted');
    expect(madeFrom(pm, 'paper')?.status).toBe('Paper Accepted');
  });

  test('crossover: do not bill, with the words of the page that prove it', async ({ biller, pm, openSidePanel }) => {
    const panel = await open('crossover', { biller, openSidePanel });
    await openChecked(panel, SCENES.crossover.claims.main);
    await expect(panel.main).toContainText('Do not bill');
    await expect(panel.main).toContainText('MA18');
    expect(madeFrom(pm, 'crossover')).toBeUndefined();
  });

  test('a line that is off by a cent is mended in the posting page and then accepted', async ({
    biller,
    page,
    pm,
    openSidePanel,
  }) => {
    const { main } = SCENES.centOff.claims;
    const panel = await open('centOff', { biller, openSidePanel });
    await openChecked(panel, main);
    await expect(panel.main).toContainText('line 2 is off by $0.01', { ignoreCase: true });

    await biller.openLedger(main);
    await page.getByRole('link', { name: 'Edit Posting' }).nth(1).click();
    await page.getByText('Payment Posting', { exact: true }).waitFor();
    const groups = await page
      .locator('select[name^=ADJ_GROUP_]')
      .evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value));
    const amount = page.locator(`[name=ADJ_AMOUNT_${groups.indexOf('PR') + 1}]`);
    const [whole = '0', cents = '00'] = (await amount.inputValue()).split('.');
    await biller.hands.type(amount, `${whole}.${String(Number(cents) + 1).padStart(2, '0')}`);
    const save = page.getByRole('button', { name: 'Save Posting' });
    biller.hands.answerNextDialog(save);
    await save.click();
    await page.getByText('Charge Ledger', { exact: true }).waitFor();
    await biller.openClaimHistory(SCENES.centOff);
    await expect(panel.main).not.toContainText('off by');

    await prepareWithCompanion(biller, panel, SCENES.centOff, { opened: true });
    await biller.send();
    await expect(panel.main).toContainText('HF Accepted');
    expect(madeFrom(pm, 'centOff')?.status).toBe('HF Accepted');
  });

  test('a refused submit is explained: the words of the PM, the box, and the way there', async ({
    biller,
    page,
    pm,
    openSidePanel,
  }) => {
    const panel = await open('electronic', { biller, openSidePanel });
    await prepareWithCompanion(biller, panel, SCENES.electronic);
    await biller.hands.type(biller.field('INSURED_ID'), ' ');
    await biller.send();
    await expect(page.locator('#errorMessage')).toBeVisible();
    await goOn(panel, 'Submit');
    await expect(panel.main).toContainText("Insured's I.D. Number is required.");
    expect(madeFrom(pm, 'electronic')).toBeUndefined();
    await panel.press('Show the box');
    await expect(biller.field('INSURED_ID')).toHaveCSS('outline-width', '3px');
  });
});

test('with the setting on, the first Submit of a claim that would be refused is held, and the panel says why', async ({
  biller,
  context,
  extensionId,
  page,
  pm,
  openSidePanel,
}) => {
  const options = await context.newPage();
  await options.goto(`chrome-extension://${extensionId}/options.html`);
  const setting = options.getByRole('checkbox', { name: 'Hold the first Submit' });
  await setting.click();
  await expect(setting).toBeChecked();
  await options.close();

  const panel = await open('centOff', { biller, openSidePanel });
  await openChecked(panel, SCENES.centOff.claims.main);
  await biller.pressCob(SCENES.centOff.claims.main);
  await expect(
    panel.page.getByText('The page now shows the claim form').or(panel.page.getByText('Secondary payer')).first(),
  ).toBeVisible();
  await biller.hands.click(biller.submit);
  await expect(panel.main).toContainText(/Held once: \d+ things? would be refused. Press Submit again to send anyway./);
  expect(pm.truth.submissions).toEqual([]);

  await biller.send();
  await expect(page.locator('#errorMessage')).toBeVisible();
  expect(pm.truth.submissions).toHaveLength(1);
});

test('the fill is undone with one press, and the form is as it was', async ({ biller, page, openSidePanel }) => {
  const panel = await open('electronic', { biller, openSidePanel });
  const values = () =>
    page.evaluate(() =>
      [
        ...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>('form[name=secondary_claim_form] [name]'),
      ].map(
        (box) =>
          `${box.name}=${box.type === 'radio' || box.type === 'checkbox' ? (box as HTMLInputElement).checked : box.value}`,
      ),
    );
  let before: string[] = [];
  await prepareWithCompanion(biller, panel, SCENES.electronic, {
    step: async (name) => {
      if (name === 'plan') before = await values();
    },
  });
  expect(await values()).not.toEqual(before);
  await panel.press('Undo the fill');
  await expect(panel.main).toContainText('put back');
  expect(await values()).toEqual(before);
});

test('nothing is ever submitted by the extension', async ({ biller, page, pm, openSidePanel }) => {
  const posted: string[] = [];
  page.on('request', (request) => {
    if (request.postData()?.includes('SECONDARY_CLAIM_SUBMIT')) posted.push(request.url());
  });
  const panel = await open('electronic', { biller, openSidePanel });
  await prepareWithCompanion(biller, panel, SCENES.electronic);
  expect(posted).toEqual([]);
  expect(pm.truth.submissions).toEqual([]);
});
