import { describe, expect, it } from 'vitest';
import { counted, cut, firstOf, linesThat, listed, postingSum } from '../../../lib/checks/words';
import { adjustmentName } from '../../../lib/codes/adjustment-name';
import { codeOf } from '../../../lib/codes/group';
import { absent, adjustment, aLine, aPosting, aSecondLine, is, smudged } from './build';

describe('adjustmentName', () => {
  it.each([
    ['CO', '45', 'Contractual adjustment, CO-45'],
    ['PR', '1', 'Deductible, PR-1'],
    ['PR', '2', 'Coinsurance, PR-2'],
    ['PR', '3', 'Copay, PR-3'],
    ['CO', '253', 'Sequestration, CO-253'],
    ['OA', '94', 'Other adjustment, OA-94'],
    ['PR', '45', 'Patient share, PR-45'],
    ['PI', 'X9', "Payer's reduction, PI-X9"],
    ['', '', 'Adjustment, no code'],
    ['CO', 'constructor', 'Contractual adjustment, CO-constructor'],
  ] as const)('names %s-%s', (group, carc, name) => {
    expect(adjustmentName({ group, carc })).toBe(name);
  });

  it('writes a code as far as the page has it', () => {
    expect(codeOf({ group: '', carc: '45' })).toBe('45');
  });
});

describe('postingSum', () => {
  it('adds reversals up, and ends in what is left over', () => {
    const postings = [aPosting(), aPosting({ paid: is(-840), adjustments: is([adjustment('PR', '2', 840)]) })];
    expect(postingSum(aLine({ postings }), 'Brightwater').rows).toEqual([
      { label: 'Charge', amount: 16500, role: 'part' },
      { label: 'Paid by Brightwater', amount: -9000, role: 'part' },
      { label: 'Contractual adjustment, CO-45', amount: -4200, role: 'part' },
      { label: 'Coinsurance, PR-2', amount: -3300, role: 'part' },
      { label: 'Left over', amount: 0, role: 'total' },
    ]);
  });

  it.each([
    ['the paid amount', aPosting({ paid: smudged('12.3.4') })],
    ['an adjustment', aPosting({ adjustments: absent })],
  ])('has no left over where %s is not read', (_what, posting) => {
    const { rows } = postingSum(aLine({ postings: [posting] }), 'Brightwater');
    expect(rows.some(({ role, amount }) => role === 'part' && amount === undefined)).toBe(true);
    expect(rows.at(-1)).toEqual({ label: 'Left over', amount: undefined, role: 'total' });
  });
});

describe('sentences', () => {
  it('name lines and counts as people do', () => {
    expect(linesThat([aSecondLine()], 'does', 'do')).toBe('Line 2, 97110, does');
    expect(linesThat([aSecondLine({ procedure: absent })], 'does', 'do')).toBe('Line 2 does');
    expect(linesThat([aLine(), aSecondLine(), aLine({ n: 7 })], 'does', 'do')).toBe('Lines 1, 2 and 7 do');
    expect(listed(['a'])).toBe('a');
    expect(firstOf(['a', 'b', 'c'])).toBe('a, b, c');
    expect(firstOf(['a', 'b', 'c', 'd', 'e'])).toBe('a, b, c and 2 more');
    expect(counted(1, 'question')).toBe('1 question');
    expect(counted(3, 'question')).toBe('3 questions');
  });

  it('cut what a page wrote', () => {
    expect(cut('x'.repeat(100_000)).length).toBe(80);
  });
});
