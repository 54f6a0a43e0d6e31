import { STATES } from './states';

/** One entry of the PM's payer list. */
export interface PayerOption {
  value: string;
  label: string;
}

/** Payer names that the biller confirmed before: `aliasKey` of the chart's name → the form's name. No PHI. */
export type ConfirmedAliases = Readonly<Record<string, string>>;

export type PayerMatch =
  | { match: 'one'; option: PayerOption }
  | { match: 'several'; options: PayerOption[] }
  | { match: 'none' };

/** Words and phrases that mean the same in payer names; the right side is what is compared. */
const SYNONYMS: readonly (readonly [phrase: string, means: string])[] = [
  ['BCBS', 'BLUE CROSS BLUE SHIELD'],
  ['BC BS', 'BLUE CROSS BLUE SHIELD'],
  ['BLUECROSS BLUESHIELD', 'BLUE CROSS BLUE SHIELD'],
  ['BLUECROSSBLUESHIELD', 'BLUE CROSS BLUE SHIELD'],
  ['BLUECROSS', 'BLUE CROSS'],
  ['BLUESHIELD', 'BLUE SHIELD'],
  ['UHC', 'UNITED HEALTHCARE'],
  ['UNITEDHEALTHCARE', 'UNITED HEALTHCARE'],
  ['UNITED HEALTH CARE', 'UNITED HEALTHCARE'],
  ['HEALTH CARE', 'HEALTHCARE'],
  ['FEDERAL EMPLOYEE PROGRAM', 'FEP'],
  ['FEDERAL EMPLOYEES PROGRAM', 'FEP'],
  ['MEDI CAL', 'MEDICAID CA'],
  ['MCR', 'MEDICARE'],
  ['MCD', 'MEDICAID'],
  ['MEDICARE B', 'MEDICARE PART B'],
  ['MEDIGAP', 'MEDICARE SUPPLEMENT'],
  ['SUPPLEMENTAL', 'SUPPLEMENT'],
  ['SUPP', 'SUPPLEMENT'],
  ['HLTH', 'HEALTH'],
  ['MUT', 'MUTUAL'],
  ['NATL', 'NATIONAL'],
  ['ASSOC', 'ASSOCIATION'],
  ['ASSN', 'ASSOCIATION'],
  ['SVCS', 'SERVICES'],
  ['KANSAS CITY', 'KC'],
  ['INSURANCE CO', ''],
  ['INS CO', ''],
  ['LIFE CO', 'LIFE'],
  ['MUTUAL CO', 'MUTUAL'],
  ['CASUALTY CO', 'CASUALTY'],
  ['ASSURANCE CO', 'ASSURANCE'],
  ['INDEMNITY CO', 'INDEMNITY'],
];

/** Words that tell no two payers apart. */
const NOISE = new Set(['OF', 'THE', 'AND', 'INC', 'LLC', 'CORP', 'CORPORATION', 'COMPANY', 'INSURANCE', 'INS']);

/** Kinds of plan: two different ones are two payers, one against none is the same where nothing else fits. */
const PLAN_WORDS = new Set(['PPO', 'HMO', 'EPO', 'POS', 'HDHP']);

const STATE_PHRASES: readonly (readonly [string, string])[] = Object.entries(STATES).map(([abbreviation, name]) => [
  name,
  `@${abbreviation}`,
]);
const STATE_OF = new Map(Object.keys(STATES).map((abbreviation) => [abbreviation, `@${abbreviation}`]));
const GLUED_BLUE = /^BCBS([A-Z]{2})$/;

/** Longer phrases first, so that `WEST VIRGINIA` is not `WEST` and Virginia. */
const PHRASES = [...SYNONYMS, ...STATE_PHRASES].toSorted(([a], [b]) => b.length - a.length);

const LONGEST_NAME = 200;

