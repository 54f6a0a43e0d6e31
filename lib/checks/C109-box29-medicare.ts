import { formatDollars } from '../claim/money';
import { box29Of } from '../payers/convention';
import type { Check } from './check';
import { boxOf, isMedicareSecondary, moneyIn, NO_FORM, viewOf } from './form';
import { LEDGER, missing, pass, raise, unknown } from './outcome';
import { patientPaid, primaryPaid } from './postings';

const check: Check = {
  id: 'C109',
  name: 'box29_medicare',
  title: 'Medicare second: box 29 holds patient payments only',
  when: "Medicare-secondary view: raised where box 29 holds money that is not the patient's: the primary's payment, or anything above what the patient paid. Empty or 0.00 passes. What the patient paid is not read: unknown.",
  why: 'For Medicare, box 29 is patient money only; the payment of the primary stands on the EOB and in the lines.',
  fix: 'Put what the patient paid in box 29, or leave it empty.',
  section: 'form',
  severity: 'block',
  needs: ['row', 'ledger', 'form', 'payers'],
  source: 'CMS Pub. 100-04 ch. 26 section 10.4: item 29 is what the patient paid on covered services',
  run: (c) => {
    if (!c.form) return pass(NO_FORM);
    if (!isMedicareSecondary(c)) return pass(viewOf(c));
    if (box29Of(c.secondary) !== 'patient-paid') return pass('the payer has its own rule for box 29, which is C110');
    const box = moneyIn(c.form, '29');
    if (box.is === 'missing') return unknown([box.missing]);
    if (box.is === 'blank' || box.value === 0) return pass();
    const [byPatient, byPrimary] = [patientPaid(c), primaryPaid(c)];
    if (byPatient === undefined) return unknown([c.ledger ? missing('what the patient paid', 'ledger') : LEDGER]);
    if (byPrimary === undefined && box.value < byPatient) {
      return unknown([c.ledger ? missing('what the primary paid', 'ledger') : LEDGER]);
    }
    const isPatientMoney = box.value === byPatient || (box.value < byPatient && box.value !== byPrimary);
    if (isPatientMoney) return pass();
    const place = boxOf(c.form, '29')?.place;
    return raise({
      title: `Box 29 says ${formatDollars(box.value)}; the patient paid ${formatDollars(byPatient)}`,
      fix: `Put ${formatDollars(byPatient)} in box 29.`,
      short: "Box 29 has the primary's money",
      places: place ? [place] : [],
      lines: [],
    });
  },
};

export default check;
