import type { Case, PayerFacts } from '../claim/case';
import type { Policy } from '../claim/claim';
import { known } from '../claim/reading';
import { kindOf } from '../payers/directory';
import type { Missing } from './check';
import { CHART, missing } from './outcome';
import { activePolicies } from './policies';

/** A third insurer of the chart, active on the day of service. */
export interface Third {
  name: string;
  kind: PayerFacts['kind'];
  policy: Policy;
}

const kindIn = ({ payer, type }: Policy): PayerFacts['kind'] => {
  const byName = kindOf(known(payer) ?? '');
  return byName === 'unknown' ? kindOf(known(type) ?? '') : byName;
};

const gapsIn = (policy: Policy): Missing[] => {
  if (kindIn(policy) !== 'unknown') return [];
  const unread = [policy.payer, policy.type].find(({ kind }) => kind === 'unreadable');
  return unread ? [missing('the payer of the third policy in the chart', 'chart', unread)] : [];
};

/** The third insurers in the chart, and what is missing to tell. A kind that nothing tells is none that pays earlier. */
export const thirdPayers = (c: Case): { found: Third[]; lacking: Missing[] } => {
  if (!c.chart) return { found: [], lacking: [CHART] };
  const policies = activePolicies(c, 'tertiary');
  const unranked = c.chart.policies.filter(({ rank }) => rank.kind === 'unreadable');
  return {
    found: policies.map((policy) => ({ name: known(policy.payer) ?? '', kind: kindIn(policy), policy })),
    lacking: [
      ...policies.flatMap(gapsIn),
      ...unranked.map(({ rank }) => missing('the rank of a policy in the chart', 'chart', rank)),
    ],
  };
};
