import type { ElectronicSecondary, PayerFacts } from '../claim/case';
import { remembered } from '../claim/remembered';
import { builtInFor } from './built-in';
import { listedFacts, NO_LISTS, type PayerDirectory } from './lists';

type Kind = PayerFacts['kind'];

/** Insurers that sell plans of their own: with the word Medicare beside it, such a name is a Medicare Advantage plan. */
const INSURERS = [
  'AETNA',
  'AMBETTER',
  'ANTHEM',
  'BCBS',
  'BLUE CROSS',
  'BLUE SHIELD',
  'BLUECROSS',
  'BLUESHIELD',
  'CENTENE',
  'CIGNA',
  'DEVOTED',
  'EMBLEMHEALTH',
  'GEHA',
  'GEISINGER',
  'HEALTH NET',
  'HEALTHFIRST',
  'HEALTHSPRING',
  'HIGHMARK',
  'HUMANA',
  'KAISER',
  'MERITAIN',
  'MOLINA',
  'OSCAR',
  'OXFORD',
  'SCAN',
  'TUFTS',
  'UHC',
  'UMR',
  'UNITED HEALTH CARE',
  'UNITED HEALTHCARE',
  'UNITEDHEALTHCARE',
  'UPMC',
  'WELLCARE',
];

/**
 * Words in payer names that tell the kind, the first rule that fits decides. Sources: CMS lists of Medicare
 * Administrative Contractors and of Medicaid and CHIP program names; Medicare.gov, Medigap and Medicare Advantage.
 */
const RULES: readonly { kind: Kind; words: readonly string[] }[] = [
  {
    kind: 'medigap',
    words: [
      'MEDIGAP',
      'MEDICARE SUPP',
      'MEDICARE SUPPLEMENT',
      'MEDICARE SUPPLEMENTAL',
      'MED SUPP',
      'SENIOR SUPPLEMENT',
    ],
  },
  { kind: 'medigap', words: ['SENIOR SUPPLEMENTAL', 'MEDICARE SUPPLEMENT PLAN'] },
  {
    kind: 'medicare-advantage',
    words: [
      'MEDICARE ADVANTAGE',
      'MEDICARE ADV',
      'MEDICARE PART C',
      'MEDICARE HMO',
      'MEDICARE PPO',
      'MEDICARE COMPLETE',
      'MEDICARE REPLACEMENT',
    ],
  },
  {
    kind: 'medicare-advantage',
    words: ['MEDICARECOMPLETE', 'GOLD PLUS', 'SECURE HORIZONS', 'DUAL COMPLETE', 'SENIOR ADVANTAGE', 'DSNP', 'D SNP'],
  },
  { kind: 'tricare', words: ['TRICARE', 'CHAMPUS', 'TRIWEST'] },
  {
    kind: 'medicaid',
    words: [
      'MEDICAID',
      'MCD',
      'MEDI CAL',
      'AHCCCS',
      'APPLE HEALTH',
      'BADGERCARE',
      'BETTER HEALTH',
      'COMMUNITY PLAN',
      'DENALICARE',
      'HEALTH FIRST COLORADO',
      'HUSKY HEALTH',
      'KANCARE',
      'MAINECARE',
      'MASSHEALTH',
      'MED QUEST',
      'NJ FAMILYCARE',
      'SOONERCARE',
      'TENNCARE',
    ],
  },
  {
    kind: 'medicare',
    words: [
      'PART B',
      'MEDICARE B',
      'MCR B',
      'RAILROAD MEDICARE',
      'DMERC',
      'DME MAC',
      'NOVITAS',
      'PALMETTO GBA',
      'NORIDIAN',
      'FIRST COAST SERVICE OPTIONS',
      'NATIONAL GOVERNMENT SERVICES',
      'CGS ADMINISTRATORS',
      'WPS GHA',
    ],
  },
  {
    kind: 'other',
    words: [
      'WORKERS COMP',
      'WORKERS COMPENSATION',
      'WORKMANS COMP',
      'NO FAULT',
      'AUTO INSURANCE',
      'CHAMPVA',
      'BLACK LUNG',
    ],
  },
];

