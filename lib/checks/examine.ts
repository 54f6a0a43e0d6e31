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
  const finding: Finding = { ...raised, check: check.id, severity, source: check.source };
  return reason === undefined ? finding : { ...finding, acknowledged: reason };
};

const unknownOf = (check: Check, outcome: Outcome & { is: 'unknown' }): Unknown => {
  const blocking = check.severity === 'block' || check.mayBlock === true;
  const base = { check: check.id, title: check.title, blocking, missing: outcome.missing, source: check.source };
  return outcome.question === undefined ? base : { ...base, question: outcome.question };
};

const keep = (parts: Parts, c: Case, check: Check, outcome: Outcome): void => {
  switch (outcome.is) {
    case 'raised':
      for (const raised of outcome.raised) parts.findings.push(findingOf(c, check, raised));
      return;
    case 'unknown':
      parts.unknown.push(unknownOf(check, outcome));
      return;
    case 'pass': {
      const passed = { check: check.id, title: check.title };
      parts.passed.push(outcome.because === undefined ? passed : { ...passed, because: outcome.because });
    }
  }
};

const isBlocked = (parts: Parts): boolean => parts.findings.some(({ severity }) => severity === 'block');

/** Runs `checks` in the order of the catalogue; what lies behind a block of the first three sections is not looked at. */
const lookAt = (c: Case, checks: readonly Check[]): Parts => {
  const parts: Parts = { findings: [], unknown: [], passed: [], notLookedAt: [] };
  for (const check of checks) {
    if (FIRST.has(check.section)) keep(parts, c, check, check.run(c));
  }
  const ends = isBlocked(parts);
  for (const check of checks) {
    if (FIRST.has(check.section)) continue;
    if (ends) parts.notLookedAt.push({ check: check.id, title: check.title });
    else keep(parts, c, check, check.run(c));
  }
  return parts;
};

/**
 * Everything the checks say about one claim: findings, what is not known, what passed, the route and the verdict.
 * A pure function of the case; the order of `checks` changes the order of the lists, never the verdict.
 */
export const examine = (c: Case, checks: readonly Check[] = CATALOGUE): Examination => {
  const parts = lookAt(c, checks);
  const route = decideRoute(c);
  return { verdict: verdictOf(c, parts, route), route, ...parts };
};
