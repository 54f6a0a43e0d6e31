import { describe, expect, it } from 'vitest';
import { payerFacts } from '../../../lib/payers/directory';
import { casesOf } from '../../../lib/session/cases';
import { evict } from '../../../lib/session/evict';
import { applySnapshot } from '../../../lib/session/merge';
import { forgetRemittanceFile, inOrderOfPayment, keepAdjudications } from '../../../lib/session/remittances';
import type { PatientFile } from '../../../lib/session/session';
import type { SessionState } from '../../../lib/session/state';
import { anAnswer, LATER } from '../../era/build';
import { absent, aPatient, aRow, is, TODAY } from '../checks/build';
import { aHistory, aPage, at, KEY, NOW, sessionAfter, someoneElse } from './build';

const CLAIM = '8841207';
const state = (): SessionState => sessionAfter([at(), aHistory()]);
const file = (): PatientFile => state().patients[KEY]!;
const env = { today: TODAY, payerOf: payerFacts };
const remittanceOf = (patient: PatientFile) => casesOf(patient, undefined, env)[0]?.remittance;

const early = anAnswer({ file: 'early' });
const late = anAnswer({ file: 'late', payment: LATER });

describe('what remittances say of a claim', () => {
  it('is in its case, in the order of payment, whatever file came first', () => {
    const both = keepAdjudications(keepAdjudications(file(), CLAIM, 'late', [late]), CLAIM, 'early', [early]);
    expect(remittanceOf(both)).toEqual([early, late]);
  });

  it('is not in its case where no file says anything', () => {
    expect(casesOf(file(), undefined, env)[0]).not.toHaveProperty('remittance');
  });

  it('is in the case of no other claim', () => {
    const kept = keepAdjudications(file(), '5550001', 'early', [early]);
    expect(remittanceOf(kept)).toBeUndefined();
  });

  it('replaces what the same file said before, and nothing else', () => {
    const before = keepAdjudications(keepAdjudications(file(), CLAIM, 'early', [early]), CLAIM, 'late', [late]);
    const again = anAnswer({ file: 'early', match: 'by-hand' });
    expect(remittanceOf(keepAdjudications(before, CLAIM, 'early', [again]))).toEqual([again, late]);
    expect(remittanceOf(keepAdjudications(before, CLAIM, 'early', []))).toEqual([late]);
  });

  it('is taken only from the file that it is said to be of', () => {
    expect(remittanceOf(keepAdjudications(file(), CLAIM, 'late', [early]))).toBeUndefined();
  });

  it('stays in the order of the file for payments of one day', () => {
    const [reversal, correction] = [40, 60].map((segment) => anAnswer({ claim: { segment } }));
    expect(inOrderOfPayment([correction!, reversal!])).toEqual([reversal, correction]);
    const [a, b] = [anAnswer({ file: 'a', claim: { segment: 90 } }), anAnswer({ file: 'b', claim: { segment: 10 } })];
    expect(inOrderOfPayment([a, b])).toEqual([a, b]);
    expect(inOrderOfPayment([late, anAnswer({ payment: { paidOn: null } })])[1]).toBe(late);
  });

  it('is refused where one patient would have too much of it', () => {
    const much = anAnswer({ claim: { payerClaimNumber: 'x'.repeat(1_600_000) } });
    expect(() => keepAdjudications(file(), CLAIM, 'a', [much])).toThrow('more remittances');
    expect(remittanceOf(keepAdjudications(file(), CLAIM, 'a', []))).toBeUndefined();
  });

  it('goes with its file, of every patient', () => {
    const two = sessionAfter(
      [at(), aHistory()],
      [at(2, 'd2'), aHistory({ patient: someoneElse, claims: [aRow({ id: is('8850000') })] })],
    );
    const keep = (patient: PatientFile, claim: string): PatientFile =>
      keepAdjudications(keepAdjudications(patient, claim, 'early', [early]), claim, 'late', [late]);
    const [own, other] = Object.values(two.patients);
    const full: SessionState = {
      ...two,
      patients: { [own!.key]: keep(own!, CLAIM), [other!.key]: keepAdjudications(other!, '8850000', 'late', [late]) },
    };
    const left = forgetRemittanceFile(full, 'late');
    expect(Object.values(left.patients).map(({ remittances }) => remittances)).toEqual([{ [CLAIM]: [early] }, {}]);
    expect(forgetRemittanceFile(left, 'late')).toBe(left);
  });

  it('stays with the patient when the pages are read again, and when the chart number comes to be known', () => {
    const nameless = sessionAfter([at(), aHistory({ patient: aPatient({ chart: absent }) })]);
    const [weak] = Object.values(nameless.patients);
    const kept: SessionState = {
      ...nameless,
      patients: { [weak!.key]: keepAdjudications(weak!, CLAIM, 'early', [early]) },
    };
    const after = applySnapshot(kept, at(1, 'd2'), aHistory(), NOW).state;
    expect(after.patients[KEY]?.remittances).toEqual({ [CLAIM]: [early] });
  });

  it('counts when there is no room for every patient', () => {
    const two = sessionAfter(
      [at(), aHistory()],
      [at(1, 'd2'), aHistory({ patient: someoneElse })],
      [at(1, 'd3'), aPage({ patient: someoneElse })],
    );
    const heavy: SessionState = {
      ...two,
      patients: { ...two.patients, [KEY]: keepAdjudications(two.patients[KEY]!, CLAIM, 'early', [early]) },
    };
    const light = JSON.stringify(two.patients).length;
    expect(Object.keys(evict(two, { patients: 20, characters: light }).patients)).toContain(KEY);
    expect(Object.keys(evict(heavy, { patients: 20, characters: light }).patients)).not.toContain(KEY);
  });
});
