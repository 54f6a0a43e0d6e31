import type { Page } from '@playwright/test';
import { SCENES, type SceneName } from '../pm/scenes';
import { type Claim, claimsOf, type Patient, type Truth } from '../pm/truth';
import { VARIANTS } from '../pm/variants';
import { chartAgainst, claimsAgainst, type Differences, formAgainst, ledgerAgainst, together } from './against-truth';
import type { Biller } from './biller';
import { expect, test } from './fixtures';
import { Panel } from './panel';
import { fileWhen, formOf, keptOf, opened } from './session';

/** What stands on the pages and is not read, each with its reason. Everything else has to be read. */
const UNREAD: readonly { path: RegExp; why: string }[] = [
  {
    path: /^ledger\/9\d+\/\d\/(Primary|Secondary)\/adjustments/,
    why: 'on a line that two payers paid on, the ledger does not say which of them adjusted what',
  },
];

const isExplained = (path: string) => UNREAD.some((one) => one.path.test(path));

/** Patients whose pages show all that a page can show: each kind of posting, flag, profile, and a claim billed twice. */
const SHOWN: readonly SceneName[] = ['electronic', 'crossover', 'archivedSecondary', 'alreadyBilled', 'patientPaid'];
const FORMS: readonly SceneName[] = ['electronic'];
/** A claim whose payer took its payment back, one the secondary has answered, one with several units. */
const generated = (truth: Truth): Claim[] =>
  [
    (claim: Claim) => claim.lines.some(({ postings }) => postings.length > 2),
    (claim: Claim) => claim.level === 'Secondary' && claim.status === 'Finalized',
    (claim: Claim) => claim.lines.some(({ units, postings }) => units > 1 && postings.length > 0),
  ].flatMap((fits) => truth.claims.find((claim) => claim.patientId > 1100 && fits(claim)) ?? []);

const ledgersOf = (truth: Truth, patient: Patient, all: readonly Claim[]): Claim[] => {
  const scene = Object.values(SCENES).find(({ memberId }) => memberId === patient.id);
  const own = claimsOf(truth, patient.id);
  return scene ? own.filter(({ id, secondaryOf }) => [id, secondaryOf].includes(scene.claims.main)) : [...all];
};

class Reader {
  constructor(
    readonly biller: Biller,
    readonly panel: Page,
    readonly truth: Truth,
  ) {}

  async chart(patient: Patient): Promise<Differences> {
    const { chart: key } = patient;
    const subject = { memberId: patient.id, claims: { main: '' } };
    await opened(this.panel, key, 'chart', () => this.biller.openChart(subject));
    const whole = await fileWhen(
      this.panel,
      key,
      (file) => file.chart?.chart.patientBalance.kind === 'read',
      'the balances are read in their frame',
    );
    const found = [chartAgainst(this.truth, patient, whole.chart?.chart as never)];
    const profiles = this.truth.policies.filter(({ patientId }) => patientId === patient.id).map(({ id }) => id);
    for (const policy of profiles) {
      await opened(this.panel, key, 'insurance', () => this.biller.openProfile(subject, policy));
    }
    const file = await fileWhen(this.panel, key, (one) => one.chart !== undefined, 'the chart is kept');
    return together([...found, chartAgainst(this.truth, patient, file.chart?.chart as never, profiles)]);
  }

  async history(patient: Patient): Promise<Differences> {
    const subject = { memberId: patient.id, claims: { main: '' } };
    const file = await opened(this.panel, patient.chart, 'claim-history', () => this.biller.openClaimHistory(subject));
    return claimsAgainst(this.truth, patient, file.claims);
  }

  /** On the page. */
  async ledger(patient: Patient, claim: Claim): Promise<Differences> {
    const subject = { memberId: patient.id, claims: { main: claim.id } };
    await opened(this.panel, patient.chart, 'claim-history', () => this.biller.openClaimHistory(subject));
    const file = await opened(this.panel, patient.chart, 'ledger', () => this.biller.openLedger(claim.id));
    const kept = file.ledgers[claim.id];
    if (!kept) throw new Error(`The ledger of ${claim.id} was not kept.`);
    return ledgerAgainst(this.truth, claim, kept.ledger);
  }

  async form(patient: Patient, claim: Claim, variant: Parameters<typeof formAgainst>[2]): Promise<Differences> {
    const subject = { memberId: patient.id, claims: { main: claim.id } };
    await opened(this.panel, patient.chart, 'claim-history', () => this.biller.openClaimHistory(subject));
    await opened(this.panel, patient.chart, 'claim-form', () => this.biller.pressCob(claim.id));
    const form = formOf(await keptOf(this.panel));
    if (!form) throw new Error(`The form of ${claim.id} was not kept.`);
    return formAgainst(this.truth, claim, variant, form);
  }
}

for (const { name, variant } of VARIANTS) {
  test(`${name}: what is read is what the PM knows`, async ({ biller, page, pm, openSidePanel }) => {
    test.setTimeout(180_000);
    pm.setVariant(variant);
    const panel = await openSidePanel(page);
    const reader = new Reader(biller, panel, pm.truth);
    const claims = generated(pm.truth);
    const members = new Set([...SHOWN.map((scene) => SCENES[scene].memberId), ...claims.map((one) => one.patientId)]);
    const found: Differences[] = [];
    for (const patient of pm.truth.patients.filter(({ id }) => members.has(id))) {
      found.push(await reader.chart(patient), await reader.history(patient));
      const own = claims.filter(({ patientId }) => patientId === patient.id);
      for (const claim of ledgersOf(pm.truth, patient, own)) found.push(await reader.ledger(patient, claim));
    }
    for (const scene of FORMS) {
      const { memberId, claims: ids } = SCENES[scene];
      const patient = pm.truth.patients.find(({ id }) => id === memberId);
      const claim = pm.truth.claims.find(({ id }) => id === ids.main);
      if (patient && claim) found.push(await reader.form(patient, claim, variant));
    }
    const { facts, wrong, unread } = together(found);
    expect(wrong).toEqual([]);
    expect(unread.filter((path) => !isExplained(path))).toEqual([]);
    expect(facts).toBeGreaterThan(700);
  });
}

test('a ledger that was read by address, without leaving Claim History, says the same', async ({
  biller,
  page,
  pm,
  openSidePanel,
}) => {
  const scene = SCENES.electronic;
  await biller.openChart(scene);
  const panel = new Panel(await openSidePanel(page));
  await opened(panel.page, scene.chart, 'claim-history', () => biller.openClaimHistory(scene));
  const kept = (await fileWhen(panel.page, scene.chart, ({ ledgers }) => scene.claims.main in ledgers, 'the ledger'))
    .ledgers[scene.claims.main];
  expect(kept?.from).toBe('fetched');
  const claim = pm.truth.claims.find(({ id }) => id === scene.claims.main);
  if (!kept || !claim) throw new Error('no ledger');
  expect(ledgerAgainst(pm.truth, claim, kept.ledger)).toMatchObject({ wrong: [], unread: [] });
  await expect(page.locator('#pgTitle')).toHaveText('Claim History');
});
