import { formatDate } from '../claim/dates';
import { ruleWords } from '../payers/filing';
import type { Check } from './check';
import { claimFiling } from './filing';
import { pass, raise, unknown } from './outcome';
import { counted, places, secondaryName } from './words';

/** What is said where the payer may shorten the limit: nobody knows that it ended. */
const VERIFY = {
  severity: 'decide',
  question: 'acknowledge',
  fix: 'Verify the limit with the payer, and send with proof of why it is late.',
} as const;

const check: Check = {
  id: 'C088',
  name: 'tf_exceeded',
  title: 'The time to file has not run out',
  when: "Raised from the day after the secondary's deadline on. Without a rule it does not apply (C090 says so); with a rule and without its date nobody can tell. A limit that the payer may shorten asks instead of blocking.",
  why: 'What the payer receives after its deadline is denied.',
  fix: 'Send it with proof that the first filing was in time, or write it off by your rules.',
  section: 'dates',
  severity: 'block',
  needs: ['row', 'ledger', 'form', 'payers', 'remittance', 'today'],
  source: 'CMS Pub. 100-04 ch. 1 sec. 70: one year for Medicare; other payers by their own rule',
  run: (c) => {
    const filing = claimFiling(c);
    if (filing.is === 'no-rule') return pass(filing.because);
    if (filing.is === 'unknown') return unknown(filing.missing);
    if (filing.daysLeft >= 0) return pass(`${counted(filing.daysLeft, 'day')} left`);
    const { rule, says, atMost } = filing.filing;
    return raise({
      ...(atMost ? VERIFY : {}),
      title: `The time to file with ${secondaryName(c)} ended on ${formatDate(filing.date)}`,
      why: `${says} gives ${ruleWords(rule)}; that was ${counted(-filing.daysLeft, 'day')} ago.`,
      short: 'Time to file has run out',
      places: places(c.row.dos),
      lines: [],
    });
  },
};

export default check;
