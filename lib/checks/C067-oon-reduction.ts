import { answersToClaim, named, placed, reasonsThat, shortOf } from './answered';
import type { Check, Missing } from './check';
import { judge } from './outcome';

/** Reasons by which the primary itself says that the provider is not in its network. */
const OUT_OF_NETWORK: ReadonlySet<string> = new Set(['242', '279']);

const NETWORK: Missing = { what: "whether you are in the primary's network", source: 'payer-directory' };

const check: Check = {
  id: 'C067',
  name: 'oon_reduction',
  title: 'No fee was cut for being out of network',
  when: 'Tells that the primary cut the fee of a provider out of its network: PI-45 or OA-45, where the same answer says so (242, 279). Such a cut without that word: unknown, no page tells who is in which network.',
  why: 'Out of network the patient may owe the cut, so that it may count as remaining liability.',
  fix: 'Decide whether the cut is part of what the patient still owes.',
  section: 'money',
  severity: 'info',
  needs: ['ledger', 'payers', 'remittance', 'answers'],
  source: 'X12 CARC 45 with group PI or OA; X12 837P 2430 AMT*EAF: remaining patient liability',
  run: (c) => {
    const cuts = reasonsThat(
      c,
      ({ adjustment: { group, carc } }) => carc === '45' && (group === 'PI' || group === 'OA'),
    );
    if (cuts.length === 0) return judge([], [...answersToClaim(c).lacking]);
    const isOut = reasonsThat(c, ({ adjustment }) => OUT_OF_NETWORK.has(adjustment.carc)).length > 0;
    if (!isOut) return judge([], [NETWORK]);
    const where = placed(cuts);
    const finding = {
      title: `The primary cut the fee out of network: ${named(cuts)}`,
      short: shortOf(where.lines, 'cut out of network'),
      ...where,
    };
    return judge([finding], []);
  },
};

export default check;
