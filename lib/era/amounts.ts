import type { Adjustment, Cents, GroupCode } from '../claim/claim';
import type { EraAdjustment } from '../claim/era';
import { formatMoney } from '../claim/money';
import { isGroupCode } from '../codes/group';

/** Σ of one (group, reason), in whole cents; a positive amount lowers the payment. */
export interface NetAdjustment {
  group: string;
  carc: string;
  amount: Cents;
}

/** The sum in cents; null where any part is not read: a sum with an unread part is itself not read. */
export const sumOf = (amounts: Iterable<Cents | null>): Cents | null => {
  let sum = 0;
  for (const amount of amounts) {
    if (amount === null) return null;
    sum += amount;
  }
  return sum;
};

/** True where both are read and take each other back: 85.00 and −85.00, 0.00 and 0.00. */
export const areOpposite = (a: Cents | null, b: Cents | null): boolean => a !== null && b !== null && a + b === 0;

/** True where both are read and as large as each other, whatever their sign. */
export const areAsLarge = (a: Cents | null, b: Cents | null): boolean =>
  a !== null && b !== null && Math.abs(a) === Math.abs(b);

const codeText = (text: string): string => text.trim().toUpperCase();

/** `CO-45`: what two adjustments have in common that are added up. */
export const adjustmentKey = (one: Pick<EraAdjustment, 'group' | 'carc'>): string =>
  `${codeText(one.group)}-${codeText(one.carc)}`;

/**
 * Σ by group and reason, in the order in which they first stand there; what nets to zero is left out. Null where an
 * amount is not read.
 */
export const netAdjustments = (
  all: Iterable<{ group: string; carc: string; amount: Cents | null }>,
): NetAdjustment[] | null => {
  const net = new Map<string, NetAdjustment>();
  for (const { group, carc, amount } of all) {
    if (amount === null) return null;
    const key = adjustmentKey({ group, carc });
    const same = net.get(key);
    if (same) same.amount += amount;
    else net.set(key, { group: codeText(group), carc: codeText(carc), amount });
  }
  return [...net.values()].filter(({ amount }) => amount !== 0);
};

/** Σ of what one group of a netted list says, in cents. */
export const groupTotal = (adjustments: readonly NetAdjustment[], group: string): Cents =>
  adjustments.reduce((sum, one) => (one.group === group ? sum + one.amount : sum), 0);

/** The group as claims know it; `''` for a code that is none. */
export const groupCode = (group: string): GroupCode | '' => {
  const code = codeText(group);
  return isGroupCode(code) ? code : '';
};

/** As the ledger's adjustments are kept. */
export const asAdjustment = ({ group, carc, amount }: NetAdjustment): Adjustment => ({
  group: groupCode(group),
  carc,
  amount,
  raw: `${group}-${carc} ${formatMoney(amount)}`,
});

/** Σ over a netted list, in cents. */
export const adjustedTotal = (adjustments: readonly NetAdjustment[]): Cents =>
  adjustments.reduce((sum, { amount }) => sum + amount, 0);
