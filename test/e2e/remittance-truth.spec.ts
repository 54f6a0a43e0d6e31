import { REMITTANCES, type RemittanceScene, remitFilesOf, remittancesFor } from '../pm/remittance-scenes';
import type { Truth } from '../pm/truth';
import type { Biller } from './biller';
import { expect, test } from './fixtures';
import { Panel } from './panel';
import { keptFor, Remittances } from './remittance';
import { readingOf, truthFor } from './remittance-facts';
import { fileWhen, keptOf, opened } from './session';

/** Opens the scene's Claim History beside the panel and gives the panel the scene's files. */
const given = async (
  name: RemittanceScene,
  truth: Truth,
  { biller, panel }: { biller: Biller; panel: Panel },
): Promise<void> => {
  const scene = REMITTANCES[name];
  const files = new Remittances(panel);
  await opened(panel.page, scene.chart, 'claim-history', () => biller.openClaimHistory(scene));
  await files.choose(...remittancesFor(truth, name));
};

/** What the files say of the scene's claim; payments that stand in two files once. */
const expected = (truth: Truth, name: RemittanceScene, control: string = REMITTANCES[name].claims.main) => {
  const all = truthFor(remitFilesOf(truth, name), control);
  return all.filter((one, i) => all.findIndex(({ trace }) => trace === one.trace) === i);
};

const GROUPS: Record<string, readonly RemittanceScene[]> = {
  'posted right and wrong': ['asPosted', 'coShort', 'paidWrong', 'otherCodes', 'missingAdjustment', 'notPosted'],
  'over several checks': ['corrected', 'reversed', 'partial', 'sameCheckTwice', 'recouped', 'secondaryPaid'],
  forwarding: ['forwarded', 'forwardedLikely', 'notForwarded', 'noSign'],
  'lines that are not one to one': ['split', 'unbundled', 'bundled', 'recoded', 'twins', 'claimLevel'],
  'sums that are off, denials, tests, big checks': ['unbalanced', 'wrongShare', 'duplicate', 'testFile', 'amongOthers'],
};

for (const [what, names] of Object.entries(GROUPS)) {
  test(`${what}: what is kept for the claim is what the payer sent, to the cent`, async ({
    biller,
    page,
    pm,
    openSidePanel,
  }) => {
    const panel = new Panel(await openSidePanel(page));
    for (const name of names) {
      const { chart, claims } = REMITTANCES[name];
      await given(name, pm.truth, { biller, panel });
      const wanted = expected(pm.truth, name);
      const file = await fileWhen(
        panel.page,
        chart,
        (one) => new Set(keptFor(one, claims.main).map(({ payment }) => payment.trace)).size >= wanted.length,
        `${name}: ${wanted.length} answers are kept`,
      );
      const kept = keptFor(file, claims.main);
      const once = kept.filter(
        ({ payment }, i) => kept.findIndex((other) => other.payment.trace === payment.trace) === i,
      );
      expect([name, once.map(readingOf)]).toEqual([name, wanted]);
      expect(kept.every(({ match }) => match === 'control-number')).toBe(true);
      expect(kept.every(({ payment }) => payment.test === (name === 'testFile'))).toBe(true);
      expect(Object.keys(file.remittances ?? {})).toEqual([claims.main]);
    }
  });
}

test('a claim without control number is found by name, day and charge', async ({ biller, page, pm, openSidePanel }) => {
  const panel = new Panel(await openSidePanel(page));
  await given('noControlNumber', pm.truth, { biller, panel });
  const { chart, claims } = REMITTANCES.noControlNumber;
  const file = await fileWhen(panel.page, chart, (one) => keptFor(one, claims.main).length > 0, 'the answer is kept');
  expect(keptFor(file, claims.main).map(readingOf)).toEqual(expected(pm.truth, 'noControlNumber', '0'));
  expect(keptFor(file, claims.main).map(({ match }) => match)).toEqual(['patient-date-charge']);
});

test('of other patients in the file nothing is kept, and nothing outlives the session', async ({
  biller,
  context,
  page,
  pm,
  openSidePanel,
}) => {
  const panel = new Panel(await openSidePanel(page));
  await given('amongOthers', pm.truth, { biller, panel });
  const { chart, claims } = REMITTANCES.amongOthers;
  await fileWhen(panel.page, chart, (one) => keptFor(one, claims.main).length > 0, 'the answer is kept');
  const kept = JSON.stringify(await keptOf(panel.page));
  const others = remitFilesOf(pm.truth, 'amongOthers').flatMap(({ payments }) =>
    payments.flatMap((payment) => payment.claims.filter(({ controlNumber }) => controlNumber !== claims.main)),
  );
  expect(others).toHaveLength(250);
  for (const other of others) {
    expect(kept).not.toContain(other.controlNumber);
    expect(kept).not.toContain(other.patient.id);
  }
  const lasting = await panel.page.evaluate(async () => {
    const { storage } = (globalThis as unknown as { chrome: typeof chrome }).chrome;
    return JSON.stringify([await storage.local.get(null), Object.entries(localStorage), await indexedDB.databases()]);
  });
  expect(lasting).not.toContain('YARDLEY');
  expect(lasting).not.toContain(claims.main);
  expect(
    context
      .pages()
      .map((one) => one.url())
      .join(),
  ).not.toContain(claims.main);
});
