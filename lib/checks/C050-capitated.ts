import { judgeReasons, shortOf } from './answered';
import type { Check } from './check';
import { primaryName } from './words';

const check: Check = {
  id: 'C050',
  name: 'capitated',
  title: 'The primary does not pay by capitation',
  when: 'Raised by CARC 24: the service is paid by capitation. That the plan is capitated is known from the answer alone.',
  why: 'Nothing is left of a capitated service but a copay.',
  fix: 'Check the contract, and bill the copay only where the secondary takes it.',
  section: 'payers',
  severity: 'decide',
  needs: ['ledger', 'payers', 'remittance', 'answers'],
  source: 'X12 CARC 24: covered by a capitation agreement',
  run: (c) =>
    judgeReasons(
      c,
      ({ carc }) => carc === '24',
      (_, lines) => ({
        title: `${primaryName(c)} pays by capitation`,
        short: shortOf(lines, 'capitated'),
        question: 'acknowledge',
      }),
    ),
};

export default check;
