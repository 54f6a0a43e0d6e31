import { isNotCovered } from '../codes/carc';
import type { Check } from './check';
import { LEDGER, missing, pass, raise, unknown } from './outcome';
import { type PostedLine, patientShare, postedLines } from './postings';
import { places, primaryName } from './words';

/** A denied line that the primary's plan does not cover: the secondary may. */
const isDeniedAsNotCovered = (posted: PostedLine): boolean =>
  posted.paid === 0 && posted.adjustments.some((one) => isNotCovered(one.carc));

const check: Check = {
  id: 'C060',
  name: 'zero_pr',
  title: 'The primary left something to bill',
  when: 'Raised where the primary left nothing to the patient (Σ PR over all lines, net, is not above 0) and no line was denied as not covered. Any amount that is not read: unknown.',
  why: 'Where no line has a patient share, the secondary has nothing to pay.',
  fix: 'Skip the claim, or bill it with a reason, as for a wrap payer or an out-of-network reduction.',
  section: 'money',
  severity: 'decide',
  needs: ['ledger', 'payers'],
  source: 'NextGen Office, Secondary Billing: outstanding patient responsibility; X12 group code PR',
  run: (c) => {
    if (!c.ledger) return unknown([LEDGER]);
    const { posted, lacking } = postedLines(c);
    if (lacking.length > 0) return unknown(lacking);
    if (posted.length === 0) return unknown([missing("the primary's postings", 'ledger')]);
    if ((patientShare(c) ?? 0) > 0) return pass();
    if (posted.some(isDeniedAsNotCovered)) return pass('a line was denied as not covered');
    return raise({
      title: 'Nothing is left to bill',
      why: `${primaryName(c)} left no patient share on any line.`,
      short: 'Nothing left to bill',
      places: places(...posted.map(({ line }) => line.patientResponsibility)),
      lines: [],
      question: 'acknowledge',
    });
  },
};

export default check;
