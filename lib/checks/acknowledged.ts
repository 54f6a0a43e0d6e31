import type { Acknowledgement, Case } from '../claim/case';
import { hashOf } from '../claim/hash';
import type { Finding } from './check';

/**
 * Short text that changes when a finding says something else: another severity, other lines, another sum. Nothing of the
 * claim can be read from it.
 */
export const fingerprintOf = ({ check, severity, title, short, lines, sums = [], quotes = [] }: Finding): string =>
  hashOf(
    JSON.stringify([
      [check, severity, title, short, lines],
      sums.map(({ rows }) => rows.map(({ amount }) => amount ?? null)),
      quotes.map(({ text }) => text),
    ]),
  );

/** What the biller said of a check for this claim; check ids are no names that every object has. */
const saidOf = (c: Case, check: string): readonly Acknowledgement[] => {
  const { acknowledged } = c.answers;
  return Object.hasOwn(acknowledged, check) ? (acknowledged[check] ?? []) : [];
};

const mayAnswer = ({ severity, noOverride }: Finding): boolean =>
  severity === 'decide' || (severity === 'block' && noOverride === undefined);

const counts = (one: Acknowledgement, finding: Finding): boolean =>
  one.lapsedAt === undefined && one.of === fingerprintOf(finding);

/** The findings of one check with what the biller said of each. Her word counts for the finding as it was, and no other. */
export const withAnswers = (c: Case, check: string, findings: readonly Finding[]): readonly Finding[] => {
  const said = saidOf(c, check);
  if (said.length === 0) return findings;
  const lapsed = said.findLast((one) => !findings.some((finding) => counts(one, finding)));
  return findings.map((finding) => {
    if (!mayAnswer(finding)) return finding;
    const acknowledged = said.find((one) => counts(one, finding));
    if (acknowledged) return { ...finding, acknowledged };
    return lapsed ? { ...finding, lapsed } : finding;
  });
};

/** True for a block that stands: nobody overrode it. */
export const isStanding = ({ severity, acknowledged }: Pick<Finding, 'severity' | 'acknowledged'>): boolean =>
  severity === 'block' && acknowledged === undefined;

/** True for a block that the biller overrode. */
export const isOverridden = ({ severity, acknowledged }: Pick<Finding, 'severity' | 'acknowledged'>): boolean =>
  severity === 'block' && acknowledged !== undefined;
