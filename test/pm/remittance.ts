import { type Adjustment, type Claim, type Payer, PRACTICE, payerOf, policyOf, type Truth } from './truth';

/**
 * What a payer sends after it has decided: an 835 health care claim payment (X12 005010X221A1), as data and as text.
 * Written from the transaction's own rules; the extension's reader is no part of it. Money is whole cents, dates are ISO.
 */
export interface RemitFile {
  name: string;
  /** The scene it belongs to. */
  scene?: string;
  /** Day the interchange was made. */
  created: string;
  /** Interchange control number. */
  control: number;
  /** ISA15 `T`. */
  test: boolean;
  payments: Payment[];
}

/** One transaction set: one check or transfer. */
export interface Payment {
  payer: Pick<Payer, 'id' | 'name' | 'ediId'>;
  check: string;
  date: string;
  claims: RemitClaim[];
  providerAdjustments: { code: string; reference: string; amount: number }[];
}

export interface RemitName {
  last: string;
  first: string;
  middle: string;
  id: string;
}

export interface RemitClaim {
  controlNumber: string;
  status: string;
  charge: number;
  paid: number;
  responsibility: number;
  filing: string;
  icn: string;
  pos: string;
  /** Of the whole claim: they do not stand on a line again. */
  adjustments: Adjustment[];
  patient: RemitName;
  forwardedTo?: { name: string; id: string };
  /** Remark codes of the claim (MOA). */
  remarks: string[];
  /** The payer's number of the adjudication that this one takes back or replaces (REF*F8). */
  previousIcn?: string;
  from: string;
  to: string;
  received: string;
  lines: RemitLine[];
}

export interface RemitLine {
  procedure: string;
  modifiers: string[];
  /** What was submitted, where the payer decided on something else. */
  submitted?: { procedure: string; modifiers: string[] };
  charge: number;
  paid: number;
  /** None on a line that takes another back. */
  units?: number;
  submittedUnits?: number;
  adjustments: Adjustment[];
  date: string;
  /** Line control number as the claim sent it; none where the payer leaves it out. */
  control?: string;
  remarks: string[];
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);

/** The patient's share in adjustments: the PR group. */
const patientShare = (adjustments: readonly Adjustment[]) =>
  sum(adjustments.filter(({ group }) => group === 'PR').map(({ amount }) => amount));

/** Puts the sums of its lines on a claim. */
export function totalled(claim: RemitClaim): RemitClaim {
  return {
    ...claim,
    charge: sum(claim.lines.map((line) => line.charge)),
    paid: sum(claim.lines.map((line) => line.paid)) - sum(claim.adjustments.map(({ amount }) => amount)),
    responsibility: patientShare([...claim.adjustments, ...claim.lines.flatMap((line) => line.adjustments)]),
  };
}

/** What the check is made out for. */
export const totalOf = (payment: Payment) =>
  sum(payment.claims.map(({ paid }) => paid)) - sum(payment.providerAdjustments.map(({ amount }) => amount));

/** Claim filing indicator (CLP06) by the kind of payer. */
const FILING: Record<Payer['kind'], string> = {
  commercial: '12',
  blue: 'BL',
  medicare: 'MB',
  medicaid: 'MC',
  medigap: 'CI',
  tricare: 'CH',
};

/** The code at the start of a remark, e.g. `MA18`. */
const remarkCode = (remark: string) => remark.split(' ')[0] ?? '';
/** Remarks about the claim as a whole stand in MOA, the others at their line. */
const isOfClaim = (code: string) => /^(MA\d+|N89|N387|N177)$/.test(code);

/** What the PM puts into REF*6R of a line when it sends a claim, and the payer returns. */
export const lineControl = (claim: Claim, index: number) => `${claim.id}-${index + 1}`;

/**
 * What the payer of `level` says about a claim, taken from its postings: to be made before a posting is changed.
 * With `checkNo` only what came with that check; lines without such a posting are left out.
 */
