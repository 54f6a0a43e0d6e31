/** Fixtures of the session: pages as a content script reports them. The people are made up. */
import type { PatientStrip } from '../../../lib/claim/claim';
import type { ClaimForm, PayerSearch, SearchHit } from '../../../lib/claim/form';
import type { PageSnapshot } from '../../../lib/claim/page';
import { applySnapshot, type PageAt } from '../../../lib/session/merge';
import { emptySession, type SessionState } from '../../../lib/session/state';
import { absent, aChart, aLedger, aPatient, aRow, is } from '../checks/build';

export const SITE = 'https://txn2.healthfusionclaims.com';
export const OTHER_SITE = 'https://txn3.healthfusionclaims.com';
export const NOW = 1_770_000_000_000;

export const nobody: PatientStrip = { name: absent, chart: absent, dob: absent };

export const someoneElse: PatientStrip = aPatient({
  name: is({ last: 'ABERNATHY', first: 'COLE', middle: '' }),
  chart: is('HF300111'),
  dob: is('1971-01-05'),
});

export const aPage = (changes: Partial<PageSnapshot> = {}, site = SITE): PageSnapshot => ({
  profile: 'nextgen-office',
  page: 'chart',
  url: `${site}/electronic/pm/action.do`,
  readAt: NOW,
  from: 'live',
  complete: true,
  title: 'Patient',
  patient: aPatient(),
  messages: [],
  problems: [],
  ...changes,
});

export const aHistory = (changes: Partial<PageSnapshot> = {}, site = SITE): PageSnapshot =>
  aPage({ page: 'claim-history', claims: [aRow()], ...changes }, site);

export const aLedgerPage = (changes: Partial<PageSnapshot> = {}, site = SITE): PageSnapshot =>
  aPage({ page: 'ledger', ledger: aLedger(), ...changes }, site);

export const aChartPage = (changes: Partial<PageSnapshot> = {}, site = SITE): PageSnapshot =>
  aPage({ page: 'chart', chart: aChart(), ...changes }, site);

export const PAYERS = [
  { value: '', label: 'Select payer' },
  { value: '31', label: 'LARKSPUR MUTUAL' },
  { value: '32', label: 'SUMMIT RIDGE HMO' },
];

export const aSearch = (changes: Partial<PayerSearch> = {}): PayerSearch => ({
  payers: PAYERS,
  payer: '',
  lastName: '',
  state: 'none',
  hits: [],
  message: '',
  ...changes,
});

export const aHit = (changes: Partial<SearchHit> = {}): SearchHit => ({
  insuranceId: 'LM44108220',
  name: 'OKAFOR, DENISE M',
  dob: '1958-04-12',
  path: 'search/hit/1',
  ...changes,
});

export const aForm = (changes: Partial<ClaimForm> = {}): ClaimForm => ({
  claimId: '8841207',
  boxes: [],
  search: aSearch(),
  transmission: { value: '', options: [] },
  messages: [],
  submitLabel: 'Submit',
  ...changes,
});

export const aFormPage = (form: Partial<ClaimForm> = {}, changes: Partial<PageSnapshot> = {}): PageSnapshot =>
  aPage({ page: 'claim-form', form: aForm(form), ...changes });

export const at = (tabId = 1, documentId = 'd1', frameId = 0): PageAt => ({ tabId, frameId, documentId });

/** The session after some pages, each as `[where, page]`. */
export const sessionAfter = (...pages: [PageAt, PageSnapshot][]): SessionState =>
  pages.reduce((state, [where, page]) => applySnapshot(state, where, page, page.readAt).state, emptySession());

export const KEY = `${SITE}|HF204417`;
