import { BOXES, printedNumber } from '../claim/boxes';
import type { ClaimForm, FormBox, PayerSearch, PmMessage } from '../claim/form';
import { BoxFinder, isChoiceWord, type Unit } from './boxes';
import { type Context, placeAt } from './context';
import type { Field } from './fields';
import { canBe, hasRoom, isForCents } from './label-parts';
import { stateOf } from './layout';
import { readClaimId } from './ledger';
import {
  type Control,
  controlName,
  holds,
  optionText,
  parentOf,
  pressables,
  pressName,
  rawText,
  shownValue,
  tagOf,
  typeOf,
} from './look';
import type { PatientLabel } from './profile';
import { readSearch } from './search';
import { meaningOf, mentions, plain } from './words';

/** Paths of the form's parts that are no boxes. */
export const FORM_PATHS = {
  payer: 'search/payer',
  lastName: 'search/lastName',
  search: 'search/button',
  submit: 'form/submit',
} as const;

/** Options beyond this are no list a biller reads. */
const MAX_OPTIONS = 3000;

type Option = { value: string; label: string };

/** One text of a choice: where more stands with it, the word at the side of the control. */
const choiceText = (ctx: Context, text: string, side: 'first' | 'last'): string => {
  const all = text.split(' ');
  const word = (side === 'first' ? all[0] : all.at(-1)) ?? '';
  if (!isChoiceWord(ctx, text) && isChoiceWord(ctx, word)) return word;
  return side === 'last' ? text.replace(/^\s*\d{1,2}[a-d]?\.\s*/, '') : text;
};

/**
 * What the page prints with each choice: its label, else the text behind each control, else the text before each. One way for
 * all of a group: a text between two controls belongs to one of them only.
 */
const choiceLabels = (ctx: Context, unit: Unit, finder: BoxFinder): string[] => {
  const named = unit.controls.map((control) => controlName(control));
  if (named.every(Boolean)) return named;
  const behind = unit.controls.map((control) => choiceText(ctx, finder.textAfter(control), 'first'));
  const before = unit.controls.map((control) => choiceText(ctx, finder.textJustBefore(control), 'last'));
  const known = (texts: string[]) =>
    texts.every((text) => isChoiceWord(ctx, text)) && new Set(texts).size === texts.length;
  if (known(behind) !== known(before)) return known(behind) ? behind : before;
  if (behind.every(Boolean)) return behind;
  if (before.every(Boolean)) return before;
  return unit.controls.map((control) => {
    const cell = control.closest('td')?.nextElementSibling;
    const beside = cell && !cell.querySelector('input,select,textarea') ? plain(rawText(cell), 60) : '';
    return beside || plain(control.getAttribute('title') ?? control.value, 60);
  });
};

/** The choices of a group; where the page gives them no values of their own, their labels are the values. */
const groupOptions = (ctx: Context, unit: Unit, finder: BoxFinder): Option[] => {
  const labels = choiceLabels(ctx, unit, finder);
  const values = unit.controls.map((control) => control.getAttribute('value') ?? '');
  const own = new Set(values).size === values.length && !values.includes('');
  return labels.map((label, i) => ({ value: own ? (values[i] ?? '') : label.toLowerCase(), label }));
};

/** Values that say the opposite of their labels: nobody can tell which choice is which. */
const contradicts = (ctx: Context, options: readonly Option[]): boolean =>
  new Set(options.map(({ value }) => value)).size < options.length ||
  [ctx.profile.yesNo, ctx.profile.sexes].some((wordings) =>
    options.some(({ value, label }) => {
      const [a, b] = [meaningOf<string>(wordings, value), meaningOf<string>(wordings, label)];
      return a !== undefined && b !== undefined && a !== b;
    }),
  );

const selectOptions = (select: HTMLSelectElement): Option[] =>
  [...select.options].slice(0, MAX_OPTIONS).map((option) => ({ value: option.value, label: optionText(option) }));

