// A test runner for Stryker: the unit tests of the rules, bundled once, run in this process for one mutant after another.
// Each mutant gets the modules anew, so that nothing that was remembered under one is seen under the next.
import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { build } from 'vite';
import * as shim from './vitest.mjs';

const TESTS = 'test/unit/{checks,claim,codes,payers,policy,prefill}/**/*.test.ts';
/** Random tests draw the same cases for each mutant: one that is found once is found always. */
const SEED = 20_260_320;
const ENTRY = 'tests-of-the-rules.mjs';

/** What Stryker calls the ends of a test and of a run. */
const [SUCCESS, FAILED] = [0, 1];

const require = createRequire(import.meta.url);

/** The tests at random over all checks find hardly more than the tables of each check, and take longer than all others. */
const LEFT_OUT = 'test/unit/checks/properties.test.ts';

/** The files of tests; those that read the project's files would read mutated ones. */
const testFiles = () =>
  globSync(TESTS)
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => file !== LEFT_OUT && !readFileSync(file, 'utf8').includes('import.meta'))
    .sort();

/** One script that gives, by the name of each file, what loads it. */
const bundled = async (files) => {
  const root = process.cwd();
  const entry = ['export const files = {', ...files.map((file) => `'${file}': () => require('./${file}'),`), '};'].join(
    '\n',
  );
  const built = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: { '@': root } },
    plugins: [
      {
        name: 'tests-of-the-rules',
        enforce: 'pre',
        resolveId: (id) => (id === ENTRY ? path.join(root, ENTRY) : undefined),
        load: (id) => (id === path.join(root, ENTRY) ? entry : undefined),
      },
    ],
    build: {
      ssr: true,
      write: false,
      minify: false,
      rollupOptions: { input: ENTRY, output: { format: 'cjs', codeSplitting: false } },
    },
  });
  return built.output[0].code;
};

/** What the text of a test file names. */
const NAMED = new Map(testFiles().map((file) => [file, readFileSync(file, 'utf8')]));

const requireInTests = (id) => (id === 'vitest' ? shim : require(id));

/** What Stryker takes for a test is a block of tests: what one of them made modules remember, the next may find. */
const blockOf = (file, test) => `${file}: ${test.path[0]}`;

const runTest = async (test) => {
  try {
    await test.run();
    return undefined;
  } catch (error) {
    return `${test.path.join(' > ')}: ${String(error).slice(0, 500)}`;
  }
};

/** Runs tests until one fails, and says how. */
const failureOf = async (tests) => {
  for (const test of tests) {
    const failure = await runTest(test);
    if (failure !== undefined) return failure;
  }
  return undefined;
};

/** Where mutated code asks which mutant is on, and counts what is run. */
globalThis.__stryker__ ??= {};
const SPACE = globalThis.__stryker__;

class RulesTestRunner {
  #fresh;
  /** How long each file took last. */
  #took = new Map();

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    process.env.NODE_ENV = 'test';
    if (!globalThis.Temporal) require('temporal-polyfill/global');
    require('fast-check').configureGlobal({ seed: SEED });
    const code = await bundled([...NAMED.keys()]);
    const wrapped = `(function (require, exports) {${code}\nreturn files; })`;
    const script = new vm.Script(wrapped, { filename: 'rules.cjs' }).runInThisContext();
    this.#fresh = () => Object.entries(script(requireInTests, {})).map(([file, load]) => ({ file, load }));
  }

  /** Loads one file and runs those of its blocks that are asked for. */
  async #failureIn({ file, load }, isAsked, activeMutant) {
    const started = performance.now();
    const tests = shim.noteTests(load).filter((test) => isAsked(blockOf(file, test)));
    SPACE.activeMutant = activeMutant;
    const failure = await failureOf(tests);
    this.#took.set(file, performance.now() - started);
    return failure;
  }

  async dryRun() {
    SPACE.activeMutant = undefined;
    const blocks = this.#fresh().flatMap(({ file, load }) =>
      [...new Set(shim.noteTests(load).map((test) => blockOf(file, test)))].map((id) => ({ id, file })),
    );
    const tests = [];
    for (const { id, file } of blocks) {
      const started = performance.now();
      // Each block begins with modules that remember nothing: what it reaches is told whole.
      const one = this.#fresh().find((each) => each.file === file);
      const noted = shim.noteTests(one.load).filter((test) => blockOf(file, test) === id);
      SPACE.currentTestId = id;
      const failureMessage = await failureOf(noted);
      SPACE.currentTestId = undefined;
      const timeSpentMs = Math.round(performance.now() - started);
      tests.push({
        id,
        name: id,
        status: failureMessage === undefined ? SUCCESS : FAILED,
        failureMessage,
        timeSpentMs,
      });
    }
    return { status: 'complete', tests, mutantCoverage: SPACE.mutantCoverage };
  }

  /** First the files that name what is mutated, then the quick ones. */
  #ordered(files, fileName) {
    const subject = path.basename(fileName).split(/[-.]/, 1)[0];
    const cost = ({ file }) => (NAMED.get(file).includes(subject) ? 0 : 100_000) + (this.#took.get(file) ?? 0);
    return files.sort((a, b) => cost(a) - cost(b));
  }

  async mutantRun({ activeMutant, hitLimit, mutantActivation, testFilter }) {
    const atLoad = mutantActivation === 'static' ? activeMutant.id : undefined;
    Object.assign(SPACE, { hitLimit, hitCount: 0 });
    const asked = testFilter && new Set(testFilter);
    const isAsked = (id) => !asked || asked.has(id);
    const isWanted = ({ file }) => !asked || testFilter.some((id) => id.startsWith(`${file}: `));
    let failureMessage;
    let nrOfTests = 0;
    try {
      SPACE.activeMutant = atLoad;
      for (const each of this.#ordered(this.#fresh().filter(isWanted), activeMutant.fileName)) {
        SPACE.activeMutant = atLoad;
        failureMessage = await this.#failureIn(each, isAsked, activeMutant.id);
        nrOfTests += 1;
        if (failureMessage !== undefined) break;
      }
    } catch (error) {
      // The modules, or the tests' own cases, cannot even be made with this mutant.
      failureMessage = `loading: ${String(error)}`;
    }
    SPACE.activeMutant = undefined;
    if (SPACE.hitCount > hitLimit) return { status: 'timeout', reason: `${SPACE.hitCount} steps` };
    return failureMessage === undefined
      ? { status: 'survived', nrOfTests }
      : { status: 'killed', killedBy: [], failureMessage, nrOfTests };
  }
}

const factory = () => new RulesTestRunner();
factory.inject = [];

export const strykerPlugins = [{ kind: 'TestRunner', name: 'rules', factory }];
