import type { Case } from '../claim/case';
import type { Adjustment, Cents, IsoDate, LedgerLine } from '../claim/claim';
import { type Place, placeOf } from '../claim/reading';
import { adjustmentName } from '../codes/adjustment-name';
import { asAdjustment } from '../era/amounts';
import type { ComparedLine, Comparison } from '../era/compare';
import type { Missing, Outcome, Raised } from './check';
import { oncePerCase } from './once';
import { judge, LEDGER, missing } from './outcome';
import { type Adjudicated, adjudicatedLines } from './postings';
import { comparisonOf, primaryRemit } from './remittance';
import { firstOf } from './words';

/** A line of the ledger as the primary answered it, net: by its remittance where that speaks of the line, else as posted. */
export interface AnsweredLine {
  line: LedgerLine;
  charge: Cents;
  paid: Cents;
  /** Net per group and reason; zero sums are left out. */
  adjustments: readonly Adjustment[];
  /** The days on which it was decided; what is missing where one cannot be told. */
  decidedOn: readonly (IsoDate | Missing)[];
  /** Where the posting of it stands. */
  place: Place | undefined;
}

export interface Answers {
  lines: readonly AnsweredLine[];
  /** Adjustments of the claim as a whole (835 2100 CAS) that were posted to no line. */
  wholeClaim: readonly Adjustment[];
  lacking: readonly Missing[];
}

type Fact = AnsweredLine | Missing | undefined;

const placeOfPosting = ({ primary }: Adjudicated): Place | undefined => placeOf(primary.at(-1)?.adjustments);

const asPosted = (adjudicated: Adjudicated): Fact => {
  const { line, primary, posted } = adjudicated;
  if (!posted || 'what' in posted) return posted;
  const { charge, paid, adjustments } = posted;
  const decidedOn = primary.map(({ date }) =>
    date.kind === 'read' ? date.value : missing(`the check date of line ${line.n}`, 'ledger', date),
  );
  return { line, charge, paid, adjustments, decidedOn, place: placeOfPosting(adjudicated) };
};

const asSaid = ({ n, said, parts }: ComparedLine, adjudicated: Adjudicated): Fact => {
  const { charge, paid, adjustments } = said;
  if (charge === null || paid === null || adjustments === null)
    return missing(`an amount of line ${n} in the remittance`, 'remittance');
  const decidedOn = parts.map(({ from }) => from.payment.paidOn ?? missing('the date of the remittance', 'remittance'));
  const place = placeOfPosting(adjudicated);
  return { line: adjudicated.line, charge, paid, adjustments: adjustments.map(asAdjustment), decidedOn, place };
};

const answersOf = (facts: readonly Fact[], comparison?: Comparison): Answers => {
  const lines: AnsweredLine[] = [];
  const lacking: Missing[] = [];
  for (const fact of facts) {
    if (fact === undefined) continue;
    if ('what' in fact) lacking.push(fact);
    else lines.push(fact);
  }
  const wholeClaim = comparison && !comparison.isSpread ? comparison.claimLevel.map(asAdjustment) : [];
  return { lines, wholeClaim, lacking };
};

const OF_CLAIM: Missing = { what: 'an adjustment of the whole claim in the remittance', source: 'remittance' };

/** While the ledger is not read, the codes of a remittance are known, but not their lines. */
const withoutLedger = (c: Case): Answers => {
  const remit = primaryRemit(c);
  const net = remit.is === 'here' ? remit.net.adjustments : null;
  return { lines: [], wholeClaim: (net ?? []).map(asAdjustment), lacking: [LEDGER] };
};

/**
 * What the primary answered to the claim, in cents, net of reversals and corrections. Its remittance counts where one is
 * loaded, line by line; a line of which it does not speak counts as it is posted. A line without either is in no list.
 */