const isChecked = (control: Control): boolean => (control as HTMLInputElement).checked;

interface Value {
  control: FormBox['control'];
  value: string;
  shown: string;
  options?: Option[];
}

const valueOfGroup = (ctx: Context, unit: Unit, finder: BoxFinder): Value => {
  const options = groupOptions(ctx, unit, finder);
  const chosen = options.filter((_, i) => unit.controls[i] && isChecked(unit.controls[i]));
  const radio = typeOf(unit.controls[0] as Control) === 'radio';
  return {
    control: radio ? 'radio' : 'checkbox',
    value: chosen.map(({ value }) => value).join(','),
    shown: chosen.map(({ label }) => label).join(', '),
    options,
  };
};

const valueOfUnit = (ctx: Context, unit: Unit, finder: BoxFinder): Value => {
  const control = unit.controls[0] as Control;
  const type = typeOf(control);
  if (unit.group) return valueOfGroup(ctx, unit, finder);
  if (type === 'checkbox') {
    const value = isChecked(control) ? 'yes' : 'no';
    return { control: 'checkbox', value, shown: value.toUpperCase() };
  }
  if (type === 'select') {
    const select = control as HTMLSelectElement;
    return { control: 'select', value: select.value, shown: shownValue(select), options: selectOptions(select) };
  }
  return { control: 'text', value: control.value, shown: plain(control.value) };
};

const PARTS = ['mm', 'dd', 'yy'] as const;

/** Three boxes for month, day and year: by their lengths, or by their labels. */
const areDateParts = (units: readonly Unit[], finder: BoxFinder): boolean => {
  if (units.length !== 3 || units.some(({ group }) => group)) return false;
  const controls = units.map(({ controls: [control] }) => control as HTMLInputElement);
  if (controls.some((control) => tagOf(control) !== 'INPUT')) return false;
  const lengths = controls.map(({ maxLength }) => maxLength);
  if (lengths[0] === 2 && lengths[1] === 2 && (lengths[2] === 2 || lengths[2] === 4)) return true;
  const named = controls.map((control) =>
    `${controlName(control) || control.placeholder || control.title || finder.textBefore(control)} ${control.getAttribute('name') ?? ''}`.toLowerCase(),
  );
  return [/mm|month/, /dd|day/, /yy|year/].every((word, i) => word.test(named[i] ?? ''));
};

/** Room for a month or a day alone: the other parts of the date were not found. */
const isPartOfDate = (id: string, unit: Unit | undefined): boolean => {
  const control = unit?.controls[0];
  return control !== undefined && BOXES.get(id)?.kind === 'date' && !hasRoom(control, 6);
};

const standsOnForm = (times: number): string =>
  times === 1 ? 'shows only a part of a date' : `stands on the form ${times === 2 ? 'twice' : `${times} times`}`;

const labelOfBox = (id: string): string => {
  const name = BOXES.get(id)?.name ?? id;
  const line = /^24\.(\d+)\./.exec(id)?.[1];
  if (line) return `Line ${line}, ${name.toLowerCase()}`;
  return /^\d/.test(id) ? `Box ${printedNumber(id)}` : name;
};

