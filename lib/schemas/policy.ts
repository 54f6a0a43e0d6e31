import { type CheckRule, MARGIN_BOUNDS, type Policy, REASON } from '../policy/policy';
import { SEVERITIES } from '../policy/severity';
import { z } from '../zod';
import { optional } from './basics';

const reason = z.string().check(z.trim(), z.minLength(REASON.least), z.maxLength(REASON.most));

/** What a policy says of one check. */
export const checkRule: z.ZodMiniType<CheckRule> = z.strictObject({
  severity: optional(z.enum(SEVERITIES)),
  off: optional(z.strictObject({ reason })),
  mayOverride: optional(z.boolean()),
});

const days = ({ least, most }: { least: number; most: number }) =>
  optional(z.int().check(z.minimum(least), z.maximum(most)));

export const margins: z.ZodMiniType<Policy['margins']> = z.strictObject({
  soonDays: days(MARGIN_BOUNDS.soonDays),
  receivedDays: days(MARGIN_BOUNDS.receivedDays),
  crossoverDays: days(MARGIN_BOUNDS.crossoverDays),
});
