import { cleanup } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../components/styles.css';
import type { PayerEntry } from '../../../lib/payers/entry';
import { keysOf, type LoadedList } from '../../../lib/payers/lists';
import { show } from './harness';
import { STATES } from './states';

afterEach(cleanup);

const PAYER: PayerEntry = {
  payerId: 'LKM07',
  name: 'LARKSPUR MUTUAL',
  aliases: [],
  otherIds: [],
  clearinghouse: 'Claim Post',
  asOf: '2026-03-01',
};

const list = (id: string, changes: Partial<PayerEntry>): LoadedList => {
  const entry = { ...PAYER, ...changes };
  return {
    id,
    name: `${id}.csv`,
    clearinghouse: '',
    importedOn: '2026-03-20',
    count: 1,
    entries: [JSON.stringify(entry)],
    keys: [keysOf(entry).join('\n')],
  };
};

/** The first claim of the list, with what these lists say of its secondary. */
const openClaim = async (...lists: LoadedList[]) => {
  const state = STATES.claims!;
  show({ ...state, mirror: { ...state.mirror, payers: [], payerLists: lists } });
  const row = [...document.querySelectorAll<HTMLElement>('.row')].find((one) =>
    /larkspur/i.test(one.textContent ?? ''),
  );
  await userEvent.click(row!);
  await expect.element(page.getByRole('heading', { name: 'Secondary payer' })).toBeVisible();
  return () => document.querySelector('main')?.textContent ?? '';
};

const NEW = list('new', { electronicSecondary: 'yes', secondaryFiling: { basis: 'DOS_TO', value: 90, unit: 'D' } });
const OLD = list('old', {
  clearinghouse: 'Old House',
  asOf: '2025-01-01',
  electronicSecondary: 'no',
  secondaryFiling: { basis: 'DOS_TO', value: 60, unit: 'D' },
});

test('two lists that differ are told beside each other, each with its day', async () => {
  const text = await openClaim(OLD, NEW);
  expect(text()).toContain('Claim Post: 90 days from the last day of service, as of 03/01/2026');
  expect(text()).toMatch(
    /Lists differ: Old House says 60 days from the last day of service, as of 01\/01\/2025, \d+ days old/,
  );
});

test('lists that agree are told once', async () => {
  const text = await openClaim(list('old', { clearinghouse: 'Old House', asOf: '2025-01-01' }), NEW);
  expect(text()).toContain('Claim Post');
  expect(text()).not.toContain('Lists differ');
});

test('what else a list says of the payer is there to open, and open where lists differ', async () => {
  const said = list('a', { boxTemplate: 'custom', box29: 'blank', professional: 'enroll', cobMethod: 'nondup' });
  const text = await openClaim(said);
  const details = () => document.querySelector<HTMLDetailsElement>('details.inner');
  expect(details()?.open).toBe(false);
  await userEvent.click(page.getByText('More from your payer lists'));
  expect(text()).toContain('Box 29BlankClaim Post says so, as of 03/01/2026');
  expect(text()).toContain('COB methodNon-duplication');
  cleanup();
  await openClaim(list('b', { clearinghouse: 'Old House', asOf: '2025-01-01', box29: 'primary-paid' }), said);
  expect(details()?.open).toBe(true);
});

test('nothing is hidden, too small or too wide', async () => {
  const all: Partial<PayerEntry> = {
    boxTemplate: 'B',
    box29: 'patient-paid',
    professional: 'no',
    cobMethod: 'medicaid_allowed_minus_paid',
    cobaId: '55123',
    crossoverCarrier: 'yes',
    eafRequired: 'yes',
    eobOnPaper: 'yes',
    filingIndicator: 'CI',
  };
  await page.viewport(320, 900);
  await openClaim(
    OLD,
    NEW,
    list('all', all),
    list('other', { clearinghouse: 'Old House', asOf: '2025-02-01', box29: 'blank' }),
  );
  for (const fold of document.querySelectorAll('details')) fold.open = true;
  const { violations } = await axe.run(document, { resultTypes: ['violations'] });
  expect(violations.map(({ id }) => id)).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  if (import.meta.env.VITE_SHOTS) {
    await page.viewport(320, document.documentElement.scrollHeight);
    await page.screenshot({ path: '../../../.artifacts/panel/payer-words.png' });
  }
});
