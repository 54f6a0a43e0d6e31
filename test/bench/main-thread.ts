import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
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

/** Of the extension's files those that run in pages: its worker and panel have threads of their own. */
const isOurs = (event: TraceEvent, id: string): boolean =>
  new RegExp(`^chrome-extension://${id}/(?:content-scripts/|pm-reader)`).test(
    event.args?.data?.url ?? event.args?.data?.scriptName ?? '',
  );

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

const sumUp = (events: readonly TraceEvent[], id: string): MainThread => {
  const whole = events.filter(({ ph }) => ph === 'X');
  const first = whole.find((event) => isOurs(event, id));
  if (!first) throw new Error('The extension did not run in the page.');
  const onThread = whole.filter(({ pid, tid }) => pid === first.pid && tid === first.tid);
  const ours = onThread.filter((event) => isOurs(event, id));
  const rests = onThread.filter(({ name }) => name === REST);
  const microtasks = onThread.filter(({ name }) => name === 'RunMicrotasks');
  const tasks = outermost(onThread.filter(({ name }) => name === 'RunTask')).flatMap((task) => {
    const scripts = ours.filter((event) => inside(event, task));
    const later = microtasks.filter(
      (event) => inside(event, task) && (scripts.length > 0 || rests.some((rest) => inside(event, rest))),
    );
    const run = outermost([...scripts, ...later]);
    return run.length > 0 ? [{ task, run }] : [];
  });
  return {
    total: tasks.flatMap(({ run }) => run.map(milliseconds)).reduce((sum, ms) => sum + ms, 0),
    longestTask: Math.max(...tasks.map(({ task }) => milliseconds(task))),
  };
};

/** Loads a page with tracing on until the page was quiet, and sums what ran of the extension's scripts. */
const trace = async (
  context: BrowserContext,
  id: string,
  url: string,
  ready: string | undefined,
): Promise<MainThread> => {
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
  return sumUp(events, id);
};

/** The medians over several loads of one page. `ready`: what stands in the page when the extension is done with it. */
export const mainThread = async (
  context: BrowserContext,
  id: string,
  url: string,
  { rounds, ready }: { rounds: number; ready?: string },
): Promise<MainThread> => {
  const runs: MainThread[] = [];
  for (let round = 0; round < rounds; round += 1) runs.push(await trace(context, id, url, ready));
  return { total: median(runs.map((run) => run.total)), longestTask: median(runs.map((run) => run.longestTask)) };
};
