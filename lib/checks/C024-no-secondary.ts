import { placeOf } from '../claim/reading';
import type { Check } from './check';
import { CHART, missing, pass, raise, unknown } from './outcome';

/**
 * Raised where neither the claim nor the chart names an active secondary. A claim without one says nothing until the
 * chart is read; a payer or a rank that stands there unreadably may be one: unknown.
 */
const check: Check = {
  id: 'C024',
  name: 'no_secondary',
  title: 'A second insurer is on file',
  section: 'payers',
  severity: 'block',
  needs: ['row', 'chart'],
  source: 'NextGen Office, Secondary Claim article: the secondary must be on the claim or be added',
  run: ({ secondary, row, chart }) => {
    if (secondary && secondary.name !== '') return pass();
    if (row.secondaryPayer.kind === 'unreadable') {
      return unknown([missing('the secondary payer of the claim', 'claim-history', row.secondaryPayer)]);
    }
    if (!chart) return unknown([CHART]);
    const unclear = chart.policies.find((policy) => policy.rank.kind === 'unreadable');
    if (unclear) return unknown([missing('the rank of a policy in the chart', 'chart', unclear.rank)]);
    return raise({
      title: 'No second insurer on file',
      why: 'Neither the claim nor the chart names an active secondary.',
      fix: 'Add the coverage in the chart, then read again.',
      short: 'No secondary on file',
      places: chart.policies.flatMap((policy) => placeOf(policy.rank) ?? []),
      lines: [],
    });
  },
};

export default check;
