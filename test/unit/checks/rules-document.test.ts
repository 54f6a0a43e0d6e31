import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { rulesMd } from '../../rules/rules-md';

it('docs/rules.md is written as the check files are: run npm run rules', () => {
  const kept = readFileSync(resolve(import.meta.dirname, '../../../docs/rules.md'), 'utf8');
  expect(kept === rulesMd(), 'docs/rules.md is not current: run npm run rules').toBe(true);
});
