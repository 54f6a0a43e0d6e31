import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page, Route } from '@playwright/test';
import { SCENES } from '../pm/scenes';
import { Biller } from './biller';
import { expect, test } from './fixtures';
import { Panel } from './panel';
import { fileWhen, keptOf, opened } from './session';

const scene = SCENES.electronic;
const main = scene.claims.main;
/** A patient with one claim. */
const single = SCENES.paper;
/** How many claims the scene's patient has. */
const CLAIMS = 13;

const HISTORY = /ACTION_NAME=CLAIM_HISTORY/;
const LEDGER = /ACTION_NAME=CHARGE_LEDGER/;

const countIn = (panel: Page) => panel.locator('[data-claim]');

/** Answers requests with the PM's page after an edit. */
const edited = (edit: (html: string) => string) => async (route: Route) => {
  const response = await route.fetch();
  await route.fulfill({ response, body: edit(await response.text()) });
};

/** A cell's text in the row of a claim, changed before the page arrives. */
const inRow =
  (claim: string, from: RegExp, to: string) =>
  (html: string): string =>
    html.replace(/<tr class="datacell2?">[\s\S]*?<\/tr>/g, (row) =>
      row.includes(`<TD>${claim}</TD>`) ? row.replace(from, to) : row,
    );

test.describe('pages that are not whole', () => {
  test('a Claim History cut in the middle of a row: the rows before it, and a message', async ({
    biller,
    page,
    pm,
    openSidePanel,
  }) => {
    const panel = await openSidePanel(page);
    pm.setFault({ kind: 'cut', row: 3, action: 'CLAIM_HISTORY' });
    await biller.openClaimHistory(scene);
    await expect(panel.getByText('The page ended in the middle of row 3.')).toBeVisible();
    const [file] = (await keptOf(panel)).patients;
    expect(file?.claims).toHaveLength(2);
    expect(file?.claimsComplete).toBe(false);
  });

  test('a cut page takes nothing from what was read before', async ({ biller, page, pm, openSidePanel }) => {
    const panel = await openSidePanel(page);
    await opened(panel, scene.chart, 'claim-history', () => biller.openClaimHistory(scene));
    pm.setFault({ kind: 'cut', row: 3, action: 'CLAIM_HISTORY' });
    await page.reload();
    await expect(panel.getByText('The page ended in the middle of row 3.')).toBeVisible();
    const [file] = (await keptOf(panel)).patients;
    expect(file?.claims).toHaveLength(CLAIMS);
  });

  // Its ledger has two lines and, beneath them, two payments.
  for (const row of [2, 3, 4]) {
    test(`a ledger cut in row ${row} is not used`, async ({ biller, page, pm, openSidePanel }) => {
      const panel = new Panel(await openSidePanel(page));
      pm.setFault({ kind: 'cut', row, action: 'CHARGE_LEDGER' });
      await biller.openClaimHistory(single);
      await expect(panel.page.getByText(/The page ended in the middle of (line|its payments)/).first()).toBeVisible();
      const [file] = (await keptOf(panel.page)).patients;
      expect(Object.keys(file?.ledgers ?? {})).toEqual([]);
      await panel.openClaim(single.claims.main);
      await expect(panel.page.locator('#verdict')).toHaveText(/^Cannot tell/);
    });
  }

  test('an error of the server in place of Claim History loses nothing', async ({
    biller,
    page,
    pm,
    openSidePanel,
  }) => {
    const panel = await openSidePanel(page);
    await opened(panel, scene.chart, 'claim-history', () => biller.openClaimHistory(scene));
    pm.setFault({ kind: '500', action: 'CLAIM_HISTORY' });
    await page.reload();
    await expect(panel.getByRole('heading', { level: 1 })).toBeVisible();
    expect((await keptOf(panel)).patients[0]?.claims).toHaveLength(CLAIMS);
    await page.reload();
    await expect(countIn(panel).first()).toBeAttached();
  });

  test('errors of the server in place of ledgers are said, and she can try again', async ({
    biller,
    page,
    pm,
    openSidePanel,
  }) => {
    const panel = new Panel(await openSidePanel(page));
    pm.setFault({ kind: '500', action: 'CHARGE_LEDGER', count: 100 });
    await biller.openClaimHistory(scene);
    await expect(panel.page.getByText('NextGen Office did not answer.')).toBeVisible();
    pm.setFault(undefined);
    await panel.press(/^Read \d+ ledgers?$/);
    await fileWhen(panel.page, scene.chart, ({ ledgers }) => main in ledgers, 'the ledger is kept');
  });

  test('of a page that arrives piece by piece nothing is shown before it is whole', async ({
    biller,
    page,
    pm,
    openSidePanel,
  }) => {
    let finish = () => {};
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      const { cookie = '' } = request.headers;
      const whole = await fetch(`${pm.origin}${request.url}`, { headers: { cookie } });
      const body = await whole.text();
      response.writeHead(whole.status, { 'content-type': whole.headers.get('content-type') ?? '' });
      const middle = body.indexOf('</tr>', body.length / 2);
      response.write(body.slice(0, middle));
      if (HISTORY.test(request.url ?? '')) await held;
      response.end(body.slice(middle));
    };
    const slow = createServer((request, response) => void answer(request, response));
    await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve));
    try {
      const panel = await openSidePanel(page);
      const { port } = slow.address() as AddressInfo;
      const arriving = new Biller(page, `http://127.0.0.1:${port}`).openClaimHistory(scene);
      await expect(biller.row(main)).toBeVisible();
      await expect(countIn(panel)).toHaveCount(0);
      expect((await keptOf(panel)).patients).toEqual([]);
      finish();
      await arriving;
      await expect(countIn(panel)).toHaveCount(CLAIMS);
    } finally {
      finish();
      slow.closeAllConnections();
      slow.close();
    }
  });
});

