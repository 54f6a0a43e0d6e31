import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EraClaim } from '../../../lib/claim/era';
import { netAdjustments } from '../../../lib/era/amounts';
import { compareWithPosting, type PostedAmounts } from '../../../lib/era/compare';
import { matchRemitLines } from '../../../lib/era/match-lines';
import { netOf } from '../../../lib/era/netting';
import { anAnswer, aRemitLine, aSecondRemitLine, cas } from '../../era/build';
import { aLine, aSecondLine } from '../checks/build';

const posted = (paid: number | null, ...codes: [string, number][]): PostedAmounts => ({
  isPosted: true,
  paid,
  adjustments: netAdjustments(codes.map(([code, amount]) => cas(code, amount))),
});
const FIRST = posted(9840, ['CO-45', 4200], ['PR-2', 2460]);
const SECOND = posted(5069, ['CO-45', 2164], ['PR-2', 1267]);
const UNPOSTED: PostedAmounts = { isPosted: false, paid: null, adjustments: null };

const compare = (amounts: PostedAmounts[], claim: Partial<EraClaim> = {}) => {
  const net = netOf([anAnswer({ claim })]);
  return compareWithPosting(net, matchRemitLines(net.parts, [aLine(), aSecondLine()]), amounts);
};
const second = (amounts: PostedAmounts) => compare([FIRST, amounts]).lines[1];

