import type { Case } from '../claim/case';
import type { Policy } from '../claim/claim';
import { known, type Reading } from '../claim/reading';
import type { Missing } from './check';
import { missing } from './outcome';
import { isBlank } from './policies';

const isUnread = (reading: Reading<unknown>): boolean => reading.kind === 'unreadable' && !isBlank(reading);

const nameOf = ({ rank }: Policy): string => `the ${known(rank) ?? ''} policy in the chart`.replace('  ', ' ');

/** What the dates of a policy say of the claim's days of service. A date that the chart does not have sets no limit. */
export const coversByDates = (c: Case, policy: Policy): 'yes' | 'no' | Missing => {
  const { effective, terminated } = policy;
  const days = known(c.row.dos);
  const [start, end] = [known(effective), known(terminated)];
  if (days && ((start !== undefined && start > days.from) || (end !== undefined && end < days.to))) return 'no';
  if (isUnread(effective)) return missing(`the start date of ${nameOf(policy)}`, 'chart', effective);
  if (isUnread(terminated)) return missing(`the end date of ${nameOf(policy)}`, 'chart', terminated);
  if (days || (start ?? end) === undefined) return 'yes';
  return missing('the date of service', 'claim-history', c.row.dos);
};

/**
 * Whether a policy was in force on each day of service, by its dates and by its mark in the chart. A policy that is marked
 * inactive and has an end date ended on that date, which may lie after the service.
 */
export const inForce = (c: Case, policy: Policy): 'yes' | 'no' | Missing => {
  const byDates = coversByDates(c, policy);
  if (byDates !== 'yes') return byDates;
  if (isUnread(policy.active)) return missing(`whether ${nameOf(policy)} is active`, 'chart', policy.active);
  return known(policy.active) === false && known(policy.terminated) === undefined ? 'no' : 'yes';
};