test.describe('a session that has run out', () => {
  test('the sign-in page in place of Claim History loses nothing, and signing in goes on', async ({
    biller,
    page,
    pm,
    openSidePanel,
  }) => {
    const panel = await openSidePanel(page);
    await opened(panel, scene.chart, 'claim-history', () => biller.openClaimHistory(scene));
    pm.expireSessions();
    await page.reload();
    await expect(panel.getByRole('heading', { name: 'NextGen Office signed you out' })).toBeVisible();
    await expect(panel.getByText(`${CLAIMS} claims kept`)).toBeVisible();
    await biller.enterPassword();
    await biller.openClaimHistory(scene);
    await expect(countIn(panel).first()).toBeAttached();
  });

  test('the sign-in page in place of a ledger is no ledger', async ({ biller, page, pm, openSidePanel }) => {
    let answered = 0;
    await page.route(LEDGER, async (route) => {
      await route.fulfill({ response: await route.fetch({ url: `${pm.origin}/electronic/userlogin.jsp` }) });
      answered += 1;
    });
    const panel = new Panel(await openSidePanel(page));
    await opened(panel.page, single.chart, 'claim-history', () => biller.openClaimHistory(single));
    await expect.poll(() => answered).toBeGreaterThan(0);
    await panel.openClaim(single.claims.main);
    await panel.press('Read the ledger');
    await expect(panel.page.getByText('The PM asks to sign in. Nothing was read.').first()).toBeVisible();
    const [file] = (await keptOf(panel.page)).patients;
    expect([file?.claims.length, Object.keys(file?.ledgers ?? {})]).toEqual([1, []]);
  });
});

