import { DISCLAIM_CARCS, disclaimEvidence } from '../era/disclaims';
import type { Check } from './check';
import { judgeSigns } from './signs';
import { primaryName } from './words';

const check: Check = {
  id: 'C046',
  name: 'primary_disclaims',
  title: 'The primary does not name another payer as first',
  when: 'Raised where the primary says that another payer is first: NM1*PR, claim status 23, CARC 19, 20, 21, 22 or 109.',
  why: 'Without the answer of the payer that is first, the next one does not pay.',
  fix: 'Verify the coordination of benefits, and bill the right primary.',
  section: 'payers',
  severity: 'block',
  needs: ['ledger', 'payers', 'remittance'],
  source: 'X12 835 NM1*PR corrected priority payer, CLP02 = 23; CARC 19-22, 109',
  run: (c) =>
    judgeSigns(c, { carcs: DISCLAIM_CARCS, evidence: disclaimEvidence }, () => ({
      title: `${primaryName(c)} says that another payer is first`,
      short: 'Another payer is first',
    })),
};

export default check;
