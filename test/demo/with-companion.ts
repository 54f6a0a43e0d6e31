import { expect } from '@playwright/test';
import type { Biller, Subject } from '../e2e/biller';
import type { Panel } from '../e2e/panel';

/** What the journey shows as it goes: a name for the pictures, a line for the reader. */
export type Step = (name: string, says: string) => Promise<void>;

export interface Journey {
  step?: Step;
  /** The claim is open and checked in the panel already. */
  opened?: boolean;
  /** Done on the Check step, before anything is answered; it ends where it began. */
  checked?: () => Promise<void>;
}

const ignore: Step = async () => undefined;

/**
 * Makes one secondary claim with the panel, as a biller does, from Claim History to the moment before Submit.
 * The panel is open beside the page; every click and key is counted.
 */
export const prepareWithCompanion = async (
  biller: Biller,
  panel: Panel,
  scene: Subject,
  { step = ignore, opened = false, checked }: Journey = {},
): Promise<void> => {
  const claim = scene.claims.main;
  if (!opened) {
    await expect(panel.claim(claim)).toBeAttached();
    // The ledgers behind the list are read one after the other.
    await expect(panel.page.getByRole('progressbar')).toHaveCount(0);
    await step('claims', 'The panel shows the claims with their verdicts.');
    await openChecked(panel, claim);
  }
  await checked?.();
  await answerElectronic(panel);
  await step('check', 'The ledger is read without leaving the page, and the claim is checked.');

  await biller.pressCob(claim);
  await goOn(panel, 'Payer');
  await step('form', 'The secondary claim form is open.');

  await panel.press(/^Search for /);
  const use = panel.page.locator('.cand.same').getByRole('button', { name: /^Use / });
  await expect(use).toBeVisible();
  await step('lookup', 'The panel has looked the payer up and marked the ID that is in the chart.');
  await panel.hands.click(use);
  await goOn(panel, 'Fill');
  const fill = panel.button(/^Fill \d+ box/).first();
  await expect(fill.or(panel.next.getByText('nothing to fill'))).toBeVisible();
  await step('plan', 'It lists what it would fill, and where each value comes from.');
  if (!(await fill.isVisible())) return;

  await panel.hands.click(fill);
  await expect(panel.button('Undo the fill')).toBeVisible();
  await step('filled', 'The boxes are filled and read back.');
};

/** Opens a claim whose ledger the panel reads by itself, where the PM gives it an address. */
export const openChecked = async (panel: Panel, claim: string): Promise<void> => {
  await panel.openClaim(claim);
  await panel.expectStep('Check');
  await expect(panel.button('Read the ledger')).toHaveCount(0);
  await expect(panel.page.getByText('Not known until the ledger is read')).toHaveCount(0);
};

/** Whether the payer takes electronic secondary claims is asked once, in place. */
const answerElectronic = async (panel: Panel): Promise<void> => {
  const takes = panel.button('It takes them');
  if (await takes.first().isVisible()) await panel.hands.click(takes.first());
};

/** To a step of the claim; while she works in the panel it only offers to go there. */
export const goOn = async (panel: Panel, step: 'Payer' | 'Fill' | 'Submit'): Promise<void> => {
  const current = panel.page.locator('[aria-current=step]');
  const offered = panel.button(`Go to ${step}`);
  await expect(current.filter({ hasText: step }).or(offered.first()).first()).toBeVisible();
  if (!(await current.innerText()).includes(step)) await panel.hands.click(offered.first());
  await panel.expectStep(step);
};
