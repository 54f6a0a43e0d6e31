import { storage } from 'wxt/utils/storage';
import { type PayerLimit, withAnswer, withoutAnswer } from './payers/answers';
import { type KeptMapping, withMapping } from './payers/columns';
import type { PayerList, PayerRows } from './payers/entry';
import type { LoadedList } from './payers/lists';
import { payerLimits, payerLists, payerMappings, payerRows } from './schemas/stored';

// Imported payer lists in `storage.local`: payers and no patient. The lists stand under one key; the payers of each under
// one of their own, which is written once and never changed.

const LISTS = 'payerLists';
const listsItem = storage.defineItem<unknown>(`local:${LISTS}`);
const mappingsItem = storage.defineItem<unknown>('local:payerMappings');

const LIMITS = 'payerLimits';
const limitsItem = storage.defineItem<unknown>(`local:${LIMITS}`);
const MOST_LIMITS = 500;

/** The times to file that she entered; a stored value that is none counts as none. */
export const asLimits = (value: unknown): PayerLimit[] => payerLimits.safeParse(value).data ?? [];

export const readLimits = async (): Promise<PayerLimit[]> => asLimits(await limitsItem.getValue());

/** Keeps a time to file that she entered, in place of an earlier one for the same payer. */
export const addLimit = async (limit: PayerLimit): Promise<void> =>
  limitsItem.setValue(withAnswer(await readLimits(), limit).slice(-MOST_LIMITS));

export const removeLimit = async (payer: string): Promise<void> =>
  limitsItem.setValue(withoutAnswer(await readLimits(), payer));

const ROWS = 'payerList.';
const rowsItem = (id: string) => storage.defineItem<unknown>(`local:${ROWS}${id}`);

/** True for the key under which the lists stand: it changes with every import. */
export const isListsKey = (key: string): boolean => key === LISTS;

const asLists = (value: unknown): PayerList[] => payerLists.safeParse(value).data ?? [];

/** Lists as they were read: their payers never change. */
const loaded = new Map<string, LoadedList>();
let latest: readonly LoadedList[] = [];

const NO_ROWS: PayerRows = { entries: [], keys: [] };

const load = async (list: PayerList): Promise<LoadedList> => {
  const known = loaded.get(list.id);
  if (known) return known;
  const rows = payerRows.safeParse(await rowsItem(list.id).getValue()).data ?? NO_ROWS;
  const full = { ...list, ...rows };
  loaded.set(list.id, full);
  return full;
};

const isSame = (a: readonly LoadedList[], b: readonly LoadedList[]): boolean =>
  a.length === b.length && a.every((list, i) => list === b[i]);

/** The imported lists with their payers, in the order of import. The same array while nothing has changed. */
export const readPayerLists = async (): Promise<readonly LoadedList[]> => {
  const lists = await Promise.all(asLists(await listsItem.getValue()).map(load));
  if (!isSame(lists, latest)) latest = lists;
  return latest;
};

/** Takes away what an import left behind that was cut off before it was done. Where the browser cannot tell, it stays. */
const removeOrphans = async (): Promise<void> => {
  try {
    const keys = await browser.storage.local.getKeys();
    const ids = new Set(asLists(await listsItem.getValue()).map(({ id }) => id));
    const orphans = keys.filter((key) => key.startsWith(ROWS) && !ids.has(key.slice(ROWS.length)));
    if (orphans.length > 0) await browser.storage.local.remove(orphans);
  } catch {
    // It takes room and does no harm.
  }
};

const named = ({ id, name, clearinghouse, importedOn, count }: PayerList): PayerList => ({
  id,
  name,
  clearinghouse,
  importedOn,
  count,
});

/**
 * Keeps a list, after all others or in that place among them. Its payers are written first: a list that is named is whole.
 * @throws where the browser has no room for it; then nothing is kept
 */
export const addPayerList = async (list: PayerList, { entries, keys }: PayerRows, at?: number): Promise<void> => {
  await removeOrphans();
  try {
    await rowsItem(list.id).setValue({ entries, keys });
    const lists = asLists(await listsItem.getValue());
    await listsItem.setValue(lists.toSpliced(at ?? lists.length, 0, named(list)));
  } catch (error) {
    await rowsItem(list.id).removeValue();
    throw error;
  }
};

/** Forgets a list: what an older one says counts again. */
export const removePayerList = async (id: string): Promise<void> => {
  await listsItem.setValue(asLists(await listsItem.getValue()).filter((list) => list.id !== id));
  await rowsItem(id).removeValue();
  loaded.delete(id);
};

/** The columns that she chose before, for files with the same heads. */
export const readMappings = async (): Promise<KeptMapping[]> =>
  payerMappings.safeParse(await mappingsItem.getValue()).data ?? [];

export const setMappings = (mappings: readonly KeptMapping[]): Promise<void> => mappingsItem.setValue(mappings);

export const keepMapping = async (mapping: KeptMapping): Promise<void> =>
  mappingsItem.setValue(withMapping(await readMappings(), mapping));
