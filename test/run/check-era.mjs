// `npm run check:era -- FILE|DIR [--json]`: what the reader finds in 835 files, to be held against another parser. Money in cents.
import path from 'node:path';
import { importTs } from './ts.mjs';

const args = process.argv.slice(2);
const places = args.filter((arg) => !arg.startsWith('--'));
if (places.length === 0) {
  process.stderr.write('Usage: npm run check:era -- FILE|DIR [--json]\n');
  process.exit(2);
}
const { checkEra } = await importTs('test/era/check-era.ts');
// npm runs scripts in the project's folder; the paths are the caller's.
const from = process.env.INIT_CWD ?? process.cwd();
const { text, failed } = checkEra(
  places.map((place) => path.resolve(from, place)),
  { json: args.includes('--json') },
);
process.stdout.write(`${text}\n`);
process.exitCode = failed ? 1 : 0;
