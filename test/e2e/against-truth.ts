import { isDeepStrictEqual } from 'node:util';
import type { Chart, ClaimRow, Ledger, LedgerLine, PayerLevel, Policy } from '../../lib/claim/claim';
import type { ClaimForm } from '../../lib/claim/form';
import type { Reading } from '../../lib/claim/reading';
import { type FormValues, openingValues } from '../pm/form';
import {
  accountBalances,
  adjustmentsOf,
  adjustmentsOnLedger,
  type Claim,
  crossoverRemark,
  lineInsuranceBalance,
  type Patient,
  type Person,
  type Policy as PmPolicy,
  paidOnLedger,
  payerName,
  payerOf,
  policiesOf,
  policyOf,
  responsibilityOnLedger,
  type Status,
  type Truth,
  totalsOf,
} from '../pm/truth';
import type { Variant } from '../pm/variants';

/** One thing that a page shows, beside what the extension read of it. `truth` is undefined where the page shows nothing. */
interface Fact {
  path: string;
  truth: unknown;
  reading: Reading<unknown> | undefined;
}

/** What differs between truth and reading. A wrong value is never right; an unread one needs a reason. */
export interface Differences {
  facts: number;
  wrong: string[];
  unread: string[];
}

const EMPTY: readonly unknown[] = ['', false];

const shown = (value: unknown): string => JSON.stringify(value) ?? 'nothing';

/** Sorts facts into right, wrong and unread. An empty text or a mark that is not set may be read or not. */
export const compare = (facts: readonly Fact[]): Differences => {
  const out: Differences = { facts: facts.length, wrong: [], unread: [] };
  for (const { path, truth, reading } of facts) {
    if (reading?.kind === 'read') {
      const isRight = truth === undefined ? EMPTY.includes(reading.value) : isDeepStrictEqual(reading.value, truth);
      if (!isRight) out.wrong.push(`${path}: ${shown(reading.value)}, in truth ${shown(truth)}`);
    } else if (truth !== undefined && !EMPTY.includes(truth)) {
      const why =
        reading?.kind === 'unreadable' ? `${shown(reading.raw)} ${reading.why}` : (reading?.kind ?? 'no such');
      out.unread.push(`${path}: ${why}, in truth ${shown(truth)}`);
    }
  }
  return out;
};

export const together = (all: readonly Differences[]): Differences => ({
  facts: all.reduce((sum, { facts }) => sum + facts, 0),
  wrong: all.flatMap(({ wrong }) => wrong),
  unread: all.flatMap(({ unread }) => unread),
});

const orNothing = <T>(value: T, nothing: T): T | undefined => (value === nothing ? undefined : value);

/** A thing that has to be there exactly: a row, a line, a policy. */
const exactly = (path: string, truth: unknown, got: unknown): Fact => ({
  path,
  truth,
  reading: { kind: 'read', value: got, raw: '', place: { page: 'unknown', path, label: path } },
});

const STATUS: Record<Status, string> = {
  'User Hold': 'user-hold',
  'HF Rejected': 'rejected',
  'HF Accepted': 'accepted',
  'Paper Accepted': 'paper-accepted',
  'Sent to Payer': 'sent',
  Acknowledged: 'received',
  Received: 'received',
  Rejected: 'payer-rejected',
  'Payer Rejected': 'payer-rejected',
  Finalized: 'finalized',
};

const LEVEL = { Primary: 'P', Secondary: 'S' } as const;

const signs = (claim: Claim): string[] => [
  ...new Set(
    [...claim.notes, ...claim.lines.flatMap((line) => line.postings.flatMap((posting) => posting.remarks))].flatMap(
      (words) =>
        /^(MA19|N387)/.test(words) ? ['not-forwarded'] : /^(MA18|Forwarded)/.test(words) ? ['forwarded'] : [],
    ),
  ),
];

const signsOfNotes = (claim: Claim): string[] =>
  claim.notes.some((note) => note.startsWith('Forwarded')) ? ['forwarded'] : [];

