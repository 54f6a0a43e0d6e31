import type { Find } from './control';
import { SAID } from './words';

/** The page as the filler needs it: how boxes are found again, and when to stop. */
export interface FillPage {
  /** The element that was read at `path`, if it is still known; it is looked at anew before each use. */
  element: Find;
  /** Aborted when the content script ends or the panel says stop; a text as reason is shown. */
  signal: AbortSignal;
  onProgress?(done: number, total: number): void;
}

/** Watches for what ends a run early. `stopped` is undefined while it may go on. */
export interface Run {
  readonly stopped: string | undefined;
  end(): void;
}

const BY_USER = ['keydown', 'pointerdown', 'mousedown', 'touchstart'] as const;
const BY_PAGE = ['beforeunload', 'pagehide', 'submit'] as const;

/** Begins to watch: the biller's own key or press in the page, the page going away, the caller's signal. */
export const startRun = (signal: AbortSignal): Run => {
  let stopped: string | undefined;
  const own = new AbortController();
  const stop = (why: string) => {
    stopped ??= why;
  };
  const abort = () => stop(typeof signal.reason === 'string' ? signal.reason : SAID.stopped);
  const listening = { capture: true, signal: own.signal };
  for (const type of BY_USER) window.addEventListener(type, (e) => e.isTrusted && stop(SAID.userActed), listening);
  for (const type of BY_PAGE) window.addEventListener(type, () => stop(SAID.pageMoved), listening);
  signal.addEventListener('abort', abort, { signal: own.signal });
  if (signal.aborted) abort();
  return {
    get stopped() {
      return stopped;
    },
    end: () => own.abort(),
  };
};

/** Lets everything that waits in the page run: events, navigations, the biller's keys. */
export const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** Frames do not come in a window that is hidden or covered; this long is waited for one. */
const FRAME_WAIT_MS = 100;

const nextFrame = (): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, FRAME_WAIT_MS);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve();
    });
  });

/** Until the page has answered to what was filled: its microtasks, a task, and a frame where it is shown. */
export const settled = async (): Promise<void> => {
  await nextTask();
  if (document.visibilityState === 'visible') await nextFrame();
  await nextTask();
};

/** Does the work, then puts the focus and the scroll position back where they were. */
export const keepingPlace = async <T>(work: () => Promise<T>): Promise<T> => {
  const before = document.activeElement;
  const { scrollX, scrollY } = window;
  const result = await work();
  const now = document.activeElement;
  const movedByUser = now !== null && now !== document.body && now !== before;
  if (!movedByUser && before instanceof HTMLElement && before !== document.body && before.isConnected) {
    before.focus({ preventScroll: true });
  }
  if (window.scrollX !== scrollX || window.scrollY !== scrollY) {
    window.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
  }
  return result;
};
