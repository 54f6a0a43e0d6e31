import type { Case } from '../claim/case';
import type { Policy } from '../claim/claim';
import { formatDate } from '../claim/dates';
import { known } from '../claim/reading';
import { noPolicy, rankedPolicies } from '../payers/chart-policies';
import type { Check } from './check';
import { inForce } from './in-force';
import { isMissing, judge, pass, raise, unknown } from './outcome';
import { places, secondaryName } from './words';

/** `began 03/01/2026, after the service`: why the policy does not cover the days. */
const whyNot = ({ row }: Case, { effective, terminated }: Policy): string => {
  const days = known(row.dos);
  const [start, end] = [known(effective), known(terminated)];
  if (days && start !== undefined && start > days.from) return `began on ${formatDate(start)}`;
  return end === undefined ? 'is marked inactive' : `ended on ${formatDate(end)}`;
};

const check: Check = {
  id: 'C026',
  name: 'secondary_inactive',
  title: 'The secondary was in force on each day of service',
  when: 'Raised where every policy of the secondary in the chart began after the first day of service, ended before the last, or is marked inactive without an end date. A date that the chart does not have sets no limit; a date or a mark that cannot be read, a chart that was not read, or a chart without the policy: unknown.',
  why: 'A payer denies what was done while the coverage was not in force.',
  fix: 'Check the eligibility on the day of service, then correct the dates in the chart or choose another payer.',
  section: 'payers',
  severity: 'block',
  needs: ['row', 'chart', 'payers'],
  source: 'X12 CARC 26, 27 and 200: service before, after or outside the coverage',
  run: (c) => {
    if (!c.secondary) return pass('no secondary on file');
    const policies = rankedPolicies(c, 'secondary');
    if (isMissing(policies)) return unknown([policies]);
    const [first] = policies;
    if (!first) return unknown([noPolicy(c, 'secondary')]);
    const held = policies.map((policy) => inForce(c, policy));
    if (held.includes('yes')) return pass();
    const lacking = held.filter(isMissing);
    if (lacking.length > 0) return judge([], lacking);
    return raise({
      title: `${secondaryName(c)} ${whyNot(c, first)} and did not cover the service`,
      short: 'Secondary was not in force',
      places: places(first.effective, first.terminated, first.active),
      lines: [],
    });
  },
};

export default check;
