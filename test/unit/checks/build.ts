/**
 * Fixtures: one complete claim that every check passes, with small ways to change it.
 * The people, payers and numbers are made up. `aCase()` is ready to be billed electronically; no form is open yet.
 */
import { BOXES, FORM_LINES } from '../../../lib/claim/boxes';
import type { Case, PayerFacts } from '../../../lib/claim/case';
import type {
  Address,
  Adjustment,
  Chart,
  ClaimRow,
  CrossoverSign,
  Ledger,
  LedgerLine,
  PatientStrip,
  Policy,
  Posting,
} from '../../../lib/claim/claim';
import type { CoverageAnswers } from '../../../lib/claim/coverage';
import type { ClaimForm, FormBox } from '../../../lib/claim/form';
import { formatMoney } from '../../../lib/claim/money';
import { absent, known, type PageKind, type Reading, read, unreadable } from '../../../lib/claim/reading';

export { absent };

export const TODAY = '2026-04-02';
export const DOS = '2026-02-24';
export const CHECK_DATE = '2026-03-10';
export const CLAIM_ID = '8841207';

/** A reading that stands on a page. */
export const is = <T>(value: T, path = 'x', page: PageKind = 'ledger', label = path): Reading<T> =>
  read(value, typeof value === 'number' ? formatMoney(value) : String(value), { page, path, label });

/** A reading that stands on a page and cannot be read. */
export const smudged = (raw: string, path = 'x', page: PageKind = 'ledger', label = path): Reading<never> =>
  unreadable(raw, `"${raw}" cannot be read`, { page, path, label });

export const adjustment = (group: Adjustment['group'], carc: string, amount: number): Adjustment => ({
  group,
  carc,
  amount,
  raw: `${group}-${carc} ${formatMoney(amount)}`,
});

export const aPosting = (changes: Partial<Posting> = {}, path = 'ledger/8841207/1'): Posting => ({
  level: is('P', `${path}/level`),
  payer: is('BRIGHTWATER PPO', `${path}/payer`),
  paid: is(9840, `${path}/paid`),
  adjustments: is([adjustment('CO', '45', 4200), adjustment('PR', '2', 2460)], `${path}/adjustments`),
  date: is(CHECK_DATE, `${path}/date`),
  remarks: is('', `${path}/remarks`),
  ...changes,
});

/** Line 1: 99214-25, 165.00 = 98.40 paid + 42.00 CO-45 + 24.60 PR-2. */
export const aLine = (changes: Partial<LedgerLine> = {}): LedgerLine => {
  const path = `ledger/8841207/${changes.n ?? 1}`;
  return {
    n: 1,
    dos: is(DOS, `${path}/dos`),
    procedure: is('99214', `${path}/procedure`),
    modifiers: is(['25'], `${path}/modifiers`),
    units: is(1, `${path}/units`),
    charge: is(16500, `${path}/charge`),
    insurancePaid: is(9840, `${path}/insurancePaid`),
    patientPaid: is(0, `${path}/patientPaid`),
    patientResponsibility: is(2460, `${path}/patientResponsibility`),
    balance: is(0, `${path}/balance`, 'ledger', `Line ${changes.n ?? 1}, balance`),
    postings: [aPosting({}, path)],
    ...changes,
  };
};

/** Line 2: 97110, 85.00 = 50.69 paid + 21.64 CO-45 + 12.67 PR-2. */
export const aSecondLine = (changes: Partial<LedgerLine> = {}): LedgerLine =>
  aLine({
    n: 2,
    procedure: is('97110', 'ledger/8841207/2/procedure'),
    modifiers: is([], 'ledger/8841207/2/modifiers'),
    charge: is(8500, 'ledger/8841207/2/charge'),
    insurancePaid: is(5069, 'ledger/8841207/2/insurancePaid'),
    patientResponsibility: is(1267, 'ledger/8841207/2/patientResponsibility'),
    postings: [
      aPosting(
        {
          paid: is(5069, 'ledger/8841207/2/paid'),
          adjustments: is([adjustment('CO', '45', 2164), adjustment('PR', '2', 1267)], 'ledger/8841207/2/adjustments'),
        },
        'ledger/8841207/2',
      ),
    ],
    ...changes,
  });

