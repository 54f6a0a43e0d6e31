import { PAYER } from '../pm/payers';
import { chartSecondary, NAMESAKES, SCENES } from '../pm/scenes';
import { Biller } from './biller';
import { openSidePanel as openPanel } from './extension';
import { expect, test } from './fixtures';
import { Panel } from './panel';
import {
  badgeOf,
  cards,
  holdSearches,
  killWorker,
  lookupsOf,
  MOMENTS,
  searchesOf,
  standStill,
  statesOf,
  toPayerStep,
  withChart,
} from './searches';

const scene = SCENES.electronic;

test.describe('payers', () => {
  test('two people with the same insurance ID are told apart, and the one that is meant is used', async ({
    biller,
    page,
    openSidePanel,
  }) => {
    const panel = new Panel(await openSidePanel(page));
    await withChart(biller, panel, SCENES.twoPolicies);
    await panel.press('Search for WALKER');
    await expect(cards(panel)).toHaveCount(2);
    await expect(panel.page.getByText('Both IDs equal the chart.')).toBeVisible();
    const own = cards(panel).filter({ hasText: SCENES.twoPolicies.name });
    await own.getByRole('button', { name: /^Use / }).click();
    await expect(biller.field('PAT_NAME')).toHaveValue(SCENES.twoPolicies.name);
    await expect(biller.field('PAT_NAME')).not.toHaveValue(NAMESAKES.twoPolicies.name);
  });

  test('a payer named otherwise in the list is asked for once, and found by itself the next time', async ({
    biller,
    page,
    pm,
    openSidePanel,
  }) => {
    const named = 'BLUE PLAN 4410';
    const [first, second] = [SCENES.nearPayers, SCENES.paper];
    for (const { memberId } of [first, second]) {
      const policy = chartSecondary(pm.truth.policies, memberId);
      if (policy) Object.assign(policy, { payerId: PAYER.bcbsTexas, payerAlias: named });
    }
    const panel = new Panel(await openSidePanel(page));
    await toPayerStep(biller, panel, first);
    await expect(panel.page.getByText(`${named} is not in the form's payer list.`).first()).toBeVisible();
    await expect(panel.button(/^Search for/)).toHaveCount(0);
    await biller.field('SEC_PAYER_ID').selectOption(PAYER.bcbsTexas);
    await panel.press('They are the same payer');
    await panel.press('Search for TRAN');
    await expect(cards(panel)).toHaveCount(1);

    await toPayerStep(biller, panel, second);
    await panel.press('Search for NOWAK');
    await expect(cards(panel)).toHaveCount(1);
    const kept = await panel.page.evaluate(async () => {
      const { storage } = (globalThis as unknown as { chrome: typeof chrome }).chrome;
      return JSON.stringify(await storage.local.get(null));
    });
    expect(kept).toContain(named);
    const patients = [first, second].flatMap(({ chart, claims, name }) => [
      chart,
      claims.main,
      name.split(',')[0] ?? '',
    ]);
    expect(patients.filter((text) => kept.includes(text))).toEqual([]);
  });
});

