import type { Case } from '../claim/case';
import type { LedgerLine } from '../claim/claim';
import type { ComparedLine, Comparison } from '../era/compare';
import type { Missing, Outcome, Sum } from './check';
import { LEDGER, missing, unknown } from './outcome';
import { adjudicatedLines } from './postings';
import { comparisonOf, withAnswer } from './remittance';
import { primaryName } from './words';

/** Judges the primary's answer beside its posting; where there is no answer that counts, the check does not apply. */
export const withComparison = (c: Case, judge: (comparison: Comparison) => Outcome): Outcome =>
  withAnswer(c, () => {
    const comparison = comparisonOf(c);
    return comparison ? judge(comparison) : unknown([LEDGER]);
  });

const ofPosting = (c: Case, { n }: ComparedLine): Missing[] => {
  const posted = adjudicatedLines(c).find(({ line }) => line.n === n)?.posted;
  return posted && 'what' in posted ? [posted] : [];
};

/** A line of which an amount is not read on one side may differ elsewhere all the same. */
const hasUnread = ({ state, rows }: ComparedLine): boolean =>
  state === 'unread' ||
  (state === 'differs' && rows.some(({ what, differs }) => what !== 'left-over' && differs === null));

/** What is missing to compare the lines, on one side or the other. */
export const unreadOf = (c: Case, { lines }: Comparison): Missing[] =>
  lines.filter(hasUnread).flatMap((line) => {
    const inLedger = ofPosting(c, line);
    return inLedger.length > 0 ? inLedger : [missing(`an amount of line ${line.n} in the remittance`, 'remittance')];
  });

/** Payer said, posted and difference of one line, as on paper. */
export const differenceSum = (c: Case, line: ComparedLine): Sum => ({
  caption: `Line ${line.n}: posted, less what ${primaryName(c)} said`,
  line: line.n,
  rows: line.rows
    .filter(({ differs }) => differs !== 0)
    .map(({ label, differs, what }) => ({
      label,
      amount: differs ?? undefined,
      role: what === 'left-over' ? 'total' : 'suspect',
    })),
});

/** The first mends in a sentence; the comparison has all of them. */
export const mends = (lines: readonly ComparedLine[]): string => {
  const [first, ...more] = lines.flatMap(({ n, fixes }) => fixes.map((fix) => ({ n, fix })));
  if (!first) return 'Compare the posting with the remittance, and edit what differs.';
  const others = more.length > 0 ? ` The comparison shows ${more.length} more.` : '';
  return `On line ${first.n}: ${first.fix}${others}`;
};

/** How to mend these lines of the ledger by the remittance, where one is loaded that tells. */
export const remitMends = (c: Case, lines: readonly LedgerLine[]): string | undefined => {
  const off = (comparisonOf(c)?.lines ?? []).filter(({ line, fixes }) => lines.includes(line) && fixes.length > 0);
  return off.length > 0 ? mends(off) : undefined;
};
