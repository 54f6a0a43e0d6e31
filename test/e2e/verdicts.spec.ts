import type { Page } from '@playwright/test';
import { SCENES, type Scene, type SceneName } from '../pm/scenes';
import type { Truth } from '../pm/truth';
import type { Biller } from './biller';
import { expect, test } from './fixtures';
import { Panel } from './panel';
import { fileWhen, opened } from './session';

/** What is right for a claim once the chart with its profiles, Claim History and the ledger were read. */
interface Expected {
  verdict: 'Ready' | 'Decide' | 'Blocked' | 'Cannot tell' | 'Do not bill';
  headline: string;
  /** The page has no mark: the claim asks for nothing. */
  unmarked?: true;
  /** Findings that have to be there, by words of their titles. */
  says?: string[];
}

const ELECTRONIC: Expected = { verdict: 'Ready', headline: 'Ready: send electronically' };
const ATTACH: Expected = {
  verdict: 'Decide',
  headline: 'Needs a decision: 1 question',
  says: ['Attach the EOB of UNITED HEALTHCARE'],
};

/**
 * Worked out from the rules, not from the panel: the PM's article on secondary claims, its worklist rules, and the
 * catalogue's order of verdicts (do not bill, blocked, cannot tell, decide, ready).
 */
const EXPECTED: Record<Exclude<SceneName, 'noPayerId'>, Expected> & { noPayerId: Expected } = {
  electronic: ELECTRONIC,
  // The payer takes no electronic secondary claims: printed, and the EOB has to go with it.
  paper: ATTACH,
  crossover: {
    verdict: 'Do not bill',
    headline: 'Do not bill: Medicare forwarded it',
    says: ['Medicare forwarded this claim'],
  },
  centOff: {
    verdict: 'Blocked',
    headline: 'Blocked: line 2 is off by $0.01',
    says: ['Line 2, 80053, does not balance'],
  },
  unposted: { verdict: 'Blocked', headline: 'Blocked: line 2 has no posting' },
  // Denied lines are posted, balanced, and one is left to the patient: the secondary may cover it.
  denied: ELECTRONIC,
  // No page says what the employer's plan is based on: the biller is asked.
  medicareSecondary: { verdict: 'Cannot tell', headline: 'Cannot tell: which payer pays first' },
  chartOnlySecondary: ELECTRONIC,
  // An archived profile is no second insurer.
  archivedSecondary: { verdict: 'Blocked', headline: 'Blocked: no secondary on file' },
  noSecondary: { verdict: 'Blocked', headline: 'Blocked: no secondary on file' },
  alreadyBilled: { verdict: 'Blocked', headline: 'Blocked: already billed', unmarked: true },
  appeal: { verdict: 'Decide', headline: 'Needs a decision: 1 question', says: ['An appeal of the primary is open'] },
  writtenOff: {
    verdict: 'Decide',
    headline: 'Needs a decision: 1 question',
    says: ['The patient share was written off'],
  },
  patientPaid: { verdict: 'Decide', headline: 'Needs a decision: 1 question', says: ['The patient paid $'] },
  age179: ELECTRONIC,
  // Day 180 is still on the worklist; off it, the claim can be billed all the same.
  age180: ELECTRONIC,
  age181: { ...ELECTRONIC, says: ['The claim is 181 days old'] },
  nearPayers: ELECTRONIC,
  twoPolicies: ELECTRONIC,
  // Medicare may have forwarded it: nobody knows without the remittance.
  medicareNoSign: { verdict: 'Cannot tell', headline: 'Cannot tell: the Medicare remittance is not read' },
  medicareNotForwarded: { ...ELECTRONIC, says: ['Medicare did not forward this claim'] },
  manyClaims: ELECTRONIC,
  // Whoever is called so: it is no name that could be told to be the insured's.
  hostileName: { verdict: 'Cannot tell', headline: 'Cannot tell: 2 things are not known' },
  // Paper needs no payer ID.
  noPayerId: { verdict: 'Decide', headline: 'Needs a decision: 1 question', says: ['Attach the EOB'] },
};

const mark = (biller: Biller, claim: string) => biller.row(claim).locator('[data-cob-word]');

/** A finding of the claim, also where it is folded away. */
const finding = (panel: Page, words: string) => panel.locator('article h3').filter({ hasText: words }).first();

/** Opens the chart, each insurance profile, Claim History and the ledger, and comes back to Claim History. */
const readAll = async (biller: Biller, panel: Panel, scene: Scene, profiles: readonly number[]): Promise<void> => {
  await opened(panel.page, scene.chart, 'chart', () => biller.openChart(scene));
  for (const policy of profiles) {
    await opened(panel.page, scene.chart, 'insurance', () => biller.openProfile(scene, policy));
  }
  await opened(panel.page, scene.chart, 'claim-history', () => biller.openClaimHistory(scene));
  await opened(panel.page, scene.chart, 'ledger', () => biller.openLedger(scene.claims.main));
  await fileWhen(panel.page, scene.chart, (file) => scene.claims.main in file.ledgers, 'the ledger is kept');
  await opened(panel.page, scene.chart, 'claim-history', () => biller.openClaimHistory(scene));
};

