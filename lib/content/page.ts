import type { PageSnapshot } from '../claim/page';
import type { PageAnswer, PickOrder, SearchOrder, SearchProgress } from '../messages';
import { pageSlicer } from '../pages/slices';
import { fillBoxes } from '../prefill/fill';
import { fingerprint } from '../prefill/fingerprint';
import type { FillJournal, FillOrder } from '../prefill/plan';
import { undoFill } from '../prefill/undo';
import { holdSubmit } from './hold';
import { applyMarks, clearMarks } from './marks';
import { pickHit } from './pick';
import { sameReading } from './same';
import { takeStep } from './search';
import { showElement } from './show';

/** How the open page is read: what `lib/pages` is for this page. */
export interface LiveReader {
  /** Reads the page; `rows` where only these rows of Claim History changed. */
  read: (touched: (element: Element) => boolean, rows?: readonly Element[]) => Promise<PageSnapshot>;
  /** The element that was read at a place's path, while it is in the page. */
  element: (path: string) => Element | undefined;
  /** Calls back, debounced, when the page changed; with rows where only they did. */
  watch: (changed: (rows?: readonly Element[]) => void, signal: AbortSignal) => void;
  /** Paths of the controls that are no boxes. */
  paths: { payer: string; lastName: string; search: string; submit: string };
  /** The rows of Claim History by claim number. */
  rows: () => ReadonlyMap<string, Element>;
}

/** What the page tells the extension's worker. */
export interface Worker {
  pageRead: (snapshot: PageSnapshot) => Promise<PageAnswer>;
  searchPressing: (data: { lookupId: string }) => Promise<boolean>;
  searchProgress: (data: { lookupId: string; progress: SearchProgress }) => Promise<void>;
  submitPressed: (data: { held: boolean }) => Promise<void>;
}

export interface PageEnv {
  window: Window;
  reader: LiveReader;
  worker: Worker;
  now: () => number;
  /** Ends everything this page started. */
  signal: AbortSignal;
}

/** What the panel and the worker can ask of an open page. */
export interface OpenPage {
  read(): Promise<PageSnapshot | undefined>;
  /** The reading that the panel works with. */
  latest(): PageSnapshot | undefined;
  showPlace(path: string, focus: boolean): boolean;
  setMarks(marks: PageAnswer['marks']): void;
  search(order: SearchOrder): Promise<SearchProgress>;
  pickHit(wanted: PickOrder): Promise<boolean>;
  fillForm(data: { claimId: string; fingerprint: string; orders: readonly FillOrder[] }): Promise<FillJournal>;
  undoFill(journal: FillJournal): Promise<FillJournal>;
  setHold(reasons: readonly string[]): void;
}

export const FORM_CHANGED = 'The form changed since the list was made. Nothing was filled.';

/** A lookup takes three steps; a page may undo one or two of them. */
const MAX_STEPS = 12;
/** How long a reading that the worker did not take waits until it is told again, in milliseconds: workers stop at any moment. */
const AGAIN_AFTER = [250, 1000, 4000];
const TOO_MANY: SearchProgress = { did: 'refused', why: 'The page does not keep what is chosen in the payer search.' };

/**
 * Reads the page, tells the worker, shows its answer in the page, and again with each change, until `signal`.
 * One reading at a time; a change during a reading is read after it.
 */
