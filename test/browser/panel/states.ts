/** Every state of the panel as data: what the session holds and which tab is in front. The people and payers are made up. */
import { engine } from '../../../components/engine';
import type { Access, ActiveTab, Mirror } from '../../../components/services';
import type { View } from '../../../components/store';
import { type Answers, claimId } from '../../../lib/claim/case';
import type { ClaimRow, Ledger, LedgerLine } from '../../../lib/claim/claim';
import type { Adjudication } from '../../../lib/claim/era';
import type { ClaimForm, FormBox, PayerSearch, SearchHit } from '../../../lib/claim/form';
import type { PageKind, Reading } from '../../../lib/claim/reading';
import type { EraCandidate, EraClaimRow, EraFileView } from '../../../lib/era/files';
import type { Lookup } from '../../../lib/lookups/lookup';
import { NO_POLICY_VIEW } from '../../../lib/policy-storage';
import type { FillJournal, FillResult } from '../../../lib/prefill/plan';
import type { FrameView, PatientFile, TabView } from '../../../lib/session/session';
import { accepted } from '../../unit/checks/accepted';
import {
  aBox,
  absent,
  aChart,
  adjustment,
  aForm,
  aLedger,
  aLine,
  aPatient,
  aPolicy,
  aPosting,
  aPrimaryPolicy,
  aRow,
  is,
  smudged,
} from '../../unit/checks/build';

export const TODAY = '2026-04-02';
/** 10:41 AM on that day, in the time zone of the browser. */
export const NOW = new Date(2026, 3, 2, 10, 41).getTime();
export const ORIGIN = 'https://txn2.healthfusionclaims.com';
export const KEY = `${ORIGIN}|HF204417`;
export const TAB = 7;

export interface State {
  mirror: Mirror;
  tab: ActiveTab | undefined;
  access: Access;
  view?: View;
  /** Remittance files that were dropped, the claims in them, and what the payer answered to each. */
  files?: EraFileView[];
  rows?: EraClaimRow[];
  answered?: Adjudication;
  candidates?: Record<string, EraCandidate[]>;
}

/** A record without one of its parts. */
const less = <T extends object>(record: T, part: keyof T): T => {
  const { [part]: _dropped, ...rest } = record;
  return rest as unknown as T;
};

// --- claims

const dos = (date: string, id: string): Reading<{ from: string; to: string }> =>
  is({ from: date, to: date }, `claims/${id}/dos`, 'claim-history', 'Date of service');

export const row = (id: string, date: string, changes: Partial<ClaimRow> = {}): ClaimRow =>
  aRow({
    id: is(id, `claims/${id}/id`, 'claim-history', 'Claim'),
    dos: dos(date, id),
    actions: [
      { kind: 'cob', label: 'COB', enabled: true, path: `claims/${id}/cob` },
      { kind: 'ledger', label: 'Ledger', enabled: true, path: `claims/${id}/ledger`, href: `${ORIGIN}/ledger?${id}` },
    ],
    ...changes,
  });

/** A line that balances: charge = paid + CO-45 + PR-2; `changes` may unbalance it. */
export const line = (
  id: string,
  n: number,
  procedure: string,
  [charge, paid, co, pr]: [number, number, number, number],
  date = '2026-02-24',
): LedgerLine => {
  const path = `ledger/${id}/${n}`;
  return aLine({
    n,
    dos: is(date, `${path}/dos`),
    procedure: is(procedure, `${path}/procedure`, 'ledger', `Line ${n}, procedure`),
    modifiers: is(procedure === '99214' ? ['25'] : [], `${path}/modifiers`),
    charge: is(charge, `${path}/charge`, 'ledger', `Line ${n}, charge`),
    insurancePaid: is(paid, `${path}/insurancePaid`),
    patientResponsibility: is(pr, `${path}/patientResponsibility`),
    balance: is(charge - paid - co - pr, `${path}/balance`, 'ledger', `Line ${n}, balance`),
    postings: [
      aPosting(
        {
          paid: is(paid, `${path}/paid`),
          adjustments: is([adjustment('CO', '45', co), adjustment('PR', '2', pr)], `${path}/adjustments`),
        },
        path,
      ),
    ],
  });
};

