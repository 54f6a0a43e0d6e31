import { isGap } from '../gaps';
import { kindOfPlan, type Plan, unknownKind } from '../plan';
import { first, none, type OrderRule, open, otherThan } from '../rule';

/** Programs that pay even after Medicaid. Source: 42 CFR 433.136-139, 42 CFR 136.61 (Indian Health Service). */
const AFTER_MEDICAID = /\b(?:INDIAN HEALTH|IHS|RYAN WHITE|CRIME VICTIMS?|VOCATIONAL REHAB\w*|TRICARE SUPP\w*)\b/i;

export const paysAfterMedicaid = (name: string): boolean => AFTER_MEDICAID.test(name);

const isMedicaid = ({ facts }: Plan): boolean => facts.kind === 'medicaid';

/** Medicaid is the payer of last resort. */
const rule: OrderRule = {
  id: 'medicaid-last',
  name: 'Medicaid pays last',
  source: '42 CFR 433.139: Medicaid is the payer of last resort',
  rule(pair) {
    const medicaid = [pair.primary, pair.secondary].find(isMedicaid);
    if (!medicaid) return none('neither payer is Medicaid');
    const other = otherThan(pair, medicaid);
    if (isMedicaid(other)) return none('both payers are Medicaid');
    if (paysAfterMedicaid(other.facts.name)) return none(`${other.name} is a program that pays after Medicaid`);
    const kind = kindOfPlan(other);
    if (medicaid.rank === 'primary' && isGap(kind)) return open(kind);
    if (medicaid.rank === 'primary' && kind === 'unknown') return open(unknownKind(other));
    return first(other, `${other.name} pays first: Medicaid pays last.`);
  },
};

export default rule;
