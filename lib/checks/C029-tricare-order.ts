import { paysAfterTricare } from '../order/rules/tricare-second';
import type { Check } from './check';
import { judgeState, planIn, stateOf, unclearKind, unknownOrder, whyNone, wrongOrder } from './order';
import { judge, pass } from './outcome';
import { thirdPayers } from './third-payer';
import { cut, places } from './words';

const check: Check = {
  id: 'C029',
  name: 'tricare_order',
  title: 'TRICARE comes after other insurance',
  when: 'TRICARE stands before other health insurance that is not Medicaid: as the primary before the secondary, or as the secondary before the third in the chart. TRICARE supplements, and the programs that TRICARE lists as paying after it, do not count. Unknown while the kind of that plan is not known.',
  why: 'TRICARE pays second to all other health insurance but Medicaid.',
  fix: 'Bill the other plan first, and TRICARE after it.',
  section: 'payers',
  severity: 'block',
  needs: ['row', 'chart', 'form', 'payers', 'answers'],
  source: 'TRICARE Reimbursement Manual 6010.61-M, ch. 4 sec. 1: second to all other insurance but Medicaid',
  run: (c) => {
    const state = stateOf(c, 'tricare-second');
    if (state && planIn(c, 'primary')?.facts.kind === 'tricare') return judgeState(c, state);
    const gaps = c.secondary ? unclearKind(c) : [];
    if (gaps.length > 0) return unknownOrder(gaps);
    if (c.secondary?.kind !== 'tricare' || paysAfterTricare(c.secondary.name)) {
      return pass(whyNone(c, 'neither payer is TRICARE'));
    }
    const { found, lacking } = thirdPayers(c);
    const before = found.filter(
      ({ kind }) => kind === 'commercial' || kind === 'medicare' || kind === 'medicare-advantage' || kind === 'medigap',
    );
    const [first] = before;
    const finding =
      first &&
      wrongOrder(c, 'The chart has a third plan, and TRICARE pays second to it.', {
        title: `${cut(first.name, 60) || 'The third plan'} pays before TRICARE`,
        places: places(...before.map(({ policy }) => policy.rank)),
      });
    return judge(finding ? [finding] : [], lacking, 'TRICARE comes after other insurance');
  },
};

export default check;
