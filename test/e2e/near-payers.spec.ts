import { PAYERS } from '../pm/payers';
import { SCENES } from '../pm/scenes';
import { expect, test } from './fixtures';
import { Panel } from './panel';
import { cards, lookupsOf, searchesOf, toPayerStep } from './searches';

const NAMED = 'BCBS TN';
/** Two payers of the PM's list fit that name equally well; the second is the right one. */
const NEAR = PAYERS.filter(({ name }) => /^(BCBS|BLUE CROSS BLUE SHIELD) OF TENNESSEE$/.test(name));
const [, right] = NEAR;
const [first, second] = [SCENES.nearPayers, SCENES.paper];

test.describe('several payers with near-equal names', () => {
  test('the panel asks and chooses none; what she picks is remembered, without a patient', async ({
    biller,
    context,
    page,
    pm,
    openSidePanel,
  }) => {
    expect(NEAR).toHaveLength(2);
    const payer = right?.id ?? '';
    for (const { memberId } of [first, second]) {
      const policy = pm.truth.policies.find((each) => each.patientId === memberId && each.rank === 'Secondary');
      if (policy) Object.assign(policy, { payerId: payer, payerAlias: NAMED });
    }
    const searches = searchesOf(context);
    const panel = new Panel(await openSidePanel(page));
    await toPayerStep(biller, panel, first);

    await expect(panel.text(`2 payers of the form's list fit ${NAMED}. Pick the right one on the form.`)).toBeVisible();
    await expect(panel.button(/^Search for/)).toHaveCount(0);
    await expect(panel.button('They are the same payer')).toHaveCount(0);
    await expect(biller.field('SEC_PAYER_ID')).toHaveValue('');
    expect(searches).toHaveLength(0);

    await biller.field('SEC_PAYER_ID').selectOption(payer);
    await expect(panel.button(/^Search for/)).toHaveCount(0);
    await panel.press('They are the same payer');
    await panel.press('Search for TRAN');
    await expect(cards(panel)).toHaveCount(1);
    expect((await lookupsOf(panel.page)).map(({ option }) => option?.value)).toEqual([payer]);

    // The next patient of that payer needs no word of hers.
    await toPayerStep(biller, panel, second);
    await panel.press('Search for NOWAK');
    await expect(cards(panel)).toHaveCount(1);
    await expect(biller.field('SEC_PAYER_ID')).toHaveValue(payer);

    const kept = await panel.page.evaluate(async () => {
      const { storage } = (globalThis as unknown as { chrome: typeof chrome }).chrome;
      return JSON.stringify(await storage.local.get(null));
    });
    expect(kept).toContain(NAMED);
    const patients = [first, second].flatMap(({ chart, claims, name }) => [chart, claims.main, name.split(',', 1)[0]]);
    expect(patients.filter((text) => text !== undefined && kept.includes(text))).toEqual([]);
  });
});
