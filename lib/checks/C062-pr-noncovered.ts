import { isNotCovered } from '../codes/carc';
import { judgeReasons, named, shortOf } from './answered';
import type { Check } from './check';

const check: Check = {
  id: 'C062',
  name: 'pr_noncovered',
  title: 'Nothing was left to the patient as not covered',
  when: 'Tells that the primary left a service to the patient because its plan does not cover it (PR-96, 204, 119, 49, 35 ...).',
  why: 'What is no benefit of one plan may be one of the other, which has to see the denial.',
  fix: 'Send it with the EOB, and look at the ABN and the modifiers.',
  section: 'money',
  severity: 'info',
  needs: ['ledger', 'payers', 'remittance', 'answers'],
  source: 'X12 CARC 96, 204, 119, 49, 35 and their like with group PR',
  run: (c) =>
    judgeReasons(
      c,
      ({ group, carc }) => group === 'PR' && isNotCovered(carc),
      (found, lines) => ({
        title: `The primary does not cover it, the secondary may: ${named(found)}`,
        short: shortOf(lines, 'PR, not covered'),
      }),
    ),
};

export default check;
