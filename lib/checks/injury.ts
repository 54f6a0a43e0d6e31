import type { Case } from '../claim/case';
import { known } from '../claim/reading';
import { type Liability, liabilityOfPayer } from '../payers/liability';
import { boxOf, isYes } from './form';
import { isMissing } from './outcome';
import { policyOf } from './policies';

/**
 * What kind of injury a payer of the claim insures: by its claim filing indicator in the lists, its name, or its type in the
 * chart. Undefined for a health plan, and where nothing tells it.
 */
export const injuryInsured = (c: Case, rank: 'primary' | 'secondary'): Liability | undefined => {
  const payer = c[rank];
  if (!payer) return undefined;
  const policy = policyOf(c, rank);
  return liabilityOfPayer(payer, isMissing(policy) ? '' : known(policy.type));
};

/** The boxes that ask whether the condition comes from work, a car accident, or another accident (NUCC CMS-1500 02/12). */
export const INJURY_BOXES = ['10a', '10b', '10c'] as const;

/** Those of the open form that say YES. */
export const injuriesOnForm = ({ form }: Case): readonly (typeof INJURY_BOXES)[number][] =>
  form ? INJURY_BOXES.filter((id) => boxOf(form, id) && isYes(form, id)) : [];
