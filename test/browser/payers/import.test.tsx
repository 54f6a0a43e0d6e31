import { cleanup, render } from '@testing-library/react';
import axe from 'axe-core';
import { wrap } from 'comlink';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Options } from '../../../components/Options';
import { createPayerLists, type PayerThread } from '../../../components/payer-client';
import '../../../components/styles.css';
import type { Mirror } from '../../../components/services';
import { readPayerLists } from '../../../lib/payer-lists';
import type { PayerReader } from '../../../lib/payer-reader';
import { csvOf } from '../../../lib/payer-table';
import { xlsx } from '../../unit/payers/files';
import { fakeServices } from '../panel/harness';
import { SETTINGS, STATES } from '../panel/states';

const workers: Worker[] = [];
let saved: { name: string; text: string }[];
let changes: number;

const start = (lost: () => void): PayerThread => {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('error', lost);
  workers.push(worker);
  return { reader: wrap<PayerReader>(worker), end: () => worker.terminate() };
};

beforeEach(() => {
  fakeBrowser.reset();
  saved = [];
  changes = 0;
});
afterEach(() => {
  cleanup();
  for (const worker of workers.splice(0)) worker.terminate();
});

/** The options page on a real thread and a storage that remembers, as the browser has them. */
const open = async (more: Partial<Mirror> = {}) => {
  const { state, ...rest } = { state: STATES.claims!, ...more };
  let mirror: Mirror = { ...state.mirror, ...rest, payerLists: await readPayerLists() };
  const payerLists = createPayerLists({
    start,
    changed: async () => {
      changes += 1;
      mirror = { ...mirror, payerLists: await readPayerLists() };
      fake.mirror(mirror);
    },
    csvOf: (rows) => Promise.resolve(csvOf(rows)),
    save: (name, text) => void saved.push({ name, text }),
  });
  const fake = fakeServices({ ...state, mirror }, { payerLists });
  render(<Options services={fake.services} />);
  return fake;
};

const choose = async (name: string, content: string | Uint8Array) => {
  const file = new File([content as BlobPart], name);
  const input = document.querySelector<HTMLInputElement>('input[type=file][aria-label="Payer list"]')!;
  const transfer = new DataTransfer();
  transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
};

const LIST = [
  'Payer ID,Payer Name,Accepts COB',
  'LKM07,LARKSPUR MUTUAL,Yes',
  '60054,AETNA,No',
  ',NOBODY,Yes',
  'LKM07,LARKSPUR MUTUAL,maybe',
].join('\n');

const button = (name: string | RegExp) => page.getByRole('button', { name });

