import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../lib/checks/catalogue';
import type { Check } from '../../../lib/checks/check';
import { DEFAULT_MARGINS } from '../../../lib/claim/margins';
import { type EffectivePolicy, mergePolicy, RULE_BOOK, ruleFor, severityUnder } from '../../../lib/policy/merge';
import {
  type CheckRule,
  MARGINS,
  NO_POLICY,
  type Policy,
  ruleIn,
  withMargin,
  withRule,
} from '../../../lib/policy/policy';
import { SEVERITIES, type Severity } from '../../../lib/policy/severity';
import { aPolicy, FREE } from './build';

const policy = (checks: Record<string, CheckRule>, margins: Policy['margins'] = {}): Policy => ({ checks, margins });
const find = (id: string): Check => CATALOGUE.find((check) => check.id === id)!;

/** How strict a check is under a policy, where it raised this: off is the mildest. */
const strength = (check: Check, raised: Severity, effective: EffectivePolicy): number => {
  const rule = ruleFor(check, effective);
  return rule?.off ? -1 : SEVERITIES.indexOf(severityUnder(raised, rule));
};

const raisable = (check: Check): readonly Severity[] => (check.mayBlock ? SEVERITIES : [check.severity]);

describe('two policies', () => {
  it('are the rule book where neither says anything', () => {
    expect(mergePolicy(NO_POLICY, NO_POLICY)).toEqual(RULE_BOOK);
    expect(ruleFor(find('C005'), RULE_BOOK)).toBeUndefined();
  });

  it.each<[string, CheckRule, CheckRule, Severity | 'off', string]>([
    ['hers where the organization is silent', {}, { severity: 'info' }, 'info', 'you'],
    ['hers where it is stricter', { severity: 'decide' }, { severity: 'block' }, 'block', 'you'],
    ["the organization's where hers is milder", { severity: 'decide' }, { severity: 'info' }, 'decide', 'organization'],
    [
      "the organization's where both are the same",
      { severity: 'decide' },
      { severity: 'decide' },
      'decide',
      'organization',
    ],
    [
      "the organization's where she turns it off",
      { severity: 'info' },
      { off: { reason: 'too much' } },
      'info',
      'organization',
    ],
    ['hers where the organization turned it off', { off: { reason: 'not ours' } }, { severity: 'info' }, 'info', 'you'],
    [
      "the organization's reason where both turned it off",
      { off: { reason: 'not ours' } },
      { off: { reason: 'too much' } },
      'off',
      'organization',
    ],
  ])('give %s', (_, organization, own, is, by) => {
    const rule = mergePolicy(policy({ C110: organization }), policy({ C110: own })).checks.C110;
    expect(rule?.off ? 'off' : rule?.severity?.is).toBe(is);
    expect((rule?.off ?? rule?.severity)?.by).toBe(by);
  });

  it('keep a block that may not be overridden a block, whatever she says', () => {
    const forbids = policy({ C005: { mayOverride: false } });
    for (const own of [{ severity: 'info' }, { off: { reason: 'too much' } }] satisfies CheckRule[]) {
      const effective = mergePolicy(forbids, policy({ C005: own }));
      expect(severityUnder('block', ruleFor(find('C005'), effective))).toBe('block');
      expect(effective.checks.C005).toMatchObject({ noOverride: { by: 'organization' } });
      expect(effective.checks.C005?.off).toBeUndefined();
    }
    expect(mergePolicy(forbids, policy({ C005: { mayOverride: true } })).checks.C005?.noOverride).toBeDefined();
  });

  it('never make a check milder that is fixed', () => {
    const off: CheckRule = { severity: 'info', off: { reason: 'not here' } };
    for (const id of ['C001', 'C002', 'C003', 'C024', 'C051', 'C052']) {
      const effective = mergePolicy(policy({ [id]: off }), policy({ [id]: off }));
      expect(strength(find(id), 'block', effective)).toBe(SEVERITIES.indexOf('block'));
    }
  });

  it("take the larger margin where the organization set one, and the product's where nobody did", () => {
    const effective = mergePolicy(
      policy({}, { soonDays: 20, receivedDays: 7 }),
      policy({}, { soonDays: 10, receivedDays: 9 }),
    );
    expect(effective.margins).toEqual({ ...DEFAULT_MARGINS, soonDays: 20, receivedDays: 9 });
    expect(effective.marginsBy).toEqual({ soonDays: 'organization', receivedDays: 'you' });
    expect(mergePolicy(NO_POLICY, policy({}, { soonDays: 0 })).margins.soonDays).toBe(0);
  });

  it('are never weaker than what the organization set, for any policy of hers', () => {
    fc.assert(
      fc.property(aPolicy, aPolicy, (organization, own) => {
        const [theirs, both] = [mergePolicy(organization, NO_POLICY), mergePolicy(organization, own)];
        for (const check of FREE) {
          if (!ruleIn(organization, check.id)) continue;
          const says = ruleIn(organization, check.id);
          if (says?.severity === undefined && !says?.off && says?.mayOverride !== false) continue;
          for (const raised of raisable(check))
            expect(strength(check, raised, both)).toBeGreaterThanOrEqual(strength(check, raised, theirs));
          if (theirs.checks[check.id]?.noOverride) expect(both.checks[check.id]?.noOverride).toBeDefined();
        }
        for (const margin of MARGINS) {
          if (organization.margins[margin] !== undefined)
            expect(both.margins[margin]).toBeGreaterThanOrEqual(organization.margins[margin]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('give the same values when they are one policy twice, and follow her where the organization is silent', () => {
    fc.assert(
      fc.property(aPolicy, (one) => {
        const [twice, hers] = [mergePolicy(one, one), mergePolicy(NO_POLICY, one)];
        expect(twice.margins).toEqual(hers.margins);
        for (const check of FREE)
          for (const raised of raisable(check))
            expect(strength(check, raised, twice)).toBeGreaterThanOrEqual(strength(check, raised, hers));
      }),
    );
  });
});

describe('a policy', () => {
  it('is changed rule by rule, and forgets a rule that says nothing', () => {
    const one = withRule(NO_POLICY, 'C005', { severity: 'decide' });
    expect(one.checks).toEqual({ C005: { severity: 'decide' } });
    expect(withRule(one, 'C005', {})).toEqual(NO_POLICY);
    expect(withMargin(withMargin(one, 'soonDays', 3), 'soonDays', undefined)).toEqual(one);
  });

  it('takes no inherited name for a rule', () => {
    expect(ruleIn(NO_POLICY, 'constructor')).toBeUndefined();
    expect(ruleFor({ id: 'toString' }, RULE_BOOK)).toBeUndefined();
  });
});
