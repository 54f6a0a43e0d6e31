// `npm run mutation [-- PART ...] [--processes N] [--list]`: breaks the rules in every small way and asks the unit tests whether they see it.
// PART is a folder of lib (claim, payers, checks: all of them without a word) or a pattern of files, e.g. lib/checks/C00*.ts.
// Prints the share of the broken ones that were seen, by folder; ends with 1 where it is under 85 % anywhere.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensure, ROOT } from './setup.mjs';

const FOLDERS = ['claim', 'payers', 'checks'];
const HELD_TO = 85;
const SEEN = new Set(['Killed', 'Timeout']);
const MISSED = new Set(['Survived', 'NoCoverage']);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    processes: { type: 'string', default: '2' },
    list: { type: 'boolean', default: false },
  },
});

await ensure();
process.chdir(ROOT);
const { Stryker } = await import('@stryker-mutator/core');

const parts = positionals.length > 0 ? positionals : FOLDERS;
const out = path.join(ROOT, '.output');
mkdirSync(out, { recursive: true });

const mutants = await new Stryker({
  testRunner: 'rules',
  plugins: ['./test/mutation/runner.mjs'],
  // Its reader of the compiler's options does not know this compiler; the bundler reads them itself.
  tsconfigFile: 'none.tsconfig.json',
  mutate: parts.map((part) => (FOLDERS.includes(part) ? `lib/${part}/**/*.ts` : part)),
  // Words are not rules. Ids and codes are strings too: types and the tests of each value hold those.
  mutator: { excludedMutations: ['StringLiteral'] },
  coverageAnalysis: 'perTest',
  concurrency: Number(values.processes),
  timeoutMS: 20_000,
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: '.output/mutation/report.json' },
  tempDirName: '.output/mutation/tmp',
  ignorePatterns: ['.artifacts', '.output', 'docs', 'public', 'test/browser', 'test/e2e', 'test/demo', 'test/bench'],
  allowConsoleColors: false,
  warnings: { slow: false },
}).runMutationTest();

const fileOf = ({ fileName }) => path.relative(ROOT, path.resolve(fileName)).replaceAll(path.sep, '/');
const folderOf = (mutant) => path.posix.dirname(fileOf(mutant));

/** How many of these were seen, of those that could be judged. */
const scoreOf = (all) => {
  const seen = all.filter(({ status }) => SEEN.has(status)).length;
  const missed = all.filter(({ status }) => MISSED.has(status)).length;
  return { mutants: seen + missed, seen, score: Math.round((1000 * seen) / Math.max(1, seen + missed)) / 10 };
};

const say = (text) => process.stdout.write(`${text}\n`);
const row = (name, { mutants: of, seen, score }) =>
  say(`${name.padEnd(40)} ${score.toFixed(1).padStart(5)} %  ${String(seen).padStart(5)} of ${of}`);

const scores = (keyOf) =>
  Object.fromEntries(
    Object.entries(Object.groupBy(mutants, keyOf))
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, all]) => [key, scoreOf(all)]),
  );

if (values.list) {
  for (const [file, score] of Object.entries(scores(fileOf))) row(file, score);
  for (const mutant of mutants.filter(({ status }) => MISSED.has(status))) {
    const { start, end } = mutant.location;
    const lines = readFileSync(path.join(ROOT, fileOf(mutant)), 'utf8').split('\n');
    const last = end.line === start.line ? end.column - 1 : undefined;
    const was = (lines[start.line - 1] ?? '').slice(start.column - 1, last);
    say(`${fileOf(mutant)}:${start.line}:${start.column} ${mutant.status} ${was} => ${mutant.replacement}`);
  }
}
const folders = scores(folderOf);
for (const [folder, score] of Object.entries(folders)) row(folder, score);
writeFileSync(path.join(out, 'mutation.json'), `${JSON.stringify({ heldTo: HELD_TO, folders }, null, 2)}\n`);
process.exitCode = Object.values(folders).every(({ score }) => score >= HELD_TO) ? 0 : 1;
