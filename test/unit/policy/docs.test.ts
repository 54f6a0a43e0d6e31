import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../lib/checks/catalogue';
import { MARGIN_BOUNDS, MARGINS } from '../../../lib/policy/policy';
import { policyIn, readPolicyFile } from '../../../lib/policy-file';

const read = (file: string) => readFileSync(path.resolve(import.meta.dirname, '../../..', file), 'utf8');
const DOC = read('docs/policy.md');
const EXAMPLES = [...DOC.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text]) => text ?? '');

describe('docs/policy.md', () => {
  it('shows examples that the product reads', () => {
    const [file = '', managed = '', firefox = ''] = EXAMPLES;
    expect(EXAMPLES).toHaveLength(3);
    expect(readPolicyFile(file, CATALOGUE).problems).toEqual([]);
    for (const set of Object.values(JSON.parse(managed)['3rdparty'].extensions)) {
      const { policy, problems } = policyIn(set, CATALOGUE);
      expect(problems).toEqual([]);
      expect(Object.keys(policy.checks)).not.toEqual([]);
    }
    expect(policyIn(JSON.parse(firefox).data, CATALOGUE).problems).toEqual([]);
  });

  it('names every check that nobody can make milder', () => {
    const fixed = CATALOGUE.filter((check) => check.fixed !== undefined || check.noOverride !== undefined);
    expect(fixed.filter(({ id }) => !DOC.includes(id)).map(({ id }) => id)).toEqual([]);
  });

  it('gives the bounds of every margin', () => {
    for (const margin of MARGINS) {
      const { least, most } = MARGIN_BOUNDS[margin];
      expect(DOC).toContain(`| \`margins.${margin}\` | ${least} to ${most}, else`);
    }
  });
});

describe('the schema for organizations', () => {
  it('has every part of a policy', () => {
    const { properties } = JSON.parse(read('public/managed-schema.json'));
    expect(Object.keys(properties)).toEqual(['checks', 'margins']);
    expect(Object.keys(properties.checks.additionalProperties.properties)).toEqual(['severity', 'off', 'mayOverride']);
    expect(Object.keys(properties.margins.properties)).toEqual(MARGINS);
  });
});
