import type { Check } from './check';
import { LEDGER, missing, pass, raise, unknown } from './outcome';
import { places } from './words';

const check: Check = {
  id: 'C069',
  name: 'pr_written_off',
  title: 'The patient share is not written off',
  when: "Raised where the patient's share was written off. The mark stands on Claim History or on the ledger only when it is set: both read and neither marked is not written off.",
  why: 'An amount that the practice gave up is not to be claimed from the secondary.',
  fix: 'Take the write-off back, or leave the claim; verify which of them your rules want.',
  section: 'money',
  severity: 'decide',
  needs: ['row', 'ledger'],
  source: 'NextGen Office, Secondary Billing: patient responsibility not written off; billing practice: verify',
  run: ({ row, ledger }) => {
    const marks = ledger ? [row.writtenOff, ledger.writtenOff] : [row.writtenOff];
    const set = marks.filter((mark) => mark.kind === 'read' && mark.value);
    const unreadable = marks.find((mark) => mark.kind === 'unreadable');
    if (set.length === 0 && unreadable) return unknown([missing('the write-off mark', 'ledger', unreadable)]);
    if (set.length === 0) return ledger ? pass() : unknown([LEDGER]);
    return raise({
      title: 'The patient share was written off',
      short: 'Patient share written off',
      places: places(...set),
      lines: [],
      question: 'acknowledge',
    });
  },
};

export default check;
