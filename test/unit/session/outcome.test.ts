import { describe, expect, it } from 'vitest';
import type { ClaimRow } from '../../../lib/claim/claim';
import { applySnapshot } from '../../../lib/session/merge';
import { noteHeld, noteSubmit } from '../../../lib/session/outcome';
import type { SessionState } from '../../../lib/session/state';
import { absent, aRow, aSecondaryRow, is } from '../checks/build';
import { aFormPage, aHistory, aPage, aSearch, at, KEY, NOW, nobody, sessionAfter, someoneElse } from './build';

const submitted = (rows: ClaimRow[] = [aRow()]): SessionState =>
  noteSubmit(sessionAfter([at(), aHistory({ claims: rows })], [at(1, 'd2'), aFormPage()]), 1, 0, NOW);

const later = { readAt: NOW + 5_000 };
const paid = aRow({ patientBalance: is(0) });
const made = aSecondaryRow({ insuranceBalance: is(3727) });

const outcome = (state: SessionState) => state.patients[KEY]?.outcomes['8841207'];

describe('a Submit that was held', () => {
  const open = sessionAfter([at(), aHistory()], [at(1, 'd2'), aFormPage()]);

  it('is noted for the form it was pressed in, and forgotten when the next press goes through', () => {
    const held = noteHeld(open, 1, 0, NOW);
    expect(held.tabs[1]?.held).toEqual({ claimId: '8841207', documentId: 'd2', at: NOW });
    expect(held.tabs[1]?.submitting).toBeUndefined();
    expect(noteSubmit(held, 1, 0, NOW).tabs[1]?.held).toBeUndefined();
  });

  it('is not noted where no form is known', () => {
    const without = sessionAfter([at(), aHistory()]);
    expect(noteHeld(without, 1, 0, NOW)).toBe(without);
    expect(noteHeld(open, 9, 0, NOW)).toBe(open);
  });
});

describe('what the PM answers to Submit', () => {
  it('is a refusal when the form comes back with messages', () => {
    const messages = [{ text: 'Box 11d: other plan is required.', box: '11d' }];
    const { state, tab } = applySnapshot(submitted(), at(1, 'd3'), aFormPage({ messages }, later), NOW);
    expect(outcome(state)).toEqual({ kind: 'refused', at: NOW + 5_000, messages });
    expect(tab.submitting).toBeUndefined();
  });

  it('is a refusal when new messages appear in the same page', () => {
    const { state } = applySnapshot(submitted(), at(1, 'd2'), aFormPage({ messages: [{ text: 'Missing ID.' }] }), NOW);
    expect(outcome(state)?.kind).toBe('refused');
  });

  it('is nothing yet while the form stands there as it was', () => {
    const { state, tab } = applySnapshot(submitted(), at(1, 'd2'), aFormPage(), NOW);
    expect(outcome(state)).toBeUndefined();
    expect(tab.submitting).toBeDefined();
  });

  it('does not take the words of the payer search for a refusal', () => {
    const form = aFormPage({ messages: [{ text: 'No results' }], search: aSearch({ message: 'No results' }) });
    expect(outcome(applySnapshot(submitted(), at(1, 'd3'), form, NOW).state)).toBeUndefined();
  });

  it('is an acceptance when Claim History has a new claim, with the balance that moved', () => {
    const page = aHistory({ claims: [paid, made], ...later });
    expect(outcome(applySnapshot(submitted(), at(1, 'd3'), page, NOW).state)).toEqual({
      kind: 'accepted',
      at: NOW + 5_000,
      claimId: '8841299',
      status: 'accepted',
      statusShown: 'HF Accepted',
      patientBalance: { before: 3727, after: 0 },
      insuranceBalance: { before: undefined, after: 3727 },
      moved: 'yes',
    });
  });

  it.each([
    ['no', 'the patient still owes it', aRow(), made],
    ['unknown', 'the patient balance cannot be read any more', aRow({ patientBalance: absent }), made],
    ['unknown', 'the new claim shows no balance', paid, aSecondaryRow({ insuranceBalance: absent })],
    ['unknown', 'another amount arrived than left', paid, aSecondaryRow({ insuranceBalance: is(3726) })],
  ] as const)('says %s about the balance when %s', (moved, _why, primary, secondary) => {
    const page = aHistory({ claims: [primary, secondary], ...later });
    expect(outcome(applySnapshot(submitted(), at(1, 'd3'), page, NOW).state)).toMatchObject({ moved });
  });

  it('waits through the sign-in page', () => {
    const signedOut = applySnapshot(submitted(), at(1, 'd3'), aPage({ page: 'login', patient: nobody }), NOW).state;
    const { state } = applySnapshot(signedOut, at(1, 'd4'), aHistory({ claims: [paid, made], ...later }), NOW);
    expect(outcome(state)?.kind).toBe('accepted');
  });

  it.each([
    ['no row is new', [aRow()]],
    ['the new row is a primary claim', [aRow(), aSecondaryRow({ level: is('P') })]],
    ['the new row is for another date', [aRow(), aSecondaryRow({ dos: is({ from: '2025-01-01', to: '2025-01-01' }) })]],
    ['two rows are new', [aRow(), made, aSecondaryRow({ id: is('8841300') })]],
  ])('says nothing, and stops waiting, when %s', (_why, claims) => {
    const { state, tab } = applySnapshot(submitted(), at(1, 'd3'), aHistory({ claims, ...later }), NOW);
    expect(outcome(state)).toBeUndefined();
    expect(tab.submitting).toBeUndefined();
  });

  it('takes no row for new where Claim History was not read before, unless the PM names the claim', () => {
    const noHistory = noteSubmit(sessionAfter([at(1, 'd2'), aFormPage()]), 1, 0, NOW);
    const page = aHistory({ claims: [paid, made], ...later });
    expect(outcome(applySnapshot(noHistory, at(1, 'd3'), page, NOW).state)).toBeUndefined();
    const named = { ...page, messages: [{ text: 'Claim 8841299 was created.' }] };
    expect(outcome(applySnapshot(noHistory, at(1, 'd3'), named, NOW).state)?.kind).toBe('accepted');
  });

  it('takes the page of another patient, of another tab or of much later for no answer', () => {
    const rows = { claims: [paid, made] };
    const other = applySnapshot(submitted(), at(1, 'd3'), aHistory({ claims: [], patient: someoneElse }), NOW).state;
    expect(outcome(other)).toBeUndefined();
    expect(outcome(applySnapshot(submitted(), at(2, 'd3'), aHistory(rows), NOW).state)).toBeUndefined();
    const late = aHistory({ ...rows, readAt: NOW + 3_600_000 });
    expect(outcome(applySnapshot(submitted(), at(1, 'd3'), late, NOW).state)).toBeUndefined();
  });
});
