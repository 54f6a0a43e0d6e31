import type { Check } from './check';
import { LEDGER, missing, pass, raise, unknown } from './outcome';
import { places } from './words';

const check: Check = {
  id: 'C070',
  name: 'balance_moved_to_patient',
  title: 'No statement was sent to the patient',
  when: 'Raised by a statement sent to the patient. A full patient column alone is the normal state of a finalized claim. The mark of a statement stands on the ledger only when one was sent.',
  why: 'The balance belongs to the secondary until it has paid.',
  fix: 'Hold further statements while the secondary has the claim.',
  section: 'money',
  severity: 'decide',
  needs: ['ledger'],
  source: 'NextGen Office, Secondary Claim article: bill the secondary before statements go out',
  run: ({ ledger }) => {
    if (!ledger) return unknown([LEDGER]);
    const { statementSent } = ledger;
    if (statementSent.kind === 'unreadable') return unknown([missing('the statement mark', 'ledger', statementSent)]);
    if (statementSent.kind === 'absent' || !statementSent.value) return pass();
    return raise({
      title: 'The patient was already sent a statement',
      short: 'Statement already sent',
      places: places(statementSent),
      lines: [],
      question: 'acknowledge',
    });
  },
};

export default check;
