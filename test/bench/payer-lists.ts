import type { Page } from '@playwright/test';
import { startExtension } from '../e2e/extension';
import { alone, type Figure } from './figures';

/** Milliseconds of its own thread that a page has taken since it was opened: what other programs take meanwhile is not in it. */
const threadTime = async (page: Page): Promise<() => Promise<number>> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
};

const HEADS =
  'payer_id,payer_name,aliases,secondary_electronic,tf_secondary_basis,tf_secondary_value,tf_secondary_unit';

const listOf = (payers: number): string => {
  const rows = Array.from(
    { length: payers },
    (_, i) => `${10_000 + i},PAYER NUMBER ${i} OF TEXAS,ALIAS ${i}|OTHER ${i},${i % 2 ? 'yes' : 'no'},DOS,90,D`,
  );
  return `${HEADS}\n${rows.join('\n')}\n`;
};

interface PayerListTimes {
  /** Main thread of the options page, from the choice of the file until it is kept, in milliseconds. */
  imported: number;
  /** The most that one key of a search took of it. */
  key: number;
}

/** Imports a list in the real options page and searches it, key by key. */
const payerListTimes = async (build: string, payers: number): Promise<PayerListTimes> => {
  const started = await startExtension(build);
  try {
    const page = await started.context.newPage();
    await page.goto(`chrome-extension://${started.id}/options.html`);
    await page.getByLabel('Payer list').waitFor({ state: 'attached' });
    const taken = await threadTime(page);
    const before = await taken();
    const buffer = Buffer.from(listOf(payers));
    await page.getByLabel('Payer list').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer });
    const counted = payers.toLocaleString('en-US');
    await page.getByRole('button', { name: `Import ${counted} payers` }).click();
    await page.getByText(`${counted} payers imported from list.csv.`).waitFor();
    const imported = (await taken()) - before;
    const search = page.getByLabel('Find a payer');
    await search.focus();
    let key = 0;
    for (const letter of 'number 9998') {
      const start = await taken();
      await page.keyboard.press(letter === ' ' ? 'Space' : letter);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      key = Math.max(key, (await taken()) - start);
    }
    await page.getByText('1 payer found.').waitFor();
    return { imported, key };
  } finally {
    await started.close();
  }
};

const PAYERS = 10_000;
/** A task that takes longer is a long one (W3C, Long Tasks). */
const LONG_TASK = 50;

/** A payer list of 10,000 rows in the real options page. */
export const payerListFigures = async (build: string): Promise<Figure[]> => {
  const { imported, key } = await payerListTimes(build, PAYERS);
  const list = `A payer list of ${PAYERS.toLocaleString('en-US')} rows`;
  return [
    alone('payer-list', `${list}: main thread of the page until it is kept`, 'ms', imported, { most: 1_000 }),
    alone('payer-search', `${list}: main thread for one key of a search, the most`, 'ms', key, { most: LONG_TASK }),
  ];
};
