import type { Case } from '../../claim/case';
import { formatDate } from '../../claim/dates';
import { memberId } from '../policies';
import type { Wanted } from '../wanted';
import { BOX_29, PATIENT_BOXES, type Template, text } from './template';

/** Boxes in which the conventions differ. */
const BY_MANUAL = ['4', '6', '7.street', '9', '9a', '9d', '11', '11c', '11d'] as const;

const byManual = ({ secondary }: Case): Wanted => {
  const word = secondary?.lists?.boxTemplate;
  const says = word ? `${word.by}, ${formatDate(word.asOf)}` : 'Your list';
  return { missing: `${says}: this payer has its own convention. Fill the box by its manual.` };
};

/**
 * The payer has a convention of its own, which no list describes: filled is what is the same in all of them (the member ID of
 * the payer that is billed, the patient, the service lines); the rest is said to be hers.
 */
export const OWN_CONVENTION: Template = {
  id: 'own',
  boxes: [
    { box: '1a', group: 'Secondary insurance', want: (c) => text(memberId(c)) },
    ...PATIENT_BOXES,
    ...BY_MANUAL.map((box) => ({ box, group: 'By the manual of the payer', want: byManual })),
    BOX_29,
  ],
};