describe('an import', () => {
  test('shows columns, counts and remarks by row before anything is kept, and can be undone', async () => {
    await open();
    await choose('list.csv', LIST);
    await expect.element(page.getByText(/^2 payers of 4 rows\./)).toBeVisible();
    expect(document.body.textContent).toContain('1 row left out.');
    expect(document.body.textContent).toContain('Row 4: It has no payer ID. The row is left out.');
    expect(document.body.textContent).toContain('Row 5: "maybe" is not known here. It counts as not said.');
    expect(document.body.textContent).toContain('Row 5: Payer ID LKM07 stands in row 2 too. This row counts.');
    expect(await readPayerLists()).toEqual([]);
    await userEvent.fill(page.getByLabelText('Whose list it is'), 'Claim Post');
    await userEvent.click(button('Import 2 payers'));
    await expect.element(page.getByText('2 payers imported from list.csv.')).toBeVisible();
    await expect.element(page.getByText(/Claim Post, 2 payers, imported/)).toBeVisible();
    expect(changes).toBe(1);
    await userEvent.click(button('Undo the import'));
    await expect.element(page.getByText('The import of list.csv was undone.')).toBeVisible();
    expect(await readPayerLists()).toEqual([]);
    expect(Object.keys(await browser.storage.local.get(null)).filter((key) => key.startsWith('payerList.'))).toEqual(
      [],
    );
  });

  test('remembers the columns she chose, for a file with the same heads', async () => {
    const odd = 'Nr,Firm,Sec\n1,LARKSPUR MUTUAL,Y\n';
    await open();
    await choose('odd.csv', odd);
    await expect.element(page.getByText('Say which column is the payer ID.')).toBeVisible();
    await userEvent.selectOptions(page.getByLabelText('Payer ID (needed)'), 'Nr');
    await userEvent.selectOptions(page.getByLabelText('Payer name (needed)'), 'Firm');
    await userEvent.click(button(/^Import 1 payer/));
    await expect.element(page.getByText('1 payer imported from odd.csv.')).toBeVisible();
    await choose('odd2.csv', odd);
    await expect.element(page.getByText(/those you chose before/)).toBeVisible();
    await expect.element(button(/^Import 1 payer/)).toBeVisible();
  });

  test('reads XLSX in its thread', async () => {
    await open();
    await choose(
      'list.xlsx',
      xlsx([
        ['Payer ID', 'Payer Name'],
        [{ v: 431, s: 1 }, 'LARKSPUR MUTUAL'],
      ]),
    );
    await expect.element(page.getByText('00431').first()).toBeVisible();
  });

  test('of a file that is no list keeps nothing and says what it is', async () => {
    await open();
    await choose('list.csv', '<html><table></table></html>');
    await expect
      .poll(() => page.getByRole('alert').query()?.textContent)
      .toContain('list.csv is a web page, not a payer list.');
    await choose('list.csv', LIST);
    await expect.element(button('Import 2 payers')).toBeVisible();
    await userEvent.click(button('Cancel'));
    await expect.element(button(/^Import a list/)).toBeVisible();
    expect(await readPayerLists()).toEqual([]);
  });

  test('says so where the browser has no room, and keeps nothing', async () => {
    const { services } = await open();
    const keep = vi.spyOn(services.payerLists, 'keep').mockRejectedValue(new Error('QUOTA_BYTES'));
    await choose('list.csv', LIST);
    await userEvent.click(button('Import 2 payers'));
    await expect
      .poll(() => page.getByRole('alert').query()?.textContent)
      .toContain('The browser has no room for list.csv.');
    keep.mockRestore();
  });
});

test('payers are found as she types, each with its source; an export holds them all', async () => {
  await open();
  for (const [whose, takes] of [
    ['Claim Post', 'Yes'],
    ['Old House', 'No'],
  ] as const) {
    await choose(
      `${whose}.csv`,
      `payer_id,payer_name,secondary_electronic,clearinghouse\n=cmd,X,yes,\nLKM07,@LARKSPUR,${takes},${whose}\n`,
    );
    await userEvent.click(button(/^Import 1 payer/));
    await expect.element(page.getByText(`1 payer imported from ${whose}.csv.`)).toBeVisible();
  }
  await userEvent.fill(page.getByLabelText('Find a payer'), 'lark');
  await expect.element(page.getByText('2 payers found.')).toBeVisible();
  const found = page.getByRole('list', { name: 'Payers found' });
  await expect.poll(() => found.query()?.textContent).toContain('Takes electronic secondary claims.Claim Post, as of');
  await expect
    .poll(() => found.query()?.textContent)
    .toContain('Takes no electronic secondary claims.Old House, as of');
  await userEvent.fill(page.getByLabelText('Find a payer'), 'zebra');
  await expect.element(page.getByText('No payer fits.')).toBeVisible();
  await userEvent.click(button('Export 2 payers'));
  await expect.poll(() => saved.length).toBe(1);
  expect(saved[0]?.text.split('\r\n').filter((line) => line.startsWith('LKM07,'))).toHaveLength(2);
  expect(saved[0]?.text).toContain("'@LARKSPUR");
});

