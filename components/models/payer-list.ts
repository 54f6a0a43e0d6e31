import type { IsoDate } from '../../lib/claim/claim';
import { readEntry } from '../../lib/payer-directory';
import { PUBLISHED, type PublishedRule } from '../../lib/payers/built-in';
import { isStale, type PayerEntry } from '../../lib/payers/entry';
import { ruleWords } from '../../lib/payers/filing';
import { type LoadedList, sourceOf } from '../../lib/payers/lists';
import { asOfWords } from './filing';
import { capital } from './text';

/** One payer of one list, found by what she typed. */
export interface PayerHit {
  key: string;
  entry: PayerEntry;
  source: string;
}

interface Searchable {
  list: LoadedList;
  order: number;
  /** What is searched, by entry: names, IDs, whose list it is; small letters. */
  texts: string[];
}

const searched = new WeakMap<LoadedList, string[]>();

/** Entries are read as plain data here: only what is shown is looked at closely. */
const textOf = (entry: string, clearinghouse: string): string => {
  const data: unknown = JSON.parse(entry);
  if (typeof data !== 'object' || data === null) return '';
  const parts = ['name', 'payerId', 'aliases', 'otherIds', 'clearinghouse'].map((field) => Reflect.get(data, field));
  return [...parts.flat(), clearinghouse].join(' ').toLowerCase();
};

const textsOf = (list: LoadedList): string[] => {
  const known = searched.get(list);
  if (known) return known;
  const texts = list.entries.map((entry) => textOf(entry, list.clearinghouse));
  searched.set(list, texts);
  return texts;
};

const wordsOf = (query: string): string[] => query.toLowerCase().split(/\s+/).filter(Boolean);

/** How many payers there are of that search, and the first of them. */
export interface PayersFound {
  total: number;
  hits: PayerHit[];
}

/** The payers that have every word of the search in a name, an ID or the clearinghouse; all of them for an empty one. */
export const findPayers = (lists: readonly LoadedList[], query: string, most: number): PayersFound => {
  const words = wordsOf(query);
  const all: Searchable[] = lists.map((list, order) => ({ list, order, texts: textsOf(list) }));
  let total = 0;
  const hits: PayerHit[] = [];
  for (const { list, order, texts } of all) {
    texts.forEach((text, at) => {
      if (!words.every((word) => text.includes(word))) return;
      total += 1;
      if (hits.length >= most) return;
      const entry = readEntry(list.entries[at] ?? '');
      if (entry) hits.push({ key: `${order}/${at}`, entry, source: sourceOf({ entry, list }) });
    });
  }
  return { total, hits };
};

/** The built-in rules that have every word of the search. */
export const findPublished = (query: string): PublishedRule[] => {
  const words = wordsOf(query);
  return PUBLISHED.filter(({ payer, says }) => {
    const text = `${payer} ${says}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
};

/** Works out, a piece at a time while the page has nothing else to do, what a search looks at. @returns a function that stops it */
export const prepareSearch = (lists: readonly LoadedList[]): (() => void) => {
  const waiting = lists.filter((list) => !searched.has(list));
  let texts: string[] = [];
  const step = (deadline: IdleDeadline): void => {
    const [list] = waiting;
    if (!list) return;
    while (texts.length < list.entries.length && deadline.timeRemaining() > 1)
      for (const entry of list.entries.slice(texts.length, texts.length + 100))
        texts.push(textOf(entry, list.clearinghouse));
    if (texts.length >= list.entries.length) {
      searched.set(list, texts);
      texts = [];
      waiting.shift();
    }
    handle = requestIdleCallback(step);
  };
  let handle = requestIdleCallback(step);
  return () => cancelIdleCallback(handle);
};

/** Every payer of the lists, for an export. */
export const allPayers = (lists: readonly LoadedList[]): PayerEntry[] =>
  lists.flatMap((list) => list.entries.flatMap((text) => readEntry(text) ?? []));

const TAKES = {
  yes: 'takes electronic secondary claims',
  no: 'takes no electronic secondary claims',
  'paper-only': 'takes secondary claims on paper only',
} as const;

/** What a list says of a payer, in one sentence: `Takes electronic secondary claims. Time to file: 90 days from ...` */
export const saysOf = ({ electronicSecondary, secondaryFiling, cobaId }: PayerEntry): string => {
  const parts = [
    electronicSecondary && capital(TAKES[electronicSecondary]),
    secondaryFiling && `Time to file as secondary: ${ruleWords(secondaryFiling)}`,
    cobaId && `COBA ID ${cobaId}`,
  ].filter(Boolean);
  return parts.length === 0 ? '' : `${parts.join('. ')}.`;
};

/** `Stedi, as of 03/01/2026`, and how old that is. */
export const sourceWords = ({ entry, source }: Pick<PayerHit, 'entry' | 'source'>, today: IsoDate): string =>
  `${source}, ${asOfWords(entry.asOf, today)}`;

const newest = new WeakMap<LoadedList, IsoDate | undefined>();

/** The newest day of a list's words; undefined for a list without payers. */
const newestDay = (list: LoadedList): IsoDate | undefined => {
  if (newest.has(list)) return newest.get(list);
  const days = list.entries.map((text) => /"asOf":"(\d{4}-\d{2}-\d{2})"/.exec(text)?.[1] ?? '');
  const day = days.reduce((latest, one) => (one > latest ? one : latest), '') || undefined;
  newest.set(list, day);
  return day;
};

/** `As of 03/01/2026`, and how old that is, where even the newest word of a list is old. */
export const staleWords = (list: LoadedList, today: IsoDate): string | undefined => {
  const day = newestDay(list);
  if (day === undefined || !isStale(day, today)) return undefined;
  return `${capital(asOfWords(day, today))}. Import a newer list.`;
};
