import { FORM_LINES } from '../claim/boxes';
import { formatDollars } from '../claim/money';
import type { Check } from './check';
import { boxOf, isMedicareSecondary, moneyIn, NO_FORM } from './form';
import { paidToTell } from './line-amounts';
import { LEDGER, missing, pass, raise, unknown } from './outcome';
import { patientPaid } from './postings';

const check: Check = {
  id: 'C110',
  name: 'box29_commercial',
  title: 'Box 29 holds what the primary paid',
  when: 'Destination-payer view: raised where box 29 is not what the primary paid; what the patient paid may be added. An empty box is not 0.00. What the primary paid is not read, or a claim of more lines than the form has: unknown.',
  why: 'The secondary compares box 29 with what the lines say the primary paid.',
  fix: "Put what the primary paid in box 29, with the patient's payments where the payer wants them.",
  section: 'form',
  severity: 'decide',
  needs: ['form', 'ledger', 'payers', 'remittance', 'answers'],
  source: 'NUCC CMS-1500 (02/12) box 29: payments received',
  run: (c) => {
    if (!c.form) return pass(NO_FORM);
    if (isMedicareSecondary(c)) return pass('Medicare is second');
    if (c.ledger && c.ledger.lines.length > FORM_LINES)
      return unknown([missing('which lines are on this form', 'claim-form')]);
    const box = moneyIn(c.form, '29');
    if (box.is === 'missing') return unknown([box.missing]);
    const paid = paidToTell(c);
    if (paid === undefined) return unknown([c.ledger ? missing('what the primary paid', 'ledger') : LEDGER]);
    const byPatient = patientPaid(c);
    if (box.is === 'value') {
      if (box.value === paid || box.value === paid + (byPatient ?? 0)) return pass();
      if (byPatient === undefined && box.value > paid) return unknown([missing('what the patient paid', 'ledger')]);
    }
    const place = boxOf(c.form, '29')?.place;
    return raise({
      title: `Box 29 ${box.is === 'value' ? `says ${formatDollars(box.value)}` : 'is empty'}; the primary paid ${formatDollars(paid)}`,
      fix: `Put ${formatDollars(paid)} in box 29, with the patient's payments where the payer wants them.`,
      short: 'Box 29 differs from the ledger',
      places: place ? [place] : [],
      lines: [],
      question: 'acknowledge',
    });
  },
};

export default check;
