import { EARLIER_PAYERS_CARCS, EARLIER_PAYERS_GROUPS, secondaryRemitEvidence } from '../era/secondary-remit';
import type { Check } from './check';
import { judgeSigns } from './signs';
import { primaryName } from './words';

const check: Check = {
  id: 'C047',
  name: 'remit_is_secondary',
  title: 'The primary answered as the first payer',
  when: 'Raised where the primary acted as a later payer: claim status 2, 3, 20 or 21, or any OA-23.',
  why: 'Its answer builds on another payer that was first, so it is not the answer of the primary.',
  fix: 'Fix the order of the payers, and find the remittance of the one that was first.',
  section: 'payers',
  severity: 'block',
  needs: ['ledger', 'payers', 'remittance'],
  source: 'X12 RFI on OA-23: only a later payer reports the effect of earlier ones; 835 CLP02',
  run: (c) =>
    judgeSigns(
      c,
      { carcs: EARLIER_PAYERS_CARCS, groups: EARLIER_PAYERS_GROUPS, evidence: secondaryRemitEvidence },
      () => ({
        title: `${primaryName(c)} answered as a second or third payer`,
        short: 'Primary answered as secondary',
      }),
    ),
};

export default check;
