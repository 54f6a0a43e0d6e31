import type { Check } from './check';
import { NO_FORM } from './form';
import { mspTypeOn } from './msp-type';
import { pass, raise, unknown } from './outcome';
import { decideRoute } from './route';

const check: Check = {
  id: 'C043',
  name: 'msp_type_missing',
  title: 'Medicare second: the insurance type is chosen',
  when: 'Raised where Medicare is the secondary and the insurance type (MSP) on the open form is empty. A printed claim has no such box; a form without it: unknown.',
  why: 'Medicare pays second only where the claim says why: the insurance type (SBR05).',
  fix: 'Choose on the form why the other insurance is first, such as 12 for work at 65 or older.',
  section: 'payers',
  severity: 'block',
  needs: ['row', 'ledger', 'form', 'payers', 'remittance', 'answers'],
  source: 'X12 837P 2000B SBR05: insurance type where Medicare is the destination and not first',
  run: (c) => {
    if (c.secondary?.kind !== 'medicare') return pass('Medicare is not second');
    if (decideRoute(c).way === 'print') return pass('a printed claim has no insurance type');
    const type = mspTypeOn(c);
    if (!type) return pass(NO_FORM);
    if (type.is === 'missing') return unknown([type.missing]);
    if (type.is !== 'blank') return pass();
    return raise({
      title: 'Medicare is second, and no insurance type (MSP) is chosen',
      short: 'Insurance type (MSP) missing',
      places: [type.place],
      lines: [],
    });
  },
};

export default check;
