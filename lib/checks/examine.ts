import type { Case } from '../claim/case';
import { CATALOGUE } from './catalogue';
import type { Check, Examination, Finding, Outcome, Raised, Section, Unknown } from './check';
import { decideRoute } from './route';
import { verdictOf } from './verdict';

/** Behind these sections nothing is looked at while one of them holds a block. */
const FIRST: ReadonlySet<Section> = new Set(['posting', 'payers', 'crossover']);

type Parts = Omit<Examination, 'verdict' | 'route'>;

const acknowledgement = (c: Case, check: string): string | undefined =>
  Object.hasOwn(c.answers.acknowledged, check) ? c.answers.acknowledged[check] : undefined;

const findingOf = (c: Case, check: Check, raised: Raised): Finding => {
  const severity = raised.severity ?? check.severity;
  const reason = severity === 'decide' ? acknowledgement(c, check.id) : undefined;
  const { id, why = '', fix = '', source } = check;
  const finding: Finding = { why, fix, ...raised, check: id, severity, source };
  return reason === undefined ? finding : { ...finding, acknowledged: reason };
};

const unknownOf = (check: Check, outcome: Outcome & { is: 'unknown' }): Unknown => {
  const blocking = check.severity === 'block' || check.mayBlock === true;
  const base = { check: check.id, title: check.title, blocking, missing: outcome.missing, source: check.source };
  return outcome.question === undefined ? base : { ...base, question: outcome.question };
};

/** A check, and its line in the lists of those that passed or were not looked at: one object for every claim. */
interface Listed {
  check: Check;
  line: { check: string; title: string };
  /** The line with the reason for which the check passed last: claims pass for the same few. */
  withReason?: { check: string; title: string; because: string };
}

const listed = (checks: readonly Check[]): Listed[] =>
  checks.map((check) => ({ check, line: { check: check.id, title: check.title } }));

const passedLine = (each: Listed, because: string | undefined): Examination['passed'][number] => {
  if (because === undefined) return each.line;
  if (each.withReason?.because !== because) each.withReason = { ...each.line, because };
  return each.withReason;
};

/** The checks whose blocks end the examination, and those behind them. */
interface Order {
  first: Listed[];
  behind: Listed[];
}

const orderOf = (checks: readonly Check[]): Order => ({
  first: listed(checks.filter(({ section }) => FIRST.has(section))),
  behind: listed(checks.filter(({ section }) => !FIRST.has(section))),
});

const ORDER = orderOf(CATALOGUE);

const keep = (parts: Parts, c: Case, each: Listed): void => {
  const { check } = each;
  const outcome = check.run(c);
  switch (outcome.is) {
    case 'raised':
      for (const raised of outcome.raised) parts.findings.push(findingOf(c, check, raised));
      return;
    case 'unknown':
      parts.unknown.push(unknownOf(check, outcome));
      return;
    case 'pass':
      parts.passed.push(passedLine(each, outcome.because));
  }
};

const isBlocked = (parts: Parts): boolean => parts.findings.some(({ severity }) => severity === 'block');

/** Runs the checks in their order; what lies behind a block of the first three sections is not looked at. */
const lookAt = (c: Case, { first, behind }: Order): Parts => {
  const parts: Parts = { findings: [], unknown: [], passed: [], notLookedAt: [] };
  for (const each of first) keep(parts, c, each);
  if (isBlocked(parts)) parts.notLookedAt = behind.map(({ line }) => line);
  else for (const each of behind) keep(parts, c, each);
  return parts;
};

/**
 * Everything the checks say about one claim: findings, what is not known, what passed, the route and the verdict.
 * A pure function of the case; the order of `checks` changes the order of the lists, never the verdict.
 */
export const examine = (c: Case, checks: readonly Check[] = CATALOGUE): Examination => {
  const parts = lookAt(c, checks === CATALOGUE ? ORDER : orderOf(checks));
  const route = decideRoute(c);
  const { findings, unknown, passed, notLookedAt } = parts;
  return { verdict: verdictOf(c, parts, route), route, findings, unknown, passed, notLookedAt };
};
