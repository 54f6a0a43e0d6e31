import { BOXES, printedNumber } from '../claim/boxes';
import type { Case } from '../claim/case';
import type { Cents, IsoDate } from '../claim/claim';
import { parseDate } from '../claim/dates';
import type { ClaimForm, FormBox } from '../claim/form';
import { parseMoney } from '../claim/money';
import type { Parsed } from '../claim/reading';
import { conventionBy, conventionOf } from '../payers/convention';
import type { Missing } from './check';
import { cut, listed } from './words';

/** The form follows the Medicare-secondary view: for Medicare, and for a payer whose list says so. */
export const isMedicareSecondary = (c: Case): boolean => conventionOf(c.secondary) === 'medicare-secondary';

const INSURED = { 'destination-payer': 'secondary', 'medicare-secondary': 'primary', own: undefined } as const;

/** Whose insured boxes 4, 6, 7 and 11 describe; undefined in a convention of the payer's own. */
export const insuredOnForm = (c: Case): 'primary' | 'secondary' | undefined => INSURED[conventionOf(c.secondary)];

/** Why a rule of another view does not apply. */
export const viewOf = (c: Case): string => {
  if (c.secondary?.kind === 'medicare') return 'Medicare is second';
  const by = conventionBy(c.secondary);
  const view = {
    'destination-payer': 'Medicare is not second',
    'medicare-secondary': 'the payer wants the Medicare-secondary view',
    own: 'the payer has its own convention of the form',
  }[conventionOf(c.secondary)];
  return by === undefined ? view : `${view}, says ${cut(by, 60)}`;
};

export const NO_FORM = 'no form open yet';

/** Forms by their boxes: a form has a hundred, and the checks ask for most of them. */
const indexes = new WeakMap<readonly FormBox[], ReadonlyMap<string, FormBox>>();

const indexOf = ({ boxes }: ClaimForm): ReadonlyMap<string, FormBox> => {
  const known = indexes.get(boxes);
  if (known) return known;
  const made = new Map(boxes.map((box) => [box.box, box]));
  indexes.set(boxes, made);
  return made;
};

/** The box as it stands on the form, or undefined where the page has none. */
export const boxOf = (form: ClaimForm, id: string): FormBox | undefined => indexOf(form).get(id);

/** What the biller sees in a box, trimmed; `''` for an empty box, for one that is not on the page and for an unticked one. */
export const shownIn = (form: ClaimForm, id: string): string => {
  const box = boxOf(form, id);
  if (!box) return '';
  if (box.control === 'checkbox') return box.value === 'no' ? '' : box.shown.trim() || box.value;
  return (box.control === 'text' ? box.value : box.shown).trim();
};

const isOnForm = (form: ClaimForm, id: string): boolean => boxOf(form, id) !== undefined;

/** `box 9a (Other policy or group)`. */
export const boxName = (id: string): string => `box ${printedNumber(id)} (${BOXES.get(id)?.name ?? id})`;

/** `Box 13 is`, `Boxes 9, 9a and 9d are`: short, for lists. */
export const boxNumbers = (boxes: readonly FormBox[]): string => {
  const numbers = listed([...new Set(boxes.map(({ box }) => printedNumber(box)))]);
  return boxes.length === 1 ? `Box ${numbers} is` : `Boxes ${numbers} are`;
};

/** What is missing where the check needs a box that this page does not have, or whose text it cannot read. */
export const missingBox = (form: ClaimForm, id: string, why?: string): Missing => {
  const box = boxOf(form, id);
  const base: Missing = { what: `box ${printedNumber(id)} of the form`, source: 'claim-form' };
  return box && why !== undefined ? { ...base, place: box.place, raw: box.value, why } : base;
};

/** The boxes among `ids` that stand on the form and are empty. */
export const emptyBoxes = (form: ClaimForm, ids: readonly string[]): FormBox[] =>
  ids.flatMap((id) => {
    const box = boxOf(form, id);
    return box && shownIn(form, id) === '' ? [box] : [];
  });

/** What is missing of those boxes that this page does not have. */
export const boxesNotOnPage = (form: ClaimForm, ids: readonly string[]): Missing[] =>
  ids.filter((id) => !isOnForm(form, id)).map((id) => missingBox(form, id));

export type BoxValue<T> = { is: 'value'; value: T } | { is: 'blank' } | { is: 'missing'; missing: Missing };

const valueIn = <T>(form: ClaimForm, id: string, parse: (text: string) => Parsed<T>): BoxValue<T> => {
  if (!isOnForm(form, id)) return { is: 'missing', missing: missingBox(form, id) };
  const text = shownIn(form, id);
  if (text === '') return { is: 'blank' };
  const parsed = parse(text);
  return parsed.ok
    ? { is: 'value', value: parsed.value }
    : { is: 'missing', missing: missingBox(form, id, parsed.why) };
};

/** The amount in a box, in cents. */
export const moneyIn = (form: ClaimForm, id: string): BoxValue<Cents> => valueIn(form, id, parseMoney);

/** The date in a box; the paper form's `MM DD YYYY` counts too. */
export const dateIn = (form: ClaimForm, id: string): BoxValue<IsoDate> =>
  valueIn(form, id, (text) => parseDate(text.replace(/^(\d{2}) (\d{2}) (\d{4})$/, '$1/$2/$3')));

const YES = /^y(es)?$/i;

/** True where YES is chosen; false for NO and for nothing. */
export const isYes = (form: ClaimForm, id: string): boolean =>
  YES.test(shownIn(form, id)) || boxOf(form, id)?.value === 'yes';

/** What the form's claim transmission is set to. */
export const transmissionOf = (form: ClaimForm | undefined): 'electronic' | 'paper' | 'unknown' =>
  form?.transmission.options.find((option) => option.value === form.transmission.value)?.means ?? 'unknown';
