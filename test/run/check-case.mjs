// `npm run check:case -- FILE.json [--json]`: what the rule book says of a case written as JSON (docs/cases.md).
import path from 'node:path';
import { importTs } from './ts.mjs';

const args = process.argv.slice(2);
const [file, ...more] = args.filter((arg) => !arg.startsWith('--'));
if (!file || more.length > 0 || args.some((arg) => arg.startsWith('--') && arg !== '--json')) {
  process.stderr.write('Usage: npm run check:case -- FILE.json [--json]\n');
  process.exit(2);
}
const { checkCase } = await importTs('test/case/check-case.ts');
// npm runs scripts in the project's folder; the path is the caller's.
const { text, failed } = checkCase(path.resolve(process.env.INIT_CWD ?? process.cwd(), file), {
  json: args.includes('--json'),
});
(failed ? process.stderr : process.stdout).write(`${text}\n`);
process.exitCode = failed ? 2 : 0;
