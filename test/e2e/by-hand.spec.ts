import { makeByHand } from '../demo/by-hand';
import { SCENES } from '../pm/scenes';
import { expect, test } from './fixtures';

test('the stand-in takes a claim that is made by hand, without the panel', async ({ biller, pm, page }) => {
  await biller.openClaimHistory(SCENES.electronic);
  const effort = await makeByHand(biller, pm.truth, SCENES.electronic);
  await expect(page.getByText('HF Accepted').first()).toBeVisible();
  const made = pm.truth.claims.find((claim) => claim.secondaryOf === SCENES.electronic.claims.main);
  expect(made?.status).toBe('HF Accepted');
  expect(effort.keys).toBeGreaterThan(50);
});
