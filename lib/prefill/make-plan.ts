import { BOXES } from '../claim/boxes';
import { type Case, claimId } from '../claim/case';
import type { ClaimForm, FormBox } from '../claim/form';
import { parseName, sameName } from '../claim/names';
import { known } from '../claim/reading';
import { mspTypeOf } from '../order/msp-type';
import { asTyped, sameValue, showValue } from './compare';
import { fingerprint } from './fingerprint';
import { lineBoxes, type WantedBox } from './line-boxes';
import { type FillOrder, needsTick, type PlanItem, type PrefillPlan } from './plan';
import { templateFor } from './templates';
import type { Wanted } from './wanted';
import { LEFT_ALONE } from './words';

/** How the claim goes out, as the checks decided it. */
export type Way = 'electronic' | 'print' | 'none' | 'undecided';

const CONFLICT = {
  touched: 'You changed it.',
  held: 'The form already holds something else.',
} as const;

/** The way, from what the biller or the payer list says where the checks were not asked. */
const wayOf = (c: Case): Way => {
  const takes = c.answers.electronicSecondary ?? c.secondary?.electronicSecondary;
  return takes === 'yes' ? 'electronic' : takes === 'no' ? 'print' : 'undecided';
};

const MEANS = { electronic: 'electronic', print: 'paper', none: undefined, undecided: undefined } as const;

/** The transmission's option for the way, where exactly one means it. */
const transmissionBox = (form: ClaimForm, way: Way): WantedBox => {
  const means = MEANS[way];
  const [option, ...more] = form.transmission.options.filter((o) => o.means === means);
  const wanted: Wanted =
    means && option && more.length === 0 ? { value: option.value, source: 'Route of this claim' } : 'leave';
  return { box: 'transmission', group: 'Claim', wanted };
};

/** The form's option for an insurance type: by its value, else by the number its label begins with. */
const mspOption = (form: ClaimForm, code: string): string | undefined => {
  const options = form.boxes.find(({ box }) => box === 'msp')?.options ?? [];
  const byValue = options.filter(({ value }) => value.trim() === code);
  const fitting = byValue.length > 0 ? byValue : options.filter(({ label }) => label.trim().split(/\D/, 1)[0] === code);
  return fitting.length === 1 ? fitting[0]?.value : undefined;
};

const PICK_MSP =
  'Pick why Medicare is second: 12 working aged, 43 disabled, 47 other liability ... The panel proposes it once the payer order is known.';

/** The insurance type (MSP): what follows from the facts is proposed; where nothing follows the biller is told that it is hers to pick. */
const mspBox = (c: Case, form: ClaimForm): WantedBox => {
  const box = { box: 'msp', group: 'Claim' };
  if (c.secondary?.kind !== 'medicare') return { ...box, wanted: 'leave' };
  const proposed = mspTypeOf(c);
  if (!proposed) return { ...box, wanted: { missing: PICK_MSP } };
  const value = mspOption(form, proposed.code);
  const wanted: Wanted =
    value === undefined
      ? { missing: `The list has no ${proposed.code} (${proposed.why}). Pick it yourself.` }
      : { value, source: proposed.why };
  return { ...box, wanted, proposed: true };
};

const isEmpty = (box: FormBox): boolean =>
  box.value.trim() === '' || (box.control === 'checkbox' && !box.options && box.value === 'no' && !box.touched);

/** A choice that the form opened with (Electronic, NO): nobody made it, so it is listed and filled like an empty box. */
const isPreset = (box: FormBox, kind: PlanItem['kind']): boolean =>
  (kind === 'choice' || kind === 'yes-no') && box.options !== undefined && !box.touched;

type State = Pick<PlanItem, 'state'> & { why?: string };

/** What is proposed is never filled by itself. */
const asProposal = (box: FormBox, state: State): State =>
  state.state === 'fill' || (state.state === 'conflict' && isEmpty(box)) ? { state: 'proposal' } : state;

