import type { Case } from '../../claim/case';
import { type Convention, conventionOf } from '../../payers/convention';
import { DESTINATION_PAYER } from './destination-payer';
import { MEDICARE_SECONDARY } from './medicare-secondary';
import { OWN_CONVENTION } from './own-convention';
import type { Template } from './template';

const TEMPLATES: Readonly<Record<Convention, Template>> = {
  'destination-payer': DESTINATION_PAYER,
  'medicare-secondary': MEDICARE_SECONDARY,
  own: OWN_CONVENTION,
};

/** The template of the convention that the secondary wants. */
export const templateFor = (c: Case): Template => TEMPLATES[conventionOf(c.secondary)];
