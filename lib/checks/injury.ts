import type { Case } from '../claim/case';
import { known } from '../claim/reading';
import { type Liability, liabilityOf } from '../payers/liability';
import { boxOf, isYes } from './form';
import { isMissing } from './outcome';
import { policyOf } from './policies';

/** Claim filing indicators (X12 SBR09) of insurances that pay for injuries. */
const INDICATORS: Readonly<Record<string, Liability>> = { WC: 'work', AM: 'auto', LM: 'other' };

/**
 * What kind of injury a payer of the claim insures: by its claim filing indicator in the lists, its name, or its type in the
 * chart. Undefined for a health plan, and where nothing tells it.
 */
export const injuryInsured = (c: Case, rank: 'primary' | 'secondary'): Liability | undefined => {
  const payer = c[rank];
  if (!payer) return undefined;
  const indicator = payer.lists?.filingIndicator?.value.trim().toUpperCase() ?? '';
  if (Object.hasOwn(INDICATORS, indicator)) return INDICATORS[indicator];
  const policy = policyOf(c, rank);
  return liabilityOf(payer.name, isMissing(policy) ? '' : known(policy.type));
};

/** The boxes that ask whether the condition comes from work, a car accident, or another accident (NUCC CMS-1500 02/12). */
export const INJURY_BOXES = ['10a', '10b', '10c'] as const;

/** Those of the open form that say YES. */
export const injuriesOnForm = ({ form }: Case): readonly (typeof INJURY_BOXES)[number][] =>
  form ? INJURY_BOXES.filter((id) => boxOf(form, id) && isYes(form, id)) : [];