const rowFacts = (truth: Truth, claim: Claim, row: ClaimRow): Fact[] => {
  const path = (field: string) => `claims/${claim.id}/${field}`;
  const totals = totalsOf(claim);
  const fact = (field: keyof ClaimRow, value: unknown): Fact => ({
    path: path(field),
    truth: value,
    reading: row[field] as Reading<unknown>,
  });
  return [
    fact('id', claim.id),
    fact('pcn', undefined),
    fact('dos', { from: claim.lines[0]?.from, to: claim.lines.at(-1)?.to }),
    fact('status', STATUS[claim.status]),
    fact('level', LEVEL[claim.level]),
    fact('primaryPayer', payerName(truth, policyOf(truth, claim.primary))),
    fact('secondaryPayer', orNothing(payerName(truth, policyOf(truth, claim.secondary)), '')),
    fact('charge', totals.charge),
    fact('insurancePaid', totals.insurancePaid),
    fact('patientPaid', undefined),
    fact('adjusted', totals.adjustments),
    fact('insuranceBalance', totals.insuranceBalance),
    fact('patientBalance', totals.patientBalance),
    fact('appeal', orNothing(claim.appeal, false)),
    fact('excluded', orNothing(claim.excluded, false)),
    fact('writtenOff', claim.lines.some((line) => line.writtenOff > 0) || undefined),
    exactly(path('crossover'), signsOfNotes(claim), [...new Set(row.crossover.map(({ says }) => says))]),
    exactly(
      path('cob'),
      claim.level === 'Primary' && claim.status === 'Finalized',
      row.actions.some(({ kind, enabled }) => kind === 'cob' && enabled),
    ),
  ];
};

/** Claim History against the truth: every claim of the patient once, nothing else. */
export const claimsAgainst = (truth: Truth, patient: Patient, rows: readonly ClaimRow[]): Differences => {
  const claims = truth.claims.filter((claim) => claim.patientId === patient.id);
  const idOf = ({ id }: ClaimRow) => (id.kind === 'read' ? id.value : '?');
  const ids = exactly(`claims of ${patient.chart}`, claims.map(({ id }) => id).toSorted(), rows.map(idOf).toSorted());
  const facts = claims.flatMap((claim) => {
    const row = rows.find((one) => idOf(one) === claim.id);
    return row ? rowFacts(truth, claim, row) : [];
  });
  return compare([ids, ...facts]);
};

const net = (adjustments: readonly { group: string; carc: string; amount: number }[]): string[] => {
  const sums = new Map<string, number>();
  for (const { group, carc, amount } of adjustments) {
    sums.set(`${group}-${carc}`, (sums.get(`${group}-${carc}`) ?? 0) + amount);
  }
  return [...sums].flatMap(([code, amount]) => (amount === 0 ? [] : [`${code} ${amount}`])).toSorted();
};

/** All postings of a level as one: paid and adjustments net. Unread as soon as one of them is not read. */
const postedOf = (line: LedgerLine, level: PayerLevel) => {
  const postings = line.postings.filter((posting) => posting.level.kind === 'read' && posting.level.value === level);
  const sumOf = <T, R>(readings: Reading<T>[], add: (values: T[]) => R): Reading<R> => {
    const unread = readings.find((reading) => reading.kind !== 'read');
    if (unread) return unread as Reading<R>;
    const values = readings.flatMap((reading) => (reading.kind === 'read' ? [reading.value] : []));
    return { kind: 'read', value: add(values), raw: '', place: { page: 'ledger', path: '', label: '' } };
  };
  return {
    count: postings.length,
    paid: sumOf(
      postings.map(({ paid }) => paid),
      (values) => values.reduce((sum, value) => sum + value, 0),
    ),
    adjustments: sumOf(
      postings.map(({ adjustments }) => adjustments),
      (values) => net(values.flat()),
    ),
    dates: sumOf(
      postings.map(({ date }) => date),
      (values) => values,
    ),
    payers: sumOf(
      postings.map(({ payer }) => payer),
      (values) => [...new Set(values)],
    ),
  };
};

/** A secondary claim's ledger shows the primary's adjustments without what went on to the secondary. */
const shownOf = (claim: Claim, line: Claim['lines'][number], level: Claim['level']) =>
  adjustmentsOf(line, level).filter(({ group }) => claim.level === level || group !== 'PR');

