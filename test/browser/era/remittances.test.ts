import { proxy, wrap } from 'comlink';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createRemittances, type ReaderThread } from '../../../components/era-client';
import { parseEra } from '../../../lib/era';
import type { EraFileView, PagePatient } from '../../../lib/era/files';
import type { EraFileReader } from '../../../lib/era/reading';
import { anAnswer } from '../../era/build';
import { aPatient, aRow, is } from '../../unit/checks/build';
import { aFile, anEra, OKAFOR_PAID, okafor } from './texts';

const threads: { worker: Worker; lost: () => void }[] = [];

const start = (lost: () => void): ReaderThread => {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), { type: 'module' });
  threads.push({ worker, lost });
  return { reader: wrap<EraFileReader>(worker), end: () => worker.terminate() };
};

/** The panel's remittances, with all that was told of them. */
const open = () => {
  const remittances = createRemittances({ start, proxy });
  const told: EraFileView[][] = [];
  remittances.watch((files) => told.push(files));
  const now = (): EraFileView[] => told.at(-1) ?? [];
  const settled = () =>
    vi.waitFor(
      () => {
        expect(now().length).toBeGreaterThan(0);
        expect(now().every(({ state }) => state.is !== 'reading')).toBe(true);
        return now();
      },
      { timeout: 20_000, interval: 10 },
    );
  const add = (...files: File[]) => {
    remittances.add(files);
    return vi.waitFor(() => expect(now().length).toBeGreaterThan(0)).then(settled);
  };
  return { remittances, told, now, settled, add };
};

afterEach(() => {
  for (const { worker } of threads.splice(0)) worker.terminate();
});

const patient = (changes: Partial<PagePatient> = {}): PagePatient => ({
  strip: aPatient(),
  claims: [aRow()],
  remittances: {},
  ...changes,
});

const CLAIMS = 15_000;
const BIG = anEra({ claims: CLAIMS, inside: okafor() });