export const ledger = (id: string, lines: LedgerLine[], changes: Partial<Ledger> = {}): Ledger => {
  const charge = lines.reduce((sum, one) => sum + (one.charge.kind === 'read' ? one.charge.value : 0), 0);
  const balance = lines.reduce((sum, one) => sum + (one.balance.kind === 'read' ? one.balance.value : 0), 0);
  return aLedger({
    claimId: is(id, `ledger/${id}/id`),
    lines,
    totalCharge: is(charge, `ledger/${id}/totalCharge`),
    totalBalance: is(balance, `ledger/${id}/totalBalance`),
    ...changes,
  });
};

export const GOOD: [number, number, number, number][] = [
  [16500, 9840, 4200, 2460],
  [8500, 5069, 2164, 1267],
];

export const goodLedger = (id: string, date?: string) =>
  ledger(
    id,
    GOOD.map((amounts, i) => line(id, i + 1, ['99214', '97110'][i] ?? '97140', amounts, date)),
  );

export const offLedger = (id: string) =>
  ledger(id, [
    line(id, 1, '97161', [14000, 7680, 4400, 1920]),
    line(id, 2, '97110', [8500, 5069, 2163, 1267]),
    line(id, 3, '97140', [2500, 2160, 0, 340]),
  ]);

// --- patients, tabs, mirror

export const file = (changes: Partial<PatientFile> = {}): PatientFile => ({
  key: KEY,
  origin: ORIGIN,
  strip: aPatient(),
  claims: [row('8841207', '2026-02-24')],
  claimsReadAt: NOW,
  claimsComplete: true,
  ledgers: { '8841207': { ledger: goodLedger('8841207'), readAt: NOW, from: 'fetched' } },
  chart: { chart: aChart(), readAt: NOW - 180_000 },
  picked: {},
  answers: {},
  journals: {},
  outcomes: {},
  remittances: {},
  problems: [],
  touchedAt: NOW,
  ...changes,
});

export const frame = (page: PageKind, changes: Partial<FrameView> = {}): FrameView => ({
  frameId: 0,
  documentId: 'd1',
  page,
  profile: 'nextgen-office',
  title: 'NextGen Office',
  readAt: NOW,
  complete: true,
  patient: KEY,
  messages: [],
  problems: [],
  ...changes,
});

export const tabView = (...frames: FrameView[]): TabView => ({
  tabId: TAB,
  origin: ORIGIN,
  frames: Object.fromEntries(frames.map((one) => [String(one.frameId), one])),
});

export const SETTINGS: Mirror['settings'] = { marks: true, singleKeys: true, theme: 'system', holdSubmit: false };

export const mirror = (
  patient: PatientFile | undefined,
  tab: TabView | undefined,
  changes: Partial<Mirror> = {},
): Mirror => ({
  tabs: tab ? { [String(tab.tabId)]: tab } : {},
  patients: patient ? { [patient.key]: patient } : {},
  lookups: [],
  revoked: [],
  settings: SETTINGS,
  aliases: [],
  payers: [],
  payerLists: [],
  payerLimits: [],
  record: [],
  policy: NO_POLICY_VIEW,
  ...changes,
});

const PM_TAB: ActiveTab = { tabId: TAB, host: 'txn2.healthfusionclaims.com', isPm: true, silent: false };

export const state = (
  patient: PatientFile | undefined,
  frames: FrameView[],
  view?: View,
  changes: Partial<Mirror> = {},
): State => ({
  mirror: mirror(patient, frames.length > 0 ? tabView(...frames) : undefined, changes),
  tab: PM_TAB,
  access: 'granted',
  ...(view && { view }),
});

const claim = (id: string, step: 'check' | 'payer' | 'fill' | 'submit' = 'check'): View => ({
  at: 'claim',
  patient: KEY,
  claim: id,
  step,
});

export const yes = (...ids: string[]): Record<string, Answers> =>
  Object.fromEntries(ids.map((id) => [id, { acknowledged: {}, electronicSecondary: 'yes' as const }]));

export const HISTORY = frame('claim-history');

// --- the list

const status = (id: string, value: 'sent' | 'received', raw: string) =>
  ({ ...is(value, `claims/${id}/status`, 'claim-history', 'Status'), raw }) as ClaimRow['status'];

