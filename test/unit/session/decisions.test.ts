import { describe, expect, it } from 'vitest';
import type { RecordEntry } from '../../../lib/record/record';
import { keepDecision } from '../../../lib/session/decisions';
import { forgetSites } from '../../../lib/session/merge';
import type { SessionState } from '../../../lib/session/state';
import { aHistory, at, KEY, SITE, sessionAfter } from './build';

const CLAIM = { patient: KEY, claim: '8841207' };
const entry = (changes: Partial<RecordEntry> = {}): RecordEntry => ({
  at: 1_000,
  action: 'overridden',
  patient: KEY,
  chart: 'HF204417',
  claim: '8841207',
  dos: '2026-02-24',
  check: 'C005',
  severity: 'block',
  title: 'Line 2, 97110, does not balance',
  reason: 'Posted to another batch',
  charge: 25001,
  balance: 3727,
  difference: 1,
  ...changes,
});
const said = (state: SessionState, check = 'C005') => state.patients[KEY]?.answers['8841207']?.acknowledged[check];
const start = () => sessionAfter([at(1), aHistory()]);

describe('what the biller says of a finding', () => {
  it('is kept with the claim and written into the record', () => {
    const state = keepDecision(start(), CLAIM, 'f1', entry());
    expect(said(state)).toEqual([
      { reason: 'Posted to another batch', of: 'f1', at: 1_000, said: 'Line 2, 97110, does not balance' },
    ]);
    expect(state.record).toEqual([entry()]);
  });

  it('stands beside what she said of another finding of the same check, and replaces what she said of the same', () => {
    let state = keepDecision(start(), CLAIM, 'f1', entry());
    state = keepDecision(state, CLAIM, 'f2', entry({ reason: 'The other line' }));
    state = keepDecision(state, CLAIM, 'f1', entry({ reason: 'Better words' }));
    expect(said(state)?.map(({ of, reason }) => [of, reason])).toEqual([
      ['f2', 'The other line'],
      ['f1', 'Better words'],
    ]);
    expect(state.record).toHaveLength(3);
  });

  it('is taken back, and the record tells both', () => {
    const state = keepDecision(
      keepDecision(start(), CLAIM, 'f1', entry()),
      CLAIM,
      'f1',
      entry({ action: 'taken-back' }),
    );
    expect(said(state)).toBeUndefined();
    expect(state.record.map(({ action }) => action)).toEqual(['overridden', 'taken-back']);
  });

  it('lapses once, however many panels see it, and is gone with the next word', () => {
    const once = keepDecision(
      keepDecision(start(), CLAIM, 'f1', entry()),
      CLAIM,
      'f1',
      entry({ action: 'lapsed', at: 2_000 }),
    );
    expect(said(once)?.[0]?.lapsedAt).toBe(2_000);
    expect(keepDecision(once, CLAIM, 'f1', entry({ action: 'lapsed', at: 3_000 }))).toBe(once);
    const again = keepDecision(once, CLAIM, 'f2', entry({ at: 4_000 }));
    expect(said(again)?.map(({ of }) => of)).toEqual(['f2']);
  });

  it('changes nothing where there is nothing to take back, and nothing of a patient who is not known', () => {
    const state = start();
    expect(keepDecision(state, CLAIM, 'f1', entry({ action: 'taken-back' }))).toBe(state);
    expect(keepDecision(state, { ...CLAIM, patient: 'constructor' }, 'f1', entry())).toBe(state);
  });

  it('goes out of the record with the site that it is about', () => {
    const state = keepDecision(start(), CLAIM, 'f1', entry());
    expect(forgetSites(state, (origin) => origin === SITE).record).toEqual([]);
    expect(forgetSites(state, () => false).record).toHaveLength(1);
  });
});
