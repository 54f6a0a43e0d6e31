import type { Check } from './check';
import { missing, pass, raise, unknown } from './outcome';
import { places } from './words';

const check: Check = {
  id: 'WEXCL',
  name: 'excluded_from_worklist',
  title: 'Not taken off the worklist',
  when: 'Raised where somebody took the claim off Secondary Billing. The mark stands there only when it is set.',
  why: 'A claim removed from Secondary Billing was perhaps not to be billed.',
  fix: 'Find out why it was removed before you bill it from Claim History.',
  section: 'posting',
  severity: 'decide',
  needs: ['row'],
  source: 'NextGen Office, Secondary Billing: Remove from Worklist',
  run: ({ row }) => {
    if (row.excluded.kind === 'unreadable')
      return unknown([missing('the excluded mark', 'claim-history', row.excluded)]);
    if (row.excluded.kind === 'absent' || !row.excluded.value) return pass();
    return raise({
      title: 'Somebody took this claim off the worklist',
      short: 'Excluded from the worklist',
      places: places(row.excluded),
      lines: [],
      question: 'acknowledge',
    });
  },
};

export default check;
