import { adjustmentEvidence, countingAnswers, type Evidence, statusEvidence } from './evidence';
import type { NetState } from './netting';
import { statusOf } from './status';

const EFFECT_OF_EARLIER_PAYERS: ReadonlySet<string> = new Set(['23']);
const OTHER_ADJUSTMENT: ReadonlySet<string> = new Set(['OA']);

/**
 * Signs that the payer acted as a second or third payer: claim status 2, 3, 20, 21, or OA-23, the effect of earlier
 * payers, which only such a payer reports (X12 RFI on OA-23).
 */
export const secondaryRemitEvidence = (net: NetState): Evidence[] => [
  ...countingAnswers(net)
    .filter(({ claim }) => ['S', 'T'].includes(statusOf(claim.status).level ?? 'P'))
    .map(statusEvidence),
  ...adjustmentEvidence(net, EFFECT_OF_EARLIER_PAYERS, OTHER_ADJUSTMENT),
];
