import { known } from '../claim/reading';
import type { Check } from './check';
import { CHART, judge, missing, unknown } from './outcome';
import { activePolicies } from './policies';
import { cut, places, secondaryName } from './words';

const check: Check = {
  id: 'C049',
  name: 'tertiary_exists',
  title: 'There is no third insurer',
  when: 'Tells that the chart has a third insurer that was active on the day of service. The chart is not read, or the rank of a policy cannot be read: unknown.',
  why: 'It is billed after the secondary has answered, with both answers.',
  fix: 'Plan the third claim for when the secondary has answered.',
  section: 'payers',
  severity: 'info',
  needs: ['row', 'chart', 'payers'],
  source: 'X12 837P SBR01: a tertiary is billed after the secondary; CMS: Medicare takes paper as third payer (ASCA)',
  run: (c) => {
    if (!c.chart) return unknown([CHART]);
    const third = activePolicies(c, 'tertiary');
    const lacking = c.chart.policies.flatMap(({ rank }) =>
      rank.kind === 'unreadable' ? [missing('the rank of a policy in the chart', 'chart', rank)] : [],
    );
    const [first] = third;
    const name = first && known(first.payer);
    if (!first) return judge([], lacking);
    const finding = {
      title: `${name ? cut(name, 60) : 'Another insurer'} comes third`,
      fix: `Plan the third claim for when ${secondaryName(c)} has answered.`,
      short: 'There is a third insurer',
      places: places(...third.map(({ payer }) => payer)),
      lines: [],
    };
    return judge([finding], []);
  },
};

export default check;
