import type { Check } from './check';
import { judgeOrder } from './order';

const check: Check = {
  id: 'C033',
  name: 'active_vs_inactive',
  title: 'A plan by a job held now comes before one by a job that ended',
  when: 'Two private plans in which the patient is the insured, or a dependent, of both: the primary is of a retiree, from a job that ended, or COBRA, and the secondary comes from a job held now. Unknown while what a plan is held by is not known.',
  why: 'The plan by a job that is held now pays before the one by a job that ended.',
  fix: 'Bill the plan by the current job first, or confirm the order with both plans.',
  section: 'payers',
  severity: 'decide',
  needs: ['row', 'chart', 'form', 'payers', 'answers'],
  source: 'NAIC Model 120: active employee before retired or laid-off employee',
  run: (c) => judgeOrder(c, 'active-inactive', 'the payers are not two private plans'),
};

export default check;
