import { formatMoney } from '../claim/money';
import { absent, type PageKind, type Place, type Reading, read, unreadable } from '../claim/reading';
import { type Codec, type Field, isRecord, type Json, object, optional } from './codec';
import { address, date, flag, money, name, number, span, text } from './values';

const PAGES: Readonly<Record<string, PageKind>> = { ledger: 'ledger', chart: 'chart', form: 'claim-form' };

const words = (key: string): string => key.replace(/([A-Z])/g, ' $1').toLowerCase();

const LINE = /\blines\[(\d+)\]/;

/** A place made of the value's place in the file: `ledger.lines[1].charge` is `Line 2, charge` of the ledger. */
export const placeAt = (at: string): Place => {
  const inCase = at.replace(/^\[\d+\]\.?/, '');
  const line = LINE.exec(inCase)?.[1];
  const key = words(inCase.slice(inCase.lastIndexOf('.') + 1));
  return {
    page: PAGES[inCase.split('.', 1)[0] ?? ''] ?? 'claim-history',
    path: inCase,
    label: line === undefined ? `${key.charAt(0).toUpperCase()}${key.slice(1)}` : `Line ${Number(line) + 1}, ${key}`,
  };
};

/** What stands on the page where nobody says it: the value as it would be written. */
const usualRaw = (value: unknown): string => (typeof value === 'number' ? formatMoney(value) : String(value));

interface Unread {
  unreadable: string;
  why?: string;
}

const unread: Codec<Unread> = object<Unread>({ unreadable: text, why: optional(text) });

/**
 * A value of a page: the value itself; `null`, or left out: the page has no such thing; `{ "unreadable": "8S.00", "why": ... }`:
 * it stands there and cannot be read; `{ "value": ..., "raw": "..." }`: with the words of the page.
 */
export const reading = <T>(of: Codec<T>, rawOf: (value: T) => string = usualRaw): Field<Reading<T>> => {
  const withRaw = object<{ value: T; raw: string }>({ value: of as Field<T>, raw: text });
  return {
    read: (json, at, problems) => {
      if (json === null) return absent;
      const place = placeAt(at);
      if (isRecord(json) && 'unreadable' in json) {
        const said = unread.read(json, at, problems);
        return said && unreadable(said.unreadable, said.why ?? `"${said.unreadable}" cannot be read`, place);
      }
      if (isRecord(json) && 'raw' in json) {
        const said = withRaw.read(json, at, problems);
        return said && read(said.value, said.raw, place);
      }
      const value = of.read(json, at, problems);
      return value === undefined ? undefined : read(value, rawOf(value), place);
    },
    write: (value): Json => {
      if (value.kind === 'absent') return null;
      if (value.kind === 'unreadable') return unread.write({ unreadable: value.raw, why: value.why });
      return value.raw === rawOf(value.value) ? of.write(value.value) : withRaw.write(value);
    },
    leftOut: () => absent,
    isLeftOut: ({ kind }) => kind === 'absent',
  };
};

export const readText = reading(text);
export const readMoney = reading(money);
export const readDate = reading(date);
export const readSpan = reading(span);
export const readName = reading(name);
export const readFlag = reading(flag);
export const readNumber = reading(number);
export const readAddress = reading(address);