for (const [name, scene] of Object.entries(SCENES) as [SceneName, Scene][]) {
  const expected = EXPECTED[name];
  test(`${name}: ${expected.headline}`, async ({ biller, page, pm, openSidePanel }) => {
    await biller.openChart(scene);
    const panel = new Panel(await openSidePanel(page));
    const profiles = pm.truth.policies.filter(({ patientId }) => patientId === scene.memberId).map(({ id }) => id);
    await readAll(biller, panel, scene, profiles);
    await panel.openClaim(scene.claims.main);
    await expect(panel.page.locator('#verdict')).toHaveText(expected.headline);
    for (const words of expected.says ?? []) {
      await expect(finding(panel.page, words)).toBeAttached();
    }
    const word = mark(biller, scene.claims.main);
    if (expected.unmarked) await expect(word).toHaveCount(0);
    else await expect(word).toHaveAttribute('data-cob-word', expected.verdict);
  });
}

test('without the profile the panel asks whether the payer takes electronic claims, and prints on her answer', async ({
  biller,
  page,
  openSidePanel,
}) => {
  const scene = SCENES.electronic;
  await biller.openChart(scene);
  const panel = new Panel(await openSidePanel(page));
  await readAll(biller, panel, scene, []);
  await panel.openClaim(scene.claims.main);
  const verdict = panel.page.locator('#verdict');
  await expect(verdict).toHaveText('Needs a decision: 1 question');
  await panel.press('Print locally');
  await expect(finding(panel.page, 'Attach the EOB of AETNA')).toBeVisible();
  await panel.press('The EOB is attached');
  await expect(verdict).toHaveText('Ready: print and attach the EOB');
});

test('what the remittance says is asked where Medicare shows no sign, and decides', async ({
  biller,
  page,
  pm,
  openSidePanel,
}) => {
  const scene = SCENES.medicareNoSign;
  await biller.openChart(scene);
  const panel = new Panel(await openSidePanel(page));
  const profiles = pm.truth.policies.filter(({ patientId }) => patientId === scene.memberId).map(({ id }) => id);
  await readAll(biller, panel, scene, profiles);
  await panel.openClaim(scene.claims.main);
  await panel.press('It says MA18 or N89: forwarded');
  await expect(panel.page.locator('#verdict')).toHaveText('Do not bill: Medicare forwarded it');
});

for (const { what, empty, headline } of [
  {
    what: 'member ID',
    empty: ({ policies }: Truth) => {
      const policy = policies.find((one) => one.patientId === SCENES.electronic.memberId && one.rank === 'Secondary');
      if (policy) policy.insuranceId = '';
    },
    headline: 'Blocked: member ID is missing',
  },
  {
    what: 'payer ID',
    empty: ({ payers }: Truth) => {
      const payer = payers.find(({ name }) => name === 'CIGNA');
      if (payer) payer.ediId = '';
    },
    headline: 'Blocked: payer ID is missing',
  },
]) {
  test(`a ${what} that is empty in the chart blocks an electronic claim`, async ({
    biller,
    page,
    pm,
    openSidePanel,
  }) => {
    empty(pm.truth);
    const scene = SCENES.electronic;
    await biller.openChart(scene);
    const panel = new Panel(await openSidePanel(page));
    const profiles = pm.truth.policies.filter(({ patientId }) => patientId === scene.memberId).map(({ id }) => id);
    await readAll(biller, panel, scene, profiles);
    await panel.openClaim(scene.claims.main);
    await expect(panel.page.locator('#verdict')).toHaveText(headline);
  });
}

test('before the ledger was read nothing is ready', async ({ biller, page, pm, openSidePanel }) => {
  // A ledger without an address of its own waits until she opens it.
  pm.setVariant({ ledger: 'form' });
  const scene = SCENES.electronic;
  await biller.openChart(scene);
  const panel = new Panel(await openSidePanel(page));
  await opened(panel.page, scene.chart, 'chart', () => biller.openChart(scene));
  await opened(panel.page, scene.chart, 'claim-history', () => biller.openClaimHistory(scene));
  await expect(mark(biller, scene.claims.main)).toHaveAttribute('data-cob-word', 'Cannot tell');
  await panel.openClaim(scene.claims.main);
  await expect(panel.page.locator('#verdict')).toHaveText('Cannot tell: the ledger is not read');
});
