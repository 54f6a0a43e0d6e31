import type { Case } from '../claim/case';
import { formatDate } from '../claim/dates';
import { known } from '../claim/reading';
import { WORTH_SAYING } from '../payers/filing';
import type { Check } from './check';
import { claimFiling } from './filing';
import { judge, missing, pass, raise, unknown } from './outcome';
import { places, primaryName } from './words';

/** Words beside a claim that tell of an acknowledgement: 999, 277CA, a receipt. */
const PROOF =
  /\b277\s?CA\b|\b(?:999|277)\b.*\b(?:accept|receiv)|\backnowledg|\breceived by (?:the )?payer\b|\bproof of timely\b/i;
/** Words that say the contrary in the same sentence. */
const CONTRARY = /\b(?:no|not|never|without|missing|await\w*|pending|reject\w*|need\w*|request\w*)\b/i;

const tellsOfReceipt = (notes: string): boolean =>
  notes.split(/[.;\n]/).some((sentence) => PROOF.test(sentence) && !CONTRARY.test(sentence));

/** True where a remittance says when the payer received the claim (X12 835 DTM*050). */
const isReceiptRemitted = ({ remittance = [] }: Case): boolean =>
  remittance.some(({ claim, payment }) => claim.dates.received !== null && !payment.test);

const check: Check = {
  id: 'C091',
  name: 'no_proof_of_timely',
  title: 'There is proof of the first filing',
  when: `Tells, from ${WORTH_SAYING} days before the secondary’s deadline on, that neither the notes of the claim nor a remittance show when the primary received the claim: an acknowledgement (999, 277CA) or the date of receipt. Without a known deadline it does not apply; a date or notes that cannot be read: unknown.`,
  why: 'A payer that denies a claim as late wants to see that the first one was in time.',
  fix: 'Save the 999 or 277CA of the first claim, or load the remittance that has the date of receipt.',
  section: 'dates',
  severity: 'info',
  needs: ['row', 'ledger', 'payers', 'today', 'remittance'],
  source: 'X12 999 and 277CA; 835 DTM*050: date of receipt; payers ask for it in appeals of timely filing',
  run: (c) => {
    const filing = claimFiling(c);
    if (filing.is === 'no-rule') return pass(filing.because);
    if (filing.is === 'unknown') return unknown(filing.missing);
    if (filing.daysLeft > WORTH_SAYING) return pass('the deadline is not near');
    if (isReceiptRemitted(c)) return pass('a remittance says when the claim was received');
    const { notes } = c.row;
    if (notes.kind === 'unreadable') return judge([], [missing('the notes of the claim', 'claim-history', notes)]);
    if (tellsOfReceipt(known(notes) ?? '')) return pass('the notes tell of an acknowledgement');
    return raise({
      title: `No proof is seen that ${primaryName(c)} got the claim in time`,
      why: `The time to file ends on ${formatDate(filing.date)}; a payer that denies it as late wants to see that the first claim was in time.`,
      short: 'No proof of first filing',
      places: places(c.row.status),
      lines: [],
    });
  },
};

export default check;