test.describe('what is not this patient’s', () => {
  test('a ledger of another patient is never used', async ({ biller, page, openSidePanel }) => {
    const panel = new Panel(await openSidePanel(page));
    await page.route(LEDGER, async (route) => {
      const url = route.request().url().replace(single.claims.main, main);
      await route.fulfill({ response: await route.fetch({ url }) });
    });
    await biller.openClaimHistory(single);
    await expect(panel.page.getByText('This ledger is for another patient. It was not used.').first()).toBeVisible();
    const { patients } = await keptOf(panel.page);
    expect(patients.flatMap(({ ledgers }) => Object.keys(ledgers))).toEqual([]);
    await panel.openClaim(single.claims.main);
    await expect(panel.page.locator('#verdict')).toHaveText(/^Cannot tell/);
  });

  test('a ledger of another claim of the same patient is filed under its own number', async ({
    biller,
    page,
    openSidePanel,
  }) => {
    const panel = new Panel(await openSidePanel(page));
    const subject = SCENES.age179;
    const asked = subject.claims.main;
    const given = SCENES.age180.claims.main;
    await page.route(LEDGER, async (route) => {
      const url = route.request().url().replace(asked, given);
      await route.fulfill({ response: await route.fetch({ url }) });
    });
    await biller.openClaimHistory(subject);
    const last = SCENES.age181.claims.main;
    const file = await fileWhen(panel.page, subject.chart, ({ ledgers }) => last in ledgers, 'the ledgers are kept');
    expect(Object.keys(file.ledgers).toSorted()).toEqual([given, last]);
    await panel.openClaim(asked);
    await expect(panel.page.locator('#verdict')).toHaveText(/^Cannot tell/);
  });

  test('two tabs with two patients stay apart, and the panel follows the tab', async ({
    biller,
    context,
    page,
    pm,
    openSidePanel,
  }) => {
    const panel = await openSidePanel(page);
    await opened(panel, scene.chart, 'claim-history', () => biller.openClaimHistory(scene));
    const second = new Biller(await context.newPage(), pm.origin);
    const other = SCENES.paper;
    await second.openClaimHistory(other);
    const title = panel.getByRole('heading', { level: 1 });
    await expect(title).toHaveText('Nowak, Peter');
    await expect(panel.locator(`[data-claim="${other.claims.main}"]`)).toBeAttached();
    await expect(panel.locator(`[data-claim="${main}"]`)).toHaveCount(0);
    await page.bringToFront();
    await expect(title).toHaveText('Garcia, Maria L.');
    await expect(panel.locator(`[data-claim="${main}"]`)).toBeAttached();
    await expect(panel.locator(`[data-claim="${other.claims.main}"]`)).toHaveCount(0);
    const { patients } = await keptOf(panel);
    const claimsOf = (chart: string) =>
      patients
        .find(({ key }) => key.endsWith(chart))
        ?.claims.map(({ id }) => (id.kind === 'read' ? id.value.slice(0, 4) : '?'));
    expect(new Set(claimsOf(scene.chart))).toEqual(new Set([main.slice(0, 4)]));
    expect(new Set(claimsOf(other.chart))).toEqual(new Set([other.claims.main.slice(0, 4)]));
  });
});

test.describe('what cannot be read', () => {
  test('a claim that stands there twice with two amounts is not used, and said', async ({
    biller,
    page,
    openSidePanel,
  }) => {
    await page.route(
      HISTORY,
      edited((html) =>
        html.replace(/<tr class="datacell2?">[\s\S]*?<\/tr>/g, (row) =>
          row.includes(`<TD>${main}</TD>`) ? `${row}\n${row.replace(/\$\d+\.\d\d/, '$1.00')}` : row,
        ),
      ),
    );
    const panel = await openSidePanel(page);
    await biller.openClaimHistory(scene);
    await expect(
      panel.getByText(`Claim ${main} is on this page twice, with different amounts. Neither is used.`),
    ).toBeVisible();
    await expect(countIn(panel)).toHaveCount(CLAIMS - 1);
    await expect(panel.locator(`[data-claim="${main}"]`)).toHaveCount(0);
    await expect(page.getByRole('row').filter({ hasText: main }).locator('[data-cob-word]')).toHaveCount(0);
  });

  const UNKNOWN = /^Cannot tell/;
  const SMUDGES = [
    { what: 'money', field: 'charge', from: /\$(\d+)\.(\d\d)/, to: '$$$1.$2.7', raw: /\.7$/ },
    { what: 'a date', field: 'dos', from: /\d\d\/\d\d\/2026/, to: '02/31/2026', raw: /^02\/31\/2026/ },
    {
      what: 'a status',
      field: 'status',
      from: /<TD>Finalized/,
      to: '<TD>Finalzied',
      raw: /^Finalzied/,
    },
  ] as const;
  for (const { what, field, from, to, raw } of SMUDGES) {
    test(`${what} that cannot be read is no value, and the claim is not ready`, async ({
      biller,
      page,
      openSidePanel,
    }) => {
      await page.route(HISTORY, edited(inRow(main, from, to)));
      const panel = new Panel(await openSidePanel(page));
      await opened(panel.page, scene.chart, 'chart', () => biller.openChart(scene));
      await opened(panel.page, scene.chart, 'claim-history', () => biller.openClaimHistory(scene));
      const file = await opened(panel.page, scene.chart, 'ledger', () => biller.openLedger(main));
      const row = file.claims.find(({ id }) => id.kind === 'read' && id.value === main);
      expect(row?.[field]).toMatchObject({ kind: 'unreadable', raw: expect.stringMatching(raw) });
      await opened(panel.page, scene.chart, 'claim-history', () => biller.openClaimHistory(scene));
      await panel.openClaim(main);
      await expect(panel.page.locator('#verdict')).toHaveText(UNKNOWN);
    });
  }

  test('an adjustment that cannot be read leaves the line unjudged', async ({ biller, page, openSidePanel }) => {
    await page.route(
      LEDGER,
      edited((html) => html.replace(/PR-1 (\d+)\.(\d\d)/, 'PR-1 $1.$2.3')),
    );
    const panel = new Panel(await openSidePanel(page));
    await opened(panel.page, scene.chart, 'claim-history', () => biller.openClaimHistory(scene));
    await opened(panel.page, scene.chart, 'ledger', () => biller.openLedger(main));
    const { patients } = await keptOf(panel.page);
    expect(patients[0]?.ledgers[main]?.ledger.lines[0]?.postings[0]?.adjustments.kind).toBe('unreadable');
    await opened(panel.page, scene.chart, 'claim-history', () => biller.openClaimHistory(scene));
    await panel.openClaim(main);
    await expect(panel.page.locator('#verdict')).toHaveText(/^Cannot tell/);
  });

  test('a name that is markup is text', async ({ biller, page, openSidePanel }) => {
    const hostile = SCENES.hostileName;
    const panel = new Panel(await openSidePanel(page));
    await opened(panel.page, hostile.chart, 'claim-history', () => biller.openClaimHistory(hostile));
    await panel.openClaim(hostile.claims.main);
    await expect(panel.page.locator('#verdict')).toBeVisible();
    expect(await panel.page.locator('img').count()).toBe(0);
  });
});

