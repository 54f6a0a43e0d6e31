import { isGap } from '../gaps';
import { isAged, reasonsOf } from '../medicare';
import { basisOf, isLarge } from '../plan';
import { besideMedicare, first, gapsOf, NO_JOB, none, type OrderRule, open } from '../rule';

/**
 * Under 65 with Medicare for disability, and a plan by a job that the patient or a family member holds now: the plan pays
 * first where an employer behind it has 100 employees or more, else Medicare does.
 */
const rule: OrderRule = {
  id: 'disability',
  name: 'Disability',
  source: '42 CFR 411.200-411.206, Medicare Secondary Payer, disability: under 65, 100 employees or more',
  rule(pair) {
    const aged = isAged(pair.c, pair.day);
    if (isGap(aged)) return open(aged);
    if (aged) return none('the patient is 65 or older');
    const { medicare, plan } = besideMedicare(pair);
    const [basis, reasons] = [basisOf(plan), reasonsOf(pair.c, pair.day)];
    if (!isGap(basis) && basis !== 'current-employment') return none(NO_JOB);
    if (isGap(basis) || isGap(reasons)) return open(...gapsOf(basis, reasons));
    if (!reasons.has('disability')) return none('Medicare is not for disability');
    const large = isLarge(plan, 100);
    if (isGap(large)) return open(large);
    return large
      ? first(plan, `${plan.name} pays first: disability under 65, and an employer of 100 or more.`)
      : first(medicare, `${medicare.name} pays first: ${plan.name} is of an employer of fewer than 100.`);
  },
};

export default rule;
