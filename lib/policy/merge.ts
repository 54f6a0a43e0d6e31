import { DEFAULT_MARGINS, type Margins } from '../claim/margins';
import { type CheckRule, MARGINS, type Policy, ruleIn } from './policy';
import { isMilder, type Severity, stricter } from './severity';

/** Whose word a value is, where it is not the rule book's. */
export type Whose = 'you' | 'organization';

/** What counts for one check, and whose word each part is. */
export interface EffectiveRule {
  /** `raisesOnly`: what the check raises is at least this severe. */
  severity?: { is: Severity; by: Whose; raisesOnly?: true };
  off?: { reason: string; by: Whose };
  noOverride?: { by: Whose };
}

export interface EffectivePolicy {
  checks: Readonly<Record<string, EffectiveRule>>;
  margins: Margins;
  /** Whose each margin is; the product's own are left out. */
  marginsBy: Readonly<Partial<Record<keyof Margins, Whose>>>;
}

const overrideOf = (organization: CheckRule, own: CheckRule): Pick<EffectiveRule, 'noOverride'> => {
  if (organization.mayOverride === false) return { noOverride: { by: 'organization' } };
  return own.mayOverride === false ? { noOverride: { by: 'you' } } : {};
};

/** A rule as it is where nobody else has a word. */
const alone = ({ severity, off }: CheckRule, by: Whose): EffectiveRule => ({
  ...(severity === undefined ? {} : { severity: { is: severity, by } }),
  ...(off === undefined ? {} : { off: { reason: off.reason, by } }),
});

/** A block that may not be overridden has to stay a block: the biller may only make its check stricter. */
const onlyStricter = ({ severity }: CheckRule): EffectiveRule =>
  severity === undefined ? {} : { severity: { is: severity, by: 'you', raisesOnly: true } };

/** Off < info < decide < block: the biller's word counts where it is stricter than the organization's. */
const severityOf = (organization: CheckRule, own: CheckRule): EffectiveRule => {
  if (organization.off)
    return own.severity === undefined || own.off ? alone(organization, 'organization') : alone(own, 'you');
  const set = organization.severity;
  if (set !== undefined) {
    const isStricter = own.severity !== undefined && own.off === undefined && isMilder(set, own.severity);
    return isStricter ? alone(own, 'you') : alone(organization, 'organization');
  }
  return organization.mayOverride === false ? onlyStricter(own) : alone(own, 'you');
};

const NOTHING: CheckRule = {};

const effectiveRule = (organization: CheckRule = NOTHING, own: CheckRule = NOTHING): EffectiveRule => ({
  ...severityOf(organization, own),
  ...overrideOf(organization, own),
});

/** More days are stricter: the product warns earlier, and waits longer. */
const marginOf = (organization: Policy, own: Policy, margin: keyof Margins): { days: number; by?: Whose } => {
  const [theirs, hers] = [organization.margins[margin], own.margins[margin]];
  if (theirs !== undefined)
    return hers !== undefined && hers > theirs ? { days: hers, by: 'you' } : { days: theirs, by: 'organization' };
  return hers === undefined ? { days: DEFAULT_MARGINS[margin] } : { days: hers, by: 'you' };
};

/**
 * What counts: the organization's word wherever the biller's would weaken it, else hers, else the rule book's. Where the
 * organization says nothing of a check, the biller's word counts whatever it is.
 */
export const mergePolicy = (organization: Policy, own: Policy): EffectivePolicy => {
  const ids = [...new Set([...Object.keys(organization.checks), ...Object.keys(own.checks)])];
  const margins = { ...DEFAULT_MARGINS };
  const marginsBy: Partial<Record<keyof Margins, Whose>> = {};
  for (const margin of MARGINS) {
    const { days, by } = marginOf(organization, own, margin);
    margins[margin] = days;
    if (by) marginsBy[margin] = by;
  }
  return {
    checks: Object.fromEntries(ids.map((id) => [id, effectiveRule(ruleIn(organization, id), ruleIn(own, id))])),
    margins,
    marginsBy,
  };
};

/** A check as a policy sees it. */
interface Ruled {
  id: string;
  /** Why no policy may weaken it. */
  fixed?: string;
  noOverride?: string;
}

/** What counts for a check. One that is fixed cannot be made milder or turned off by anybody. */
export const ruleFor = (check: Ruled, { checks }: EffectivePolicy): EffectiveRule | undefined => {
  const rule = Object.hasOwn(checks, check.id) ? checks[check.id] : undefined;
  if (!rule || (check.fixed === undefined && check.noOverride === undefined)) return rule;
  const { off: _, severity, ...others } = rule;
  return severity === undefined ? others : { ...others, severity: { ...severity, raisesOnly: true } };
};

/** The severity of what a check raised. */
export const severityUnder = (raised: Severity, rule: EffectiveRule | undefined): Severity => {
  const set = rule?.severity;
  if (!set) return raised;
  return set.raisesOnly ? stricter(raised, set.is) : set.is;
};

/** The policy of nobody: everything as in the rule book. */
export const RULE_BOOK: EffectivePolicy = { checks: {}, margins: DEFAULT_MARGINS, marginsBy: {} };
