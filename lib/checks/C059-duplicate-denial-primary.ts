import { DUPLICATE_CARCS, duplicateEvidence } from '../era/duplicates';
import type { Check } from './check';
import { judgeSigns } from './signs';
import { primaryName } from './words';

const check: Check = {
  id: 'C059',
  name: 'duplicate_denial_primary',
  title: 'The primary did not deny it as a duplicate',
  when: 'Raised where the primary denied the claim as a duplicate: CARC 18 or B13. Its real answer is another one.',
  why: 'The answer that counts is that to the first claim.',
  fix: 'Find the remittance of the first claim, and post that one.',
  section: 'crossover',
  severity: 'block',
  needs: ['ledger', 'payers', 'remittance'],
  source: 'X12 CARC 18 exact duplicate, B13 previously paid',
  run: (c) =>
    judgeSigns(c, { carcs: DUPLICATE_CARCS, evidence: duplicateEvidence }, () => ({
      title: `${primaryName(c)} denied it as a duplicate`,
      short: 'Denied as a duplicate',
    })),
};

export default check;