const medicare = (id: string) =>
  row(id, '2026-03-12', {
    primaryPayer: is('MEDICARE PART B TEXAS', `claims/${id}/primaryPayer`, 'claim-history'),
    secondaryPayer: is('SILVERLINE MEDIGAP G', `claims/${id}/secondaryPayer`, 'claim-history'),
    notes: is('FWD TO MEDIGAP 04/01', `claims/${id}/notes`, 'claim-history', 'Notes'),
    crossover: [
      {
        says: 'forwarded',
        code: 'MA18',
        text: 'FWD TO MEDIGAP 04/01',
        page: is('FWD TO MEDIGAP 04/01', `claims/${id}/notes`, 'claim-history', 'Notes'),
      },
    ],
  });

const claimsFile = file({
  claims: [
    row('8841207', '2026-02-24'),
    row('8832210', '2025-12-15', {
      secondaryPayer: is('HARBOR TRADES TRUST', 'claims/8832210/secondary', 'claim-history'),
    }),
    row('8829914', '2026-01-06', { appeal: is(true, 'claims/8829914/appeal', 'claim-history', 'Appeal') }),
    row('8846630', '2026-02-20'),
    row('8838550', '2026-02-03', {
      patientBalance: smudged('12.3.4', 'claims/8838550/patientBalance', 'claim-history', 'Patient balance'),
    }),
    medicare('8853318'),
    row('8860001', '2026-03-20', { status: status('8860001', 'sent', 'Sent to Payer') }),
    row('8860002', '2026-03-22', { status: status('8860002', 'received', 'Received by Payer') }),
  ],
  ledgers: {
    '8841207': { ledger: goodLedger('8841207'), readAt: NOW, from: 'fetched' },
    '8832210': { ledger: goodLedger('8832210', '2025-12-15'), readAt: NOW, from: 'fetched' },
    '8829914': { ledger: goodLedger('8829914', '2026-01-06'), readAt: NOW, from: 'fetched' },
    '8846630': { ledger: offLedger('8846630'), readAt: NOW, from: 'fetched' },
    '8853318': { ledger: goodLedger('8853318', '2026-03-12'), readAt: NOW, from: 'fetched' },
    '8860001': { ledger: ledger('8860001', []), readAt: NOW, from: 'fetched' },
  },
  answers: {
    ...yes('8841207', '8829914', '8846630', '8838550', '8853318'),
    '8832210': { acknowledged: {}, electronicSecondary: 'no', eobAttached: true },
  },
});

/** Very many claims of one patient. */
export const manyFile = (n: number): PatientFile => {
  const claims = Array.from({ length: n }, (_, i) => {
    const id = String(7_000_000 + i);
    const date = `202${4 + (i % 2)}-${String((i % 12) + 1).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')}`;
    return row(id, date, { patientBalance: is(1000 + i * 7, `claims/${id}/patientBalance`, 'claim-history') });
  });
  const read = claims.filter((_, i) => i % 3 !== 0).map((one) => (one.id.kind === 'read' ? one.id.value : ''));
  return file({
    claims,
    ledgers: Object.fromEntries(
      read.map((id, i) => [
        id,
        { ledger: i % 4 === 0 ? offLedger(id) : goodLedger(id), readAt: NOW, from: 'fetched' as const },
      ]),
    ),
    answers: yes(...read),
  });
};

// --- decisions, unread

const LONG_PRIMARY = 'Blue Prairie Health Cooperative of the Upper Midwest PPO';
const LONG_SECONDARY = 'Larkspur Mutual Retirees’ Supplemental Benefit Trust';

const MARIA = { last: 'CASTELLANOS-WHITFIELD', first: 'MARIA', middle: 'GUADALUPE' };

/** What she accepted in a claim of a patient. */
const answeredWith = (
  patient: PatientFile,
  claim: string,
  reasons: Record<string, string>,
): Answers['acknowledged'] => {
  const cases = engine.casesOf(patient, undefined, mirror(patient, undefined), TODAY);
  const c = cases.find(({ row }) => claimId(row) === claim);
  return c ? accepted(c, reasons, NOW - 60_000) : {};
};

