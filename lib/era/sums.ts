import type { Cents } from '../claim/claim';
import type { EraAdjustment, EraClaim, EraLine, EraPayment, EraSet, ProviderAdjustment } from '../claim/era';
import { formatDollars } from '../claim/money';
import { count } from './problems';

/**
 * The balancing rules of the 835 (TR3 005010X221A1, 1.10.2):
 * `L` line charge - its adjustments = line paid; `C1` claim charge - all adjustments = claim paid; `C2` lines paid -
 * claim-level adjustments = claim paid; `C3` line charges = claim charge (both where there are lines); `P` adjustments of
 * group PR = patient responsibility; `T` claims paid - provider adjustments = payment.
 */
export type SumRule = 'L' | 'C1' | 'C2' | 'C3' | 'P' | 'T';

/** One rule that does not hold. `difference` is left - right. */
export interface SumFinding {
  rule: SumRule;
  severity: 'warning' | 'info';
  segment: number;
  left: Cents;
  right: Cents;
  difference: Cents;
  text: string;
}

/** A sum that is unknown as soon as one of its parts is. */
const total = <T>(parts: readonly T[], amount: (part: T) => Cents | null): Cents | null => {
  let sum = 0;
  for (const part of parts) {
    const value = amount(part);
    if (value === null) return null;
    sum += value;
  }
  return sum;
};

const minus = (a: Cents | null, b: Cents | null): Cents | null => (a === null || b === null ? null : a - b);
const plus = (a: Cents | null, b: Cents | null): Cents | null => (a === null || b === null ? null : a + b);

const adjusted = (adjustments: readonly EraAdjustment[]): Cents | null => total(adjustments, ({ amount }) => amount);

const patientShare = (adjustments: readonly EraAdjustment[]): Cents | null =>
  total(adjustments, ({ group, amount }) => (group === 'PR' ? amount : 0));

/** What both sides of each rule are called, and of what the sentence speaks. */
const WORDS: Record<SumRule, { left: string; right: string }> = {
  L: { left: 'the line’s charge less its adjustments is', right: 'the line says it paid' },
  C1: { left: 'the claim’s charge less all adjustments is', right: 'the claim says it paid' },
  C2: { left: 'the lines’ payments less the claim’s own adjustments are', right: 'the claim says it paid' },
  C3: { left: 'the lines’ charges are', right: 'the claim’s charge is' },
  P: { left: 'the adjustments of group PR are', right: 'the claim says the patient owes' },
  T: { left: 'the claims’ payments less the provider adjustments are', right: 'the payment is' },
};

const finding = (rule: SumRule, segment: number, left: Cents, right: Cents): SumFinding => {
  const words = WORDS[rule];
  const text = `Segment ${count(segment)}: ${words.left} ${formatDollars(left)}, ${words.right} ${formatDollars(right)}: ${formatDollars(Math.abs(left - right))} apart.`;
  return { rule, severity: rule === 'P' ? 'info' : 'warning', segment, left, right, difference: left - right, text };
};

/** The finding where both sides are known and differ. */
const held = (rule: SumRule, segment: number, left: Cents | null, right: Cents | null): SumFinding[] =>
  left === null || right === null || left === right ? [] : [finding(rule, segment, left, right)];

/** Rule L of one line. */
export const lineFindings = (line: EraLine): SumFinding[] =>
  held('L', line.segment, minus(line.charge, adjusted(line.adjustments)), line.paid);

/** The sums of one claim; null where a part is not read. */
export interface ClaimSums {
  /** Adjustments at claim level, and of all lines. */
  claimAdjustments: Cents | null;
  lineAdjustments: Cents | null;
  lineCharges: Cents | null;
  linePaid: Cents | null;
  patientShare: Cents | null;
}

export const claimSums = ({ adjustments, lines }: EraClaim): ClaimSums => ({
  claimAdjustments: adjusted(adjustments),
  lineAdjustments: total(lines, (line) => adjusted(line.adjustments)),
  lineCharges: total(lines, ({ charge }) => charge),
  linePaid: total(lines, ({ paid }) => paid),
  patientShare: plus(
    patientShare(adjustments),
    total(lines, (line) => patientShare(line.adjustments)),
  ),
});

/** Rules L of each line, C1, C2, C3 and P of one claim. */
export const claimFindings = (claim: EraClaim): SumFinding[] => {
  const { segment, charge, paid, lines, patientResponsibility } = claim;
  const sums = claimSums(claim);
  const found: SumFinding[] = [];
  const hold = (rule: SumRule, at: number, left: Cents | null, right: Cents | null) => {
    if (left !== null && right !== null && left !== right) found.push(finding(rule, at, left, right));
  };
  for (const line of lines) hold('L', line.segment, minus(line.charge, adjusted(line.adjustments)), line.paid);
  hold('C1', segment, minus(charge, plus(sums.claimAdjustments, sums.lineAdjustments)), paid);
  if (lines.length > 0) {
    hold('C2', segment, minus(sums.linePaid, sums.claimAdjustments), paid);
    hold('C3', segment, sums.lineCharges, charge);
  }
  hold('P', segment, sums.patientShare, patientResponsibility);
  return found;
};

/** The total of the payment (BPR02) with its sign: what the payer takes back (BPR03 = D) is negative. */
export const signedTotal = ({ total: amount, direction }: Pick<EraPayment, 'total' | 'direction'>): Cents | null =>
  amount !== null && direction === 'debit' && amount > 0 ? -amount : amount;

/** Rule T from the sum of the claims' payments (null where one is not read). */
export const paymentFinding = (
  payment: Pick<EraPayment, 'segment' | 'total' | 'direction'>,
  paid: Cents | null,
  providerAdjustments: readonly ProviderAdjustment[],
): SumFinding[] =>
  held(
    'T',
    payment.segment,
    minus(
      paid,
      total(providerAdjustments, ({ amount }) => amount),
    ),
    signedTotal(payment),
  );

/** Rule T of a set, and the rules of each of its claims. */
export const setFindings = (set: EraSet): SumFinding[] => [
  ...set.claims.flatMap(claimFindings),
  ...paymentFinding(
    set,
    total(set.claims, ({ paid }) => paid),
    set.providerAdjustments,
  ),
];

/** Each balancing rule that fails in a set, a claim or a line. A sum with an unread part is unknown, and not failed. */
export const sumFindings = (of: EraSet | EraClaim | EraLine): SumFinding[] =>
  'claims' in of ? setFindings(of) : 'lines' in of ? claimFindings(of) : lineFindings(of);