describe('a remittance file', () => {
  it('is read in a thread of its own, with its progress told', async () => {
    expect(BIG.length).toBeGreaterThan(5_000_000);
    const { add, told } = open();
    const [file] = await add(aFile(BIG));
    expect(file).toMatchObject({
      name: 'march.835',
      bytes: BIG.length,
      state: { is: 'read' },
      claims: CLAIMS + 1,
      lines: 2 * (CLAIMS + 1),
      problems: [],
      problemCount: 0,
    });
    expect(file?.payments).toMatchObject([
      { trace: '0012345', paidOn: '2026-03-10', balanced: 'yes', claims: CLAIMS + 1, adjusted: 0 },
    ]);
    const read = told.flatMap(([one]) => (one?.state.is === 'reading' ? [one.state.bytesRead] : []));
    expect(read.length).toBeGreaterThan(1);
    expect(read).toEqual(read.toSorted((a, b) => a - b));
  });

  it('gives the claim of the page, read whole, and nothing of others', async () => {
    const { add, remittances } = open();
    const [file] = await add(aFile(BIG));
    const found = await remittances.find(patient());
    const claim = parseEra(BIG).sets[0]?.claims.find(({ controlNumber }) => controlNumber === '8841207');
    expect(found).toEqual([
      {
        claim: '8841207',
        candidates: [],
        adjudications: [
          {
            ...anAnswer(),
            file: { id: file?.id, name: 'march.835' },
            payment: expect.objectContaining({ trace: '0012345' }),
            claim,
          },
        ],
      },
    ]);
    expect(claim).toMatchObject({ paid: OKAFOR_PAID, lines: [{ procedure: '99214' }, { procedure: '97110' }] });
  });

  it('stops at the word, keeps what was read and says so', async () => {
    const { remittances, now, settled } = open();
    remittances.add([aFile(BIG.repeat(4))]);
    const id = await vi.waitFor(() => {
      const [file] = now();
      if (!file || file.claims === 0) throw new Error('nothing read yet');
      return file.id;
    });
    remittances.cancel(id);
    const [file] = await settled();
    expect(file?.state).toMatchObject({ is: 'stopped' });
    expect(file?.claims).toBeGreaterThan(0);
    expect(file?.claims).toBeLessThan(4 * (CLAIMS + 1));
    const { total, rows } = await remittances.search({ text: '' }, 0, 10);
    expect(total).toBe(file?.claims);
    const [row] = rows;
    expect(row && (await remittances.adjudication(row)).claim.controlNumber).toBe(row?.controlNumber);
  });

  it('is forgotten, and found in no more', async () => {
    const { add, remittances, now } = open();
    await add(aFile(anEra({ inside: okafor() })), aFile(anEra({ trace: '77' }), 'april.835'));
    const [march] = await vi.waitFor(() => {
      expect(now()).toHaveLength(2);
      expect(now()[1]?.state.is).toBe('read');
      return now();
    });
    remittances.forget(march?.id ?? '');
    expect(now().map(({ name }) => name)).toEqual(['april.835']);
    expect((await remittances.find(patient()))[0]?.adjudications).toEqual([]);
    expect((await remittances.search({ text: 'OKAFOR' }, 0, 10)).total).toBe(0);
    remittances.forgetAll();
    expect(now()).toEqual([]);
  });

  it('is read once, however often and under whatever name it is dropped', async () => {
    const { add, now } = open();
    await add(aFile(anEra()));
    await add(aFile(anEra(), 'march (1).835'));
    await vi.waitFor(() => expect(now()[0]?.droppedAgain).toBe('march (1).835'));
    expect(now()).toHaveLength(1);
  });

  it('that holds the same check as another says which', async () => {
    const { add, now, remittances } = open();
    const two = [aFile(anEra()), aFile(anEra().replace('HILLTOP REHAB', 'HILLTOP REHAB INC'), 'again.835')];
    await add(...two);
    await vi.waitFor(() => expect(now()[1]?.state.is).toBe('read'));
    expect(now().map(({ payments }) => payments[0]?.sameAs)).toEqual([undefined, 'march.835']);
    remittances.forget(now()[0]?.id ?? '');
    expect(now()[0]?.payments[0]?.sameAs).toBeUndefined();
  });

  it.each([
    ['a PDF', '%PDF-1.7\nx', 'march.835 is a PDF, not an 835. Nothing was read.'],
    ['empty', '', 'march.835 is empty. Nothing was read.'],
    ['a 277', anEra().replaceAll('ST*835', 'ST*277'), /^march\.835 .*277.* Nothing was read\.$/],
  ])('that is %s is refused with one sentence', async (_what, text, why) => {
    const [file] = await open().add(aFile(text));
    expect(file?.state).toEqual({
      is: 'refused',
      why: typeof why === 'string' ? why : expect.stringMatching(why),
      again: false,
    });
    expect(file).toMatchObject({ claims: 0, payments: [] });
  });

  it('that is too large is refused unread', async () => {
    const huge = aFile(anEra());
    Object.defineProperty(huge, 'size', { value: 2 * 2 ** 30 });
    const [file] = await open().add(huge);
    expect(file?.state).toEqual({
      is: 'refused',
      why: 'march.835 is larger than the panel can read (1 GB). Nothing was read.',
      again: false,
    });
  });

  it('that ends in the middle says where, and keeps the claims before', async () => {
    const text = anEra({ claims: 40 });
    const [file] = await open().add(aFile(text.slice(0, text.length - 300)));
    expect(file?.claims).toBeGreaterThan(35);
    expect(file?.problems[0]).toMatchObject({ severity: 'error' });
    expect(file?.problems[0]?.text).toMatch(/^march\.835 ends in segment \d+\. \d+ claims before it were read\.$/);
  });

  it('that was changed on disk since is asked for again', async () => {
    const folder = await navigator.storage.getDirectory();
    const handle = await folder.getFileHandle('march.835', { create: true });
    const write = async (text: string) => {
      const out = await handle.createWritable();
      await out.write(text);
      await out.close();
    };
    await write(anEra({ inside: okafor() }));
    const { add, remittances, now } = open();
    await add(await handle.getFile());
    const [row] = (await remittances.search({ text: 'okafor' }, 0, 1)).rows;
    expect(row?.last).toBe('OKAFOR');
    await write(`${anEra({ claims: 9 })}`);
    const why = 'march.835 is not there any more. Drop it again.';
    await expect(row && remittances.adjudication(row)).rejects.toThrow(why);
    expect(now()[0]?.state).toEqual({ is: 'refused', why, again: false });
    await folder.removeEntry('march.835');
  });

  it('is not lost without a word when its thread dies, and can be read again', async () => {
    const { add, remittances, now, settled } = open();
    const [file] = await add(aFile(anEra({ inside: okafor() })));
    threads[0]?.lost();
    expect(now()[0]?.state).toEqual({ is: 'refused', why: 'Reading stopped. march.835 is not read.', again: true });
    remittances.again(file?.id ?? '');
    await settled();
    expect(now()[0]).toMatchObject({ state: { is: 'read' }, claims: 4 });
    expect((await remittances.find(patient()))[0]?.adjudications).toHaveLength(1);
  });
});

