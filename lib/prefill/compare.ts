import type { BoxKind } from '../claim/boxes';
import { formatDate, parseDate, parseRecentDate } from '../claim/dates';
import { formatMoney, formatPlain, parseMoney } from '../claim/money';

/** One choice of a drop-down list or of a group of boxes to tick. */
export interface Choice {
  value: string;
  label: string;
}

/** What the control lets one write. */
export interface Room {
  maxLength?: number | undefined;
  options?: readonly Choice[] | undefined;
}

/** What goes into the control (for a choice: the option's value), or why it cannot. */
export type Typed = { ok: true; text: string } | { ok: false; why: string };

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().toUpperCase();

const letters = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();

const wordIn =
  (words: Readonly<Record<string, string>>) =>
  (text: string): string | undefined => {
    const word = plain(text);
    return Object.hasOwn(words, word) ? words[word] : undefined;
  };

const moneyKey = (text: string): string | undefined => {
  const money = parseMoney(text);
  return money.ok ? String(money.value) : undefined;
};

const dateKey = (text: string): string | undefined => {
  const full = parseDate(text);
  const date = full.ok ? full : parseRecentDate(text);
  return date.ok ? date.value : undefined;
};

/** Ten digits; a leading 1 is the country. */
const phoneKey = (text: string): string | undefined => {
  const digits = text.replace(/^\s*\+?1(?=\D*\d{3}\D*\d{3}\D*\d{4}\s*$)/, '').replace(/\D/g, '');
  return digits.length === 10 && !/[a-z]/i.test(text) ? digits : undefined;
};

const unitsKey = (text: string): string | undefined => /^0*(\d{1,4})(?:\.0+)?$/.exec(text.trim())?.[1];

/** Texts of a box with the same key hold the same value; without a key nothing is known of the value. */
const KEYS: Readonly<Record<BoxKind, (text: string) => string | undefined>> = {
  text: (text) => plain(text.replace(/[.,]/g, ' ')),
  id: plain,
  name: letters,
  money: moneyKey,
  date: dateKey,
  sex: wordIn({ M: 'M', MALE: 'M', F: 'F', FEMALE: 'F', U: 'U', UNKNOWN: 'U' }),
  relationship: wordIn({ SELF: 'self', SPOUSE: 'spouse', CHILD: 'child', OTHER: 'other' }),
  'yes-no': wordIn({ YES: 'yes', Y: 'yes', NO: 'no', N: 'no' }),
  state: plain,
  phone: phoneKey,
  code: plain,
  units: unitsKey,
  choice: plain,
};

/**
 * What a text on the page holds once its spelling is taken away: cents, ISO date, `yes`, capital letters ...
 * Undefined where nothing stands or where it cannot be read as this kind.
 */
export const keyOf = (kind: BoxKind, text: string): string | undefined => KEYS[kind](text) || undefined;

/** Wanted money is cents in digits already; of every other kind the wanted value reads like a page's text. */
const wantedKey = (kind: BoxKind, wanted: string): string | undefined =>
  kind === 'money' ? wanted : keyOf(kind, wanted);

/** Values of these are often numbers of the PM's own; what the biller sees counts. */
const BY_LABEL: ReadonlySet<BoxKind> = new Set<BoxKind>(['yes-no', 'sex', 'relationship']);
/** Labels of these begin with the code: `CO - Contractual`, `TX Texas`. */
const BY_START: ReadonlySet<BoxKind> = new Set<BoxKind>(['code', 'state']);

/** The one option that means the wanted value; undefined where none or more than one does. */
export const optionFor = <C extends Choice>(kind: BoxKind, wanted: string, options: readonly C[]): C | undefined => {
  const key = wantedKey(kind, wanted);
  if (key === undefined) return undefined;
  const byValue = (option: C) => keyOf(kind, option.value) === key;
  const byLabel = (option: C) => keyOf(kind, option.label) === key;
  const byStart = (option: C) => BY_START.has(kind) && plain(option.label).split(/[^A-Z0-9]/, 1)[0] === key;
  for (const fits of BY_LABEL.has(kind) ? [byLabel, byValue] : [byValue, byLabel, byStart]) {
    const found = options.filter(fits);
    if (found.length > 0) return found.length === 1 ? found[0] : undefined;
  }
  return undefined;
};

/**
 * True where the box already holds the wanted value, whatever its spelling: `144`, `144.00` and `$144.00` are one amount.
 * In: the control's value (of a choice: the option's value) and the wanted value in canonical form (ISO date, cents in
 * digits, `yes`). What cannot be read is never the same.
 */
export const sameValue = (kind: BoxKind, present: string, wanted: string, options?: readonly Choice[]): boolean => {
  if (options) {
    const option = optionFor(kind, wanted, options);
    return option !== undefined && option.value === present;
  }
  const key = keyOf(kind, present);
  return key !== undefined && key === wantedKey(kind, wanted);
};

const upper = (wanted: string): string => wanted.toUpperCase();

const SHOWN: Partial<Record<BoxKind, (wanted: string) => string>> = {
  money: (wanted) => formatMoney(Number(wanted)),
  date: formatDate,
};

/** A wanted value as the panel shows it: `144.00`, `03/10/2026`, `YES`. */
export const showValue = (kind: BoxKind, wanted: string): string => (SHOWN[kind] ?? upper)(wanted);

const shortDate = (iso: string): string => `${iso.slice(5, 7)}/${iso.slice(8, 10)}/${iso.slice(2, 4)}`;

/** The spellings that may go into a text box, the best first. */
const spellings = (kind: BoxKind, wanted: string): string[] => {
  if (kind === 'money') return [formatPlain(Number(wanted))];
  if (kind === 'date') return [formatDate(wanted), shortDate(wanted)];
  return [upper(wanted)];
};

const noRoom = (text: string | undefined, wanted: string, maxLength: number): string =>
  text === undefined
    ? `"${wanted}" cannot be written in this box.`
    : `The box has room for ${maxLength} characters, "${text}" has ${text.length}.`;

/**
 * A wanted value as it goes into the control. Never cut: a text that does not fit, or that would not be read back as the
 * same value, is refused with the reason.
 */
export const asTyped = (kind: BoxKind, wanted: string, room: Room = {}): Typed => {
  if (room.options) {
    const option = optionFor(kind, wanted, room.options);
    return option
      ? { ok: true, text: option.value }
      : { ok: false, why: `The list has no "${showValue(kind, wanted)}".` };
  }
  const { maxLength = Number.POSITIVE_INFINITY } = room;
  const texts = spellings(kind, wanted).filter((text) => sameValue(kind, text, wanted));
  const text = texts.find((t) => t.length <= maxLength);
  if (text !== undefined) return { ok: true, text };
  return { ok: false, why: noRoom(texts[0], showValue(kind, wanted), maxLength) };
};
