import { useEffect, useRef } from 'react';
import { usePanelState } from './context';
import { ruleElement } from './models/rules';
import { isPlace, type View } from './store';

const viewKey = (view: View): string => {
  if (view.at === 'remittance') return `remittance ${view.patient} ${view.claim}`;
  return view.at === 'claim' ? `claim ${view.patient} ${view.claim}` : view.at;
};

const focusOn = (element: HTMLElement | null | undefined): void => {
  if (!element) return;
  if (!element.hasAttribute('tabindex') && !element.matches('a, button, input')) element.tabIndex = -1;
  element.focus({ preventScroll: true });
};

const rowOf = (claim: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>('[data-claim]')].find((row) => row.dataset.claim === claim);

/** Opens the rule that the rule book was opened at, and brings it to the top. */
const toRule = (rule: string): void => {
  const summary = document.getElementById(ruleElement(rule));
  const fold = summary?.closest('details');
  if (fold) fold.open = true;
  summary?.scrollIntoView({ block: 'start' });
  summary?.focus({ preventScroll: true });
};

/** What led to the view that she comes back from: the button for it, the rule's *Why*. */
const wayTo = (view: View): HTMLElement | null => {
  const leads = document.querySelector<HTMLElement>(`[data-leads="${view.at}"]`);
  if (leads || view.at !== 'rules' || view.rule === undefined) return leads;
  return document.querySelector<HTMLElement>(`[data-rule="${CSS.escape(view.rule)}"]`);
};

/** Focus follows her own moves: to the title of a new view, to the first heading of a step, back to the row she came from. */
export const useFocus = (view: View, moved: 'her' | 'page'): void => {
  const cameFrom = usePanelState((state) => state.cameFrom);
  const left = usePanelState((state) => state.left);
  const before = useRef(view);
  useEffect(() => {
    const old = before.current;
    before.current = view;
    if (old === view) return;
    const sameView = viewKey(old) === viewKey(view);
    const isBack = isPlace(old) && left?.view === view;
    if (isBack) window.scrollTo(0, left.scroll);
    else if (!sameView) window.scrollTo(0, view.at === 'patient' && cameFrom ? cameFrom.scroll : 0);
    if (moved !== 'her') return;
    if (view.at === 'rules' && view.rule !== undefined) toRule(view.rule);
    else if (sameView) {
      window.scrollTo(0, 0);
      focusOn(document.querySelector<HTMLElement>('main h2'));
    } else if (isBack) {
      focusOn(wayTo(old) ?? document.getElementById('title'));
    } else if (view.at === 'patient' && (old.at === 'claim' || old.at === 'remittance') && cameFrom) {
      focusOn(rowOf(cameFrom.claim) ?? document.getElementById('title'));
    } else focusOn(document.getElementById('title'));
  }, [view, moved, cameFrom, left]);
};
