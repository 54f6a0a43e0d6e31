import type { Adjustment, Cents } from '../claim/claim';

/** How the secondary comes to what it pays, as far as the bounds below know it. */
export type Method = 'medicare-second' | 'tricare' | 'medigap' | 'medicaid-cost-share' | 'standard' | 'not-known';

/** One line as the primary answered it, net, in cents. */
export interface AnsweredAmounts {
  charge: Cents;
  paid: Cents;
  adjustments: readonly Adjustment[];
}

/** Discounts that the provider granted by contract: they are nobody's to pay. */
const DISCOUNTS: ReadonlySet<string> = new Set(['45', '131']);
/** What Medicare leaves of a service that it covers: deductible, coinsurance, copay, blood deductible. */
const COST_SHARE: ReadonlySet<string> = new Set(['1', '2', '3', '66', '122']);
/** What is charged above the amount that Medicare allows. */
const EXCESS: ReadonlySet<string> = new Set(['45']);

const sumOf = (adjustments: readonly Adjustment[], group: Adjustment['group'], carcs?: ReadonlySet<string>): Cents => {
  let sum = 0;
  for (const one of adjustments) if (one.group === group && (carcs?.has(one.carc) ?? true)) sum += one.amount;
  return sum;
};

/** Charge less the primary's payment: no two plans pay more than was charged. */
const left = ({ charge, paid }: AnsweredAmounts): Cents => charge - paid;

/** That, less what the provider has to forgo by contract. */
const leftByContract = (line: AnsweredAmounts): Cents => left(line) - sumOf(line.adjustments, 'CO', DISCOUNTS);

const shares = ({ adjustments }: AnsweredAmounts): Cents => sumOf(adjustments, 'PR', COST_SHARE);

/**
 * The most that each method pays on one line whatever the secondary itself allows. The provider's obligation to accept
 * (OTAF) lowers Medicare's base only where the primary paid. Sources: 42 CFR 411.33(a); TRICARE Reimbursement Manual ch. 4;
 * Medigap plan chart of Medicare.gov; NAIC Model 120 (allowable expense).
 */
const BOUNDS: Readonly<Record<Method, (line: AnsweredAmounts) => Cents>> = {
  'medicare-second': (line) => (line.paid > 0 ? leftByContract(line) : left(line)),
  tricare: (line) => Math.min(left(line), sumOf(line.adjustments, 'PR')),
  medigap: (line) => Math.min(left(line), shares(line) + sumOf(line.adjustments, 'PR', EXCESS)),
  'medicaid-cost-share': (line) => (line.paid > 0 ? Math.min(left(line), shares(line)) : left(line)),
  standard: (line) => (line.paid > 0 ? leftByContract(line) : left(line)),
  'not-known': left,
};

/** The most that the secondary can pay on a line, in cents; never below 0. */
export const mostOnLine = (line: AnsweredAmounts, method: Method): Cents => Math.max(0, BOUNDS[method](line));

/**
 * The most that the secondary can pay on a claim, in cents: a bound that holds whatever it allows, with nothing assumed. It
 * is no estimate: what it pays is this or less.
 */
export const mostOnClaim = (lines: readonly AnsweredAmounts[], method: Method): Cents => {
  let sum = 0;
  for (const line of lines) sum += mostOnLine(line, method);
  return sum;
};