/** The ledger of both lines; its total of patient payments is that of its lines. */
export const aLedger = ({ lines = [aLine(), aSecondLine()], ...changes }: Partial<Ledger> = {}): Ledger => ({
  claimId: is(CLAIM_ID, 'ledger/8841207/id'),
  lines,
  totalCharge: is(25000, 'ledger/8841207/totalCharge'),
  totalBalance: is(0, 'ledger/8841207/totalBalance'),
  insuranceBalance: is(0, 'ledger/8841207/insuranceBalance'),
  patientBalance: is(3727, 'ledger/8841207/patientBalance'),
  patientPaid: is(
    lines.reduce((sum, line) => sum + (known(line.patientPaid) ?? 0), 0),
    'ledger/8841207/patientPaid',
  ),
  statementSent: absent,
  writtenOff: absent,
  crossover: [],
  ...changes,
});

const onHistory = <T>(value: T, what: string): Reading<T> =>
  is(value, `claims/${CLAIM_ID}/${what}`, 'claim-history', what);

export const aRow = (changes: Partial<ClaimRow> = {}): ClaimRow => ({
  id: onHistory(CLAIM_ID, 'id'),
  pcn: absent,
  dos: onHistory({ from: DOS, to: DOS }, 'dos'),
  status: read('finalized', 'Finalized', { page: 'claim-history', path: `claims/${CLAIM_ID}/status`, label: 'Status' }),
  level: onHistory('P', 'level'),
  primaryPayer: onHistory('BRIGHTWATER PPO', 'primaryPayer'),
  secondaryPayer: onHistory('LARKSPUR MUTUAL', 'secondaryPayer'),
  charge: onHistory(25000, 'charge'),
  insurancePaid: onHistory(14909, 'insurancePaid'),
  patientPaid: onHistory(0, 'patientPaid'),
  adjusted: onHistory(6364, 'adjusted'),
  insuranceBalance: onHistory(0, 'insuranceBalance'),
  patientBalance: onHistory(3727, 'patientBalance'),
  notes: onHistory('', 'notes'),
  appeal: absent,
  excluded: absent,
  writtenOff: absent,
  crossover: [],
  actions: [
    { kind: 'cob', label: 'COB', enabled: true, path: `claims/${CLAIM_ID}/cob` },
    {
      kind: 'ledger',
      label: 'Ledger',
      enabled: true,
      path: `claims/${CLAIM_ID}/ledger`,
      href: 'https://txn2.healthfusionclaims.com/electronic/pm/action.do?ACTION_NAME=CHARGE_LEDGER&CLAIM_ID=8841207',
    },
  ],
  ...changes,
});

/** The secondary claim object made from the claim, as a sibling row. */
export const aSecondaryRow = (changes: Partial<ClaimRow> = {}): ClaimRow =>
  aRow({
    id: is('8841299', 'claims/8841299/id', 'claim-history'),
    level: is('S', 'claims/8841299/level', 'claim-history'),
    status: read('accepted', 'HF Accepted', { page: 'claim-history', path: 'claims/8841299/status', label: 'Status' }),
    actions: [],
    ...changes,
  });

export const ADDRESS: Address = { line1: '12 ELM ST', city: 'AUSTIN', state: 'TX', zip: '78701', phone: '5125550117' };

const inChart = <T>(value: T, path: string): Reading<T> => is(value, `chart/${path}`, 'chart', path);

