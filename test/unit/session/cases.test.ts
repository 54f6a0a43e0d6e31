import { describe, expect, it } from 'vitest';
import type { Examination, Finding } from '../../../lib/checks/check';
import { payerFacts } from '../../../lib/payers/directory';
import { type CaseEnv, casesOf } from '../../../lib/session/cases';
import { evict } from '../../../lib/session/evict';
import { holdReasons, marksOf } from '../../../lib/session/marks';
import { pickedOf } from '../../../lib/session/picked';
import { emptySession } from '../../../lib/session/state';
import { absent, aChart, aLedger, aPolicy, aRow, aSecondaryRow, is, smudged, TODAY } from '../checks/build';
import {
  aChartPage,
  aForm,
  aFormPage,
  aHistory,
  aHit,
  aLedgerPage,
  aSearch,
  at,
  KEY,
  NOW,
  sessionAfter,
} from './build';

const env: CaseEnv = { today: TODAY, payerOf: payerFacts };
const casesIn = (state: ReturnType<typeof sessionAfter>, tabId = 1) =>
  casesOf(state.patients[KEY]!, state.tabs[tabId], env);

describe('cases', () => {
  it('hold all that was read about a claim', () => {
    const state = sessionAfter(
      [at(), aHistory({ claims: [aRow(), aSecondaryRow()] })],
      [at(1, 'd2'), aLedgerPage()],
      [at(1, 'd3'), aChartPage()],
      [at(1, 'd4'), aFormPage()],
    );
    const [one, ...others] = casesIn(state);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ ledger: aLedger(), chart: aChart(), form: { claimId: '8841207' } });
    expect(one?.siblings).toHaveLength(1);
    expect(one?.primary).toMatchObject({ name: 'BRIGHTWATER PPO', payerId: 'BRW01' });
    expect(one?.secondary).toMatchObject({ name: 'LARKSPUR MUTUAL', payerId: 'LKM07', kind: 'commercial' });
    expect(one?.sources).toEqual({ claimHistoryReadAt: NOW, ledgerReadAt: NOW, chartReadAt: NOW, formReadAt: NOW });
  });

  it("know from the chart what the secondary's payer takes", () => {
    const takes = (says: boolean) => {
      const policies = aChart().policies.map((policy) => ({
        ...policy,
        electronicSecondary: is(says, `${policy.path}/electronicSecondary`, 'insurance'),
      }));
      const state = sessionAfter([at(), aHistory()], [at(1, 'd2'), aChartPage({ chart: { ...aChart(), policies } })]);
      return casesIn(state)[0]?.secondary?.electronicSecondary;
    };
    expect([takes(true), takes(false)]).toEqual(['yes', 'no']);
    expect(casesIn(sessionAfter([at(), aHistory()], [at(1, 'd2'), aChartPage()]))[0]?.secondary).toMatchObject({
      electronicSecondary: 'unknown',
    });
  });

  it('take two spellings of a payer with one member ID for one policy', () => {
    const policy = aPolicy({ payer: is('BCBS TX', 'chart/secondary/payer', 'chart') });
    const profile = aPolicy({ payer: is('BLUE CROSS BLUE SHIELD OF TEXAS', 'chart/secondary/payer', 'insurance') });
    const chart = { ...aChart(), policies: [policy] };
    const state = sessionAfter(
      [at(), aHistory()],
      [at(1, 'd2'), aChartPage({ chart })],
      [at(1, 'd3'), aChartPage({ page: 'insurance', chart: { ...chart, policies: [profile] } })],
    );
    expect(state.patients[KEY]?.chart?.chart.policies).toHaveLength(1);
  });

  it('leave out what was not read', () => {
    const [one] = casesIn(sessionAfter([at(), aHistory()]));
    expect(Object.keys(one ?? {})).not.toEqual(expect.arrayContaining(['ledger', 'chart', 'form', 'picked']));
  });

  it('do not see the form of another tab or another claim', () => {
    const state = sessionAfter([at(), aHistory()], [at(2, 'x'), aFormPage()]);
    expect(casesIn(state, 1)[0]?.form).toBeUndefined();
    expect(casesIn(state, 2)[0]?.form).toBeDefined();
    const other = sessionAfter([at(), aHistory()], [at(1, 'd2'), aFormPage({ claimId: '111' })]);
    expect(casesIn(other)[0]?.form).toBeUndefined();
  });

  it('find the claim of a form that does not name it, by account number or by date and charge', () => {
    const box = (id: string, value: string) => ({ ...aForm().boxes[0], box: id, value }) as never;
    const { claimId: _, ...form } = aForm();
    const page = (boxes: never[]) => ({ ...aFormPage(), form: { ...form, boxes } });
    const two = aHistory({ claims: [aRow(), aRow({ id: is('5'), charge: is(100) })] });
    const formOf = (boxes: never[]) =>
      casesIn(sessionAfter([at(), two], [at(1, 'd2'), page(boxes)])).map((c) => !!c.form);
    expect(formOf([box('26', '5')])).toEqual([false, true]);
    expect(formOf([box('24.1.A.from', '02/24/2026'), box('28', '250.00')])).toEqual([true, false]);
    expect(formOf([box('24.1.A.from', '02/24/2026'), box('28', '250.01')])).toEqual([false, false]);
    expect(formOf([])).toEqual([false, false]);
  });

  it('take the secondary payer from the claim, else from the chart, else from the form', () => {
    const history = aHistory({ claims: [aRow({ secondaryPayer: absent })] });
    const form = aFormPage({ search: aSearch({ payer: '32' }) });
    const name = (...pages: Parameters<typeof sessionAfter>) => casesIn(sessionAfter(...pages))[0]?.secondary?.name;
    expect(name([at(), aHistory()], [at(1, 'd2'), aChartPage()])).toBe('LARKSPUR MUTUAL');
    expect(name([at(), history], [at(1, 'd2'), aChartPage()], [at(1, 'd3'), form])).toBe('LARKSPUR MUTUAL');
    expect(name([at(), history], [at(1, 'd3'), form])).toBe('SUMMIT RIDGE HMO');
    expect(name([at(), history])).toBeUndefined();
  });

  it.each([
    ['is archived', aPolicy({ rank: is('archived') })],
    ['is not active', aPolicy({ active: is(false) })],
    ['began after the service', aPolicy({ effective: is('2026-02-25') })],
    ['ended before the service', aPolicy({ terminated: is('2026-02-23') })],
    ['cannot be read', aPolicy({ payer: smudged('L?RK') })],
  ])('take no secondary payer from a policy that %s', (_why, policy) => {
    const history = aHistory({ claims: [aRow({ secondaryPayer: absent })] });
    const state = sessionAfter([at(), history], [at(1, 'd2'), aChartPage({ chart: aChart({ policies: [policy] }) })]);
    expect(casesIn(state)[0]?.secondary).toBeUndefined();
  });

  it('do not choose between two secondary payers of the chart', () => {
    const history = aHistory({ claims: [aRow({ secondaryPayer: absent })] });
    const chart = aChart({ policies: [aPolicy(), aPolicy({ payer: is('SUMMIT RIDGE HMO') })] });
    expect(casesIn(sessionAfter([at(), history], [at(1, 'd2'), aChartPage({ chart })]))[0]?.secondary).toBeUndefined();
  });
});

