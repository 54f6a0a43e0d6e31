import { PENDING_CARCS, pendingEvidence } from '../era/pending';
import type { Check } from './check';
import { judgeSigns } from './signs';
import { primaryName } from './words';

const check: Check = {
  id: 'C019',
  name: 'pending_disposition',
  title: 'The primary has decided',
  when: 'Raised where the primary has not decided: CARC 133, 257, 277, P11, or a pended claim status as its last word.',
  why: 'It will take this answer back and send another.',
  fix: 'Wait for the final answer, and post it.',
  section: 'posting',
  severity: 'block',
  needs: ['ledger', 'payers', 'remittance'],
  source: 'X12 CARC 133, 257, 277, P11: disposition pending, reversed and corrected later',
  run: (c) =>
    judgeSigns(c, { carcs: PENDING_CARCS, evidence: pendingEvidence }, () => ({
      title: `${primaryName(c)} has not decided yet`,
      short: 'The primary has not decided',
    })),
};

export default check;
