import type { Biller, Subject } from '../e2e/biller';
import type { Effort } from '../e2e/hands';
import { boxAmount, usDate } from '../pm/format';
import { adjustmentsOf, fullName, paidBy, payerOf, policyOf, type Truth } from '../pm/truth';

/** What a biller without the extension looks up in ledger and chart and then types. */
const wanted = (truth: Truth, claimId: string) => {
  const claim = truth.claims.find((candidate) => candidate.id === claimId);
  const primary = policyOf(truth, claim?.primary);
  const secondary = policyOf(truth, claim?.secondary);
  const payer = payerOf(truth, secondary?.payerId);
  if (!claim || !primary || !secondary || !payer) throw new Error(`Claim ${claimId} is not one for a secondary claim.`);
  const lines = claim.lines.map((line, index) => ({
    n: index + 1,
    paid: boxAmount(paidBy(line)),
    date: usDate(line.postings.at(-1)?.checkDate),
    adjustments: adjustmentsOf(line).map((a) => ({ group: a.group, reason: a.carc, amount: boxAmount(a.amount) })),
  }));
  const paid = claim.lines.reduce((sum, line) => sum + paidBy(line) + line.patientPaid, 0);
  return { claim, primary, secondary, payer, lines, paid: boxAmount(paid) };
};

/**
 * Makes one electronic secondary claim with nothing but the PM: from Claim History to the PM's answer.
 * The biller is signed in and at Claim History. Every click and key is counted, none is saved.
 */
export const makeByHand = async (biller: Biller, truth: Truth, scene: Subject): Promise<Effort> => {
  const { hands, page } = biller;
  const { primary, secondary, payer, lines, paid } = wanted(truth, scene.claims.main);

  // What the primary paid stands in the ledger; what the plans are called, in the chart.
  await biller.openLedger(scene.claims.main);
  await hands.click(page.getByRole('link', { name: 'Claim History' }));
  await biller.pressCob(scene.claims.main);

  await hands.choose(biller.field('SEC_PAYER_ID'), payer.name);
  await hands.type(biller.field('SEARCH_LAST_NAME'), secondary.insured.last);
  await hands.click(page.getByRole('button', { name: 'Search', exact: true }));
  await hands.click(page.getByRole('link', { name: secondary.insuranceId, exact: true }));
  await page.waitForFunction(
    (id) => document.querySelector<HTMLInputElement>('[name=INSURED_ID]')?.value === id,
    secondary.insuranceId,
  );

  await hands.type(biller.field('OTHER_INS_NAME'), fullName(primary.insured));
  await hands.type(biller.field('OTHER_INS_POLICY'), primary.groupNo || primary.insuranceId);
  await hands.type(biller.field('OTHER_INS_PLAN'), primary.planName);
  await hands.click(page.locator('[name=ANOTHER_PLAN][value=YES]'));
  await hands.type(biller.field('AMOUNT_PAID'), paid);
  for (const line of lines) {
    await hands.type(biller.field(`PRI_PAID_${line.n}`), line.paid);
    await hands.type(biller.field(`PRI_ADJ_DATE_${line.n}`), line.date);
    for (const [index, adjustment] of line.adjustments.entries()) {
      const k = `${line.n}_${index + 1}`;
      await hands.choose(biller.field(`ADJ_GRP_${k}`), adjustment.group);
      await hands.type(biller.field(`ADJ_RSN_${k}`), adjustment.reason);
      await hands.type(biller.field(`ADJ_AMT_${k}`), adjustment.amount);
    }
  }
  await biller.send();
  await page.locator('#pgTitle').filter({ hasText: 'Claim History' }).waitFor();
  return hands.effort;
};
