import type { Case } from '../claim/case';
import type { Place } from '../claim/reading';
import { INSURANCE_TYPES } from '../codes/insurance-type';
import type { Missing } from './check';
import { boxOf, shownIn } from './form';

/** The insurance type (MSP) on the open form, X12 SBR05. */
export type MspType =
  | { is: 'blank'; place: Place }
  | { is: 'chosen'; code: string; place: Place }
  /** Something is chosen that is none of the codes. */
  | { is: 'other'; text: string; place: Place }
  | { is: 'missing'; missing: Missing };

const TYPES: ReadonlySet<string> = new Set(INSURANCE_TYPES);

const codeIn = (text: string): string | undefined => text.match(/\d+/g)?.find((code) => TYPES.has(code));

/** What the form's box for the insurance type holds; undefined while no form is open. A drop-down's value counts before its words. */
export const mspTypeOn = ({ form }: Case): MspType | undefined => {
  if (!form) return undefined;
  const box = boxOf(form, 'msp');
  if (!box) return { is: 'missing', missing: { what: 'the insurance type (MSP) on the form', source: 'claim-form' } };
  const { value, place } = box;
  const text = shownIn(form, 'msp');
  if (value.trim() === '' && text === '') return { is: 'blank', place };
  const code = codeIn(value) ?? codeIn(text);
  return code === undefined ? { is: 'other', text: text || value, place } : { is: 'chosen', code, place };
};