/** What to do with a box. What the biller chose, or anybody wrote, is never overwritten without her tick. */
const stateOf = (box: FormBox, kind: PlanItem['kind'], wanted: string): State => {
  if (sameValue(kind, box.value, wanted, box.options)) return { state: 'right' };
  if (box.state !== 'open') return { state: 'left-alone', why: LEFT_ALONE[box.state] };
  const typed = asTyped(kind, wanted, { maxLength: box.maxLength, options: box.options });
  if (!typed.ok) return { state: 'left-alone', why: typed.why };
  if (box.touched) return { state: 'conflict', why: CONFLICT.touched };
  return isEmpty(box) || isPreset(box, kind) ? { state: 'fill' } : { state: 'conflict', why: CONFLICT.held };
};

const optionLabel = (box: FormBox, wanted: string): string | undefined =>
  box.options?.find((option) => option.value === wanted)?.label;

const itemOf = (box: FormBox, from: WantedBox, wanted: { value: string; source: string }): PlanItem => {
  const facts = BOXES.get(box.box);
  const kind = facts?.kind ?? 'text';
  const shown = kind === 'choice' ? optionLabel(box, wanted.value) : undefined;
  const state = stateOf(box, kind, wanted.value);
  // A drop-down list finds its options by itself; a group of boxes needs them.
  const group = box.options && (box.control === 'radio' || box.control === 'checkbox');
  return {
    box: box.box,
    name: facts?.name ?? box.place.label,
    kind,
    present: box.value,
    presentShown: box.shown,
    wanted: wanted.value,
    wantedShown: shown ?? showValue(kind, wanted.value),
    source: wanted.source,
    group: from.group,
    ...(from.line === undefined ? {} : { line: from.line }),
    ...(from.proposed ? asProposal(box, state) : state),
    path: box.place.path,
    ...(group ? { options: box.options } : {}),
  };
};

/** Why nothing may be planned on this form, or undefined. */
const otherForm = (c: Case, form: ClaimForm): string | undefined => {
  const own = claimId(c.row);
  if (own === undefined) return "The claim's number is not read.";
  if (form.claimId !== undefined) {
    return form.claimId === own ? undefined : `The form is for claim ${form.claimId}.`;
  }
  const onForm = parseName(form.boxes.find((box) => box.box === '2')?.value ?? '');
  const patient = known(c.patient.name);
  return onForm.ok && patient && !sameName(onForm.value, patient) ? 'The form names another patient.' : undefined;
};

const wantedBoxes = (c: Case, form: ClaimForm, way: Way): WantedBox[] => [
  transmissionBox(form, way),
  mspBox(c, form),
  ...templateFor(c).boxes.map(({ box, group, want }) => ({ box, group, wanted: want(c) })),
  ...lineBoxes(c, form),
];

/**
 * What would be filled in the form, box by box, and what cannot be told. A pure function: nothing is written.
 * In: the case; its form as read now; the way the checks decided (else what is known of the payer decides).
 * Out: one item for each box that the template wants and the form has. A value comes only from readings that were read;
 * charges and procedures are never planned.
 */
export const makePlan = (c: Case, form: ClaimForm, way: Way = wayOf(c)): PrefillPlan => {
  const plan: PrefillPlan = {
    template: templateFor(c).id,
    claimId: claimId(c.row) ?? '',
    items: [],
    missing: [],
    fingerprint: fingerprint(form),
  };
  const other = otherForm(c, form);
  if (other !== undefined) {
    plan.missing.push({ box: '', name: 'Form', why: other });
    return plan;
  }
  const onForm = new Map(form.boxes.map((box) => [box.box, box]));
  for (const from of wantedBoxes(c, form, way)) {
    const box = onForm.get(from.box);
    if (!box || from.wanted === 'leave') continue;
    if ('value' in from.wanted) plan.items.push(itemOf(box, from, from.wanted));
    else if (from.box !== 'msp' || isEmpty(box)) {
      plan.missing.push({ box: box.box, name: BOXES.get(box.box)?.name ?? box.place.label, why: from.wanted.missing });
    }
  }
  return plan;
};

/** The orders for the filler: every box to fill, and the conflicts and proposals that the biller ticked. */
export const ordersOf = (plan: PrefillPlan, ticked: ReadonlySet<string> = new Set()): FillOrder[] =>
  plan.items
    .filter((item) => item.state === 'fill' || (needsTick(item) && ticked.has(item.box)))
    .map(({ box, kind, path, present, wanted, source, options }) => ({
      box,
      kind,
      path,
      expected: present,
      wanted,
      source,
      ...(options ? { options } : {}),
    }));
