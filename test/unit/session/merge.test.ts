import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { known } from '../../../lib/claim/reading';
import { patientFile, tabView } from '../../../lib/schemas/stored';
import {
  applyFetched,
  applySnapshot,
  endLoading,
  forgetSites,
  isSignedOut,
  startLoading,
} from '../../../lib/session/merge';
import type { SessionState } from '../../../lib/session/state';
import { emptySession } from '../../../lib/session/state';
import { absent, aChart, aLedger, aPatient, aPolicy, aRow, is, smudged } from '../checks/build';
import {
  aChartPage,
  aFormPage,
  aHistory,
  aLedgerPage,
  aPage,
  at,
  KEY,
  NOW,
  nobody,
  OTHER_SITE,
  SITE,
  sessionAfter,
  someoneElse,
} from './build';

const kinds = (problems: { kind: string }[]) => problems.map(({ kind }) => kind);

describe('whose page it is', () => {
  it('knows a patient by site and chart number', () => {
    expect(Object.keys(sessionAfter([at(), aHistory()]).patients)).toEqual([KEY]);
  });

  it('knows a patient without chart number by name and birth date', () => {
    const state = sessionAfter([at(), aHistory({ patient: aPatient({ chart: absent }) })]);
    expect(Object.keys(state.patients)).toEqual([`${SITE}|OKAFOR,DENISE|1958-04-12`]);
  });

  it('takes a page whose chart number cannot be read for nobody, even if the name can', () => {
    const { state, tab } = applySnapshot(
      sessionAfter([at(), aHistory()]),
      at(1, 'd2'),
      aLedgerPage({ patient: aPatient({ chart: smudged('HF2#4417') }) }),
      NOW,
    );
    expect(tab.frames['0']?.patient).toBeUndefined();
    expect(state.patients[KEY]?.ledgers).toEqual({});
  });

  it('does not take a page for the patient that the tab showed before', () => {
    const chart = aChartPage({ patient: nobody });
    const { tab, state } = applySnapshot(sessionAfter([at(), aHistory()]), at(1, 'd2'), chart, NOW);
    expect(tab.frames['0']?.patient).toBeUndefined();
    expect(state.patients[KEY]?.chart).toBeUndefined();
  });

  it("takes a frame of a patient's page for that patient's", () => {
    const state = sessionAfter([at(), aHistory()], [at(1, 'f1', 7), aPage({ patient: nobody, chart: aChart() })]);
    expect(state.tabs[1]?.frames[7]?.patient).toBe(KEY);
    expect(state.patients[KEY]?.chart).toBeDefined();
  });

  it('does not take a frame for anybody while a new page is on its way into the tab', () => {
    const loading = startLoading(sessionAfter([at(), aHistory()]), 1, NOW);
    const { tab, state } = applySnapshot(loading, at(1, 'f1', 7), aPage({ patient: nobody, chart: aChart() }), NOW);
    expect(tab.frames[7]?.patient).toBeUndefined();
    expect(state.patients[KEY]?.chart).toBeUndefined();
    // The old page reporting once more changes nothing.
    const still = applySnapshot(state, at(), aHistory(), NOW).state;
    expect(
      applySnapshot(still, at(1, 'f1', 7), aPage({ patient: nobody }), NOW).tab.frames[7]?.patient,
    ).toBeUndefined();
    const done = endLoading(still, 1);
    expect(applySnapshot(done, at(1, 'f1', 7), aPage({ patient: nobody }), NOW).tab.frames[7]?.patient).toBe(KEY);
  });

  it("takes a popup for the patient's whose page opened it", () => {
    const popup = { ...at(2, 'p1'), openerTabId: 1 };
    const { tab } = applySnapshot(
      sessionAfter([at(), aHistory()]),
      popup,
      aPage({ page: 'payer-search', patient: nobody }),
      NOW,
    );
    expect(tab.frames['0']?.patient).toBe(KEY);
  });

  it('does not take a popup of another site for the patient', () => {
    const popup = { ...at(2, 'p1'), openerTabId: 1 };
    const { tab } = applySnapshot(sessionAfter([at(), aHistory()]), popup, aPage({ patient: nobody }, OTHER_SITE), NOW);
    expect(tab.frames['0']?.patient).toBeUndefined();
  });

  it('does not take a frame for the patient if it names somebody else', () => {
    const frame = aPage({ patient: { ...nobody, name: someoneElse.name }, chart: aChart() });
    const state = sessionAfter([at(), aHistory()], [at(1, 'f1', 7), frame]);
    expect(state.tabs[1]?.frames[7]?.patient).toBeUndefined();
  });

  it('takes a page without a patient for the one whose claim it is, if nothing on it says otherwise', () => {
    const state = sessionAfter([at(), aHistory()], [at(1, 'd2'), aLedgerPage({ patient: nobody })]);
    expect(Object.keys(state.patients[KEY]?.ledgers ?? {})).toEqual(['8841207']);
  });

  it('refuses a page that has one patient’s chart number and another’s birth date', () => {
    const mixed = aLedgerPage({ patient: aPatient({ dob: is('1999-09-09') }) });
    const { state, problems } = applySnapshot(sessionAfter([at(), aHistory()]), at(1, 'd2'), mixed, NOW);
    expect(kinds(problems)).toEqual(['other-patient']);
    expect(state.patients[KEY]?.ledgers).toEqual({});
  });

  it('joins what a page without chart number began with the file of the chart number', () => {
    const early = aLedgerPage({ patient: aPatient({ chart: absent }) });
    const state = sessionAfter([at(), early], [at(1, 'd2'), aHistory()]);
    expect(Object.keys(state.patients)).toEqual([KEY]);
    expect(Object.keys(state.patients[KEY]?.ledgers ?? {})).toEqual(['8841207']);
    expect(state.patients[KEY]?.claims).toHaveLength(1);
  });
});

