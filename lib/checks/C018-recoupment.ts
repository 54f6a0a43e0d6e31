import { REFUND_CARCS, recoupments } from '../era/recoupment';
import type { Check } from './check';
import { judgeSigns } from './signs';
import { primaryName } from './words';

const check: Check = {
  id: 'C018',
  name: 'recoupment',
  title: 'The primary took no money back outside the claim',
  when: 'Raised where the primary moved money of the claim outside it: PLB WO or 72 that names the claim, CARC 195 or A0 in the remittance or, where none is loaded, in the posting.',
  why: 'What is posted and what the primary paid in the end are not the same.',
  fix: 'Make sure of the final state with the primary before you bill.',
  section: 'posting',
  severity: 'decide',
  needs: ['ledger', 'payers', 'remittance'],
  source: 'X12 835 PLB03-1 WO and 72: overpayment recovery; CARC 195, A0',
  run: (c) =>
    judgeSigns(c, { carcs: REFUND_CARCS, evidence: recoupments }, () => ({
      title: `${primaryName(c)} took money of this claim back or refunded it`,
      short: 'Money was taken back',
      question: 'acknowledge',
    })),
};

export default check;
