import type { Case } from '../claim/case';
import type { Policy } from '../claim/claim';
import { known, placeOf } from '../claim/reading';
import type { Check, Missing } from './check';
import { CHART, missing, pass, raise, unknown } from './outcome';
import { activePolicies } from './policies';
import { places } from './words';

/** A payer or a rank that stands in the chart unreadably may be the secondary's. */
const unclear = (policies: readonly Policy[]): Missing[] =>
  policies.flatMap(({ rank, payer }) => {
    if (rank.kind === 'unreadable') return [missing('the rank of a policy in the chart', 'chart', rank)];
    return known(rank) === 'secondary' && payer.kind === 'unreadable'
      ? [missing('the payer of the secondary policy in the chart', 'chart', payer)]
      : [];
  });

const namesOf = (policies: readonly Policy[]): string[] => [
  ...new Set(policies.flatMap(({ payer }) => known(payer) || [])),
];

const check: Check = {
  id: 'C024',
  name: 'no_secondary',
  title: 'A second insurer is on file',
  when: 'Raised where neither the claim nor the chart names a secondary that was active on the day of service, or where the claim names none and the chart several. A claim without one says nothing until the chart is read; a payer or a rank that stands there unreadably may be one: unknown.',
  why: 'A secondary claim needs one payer that comes after the primary and was active on the day of service.',
  fix: 'Add the coverage in the chart, or archive there what is not the secondary, then read again.',
  section: 'payers',
  severity: 'block',
  noOverride: 'Without a second insurer there is nobody to send the claim to.',
  needs: ['row', 'chart', 'payers'],
  source: 'NextGen Office, Secondary Claim article: the secondary must be on the claim or be added',
  run: (c: Case) => {
    const { secondary, row, chart } = c;
    if (row.secondaryPayer.kind === 'unreadable') {
      return unknown([missing('the secondary payer of the claim', 'claim-history', row.secondaryPayer)]);
    }
    if (secondary && secondary.name !== '') return pass();
    if (!chart) return unknown([CHART]);
    const lacking = unclear(chart.policies);
    if (lacking.length > 0) return unknown(lacking);
    const active = activePolicies(c, 'secondary');
    const names = namesOf(active);
    if (names.length > 1) {
      return raise({
        title: `The chart names ${names.length} second insurers, the claim none`,
        why: 'Nobody can tell from that which of them comes after the primary.',
        fix: 'Archive in the chart what is not the secondary, or choose the payer on the form.',
        short: 'Several secondaries in chart',
        places: places(...active.map(({ payer }) => payer)),
        lines: [],
      });
    }
    return raise({
      title: 'No second insurer on file',
      why: 'Neither the claim nor the chart names a secondary that was active on the day of service.',
      fix: 'Add the coverage in the chart, then read again.',
      short: 'No secondary on file',
      places: chart.policies.flatMap((policy) => placeOf(policy.rank) ?? []),
      lines: [],
    });
  },
};

export default check;
