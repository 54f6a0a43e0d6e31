import type { Cents } from './claim';
import type { Parsed, Reading } from './reading';

/** More digits than this cannot be an amount of one claim: a claim number or a phone number got into the cell. */
const MOST_DIGITS = 12;
const TOO_MANY = 10 ** MOST_DIGITS;

/** Digits grouped by three or not at all, then nothing or exactly two decimals. */
const AMOUNT = /^(?:(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{2}))?|\.(\d{2}))$/;

interface Sign {
  /** Cuts the sign away; undefined where it does not stand there. */
  strip(text: string): string | undefined;
}

const cut = (pattern: RegExp) => (text: string) => pattern.exec(text)?.[1]?.trim();

/** Every way in which billing pages write a negative amount. */
const SIGNS: Sign[] = [
  { strip: cut(/^\((.*)\)$/) },
  { strip: cut(/^[-−](.*)$/) },
  { strip: cut(/^(.*)[-−]$/) },
  { strip: cut(/^(.*\d)\s*CR$/i) },
];

const WHITE_SPACE = /[\s\u00a0\u202f\u2007]+/g;

const withoutDollar = (text: string) => (text.startsWith('$') ? text.slice(1).trim() : text);

/** The text without its sign and its `$`, and how many signs stood there. */
const unsigned = (text: string): { digits: string; signs: number } => {
  let digits = text;
  let signs = 0;
  for (const sign of SIGNS) {
    const rest = sign.strip(digits);
    if (rest === undefined) continue;
    digits = rest;
    signs += 1;
  }
  return { digits, signs };
};

const quoted = (text: string) => `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;

const ZERO = 48;
const DOT = 46 - ZERO;
/** Whole digits of a plain amount: their cents are exact, and far from too long. */
const PLAIN_DIGITS = 9;

/**
 * Cents of an amount that is written the plain way, `$1234.56` or `1234.56`; undefined of anything else, which `parseMoney`
 * reads. Nearly all amounts of a page are plain, and a page has thousands of them.
 */
export const plainCents = (text: string): Cents | undefined => {
  const first = text.startsWith('$') ? 1 : 0;
  const dot = text.length - 3;
  if (dot <= first || dot > first + PLAIN_DIGITS) return undefined;
  let cents = 0;
  for (let i = first; i < text.length; i += 1) {
    const digit = text.charCodeAt(i) - ZERO;
    if (i === dot) {
      if (digit !== DOT) return undefined;
    } else if (digit >= 0 && digit <= 9) cents = cents * 10 + digit;
    else return undefined;
  }
  return cents;
};

/**
 * Reads an amount of US dollars as whole cents.
 * In: `$1,234.56`, `1234`, `.50`, and as negative `(12.00)`, `-12.00`, `−12.00`, `$-12.00`, `12.00-`, `12.00 CR`.
 * Out: cents, or why it is none. Anything else fails: one or three decimals, wrong groups of digits, letters, two signs,
 * an empty text, more than 12 digits. An empty text is not zero.
 */
export const parseMoney = (text: string): Parsed<Cents> => {
  const cents = plainCents(text);
  return cents === undefined ? parseWritten(text) : { ok: true, value: cents };
};

/** An amount with a sign, groups of digits, blanks, or no decimals. */
const parseWritten = (text: string): Parsed<Cents> => {
  const plain = text.replace(WHITE_SPACE, ' ').trim();
  if (plain === '') return { ok: false, why: 'no amount stands there' };
  const fail = { ok: false, why: `${quoted(plain)} is not an amount` } as const;
  const bare = withoutDollar(plain);
  const outer = AMOUNT.test(bare) ? { digits: bare, signs: 0 } : unsigned(bare);
  const inner = outer.digits.startsWith('$') && !plain.startsWith('$') ? withoutDollar(outer.digits) : outer.digits;
  if (outer.signs > 1) return fail;
  const match = AMOUNT.exec(inner);
  if (!match) return fail;
  const whole = (match[1] ?? '0').replaceAll(',', '');
  const decimals = match[2] ?? match[3] ?? '00';
  if (whole.length + decimals.length > MOST_DIGITS)
    return { ok: false, why: `${quoted(plain)} is too long for an amount` };
  const cents = Number(whole) * 100 + Number(decimals);
  return { ok: true, value: outer.signs === 1 && cents !== 0 ? -cents : cents };
};

const DIGIT_0 = 48;
const DIGIT_9 = 57;
const MINUS = 45;
const POINT = 46;

/**
 * As `parseX12Amount`, of the part of a text between two places; NaN where that is no amount. A loop and no pattern, and
 * nothing made on the way: a large remittance has millions of amounts.
 */
export const x12Cents = (text: string, from = 0, to = text.length): Cents => {
  const negative = from < to && text.charCodeAt(from) === MINUS;
  let cents = 0;
  let digits = 0;
  let decimals = -1;
  for (let i = negative ? from + 1 : from; i < to; i += 1) {
    const char = text.charCodeAt(i);
    if (char === POINT && decimals < 0) {
      decimals = 0;
      continue;
    }
    if (char < DIGIT_0 || char > DIGIT_9) return Number.NaN;
    digits += 1;
    if (decimals >= 0) decimals += 1;
    if (decimals <= 2) cents = cents * 10 + char - DIGIT_0;
    else if (char !== DIGIT_0) return Number.NaN;
    if (cents >= TOO_MANY) return Number.NaN;
  }
  if (digits === 0) return Number.NaN;
  if (decimals <= 0) cents *= 100;
  else if (decimals === 1) cents *= 10;
  if (cents >= TOO_MANY) return Number.NaN;
  return negative && cents !== 0 ? -cents : cents;
};

/**
 * Reads an amount of an X12 file (data type R, as in 835 and 837) as whole cents.
 * In: an optional minus, digits, an optional point: `80`, `80.5`, `-12.50`, `.5`, `12.`; decimals behind the second only
 * where they are zeros. Out: cents, or why it is none. A plus, a comma, a blank, an exponent, more than 12 digits with the
 * cents (leading zeros aside) fail. Nothing is rounded. Source: X12 data element type R (explicit decimal point).
 */
export const parseX12Amount = (text: string): Parsed<Cents> => {
  const cents = x12Cents(text);
  return Number.isNaN(cents)
    ? { ok: false, why: text === '' ? 'no amount stands there' : `${quoted(text)} is not an 835 amount` }
    : { ok: true, value: cents };
};

const grouped = (cents: Cents): string => {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')}.${digits.slice(-2)}`;
};

/** Cents as tables show them: `1,208.44`, `0.00`, `−12.00` (with the minus sign U+2212). */
export const formatMoney = (cents: Cents): string => (cents < 0 ? `−${grouped(cents)}` : grouped(cents));

/** Cents as sentences show them: `$1,208.44`, `−$12.00`. */
export const formatDollars = (cents: Cents): string => (cents < 0 ? `−$${grouped(cents)}` : `$${grouped(cents)}`);

/** Cents as a text box holds them: `1208.44`, `-12.00`. */
export const formatPlain = (cents: Cents): string => `${cents < 0 ? '-' : ''}${grouped(cents).replaceAll(',', '')}`;

/** The sum in cents, or undefined where any part is not read: a sum with an unread part is itself not read. */
export const sumReadings = (readings: readonly (Reading<Cents> | undefined)[]): Cents | undefined => {
  let sum = 0;
  for (const reading of readings) {
    if (reading?.kind !== 'read') return undefined;
    sum += reading.value;
  }
  return sum;
};
