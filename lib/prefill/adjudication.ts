import { amountsOf, type LineAmounts, type RemitAmounts, remitAmountsOf } from '../checks/line-amounts';
import { isMissing } from '../checks/outcome';
import { netAdjustments, primaryPostings as postingsOfPrimary } from '../checks/postings';
import type { Case } from '../claim/case';
import type { Adjustment, Cents, IsoDate, LedgerLine, Posting } from '../claim/claim';
import { formatDollars } from '../claim/money';
import { known, type Reading } from '../claim/reading';
import { type Fact, fact, noFact } from './wanted';

/** Said of every box that needs the ledger while it is not read. */
export const LEDGER_NOT_READ = 'The ledger is not read.';

/** What the primary did to one service line, net of reversals and corrections. */
export interface Adjudication {
  payer: string;
  /** `Ledger, adjusted by Brightwater`, `Remittance 03/24/2026, check 0012345`: where the adjustments come from. */
  adjustedBy: string;
  paid: Cents;
  adjustments: Fact<Adjustment[]>;
  date: Fact<IsoDate>;
}

const name = (line: LedgerLine): string => `line ${line.n}`;

/** The primary's postings; one without level and payer is the primary's only on the ledger of a claim known to be primary. */
const primaryPostings = (c: Case, line: LedgerLine): Fact<Posting[]> => {
  if (line.postings.length === 0) return noFact(`The ledger has no posting on ${name(line)}.`);
  const primary = postingsOfPrimary(c, line);
  const isNameless = line.postings.some((p) => p.level.kind === 'absent' && !known(p.payer));
  if (isMissing(primary) || (isNameless && known(c.row.level) !== 'P')) {
    return noFact(`The ledger does not say whose postings stand on ${name(line)}.`);
  }
  return primary.length > 0
    ? fact(primary, 'Ledger')
    : noFact(`The ledger has no posting of the primary on ${name(line)}.`);
};

const readAll = <T>(readings: readonly Reading<T>[]): T[] | undefined => {
  const values: T[] = [];
  for (const reading of readings) {
    if (reading.kind !== 'read') return undefined;
    values.push(reading.value);
  }
  return values;
};

const total = (amounts: readonly Cents[]): Cents => amounts.reduce((sum, amount) => sum + amount, 0);

/** What the postings show of adjustments, net; undefined where one cannot be read. Not shown is no adjustment. */
const shownAdjustments = (postings: readonly Posting[]): Adjustment[] | undefined => {
  const lists = readAll(postings.map((p) => p.adjustments).filter((reading) => reading.kind !== 'absent'));
  return lists && netAdjustments(lists.flat());
};

const adjustmentsOf = (line: LedgerLine, net: Adjustment[] | undefined, source = 'Ledger'): Fact<Adjustment[]> => {
  if (!net) return noFact(`The adjustments of ${name(line)} cannot be read.`);
  const uncoded = net.find((a) => a.group === '' || a.carc === '');
  return uncoded ? noFact(`"${uncoded.raw}" on ${name(line)} has no group and reason code.`) : fact(net, source);
};

const dateOf = (line: LedgerLine, postings: readonly Posting[]): Fact<IsoDate> => {
  const dates = readAll(postings.map((p) => p.date));
  const last = dates?.toSorted().at(-1);
  return last === undefined ? noFact(`The check date of ${name(line)} is not read.`) : fact(last, 'Ledger, check date');
};

/** The line's own column says the same, unless another payer's postings are in it. */
const contradiction = (line: LedgerLine, postings: readonly Posting[], paid: Cents): string | undefined => {
  const shown = known(line.insurancePaid);
  if (shown === undefined || shown === paid || postings.length < line.postings.length) return undefined;
  return `The ledger shows ${formatDollars(shown)} paid on ${name(line)}, its postings add up to ${formatDollars(paid)}.`;
};

/** A line that is off by a cent holds a wrong value somewhere, and nobody can tell which (X12 837P 2430). */
const imbalance = (line: LedgerLine, paid: Cents, net: readonly Adjustment[] | undefined): string | undefined => {
  const charge = known(line.charge);
  if (!net || charge === undefined) return undefined;
  const left = charge - paid - total(net.map((a) => a.amount));
  return left === 0 ? undefined : `Line ${line.n} does not balance in the ledger: ${formatDollars(left)} is left over.`;
};

/**
 * As the ledger has it. Several postings (a reversal and its correction) count net, with the last date. No amount where any
 * of them is not read, where the line does not balance, or where the payments come to less than nothing (X12 837P SVD02 is
 * not negative).
 */
const postedAdjudication = (c: Case, line: LedgerLine): Fact<Adjudication> => {
  const postings = primaryPostings(c, line);
  if (!postings.ok) return postings;
  const payments = readAll(postings.value.map((p) => p.paid));
  if (!payments) return noFact(`What the primary paid on ${name(line)} is not read.`);
  const paid = total(payments);
  if (paid < 0) return noFact(`The primary took back more than it paid on ${name(line)}: ${formatDollars(paid)}.`);
  const net = shownAdjustments(postings.value);
  const wrong = contradiction(line, postings.value, paid) ?? imbalance(line, paid, net);
  if (wrong !== undefined) return noFact(wrong);
  const payer = postings.value.map((p) => known(p.payer)).find((p) => p !== undefined && p !== '') ?? c.primary.name;
  const adjudication = {
    payer,
    adjustedBy: `Ledger, adjusted by ${payer}`,
    paid,
    adjustments: adjustmentsOf(line, net),
    date: dateOf(line, postings.value),
  };
  return fact(adjudication, `Ledger, paid by ${payer}`);
};

/** As the remittance has it, net; every amount of it was read and adds up to the charge. */
const remitAdjudication = (c: Case, line: LedgerLine, amounts: RemitAmounts): Fact<Adjudication> => {
  const { paid, adjustments, date, source } = amounts;
  const made = {
    payer: c.primary.name,
    adjustedBy: source,
    paid,
    adjustments: adjustmentsOf(line, adjustments, source),
    date:
      date === null ? noFact(`The payment date of line ${line.n} in the remittance is not read.`) : fact(date, source),
  };
  return fact(made, source);
};

/** The amounts of a line from where they are taken: the ledger, the remittance, or why from nowhere. */
const adjudicationFrom = (c: Case, line: LedgerLine, amounts: LineAmounts): Fact<Adjudication> => {
  switch (amounts.from) {
    case 'posting':
      return postedAdjudication(c, line);
    case 'remittance':
      return remitAdjudication(c, line, amounts);
    case 'nowhere':
      return noFact(amounts.why);
  }
};

/**
 * The primary's adjudication of a ledger line: as it is posted; as the remittance says where nothing is posted, or the
 * biller takes the amounts from there. Where the two differ and she did not say which, it cannot be told.
 */
export const adjudicationOf = (c: Case, line: LedgerLine): Fact<Adjudication> =>
  adjudicationFrom(c, line, amountsOf(c, line));

/** The same of lines for which no ledger was read, by their number; undefined where no remittance tells. */
export const remittedLines = (
  c: Case,
  lines: readonly LedgerLine[],
): ((line: LedgerLine) => Fact<Adjudication>) | undefined => {
  const amounts = remitAmountsOf(c, lines);
  return (
    amounts && ((line) => adjudicationFrom(c, line, amounts.get(line.n) ?? { from: 'nowhere', why: LEDGER_NOT_READ }))
  );
};
