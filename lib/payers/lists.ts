import type { PayerFacts } from '../claim/case';
import { aliasKey } from './aliases';
import type { PayerEntry, PayerList, PayerRows } from './entry';

/** A kept list with its payers. */
export interface LoadedList extends PayerList, PayerRows {}

/** What the lists say of one payer, each entry with the list it stands in. */
export interface Listed {
  entry: PayerEntry;
  list: PayerList;
  /** Number of the list in the order of import: a later one is newer. */
  order: number;
}

export interface PayerDirectory {
  /** The payers of that name; where an ID is known, only those that have it: one name can be several payers. */
  find: (name: string, payerId?: string) => Listed[];
}

export const NO_LISTS: PayerDirectory = { find: () => [] };

/** The alias keys under which an entry is found. */
export const keysOf = ({ name, aliases }: Pick<PayerEntry, 'name' | 'aliases'>): string[] =>
  [...new Set([name, ...aliases].map(aliasKey))].filter((key) => key !== '');

const plainId = (id: string): string => id.toUpperCase().replace(/[^A-Z0-9]/g, '');

const hasId = (entry: PayerEntry, id: string): boolean =>
  [entry.payerId, ...entry.otherIds].some((one) => plainId(one) === id);

/**
 * Makes lists searchable by name. `read` gives an entry back from its text, or undefined where it is none.
 * Which names are one payer: `aliasKey`.
 */
export const directoryOf = (
  lists: readonly LoadedList[],
  read: (text: string) => PayerEntry | undefined,
): PayerDirectory => {
  const index = new Map<string, { order: number; at: number }[]>();
  lists.forEach(({ keys }, order) => {
    keys.forEach((lines, at) => {
      for (const key of lines.split('\n')) {
        const places = index.get(key);
        if (places) places.push({ order, at });
        else index.set(key, [{ order, at }]);
      }
    });
  });
  const listed = ({ order, at }: { order: number; at: number }): Listed[] => {
    const list = lists[order];
    const entry = read(list?.entries[at] ?? '');
    return list && entry ? [{ entry, list, order }] : [];
  };
  return {
    find: (name, payerId = '') => {
      const key = aliasKey(name);
      const id = plainId(payerId);
      const found = key === '' ? [] : (index.get(key) ?? []).flatMap(listed);
      return id === '' ? found : found.filter(({ entry }) => hasId(entry, id));
    },
  };
};

/** Newest word first: by its day, then by the order of import. */
const newestFirst = (a: Listed, b: Listed): number =>
  a.entry.asOf === b.entry.asOf ? b.order - a.order : a.entry.asOf < b.entry.asOf ? 1 : -1;

const isSameWord = (a: Listed, b: Listed): boolean =>
  a.order === b.order && a.entry.clearinghouse === b.entry.clearinghouse;

/**
 * The newest word of the lists on one matter, with whose word it is. Undefined where none says anything, and where the
 * newest list has several payers of that name that differ: nobody can tell which is meant.
 */
const newestWord = <T>(
  all: readonly Listed[],
  said: (entry: PayerEntry) => T | undefined,
): { value: T; from: Listed } | undefined => {
  const [from] = all.filter(({ entry }) => said(entry) !== undefined).toSorted(newestFirst);
  const value = from && said(from.entry);
  if (!from || value === undefined) return undefined;
  const peers = new Map<string, Listed>();
  // Of one ID only the last word counts: an entry may stand in a list for several clearinghouses.
  for (const one of all.filter((other) => isSameWord(other, from))) peers.set(plainId(one.entry.payerId), one);
  const words = new Set([...peers.values()].map(({ entry }) => JSON.stringify(said(entry))));
  return words.size === 1 ? { value, from } : undefined;
};

/** Whose word an entry is, as the biller knows it. */
export const sourceOf = ({ entry, list }: Pick<Listed, 'entry' | 'list'>): string =>
  entry.clearinghouse || list.clearinghouse || list.name;

/** What the lists say of a payer; only what they do say is there. */
export const listedFacts = (
  all: readonly Listed[],
): Partial<Pick<PayerFacts, 'electronicSecondary' | 'listed' | 'filing' | 'kind'>> => {
  const takes = newestWord(all, ({ electronicSecondary }) => electronicSecondary);
  const filing = newestWord(all, ({ secondaryFiling }) => secondaryFiling);
  const kind = newestWord(all, (entry) => entry.kind);
  return {
    ...(takes && {
      electronicSecondary: takes.value === 'yes' ? ('yes' as const) : ('no' as const),
      listed: { by: sourceOf(takes.from), asOf: takes.from.entry.asOf },
    }),
    ...(filing && {
      filing: { rule: filing.value, says: sourceOf(filing.from), asOf: filing.from.entry.asOf },
    }),
    ...(kind && { kind: kind.value }),
  };
};
