import type { Check } from './check';
import { judgeOrder } from './order';

const check: Check = {
  id: 'C032',
  name: 'divorced_parents',
  title: 'Parents who live apart: decree and custody give the order',
  when: "A child in two private plans whose parents live apart: the secondary comes earlier in the order decree parent, custodial parent, custodial parent's spouse, other parent, other parent's spouse. Unknown while it is not said whose plan is whose.",
  why: 'A court decree, then custody, says which plan of a child pays first.',
  fix: 'Obtain the court decree, and confirm the order with both plans.',
  section: 'payers',
  severity: 'decide',
  needs: ['row', 'chart', 'form', 'payers', 'answers'],
  source: 'NAIC Model 120: court decree, then custody',
  run: (c) => judgeOrder(c, 'custody', 'the payers are not two private plans'),
};

export default check;
