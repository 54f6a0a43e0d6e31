import { judgeReasons, shortOf } from './answered';
import type { Check } from './check';

const check: Check = {
  id: 'C074',
  name: 'sequestration_as_pr',
  title: "Sequestration is not the patient's",
  when: 'Raised where the sequestration (CARC 253) has group PR. What the form counts as remaining liability is on no page.',
  why: 'Neither the patient nor the secondary owes it: the practice writes it off.',
  fix: 'Post it as CO-253.',
  section: 'money',
  severity: 'decide',
  needs: ['ledger', 'payers', 'remittance', 'answers'],
  source: 'CMS, Medicare FFS sequestration: no liability of the patient; CARC 253 with group CO',
  run: (c) =>
    judgeReasons(
      c,
      ({ group, carc }) => group === 'PR' && carc === '253',
      (_, lines) => ({
        title: 'The sequestration stands as patient share',
        short: shortOf(lines, 'PR-253'),
        question: 'acknowledge',
      }),
    ),
};

export default check;
