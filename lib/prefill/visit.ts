const HEARD = ['focus', 'change', 'blur'] as const;

/** Notes which events the browser itself sends to the element, so that none comes twice and none is left out. */
const listen = (element: Element): { heard: ReadonlySet<string>; stop: () => void } => {
  const heard = new Set<string>();
  const listener = (event: Event) => heard.add(event.type);
  for (const type of HEARD) element.addEventListener(type, listener, true);
  return {
    heard,
    stop: () => {
      for (const type of HEARD) element.removeEventListener(type, listener, true);
    },
  };
};

const FOCUS_WITHIN = { focus: 'focusin', blur: 'focusout' } as const;

const sendFocus = (element: Element, type: 'focus' | 'blur'): void => {
  element.dispatchEvent(new FocusEvent(type, { composed: true }));
  element.dispatchEvent(new FocusEvent(FOCUS_WITHIN[type], { bubbles: true, composed: true }));
};

/**
 * Enters the element, lets `write` change it, and leaves it: the page gets focus, change and blur each once, by the
 * browser where the page has the focus, else by hand. Nothing is scrolled.
 */
export const visit = (element: HTMLElement, write: () => void): void => {
  const { heard, stop } = listen(element);
  element.focus({ preventScroll: true });
  if (!heard.has('focus')) sendFocus(element, 'focus');
  write();
  element.blur();
  if (!heard.has('change')) sendChange(element);
  if (!heard.has('blur')) sendFocus(element, 'blur');
  stop();
};

export const sendChange = (element: Element): void => {
  element.dispatchEvent(new Event('change', { bubbles: true }));
};
