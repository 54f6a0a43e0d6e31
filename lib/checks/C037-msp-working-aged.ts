import type { Check } from './check';
import { judgeOrder } from './order';

const check: Check = {
  id: 'C037',
  name: 'msp_working_aged',
  title: 'At 65 or older, Medicare and the employer plan are in the right order',
  when: "Medicare beside a plan by a job held now, the patient 65 or older on the day of service: Medicare stands before a plan by the patient's or spouse's employer of 20 or more, or after a plan of a smaller employer or of another family member. 65 counts from the first of the birthday's month, of the month before for those born on the 1st. Unknown while the job, whose it is, the employer's size, or the reason for Medicare is not known.",
  why: 'Medicare refuses what an employer plan must pay first, and an employer plan what Medicare must.',
  fix: 'Bill the payers in the right order, and update the Medicare Secondary Payer questionnaire.',
  section: 'payers',
  severity: 'block',
  needs: ['payers', 'chart', 'row', 'patient', 'form', 'answers'],
  source: '42 CFR 411.170-411.172, Medicare Secondary Payer, working aged: 65 or older, 20 employees or more',
  run: (c) => judgeOrder(c, 'working-aged', 'Medicare and an employer plan are not the two payers'),
};

export default check;
