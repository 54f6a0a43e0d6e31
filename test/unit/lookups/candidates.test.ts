import { describe, expect, it } from 'vitest';
import { markCandidates } from '../../../lib/lookups/candidates';
import { absent, aPatient, aPolicy, is, smudged } from '../checks/build';
import { aHit } from '../session/build';

const marks = (hit = aHit(), policy = aPolicy(), patient = aPatient()) => {
  const [one] = markCandidates([hit], policy, patient);
  return one && [one.id, one.name, one.dob];
};

describe('the candidates of a payer search', () => {
  it('are the same where ID, name and birth date equal the chart', () => {
    expect(marks(aHit({ insuranceId: 'lm-4410 8220', name: 'Denise Okafor' }))).toEqual(['same', 'same', 'same']);
  });

  it('differ where something differs', () => {
    const hit = aHit({ insuranceId: 'LM44108221', name: 'OKAFOR, DAVID', dob: '1960-01-01' });
    expect(marks(hit)).toEqual(['differs', 'differs', 'differs']);
  });

  it('are not known where the chart or the list does not say', () => {
    const { dob: _, ...noDob } = aHit();
    expect(marks(noDob)).toEqual(['same', 'same', 'unknown']);
    expect(marks(aHit(), aPolicy({ memberId: smudged('LM4?'), insured: absent, relationship: is('spouse') }))).toEqual([
      'unknown',
      'unknown',
      'same',
    ]);
    const [none] = markCandidates([aHit()], undefined, aPatient());
    expect([none?.id, none?.name, none?.dob]).toEqual(['unknown', 'unknown', 'unknown']);
  });

  it('are compared with the patient only where the chart says that the patient is the insured', () => {
    const self = aPolicy({ insured: absent, insuredDob: absent });
    expect(marks(aHit(), self)).toEqual(['same', 'same', 'same']);
    expect(marks(aHit(), { ...self, relationship: absent })).toEqual(['same', 'unknown', 'unknown']);
  });

  it('count once when listed twice, and stay two when two people have the ID', () => {
    const hits = [aHit(), aHit({ path: 'search/hit/2' }), aHit({ name: 'OKAFOR, DAVID' })];
    expect(markCandidates(hits, aPolicy(), aPatient()).map(({ hit }) => hit.path)).toEqual([
      'search/hit/1',
      'search/hit/1',
    ]);
  });
});
