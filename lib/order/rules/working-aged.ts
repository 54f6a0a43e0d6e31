import { isGap } from '../gaps';
import { isAged } from '../medicare';
import { basisOf, isLarge, throughOf } from '../plan';
import { besideMedicare, first, gapsOf, NO_JOB, none, type OrderRule, open } from '../rule';

/**
 * 65 or older, with a plan by the patient's or the spouse's job held now: the plan pays first where an employer behind it
 * has 20 employees or more, else Medicare does. A plan of another family member never comes before it.
 */
const rule: OrderRule = {
  id: 'working-aged',
  name: 'Working aged',
  source: '42 CFR 411.170-411.172, Medicare Secondary Payer, working aged: 65 or older, 20 employees or more',
  rule(pair) {
    const aged = isAged(pair.c, pair.day);
    if (isGap(aged)) return open(aged);
    if (!aged) return none('the patient is under 65');
    const { medicare, plan } = besideMedicare(pair);
    const [basis, through] = [basisOf(plan), throughOf(plan)];
    if (!isGap(basis) && basis !== 'current-employment') return none(NO_JOB);
    if (isGap(basis) || isGap(through)) return open(...gapsOf(basis, through));
    if (through === 'family') {
      return first(
        medicare,
        `${medicare.name} pays first: ${plan.name} comes neither from the patient nor the spouse.`,
      );
    }
    const large = isLarge(plan, 20);
    if (isGap(large)) return open(large);
    return large
      ? first(plan, `${plan.name} pays first: 65 or older, and an employer of 20 or more.`)
      : first(medicare, `${medicare.name} pays first: ${plan.name} is of an employer of fewer than 20.`);
  },
};

export default rule;
