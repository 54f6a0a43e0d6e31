import { goOn, prepareWithCompanion } from '../demo/with-companion';
import { SCENES } from '../pm/scenes';
import { VARIANTS } from '../pm/variants';
import { expect, test } from './fixtures';
import { Panel } from './panel';

const scene = SCENES.electronic;

test.describe('the electronic claim on every kind of page that the PM may show', () => {
  for (const { name, variant } of VARIANTS) {
    test(name, async ({ biller, page, pm, openSidePanel }) => {
      pm.setVariant(variant);
      await biller.openChart(scene);
      const panel = new Panel(await openSidePanel(page));
      await biller.openClaimHistory(scene);
      if (variant.ledger === 'form') {
        // Only the page itself can open this ledger; what was read of it is remembered.
        await expect(panel.claim(scene.claims.main)).toBeAttached();
        await biller.openLedger(scene.claims.main);
        await expect(panel.claim(scene.claims.main)).not.toContainText('Ledger not read');
        await biller.openClaimHistory(scene);
      }
      await prepareWithCompanion(biller, panel, scene);
      await biller.send();
      await goOn(panel, 'Submit');
      await expect(panel.main).toContainText(/accepted/i);
      const made = pm.truth.claims.find((claim) => claim.secondaryOf === scene.claims.main);
      expect(made?.status).toBe('HF Accepted');
      expect(pm.truth.submissions.map((submission) => submission.errors)).toEqual([[]]);
    });
  }
});
