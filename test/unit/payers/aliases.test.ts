import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aliasKey, matchPayer, mayBeSamePayer, type PayerOption, samePayer } from '../../../lib/payers/aliases';
import { STATES } from '../../../lib/payers/states';

const options = (...labels: string[]): PayerOption[] => labels.map((label, i) => ({ value: String(i + 1), label }));
const label = (name: string, list: PayerOption[], confirmed = {}) => {
  const found = matchPayer(name, list, confirmed);
  return found.match === 'one' ? found.option.label : found.match;
};

describe('samePayer', () => {
  it.each([
    ['BCBS TX', 'BLUE CROSS BLUE SHIELD OF TEXAS'],
    ['BCBSTX', 'Blue Cross & Blue Shield of Texas, Inc.'],
    ['BC/BS of Texas', 'BLUE CROSS BLUE SHIELD OF TEXAS'],
    ['B.C.B.S. TEXAS', 'BlueCross BlueShield of Texas'],
    ['UHC', 'UNITED HEALTHCARE'],
    ['UnitedHealthcare', 'UNITED HEALTH CARE INSURANCE CO'],
    ['Texas Medicaid', 'MEDICAID OF TEXAS'],
    ['MCR PART B TX', 'MEDICARE PART B TEXAS'],
    ['Mut. of Omaha Ins Co', 'MUTUAL OF OMAHA'],
    ['BCBS W VIRGINIA', 'BCBS W VA'],
    ['AARP Medicare Supplemental', 'AARP MEDIGAP'],
    ['BCBS KC', 'BLUE CROSS BLUE SHIELD OF KANSAS CITY'],
    ['Medicare Texas Part B', 'MEDICARE PART B TX'],
    ['LARKSPUR MUTUAL CO', 'LARKSPUR MUTUAL'],
  ])('takes %j and %j for one payer', (a, b) => {
    expect(samePayer(a, b)).toBe(true);
  });

  it.each([
    ['BCBS TX', 'BLUE CROSS BLUE SHIELD OF TENNESSEE'],
    ['BCBS TX', 'BCBS TX FEP'],
    ['BLUE SHIELD OF CALIFORNIA', 'BLUE CROSS OF CALIFORNIA'],
    ['BCBS KS', 'BCBS KANSAS CITY'],
    ['BCBS OF VIRGINIA', 'BCBS OF WEST VIRGINIA'],
    ['AETNA', 'AETNA BETTER HEALTH'],
    ['AETNA PPO', 'AETNA HMO'],
    ['UNITED HEALTHCARE', 'UNITEDHEALTHCARE SHARED SERVICES'],
    ['FIRST HEALTH', 'HEALTH FIRST'],
    ['UNITED AMERICAN', 'AMERICAN UNITED'],
    ['LARKSPUR MUTUAL CO', 'LARKSPUR MUTUAL OF COLORADO'],
    ['', ''.padStart(2)],
    ['OF THE', 'THE'],
  ])('does not take %j and %j for one payer', (a, b) => {
    expect(a === b ? false : samePayer(a, b)).toBe(false);
  });

  it('keeps the payers of any two states apart', () => {
    const states = fc.constantFrom(...Object.entries(STATES));
    fc.assert(
      fc.property(states, states, ([a, nameA], [b, nameB]) => {
        expect(samePayer(`BCBS ${a}`, `BLUE CROSS BLUE SHIELD OF ${nameB}`)).toBe(a === b);
        expect(samePayer(`BCBS OF ${nameA}`, `BCBS${b}`)).toBe(a === b);
      }),
    );
  });

  it('has one key for all writings that differ in case and punctuation', () => {
    expect(aliasKey('b.c.b.s.  of  texas')).toBe(aliasKey('BCBS OF TEXAS'));
    expect(aliasKey('---')).toBe('');
  });
});

