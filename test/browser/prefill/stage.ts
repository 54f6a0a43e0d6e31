import type { BoxKind } from '../../../lib/claim/boxes';
import { fillBoxes } from '../../../lib/prefill/fill';
import type { FillOrder, FillResult } from '../../../lib/prefill/plan';
import type { FillPage } from '../../../lib/prefill/run';

/** Puts a page's HTML on the stage. Inline handlers run as the page's own. */
export const show = (html: string): HTMLElement => {
  document.body.innerHTML = html;
  return document.body;
};

/** Boxes by `data-path`; what a page reader would have registered. */
export const byPath = (path: string): Element | undefined =>
  [...document.querySelectorAll('[data-path]')].find((el) => el.getAttribute('data-path') === path);

export const page = (changes: Partial<FillPage> = {}): FillPage => ({
  element: byPath,
  signal: new AbortController().signal,
  ...changes,
});

export const order = (
  path: string,
  kind: BoxKind,
  wanted: string,
  expected = '',
  options?: FillOrder['options'],
): FillOrder => ({
  box: path,
  path,
  kind,
  wanted,
  expected,
  source: 'Ledger',
  ...(options ? { options } : {}),
});

export const fill = (...orders: FillOrder[]) => fillBoxes(orders, page());

export const fillOne = async (one: FillOrder): Promise<FillResult> => {
  const { results } = await fill(one);
  const [result] = results;
  if (!result) throw new Error('no result');
  return result;
};

export const input = (path: string): HTMLInputElement => {
  const element = byPath(path);
  if (!(element instanceof HTMLInputElement)) throw new Error(`no input at ${path}`);
  return element;
};

/** Names of the events that reach the element, in order. */
export const events = (element: Element): string[] => {
  const seen: string[] = [];
  for (const type of ['focus', 'keydown', 'input', 'change', 'blur', 'click', 'submit']) {
    element.addEventListener(type, () => seen.push(type), true);
  }
  return seen;
};
