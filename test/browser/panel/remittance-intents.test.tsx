import { describe, expect, it, vi } from 'vitest';
import { engine } from '../../../components/engine';
import type { Intent } from '../../../components/intent';
import type { Remittances } from '../../../components/services';
import { createPanel } from '../../../components/store';
import type { Adjudication } from '../../../lib/claim/era';
import type { EraCandidate, EraClaimRow, EraFileView } from '../../../lib/era/files';
import type { PatientFile } from '../../../lib/session/session';
import { anAnswer } from '../../era/build';
import { fakeServices } from './harness';
import { file, frame, mirror, NOW, state, tabView } from './states';

const CLAIM = '8841207';

const FILE: EraFileView = {
  id: 'a',
  name: 'a.835',
  bytes: 1,
  state: { is: 'read' },
  payments: [],
  claims: 1,
  lines: 1,
  problems: [],
  problemCount: 0,
};

const ROW = { file: 'a', claim: 0, segment: 500 } as EraClaimRow;

/** A panel whose session keeps what it is told to, as the worker does. */
const open = (patient: PatientFile, answers: Partial<Remittances> = {}) => {
  const log: unknown[][] = [];
  const noted =
    (name: string) =>
    (...args: unknown[]) =>
      void log.push([name, ...args]);
  const remittances: Remittances = {
    watch: (tell) => {
      tell([FILE]);
      return () => undefined;
    },
    add: noted('add'),
    again: noted('again'),
    cancel: noted('cancel'),
    forget: noted('forget'),
    forgetAll: noted('forgetAll'),
    search: async () => ({ total: 0, rows: [] }),
    adjudication: async () => anAnswer({ claim: { segment: 500 } }),
    segment: async () => '',
    find: async () => [{ claim: CLAIM, adjudications: [], candidates: [] }],
    ...answers,
  };
  const fake = fakeServices(state(patient, [frame('claim-history')]), { remittances });
  const panel = createPanel(fake.services, engine);
  panel.start();
  return { ...fake, panel, log };
};

const withKept = (...all: Adjudication[]): PatientFile => file({ remittances: { [CLAIM]: all } });

const ACCEPTED = { reason: 'Nothing is left', of: 'f', at: NOW, said: 'The primary left no patient share' };

describe('remittances in the panel', () => {
  it('keeps what is found with the open patient, and offers what is not certain', async () => {
    const found = anAnswer();
    const candidates: EraCandidate[] = [{ row: ROW, match: 'control-number', why: 'Same claim number, but …' }];
    const { asked, panel } = open(file(), {
      find: async () => [{ claim: CLAIM, adjudications: [found], candidates }],
    });
    await vi.waitFor(() => expect(asked('keepRemittance')).toHaveLength(1));
    expect(asked('keepRemittance')).toEqual([[{ patient: file().key, claim: CLAIM }, 'a', [found]]]);
    expect(panel.store.getState().candidates).toEqual({ [CLAIM]: candidates });
  });

  it('takes her word for which claim it is, beside what was found in the same file', async () => {
    const found = anAnswer({ claim: { segment: 40 } });
    const { asked, panel } = open(withKept(found, anAnswer({ file: 'b' })), {
      find: async () => [{ claim: CLAIM, adjudications: [found], candidates: [] }],
    });
    panel.act({ do: 'take-adjudication', claim: CLAIM, row: ROW });
    await vi.waitFor(() => expect(asked('keepRemittance')).toHaveLength(1));
    const word = anAnswer({ claim: { segment: 500 }, match: 'by-hand' });
    expect(asked('keepRemittance')[0]).toEqual([{ patient: file().key, claim: CLAIM }, 'a', [found, word]]);
    await vi.waitFor(() => expect(panel.store.getState().said).toContain(CLAIM));
  });

  it('says what the reader says where the file is gone', async () => {
    const { asked, panel } = open(file(), {
      adjudication: () => Promise.reject(new Error('a.835 is not there any more. Drop it again.')),
    });
    panel.act({ do: 'take-adjudication', claim: CLAIM, row: ROW });
    await vi.waitFor(() => expect(panel.store.getState().said).toBe('a.835 is not there any more. Drop it again.'));
    expect(asked('keepRemittance')).toEqual([]);
  });

  it('takes her word back', async () => {
    const word = anAnswer({ claim: { segment: 500 }, match: 'by-hand' });
    const { asked, panel } = open(withKept(word));
    panel.act({ do: 'leave-adjudication', claim: CLAIM, file: 'a', segment: 500 });
    await vi.waitFor(() =>
      expect(asked('keepRemittance')).toContainEqual([{ patient: file().key, claim: CLAIM }, 'a', []]),
    );
  });

  it('forgets a file here and in the session', async () => {
    const { asked, log, panel } = open(file());
    panel.act({ do: 'forget-file', file: 'a' });
    await vi.waitFor(() => expect(asked('forgetRemittance')).toEqual([['a']]));
    expect(log).toContainEqual(['forget', 'a']);
  });

  it('forgets the files with the session, wherever that was forgotten', async () => {
    const own = open(file());
    own.panel.act({ do: 'forget' });
    await vi.waitFor(() => expect(own.asked('forgetSession')).toHaveLength(1));
    expect(own.log).toContainEqual(['forgetAll']);
    const other = open(file());
    expect(other.log).toEqual([]);
    other.mirror(mirror(undefined, undefined));
    expect(other.log).toEqual([['forgetAll']]);
  });

  it('keeps lines matched by hand and takes them back one by one', async () => {
    const { asked, panel } = open(
      file({ answers: { [CLAIM]: { acknowledged: { C060: [ACCEPTED] }, lineMatches: { 't/c/1': 1, 't/c/2': 0 } } } }),
    );
    const act = async (intent: Intent) => {
      panel.act(intent);
      await vi.waitFor(() => expect(panel.store.getState().busy).toBeUndefined());
    };
    await act({ do: 'match-line', claim: CLAIM, line: 't/c/3', ledgerLine: 2 });
    await act({ do: 'match-line', claim: CLAIM, line: 't/c/1', ledgerLine: undefined });
    await act({ do: 'amounts-from', claim: CLAIM, from: 'remittance' });
    expect(asked('setAnswers').map(([, answers]) => answers)).toEqual([
      { acknowledged: { C060: [ACCEPTED] }, lineMatches: { 't/c/1': 1, 't/c/2': 0, 't/c/3': 2 } },
      { acknowledged: { C060: [ACCEPTED] }, lineMatches: { 't/c/2': 0 } },
      { acknowledged: { C060: [ACCEPTED] }, lineMatches: { 't/c/1': 1, 't/c/2': 0 }, amountsFrom: 'remittance' },
    ]);
  });

  it('keeps nothing for a patient who is on no page', async () => {
    const { asked, panel, mirror: tell } = open(file());
    const found = vi.fn(async () => []);
    panel.services.remittances.find = found;
    tell(mirror(file(), tabView(frame('login', { patient: undefined as never }))));
    await Promise.resolve();
    expect(found).not.toHaveBeenCalled();
    expect(asked('keepRemittance')).toEqual([]);
  });
});
