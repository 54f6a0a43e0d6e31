import { adoptSheet } from './sheet';

const SHOWN = 'data-cob-shown';
/** How long the outline stays, in milliseconds. */
const OUTLINE = 3_000;

/**
 * Scrolls to an element of the page and outlines it for three seconds. Moves the focus there only when asked.
 * Answers false where the element is no longer in the page.
 */
export const showElement = (element: Element | undefined, focus: boolean, signal: AbortSignal): boolean => {
  if (!element?.isConnected) return false;
  const doc = element.ownerDocument;
  const calm = doc.defaultView?.matchMedia('(prefers-reduced-motion: reduce)').matches ?? true;
  adoptSheet(doc);
  for (const other of doc.querySelectorAll(`[${SHOWN}]`)) other.removeAttribute(SHOWN);
  element.setAttribute(SHOWN, '');
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: calm ? 'instant' : 'smooth' });
  if (focus && element instanceof HTMLElement) element.focus({ preventScroll: true });
  const hide = (): void => element.removeAttribute(SHOWN);
  const timer = setTimeout(hide, OUTLINE);
  signal.addEventListener(
    'abort',
    () => {
      clearTimeout(timer);
      hide();
    },
    { once: true },
  );
  return true;
};
