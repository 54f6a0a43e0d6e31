import type { Check } from './check';
import { judgeOrder } from './order';

const check: Check = {
  id: 'C035',
  name: 'longer_shorter',
  title: 'The plan that covers longer comes first, where no other rule decides',
  when: 'Two private plans that no other rule orders: the secondary began before the primary. Unknown while the first day of a plan is not known.',
  why: 'Where no other rule decides, the plan that covers the patient the longer time pays first.',
  fix: 'Confirm the order with both plans.',
  section: 'payers',
  severity: 'info',
  needs: ['row', 'chart', 'form', 'payers', 'answers'],
  source: 'NAIC Model 120: longer or shorter length of coverage',
  run: (c) => judgeOrder(c, 'longer-shorter', 'the payers are not two private plans'),
};

export default check;
