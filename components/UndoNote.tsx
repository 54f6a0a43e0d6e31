import type { FillJournal } from '../lib/prefill/plan';
import { BoxList } from './BoxList';
import { Fold } from './Fold';
import { boxTitle } from './models/boxes';
import { count, formatTime } from './models/text';

/** What the undo came to. */
export function UndoNote({ undone }: { undone: NonNullable<FillJournal['undone']> }) {
  const { putBack, stayed, at } = undone;
  const back = `${count(putBack, 'box', 'boxes')} put back`;
  if (stayed.length === 0)
    return (
      <section className="sec">
        <p>
          {back}, {formatTime(at)}.
        </p>
      </section>
    );
  return (
    <Fold title={`${back}. ${stayed.length} stay`} count={formatTime(at)} open>
      <BoxList boxes={stayed.map(({ box, why }) => ({ box, name: boxTitle(box), says: why }))} />
    </Fold>
  );
}
