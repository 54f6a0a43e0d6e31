// What a fresh machine lacks is set up here: packages and a Chromium. Node's own modules only, because it runs before any package is there.
import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const WINDOWS = process.platform === 'win32';
const BIN = path.join(ROOT, 'node_modules', '.bin');
/** `minimum_chrome_version` of the extension. */
const OLDEST_CHROMIUM = 144;
const MINUTE = 60_000;

/** The environment of every step: the project's own programs (its Node among them) come first. */
export const environment = (extra = {}) => {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...process.env, [name]: `${BIN}${path.delimiter}${process.env[name] ?? ''}`, ...extra };
};

const say = (text) => process.stdout.write(`${text}\n`);

const stop = (text) => {
  process.stderr.write(`\n${text}\n`);
  process.exit(2);
};

/** Runs a program with its output in a log, one line on the screen, and a time limit. Resolves to true if it went well. */
const quietly = (title, command, args, { log, limit, env = {} }) =>
  new Promise((resolve) => {
    mkdirSync(path.dirname(log), { recursive: true });
    const file = createWriteStream(log, { flags: 'a' });
    const started = Date.now();
    say(`${title} ...`);
    const child = spawn(command, args, {
      cwd: ROOT,
      env: environment(env),
      shell: WINDOWS,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.pipe(file, { end: false });
    child.stderr.pipe(file, { end: false });
    const tick = setInterval(() => say(`${title} ... ${Math.round((Date.now() - started) / 1000)} s`), 15_000);
    const timer = setTimeout(() => child.kill('SIGKILL'), limit);
    const done = (well) => {
      clearInterval(tick);
      clearTimeout(timer);
      file.end();
      resolve(well);
    };
    child.on('error', () => done(false));
    child.on('close', (code) => done(code === 0));
  });

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** True where every package that the lock asks for on every platform is installed in exactly that version. */
const packagesAreThere = () => {
  const installed = path.join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const have = readJson(installed).packages ?? {};
  const want = readJson(path.join(ROOT, 'package-lock.json')).packages ?? {};
  return Object.entries(want).every(
    ([place, entry]) => place === '' || entry.optional || entry.link || have[place]?.version === entry.version,
  );
};

const installPackages = async () => {
  if (packagesAreThere()) return;
  const log = path.join(ROOT, '.artifacts', 'setup', 'npm-ci.log');
  const well = await quietly('Installing packages (npm ci)', 'npm', ['ci', '--no-audit', '--no-fund'], {
    log,
    limit: 10 * MINUTE,
  });
  if (!well) stop(`Installing packages failed. What npm said is in ${path.relative(ROOT, log)}.`);
};

/** Goes on with the project's own Node where the packages brought one. Does not come back in that case. */
const useOwnNode = () => {
  const own = path.join(BIN, WINDOWS ? 'node.exe' : 'node');
  if (!existsSync(own) || process.env.COB_OWN_NODE) return;
  const probe = spawnSync(own, ['-p', 'process.version'], { encoding: 'utf8' });
  if (probe.status !== 0 || probe.stdout.trim() === process.version) return;
  const child = spawn(own, process.argv.slice(1), {
    cwd: process.cwd(),
    env: environment({ COB_OWN_NODE: '1' }),
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('close', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
  return new Promise(() => {});
};

const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .map((folder) => path.join(folder, name));

/** Where a Chromium usually is. Branded Chrome and Edge are left out: they no longer load an unpacked extension from the command line. */
const usualPlaces = () => {
  if (process.platform === 'darwin') {
    return [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      path.join(homedir(), 'Applications/Chromium.app/Contents/MacOS/Chromium'),
      '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      ...onPath('chromium'),
    ];
  }
  if (WINDOWS) {
    return [process.env.LOCALAPPDATA, process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)']]
      .filter(Boolean)
      .map((folder) => path.join(folder, 'Chromium', 'Application', 'chrome.exe'));
  }
  return [
    ...['chromium', 'chromium-browser', 'google-chrome-for-testing'].flatMap(onPath),
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/lib/chromium/chromium',
    '/snap/bin/chromium',
  ];
};

/** Chromiums that Playwright downloaded before, the newest first. */
const playwrightsOwn = () => {
  const cache =
    process.env.PLAYWRIGHT_BROWSERS_PATH ||
    {
      darwin: path.join(homedir(), 'Library/Caches/ms-playwright'),
      win32: path.join(process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright'),
    }[process.platform] ||
    path.join(homedir(), '.cache/ms-playwright');
  if (!existsSync(cache)) return [];
  const builds = readdirSync(cache).filter((name) => /^chromium-\d+$/.test(name));
  builds.sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)));
  const inside = [
    'chrome-linux64/chrome',
    'chrome-linux/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-win64/chrome.exe',
    'chrome-win/chrome.exe',
  ];
  return builds.flatMap((build) => inside.map((file) => path.join(cache, build, file)));
};

/** The major version, or 0 where the program does not run. Windows has no `--version`: there it is taken as it is. */
const majorVersion = (program) => {
  if (WINDOWS) return existsSync(program) ? OLDEST_CHROMIUM : 0;
  const said = spawnSync(program, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return said.status === 0 ? Number(/(\d+)\.\d+\.\d+/.exec(said.stdout)?.[1] ?? 0) : 0;
};

const findChromium = () => {
  const asked = process.env.CHROMIUM_PATH;
  if (asked) {
    const version = majorVersion(asked);
    if (version >= OLDEST_CHROMIUM) return asked;
    stop(
      version === 0
        ? `CHROMIUM_PATH is ${asked}, but that does not run.`
        : `CHROMIUM_PATH is Chromium ${version}. The extension needs ${OLDEST_CHROMIUM} or newer.`,
    );
  }
  return [...usualPlaces(), ...playwrightsOwn()].find(
    (program) => existsSync(program) && majorVersion(program) >= OLDEST_CHROMIUM,
  );
};

const downloadChromium = async () => {
  const log = path.join(ROOT, '.artifacts', 'setup', 'playwright-install.log');
  await quietly('No Chromium found. Downloading one', path.join(BIN, 'playwright'), ['install', 'chromium'], {
    log,
    limit: 5 * MINUTE,
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '20000' },
  });
  return findChromium();
};

const aptChromium = async () => {
  const debian = process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get').some(existsSync);
  if (!debian) return undefined;
  const log = path.join(ROOT, '.artifacts', 'setup', 'apt-get.log');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await quietly('Reading the package lists (apt-get update)', 'apt-get', ['update'], { log, limit: 5 * MINUTE, env });
  const packages = ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'];
  await quietly('Installing Chromium (apt-get install)', 'apt-get', packages, { log, limit: 8 * MINUTE, env });
  return findChromium();
};

/**
 * Sets up what is missing and answers with what was found. Ends the process with code 2 and one message where that cannot be done.
 * @returns {Promise<{chromium: string}>} the path of a Chromium that can load the extension
 */
export const ensure = async () => {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) stop(`Node 20 or newer is needed. This is ${process.version}.`);
  process.chdir(ROOT);
  await installPackages();
  await useOwnNode();
  if (!existsSync(path.join(ROOT, '.wxt', 'tsconfig.json'))) {
    const log = path.join(ROOT, '.artifacts', 'setup', 'wxt-prepare.log');
    await quietly('Preparing types (wxt prepare)', path.join(BIN, 'wxt'), ['prepare'], { log, limit: MINUTE });
  }
  const chromium = findChromium() ?? (await downloadChromium()) ?? (await aptChromium());
  if (!chromium) {
    stop(
      `No Chromium ${OLDEST_CHROMIUM} or newer was found, and none could be installed. ` +
        'Install one (Debian and Ubuntu: apt-get install chromium; macOS: brew install --cask chromium) ' +
        'or set CHROMIUM_PATH to the program, then start again.',
    );
  }
  process.env.CHROMIUM_PATH = chromium;
  return { chromium };
};
