import { describe, expect, it } from 'vitest';
import { examine } from '../../../lib/checks/examine';
import type { Case } from '../../../lib/claim/case';
import type { ClaimForm } from '../../../lib/claim/form';
import { asTyped } from '../../../lib/prefill/compare';
import { makePlan, ordersOf } from '../../../lib/prefill/make-plan';
import {
  aCase,
  aChart,
  aForm,
  aLedger,
  aLine,
  aPolicy,
  aPrimaryPolicy,
  aRow,
  aSecondLine,
  FORM_VALUES,
  is,
  MEDICARE,
} from '../checks/build';

const PLANNED = /^(?:1a|2|3|3\.sex|4|5\..*|6|7\..*|9.?|11.*|29|24\.\d\.(?:paid|adj.*))$/;

/** The form as the PM opens it: what the primary claim says, without what the primary payer did. */
const openedForm = (values: Record<string, string>): ClaimForm =>
  aForm({
    ...Object.fromEntries(
      Object.entries(FORM_VALUES).map(([id, value]) => [id, PLANNED.test(id) ? '' : value] as const),
    ),
    ...values,
  });

/** The form after each order was carried out. */
const filled = (c: Case, form: ClaimForm): ClaimForm => {
  const plan = makePlan(c, form);
  expect(plan.missing).toEqual([]);
  const orders = new Map(ordersOf(plan).map((o) => [o.box, o]));
  return {
    ...form,
    boxes: form.boxes.map((box) => {
      const order = orders.get(box.box);
      if (!order) return box;
      const typed = asTyped(order.kind, order.wanted, { options: box.options });
      return typed.ok ? { ...box, value: typed.text, shown: typed.text } : box;
    }),
  };
};

const blocks = (c: Case) =>
  examine(c)
    .findings.filter((f) => f.severity !== 'info')
    .map((f) => `${f.check} ${f.title}`);

describe('a form that the plan filled passes the checks of the form', () => {
  it('in the destination-payer view', () => {
    const c = aCase();
    expect(blocks({ ...c, form: openedForm({}) })).not.toEqual([]);
    const done = { ...c, form: filled(c, openedForm({})) };
    expect(blocks(done)).toEqual([]);
    expect(examine(done).verdict.kind).toBe('ready');
    expect(makePlan(done, done.form).items.every((i) => i.state === 'right')).toBe(true);
  });

  it('in the Medicare-secondary view', () => {
    const c = aCase({
      secondary: MEDICARE,
      row: aRow({ secondaryPayer: is(MEDICARE.name) }),
      ledger: aLedger({ lines: [aLine(), aSecondLine()] }),
      chart: aChart({
        policies: [
          aPrimaryPolicy(),
          aPolicy({ payer: is(MEDICARE.name), memberId: is('1EG4TE5MK73'), type: is('Medicare') }),
        ],
      }),
    });
    const form = openedForm({ payer: '32' });
    const done = { ...c, form: filled(c, form) };
    expect(makePlan(done, done.form).template).toBe('medicare-secondary');
    expect(blocks(done)).toEqual([]);
  });
});
