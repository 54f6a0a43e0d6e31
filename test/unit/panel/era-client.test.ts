import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRemittances, type ReaderThread } from '../../../components/era-client';
import type { EraFileView } from '../../../lib/era/files';
import type { EraFileResult, EraProgress } from '../../../lib/era/reading';

const DONE: EraFileResult = { state: { is: 'read' }, payments: [], claims: 1, lines: 2, problems: [], problemCount: 0 };

/** A thread that is played by the test. */
interface Played {
  reads: { id: string; tell: (progress: EraProgress) => void; done: (result: EraFileResult) => void }[];
  canceled: string[];
  forgotten: string[];
  ended: boolean;
}

let threads: Played[];

const start = (): ReaderThread => {
  const played: Played = { reads: [], canceled: [], forgotten: [], ended: false };
  threads.push(played);
  const never = () => new Promise<never>(() => undefined);
  return {
    end: () => {
      played.ended = true;
    },
    reader: {
      read: (id: string, _file: File, tell: (progress: EraProgress) => void) =>
        new Promise<EraFileResult>((done) => void played.reads.push({ id, tell, done })),
      cancel: async (id: string) => void played.canceled.push(id),
      forget: async (id: string) => void played.forgotten.push(id),
      search: never,
      adjudication: never,
      segment: never,
      find: never,
    } as unknown as ReaderThread['reader'],
  };
};

const open = () => {
  let files: EraFileView[] = [];
  const remittances = createRemittances({ start, proxy: (fn) => fn });
  remittances.watch((now) => {
    files = now;
  });
  return { remittances, files: () => files, states: () => files.map(({ state }) => state.is) };
};

const aFile = (text: string, name = `${text}.835`): File => new File([text], name);
const thread = (): Played => threads.at(-1)!;
const reading = (count: number) => vi.waitFor(() => expect(threads.flatMap(({ reads }) => reads)).toHaveLength(count));

beforeEach(() => {
  threads = [];
});
afterEach(() => void vi.useRealTimers());

describe('files on their way to the reader', () => {
  it('start no thread before the first is dropped', async () => {
    const { remittances } = open();
    expect(threads).toEqual([]);
    remittances.add([aFile('a')]);
    await reading(1);
    expect(threads).toHaveLength(1);
  });

  it('are read one after the other', async () => {
    const { remittances, states } = open();
    remittances.add([aFile('a'), aFile('b')]);
    await reading(1);
    expect(states()).toEqual(['reading', 'reading']);
    thread().reads[0]?.done(DONE);
    await reading(2);
    expect(states()).toEqual(['read', 'reading']);
  });

  it('tell how far they are', async () => {
    const { remittances, files } = open();
    remittances.add([aFile('abc')]);
    await reading(1);
    thread().reads[0]?.tell({ bytesRead: 2, claims: 7, lines: 9 });
    expect(files()).toMatchObject([{ bytes: 3, claims: 7, lines: 9, state: { is: 'reading', bytesRead: 2 } }]);
  });

  it('that wait are stopped without being read', async () => {
    const { remittances, files, states } = open();
    remittances.add([aFile('a'), aFile('b')]);
    await vi.waitFor(() => expect(files()).toHaveLength(2));
    remittances.cancel(files()[1]?.id ?? '');
    thread().reads[0]?.done(DONE);
    await vi.waitFor(() => expect(states()).toEqual(['read', 'stopped']));
    expect(thread().reads).toHaveLength(1);
  });

  it('that are forgotten while they are read leave nothing behind', async () => {
    const { remittances, files } = open();
    remittances.add([aFile('a')]);
    await reading(1);
    const id = files()[0]?.id ?? '';
    remittances.forget(id);
    expect(files()).toEqual([]);
    expect(thread().canceled).toEqual([id]);
    thread().reads[0]?.done(DONE);
    await vi.waitFor(() => expect(thread().forgotten).toEqual([id]));
    expect(files()).toEqual([]);
  });

  it('that are stopped are read again when they are dropped again', async () => {
    const { remittances, states } = open();
    remittances.add([aFile('a')]);
    await reading(1);
    thread().reads[0]?.done({ ...DONE, state: { is: 'stopped', bytesRead: 1 } });
    await vi.waitFor(() => expect(states()).toEqual(['stopped']));
    remittances.add([aFile('a')]);
    await reading(2);
    expect(states()).toEqual(['reading']);
  });

  it('are said not to be read when the reader has gone silent, and another reader takes them up', async () => {
    const { remittances, files } = open();
    remittances.add([aFile('a')]);
    await reading(1);
    vi.useFakeTimers();
    thread().reads[0]?.tell({ bytesRead: 1, claims: 0, lines: 0 });
    vi.advanceTimersByTime(29_000);
    expect(files()[0]?.state.is).toBe('reading');
    vi.advanceTimersByTime(2_000);
    vi.useRealTimers();
    expect(files()[0]?.state).toEqual({ is: 'refused', why: 'Reading stopped. a.835 is not read.', again: true });
    expect(threads[0]?.ended).toBe(true);
    remittances.again(files()[0]?.id ?? '');
    await reading(2);
    expect(threads).toHaveLength(2);
  });

  it('go with all that was asked of them when everything is forgotten', async () => {
    const { remittances, files } = open();
    remittances.add([aFile('a')]);
    await reading(1);
    const asked = remittances.search({ text: '' }, 0, 1);
    remittances.forgetAll();
    await expect(asked).rejects.toThrow('Reading stopped.');
    expect(files()).toEqual([]);
    expect(thread().ended).toBe(true);
    remittances.add([aFile('b')]);
    await reading(2);
    expect(files()).toMatchObject([{ name: 'b.835' }]);
  });
});
