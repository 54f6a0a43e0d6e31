import type { Case } from '../claim/case';
import type { FormBox } from '../claim/form';
import type { Place } from '../claim/reading';
import { INSURANCE_TYPES } from '../codes/insurance-type';
import type { Liability } from '../payers/liability';

const boxOf = (c: Case, id: string): FormBox | undefined => c.form?.boxes.find(({ box }) => box === id);

const textOf = (box: FormBox): string => (box.control === 'text' ? box.value : box.shown).trim();

/** Why Medicare is second, as it is chosen on the open form (SBR05). */
export const chosenMspType = (c: Case): { code: string; place: Place } | undefined => {
  const box = boxOf(c, 'msp');
  if (!box) return undefined;
  const code = [box.value, textOf(box)]
    .map((text) => text.trim().split(/\D/, 1)[0] ?? '')
    .find((one) => INSURANCE_TYPES.includes(one));
  return code === undefined ? undefined : { code, place: box.place };
};

const ACCIDENT_BOXES: readonly (readonly [box: string, kind: Liability])[] = [
  ['10a', 'work'],
  ['10b', 'auto'],
  ['10c', 'other'],
];

/** The insurance types that say that somebody is liable. */
const ACCIDENT_TYPES: Readonly<Record<string, Liability>> = { 14: 'auto', 15: 'work', 47: 'other' };

/** What the open form says of an accident: a YES in box 10, or the insurance type. A NO says nothing: forms open with it. */
export const accidentOnForm = (c: Case): { kind: Liability; place: Place } | undefined => {
  for (const [id, kind] of ACCIDENT_BOXES) {
    const box = boxOf(c, id);
    if (box && (/^y(es)?$/i.test(textOf(box)) || box.value === 'yes')) return { kind, place: box.place };
  }
  const type = chosenMspType(c);
  const kind = type && ACCIDENT_TYPES[type.code];
  return type && kind ? { kind, place: type.place } : undefined;
};

const RETIRED_IN_11B = /\bRETIRED\b/i;

/** Box 11b has the word RETIRED where the insured no longer works. Source: CMS Pub. 100-04 ch. 26, item 11b. */
export const retiredInBox11b = (c: Case): Place | undefined => {
  const box = boxOf(c, '11b');
  return box && RETIRED_IN_11B.test(textOf(box)) ? box.place : undefined;
};
