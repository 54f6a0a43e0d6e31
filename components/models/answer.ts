import type { Cents, DateSpan, GroupCode } from '../../lib/claim/claim';
import { formatDate } from '../../lib/claim/dates';
import type {
  Adjudication,
  EraAdjustment,
  EraClaim,
  EraLine,
  EraName,
  EraParty,
  EraPayment,
  ProviderAdjustment,
} from '../../lib/claim/era';
import { adjustmentName } from '../../lib/codes/adjustment-name';
import { statusOf } from '../../lib/codes/claim-status';
import { remarkWords } from '../../lib/codes/rarc';
import { personName } from './patient';
import { capital, shown } from './text';

/** An amount of a remittance; undefined where the file gives none that can be read. */
export type Given = Cents | undefined;

export interface ShownAdjustment {
  key: string;
  /** `Contractual adjustment, CO-45`. */
  name: string;
  amount: Given;
}

export interface ShownRemark {
  code: string;
  /** Undefined where the panel has no words for it. */
  words: string | undefined;
}

/** Money that a payer took from, or paid with, a payment on account of a claim. */
export interface ShownMove {
  key: string;
  /** `Overpayment taken back from EFT 0099001, 03/24/2026 (PLB WO)`. */
  words: string;
  /** Without a sign: the words say which way it went. */
  amount: Given;
}

export interface ShownLine {
  key: string;
  /** `97110-GP`. */
  procedure: string;
  /** What was billed, where the payer answered to another code. */
  billedAs: string | undefined;
  dates: string | undefined;
  units: string | undefined;
  charge: Given;
  allowed: Given;
  paid: Given;
  /** Sum of its adjustments. */
  adjusted: Given;
  adjustments: ShownAdjustment[];
  remarks: ShownRemark[];
}

/** One answer of a payer to one claim, in words and whole cents. */
export interface ShownAnswer {
  payer: string;
  payee: string;
  /** `EFT`, `Check`: what the number of the payment is called. */
  method: string;
  trace: string;
  paidOn: string | undefined;
  total: Given;
  /** Money that the provider owes the payer (BPR03). */
  owed: boolean;
  status: string;
  patient: string | undefined;
  memberId: string | undefined;
  controlNumber: string;
  payerClaimNumber: string;
  dates: string | undefined;
  forwardedTo: string | undefined;
  lines: ShownLine[];
  /** Of the claim as a whole. */
  adjustments: ShownAdjustment[];
  remarks: ShownRemark[];
  charge: Given;
  allowed: Given;
  paid: Given;
  /** Sum of all adjustments; the part of it that the patient does not owe. */
  adjusted: Given;
  writtenOff: Given;
  patientShare: Given;
  /** Money of this claim that was moved outside of it (PLB). */
  moved: ShownMove[];
}

const GROUPS: readonly string[] = ['CO', 'PR', 'OA', 'PI', 'CR'];

const given = (amount: Cents | null | undefined): Given => amount ?? undefined;

const groupOf = (text: string): GroupCode | '' => {
  const group = text.trim().toUpperCase();
  return GROUPS.includes(group) ? (group as GroupCode) : '';
};

/** `Contractual adjustment, CO-45`; a group that X12 does not know stands as it is. */
export const adjustmentWords = ({ group, carc }: Pick<EraAdjustment, 'group' | 'carc'>): string => {
  const code = carc.trim().toUpperCase();
  return groupOf(group) === '' && group.trim() !== ''
    ? `Adjustment, ${shown(`${group}-${code}`, 20)}`
    : shown(adjustmentName({ group: groupOf(group), carc: code }), 80);
};

const adjustmentsOf = (all: readonly EraAdjustment[]): ShownAdjustment[] =>
  all.map((one, i) => ({
    key: `${i} ${one.group}-${one.carc}`,
    name: adjustmentWords(one),
    amount: given(one.amount),
  }));

/** Each remark code once, with what it says. */
export const remarksOf = (codes: readonly string[]): ShownRemark[] =>
  [...new Set(codes.map((code) => shown(code.toUpperCase(), 12)).filter((code) => code !== ''))].map((code) => ({
    code,
    words: remarkWords(code),
  }));

/** `02/24/2026`, `02/24/2026 to 02/26/2026`. */
export const spanWords = (span: DateSpan | null): string | undefined => {
  if (!span) return undefined;
  return span.from === span.to ? formatDate(span.from) : `${formatDate(span.from)} to ${formatDate(span.to)}`;
};

const serviceWords = ({ procedure, modifiers }: { procedure: string; modifiers: readonly string[] }): string =>
  shown([procedure, ...modifiers].filter((part) => part !== '').join('-'), 60);

const unitsWords = ({ units, submittedUnits }: EraLine): string | undefined => {
  if (units === null) return undefined;
  return submittedUnits === null || submittedUnits === units ? `${units}` : `${units} of ${submittedUnits}`;
};

