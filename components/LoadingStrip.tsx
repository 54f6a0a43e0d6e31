import { usePanelState } from './context';
import { Strip } from './Strip';
import { tabViewOf } from './store';

/** A page is on its way and not read yet: what the panel shows is of the one before. A fast page comes before this shows. */
export function LoadingStrip() {
  const loading = usePanelState((state) => tabViewOf(state)?.loadingSince !== undefined);
  if (!loading) return null;
  return (
    <Strip icon="reread" late>
      Reading the page. What stands here was read before.
    </Strip>
  );
}
