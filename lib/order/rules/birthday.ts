import type { IsoDate } from '../../claim/claim';
import { known } from '../../claim/reading';
import type { Gap } from '../answer';
import { parentsOf } from '../children';
import { isGap, unread } from '../gaps';
import { type Plan, sinceOf } from '../plan';
import { first, gapsOf, none, type OrderRule, open, type Pair, type Ruling } from '../rule';

/** Month and day of the insured's birth, `04-12`: the year does not count. */
const birthdayOf = ({ policy, name }: Plan): string | Gap => {
  if (isGap(policy)) return policy;
  const dob = known(policy.insuredDob);
  return dob === undefined
    ? unread(`the birth date of the insured of ${name}`, 'chart', policy.insuredDob)
    : dob.slice(5);
};

const longer = ({ primary, secondary }: Pair): Ruling => {
  const [a, b] = [sinceOf(primary), sinceOf(secondary)];
  if (isGap(a) || isGap(b)) return open(...gapsOf(a, b));
  if (a === b) return none("the parents' birthdays and the first days of their plans are the same");
  const older: Plan = (a as IsoDate) < (b as IsoDate) ? primary : secondary;
  return first(older, `${older.name} pays first: the parents have one birthday, and it covers the longer time.`);
};

/**
 * A child whose parents live together: the plan of the parent whose birthday comes earlier in the year pays first; of two
 * equal birthdays, the plan that covers the longer time.
 */
const rule: OrderRule = {
  id: 'birthday',
  name: 'Birthday rule',
  source: 'NAIC Model 120, birthday rule: month and day alone count',
  rule(pair) {
    const parents = parentsOf(pair);
    if (Array.isArray(parents)) return open(...parents);
    if (parents === 'no-child') return none('the patient is not a child in both plans');
    if (parents === 'apart') return none('the parents live apart');
    const [a, b] = [birthdayOf(pair.primary), birthdayOf(pair.secondary)];
    if (isGap(a) || isGap(b)) return open(...gapsOf(a, b));
    if (a === b) return longer(pair);
    const earlier = a < b ? pair.primary : pair.secondary;
    return first(earlier, `${earlier.name} pays first: that parent's birthday comes earlier in the year.`);
  },
};

export default rule;
