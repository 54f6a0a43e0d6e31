import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../lib/checks/catalogue';
import { NO_POLICY } from '../../../lib/policy/policy';
import { policyIn, policyText, readPolicyFile } from '../../../lib/policy-file';
import { aPolicy } from './build';

const read = (value: unknown) => readPolicyFile(typeof value === 'string' ? value : JSON.stringify(value), CATALOGUE);
const file = (parts: object) => ({ format: 'cob-companion-policy', version: 1, ...parts });

describe('a policy file', () => {
  it('reads back what was written', () => {
    fc.assert(
      fc.property(aPolicy, (policy) => {
        expect(read(policyText(policy))).toEqual({ policy, problems: [] });
      }),
    );
  });

  it('may begin with the mark of UTF-8', () => {
    expect(read(`\ufeff${policyText(NO_POLICY)}`)).toEqual({ policy: NO_POLICY, problems: [] });
  });

  it.each<[string, unknown, string]>([
    ['no JSON', '{', 'The file is not JSON.'],
    ['a list', '[]', 'This is not a policy of COB Companion: "format" must be "cob-companion-policy".'],
    [
      'another format',
      { format: 'x', version: 1 },
      'This is not a policy of COB Companion: "format" must be "cob-companion-policy".',
    ],
    ['another version', { ...file({}), version: 2 }, 'This policy is of version "2". The panel reads version 1.'],
    ['an odd part', file({ sites: [] }), '"sites" is not known.'],
    ['checks that are none', file({ checks: [] }), '"checks" must be an object with a rule for each check.'],
    [
      'a check that is not in the book',
      file({ checks: { C999: { severity: 'info' } } }),
      '"C999": the rule book has no such check.',
    ],
    ['a rule that is none', file({ checks: { C005: 'off' } }), 'C005: is not a rule.'],
    [
      'an odd severity',
      file({ checks: { C005: { severity: 'warn' } } }),
      'C005: "severity" must be "block", "decide" or "info".',
    ],
    ['an odd name', file({ checks: { C005: { sevrity: 'info' } } }), 'C005: "sevrity" is not known.'],
    [
      'off without a reason',
      file({ checks: { C005: { off: {} } } }),
      'C005: "off" needs a "reason" of 3 to 200 characters.',
    ],
    [
      'off with a blank reason',
      file({ checks: { C005: { off: { reason: '     ' } } } }),
      'C005: "off" needs a "reason" of 3 to 200 characters.',
    ],
    [
      'an odd override',
      file({ checks: { C005: { mayOverride: 'no' } } }),
      'C005: "mayOverride" must be true or false.',
    ],
    [
      'a fixed check turned off',
      file({ checks: { C001: { off: { reason: 'not here' } } } }),
      'C001: cannot be made milder or turned off. NextGen Office offers COB only for a claim that is finalized.',
    ],
    ['an odd margin', file({ margins: { soonDays: 2.5 } }), '"soonDays" must be a whole number from 0 to 90.'],
    [
      'a margin out of bounds',
      file({ margins: { receivedDays: 61 } }),
      '"receivedDays" must be a whole number from 0 to 60.',
    ],
    ['a margin that is none', file({ margins: { days: 1 } }), '"days" is not a margin.'],
  ])('is refused with %s', (_, value, problem) => {
    expect(read(value).problems).toEqual([problem]);
  });

  it('names every fault', () => {
    const { problems } = read(
      file({ checks: { C005: { severity: 1 }, C006: { off: true } }, margins: { soonDays: -1 } }),
    );
    expect(problems).toHaveLength(3);
  });

  it('never fails, whatever is in it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const { policy } = policyIn(value, CATALOGUE);
        expect(policyIn(policy, CATALOGUE)).toEqual({ policy, problems: [] });
      }),
    );
  });
});

describe('what an organization set', () => {
  it('counts part by part: what is wrong is named and left out', () => {
    const { policy, problems } = policyIn(
      {
        checks: { C005: { mayOverride: false }, C006: { severity: 'mild' } },
        margins: { soonDays: 20, crossoverDays: 'long' },
      },
      CATALOGUE,
    );
    expect(policy).toEqual({ checks: { C005: { mayOverride: false } }, margins: { soonDays: 20 } });
    expect(problems).toEqual([
      'C006: "severity" must be "block", "decide" or "info".',
      '"crossoverDays" must be a whole number from 0 to 90.',
    ]);
    expect(policyIn(undefined, CATALOGUE)).toEqual({ policy: NO_POLICY, problems: [] });
  });
});
