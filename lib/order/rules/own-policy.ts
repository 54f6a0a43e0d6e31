import { isGap } from '../gaps';
import { basisOf } from '../plan';
import { besideMedicare, first, none, type OrderRule, open } from '../rule';

/** A policy that the insured bought, a Medicare supplement among them, is no group plan: Medicare pays before it. */
const rule: OrderRule = {
  id: 'own-policy',
  name: 'Policy of their own',
  source: '42 CFR 411.101: only plans of an employer or an organization of employees are group health plans',
  rule(pair) {
    const { medicare, plan } = besideMedicare(pair);
    if (plan.facts.kind === 'medigap')
      return first(medicare, `${medicare.name} pays first: ${plan.name} supplements it.`);
    const basis = basisOf(plan);
    if (isGap(basis)) return open(basis);
    return basis === 'individual'
      ? first(medicare, `${medicare.name} pays first: ${plan.name} is a policy of their own, not of an employer.`)
      : none(`${plan.name} comes from a job`);
  },
};

export default rule;
