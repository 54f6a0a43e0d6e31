import type { Case } from '../claim/case';
import type { IsoDate, Policy } from '../claim/claim';
import { type Lacking, lacking } from '../claim/lacking';
import { known } from '../claim/reading';
import { mayBeSamePayer } from './aliases';

type Rank = 'primary' | 'secondary' | 'tertiary';

const LONGEST_NAME = 40;
const cut = (text: string): string => (text.length <= LONGEST_NAME ? text : `${text.slice(0, LONGEST_NAME - 1)}…`);

const CHART: Lacking<'chart'> = { what: 'the chart', source: 'chart' };

const coversDay = (policy: Policy, day: IsoDate | undefined): boolean => {
  const from = known(policy.effective);
  const to = known(policy.terminated);
  return day === undefined || ((from === undefined || from <= day) && (to === undefined || day <= to));
};

const isCandidate = (policy: Policy, rank: Rank): boolean =>
  known(policy.rank) === rank && known(policy.active) !== false;

/** The chart's active policies of that rank that covered the day of service, as far as the chart tells. */
export const activePolicies = (c: Case, rank: Rank): Policy[] => {
  const day = known(c.row.dos)?.from;
  return (c.chart?.policies ?? []).filter((policy) => isCandidate(policy, rank) && coversDay(policy, day));
};

/** A policy whose payer the chart does not show, or shows by another kind of plan, may still be the claim's. */
const mayBeOf = (policy: Policy, payer: string): boolean => {
  const name = known(policy.payer);
  return name === undefined || payer === '' || mayBeSamePayer(name, payer);
};

/** A policy whose rank, payer or mark stands there unreadably may be the claim's, or not. */
const unreadOf = ({ rank, payer, active }: Policy, wanted: Rank): Lacking<'chart'> | undefined => {
  if (known(active) === false) return undefined;
  if (rank.kind === 'unreadable') return lacking('the rank of a policy in the chart', 'chart', rank);
  if (known(rank) !== wanted) return undefined;
  if (payer.kind === 'unreadable') return lacking(`the payer of the ${wanted} policy in the chart`, 'chart', payer);
  return active.kind === 'unreadable' && active.raw.trim() !== ''
    ? lacking(`whether the ${wanted} policy in the chart is active`, 'chart', active)
    : undefined;
};

const only = (policies: Policy[]): Policy | undefined => (policies.length === 1 ? policies[0] : undefined);

/** The policies that the claim's payer of that rank has in the chart, active or not; or what is lacking to tell them. */
export const rankedPolicies = (c: Case, rank: 'primary' | 'secondary'): Policy[] | Lacking<'chart'> => {
  if (!c.chart) return CHART;
  const payer = c[rank]?.name ?? '';
  const unread = c.chart.policies.flatMap((policy) => unreadOf(policy, rank) ?? []);
  if (unread[0] && c.chart.policies.length > 1) return unread[0];
  return c.chart.policies.filter((policy) => known(policy.rank) === rank && mayBeOf(policy, payer));
};

/** What is lacking where the chart has no such policy, or several. */
export const noPolicy = (c: Case, rank: 'primary' | 'secondary'): Lacking<'chart'> => {
  const payer = c[rank]?.name ?? '';
  return lacking(`the ${rank} policy${payer === '' ? '' : ` of ${cut(payer)}`} in the chart`, 'chart');
};

/**
 * The chart's active policy of that rank, or what is lacking to tell which it is. A policy of another payer than the
 * claim's is not taken; of several of that payer, the one that covers the day of service; two that do are not chosen between.
 */
export const findPolicy = (c: Case, rank: 'primary' | 'secondary'): Policy | Lacking<'chart'> => {
  const ranked = rankedPolicies(c, rank);
  if (!Array.isArray(ranked)) return ranked;
  const day = known(c.row.dos)?.from;
  const candidates = ranked.filter((policy) => isCandidate(policy, rank));
  return only(candidates) ?? only(candidates.filter((policy) => coversDay(policy, day))) ?? noPolicy(c, rank);
};
