import type { Check } from './check';
import { pass, raise } from './outcome';
import { decideRoute, takesElectronic } from './route';
import { secondaryName } from './words';

const check: Check = {
  id: 'C104',
  name: 'electronic_unknown',
  title: 'It is known what the payer takes',
  when: 'Asks whether the payer takes electronic secondary claims where nobody said so. On the paper route it does not apply.',
  why: 'No payer list says so.',
  fix: 'Look it up at your clearinghouse, or print the claim.',
  section: 'form',
  severity: 'decide',
  needs: ['row', 'ledger', 'form', 'payers', 'remittance', 'answers'],
  source: 'Clearinghouse payer lists: no public list says it reliably',
  run: (c) => {
    if (!c.secondary) return pass('no secondary on file');
    if (takesElectronic(c) !== 'unknown' || decideRoute(c).way !== 'undecided') return pass();
    return raise({
      title: `Not known whether ${secondaryName(c)} takes electronic secondary claims`,
      short: 'Electronic or paper?',
      places: [],
      lines: [],
      question: 'electronic',
    });
  },
};

export default check;