test.describe('the worker is stopped', () => {
  for (const moment of Object.keys(MOMENTS) as (keyof typeof MOMENTS)[]) {
    test(`${moment}: the search ends all the same, with one press of Search`, async ({
      context,
      started,
      biller,
      page,
      openSidePanel,
    }) => {
      const searches = searchesOf(context);
      const panel = new Panel(await openSidePanel(page));
      await toPayerStep(biller, panel, scene);
      const { over } = await standStill(page, moment, () => killWorker(started));
      await panel.press('Search for GARCIA');
      await over;
      await expect(cards(panel)).toHaveCount(2);
      expect(await statesOf(panel.page)).toEqual(['several']);
      expect(searches).toHaveLength(1);
    });
  }

  for (const search of ['inline', 'reload', 'popup'] as const) {
    test(`while the PM searches (${search}): the answer is taken, with one press of Search`, async ({
      context,
      started,
      biller,
      page,
      pm,
      openSidePanel,
    }) => {
      pm.setVariant({ search });
      const searches = searchesOf(context);
      const { held, letGo } = await holdSearches(context);
      const panel = new Panel(await openSidePanel(page));
      await toPayerStep(biller, panel, scene);
      await panel.press('Search for GARCIA');
      await expect.poll(() => held.length).toBe(1);
      await killWorker(started);
      letGo();
      await expect(cards(panel)).toHaveCount(2);
      expect(await statesOf(panel.page)).toEqual(['several']);
      expect(searches).toHaveLength(1);
    });
  }

  test('after the answer: it is still there, and nothing is searched again', async ({
    context,
    started,
    biller,
    page,
    openSidePanel,
  }) => {
    const searches = searchesOf(context);
    const panel = new Panel(await openSidePanel(page));
    await toPayerStep(biller, panel, scene);
    await panel.press('Search for GARCIA');
    await expect(cards(panel)).toHaveCount(2);
    await killWorker(started);
    await panel.page.reload();
    await expect(panel.page.locator('main')).toContainText(/\w/);
    expect(await statesOf(panel.page)).toEqual(['several']);
    expect(searches).toHaveLength(1);
  });

  test('while another search waits for its turn: each is made once', async ({
    context,
    started,
    biller,
    page,
    openSidePanel,
  }) => {
    const searches = searchesOf(context);
    const { held, letGo } = await holdSearches(context);
    const panel = new Panel(await openSidePanel(page));
    await toPayerStep(biller, panel, scene);
    await panel.press('Search for GARCIA');
    await expect.poll(() => held.length).toBe(1);
    const [first] = await lookupsOf(panel.page);
    await panel.page.evaluate(
      async ({ claim, payer, tabId }) => {
        const { runtime } = (globalThis as unknown as { chrome: typeof chrome }).chrome;
        const data = { claim, payer, tabId, lastName: 'GARC' };
        await runtime.sendMessage({ id: 1, type: 'startLookup', data, timestamp: Date.now() });
      },
      { claim: first?.claim ?? { patient: '', claim: '' }, payer: first?.payer ?? '', tabId: first?.tabId ?? -1 },
    );
    await expect.poll(() => statesOf(panel.page)).toEqual(['searching', 'queued']);
    expect(await badgeOf(panel.page)).toBe('2');
    await killWorker(started);
    letGo();
    await expect.poll(() => statesOf(panel.page)).toEqual(['several', 'several']);
    await expect.poll(() => badgeOf(panel.page)).toBe('');
    expect(searches).toHaveLength(2);
  });
});

