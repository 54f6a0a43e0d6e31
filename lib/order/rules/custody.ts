import { PARENT_ROLES, type ParentRole } from '../../claim/coverage';
import type { Gap } from '../answer';
import { parentsOf } from '../children';
import { asked, isGap } from '../gaps';
import type { Plan } from '../plan';
import { first, gapsOf, none, type OrderRule, open } from '../rule';

const roleOf = ({ said, key }: Plan): ParentRole | Gap => said.parent ?? asked('parent-role', key);

/** A child whose parents live apart: the parent named by a court decree, the one with custody, their spouse, the other parent, their spouse. */
const rule: OrderRule = {
  id: 'custody',
  name: 'Parents who live apart',
  source: 'NAIC Model 120: court decree, then custody',
  rule(pair) {
    const parents = parentsOf(pair);
    if (Array.isArray(parents)) return open(...parents);
    if (parents !== 'apart')
      return none(parents === 'together' ? 'the parents live together' : 'the patient is not a child in both plans');
    const [a, b] = [roleOf(pair.primary), roleOf(pair.secondary)];
    if (isGap(a) || isGap(b)) return open(...gapsOf(a, b));
    if (a === b) return none('both plans are of the same parent');
    const earlier = PARENT_ROLES.indexOf(a) < PARENT_ROLES.indexOf(b) ? pair.primary : pair.secondary;
    return first(earlier, `${earlier.name} pays first: by court decree and custody its parent comes first.`);
  },
};

export default rule;
