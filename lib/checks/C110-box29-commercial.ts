import { FORM_LINES } from '../claim/boxes';
import type { Case } from '../claim/case';
import type { Cents } from '../claim/claim';
import { formatDollars } from '../claim/money';
import { type Box29, box29Of } from '../payers/convention';
import type { Check, Missing, Raised } from './check';
import { type BoxValue, boxOf, isMedicareSecondary, moneyIn, NO_FORM, viewOf } from './form';
import { paidToTell } from './line-amounts';
import { isMissing, LEDGER, missing, pass, raise, unknown } from './outcome';
import { patientPaid } from './postings';
import { cut } from './words';

/** What box 29 may hold; the first amount is what to put there. */
interface Wanted {
  amounts: readonly Cents[];
  /** `the primary paid`. */
  whose: string;
  /** Not read: a greater amount than the first might be right. */
  open?: Missing;
  /** An empty box says the same as 0.00. */
  blankIsZero?: boolean;
}

const PRIMARY_PAID = missing('what the primary paid', 'ledger');
const PATIENT_PAID = missing('what the patient paid', 'ledger');

const unread = (c: Case, what: Missing): Missing => (c.ledger ? what : LEDGER);

const byPrimary = (c: Case): Wanted | Missing => {
  const paid = paidToTell(c);
  return paid === undefined ? unread(c, PRIMARY_PAID) : { amounts: [paid], whose: 'the primary paid' };
};

const byPatient = (c: Case): Wanted | Missing => {
  const paid = patientPaid(c);
  return paid === undefined
    ? unread(c, PATIENT_PAID)
    : { amounts: [paid], whose: 'the patient paid', blankIsZero: true };
};

/** What the primary paid; what the patient paid may be added. */
const byBoth = (c: Case): Wanted | Missing => {
  const wanted = byPrimary(c);
  if (isMissing(wanted)) return wanted;
  const patient = patientPaid(c);
  if (patient === undefined) return { ...wanted, open: PATIENT_PAID };
  return { ...wanted, amounts: wanted.amounts.flatMap((paid) => [paid, paid + patient]) };
};

const WANTED: Readonly<Record<Exclude<Box29, 'not-known' | 'blank'>, (c: Case) => Wanted | Missing>> = {
  'all-paid': byBoth,
  'primary-paid': byPrimary,
  'patient-paid': byPatient,
};

const isRight = ({ amounts, blankIsZero }: Wanted, box: BoxValue<Cents>): boolean =>
  box.is === 'value' ? amounts.includes(box.value) : blankIsZero === true && amounts[0] === 0;

const check: Check = {
  id: 'C110',
  name: 'box29_commercial',
  title: 'Box 29 holds what the primary paid',
  when: "Destination-payer view: raised where box 29 is not what the primary paid; what the patient paid may be added. Where a payer list has a rule for box 29 (primary's payment only, patient's payments only, blank), by that rule. An empty box is not 0.00. An amount that is not read, or a claim of more lines than the form has: unknown.",
  why: 'The secondary compares box 29 with what the lines say the primary paid.',
  fix: "Put what the primary paid in box 29, with the patient's payments where the payer wants them.",
  section: 'form',
  severity: 'decide',
  needs: ['row', 'ledger', 'form', 'payers', 'remittance', 'answers'],
  source: 'NUCC CMS-1500 (02/12) box 29: payments received',
  run: (c) => {
    if (!c.form) return pass(NO_FORM);
    const rule = box29Of(c.secondary);
    if (rule === 'not-known' || (rule === 'patient-paid' && isMedicareSecondary(c))) return pass(viewOf(c));
    const by = c.secondary?.lists?.box29?.by;
    const box = moneyIn(c.form, '29');
    const finding: Omit<Raised, 'title'> = {
      ...(by === undefined ? {} : { why: `${cut(by, 60)} says what this payer wants in box 29.` }),
      short: 'Box 29 differs from the ledger',
      places: [boxOf(c.form, '29')?.place ?? []].flat(),
      lines: [],
      question: 'acknowledge',
    };
    if (rule === 'blank') {
      if (box.is === 'missing') return unknown([box.missing]);
      if (box.is === 'blank') return pass();
      const title = `Box 29 says ${formatDollars(box.value)}; this payer wants it blank`;
      return raise({ ...finding, title, fix: 'Clear box 29.', short: 'Box 29 must be blank' });
    }
    if (c.ledger && c.ledger.lines.length > FORM_LINES)
      return unknown([missing('which lines are on this form', 'claim-form')]);
    if (box.is === 'missing') return unknown([box.missing]);
    const wanted = WANTED[rule](c);
    if (isMissing(wanted)) return unknown([wanted]);
    if (isRight(wanted, box)) return pass();
    const [amount = 0] = wanted.amounts;
    if (wanted.open && box.is === 'value' && box.value > amount) return unknown([wanted.open]);
    const holds = box.is === 'value' ? `says ${formatDollars(box.value)}` : 'is empty';
    const more = rule === 'all-paid' ? ", with the patient's payments where the payer wants them" : '';
    return raise({
      ...finding,
      title: `Box 29 ${holds}; ${wanted.whose} ${formatDollars(amount)}`,
      fix: `Put ${formatDollars(amount)} in box 29${more}.`,
    });
  },
};

export default check;
