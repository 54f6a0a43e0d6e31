import type { Case } from '../claim/case';
import type { Adjustment, Cents, GroupCode, LedgerLine, Posting } from '../claim/claim';
import { sumReadings } from '../claim/money';
import { known } from '../claim/reading';
import { mayBeSamePayer, samePayer } from '../payers/aliases';
import type { Missing } from './check';
import { isMissing, missing } from './outcome';

/** What the primary's adjudication put on one line, all its postings added up (reversals and corrections net). */
export interface PostedLine {
  line: LedgerLine;
  charge: Cents;
  paid: Cents;
  /** Net per group and reason, in the order of the page, zero sums left out. */
  adjustments: Adjustment[];
  /** charge − paid − Σ adjustments; balanced means 0. */
  residual: Cents;
}

type Belongs = 'yes' | 'no' | 'unknown';

/**
 * A page without a payer level: the payer's name tells. A line's only posting is the primary's where it bears no name, or
 * one that both payers have; of several such, and of a name that neither payer has, nobody can tell.
 */
const belongsByPayer = (c: Case, line: LedgerLine, posting: Posting): Belongs => {
  if (posting.payer.kind === 'unreadable') return 'unknown';
  const payer = known(posting.payer) ?? '';
  if (payer !== '') {
    for (const isSame of [samePayer, mayBeSamePayer]) {
      const [primary, secondary] = [isSame(payer, c.primary.name), isSame(payer, c.secondary?.name ?? '')];
      if (primary !== secondary) return primary ? 'yes' : 'no';
    }
    if (!mayBeSamePayer(payer, c.primary.name)) return 'unknown';
  }
  return line.postings.length === 1 ? 'yes' : 'unknown';
};

const belongs = (c: Case, line: LedgerLine, posting: Posting): Belongs => {
  switch (posting.level.kind) {
    case 'read':
      return posting.level.value === 'P' ? 'yes' : 'no';
    case 'absent':
      return belongsByPayer(c, line, posting);
    case 'unreadable':
      return 'unknown';
  }
};

/** The primary's postings of a line, or the reading that is needed to tell them from the secondary's. */
export const primaryPostings = (c: Case, line: LedgerLine): Posting[] | Missing => {
  const found: Posting[] = [];
  for (const posting of line.postings) {
    const is = belongs(c, line, posting);
    if (is === 'unknown') return missing(`the payer level of a posting of line ${line.n}`, 'ledger', posting.level);
    if (is === 'yes') found.push(posting);
  }
  return found;
};

/** The postings of other payers than the primary on the ledger, as far as the page tells whose they are. */
export const secondaryPostings = (c: Case): { line: LedgerLine; posting: Posting }[] =>
  (c.ledger?.lines ?? []).flatMap((line) =>
    line.postings.filter((posting) => belongs(c, line, posting) === 'no').map((posting) => ({ line, posting })),
  );

/** Sums per group and reason, in the order in which they first stand there; what nets to zero is left out. */
export const netAdjustments = (all: readonly Adjustment[]): Adjustment[] => {
  const net: Adjustment[] = [];
  for (const one of all) {
    const same = net.find((other) => other.group === one.group && other.carc === one.carc);
    if (same) same.amount += one.amount;
    else net.push({ ...one });
  }
  return net.filter((one) => one.amount !== 0);
};

const total = (adjustments: readonly Adjustment[]): Cents => adjustments.reduce((sum, one) => sum + one.amount, 0);

const postedAmounts = (line: LedgerLine, postings: Posting[]): { paid: Cents; adjustments: Adjustment[] } | Missing => {
  let paid = 0;
  const all: Adjustment[] = [];
  for (const posting of postings) {
    if (posting.paid.kind !== 'read') return missing(`the amount paid on line ${line.n}`, 'ledger', posting.paid);
    if (posting.adjustments.kind !== 'read') {
      return missing(`the adjustments of line ${line.n}`, 'ledger', posting.adjustments);
    }
    paid += posting.paid.value;
    all.push(...posting.adjustments.value);
  }
  return { paid, adjustments: netAdjustments(all) };
};

/**
 * One line as the primary adjudicated it, in cents; undefined where it has no primary posting; or the reading that
 * is missing. Source of the sum: X12 837P 2430, line charge = paid + Σ adjustments.
 */
export const postedLine = (c: Case, line: LedgerLine): PostedLine | Missing | undefined => {
  const postings = primaryPostings(c, line);
  if (isMissing(postings)) return postings;
  if (postings.length === 0) return undefined;
  const amounts = postedAmounts(line, postings);
  if (isMissing(amounts)) return amounts;
  if (line.charge.kind !== 'read') return missing(`the charge of line ${line.n}`, 'ledger', line.charge);
  const charge = line.charge.value;
  return { line, charge, ...amounts, residual: charge - amounts.paid - total(amounts.adjustments) };
};

/** Every posted line of the ledger, and what is missing of the others. Lines without a primary posting are in neither. */
export const postedLines = (c: Case, lines: readonly LedgerLine[]): { posted: PostedLine[]; lacking: Missing[] } => {
  const posted: PostedLine[] = [];
  const lacking: Missing[] = [];
  for (const line of lines) {
    const fact = postedLine(c, line);
    if (fact === undefined) continue;
    if (isMissing(fact)) lacking.push(fact);
    else posted.push(fact);
  }
  return { posted, lacking };
};

/** Σ adjustments of one group on a line, in cents. */
export const groupSum = (posted: PostedLine, group: GroupCode): Cents =>
  total(posted.adjustments.filter((one) => one.group === group));

/** The share that the primary left to the patient, over all lines; undefined where any part is not known. */
export const patientShare = (c: Case): Cents | undefined => {
  if (!c.ledger || c.ledger.lines.length === 0) return undefined;
  const { posted, lacking } = postedLines(c, c.ledger.lines);
  return lacking.length > 0 ? undefined : posted.reduce((sum, one) => sum + groupSum(one, 'PR'), 0);
};

/** What the primary paid over all lines, in cents; undefined where any part is not known. */
export const primaryPaid = (c: Case): Cents | undefined => {
  if (!c.ledger || c.ledger.lines.length === 0) return undefined;
  const { posted, lacking } = postedLines(c, c.ledger.lines);
  return lacking.length > 0 ? undefined : posted.reduce((sum, one) => sum + one.paid, 0);
};

/**
 * What the patient paid: the ledger's lines, else its total, else Claim History; undefined where none can be read, or
 * where the ledger's lines and its total contradict each other.
 */
export const patientPaid = (c: Case): Cents | undefined => {
  const lines = c.ledger?.lines ?? [];
  const onLines = lines.length > 0 ? sumReadings(lines.map((line) => line.patientPaid)) : undefined;
  const inTotal = known(c.ledger?.patientPaid);
  if (onLines === undefined) return inTotal ?? known(c.row.patientPaid);
  return inTotal === undefined || inTotal === onLines ? onLines : undefined;
};