describe('what adds up', () => {
  it('adds ledger and chart to the claims, over page loads', () => {
    const state = sessionAfter([at(), aHistory()], [at(1, 'd2'), aLedgerPage()], [at(1, 'd3'), aChartPage()]);
    const file = state.patients[KEY];
    expect(file?.claims).toHaveLength(1);
    expect(file?.ledgers['8841207']?.ledger.lines).toHaveLength(2);
    expect(file?.chart?.chart.policies).toHaveLength(2);
  });

  it('keeps what the insurance page told when the chart, which does not have it, is read again', () => {
    const bare = aPolicy({ insuredAddress: absent, group: is('NEW') });
    const state = sessionAfter(
      [at(), aPage({ page: 'insurance', chart: aChart({ policies: [aPolicy()] }) })],
      [at(1, 'd2'), aChartPage({ chart: aChart({ policies: [bare] }) })],
    );
    const [policy] = state.patients[KEY]?.chart?.chart.policies ?? [];
    expect(policy?.insuredAddress).toEqual(aPolicy().insuredAddress);
    expect(known(policy?.group)).toBe('NEW');
  });

  it('keeps the other policies when one insurance profile is read', () => {
    const state = sessionAfter(
      [at(), aChartPage()],
      [at(1, 'd2'), aPage({ page: 'insurance', chart: aChart({ policies: [aPolicy()] }) })],
    );
    expect(state.patients[KEY]?.chart?.chart.policies).toHaveLength(2);
  });

  it('never replaces whole claims by part of a page', () => {
    const part = aHistory({ complete: false, claims: [] });
    const { state, problems } = applySnapshot(sessionAfter([at(), aHistory()]), at(1, 'd2'), part, NOW);
    expect(state.patients[KEY]?.claims).toHaveLength(1);
    expect(state.patients[KEY]?.claimsComplete).toBe(true);
    expect(kinds(problems)).toEqual(['cut-off']);
  });

  it('says that part of a page is part, and adds parts up', () => {
    const row = (id: string) => aRow({ id: is(id) });
    const state = sessionAfter(
      [at(), aHistory({ complete: false, claims: [row('1'), row('2')] })],
      [at(), aHistory({ complete: false, claims: [row('2'), row('3')] })],
    );
    expect(state.patients[KEY]?.claims.map(({ id }) => known(id))).toEqual(['2', '3', '1']);
    expect(state.patients[KEY]?.claimsComplete).toBe(false);
  });

  it.each([
    ['ledger', aLedgerPage({ complete: false }), (s: SessionState) => s.patients[KEY]?.ledgers['8841207']],
    ['chart', aChartPage({ complete: false }), (s: SessionState) => s.patients[KEY]?.chart],
  ])('never keeps half a %s', (_what, page, kept) => {
    const { state, problems } = applySnapshot(sessionAfter([at(), aHistory()]), at(1, 'd2'), page, NOW);
    expect(kept(state)).toBeUndefined();
    expect(kinds(problems)).toContain('cut-off');
  });

  it('loses nothing when the PM asks to sign in', () => {
    const login = aPage({ page: 'login', patient: nobody });
    const { state, tab } = applySnapshot(sessionAfter([at(), aHistory()]), at(1, 'd2'), login, NOW);
    expect(isSignedOut(tab)).toBe(true);
    expect(tab.frames['0']?.patient).toBe(KEY);
    expect(state.patients[KEY]?.claims).toHaveLength(1);
  });

  it('drops the frames of the page before', () => {
    const state = sessionAfter(
      [at(), aHistory()],
      [at(1, 'f1', 7), aPage({ patient: nobody })],
      [at(1, 'd2'), aLedgerPage()],
    );
    expect(Object.keys(state.tabs[1]?.frames ?? {})).toEqual(['0']);
  });
});

