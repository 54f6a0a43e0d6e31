import type { Cents } from '../claim/claim';
import { formatDollars } from '../claim/money';
import type { Check, Raised } from './check';
import { LEDGER, missing, pass, raise, unknown } from './outcome';
import { patientPaid, patientShare } from './postings';
import { places } from './words';

const reachesAll = (share: Cents): Pick<Raised, 'severity' | 'question' | 'why'> => ({
  severity: 'decide',
  question: 'acknowledge',
  why: `That covers the whole patient share of ${formatDollars(share)}; what the secondary pays is the patient's.`,
});

const check: Check = {
  id: 'C068',
  name: 'patient_paid',
  title: 'The patient paid nothing',
  when: 'Tells that the patient paid something; asks for a decision where that reaches the whole patient share. A ledger and a Claim History that show no such amount: unknown.',
  why: 'It belongs on the claim, and may have to go back when the secondary pays.',
  fix: 'Report it on the claim, and plan the refund.',
  section: 'money',
  severity: 'info',
  needs: ['row', 'ledger'],
  source: 'NUCC CMS-1500 (02/12) box 29; X12 837P AMT*F5',
  run: (c) => {
    const paid = patientPaid(c);
    if (paid === undefined)
      return unknown([c.ledger ? missing('what the patient paid', 'ledger', c.ledger.patientPaid) : LEDGER]);
    if (paid <= 0) return pass();
    const share = patientShare(c);
    const isAll = share !== undefined && paid >= share;
    return raise({
      ...(isAll ? reachesAll(share) : {}),
      title: `The patient paid ${formatDollars(paid)}`,
      short: isAll ? 'The patient paid it all' : 'The patient paid a part',
      places: places(...(c.ledger?.lines.map((line) => line.patientPaid) ?? [c.row.patientPaid])),
      lines: [],
    });
  },
};

export default check;
