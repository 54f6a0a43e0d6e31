import type { PayerFacts } from '../claim/case';
import type { FilingRule, PayerFiling } from '../claim/filing';
import type { ListWord, ListWords, Word } from '../claim/payer-words';
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

/** Whose word an entry is, as the biller knows it. */
export const sourceOf = ({ entry, list }: Pick<Listed, 'entry' | 'list'>): string =>
  entry.clearinghouse || list.clearinghouse || list.name;

const isSameWord = (a: Listed, b: Listed): boolean =>
  a.order === b.order && a.entry.clearinghouse === b.entry.clearinghouse;

const sourceKey = (listed: Listed): string => sourceOf(listed).trim().toUpperCase();

const wordOf = <T>(value: T, from: Listed): Word<T> => ({ value, by: sourceOf(from), asOf: from.entry.asOf });

type Says<T> = (entry: PayerEntry) => T | undefined;

/** The newest word of each source on one matter, the newest source first. A later word of one source is its word. */
const wordsBySource = <T>(all: readonly Listed[], said: Says<T>): Map<string, { value: T; from: Listed }> => {
  const words = new Map<string, { value: T; from: Listed }>();
  for (const from of all.toSorted(newestFirst)) {
    const value = said(from.entry);
    if (value !== undefined && !words.has(sourceKey(from))) words.set(sourceKey(from), { value, from });
  }
  return words;
};

/**
 * The newest word of the lists on one matter, with whose word it is, and the words of other sources that differ from it.
 * Undefined where none says anything, and where the newest list has several payers of that name that differ: nobody can tell
 * which is meant.
 */
const newestWord = <T>(all: readonly Listed[], said: Says<T>): ListWord<T> | undefined => {
  const [newest, ...more] = wordsBySource(all, said).values();
  if (!newest) return undefined;
  const peers = new Map<string, Listed>();
  // Of one ID only the last word counts: an entry may stand in a list for several clearinghouses.
  for (const one of all.filter((other) => isSameWord(other, newest.from))) peers.set(plainId(one.entry.payerId), one);
  const values = new Set([...peers.values()].map(({ entry }) => JSON.stringify(said(entry))));
  if (values.size > 1) return undefined;
  const isOther = (value: T) => JSON.stringify(value) !== JSON.stringify(newest.value);
  const others = more.filter(({ value }) => isOther(value)).map(({ value, from }) => wordOf(value, from));
  return { ...wordOf(newest.value, newest.from), ...(others.length > 0 ? { others } : {}) };
};

/** On paper only is no. */
const takesElectronic: Says<'yes' | 'no'> = ({ electronicSecondary: takes }) =>
  takes === undefined ? undefined : takes === 'yes' ? 'yes' : 'no';

/** What a case keeps of the lists beside kind, time to file and electronic claims. */
const WORDS: { [K in keyof Required<ListWords>]: Says<NonNullable<ListWords[K]>['value']> } = {
  filingIndicator: (entry) => entry.filingIndicator,
  professional: (entry) => entry.professional,
  crossoverCarrier: (entry) => entry.crossoverCarrier,
  cobaId: (entry) => entry.cobaId,
  cobMethod: (entry) => entry.cobMethod,
  boxTemplate: (entry) => entry.boxTemplate,
  box29: (entry) => entry.box29,
  eobOnPaper: (entry) => entry.eobOnPaper,
  eafRequired: (entry) => entry.eafRequired,
};

const otherWords = (all: readonly Listed[]): ListWords => {
  const words = Object.entries(WORDS).flatMap(([matter, said]) => {
    const word = newestWord<string>(all, said);
    return word ? [[matter, word] as const] : [];
  });
  return Object.fromEntries(words) as ListWords;
};

const sourceIn = ({ by, asOf, others }: ListWord<'yes' | 'no'>): NonNullable<PayerFacts['listed']> => ({
  by,
  asOf,
  ...(others ? { others } : {}),
});

const filingIn = ({ value, by, ...source }: ListWord<FilingRule>): PayerFiling => ({
  rule: value,
  says: by,
  ...source,
});

type Facts = Partial<Pick<PayerFacts, 'electronicSecondary' | 'listed' | 'filing' | 'kind' | 'lists'>>;

const NOTHING: Facts = {};

/** What the lists say of a payer; only what they do say is there. */
export const listedFacts = (all: readonly Listed[]): Facts => {
  if (all.length === 0) return NOTHING;
  const takes = newestWord(all, takesElectronic);
  const filing = newestWord(all, ({ secondaryFiling }) => secondaryFiling);
  const kind = newestWord(all, (entry) => entry.kind);
  const lists = otherWords(all);
  return {
    ...(takes && { electronicSecondary: takes.value, listed: sourceIn(takes) }),
    ...(filing && { filing: filingIn(filing) }),
    ...(kind && { kind: kind.value }),
    ...(Object.keys(lists).length > 0 && { lists }),
  };
};
