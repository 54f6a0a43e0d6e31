import { asked } from '../order/gaps';
import type { Check } from './check';
import { judgeState, planIn, stateOf, unknownOrder, whyNone } from './order';
import { pass } from './outcome';

const check: Check = {
  id: 'C036',
  name: 'no_cob_plan',
  title: 'The secondary coordinates benefits',
  when: 'Two private plans: the secondary has no rules on coordination of benefits. Unknown until somebody says whether it has.',
  why: 'A plan without such rules pays first, whatever the other plan says.',
  fix: 'Bill the plan without such rules first.',
  section: 'payers',
  severity: 'decide',
  needs: ['row', 'patient', 'chart', 'form', 'payers', 'answers'],
  source: 'NAIC Model 120: a plan without coordination rules is always primary',
  run: (c) => {
    const state = stateOf(c, 'no-cob');
    const plan = planIn(c, 'secondary');
    if (!state || !plan) return pass(whyNone(c, 'the payers are not two private plans'));
    if (state.is === 'open' || plan.said.noCob === true) return judgeState(c, state);
    return plan.said.noCob === false ? pass('the secondary has such rules') : unknownOrder([asked('no-cob', plan.key)]);
  },
};

export default check;
