import type { PlanItem } from '../lib/prefill/plan';
import { Value } from './BoxesTable';
import { useAct, usePanelState } from './context';
import { Facts } from './Facts';
import { boxTag } from './models/boxes';
import { tickKey } from './models/places';
import { PageText } from './PageText';

/** A box that holds something else: overwritten only with her tick. */
export function ConflictCard({ item }: { item: PlanItem }) {
  const act = useAct();
  const key = tickKey(item);
  const ticked = usePanelState((state) => state.ticks.includes(key));
  return (
    <div className="conf">
      <label className="chk">
        <input
          type="checkbox"
          checked={ticked}
          onChange={(event) => event.nativeEvent.isTrusted && act({ do: 'tick', key, on: event.target.checked })}
        />
        <span>
          <span className="bx">{boxTag(item.box)}</span> <PageText text={item.name} max={80} />
          {item.line !== undefined && <span className="dim">, line {item.line}</span>}
        </span>
      </label>
      <Facts
        facts={[
          ['On the form', <Value key="now" text={item.presentShown} />],
          [
            'Would be',
            <b key="will">
              <PageText text={item.wantedShown} max={120} />
            </b>,
          ],
          [item.state === 'proposal' ? 'Because' : 'From', <PageText key="from" text={item.source} max={120} />],
        ]}
      />
    </div>
  );
}
