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

/** One side of a rectangle: where it begins and ends. */
interface Span {
  start: number;
  end: number;
}

interface Sides {
  x: Span;
  y: Span;
}

const sidesOf = (rect: DOMRect): Sides => ({
  x: { start: rect.left, end: rect.right },
  y: { start: rect.top, end: rect.bottom },
});

/** True where no scrolling of `frame` shows any of `part`; `behind` and `length` are how far it scrolls. */
const beyond = (part: Span, frame: Span, overflow: string, behind: number, length: number): boolean => {
  if (overflow === 'visible') return false;
  if (overflow !== 'auto' && overflow !== 'scroll') return part.start >= frame.end || part.end <= frame.start;
  const start = part.start - frame.start + behind;
  return start >= length || start + (part.end - part.start) <= 0;
};

const beyondFrame = (part: Sides, at: Element, frame: Sides, style: CSSStyleDeclaration): boolean =>
  beyond(part.x, frame.x, style.overflowX, at.scrollLeft, at.scrollWidth) ||
  beyond(part.y, frame.y, style.overflowY, at.scrollTop, at.scrollHeight);

/** True where no scrolling of the window brings it into view, like a box moved to `left: -9999px`. */
const beyondPage = (part: Sides, { documentElement, body, defaultView }: Document): boolean => {
  const width = Math.max(documentElement.scrollWidth, body.scrollWidth);
  const height = Math.max(documentElement.scrollHeight, body.scrollHeight);
  const origin = { start: 0, end: 0 };
  return (
    beyond(part.x, origin, 'auto', defaultView?.scrollX ?? 0, width) ||
    beyond(part.y, origin, 'auto', defaultView?.scrollY ?? 0, height)
  );
};

const isClipped = (style: CSSStyleDeclaration): boolean => style.clip !== 'auto' || style.clipPath !== 'none';

/** Goes outward from the element: faded, clipped, or beyond what any frame around it or the window can scroll to. */
const outOfSight = (element: Element): string | undefined => {
  const document = element.ownerDocument;
  let opacity = 1;
  let part = sidesOf(rectOf(element));
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const style = getComputedStyle(at);
    opacity *= Number(style.opacity);
    if (opacity < SEEN_OPACITY || isClipped(style)) return LEFT_ALONE.hidden;
    // What hides or scrolls its overflow at the top is the window.
    if (at === element || at === document.body || at === document.documentElement || style.overflow === 'visible')
      continue;
    const frame = sidesOf(rectOf(at));
    if (beyondFrame(part, at, frame, style)) return LEFT_ALONE.hidden;
    part = frame;
  }
  return beyondPage(part, document) ? LEFT_ALONE['off-screen'] : undefined;
};

const isHidden = (element: Element): boolean => {
  const { width, height } = rectOf(element);
  return (
    width < SEEN_SIZE ||
    height < SEEN_SIZE ||
    !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ||
    element.closest('[inert], [aria-hidden="true"]') !== null
  );
};

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
  if (isHidden(element)) return LEFT_ALONE.hidden;
  const sight = outOfSight(element);
  if (sight !== undefined) return sight;
  const host = hostOf(element);
  return host ? obstacleTo(host) : undefined;
};
