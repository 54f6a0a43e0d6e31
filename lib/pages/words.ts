/** The longest text that is kept of one cell or label. */
export const MAX_TEXT = 300;

/** Zero-width, bidirectional and soft-hyphen marks: invisible, so never part of a value. */
const INVISIBLE = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/g;
const TO_CLEAN = /\s\s|[\t-\r\u00A0\u00AD\u061C\u180E\u2000-\u206F\u202F\u3000\uFEFF]/;

/** Text as a reader sees it: cut, invisible marks removed, white space collapsed. */
export const plain = (text: string, max = MAX_TEXT): string => {
  let short = text.trim();
  if (short.length > max * 4) short = short.slice(0, max * 4);
  if (TO_CLEAN.test(short)) short = short.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
  return short.length > max ? short.slice(0, max) : short;
};

/** Like `plain`, line by line: empty lines fall away. */
export const plainLines = (text: string): string[] => {
  const lines: string[] = [];
  for (const part of text.slice(0, MAX_TEXT * 40).split('\n')) {
    const line = plain(part);
    if (line) lines.push(line);
  }
  return lines;
};

/** What billers shorten in heads and labels, and the one word it stands for here. */
const SHORT = new Map(
  Object.entries({
    patient: 'pt pat pats',
    insurance: 'ins insur',
    insured: 'subscriber policyholder',
    paid: 'payment pmt pymt pay pd',
    balance: 'bal',
    adjustment: 'adj adjmt adjust adjusted',
    charge: 'chg chrg billed fee',
    primary: 'pri prim 1st',
    secondary: 'sec scndry 2nd',
    tertiary: 'tert ter 3rd',
    payer: 'payor carrier insurer',
    service: 'svc serv',
    number: 'no num nbr',
    date: 'dt',
    responsibility: 'resp',
    procedure: 'proc cpt hcpcs',
    modifier: 'mod modif',
    amount: 'amt',
    account: 'acct',
    through: 'thru',
    transaction: 'trans',
    group: 'grp',
    reason: 'rsn',
    birth: 'birthdate',
    phone: 'telephone tel',
    authorization: 'auth',
    diagnosis: 'dx diag',
    relationship: 'relation rel',
    effective: 'eff',
    termination: 'term terminated',
    address: 'addr',
  }).flatMap(([word, shorts]) => shorts.split(' ').map((short) => [short, word] as const)),
);

/** Nothing but words in lower case, as profiles are written. */
const BARE_WORDS = /^[a-z0-9 ]*$/;

/** A text in lower case, with the signs that stand for words written out. */
const lowered = (text: string): string =>
  // `chargeAmount` is a field's name; `HealthFusion Rejected` is a text.
  (text.includes(' ') ? text : text.replace(/([a-z])([A-Z])/g, '$1 $2'))
    .toLowerCase()
    .replace(/['’](s\b)?|\(s\)/g, '')
    .replace(/\bi\.\s?d\.?/g, 'id')
    .replace(/#/g, ' number ');

/** The words of a head, label or field name, in lower case, singular, shortenings written out. */
export const words = (text: string): string[] => {
  const list: string[] = [];
  const short = plain(text, 200);
  const lower = BARE_WORDS.test(short) ? short : lowered(short);
  for (const part of lower.split(/[^a-z0-9]+/)) {
    if (!part) continue;
    const word = SHORT.get(part) ?? part;
    const single = word.length > 3 && /[^siu]s$/.test(word) ? word.slice(0, -1) : word;
    list.push(SHORT.get(single) ?? single);
  }
  return list;
};

/** One spelling for all orders of the same words: `Balance (Pt)` and `Patient balance` are equal. */
export const keyOf = (text: string): string => [...new Set(words(text))].sort().join(' ');

/** Meanings and the wordings of each, divided by `|`. */
export type Wordings<M extends string> = Readonly<Partial<Record<M, string>>>;

/** The meanings a wording may have, by its key. */
export type Meanings<M extends string> = ReadonlyMap<string, readonly M[]>;

const compiled = new WeakMap<object, Meanings<string>>();

/** Wordings by key, compiled once for each table of a profile. */
export const meanings = <M extends string>(wordings: Wordings<M>): Meanings<M> => {
  let map = compiled.get(wordings) as Map<string, M[]> | undefined;
  if (!map) {
    map = new Map();
    for (const [meaning, texts] of Object.entries<string | undefined>(wordings)) {
      for (const text of (texts ?? '').split('|')) {
        const key = keyOf(text);
        const known = map.get(key);
        if (!known) map.set(key, [meaning as M]);
        else if (!known.includes(meaning as M)) known.push(meaning as M);
      }
    }
    compiled.set(wordings, map);
  }
  return map;
};

/** The one meaning of a text, where exactly one wording fits it wholly. */
export const meaningOf = <M extends string>(wordings: Wordings<M>, text: string): M | undefined => {
  const found = meanings(wordings).get(keyOf(text));
  return found?.length === 1 ? found[0] : undefined;
};

/** Words that a head or label may have beside its meaning. */
const FILLER = new Set([
  'name',
  'amount',
  'current',
  'total',
  'the',
  'of',
  'code',
  'dollar',
  'number',
  'usd',
  'by',
  'company',
]);

const withoutFiller = (bare: readonly string[]): string =>
  [...new Set(bare.filter((word) => !FILLER.has(word)))].sort().join(' ');

/** The meanings of one head or label, and how well it fits: 2 wholly, 1 without filling words, 0 not at all. */
export const meaningsFor = <C extends string>(
  wordings: Wordings<C>,
  text: string,
): { is: readonly C[]; well: number } => {
  const known = meanings(wordings);
  const exact = known.get(keyOf(text));
  if (exact) return { is: exact, well: 2 };
  const bare = words(text).filter((word) => !/^\d$/.test(word));
  const numbered = known.get([...new Set(bare)].sort().join(' '));
  if (numbered) return { is: numbered, well: 1 };
  const rest = withoutFiller(bare);
  const loose = rest ? known.get(rest) : undefined;
  return loose ? { is: loose, well: 1 } : { is: [], well: 0 };
};

const patterns = new Map<string, RegExp>();

/** Whether one of the phrases (divided by `|`, plain text) stands in the text as whole words. */
export const mentions = (text: string, phrases: string): boolean => pattern(phrases).test(text);

/** Phrases divided by `|` as one whole-word expression; blanks stand for any white space or dash. */
export const pattern = (phrases: string): RegExp => {
  let found = patterns.get(phrases);
  if (!found) {
    const source = phrases
      .split('|')
      .map((phrase) => phrase.replace(/[.*+?^${}()[\]\\]/g, '\\$&').replace(/ /g, '[\\s-]{1,3}'))
      .join('|');
    found = new RegExp(`(?<![a-z0-9])(?:${source})(?![a-z0-9])`, 'i');
    patterns.set(phrases, found);
  }
  return found;
};
