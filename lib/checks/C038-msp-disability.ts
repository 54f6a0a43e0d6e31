import type { Check } from './check';
import { judgeOrder } from './order';

const check: Check = {
  id: 'C038',
  name: 'msp_disability',
  title: 'Disabled, under 65: Medicare and the employer plan are in the right order',
  when: "Medicare for disability beside a plan by a job that the patient or a family member holds now, the patient under 65 on the day of service: Medicare stands before a plan of an employer of 100 or more, or after a plan of a smaller one. Unknown while the job, the employer's size, or the reason for Medicare is not known.",
  why: "Medicare refuses what a large employer's plan must pay first, and a plan what Medicare must.",
  fix: 'Bill the payers in the right order, and update the Medicare Secondary Payer questionnaire.',
  section: 'payers',
  severity: 'block',
  needs: ['payers', 'chart', 'row', 'patient', 'form', 'answers'],
  source: '42 CFR 411.200-411.206, Medicare Secondary Payer, disability: under 65, 100 employees or more',
  run: (c) => judgeOrder(c, 'disability', 'Medicare and an employer plan are not the two payers'),
};

export default check;
