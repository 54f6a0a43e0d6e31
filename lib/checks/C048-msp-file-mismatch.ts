import { isMedicare } from '../order/plan';
import type { Check } from './check';
import { planIn, wrongOrder } from './order';
import { pass, raise } from './outcome';

const check: Check = {
  id: 'C048',
  name: 'msp_file_mismatch',
  title: "Medicare's own record agrees with the order",
  when: "Medicare is a payer, and the biller says that Medicare's eligibility record contradicts the order of the claim. It passes until she says so.",
  why: 'Medicare follows its own record of other payers, whatever the claim says.',
  fix: 'Verify the record with the Benefits Coordination & Recovery Center (BCRC), and have the patient or the office correct it.',
  section: 'payers',
  severity: 'decide',
  needs: ['row', 'chart', 'payers', 'answers'],
  source:
    'General knowledge, verify: Medicare pays by its common working file; CMS, Benefits Coordination & Recovery Center',
  run: (c) => {
    const [primary, secondary] = [planIn(c, 'primary'), planIn(c, 'secondary')];
    if (!primary || !secondary || ![primary, secondary].some(isMedicare)) return pass('Medicare is not a payer');
    if (c.coverage?.medicareRecord !== 'differs') return pass("nobody says that Medicare's record differs");
    return raise(
      wrongOrder(c, 'Medicare follows its own record of other payers: verify it.', {
        title: "Medicare's own record names another order",
        short: 'Medicare has another order',
      }),
    );
  },
};

export default check;
