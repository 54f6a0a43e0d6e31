import type { Check } from './check';
import { differenceSum, mends, unreadOf, withComparison } from './differences';
import { judge } from './outcome';
import { lineNumbers, linesThat, places, primaryName } from './words';

const check: Check = {
  id: 'C011',
  name: 'era_vs_posted_cas',
  title: 'Adjustments are posted as the remittance says',
  when: "Raised where the reasons and amounts posted on a line are not those of the primary's remittance although the payment is. Where the payment differs too, C010 says so.",
  why: 'The secondary pays by the reasons and amounts of the primary, and asks for the EOB where they differ.',
  fix: 'Compare the adjustments with the remittance, and edit what differs.',
  section: 'posting',
  severity: 'decide',
  needs: ['ledger', 'payers', 'remittance', 'answers'],
  source: 'NextGen Office: the prefill is what the EOB or ERA says; X12 837P 2430 CAS, verbatim',
  run: (c) =>
    withComparison(c, (comparison) => {
      const off = comparison.lines.filter(({ paidDiffers, adjustmentsDiffer }) => adjustmentsDiffer && !paidDiffers);
      const lines = off.map(({ line }) => line);
      const finding = {
        title: `${linesThat(lines, 'was', 'were')} posted with other adjustments than ${primaryName(c)} sent`,
        fix: mends(off),
        short: off.length > 1 ? `${off.length} lines: adjustments differ` : `${lineNumbers(off)}: adjustments differ`,
        places: places(...lines.map((line) => line.postings[0]?.adjustments)),
        lines: off.map(({ n }) => n),
        sums: off.map((line) => differenceSum(c, line)),
        question: 'acknowledge' as const,
      };
      return judge(off.length > 0 ? [finding] : [], unreadOf(c, comparison));
    }),
};

export default check;
