import { isGap } from '../gaps';
import { basisOf } from '../plan';
import { first, gapsOf, none, type OrderRule, open } from '../rule';

/** Coverage continued by COBRA or state law pays after the other plan. */
const rule: OrderRule = {
  id: 'continuation',
  name: 'COBRA pays second',
  source: 'NAIC Model 120: COBRA or state continuation coverage is secondary',
  rule({ primary, secondary }) {
    const [a, b] = [basisOf(primary), basisOf(secondary)];
    if (isGap(a) || isGap(b)) return open(...gapsOf(a, b));
    if ((a === 'cobra') === (b === 'cobra'))
      return none(a === 'cobra' ? 'both plans are continued' : 'neither plan is continued');
    const [continued, other] = a === 'cobra' ? [primary, secondary] : [secondary, primary];
    return first(other, `${other.name} pays first: ${continued.name} is continued coverage (COBRA).`);
  },
};

export default rule;