/** One box from its control, or from the three parts of a date; registers where they stand. */
const boxFrom = (ctx: Context, id: string, units: readonly Unit[], finder: BoxFinder): FormBox => {
  const place = placeAt(ctx, `form/${id}`, labelOfBox(id));
  const controls = units.flatMap((unit) => unit.controls);
  const [first] = controls;
  const base = valueOfUnit(ctx, units[0] as Unit, finder);
  if (first) ctx.handles.set(place.path, first);
  if (units.length === 3) {
    controls.forEach((control, i) => {
      ctx.handles.set(`${place.path}#${PARTS[i]}`, control);
    });
    const texts = controls.map(({ value }) => value);
    base.value = texts.every((text) => text === '') ? '' : texts.join('/');
    base.shown = base.value;
  } else if (units[0]?.group) {
    base.options?.forEach(({ value }, i) => {
      const control = controls[i];
      if (control) ctx.handles.set(`${place.path}/${value}`, control);
    });
  }
  const states = controls.map((control) => stateOf(control, ctx.live));
  const max = first && tagOf(first) !== 'SELECT' && units.length === 1 ? (first as HTMLInputElement).maxLength : -1;
  return {
    box: id,
    ...base,
    ...(max >= 0 && base.control === 'text' ? { maxLength: max } : {}),
    state: states.find((state) => state !== 'open') ?? 'open',
    touched: controls.some((control) => ctx.touched(control)),
    place,
  };
};

/** The group of controls that chooses how the claim is sent: by its label, else by what its choices mean. */
const isTransmission = (unit: Unit, options: readonly Option[], ctx: Context): boolean => {
  const means = options.map(({ label, value }) => meansOf(label, value, ctx));
  return means.includes('electronic') && means.includes('paper') && unit.controls.length > 0;
};

const meansOf = (label: string, value: string, { profile }: Context): 'electronic' | 'paper' | 'unknown' => {
  for (const text of [label, value]) {
    const paper = mentions(text, profile.transmission.paper);
    if (paper !== mentions(text, profile.transmission.electronic)) return paper ? 'paper' : 'electronic';
  }
  return 'unknown';
};

/** Each unit's box id. The payer's own search box and what belongs to the page, not to the claim, are left out. */
const assign = (ctx: Context, finder: BoxFinder, root: Element, search: SearchControls): Map<string, Unit[]> => {
  const lines = finder.lineBoxes(root);
  const boxes = new Map<string, Unit[]>();
  for (const unit of finder.units) {
    const [control] = unit.controls;
    if (!control || control === search.lastName) continue;
    const type = typeOf(control);
    const options = unit.group
      ? groupOptions(ctx, unit, finder)
      : type === 'select'
        ? selectOptions(control as HTMLSelectElement)
        : [];
    const id = isTransmission(unit, options, ctx)
      ? 'transmission'
      : control === search.payer
        ? 'payer'
        : (lines.get(control) ?? finder.boxOf(unit));
    if (!id || !BOXES.has(id) || (unit.group && contradicts(ctx, options))) continue;
    // Cents in a box of their own: the dollars beside them are no amount.
    if (!canBe(id, control) && !(BOXES.get(id)?.kind === 'money' && isForCents(control))) continue;
    const known = boxes.get(id);
    if (known) known.push(unit);
    else boxes.set(id, [unit]);
  }
  return boxes;
};

interface SearchControls {
  payer: HTMLSelectElement | undefined;
  lastName: HTMLInputElement | undefined;
  button: Element | undefined;
}

/** How many steps up to the nearest element that holds both. */
const apart = (a: Element, b: Element): number => {
  let steps = 0;
  for (let up: Element | null = a; up; up = parentOf(up), steps += 1) if (holds(up, b)) return steps;
  return Number.POSITIVE_INFINITY;
};

