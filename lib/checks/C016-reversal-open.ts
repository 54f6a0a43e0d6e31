import { statusOf } from '../codes/claim-status';
import { lastEvent } from '../era/pending';
import { answerName } from '../era/words';
import type { Check } from './check';
import { missing, pass, raise, unknown } from './outcome';
import { primaryRemit } from './remittance';
import { primaryName } from './words';

/**
 * Raised where the last thing that the primary did was to take its answer back (claim status 22), with no correction after
 * it. Where its last word cannot be told, or has a status that nobody knows: unknown.
 */
const check: Check = {
  id: 'C016',
  name: 'reversal_open',
  title: 'No answer of the primary was taken back',
  section: 'posting',
  severity: 'block',
  needs: ['remittance'],
  source: 'X12 835 CLP02 = 22: reversal, followed by the corrected claim',
  run: (c) => {
    const remit = primaryRemit(c);
    if (remit.is === 'none') return pass(remit.because);
    if (remit.is === 'unclear') return unknown(remit.missing);
    const last = lastEvent(remit.net);
    if (last && statusOf(last.adjudication.claim.status).kind === 'unknown') {
      return unknown([missing("the claim status of the primary's last answer", 'remittance')]);
    }
    if (!remit.net.reversalOpen) return pass();
    const reversal = remit.net.events.findLast(({ standing }) => standing === 'reversal');
    const when = reversal ? ` on ${answerName(reversal.adjudication.payment)}` : '';
    return raise({
      title: `${primaryName(c)} took its answer back${when}`,
      why: 'What it paid before no longer holds, and no corrected answer is loaded.',
      fix: 'Wait for the corrected remittance, and post it.',
      short: 'The primary took it back',
      places: [],
      lines: [],
    });
  },
};

export default check;
