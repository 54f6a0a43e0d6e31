import type { Check } from './check';
import { judgeOrder, judgeState, payerOrder, stateOf, unknownOrder } from './order';

const check: Check = {
  id: 'C034',
  name: 'cobra_last',
  title: 'COBRA coverage comes second',
  when: 'Two private plans in which the patient is the insured, or a dependent, of both: the primary is COBRA or state continuation, the secondary is not. Unknown while what a plan is held by is not known.',
  why: 'Continued coverage pays after the other plan.',
  fix: 'Bill the other plan first, or confirm the order with both plans.',
  section: 'payers',
  severity: 'decide',
  needs: ['row', 'chart', 'form', 'payers', 'answers'],
  source: 'NAIC Model 120: COBRA or state continuation coverage is secondary',
  run: (c) => {
    const state = stateOf(c, 'continuation');
    if (state?.is === 'behind' && state.by.id === 'active-inactive' && state.ruling.is === 'first') {
      const { first, gaps } = payerOrder(c);
      if (first === undefined) return unknownOrder(gaps);
      if (first === state.ruling.first) return judgeState(c, { is: 'decides', ruling: state.ruling });
    }
    return judgeOrder(c, 'continuation', 'the payers are not two private plans');
  },
};

export default check;
