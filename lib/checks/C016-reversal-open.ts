import { type StatusKind, statusOf } from '../codes/claim-status';
import type { NetState, RemitEvent } from '../era/netting';
import { lastEvent, maybeLastEvents } from '../era/pending';
import { answerName } from '../era/words';
import type { Check } from './check';
import { missing, pass, raise, unknown } from './outcome';
import { primaryRemit } from './remittance';
import { primaryName } from './words';

const kindOf = ({ adjudication }: RemitEvent): StatusKind => statusOf(adjudication.claim.status).kind;

/** The last word has a status that nobody knows; or what may have come after it is no answer. */
const isLastWordUnknown = (net: NetState): boolean => {
  const last = lastEvent(net);
  return maybeLastEvents(net).some((event) =>
    event === last ? kindOf(event) === 'unknown' : ['unknown', 'pending', 'pricing'].includes(kindOf(event)),
  );
};

const check: Check = {
  id: 'C016',
  name: 'reversal_open',
  title: 'No answer of the primary was taken back',
  when: 'Raised where the last thing that the primary did was to take its answer back (claim status 22), with no correction after it. Where its last word cannot be told, or has a status that nobody knows: unknown.',
  why: 'What it paid before no longer holds, and no corrected answer is loaded.',
  fix: 'Wait for the corrected remittance, and post it.',
  section: 'posting',
  severity: 'block',
  needs: ['payers', 'remittance'],
  source: 'X12 835 CLP02 = 22: reversal, followed by the corrected claim',
  run: (c) => {
    const remit = primaryRemit(c);
    if (remit.is === 'none') return pass(remit.because);
    if (remit.is === 'unclear') return unknown(remit.missing);
    if (isLastWordUnknown(remit.net)) {
      return unknown([missing("the claim status of the primary's last answer", 'remittance')]);
    }
    if (!remit.net.reversalOpen) return pass();
    const reversal = remit.net.events.findLast(({ standing }) => standing === 'reversal');
    const when = reversal ? ` on ${answerName(reversal.adjudication.payment)}` : '';
    return raise({
      title: `${primaryName(c)} took its answer back${when}`,
      short: 'The primary took it back',
      places: [],
      lines: [],
    });
  },
};

export default check;
