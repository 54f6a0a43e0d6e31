import type { Case } from '../claim/case';
import type { Policy } from '../claim/claim';
import { known, type Reading } from '../claim/reading';
import { findPolicy } from '../payers/chart-policies';
import type { Missing } from './check';
import { shownIn } from './form';
import { oncePerCase } from './once';
import { isMissing } from './outcome';

export { activePolicies } from '../payers/chart-policies';

type Rank = 'primary' | 'secondary';

const POLICIES = {
  primary: oncePerCase((c) => findPolicy(c, 'primary')),
  secondary: oncePerCase((c) => findPolicy(c, 'secondary')),
};

/**
 * The chart's active policy of that rank, or what is missing to tell which it is. A policy of another payer than the
 * claim's is not taken; of several of that payer, the one that covers the day of service; two that do are not chosen between.
 */
export const policyOf = (c: Case, rank: Rank): Policy | Missing => POLICIES[rank](c);

/** True where something is looked at that holds nothing: an empty cell or box, however the page's reader took it. */
export const isBlank = (reading: Reading<unknown> | undefined): boolean => {
  if (reading?.kind === 'read') return reading.value === '';
  return reading?.kind === 'unreadable' && reading.raw.trim() === '';
};

/** An ID as payers compare it: letters and digits only. */
export const plainId = (id: string): string => id.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** The secondary's member ID as far as it is known: what the form holds, what was picked in the search, what the chart says. */
export const secondaryMemberId = (c: Case): string | undefined => {
  const policy = policyOf(c, 'secondary');
  const inChart = isMissing(policy) ? undefined : known(policy.memberId);
  const inForm = c.form ? shownIn(c.form, '1a') : '';
  return inForm || c.picked?.insuranceId || inChart || undefined;
};

/** The primary's member ID in the chart. */
export const primaryMemberId = (c: Case): string | undefined => {
  const policy = policyOf(c, 'primary');
  return isMissing(policy) ? undefined : known(policy.memberId) || undefined;
};
