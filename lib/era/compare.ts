import type { Cents } from '../claim/claim';
import { formatDollars, formatMoney } from '../claim/money';
import { known } from '../claim/reading';
import { adjustedTotal, groupTotal, type NetAdjustment, netAdjustments, sumOf } from './amounts';
import type { MatchedLine, MatchedLines } from './match-lines';
import type { NetState } from './netting';
import { spreadOverLines } from './spread';

/**
 * What is posted on one line from this payer, in cents. `null` is not read, never 0. `isPosted` false: the page shows
 * that nothing is.
 */
export interface PostedAmounts {
  isPosted: boolean;
  paid: Cents | null;
  adjustments: NetAdjustment[] | null;
}

/** One row of "payer said / posted / differs", in cents; `null` where it is not read. Differs = posted − payer said. */
export interface ComparedAmount {
  what: 'paid' | 'adjustment' | 'adjusted' | 'patient' | 'left-over';
  /** `Paid`, `CO-45`, `Left over`. */
  label: string;
  said: Cents | null;
  posted: Cents | null;
  differs: Cents | null;
}

/**
 * `same`: to the cent and the code. `differs`: see `fixes`. `not-posted`: the payer answered, nothing is posted.
 * `no-answer`: no line of the remittance is about it. `unread`: an amount is not read on one side.
 */
export type ComparedState = 'same' | 'differs' | 'not-posted' | 'no-answer' | 'unread';

export interface ComparedLine extends MatchedLine {
  state: ComparedState;
  /** What the payer said in all, claim-level adjustments that were posted to the line among it. */
  said: Said;
  charge: { said: Cents | null; billed: Cents | null };
  rows: ComparedAmount[];
  /** What to mend, each a sentence: `CO-45 was posted $0.01 short: change it to 21.64.` */
  fixes: string[];
  /** Payments differ; or only reasons and their amounts do. */
  paidDiffers: boolean;
  adjustmentsDiffer: boolean;
}

export interface Comparison {
  lines: ComparedLine[];
  unmatched: MatchedLines['unmatched'];
  /** Paid, adjusted, patient, over all lines. */
  totals: ComparedAmount[];
  /** Adjustments of the claim as a whole (2100 CAS); the payer put them on no line. */
  claimLevel: NetAdjustment[];
  /** They were posted to lines, each off the payment of its line: `payer said` counts them there. */
  isSpread: boolean;
  state: ComparedState;
}

const compared = (what: ComparedAmount['what'], label: string, said: Cents | null, posted: Cents | null) => ({
  what,
  label,
  said,
  posted,
  differs: said === null || posted === null ? null : posted - said,
});

/** What a payer said of a line, in cents; null where it said nothing or it is not read. */
export interface Said {
  charge: Cents | null;
  paid: Cents | null;
  adjustments: NetAdjustment[] | null;
}

/** What the payer said of a line: Σ over every line of its answers that is about it. */
const saidOf = ({ parts }: MatchedLine): Said => {
  const isSaid = parts.length > 0;
  return {
    charge: isSaid ? sumOf(parts.map(({ line }) => line.charge)) : null,
    paid: isSaid ? sumOf(parts.map(({ line }) => line.paid)) : null,
    adjustments: isSaid ? netAdjustments(parts.flatMap(({ line }) => line.adjustments)) : null,
  };
};

/** With the part of the claim's own adjustments that was posted to the line. */
const withPart = (said: Said, part: readonly NetAdjustment[]): Said => ({
  charge: said.charge,
  paid: said.paid === null ? null : said.paid - adjustedTotal(part),
  adjustments: said.adjustments === null ? null : netAdjustments([...said.adjustments, ...part]),
});

const amountOf = (list: readonly NetAdjustment[] | null, code: string): Cents | null =>
  list === null ? null : (list.find((one) => codeOf(one) === code)?.amount ?? 0);

const codeOf = ({ group, carc }: NetAdjustment): string =>
  [group, carc].filter((part) => part !== '').join('-') || 'no code';

const codesOf = (...lists: (NetAdjustment[] | null)[]): string[] => [
  ...new Set(lists.flatMap((list) => (list ?? []).map(codeOf))),
];

const adjustedOf = (list: NetAdjustment[] | null): Cents | null => (list === null ? null : adjustedTotal(list));

const leftOver = (charge: Cents | null, paid: Cents | null, adjustments: NetAdjustment[] | null): Cents | null => {
  const adjusted = adjustedOf(adjustments);
  return charge === null || paid === null || adjusted === null ? null : charge - paid - adjusted;
};

