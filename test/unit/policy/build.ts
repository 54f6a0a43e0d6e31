import fc from 'fast-check';
import { CATALOGUE } from '../../../lib/checks/catalogue';
import { type CheckRule, MARGIN_BOUNDS, type Policy } from '../../../lib/policy/policy';
import { SEVERITIES } from '../../../lib/policy/severity';

/** Checks that a policy may say anything of. */
export const FREE = CATALOGUE.filter(({ fixed, noOverride }) => fixed === undefined && noOverride === undefined);

const optional = <T extends object>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(model, { requiredKeys: [] });

const aReason = fc
  .string({ minLength: 3, maxLength: 40 })
  .filter((text) => text.trim().length >= 3)
  .map((text) => text.trim());

export const aRule = optional<Required<CheckRule>>({
  severity: fc.constantFrom(...SEVERITIES),
  off: fc.record({ reason: aReason }),
  mayOverride: fc.boolean(),
}) as fc.Arbitrary<CheckRule>;

const days = ({ least, most }: { least: number; most: number }) => fc.integer({ min: least, max: most });

/** Any policy on a handful of checks, so that two of them meet. */
export const aPolicy: fc.Arbitrary<Policy> = fc.record({
  checks: fc.dictionary(fc.constantFrom(...FREE.slice(0, 6).map(({ id }) => id)), aRule),
  margins: optional({
    soonDays: days(MARGIN_BOUNDS.soonDays),
    receivedDays: days(MARGIN_BOUNDS.receivedDays),
    crossoverDays: days(MARGIN_BOUNDS.crossoverDays),
  }) as fc.Arbitrary<Policy['margins']>,
});
