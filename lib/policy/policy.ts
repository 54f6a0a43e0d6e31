import type { Margins } from '../claim/margins';
import type { Severity } from './severity';

/** What a policy says of one check. What it leaves out is as in the rule book. */
export interface CheckRule {
  /** Of everything that the check raises. */
  severity?: Severity;
  /** The check is not looked at. */
  off?: { reason: string };
  /** False: no reason overrides its block. */
  mayOverride?: boolean;
}

/** How the rule book is to be read: the biller's own policy, or her organization's. Holds no patient. */
export interface Policy {
  /** By check id. */
  checks: Readonly<Record<string, CheckRule>>;
  margins: Readonly<Partial<Margins>>;
}

/** A reason says something, and is no letter: characters. */
export const REASON = { least: 3, most: 200 } as const;

export const NO_POLICY: Policy = { checks: {}, margins: {} };

/** The bounds of each margin, in days. */
export const MARGIN_BOUNDS: Readonly<Record<keyof Margins, { least: number; most: number }>> = {
  soonDays: { least: 0, most: 90 },
  receivedDays: { least: 0, most: 60 },
  crossoverDays: { least: 0, most: 90 },
};

export const MARGINS = Object.keys(MARGIN_BOUNDS) as (keyof Margins)[];

const isEmpty = (rule: CheckRule): boolean => Object.keys(rule).length === 0;

/** The rule of one check; inherited names are none. */
export const ruleIn = ({ checks }: Policy, check: string): CheckRule | undefined =>
  Object.hasOwn(checks, check) ? checks[check] : undefined;

/** The policy with another rule for a check; a rule that says nothing is left out. */
export const withRule = (policy: Policy, check: string, rule: CheckRule): Policy => {
  const { [check]: _, ...others } = policy.checks;
  return { ...policy, checks: isEmpty(rule) ? others : { ...others, [check]: rule } };
};

/** The policy with another margin; `undefined` takes the product's. */
export const withMargin = (policy: Policy, margin: keyof Margins, days: number | undefined): Policy => {
  const { [margin]: _, ...others } = policy.margins;
  return { ...policy, margins: days === undefined ? others : { ...others, [margin]: days } };
};
