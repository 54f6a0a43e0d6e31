import { describe, expect, it } from 'vitest';
import type { Case } from '../../../lib/claim/case';
import type { Policy } from '../../../lib/claim/claim';
import { activePolicies, findPolicy, noPolicy, rankedPolicies } from '../../../lib/payers/chart-policies';
import { absent, aCase, aChart, aPolicy, aPrimaryPolicy, aRow, DOS, is, smudged, without } from '../checks/build';

const withPolicies = (...policies: Policy[]): Case => aCase({ chart: aChart({ policies }) });
const memberOf = (c: Case) => {
  const found = findPolicy(c, 'secondary');
  return 'what' in found ? found.what : found.memberId.kind === 'read' && found.memberId.value;
};

const SECONDARY = aPolicy();
const LACKS = 'the secondary policy of LARKSPUR MUTUAL in the chart';

describe('the policy of a claim', () => {
  it('is the one of its payer and rank', () => {
    expect(memberOf(withPolicies(aPrimaryPolicy(), SECONDARY))).toBe('LM44108220');
    expect(memberOf(withPolicies(SECONDARY, aPolicy({ payer: is('CIGNA'), memberId: is('C1') })))).toBe('LM44108220');
  });

  it('is lacking where the chart has none of that payer or rank', () => {
    expect(memberOf(withPolicies(aPrimaryPolicy()))).toBe(LACKS);
    expect(memberOf(withPolicies(aPolicy({ payer: is('CIGNA') })))).toBe(LACKS);
    expect(memberOf(without(aCase(), 'chart'))).toBe('the chart');
    expect(memberOf(without(withPolicies(aPrimaryPolicy()), 'secondary'))).toBe('the secondary policy in the chart');
  });

  it('is not one that is marked inactive', () => {
    expect(memberOf(withPolicies(aPolicy({ active: is(false) })))).toBe(LACKS);
    expect(memberOf(withPolicies(aPolicy({ active: absent })))).toBe('LM44108220');
  });

  it('may be one whose payer the chart does not show, or of another kind of plan', () => {
    expect(memberOf(withPolicies(aPolicy({ payer: absent })))).toBe('LM44108220');
    expect(memberOf(withPolicies(aPolicy({ payer: is('LARKSPUR MUTUAL PPO') })))).toBe('LM44108220');
  });

  it.each([
    ['the day before it begins', { effective: is('2026-02-25') }, false],
    ['its first day', { effective: is(DOS) }, true],
    ['its last day', { terminated: is(DOS) }, true],
    ['the day after it ended', { terminated: is('2026-02-23') }, false],
    ['a day of no begin and no end', { effective: absent }, true],
  ] as const)('of several is the one that covers %s: %s', (_day, dates, covers) => {
    const other = aPolicy({ memberId: is('OLD'), effective: is('2020-01-01'), terminated: is('2020-12-31') });
    expect(memberOf(withPolicies(other, aPolicy(dates)))).toBe(covers ? 'LM44108220' : LACKS);
    expect(activePolicies(withPolicies(other, aPolicy(dates)), 'secondary')).toHaveLength(covers ? 1 : 0);
  });

  it('is not chosen between two that cover the day, nor where the day is not known', () => {
    const twin = aPolicy({ memberId: is('TWIN') });
    expect(memberOf(withPolicies(SECONDARY, twin))).toBe(LACKS);
    const old = aPolicy({ terminated: is('2020-12-31') });
    const c = { ...withPolicies(SECONDARY, old), row: aRow({ dos: smudged('2/2?') }) };
    expect(memberOf(c)).toBe(LACKS);
  });

  it('is the only one of its payer, even where it does not cover the day', () => {
    expect(memberOf(withPolicies(aPolicy({ terminated: is('2020-12-31') })))).toBe('LM44108220');
  });

  it.each([
    ['rank', { rank: smudged('s?c') }, 'the rank of a policy in the chart'],
    ['payer', { payer: smudged('LARK?') }, 'the payer of the secondary policy in the chart'],
    ['mark', { active: smudged('?') }, 'whether the secondary policy in the chart is active'],
  ] as const)('is not told beside another whose %s cannot be read', (_what, changes, lacks) => {
    expect(memberOf(withPolicies(SECONDARY, aPolicy(changes)))).toBe(lacks);
  });

  it('is told beside policies whose unread parts do not matter', () => {
    const ofNoMatter = [
      aPolicy({ active: is(false), rank: smudged('s?c') }),
      aPrimaryPolicy({ payer: smudged('BRIGHT?') }),
      aPrimaryPolicy({ active: smudged('?') }),
    ];
    expect(memberOf(withPolicies(SECONDARY, ...ofNoMatter))).toBe('LM44108220');
    expect(memberOf(withPolicies(aPolicy({ active: smudged(' ') }), aPrimaryPolicy()))).toBe('LM44108220');
    // Alone in the chart, it is the claim's whatever its mark says.
    expect(memberOf(withPolicies(aPolicy({ payer: smudged('LARK?') })))).toBe('LM44108220');
  });

  it('is among those of its rank and payer, active or not', () => {
    const inactive = aPolicy({ active: is(false) });
    expect(rankedPolicies(withPolicies(aPrimaryPolicy(), SECONDARY, inactive), 'secondary')).toEqual([
      SECONDARY,
      inactive,
    ]);
  });

  it('is called by a name of no more than forty characters', () => {
    const named = (name: string) => noPolicy(aCase({ secondary: { ...aCase().primary, name } }), 'secondary').what;
    expect(named('X'.repeat(40))).toBe(`the secondary policy of ${'X'.repeat(40)} in the chart`);
    expect(named('X'.repeat(41))).toBe(`the secondary policy of ${'X'.repeat(39)}… in the chart`);
  });
});
