import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from '@playwright/test';
import { build as bundle } from 'vite';
import { MAX_ROWS } from '../../lib/pages/context';
import { CEILINGS, filesOf, type Part } from '../built/sizes';
import { startExtension } from '../e2e/extension';
import { bigEraFigures } from './big-era';
import { claimHistory, otherPage } from './claim-history';
import { eraFigures } from './era';
import { alone, type Figure, faster, times } from './figures';
import type * as InPage from './in-page';
import { EMPTY_SCRIPT, emptyExtension, mainThread, productScripts, type Site, serve } from './main-thread';
import { payerListFigures } from './payer-lists';

export interface BenchOptions {
  /** Folder of the built extension, test flavour. */
  build: string;
  out: string;
  say: (line: string) => void;
  /** Only this part. */
  only?: 'era';
}

const ROWS = 1000;
const SIZES = [100, 1000, 10_000];
const CLAIMS = 10_000;
const ROUNDS = { reading: 31, sizes: 9, oneRow: 31, fill: 5, loads: 7, checks: 9 };

/** The code that runs in the page, minified as the extension is. */
const inPageScript = async (): Promise<string> => {
  const made = await bundle({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'esnext',
      lib: {
        entry: path.resolve(import.meta.dirname, 'in-page.ts'),
        formats: ['iife'],
        name: 'bench',
        fileName: 'bench',
      },
    },
  });
  const [first] = Array.isArray(made) ? made : [made];
  const script = first && 'output' in first ? first.output[0].code : undefined;
  if (!script) throw new Error('The code for the page could not be bundled.');
  return script;
};

declare const bench: typeof InPage;

const openBenchPage = async (browser: Browser, { origin }: Site): Promise<Page> => {
  const page = await browser.newPage();
  await page.goto(`${origin}/electronic/pm/action.do?ACTION_NAME=CLAIM_HISTORY`);
  await page.addScriptTag({ content: await inPageScript() });
  if (!(await page.evaluate(() => crossOriginIsolated))) throw new Error('The page has a coarse clock.');
  return page;
};

const readingFigures = async (page: Page): Promise<Figure[]> => {
  const { ours, siblingWalk, parseAgain } = await page.evaluate(([rows, rounds]) => bench.reading(rows, rounds), [
    ROWS,
    ROUNDS.reading,
  ] as const);
  const name = 'Read a Claim History of 1,000 x 12';
  return [
    times('read-floor', name, ours, ['bare sibling walk', siblingWalk], { most: 2 }),
    times('read-parser', name, ours, ['DOMParser + textContent', parseAgain], { most: 1 }),
  ];
};

/** Time of one claim in a large page against one in a small page: 1 is linear. */
const growthFigures = async (page: Page): Promise<Figure[]> => {
  const measured = await page.evaluate(([sizes, most, rounds]) => bench.sizes(sizes, most, rounds), [
    SIZES,
    MAX_ROWS,
    ROUNDS.sizes,
  ] as const);
  const claims = SIZES.map((rows) => Math.min(rows, MAX_ROWS));
  const words = (i: number) =>
    `${(SIZES[i] ?? 0).toLocaleString('en-US')} rows${claims[i] === SIZES[i] ? '' : ` (read up to ${MAX_ROWS.toLocaleString('en-US')})`}`;
  return SIZES.flatMap((_, i) => {
    const ms = measured[i] ?? Number.NaN;
    if (i === 0) return [alone('read-100', `Read, freshly laid out: ${words(i)}`, 'ms', ms)];
    const linear = ((measured[i - 1] ?? Number.NaN) * (claims[i] ?? 0)) / (claims[i - 1] ?? 1);
    // A tenth is left to the clock and the collector.
    return [
      times(`read-${SIZES[i]}`, `Read, freshly laid out: ${words(i)}`, ms, ['linear growth', linear], { most: 1.1 }),
    ];
  });
};

const rowFigure = async (page: Page): Promise<Figure> => {
  const { row, page: whole } = await page.evaluate(([rows, rounds]) => bench.oneRow(rows, rounds), [
    ROWS,
    ROUNDS.oneRow,
  ] as const);
  return times('one-row', 'Read one changed row of 1,000', row, ['whole page', whole], { most: 0.02 });
};

const fillFigures = async (page: Page): Promise<Figure[]> => {
  await page.bringToFront();
  const { ours, native, paced } = await page.evaluate((rounds) => bench.fill(rounds), ROUNDS.fill);
  const name = 'Fill 60 boxes and read them back';
  return [
    times('fill-native', name, ours, ['bare native setters', native]),
    faster('fill-paced', name, ours, ['20 ms a step', paced], { least: 5 }),
  ];
};

const checksFigure = async (page: Page): Promise<Figure> => {
  const { ours, engine } = await page.evaluate(([claims, rounds]) => bench.checks(claims, rounds), [
    CLAIMS,
    ROUNDS.checks,
  ] as const);
  return faster('checks', 'All checks on 10,000 claims', ours, ['json-rules-engine and its facts', engine], {
    least: 100,
  });
};

