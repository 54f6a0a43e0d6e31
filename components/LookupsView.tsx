import { isOpen } from '../lib/lookups/lookup';
import { useNow, usePanelState } from './context';
import { Header } from './Header';
import { LookupRow } from './LookupRow';
import { count } from './models/text';
import { NextBar } from './NextBar';
import { Whole } from './Whole';

/** All lookups of the session, those under way first. */
export function LookupsView({ back }: { back: string }) {
  const lookups = usePanelState((state) => state.mirror?.lookups) ?? [];
  const open = lookups.filter(isOpen);
  const now = useNow(open.length > 0);
  const sorted = [...lookups].sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || b.updatedAt - a.updatedAt);
  const searching = open.filter(({ state }) => state === 'searching').length;
  return (
    <div className="panel">
      <Header
        title="Lookups"
        sub={lookups.length > 0 ? `${lookups.length}, of which ${open.length} open` : undefined}
        back={{ to: back, intent: { do: 'back' } }}
      />
      <main>
        {lookups.length === 0 ? (
          <Whole icon="look" title="No lookups yet">
            <p className="dim">Open a secondary claim form to look up the payer.</p>
          </Whole>
        ) : (
          <section className="sec">
            <h2 className="sr">All lookups</h2>
            <ul className="steplist inset">
              {sorted.slice(0, 200).map((lookup) => (
                <LookupRow key={lookup.id} lookup={lookup} now={now} />
              ))}
            </ul>
            <p className="note gap">Results are kept for this session only.</p>
          </section>
        )}
      </main>
      <NextBar
        next={{
          plain: true,
          text:
            open.length > 0
              ? `${searching} searching, ${open.length - searching} queued.`
              : `${count(lookups.length, 'lookup')}, none open.`,
        }}
      />
    </div>
  );
}
