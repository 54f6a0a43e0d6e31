import { openChecked } from '../demo/with-companion';
import { remittanceText } from '../pm/remittance';
import {
  REMITTANCES,
  type RemittanceScene,
  remitFilesOf,
  remittanceFor,
  remittancesFor,
} from '../pm/remittance-scenes';
import type { Pm } from '../pm/server';
import { claimOf } from '../pm/truth';
import type { Biller } from './biller';
import { expect, test } from './fixtures';
import { Panel } from './panel';
import { keptFor, Remittances } from './remittance';
import { fileWhen, opened } from './session';

interface Desk {
  biller: Biller;
  pm: Pm;
  openSidePanel: (page: Biller['page']) => Promise<Panel['page']>;
}

/** Cents as a table shows them. */
const shown = (cents: number) => `${Math.trunc(cents / 100)}.${String(Math.abs(cents % 100)).padStart(2, '0')}`;

/** The scene's Claim History beside the panel; nothing is dropped yet. */
const seated = async (name: RemittanceScene, { biller, openSidePanel }: Desk): Promise<Remittances> => {
  const scene = REMITTANCES[name];
  await biller.openChart(scene);
  const panel = new Panel(await openSidePanel(biller.page));
  await opened(panel.page, scene.chart, 'claim-history', () => biller.openClaimHistory(scene));
  return new Remittances(panel);
};

/** The scene's files are in the panel and what they say of the claim is kept. */
const withFiles = async (name: RemittanceScene, desk: Desk): Promise<Remittances> => {
  const files = await seated(name, desk);
  const given = remittancesFor(desk.pm.truth, name);
  await files.choose(...given);
  const { chart, claims } = REMITTANCES[name];
  const names = new Set(given.map((file) => file.name));
  await fileWhen(
    files.panel.page,
    chart,
    (file) => keptFor(file, claims.main).some((one) => names.has(one.file.name)),
    `${name}: an answer is kept`,
  );
  return files;
};

/** Opens the scene's claim, its ledger read, and goes to the comparison. */
const compared = async (name: RemittanceScene, desk: Desk): Promise<Remittances> => {
  const files = await withFiles(name, desk);
  await files.leave();
  await openChecked(files.panel, REMITTANCES[name].claims.main);
  await files.compare();
  return files;
};

/** In the panel that is open: another patient, her files, her claim's comparison. */
const turned = async (files: Remittances, name: RemittanceScene, biller: Biller, pm: Pm): Promise<void> => {
  const { panel } = files;
  const { chart, claims, name: patient } = REMITTANCES[name];
  await opened(panel.page, chart, 'claim-history', () => biller.openClaimHistory(REMITTANCES[name]));
  await files.choose(...remittancesFor(pm.truth, name));
  await fileWhen(panel.page, chart, (one) => keptFor(one, claims.main).length > 0, `${name}: an answer is kept`);
  await files.leave();
  await expect(panel.title).toContainText(patient.split(',')[0] ?? '', { ignoreCase: true });
  await openChecked(panel, claims.main);
  await files.compare();
};

const adjusted = (pm: Pm, name: RemittanceScene, line: number, carc: string): number => {
  const [first] = remitFilesOf(pm.truth, name);
  const claim = first?.payments[0]?.claims.find(({ controlNumber }) => controlNumber === REMITTANCES[name].claims.main);
  const found = claim?.lines[line - 1]?.adjustments.find((one) => one.carc === carc);
  if (!found) throw new Error(`no ${carc} on line ${line}`);
  return found.amount;
};

