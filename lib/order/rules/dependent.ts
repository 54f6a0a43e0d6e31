import { isGap } from '../gaps';
import { relationshipOf } from '../plan';
import { first, gapsOf, none, type OrderRule, open } from '../rule';

/** The plan that covers the patient as the insured pays before the one that covers the patient as a dependent. */
const rule: OrderRule = {
  id: 'dependent',
  name: 'Insured before dependent',
  source: 'NAIC Model 120: the plan that covers the person other than as a dependent is primary',
  rule({ primary, secondary }) {
    const [inPrimary, inSecondary] = [relationshipOf(primary), relationshipOf(secondary)];
    if (isGap(inPrimary) || isGap(inSecondary)) return open(...gapsOf(inPrimary, inSecondary));
    if ((inPrimary === 'self') === (inSecondary === 'self')) {
      return none(
        inPrimary === 'self' ? 'the patient is the insured of both plans' : 'the patient is a dependent in both',
      );
    }
    const own = inPrimary === 'self' ? primary : secondary;
    return first(own, `${own.name} pays first: the patient is its insured, and a dependent in the other plan.`);
  },
};

export default rule;
