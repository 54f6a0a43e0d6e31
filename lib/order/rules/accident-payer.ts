import { accidentOf } from '../accident';
import { isGap } from '../gaps';
import { liabilityOfPlan } from '../plan';
import { first, none, type OrderRule, open } from '../rule';

/** Workers' compensation, no-fault and liability insurance pay before health plans for what they are liable for. */
const rule: OrderRule = {
  id: 'accident-payer',
  name: 'Accident or work injury',
  source: "42 CFR 411.20, 411.40-411.54: workers' compensation, no-fault and liability insurance pay first",
  rule({ c, day, primary, secondary }) {
    const liable = [primary, secondary].find((plan) => liabilityOfPlan(plan) !== undefined);
    if (!liable) return none("neither payer is workers' compensation, no-fault or liability insurance");
    const accident = accidentOf(c, day);
    if (isGap(accident)) return open(accident);
    return accident.is === 'none'
      ? none('no accident is behind the claim')
      : first(liable, `${liable.name} pays first: it is liable for the accident or injury.`);
  },
};

export default rule;
