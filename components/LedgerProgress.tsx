import { Act } from './Act';
import { usePanelState } from './context';
import { count } from './models/text';

/** How far the ledgers behind the list are read; nothing once all are. */
export function LedgerProgress() {
  const run = usePanelState((state) => state.ledgers);
  if (!run || (!run.going && run.left === 0)) return null;
  if (run.going)
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
          <Act intent={{ do: 'stop-ledgers' }} look="link" more=" reading ledgers">
            Stop
          </Act>
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
