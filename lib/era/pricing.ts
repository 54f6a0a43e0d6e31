import { carcsOf } from '../codes/carc';
import { statusOf } from '../codes/claim-status';
import { adjustmentEvidence, type Evidence, statusEvidence } from './evidence';
import type { NetState } from './netting';
import { lastEvent } from './pending';

/** The reason of a predetermination: 101. */
export const PRICING_CARCS = carcsOf('pricing');

/** Signs that nothing was adjudicated, only priced: claim status 25 as the last word, or CARC 101. */
export const pricingEvidence = (net: NetState): Evidence[] => {
  const last = lastEvent(net);
  const isPriced = last !== undefined && statusOf(last.adjudication.claim.status).kind === 'pricing';
  return [...(isPriced ? [statusEvidence(last.adjudication)] : []), ...adjustmentEvidence(net, PRICING_CARCS)];
};
