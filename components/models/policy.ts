import type { Chart, Policy } from '../../lib/claim/claim';
import { formatDate } from '../../lib/claim/dates';
import { known } from '../../lib/claim/reading';

/** The chart's active policy of a rank; undefined where there is none, or more than one. */
export const policyOf = (chart: Chart | undefined, rank: 'primary' | 'secondary'): Policy | undefined => {
  const found = chart?.policies.filter((policy) => known(policy.rank) === rank && known(policy.active) !== false);
  return found?.length === 1 ? found[0] : undefined;
};

/** `01/01/2025 to 02/28/2026`, as far as the chart says. */
export const coverage = (policy: Policy): string | undefined => {
  const from = known(policy.effective);
  const to = known(policy.terminated);
  if (!from && !to) return undefined;
  return from ? `${formatDate(from)} to ${to ? formatDate(to) : 'now'}` : `to ${to ? formatDate(to) : 'now'}`;
};
