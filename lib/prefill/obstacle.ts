import { LEFT_ALONE, SAID } from './words';

/** Less opaque than this is not seen by the biller. */
const SEEN_OPACITY = 0.3;
/** A box smaller than this, in CSS pixels, cannot be read or ticked. */
const SEEN_SIZE = 4;

// A form's own properties can be hidden by its inputs (`<input name="parentElement">`): the prototype's are asked.
const parentOf = (element: Element): Element | null => Reflect.get(Node.prototype, 'parentElement', element);
const isConnected = (element: Element): boolean => Reflect.get(Node.prototype, 'isConnected', element);
const rectOf = (element: Element): DOMRect => Element.prototype.getBoundingClientRect.call(element);

const hostOf = (element: Element): Element | null => {
  const root = Node.prototype.getRootNode.call(element);
  return root instanceof ShadowRoot ? root.host : null;
};

const cutsOff = (around: Element, style: CSSStyleDeclaration, rect: DOMRect): boolean => {
  const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
  if (!hides(style.overflowX) && !hides(style.overflowY)) return false;
  const frame = rectOf(around);
  const beside = rect.left >= frame.right || rect.right <= frame.left;
  const below = rect.top >= frame.bottom || rect.bottom <= frame.top;
  return (hides(style.overflowX) && beside) || (hides(style.overflowY) && below);
};

/** Faded away or cut away, by itself or by anything around it. */
const isUnseen = (element: Element, rect: DOMRect): boolean => {
  const { body, documentElement } = element.ownerDocument;
  let opacity = 1;
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const style = getComputedStyle(at);
    opacity *= Number(style.opacity);
    if (opacity < SEEN_OPACITY || style.clip !== 'auto' || style.clipPath !== 'none') return true;
    // What hides its overflow at the top is the window, which scrolls.
    const scrolls = at === element || at === body || at === documentElement;
    if (!scrolls && cutsOff(at, style, rect)) return true;
  }
  return false;
};

/** True where no scrolling of the page brings it into view, like a box moved to `left: -9999px`. */
const isOffScreen = (element: Element, rect: DOMRect): boolean => {
  const page = element.ownerDocument.documentElement;
  const view = element.ownerDocument.defaultView;
  const left = rect.left + (view?.scrollX ?? 0);
  const top = rect.top + (view?.scrollY ?? 0);
  return left + rect.width <= 0 || top + rect.height <= 0 || left >= page.scrollWidth || top >= page.scrollHeight;
};

const isHidden = (element: Element, rect: DOMRect): boolean =>
  rect.width < SEEN_SIZE ||
  rect.height < SEEN_SIZE ||
  !element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: false }) ||
  element.closest('[inert], [aria-hidden="true"]') !== null ||
  isUnseen(element, rect);

const isReadOnly = (element: Element): boolean =>
  ((element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) && element.readOnly) ||
  element.getAttribute('aria-readonly') === 'true';

/**
 * Why the panel must not fill this control now, or undefined where it may: it is gone, disabled (also by its fieldset),
 * read-only, hidden in any way, or cannot be scrolled to. A control under another element may be filled.
 */
export const obstacleTo = (element: Element): string | undefined => {
  if (!isConnected(element)) return SAID.gone;
  if (element.matches(':disabled') || element.closest('[aria-disabled="true"]') !== null) return LEFT_ALONE.disabled;
  if (isReadOnly(element)) return LEFT_ALONE['read-only'];
  const rect = rectOf(element);
  // Off-screen first: it says more than `hidden`.
  if (rect.width > 0 && isOffScreen(element, rect)) return LEFT_ALONE['off-screen'];
  if (isHidden(element, rect)) return LEFT_ALONE.hidden;
  const host = hostOf(element);
  return host ? obstacleTo(host) : undefined;
};
