import type { Case } from '../claim/case';
import type { Adjustment, Cents, IsoDate, LedgerLine } from '../claim/claim';
import { formatDollars } from '../claim/money';
import { adjustedTotal, asAdjustment } from '../era/amounts';
import { type ComparedLine, type Comparison, compareWithPosting } from '../era/compare';
import { matchRemitLines } from '../era/match-lines';
import { remittanceName } from '../era/words';
import { oncePerCase } from './once';
import { adjudicatedLines, primaryPaid } from './postings';
import { comparisonOf, primaryRemit } from './remittance';

/** What the primary's net answer says of one line, in cents. */
export interface RemitAmounts {
  from: 'remittance';
  paid: Cents;
  adjustments: Adjustment[];
  /** Payment date of the last answer to the line; null where it is not read. */
  date: IsoDate | null;
  /** `Remittance 03/24/2026, check 0012345`. */
  source: string;
}

/** Where the secondary is told from what the primary did to a line; `nowhere` where that has to be decided or mended first. */
export type LineAmounts = { from: 'posting' } | RemitAmounts | { from: 'nowhere'; why: string };

const POSTING: LineAmounts = { from: 'posting' };

const nowhere = (why: string): LineAmounts => ({ from: 'nowhere', why });

const faultOf = (line: ComparedLine, paid: Cents, adjusted: Cents): string | undefined => {
  const { n, charge } = line;
  if (paid < 0) return `The primary took back more than it paid on line ${n}: ${formatDollars(paid)}.`;
  if (charge.said === null || charge.billed === null) return `The charge of line ${n} is not read.`;
  if (charge.said !== charge.billed)
    return `Line ${n} has another charge in the remittance: ${formatDollars(charge.said)}.`;
  const left = charge.said - paid - adjusted;
  return left === 0 ? undefined : `Line ${n} does not balance in the remittance: ${formatDollars(left)} is left over.`;
};

/**
 * A line of the remittance that is matched to none may be about this one: it says so, it bears no charge of its own, or no
 * line of the ledger is left for it.
 */
const mayBelongTo = ({ part, candidates }: Comparison['unmatched'][number], { n }: ComparedLine): boolean =>
  candidates.length === 0 || candidates.includes(n) || part.line.charge === 0 || part.line.charge === null;

/** The amounts of a line by the remittance, where each is read and they add up to the charge. */
const byRemittance = (line: ComparedLine, { claimLevel, isSpread, unmatched }: Comparison): LineAmounts => {
  const { n, said, parts } = line;
  if (unmatched.some((one) => mayBelongTo(one, line)))
    return nowhere(`Nobody can tell whether a line of the remittance belongs to line ${n}: match its lines.`);
  const last = parts
    .toSorted((a, b) => (a.from.payment.paidOn ?? '').localeCompare(b.from.payment.paidOn ?? ''))
    .at(-1);
  if (!last) return nowhere(`The remittance has no line that is line ${n} for sure.`);
  if (claimLevel.length > 0 && !isSpread) {
    return nowhere('The primary adjusted the whole claim: post that to the line that it belongs to.');
  }
  if (said.paid === null || said.adjustments === null)
    return nowhere(`An amount of line ${n} in the remittance is not read.`);
  const fault = faultOf(line, said.paid, adjustedTotal(said.adjustments));
  if (fault !== undefined) return nowhere(fault);
  return {
    from: 'remittance',
    paid: said.paid,
    adjustments: said.adjustments.map(asAdjustment),
    date: parts.every(({ from }) => from.payment.paidOn !== null) ? last.from.payment.paidOn : null,
    source: remittanceName(last.from.payment),
  };
};

const choose = (c: Case, line: ComparedLine, comparison: Comparison): LineAmounts => {
  if (c.answers.amountsFrom === 'remittance') return byRemittance(line, comparison);
  const { n, state } = line;
  switch (state) {
    case 'same':
      return comparison.claimLevel.length > 0 && !comparison.isSpread ? byRemittance(line, comparison) : POSTING;
    case 'not-posted':
      return byRemittance(line, comparison);
    case 'differs':
      return nowhere(`Posting and remittance differ on line ${n}: say which of them to take.`);
    case 'unread':
      return nowhere(`Posting and remittance of line ${n} cannot be compared: say which of them to take.`);
    case 'no-answer':
      return comparison.unmatched.length === 0
        ? POSTING
        : nowhere(`Nobody can tell what the remittance says of line ${n}: match its lines, or say which to take.`);
  }
};

