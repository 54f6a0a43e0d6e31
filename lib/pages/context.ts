import type { PageProblem } from '../claim/page';
import { absent, type PageKind, type Parsed, type Place, type Reading, toReading, unreadable } from '../claim/reading';
import type { Handles } from './handles';
import type { Look } from './look';
import type { Profile } from './profile';
import { plain } from './words';

/** Rows of a table, controls of a form: what is beyond is said and not read. */
export const MAX_ROWS = 5000;
export const MAX_CONTROLS = 2000;

/** What every reader of a page is given. */
export interface Context {
  doc: Document;
  url: string;
  page: PageKind;
  profile: Profile;
  look: Look;
  handles: Handles;
  /** False for a page that was fetched, which has no layout. */
  live: boolean;
  /** The document still loads, or its text ended early. */
  partial: boolean;
  /** Whether the biller changed a control in this page. */
  touched: (control: Element) => boolean;
  problems: PageProblem[];
  /** The page's elements outside its tables of data. */
  outside: readonly Element[];
  dataTables: ReadonlySet<Element>;
}

export const placeAt = (ctx: Context, path: string, label: string): Place => ({ page: ctx.page, path, label });

/** Text as a reading: absent where nothing stands there. */
export const readText = <T>(text: string, place: Place, parse: (text: string) => Parsed<T>): Reading<T> => {
  const raw = plain(text);
  return raw === '' ? absent : toReading(parse(raw), raw, place);
};

/** A wording of the profile as a value; unknown words are unreadable. */
export const oneOf =
  <T>(meaning: (text: string) => T | undefined, what: string) =>
  (text: string): Parsed<T> => {
    const value = meaning(text);
    return value === undefined
      ? { ok: false, why: `The panel does not know the ${what} "${text}".` }
      : { ok: true, value };
  };

export const asText = (text: string): Parsed<string> => ({ ok: true, value: text });

/** What stands there, as text. */
export const rawOf = (reading: Reading<unknown>): string => (reading.kind === 'absent' ? '' : reading.raw);

/** Two readings of one thing: the one that is read; unreadable where they differ. */
export const agree = <T>(a: Reading<T>, b: Reading<T>): Reading<T> => {
  if (a.kind === 'absent') return b;
  if (b.kind === 'absent' || a.kind === 'unreadable') return a;
  if (b.kind === 'unreadable') return b;
  if (JSON.stringify(a.value) === JSON.stringify(b.value)) return a;
  return unreadable(`${a.raw} / ${b.raw}`, 'The page shows two different values.', a.place);
};
