import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, expect } from '@playwright/test';
import { Biller } from '../e2e/biller';
import { openSidePanel, startExtension } from '../e2e/extension';
import type { Effort } from '../e2e/hands';
import { Panel } from '../e2e/panel';
import { Remittances } from '../e2e/remittance';
import { remittancesWith } from '../pm/remittance-scenes';
import { SCENES } from '../pm/scenes';
import { type Pm, startPm } from '../pm/server';
import { makeByHand } from './by-hand';
import { Pictures } from './pictures';
import { casesIn, findingsOf, readSession } from './session';
import { goOn, prepareWithCompanion } from './with-companion';

const scene = SCENES.electronic;

interface ShowOptions {
  build: string;
  say: (line: string) => void;
}

interface RunOptions extends ShowOptions {
  /** Folder for `demo.json` and the pictures. */
  out: string;
  /** Photograph the whole window too: there is a display that nobody looks at. */
  wholeWindow: boolean;
}

/** Opens a Claim History with the panel beside it and leaves it to the user until the window is closed. */
export const showDemo = async ({ build, say }: ShowOptions): Promise<void> => {
  const pm = await startPm();
  const started = await startExtension(build, { headless: false });
  const page = started.context.pages()[0] ?? (await started.context.newPage());
  const biller = new Biller(page, pm.origin);
  await biller.signIn();
  await biller.openChart(scene);
  await biller.openClaimHistory(scene);
  await openSidePanel(started, page);
  say(`The stand-in PM runs on ${pm.origin} (user biller, password biller).`);
  say(`Open claim ${scene.claims.main} in the panel. Close the window to end.`);
  await new Promise<void>((closed) => {
    started.context.once('close', () => closed());
  });
  await pm.close();
};

/** Drops the primary's remittance on the panel and compares the open claim with it. */
const compareWithRemittance = async ({ page }: Panel, { truth }: Pm): Promise<void> => {
  const files = new Remittances(new Panel(page));
  await files.choose(...remittancesWith(truth, scene.claims.main));
  await files.allRead();
  await files.leave();
  await files.compare();
  await expect(files.panel.main).toContainText('The posting is as the payer said');
};

/** The same claim without the extension, in a browser of its own. */
const byHand = async (): Promise<Effort> => {
  const pm = await startPm();
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  try {
    const biller = new Biller(await browser.newPage(), pm.origin);
    await biller.signIn();
    await biller.openClaimHistory(scene);
    return await makeByHand(biller, pm.truth, scene);
  } finally {
    await browser.close();
    await pm.close();
  }
};

const madeFrom = (pm: Pm) => pm.truth.claims.find((claim) => claim.secondaryOf === scene.claims.main);

const dollars = (cents: number): string => `$${(cents / 100).toFixed(2)}`;

/** Does the whole job as a biller would. True where it ended with a claim that the PM accepted. */
export const runDemo = async ({ build, out, wholeWindow, say }: RunOptions): Promise<boolean> => {
  mkdirSync(out, { recursive: true });
  const pictures = new Pictures(path.join(out, 'pictures'), wholeWindow);
  const pm = await startPm();
  const started = await startExtension(build, { headless: !wholeWindow });
  try {
    const page = started.context.pages()[0] ?? (await started.context.newPage());
    const biller = new Biller(page, pm.origin);
    await biller.signIn();
    await biller.openChart(scene);
    const panel = new Panel(await openSidePanel(started, page), biller.hands);
    await expect(panel.title).toContainText(/garcia/i);
    await biller.openClaimHistory(scene);

    const step = async (name: string, says: string): Promise<void> => {
      await pictures.take(name, page, panel.page);
      say(`- ${says}`);
    };
    say(`The biller opens the Claim History of ${scene.name}.`);
    try {
      await prepareWithCompanion(biller, panel, scene, {
        step,
        checked: async () => {
          await compareWithRemittance(panel, pm);
          await step('remittance', "The primary's 835 was dropped on the panel: the posting is as the payer said.");
          // Not counted: by hand nobody compares them either.
          await new Panel(panel.page).press('Go to Check');
          await panel.expectStep('Check');
        },
      });
    } catch (error) {
      await pictures.take('stopped', page, panel.page);
      say(`The demo stopped: ${String(error).split('\n')[0]}`);
      return false;
    }
    const filled = await readSession(started.context);
    await biller.send();
    await expect(page.locator('#pgTitle')).toHaveText('Claim History');
    await goOn(panel, 'Submit');
    await expect(panel.page.locator('main')).toContainText('HF Accepted');
    await step('accepted', 'The biller pressed Submit herself, and NextGen Office took the claim.');

    say('- The same claim is made by hand, to count clicks and keys.');
    const withCompanion = biller.hands.effort;
    const hand = await byHand();

    const kept = await readSession(started.context);
    const file = kept.files.find((candidate) => candidate.key.endsWith(scene.chart));
    const before = filled.files.find((candidate) => candidate.key.endsWith(scene.chart));
    if (!file || !before) throw new Error('The extension kept nothing of the patient.');
    const outcome = file.outcomes[scene.claims.main];
    const made = madeFrom(pm);
    const { findings, unknown, passed, verdict } = findingsOf(
      casesIn(filled, before, pm.truth.today),
      scene.claims.main,
    );
    const record = {
      claims: before.claims,
      findings,
      unknown,
      passed,
      verdict,
      lookups: kept.lookups,
      fills: (file.journals[scene.claims.main]?.results ?? []).map((fill) => ({
        box: fill.box,
        before: fill.before,
        wanted: fill.wanted,
        after: fill.after,
        status: fill.status,
        source: fill.source,
      })),
      outcome: {
        claimId: outcome?.kind === 'accepted' ? outcome.claimId : undefined,
        status: outcome?.kind === 'accepted' ? outcome.statusShown : outcome?.kind,
        patientBalance: outcome?.kind === 'accepted' ? outcome.patientBalance : undefined,
        insuranceBalance: outcome?.kind === 'accepted' ? outcome.insuranceBalance : undefined,
        moved: outcome?.kind === 'accepted' ? outcome.moved : undefined,
      },
      effort: { byHand: hand, withCompanion },
    };
    writeFileSync(path.join(out, 'demo.json'), `${JSON.stringify(record, null, 2)}\n`);

    const accepted = made !== undefined && made.id === record.outcome.claimId && made.status === record.outcome.status;
    say('');
    say(`Verdict before the form: ${verdict?.headline ?? 'none'}.`);
    say(
      `Boxes filled and read back: ${record.fills.filter((fill) => fill.status === 'filled').length}, refused: ${record.fills.filter((fill) => fill.status === 'refused').length}.`,
    );
    const { patientBalance, insuranceBalance } = record.outcome;
    if (patientBalance?.before !== undefined && insuranceBalance?.after !== undefined) {
      say(
        `The patient's balance of ${dollars(patientBalance.before)} is now ${dollars(insuranceBalance.after)} of the secondary's.`,
      );
    }
    say(
      `By hand: ${hand.clicks} clicks and ${hand.keys} keys. With the panel: ${withCompanion.clicks} clicks and ${withCompanion.keys} keys.`,
    );
    say(`Pictures and demo.json are in ${out}.`);
    say(accepted ? `Claim ${made.id}: ${made.status}` : 'The claim was not accepted.');
    return accepted;
  } finally {
    await started.close();
    await pm.close();
  }
};