/** Upper-case words without accents and punctuation: `B.C.B.S. of Texas, Inc.` → `BCBS OF TEXAS INC`. */
const plain = (name: string): string =>
  name
    .slice(0, LONGEST_NAME)
    .normalize('NFD')
    .toUpperCase()
    .replace(/[\u0300-\u036f.'’]/g, '')
    .replaceAll('&', ' AND ')
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim();

const unglued = (word: string): string => {
  const state = GLUED_BLUE.exec(word)?.[1];
  return state !== undefined && STATE_OF.has(state) ? `BCBS ${state}` : word;
};

const withSynonyms = (text: string): string => {
  let padded = ` ${text} `;
  for (const [phrase, means] of PHRASES) padded = padded.replaceAll(` ${phrase} `, means === '' ? ' ' : ` ${means} `);
  return padded;
};

interface Normal {
  /**
   * The words that name the payer, states last: `MEDICAID OF TEXAS` and `TEXAS MEDICAID` are one. The order of the others
   * counts: `FIRST HEALTH` and `HEALTH FIRST` are two.
   */
  name: string;
  plan: string;
}

const isState = (word: string): boolean => word.startsWith('@');

const normalise = (name: string): Normal => {
  const words = withSynonyms(plain(name).split(' ').map(unglued).join(' '))
    .split(' ')
    .filter((word) => word !== '' && !NOISE.has(word))
    .map((word) => STATE_OF.get(word) ?? word);
  const named = words.filter((word) => !PLAN_WORDS.has(word));
  return {
    name: [...named.filter((word) => !isState(word)), ...named.filter(isState).toSorted()].join(' '),
    plan: words
      .filter((word) => PLAN_WORDS.has(word))
      .toSorted()
      .join(' '),
  };
};

const CACHE_SIZE = 2_000;
const cache = new Map<string, Normal>();

const normal = (name: string): Normal => {
  const known = cache.get(name);
  if (known) return known;
  if (cache.size >= CACHE_SIZE) cache.clear();
  const made = normalise(name);
  cache.set(name, made);
  return made;
};

const keyOf = ({ name, plan }: Normal): string => (plan === '' ? name : `${name} / ${plan}`);

/** What two spellings of one payer have in common; the key under which a confirmed name is kept. `''` for no name. */
export const aliasKey = (name: string): string => keyOf(normal(name));

/** True where two names are of one payer for sure; names that differ in the kind of plan are not. */
export const samePayer = (a: string, b: string): boolean =>
  a === b || (aliasKey(a) !== '' && aliasKey(a) === aliasKey(b));

const isClose = (a: Normal, b: Normal): boolean =>
  a.name !== '' && a.name === b.name && (a.plan === '' || b.plan === '' || a.plan === b.plan);

/** As `samePayer`, but a kind of plan (PPO, HMO ...) that only one of the names has makes no difference. */
export const mayBeSamePayer = (a: string, b: string): boolean => a === b || isClose(normal(a), normal(b));

const outcome = (options: PayerOption[]): PayerMatch => {
  const [first] = options;
  if (!first) return { match: 'none' };
  return options.length === 1 ? { match: 'one', option: first } : { match: 'several', options };
};

/** From the strictest to the loosest way of being the same; the first that fits any option decides. */
const fits = (name: string): ((label: string) => boolean)[] => {
  const wanted = normal(name);
  return [
    (label) => plain(label) === plain(name),
    (label) => aliasKey(label) === keyOf(wanted),
    (label) => isClose(normal(label), wanted),
  ];
};

/**
 * Finds the payer of the chart or claim in the PM's payer list.
 * `confirmed` wins: a name the biller picked for this payer before. Else the same words after `SYNONYMS`; the kind of
 * plan (PPO, HMO ...) is left out only where one side has none. Several that fit stay several: nothing is guessed.
 */
export const matchPayer = (
  name: string,
  options: readonly PayerOption[],
  confirmed: ConfirmedAliases = {},
): PayerMatch => {
  const key = aliasKey(name);
  if (key === '') return { match: 'none' };
  const before = Object.hasOwn(confirmed, key) ? confirmed[key] : undefined;
  const picked = before === undefined ? [] : options.filter((option) => plain(option.label) === plain(before));
  if (picked.length > 0) return outcome(picked);
  for (const isPayer of fits(name)) {
    const found = options.filter((option) => isPayer(option.label));
    if (found.length > 0) return outcome(found);
  }
  return { match: 'none' };
};