const shortOrOver = (differs: Cents): string =>
  `${formatDollars(Math.abs(differs))} ${differs < 0 ? 'short' : 'too high'}`;

const changeTo = (row: ComparedAmount, name: string): string | undefined =>
  row.differs === null || row.differs === 0 || row.said === null
    ? undefined
    : `${name} was posted ${shortOrOver(row.differs)}: change it to ${formatMoney(row.said)}.`;

const isMissingIn = ({ posted, said }: ComparedAmount): boolean => posted === 0 && said !== null && said !== 0;
const isSurplus = ({ posted, said }: ComparedAmount): boolean => said === 0 && posted !== null && posted !== 0;

/** Codes that differ: one that was posted under another code for the same amount is one mistake. */
const fixAdjustments = (rows: readonly ComparedAmount[]): string[] => {
  const surplus = rows.filter(isSurplus);
  const fixes: string[] = [];
  for (const row of rows) {
    if (!isMissingIn(row)) {
      const fix = isSurplus(row) ? undefined : changeTo(row, row.label);
      if (fix !== undefined) fixes.push(fix);
      continue;
    }
    const twin = surplus.find((other) => other.posted === row.said);
    if (twin) surplus.splice(surplus.indexOf(twin), 1);
    const amount = formatMoney(row.said ?? 0);
    fixes.push(
      twin
        ? `${row.label} of ${amount} was posted as ${twin.label}: change the code.`
        : `${row.label} of ${amount} was not posted: add it.`,
    );
  }
  return [
    ...fixes,
    ...surplus.map(
      ({ label, posted }) => `${label} of ${formatMoney(posted ?? 0)} is not in the remittance: remove it.`,
    ),
  ];
};

const postIt = (rows: readonly ComparedAmount[]): string => {
  const amounts = rows
    .filter(({ what, said }) => what === 'paid' || (what === 'adjustment' && said !== 0))
    .map(({ label, said }) => `${label === 'Paid' ? 'paid' : label} ${said === null ? 'not read' : formatMoney(said)}`);
  return `Nothing is posted on this line: post ${amounts.join(', ')}.`;
};

/** What to mend; by a remittance that contradicts itself on the line, or is about another charge, nothing. */
const fixesOf = (
  { said, billed }: { said: Said; billed: Cents | null },
  state: ComparedState,
  rows: readonly ComparedAmount[],
): string[] => {
  const left = leftOver(said.charge, said.paid, said.adjustments);
  if (left === null) return ['An amount of this line in the remittance is not read: go by the EOB.'];
  if (left !== 0) return ['The remittance does not add up on this line: go by the EOB.'];
  if (billed !== null && said.charge !== billed)
    return ['The remittance is about another charge on this line: look for the rest of the answer.'];
  if (state === 'not-posted') return [postIt(rows)];
  const [paid, ...adjustments] = rows;
  const ofPaid = paid && changeTo(paid, 'The payment');
  return [...(ofPaid === undefined ? [] : [ofPaid]), ...fixAdjustments(adjustments)];
};

const stateOf = (line: MatchedLine, posted: PostedAmounts, rows: readonly ComparedAmount[]): ComparedState => {
  if (line.parts.length === 0) return 'no-answer';
  if (!posted.isPosted) return 'not-posted';
  if (rows.some(({ differs }) => differs !== null && differs !== 0)) return 'differs';
  return rows.some(({ differs }) => differs === null) ? 'unread' : 'same';
};

const NOTHING_POSTED: PostedAmounts = { isPosted: false, paid: null, adjustments: null };

