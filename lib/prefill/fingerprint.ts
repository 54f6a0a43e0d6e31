import type { ClaimForm } from '../claim/form';
import { hashOf } from '../claim/hash';

/**
 * Short text that changes when the form is another one, has other boxes, or a box holds another value.
 * Tells nothing of the values themselves.
 */
export const fingerprint = (form: ClaimForm): string => {
  const state = JSON.stringify([
    form.claimId ?? null,
    ...form.boxes.map((box) => [box.box, box.control, box.place.path, box.value]),
  ]);
  return hashOf(state);
};
