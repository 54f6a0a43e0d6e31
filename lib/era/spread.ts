import type { Cents } from '../claim/claim';
import { adjustedTotal, adjustmentKey, type NetAdjustment, netAdjustments } from './amounts';

/** What one line of the ledger holds and what the payer said of it; null amounts are not read. */
export interface LinePair {
  said: { paid: Cents | null; adjustments: NetAdjustment[] | null };
  posted: { paid: Cents | null; adjustments: NetAdjustment[] | null };
}

const minus = (list: readonly NetAdjustment[]): NetAdjustment[] => list.map((one) => ({ ...one, amount: -one.amount }));

const sameSums = (a: readonly NetAdjustment[], b: readonly NetAdjustment[]): boolean =>
  (netAdjustments([...a, ...minus(b)]) ?? []).length === 0;

/** What the posting of a line has more than the payer said of it, where it was taken off the payment to the cent. */
const surplusOf = ({ said, posted }: LinePair): NetAdjustment[] | undefined => {
  if (said.adjustments === null || posted.adjustments === null || said.paid === null || posted.paid === null) {
    return undefined;
  }
  const more = netAdjustments([...posted.adjustments, ...minus(said.adjustments)]) ?? [];
  return adjustedTotal(more) === said.paid - posted.paid ? more : undefined;
};

/**
 * How the adjustments of a whole claim (2100 CAS) were posted to its lines, by line: a PM that balances each line has no
 * other place for them. Undefined where the posting is not that: then the lines are as the payer said, or wrong.
 */
export const spreadOverLines = (
  ofClaim: readonly NetAdjustment[],
  lines: readonly LinePair[],
): NetAdjustment[][] | undefined => {
  if (ofClaim.length === 0) return undefined;
  const amounts = new Map(ofClaim.map((one) => [adjustmentKey(one), one.amount]));
  // A part of an adjustment has its sign: what one line has too much and another too little is two mistakes.
  const isPart = (one: NetAdjustment) => Math.sign(one.amount) === Math.sign(amounts.get(adjustmentKey(one)) ?? 0);
  const spread: NetAdjustment[][] = [];
  for (const line of lines) {
    const more = surplusOf(line);
    if (!more?.every(isPart)) return undefined;
    spread.push(more);
  }
  return sameSums(spread.flat(), ofClaim) ? spread : undefined;
};