test.describe('the files', () => {
  test('a dropped file: payer, check, date, total, claims; gone for good with Forget', async ({
    biller,
    pm,
    openSidePanel,
  }) => {
    const files = await seated('amongOthers', { biller, pm, openSidePanel });
    const { panel } = files;
    await files.open();
    await expect(panel.main).toContainText('No remittance loaded');
    await expect(panel.main).toContainText('It stays in memory and is not sent anywhere.');
    const given = remittanceFor(pm.truth, 'amongOthers');
    await files.drop(given);
    await files.allRead();
    const file = files.file(given.name);
    const [payment] = remitFilesOf(pm.truth, 'amongOthers')[0]?.payments ?? [];
    await expect(file).toContainText('AETNA');
    await expect(file).toContainText(payment?.check ?? 'no check');
    await expect(file).toContainText('02/21/2026');
    await expect(file).toContainText('251 claims');
    await expect(file).toContainText('balances');

    const { chart, claims } = REMITTANCES.amongOthers;
    const isKept = (wanted: boolean) =>
      fileWhen(panel.page, chart, (one) => keptFor(one, claims.main).length > 0 === wanted, `kept: ${wanted}`);
    await isKept(true);
    await panel.hands.click(file.getByText('Forget this file'));
    await expect(panel.main).toContainText('No remittance loaded');
    await isKept(false);
  });

  test('several files at once; the same check in two of them is said and counts once', async ({
    biller,
    pm,
    openSidePanel,
  }) => {
    const files = await seated('sameCheckTwice', { biller, pm, openSidePanel });
    const { panel } = files;
    const given = [...remittancesFor(pm.truth, 'sameCheckTwice'), remittanceFor(pm.truth, 'asPosted')];
    await files.choose(...given);
    await files.open();
    await files.allRead();
    await expect(panel.next).toContainText('in 3 files');
    await expect(files.file(given[1]?.name ?? '')).toContainText(
      `Same payment as in ${given[0]?.name}. It counts once.`,
    );
    await files.leave();
    await openChecked(panel, REMITTANCES.sameCheckTwice.claims.main);
    await files.compare();
    await expect(panel.main).toContainText('The posting is as the payer said');
  });

  test('what is no remittance is refused in one sentence, and the panel goes on', async ({
    biller,
    pm,
    openSidePanel,
  }) => {
    const files = await seated('asPosted', { biller, pm, openSidePanel });
    const { panel } = files;
    const good = remittanceFor(pm.truth, 'asPosted');
    const status = good.text
      .replace('GS*HP*', 'GS*HN*')
      .replace('ST*835*', 'ST*277*')
      .replace('005010X221A1', '005010X212');
    const cut = good.text.slice(0, good.text.indexOf('SVC*') + 20);
    await files.open();
    await files.choose(
      { name: 'eob.pdf', bytes: Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n1 0 obj') },
      { name: 'nothing.835', text: '' },
      { name: 'status.277', text: status },
      { name: 'cut.835', text: cut },
      { name: 'amount.835', text: good.text.replace(/(CLP\*\d+\*1\*)[\d.]+/, '$11,000.00') },
      { name: 'good.835', text: good.text },
    );
    await files.allRead();
    await expect(files.file('eob.pdf')).toContainText('eob.pdf is a PDF, not an 835. Nothing was read.');
    await expect(files.file('nothing.835')).toContainText('nothing.835 is empty. Nothing was read.');
    await expect(files.file('status.277')).toContainText(/status\.277 is .*277.*, not an 835\. Nothing was read\./);
    await panel.hands.click(files.file('cut.835').locator('summary'));
    await expect(files.file('cut.835')).toContainText(/cut\.835 ends in segment \d+\. /);
    await panel.hands.click(files.file('amount.835').locator('summary'));
    await expect(files.file('amount.835')).toContainText(/Segment \d+: "1,000\.00" is not an 835 amount\./);
    await expect(files.file('good.835')).toContainText('balances');
  });

  test('a test file is marked, and nothing is billed from it', async ({ biller, pm, openSidePanel }) => {
    const files = await withFiles('testFile', { biller, pm, openSidePanel });
    const { name } = remittanceFor(pm.truth, 'testFile');
    await files.open();
    await expect(files.file(name)).toContainText(`${name} is marked as a test. Do not post or bill from it.`);
  });

  test('the PM gives the file to download, and the panel reads what was downloaded', async ({
    biller,
    page,
    pm,
    openSidePanel,
  }) => {
    const files = await seated('asPosted', { biller, pm, openSidePanel });
    const { name } = remittanceFor(pm.truth, 'asPosted');
    await page.goto(`${pm.origin}/electronic/pm/action.do?ACTION_NAME=ERA_LIST`);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
    expect(download.suggestedFilename()).toBe(name);
    await files.choosePath(await download.path());
    const { chart, claims } = REMITTANCES.asPosted;
    await biller.openClaimHistory(REMITTANCES.asPosted);
    await fileWhen(files.panel.page, chart, (one) => keptFor(one, claims.main).length === 1, 'the answer is kept');
  });
});

test.describe('payer said, posted, difference', () => {
  test('a cent short: the line, the code, both amounts, and the same after it is mended', async ({
    biller,
    page,
    pm,
    openSidePanel,
  }) => {
    const files = await compared('coShort', { biller, pm, openSidePanel });
    const { panel } = files;
    const said = adjusted(pm, 'coShort', 2, '45');
    await expect(panel.main).toContainText('The posting differs on line 2');
    expect(await files.row(2, 'CO-45')).toEqual([shown(said), shown(said - 1), '-0.01']);
    await expect(panel.main).toContainText(`CO-45 was posted $0.01 short: change it to ${shown(said)}.`);

    const { main } = REMITTANCES.coShort.claims;
    await biller.openLedger(main);
    await page.getByRole('link', { name: 'Edit Posting' }).nth(1).click();
    await page.getByText('Payment Posting', { exact: true }).waitFor();
    const groups = await page
      .locator('select[name^=ADJ_GROUP_]')
      .evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value));
    await biller.hands.type(page.locator(`[name=ADJ_AMOUNT_${groups.indexOf('CO') + 1}]`), shown(said));
    const save = page.getByRole('button', { name: 'Save Posting' });
    biller.hands.answerNextDialog(save);
    await save.click();
    await page.getByText('Charge Ledger', { exact: true }).waitFor();
    await expect(panel.main).toContainText('The posting is as the payer said');
  });

  test('what balances in the ledger and is wrong nevertheless is seen', async ({ biller, pm, openSidePanel }) => {
    const files = await compared('paidWrong', { biller, pm, openSidePanel });
    const { panel } = files;
    const claim = claimOf(pm.truth, REMITTANCES.paidWrong.claims.main);
    const posted = claim?.lines[0]?.postings[0]?.paid ?? Number.NaN;
    expect(await files.row(1, 'Paid')).toEqual([shown(posted - 1000), shown(posted), '+10.00']);
    await expect(panel.main).toContainText(`change it to ${shown(posted - 1000)}.`);
  });

  test('the same amounts under other codes', async ({ biller, pm, openSidePanel }) => {
    const { panel } = await compared('otherCodes', { biller, pm, openSidePanel });
    await expect(panel.main).toContainText('was posted as PR-2: change the code.');
    await expect(panel.main).toContainText('was posted as OA-45: change the code.');
  });

  test('an adjustment that was not posted', async ({ biller, pm, openSidePanel }) => {
    const { panel } = await compared('missingAdjustment', { biller, pm, openSidePanel });
    const said = adjusted(pm, 'missingAdjustment', 2, '2');
    await expect(panel.main).toContainText(`PR-2 of ${shown(said)} was not posted: add it.`);
  });

  test('nothing differs: as posted, corrected, in parts, split, unbundled, bundled, denied', async ({
    biller,
    pm,
    openSidePanel,
  }) => {
    test.slow();
    const files = await compared('asPosted', { biller, pm, openSidePanel });
    const { panel } = files;
    for (const name of ['asPosted', 'corrected', 'partial', 'split', 'unbundled', 'bundled', 'duplicate'] as const) {
      if (name !== 'asPosted') await turned(files, name, biller, pm);
      await expect(panel.main).toContainText('The posting is as the payer said');
      await expect(panel.main).toContainText('matched by claim number');
      await expect(panel.main).toContainText(remittanceFor(pm.truth, name).name.slice(0, -4));
    }
  });

  test('paid and taken back: not final', async ({ biller, pm, openSidePanel }) => {
    const { panel } = await compared('reversed', { biller, pm, openSidePanel });
    await expect(panel.main).toContainText('The payer took its answer back');
  });

  test('a remittance that does not come out says so itself', async ({ biller, pm, openSidePanel }) => {
    const { panel } = await compared('unbalanced', { biller, pm, openSidePanel });
    await expect(panel.main).toContainText(/sums? fails?/);
  });

  test('a line that nothing names is matched by hand, and taken back', async ({ biller, pm, openSidePanel }) => {
    const { panel } = await compared('recoded', { biller, pm, openSidePanel });
    await expect(panel.main).toContainText('1 line of the remittance fits no line for sure');
    await panel.main.getByRole('combobox', { name: /Line of the ledger for 99212/ }).selectOption('1');
    await panel.press(/^Match with line 1/);
    await expect(panel.main).toContainText('The posting is as the payer said');
    await panel.press(/^Undo matching 99212/);
    await expect(panel.main).toContainText('1 line of the remittance fits no line for sure');
  });

  test('found by name, day and charge, and it says so', async ({ biller, pm, openSidePanel }) => {
    const { panel } = await compared('noControlNumber', { biller, pm, openSidePanel });
    await expect(panel.main).toContainText('matched by patient, date and charge');
  });

  test('two claims that fit are both offered; the one she takes is taken', async ({ biller, pm, openSidePanel }) => {
    const files = await seated('twoCandidates', { biller, pm, openSidePanel });
    const { panel } = files;
    const { chart, claims } = REMITTANCES.twoCandidates;
    await files.choose(...remittancesFor(pm.truth, 'twoCandidates'));
    await files.leave();
    await openChecked(panel, claims.main);
    await panel.press(/^Choose which/);
    await panel.hands.click(panel.button(/^(Take|This one is)/).first());
    await fileWhen(panel.page, chart, (one) => keptFor(one, claims.main)[0]?.match === 'by-hand', 'her word is kept');
    await expect(panel.main).toContainText('matched by you');
  });
});

