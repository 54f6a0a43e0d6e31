import type { PayerFacts } from '../claim/case';
import type { PayerFiling } from '../claim/filing';
import { aliasKey } from './aliases';
import { ruleWords } from './filing';

/** A filing rule that the payer itself or the law publishes, for payers of one name or of one kind. */
export interface BuiltIn {
  /** Names of the payer, or the kind of all payers that it holds for. */
  of: { names: readonly string[] } | { kind: PayerFacts['kind'] };
  filing: PayerFiling;
  /** Where it is published. */
  source: string;
}

/**
 * The few rules that can be taken from those who make them; every other payer comes from the biller's lists. The first that
 * fits holds. No payer is built in as taking electronic secondary claims: no public list says it reliably.
 */
export const BUILT_IN: readonly BuiltIn[] = [
  {
    of: { names: ['BLUE CROSS BLUE SHIELD OF MASSACHUSETTS', 'BCBS MA'] },
    filing: {
      rule: { basis: 'PRIMARY_EOB', value: 1, unit: 'Y' },
      says: 'Blue Cross Blue Shield of Massachusetts',
      onlyIfPaid: true,
    },
    source: 'Blue Cross Blue Shield of Massachusetts, Submitting COB claims',
  },
  {
    of: { names: ['UNITEDHEALTHCARE COMMUNITY PLAN OF ARIZONA', 'UHC COMMUNITY PLAN AZ'] },
    filing: { rule: { basis: 'DOS_TO', value: 180, unit: 'D' }, says: 'UnitedHealthcare Community Plan of Arizona' },
    source: 'UnitedHealthcare Community Plan of Arizona, provider manual: secondary claims within 180 days of service',
  },
  {
    of: { kind: 'medicare' },
    // For professional claims Medicare counts from the first day; a primary insurer's delay gives no more time.
    filing: { rule: { basis: 'DOS_FROM', value: 1, unit: 'Y' }, says: 'Medicare' },
    source: 'CMS Pub. 100-04 ch. 1 sec. 70: one calendar year from the date of service',
  },
  {
    of: { kind: 'medicaid' },
    // The federal frame: states often give less.
    filing: {
      rule: {
        basis: 'LATER_OF',
        limits: [
          { basis: 'DOS_TO', value: 12, unit: 'M' },
          { basis: 'PRIMARY_EOB', value: 6, unit: 'M' },
        ],
      },
      says: 'Federal law',
      atMost: true,
    },
    source:
      '42 CFR 447.45(d): at most 12 months, or 6 months from the answer of Medicare; verify the limit of the state',
  },
];

const BY_NAME: ReadonlyMap<string, BuiltIn> = new Map(
  BUILT_IN.flatMap((one) => ('names' in one.of ? one.of.names.map((name) => [aliasKey(name), one] as const) : [])),
);
const BY_KIND: ReadonlyMap<string, BuiltIn> = new Map(
  BUILT_IN.flatMap((one) => ('kind' in one.of ? [[one.of.kind, one] as const] : [])),
);

/** A rule that the product has without any list, as Options shows it. */
export interface PublishedRule {
  payer: string;
  says: string;
  source: string;
}

/** Rules that are built in elsewhere: the convention of the form, the order of payers. */
const OTHER_RULES: readonly PublishedRule[] = [
  {
    payer: 'Medicare',
    says: 'As the secondary: the primary stands in boxes 4, 6, 7 and 11; box 29 holds what the patient paid',
    source: 'CMS Pub. 100-04 ch. 26 sec. 10.2 to 10.4',
  },
  { payer: 'Medicaid', says: 'Pays last', source: '42 CFR 433.139' },
  {
    payer: 'TRICARE',
    says: 'Pays after other health insurance, but before Medicaid',
    source: 'TRICARE Reimbursement Manual 6010.61-M ch. 4 sec. 1',
  },
];

const filingSays = ({ rule, onlyIfPaid, atMost }: PayerFiling): string =>
  `Time to file as secondary: ${ruleWords(rule)}${onlyIfPaid ? ', where the primary paid' : ''}${atMost ? ', often less' : ''}`;

/** Every rule that is built in, with where it is published. Nobody can change them; a list or the biller's entry counts before a time to file. */
export const PUBLISHED: readonly PublishedRule[] = [
  ...BUILT_IN.map(({ of, filing, source }) => ({
    payer: 'kind' in of && of.kind === 'medicaid' ? 'Medicaid' : filing.says,
    says: filingSays(filing),
    source,
  })),
  ...OTHER_RULES,
].toSorted((a, b) => a.payer.localeCompare(b.payer));

/** The published rule for a payer by its name, else by its kind. */
export const builtInFor = (name: string, kind: PayerFacts['kind']): BuiltIn | undefined =>
  BY_NAME.get(aliasKey(name)) ?? BY_KIND.get(kind);