const decisionFile = file({
  strip: aPatient({
    name: is(MARIA, 'patient/name', 'claim-history'),
  }),
  claims: [
    row('8829914', '2026-01-06', {
      appeal: is(true, 'claims/8829914/appeal', 'claim-history', 'Appeal'),
      primaryPayer: is(LONG_PRIMARY, 'claims/8829914/primary', 'claim-history'),
      secondaryPayer: is(LONG_SECONDARY, 'claims/8829914/secondary', 'claim-history'),
      charge: is(1_248_000, 'claims/8829914/charge', 'claim-history'),
      patientPaid: is(4000, 'claims/8829914/patientPaid', 'claim-history', 'Patient paid'),
      patientBalance: is(7840, 'claims/8829914/patientBalance', 'claim-history'),
    }),
  ],
  chart: {
    readAt: NOW,
    chart: aChart({
      policies: [
        aPrimaryPolicy({
          payer: is(LONG_PRIMARY, 'chart/primary/payer', 'chart'),
          insured: is(MARIA, 'chart/primary/insured', 'chart'),
        }),
        aPolicy({
          payer: is(LONG_SECONDARY, 'chart/secondary/payer', 'chart'),
          insured: is(MARIA, 'chart/secondary/insured', 'chart'),
        }),
      ],
    }),
  },
  ledgers: {
    '8829914': {
      readAt: NOW,
      from: 'live',
      ledger: ledger('8829914', [
        aLine({
          ...line('8829914', 1, '27447', [1_248_000, 923_610, 298_050, 8000], '2026-01-06'),
          balance: is(0, 'ledger/8829914/1/balance'),
          patientPaid: is(4000, 'ledger/8829914/1/patientPaid', 'ledger', 'Line 1, patient paid'),
          patientResponsibility: is(11_840, 'ledger/8829914/1/patientResponsibility'),
          postings: [
            aPosting(
              {
                payer: is(LONG_PRIMARY, 'ledger/8829914/1/payer'),
                paid: is(923_610, 'ledger/8829914/1/paid'),
                adjustments: is(
                  [
                    adjustment('CO', '45', 298_050),
                    adjustment('OA', '94', 14_500),
                    adjustment('PR', '1', 8000),
                    adjustment('PR', '2', 3840),
                  ],
                  'ledger/8829914/1/adjustments',
                ),
              },
              'ledger/8829914/1',
            ),
          ],
        }),
      ]),
    },
  },
});

const { chart: _noChart, ...noChart } = file({
  claims: [
    row('8838550', '2026-02-03', {
      patientBalance: smudged('12.3.4', 'claims/8838550/patientBalance', 'claim-history', 'Patient balance'),
    }),
  ],
  ledgers: {},
});

// --- the form

const HITS: SearchHit[] = [
  { insuranceId: 'LM44108220', name: 'OKAFOR, DENISE M', dob: '1958-04-12', path: 'search/1' },
  { insuranceId: 'LM99108221', name: 'OKAFOR, DENNIS R', dob: '1959-05-30', path: 'search/2' },
];

const SEARCH: PayerSearch = {
  payers: [
    { value: '', label: '' },
    { value: '31', label: 'LARKSPUR MUTUAL' },
    { value: '32', label: 'SUMMIT RIDGE HMO' },
  ],
  payer: '31',
  lastName: 'OKAFOR',
  state: 'done',
  hits: HITS,
  message: '',
};

/** The form after the ID was used: the PM has filled patient and insured, the primary's payment is still to come. */
const EMPTY_BOXES = [
  '9',
  '9a',
  '9d',
  '29',
  ...[1, 2].flatMap((n) => [
    `24.${n}.paid`,
    `24.${n}.adjDate`,
    ...[1, 2].flatMap((k) => ['group', 'reason', 'amount'].map((part) => `24.${n}.adj${k}.${part}`)),
  ]),
];

const openForm = (changes: Partial<ClaimForm> = {}, boxes: FormBox[] = []): ClaimForm => {
  const values = Object.fromEntries(EMPTY_BOXES.map((box) => [box, '']));
  const form = aForm({ ...values, '11d': 'N' }, [], { search: SEARCH, ...changes });
  const own = new Map(boxes.map((one) => [one.box, one]));
  return { ...form, boxes: form.boxes.map((one) => own.get(one.box) ?? one) };
};

