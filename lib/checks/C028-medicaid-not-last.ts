import { paysAfterMedicaid } from '../order/rules/medicaid-last';
import type { Check } from './check';
import { judgeState, planIn, stateOf, unclearKind, unknownOrder, whyNone, wrongOrder } from './order';
import { judge, pass } from './outcome';
import { thirdPayers } from './third-payer';
import { cut, places } from './words';

const check: Check = {
  id: 'C028',
  name: 'medicaid_not_last',
  title: 'Medicaid comes last',
  when: 'Medicaid stands before another plan: as the primary before the secondary, or as the secondary before the third in the chart. Programs that pay after Medicaid do not count. Unknown while the kind of that plan is not known.',
  why: 'Medicaid is the payer of last resort: it sends the claim back while another plan has not answered.',
  fix: 'Move Medicaid behind all other plans, and bill the other plan first.',
  section: 'payers',
  severity: 'block',
  needs: ['row', 'chart', 'form', 'payers', 'answers'],
  source: '42 CFR 433.139: Medicaid is the payer of last resort',
  run: (c) => {
    const state = stateOf(c, 'medicaid-last');
    const isFirst = planIn(c, 'primary')?.facts.kind === 'medicaid';
    if (state && isFirst) return judgeState(c, state);
    const gaps = c.secondary ? unclearKind(c) : [];
    if (gaps.length > 0) return unknownOrder(gaps);
    if (c.secondary?.kind !== 'medicaid') return pass(whyNone(c, 'neither payer is Medicaid'));
    const { found, lacking } = thirdPayers(c);
    const before = found.filter(
      ({ kind, name }) => kind !== 'medicaid' && kind !== 'unknown' && kind !== 'other' && !paysAfterMedicaid(name),
    );
    const [first] = before;
    const finding =
      first &&
      wrongOrder(c, 'The chart has a third plan, and Medicaid is the payer of last resort.', {
        title: `${cut(first.name, 60) || 'The third plan'} pays before Medicaid`,
        places: places(...before.map(({ policy }) => policy.rank)),
      });
    return judge(finding ? [finding] : [], lacking, 'Medicaid is last');
  },
};

export default check;