test.describe('forwarding, graded', () => {
  const GRADES = [
    ['forwarded', 'The primary has forwarded the claim.', ['NM1*TT', 'MA18', 'AARP MEDICARE SUPPLEMENT']],
    ['forwardedLikely', 'The primary means to forward the claim.', ['MA18']],
    ['notForwarded', 'The primary says that it did not forward the claim.', ['MA19']],
    ['noSign', 'Nothing in the remittance says that the claim was forwarded.', []],
  ] as const;

  test('certain, likely, counter-evidence, no sign: each with what says so', async ({ biller, pm, openSidePanel }) => {
    const files = await seated('forwarded', { biller, pm, openSidePanel });
    const { panel } = files;
    for (const [name, words, signs] of GRADES) {
      await turned(files, name, biller, pm);
      const fold = panel.main.locator('details', { hasText: /^Crossover/ });
      if (!(await fold.getByText(words).isVisible())) await panel.hands.click(fold.locator('summary').first());
      await expect(fold).toContainText(words);
      for (const sign of signs) await expect(fold).toContainText(sign);
    }
  });

  test('forwarded for certain: do not bill, though the ledger says nothing of it', async ({
    biller,
    pm,
    openSidePanel,
  }) => {
    const files = await withFiles('forwarded', { biller, pm, openSidePanel });
    const { panel } = files;
    await files.leave();
    await openChecked(panel, REMITTANCES.forwarded.claims.main);
    await expect(panel.main).toContainText('Do not bill');
  });
});

