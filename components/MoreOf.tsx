import { type ReactNode, useState } from 'react';

/** Shows the first of many and a button for the rest: `Show 5 more`. */
export function MoreOf({ show, children }: { show: number; children: ReactNode[] }) {
  const [all, setAll] = useState(false);
  const rest = children.length - show;
  if (all || rest <= 0) return children;
  return (
    <>
      {children.slice(0, show)}
      <div className="sec">
        <button type="button" className="lk" onClick={() => setAll(true)}>
          Show {rest} more
        </button>
      </div>
    </>
  );
}