export function remitClaimOf(
  truth: Truth,
  claim: Claim,
  { level = 'Primary', checkNo }: { level?: 'Primary' | 'Secondary'; checkNo?: string } = {},
): RemitClaim {
  const policy = policyOf(truth, level === 'Primary' ? claim.primary : claim.secondary);
  const patient = truth.patients.find(({ id }) => id === claim.patientId)?.person;
  const payer = payerOf(truth, policy?.payerId);
  if (!policy || !patient || !payer) throw new Error(`claim ${claim.id} has no ${level} payer`);
  const answered = claim.lines.map((line, index) => ({
    line,
    index,
    posting: line.postings.find((p) => p.level === level && (checkNo === undefined || p.checkNo === checkNo)),
  }));
  const remarks = answered.flatMap(({ posting }) => posting?.remarks.map(remarkCode) ?? []);
  return totalled({
    controlNumber: claim.id,
    status: level === 'Primary' ? '1' : '2',
    charge: 0,
    paid: 0,
    responsibility: 0,
    filing: FILING[payer.kind],
    icn: claim.icn,
    pos: claim.lines[0]?.pos ?? '11',
    adjustments: [],
    patient: { last: patient.last, first: patient.first, middle: patient.middle, id: policy.insuranceId },
    remarks: [...new Set(remarks.filter(isOfClaim))],
    from: claim.lines[0]?.from ?? claim.created,
    to: claim.lines.at(-1)?.to ?? claim.created,
    received: claim.created,
    lines: answered.flatMap(({ line, index, posting }): RemitLine[] =>
      posting
        ? [
            {
              procedure: line.procedure,
              modifiers: line.modifiers,
              charge: line.charge,
              paid: posting.paid,
              units: line.units,
              adjustments: posting.adjustments.map((a) => ({ ...a })),
              date: line.from,
              control: lineControl(claim, index),
              remarks: posting.remarks.map(remarkCode).filter((code) => !isOfClaim(code)),
            },
          ]
        : [],
    ),
  });
}

const SEPARATORS = /[*~:^\r\n]/g;
/** A value without the characters that would end it. */
const plain = (text: string) => text.replace(SEPARATORS, ' ');

/** A decimal as X12 wants it: no zeros that say nothing, no thousands separator. */
export function decimal(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const whole = digits.slice(0, -2);
  const fraction = digits.slice(-2).replace(/0{1,2}$/, '');
  return `${cents < 0 ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`;
}

const day = (iso: string) => iso.replaceAll('-', '');

/** One segment: empty elements at its end are left out. */
function segment(...elements: readonly (string | number)[]): string {
  const kept = elements.map(String);
  while (kept.at(-1) === '') kept.pop();
  return kept.join('*');
}

/** `Map.groupBy`, which the oldest Node that runs this has not. */
export function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

/** Adjustments by group, six reasons to a segment. */
function adjustmentSegments(adjustments: readonly Adjustment[]): string[] {
  const groups = grouped(
    adjustments.filter(({ amount }) => amount !== 0),
    ({ group }) => group,
  );
  return [...groups].flatMap(([group, all]) =>
    Array.from({ length: Math.ceil(all.length / 6) }, (_, i) =>
      segment('CAS', group, ...all.slice(i * 6, i * 6 + 6).flatMap(({ carc, amount }) => [carc, decimal(amount), ''])),
    ),
  );
}

const procedureOf = ({ procedure, modifiers }: { procedure: string; modifiers: readonly string[] }) =>
  ['HC', plain(procedure), ...modifiers].join(':');

function lineSegments(line: RemitLine): string[] {
  const allowed = line.paid + patientShare(line.adjustments);
  return [
    segment(
      'SVC',
      procedureOf(line),
      decimal(line.charge),
      decimal(line.paid),
      '',
      line.units ?? '',
      line.submitted ? procedureOf(line.submitted) : '',
      line.submittedUnits ?? '',
    ),
    segment('DTM', '472', day(line.date)),
    ...adjustmentSegments(line.adjustments),
    ...(line.control ? [segment('REF', '6R', plain(line.control))] : []),
    ...(allowed > 0 ? [segment('AMT', 'B6', decimal(allowed))] : []),
    ...line.remarks.map((code) => segment('LQ', 'HE', code)),
  ];
}

/** The segments of one claim, CLP to its last line. */
export function claimSegments(claim: RemitClaim): string[] {
  const { patient, forwardedTo } = claim;
  return [
    segment(
      'CLP',
      plain(claim.controlNumber),
      claim.status,
      decimal(claim.charge),
      decimal(claim.paid),
      claim.responsibility > 0 ? decimal(claim.responsibility) : '',
      claim.filing,
      claim.icn,
      claim.pos,
      '1',
    ),
    ...adjustmentSegments(claim.adjustments),
    segment(
      'NM1',
      'QC',
      '1',
      plain(patient.last),
      plain(patient.first),
      plain(patient.middle),
      '',
      '',
      'MI',
      patient.id,
    ),
    segment('NM1', '82', '1', 'HAYES', 'ELEANOR', '', '', '', 'XX', PRACTICE.renderingNpi),
    ...(forwardedTo ? [segment('NM1', 'TT', '2', plain(forwardedTo.name), '', '', '', '', 'PI', forwardedTo.id)] : []),
    ...(claim.remarks.length > 0 ? [segment('MOA', '', '', ...claim.remarks.slice(0, 5))] : []),
    ...(claim.previousIcn ? [segment('REF', 'F8', claim.previousIcn)] : []),
    segment('DTM', '232', day(claim.from)),
    segment('DTM', '233', day(claim.to)),
    segment('DTM', '050', day(claim.received)),
    ...claim.lines.flatMap(lineSegments),
  ];
}