export const fillForm = openForm({}, [
  aBox('29', '180.00', { touched: true }),
  aBox('11c', 'LARKSPUR GOLD', { touched: true }),
  aBox('9d', '', { state: 'read-only' }),
]);

export const formFrame = (form: ClaimForm): FrameView =>
  frame('claim-form', { form, claimId: '8841207', search: form.search });

export const lookup = (changes: Partial<Lookup> = {}): Lookup => ({
  id: 'l1',
  claim: { patient: KEY, claim: '8841207' },
  payer: 'LARKSPUR MUTUAL',
  option: { value: '31', label: 'LARKSPUR MUTUAL' },
  lastName: 'OKAFOR',
  tabId: TAB,
  startedBy: 'panel',
  state: 'several',
  step: 'result',
  attempt: 1,
  createdAt: NOW - 4000,
  updatedAt: NOW,
  hits: HITS,
  ...changes,
});

const result = (box: string, after: string, changes: Partial<FillResult> = {}): FillResult => ({
  box,
  path: `form/${box}`,
  before: '',
  wanted: after,
  after,
  status: 'filled',
  source: 'Ledger',
  ...changes,
});

const journal = (changes: Partial<FillJournal> = {}): FillJournal => ({
  claimId: '8841207',
  filledAt: NOW,
  results: [
    result('9', 'OKAFOR, DENISE M'),
    result('9a', '2288'),
    result('24.1.paid', '98.40'),
    result('24.2.adjDate', '', {
      wanted: '03/10/2026',
      status: 'refused',
      why: 'The page cleared the box after it was filled, so the panel left it.',
    }),
  ],
  ...changes,
});

const filledForm = aForm({ '24.2.adjDate': '', '29': '180.00' }, [], { search: SEARCH });

const atClaim = (
  patient: PatientFile,
  id: string,
  frames = [HISTORY],
  step: 'check' | 'payer' | 'fill' | 'submit' = 'check',
) => state(patient, frames, claim(id, step));

const ready = file({ answers: yes('8841207') });
const blocked = file({
  claims: [row('8841207', '2026-02-24'), row('8832210', '2025-12-15')],
  ledgers: {
    '8841207': { ledger: offLedger('8841207'), readAt: NOW, from: 'fetched' },
    '8832210': { ledger: goodLedger('8832210', '2025-12-15'), readAt: NOW, from: 'fetched' },
  },
  answers: yes('8841207', '8832210'),
});

const LOOKUPS: Lookup[] = [
  lookup({ id: 'l2', state: 'searching', step: 'press', hits: [], leaseUntil: NOW + 20_000 }),
  lookup({ id: 'l3', state: 'queued', payer: 'HARBOR TRADES TRUST', hits: [] }),
  lookup({ id: 'l4', state: 'found', payer: 'SILVERLINE INS CO', hits: HITS.slice(0, 1), updatedAt: NOW - 120_000 }),
  lookup({ id: 'l1', updatedAt: NOW - 60_000 }),
  lookup({
    id: 'l5',
    state: 'none',
    lastName: 'NGUYEN',
    hits: [],
    reason: 'Nothing was found. Try the name on the card.',
  }),
  lookup({
    id: 'l6',
    state: 'failed',
    lastName: 'ABERNATHY',
    attempt: 2,
    hits: [],
    reason: 'The page answered with an error, 2 tries.',
  }),
  lookup({ id: 'l7', state: 'lost', lastName: 'LEE', hits: [], reason: 'The tab was closed during the search.' }),
];

const nothing = (tab: ActiveTab, access: Access = 'granted'): State => ({
  mirror: mirror(undefined, undefined),
  tab,
  access,
});

export const HOSTILE = `<img src=x onerror=alert(1)> \u202Egnp.exe\u2066 ${'x'.repeat(100_000)}`;

