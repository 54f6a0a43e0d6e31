// `npm run rules`: writes the rule book, docs/rules.md, from the check files.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './setup.mjs';
import { importTs } from './ts.mjs';

const { rulesMd } = await importTs('test/rules/rules-md.ts');
writeFileSync(path.join(ROOT, 'docs', 'rules.md'), rulesMd());
process.stdout.write('docs/rules.md is written.\n');
