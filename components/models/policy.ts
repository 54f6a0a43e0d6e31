import { isMissing } from '../../lib/checks/outcome';
import { policyOf } from '../../lib/checks/policies';
import type { Case } from '../../lib/claim/case';
import type { Policy } from '../../lib/claim/claim';
import { formatDate } from '../../lib/claim/dates';
import { known } from '../../lib/claim/reading';

/** The chart's policy with the secondary; undefined where the checks cannot tell which it is. */
export const secondaryPolicy = (c: Case): Policy | undefined => {
  const policy = policyOf(c, 'secondary');
  return isMissing(policy) ? undefined : policy;
};

/** `01/01/2025 to 02/28/2026`, as far as the chart says. */
export const coverage = (policy: Policy): string | undefined => {
  const from = known(policy.effective);
  const to = known(policy.terminated);
  if (!from && !to) return undefined;
  return from ? `${formatDate(from)} to ${to ? formatDate(to) : 'now'}` : `to ${to ? formatDate(to) : 'now'}`;
};