describe('the profile that was picked', () => {
  const form = (id: string, name = '') =>
    aForm({ boxes: [{ box: '1a', value: id } as never, { box: '4', value: name } as never] });

  it('is the one whose ID stands in box 1a', () => {
    const hits = [aHit(), aHit({ insuranceId: 'LM44108221', name: 'OKAFOR, DAVID' })];
    expect(pickedOf(form('LM-44108221'), hits, undefined)).toBe(hits[1]);
    expect(pickedOf(form('OTHER'), hits, hits[0])).toBeUndefined();
    expect(pickedOf(form(''), hits, hits[0])).toBe(hits[0]);
  });

  it('is nobody when two people have the ID and the form does not tell them apart', () => {
    const hits = [aHit(), aHit({ name: 'OKAFOR, DAVID', dob: '1960-01-01' })];
    expect(pickedOf(form('LM44108220'), hits, undefined)).toBeUndefined();
    expect(pickedOf(form('LM44108220', 'OKAFOR, DAVID'), hits, undefined)).toBe(hits[1]);
  });
});

describe('marks', () => {
  const examined = (row = aRow(), kind: Examination['verdict']['kind'] = 'blocked') => ({
    case: { ...casesIn(sessionAfter([at(), aHistory()]))[0]!, row },
    examination: { verdict: { kind }, findings: [] as Finding[] } as Examination,
  });

  it('carry the verdict in a word', () => {
    expect(marksOf([examined()])).toEqual([{ claimId: '8841207', verdict: 'blocked', word: 'Blocked' }]);
  });

  it.each([
    ['is not finalized', [examined(aRow({ status: is('sent') }))]],
    ['has an unreadable status', [examined(aRow({ status: smudged('RSLVD') }))]],
    ['has an unreadable id', [examined(aRow({ id: smudged('88#') }))]],
    ['is there twice', [examined(), examined()]],
  ])('stay away from a row that %s', (_why, rows) => {
    expect(marksOf(rows)).toEqual([]);
  });

  it('stay away from a claim that asks for nothing any more', () => {
    const billed = examined();
    billed.examination.verdict.group = 'billed';
    expect(marksOf([billed])).toEqual([]);
  });

  it('hold Submit for what blocks, not for what she acknowledged', () => {
    const finding = (title: string, changes: Partial<Finding>) => ({ title, severity: 'block', ...changes }) as Finding;
    const one = examined();
    one.examination.findings = [
      finding('Line 2 does not balance', {}),
      finding('A question', { severity: 'decide' }),
      finding('Known', { acknowledged: { reason: 'It is known', of: '', at: 1, said: 'Known' } }),
    ];
    expect(holdReasons(one)).toEqual(['Line 2 does not balance']);
    expect(holdReasons(undefined)).toEqual([]);
  });
});

describe('room', () => {
  const file = (i: number) => ({ ...sessionAfter([at(), aHistory()]).patients[KEY]!, key: `${i}`, touchedAt: i });
  const session = (n: number) => ({
    ...emptySession(),
    patients: Object.fromEntries(Array.from({ length: n }, (_, i) => [`${i}`, file(i)])),
  });

  it('is kept for the 20 patients touched last', () => {
    const left = Object.keys(evict(session(25)).patients);
    expect(left).toHaveLength(20);
    expect(left).not.toContain('4');
    expect(left).toContain('24');
  });

  it('is never taken from a patient that a tab shows', () => {
    const { tabs } = sessionAfter([at(), aHistory()]);
    const shown = {
      ...session(25),
      tabs: { 1: { ...tabs[1]!, frames: { 0: { ...tabs[1]!.frames['0']!, patient: '0' } } } },
    };
    expect(Object.keys(evict(shown).patients)).toContain('0');
  });

  it('changes nothing where all fit', () => {
    const all = session(3);
    expect(evict(all)).toBe(all);
    expect(Object.keys(evict(all, { patients: 20, characters: 1 }).patients)).toEqual([]);
  });
});