const lineFacts = (truth: Truth, claim: Claim, n: number, line: LedgerLine): Fact[] => {
  const own = claim.lines[n - 1];
  if (!own) return [exactly(`ledger/${claim.id}/${n}`, 'no such line', 'a line')];
  const path = (field: string) => `ledger/${claim.id}/${n}/${field}`;
  const fact = (field: string, value: unknown, reading: Reading<unknown>): Fact => ({
    path: path(field),
    truth: value,
    reading,
  });
  const isPosted = own.postings.length > 0;
  const levels = claim.level === 'Primary' ? (['Primary'] as const) : (['Primary', 'Secondary'] as const);
  const postings = levels.flatMap((level) => {
    const real = own.postings.filter((posting) => posting.level === level);
    const read = postedOf(line, LEVEL[level]);
    if (real.length === 0) return [exactly(path(`${level}/postings`), 0, read.count)];
    // What one payer paid, took back and paid again is one answer of that payer, of the day of the last.
    const payers = new Set(real.map(({ payerId }) => payerId));
    return [
      exactly(path(`${level}/postings`), payers.size, read.count),
      fact(
        `${level}/paid`,
        real.reduce((sum, { paid }) => sum + paid, 0),
        read.paid,
      ),
      fact(`${level}/adjustments`, net(shownOf(claim, own, level)), read.adjustments),
      fact(
        `${level}/dates`,
        real
          .map(({ checkDate }) => checkDate)
          .toSorted()
          .slice(-1),
        read.dates,
      ),
      fact(`${level}/payers`, [...new Set(real.map(({ payerId }) => payerOf(truth, payerId)?.name))], read.payers),
    ];
  });
  // Which payer made the adjustments of a secondary claim's ledger cannot always be told; that they are all there can.
  const all = line.postings.every(({ adjustments }) => adjustments.kind === 'read');
  const whole = net(line.postings.flatMap(({ adjustments }) => (adjustments.kind === 'read' ? adjustments.value : [])));
  return [
    fact('dos', own.from, line.dos),
    fact('procedure', own.procedure, line.procedure),
    fact('modifiers', own.modifiers, line.modifiers),
    fact('units', own.units, line.units),
    fact('charge', own.charge, line.charge),
    fact('insurancePaid', isPosted ? paidOnLedger(claim, own) : undefined, line.insurancePaid),
    fact('patientPaid', own.patientPaid, line.patientPaid),
    fact('patientResponsibility', responsibilityOnLedger(claim, own), line.patientResponsibility),
    fact('balance', lineInsuranceBalance(claim, own), line.balance),
    ...(all ? [exactly(path('adjustments'), net(adjustmentsOnLedger(claim, own)), whole)] : []),
    ...postings,
  ];
};

/** A claim's ledger against the truth. */
export const ledgerAgainst = (truth: Truth, claim: Claim, ledger: Ledger): Differences => {
  const totals = totalsOf(claim);
  const fact = (field: keyof Ledger, value: unknown): Fact => ({
    path: `ledger/${claim.id}/${field}`,
    truth: value,
    reading: ledger[field] as Reading<unknown>,
  });
  const sumOf = (f: (line: Claim['lines'][number]) => number) => claim.lines.reduce((sum, line) => sum + f(line), 0);
  return compare([
    fact('claimId', claim.id),
    fact('totalCharge', totals.charge),
    fact('totalBalance', totals.insuranceBalance),
    fact('insuranceBalance', totals.insuranceBalance),
    fact('patientBalance', totals.patientBalance),
    fact(
      'patientPaid',
      sumOf((line) => line.patientPaid),
    ),
    fact('statementSent', undefined),
    fact('writtenOff', sumOf((line) => line.writtenOff) > 0 || undefined),
    exactly(
      `ledger/${claim.id}/crossover`,
      signs(claim).toSorted(),
      [...new Set(ledger.crossover.map(({ says }) => says))].toSorted(),
    ),
    exactly(`ledger/${claim.id}/crossover code`, crossoverRemark(claim) !== undefined, hasCode(ledger)),
    exactly(
      `ledger/${claim.id}/lines`,
      claim.lines.map((_, i) => i + 1),
      ledger.lines.map(({ n }) => n),
    ),
    ...ledger.lines.flatMap((line) => lineFacts(truth, claim, line.n, line)),
  ]);
};

const hasCode = ({ crossover }: Ledger): boolean =>
  crossover.some(({ says, code }) => says === 'forwarded' && code !== undefined);

const nameOf = ({ last, first, middle }: Person) => ({ last, first, middle });