test.describe('in mid-search', () => {
  test('the panel is closed and opened again: the search has gone on', async ({
    context,
    started,
    biller,
    page,
    openSidePanel,
  }) => {
    const searches = searchesOf(context);
    const { held, letGo } = await holdSearches(context);
    const panel = new Panel(await openSidePanel(page));
    await toPayerStep(biller, panel, scene);
    await panel.press('Search for GARCIA');
    await expect.poll(() => held.length).toBe(1);
    await panel.page.close();
    letGo();
    await expect(page.getByRole('link', { name: /^H\d+/ })).toHaveCount(2);
    const again = new Panel(await openPanel(started, page));
    await expect.poll(() => statesOf(again.page)).toEqual(['several']);
    expect(searches).toHaveLength(1);
  });

  test('the page is loaded again: the search is made once more, and its answer shown', async ({
    context,
    biller,
    page,
    openSidePanel,
  }) => {
    const searches = searchesOf(context);
    const { held, letGo } = await holdSearches(context);
    const panel = new Panel(await openSidePanel(page));
    await toPayerStep(biller, panel, scene);
    await panel.press('Search for GARCIA');
    await expect.poll(() => held.length).toBe(1);
    await page.reload();
    letGo();
    await expect(cards(panel)).toHaveCount(2);
    expect(await statesOf(panel.page)).toEqual(['several']);
    expect(searches).toHaveLength(2);
  });

  test('the tab is closed: the search is lost and says so', async ({ context, biller, page, pm, openSidePanel }) => {
    const { held, letGo } = await holdSearches(context);
    const panel = new Panel(await openSidePanel(page));
    await toPayerStep(biller, panel, scene);
    await panel.press('Search for GARCIA');
    await expect.poll(() => held.length).toBe(1);
    const other = await context.newPage();
    await other.goto(`${pm.origin}/electronic/pm/pm_dashboard.jsp`);
    await page.close();
    letGo();
    await expect.poll(() => statesOf(panel.page)).toEqual(['lost']);
    expect((await lookupsOf(panel.page))[0]?.reason).toBe('The tab was closed during the search.');
    expect(await badgeOf(panel.page)).toBe('');
  });

  test('the session runs out where Search loads the page: it waits, and goes on once the form is open again', async ({
    context,
    biller,
    page,
    pm,
    openSidePanel,
  }) => {
    pm.setVariant({ search: 'reload' });
    const panel = new Panel(await openSidePanel(page));
    await toPayerStep(biller, panel, scene);
    pm.expireSessions();
    await panel.press('Search for GARCIA');
    await expect(page.locator('input[name=j_password]')).toBeVisible();
    await expect.poll(async () => (await lookupsOf(panel.page))[0]?.signedOut).toBe(true);
    expect(await badgeOf(panel.page)).toBe('1');
    const searches = searchesOf(context);
    await biller.enterPassword();
    pm.setVariant({ search: 'reload' });
    await biller.openClaimHistory(scene);
    await biller.pressCob(scene.claims.main);
    await expect(cards(panel)).toHaveCount(2);
    expect(await statesOf(panel.page)).toEqual(['several']);
    expect(searches).toHaveLength(1);
  });

  for (const search of ['inline', 'popup'] as const) {
    test(`the session runs out behind the page (${search}): it says so, and Try again works after signing in`, async ({
      context,
      biller,
      page,
      pm,
      openSidePanel,
    }) => {
      pm.setVariant({ search });
      const panel = new Panel(await openSidePanel(page));
      await toPayerStep(biller, panel, scene);
      pm.expireSessions();
      await panel.press('Search for GARCIA');
      await expect(panel.page.getByText('Failed').first()).toBeVisible();
      await expect(panel.page.getByText(/session has expired|sign in/i).first()).toBeVisible();
      // What was read before is all there.
      await expect(panel.title).toContainText(scene.claims.main);

      const elsewhere = await context.newPage();
      await new Biller(elsewhere, pm.origin).signIn();
      pm.setVariant({ search });
      await elsewhere.close();
      await page.bringToFront();
      await panel.press(/^Try again/);
      await expect(cards(panel)).toHaveCount(2);
    });
  }

  test('two tabs with two patients search at once and never mix', async ({
    context,
    biller,
    page,
    pm,
    openSidePanel,
  }) => {
    const { held, letGo } = await holdSearches(context);
    const panel = new Panel(await openSidePanel(page));
    await toPayerStep(biller, panel, scene);
    await panel.press('Search for GARCIA');
    const page2 = await context.newPage();
    await toPayerStep(new Biller(page2, pm.origin), panel, SCENES.twoPolicies);
    await panel.press('Search for WALKER');
    await expect.poll(() => held.length).toBe(2);
    expect(await badgeOf(panel.page)).toBe('2');
    letGo();
    await expect.poll(() => statesOf(panel.page)).toEqual(['several', 'several']);
    const found = (await lookupsOf(panel.page)).map(({ claim, hits }) => [
      claim.patient.split('|')[1],
      [...new Set(hits.map(({ name }) => name.split(',')[0]))],
    ]);
    expect(found).toEqual([
      [scene.chart, ['GARCIA']],
      [SCENES.twoPolicies.chart, ['WALKER']],
    ]);
    await expect(cards(panel).first()).toContainText('WALKER');
    await page.bringToFront();
    await expect(cards(panel).first()).toContainText('GARCIA');
  });
});
