import type { CoverageBasis } from '../../claim/coverage';
import type { Gap } from '../answer';
import { isGap } from '../gaps';
import { basisOf, type Plan } from '../plan';
import { first, gapsOf, none, type OrderRule, open } from '../rule';

type Status = 'active' | 'inactive' | 'own' | Gap;

const STATUS: Readonly<Record<CoverageBasis, Exclude<Status, Gap>>> = {
  'current-employment': 'active',
  retired: 'inactive',
  'laid-off': 'inactive',
  cobra: 'inactive',
  individual: 'own',
};

const statusOf = (plan: Plan): Status => {
  const basis = basisOf(plan);
  return isGap(basis) ? basis : STATUS[basis];
};

/** The plan by a job that is held now pays before the one of a retiree, of a job that ended, or continued by COBRA. */
const rule: OrderRule = {
  id: 'active-inactive',
  name: 'Active before retired',
  source: 'NAIC Model 120: active employee before retired or laid-off employee',
  rule({ primary, secondary }) {
    const [a, b] = [statusOf(primary), statusOf(secondary)];
    if (a === 'own' || b === 'own') return none('one plan is a policy of their own');
    if (isGap(a) || isGap(b)) return open(...gapsOf(a, b));
    if (a === b)
      return none(a === 'active' ? 'both plans come from jobs held now' : 'neither plan comes from a job held now');
    const active = a === 'active' ? primary : secondary;
    return first(active, `${active.name} pays first: it comes from a job held now, the other plan does not.`);
  },
};

export default rule;