const NO_ANSWER = {
  unclear: 'The remittances do not say one thing: say where to take the amounts from.',
  'no-answer': 'The remittance holds no answer that counts: say where to take the amounts from.',
} as const;
const TAKEN_BACK = 'The primary took back what it answered: say where to take the amounts from.';

/**
 * Where the amounts of a ledger's line come from: the posting, where no remittance of the primary is loaded or it says the
 * same; the remittance, where nothing is posted; where the two differ, what the biller said for the claim, else nowhere.
 */
export const amountsOf = (c: Case, line: LedgerLine): LineAmounts => {
  const remit = primaryRemit(c);
  if (remit.is === 'none' || c.answers.amountsFrom === 'posting') return POSTING;
  if (remit.is !== 'here') return nowhere(NO_ANSWER[remit.is]);
  if (remit.net.reversalOpen) return nowhere(TAKEN_BACK);
  const comparison = comparisonOf(c);
  const compared = comparison?.lines.find(({ n }) => n === line.n);
  return comparison && compared ? choose(c, compared, comparison) : POSTING;
};

/**
 * What the secondary is told that the primary paid on all lines, in cents; undefined where any part is not known. A line
 * whose amounts have to be decided first counts as it is posted.
 */
export const paidToTell = oncePerCase((c): Cents | undefined => {
  if (primaryRemit(c).is === 'none') return primaryPaid(c);
  let sum = 0;
  for (const { line, posted } of adjudicatedLines(c)) {
    const amounts = amountsOf(c, line);
    if (amounts.from === 'remittance') sum += amounts.paid;
    else if (posted && 'residual' in posted) sum += posted.paid;
    else return undefined;
  }
  return c.ledger && c.ledger.lines.length > 0 ? sum : undefined;
});

/**
 * The amounts by the remittance of lines that stand on no ledger that was read, such as a form's, by line number.
 * Undefined where no answer of the primary counts, or the biller wants those of the posting.
 */
export const remitAmountsOf = (c: Case, lines: readonly LedgerLine[]): ReadonlyMap<number, LineAmounts> | undefined => {
  const remit = primaryRemit(c);
  if (remit.is !== 'here' || c.answers.amountsFrom === 'posting') return undefined;
  if (remit.net.reversalOpen) return new Map(lines.map(({ n }) => [n, nowhere(TAKEN_BACK)]));
  const comparison = compareWithPosting(remit.net, matchRemitLines(remit.net.parts, lines), []);
  return new Map(comparison.lines.map((line) => [line.n, byRemittance(line, comparison)]));
};

/** What the primary left of all lines, in cents: to the patient (Σ PR), and as cuts that no contract binds the provider to (OA-45, PI-45). */
export interface Remaining {
  share: Cents;
  cuts: Cents;
}

const isCut = ({ group, carc }: Adjustment): boolean => carc === '45' && (group === 'OA' || group === 'PI');

/**
 * What the secondary is told that the primary left; undefined where any part is not known. A line whose amounts have to be
 * decided first counts as it is posted. Source of the cuts: X12 RFI 985.
 */
export const remainingToTell = oncePerCase((c): Remaining | undefined => {
  const left: Remaining = { share: 0, cuts: 0 };
  for (const { line, posted } of adjudicatedLines(c)) {
    const amounts = amountsOf(c, line);
    const source = amounts.from === 'remittance' ? amounts : posted && 'residual' in posted ? posted : undefined;
    if (!source) return undefined;
    for (const one of source.adjustments) {
      if (one.group === 'PR') left.share += one.amount;
      if (isCut(one)) left.cuts += one.amount;
    }
  }
  return c.ledger && c.ledger.lines.length > 0 ? left : undefined;
});
