import { type RefObject, useEffect } from 'react';

const FOCUSABLE = 'button, a[href], select, input:not([hidden]), summary, [tabindex="0"]';

/** From an element up to the body: what of it is still there when the element is gone. */
const pathOf = (element: Element): Element[] => {
  const path: Element[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) path.push(at);
  return path;
};

/** The nearest thing to focus in what is left around it; the view's title where that is the whole view. */
const nearest = (left: Element | undefined, view: Element): HTMLElement | null => {
  const title = document.getElementById('title');
  if (!left || left === view || left.matches('main') || !view.contains(left)) return title;
  return left.querySelector<HTMLElement>(FOCUSABLE) ?? title;
};

/** What had the focus in a view may go by its own press: the focus then stays near it and does not fall to the page's start. */
export const useKeptFocus = (view: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const own = view.current;
    if (!own) return;
    let path: Element[] = [];
    const onFocus = ({ target }: FocusEvent) => {
      path = target instanceof Element ? pathOf(target) : [];
    };
    // A press beside everything takes the focus away on purpose.
    const onPress = () => {
      path = [];
    };
    const watcher = new MutationObserver(() => {
      const [lost, ...around] = path;
      if (!lost || lost.isConnected) return;
      path = [];
      if (document.activeElement !== document.body) return;
      nearest(
        around.find(({ isConnected }) => isConnected),
        own,
      )?.focus({ preventScroll: true });
    });
    own.addEventListener('focusin', onFocus);
    document.addEventListener('pointerdown', onPress, true);
    watcher.observe(own, { childList: true, subtree: true });
    return () => {
      own.removeEventListener('focusin', onFocus);
      document.removeEventListener('pointerdown', onPress, true);
      watcher.disconnect();
    };
  }, [view]);
};