export const openPage = ({ window, reader, worker, now, signal }: PageEnv): OpenPage => {
  const { document } = window;
  /** Boxes the biller typed into; what the filler types is not hers. */
  const typedInto = new WeakSet<Element>();
  let filling = false;
  let latest: PageSnapshot | undefined;
  /** What the worker was told last; undefined where it has to be told whatever the page says. */
  let sent: PageSnapshot | undefined;
  let reading: Promise<PageSnapshot | undefined> | undefined;
  /** The reading after the one that runs, for all who asked meanwhile. */
  let following: Promise<PageSnapshot | undefined> | undefined;
  let again = false;
  let stepping = false;
  /** Steps taken of each lookup in this page: a page that undoes every step must not keep the panel busy for ever. */
  const steps = new Map<string, number>();

  /** Rows that changed since the last reading; undefined where the whole page has to be read. */
  let rows: readonly Element[] | undefined;

  const readOnce = async (): Promise<PageSnapshot | undefined> => {
    const only = rows;
    rows = undefined;
    const snapshot = await reader.read((element) => typedInto.has(element), only);
    if (signal.aborted) return undefined;
    latest = snapshot;
    return snapshot;
  };

  /** A reading that begins now: one that runs already began before what the caller wants to see. */
  const read = (): Promise<PageSnapshot | undefined> => {
    if (!reading) {
      reading = readOnce().finally(() => {
        reading = undefined;
      });
      return reading;
    }
    following ??= reading
      .catch(() => undefined)
      .then(() => {
        following = undefined;
        return read();
      });
    return following;
  };

  const tell = async (): Promise<void> => {
    const snapshot = await read();
    if (!snapshot) return;
    if (sameReading(sent, snapshot)) return;
    sent = snapshot;
    const answer = await worker.pageRead(snapshot);
    if (!signal.aborted) await obey(answer);
    failures = 0;
  };

  let telling: Promise<void> | undefined;
  /** Readings in a row that were not taken. */
  let failures = 0;
  const later = (): void => {
    const wait = AGAIN_AFTER[failures];
    failures += 1;
    if (wait !== undefined && !signal.aborted) setTimeout(() => !signal.aborted && update(), wait);
  };

  /** Reads and tells; a change meanwhile is told afterwards. Silent where the extension is gone or the worker goes on saying no. */
  const update = (): void => {
    if (telling || filling) {
      again = true;
      return;
    }
    again = false;
    telling = tell()
      .catch(() => {
        sent = undefined;
        later();
      })
      .finally(() => {
        telling = undefined;
        if (again && !signal.aborted) update();
      });
  };

  const hold = holdSubmit({
    window,
    submit: () => reader.element(reader.paths.submit),
    pressed: (held) => void worker.submitPressed({ held }).catch(() => undefined),
    signal,
  });

  const setMarks = (marks: PageAnswer['marks']): void => applyMarks(document, marks, reader.rows());

  const obey = async (answer: PageAnswer): Promise<void> => {
    setMarks(answer.marks);
    hold.setReasons(answer.hold);
    if (answer.search) await searchFor(answer.search);
  };

  const write = async (input: HTMLInputElement, text: string): Promise<boolean> => {
    filling = true;
    try {
      const order: FillOrder = {
        box: '',
        kind: 'text',
        path: reader.paths.lastName,
        expected: input.value,
        wanted: text,
        source: '',
      };
      await fillBoxes([order], { element: (path) => (path === order.path ? input : undefined), signal });
    } finally {
      filling = false;
    }
    return input.value === text;
  };

  const takeStepOf = (order: SearchOrder): Promise<SearchProgress> =>
    takeStep(order, {
      controls: () => ({
        payer: reader.element(reader.paths.payer),
        lastName: reader.element(reader.paths.lastName),
        button: reader.element(reader.paths.search),
      }),
      write,
      pressing: (lookupId) => worker.searchPressing({ lookupId }),
    });

  /** Right after Search was pressed: that the page searches may show for a moment only. */
  const tellPressed = async (): Promise<void> => {
    const snapshot = await read();
    if (snapshot) await worker.pageRead(snapshot);
  };

  /** One step; the next reading brings the next order, also where the page looks the same after it. */
  const search = async (order: SearchOrder): Promise<SearchProgress> => {
    if (stepping) return { did: 'nothing' };
    stepping = true;
    const taken = (steps.get(order.lookupId) ?? 0) + 1;
    steps.set(order.lookupId, taken);
    try {
      const progress = taken > MAX_STEPS ? TOO_MANY : await takeStepOf(order);
      if (progress.did === 'pressed') void tellPressed().catch(() => undefined);
      return progress;
    } finally {
      stepping = false;
    }
  };

  /** Has to be asked for the next step even where the page looks the same. */
  const next = (): void => {
    sent = undefined;
    update();
  };

  const searchFor = async (order: SearchOrder): Promise<void> => {
    const progress = await search(order);
    if (progress.did === 'nothing') return;
    await worker.searchProgress({ lookupId: order.lookupId, progress });
    next();
  };

  const findHit = async (wanted: PickOrder): Promise<boolean> => {
    const snapshot = await read();
    const hits = snapshot?.form?.search.hits ?? snapshot?.search?.hits ?? [];
    return pickHit(wanted, hits, reader.element);
  };

  const fillForm: OpenPage['fillForm'] = async (data) => {
    const form = (await read())?.form;
    const journal = { claimId: data.claimId, filledAt: now() };
    if (!form || fingerprint(form) !== data.fingerprint || (form.claimId ?? data.claimId) !== data.claimId) {
      return { ...journal, results: [], stopped: FORM_CHANGED };
    }
    filling = true;
    try {
      return { ...journal, ...(await fillBoxes(data.orders, { element: reader.element, signal })) };
    } finally {
      filling = false;
      update();
    }
  };

  const undo = async (journal: FillJournal): Promise<FillJournal> => {
    await read();
    filling = true;
    try {
      return { ...journal, undone: { at: now(), ...(await undoFill(journal, { element: reader.element, signal })) } };
    } finally {
      filling = false;
      update();
    }
  };

  const onInput = (event: Event): void => {
    if (!event.isTrusted) return;
    if (!filling && event.target instanceof Element) typedInto.add(event.target);
  };
  for (const type of ['input', 'change']) window.addEventListener(type, onInput, { capture: true, signal });
  /** What she asks the PM's search is told before the page goes on to answer. */
  const onClick = ({ isTrusted, target }: Event): void => {
    if (isTrusted && target instanceof Node && reader.element(reader.paths.search)?.contains(target)) update();
  };
  window.addEventListener('click', onClick, { capture: true, signal });
  window.addEventListener('pageshow', (event) => event.persisted && reload(), { signal });
  /** Back from the back/forward cache: whatever was told of this page may be forgotten. */
  const reload = (): void => {
    sent = undefined;
    update();
  };

  signal.addEventListener('abort', () => clearMarks(document), { once: true });
  const onChange = (changed?: readonly Element[]): void => {
    // Only what changed since the last reading is known row by row: anything that waits already needs more.
    rows = telling || filling || reading ? undefined : changed;
    update();
  };
  reader.watch(onChange, signal);
  // To load the reader and to recognise the page took long enough: the first reading begins in a task of its own.
  void pageSlicer.rest().then(() => !signal.aborted && update());

  return {
    read,
    latest: () => latest,
    showPlace: (path, focus) => showElement(reader.element(path), focus, signal),
    setMarks,
    search: async (order) => {
      const progress = await search(order);
      // The answer has to reach the worker before the page is read again.
      if (progress.did !== 'nothing') setTimeout(next);
      return progress;
    },
    pickHit: findHit,
    fillForm,
    undoFill: undo,
    setHold: (reasons) => hold.setReasons(reasons),
  };
};
