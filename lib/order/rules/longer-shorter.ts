import { formatDate } from '../../claim/dates';
import { isGap } from '../gaps';
import { sinceOf } from '../plan';
import { first, gapsOf, none, type OrderRule, open } from '../rule';

/** Where no other rule decides, the plan that covers the patient the longer time pays first. */
const rule: OrderRule = {
  id: 'longer-shorter',
  name: 'Longer before shorter',
  source: 'NAIC Model 120: longer or shorter length of coverage',
  rule({ primary, secondary }) {
    const [a, b] = [sinceOf(primary), sinceOf(secondary)];
    if (isGap(a) || isGap(b)) return open(...gapsOf(a, b));
    if (a === b) return none('both plans began on one day');
    const [since, longer] = a < b ? [a, primary] : [b, secondary];
    return first(
      longer,
      `${longer.name} pays first: it covers the patient since ${formatDate(since)}, the longer time.`,
    );
  },
};

export default rule;