/** The payer drop-down, the box for the last name and the Search button beside it. */
export const findSearch = (ctx: Context, finder: BoxFinder): SearchControls => {
  const { boxes, labels } = ctx.profile;
  const buttons = pressables(ctx.doc.body).filter((el) => meaningOf(labels.form, pressName(el)) === 'search');
  const named = (unit: Unit): boolean => {
    const input = unit.controls[0] as HTMLInputElement;
    const texts = [unit.label, input.getAttribute('placeholder') ?? '', input.getAttribute('title') ?? ''];
    return texts.some((text) => /^(?:lastName|search)$/.test(meaningOf(labels.form, text) ?? ''));
  };
  const inputs = finder.units
    .filter(
      (unit) =>
        !unit.group &&
        tagOf(unit.controls[0] as Element) === 'INPUT' &&
        typeOf(unit.controls[0] as Element) !== 'checkbox',
    )
    .filter((unit) => named(unit) && finder.numberOf(unit.controls[0] as Element) === undefined)
    .map((unit) => unit.controls[0] as HTMLInputElement);
  const pairs = inputs
    .flatMap((input) => buttons.map((button) => ({ input, button, far: apart(input, button) })))
    .sort((a, b) => a.far - b.far);
  const [best] = pairs;
  const selects = finder.units
    .filter(
      ({ controls: [control], label }) =>
        control && typeOf(control) === 'select' && meaningOf(boxes, label) === 'payer',
    )
    .map(({ controls: [control] }) => control as HTMLSelectElement)
    // A filter in the page's head is not the form's: the drop-down nearest to the search is.
    .sort((a, b) => (best ? apart(best.input, a) - apart(best.input, b) : 0));
  const [payer] = selects;
  return { payer, lastName: best?.input ?? inputs[0], button: best?.button };
};

/** Reads the payer search with its result, of the form or of its own page; registers its controls. */
export const readPayerSearch = (ctx: Context, search: SearchControls): PayerSearch => {
  const { payer, lastName, button } = search;
  if (payer) ctx.handles.set(FORM_PATHS.payer, payer);
  if (lastName) ctx.handles.set(FORM_PATHS.lastName, lastName);
  if (button) ctx.handles.set(FORM_PATHS.search, button);
  return {
    payers: payer ? selectOptions(payer).filter(({ value, label }) => value !== '' && label !== '') : [],
    payer: payer?.value ?? '',
    lastName: lastName?.value ?? '',
    ...readSearch(ctx),
  };
};

/** The button that sends the claim: the last one that says so. */
const findSubmit = (ctx: Context): Element | undefined =>
  pressables(ctx.doc.body)
    .filter((el) => meaningOf(ctx.profile.labels.form, pressName(el)) === 'submit')
    .at(-1);

/** Reads the secondary claim form. A box that two controls claim is left out and said. */
export const readForm = (ctx: Context, fields: readonly Field<PatientLabel>[], messages: PmMessage[]): ClaimForm => {
  const root = ctx.doc.body;
  const finder = new BoxFinder(ctx, root);
  const search = findSearch(ctx, finder);
  const boxes: FormBox[] = [];
  for (const [id, units] of assign(ctx, finder, root, search)) {
    if (
      units.length === 1 ? !isPartOfDate(id, units[0]) : BOXES.get(id)?.kind === 'date' && areDateParts(units, finder)
    ) {
      boxes.push(boxFrom(ctx, id, units, finder));
      continue;
    }
    ctx.problems.push({
      kind: 'unreadable',
      text: `${labelOfBox(id)} ${standsOnForm(units.length)}. It is left alone.`,
      path: `form/${id}`,
    });
    const [control] = units[0]?.controls ?? [];
    if (control) ctx.handles.set(`form/${id}`, control);
  }
  const submit = findSubmit(ctx);
  if (submit) ctx.handles.set(FORM_PATHS.submit, submit);
  const claimId = readClaimId(ctx, fields, 'form');
  const sent = boxes.find(({ box }) => box === 'transmission');
  return {
    ...(claimId.kind === 'read' ? { claimId: claimId.value } : {}),
    boxes,
    search: readPayerSearch(ctx, search),
    transmission: {
      value: sent?.value ?? '',
      options: (sent?.options ?? []).map((option) => ({ ...option, means: meansOf(option.label, option.value, ctx) })),
    },
    messages,
    ...(submit ? { submitLabel: pressName(submit) } : {}),
  };
};

/** Finds the payer search of a page that has no claim form. */
export const readSearchPage = (ctx: Context): PayerSearch =>
  readPayerSearch(ctx, findSearch(ctx, new BoxFinder(ctx, ctx.doc.body)));
