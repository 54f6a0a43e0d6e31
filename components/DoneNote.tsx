import { useEffect, useRef } from 'react';
import { PageText } from './PageText';
import type { Done } from './use-done';

/** What came of the last change, and its way back. It stays until the next change. */
export function DoneNote({ done, onUndo }: { done: Done | undefined; onUndo: () => Promise<void> }) {
  const place = useRef<HTMLDivElement>(null);
  const hasUndo = done?.undo !== undefined;
  const text = done?.text;
  useEffect(() => {
    // What was pressed went away with what it removed: the focus stays beside it.
    if (text !== undefined && hasUndo) place.current?.focus();
  }, [text, hasUndo]);
  return (
    <div ref={place} className="done" tabIndex={-1}>
      <output>{text !== undefined && <PageText text={text} max={200} />}</output>
      {hasUndo && (
        <button type="button" className="lk" onClick={() => void onUndo().then(() => place.current?.focus())}>
          Undo<span className="sr">: {text}</span>
        </button>
      )}
    </div>
  );
}
