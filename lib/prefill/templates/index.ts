import type { Case } from '../../claim/case';
import { DESTINATION_PAYER } from './destination-payer';
import { MEDICARE_SECONDARY } from './medicare-secondary';
import type { Template } from './template';

/** Medicare as the second payer has its own convention; every other payer takes the destination-payer view. */
export const templateFor = (c: Case): Template =>
  c.secondary?.kind === 'medicare' ? MEDICARE_SECONDARY : DESTINATION_PAYER;
