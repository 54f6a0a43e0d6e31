import type { Check } from './check';
import { judgeOrder } from './order';

const check: Check = {
  id: 'C031',
  name: 'birthday_rule',
  title: "A child's plans follow the birthday rule",
  when: "A child in two private plans whose parents live together: the birthday of the primary's insured comes later in the year than the one of the secondary's; of equal birthdays, the primary covers the shorter time. The year does not count. Unknown while a birthday, or how the parents live, is not known.",
  why: 'The plan of the parent whose birthday comes earlier in the year pays first.',
  fix: 'Confirm the order with both plans, and bill the earlier birthday first.',
  section: 'payers',
  severity: 'decide',
  needs: ['row', 'chart', 'form', 'payers', 'answers'],
  source: 'NAIC Model 120, birthday rule: month and day alone count',
  run: (c) => judgeOrder(c, 'birthday', 'the payers are not two private plans'),
};

export default check;
