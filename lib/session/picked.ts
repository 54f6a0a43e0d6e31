import { parseDate } from '../claim/dates';
import type { ClaimForm, SearchHit } from '../claim/form';
import { parseName, sameName } from '../claim/names';
import { collapseHits, sameId } from '../lookups/hits';

const valueIn = (form: ClaimForm, box: string): string =>
  form.boxes.find((each) => each.box === box)?.value.trim() ?? '';

/** False only where both are known and differ. */
const mayBeInsured = (form: ClaimForm, hit: SearchHit): boolean => {
  const [formName, hitName] = [parseName(valueIn(form, '4')), parseName(hit.name)];
  const dob = parseDate(valueIn(form, '11a'));
  return (
    !(formName.ok && hitName.ok && !sameName(formName.value, hitName.value)) &&
    !(dob.ok && hit.dob !== undefined && hit.dob !== dob.value)
  );
};

/**
 * The insurance profile that was picked: the one whose ID the form holds as the insured's (box 1a).
 * Where two people have the ID, name and birth date on the form decide; if they do not, none is taken to be picked.
 * An empty box 1a says nothing: `before` stands.
 */
export const pickedOf = (
  form: ClaimForm,
  hits: readonly SearchHit[],
  before: SearchHit | undefined,
): SearchHit | undefined => {
  const id = valueIn(form, '1a');
  if (id === '') return before;
  const all = collapseHits(before ? [before, ...hits] : hits).filter((hit) => sameId(hit.insuranceId, id));
  if (all.length <= 1) return all[0];
  const fitting = all.filter((hit) => mayBeInsured(form, hit));
  return fitting.length === 1 ? fitting[0] : undefined;
};
