import type { BoxState } from '../claim/form';
import { parentOf, tagOf } from './look';

/** Below this a box cannot be seen. */
const LEAST_OPACITY = 0.1;
const LEAST_PIXELS = 3;

const opacityOf = (el: Element, view: Window): number => {
  let opacity = 1;
  for (let up: Element | null = el; up; up = parentOf(up)) opacity *= Number(view.getComputedStyle(up).opacity);
  return opacity;
};

/** Cut away by an ancestor without room, or clipped. */
const isClipped = (el: Element, rect: DOMRect, view: Window): boolean => {
  for (let up = parentOf(el); up && tagOf(up) !== 'BODY'; up = parentOf(up)) {
    const style = view.getComputedStyle(up);
    if (style.overflow === 'visible') continue;
    const box = Element.prototype.getBoundingClientRect.call(up);
    if (box.width < LEAST_PIXELS || box.height < LEAST_PIXELS) return true;
    const scrolls = /auto|scroll/.test(`${style.overflowX}${style.overflowY}`);
    if (
      !scrolls &&
      (rect.right <= box.left || rect.left >= box.right || rect.bottom <= box.top || rect.top >= box.bottom)
    ) {
      return true;
    }
  }
  return /inset\((?:50|100)%|rect\(0/.test(`${view.getComputedStyle(el).clipPath} ${view.getComputedStyle(el).clip}`);
};

/** Whether the biller can see and reach a control, by its real layout. */
export const stateOf = (control: Element, live: boolean): BoxState => {
  const view = control.ownerDocument.defaultView;
  if (live && view) {
    const shown = control.checkVisibility({
      visibilityProperty: true,
      opacityProperty: true,
      contentVisibilityAuto: true,
    });
    const rect = control.getBoundingClientRect();
    if (!shown || rect.width < LEAST_PIXELS || rect.height < LEAST_PIXELS) return 'hidden';
    if (control.closest('[inert],[aria-hidden="true"]')) return 'hidden';
    const root = control.ownerDocument.documentElement;
    const left = rect.left + view.scrollX;
    const top = rect.top + view.scrollY;
    const outside =
      left + rect.width <= 0 || top + rect.height <= 0 || left >= Math.max(root.scrollWidth, view.innerWidth);
    if (outside) return 'off-screen';
    if (opacityOf(control, view) < LEAST_OPACITY || isClipped(control, rect, view)) return 'hidden';
  }
  if (control.matches(':disabled') || control.closest('[aria-disabled="true"]')) return 'disabled';
  if (control.hasAttribute('readonly') || control.getAttribute('aria-readonly') === 'true') return 'read-only';
  return 'open';
};
