/** Work in small steps: it yields where it may be interrupted. */
export type Work<T> = Generator<undefined, T, undefined>;

/** How work is cut into slices: a clock, and a rest that lets the page go on. */
export interface Slicer {
  /** Milliseconds, from any start. */
  now(): number;
  rest(): Promise<void>;
}

/** The longest a slice may take, in milliseconds. */
export const SLICE_MS = 6;

/** Lets the page work between two slices. Falls back to a message channel, which hidden tabs do not slow down. */
export const pageSlicer: Slicer = {
  now: () => performance.now(),
  rest: () => {
    const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
    if (scheduler?.yield) return scheduler.yield();
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(0);
    });
  },
};

/** Does the work at one go. */
export const runNow = <T>(work: Work<T>): T => {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
};

/** Does the work in slices of at most `SLICE_MS`. */
export const runSliced = async <T>(work: Work<T>, slicer: Slicer): Promise<T> => {
  let start = slicer.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (slicer.now() - start >= SLICE_MS) {
      await slicer.rest();
      start = slicer.now();
    }
  }
};
