import type { Case } from '../claim/case';
import type { ClaimForm } from '../claim/form';
import { formatMoney } from '../claim/money';
import { answersToClaim, placed, reasonsThat, shortOf } from './answered';
import type { Check, Raised } from './check';
import { boxOf } from './form';
import { type AdjustmentSet, adjustmentSetsOn, FORM_LINE_NUMBERS } from './form-lines';
import { judge } from './outcome';
import { firstOf } from './words';

const inAnswers = (c: Case): Raised[] => {
  const found = reasonsThat(c, ({ adjustment }) => adjustment.carc === '');
  if (found.length === 0) return [];
  const where = placed(found);
  const amounts = firstOf(found.map(({ adjustment }) => formatMoney(adjustment.amount)));
  return [
    {
      title: `An amount has no reason: ${amounts}`,
      fix: 'Post the reason that the EOB has.',
      short: shortOf(where.lines, 'reason missing'),
      ...where,
    },
  ];
};

type Half = 'reason' | 'amount' | undefined;

const lackingHalf = ({ carc, amount }: AdjustmentSet): Half => {
  if (amount === undefined) return 'amount';
  return carc === '' ? 'reason' : undefined;
};

const inSet = (form: ClaimForm, n: number, set: AdjustmentSet): Raised[] => {
  const half = lackingHalf(set);
  if (half === undefined) return [];
  const box = boxOf(form, `24.${n}.adj${set.k}.${half}`);
  return [
    {
      title: `Adjustment ${set.k} of line ${n} on the form has no ${half}`,
      fix: `Enter the ${half}, or clear the adjustment.`,
      short: `Line ${n}: ${half} missing`,
      places: box ? [box.place] : [],
      lines: [n],
    },
  ];
};

const onForm = ({ form }: Case): Raised[] =>
  form ? FORM_LINE_NUMBERS.flatMap((n) => (adjustmentSetsOn(form, n) ?? []).flatMap((set) => inSet(form, n, set))) : [];

const check: Check = {
  id: 'C081',
  name: 'cas_pair',
  title: 'Reasons and amounts stand in pairs',
  when: "Raised by an amount without a reason, in the primary's answer or on the form, and by a reason or a group without an amount on the form: on the ledger that adds nothing to any sum. An answer that is not read: unknown.",
  why: 'Every reason needs its amount, and every amount its reason.',
  fix: 'Enter what is missing of the pair from the EOB, or clear the adjustment.',
  section: 'adjustments',
  severity: 'block',
  needs: ['ledger', 'form', 'payers', 'remittance', 'answers'],
  source: 'X12 837P 2430 CAS: reason and amount in pairs',
  run: (c) => judge([...inAnswers(c), ...onForm(c)], [...answersToClaim(c).lacking]),
};

export default check;
