import { judgeReasons, named, shortOf } from './answered';
import type { Check } from './check';

/** To the patient, to the employer, to the attorney. */
const PAID_TO_OTHERS: ReadonlySet<string> = new Set(['100', '293', '294']);

const check: Check = {
  id: 'C066',
  name: 'paid_to_patient',
  title: 'The primary paid nobody but the practice',
  when: 'Raised where the primary paid somebody else than the practice: CARC 100, 293, 294.',
  why: 'The secondary counts it as paid, although the practice received nothing.',
  fix: 'Collect it from whoever has it, and leave the adjustment as it is.',
  section: 'money',
  severity: 'decide',
  needs: ['ledger', 'payers', 'remittance', 'answers'],
  source: 'X12 CARC 100, 293, 294: counts as paid by the first payer although the provider received nothing',
  run: (c) =>
    judgeReasons(
      c,
      ({ carc }) => PAID_TO_OTHERS.has(carc),
      (found, lines) => ({
        title: `The primary paid somebody else: ${named(found)}`,
        short: shortOf(lines, 'paid to others'),
        question: 'acknowledge',
      }),
    ),
};

export default check;
