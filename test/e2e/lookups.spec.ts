import { NAMESAKES, SCENES } from '../pm/scenes';
import { expect, test } from './fixtures';
import { Panel } from './panel';
import { badgeOf, cards, lookupsOf, searchesOf, statesOf, toPayerStep, withChart } from './searches';

const scene = SCENES.electronic;

for (const search of ['inline', 'reload', 'popup'] as const) {
  test.describe(`payer search: ${search}`, () => {
    test.beforeEach(({ pm }) => pm.setVariant({ search }));

    test('what is found is shown, the one in the chart marked; using it fills the boxes by the PM itself', async ({
      context,
      biller,
      page,
      pm,
      openSidePanel,
    }) => {
      const searches = searchesOf(context);
      const panel = new Panel(await openSidePanel(page));
      await withChart(biller, panel, scene);
      await panel.press('Search for GARCIA');
      await expect(panel.page.getByRole('heading', { name: /Found 2 for GARCIA/ })).toBeVisible();
      const own = pm.truth.policies.find((each) => each.patientId === scene.memberId && each.rank === 'Secondary');
      const id = own?.insuranceId ?? '';
      const same = panel.page.locator('.cand.same');
      await expect(same).toHaveCount(1);
      await expect(same.getByRole('heading')).toHaveText(id);
      expect(searches).toHaveLength(1);

      await same.getByRole('button', { name: `Use ${id}` }).click();
      await expect(biller.field('INSURED_ID')).toHaveValue(id);
      await expect(biller.field('PAT_NAME')).toHaveValue('GARCIA, MARIA L');
      await expect(panel.next).toContainText(`${id} is used for claim ${scene.claims.main}`);
      expect(searches).toHaveLength(1);
    });

    test('using one that differs from the chart is asked in place first', async ({
      biller,
      page,
      pm,
      openSidePanel,
    }) => {
      const panel = new Panel(await openSidePanel(page));
      await withChart(biller, panel, scene);
      await panel.press('Search for GARCIA');
      const other = pm.truth.policies.find((each) => each.patientId === NAMESAKES.electronic.memberId);
      const id = other?.insuranceId ?? '';
      const card = cards(panel).filter({ hasText: id });
      await card.getByRole('button', { name: `Use ${id}` }).click();
      await expect(card).toContainText(/differ/);
      await expect(biller.field('INSURED_ID')).toHaveValue('');
      await card.getByRole('button', { name: /^Use it/ }).click();
      await expect(biller.field('INSURED_ID')).toHaveValue(id);
    });

    test('nothing found says so, in the words of the PM', async ({ biller, page, pm, openSidePanel }) => {
      const panel = new Panel(await openSidePanel(page));
      await toPayerStep(biller, panel, scene);
      pm.setFault({ kind: 'empty-search' });
      await panel.press('Search for GARCIA');
      await expect(panel.page.getByText('Found none').first()).toBeVisible();
      await expect(panel.page.getByText('No matching insurance profiles found.').first()).toBeVisible();
      expect(await statesOf(panel.page)).toEqual(['none']);
    });

    test('profiles that the PM lists twice are shown once', async ({ biller, page, pm, openSidePanel }) => {
      const panel = new Panel(await openSidePanel(page));
      await toPayerStep(biller, panel, scene);
      pm.setFault({ kind: 'doubled-search' });
      await panel.press('Search for GARCIA');
      await expect(cards(panel)).toHaveCount(2);
    });

    test('a slow PM is waited for, and the badge counts the search meanwhile', async ({
      context,
      biller,
      page,
      pm,
      openSidePanel,
    }) => {
      const searches = searchesOf(context);
      const panel = new Panel(await openSidePanel(page));
      await toPayerStep(biller, panel, scene);
      pm.setFault({ kind: 'slow', ms: 3000, action: 'SECONDARY_PAYER_SEARCH' });
      await panel.press('Search for GARCIA');
      await expect.poll(() => badgeOf(panel.page)).toBe('1');
      await expect(cards(panel)).toHaveCount(2);
      expect(await badgeOf(panel.page)).toBe('');
      expect(searches).toHaveLength(1);
    });

    test('a PM that answers with an error ends as failed, with a way on', async ({
      biller,
      page,
      pm,
      openSidePanel,
    }) => {
      const panel = new Panel(await openSidePanel(page));
      await toPayerStep(biller, panel, scene);
      pm.setFault({ kind: '500', action: 'SECONDARY_PAYER_SEARCH', count: 2 });
      await panel.press('Search for GARCIA');
      await expect(panel.page.getByText('Failed').first()).toBeVisible();
      await expect(panel.page.getByText(/with an error|did not come through/).first()).toBeVisible();
      await expect(panel.page.getByRole('button', { name: /^Try again/ }).first()).toBeVisible();
      expect(await lookupsOf(panel.page)).toHaveLength(1);
    });

    test('a search that she makes herself in the page is noticed and shown', async ({
      context,
      biller,
      page,
      pm,
      openSidePanel,
    }) => {
      const searches = searchesOf(context);
      const panel = new Panel(await openSidePanel(page));
      await withChart(biller, panel, scene);
      const own = pm.truth.policies.find((each) => each.patientId === scene.memberId && each.rank === 'Secondary');
      await biller.field('SEC_PAYER_ID').selectOption(own?.payerId ?? '');
      await biller.field('SEARCH_LAST_NAME').fill('GARCIA');
      await biller.field('SEARCH_PAYER').click();
      await expect(cards(panel)).toHaveCount(2);
      await expect(panel.page.locator('.cand.same')).toHaveCount(1);
      expect((await lookupsOf(panel.page)).map(({ startedBy, state }) => ({ startedBy, state }))).toEqual([
        { startedBy: 'page', state: 'several' },
      ]);
      expect(searches).toHaveLength(1);
    });
  });
}
