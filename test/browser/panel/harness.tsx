import { render } from '@testing-library/react';
import { engine } from '../../../components/engine';
import { PanelApp } from '../../../components/PanelApp';
import type { Access, ActiveTab, Mirror, Services } from '../../../components/services';
import { createPanel, type Panel } from '../../../components/store';
import type { EraFileView, EraSearch } from '../../../lib/era/files';
import type { FillJournal } from '../../../lib/prefill/plan';
import { NOW, type State, TODAY } from './states';

/** A call that the panel made to browser, worker or page. */
export interface Call {
  name: keyof Services;
  args: unknown[];
}

/** Services that answer at once, remember what they were asked, and let the test play browser and worker. */
export const fakeServices = (state: State, answers: Partial<Services> = {}) => {
  const calls: Call[] = [];
  /** What the reader of files was told: `cancel a`. */
  const told: string[] = [];
  const searched: EraSearch[] = [];
  let tellFiles: (files: EraFileView[]) => void = () => undefined;
  let tellMirror: (mirror: Mirror) => void = () => undefined;
  let tellTab: (tab: ActiveTab | undefined) => void = () => undefined;
  let tellAccess: (access: Access) => void = () => undefined;
  const answer =
    <T,>(name: keyof Services, value: T) =>
    (...args: unknown[]): Promise<T> => {
      calls.push({ name, args });
      return Promise.resolve(value);
    };
  const empty: FillJournal = { claimId: '', filledAt: NOW, results: [] };
  const services: Services = {
    remittances: {
      watch: (tell) => {
        tellFiles = tell;
        tell(state.files ?? []);
        return () => undefined;
      },
      add: (files) => told.push(`add ${files.map(({ name }) => name).join()}`),
      again: (id) => told.push(`again ${id}`),
      cancel: (id) => told.push(`cancel ${id}`),
      forget: (id) => told.push(`forget ${id}`),
      forgetAll: () => undefined,
      search: (search, from, count) => {
        const { text } = search;
        searched.push(search);
        const fitting = (state.rows ?? []).filter((row) => `${row.last} ${row.controlNumber}`.includes(text));
        return Promise.resolve({ total: fitting.length, rows: fitting.slice(from, from + count) });
      },
      adjudication: () =>
        state.answered ? Promise.resolve(state.answered) : Promise.reject(new Error('a.835 is not there any more.')),
      segment: (_, n) => Promise.resolve(`SVC*HC:97110*${n}.00*50.69**1`),
      find: () =>
        Promise.resolve(
          Object.entries(state.candidates ?? {}).map(([claim, candidates]) => ({
            claim,
            adjudications: [],
            candidates,
          })),
        ),
    },
    payerLists: {
      open: () => Promise.resolve({ is: 'refused', why: 'list.csv is empty.' }),
      convert: () => Promise.resolve(undefined),
      close: () => undefined,
      mappings: () => Promise.resolve([]),
      keep: () => Promise.resolve(),
      remove: () => Promise.resolve(),
      addLimit: () => Promise.resolve(),
      removeLimit: () => Promise.resolve(),
      restore: () => Promise.resolve(),
      restoreAnswers: () => Promise.resolve(),
      setMappings: () => Promise.resolve(),
      download: () => undefined,
    },
    sites: {
      watch: (tell) => {
        tell([{ pattern: 'https://*.healthfusionclaims.com/*', granted: state.access === 'granted' }]);
        return () => undefined;
      },
      ask: () => Promise.resolve(true),
      giveBack: () => Promise.resolve('done'),
    },
    today: () => TODAY,
    now: () => NOW,
    watchMirror: (tell) => {
      tellMirror = tell;
      tell(state.mirror);
      return () => undefined;
    },
    watchTab: (tell) => {
      tellTab = tell;
      tell(state.tab);
      return () => undefined;
    },
    watchAccess: (tell) => {
      tellAccess = tell;
      tell(state.access);
      return () => undefined;
    },
    readPage: answer('readPage', undefined),
    fetchLedger: answer('fetchLedger', {
      profile: 'nextgen-office',
      page: 'ledger' as const,
      url: '',
      readAt: NOW,
      from: 'fetched' as const,
      complete: true,
      title: '',
      patient: {
        name: { kind: 'absent' as const },
        chart: { kind: 'absent' as const },
        dob: { kind: 'absent' as const },
      },
      messages: [],
      problems: [],
    }),
    showPlace: answer('showPlace', true),
    pickHit: answer('pickHit', true),
    fillForm: answer('fillForm', empty),
    undoFill: answer('undoFill', empty),
    startLookup: answer('startLookup', undefined),
    retryLookup: answer('retryLookup', undefined),
    cancelLookup: answer('cancelLookup', undefined),
    setAnswers: answer('setAnswers', undefined),
    setCoverage: answer('setCoverage', undefined),
    sayOfFinding: answer('sayOfFinding', undefined),
    savePolicy: answer('savePolicy', undefined),
    downloadRecord: answer('downloadRecord', undefined),
    downloadPolicy: (...args) => void answer('downloadPolicy', undefined)(...args),
    keepJournal: answer('keepJournal', undefined),
    keepSnapshot: answer('keepSnapshot', []),
    keepRemittance: answer('keepRemittance', undefined),
    forgetRemittance: answer('forgetRemittance', undefined),
    confirmAlias: answer('confirmAlias', undefined),
    forgetAlias: answer('forgetAlias', undefined),
    sayOfPayer: answer('sayOfPayer', undefined),
    forgetPayer: answer('forgetPayer', undefined),
    forgetSession: answer('forgetSession', undefined),
    saveSettings: answer('saveSettings', undefined),
    openEob: answer('openEob', undefined),
    goToTab: answer('goToTab', undefined),
    reloadTab: answer('reloadTab', undefined),
    askAccess: answer('askAccess', true),
    openOptions: answer('openOptions', undefined),
    ...answers,
  };
  return {
    services,
    calls,
    asked: (name: keyof Services) => calls.filter((call) => call.name === name).map((call) => call.args),
    told,
    searched,
    files: (next: EraFileView[]) => tellFiles(next),
    mirror: (next: Mirror) => tellMirror(next),
    tab: (next: ActiveTab | undefined) => tellTab(next),
    access: (next: Access) => tellAccess(next),
  };
};

export type Shown = ReturnType<typeof fakeServices> & { panel: Panel };

/** Shows the panel in one state. */
export const show = (state: State, answers: Partial<Services> = {}): Shown => {
  const fake = fakeServices(state, answers);
  const panel = createPanel(fake.services, engine);
  panel.start();
  if (state.view) panel.store.setState({ view: state.view });
  render(<PanelApp panel={panel} version="0.1.0" />);
  return { ...fake, panel };
};
