import type { Check } from './check';
import { pass, raise } from './outcome';
import { decideRoute } from './route';
import { primaryName } from './words';

const check: Check = {
  id: 'C105',
  name: 'eob_not_attached',
  title: 'A printed claim has its EOB',
  when: 'Asks for the EOB on the paper route until the biller says that it is attached; Medicare denies the claim without it.',
  why: 'On paper nothing but the EOB shows what the primary paid.',
  fix: 'Print the EOB with the dates and amounts of each line, and put it to the claim.',
  section: 'form',
  severity: 'decide',
  mayBlock: true,
  needs: ['row', 'ledger', 'form', 'payers', 'remittance', 'answers'],
  source: 'NextGen Office, Secondary Claim article: paper claims go with a copy of the EOB; CMS Pub. 100-04 ch. 26',
  run: (c) => {
    if (decideRoute(c).way !== 'print') return pass('the claim is not printed');
    if (c.answers.eobAttached) return pass('you attached the EOB');
    const isMedicare = c.secondary?.kind === 'medicare';
    return raise({
      severity: isMedicare ? 'block' : 'decide',
      title: `Attach the EOB of ${primaryName(c)} to the printed claim`,
      ...(isMedicare
        ? { why: 'Medicare denies a secondary claim that comes without the EOB of the first insurer.' }
        : {}),
      short: 'Attach the EOB',
      places: [],
      lines: [],
      question: 'eob',
    });
  },
};

export default check;
