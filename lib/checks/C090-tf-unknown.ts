import type { Check } from './check';
import { claimFiling } from './filing';
import { pass, raise } from './outcome';
import { secondaryName } from './words';

const check: Check = {
  id: 'C090',
  name: 'tf_unknown',
  title: 'The time to file is known',
  when: "Raised where neither the payer lists nor a published rule give the secondary's limit. A date that is not read is C088's.",
  why: 'The panel cannot count the days without the limit of the payer.',
  fix: "Add the limit in Options, Payers, from the payer's manual or your contract.",
  section: 'dates',
  severity: 'info',
  needs: ['row', 'ledger', 'form', 'payers', 'remittance', 'today'],
  source: 'Each payer sets its own limit; no public list has them all',
  run: (c) => {
    const filing = claimFiling(c);
    if (!c.secondary || filing.is !== 'no-rule') return pass();
    return raise({
      title: `Not known how long ${secondaryName(c)} gives to file`,
      why: `The panel cannot count the days: ${filing.because}.`,
      short: 'Time to file not known',
      places: [],
      lines: [],
    });
  },
};

export default check;
