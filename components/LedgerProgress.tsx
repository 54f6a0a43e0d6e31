import { useState } from 'react';
import { Act } from './Act';
import { usePanelState } from './context';
import { count } from './models/text';

interface LedgerProgressProps {
  /** The pointer is in the list below: what stood here stays until it leaves. */
  steady?: boolean;
}

/** How far the ledgers behind the list are read; nothing once all are. */
export function LedgerProgress({ steady = false }: LedgerProgressProps) {
  const run = usePanelState((state) => state.ledgers);
  const [stays, setStays] = useState(false);
  const isDone = !run || (!run.going && run.left === 0);
  const shouldStay = run?.going === true || (steady && stays);
  if (shouldStay !== stays) setStays(shouldStay);
  if (!run || (isDone && !shouldStay)) return null;
  if (run.going || isDone)
    return (
      <section className="sec">
        <div className="sechead">
          <h2>Reading ledgers</h2>
          <span className="count">
            {run.done} of {run.total}
          </span>
        </div>
        <progress className="prog" aria-label="Ledgers read" max={run.total} value={run.done} />
        <div className="lks">
          {run.going ? (
            <Act intent={{ do: 'stop-ledgers' }} look="link" more=" reading ledgers">
              Stop
            </Act>
          ) : (
            <span className="note">All read.</span>
          )}
        </div>
      </section>
    );
  return (
    <section className="sec">
      <p className="note">{run.problem ?? `${count(run.left, 'ledger is', 'ledgers are')} not read.`}</p>
      <div className="lks">
        <Act intent={{ do: 'read-ledgers' }} look="link">
          {`Read ${count(run.left, 'ledger')}`}
        </Act>
      </div>
    </section>
  );
}
