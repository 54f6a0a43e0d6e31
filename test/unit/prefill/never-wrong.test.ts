import { describe, expect, it } from 'vitest';
import type { Case } from '../../../lib/claim/case';
import type { LedgerLine, Policy, Posting } from '../../../lib/claim/claim';
import { makePlan } from '../../../lib/prefill/make-plan';
import {
  ADDRESS,
  absent,
  aCase,
  aChart,
  adjustment,
  aForm,
  aLedger,
  aLine,
  aPolicy,
  aPosting,
  aPrimaryPolicy,
  aRow,
  aSecondLine,
  FORM_VALUES,
  is,
  MEDICARE,
  smudged,
} from '../checks/build';

const OURS = /^(?:1a|4|6|7\..*|9.?|11.*|29|24\.\d\.(?:paid|adj.*))$/;
const form = (values: Record<string, string> = {}) =>
  aForm({
    ...Object.fromEntries(Object.keys(FORM_VALUES).map((id) => [id, OURS.test(id) ? '' : (FORM_VALUES[id] ?? '')])),
    ...values,
  });
const plan = (c: Case) => makePlan(c, form());
const wanted = (c: Case, box: string) => plan(c).items.find((item) => item.box === box)?.wantedShown;
const why = (c: Case, box: string) => plan(c).missing.find((gap) => gap.box === box)?.why;

const ofLine = (changes: Partial<LedgerLine>) => aCase({ ledger: aLedger({ lines: [aLine(changes), aSecondLine()] }) });
const posted = (...postings: Posting[]) => ofLine({ insurancePaid: absent, postings });
const REVERSAL = aPosting({
  paid: is(-9840),
  adjustments: is([adjustment('CO', '45', -4200), adjustment('PR', '2', -2460)]),
});
const chartOf = (secondary: Partial<Policy>, primary: Partial<Policy> = {}) =>
  aChart({ policies: [aPrimaryPolicy(primary), aPolicy(secondary)] });

/** Nothing of line 1 is planned, nor the sum in box 29. */
const leavesLine1 = (c: Case, words: string) => {
  expect(plan(c).items.filter(({ line, box }) => line === 1 || box === '29')).toEqual([]);
  expect(why(c, '24.1.paid')).toContain(words);
  expect(wanted(c, '24.2.paid')).toBe('50.69');
};

describe('what the primary did is not planned', () => {
  it('on a line that is off by a cent', () => {
    leavesLine1(posted(aPosting({ paid: is(9839) })), 'Line 1 does not balance in the ledger: $0.01 is left over.');
  });

  it('where the last thing the primary did was to take it back', () => {
    leavesLine1(posted(aPosting(), REVERSAL), 'does not balance');
  });

  it('where more was taken back than was paid, even if the line adds up', () => {
    const odd = aPosting({ paid: is(-100), adjustments: is([adjustment('CO', '45', 16600)]) });
    leavesLine1(posted(odd), 'took back more than it paid on line 1: −$1.00');
  });

  it('where a payer that is neither of the claim’s posted it', () => {
    leavesLine1(posted(aPosting({ level: absent, payer: is('HALCYON HEALTH') })), 'does not say whose postings');
  });

  it('where two postings have neither level nor payer', () => {
    const second = aPosting({ level: absent, payer: absent, paid: is(2460), adjustments: is([]) });
    leavesLine1(posted(aPosting({ level: absent, payer: absent }), second), 'does not say whose postings');
  });

  it('where one company is both payers and posted twice without a level', () => {
    const both = { level: absent, payer: is('BRIGHTWATER PPO') };
    const offset = aPosting({ ...both, paid: is(2460), adjustments: is([adjustment('PR', '2', -2460)]) });
    const c = posted(aPosting(both), offset);
    leavesLine1({ ...c, secondary: { ...c.primary } }, 'does not say whose postings');
  });

  it('where the payer of a posting cannot be read', () => {
    leavesLine1(posted(aPosting({ level: absent, payer: smudged('B?') })), 'does not say whose postings');
  });
});

describe('what the primary did is planned', () => {
  it('where its only posting bears no name', () => {
    expect(wanted(posted(aPosting({ level: absent, payer: absent })), '24.1.paid')).toBe('98.40');
  });

  it('where the payer’s name alone tells the postings apart', () => {
    const second = aPosting({ level: absent, payer: is('Larkspur Mutual'), paid: is(2460), adjustments: is([]) });
    const c = posted(aPosting({ level: absent }), second);
    expect([wanted(c, '24.1.paid'), wanted(c, '29')]).toEqual(['98.40', '149.09']);
  });

  it('as $0.00 with its reasons for a denied line', () => {
    const denied = aPosting({ paid: is(0), adjustments: is([adjustment('PR', '96', 16500)]) });
    const c = posted(denied);
    expect([wanted(c, '24.1.paid'), wanted(c, '24.1.adj1.amount')]).toEqual(['0.00', '165.00']);
  });
});

