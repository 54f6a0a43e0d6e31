import type { CoverageBasis } from '../../claim/coverage';
import { isGap } from '../gaps';
import { basisOf } from '../plan';
import { besideMedicare, first, none, type OrderRule, open } from '../rule';

const HELD_BY: Partial<Record<CoverageBasis, string>> = {
  retired: 'is retiree coverage',
  'laid-off': 'comes from a job that ended',
  cobra: 'is continued (COBRA), not from a job held now',
};

/** A plan of retirees, from a job that ended, or continued by COBRA is not based on a job held now: Medicare pays first. */
const rule: OrderRule = {
  id: 'former-employment',
  name: 'Retired, or COBRA',
  source: '42 CFR 411.104, 411.172, 411.206: Medicare is secondary only where someone works now; CMS, Who pays first',
  rule(pair) {
    const { medicare, plan } = besideMedicare(pair);
    const basis = basisOf(plan);
    if (isGap(basis)) return open(basis);
    const held = HELD_BY[basis];
    return held
      ? first(medicare, `${medicare.name} pays first: ${plan.name} ${held}.`)
      : none(`${plan.name} comes from a job held now`);
  },
};

export default rule;