test('a time to file is kept as she entered it, and can be removed', async () => {
  const { services } = await open({
    payerLimits: [{ payer: 'OLD', rule: { basis: 'DOS_TO', value: 1, unit: 'Y' }, saidOn: '2026-03-01' }],
  });
  const add = vi.spyOn(services.payerLists, 'addLimit');
  const remove = vi.spyOn(services.payerLists, 'removeLimit');
  await userEvent.click(button('Keep this time to file'));
  await expect.element(page.getByText('Type the payer as your claims name it.')).toBeVisible();
  await userEvent.fill(page.getByLabelText('Payer', { exact: true }), ' LARKSPUR MUTUAL ');
  await userEvent.fill(page.getByLabelText('Time', { exact: true }), '9.5');
  await userEvent.click(button('Keep this time to file'));
  await expect.element(page.getByText('Type a whole number from 1 to 3,660.')).toBeVisible();
  await userEvent.fill(page.getByLabelText('Time', { exact: true }), '90');
  await userEvent.click(button('Keep this time to file'));
  await expect.element(page.getByText('Kept for LARKSPUR MUTUAL.')).toBeVisible();
  expect(add.mock.calls[0]?.[0]).toMatchObject({
    payer: 'LARKSPUR MUTUAL',
    rule: { basis: 'PRIMARY_EOB', value: 90, unit: 'D' },
  });
  await userEvent.click(button(/^Remove.*OLD/));
  expect(remove).toHaveBeenCalledWith('OLD');
});

test('ten thousand payers cost the page less than a second, and are searched within a frame or few', async () => {
  const rows = Array.from(
    { length: 10_000 },
    (_, i) => `${10_000 + i},PAYER NUMBER ${i} OF TEXAS,${i % 2 ? 'Yes' : 'No'},ALIAS ${i}|OTHER ${i}`,
  );
  await open();
  let busy = 0;
  const watcher = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) busy += duration;
  });
  watcher.observe({ entryTypes: ['longtask'] });
  await choose('big.csv', `Payer ID,Payer Name,Accepts COB,Aliases\n${rows.join('\n')}\n`);
  await expect.element(button('Import 10,000 payers'), { timeout: 20_000 }).toBeVisible();
  await userEvent.click(button('Import 10,000 payers'));
  await expect.element(page.getByText('10,000 payers imported from big.csv.'), { timeout: 20_000 }).toBeVisible();
  await userEvent.fill(page.getByLabelText('Find a payer'), 'number 9999');
  await expect.element(page.getByText('1 payer found.')).toBeVisible();
  watcher.disconnect();
  expect(busy).toBeLessThan(1_000);
});

test('no axe violation, nothing too wide or too small, in both themes from 320 px up', async () => {
  for (const theme of ['light', 'dark'] as const) {
    await open({
      settings: { ...SETTINGS, theme },
      payerLimits: [
        { payer: 'LARKSPUR MUTUAL', rule: { basis: 'PRIMARY_EOB', value: 90, unit: 'D' }, saidOn: '2026-03-01' },
      ],
    });
    await choose('first.csv', LIST);
    await userEvent.click(button(/^Import \d/));
    await expect.element(page.getByText(/imported from first/)).toBeVisible();
    await userEvent.fill(page.getByLabelText('Find a payer'), 'a');
    await choose(
      'second.csv',
      `StediId,PrimaryPayerId,DisplayName,CoordinationOfBenefits${',Head that is rather long indeed'.repeat(5)}\n1,2,A,true\n,,B`,
    );
    await expect.element(page.getByText(/does not say whether a payer takes secondary claims/)).toBeVisible();
    await expect.element(button(/^Import 1 payer/)).toBeVisible();
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    for (const width of [320, 480, 900]) {
      await page.viewport(width, 900);
      const { violations } = await axe.run(document, { resultTypes: ['violations'] });
      expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
      expect(document.documentElement.scrollWidth, `${width}`).toBeLessThanOrEqual(width);
      const small = [...document.querySelectorAll<HTMLElement>('button, select, input.field, summary')]
        .map((one) => ({ one, box: one.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.height < 23.9 || box.width < 23.9));
      expect(small.map(({ one }) => one.outerHTML)).toEqual([]);
    }
    if (import.meta.env.VITE_SHOTS) await page.screenshot({ path: `../../../.artifacts/panel/payers-${theme}.png` });
    cleanup();
    fakeBrowser.reset();
  }
}, 60_000);