describe('what is not this patient’s', () => {
  const both = () =>
    sessionAfter(
      [at(), aHistory()],
      [at(2, 'x1'), aHistory({ patient: someoneElse, claims: [aRow({ id: is('7700001') })] })],
    );

  it('drops a ledger whose claim is another patient’s, and says so', () => {
    const stray = aLedgerPage({ ledger: aLedger({ claimId: is('7700001') }) });
    const { state, problems } = applySnapshot(both(), at(1, 'd2'), stray, NOW);
    expect(problems.map(({ text }) => text)).toEqual(['This ledger is for another patient. It was not used.']);
    expect(state.patients[KEY]?.ledgers).toEqual({});
    expect(state.patients[`${SITE}|HF300111`]?.ledgers).toEqual({});
  });

  it('drops claims of which one is another patient’s', () => {
    const stray = aHistory({ claims: [aRow(), aRow({ id: is('7700001') })] });
    const { state, problems } = applySnapshot(both(), at(1, 'd2'), stray, NOW);
    expect(kinds(problems)).toEqual(['other-patient']);
    expect(state.patients[KEY]?.claims).toHaveLength(1);
  });

  it('keeps a fetched ledger of the same patient and a claim of theirs', () => {
    const { state, problems } = applyFetched(
      sessionAfter([at(), aHistory()]),
      1,
      aLedgerPage({ from: 'fetched' }),
      NOW,
    );
    expect(problems).toEqual([]);
    expect(state.patients[KEY]?.ledgers['8841207']?.from).toBe('fetched');
    expect(state.tabs[1]?.frames['0']?.page).toBe('claim-history');
  });

  it.each([
    ['of another patient', aLedgerPage({ from: 'fetched', patient: someoneElse })],
    ['of a claim that is not theirs', aLedgerPage({ from: 'fetched', ledger: aLedger({ claimId: is('999') }) })],
    ['whose patient cannot be read', aLedgerPage({ from: 'fetched', patient: aPatient({ chart: smudged('HF2?') }) })],
    ['of another site', aLedgerPage({ from: 'fetched' }, OTHER_SITE)],
    ['that turned out to be the sign-in page', aPage({ page: 'login', patient: nobody, from: 'fetched' })],
    ['that names no claim', aLedgerPage({ from: 'fetched', ledger: aLedger({ claimId: absent }) })],
  ])('drops a fetched ledger %s', (_what, page) => {
    const { state, problems } = applyFetched(both(), 1, page, NOW);
    expect(problems.length).toBeGreaterThan(0);
    expect(Object.values(state.patients).flatMap(({ ledgers }) => Object.keys(ledgers))).toEqual([]);
  });

  it.each(['__proto__', 'constructor', 'toString'])('takes no claim called %s', (id) => {
    const state = sessionAfter([at(), aLedgerPage({ ledger: aLedger({ claimId: is(id) }) })]);
    expect(Object.keys(state.patients[KEY]?.ledgers ?? {})).toEqual([]);
    expect(Object.getPrototypeOf(state.patients[KEY]?.ledgers ?? {})).toBe(Object.prototype);
  });

  it('forgets one site and keeps the other', () => {
    const state = sessionAfter([at(), aHistory()], [at(2, 'x'), aHistory({}, OTHER_SITE)]);
    const left = forgetSites(state, (origin) => origin === SITE);
    expect(Object.values(left.patients).map(({ origin }) => origin)).toEqual([OTHER_SITE]);
    expect(Object.keys(left.tabs)).toEqual(['2']);
  });

  it('never mixes patients or sites, whatever pages come in whatever order', () => {
    // Every value that a page of patient p shows at site s carries the mark `s/p`.
    const sites = [SITE, OTHER_SITE];
    const mark = (s: number, p: number) => `M${s}X${p}`;
    const page = fc.record({
      kind: fc.constantFrom('history', 'ledger', 'chart', 'form', 'login', 'fetched'),
      s: fc.nat(1),
      p: fc.nat(2),
      tab: fc.nat(2),
      doc: fc.nat(3),
      // A frame stands in the tab's own page, so it shows the same patient; only its strip may be missing.
      frame: fc.constantFrom(0, 0, 5),
      strip: fc.constantFrom('whole', 'name', 'none', 'smudged'),
      complete: fc.boolean(),
      opener: fc.option(fc.nat(2), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(page, { maxLength: 25 }), (pages) => {
        let state = emptySession();
        for (const each of pages) {
          const m = mark(each.s, each.p);
          const whole = aPatient({
            name: is({ last: `LAST${'ABC'[each.p]}`, first: 'PAT', middle: '' }),
            chart: is(`HF${m}`),
            dob: is(`19${50 + each.p}-01-01`),
          });
          const strips = {
            whole,
            name: { ...whole, chart: absent },
            none: nobody,
            smudged: { ...whole, chart: smudged('??') },
          };
          const base = { complete: each.complete, patient: strips[each.frame === 0 ? each.strip : 'whole'] };
          const site = sites[each.s]!;
          const ledger = aLedger({ claimId: is(`C${m}`) });
          const made = {
            history: () => aHistory({ ...base, claims: [aRow({ id: is(`C${m}`) })] }, site),
            ledger: () => aLedgerPage({ ...base, ledger }, site),
            fetched: () => aLedgerPage({ ...base, ledger, from: 'fetched' }, site),
            chart: () => aChartPage({ ...base, chart: aChart({ policies: [aPolicy({ memberId: is(m) })] }) }, site),
            form: () => ({ ...aFormPage({ claimId: `C${m}` }, base), url: `${site}/x` }),
            login: () => aPage({ page: 'login', patient: nobody }, site),
          }[each.kind]();
          const where = {
            ...at(each.tab, `${each.doc}`, each.frame),
            ...(each.opener === undefined ? {} : { openerTabId: each.opener }),
          };
          state =
            each.kind === 'fetched'
              ? applyFetched(state, each.tab, made, NOW).state
              : applySnapshot(state, where, made, NOW).state;
          state = JSON.parse(JSON.stringify(state));
        }
        for (const tab of Object.values(state.tabs)) expect(tabView.safeParse(tab).success).toBe(true);
        for (const file of Object.values(state.patients)) {
          expect(patientFile.safeParse(file).data).toEqual(file);
          const marks = new Set([
            ...file.claims.map((row) => known(row.id)?.slice(1)),
            ...Object.keys(file.ledgers).map((id) => id.slice(1)),
            ...Object.values(file.ledgers).map(({ ledger }) => known(ledger.claimId)?.slice(1)),
            ...(file.chart?.chart.policies ?? []).map((policy) => known(policy.memberId)),
          ]);
          expect(marks.size).toBeLessThanOrEqual(1);
          const [m] = marks;
          const number = known(file.strip.chart);
          if (m !== undefined && number !== undefined) expect(number).toBe(`HF${m}`);
          if (m !== undefined) expect(file.origin).toBe(sites[Number(m[1])]);
        }
      }),
      { numRuns: 400 },
    );
  });
});
