import type { Case } from '../claim/case';
import { formatDollars } from '../claim/money';
import type { ComparedLine, Comparison } from '../era/compare';
import type { Check, Missing, Raised } from './check';
import { differenceSum, mends, unreadOf, withComparison } from './differences';
import { judge, missing } from './outcome';
import { adjudicatedLines } from './postings';
import { lineNumbers, linesThat, places, primaryName } from './words';

const onLines = (c: Case, off: readonly ComparedLine[]): Raised => {
  const lines = off.map(({ line }) => line);
  return {
    title: `${linesThat(lines, 'was', 'were')} posted with another payment than ${primaryName(c)} made`,
    fix: mends(off),
    short: off.length > 1 ? `${off.length} lines: paid differs` : `${lineNumbers(off)}: paid differs`,
    places: places(...lines.map((line) => line.postings[0]?.paid)),
    lines: off.map(({ n }) => n),
    sums: off.map((line) => differenceSum(c, line)),
  };
};

const inTotal = (c: Case, { totals, lines }: Comparison): Raised[] => {
  const differs = totals.find(({ what }) => what === 'paid')?.differs ?? 0;
  // A line without a posting is said as such.
  if (differs === 0 || lines.some(({ state }) => state === 'not-posted')) return [];
  return [
    {
      title: `The posting of ${primaryName(c)} is ${formatDollars(Math.abs(differs))} ${differs < 0 ? 'short' : 'too high'} in total`,
      short: 'Paid differs in total',
      places: [],
      lines: [],
    },
  ];
};

/** What is missing to compare the payments of all lines: lines that nothing in the remittance is matched to among them. */
const unreadInTotal = (c: Case, { totals, lines }: Comparison): Missing[] => {
  const paid = totals.find(({ what }) => what === 'paid');
  if (!paid || paid.differs !== null || lines.some(({ state }) => state === 'not-posted')) return [];
  if (paid.said === null) return [missing('a payment in the remittance', 'remittance')];
  return adjudicatedLines(c).flatMap(({ posted }) => (posted && 'what' in posted ? [posted] : []));
};

const check: Check = {
  id: 'C010',
  name: 'era_vs_posted_paid',
  title: 'Payments are posted as the remittance says',
  when: 'Raised where the payment posted on a line, or on all of them, is not what the primary paid by its remittance, to the cent. Compared are line payments (Σ SVC03); adjustments of the whole claim count where they were posted.',
  why: 'The secondary would be told a wrong amount, and pays by it.',
  fix: 'Compare the payments with the remittance, and edit what differs.',
  section: 'posting',
  severity: 'block',
  needs: ['ledger', 'payers', 'remittance', 'answers'],
  source: 'NextGen Office: the prefill is what the EOB or ERA says; X12 837P 2430 SVD02',
  run: (c) =>
    withComparison(c, (comparison) => {
      const off = comparison.lines.filter(({ paidDiffers }) => paidDiffers);
      return judge(off.length > 0 ? [onLines(c, off)] : inTotal(c, comparison), [
        ...unreadOf(c, comparison),
        ...unreadInTotal(c, comparison),
      ]);
    }),
};

export default check;
