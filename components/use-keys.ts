import { useEffect } from 'react';
import type { Place } from '../lib/claim/reading';
import { useAct, usePanelState } from './context';
import { type Intent, STEPS } from './intent';
import { isPlace } from './store';

const inField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, select, textarea, [contenteditable]') !== null;

/** The place of what is focused: its own *Show* link, else the first one of its card. */
const focusedPlace = (): Place | undefined => {
  const focused = document.activeElement;
  const own = focused?.closest<HTMLElement>('[data-shows]');
  const card = own ?? focused?.closest('article, li, .conf')?.querySelector<HTMLElement>('[data-shows]');
  const text = card?.dataset.shows;
  return text === undefined ? undefined : (JSON.parse(text) as Place);
};

const singleKey = (key: string): Intent | undefined => {
  const step = STEPS[Number(key) - 1];
  if (step) return { do: 'step', step };
  if (key === 'r') return { do: 'read-again' };
  if (key === '/') return { do: 'focus', id: 'search' };
  if (key === '?') return { do: 'shortcuts' };
  const place = key === 's' ? focusedPlace() : undefined;
  return place && { do: 'show', place };
};

/** Keys of the whole panel. Single ones can be turned off; none of them touches the PM's data. */
export const useKeys = (): void => {
  const act = useAct();
  const isAway = usePanelState((state) => isPlace(state.view));
  const single = usePanelState((state) => state.mirror?.settings.singleKeys ?? false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.isTrusted || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Escape' && !document.querySelector('[popover]:popover-open') && !inField(event.target))
        return act({ do: isAway ? 'back' : 'list' });
      if (!single || inField(event.target)) return;
      const intent = singleKey(event.key.toLowerCase());
      if (!intent) return;
      event.preventDefault();
      act(intent);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [act, single, isAway]);
};
