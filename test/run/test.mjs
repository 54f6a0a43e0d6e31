// `npm test`: sets up what is missing, runs everything, ends with one line of counts.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensure, environment, ROOT } from './setup.mjs';

const MINUTE = 60_000;
const REPORTS = path.join(ROOT, '.artifacts', 'reports');

/** What a step that is one check in itself counts for. */
const asOne = (well) => ({ passed: well ? 1 : 0, failed: well ? 0 : 1, skipped: 0 });

const readReport = (name) => JSON.parse(readFileSync(path.join(REPORTS, `${name}.json`), 'utf8'));

/** Counts of a Vitest report. A run that broke with no failed test (a file that does not load) is one failure. */
const vitestCounts = (name, well) => {
  const report = readReport(name);
  const failed = Math.max(report.numFailedTests, well ? 0 : 1);
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + (report.numTodoTests ?? 0) };
};

/** Titles of the tests that failed once and then passed: bugs to find, of the test or of the product. */
const secondTries = (suites) =>
  suites.flatMap((suite) => [
    ...suite.specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky')).map(({ title }) => title),
    ...secondTries(suite.suites ?? []),
  ]);

/** Counts of a Playwright report. */
const playwrightCounts = (name, well) => {
  const { stats, suites } = readReport(name);
  const failed = Math.max(stats.unexpected, well ? 0 : 1);
  for (const title of secondTries(suites)) process.stdout.write(`Passed only at the second try: ${title}\n`);
  return { passed: stats.expected + stats.flaky, failed, skipped: stats.skipped };
};

const STEPS = [
  { name: 'lint', title: 'Lint', command: ['npm', 'run', '--silent', 'lint'], limit: 3 * MINUTE },
  { name: 'types', title: 'Types', command: ['tsc', '--noEmit'], limit: 3 * MINUTE },
  {
    name: 'unit',
    title: 'Unit tests',
    command: ['vitest', 'run', '--project', 'unit'],
    counts: vitestCounts,
    limit: 6 * MINUTE,
  },
  {
    name: 'browser',
    title: 'Tests in a real browser',
    command: ['vitest', 'run', '--project', 'browser'],
    counts: vitestCounts,
    limit: 6 * MINUTE,
  },
  { name: 'build', title: 'Build for Chrome and Edge', command: ['wxt', 'build'], limit: 2 * MINUTE },
  { name: 'build-firefox', title: 'Build for Firefox', command: ['wxt', 'build', '-b', 'firefox'], limit: 2 * MINUTE },
  {
    name: 'build-test',
    title: 'Build for the end-to-end tests',
    command: ['wxt', 'build'],
    env: { COB_FLAVOUR: 'test' },
    limit: 2 * MINUTE,
  },
  {
    name: 'built',
    title: 'What was built',
    command: ['vitest', 'run', '--project', 'built'],
    counts: vitestCounts,
    needs: ['build', 'build-firefox', 'build-test'],
    limit: 2 * MINUTE,
  },
  {
    name: 'e2e',
    title: 'End to end',
    command: ['playwright', 'test'],
    counts: playwrightCounts,
    needs: ['build-test'],
    limit: 17 * MINUTE,
  },
];

const run = (step) =>
  new Promise((resolve) => {
    const [program, ...args] = step.command;
    const child = spawn(program, args, {
      cwd: ROOT,
      env: environment({ CI: 'true', COB_REPORT: path.join(REPORTS, `${step.name}.json`), ...step.env }),
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
      detached: process.platform !== 'win32',
    });
    const end = () => {
      try {
        process.kill(-(child.pid ?? Number.NaN), 'SIGKILL');
      } catch {
        child.kill('SIGKILL');
      }
    };
    const timer = setTimeout(() => {
      process.stdout.write(`\n${step.title}: stopped after ${step.limit / MINUTE} minutes.\n`);
      end();
    }, step.limit);
    process.once('SIGINT', end);
    const done = (well) => {
      clearTimeout(timer);
      process.off('SIGINT', end);
      resolve(well);
    };
    child.on('error', (error) => {
      process.stdout.write(`\n${step.title}: ${error.message}\n`);
      done(false);
    });
    child.on('close', (code) => done(code === 0));
  });

/** What a finished step counts for. One that left no report, because it crashed, is one failure. */
const count = (step, well) => {
  if (!step.counts) return asOne(well);
  try {
    return step.counts(step.name, well);
  } catch {
    return asOne(false);
  }
};

const chosenSteps = () => {
  const at = process.argv.indexOf('--only');
  if (at < 0) return STEPS;
  const names = (process.argv[at + 1] ?? '').split(',');
  const unknown = names.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length > 0) {
    process.stderr.write(
      `There is no step ${unknown.join(', ')}. Steps: ${STEPS.map((step) => step.name).join(', ')}.\n`,
    );
    process.exit(2);
  }
  return STEPS.filter((step) => names.includes(step.name));
};

const steps = chosenSteps();
await ensure();
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

const total = { passed: 0, failed: 0, skipped: 0 };
const broken = new Set();
for (const step of steps) {
  const missing = (step.needs ?? []).filter((name) => broken.has(name));
  const started = Date.now();
  process.stdout.write(`\n== ${step.title}\n`);
  if (missing.length > 0) process.stdout.write(`Not run: it needs ${missing.join(', ')}.\n`);
  const well = missing.length === 0 && (await run(step));
  if (!well) broken.add(step.name);
  const counts = missing.length > 0 ? asOne(false) : count(step, well);
  for (const key of Object.keys(total)) total[key] += counts[key];
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(`-- ${step.title}: ${well && counts.failed === 0 ? 'well' : 'FAILED'}, ${seconds} s\n`);
}

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${skipped}\n`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
