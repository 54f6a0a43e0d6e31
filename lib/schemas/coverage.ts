import {
  COVERAGE_BASES,
  type CoverageAnswers,
  EMPLOYER_SIZES,
  MEDICARE_REASONS,
  PARENT_ROLES,
  type PlanAnswers,
  THROUGH,
} from '../claim/coverage';
import { z } from '../zod';
import { key, list, optional } from './basics';
import { isoDate } from './page';

const plan: z.ZodMiniType<PlanAnswers> = z.object({
  basis: optional(z.enum(COVERAGE_BASES)),
  through: optional(z.enum(THROUGH)),
  employerSize: optional(z.enum(EMPLOYER_SIZES)),
  multiEmployer: optional(z.boolean()),
  noCob: optional(z.boolean()),
  parent: optional(z.enum(PARENT_ROLES)),
  since: optional(isoDate),
});

/** What the biller said about a patient's coverage. */
export const coverage: z.ZodMiniType<CoverageAnswers> = z.object({
  plans: z.record(key, plan),
  medicareFor: optional(list(z.enum(MEDICARE_REASONS), MEDICARE_REASONS.length)),
  esrd: optional(z.object({ medicareFrom: optional(isoDate), medicareWasFirst: optional(z.boolean()) })),
  accident: optional(
    z.union([
      z.object({ kind: z.literal('none') }),
      z.object({ kind: z.enum(['work', 'auto', 'other']), on: isoDate }),
    ]),
  ),
  parents: optional(z.enum(['together', 'apart'])),
  medicareRecord: optional(z.enum(['agrees', 'differs'])),
});
