import type { Cents } from '../claim/claim';
import { formatDollars, formatMoney } from '../claim/money';
import { adjustmentName } from '../codes/adjustment-name';
import { adjustedTotal, asAdjustment, sumOf } from '../era/amounts';
import type { Comparison } from '../era/compare';
import type { NetState } from '../era/netting';
import { lineFindings } from '../era/sums';
import type { Check, Raised } from './check';
import { LEDGER, missing, pass, raise, unknown } from './outcome';
import { comparisonOf, withAnswer } from './remittance';
import { firstOf } from './words';

const unplaced = ({ claimLevel }: Comparison): Raised => {
  const named = claimLevel.map((one) => `${adjustmentName(asAdjustment(one))} ${formatMoney(one.amount)}`);
  return {
    title: `An adjustment of the whole claim is on no line: ${firstOf(named)}`,
    why: `The lines say that the primary paid ${formatDollars(adjustedTotal(claimLevel))} more than it did.`,
    fix: 'Post it to the line that it belongs to, and take it off the payment there.',
    short: 'Claim adjustment is on no line',
    places: [],
    lines: [],
  };
};

const offBy = (amount: Cents): Raised => ({
  title: `The answer to the whole claim is off by ${formatDollars(Math.abs(amount))}`,
  why: 'Each line balances, but the lines and what the primary says of the whole claim do not add up.',
  fix: 'Compare with the EOB, and look for an adjustment that is there twice or not at all.',
  short: 'Whole claim does not balance',
  places: [],
  lines: [],
});

/** What is left of the claim: charge less paid less all adjustments, else the lines' payments less the claim's. */
const leftOf = ({ charge, paid, adjustments, claimAdjustments, parts }: NetState): Cents | undefined => {
  const onLines = sumOf(parts.map(({ line }) => line.paid));
  if (charge === null || paid === null || !adjustments || !claimAdjustments || onLines === null) return undefined;
  const left = charge - paid - adjustedTotal(adjustments);
  return left !== 0 || parts.length === 0 ? left : onLines - adjustedTotal(claimAdjustments) - paid;
};

const check: Check = {
  id: 'C008',
  name: 'claim_level_unbalanced',
  title: 'The whole claim balances, not its lines alone',
  when: "Raised where the primary's answer balances on each line and not as a claim, and where it adjusted the whole claim (2100 CAS) and the posting has that on no line: the form has boxes for lines only. A line that does not balance is C014's.",
  why: 'What the primary says of the whole claim and of its lines is sent to the secondary, and has to be the same.',
  fix: 'Post the adjustment to the line that it belongs to, or take out the one that is there twice.',
  section: 'posting',
  severity: 'block',
  needs: ['ledger', 'payers', 'remittance', 'answers'],
  source: 'X12 837P 2320: claim charge = paid + adjustments of claim and lines',
  run: (c) =>
    withAnswer(c, ({ net }) => {
      const left = leftOf(net);
      if (left === undefined) return unknown([missing('an amount of the remittance', 'remittance')]);
      if (net.parts.some(({ line }) => lineFindings(line).length > 0)) return pass('a line does not balance');
      if (left !== 0) return raise(offBy(left));
      if (net.claimAdjustments?.length === 0) return pass();
      const comparison = comparisonOf(c);
      if (!comparison) return unknown([LEDGER]);
      return comparison.isSpread ? pass('it was posted to the lines') : raise(unplaced(comparison));
    }),
};

export default check;
