import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { directoryFor, readEntry } from '../../../lib/payer-directory';
import {
  addLimit,
  addPayerList,
  keepMapping,
  readLimits,
  readMappings,
  readPayerLists,
  removeLimit,
  removePayerList,
} from '../../../lib/payer-lists';
import type { PayerList } from '../../../lib/payers/entry';
import { convert } from '../../../lib/payers/import';
import { type SessionMirror, watchSession } from '../../../lib/storage';

const list = (id: string): PayerList => ({
  id,
  name: `${id}.csv`,
  clearinghouse: 'Claim Post',
  importedOn: '2026-03-20',
  count: 1,
});

const { rows } = convert(
  { heads: ['payer_id', 'payer_name', 'secondary_electronic'], rows: [['LKM07', 'LARKSPUR MUTUAL', 'yes']], first: 1 },
  { payerId: 0, name: 1, electronicSecondary: 2 },
  { clearinghouse: 'Claim Post', asOf: '2026-03-20', today: '2026-03-20' },
);

const LIMIT = {
  payer: 'LARKSPUR MUTUAL',
  rule: { basis: 'DOS_TO', value: 1, unit: 'Y' },
  saidOn: '2026-03-20',
} as const;

const storedKeys = async () => Object.keys(await fakeBrowser.storage.local.get(null)).toSorted();

beforeEach(() => fakeBrowser.reset());

describe('imported payer lists', () => {
  it('are kept whole, in the order of import, and found by name', async () => {
    await addPayerList(list('kept-1'), rows);
    await addPayerList(list('kept-2'), rows);
    const lists = await readPayerLists();
    expect(lists.map(({ id }) => id)).toEqual(['kept-1', 'kept-2']);
    expect(directoryFor(lists).find('Larkspur Mut.')).toHaveLength(2);
  });

  it('are the same array while nothing changes, and the same search', async () => {
    await addPayerList(list('same-1'), rows);
    const before = await readPayerLists();
    expect(await readPayerLists()).toBe(before);
    expect(directoryFor(before)).toBe(directoryFor(before));
    await addPayerList(list('same-2'), rows);
    expect(await readPayerLists()).not.toBe(before);
  });

  it('leave nothing behind when one is removed', async () => {
    await addPayerList(list('gone-1'), rows);
    await addPayerList(list('gone-2'), rows);
    await removePayerList('gone-1');
    expect((await readPayerLists()).map(({ id }) => id)).toEqual(['gone-2']);
    expect(await storedKeys()).toEqual(['payerList.gone-2', 'payerLists']);
  });

  it('keep nothing of a list for which there is no room', async () => {
    await addPayerList(list('room-1'), rows);
    const { local } = fakeBrowser.storage;
    const set = local.set.bind(local);
    fakeBrowser.storage.local.set = ((items: Record<string, unknown>) =>
      'payerLists' in items ? Promise.reject(new Error('QUOTA_BYTES')) : set(items)) as typeof set;
    await expect(addPayerList(list('room-2'), rows)).rejects.toThrow('QUOTA_BYTES');
    fakeBrowser.storage.local.set = set;
    expect((await readPayerLists()).map(({ id }) => id)).toEqual(['room-1']);
    expect(await storedKeys()).toEqual(['payerList.room-1', 'payerLists']);
  });

  it('are empty where what is stored is none', async () => {
    await fakeBrowser.storage.local.set({
      payerLists: [{ id: 'bad' }],
      payerMappings: 'no',
      payerLimits: [{ payer: 1 }],
    });
    expect(await readPayerLists()).toEqual([]);
    expect(await readMappings()).toEqual([]);
    expect(await readLimits()).toEqual([]);
    await fakeBrowser.storage.local.set({ payerLists: [list('odd')], 'payerList.odd': { entries: [1] } });
    expect((await readPayerLists())[0]).toMatchObject({ id: 'odd', entries: [] });
  });

  it.each([
    '',
    '{',
    '[]',
    '{"name":"A"}',
    JSON.stringify({ ...JSON.parse(rows.entries[0]!), secondaryFiling: { basis: 'X' } }),
  ])('give no payer for the text %j', (text) => {
    expect(readEntry(text)).toBeUndefined();
  });

  it('remember the columns she chose', async () => {
    await keepMapping({ heads: ['ID', 'Firm'], columns: { payerId: 0, name: 1 }, clearinghouse: 'Claim Post' });
    expect(await readMappings()).toEqual([
      { heads: ['ID', 'Firm'], columns: { payerId: 0, name: 1 }, clearinghouse: 'Claim Post' },
    ]);
  });

  it('reach the panel with their payers, and so does what she entered', async () => {
    let latest: SessionMirror | undefined;
    const stop = watchSession((mirror) => {
      latest = mirror;
    });
    await expect.poll(() => latest?.payerLists).toEqual([]);
    await addPayerList(list('told-1'), rows);
    await expect.poll(() => latest?.payerLists.map(({ id, entries }) => [id, entries.length])).toEqual([['told-1', 1]]);
    await addLimit(LIMIT);
    await expect.poll(() => latest?.payerLimits).toEqual([LIMIT]);
    await removePayerList('told-1');
    await expect.poll(() => latest?.payerLists).toEqual([]);
    stop();
  });
});

describe('times to file that she entered', () => {
  it('are one for a payer, whatever its spelling', async () => {
    await addLimit(LIMIT);
    await addLimit({ ...LIMIT, payer: 'Larkspur Mut.', rule: { basis: 'PRIMARY_EOB', value: 90, unit: 'D' } });
    expect((await readLimits()).map(({ payer }) => payer)).toEqual(['Larkspur Mut.']);
    await removeLimit('LARKSPUR MUTUAL');
    expect(await readLimits()).toEqual([]);
  });
});