test.describe('a page that changes', () => {
  test('a row that changes on the page is noticed', async ({ biller, page, openSidePanel }) => {
    const panel = await openSidePanel(page);
    await opened(panel, scene.chart, 'claim-history', () => biller.openClaimHistory(scene));
    await page.evaluate((claim) => {
      const row = [...document.querySelectorAll('tr')].find((one) => one.cells[0]?.textContent?.trim() === claim);
      const cell = [...(row?.cells ?? [])].find((one) => one.textContent?.trim() === 'Finalized');
      if (cell) cell.textContent = 'Sent to Payer';
    }, main);
    await fileWhen(
      panel,
      scene.chart,
      ({ claims }) =>
        claims.some(
          ({ id, status }) =>
            id.kind === 'read' && id.value === main && status.kind === 'read' && status.value === 'sent',
        ),
      'the new status is read',
    );
    await expect(panel.locator('details').filter({ hasText: 'Waiting for the primary' })).toBeVisible();
  });

  test('a page that comes back from the back/forward cache is told again', async ({ biller, page, openSidePanel }) => {
    const panel = new Panel(await openSidePanel(page));
    await opened(panel.page, scene.chart, 'claim-history', () => biller.openClaimHistory(scene));
    await panel.press('More');
    await panel.page.getByRole('menuitem', { name: 'Forget this session' }).click();
    await expect.poll(async () => (await keptOf(panel.page)).patients.length).toBe(0);
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await expect(panel.claim(main)).toBeAttached();
  });

  test('going back shows the patient of the page that is there', async ({ biller, page, openSidePanel }) => {
    const panel = await openSidePanel(page);
    await opened(panel, scene.chart, 'claim-history', () => biller.openClaimHistory(scene));
    await opened(panel, SCENES.paper.chart, 'claim-history', () => biller.openClaimHistory(SCENES.paper));
    await expect(panel.getByRole('heading', { level: 1 })).toHaveText('Nowak, Peter');
    await page.goBack();
    await expect(panel.getByRole('heading', { level: 1 })).toHaveText('Garcia, Maria L.');
    await expect(panel.locator(`[data-claim="${main}"]`)).toBeAttached();
  });
});

test.describe('marks in the page', () => {
  const marks = (page: Page) => page.locator('[data-cob-mark]');

  test('cannot be pressed, add no node, and go when the option is taken away', async ({
    biller,
    context,
    extensionId,
    page,
    openSidePanel,
  }) => {
    const panel = await openSidePanel(page);
    await opened(panel, scene.chart, 'claim-history', () => biller.openClaimHistory(scene));
    await expect(marks(page).first()).toBeAttached();
    const pseudo = await marks(page)
      .locator('> :first-child')
      .first()
      .evaluate((cell) => {
        const { content, pointerEvents } = getComputedStyle(cell, '::before');
        return { hasContent: content !== 'none', pointerEvents };
      });
    expect(pseudo).toEqual({ hasContent: true, pointerEvents: 'none' });
    const options = await context.newPage();
    await options.goto(`chrome-extension://${extensionId}/options.html`);
    await options.getByLabel('Marks in Claim History').uncheck();
    await page.bringToFront();
    await expect(marks(page)).toHaveCount(0);
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
    await options.getByLabel('Marks in Claim History').check();
    await expect(marks(page).first()).toBeAttached();
  });
});