/** The patient's own secondary policy. */
export const aPolicy = (changes: Partial<Policy> = {}): Policy => ({
  rank: inChart('secondary', 'secondary/rank'),
  active: inChart(true, 'secondary/active'),
  payer: inChart('LARKSPUR MUTUAL', 'secondary/payer'),
  payerId: inChart('LKM07', 'secondary/payerId'),
  memberId: inChart('LM44108220', 'secondary/memberId'),
  group: inChart('77120', 'secondary/group'),
  plan: inChart('LARKSPUR CHOICE', 'secondary/plan'),
  type: inChart('Commercial', 'secondary/type'),
  insured: inChart({ last: 'OKAFOR', first: 'DENISE', middle: 'M' }, 'secondary/insured'),
  insuredDob: inChart('1958-04-12', 'secondary/insuredDob'),
  insuredSex: inChart('F', 'secondary/insuredSex'),
  insuredAddress: inChart(ADDRESS, 'secondary/insuredAddress'),
  relationship: inChart('self', 'secondary/relationship'),
  effective: inChart('2024-01-01', 'secondary/effective'),
  terminated: absent,
  electronicSecondary: absent,
  path: 'chart/policy/secondary',
  ...changes,
});

export const aPrimaryPolicy = (changes: Partial<Policy> = {}): Policy =>
  aPolicy({
    rank: inChart('primary', 'primary/rank'),
    payer: inChart('BRIGHTWATER PPO', 'primary/payer'),
    payerId: inChart('BRW01', 'primary/payerId'),
    memberId: inChart('BW2288401', 'primary/memberId'),
    group: inChart('2288', 'primary/group'),
    plan: inChart('BRIGHTWATER PPO', 'primary/plan'),
    path: 'chart/policy/primary',
    ...changes,
  });

export const aChart = (changes: Partial<Chart> = {}): Chart => ({
  sex: inChart('F', 'sex'),
  address: inChart(ADDRESS, 'address'),
  policies: [aPrimaryPolicy(), aPolicy()],
  patientBalance: inChart(3727, 'patientBalance'),
  ...changes,
});

export const aPatient = (changes: Partial<PatientStrip> = {}): PatientStrip => ({
  name: is({ last: 'OKAFOR', first: 'DENISE', middle: 'M' }, 'patient/name', 'claim-history'),
  chart: is('HF204417', 'patient/chart', 'claim-history'),
  dob: is('1958-04-12', 'patient/dob', 'claim-history'),
  ...changes,
});

export const BRIGHTWATER: PayerFacts = {
  name: 'BRIGHTWATER PPO',
  payerId: 'BRW01',
  kind: 'commercial',
  electronicSecondary: 'yes',
};
/** Its list says: a year from the last day of service. */
export const LARKSPUR: PayerFacts = {
  name: 'LARKSPUR MUTUAL',
  payerId: 'LKM07',
  kind: 'commercial',
  electronicSecondary: 'yes',
  filing: { rule: { basis: 'DOS_TO', value: 1, unit: 'Y' }, says: 'Claim Post', asOf: '2026-01-15' },
};
export const MEDICARE: PayerFacts = {
  name: 'MEDICARE PART B TEXAS',
  payerId: '04412',
  kind: 'medicare',
  electronicSecondary: 'yes',
};

/** A complete claim that is ready, with any part replaced. */
export const aCase = (changes: Partial<Case> = {}): Case => ({
  today: TODAY,
  patient: aPatient(),
  row: aRow(),
  siblings: [],
  ledger: aLedger(),
  chart: aChart(),
  primary: BRIGHTWATER,
  secondary: LARKSPUR,
  answers: { acknowledged: {} },
  sources: { claimHistoryReadAt: 1, ledgerReadAt: 1, chartReadAt: 1 },
  ...changes,
});

/** The case without one of its sources: a page that was not read in this session. */
export const without = <K extends 'ledger' | 'chart' | 'form' | 'secondary' | 'picked'>(c: Case, part: K): Case => {
  const { [part]: _dropped, ...rest } = c;
  return rest as Case;
};

export const forwarded = (text = 'MA18 forwarded to supplemental insurer'): CrossoverSign => ({
  says: 'forwarded',
  code: 'MA18',
  text,
  page: is(text, 'ledger/8841207/1/remarks'),
});

