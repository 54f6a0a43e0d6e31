import type { PayerEntry } from './payers/entry';
import { directoryOf, type LoadedList, type PayerDirectory } from './payers/lists';
import { payerEntry } from './schemas/stored';

/** A kept payer; undefined where the text is none. */
export const readEntry = (text: string): PayerEntry | undefined => {
  try {
    return payerEntry.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

const directories = new WeakMap<readonly LoadedList[], PayerDirectory>();

/** The lists, searchable by name; made once for the same lists. */
export const directoryFor = (lists: readonly LoadedList[]): PayerDirectory => {
  const known = directories.get(lists);
  if (known) return known;
  const made = directoryOf(lists, readEntry);
  directories.set(lists, made);
  return made;
};
