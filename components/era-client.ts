import type { Remote } from 'comlink';
import type { EraFileView, EraPaymentView } from '../lib/era/files';
import { isSamePayment } from '../lib/era/payment';
import { type EraFileReader, type EraFileResult, type EraProgress, FILE_GONE } from '../lib/era/reading';
import type { Remittances } from './services';

/** A reader in its own thread. */
export interface ReaderThread {
  reader: Pick<Remote<EraFileReader>, keyof EraFileReader>;
  /** Ends the thread. */
  end: () => void;
}

interface ClientEnv {
  /** Starts a reader; `lost` is called when its thread has died. */
  start: (lost: () => void) => ReaderThread;
  /** Makes a function callable from the thread. */
  proxy: <T extends (...args: never[]) => unknown>(fn: T) => T;
}

/** So much of each end of a file makes its id. */
const PART = 4 * 2 ** 20;
/** A reader that says nothing for so long has died: the browser does not tell when a thread runs out of memory. */
const SILENT = 30_000;

/** A larger file is not read: what is kept of its claims would not fit. */
const LARGEST = 2 ** 30;

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes).subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The same for the same bytes, whatever the file is called. */
const idOf = async (file: File): Promise<string> => {
  const parts = [file.slice(0, PART), file.slice(Math.max(PART, file.size - PART))];
  const bytes = await new Blob([...parts, String(file.size)]).arrayBuffer();
  return hex(await crypto.subtle.digest('SHA-256', bytes));
};

const empty = (id: string, file: File): EraFileView => ({
  id,
  name: file.name,
  bytes: file.size,
  state: { is: 'reading', bytesRead: 0 },
  payments: [],
  claims: 0,
  lines: 0,
  problems: [],
  problemCount: 0,
});

/** Marks payments that stand in an earlier file too. */
const markSame = (files: readonly EraFileView[]): EraFileView[] => {
  const earlier = new Map<string, { file: EraFileView; payment: EraPaymentView }[]>();
  return files.map((file) => ({
    ...file,
    payments: file.payments.map(({ sameAs: _before, ...payment }) => {
      const withTrace = earlier.get(payment.trace) ?? [];
      const other = withTrace.find((one) => one.file.id !== file.id && isSamePayment(one.payment, payment));
      earlier.set(payment.trace, [...withTrace, { file, payment }]);
      return other ? { ...payment, sameAs: other.file.name } : payment;
    }),
  }));
};

const gone = (name: string): string => `${name} is not there any more. Drop it again.`;

