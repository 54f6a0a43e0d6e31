import { PRICING_CARCS, pricingEvidence } from '../era/pricing';
import type { Check } from './check';
import { judgeSigns } from './signs';
import { primaryName } from './words';

const check: Check = {
  id: 'C020',
  name: 'predetermination',
  title: 'The primary adjudicated, it did not only price',
  when: 'Raised where the primary only priced the claim: claim status 25, or CARC 101.',
  why: 'Nothing was adjudicated, so there is nothing for the secondary to follow.',
  fix: 'Bill the service itself to the primary.',
  section: 'posting',
  severity: 'block',
  needs: ['ledger', 'payers', 'remittance'],
  source: 'X12 835 CLP02 = 25: predetermination pricing only; CARC 101',
  run: (c) =>
    judgeSigns(c, { carcs: PRICING_CARCS, evidence: pricingEvidence }, () => ({
      title: `${primaryName(c)} only priced this claim`,
      short: 'Priced only, not adjudicated',
    })),
};

export default check;
