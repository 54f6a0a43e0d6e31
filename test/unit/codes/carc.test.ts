import { describe, expect, test } from 'vitest';
import { carcName, carcsOf, classOf, groupsFor, isListed, isNotCovered, retiredOf } from '../../../lib/codes/carc';
import { statusOf } from '../../../lib/codes/claim-status';
import { filingIndicatorName, isOnRemittances } from '../../../lib/codes/filing-indicator';
import { isGroupCode } from '../../../lib/codes/group';
import { INSURANCE_TYPES, insuranceTypeName } from '../../../lib/codes/insurance-type';
import { rarcClassOf, rarcsOf } from '../../../lib/codes/rarc';

describe('reason codes', () => {
  test.each([
    ['1', 'patient-share'],
    ['45', 'contractual'],
    [' 16 ', 'fixable'],
    ['204', 'not-covered'],
    ['22', 'other-payer'],
    ['18', 'duplicate'],
    ['p11', 'pending'],
    ['101', 'pricing'],
    ['23', 'prior-payer'],
    ['100', 'paid-elsewhere'],
    ['97', 'bundled'],
    ['b11', 'forwarded'],
    ['192', 'other'],
    ['P24', 'other'],
    ['42', undefined],
    ['999', undefined],
    ['', undefined],
    ['constructor', undefined],
  ])('%s is %s', (code, is) => {
    expect(classOf(code)).toBe(is);
  });

  test('are in one class each', () => {
    const classes = ['patient-share', 'contractual', 'fixable', 'not-covered', 'other-payer', 'duplicate'] as const;
    const more = ['pending', 'pricing', 'prior-payer', 'paid-elsewhere', 'bundled', 'forwarded', 'other'] as const;
    const all = [...classes, ...more].flatMap((is) => [...carcsOf(is)]);
    expect(new Set(all).size).toBe(all.length);
    for (const code of all) expect(retiredOf(code), code).toBeUndefined();
  });

  test('of the classes that checks and remittances ask for are those of the catalogue', () => {
    expect([...carcsOf('pending')].toSorted()).toEqual(['133', '257', '277', 'P11']);
    expect([...carcsOf('pricing')]).toEqual(['101']);
    expect([...carcsOf('forwarded')].toSorted()).toEqual(['290', '291', '292', '298', '300', '305', 'B11']);
    expect(['16', '226', '227', '252', '197', '29'].every((code) => carcsOf('fixable').has(code))).toBe(true);
    expect(isNotCovered('96') && isNotCovered('P13')).toBe(true);
    expect(isNotCovered('16')).toBe(false);
  });

  test('have names of our own, short enough for a table', () => {
    expect(carcName('2')).toBe('Coinsurance');
    expect(carcName('45')).toBeUndefined();
    for (const code of carcsOf('fixable', 'not-covered', 'other')) {
      expect((carcName(code) ?? '').length, code).toBeLessThanOrEqual(45);
    }
  });

  test('that are retired say when and what took their place, as far as the list does', () => {
    expect(retiredOf('42')).toEqual({ lastDay: '2007-06-01', now: ['45'] });
    expect(retiredOf('a2')).toEqual({ lastDay: '2008-01-01', now: ['45'] });
    expect(retiredOf('165')).toEqual({ lastDay: null, now: ['287', '288'] });
    expect(retiredOf('45')).toBeUndefined();
    expect(isListed('42') && isListed('45') && isListed('P30')).toBe(true);
    expect(isListed('999') || isListed('D99') || isListed('')).toBe(false);
  });

  test.each([
    ['45', ['CO', 'PR']],
    ['23', ['OA']],
    ['275', ['PR']],
    ['303', ['CO']],
    ['278', ['CO', 'PI']],
    ['96', undefined],
  ])('%s comes with %j', (code, allowed) => {
    expect(groupsFor(code)).toEqual(allowed);
  });
});

describe('other codes', () => {
  test('groups are the five of X12, in capitals', () => {
    expect(['CO', 'PR', 'OA', 'PI', 'CR'].every(isGroupCode)).toBe(true);
    expect(['', 'co', 'XX', 'constructor'].some(isGroupCode)).toBe(false);
  });

  test('remark codes have a class', () => {
    expect(rarcClassOf(' n781 ')).toBe('qmb');
    expect(rarcClassOf('N9999')).toBeUndefined();
    expect(rarcsOf('forwarded')).toEqual(['MA18', 'N89', 'MA07']);
  });

  test('claim statuses that are not listed are not final', () => {
    expect(statusOf('01').kind).toBe('answer');
    expect(statusOf('99').kind).toBe('unknown');
  });

  test('filing indicators have words, and some never stand on a remittance', () => {
    expect(filingIndicatorName('mb')).toBe('Medicare Part B');
    expect(filingIndicatorName('XX')).toBeUndefined();
    expect(isOnRemittances('MB')).toBe(true);
    expect(['BL', 'CI', 'FI', '11', 'XX'].some(isOnRemittances)).toBe(false);
  });

  test('insurance types say why Medicare comes second', () => {
    expect(INSURANCE_TYPES).toEqual(['12', '13', '14', '15', '16', '41', '42', '43', '47']);
    expect(insuranceTypeName('43')).toMatch(/^Disabled/);
    expect(insuranceTypeName('11')).toBeUndefined();
  });
});
