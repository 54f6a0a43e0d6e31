import { formatDate } from '../claim/dates';
import { ruleWords } from '../payers/filing';
import type { Check } from './check';
import { claimFiling, marginsOf } from './filing';
import { pass, raise, unknown } from './outcome';
import { counted, places, secondaryName } from './words';

const check: Check = {
  id: 'C089',
  name: 'tf_soon',
  title: 'The time to file does not end soon',
  when: "Raised in the last days before the secondary's deadline, the day itself among them. What lies behind it is C088's.",
  why: 'The day on which the payer receives the claim counts, not the day on which it is sent.',
  fix: 'Send it now, so that it arrives in time.',
  section: 'dates',
  severity: 'decide',
  needs: ['row', 'ledger', 'form', 'payers', 'remittance', 'today'],
  source: 'CMS Pub. 100-04 ch. 1 sec. 70: the day on which the payer receives the claim counts',
  run: (c) => {
    const filing = claimFiling(c);
    if (filing.is === 'no-rule') return pass(filing.because);
    if (filing.is === 'unknown') return unknown(filing.missing);
    if (filing.daysLeft < 0) return pass('the time has run out');
    const { soonDays, receivedDays } = marginsOf(c);
    if (filing.daysLeft > soonDays) return pass(`${counted(filing.daysLeft, 'day')} left`);
    const { rule, says, atMost } = filing.filing;
    return raise({
      title: `${secondaryName(c)} must have the claim by ${formatDate(filing.date)}`,
      why: `${says} gives ${ruleWords(rule)}, and counts the day on which it receives the claim.`,
      fix:
        filing.daysLeft > receivedDays && !atMost
          ? `Send it by ${formatDate(filing.sendBy)}.`
          : `Send it today${atMost ? ', and verify the limit with the payer' : ''}.`,
      short: filing.daysLeft === 0 ? 'Last day to file' : `${counted(filing.daysLeft, 'day')} to file`,
      places: places(c.row.dos),
      lines: [],
      question: 'acknowledge',
    });
  },
};

export default check;