const addressOf = ({ street, city, state, zip, phone }: Person, withPhone: boolean) => ({
  line1: street,
  city,
  state,
  zip,
  phone: withPhone ? phone : '',
});

/** Which pages of the chart were read: the list, and which profiles one by one. */
const policyFacts = (truth: Truth, own: PmPolicy, read: Policy, isOpened: boolean): Fact[] => {
  const payer = payerOf(truth, own.payerId);
  const fact = (field: keyof Policy, value: unknown): Fact => ({
    path: `policy/${own.id}/${field}`,
    truth: value,
    reading: read[field] as Reading<unknown>,
  });
  const onProfile = <T>(value: T): T | undefined => (isOpened ? value : undefined);
  return [
    fact('rank', own.archived ? 'archived' : own.rank.toLowerCase()),
    fact('payer', isOpened ? payer?.name : payerName(truth, own)),
    fact('payerId', onProfile(payer?.ediId)),
    fact('memberId', own.insuranceId),
    fact('group', orNothing(own.groupNo, '')),
    fact('plan', own.planName),
    fact('type', undefined),
    fact('insured', nameOf(own.insured)),
    fact('insuredDob', onProfile(own.insured.dob)),
    fact('insuredSex', onProfile(own.insured.sex)),
    fact('insuredAddress', onProfile(addressOf(own.insured, false))),
    fact('relationship', own.relationship.toLowerCase()),
    fact('effective', own.effective),
    fact('terminated', own.termination),
  ];
};

/** The chart against the truth. `opened`: the profiles that were opened one by one. */
export const chartAgainst = (
  truth: Truth,
  patient: Patient,
  chart: Chart,
  opened: readonly number[] = [],
): Differences => {
  const own = policiesOf(truth, patient.id);
  const idOf = ({ memberId }: Policy) => (memberId.kind === 'read' ? memberId.value : '?');
  const fact = (field: keyof Chart, value: unknown): Fact => ({
    path: `chart/${patient.chart}/${field}`,
    truth: value,
    reading: chart[field] as Reading<unknown>,
  });
  return compare([
    fact('sex', patient.person.sex),
    fact('address', addressOf(patient.person, true)),
    fact('patientBalance', accountBalances(truth, patient.id).patient),
    exactly(
      `policies of ${patient.chart}`,
      own.map(({ insuranceId }) => insuranceId).toSorted(),
      chart.policies.map(idOf).toSorted(),
    ),
    ...own.flatMap((policy) => {
      const read = chart.policies.find((one) => idOf(one) === policy.insuranceId);
      return read ? policyFacts(truth, policy, read, opened.includes(policy.id)) : [];
    }),
  ]);
};