const LONGEST_NAME = 200;

const padded = (name: string): string =>
  ` ${name
    .slice(0, LONGEST_NAME)
    .toUpperCase()
    .replace(/['’.]/g, '')
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim()} `;

const has = (name: string, words: readonly string[]): boolean => words.some((word) => name.includes(` ${word} `));

/** Medicare in the name: an insurer's own is Medicare Advantage, all else is taken as Original Medicare, which forwards claims. */
const medicareKind = (name: string): Kind => (has(name, INSURERS) ? 'medicare-advantage' : 'medicare');

const ruleOf = (name: string) => RULES.find((rule) => has(name, rule.words));

/**
 * The kind of payer as far as the words of its name (or of the chart's insurance type) tell.
 * `unknown` where they tell nothing.
 */
export const kindOf = remembered((words: string): Kind => {
  const name = padded(words);
  const rule = ruleOf(name);
  if (rule) return rule.kind;
  if (has(name, ['MEDICARE', 'MCR'])) return medicareKind(name);
  return has(name, INSURERS) || has(name, ['COMMERCIAL', 'PPO', 'HMO', 'EPO']) ? 'commercial' : 'unknown';
});

/** What the PM's pages say of a payer beside its name. */
export interface KnownOfPayer {
  payerId?: string;
  /** Insurance type as the chart calls it: `Medicare`, `Commercial`. */
  type?: string;
  electronicSecondary?: ElectronicSecondary;
}

/** Kinds of plan that an insurer sells beside Medicare: the chart's word for them is better than the payer's name. */
const BESIDE_MEDICARE: ReadonlySet<Kind> = new Set<Kind>(['medicare-advantage', 'medigap']);
const PLAIN_MEDICARE = /^ (?:MEDICARE|MCR)(?: [A-Z]{2})? $/;

/** The name's own kind; the chart's where the name tells nothing more than "an insurer", or no more than "Medicare". */
const kindBy = (words: string, type: string): Kind => {
  const [byName, byType] = [kindOf(words), kindOf(type)];
  const name = padded(words);
  if (ruleOf(name) || PLAIN_MEDICARE.test(name)) return byName;
  const tells = byName === 'unknown' || byName === 'commercial' ? byType !== 'unknown' : BESIDE_MEDICARE.has(byType);
  return tells ? byType : byName;
};

/**
 * Facts about a payer from its name as the PM writes it, from what a page or the chart says, then from the imported lists,
 * then from the few rules that payers publish (`built-in.ts`).
 * The chart's insurance type counts where the name alone tells nothing more than "an insurer", and where it says that an
 * insurer's Medicare plan is Medicare Advantage or Medigap; a list's kind where neither tells.
 * `electronicSecondary` is `unknown` unless the PM, the biller or a list said it: none is built in.
 */
export const payerFacts = (name: string, known: KnownOfPayer = {}, lists: PayerDirectory = NO_LISTS): PayerFacts => {
  const { kind: listedKind, listed, ...said } = listedFacts(lists.find(name, known.payerId));
  const byWords = kindBy(name, known.type ?? '');
  const kind = byWords === 'unknown' ? (listedKind ?? byWords) : byWords;
  const onPage = known.electronicSecondary ?? 'unknown';
  const filing = said.filing ?? builtInFor(name, kind)?.filing;
  return {
    name,
    payerId: known.payerId ?? '',
    kind,
    electronicSecondary: onPage === 'unknown' ? (said.electronicSecondary ?? 'unknown') : onPage,
    ...(onPage === 'unknown' && listed ? { listed } : {}),
    ...(filing ? { filing } : {}),
    ...(said.lists ? { lists: said.lists } : {}),
  };
};
