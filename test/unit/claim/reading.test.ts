import { describe, expect, it } from 'vitest';
import { claimId } from '../../../lib/claim/case';
import { isLacking, lacking } from '../../../lib/claim/lacking';
import { absent, known, type Place, placeOf, read, toReading, unreadable } from '../../../lib/claim/reading';

const PLACE: Place = { page: 'ledger', path: 'ledger/8841207/2/paid', label: 'Line 2, paid' };
const READ = read(5069, '50.69', PLACE);
const SMUDGED = unreadable('5O.69', '"5O.69" is not an amount', PLACE);

describe('a reading', () => {
  it('is what a parser made of the text, at its place', () => {
    expect(toReading({ ok: true, value: 5069 }, '50.69', PLACE)).toEqual(READ);
    expect(toReading({ ok: false, why: '"5O.69" is not an amount' }, '5O.69', PLACE)).toEqual(SMUDGED);
  });

  it('has a value only where it was read', () => {
    expect([READ, SMUDGED, absent, undefined].map((one) => known(one))).toEqual([
      5069,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('has a place wherever something stands, readable or not', () => {
    expect([READ, SMUDGED, absent, undefined].map((one) => placeOf(one))).toEqual([PLACE, PLACE, undefined, undefined]);
    expect('place' in lacking('the amount paid', 'ledger', absent)).toBe(false);
  });
});

describe('what is lacking', () => {
  it('is told with its raw text where it stands unreadably, else only by name', () => {
    expect(lacking('the amount paid', 'ledger', SMUDGED)).toEqual({
      what: 'the amount paid',
      source: 'ledger',
      place: PLACE,
      raw: '5O.69',
      why: '"5O.69" is not an amount',
    });
    expect(lacking('the amount paid', 'ledger', READ)).toEqual({
      what: 'the amount paid',
      source: 'ledger',
      place: PLACE,
    });
    expect(lacking('the amount paid', 'ledger', absent)).toEqual({ what: 'the amount paid', source: 'ledger' });
    expect(lacking('the amount paid', 'ledger')).toEqual({ what: 'the amount paid', source: 'ledger' });
  });

  it('is told apart from any fact', () => {
    expect(isLacking(lacking('the chart', 'chart'))).toBe(true);
    for (const fact of [undefined, null, 5069, 'what', {}, { what: 'x' }, { source: 'chart' }]) {
      expect(isLacking(fact)).toBe(false);
    }
  });
});

describe('the id of a claim', () => {
  it('is known only where it was read', () => {
    expect(claimId({ id: read('8841207', '8841207', PLACE) })).toBe('8841207');
    expect(claimId({ id: unreadable('88412O7', 'not a number', PLACE) })).toBeUndefined();
    expect(claimId({ id: absent })).toBeUndefined();
  });
});
