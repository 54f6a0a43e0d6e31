import type { Check } from './check';
import { missing, pass, raise, unknown } from './outcome';
import { places } from './words';

const check: Check = {
  id: 'C021',
  name: 'appeal_open',
  title: 'No appeal of the primary is open',
  when: 'Raised by an appeal mark on the claim. The mark stands there only when it is set: a row without one is not marked.',
  why: 'The primary may still change its answer, while the time to file with the secondary runs.',
  fix: 'Wait for the appeal, or bill now and replace the claim if the answer changes.',
  section: 'posting',
  severity: 'decide',
  needs: ['row'],
  source: 'NextGen Office, Secondary Billing: a primary marked for appeal stays off the worklist',
  run: ({ row }) => {
    if (row.appeal.kind === 'unreadable') return unknown([missing('the appeal mark', 'claim-history', row.appeal)]);
    if (row.appeal.kind === 'absent' || !row.appeal.value) return pass();
    return raise({
      title: 'An appeal of the primary is open',
      short: 'Appeal of the primary is open',
      places: places(row.appeal),
      lines: [],
      question: 'acknowledge',
    });
  },
};

export default check;
