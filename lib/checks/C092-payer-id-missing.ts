import type { Case } from '../claim/case';
import type { Check } from './check';
import { boxFact, chartFact, type Fact, sorted, THERE, unknownFact } from './identity';
import { isMissing, judgeAll, pass } from './outcome';
import { policyOf } from './policies';
import { decideRoute } from './route';
import { listed } from './words';

const payerIdOf = (c: Case, rank: 'primary' | 'secondary'): Fact => {
  if (c[rank]?.payerId) return THERE;
  const policy = policyOf(c, rank);
  const chosen = rank === 'secondary' ? boxFact(c, 'payer') : undefined;
  if (isMissing(policy)) return chosen?.is === 'there' ? chosen : unknownFact(policy);
  return chartFact(policy.payerId, `the payer ID of the ${rank}`, 'shown-on-form');
};

const check: Check = {
  id: 'C092',
  name: 'payer_id_missing',
  title: 'Both payers have a payer ID',
  when: 'Raised where the chart shows an empty payer ID on a claim that goes electronically. A chart without payer IDs (absent) passes: the PM adds the ID from its payer list, where the biller cannot see it. A chart that was not read, or an ID that cannot be read: unknown. On paper no payer ID is needed.',
  why: 'The claim cannot be routed without the payer IDs of both insurers.',
  fix: 'Enter the payer ID in the payer list of the PM, or print the claim.',
  section: 'identity',
  severity: 'block',
  needs: ['row', 'ledger', 'chart', 'form', 'payers', 'remittance', 'answers'],
  source: 'X12 837P 2010BB and 2330B NM109: payer identifier',
  run: (c) => {
    if (!c.secondary) return pass('no secondary on file');
    if (decideRoute(c).way === 'print') return pass('a printed claim needs no payer ID');
    const judged = sorted([payerIdOf(c, 'secondary'), payerIdOf(c, 'primary')], (what) => ({
      title: `An electronic claim needs ${listed(what)}`,
      short: 'Payer ID is missing',
    }));
    return judgeAll([judged]);
  },
};

export default check;