/** Which control of the stand-in's form each box is: by the printed numbers of the CMS-1500 (NUCC, 02/12). */
const CONTROLS: Readonly<Record<string, string>> = {
  payer: 'SEC_PAYER_ID',
  transmission: 'CLAIM_TRANSMISSION',
  msp: 'INSURANCE_TYPE_CODE',
  '1': 'INSURANCE_PROGRAM',
  '1a': 'INSURED_ID',
  '2': 'PAT_NAME',
  '3': 'PAT_DOB',
  '3.sex': 'PAT_SEX',
  '4': 'INS_NAME',
  '5.street': 'PAT_ADDR',
  '5.city': 'PAT_CITY',
  '5.state': 'PAT_STATE',
  '5.zip': 'PAT_ZIP',
  '5.phone': 'PAT_PHONE',
  '6': 'PAT_REL',
  '7.street': 'INS_ADDR',
  '7.city': 'INS_CITY',
  '7.state': 'INS_STATE',
  '7.zip': 'INS_ZIP',
  '7.phone': 'INS_PHONE',
  '8': 'RESERVED_8',
  '9': 'OTHER_INS_NAME',
  '9a': 'OTHER_INS_POLICY',
  '9b': 'RESERVED_9B',
  '9c': 'RESERVED_9C',
  '9d': 'OTHER_INS_PLAN',
  '10a': 'EMPLOYMENT',
  '10b': 'AUTO_ACC',
  '10b.state': 'AUTO_STATE',
  '10c': 'OTHER_ACC',
  '10d': 'CLAIM_CODES',
  '11': 'INS_GROUP_NO',
  '11a': 'INS_DOB',
  '11a.sex': 'INS_SEX',
  '11b': 'OTHER_CLAIM_ID',
  '11c': 'INS_PLAN_NAME',
  '11d': 'ANOTHER_PLAN',
  '12': 'PAT_SIGNATURE',
  '13': 'INS_SIGNATURE',
  '14': 'ILLNESS_DATE',
  '15': 'OTHER_DATE',
  '16.from': 'UNABLE_FROM',
  '16.to': 'UNABLE_TO',
  '17': 'REF_NAME',
  '17a': 'REF_OTHER_ID',
  '17b': 'REF_NPI',
  '18.from': 'HOSP_FROM',
  '18.to': 'HOSP_TO',
  '19': 'ADDITIONAL_INFO',
  '20': 'OUTSIDE_LAB',
  '20.charge': 'LAB_CHARGES',
  ...Object.fromEntries('ABCDEFGHIJKL'.split('').map((letter) => [`21.${letter}`, `DIAG_${letter}`])),
  '21.ind': 'ICD_IND',
  '22': 'RESUB_CODE',
  '22.ref': 'ORIG_REF_NO',
  '23': 'PRIOR_AUTH',
  '25': 'TAX_ID',
  '25.type': 'TAX_ID_TYPE',
  '26': 'PAT_ACCT_NO',
  '27': 'ACCEPT_ASSIGN',
  '28': 'TOTAL_CHARGE',
  '29': 'AMOUNT_PAID',
  '30': 'RESERVED_30',
  '31': 'PHYS_SIGNATURE',
  '31.date': 'PHYS_SIGN_DATE',
  '32': 'FAC_NAME',
  '32a': 'FAC_NPI',
  '33': 'BILL_NAME',
  '33a': 'BILL_NPI',
};

const lineControls = (n: number): Record<string, string> => {
  const parts: [string, string][] = [
    ['A.from', 'DOS_FROM'],
    ['A.to', 'DOS_TO'],
    ['B', 'POS'],
    ['C', 'EMG'],
    ['D', 'CPT'],
    ['mod1', 'MOD1'],
    ['mod2', 'MOD2'],
    ['mod3', 'MOD3'],
    ['mod4', 'MOD4'],
    ['E', 'DIAG_PTR'],
    ['F', 'CHARGE'],
    ['G', 'UNITS'],
    ['H', 'EPSDT'],
    ['J', 'REND_NPI'],
    ['paid', 'PRI_PAID'],
    ['adjDate', 'PRI_ADJ_DATE'],
  ];
  const slots = [1, 2, 3].flatMap((k): [string, string][] => [
    [`adj${k}.group`, `ADJ_GRP_${n}_${k}`],
    [`adj${k}.reason`, `ADJ_RSN_${n}_${k}`],
    [`adj${k}.amount`, `ADJ_AMT_${n}_${k}`],
  ]);
  return Object.fromEntries([
    ...parts.map(([part, name]) => [`24.${n}.${part}`, `${name}_${n}`]),
    ...slots.map(([part, name]) => [`24.${n}.${part}`, name]),
  ]);
};

/** Each box of the form by its id, with the name of its control. */
export const FORM_CONTROLS: ReadonlyMap<string, string> = new Map(
  Object.entries(Object.assign({}, CONTROLS, ...[1, 2, 3, 4, 5, 6].map(lineControls)) as Record<string, string>),
);

/** The form against the values with which the server opened it. */
export const formAgainst = (truth: Truth, claim: Claim, variant: Variant, form: ClaimForm): Differences => {
  const opened: FormValues = openingValues(truth, claim, variant.prefill);
  const known = new Set(form.boxes.map(({ box }) => box));
  const boxes = form.boxes.map(({ box, value }) => {
    const name = FORM_CONTROLS.get(box);
    const unticked = /^24\.\d\.[CH]$/.test(box) ? 'no' : '';
    return exactly(`form/${box}`, name === undefined ? 'no such box' : (opened[name] ?? unticked), value);
  });
  const missing = [...FORM_CONTROLS.keys()].filter((box) => !known.has(box));
  const out = compare([exactly('form/claim', claim.id, form.claimId ?? claim.id), ...boxes]);
  return {
    ...out,
    facts: out.facts + missing.length,
    unread: missing.map((box) => `form/${box}: no such box was read`),
  };
};