test('the EOB that is printed shows this patient only', async ({ biller, context, pm, openSidePanel }) => {
  await context.addInitScript(() => {
    window.print = () => undefined;
  });
  const files = await compared('amongOthers', { biller, pm, openSidePanel });
  const { claims, name } = REMITTANCES.amongOthers;
  const [eob] = await Promise.all([context.waitForEvent('page'), files.panel.press('Print this EOB')]);
  await expect(eob.locator('main')).toContainText(name.split(',')[0] ?? '', { ignoreCase: true });
  await expect(eob.locator('main')).toContainText('Printed from the electronic remittance (835) by the practice.');
  expect(eob.url()).not.toContain(claims.main);
  await expect(eob).toHaveTitle(`EOB claim ${claims.main}`);
  const text = await eob.locator('main').innerText();
  const [payment] = remitFilesOf(pm.truth, 'amongOthers')[0]?.payments ?? [];
  const own = payment?.claims.find(({ controlNumber }) => controlNumber === claims.main);
  for (const line of own?.lines ?? []) {
    expect(text).toContain(line.procedure);
    expect(text).toContain(shown(line.paid));
  }
  const others = (payment?.claims ?? []).filter((claim) => claim !== own);
  expect(others).toHaveLength(250);
  for (const other of others) {
    for (const word of [other.controlNumber, other.patient.id, other.patient.last]) {
      expect(text.toUpperCase()).not.toContain(word);
    }
  }
});

