import type { Case } from '../claim/case';
import type { Adjustment, Cents, IsoDate, LedgerLine, Posting } from '../claim/claim';
import { formatDollars } from '../claim/money';
import { known, type Reading } from '../claim/reading';
import { type Fact, fact, noFact } from './wanted';

/** What the primary did to one service line, net of reversals and corrections. */
export interface Adjudication {
  payer: string;
  paid: Cents;
  adjustments: Fact<Adjustment[]>;
  date: Fact<IsoDate>;
}

const name = (line: LedgerLine): string => `line ${line.n}`;

/** The primary's postings; a posting without a level is the primary's on the ledger of a primary claim, if it is the only one. */
const primaryPostings = (c: Case, line: LedgerLine): Fact<Posting[]> => {
  const { postings } = line;
  if (postings.length === 0) return noFact(`The ledger has no posting on ${name(line)}.`);
  if (postings.some((p) => p.level.kind === 'unreadable')) {
    return noFact(`Whose posting stands on ${name(line)} cannot be read.`);
  }
  const nameless = postings.filter((p) => p.level.kind === 'absent');
  if (nameless.length > 0 && (postings.length > 1 || known(c.row.level) !== 'P')) {
    return noFact(`The ledger does not say whose postings stand on ${name(line)}.`);
  }
  const primary = nameless.length > 0 ? nameless : postings.filter((p) => known(p.level) === 'P');
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

/** One adjustment for each group and reason, in the page's order; what comes to zero is left out (X12 837P 2430 CAS). */
export const netAdjustments = (adjustments: readonly Adjustment[]): Adjustment[] => {
  const net = new Map<string, Adjustment>();
  for (const adjustment of adjustments) {
    const key = `${adjustment.group}-${adjustment.carc}`;
    const before = net.get(key);
    net.set(key, before ? { ...before, amount: before.amount + adjustment.amount } : adjustment);
  }
  return [...net.values()].filter((adjustment) => adjustment.amount !== 0);
};

/** Adjustments that no page shows count as none only where the line adds up without them. */
const adjustmentsOf = (line: LedgerLine, postings: readonly Posting[], paid: Cents): Fact<Adjustment[]> => {
  const why = `The adjustments of ${name(line)} cannot be read.`;
  const shown = postings.map((p) => p.adjustments).filter((reading) => reading.kind !== 'absent');
  const lists = readAll(shown);
  if (!lists) return noFact(why);
  const net = netAdjustments(lists.flat());
  const uncoded = net.find((a) => a.group === '' || a.carc === '');
  if (uncoded) return noFact(`"${uncoded.raw}" on ${name(line)} has no group and reason code.`);
  if (shown.length < postings.length && paid + total(net.map((a) => a.amount)) !== known(line.charge)) {
    return noFact(`The ledger does not show the adjustments of each posting on ${name(line)}.`);
  }
  return fact(net, 'Ledger');
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

/**
 * The primary's adjudication of a ledger line. Several postings (a reversal and its correction) count net, with the last
 * date. No amount where any of them is not read.
 */
export const adjudicationOf = (c: Case, line: LedgerLine): Fact<Adjudication> => {
  const postings = primaryPostings(c, line);
  if (!postings.ok) return postings;
  const payments = readAll(postings.value.map((p) => p.paid));
  if (!payments) return noFact(`What the primary paid on ${name(line)} is not read.`);
  const paid = total(payments);
  const odd = contradiction(line, postings.value, paid);
  if (odd !== undefined) return noFact(odd);
  const payer = postings.value.map((p) => known(p.payer)).find((p) => p !== undefined && p !== '') ?? c.primary.name;
  return fact(
    {
      payer,
      paid,
      adjustments: adjustmentsOf(line, postings.value, paid),
      date: dateOf(line, postings.value),
    },
    `Ledger, paid by ${payer}`,
  );
};