export const answersToClaim = oncePerCase((c): Answers => {
  if (!c.ledger) return withoutLedger(c);
  const remit = primaryRemit(c);
  if (remit.is === 'unclear') return { lines: [], wholeClaim: [], lacking: remit.missing };
  const comparison = comparisonOf(c);
  const facts = adjudicatedLines(c).map((adjudicated, i) => {
    const compared = comparison?.lines[i];
    return compared && compared.state !== 'no-answer' ? asSaid(compared, adjudicated) : asPosted(adjudicated);
  });
  const answers = answersOf(facts, comparison);
  if (remit.is !== 'here' || remit.net.claimAdjustments !== null) return answers;
  return { ...answers, lacking: [...answers.lacking, OF_CLAIM] };
});

/** One reason that is in force, and the line that it stands on; none where it is about the claim as a whole. */
export interface Reason {
  adjustment: Adjustment;
  on: AnsweredLine | undefined;
}

const reasonsInForce = oncePerCase((c): readonly Reason[] => {
  const { lines, wholeClaim } = answersToClaim(c);
  const reasons: Reason[] = [];
  for (const on of lines) for (const adjustment of on.adjustments) reasons.push({ adjustment, on });
  for (const adjustment of wholeClaim) reasons.push({ adjustment, on: undefined });
  return reasons;
});

/** Where reasons stand: the parts of a finding that are the same for every check of codes. */
export const placed = (reasons: readonly Reason[]): Pick<Raised, 'places' | 'lines' | 'quotes'> => {
  const lines = [...new Set(reasons.flatMap(({ on }) => on ?? []))];
  return {
    places: lines.flatMap(({ place }) => place ?? []),
    lines: lines.map(({ line }) => line.n),
    quotes: reasons.map(({ adjustment, on }) => {
      const text = adjustmentName(adjustment);
      return on?.place ? { text, place: on.place } : { text };
    }),
  };
};

/** What was said about which line, for a title: `Filed late, CO-29, Not covered, PR-96`, each once. */
export const named = (reasons: readonly Reason[]): string =>
  firstOf([...new Set(reasons.map(({ adjustment }) => adjustmentName(adjustment)))]);

/** `Line 2: filed late`, `3 lines: filed late`, `Filed late`; `what` has 20 characters or less. */
export const shortOf = (lines: readonly number[], what: string): string => {
  if (lines.length === 0) return `${what[0]?.toUpperCase() ?? ''}${what.slice(1)}`;
  return lines.length === 1 ? `Line ${lines[0]}: ${what}` : `${lines.length} lines: ${what}`;
};

/** The reasons in force that fit. */
export const reasonsThat = (c: Case, fits: (reason: Reason) => boolean): Reason[] => reasonsInForce(c).filter(fits);

type Words = Omit<Raised, 'places' | 'lines' | 'quotes'>;

/** Raised by the reasons in force that fit, as one finding; unknown where an answer to any line is not read. */
export const judgeReasons = (
  c: Case,
  fits: (adjustment: Adjustment, on: AnsweredLine | undefined) => boolean,
  words: (found: readonly Reason[], lines: readonly number[]) => Words,
): Outcome => {
  const { lacking } = answersToClaim(c);
  const found = reasonsThat(c, ({ adjustment, on }) => fits(adjustment, on));
  if (found.length === 0) return judge([], [...lacking]);
  const where = placed(found);
  return judge([{ ...words(found, where.lines), ...where }], []);
};

/** Raised by the answered lines that fit, as one finding; unknown where an answer to any line is not read. */
export const judgeLines = (
  c: Case,
  fits: (line: AnsweredLine) => boolean,
  words: (found: readonly AnsweredLine[], lines: readonly number[]) => Words,
): Outcome => {
  const { lines, lacking } = answersToClaim(c);
  const found = lines.filter(fits);
  if (found.length === 0) return judge([], [...lacking]);
  const numbers = found.map(({ line }) => line.n);
  return judge([{ ...words(found, numbers), places: found.flatMap(({ place }) => place ?? []), lines: numbers }], []);
};
