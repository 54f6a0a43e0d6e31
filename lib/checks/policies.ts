import type { Case } from '../claim/case';
import type { IsoDate, Policy } from '../claim/claim';
import { known, type Reading } from '../claim/reading';
import { mayBeSamePayer } from '../payers/aliases';
import type { Missing } from './check';
import { shownIn } from './form';
import { oncePerCase } from './once';
import { CHART, isMissing, missing } from './outcome';
import { cut } from './words';

type Rank = 'primary' | 'secondary';

const coversDay = (policy: Policy, day: IsoDate | undefined): boolean => {
  const from = known(policy.effective);
  const to = known(policy.terminated);
  return day === undefined || ((from === undefined || from <= day) && (to === undefined || day <= to));
};

const isCandidate = (policy: Policy, rank: Rank | 'tertiary'): boolean =>
  known(policy.rank) === rank && known(policy.active) !== false;

/** The chart's active policies of that rank that covered the day of service, as far as the chart tells. */
export const activePolicies = (c: Case, rank: Rank | 'tertiary'): Policy[] => {
  const day = known(c.row.dos)?.from;
  return (c.chart?.policies ?? []).filter((policy) => isCandidate(policy, rank) && coversDay(policy, day));
};

/** A policy whose payer the chart does not show, or shows by another kind of plan, may still be the claim's. */
const mayBeOf = (policy: Policy, payer: string): boolean => {
  const name = known(policy.payer);
  return name === undefined || payer === '' || mayBeSamePayer(name, payer);
};

/** A policy whose rank or payer stands there unreadably may be the claim's, or not. */
const unreadOf = ({ rank, payer, active }: Policy, wanted: Rank): Missing | undefined => {
  if (known(active) === false) return undefined;
  if (rank.kind === 'unreadable') return missing('the rank of a policy in the chart', 'chart', rank);
  return known(rank) === wanted && payer.kind === 'unreadable'
    ? missing(`the payer of the ${wanted} policy in the chart`, 'chart', payer)
    : undefined;
};

const only = (policies: Policy[]): Policy | undefined => (policies.length === 1 ? policies[0] : undefined);

const findPolicy = (c: Case, rank: Rank): Policy | Missing => {
  if (!c.chart) return CHART;
  const payer = c[rank]?.name ?? '';
  const day = known(c.row.dos)?.from;
  const unread = c.chart.policies.flatMap((policy) => unreadOf(policy, rank) ?? []);
  if (unread[0] && c.chart.policies.length > 1) return unread[0];
  const candidates = c.chart.policies.filter((policy) => isCandidate(policy, rank) && mayBeOf(policy, payer));
  const found = only(candidates) ?? only(candidates.filter((policy) => coversDay(policy, day)));
  return found ?? missing(`the ${rank} policy${payer === '' ? '' : ` of ${cut(payer, 40)}`} in the chart`, 'chart');
};

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
