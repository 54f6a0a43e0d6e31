import { known } from '../claim/reading';
import { kindOf } from '../payers/directory';
import type { Gap } from './answer';
import { CHART, isGap, unread } from './gaps';
import { isFederalProgram, isMedicare, kindOfPlan, liabilityOfPlan, type Plan, unknownKind } from './plan';
import type { OrderRule, Pair } from './rule';
import accidentPayer from './rules/accident-payer';
import activeInactive from './rules/active-inactive';
import birthday from './rules/birthday';
import continuation from './rules/continuation';
import custody from './rules/custody';
import dependent from './rules/dependent';
import disability from './rules/disability';
import esrd from './rules/esrd';
import formerEmployment from './rules/former-employment';
import longerShorter from './rules/longer-shorter';
import medicaidLast from './rules/medicaid-last';
import noCob from './rules/no-cob';
import ownPolicy from './rules/own-policy';
import tricareSecond from './rules/tricare-second';
import workingAged from './rules/working-aged';

/** Payers that one set of rules orders: the rules in their order, and what must be known before any of them speaks. */
export interface Family {
  id: 'accident' | 'last' | 'medicare' | 'private';
  rules: readonly OrderRule[];
  /** Why these rules do not hold for the pair, or what is missing to tell; undefined where they hold. */
  unless(pair: Pair): string | Gap[] | undefined;
}

const anyIs = ({ primary, secondary }: Pair, is: (plan: Plan) => boolean): boolean => is(primary) || is(secondary);

const isKind =
  (kind: string) =>
  ({ facts }: Plan): boolean =>
    facts.kind === kind;

const MEDICARE_KINDS: ReadonlySet<string> = new Set(['medicare', 'medicare-advantage']);

/** Whether the patient has Medicare by the chart, beside the two payers: the order of private plans then turns on it. */
const medicareInChart = ({ c }: Pair): boolean | Gap => {
  if (!c.chart) return CHART;
  const active = c.chart.policies.filter(({ active: is }) => known(is) !== false);
  const has = active.some(({ payer, type }) =>
    [payer, type].some((one) => MEDICARE_KINDS.has(kindOf(known(one) ?? ''))),
  );
  if (has) return true;
  const smudged = active.find(({ payer }) => payer.kind === 'unreadable');
  return smudged ? unread('the payer of a policy in the chart', 'chart', smudged.payer) : false;
};

const privateUnless = (pair: Pair): string | Gap[] | undefined => {
  const kinds = [pair.primary, pair.secondary].map((plan) => ({ plan, kind: kindOfPlan(plan) }));
  const other = kinds.find(({ kind }) => !isGap(kind) && kind !== 'commercial' && kind !== 'unknown');
  if (other) return 'these two payers are not two private plans';
  const gaps = kinds.flatMap(({ plan, kind }) =>
    isGap(kind) ? [kind] : kind === 'unknown' ? [unknownKind(plan)] : [],
  );
  const medicare = medicareInChart(pair);
  if (medicare === true) return 'the patient has Medicare too';
  const all = isGap(medicare) ? [medicare, ...gaps] : gaps;
  return all.length > 0 ? all : undefined;
};

const medicareUnless = (pair: Pair): string | undefined => {
  if (isMedicare(pair.primary) && isMedicare(pair.secondary)) return 'both payers are Medicare';
  return anyIs(pair, isFederalProgram) ? 'a federal program is beside Medicare' : undefined;
};

const FAMILIES: readonly (Family & { is(pair: Pair): boolean })[] = [
  {
    id: 'last',
    is: (pair) => anyIs(pair, isKind('medicaid')) || anyIs(pair, isKind('tricare')),
    rules: [medicaidLast, tricareSecond],
    unless: () => undefined,
  },
  {
    id: 'accident',
    is: (pair) => anyIs(pair, (plan) => liabilityOfPlan(plan) !== undefined),
    rules: [accidentPayer],
    unless: () => undefined,
  },
  {
    id: 'medicare',
    is: (pair) => anyIs(pair, isMedicare),
    rules: [ownPolicy, esrd, formerEmployment, workingAged, disability],
    unless: medicareUnless,
  },
  {
    id: 'private',
    is: () => true,
    rules: [noCob, dependent, birthday, custody, activeInactive, continuation, longerShorter],
    unless: privateUnless,
  },
];

/** The set of rules for a pair of payers. */
export const familyOf = (pair: Pair): Family | undefined => FAMILIES.find((family) => family.is(pair));