const lineOf = (line: EraLine): ShownLine => ({
  key: String(line.segment),
  procedure: serviceWords(line) || 'no code',
  billedAs: line.submittedProcedure ? serviceWords(line.submittedProcedure) : undefined,
  dates: spanWords(line.dates),
  units: unitsWords(line),
  charge: given(line.charge),
  allowed: given(line.allowed),
  paid: given(line.paid),
  adjusted: sum(line.adjustments.map(({ amount }) => amount)),
  adjustments: adjustmentsOf(line.adjustments),
  remarks: remarksOf(line.remarks),
});

const nameOf = (names: readonly EraName[], ...roles: string[]): EraName | undefined =>
  roles.map((role) => names.find((name) => name.role === role)).find((name) => name !== undefined && name.last !== '');

const partyName = ({ name, id }: EraParty): string => shown(name || id, 120);

/** The sum; undefined where a part of it is not given. */
const sum = (amounts: readonly (Cents | null | undefined)[]): Given => {
  let total = 0;
  for (const amount of amounts) {
    if (amount === null || amount === undefined) return undefined;
    total += amount;
  }
  return total;
};

const METHODS: Readonly<Record<string, string>> = { CHK: 'Check', ACH: 'EFT', FWT: 'Wire', NON: 'Payment' };

/** What the number of a payment is called (BPR04). */
export const methodName = (method: string): string =>
  (Object.hasOwn(METHODS, method) ? METHODS[method] : undefined) ?? 'Payment';

/** `EFT 0098812, 03/24/2026`, of what the file gives. */
export const paymentWords = ({ method, trace, paidOn }: Pick<EraPayment, 'method' | 'trace' | 'paidOn'>): string =>
  [trace === '' ? `${methodName(method)} without a number` : `${methodName(method)} ${shown(trace, 40)}`]
    .concat(paidOn === null ? 'date not read' : formatDate(paidOn))
    .join(', ');

/** `processed as primary`; a status that is not known is named by its code. */
export const statusWords = (code: string): string => {
  const { kind, words } = statusOf(code);
  if (kind !== 'unknown') return words;
  return code.trim() === '' ? 'no status' : `status ${shown(code, 10)}`;
};

/** Provider-level codes of an overpayment that is taken back (X12 835 PLB03-1). */
const OVERPAYMENT: ReadonlySet<string> = new Set(['WO', '72']);

const moveOf = (
  { code, amount, payment }: ProviderAdjustment,
  own: Pick<EraPayment, 'method' | 'trace' | 'paidOn'>,
  i: number,
): ShownMove => {
  const said = shown(code.toUpperCase(), 4);
  const what = OVERPAYMENT.has(said) ? 'Overpayment' : 'Provider adjustment';
  const taken = OVERPAYMENT.has(said) ? 'taken back from' : 'taken from';
  const way = (amount ?? 0) < 0 ? 'paid with' : taken;
  return {
    key: `${i} ${said}`,
    words: `${what} ${way} ${paymentWords(payment ?? own)} (PLB ${said})`,
    amount: amount === null ? undefined : Math.abs(amount),
  };
};

const allowedOf = ({ lines }: EraClaim): Given =>
  lines.length === 0 ? undefined : sum(lines.map(({ allowed }) => allowed));

const isPatientShare = ({ group }: EraAdjustment): boolean => groupOf(group) === 'PR';

/** What of an adjudication is shown and printed. */
export type Answered = Pick<Adjudication, 'payment' | 'claim' | 'providerAdjustments'>;

/** One answer of a payer, ready to be shown or printed. Pure; every text of the file is cut to a sane length. */
export const answerOf = ({ payment, claim, providerAdjustments }: Answered): ShownAnswer => {
  const patient = nameOf(claim.names, 'QC', 'IL');
  const corrected = claim.names.find(({ role }) => role === '74');
  const member = [corrected, patient, nameOf(claim.names, 'IL')].map((name) => name?.id ?? '').find((id) => id !== '');
  const all = [...claim.adjustments, ...claim.lines.flatMap((line) => line.adjustments)];
  return {
    payer: partyName(payment.payer),
    payee: partyName(payment.payee),
    method: methodName(payment.method),
    trace: shown(payment.trace, 60),
    paidOn: payment.paidOn === null ? undefined : formatDate(payment.paidOn),
    total: given(payment.total),
    owed: payment.direction === 'debit',
    status: capital(statusWords(claim.status)),
    patient: patient && personName(patient),
    memberId: member === undefined ? undefined : shown(member, 60),
    controlNumber: shown(claim.controlNumber, 60),
    payerClaimNumber: shown(claim.payerClaimNumber, 60),
    dates: spanWords(claim.dates.service),
    forwardedTo: claim.crossover ? shown(claim.crossover.name || claim.crossover.id, 120) : undefined,
    lines: claim.lines.map(lineOf),
    adjustments: adjustmentsOf(claim.adjustments),
    remarks: remarksOf(claim.remarks),
    charge: given(claim.charge),
    allowed: allowedOf(claim),
    paid: given(claim.paid),
    adjusted: sum(all.map(({ amount }) => amount)),
    writtenOff: sum(all.filter((one) => !isPatientShare(one)).map(({ amount }) => amount)),
    patientShare: given(claim.patientResponsibility) ?? sum(all.filter(isPatientShare).map(({ amount }) => amount)),
    moved: providerAdjustments.map((one, i) => moveOf(one, payment, i)),
  };
};