const inOneBrowser = async (site: Site): Promise<{ figures: Figure[]; version: string }> => {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  try {
    const page = await openBenchPage(browser, site);
    const figures = [
      ...(await readingFigures(page)),
      ...(await growthFigures(page)),
      await rowFigure(page),
      ...(await fillFigures(page)),
      await checksFigure(page),
    ];
    return { figures, version: browser.version() };
  } finally {
    await browser.close();
  }
};

/** What the built extension takes of the page's main thread, beside what the browser takes for a script that does nothing. */
const mainThreadFigures = async ({ origin }: Site, build: string): Promise<Figure[]> => {
  const started = await startExtension(build, { besides: [emptyExtension()] });
  const scripts = productScripts(started.id);
  const elsewhere = origin.replace('127.0.0.1', 'localhost');
  const history = `${origin}/electronic/pm/action.do?ACTION_NAME=CLAIM_HISTORY&MEMBER_ID=1`;
  try {
    const { other, empty, claims } = await mainThread(
      started.context,
      {
        other: { url: `${origin}/other`, scripts },
        empty: { url: `${elsewhere}/other`, scripts: EMPTY_SCRIPT },
        claims: { url: history, scripts, ready: '[data-cob-mark]' },
      },
      ROUNDS.loads,
    );
    return [
      {
        ...alone('other-page', 'Content script on a page that is no PM page', 'ms', other.total, { most: 2 }),
        against: { name: 'empty content script', value: empty.total },
      },
      alone('claims-total', 'Content script on 1,000 claims, all of it', 'ms', claims.total),
      alone('claims-task', 'Content script on 1,000 claims, longest task', 'ms', claims.longestTask, { most: 50 }),
    ];
  } finally {
    await started.close();
  }
};

const byteFigures = (build: string): Figure[] =>
  (Object.keys(CEILINGS) as Part[]).flatMap((part) => {
    const { name, most } = CEILINGS[part];
    const texts = filesOf(build, part).map((file) => readFileSync(file));
    const sum = (bytes: readonly number[]) => bytes.reduce((total, n) => total + n, 0);
    return [
      alone(`bytes-${part}`, `${name}, minified`, 'B', sum(texts.map((text) => text.length)), { most }),
      alone(`gzip-${part}`, `${name}, gzip`, 'B', sum(texts.map((text) => gzipSync(text, { level: 9 }).length))),
    ];
  });

const number = (value: number): string =>
  value >= 1000
    ? Math.round(value).toLocaleString('en-US')
    : value >= 10
      ? value.toFixed(1)
      : value.toFixed(value < 0.1 ? 3 : 2);

const cellsOf = ({ name, unit, ours, against, ratio, aim, met }: Figure): string[] => [
  name,
  `${number(ours)} ${unit}`,
  against ? `${number(against.value)} ${unit} ${against.name}` : '',
  ratio === undefined ? '' : `${number(ratio)}x`,
  aim
    ? `${'most' in aim ? '<=' : '>='} ${number('most' in aim ? aim.most : aim.least)}${ratio === undefined ? ` ${unit}` : 'x'}`
    : '',
  met === undefined ? '' : met ? 'yes' : 'NO',
];

/** The figures as a table of plain text. */
export const tableOf = (figures: readonly Figure[]): string => {
  const rows = [['figure', 'ours', 'against', 'ratio', 'aim', 'met'], ...figures.map(cellsOf)];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

/** Everything that is measured in the browser. */
const browserFigures = async ({ build, say }: BenchOptions): Promise<{ figures: Figure[]; version: string }> => {
  const claims = claimHistory(ROWS);
  const site = await serve({ '/electronic/pm/action.do': claims, '/other': otherPage(ROWS) });
  try {
    say('Reading, filling, checks ...');
    const { figures, version } = await inOneBrowser(site);
    say('Main thread ...');
    const thread = await mainThreadFigures(site, build);
    say('A payer list in the options page ...');
    const lists = await payerListFigures(build);
    say('A big remittance in the panel ...');
    const era = await bigEraFigures(build);
    return { figures: [...figures, ...thread, ...lists, ...era, ...byteFigures(build)], version };
  } finally {
    site.close();
  }
};

/** Measures everything, or one part, prints the table and writes `bench.json`. @returns whether every aim was met */
export const runBench = async (options: BenchOptions): Promise<boolean> => {
  const { out, say, only } = options;
  mkdirSync(out, { recursive: true });
  const browser = only ? undefined : await browserFigures(options);
  say('Remittances ...');
  const figures = [...(browser?.figures ?? []), ...(await eraFigures(out))];
  const aims = figures.filter(({ met }) => met !== undefined);
  const met = aims.filter((figure) => figure.met).length;
  const versions = { ...(browser ? { chromium: browser.version } : {}), node: process.versions.node };
  const name = only ? `bench-${only}.json` : 'bench.json';
  writeFileSync(path.join(out, name), `${JSON.stringify({ versions, rounds: ROUNDS, figures }, null, 2)}\n`);
  const machine = [...(browser ? [`Chromium ${browser.version}`] : []), `Node ${process.versions.node}`].join(', ');
  say(`\n${tableOf(figures)}\n\n${machine}. ${met} of ${aims.length} aims met.`);
  return met === aims.length;
};