test.describe('the form is filled from the remittance', () => {
  /** What the primary paid by the remittance, in the boxes of each line. */
  const expectPaid = async (name: RemittanceScene, { biller, pm }: Pick<Desk, 'biller' | 'pm'>): Promise<void> => {
    const [payment] = remitFilesOf(pm.truth, name)[0]?.payments ?? [];
    const lines = payment?.claims[0]?.lines ?? [];
    expect(lines.length).toBeGreaterThan(1);
    for (const [i, line] of lines.entries()) {
      await expect(biller.field(`PRI_PAID_${i + 1}`)).toHaveValue(shown(line.paid));
    }
  };
  const fill = async (panel: Panel): Promise<void> => {
    await panel.hands.click(panel.button(/^Fill \d+ box/).first());
    await expect(panel.button('Undo the fill')).toBeVisible();
  };
  const atFill = async (name: RemittanceScene, desk: Desk): Promise<Panel> => {
    const files = await withFiles(name, desk);
    const { main } = REMITTANCES[name].claims;
    await files.leave();
    await openChecked(files.panel, main);
    await desk.biller.pressCob(main);
    await files.panel.goTo('Fill');
    return files.panel;
  };

  test('where nothing is posted', async ({ biller, pm, openSidePanel }) => {
    const panel = await atFill('notPosted', { biller, pm, openSidePanel });
    await expect(panel.main).toContainText('from remittance 02/21/2026');
    await fill(panel);
    await expectPaid('notPosted', { biller, pm });
  });

  test('where the posting differs, when she says so', async ({ biller, pm, openSidePanel }) => {
    const panel = await atFill('paidWrong', { biller, pm, openSidePanel });
    await panel.page.getByRole('radio', { name: 'From the remittance' }).check();
    await expect(panel.main).toContainText('from remittance 02/21/2026');
    await fill(panel);
    await expectPaid('paidWrong', { biller, pm });
  });
});

test('what was found stays when the panel is closed and opened again', async ({ biller, pm, openSidePanel }) => {
  const files = await compared('coShort', { biller, pm, openSidePanel });
  await files.panel.page.reload();
  await openChecked(files.panel, REMITTANCES.coShort.claims.main);
  await files.compare();
  await expect(files.panel.main).toContainText('The posting differs on line 2');
});

test('a name and a payer of a stranger that would be markup stand as text', async ({ biller, pm, openSidePanel }) => {
  const files = await seated('asPosted', { biller, pm, openSidePanel });
  const [file] = remitFilesOf(pm.truth, 'asPosted');
  if (!file) throw new Error('no file');
  const evil = '<IMG SRC=X ONERROR=ALERT(1)>';
  const payments = file.payments.map((payment) => ({ ...payment, payer: { ...payment.payer, name: evil } }));
  await files.open();
  await files.choose({ name: `${evil}.835`.replaceAll('/', ''), text: remittanceText({ ...file, payments }) });
  await files.allRead();
  await expect(files.panel.main).toContainText(evil);
  await expect(files.panel.page.locator('img')).toHaveCount(0);
});
