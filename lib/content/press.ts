/** Dispatched at an element by the content script, answered by `entrypoints/pm-press.ts` in the page's own world. */
export const PRESS_EVENT = 'cob-companion:press';

const isJavascriptLink = (element: Element): boolean => {
  const link = element.closest('a[href], area[href]');
  return link !== null && /^\s*javascript:/i.test(link.getAttribute('href') ?? '');
};

/**
 * Clicks an element of the page as its own script would.
 * Chromium runs no `javascript:` link that an isolated world clicks (the extension's policy forbids it):
 * such a click is handed to the page's own world. Returns false where nobody there took it.
 */
export const press = (element: HTMLElement): boolean => {
  if (!isJavascriptLink(element)) {
    HTMLElement.prototype.click.call(element);
    return true;
  }
  // The listener answers by cancelling the event.
  return !element.dispatchEvent(new CustomEvent(PRESS_EVENT, { bubbles: true, cancelable: true }));
};
