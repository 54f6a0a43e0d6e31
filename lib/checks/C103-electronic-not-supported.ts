import type { Check } from './check';
import { boxOf, transmissionOf } from './form';
import { pass, raise } from './outcome';
import { takesElectronic } from './route';
import { secondaryName } from './words';

const check: Check = {
  id: 'C103',
  name: 'electronic_not_supported',
  title: 'The payer takes the way the claim is sent',
  when: "Raised where the form is set to Electronic for a payer that takes no electronic secondary claims. While no form is open such a claim goes by paper and this passes; what is not known about the payer is C104's.",
  why: 'The form is set to Electronic, and the claim would be refused.',
  fix: 'Choose Print Locally, and attach the EOB.',
  section: 'form',
  severity: 'block',
  needs: ['payers', 'form', 'answers'],
  source: 'NextGen Office, Secondary Claim article: Print Locally for payers without electronic secondary claims',
  run: (c) => {
    if (takesElectronic(c) !== 'no' || transmissionOf(c.form) !== 'electronic') return pass();
    const box = c.form && boxOf(c.form, 'transmission');
    return raise({
      title: `${secondaryName(c)} takes no electronic secondary claims`,
      short: 'Payer takes paper only',
      places: box ? [box.place] : [],
      lines: [],
    });
  },
};

export default check;
