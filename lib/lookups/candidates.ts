import type { PatientStrip, PersonName, Policy } from '../claim/claim';
import type { SearchHit } from '../claim/form';
import { parseName, sameName } from '../claim/names';
import { known } from '../claim/reading';
import { collapseHits, sameId } from './hits';

type Same = 'same' | 'differs' | 'unknown';

/** One insurance profile that the PM found, held against the chart. `unknown`: one side does not say. */
export interface CandidateMarks {
  hit: SearchHit;
  id: Same;
  name: Same;
  dob: Same;
}

const compare = <T>(a: T | undefined, b: T | undefined, same: (a: T, b: T) => boolean): Same =>
  a === undefined || b === undefined ? 'unknown' : same(a, b) ? 'same' : 'differs';

const nameIn = (text: string): PersonName | undefined => {
  const parsed = parseName(text);
  return parsed.ok ? parsed.value : undefined;
};

/** Who the chart says is insured: the policy's insured, or the patient where the chart says that this is the same person. */
const insuredOf = (policy: Policy | undefined, patient: PatientStrip) => {
  const self = known(policy?.relationship) === 'self';
  return {
    name: known(policy?.insured) ?? (self ? known(patient.name) : undefined),
    dob: known(policy?.insuredDob) ?? (self ? known(patient.dob) : undefined),
  };
};

/**
 * Marks each insurance profile of a payer search: does its ID equal the chart's member ID, its name and birth date the
 * insured's? Doubled profiles count once. Picking one is always the biller's click.
 */
export const markCandidates = (
  hits: readonly SearchHit[],
  policy: Policy | undefined,
  patient: PatientStrip,
): CandidateMarks[] => {
  const memberId = known(policy?.memberId) || undefined;
  const insured = insuredOf(policy, patient);
  return collapseHits(hits).map((hit) => ({
    hit,
    id: compare(hit.insuranceId, memberId, sameId),
    name: compare(nameIn(hit.name), insured.name, sameName),
    dob: compare(hit.dob, insured.dob, (a, b) => a === b),
  }));
};