describe('payer said, posted, difference', () => {
  it('is the same to the cent and the code', () => {
    const all = compare([FIRST, SECOND]);
    expect(all.state).toBe('same');
    expect(all.lines.flatMap(({ rows }) => rows).every(({ differs }) => differs === 0)).toBe(true);
    expect(all.totals.map(({ label, said, posted: of }) => [label, said, of])).toEqual([
      ['Paid', 14909, 14909],
      ['Adjusted', 6364, 6364],
      ['Patient', 3727, 3727],
    ]);
  });

  it('names the cent that is short, and what to make of it', () => {
    const all = compare([FIRST, posted(5069, ['CO-45', 2163], ['PR-2', 1267])]);
    expect(all.state).toBe('differs');
    expect(all.lines.map(({ state }) => state)).toEqual(['same', 'differs']);
    expect(all.lines[1]?.rows).toEqual([
      { what: 'paid', label: 'Paid', said: 5069, posted: 5069, differs: 0 },
      { what: 'adjustment', label: 'CO-45', said: 2164, posted: 2163, differs: -1 },
      { what: 'adjustment', label: 'PR-2', said: 1267, posted: 1267, differs: 0 },
      { what: 'left-over', label: 'Left over', said: 0, posted: 1, differs: 1 },
    ]);
    expect(all.lines[1]?.fixes).toEqual(['CO-45 was posted $0.01 short: change it to 21.64.']);
    expect(all.totals[1]).toMatchObject({ label: 'Adjusted', said: 6364, posted: 6363, differs: -1 });
  });

  it.each([
    [
      'a payment too high',
      posted(5169, ['CO-45', 2164], ['PR-2', 1267]),
      ['The payment was posted $1.00 too high: change it to 50.69.'],
    ],
    ['a reason that is missing', posted(5069, ['CO-45', 2164]), ['PR-2 of 12.67 was not posted: add it.']],
    [
      'a reason too much',
      posted(5069, ['CO-45', 2164], ['PR-2', 1267], ['PR-3', 500]),
      ['PR-3 of 5.00 is not in the remittance: remove it.'],
    ],
    [
      'another code',
      posted(5069, ['CO-45', 2164], ['PR-1', 1267]),
      ['PR-2 of 12.67 was posted as PR-1: change the code.'],
    ],
    [
      'another group',
      posted(5069, ['PI-45', 2164], ['PR-2', 1267]),
      ['CO-45 of 21.64 was posted as PI-45: change the code.'],
    ],
  ])('says how to mend %s', (_what, amounts, fixes) => {
    expect(second(amounts)).toMatchObject({ state: 'differs', fixes });
  });

  it('tells payments that differ from reasons that differ', () => {
    expect(second(posted(5070, ['CO-45', 2163], ['PR-2', 1267]))).toMatchObject({
      paidDiffers: true,
      adjustmentsDiffer: true,
    });
    expect(second(posted(5069, ['CO-45', 2164], ['PR-1', 1267]))).toMatchObject({
      paidDiffers: false,
      adjustmentsDiffer: true,
    });
  });

  it('says that only the payment differs where the reasons are the same', () => {
    expect(second(posted(5070, ['CO-45', 2164], ['PR-2', 1267]))).toMatchObject({
      paidDiffers: true,
      adjustmentsDiffer: false,
    });
  });

  it('is not the same where the payer adjusted nothing and what was posted of that is not read', () => {
    const lines = [aRemitLine(), aSecondRemitLine({ paid: 8500, adjustments: [] })];
    const line = compare([FIRST, { isPosted: true, paid: 8500, adjustments: null }], { lines }).lines[1];
    expect(line).toMatchObject({ state: 'unread', fixes: [] });
  });

  it('has no total of answers of which nobody can tell the last', () => {
    const sameDay = anAnswer({ claim: { lines: [aRemitLine({ paid: 1 })] }, payment: { trace: '7' }, file: 'b' });
    const net = netOf([anAnswer(), sameDay]);
    const { totals } = compareWithPosting(net, matchRemitLines(net.parts, [aLine(), aSecondLine()]), [FIRST, SECOND]);
    expect(totals.map(({ said }) => said)).toEqual([null, null, null]);
  });

  it('keeps what is not read unread, never 0.00', () => {
    const unread = second({ isPosted: true, paid: null, adjustments: null });
    expect(unread).toMatchObject({ state: 'unread', fixes: [] });
    expect(unread?.rows.map(({ posted: of, differs }) => [of, differs])).toEqual(Array(4).fill([null, null]));
    const all = compare([FIRST, { isPosted: true, paid: null, adjustments: null }]);
    expect(all.totals.map(({ posted: of }) => of)).toEqual([null, null, null]);
  });

  it('says what to post on a line without a posting', () => {
    expect(second(UNPOSTED)).toMatchObject({
      state: 'not-posted',
      fixes: ['Nothing is posted on this line: post paid 50.69, CO-45 21.64, PR-2 12.67.'],
    });
  });

  it('mends nothing by a line of the remittance that contradicts itself', () => {
    const off = compare([FIRST, SECOND], { lines: [aRemitLine(), aSecondRemitLine({ paid: 5169 })] }).lines[1];
    expect(off).toMatchObject({
      state: 'differs',
      fixes: ['The remittance does not add up on this line: go by the EOB.'],
    });
    const unread = { paid: 5169, adjustments: [cas('CO-45', null)] };
    expect(compare([FIRST, UNPOSTED], { lines: [aRemitLine(), aSecondRemitLine(unread)] }).lines[1]?.fixes).toEqual([
      'An amount of this line in the remittance is not read: go by the EOB.',
    ]);
  });

  it('has no difference where the remittance has no such line, or an amount of it is not read', () => {
    const short = compare([FIRST, SECOND], { lines: [aRemitLine()] });
    expect(short.lines[1]).toMatchObject({ state: 'no-answer', fixes: [], paidDiffers: false });
    const unread = compare([FIRST, SECOND], { lines: [aRemitLine(), aSecondRemitLine({ paid: null })] });
    expect(unread.lines[1]).toMatchObject({ state: 'unread', fixes: [] });
  });

  it('compares payments of lines with the lines, the claim’s own adjustments apart', () => {
    const all = compare([FIRST, SECOND], { adjustments: [cas('CO-253', 300)] });
    expect(all.state).toBe('same');
    expect(all.claimLevel).toEqual([{ group: 'CO', carc: '253', amount: 300 }]);
  });

  it('takes the claim’s own adjustments for posted where they were taken off the payment of a line', () => {
    const claim = { adjustments: [cas('PR-1', 2000)] };
    const all = compare([posted(7840, ['CO-45', 4200], ['PR-2', 2460], ['PR-1', 2000]), SECOND], claim);
    expect(all).toMatchObject({ state: 'same', isSpread: true });
    expect(all.totals.map(({ said }) => said)).toEqual([12909, 6364, 5727]);
    const twoLines = [
      posted(8840, ['CO-45', 4200], ['PR-2', 2460], ['PR-1', 1000]),
      posted(4069, ['CO-45', 2164], ['PR-2', 1267], ['PR-1', 1000]),
    ];
    expect(compare(twoLines, claim)).toMatchObject({ state: 'same', isSpread: true });
  });

  it('does not where the money, the code or the sum is another', () => {
    const claim = { adjustments: [cas('PR-1', 2000)] };
    for (const amounts of [
      posted(9840, ['CO-45', 4200], ['PR-2', 2460], ['PR-1', 2000]),
      posted(7840, ['CO-45', 4200], ['PR-2', 4460]),
      posted(8840, ['CO-45', 4200], ['PR-2', 2460], ['PR-1', 1000]),
    ]) {
      expect(compare([amounts, SECOND], claim)).toMatchObject({ state: 'differs', isSpread: false });
    }
  });

  it('adds split lines up before it compares', () => {
    const half = { charge: 4250, adjustments: [cas('CO-45', 1082)] };
    const lines = [
      aRemitLine(),
      aSecondRemitLine({ ...half, paid: 2000, adjustments: [...half.adjustments, cas('PR-2', 1168)] }),
      aSecondRemitLine({ ...half, paid: 3069, segment: 131, adjustments: [...half.adjustments, cas('PR-2', 99)] }),
    ];
    expect(compare([FIRST, SECOND], { lines }).state).toBe('same');
  });

  it('is the same exactly where every amount by code is the same', () => {
    const amounts = fc.array(
      fc.tuple(fc.constantFrom('CO-45', 'PR-1', 'PR-2', 'OA-23'), fc.integer({ min: -5, max: 5 })),
      {
        maxLength: 4,
      },
    );
    const cents = fc.integer({ min: -2, max: 2 });
    fc.assert(
      fc.property(cents, amounts, cents, amounts, (saidPaid, said, postedPaid, of) => {
        const lines = [aRemitLine({ paid: saidPaid, adjustments: said.map(([code, amount]) => cas(code, amount)) })];
        const line = compare([posted(postedPaid, ...of), UNPOSTED], { lines }).lines[0];
        const sums = (list: [string, number][]) => {
          const net = netAdjustments(list.map(([code, amount]) => cas(code, amount))) ?? [];
          return net.map(({ group, carc, amount }) => `${group}${carc}${amount}`).toSorted();
        };
        const isSame = saidPaid === postedPaid && sums(said).join() === sums(of).join();
        expect(line?.state).toBe(isSame ? 'same' : 'differs');
        expect((line?.fixes.length ?? 0) > 0).toBe(!isSame);
      }),
    );
  });
});
