/** How the controls behind one label share its words: `31. SIGNATURE OF PHYSICIAN / DATE` stands over two boxes. */
import { BOXES } from '../claim/boxes';
import { type Control, tagOf, typeOf } from './look';

/** The parts of a label, divided by slashes that stand outside brackets. */
export const segmentsOf = (text: string): string[] => {
  const segments: string[] = [];
  let depth = 0;
  let part = '';
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === '/' && depth <= 0) {
      segments.push(part);
      part = '';
    } else part += character;
  }
  return [...segments, part].map((segment) => segment.trim()).filter((segment) => /[a-z0-9]/i.test(segment));
};

/** How many characters a control takes; endless where it does not say. */
const roomOf = (control: Control): number => {
  if (!/^(?:INPUT|TEXTAREA)$/.test(tagOf(control))) return Number.POSITIVE_INFINITY;
  const max = (control as HTMLInputElement).maxLength;
  return max >= 0 ? max : Number.POSITIVE_INFINITY;
};

const isTyped = (control: Control): boolean => !/^(?:select|radio|checkbox)$/.test(typeOf(control));

/** A date, a name or a policy number does not fit into a box for a qualifier. */
export const hasRoom = (control: Control, least: number): boolean => isTyped(control) && roomOf(control) >= least;

/** Room for two digits. */
export const isForCents = (control: Control): boolean => isTyped(control) && roomOf(control) === 2;

/** The least characters of what is typed, by kind; a date or a phone may stand in parts. */
const LEAST: Partial<Record<string, number>> = { money: 4, date: 2, name: 6, id: 3, phone: 3 };

/** Whether a control can be that box at all: amounts, dates, names and numbers are typed and need room. */
export const canBe = (id: string, control: Control): boolean => {
  const kind = BOXES.get(id)?.kind;
  if (kind === undefined) return true;
  const least = LEAST[kind];
  if (least !== undefined) return hasRoom(control, least);
  if (kind === 'units' || kind === 'text') return isTyped(control);
  return kind !== 'choice' || !isTyped(control);
};

/** All orders of `items`, the given one first. */
export const ordersOf = <T>(items: readonly T[]): T[][] =>
  items.length < 2
    ? [[...items]]
    : items.flatMap((item, i) => ordersOf(items.filter((_, k) => k !== i)).map((rest) => [item, ...rest]));
