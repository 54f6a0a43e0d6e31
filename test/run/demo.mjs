// `npm run demo`: sets up what is missing, builds, and shows one secondary claim from start to finish.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensure, environment, ROOT } from './setup.mjs';
import { importTs } from './ts.mjs';

const USAGE = `npm run demo -- [--headless] [--out DIR]

Without options and with a display: opens Chromium with the extension, a patient's Claim History and the side panel,
and leaves it to you until you close the window.
--headless   does the whole job itself, as a biller would, and ends with a short account. Also without a display.
--out DIR    where demo.json and the screenshots go (.output/demo)
`;

const { values } = parseArgs({
  options: { headless: { type: 'boolean' }, out: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
});
if (values.help) {
  process.stdout.write(USAGE);
  process.exit(0);
}

await ensure();
// The real side panel is seen by Playwright only with this; see playwright.config.ts.
process.env.PW_CHROMIUM_ATTACH_TO_OTHER = '1';

const works = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** A display nobody looks at: the window can be photographed whole. */
const virtualDisplay = () => process.platform === 'linux' && /xvfb-run/.test(process.env.XAUTHORITY ?? '');
const anyDisplay = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

process.stdout.write('Building the extension ...\n');
execFileSync(path.join(ROOT, 'node_modules', '.bin', 'wxt'), ['build'], {
  cwd: ROOT,
  env: environment({ COB_FLAVOUR: 'test', CI: 'true' }),
  stdio: ['ignore', 'ignore', 'inherit'],
  shell: process.platform === 'win32',
});

const byItself = values.headless === true || virtualDisplay() || !anyDisplay();
const photographed = virtualDisplay() && works('import', ['-version']);
const { runDemo, showDemo } = await importTs('test/demo/demo.ts');
const build = path.join(ROOT, '.output', 'chrome-mv3-test');
if (!existsSync(build)) throw new Error(`There is no build in ${build}.`);

if (byItself) {
  const out = path.resolve(values.out ?? path.join(ROOT, '.output', 'demo'));
  const accepted = await runDemo({
    build,
    out,
    wholeWindow: photographed,
    say: (line) => process.stdout.write(`${line}\n`),
  });
  process.exitCode = accepted ? 0 : 1;
} else {
  await showDemo({ build, say: (line) => process.stdout.write(`${line}\n`) });
}
