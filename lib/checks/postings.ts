import type { Case } from '../claim/case';
import type { Adjustment, Cents, GroupCode, Ledger, LedgerLine, Posting } from '../claim/claim';
import { sumReadings } from '../claim/money';
import { known, type Reading } from '../claim/reading';
import { mayBeSamePayer, samePayer } from '../payers/aliases';
import type { Missing } from './check';
import { oncePerCase } from './once';
import { isMissing, missing } from './outcome';

/** What the primary's adjudication put on one line, all its postings added up (reversals and corrections net). */
export interface PostedLine {
  line: LedgerLine;
  charge: Cents;
  paid: Cents;
  /** Net per group and reason, in the order of the page, zero sums left out. */
  adjustments: readonly Adjustment[];
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

/** The postings of one line by whose they are. */
interface Sorted {
  primary: Posting[];
  /** Those of other payers. */
  others: Posting[];
  /** What is missing to tell whose the first unclear one is. */
  unclear: Missing | undefined;
}

const sortPostings = (c: Case, line: LedgerLine): Sorted => {
  const sorted: Sorted = { primary: [], others: [], unclear: undefined };
  for (const posting of line.postings) {
    const is = belongs(c, line, posting);
    if (is === 'yes') sorted.primary.push(posting);
    else if (is === 'no') sorted.others.push(posting);
    else sorted.unclear ??= missing(`the payer level of a posting of line ${line.n}`, 'ledger', posting.level);
  }
  return sorted;
};

/** The primary's postings of a line, or the reading that is needed to tell them from the secondary's. */
export const primaryPostings = (c: Case, line: LedgerLine): Posting[] | Missing => {
  const { primary, unclear } = sortPostings(c, line);
  return unclear ?? primary;
};

const isZero = ({ amount }: Adjustment): boolean => amount === 0;

const indexOfSame = (list: readonly Adjustment[], { group, carc }: Adjustment): number => {
  let i = list.length - 1;
  while (i >= 0 && !(list[i]?.group === group && list[i]?.carc === carc)) i -= 1;
  return i;
};

/** Sums per group and reason, in the order in which they first stand there; what nets to zero is left out. */
export const netAdjustments = (all: readonly Adjustment[]): Adjustment[] => {
  const net: Adjustment[] = [];
  for (const one of all) {
    const i = indexOfSame(net, one);
    const same = net[i];
    if (same) net[i] = { ...same, amount: same.amount + one.amount };
    else net.push(one);
  }
  return net.some(isZero) ? net.filter((one) => !isZero(one)) : net;
};

const total = (adjustments: readonly Adjustment[]): Cents => {
  let sum = 0;
  for (const { amount } of adjustments) sum += amount;
  return sum;
};

type Amounts = Pick<PostedLine, 'paid' | 'adjustments'>;

const postedAmounts = (line: LedgerLine, postings: readonly Posting[]): Amounts | Missing => {
  let paid = 0;
  let all: readonly Adjustment[] = [];
  for (const posting of postings) {
    if (posting.paid.kind !== 'read') return missing(`the amount paid on line ${line.n}`, 'ledger', posting.paid);
    if (posting.adjustments.kind !== 'read') {
      return missing(`the adjustments of line ${line.n}`, 'ledger', posting.adjustments);
    }
    paid += posting.paid.value;
    all = all.length === 0 ? posting.adjustments.value : [...all, ...posting.adjustments.value];
  }
  return { paid, adjustments: netAdjustments(all) };
};

const postedFrom = (line: LedgerLine, postings: readonly Posting[]): PostedLine | Missing | undefined => {
  if (postings.length === 0) return undefined;
  const amounts = postedAmounts(line, postings);
  if (isMissing(amounts)) return amounts;
  if (line.charge.kind !== 'read') return missing(`the charge of line ${line.n}`, 'ledger', line.charge);
  const { paid, adjustments } = amounts;
  const charge = line.charge.value;
  return { line, charge, paid, adjustments, residual: charge - paid - total(adjustments) };
};

/**
 * One line as the primary adjudicated it, in cents; undefined where it has no primary posting; or the reading that
 * is missing. Source of the sum: X12 837P 2430, line charge = paid + Σ adjustments.
 */
export const postedLine = (c: Case, line: LedgerLine): PostedLine | Missing | undefined => {
  const postings = primaryPostings(c, line);
  return isMissing(postings) ? postings : postedFrom(line, postings);
};

/** A line of the ledger and what was posted to it. */
export interface Adjudicated extends Sorted {
  line: LedgerLine;
  /** As `postedLine` has it. */
  posted: PostedLine | Missing | undefined;
}

/** Every line of the ledger with its postings; none where the ledger was not read. */
export const adjudicatedLines = oncePerCase((c): Adjudicated[] =>
  (c.ledger?.lines ?? []).map((line) => {
    const { primary, others, unclear } = sortPostings(c, line);
    return { line, primary, others, unclear, posted: unclear ?? postedFrom(line, primary) };
  }),
);

/** Every posted line of the ledger, and what is missing of the others. Lines without a primary posting are in neither. */
export const postedLines = oncePerCase((c): { posted: PostedLine[]; lacking: Missing[] } => {
  const posted: PostedLine[] = [];
  const lacking: Missing[] = [];
  for (const { posted: fact } of adjudicatedLines(c)) {
    if (fact === undefined) continue;
    if ('residual' in fact) posted.push(fact);
    else lacking.push(fact);
  }
  return { posted, lacking };
});

/** Σ adjustments of one group on a line, in cents. */
export const groupSum = ({ adjustments }: PostedLine, group: GroupCode): Cents => {
  let sum = 0;
  for (const one of adjustments) if (one.group === group) sum += one.amount;
  return sum;
};

/** A sum over all lines of the ledger, in cents; undefined where any part is not known. */
const overLines = (amount: (posted: PostedLine) => Cents) =>
  oncePerCase((c): Cents | undefined => {
    if (!c.ledger || c.ledger.lines.length === 0) return undefined;
    const { posted, lacking } = postedLines(c);
    if (lacking.length > 0) return undefined;
    let sum = 0;
    for (const one of posted) sum += amount(one);
    return sum;
  });

/** The share that the primary left to the patient, over all lines; undefined where any part is not known. */
export const patientShare = overLines((posted) => groupSum(posted, 'PR'));

/** What the primary paid over all lines, in cents; undefined where any part is not known. */
export const primaryPaid = overLines(({ paid }) => paid);

/** A column of the ledger added up, in cents; undefined where there is no line, or any is not read. */
export const overLedger = (
  ledger: Ledger | undefined,
  column: (line: LedgerLine) => Reading<Cents>,
): Cents | undefined => (ledger && ledger.lines.length > 0 ? sumReadings(ledger.lines.map(column)) : undefined);

/**
 * What the patient paid: the ledger's lines, else its total, else Claim History; undefined where none can be read, or
 * where the ledger's lines and its total contradict each other.
 */
export const patientPaid = (c: Case): Cents | undefined => {
  const onLines = overLedger(c.ledger, (line) => line.patientPaid);
  const inTotal = known(c.ledger?.patientPaid);
  if (onLines === undefined) return inTotal ?? known(c.row.patientPaid);
  return inTotal === undefined || inTotal === onLines ? onLines : undefined;
};
