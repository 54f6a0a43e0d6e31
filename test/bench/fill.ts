import { fillBoxes } from '../../lib/prefill/fill';
import type { FillOrder } from '../../lib/prefill/plan';
import { interleaved } from './measure';

const BOXES = 60;
/** What a filler that waits a set time takes for one step (a known password manager does). */
const PACE_MS = 20;

const path = (n: number): string => `form/box${n}`;
const wanted = (n: number): string => `${n}.${String(n).padStart(2, '0')}`;

const build = (): Map<string, HTMLInputElement> => {
  const form = document.createElement('form');
  const boxes = new Map<string, HTMLInputElement>();
  for (let n = 1; n <= BOXES; n += 1) {
    const input = document.createElement('input');
    boxes.set(path(n), input);
    form.append(input);
  }
  document.body.replaceChildren(form);
  return boxes;
};

const orders = (): FillOrder[] =>
  Array.from({ length: BOXES }, (_, i) => ({
    box: `b${i + 1}`,
    kind: 'text',
    path: path(i + 1),
    expected: '',
    wanted: wanted(i + 1),
    source: 'bench',
  }));

const setNatively = (input: HTMLInputElement, text: string): void => {
  Reflect.set(HTMLInputElement.prototype, 'value', text, input);
  input.dispatchEvent(new InputEvent('input', { bubbles: true, data: text }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
};

const check = (boxes: ReadonlyMap<string, HTMLInputElement>): number =>
  [...boxes].filter(([key, input]) => input.value === wanted(Number(key.slice(8)))).length;

/** Fills 60 boxes three ways, in milliseconds; each ends with all boxes holding their value. */
export const benchFill = async (rounds: number): Promise<Record<'ours' | 'native' | 'paced', number>> => {
  let boxes = build();
  const fill = async (): Promise<void> => {
    const { results } = await fillBoxes(orders(), {
      element: (key) => boxes.get(key),
      signal: new AbortController().signal,
    });
    const filled = results.filter((result) => result.status === 'filled').length;
    if (filled !== BOXES) throw new Error(`Only ${filled} of ${BOXES} boxes were filled.`);
  };
  const native = (): void => {
    let n = 0;
    for (const input of boxes.values()) setNatively(input, wanted(++n));
    if (check(boxes) !== BOXES) throw new Error('The bare loop did not fill all boxes.');
  };
  const paced = async (): Promise<void> => {
    let n = 0;
    for (const input of boxes.values()) {
      setNatively(input, wanted(++n));
      await new Promise((done) => setTimeout(done, PACE_MS));
    }
  };
  return interleaved({ ours: fill, native, paced }, rounds, () => {
    boxes = build();
  });
};