const compareLine = (line: MatchedLine, said: Said, posted: PostedAmounts): ComparedLine => {
  const billed = known(line.line.charge) ?? null;
  const ofPosting = posted.isPosted ? posted : NOTHING_POSTED;
  const adjustments = codesOf(said.adjustments, ofPosting.adjustments).map((code) =>
    compared('adjustment', code, amountOf(said.adjustments, code), amountOf(ofPosting.adjustments, code)),
  );
  // A list that is not read has no codes of its own to show the gap by.
  const unread =
    line.parts.length > 0 &&
    posted.isPosted &&
    (said.adjustments === null || posted.adjustments === null) &&
    adjustments.length === 0
      ? [compared('adjustment', 'Adjustments', null, null)]
      : [];
  const paid = compared('paid', 'Paid', said.paid, ofPosting.paid);
  const left = compared(
    'left-over',
    'Left over',
    leftOver(said.charge, said.paid, said.adjustments),
    leftOver(billed, ofPosting.paid, ofPosting.adjustments),
  );
  const decisive = [paid, ...adjustments, ...unread];
  const state = stateOf(line, posted, decisive);
  const isOff = state === 'differs';
  return {
    ...line,
    state,
    said,
    charge: { said: said.charge, billed },
    rows: [...decisive, left],
    fixes: isOff || state === 'not-posted' ? fixesOf({ said, billed }, state, decisive) : [],
    paidDiffers: isOff && (paid.differs ?? 0) !== 0,
    adjustmentsDiffer: isOff && adjustments.some(({ differs }) => differs !== null && differs !== 0),
  };
};

/** Not posted is nothing in sum only where a line is known not to be. */
const totalOf = (amounts: (Cents | null)[], isAll: boolean): Cents | null => (isAll ? sumOf(amounts) : null);

const patientOf = (list: NetAdjustment[] | null): Cents | null => (list === null ? null : groupTotal(list, 'PR'));

/** The whole claim: lines of the remittance that are matched to none count in what the payer said. */
const totalsOf = (
  net: NetState,
  lines: readonly ComparedLine[],
  posted: readonly PostedAmounts[],
  isSpread: boolean,
): ComparedAmount[] => {
  const isTold = net.unclear.length === 0 && net.last !== undefined;
  const parts = net.parts.map(({ line }) => line);
  const isByLine = parts.length > 0 && !isSpread;
  const adjustments = isByLine ? netAdjustments(parts.flatMap((line) => line.adjustments)) : net.adjustments;
  const paid = isByLine ? sumOf(parts.map((line) => line.paid)) : net.paid;
  const isPosted = lines.length > 0 && posted.some((one) => one.isPosted);
  const of = (what: ComparedAmount['what'], label: string, said: Cents | null, amounts: (Cents | null)[]) =>
    compared(what, label, isTold ? said : null, totalOf(amounts, isPosted));
  const each = (amount: (one: PostedAmounts) => Cents | null) => posted.map((one) => (one.isPosted ? amount(one) : 0));
  const other = (list: NetAdjustment[] | null): Cents | null => {
    const [all, patient] = [adjustedOf(list), patientOf(list)];
    return all === null || patient === null ? null : all - patient;
  };
  return [
    of(
      'paid',
      'Paid',
      paid,
      each((one) => one.paid),
    ),
    of(
      'adjusted',
      'Adjusted',
      other(adjustments),
      each((one) => other(one.adjustments)),
    ),
    of(
      'patient',
      'Patient',
      patientOf(adjustments),
      each((one) => patientOf(one.adjustments)),
    ),
  ];
};

const WORST_FIRST: readonly ComparedState[] = ['differs', 'not-posted', 'no-answer', 'unread', 'same'];

/**
 * Holds what a payer said against what is posted from it, line by line and in total.
 * In: the net of its answers; its lines matched to the ledger's; what is posted on each line of the ledger, in its order.
 * Out: rows in cents. Line payments are compared with Σ SVC03; adjustments of the whole claim (2100 CAS) are
 * listed apart, unless they were posted to lines. What is not read on one side is neither same nor different.
 */
export const compareWithPosting = (
  net: NetState,
  matched: MatchedLines,
  posted: readonly PostedAmounts[],
): Comparison => {
  const claimLevel = net.claimAdjustments ?? [];
  const pairs = matched.lines.map((line, i) => ({ line, said: saidOf(line), posted: posted[i] ?? NOTHING_POSTED }));
  const spread = matched.unmatched.length === 0 ? spreadOverLines(claimLevel, pairs) : undefined;
  const lines = pairs.map(({ line, said, posted: of }, i) => compareLine(line, withPart(said, spread?.[i] ?? []), of));
  const totals = totalsOf(net, lines, posted, spread !== undefined);
  const states = lines.map(({ state }) => state);
  const worst = WORST_FIRST.find((state) => states.includes(state)) ?? 'no-answer';
  const isOff = totals.some(({ differs }) => differs !== null && differs !== 0);
  return {
    lines,
    unmatched: matched.unmatched,
    totals,
    claimLevel,
    isSpread: spread !== undefined,
    state: worst === 'same' && isOff ? 'differs' : worst,
  };
};