export const notForwarded = (text = 'MA19 not sent to Medigap insurer'): CrossoverSign => ({
  says: 'not-forwarded',
  code: 'MA19',
  text,
  page: is(text, 'ledger/8841207/1/remarks'),
});

const medicarePosting = (paid: number, ...adjustments: Adjustment[]): Posting =>
  aPosting({ paid: is(paid), adjustments: is(adjustments) });

/** Both lines as Medicare pays them, 2 % of it cut: 42.00 = 39.99 CO-45 + 2.01 CO-253, and 21.64 = 20.61 + 1.03. */
const medicareLines = (): LedgerLine[] => [
  aLine({
    postings: [
      medicarePosting(9840, adjustment('CO', '45', 3999), adjustment('CO', '253', 201), adjustment('PR', '2', 2460)),
    ],
  }),
  aSecondLine({
    postings: [
      medicarePosting(5069, adjustment('CO', '45', 2061), adjustment('CO', '253', 103), adjustment('PR', '2', 1267)),
    ],
  }),
];

/** What the biller said: the plan behind Medicare is of a retiree, and Medicare is for age. */
export const RETIREE: CoverageAnswers = { plans: { [LARKSPUR.name]: { basis: 'retired' } }, medicareFor: ['age'] };

/** Medicare first, the plan of a retiree second, and what Medicare's remittance says about forwarding. */
export const aMedicareCase = (signs: CrossoverSign[], changes: Partial<Case> = {}): Case =>
  aCase({
    primary: MEDICARE,
    row: aRow({ primaryPayer: is(MEDICARE.name, 'claims/8841207/primaryPayer', 'claim-history') }),
    ledger: aLedger({ crossover: signs, lines: medicareLines() }),
    coverage: RETIREE,
    chart: aChart({
      policies: [
        aPrimaryPolicy({
          payer: inChart(MEDICARE.name, 'primary/payer'),
          payerId: inChart('04412', 'primary/payerId'),
          memberId: inChart('1EG4TE5MK73', 'primary/memberId'),
        }),
        aPolicy(),
      ],
    }),
    ...changes,
  });

const YES_NO = [
  { value: 'Y', label: 'YES' },
  { value: 'N', label: 'NO' },
];

/** What the boxes of a rightly filled form hold, destination-payer view, as the controls hold it. */
export const FORM_VALUES: Readonly<Record<string, string>> = {
  payer: '31',
  transmission: 'E',
  '1a': 'LM44108220',
  '2': 'OKAFOR, DENISE M',
  '3': '04/12/1958',
  '3.sex': 'F',
  '4': 'OKAFOR, DENISE M',
  '6': 'SELF',
  '7.street': '12 ELM ST',
  '7.city': 'AUSTIN',
  '7.state': 'TX',
  '7.zip': '78701',
  '9': 'OKAFOR, DENISE M',
  '9a': '2288',
  '9d': 'BRIGHTWATER PPO',
  '10a': 'N',
  '10b': 'N',
  '10c': 'N',
  '11': '77120',
  '11a': '04/12/1958',
  '11a.sex': 'F',
  '11c': 'LARKSPUR CHOICE',
  '11d': 'Y',
  '12': 'SIGNATURE ON FILE',
  '13': 'SIGNATURE ON FILE',
  '21.A': 'M54.50',
  '22': '',
  '22.ref': '',
  '23': '',
  '26': '8841207',
  '27': 'Y',
  '28': '250.00',
  '29': '149.09',
  ...aFormLine(1, '99214', '25', '165.00', '98.40', ['CO', '45', '42.00'], ['PR', '2', '24.60']),
  ...aFormLine(2, '97110', '', '85.00', '50.69', ['CO', '45', '21.64'], ['PR', '2', '12.67']),
  ...Object.fromEntries(
    Array.from({ length: FORM_LINES - 2 }, (_, i) => i + 3).flatMap((n) =>
      Object.entries(aFormLine(n, '', '', '', '')),
    ),
  ),
};

