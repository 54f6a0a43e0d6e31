import type { Case } from '../claim/case';
import {
  type EffectivePolicy,
  type EffectiveRule,
  RULE_BOOK,
  ruleFor,
  severityUnder,
  type Whose,
} from '../policy/merge';
import { isStanding, withAnswers } from './acknowledged';
import { CATALOGUE } from './catalogue';
import type { Check, Examination, Finding, Outcome, Raised, Section, Unknown } from './check';
import { decideRoute } from './route';
import { verdictOf } from './verdict';

/** Behind these sections nothing is looked at while one of them holds a block. */
const FIRST: ReadonlySet<Section> = new Set(['posting', 'payers', 'crossover']);

type Parts = Omit<Examination, 'verdict' | 'route'>;

/** A check, and its line in the lists of those that passed or were not looked at: one object for every claim. */
interface Listed {
  check: Check;
  /** What a policy says of it. */
  rule?: EffectiveRule;
  line: { check: string; title: string };
  /** The line with the reason for which the check passed last: claims pass for the same few. */
  withReason?: { check: string; title: string; because: string };
}

const FORBIDDEN: Readonly<Record<Whose, string>> = {
  you: 'You set this block to stand in Options.',
  organization: 'Your organization does not allow this block to be overridden.',
};

const findingOf = ({ check, rule }: Listed, raised: Raised): Finding => {
  const { id, why, fix, source, noOverride } = check;
  const ruleBook = raised.severity ?? check.severity;
  const severity = severityUnder(ruleBook, rule);
  const finding: Finding = { why, fix, ...raised, check: id, severity, source };
  const forbidden = noOverride ?? (rule?.noOverride && FORBIDDEN[rule.noOverride.by]);
  if (forbidden !== undefined) finding.noOverride = forbidden;
  if (severity !== ruleBook && rule?.severity) finding.ruleBook = { severity: ruleBook, by: rule.severity.by };
  return finding;
};

const unknownOf = ({ check, rule }: Listed, outcome: Outcome & { is: 'unknown' }): Unknown => {
  const blocking = severityUnder(check.mayBlock ? 'block' : check.severity, rule) === 'block';
  const base = { check: check.id, title: check.title, blocking, missing: outcome.missing, source: check.source };
  return outcome.question === undefined ? base : { ...base, question: outcome.question };
};

const listed = (checks: readonly Check[], policy: EffectivePolicy): Listed[] =>
  checks.map((check) => {
    const rule = ruleFor(check, policy);
    return { check, line: { check: check.id, title: check.title }, ...(rule ? { rule } : {}) };
  });

const passedLine = (each: Listed, because: string | undefined): Examination['passed'][number] => {
  if (because === undefined) return each.line;
  if (each.withReason?.because !== because) each.withReason = { ...each.line, because };
  return each.withReason;
};

/** The checks whose blocks end the examination, those behind them, and those that are turned off. */
interface Order {
  first: Listed[];
  behind: Listed[];
  off: Examination['off'];
}

const orderOf = (checks: readonly Check[], policy: EffectivePolicy): Order => {
  const all = listed(checks, policy);
  const on = all.filter(({ rule }) => !rule?.off);
  return {
    first: on.filter(({ check }) => FIRST.has(check.section)),
    behind: on.filter(({ check }) => !FIRST.has(check.section)),
    off: all.flatMap(({ rule, line }) => (rule?.off ? [{ ...line, ...rule.off }] : [])),
  };
};

/** The catalogue under each policy, worked out once: a policy stays the same object while nothing of it changes. */
const orders = new WeakMap<EffectivePolicy, Order>();

const catalogueUnder = (policy: EffectivePolicy): Order => {
  const known = orders.get(policy);
  if (known) return known;
  const order = orderOf(CATALOGUE, policy);
  orders.set(policy, order);
  return order;
};

const keepFindings = (parts: Parts, c: Case, each: Listed, raised: readonly Raised[]): void => {
  const findings = raised.map((one) => findingOf(each, one));
  parts.findings.push(...withAnswers(c, each.check.id, findings));
};

const keep = (parts: Parts, c: Case, each: Listed): void => {
  const outcome = each.check.run(c);
  switch (outcome.is) {
    case 'raised':
      keepFindings(parts, c, each, outcome.raised);
      return;
    case 'unknown':
      parts.unknown.push(unknownOf(each, outcome));
      return;
    case 'pass':
      parts.passed.push(passedLine(each, outcome.because));
  }
};

/** Runs the checks in their order; what lies behind a standing block of the first three sections is not looked at. */
const lookAt = (c: Case, { first, behind, off }: Order): Parts => {
  const parts: Parts = { findings: [], unknown: [], passed: [], notLookedAt: [], off };
  for (const each of first) keep(parts, c, each);
  if (parts.findings.some(isStanding)) parts.notLookedAt = behind.map(({ line }) => line);
  else for (const each of behind) keep(parts, c, each);
  return parts;
};

/**
 * Everything the checks say about one claim: findings, what is not known, what passed, what is turned off, the route and
 * the verdict. A pure function of case and policy; the order of `checks` changes the order of the lists, never the verdict.
 */
export const examine = (
  c: Case,
  checks: readonly Check[] = CATALOGUE,
  policy: EffectivePolicy = RULE_BOOK,
): Examination => {
  const parts = lookAt(c, checks === CATALOGUE ? catalogueUnder(policy) : orderOf(checks, policy));
  const route = decideRoute(c);
  const { findings, unknown, passed, notLookedAt, off } = parts;
  return { verdict: verdictOf(c, parts, route), route, findings, unknown, passed, notLookedAt, off };
};
