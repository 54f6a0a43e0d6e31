import { formatDate } from '../../claim/dates';
import { isGap } from '../gaps';
import { coordinationEnds, coordinationOn, reasonsOf } from '../medicare';
import { besideMedicare, first, none, type OrderRule, open, type Pair, type Ruling } from '../rule';

const untilWhen = ({ c }: Pair): string => {
  const from = c.coverage?.esrd?.medicareFrom;
  return from === undefined ? '' : ` until ${formatDate(coordinationEnds(from))}`;
};

/**
 * Kidney failure: a group plan pays first for 30 months from the first day of Medicare on that ground, whatever the
 * employer's size and whether anybody works; then Medicare does. Where the patient has Medicare for age or disability too,
 * what follows the 30 months is told to be verified.
 */
const rule: OrderRule = {
  id: 'esrd',
  name: 'Kidney failure (ESRD)',
  source: '42 CFR 411.161-411.163, Medicare Secondary Payer, ESRD; SSA POMS HI 00801.247',
  rule(pair): Ruling {
    const { medicare, plan } = besideMedicare(pair);
    const reasons = reasonsOf(pair.c, pair.day);
    if (isGap(reasons)) return open(reasons);
    const where = coordinationOn(pair.c, reasons, pair.day);
    if (isGap(where)) return open(where);
    if (where === 'none') return none('Medicare is not for kidney failure');
    if (where === 'inside') {
      return first(plan, `${plan.name} pays first${untilWhen(pair)}: the 30 months of kidney failure are not over.`);
    }
    if (where === 'medicare-was-first') {
      return first(medicare, `${medicare.name} pays first: it already did before the kidney failure.`);
    }
    const after = first(medicare, `${medicare.name} pays first: the 30 months of kidney failure are over.`);
    return reasons.size > 1 && after.is === 'first' ? { ...after, verify: true } : after;
  },
};

export default rule;