describe('matchPayer', () => {
  const list = options(
    'AETNA',
    'BLUE CROSS BLUE SHIELD OF TEXAS',
    'BLUE CROSS BLUE SHIELD OF TENNESSEE',
    'BCBS TX FEP',
  );

  it('finds the one payer that the chart writes another way', () => {
    expect(label('BCBS TX', list)).toBe('BLUE CROSS BLUE SHIELD OF TEXAS');
    expect(label('BCBS TN', list)).toBe('BLUE CROSS BLUE SHIELD OF TENNESSEE');
  });

  it('says none where the list has no such payer', () => {
    expect(label('LARKSPUR MUTUAL', list)).toBe('none');
    expect(label('BCBS OK', list)).toBe('none');
    expect(label('', list)).toBe('none');
    expect(label('BCBS TX', [])).toBe('none');
  });

  it('never picks between several', () => {
    const double = options('BCBS OF TENNESSEE', 'BLUE CROSS BLUE SHIELD OF TENNESSEE', 'AETNA');
    expect(matchPayer('BCBS TN', double)).toEqual({ match: 'several', options: double.slice(0, 2) });
    expect(label('AETNA', options('AETNA', 'AETNA'))).toBe('several');
  });

  it('prefers the name that is written the same', () => {
    const double = options('BCBS OF TENNESSEE', 'BLUE CROSS BLUE SHIELD OF TENNESSEE');
    expect(label('bcbs of tennessee', double)).toBe('BCBS OF TENNESSEE');
  });

  it('leaves the kind of plan out only where that leaves exactly one', () => {
    expect(label('AETNA PPO', options('AETNA', 'CIGNA'))).toBe('AETNA');
    expect(label('AETNA', options('AETNA HMO', 'CIGNA'))).toBe('AETNA HMO');
    expect(label('AETNA', options('AETNA HMO', 'AETNA PPO'))).toBe('several');
    expect(label('AETNA PPO', options('AETNA PPO', 'AETNA'))).toBe('AETNA PPO');
    expect(label('AETNA PPO', options('AETNA HMO'))).toBe('none');
  });

  it('takes what the biller confirmed before, while it is in the list', () => {
    const confirmed = { [aliasKey('LARKSPUR MUTUAL')]: 'AETNA', [aliasKey('BCBS TX')]: 'BCBS TX FEP' };
    expect(label('Larkspur Mutual', list, confirmed)).toBe('AETNA');
    expect(label('BCBS TX', list, confirmed)).toBe('BCBS TX FEP');
    expect(label('BCBS TX', options('BLUE CROSS BLUE SHIELD OF TEXAS'), confirmed)).toBe(
      'BLUE CROSS BLUE SHIELD OF TEXAS',
    );
    expect(label('constructor', list, {})).toBe('none');
  });
});

describe('a name that hardly tells', () => {
  it('is of no payer', () => {
    expect(samePayer('---', '...')).toBe(false);
    expect(mayBeSamePayer('---', '...')).toBe(false);
    expect(mayBeSamePayer('PPO', 'PPO INC')).toBe(false);
    expect(matchPayer('---', [{ value: '1', label: '...' }])).toEqual({ match: 'none' });
  });

  it('is the same as itself, letter by letter', () => {
    expect(samePayer('---', '---')).toBe(true);
    expect(mayBeSamePayer('---', '---')).toBe(true);
    expect(mayBeSamePayer('AETNA PPO', 'AETNA')).toBe(true);
    expect(mayBeSamePayer('AETNA PPO', 'AETNA, PPO')).toBe(true);
    expect(mayBeSamePayer('AETNA PPO', 'AETNA HMO')).toBe(false);
    expect(mayBeSamePayer('AETNA', 'CIGNA')).toBe(false);
  });
});

describe('the key of a name', () => {
  it.each([
    ['BCBSTX', 'BLUE CROSS BLUE SHIELD @TX'],
    ['BCBSXX', 'BCBSXX'],
    ['XBCBSTX', 'XBCBSTX'],
    ['BCBSTXX', 'BCBSTXX'],
    ['WEST VIRGINIA MEDICAID', 'MEDICAID @WV'],
    ['LARKSPUR  --  MUTUAL', 'LARKSPUR MUTUAL'],
    ['AETNA INS CO', 'AETNA'],
    ['AETNA POS & PPO', 'AETNA / POS PPO'],
  ])('%j is %j', (name, key) => {
    expect(aliasKey(name)).toBe(key);
  });

  it('is made of two hundred letters', () => {
    expect(aliasKey(`${'X'.repeat(200)} MUTUAL`)).toBe('X'.repeat(200));
  });

  it('is the same however many names were asked for before', () => {
    const before = aliasKey('BCBS TX');
    for (let n = 0; n < 2_100; n += 1) aliasKey(`LARKSPUR ${n}`);
    expect(aliasKey('BCBS TX')).toBe(before);
  });
});