/** Federal tax number of a payer, made up from its number. */
const taxId = (payer: Payment['payer']) => `75${payer.id.padStart(7, '0')}`;

function moneySegment(payment: Payment): string {
  const total = totalOf(payment);
  if (total < 0) throw new Error(`check ${payment.check} would be negative`);
  if (total === 0) return segment('BPR', 'H', '0', 'C', 'NON', ...Array<string>(11).fill(''), day(payment.date));
  const from = ['01', '111000025', 'DA', '4456190', `1${taxId(payment.payer)}`, ''];
  const to = ['01', '113000023', 'DA', '80015227'];
  return segment('BPR', 'I', decimal(total), 'C', 'ACH', 'CCP', ...from, ...to, day(payment.date));
}

/** The segments of one transaction set, ST to SE. `control` is its number within the group, from 1. */
export function paymentSegments(payment: Payment, control: number): string[] {
  const { payer } = payment;
  const number = String(control).padStart(4, '0');
  const inside = [
    segment('ST', '835', number),
    moneySegment(payment),
    segment('TRN', '1', payment.check, `1${taxId(payer)}`),
    segment('REF', 'EV', PRACTICE.taxId),
    segment('DTM', '405', day(payment.date)),
    segment('N1', 'PR', plain(payer.name)),
    segment('N3', `PO BOX ${14000 + Number(payer.id)}`),
    segment('N4', 'EL PASO', 'TX', '79998'),
    ...(payer.ediId ? [segment('REF', '2U', payer.ediId)] : []),
    segment('PER', 'BL', 'PROVIDER SERVICES', 'TE', '8005550142'),
    segment('N1', 'PE', PRACTICE.name, 'XX', PRACTICE.npi),
    segment('N3', PRACTICE.street),
    segment('N4', PRACTICE.city, PRACTICE.state, PRACTICE.zip),
    segment('REF', 'TJ', PRACTICE.taxId),
    segment('LX', '1'),
    ...payment.claims.flatMap(claimSegments),
    ...payment.providerAdjustments.map(({ code, reference, amount }) =>
      segment('PLB', PRACTICE.npi, `${payment.date.slice(0, 4)}1231`, `${code}:${plain(reference)}`, decimal(amount)),
    ),
  ];
  return [...inside, segment('SE', inside.length + 1, number)];
}

/** What stands before the first transaction set of a file. */
export function openingSegments({ created, control, test }: Omit<RemitFile, 'payments'>): string[] {
  const padded = (text: string) => text.padEnd(15);
  const group = String(control);
  return [
    [
      ['ISA', '00', ' '.repeat(10), '00', ' '.repeat(10), 'ZZ', padded('CLEARPATH'), 'ZZ', padded(PRACTICE.taxId)],
      [day(created).slice(2), '0612', '^', '00501', group.padStart(9, '0'), '0', test ? 'T' : 'P', ':'],
    ]
      .flat()
      .join('*'),
    segment('GS', 'HP', 'CLEARPATH', PRACTICE.taxId, day(created), '0612', group, 'X', '005010X221A1'),
  ];
}

/** What stands after the last of `sets` transaction sets. */
export const closingSegments = (file: Pick<RemitFile, 'control'>, sets: number): string[] => [
  segment('GE', sets, file.control),
  segment('IEA', 1, String(file.control).padStart(9, '0')),
];

/** Segments as they stand in a file, one on a line. */
export const written = (segments: readonly string[]): string => segments.map((one) => `${one}~\n`).join('');

/** The whole file as text. */
export const remittanceText = (file: RemitFile): string =>
  written([
    ...openingSegments(file),
    ...file.payments.flatMap((payment, index) => paymentSegments(payment, index + 1)),
    ...closingSegments(file, file.payments.length),
  ]);
