import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EraIndexEntry } from '../../../lib/era/files';
import { type ClaimToFind, claimToFind, findClaim, findClaims } from '../../../lib/era/find-claim';
import { anAnswer } from '../../era/build';
import { aCase, aRow, is } from '../checks/build';

const anEntry = (changes: Partial<EraIndexEntry> = {}): EraIndexEntry => ({
  controlNumber: '8841207',
  payerClaimNumber: 'BW26083-55017',
  status: '1',
  last: 'OKAFOR',
  first: 'DENISE',
  memberId: 'BW2288401',
  from: '2026-02-24',
  to: '2026-02-24',
  charge: 25000,
  paid: 14909,
  lines: 2,
  set: 0,
  offset: 0,
  length: 1,
  segment: 112,
  ...changes,
});

const wanted: ClaimToFind = {
  claimId: '8841207',
  payerClaimNumbers: [],
  patient: { last: 'OKAFOR', first: 'DENISE', middle: 'M' },
  dos: { from: '2026-02-24', to: '2026-02-24' },
  charge: 25000,
  others: ['8841300'],
};

const find = (entries: EraIndexEntry[], claim: Partial<ClaimToFind> = {}) => {
  const { found, candidates } = findClaim(entries, { ...wanted, ...claim });
  return {
    found: found.map(({ entry, match }) => [entry.controlNumber, match]),
    candidates: candidates.map(({ why }) => why),
  };
};

describe('finding the claim of the page in a remittance', () => {
  it.each([
    ['as it was sent', '8841207'],
    ['with leading zeros', '0008841207'],
    ['with separators', '88-41207'],
  ])('goes by control number %s', (_how, controlNumber) => {
    expect(
      find([anEntry({ controlNumber }), anEntry({ controlNumber: '999', from: '2020-01-01', to: '2020-01-01' })]),
    ).toEqual({
      found: [[controlNumber, 'control-number']],
      candidates: [],
    });
  });

  it('takes every answer under the number: a reversal and its correction', () => {
    const entries = [anEntry({ status: '22', charge: -25000, paid: -14909 }), anEntry({ paid: 14069 })];
    expect(find(entries).found).toHaveLength(2);
  });

  it('takes the number although the charge differs, which is said elsewhere', () => {
    expect(find([anEntry({ charge: 26000 })]).found).toHaveLength(1);
  });

  it('never takes another patient’s claim, whatever its number', () => {
    expect(find([anEntry({ last: 'DOE', first: 'JOHN' })])).toEqual({
      found: [],
      candidates: ['Same claim number 8841207, but the patient is DOE, JOHN'],
    });
  });

  it('offers, but does not take, the number on other dates of service', () => {
    expect(find([anEntry({ from: '2025-01-01', to: '2025-01-01' })])).toEqual({
      found: [],
      candidates: ['Same claim number 8841207, but other dates of service'],
    });
  });

  it('takes an account number only with the dates of the claim: a patient has one for all visits', () => {
    const account = { claimId: '1', pcn: 'HF204417' };
    const visits = [
      anEntry({ controlNumber: 'HF204417' }),
      anEntry({ controlNumber: 'HF204417', from: '2026-01-05', to: '2026-01-05' }),
    ];
    expect(find(visits, account)).toEqual({ found: [['HF204417', 'control-number']], candidates: [] });
    const undated = anEntry({ controlNumber: 'HF204417', from: null, to: null, charge: 1 });
    expect(find([undated], account)).toEqual({
      found: [],
      candidates: ['Same account number HF204417, but no dates of service to compare'],
    });
  });

  it('goes by the payer’s own number where another answer named it', () => {
    const entry = anEntry({ controlNumber: 'X', charge: 1 });
    expect(find([entry], { payerClaimNumbers: ['bw26083 55017'] }).found).toEqual([['X', 'payer-claim-number']]);
  });

  it('goes by patient, dates and charge where no number fits', () => {
    expect(find([anEntry({ controlNumber: 'A-1' })]).found).toEqual([['A-1', 'patient-date-charge']]);
    expect(find([anEntry({ controlNumber: 'A-1', charge: 25001 })])).toEqual({ found: [], candidates: [] });
    expect(find([anEntry({ controlNumber: 'A-1', first: 'PAUL' })])).toEqual({ found: [], candidates: [] });
  });

  it('does not take what bears the number of another claim of the patient', () => {
    expect(find([anEntry({ controlNumber: '8841300' })])).toEqual({ found: [], candidates: [] });
  });

  it('chooses between two of one visit for nobody', () => {
    const { found, candidates } = find([anEntry({ controlNumber: 'A-1' }), anEntry({ controlNumber: 'A-2' })]);
    expect(found).toEqual([]);
    expect(candidates).toHaveLength(2);
  });

  it('takes nothing by patient where the number is in the file', () => {
    expect(find([anEntry(), anEntry({ controlNumber: 'A-2' })]).found).toEqual([['8841207', 'control-number']]);
  });

  it('takes nothing where the page names no patient and no number', () => {
    const { claimId: _id, patient: _patient, ...nobody } = wanted;
    expect(findClaim([anEntry()], nobody)).toEqual({ found: [], candidates: [] });
  });

  it('asks for what the session knows of the claim', () => {
    const c = aCase({
      row: aRow({ pcn: is('P-1') }),
      siblings: [aRow({ id: is('8841300'), pcn: is('P-1') })],
      remittance: [anAnswer()],
    });
    expect(claimToFind(c)).toEqual({ ...wanted, pcn: 'P-1', payerClaimNumbers: ['BW26083-55017'] });
  });

  it('finds all claims of a patient in one pass', () => {
    const other = { ...wanted, claimId: '8841300', others: ['8841207'] };
    const results = findClaims([anEntry({ controlNumber: '8841300' }), anEntry()], [wanted, other]);
    expect(results.map(({ found }) => found.map(({ entry }) => entry.controlNumber))).toEqual([
      ['8841207'],
      ['8841300'],
    ]);
  });

  it('never finds a claim of a person of another name, in any file', () => {
    const name = fc.constantFrom('OKAFOR', 'DOE', 'SMITH');
    const entry = fc
      .record({
        controlNumber: fc.constantFrom('8841207', '08841207', 'HF204417', 'A-1', ''),
        payerClaimNumber: fc.constantFrom('BW26083-55017', 'X', ''),
        last: name,
        first: fc.constantFrom('DENISE', 'JOHN'),
        charge: fc.constantFrom(25000, 1, null),
        from: fc.constantFrom('2026-02-24', '2026-01-05', null),
      })
      .map((changes) => anEntry({ ...changes, to: changes.from }));
    const claim = { ...wanted, pcn: 'HF204417', payerClaimNumbers: ['BW26083-55017'] };
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), (entries) => {
        for (const one of findClaim(entries, claim).found) {
          expect([one.entry.last, one.entry.first]).toEqual(['OKAFOR', 'DENISE']);
          expect([null, '2026-02-24']).toContain(one.entry.from);
        }
      }),
    );
  });
});
