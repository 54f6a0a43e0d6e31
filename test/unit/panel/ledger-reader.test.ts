import { describe, expect, test } from 'vitest';
import {
  BY_ITSELF,
  createLedgerReader,
  GAVE_UP,
  type LedgerRun,
  type LedgerWish,
} from '../../../components/ledger-reader';

/** A Claim History whose ledgers are read at the test's word. */
const page = (claims: number, { fails = () => false }: { fails?: (claim: string) => boolean } = {}) => {
  const kept = new Set<string>();
  const asked: string[] = [];
  const told: (LedgerRun | undefined)[] = [];
  let open = 0;
  let most = 0;
  const state = {
    documentId: 'one',
    all: Array.from({ length: claims }, (_, i) => String(i + 1)),
    present: true,
    /** Called while a ledger is being read. */
    during: (_claim: string): void => undefined,
  };
  const reader = createLedgerReader({
    wish: (): LedgerWish | undefined =>
      state.present
        ? {
            documentId: state.documentId,
            ledgers: state.all
              .filter((claim) => !kept.has(claim))
              .map((claim) => ({ claim, href: `/ledger/${claim}` })),
          }
        : undefined,
    read: async ({ claim }) => {
      open += 1;
      most = Math.max(most, open);
      asked.push(claim);
      state.during(claim);
      await Promise.resolve();
      open -= 1;
      if (fails(claim)) throw new Error('no answer');
      kept.add(claim);
    },
    tell: (run) => told.push(run),
  });
  return { state, reader, asked, told, kept, most: () => most };
};

describe('reading the ledgers of Claim History', () => {
  test('each is read once, one at a time, with the count told', async () => {
    const { reader, asked, told, most } = page(3);
    await Promise.all([reader.look(), reader.look()]);
    await reader.look();
    expect(asked).toEqual(['1', '2', '3']);
    expect(most()).toBe(1);
    expect(told.filter((run) => run?.going).map((run) => `${run?.done} of ${run?.total}`)).toEqual([
      '0 of 3',
      '1 of 3',
      '2 of 3',
    ]);
    expect(told.at(-1)).toEqual({ done: 3, total: 3, left: 0, going: false });
  });

  test('only the first ones are read without being asked for; the rest at her word', async () => {
    const { reader, asked, told } = page(BY_ITSELF + 5);
    await reader.look();
    expect(asked).toHaveLength(BY_ITSELF);
    expect(told.at(-1)).toMatchObject({ going: false, left: 5 });
    await reader.readOn();
    expect(asked).toHaveLength(BY_ITSELF + 5);
    expect(told.at(-1)).toMatchObject({ going: false, left: 0 });
  });

  test('a stop lets the ledger under way be read and keeps the rest for her word', async () => {
    const { state, reader, asked, told } = page(4);
    state.during = (claim) => claim === '2' && reader.stop();
    await reader.look();
    expect(asked).toEqual(['1', '2']);
    expect(told.at(-1)).toMatchObject({ going: false, left: 2 });
    await reader.look();
    expect(asked).toEqual(['1', '2']);
    state.during = () => undefined;
    await reader.readOn();
    expect(asked).toEqual(['1', '2', '3', '4']);
  });

  test('a PM that does not answer twice in a row is left in peace, and the panel says so', async () => {
    const { reader, asked, told } = page(6, { fails: (claim) => Number(claim) > 2 });
    await reader.look();
    expect(asked).toEqual(['1', '2', '3', '4']);
    expect(told.at(-1)).toMatchObject({ going: false, left: 4, problem: GAVE_UP });
  });

  test('another page ends it, and begins anew', async () => {
    const { state, reader, asked } = page(4);
    state.during = (claim) => {
      if (claim === '2') state.present = false;
    };
    await reader.look();
    expect(asked).toEqual(['1', '2']);
    state.present = true;
    state.documentId = 'two';
    await reader.look();
    expect(asked).toEqual(['1', '2', '3', '4']);
  });

  test('a ledger that was of no use is not asked for again on the same page', async () => {
    const { state, reader, asked, kept } = page(2);
    await reader.look();
    kept.clear();
    await reader.look();
    expect(asked).toEqual(['1', '2']);
    state.documentId = 'two';
    await reader.look();
    expect(asked).toEqual(['1', '2', '1', '2']);
  });

  test('a page without claims to read says nothing', async () => {
    const { reader, told } = page(0);
    await reader.look();
    expect(told).toEqual([undefined]);
  });

  test('those without an answer are read again when she asks', async () => {
    let down = true;
    const { reader, told, kept } = page(4, { fails: () => down });
    await reader.look();
    expect(told.at(-1)).toMatchObject({ going: false, left: 4, problem: GAVE_UP });
    down = false;
    await reader.readOn();
    expect([...kept].toSorted()).toEqual(['1', '2', '3', '4']);
    expect(told.at(-1)).toMatchObject({ going: false, left: 0 });
  });
});
