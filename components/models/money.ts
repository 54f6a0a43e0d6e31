import { isMissing } from '../../lib/checks/outcome';
import { netAdjustments, primaryPostings } from '../../lib/checks/postings';
import { primaryName } from '../../lib/checks/words';
import type { Case } from '../../lib/claim/case';
import type { Adjustment, Cents, LedgerLine, Posting } from '../../lib/claim/claim';
import { known, type Reading } from '../../lib/claim/reading';
import { adjustmentName } from '../../lib/codes/adjustment-name';
import { small } from './text';

/** An amount as it can be shown: whole cents, or why there is none. None of these turns into another. */
export type Shown = Cents | 'not read' | 'unreadable' | 'none on page';

/** Where a part of the charge went: paid, contractual, other adjustment, patient. */
export type PartKind = 'paid' | 'co' | 'oth' | 'pr';

export interface Part {
  kind: PartKind;
  label: string;
  amount: Shown;
  /** Parts of the patient share, where it has more than one. */
  of?: { label: string; amount: Cents }[];
}

export interface Money {
  parts: Part[];
  charge: Shown;
  leftOver: Shown;
  /** Parts for the bar; undefined where a part is not known: then no bar is drawn. */
  bar?: { kind: PartKind | 'off'; amount: Cents }[];
  /** A negative part is inside: the bar shows the net. */
  reversals: boolean;
}

export interface LineMoney {
  n: number;
  /** `1 · 99214-25`. */
  name: string;
  charge: Shown;
  paid: Shown;
  adjusted: Shown;
  patient: Shown;
  leftOver: Shown;
  bar?: Money['bar'];
}

export const amountOf = (reading: Reading<Cents> | undefined): Shown => {
  if (!reading) return 'not read';
  if (reading.kind === 'read') return reading.value;
  return reading.kind === 'absent' ? 'none on page' : 'unreadable';
};

export const isCents = (shown: Shown): shown is Cents => typeof shown === 'number';

/** The sum, or `not read` where a part of it has no number. */
export const total = (amounts: Shown[]): Shown => {
  let sum = 0;
  for (const amount of amounts) {
    if (!isCents(amount)) return 'not read';
    sum += amount;
  }
  return sum;
};

/** What the primary put on one line; a part that is not read is said as such. */
interface Posted {
  paid: Shown;
  adjustments: Adjustment[] | Exclude<Shown, Cents>;
}

const gapOf = (postings: Posting[]): Exclude<Shown, Cents> =>
  postings.some(({ adjustments }) => adjustments.kind === 'unreadable') ? 'unreadable' : 'not read';

const postedOn = (c: Case, line: LedgerLine): Posted => {
  const postings = primaryPostings(c, line);
  if (isMissing(postings) || postings.length === 0) return { paid: 'not read', adjustments: 'not read' };
  const lists = postings.map((posting) => known(posting.adjustments));
  const whole = lists.every((list) => list !== undefined);
  const [only] = postings;
  const paid = postings.length === 1 ? amountOf(only?.paid) : total(postings.map((posting) => amountOf(posting.paid)));
  return { paid, adjustments: whole ? netAdjustments(lists.flat()) : gapOf(postings) };
};

const kindOf = (adjustment: Adjustment): PartKind => {
  if (adjustment.group === 'PR') return 'pr';
  return adjustment.group === 'CO' ? 'co' : 'oth';
};

const sumOf = (adjustments: Adjustment[], wanted: (kind: PartKind) => boolean): Cents =>
  adjustments.filter((adjustment) => wanted(kindOf(adjustment))).reduce((sum, { amount }) => sum + amount, 0);

const barOf = (amounts: [PartKind | 'off', Shown][]): Money['bar'] => {
  const bar: NonNullable<Money['bar']> = [];
  for (const [kind, amount] of amounts) {
    if (!isCents(amount)) return undefined;
    if (amount !== 0) bar.push({ kind, amount: kind === 'off' ? Math.abs(amount) : Math.max(amount, 0) });
  }
  return bar.filter(({ amount }) => amount > 0);
};

const lineName = (line: LedgerLine): string => {
  const procedure = known(line.procedure);
  const modifiers = known(line.modifiers) ?? [];
  return procedure ? `${line.n} · ${[procedure, ...modifiers].join('-')}` : `${line.n}`;
};

