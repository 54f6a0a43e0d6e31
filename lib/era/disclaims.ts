import { statusOf } from '../codes/claim-status';
import { adjustmentEvidence, type Evidence, statusEvidence } from './evidence';
import type { NetState } from './netting';
import { cutText } from './words';

/** Reasons by which a payer says that another one is first. Source: X12 CARC list. */
export const DISCLAIM_CARCS: ReadonlySet<string> = new Set(['19', '20', '21', '22', '109']);

const GONE: ReadonlySet<string> = new Set(['test', 'repeated', 'reversed', 'replaced', 'reversal']);

/** Signs that the payer says another one is first: a corrected priority payer (NM1*PR), status 23, CARC 19-22, 109. */
export const disclaimEvidence = (net: NetState): Evidence[] => {
  const live = net.events.filter(({ standing }) => !GONE.has(standing)).map(({ adjudication }) => adjudication);
  const notOurs = live.filter(({ claim }) => statusOf(claim.status).kind === 'not-ours').map(statusEvidence);
  const named = live.flatMap((adjudication): Evidence[] =>
    adjudication.claim.names
      .filter(({ role }) => role === 'PR')
      .map(({ last }) => ({
        code: 'NM1*PR',
        segmentName: 'NM1*PR',
        segment: adjudication.claim.segment,
        text: `Names ${cutText(last.trim(), 60) || 'another payer'} as the payer that is first`,
        adjudication,
      })),
  );
  return [...notOurs, ...named, ...adjustmentEvidence(net, DISCLAIM_CARCS)];
};