/** The remittance files of the panel, read one after the other by a thread that is started with the first. */
export const createRemittances = ({ start, proxy }: ClientEnv): Remittances => {
  const sources = new Map<string, File>();
  const watchers = new Set<(files: EraFileView[]) => void>();
  let files: EraFileView[] = [];
  let thread: ReaderThread | undefined;
  let waiting: string[] = [];
  let reading: string | undefined;
  /** Told by the thread's death to whoever waits for an answer of it. */
  let died: (() => void)[] = [];

  const tellAll = () => {
    for (const tell of watchers) tell(files);
  };
  const change = (id: string, changes: Partial<EraFileView>) => {
    files = files.map((file) => (file.id === id ? { ...file, ...changes } : file));
    if (changes.payments) files = markSame(files);
    tellAll();
  };
  const view = (id: string): EraFileView | undefined => files.find((file) => file.id === id);
  const isReading = (id: string): boolean => view(id)?.state.is === 'reading';

  const lost = () => {
    thread?.end();
    thread = undefined;
    waiting = [];
    files = files.map((file) => ({
      ...file,
      state: { is: 'refused', why: `Reading stopped. ${file.name} is not read.`, again: true },
      payments: [],
      problems: [],
      problemCount: 0,
    }));
    const all = died;
    died = [];
    for (const tell of all) tell();
    tellAll();
  };
  const living = (): ReaderThread => {
    thread ??= start(lost);
    return thread;
  };
  /** The thread's answer, or a rejection where it dies before it answers. */
  const answered = <T>(answer: Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const onDeath = () => reject(new Error('Reading stopped. Drop the file again.'));
      died.push(onDeath);
      void answer.then(resolve, reject).finally(() => {
        died = died.filter((each) => each !== onDeath);
      });
    });

  const readOne = async (id: string, file: File): Promise<EraFileResult | undefined> => {
    let timer = setTimeout(lost, SILENT);
    const tell = ({ bytesRead, ...counts }: EraProgress) => {
      clearTimeout(timer);
      timer = setTimeout(lost, SILENT);
      if (reading === id && isReading(id)) change(id, { state: { is: 'reading', bytesRead }, ...counts });
    };
    try {
      return await answered(living().reader.read(id, file, proxy(tell)));
    } catch {
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  };

  const readNext = async (): Promise<void> => {
    if (reading !== undefined) return;
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const file = sources.get(id);
      if (!file || !view(id)) continue;
      reading = id;
      const result = await readOne(id, file);
      reading = undefined;
      if (!view(id)) void thread?.reader.forget(id);
      else if (result) change(id, result);
    }
  };

  const begin = (id: string, file: File) => {
    sources.set(id, file);
    waiting.push(id);
    void readNext();
  };

  const refuse = (file: File, why: string) => {
    const id = `unread ${file.name} ${file.size}`;
    files = [...files.filter((one) => one.id !== id), empty(id, file)];
    change(id, { state: { is: 'refused', why, again: false } });
  };

  const take = async (file: File): Promise<void> => {
    if (file.size > LARGEST)
      return refuse(file, `${file.name} is larger than the panel can read (1 GB). Nothing was read.`);
    const id = await idOf(file).catch(() => undefined);
    if (id === undefined) return refuse(file, gone(file.name));
    const known = view(id);
    if (known && known.state.is !== 'refused' && known.state.is !== 'stopped')
      return change(id, { droppedAgain: file.name });
    files = known ? files.map((one) => (one.id === id ? empty(id, file) : one)) : [...files, empty(id, file)];
    tellAll();
    begin(id, file);
  };

  /** The file was deleted or changed after it was read. */
  const isGone = (id: string) =>
    change(id, { state: { is: 'refused', why: gone(view(id)?.name ?? ''), again: false } });

  const orGone = async <T>(id: string, answer: Promise<T>): Promise<T> => {
    try {
      return await answered(answer);
    } catch (error) {
      if (!(error instanceof Error) || error.name !== FILE_GONE) throw error;
      isGone(id);
      throw new Error(gone(view(id)?.name ?? ''));
    }
  };

  const forget = (id: string) => {
    waiting = waiting.filter((one) => one !== id);
    sources.delete(id);
    files = markSame(files.filter((file) => file.id !== id));
    if (thread) {
      if (reading === id) void thread.reader.cancel(id);
      else void thread.reader.forget(id);
    }
    tellAll();
  };

  return {
    watch: (tell) => {
      watchers.add(tell);
      tell(files);
      return () => void watchers.delete(tell);
    },
    add: (dropped) => {
      void dropped.reduce((before, file) => before.then(() => take(file)), Promise.resolve());
    },
    again: (id) => {
      const file = sources.get(id);
      if (!file || view(id)?.state.is !== 'refused') return;
      files = files.map((one) => (one.id === id ? empty(id, file) : one));
      tellAll();
      begin(id, file);
    },
    cancel: (id) => {
      if (reading === id) void living().reader.cancel(id);
      else if (waiting.includes(id)) {
        waiting = waiting.filter((one) => one !== id);
        change(id, { state: { is: 'stopped', bytesRead: 0 } });
      }
    },
    forget,
    forgetAll: () => {
      files = [];
      sources.clear();
      lost();
    },
    search: (search, from, count) => answered(living().reader.search(search, from, count)),
    adjudication: (row) => orGone(row.file, living().reader.adjudication(row)),
    segment: (id, segment) => orGone(id, living().reader.segment(id, segment)),
    find: async (patient) => {
      const { found, gone } = await answered(living().reader.find(patient));
      for (const id of gone) isGone(id);
      return found;
    },
  };
};
