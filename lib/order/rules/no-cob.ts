import { first, none, type OrderRule } from '../rule';

/** A plan without rules on coordination of benefits pays first, whatever the others say. Asked only where it would change the order. */
const rule: OrderRule = {
  id: 'no-cob',
  name: 'Plan without coordination rules',
  source: 'NAIC Model 120: a plan without coordination rules is always primary',
  rule({ primary, secondary }) {
    const without = [secondary, primary].find(({ said }) => said.noCob === true);
    return without
      ? first(without, `${without.name} pays first: it has no rules on coordination of benefits.`)
      : none('nobody says that a plan has no coordination rules');
  },
};

export default rule;
