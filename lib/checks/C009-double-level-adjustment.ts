import { formatMoney } from '../claim/money';
import { adjustmentName } from '../codes/adjustment-name';
import { adjustedTotal, adjustmentKey, asAdjustment, type NetAdjustment, netAdjustments } from '../era/amounts';
import type { NetState } from '../era/netting';
import type { Check } from './check';
import { missing, pass, raise, unknown } from './outcome';
import { withAnswer } from './remittance';

/** An adjustment of the whole claim that the lines hold too, and by which the claim is off. */
const twiceIn = ({ charge, paid, claimAdjustments, parts }: NetState): NetAdjustment | undefined | null => {
  const onLines = netAdjustments(parts.flatMap(({ line }) => line.adjustments));
  if (charge === null || paid === null || !claimAdjustments || !onLines) return null;
  const surplus = paid + adjustedTotal(claimAdjustments) + adjustedTotal(onLines) - charge;
  return claimAdjustments.find(
    (one) =>
      one.amount === surplus &&
      onLines.some((line) => adjustmentKey(line) === adjustmentKey(one) && line.amount === one.amount),
  );
};

const check: Check = {
  id: 'C009',
  name: 'double_level_adjustment',
  title: 'No adjustment counts twice, on claim and line',
  when: 'Raised where the same adjustment stands on the whole claim and on the lines, and the claim is off by just its amount.',
  why: 'An adjustment that counts twice puts the claim off by its amount.',
  fix: 'Leave it on the lines, and take the copy of the whole claim out.',
  section: 'posting',
  severity: 'block',
  needs: ['payers', 'remittance'],
  source: 'X12 835 TR3 1.10.2.4: claim-level and line-level adjustments do not repeat each other',
  run: (c) =>
    withAnswer(c, ({ net }) => {
      const twice = twiceIn(net);
      if (twice === null) return unknown([missing('an amount of the remittance', 'remittance')]);
      if (!twice) return pass();
      return raise({
        title: `${adjustmentName(asAdjustment(twice))}, stands on the whole claim and on its lines`,
        why: `It counts twice: the claim is off by ${formatMoney(twice.amount)}.`,
        short: 'An adjustment counts twice',
        places: [],
        lines: [],
      });
    }),
};

export default check;