export const STATES: Record<string, State> = {
  claims: state(claimsFile, [HISTORY]),
  many: state(manyFile(204), [HISTORY], undefined, { lookups: [lookup({ state: 'searching', hits: [] })] }),
  ready: atClaim(ready, '8841207'),
  blocked: atClaim(blocked, '8841207'),
  crossover: atClaim(claimsFile, '8853318'),
  question: atClaim(
    file({
      claims: [
        row('8841207', '2026-02-24', {
          primaryPayer: is('MEDICARE PART B TEXAS', 'claims/8841207/primaryPayer', 'claim-history'),
        }),
      ],
      answers: yes('8841207'),
    }),
    '8841207',
  ),
  unread: atClaim(noChart, '8838550'),
  decision: atClaim(decisionFile, '8829914'),
  answered: atClaim(
    {
      ...decisionFile,
      answers: {
        '8829914': {
          acknowledged: answeredWith(decisionFile, '8829914', {
            C021: 'The appeal is about another line',
            C068: 'The patient knows',
          }),
          electronicSecondary: 'yes',
        },
      },
    },
    '8829914',
  ),
  waiting: atClaim(claimsFile, '8860001'),
  'no-secondary': atClaim(
    file({
      claims: [row('8841207', '2026-02-24', { secondaryPayer: absent })],
      chart: { readAt: NOW, chart: aChart({ policies: [aPrimaryPolicy()] }) },
    }),
    '8841207',
  ),
  'payer-start': state(
    ready,
    [
      formFrame(
        openForm({ search: { ...SEARCH, payer: '', lastName: '', state: 'none', hits: [] } }, [aBox('1a', '')]),
      ),
    ],
    claim('8841207', 'payer'),
  ),
  'payer-unlisted': state(
    ready,
    [
      formFrame(
        openForm(
          {
            search: { ...SEARCH, payers: [{ value: '40', label: 'LM HEALTH' }], payer: '40', state: 'none', hits: [] },
          },
          [aBox('1a', '')],
        ),
      ),
    ],
    claim('8841207', 'payer'),
  ),
  searching: state(
    ready,
    [formFrame(openForm({ search: { ...SEARCH, state: 'busy', hits: [] } }, [aBox('1a', '')]))],
    claim('8841207', 'payer'),
    {
      lookups: [lookup({ state: 'searching', step: 'press', hits: [] })],
    },
  ),
  lookup: state(ready, [formFrame(openForm({}, [aBox('1a', '')]))], claim('8841207', 'payer'), { lookups: [lookup()] }),
  'lookup-failed': state(
    ready,
    [formFrame(openForm({ search: { ...SEARCH, hits: [] } }, [aBox('1a', '')]))],
    claim('8841207', 'payer'),
    {
      lookups: [lookup({ state: 'failed', attempt: 2, hits: [], reason: 'The page answered with an error, 2 tries.' })],
    },
  ),
  prefill: state(ready, [formFrame(fillForm)], claim('8841207', 'fill')),
  'prefill-blocked': state(blocked, [formFrame(fillForm)], claim('8841207', 'fill')),
  'no-form': atClaim(ready, '8841207', [HISTORY], 'fill'),
  filled: state({ ...ready, journals: { '8841207': journal() } }, [formFrame(filledForm)], claim('8841207', 'fill')),
  undone: state(
    {
      ...ready,
      journals: {
        '8841207': journal({
          undone: { at: NOW, putBack: 2, stayed: [{ box: '9a', why: 'The box was changed since.' }] },
        }),
      },
    },
    [formFrame(fillForm)],
    claim('8841207', 'fill'),
  ),
  'not-submitted': state(ready, [formFrame(filledForm)], claim('8841207', 'submit')),
  refused: state(
    {
      ...blocked,
      outcomes: {
        '8841207': {
          kind: 'refused',
          at: NOW,
          messages: [
            {
              text: 'Service line 2: charge does not equal payment plus adjustments.',
              box: '24.2.paid',
              place: { page: 'claim-form', path: 'form/24.2.paid', label: 'Box 24, line 2' },
            },
            {
              text: 'Adjudication date is required.',
              box: '24.3.adjDate',
              place: { page: 'claim-form', path: 'form/24.3.adjDate', label: 'Box 24, line 3' },
            },
            { text: 'Transaction 4417 incomplete.' },
          ],
        },
      },
    },
    [formFrame(filledForm)],
    claim('8841207', 'submit'),
  ),
  accepted: atClaim(
    {
      ...ready,
      claims: [
        ...ready.claims,
        row('8832210', '2025-12-15'),
        row('8860142', '2026-02-24', { level: is('S', 'claims/8860142/level', 'claim-history'), actions: [] }),
      ],
      ledgers: {
        ...ready.ledgers,
        '8832210': { ledger: goodLedger('8832210', '2025-12-15'), readAt: NOW, from: 'fetched' },
      },
      answers: yes('8841207', '8832210'),
      picked: { '8841207': HITS[0] as SearchHit },
      journals: { '8841207': journal() },
      outcomes: {
        '8841207': {
          kind: 'accepted',
          at: NOW,
          claimId: '8860142',
          status: 'accepted',
          statusShown: 'HF Accepted',
          patientBalance: { before: 3727, after: 0 },
          insuranceBalance: { before: 0, after: 3727 },
          moved: 'yes',
        },
      },
    },
    '8841207',
    [HISTORY],
    'submit',
  ),
  lookups: { ...state(claimsFile, [HISTORY], { at: 'lookups' }, { lookups: LOOKUPS }) },
  'no-lookups': state(claimsFile, [HISTORY], { at: 'lookups' }),
  shortcuts: state(claimsFile, [HISTORY], { at: 'shortcuts' }),
  about: state(claimsFile, [HISTORY], { at: 'about' }),
  rules: state(claimsFile, [HISTORY], { at: 'rules', rule: 'C005' }),
  empty: state(file({ claims: [], ledgers: {} }), [HISTORY]),
  'cut-off': state(
    file({
      ...claimsFile,
      claimsComplete: false,
      problems: [
        {
          kind: 'cut-off',
          text: 'The page ended in the middle of row 12. 11 claims were read, the rest is not known.',
        },
      ],
    }),
    [frame('claim-history', { complete: false, problems: [{ kind: 'cut-off', text: 'cut' }] })],
  ),
  reading: state(less(file({ ...claimsFile, claimsComplete: false }), 'claimsReadAt'), [
    frame('claim-history', { complete: false }),
  ]),
  'not-pm': {
    mirror: mirror(claimsFile, undefined),
    tab: { tabId: 9, isPm: false, silent: false },
    access: 'granted',
  },
  'no-claims': state(undefined, [less(frame('payer-search'), 'patient')]),
  'unknown-page': state(undefined, [less(frame('unknown'), 'patient')]),
  'no-permission': nothing({ tabId: TAB, isPm: false, silent: false }, 'missing'),
  'permission-refused': nothing({ tabId: TAB, isPm: false, silent: false }, 'refused'),
  'permission-taken': nothing({ tabId: TAB, isPm: false, silent: false }, 'taken-back'),
  reload: nothing({ ...PM_TAB, silent: true }),
  expired: state({ ...claimsFile, journals: { '8841207': journal() } }, [less(frame('login'), 'patient')], undefined, {
    lookups: [lookup({ state: 'searching', signedOut: true, hits: [] })],
  }),
  hostile: state(
    file({
      strip: aPatient({
        name: is({ last: HOSTILE.slice(0, 2000), first: 'DENISE', middle: '' }, 'p', 'claim-history'),
      }),
      claims: [
        row('8841207', '2026-02-24', {
          primaryPayer: is(HOSTILE, 'claims/8841207/primary', 'claim-history'),
          secondaryPayer: is(HOSTILE, 'claims/8841207/secondary', 'claim-history'),
          patientBalance: smudged(HOSTILE, 'claims/8841207/patientBalance', 'claim-history', HOSTILE),
        }),
      ],
      problems: [{ kind: 'unreadable', text: HOSTILE }],
    }),
    [HISTORY],
  ),
  'hostile-claim': state(
    file({
      claims: [row('8841207', '2026-02-24', { primaryPayer: is(HOSTILE, 'claims/8841207/primary', 'claim-history') })],
      outcomes: { '8841207': { kind: 'refused', at: NOW, messages: [{ text: HOSTILE }, { text: HOSTILE }] } },
    }),
    [HISTORY],
    claim('8841207', 'submit'),
  ),
};
