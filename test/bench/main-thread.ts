import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext } from '@playwright/test';
import { median } from './measure';

/** What the extension's scripts took of a page's main thread while it loaded, in milliseconds. */
export interface MainThread {
  total: number;
  longestTask: number;
}

interface TraceEvent {
  name: string;
  ph: string;
  dur?: number;
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

const isOurs = (event: TraceEvent, id: string): boolean =>
  (event.args?.data?.url ?? event.args?.data?.scriptName ?? '').startsWith(`chrome-extension://${id}/`);

/** Script events that lie inside another of ours would be counted twice. */
const outermost = (events: readonly TraceEvent[]): TraceEvent[] => {
  const kept: TraceEvent[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const event of events.toSorted((a, b) => a.ts - b.ts)) {
    if (event.ts < end) continue;
    kept.push(event);
    end = event.ts + (event.dur ?? 0);
  }
  return kept;
};

const sumUp = (events: readonly TraceEvent[], id: string): MainThread => {
  const ours = outermost(
    events.filter(
      (event) =>
        event.ph === 'X' && /^(EvaluateScript|FunctionCall|RunMicrotasks)$/.test(event.name) && isOurs(event, id),
    ),
  );
  const tasks = events.filter((event) => event.ph === 'X' && event.name === 'RunTask');
  const taskOf = (event: TraceEvent): TraceEvent | undefined =>
    tasks.find(
      (task) =>
        task.tid === event.tid &&
        task.pid === event.pid &&
        task.ts <= event.ts &&
        task.ts + (task.dur ?? 0) >= event.ts + (event.dur ?? 0),
    );
  const oursInTask = new Map<TraceEvent, number>();
  for (const event of ours) {
    const task = taskOf(event) ?? event;
    oursInTask.set(task, (oursInTask.get(task) ?? 0) + (event.dur ?? 0));
  }
  return {
    total: ours.reduce((sum, event) => sum + (event.dur ?? 0), 0) / 1000,
    longestTask: Math.max(0, ...oursInTask.values()) / 1000,
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