/** One service line as a row of the lines table: what the primary paid, took off, and left to the patient. */
export const lineMoney = (c: Case, line: LedgerLine): LineMoney => {
  const { paid, adjustments } = postedOn(c, line);
  const part = (wanted: (kind: PartKind) => boolean): Shown =>
    typeof adjustments === 'string' ? adjustments : sumOf(adjustments, wanted);
  const charge = amountOf(line.charge);
  const adjusted = part((kind) => kind !== 'pr');
  const patient = part((kind) => kind === 'pr');
  const taken = total([paid, adjusted, patient]);
  const leftOver: Shown = isCents(charge) && isCents(taken) ? charge - taken : 'not read';
  const bar = barOf([
    ['paid', paid],
    ['co', part((kind) => kind === 'co')],
    ['oth', part((kind) => kind === 'oth')],
    ['pr', patient],
    ['off', leftOver],
  ]);
  return { n: line.n, name: lineName(line), charge, paid, adjusted, patient, leftOver, ...(bar && { bar }) };
};

const ORDER: PartKind[] = ['paid', 'co', 'oth', 'pr'];

/** Adjustments summed by group and reason, in the order of the bar. */
const byCode = (adjustments: Adjustment[]): Adjustment[] =>
  netAdjustments(adjustments).sort((a, b) => ORDER.indexOf(kindOf(a)) - ORDER.indexOf(kindOf(b)));

const patientPart = (codes: Adjustment[]): Part[] => {
  const [first, ...more] = codes;
  if (!first) return [];
  if (more.length === 0)
    return [{ kind: 'pr', label: `Patient share: ${small(adjustmentName(first))}`, amount: first.amount }];
  const of = codes.map((code) => ({ label: adjustmentName(code), amount: code.amount }));
  return [{ kind: 'pr', label: 'Patient share', amount: codes.reduce((sum, { amount }) => sum + amount, 0), of }];
};

const paidLabel = (c: Case): string => `Paid by ${primaryName(c)}`;

const unknownParts = (c: Case, paid: Shown): Part[] => [
  { kind: 'paid', label: paidLabel(c), amount: paid },
  { kind: 'co', label: 'Adjustments', amount: 'not read' },
  { kind: 'pr', label: 'Patient share', amount: 'not read' },
];

/** From the ledger, line by line; a part that is not read in one line is not known in the sum. */
const fromLedger = (c: Case, lines: LedgerLine[]): Money => {
  const rows = lines.map((line) => lineMoney(c, line));
  const posted = lines.map((line) => postedOn(c, line).adjustments);
  const charge = total(rows.map((row) => row.charge));
  const paid = total(rows.map((row) => row.paid));
  const leftOver = total(rows.map((row) => row.leftOver));
  const lists = posted.filter((list) => typeof list !== 'string');
  if (lists.length < posted.length || lines.length === 0)
    return { charge, leftOver: 'not read', reversals: false, parts: unknownParts(c, paid) };
  const codes = byCode(lists.flat());
  const isPatient = (code: Adjustment) => kindOf(code) === 'pr';
  const parts: Part[] = [
    { kind: 'paid', label: paidLabel(c), amount: paid },
    ...codes
      .filter((code) => !isPatient(code))
      .map((code): Part => ({ kind: kindOf(code), label: adjustmentName(code), amount: code.amount })),
    ...patientPart(codes.filter(isPatient)),
  ];
  const net = (kind: PartKind): Shown => total(parts.filter((part) => part.kind === kind).map((part) => part.amount));
  const bar = barOf([...ORDER.map((kind): [PartKind, Shown] => [kind, net(kind)]), ['off', leftOver]]);
  const reversals = parts.some((part) => isCents(part.amount) && part.amount < 0);
  return { charge, leftOver, parts, reversals, ...(bar && { bar }) };
};

/** Where the charge went. Without the ledger: what Claim History says, and what is not known. */
export const moneyOf = (c: Case): Money => {
  if (c.ledger) return fromLedger(c, c.ledger.lines);
  return {
    charge: amountOf(c.row.charge),
    leftOver: 'not read',
    reversals: false,
    parts: [
      { kind: 'paid', label: paidLabel(c), amount: amountOf(c.row.insurancePaid) },
      { kind: 'co', label: 'Adjustments', amount: amountOf(c.row.adjusted) },
      { kind: 'pr', label: 'Patient balance', amount: amountOf(c.row.patientBalance) },
    ],
  };
};
