import { statusOf } from '../codes/claim-status';
import { adjustmentEvidence, countingAnswers, type Evidence, statusEvidence } from './evidence';
import type { NetState } from './netting';

/** The effect of earlier payers, and the one group that it comes with. Source: X12 CARC list. */
export const EARLIER_PAYERS_CARCS: ReadonlySet<string> = new Set(['23']);
export const EARLIER_PAYERS_GROUPS: ReadonlySet<string> = new Set(['OA']);

/**
 * Signs that the payer acted as a second or third payer: claim status 2, 3, 20, 21, or OA-23, the effect of earlier
 * payers, which only such a payer reports (X12 RFI on OA-23).
 */
export const secondaryRemitEvidence = (net: NetState): Evidence[] => [
  ...countingAnswers(net)
    .filter(({ claim }) => ['S', 'T'].includes(statusOf(claim.status).level ?? 'P'))
    .map(statusEvidence),
  ...adjustmentEvidence(net, EARLIER_PAYERS_CARCS, EARLIER_PAYERS_GROUPS),
];
