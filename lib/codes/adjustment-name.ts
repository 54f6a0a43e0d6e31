import type { Adjustment } from '../claim/claim';
import { carcName } from './carc';
import { codeOf, groupName } from './group';

/** An adjustment as the panel names it: `Contractual adjustment, CO-45`, `Coinsurance, PR-2`, `Other adjustment, OA-94`. */
export const adjustmentName = (adjustment: Pick<Adjustment, 'group' | 'carc'>): string =>
  `${carcName(adjustment.carc) ?? groupName(adjustment.group)}, ${codeOf(adjustment)}`;