function aFormLine(
  n: number,
  code: string,
  modifier: string,
  charge: string,
  paid: string,
  ...adjustments: string[][]
) {
  const filled = code !== '';
  const values: Record<string, string> = {
    [`24.${n}.A.from`]: filled ? '02/24/2026' : '',
    [`24.${n}.A.to`]: filled ? '02/24/2026' : '',
    [`24.${n}.B`]: filled ? '11' : '',
    [`24.${n}.D`]: code,
    [`24.${n}.mod1`]: modifier,
    [`24.${n}.mod2`]: '',
    [`24.${n}.F`]: charge,
    [`24.${n}.G`]: filled ? '1' : '',
    [`24.${n}.paid`]: paid,
    [`24.${n}.adjDate`]: filled ? '03/10/2026' : '',
  };
  for (const k of [1, 2, 3]) {
    const [group = '', reason = '', amount = ''] = adjustments[k - 1] ?? [];
    values[`24.${n}.adj${k}.group`] = group;
    values[`24.${n}.adj${k}.reason`] = reason;
    values[`24.${n}.adj${k}.amount`] = amount;
  }
  return values;
}

/** One box as it stands on the page. */
export const aBox = (id: string, value: string, changes: Partial<FormBox> = {}): FormBox => {
  const yesNo = BOXES.get(id)?.kind === 'yes-no';
  const options = yesNo ? { options: YES_NO } : {};
  return {
    box: id,
    control: yesNo ? 'radio' : 'text',
    value,
    shown: yesNo ? (YES_NO.find((o) => o.value === value)?.label ?? '') : value,
    ...options,
    state: 'open',
    touched: false,
    place: { page: 'claim-form', path: `form/${id}`, label: `Box ${id}` },
    ...changes,
  };
};

const PAYER_OPTIONS = [
  { value: '', label: '' },
  { value: '30', label: 'BRIGHTWATER PPO' },
  { value: '31', label: 'LARKSPUR MUTUAL' },
  { value: '32', label: 'MEDICARE PART B TEXAS' },
];

const TRANSMISSIONS: ClaimForm['transmission']['options'] = [
  { value: 'E', label: 'Electronic', means: 'electronic' },
  { value: 'P', label: 'Print Locally on CMS-1500', means: 'paper' },
];

/** The form, rightly filled; `values` changes boxes, `drop` leaves boxes off the page. */
export const aForm = (values: Record<string, string> = {}, drop: string[] = [], changes: Partial<ClaimForm> = {}) => {
  const all = Object.entries({ ...FORM_VALUES, ...values }).filter(([id]) => !drop.includes(id));
  const boxes = all.map(([id, value]) => {
    const options = id === 'payer' ? PAYER_OPTIONS : id === 'transmission' ? TRANSMISSIONS : undefined;
    if (!options) return aBox(id, value);
    const shown = options.find((o) => o.value === value)?.label ?? '';
    return aBox(id, value, {
      control: 'select',
      options: options.map((o) => ({ value: o.value, label: o.label })),
      shown,
    });
  });
  const form: ClaimForm = {
    claimId: CLAIM_ID,
    boxes,
    search: { payers: PAYER_OPTIONS, payer: '31', lastName: '', state: 'none', hits: [], message: '' },
    transmission: { value: values.transmission ?? 'E', options: TRANSMISSIONS },
    messages: [],
    submitLabel: 'Submit',
    ...changes,
  };
  return form;
};

/** The ready case with its form open. */
export const aFormCase = (
  values: Record<string, string> = {},
  drop: string[] = [],
  changes: Partial<Case> = {},
): Case =>
  aCase({
    form: aForm(values, drop),
    sources: { claimHistoryReadAt: 1, ledgerReadAt: 1, chartReadAt: 1, formReadAt: 1 },
    ...changes,
  });
