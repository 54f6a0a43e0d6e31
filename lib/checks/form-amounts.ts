import type { Case } from '../claim/case';
import type { Adjustment, Cents, Ledger } from '../claim/claim';
import type { ClaimForm } from '../claim/form';
import { formatDollars } from '../claim/money';
import type { Place } from '../claim/reading';
import { codeOf } from '../codes/group';
import type { Missing } from './check';
import { boxOf, moneyIn } from './form';
import { adjustmentsOn, FORM_LINE_NUMBERS, ledgerLineOf } from './form-lines';
import { amountsOf } from './line-amounts';
import { isMissing } from './outcome';
import { postedLine } from './postings';

/** How a line of the form differs from the ledger. */
export interface Difference {
  n: number;
  text: string;
  place: Place | undefined;
}

/** A difference, what is missing to tell, or undefined where there is none. */
export type Compared = Difference | Missing | undefined;

export const isDifference = (compared: Compared): compared is Difference => compared !== undefined && 'n' in compared;

const comparePaid = (form: ClaimForm, n: number, paid: Cents): Compared => {
  const id = `24.${n}.paid`;
  const box = boxOf(form, id);
  if (!box) return undefined;
  const held = moneyIn(form, id);
  if (held.is === 'missing') return held.missing;
  if (held.is === 'value' && held.value === paid) return undefined;
  const shown = held.is === 'value' ? formatDollars(held.value) : 'nothing';
  return { n, text: `line ${n} has ${shown} paid instead of ${formatDollars(paid)}`, place: box.place };
};

const listOf = (adjustments: readonly Adjustment[]): string =>
  adjustments
    .map((one) => `${codeOf(one)} ${formatDollars(one.amount)}`)
    .toSorted()
    .join(', ');

const compareAdjustments = (form: ClaimForm, n: number, adjustments: readonly Adjustment[]): Compared => {
  const held = adjustmentsOn(form, n);
  if (held === undefined || isMissing(held)) return held;
  const [shown, posted] = [listOf(held), listOf(adjustments)];
  if (shown === posted) return undefined;
  const text = `line ${n} has adjustments ${shown || 'none'} instead of ${posted || 'none'}`;
  return { n, text, place: boxOf(form, `24.${n}.adj1.amount`)?.place };
};

/**
 * What the primary paid and adjusted on each line of the form, where it has boxes for that, against the ledger, or against
 * the remittance where the biller takes the amounts from there.
 */
export const compareAmounts = (c: Case, form: ClaimForm, ledger: Ledger): Compared[] =>
  FORM_LINE_NUMBERS.flatMap((n) => {
    const line = ledgerLineOf(form, ledger, n);
    const amounts = line && amountsOf(c, line);
    const posted = amounts?.from === 'remittance' ? amounts : line && postedLine(c, line);
    if (posted === undefined || isMissing(posted)) return [posted];
    return [comparePaid(form, n, posted.paid), compareAdjustments(form, n, posted.adjustments)];
  });

/** True where paid and adjustments add up to the charge on the form's line, as far as the boxes can be read. */
export const balancesOn = (form: ClaimForm, n: number): boolean => {
  const [charge, paid] = [moneyIn(form, `24.${n}.F`), moneyIn(form, `24.${n}.paid`)];
  const adjustments = adjustmentsOn(form, n) ?? [];
  if (isMissing(adjustments) || charge.is !== 'value' || paid.is !== 'value') return paid.is !== 'blank';
  return charge.value === adjustments.reduce((left, { amount }) => left + amount, paid.value);
};
