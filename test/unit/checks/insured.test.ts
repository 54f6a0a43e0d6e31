import { describe, expect, it } from 'vitest';
import type { Raised } from '../../../lib/checks/check';
import type { Case } from '../../../lib/claim/case';
import { aPerson } from '../../era/build';
import {
  absent,
  aCase,
  aChart,
  aFormCase,
  aLedger,
  aLine,
  aPatient,
  aPolicy,
  aPosting,
  aPrimaryPolicy,
  aSecondLine,
  is,
  smudged,
} from './build';
import { answered, denied } from './code-cases';
import { checkOf } from './table';

const outcomeOf = (id: string, c: Case) => checkOf(id).run(c);
const raisedOf = (id: string, c: Case): Raised => {
  const outcome = outcomeOf(id, c);
  if (outcome.is !== 'raised' || !outcome.raised[0]) throw new Error(`${id} is ${JSON.stringify(outcome)}`);
  return outcome.raised[0];
};

describe('an insured that the primary corrected', () => {
  const quoted = (...person: Parameters<typeof aPerson>) =>
    raisedOf('C100', answered({ names: [aPerson(...person)] })).quotes?.map(({ text }) => text);

  it('is quoted with name and ID, as far as the remittance gives them', () => {
    expect(quoted('74', 'HALL', 'DENISE', 'BW1')).toEqual([expect.stringContaining('Corrected: HALL, DENISE, ID BW1')]);
    expect(quoted('74', 'HALL', '', '')).toEqual([expect.stringMatching(/Corrected: HALL(?![,\w])/)]);
    expect(quoted('74', '', '', 'BW1')).toEqual([expect.stringContaining('Corrected: BW1')]);
  });

  it('is told as such; a member that was not found by the reason that was given', () => {
    expect(raisedOf('C100', answered({ names: [aPerson('74', 'HALL', 'DENISE', 'BW1')] }))).toMatchObject({
      title: 'The primary corrected the insured',
      short: 'Insured was corrected',
    });
    expect(raisedOf('C100', denied('PR-31')).title).toContain('The primary could not match the member: ');
    expect(raisedOf('C100', denied('PR-31')).title).toContain('PR-31');
  });
});

describe('a patient who is the insured', () => {
  const inChart = (changes: Parameters<typeof aPolicy>[0], patient: Parameters<typeof aPatient>[0] = {}) =>
    aCase({
      patient: aPatient(patient),
      chart: aChart({ policies: [aPrimaryPolicy(), aPolicy({ relationship: is('self'), ...changes })] }),
    });
  const lacks = (c: Case) => {
    const outcome = outcomeOf('C098', c);
    return outcome.is === 'unknown' ? outcome.missing.map(({ what }) => what) : outcome.is;
  };

  it('has one name and one birth date in chart and form', () => {
    expect(raisedOf('C098', inChart({ insuredDob: is('1958-04-13') })).title).toBe(
      'The patient is the insured, but the birth date of the insured of the secondary differs',
    );
    expect(lacks(inChart({ insuredDob: absent }))).toBe('pass');
    expect(lacks(inChart({ insured: absent, insuredDob: absent }))).toBe('pass');
  });

  it('is not known to be where one of them cannot be read', () => {
    expect(lacks(inChart({ insuredDob: smudged('04/1?') }))).toEqual(['the insured of the secondary']);
    expect(lacks(inChart({}, { dob: smudged('04/1?') }))).toContain('name or birth date of the patient');
    expect(lacks(inChart({}, { dob: absent }))).toContain('name or birth date of the patient');
  });

  const onForm = (values: Record<string, string>) => aFormCase({ '6': 'SELF', ...values });

  it('is one person in boxes 2 and 4, or Same', () => {
    const { title, places } = raisedOf('C098', onForm({ '4': 'OKAFOR, PAUL' }));
    expect(title).toBe('The patient is the insured, but the name of the insured in box 4 differs');
    expect(places.map(({ path }) => path)).toEqual([expect.stringMatching(/4$/)]);
    expect(lacks(onForm({ '4': 'same' }))).toBe('pass');
    expect(lacks(onForm({ '4': 'OKAFOR, SAME' }))).toBe('raised');
    expect(lacks(onForm({ '4': 'SAME, DENISE' }))).toBe('raised');
    expect(lacks(onForm({ '4': 'Denise M. Okafor' }))).toBe('pass');
  });

  it('has one birth date in boxes 3 and 11a, however it is written', () => {
    expect(raisedOf('C098', onForm({ '11a': '04/13/1958' })).short).toBe('Self, but another birth date');
    expect(lacks(onForm({ '11a': '1958-04-12' }))).toBe('pass');
    expect(lacks(onForm({ '11a': 'April?' }))).toBe('pass');
  });
});

describe('a posting at the primary’s level', () => {
  const posted = (names: readonly string[], changes: Partial<Case> = {}) =>
    aCase({
      ledger: aLedger({
        lines: names.map((name, i) => {
          const path = `ledger/8841207/${i + 1}`;
          const line = i === 1 ? aSecondLine : aLine;
          return line({ n: i + 1, postings: [aPosting({ payer: is(name, `${path}/payer`) }, path)] });
        }),
      }),
      ...changes,
    });
  const OWN = 'BRIGHTWATER PPO';
  const OTHER = 'LARKSPUR MUTUAL';

  it('is shown where it stands under another payer, with that name', () => {
    const { places, quotes, short } = raisedOf('C118', posted([OWN, OTHER]));
    expect(places.map(({ path }) => path)).toEqual(['ledger/8841207/2/payer']);
    expect(quotes).toEqual([{ text: OTHER, place: expect.objectContaining({ path: 'ledger/8841207/2/payer' }) }]);
    expect(short).toBe('Line 2: other payer ID');
  });

  it('is counted in the list from the third line on', () => {
    expect(raisedOf('C118', posted([OTHER, OTHER])).short).toBe('Lines 1 and 2: other payer ID');
    expect(raisedOf('C118', posted([OTHER, OTHER, OTHER]))).toMatchObject({
      short: '3 lines: other payer ID',
      lines: [1, 2, 3],
    });
  });

  it('is of the primary by its ID, also where only the chart knows that', () => {
    const { primary, secondary } = aCase();
    const sameId = { ...(secondary ?? primary), payerId: 'BRW01' };
    const ofChart = { primary: { ...primary, payerId: '' }, secondary: sameId };
    expect(outcomeOf('C118', posted([OTHER], ofChart)).is).toBe('pass');
    const noIds = { primary: { ...primary, payerId: '' }, secondary: { ...sameId, payerId: '' } };
    const chart = aChart({ policies: [aPrimaryPolicy({ payerId: absent }), aPolicy({ payerId: absent })] });
    expect(outcomeOf('C118', posted([OTHER], { ...noIds, chart })).is).toBe('raised');
  });

  it('is nobody’s while the primary of the claim is not known', () => {
    const { primary } = aCase();
    expect(outcomeOf('C118', posted([OTHER], { primary: { ...primary, name: '' } }))).toMatchObject({
      is: 'unknown',
      missing: [{ what: 'the primary payer' }],
    });
  });
});
