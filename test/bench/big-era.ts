import { statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { Biller } from '../e2e/biller';
import { openSidePanel, startExtension } from '../e2e/extension';
import { Panel } from '../e2e/panel';
import { keptFor, Remittances } from '../e2e/remittance';
import { fileWhen, opened } from '../e2e/session';
import { writeBigFile } from '../era/big-file';
import { REMITTANCES, remitFilesOf } from '../pm/remittance-scenes';
import { startPm } from '../pm/server';
import { alone, type Figure } from './figures';

/** What reading one big remittance in the real panel takes. Bytes and milliseconds. */
export interface BigEra {
  bytes: number;
  claims: number;
  /** From choosing the file until the claim of the page is found in it. */
  found: number;
  /** The longest time the panel's own thread did not answer meanwhile. */
  longestPause: number;
  /** Memory of the reading thread: the most that was seen, and what is left after it, garbage collected. */
  peak: number;
  kept: number;
}

interface Heap {
  usedSize: number;
  backingStorageSize?: number;
}

/** Commands to the dedicated workers of a page, which have no session of their own. */
class WorkerHeap {
  #next = 0;
  readonly #waiting = new Map<number, (result: unknown) => void>();
  readonly #sessions = new Set<string>();

  private constructor(readonly cdp: CDPSession) {
    cdp.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type === 'worker') this.#sessions.add(sessionId);
    });
    cdp.on('Target.receivedMessageFromTarget', ({ message }) => {
      const { id, result } = JSON.parse(message) as { id?: number; result?: unknown };
      if (id !== undefined) this.#waiting.get(id)?.(result);
    });
  }

  static async of(page: Page): Promise<WorkerHeap> {
    const heap = new WorkerHeap(await page.context().newCDPSession(page));
    await heap.cdp.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
    return heap;
  }

  async #ask(sessionId: string, method: string): Promise<unknown> {
    const id = ++this.#next;
    const answer = new Promise((resolve) => this.#waiting.set(id, resolve));
    await this.cdp.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) });
    return answer;
  }

  /** Bytes that all workers of the page hold now. */
  async bytes({ collect = false } = {}): Promise<number> {
    let total = 0;
    for (const session of this.#sessions) {
      if (collect) await this.#ask(session, 'HeapProfiler.collectGarbage');
      const { usedSize, backingStorageSize = 0 } = (await this.#ask(session, 'Runtime.getHeapUsage')) as Heap;
      total += usedSize + backingStorageSize;
    }
    return total;
  }
}

/** From now on the page notes the longest time between two turns of its thread. */
const watchPauses = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const scope = globalThis as unknown as { longestPause: number };
    scope.longestPause = 0;
    let last = performance.now();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const now = performance.now();
      scope.longestPause = Math.max(scope.longestPause, now - last);
      last = now;
      setTimeout(() => port2.postMessage(0), 5);
    };
    port2.postMessage(0);
  });

const longestPause = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { longestPause: number }).longestPause);

/** Milliseconds between two looks at the memory. */
const SAMPLE = 200;

/** Asks again and again until told to stop. @returns the most that came */
const most = async (ask: () => Promise<number>, isOver: () => boolean): Promise<number> => {
  let peak = 0;
  while (!isOver()) {
    peak = Math.max(peak, await ask());
    await new Promise((resolve) => setTimeout(resolve, SAMPLE));
  }
  return peak;
};

/** So long a big file may take. */
const PATIENCE = 300_000;

/** Reads a remittance of `claims` claims in the real side panel, with the claim of the open patient in its middle. */
export const bigEra = async (build: string, claims = 200_000): Promise<BigEra> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'cob-big-'));
  const pm = await startPm();
  const started = await startExtension(build);
  try {
    const scene = REMITTANCES.forwarded;
    const file = path.join(folder, 'big.835');
    const inside = remitFilesOf(pm.truth, 'forwarded').flatMap(({ payments }) => payments);
    await writeBigFile(file, { claims, inside });

    const page = started.context.pages()[0] ?? (await started.context.newPage());
    const biller = new Biller(page, pm.origin);
    await biller.signIn();
    const panel = new Panel(await openSidePanel(started, page));
    await opened(panel.page, scene.chart, 'claim-history', () => biller.openClaimHistory(scene));
    const files = new Remittances(panel);
    const heap = await WorkerHeap.of(panel.page);
    await watchPauses(panel.page);

    const start = performance.now();
    await files.choosePath(file);
    let isFound = false;
    const finding = fileWhen(
      panel.page,
      scene.chart,
      (one) => keptFor(one, scene.claims.main).length > 0,
      'the claim is found in the file',
      PATIENCE,
    ).finally(() => {
      isFound = true;
    });
    const [, peak] = await Promise.all([
      finding,
      most(
        () => heap.bytes(),
        () => isFound,
      ),
    ]);
    const found = performance.now() - start;
    const kept = await heap.bytes({ collect: true });
    return { bytes: statSync(file).size, claims, found, longestPause: await longestPause(panel.page), peak, kept };
  } finally {
    await started.close();
    await pm.close();
    await rm(folder, { recursive: true, force: true });
  }
};

/** A press is answered at once up to here (web.dev, Interaction to Next Paint). */
const AT_ONCE = 200;
/** The peak may be so many times what is kept. */
const MOST_PEAK = 3;

/** 100 MB, 200,000 claims, in the real panel. */
export const bigEraFigures = async (build: string): Promise<Figure[]> => {
  const { bytes, claims, found, longestPause: pause, peak, kept } = await bigEra(build);
  const file = `A remittance of ${Math.round(bytes / 1e6)} MB, ${claims.toLocaleString('en-US')} claims, in the panel`;
  const ratio = peak / kept;
  return [
    alone('big-era', `${file}: until the page's claim is found`, 'ms', found),
    alone('big-era-pause', `${file}: longest pause of the panel`, 'ms', pause, { most: AT_ONCE }),
    {
      id: 'big-era-memory',
      name: `${file}: peak of its thread`,
      unit: 'B',
      ours: peak,
      against: { name: 'kept', value: kept },
      ratio,
      aim: { most: MOST_PEAK },
      met: ratio <= MOST_PEAK,
    },
  ];
};
