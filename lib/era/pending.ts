import { carcsOf } from '../codes/carc';
import { statusOf } from '../codes/claim-status';
import { adjustmentEvidence, type Evidence, statusEvidence } from './evidence';
import { isOrderUnclear, type NetState, type RemitEvent } from './netting';

/** Reasons by which a payer says that it has not decided yet: 133, 257, 277, P11. */
export const PENDING_CARCS = carcsOf('pending');

/** The last thing that the payer said, tests and copies aside. */
export const lastEvent = (net: NetState) =>
  net.events.findLast(({ standing }) => standing !== 'test' && standing !== 'repeated');

/** What may have been said last: nobody can tell the order of one day, or without a date. */
export const maybeLastEvents = (net: NetState): RemitEvent[] => {
  const last = lastEvent(net);
  const live = net.events.filter(({ standing }) => standing !== 'test' && standing !== 'repeated');
  return last ? live.filter((event) => event === last || isOrderUnclear(event, last)) : [];
};

/** Signs that the answer is not final: CARC 133, 257, 277, P11, or a 4010 status of a pended claim as the last word. */
export const pendingEvidence = (net: NetState): Evidence[] => {
  const last = lastEvent(net);
  const isPended = last !== undefined && statusOf(last.adjudication.claim.status).kind === 'pending';
  return [...(isPended ? [statusEvidence(last.adjudication)] : []), ...adjustmentEvidence(net, PENDING_CARCS)];
};
