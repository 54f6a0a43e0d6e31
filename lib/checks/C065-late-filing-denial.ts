import { judgeReasons, shortOf } from './answered';
import type { Check } from './check';
import { LATE_CARCS } from './denials';
import { primaryName, secondaryName } from './words';

const check: Check = {
  id: 'C065',
  name: 'late_filing_denial',
  title: 'The primary was billed in time',
  when: 'Raised by CARC 29. That secondaries follow it is practice, not a published rule: the words say "verify".',
  why: 'A secondary seldom pays what the first payer denied for that.',
  fix: 'Appeal with proof that it was accepted in time, and verify whether the secondary pays at all.',
  section: 'money',
  severity: 'decide',
  needs: ['ledger', 'payers', 'remittance', 'answers'],
  source: 'X12 CARC 29; billing practice: verify with the secondary',
  run: (c) =>
    judgeReasons(
      c,
      ({ carc }) => LATE_CARCS.has(carc),
      (_, lines) => ({
        title: `${primaryName(c)} denied because it was filed late`,
        fix: `Appeal with proof that it was accepted in time, and verify whether ${secondaryName(c)} pays at all.`,
        short: shortOf(lines, 'filed late'),
        question: 'acknowledge',
      }),
    ),
};

export default check;
