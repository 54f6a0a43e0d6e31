// `npm run bench`: sets up what is missing, builds, measures everything in one run, and prints one table of ratios.
// `npm run bench -- era`: only the reading of remittances, which needs no build and no browser.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { ensure, environment, ROOT } from './setup.mjs';
import { importTs } from './ts.mjs';

await ensure();

const only = process.argv.includes('era') ? 'era' : undefined;
const own = process.env.COB_BUILD;
if (!own && !only) {
  process.stdout.write('Building the extension ...\n');
  execFileSync(path.join(ROOT, 'node_modules', '.bin', 'wxt'), ['build'], {
    cwd: ROOT,
    env: environment({ COB_FLAVOUR: 'test', CI: 'true' }),
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
}
// The real side panel is seen by Playwright only with this; see playwright.config.ts.
process.env.PW_CHROMIUM_ATTACH_TO_OTHER = '1';
const { runBench } = await importTs('test/bench/bench.ts');
await runBench({
  build: own ?? path.join(ROOT, '.output', 'chrome-mv3-test'),
  out: path.join(ROOT, '.output', 'bench'),
  ...(only ? { only } : {}),
  say: (line) => process.stdout.write(`${line}\n`),
});
