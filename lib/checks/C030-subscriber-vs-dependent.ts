import type { Check } from './check';
import { judgeOrder } from './order';

const check: Check = {
  id: 'C030',
  name: 'subscriber_vs_dependent',
  title: 'The plan that insures the patient comes first',
  when: 'Two private plans, no Medicare: the patient is a dependent in the primary and the insured of the secondary. Unknown while the relationship to an insured is not known.',
  why: 'The plan that covers the patient as the insured pays before one that covers the patient as a dependent.',
  fix: 'Bill the plan of the patient first, or confirm the order with both plans.',
  section: 'payers',
  severity: 'decide',
  needs: ['row', 'patient', 'chart', 'form', 'payers', 'answers'],
  source: 'NAIC Model 120: the plan that covers the person other than as a dependent is primary',
  run: (c) => judgeOrder(c, 'dependent', 'the payers are not two private plans'),
};

export default check;