describe('the claims of a file', () => {
  it('are found by number and by name, a part at a time', async () => {
    const { add, remittances } = open();
    const [file] = await add(aFile(anEra({ claims: 40 })), aFile(anEra({ claims: 8, trace: '2' }), 'april.835'));
    await vi.waitFor(async () => expect((await remittances.search({ text: '' }, 0, 1)).total).toBe(48));
    const all = await remittances.search({ text: '' }, 38, 5);
    expect(all.rows.map((row) => [row.file === file?.id, row.claim])).toEqual([
      [true, 38],
      [true, 39],
      [false, 0],
      [false, 1],
      [false, 2],
    ]);
    const named = await remittances.search({ text: 'alma cortez' }, 0, 100);
    expect(named.total).toBe(1);
    expect(named.rows.every(({ last }) => last === 'CORTEZ')).toBe(true);
    expect((await remittances.search({ text: 'a0000007' }, 0, 9)).total).toBe(2);
    expect((await remittances.search({ text: 'a0000007', file: file?.id ?? '' }, 0, 9)).total).toBe(1);
    expect((await remittances.search({ text: 'NOBODY' }, 0, 9)).total).toBe(0);
    const own = { last: 'Cortez', first: 'Alma', middle: '' };
    expect((await remittances.search({ text: '', patient: own }, 0, 9)).rows).toMatchObject([
      { first: 'ALMA', claim: 9 },
    ]);
  });

  it('are told by patient, day and charge where the number differs, but never taken where two could be meant', async () => {
    const { add, remittances } = open();
    await add(aFile(anEra({ inside: okafor('X1') })));
    const [one] = await remittances.find(patient());
    expect(one?.adjudications).toMatchObject([{ match: 'patient-date-charge', claim: { controlNumber: 'X1' } }]);
    const twice = open();
    await twice.add(aFile(anEra({ inside: `${okafor('X1')}~\n${okafor('X2')}`, insidePaid: 2 * OKAFOR_PAID })));
    const [several] = await twice.remittances.find(patient());
    expect(several?.adjudications).toEqual([]);
    expect(several?.candidates.map(({ row }) => row.controlNumber)).toEqual(['X1', 'X2']);
    const [candidate] = several?.candidates ?? [];
    expect(candidate && (await twice.remittances.adjudication(candidate.row)).match).toBe('by-hand');
  });

  it('come with what a later payment takes back of them, once, and with the file that says so', async () => {
    const { add, remittances, settled } = open();
    const later = anEra({ trace: '0099999' })
      .replace('447.27*C', '298.18*C')
      .replace('SE*', 'PLB*1999999984*20261231*WO:BW26083-0*149.09~\nSE*');
    const again = later.replace('HILLTOP REHAB', 'HILLTOP REHAB INC');
    await add(aFile(anEra({ inside: okafor() })), aFile(later, 'april.835'), aFile(again, 'again.835'));
    await settled();
    const [found] = await vi.waitFor(async () => {
      const all = await remittances.find(patient());
      expect(all[0]?.adjudications[0]?.providerAdjustments).toHaveLength(1);
      return all;
    });
    expect(found?.adjudications).toHaveLength(1);
    expect(found?.adjudications[0]?.providerAdjustments).toMatchObject([
      { code: 'WO', amount: 14909, payment: { trace: '0099999' }, file: { name: 'april.835' } },
    ]);
  });

  it('of another patient are no answer, whatever their number', async () => {
    const { add, remittances } = open();
    const other = okafor().replace('OKAFOR*DENISE*M', 'ABERNATHY*COLE*');
    await add(aFile(anEra({ inside: other })));
    const [found] = await remittances.find(patient());
    expect(found?.adjudications).toEqual([]);
    expect(found?.candidates).toHaveLength(1);
    const none = await remittances.find(
      patient({ claims: [aRow({ id: is('5550001'), dos: is({ from: '2025-01-01', to: '2025-01-01' }) })] }),
    );
    expect(none).toEqual([{ claim: '5550001', adjudications: [], candidates: [] }]);
  });

  it('are found by the payer’s number of an answer that is known', async () => {
    const { add, remittances } = open();
    const later = okafor('X1').replace('BW26083-0', 'BW26083-55017').replace('250.00', '250.01');
    await add(aFile(anEra({ inside: later })));
    const [found] = await remittances.find(patient({ remittances: { '8841207': [anAnswer({ file: 'else' })] } }));
    expect(found?.adjudications).toMatchObject([{ match: 'payer-claim-number' }]);
  });

  it('are found by the payer’s number in a file that was read before the one that gives it', async () => {
    const { add, remittances, now } = open();
    const correction = okafor('X1').replace('250.00', '250.01');
    await add(aFile(anEra({ inside: correction, trace: '2' })), aFile(anEra({ inside: okafor() }), 'april.835'));
    await vi.waitFor(() => expect(now().map(({ state }) => state.is)).toEqual(['read', 'read']));
    const [found] = await remittances.find(patient());
    expect(found?.adjudications.map(({ match, claim }) => [match, claim.controlNumber])).toEqual([
      ['payer-claim-number', 'X1'],
      ['control-number', '8841207'],
    ]);
  });

  it('show each segment by its number', async () => {
    const { add, remittances } = open();
    const text = anEra({ claims: 30 });
    const [file] = await add(aFile(text));
    const segments = text.split('~\n');
    for (const number of [1, 3, 5, 12, 13, 200, segments.length - 1]) {
      expect(await remittances.segment(file?.id ?? '', number)).toBe(segments[number - 1]);
    }
    expect(await remittances.segment(file?.id ?? '', 100_000)).toBe('');
  });
});
