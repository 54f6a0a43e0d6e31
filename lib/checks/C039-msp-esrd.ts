import type { Check } from './check';
import { judgeOrder } from './order';

const check: Check = {
  id: 'C039',
  name: 'msp_esrd',
  title: 'Kidney failure: Medicare and the plan are in the right order',
  when: 'Medicare for kidney failure (ESRD) beside a group plan: Medicare stands first inside the 30 months from the first day of Medicare on that ground, or the plan stands first after them. The size of the employer does not count. Where Medicare already paid first before the kidney failure, it still does. With a second reason for Medicare, the time after the 30 months is a warning to verify. Unknown while the reason for Medicare or its first day is not known.',
  why: 'A group plan pays first for 30 months of kidney failure, then Medicare does.',
  fix: 'Get the first day of Medicare for kidney failure, and bill the payers in the right order.',
  section: 'payers',
  severity: 'block',
  needs: ['payers', 'chart', 'row', 'patient', 'form', 'answers'],
  source: '42 CFR 411.161-411.163, Medicare Secondary Payer, ESRD; SSA POMS HI 00801.247',
  run: (c) =>
    judgeOrder(c, 'esrd', 'Medicare and an employer plan are not the two payers', ({ ruling }) =>
      ruling.verify
        ? {
            severity: 'decide',
            why: `${ruling.says} The patient has Medicare for another reason too: verify it with Medicare.`,
            fix: 'Verify with Medicare which payer is first, then bill it first.',
          }
        : {},
    ),
};

export default check;
