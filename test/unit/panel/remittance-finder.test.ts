import { describe, expect, it } from 'vitest';
import { createRemittanceFinder, type FinderWish } from '../../../components/remittance-finder';
import type { Adjudication } from '../../../lib/claim/era';
import type { EraCandidate, EraFileView, FoundRemittance, PagePatient } from '../../../lib/era/files';
import { keepAdjudications } from '../../../lib/session/remittances';
import type { PatientFile } from '../../../lib/session/session';
import { anAnswer } from '../../era/build';
import { aRow, is } from '../checks/build';
import { aHistory, at, KEY, sessionAfter, someoneElse } from '../session/build';

const CLAIM = '8841207';
const OTHER = '5550001';

const aFileView = (id: string, changes: Partial<EraFileView> = {}): EraFileView => ({
  id,
  name: `${id}.835`,
  bytes: 1,
  state: { is: 'read' },
  payments: [],
  claims: 1,
  lines: 1,
  problems: [],
  problemCount: 0,
  ...changes,
});

const patient = (claims = [aRow()]): PatientFile => sessionAfter([at(), aHistory({ claims })]).patients[KEY]!;
const stranger = (): PatientFile =>
  Object.values(
    sessionAfter([at(), aHistory({ patient: someoneElse, claims: [aRow({ id: is(OTHER) })] })]).patients,
  )[0]!;

const found = (adjudications: Adjudication[], candidates: EraCandidate[] = [], claim = CLAIM): FoundRemittance => ({
  claim,
  adjudications,
  candidates,
});

/** A finder over a session that keeps what it is given, as the worker does. */
const stage = (first: FinderWish | undefined, answers: (patient: PagePatient) => FoundRemittance[]) => {
  const seen: PagePatient[] = [];
  const kept: [string, string, number][] = [];
  const told: Record<string, EraCandidate[]>[] = [];
  const state = {
    wish: first,
    before: (): unknown => undefined,
    refuse: new Set<string>(),
    unkept: new Map() as ReadonlyMap<string, string[]>,
  };
  const finder = createRemittanceFinder({
    wish: () => state.wish,
    find: async (asked) => {
      seen.push(asked);
      await state.before();
      return answers(asked);
    },
    keep: async ({ patient: key, claim }, file, adjudications) => {
      if (state.refuse.has(claim)) throw new Error('no room');
      kept.push([claim, file, adjudications.length]);
      if (state.wish?.file.key !== key) return;
      state.wish = { ...state.wish, file: keepAdjudications(state.wish.file, claim, file, adjudications) };
    },
    tell: (candidates, unkept) => {
      told.push(candidates);
      state.unkept = unkept;
    },
  });
  return Object.assign(state, { seen, kept, told, finder });
};

describe('the finder of remittances', () => {
  it('has what is found kept, file by file, and asks once for what does not change', async () => {
    const both = [anAnswer({ file: 'a' }), anAnswer({ file: 'b', payment: { trace: '2' } })];
    const s = stage({ file: patient(), files: [aFileView('a'), aFileView('b')] }, () => [found(both)]);
    await s.finder.look();
    await s.finder.look();
    expect(s.seen).toHaveLength(1);
    expect(s.kept).toEqual([
      [CLAIM, 'a', 1],
      [CLAIM, 'b', 1],
    ]);
  });

  it('asks again when a file or a claim comes', async () => {
    const s = stage({ file: patient(), files: [aFileView('a')] }, () => [found([])]);
    await s.finder.look();
    s.wish = { ...s.wish!, files: [aFileView('a'), aFileView('b', { state: { is: 'reading', bytesRead: 1 } })] };
    await s.finder.look();
    expect(s.seen).toHaveLength(1);
    s.wish = { ...s.wish, files: [aFileView('a'), aFileView('b')] };
    await s.finder.look();
    s.wish = { ...s.wish, file: patient([aRow(), aRow({ id: is(OTHER) })]) };
    await s.finder.look();
    expect(s.seen).toHaveLength(3);
  });

  it('takes back what a file does not say any more, but never her own word', async () => {
    const word = anAnswer({ match: 'by-hand', claim: { segment: 500 } });
    const file = keepAdjudications(patient(), CLAIM, 'a', [anAnswer(), word]);
    const s = stage({ file, files: [aFileView('a')] }, () => [found([])]);
    await s.finder.look();
    expect(s.wish?.file.remittances[CLAIM]).toEqual([word]);
  });

  it('leaves alone what files said that are not open any more', async () => {
    const file = keepAdjudications(patient(), CLAIM, 'before', [anAnswer({ file: 'before' })]);
    const s = stage({ file, files: [] }, () => [found([])]);
    await s.finder.look();
    expect(s.kept).toEqual([]);
    s.wish = { ...s.wish!, files: [aFileView('a')] };
    await s.finder.look();
    expect(s.kept).toEqual([]);
  });

  it('offers candidates and keeps none of them', async () => {
    const candidate = {
      row: { file: 'a', claim: 0 } as EraCandidate['row'],
      match: 'control-number',
      why: 'why',
    } as const;
    const s = stage({ file: patient(), files: [aFileView('a')] }, () => [found([], [candidate])]);
    await s.finder.look();
    expect(s.told.at(-1)).toEqual({ [CLAIM]: [candidate] });
    expect(s.kept).toEqual([]);
    s.wish = undefined;
    await s.finder.look();
    expect(s.told.at(-1)).toEqual({});
  });

  it('keeps nothing of one patient under another who came meanwhile', async () => {
    const s = stage({ file: patient(), files: [aFileView('a')] }, ({ claims }) =>
      claims.some(({ id }) => id.kind === 'read' && id.value === OTHER)
        ? [found([], [], OTHER)]
        : [found([anAnswer()])],
    );
    s.before = () => {
      s.before = () => undefined;
      s.wish = { file: stranger(), files: [aFileView('a')] };
    };
    await s.finder.look();
    expect(s.seen).toHaveLength(2);
    expect(s.kept).toEqual([]);
    expect(s.wish?.file.remittances).toEqual({});
  });

  it('goes on with the next claim where one cannot be kept, and says which', async () => {
    const s = stage({ file: patient([aRow(), aRow({ id: is(OTHER) })]), files: [aFileView('a')] }, () => [
      found([anAnswer()]),
      found([anAnswer({ claim: { segment: 900 } })], [], OTHER),
    ]);
    s.refuse.add(CLAIM);
    await s.finder.look();
    expect(s.kept).toEqual([[OTHER, 'a', 1]]);
    expect(s.unkept).toEqual(new Map([[CLAIM, ['a.835']]]));
    s.refuse.clear();
    await s.finder.again();
    expect(s.unkept).toEqual(new Map());
  });

  it('is not stopped for good by a reader that died', async () => {
    const s = stage({ file: patient(), files: [aFileView('a')] }, () => [found([anAnswer()])]);
    s.before = () => {
      s.before = () => undefined;
      throw new Error('Reading stopped.');
    };
    await s.finder.look();
    expect(s.kept).toEqual([]);
    await s.finder.look();
    expect(s.kept).toHaveLength(1);
  });
});
