import { prepareWithCompanion } from '../demo/with-companion';
import { SCENES } from '../pm/scenes';
import { expect, test } from './fixtures';
import { Panel } from './panel';

test.describe('one secondary claim, start to finish', () => {
  test('electronic: ends with HF Accepted, and the panel says that the balance moved', async ({
    biller,
    page,
    pm,
    openSidePanel,
  }) => {
    const scene = SCENES.electronic;
    await biller.openChart(scene);
    const panel = new Panel(await openSidePanel(page));
    await biller.openClaimHistory(scene);
    await prepareWithCompanion(biller, panel, scene);
    await biller.send();
    await expect(page.locator('#pgTitle')).toHaveText('Claim History');
    await panel.expectStep('Submit');
    await expect(panel.page.locator('main')).toContainText('HF Accepted');
    const made = pm.truth.claims.find((claim) => claim.secondaryOf === scene.claims.main);
    expect(made?.status).toBe('HF Accepted');
  });
});
