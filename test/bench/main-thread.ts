import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { median } from './measure';

/**
 * What the extension took of a page's main thread while it loaded, in milliseconds of that thread's own time: what other
 * programs of the machine take meanwhile is not in it.
 */
export interface MainThread {
  /** Its scripts, from compiling to the last microtask. */
  total: number;
  /** The longest task in which any of them ran, whatever else was in that task. */
  longestTask: number;
}

interface TraceEvent {
  name: string;
  ph: string;
  dur?: number;
  /** Time of the thread itself. */
  tdur?: number;
  ts: number;
  tid: number;
  pid: number;
  args?: { data?: { url?: string; scriptName?: string } };
}

export interface Site {
  origin: string;
  close(): void;
}

/** A server of fixed pages by path. */
export const serve = async (pages: Record<string, string>): Promise<Site> => {
  const server: Server = createServer((request, response) => {
    const body = pages[new URL(request.url ?? '/', 'http://x').pathname];
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': 'text/html; charset=utf-8',
      // A page of its own process may look at a clock of 5 µs instead of 100.
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    });
    response.end(body ?? '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
};

/** Files of an extension that run in pages: its worker and panel have threads of their own. */
type Scripts = RegExp;

/** The product's. */
export const productScripts = (id: string): Scripts => new RegExp(`^chrome-extension://${id}/pm`);
/** Those of `emptyExtension`. */
export const EMPTY_SCRIPT: Scripts = /^chrome-extension:\/\/[a-z]+\/empty\.js/;

/**
 * An extension whose content script does nothing: what the browser takes for any. It runs in pages of `localhost` alone, where
 * the product does not. Returns its folder, which goes with this process.
 */
export const emptyExtension = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cob-companion-empty-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const script = { matches: ['http://localhost/*'], all_frames: true, run_at: 'document_idle', js: ['empty.js'] };
  const manifest = { manifest_version: 3, name: 'Empty', version: '1', content_scripts: [script] };
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(path.join(folder, 'empty.js'), '(function () {})();');
  return folder;
};

const isOf = (event: TraceEvent, scripts: Scripts): boolean =>
  scripts.test(event.args?.data?.url ?? event.args?.data?.scriptName ?? '');

/** Where a script goes on after a rest. The pages that are loaded here have no scripts of their own. */
const REST = 'BlinkScheduler_PerformMicrotaskCheckpoint';

const endOf = (event: TraceEvent): number => event.ts + (event.dur ?? 0);
const inside = (event: TraceEvent, task: TraceEvent): boolean => task.ts <= event.ts && endOf(event) <= endOf(task);

/** Events that lie inside another would be counted twice. */
const outermost = (events: readonly TraceEvent[]): TraceEvent[] => {
  const kept: TraceEvent[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const event of events.toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))) {
    if (event.ts < end) continue;
    kept.push(event);
    end = endOf(event);
  }
  return kept;
};

const milliseconds = ({ tdur, dur }: TraceEvent): number => (tdur ?? dur ?? 0) / 1000;

const sumUp = (events: readonly TraceEvent[], scripts: Scripts): MainThread => {
  const whole = events.filter(({ ph }) => ph === 'X');
  const first = whole.find((event) => isOf(event, scripts));
  if (!first) throw new Error('The extension did not run in the page.');
  const onThread = whole.filter(({ pid, tid }) => pid === first.pid && tid === first.tid);
  const ours = onThread.filter((event) => isOf(event, scripts));
  const rests = onThread.filter(({ name }) => name === REST);
  const microtasks = onThread.filter(({ name }) => name === 'RunMicrotasks');
  const tasks = outermost(onThread.filter(({ name }) => name === 'RunTask')).flatMap((task) => {
    const started = ours.filter((event) => inside(event, task));
    const later = microtasks.filter(
      (event) => inside(event, task) && (started.length > 0 || rests.some((rest) => inside(event, rest))),
    );
    const run = outermost([...started, ...later]);
    return run.length > 0 ? [{ task, run }] : [];
  });
  return {
    total: tasks.flatMap(({ run }) => run.map(milliseconds)).reduce((sum, ms) => sum + ms, 0),
    longestTask: Math.max(...tasks.map(({ task }) => milliseconds(task))),
  };
};

/** A page to load. `ready`: what stands in it when the extension is done with it. */
export interface Load {
  url: string;
  scripts: Scripts;
  ready?: string;
}

/** Loads a page with tracing on until the page was quiet, and sums what ran of the extension's scripts. */
const trace = async (context: BrowserContext, { url, scripts, ready }: Load): Promise<MainThread> => {
  const browser = context.browser();
  if (!browser) throw new Error('The context has no browser.');
  const page = await context.newPage();
  const cdp = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['toplevel', 'devtools.timeline', 'v8.execute', 'disabled-by-default-devtools.timeline'],
    },
  });
  await page.goto(url);
  if (ready) await page.waitForSelector(ready, { state: 'attached' });
  else await page.evaluate(() => new Promise((done) => requestIdleCallback(() => requestIdleCallback(done))));
  const complete = new Promise((done) => cdp.once('Tracing.tracingComplete', done));
  await cdp.send('Tracing.end');
  await complete;
  await cdp.detach();
  await page.close();
  return sumUp(events, scripts);
};

const medians = (runs: readonly MainThread[]): MainThread => ({
  total: median(runs.map((run) => run.total)),
  longestTask: median(runs.map((run) => run.longestTask)),
});

/** The medians over several loads of each page, one after the other in every round. */
export const mainThread = async <K extends string>(
  context: BrowserContext,
  loads: Record<K, Load>,
  rounds: number,
): Promise<Record<K, MainThread>> => {
  const names = Object.keys(loads) as K[];
  const runs = new Map<K, MainThread[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) runs.get(name)?.push(await trace(context, loads[name]));
  }
  return Object.fromEntries(names.map((name) => [name, medians(runs.get(name) ?? [])])) as Record<K, MainThread>;
};