describe('box 29', () => {
  const paid = (cents: number) => ofLine({ patientPaid: is(cents) });

  it('holds what the primary and the patient paid, and says so', () => {
    expect(wanted(paid(1000), '29')).toBe('159.09');
    expect(plan(paid(1000)).items.find(({ box }) => box === '29')?.source).toBe(
      'Ledger, paid by BRIGHTWATER PPO and by the patient',
    );
  });

  it('is left alone where the ledger contradicts itself about the patient', () => {
    const c = aCase({ ledger: aLedger({ patientPaid: is(2000) }) });
    expect(wanted(c, '29')).toBeUndefined();
    expect(why(c, '29')).toBe('The ledger shows $20.00 paid by the patient, its lines add up to $0.00.');
  });

  it('is left alone where the patient’s payments are not read, or come to less than nothing', () => {
    for (const c of [ofLine({ patientPaid: absent }), ofLine({ patientPaid: smudged('1O.00') }), paid(-500)]) {
      expect(wanted(c, '29')).toBeUndefined();
      expect(why(c, '29')).toBeTruthy();
    }
  });

  it('is left alone where the claim has more lines than the form', () => {
    const more = [3, 4, 5, 6, 7].map((n) => aSecondLine({ n, procedure: is(`9711${n}`) }));
    const c = aCase({ ledger: aLedger({ lines: [aLine(), aSecondLine(), ...more] }) });
    expect(wanted(c, '29')).toBeUndefined();
    expect(why(c, '29')).toBe('The claim has 7 lines, the form 6: add up the lines of this form.');
  });
});

describe('two policies are never mixed', () => {
  const picked = (changes: Partial<NonNullable<Case['picked']>>) =>
    aCase({ picked: { insuranceId: 'LM44108220', name: 'OKAFOR, DENISE', path: 'search/1', ...changes } });
  const SECONDARY = ['1a', '4', '6', '7.street', '11', '11a', '11c'];
  const planned = (c: Case) =>
    plan(c)
      .items.filter(({ box }) => SECONDARY.includes(box))
      .map(({ box }) => box);

  it('takes the chart’s policy where it is the one that was picked', () => {
    expect(planned(picked({ dob: '1958-04-12' }))).toEqual(SECONDARY);
  });

  it.each([
    ['another ID', { insuranceId: 'LM99999999' }],
    ['another person', { name: 'OKAFOR, PAUL' }],
    ['another birth date', { dob: '1955-01-02' }],
  ])('plans nothing of the chart’s policy where a profile with %s was picked', (_what, changes) => {
    expect(planned(picked(changes))).toEqual([]);
  });

  it('knows a picked profile by its insured as by the patient', () => {
    const insured: Partial<Policy> = {
      relationship: is('spouse'),
      insured: is({ last: 'OKAFOR', first: 'PAUL', middle: '' }),
    };
    const c = { ...picked({ name: 'OKAFOR, PAUL' }), chart: chartOf(insured) };
    expect(planned(c)).toEqual(SECONDARY);
  });

  it('plans nothing of the chart while the rank of one of its policies cannot be read', () => {
    const chart = aChart({ policies: [aPrimaryPolicy(), aPolicy(), aPolicy({ rank: smudged('2nd?') })] });
    expect(why(aCase({ chart }), '11c')).toBe('The rank of an insurance in the chart cannot be read.');
  });
});

describe('SAME in the Medicare-secondary view', () => {
  const medicare = (primary: Partial<Policy>): Case =>
    aCase({ secondary: MEDICARE, chart: chartOf({ payer: is(MEDICARE.name) }, primary) });

  it('is not said of an address that is another', () => {
    const moved = medicare({ insuredAddress: is({ ...ADDRESS, line1: '9 OAK AVE' }) });
    expect([wanted(moved, '7.street'), wanted(moved, '7.city')]).toEqual(['9 OAK AVE', 'AUSTIN']);
  });

  it('is said of the patient’s own policy without an address', () => {
    const c = medicare({ insuredAddress: absent });
    expect([wanted(c, '7.street'), wanted(c, '7.city')]).toEqual(['SAME', undefined]);
  });

  it('is not said of another name', () => {
    const c = medicare({ insured: is({ last: 'OKAFOR', first: 'PAUL', middle: '' }) });
    expect(wanted(c, '4')).toBeUndefined();
    expect(why(c, '4')).toContain('under another name');
  });
});

it('is planned only on the ledger of a claim known to be the primary’s where postings say nothing', () => {
  const c = { ...posted(aPosting({ level: absent, payer: absent })), row: aRow({ level: absent }) };
  leavesLine1(c, 'does not say whose postings');
});
