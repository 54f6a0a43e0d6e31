import { isGap } from '../gaps';
import { kindOfPlan, type Plan, unknownKind } from '../plan';
import { first, none, type OrderRule, open, otherThan } from '../rule';

/** Programs and plans that pay after TRICARE. Source: TRICARE Reimbursement Manual 6010.61-M, ch. 4 sec. 1. */
const AFTER_TRICARE =
  /\b(?:TRICARE SUPP\w*|CHAMPUS SUPP\w*|INDIAN HEALTH|IHS|CRIME VICTIMS?|MATERNAL AND CHILD HEALTH)\b/i;

export const paysAfterTricare = (name: string): boolean => AFTER_TRICARE.test(name);

const isTricare = ({ facts }: Plan): boolean => facts.kind === 'tricare' && !paysAfterTricare(facts.name);

/** Asked where neither payer is Medicaid: TRICARE pays after all other health insurance but TRICARE supplements and a few programs. */
const rule: OrderRule = {
  id: 'tricare-second',
  name: 'TRICARE pays second',
  source: 'TRICARE Reimbursement Manual 6010.61-M, ch. 4 sec. 1: second to all other insurance but Medicaid',
  rule(pair) {
    const tricare = [pair.primary, pair.secondary].find(isTricare);
    if (!tricare) return none('neither payer is TRICARE');
    const other = otherThan(pair, tricare);
    if (isTricare(other)) return none('both payers are TRICARE');
    if (paysAfterTricare(other.facts.name))
      return first(tricare, `${tricare.name} pays first: ${other.name} comes after it.`);
    const kind = kindOfPlan(other);
    if (tricare.rank === 'primary' && isGap(kind)) return open(kind);
    if (tricare.rank === 'primary' && kind === 'unknown') return open(unknownKind(other));
    return first(other, `${other.name} pays first: TRICARE pays second to other insurance.`);
  },
};

export default rule;
