import type { PersonName } from './claim';
import type { Parsed } from './reading';

const SUFFIX = /^(?:jr|sr|ii|iii|iv|v)\.?$/i;
const LETTERS = /^[\p{L}\p{M}'’.\- ]+$/u;
const LONGEST = 120;

const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');
const undotted = (word: string): string => word.replace(/\.$/, '');

/** `OKAFOR`, `DENISE M`; a suffix after a second comma belongs to the last name. */
const fromLastFirst = (parts: string[]): PersonName | undefined => {
  const [last = '', given = '', suffix = ''] = parts;
  if (parts.length > 3 || (suffix !== '' && !SUFFIX.test(suffix))) return undefined;
  const [first = '', ...middle] = words(given);
  const ending = suffix === '' ? '' : ` ${undotted(suffix)}`;
  return last === '' || first === ''
    ? undefined
    : { last: `${last}${ending}`, first: undotted(first), middle: undotted(middle.join(' ')) };
};

/** `Denise M. Okafor`; a middle word must be an initial, else nobody can tell where the last name begins. */
const fromFirstLast = (all: string[]): PersonName | undefined => {
  const suffix = SUFFIX.test(all.at(-1) ?? '') ? undotted(all.at(-1) ?? '') : '';
  const [first = '', ...rest] = suffix === '' ? all : all.slice(0, -1);
  const [middle, last] = rest.length === 2 ? [undotted(rest[0] ?? ''), rest[1]] : ['', rest[0]];
  if (last === undefined || rest.length > 2 || middle.length > 1) return undefined;
  return { last: suffix === '' ? last : `${last} ${suffix}`, first: undotted(first), middle };
};

/**
 * Reads a person's name: `OKAFOR, DENISE M`, `Okafor, Denise`, `Denise M. Okafor`, `Denise Okafor`.
 * Letters stay as they stand. Fails on an empty text, on digits, and where first and last name cannot be told apart.
 */
export const parseName = (text: string): Parsed<PersonName> => {
  const plain = text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
  if (plain === '') return { ok: false, why: 'no name stands there' };
  const parts = plain.split(',').map((part) => part.trim());
  const shown = plain.length > 40 ? `${plain.slice(0, 40)}…` : plain;
  const readable = plain.length <= LONGEST && parts.every((part) => LETTERS.test(part));
  const name = readable ? (parts.length > 1 ? fromLastFirst(parts) : fromFirstLast(words(plain))) : undefined;
  return name ? { ok: true, value: name } : { ok: false, why: `"${shown}" cannot be read as last and first name` };
};

/** The name as the PM writes it: `OKAFOR, DENISE M`. */
export const formatName = (name: PersonName): string =>
  `${name.last}, ${name.first}${name.middle === '' ? '' : ` ${name.middle}`}`;

/** Letters only, without case, accents and punctuation: `O'Brien-Smith` and `OBRIEN SMITH` are the same. */
const key = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .toUpperCase();

const sameText = (a: string, b: string): boolean => a === b || key(a) === key(b);

const sameMiddle = (a: string, b: string): boolean =>
  a === '' || b === '' || (a.length === 1 || b.length === 1 ? a[0] === b[0] : a === b);

/**
 * True where two names are of one person as far as names tell: last and first name are equal without case and
 * punctuation; middle names are compared only where both have one, an initial with the first letter.
 */
export const sameName = (a: PersonName, b: PersonName): boolean =>
  sameText(a.last, b.last) &&
  sameText(a.first, b.first) &&
  (a.middle === b.middle || sameMiddle(key(a.middle), key(b.middle)));
