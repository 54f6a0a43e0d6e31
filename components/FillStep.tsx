import { needsTick, type PrefillPlan } from '../lib/prefill/plan';
import { AmountsFrom } from './AmountsFrom';
import { BoxesTable } from './BoxesTable';
import { BoxList } from './BoxList';
import type { ClaimProps } from './ClaimView';
import { ConflictCard } from './ConflictCard';
import { useEngine, usePanelState } from './context';
import { FillResults } from './FillResults';
import { Fold } from './Fold';
import { HeldStrip } from './HeldStrip';
import { LiveCheck } from './LiveCheck';
import { boxTitle } from './models/boxes';
import { isBarred } from './models/check';
import { leftOf, stands } from './models/fill';
import { formFrame } from './models/frames';
import { nextOfFill } from './models/next';
import { ticksOf } from './models/places';
import { count } from './models/text';
import { NextBar } from './NextBar';
import { PageText } from './PageText';
import { Strips } from './Strips';
import { UndoNote } from './UndoNote';
import { VerdictBand } from './VerdictBand';
import { Whole } from './Whole';

const BOXES = (n: number) => count(n, 'box', 'boxes');

function Conflicts({ plan }: { plan: PrefillPlan }) {
  const hers = plan.items.filter(needsTick);
  if (hers.length === 0) return null;
  return (
    <section className="sec t-ask">
      <h2 tabIndex={-1}>
        Yours to decide <span className="count">{BOXES(hers.length)}</span>
      </h2>
      <p className="note below">
        {hers.some(({ state }) => state === 'conflict') && 'These hold something else. '}
        {hers.some(({ state }) => state === 'proposal') && 'What the panel proposes is yours to say. '}
        They stay as they are unless you tick them.
      </p>
      {hers.map((item) => (
        <ConflictCard key={item.box} item={item} />
      ))}
    </section>
  );
}

function Missing({ plan }: { plan: PrefillPlan }) {
  if (plan.missing.length === 0) return null;
  return (
    <section className="sec">
      <h2>
        To do by hand <span className="count">{BOXES(plan.missing.length)}</span>
      </h2>
      <BoxList
        boxes={plan.missing.map(({ box, why }) => ({ box, name: boxTitle(box), says: <PageText text={why} /> }))}
      />
    </section>
  );
}

function Folded({ plan }: { plan: PrefillPlan }) {
  const right = plan.items.filter(({ state }) => state === 'right');
  const left = plan.items.filter(({ state }) => state === 'left-alone');
  return (
    <>
      {right.length > 0 && (
        <Fold title="Already right" count={BOXES(right.length)}>
          <BoxList
            boxes={right.map(({ box, presentShown }) => ({
              box,
              name: boxTitle(box),
              says: <PageText text={presentShown} max={120} />,
            }))}
          />
        </Fold>
      )}
      {left.length > 0 && (
        <Fold title="Left alone" count={BOXES(left.length)}>
          <BoxList
            boxes={left.map(({ box, why }) => ({
              box,
              name: boxTitle(box),
              says: why ?? 'The panel does not fill it.',
            }))}
          />
        </Fold>
      )}
    </>
  );
}

/** Step 3: what will be filled, what stays hers, what came of it, and the live check before Submit. */
export function FillStep({ item, file, tab }: ClaimProps) {
  const { makePlan } = useEngine();
  const ticks = usePanelState((state) => state.ticks);
  const frame = formFrame(tab, file, item.id);
  const plan = frame?.form && makePlan(item.case, frame.form, item.exam.route.way);
  const kept = file.journals[item.id];
  const journal = plan && stands(kept, plan);
  const blocked = isBarred(item.exam);
  const open = plan && leftOf(plan, journal);
  const fills = open?.items.filter(({ state }) => state === 'fill') ?? [];
  const toFill = open ? ticksOf(open, ticks).length : 0;
  return (
    <>
      <main>
        <Strips />
        <HeldStrip item={item} file={file} tab={tab} />
        {blocked && !journal && (
          <VerdictBand
            tone={item.exam.verdict.kind === 'blocked' ? 'stop' : 'fwd'}
            icon={item.exam.verdict.kind === 'blocked' ? 'blocked' : 'nobill'}
            headline={item.exam.verdict.headline}
          >
            <p>You can fill the form, but NextGen Office will refuse it, or make a claim that should not be.</p>
          </VerdictBand>
        )}
        {kept?.undone && <UndoNote undone={kept.undone} />}
        {!plan && (
          <Whole icon="page" title="The secondary claim form is not open">
            <p className="dim">
              Press COB on this claim's row in Claim History. The panel lists the boxes when the form is there.
            </p>
          </Whole>
        )}
        {journal && <FillResults journal={journal} />}
        {plan && <AmountsFrom item={item} />}
        {plan && <Conflicts plan={plan} />}
        {plan && fills.length > 0 && (
          <section className="sec">
            <h2 tabIndex={-1}>
              {journal ? 'Can be filled now' : 'Will be filled'} <span className="count">{BOXES(fills.length)}</span>
            </h2>
            <BoxesTable items={fills} caption="Boxes that will be filled" />
          </section>
        )}
        {plan && <Missing plan={plan} />}
        {plan && <LiveCheck item={item} />}
        {plan && <Folded plan={plan} />}
      </main>
      <NextBar next={nextOfFill(item, { plan: open, toFill, journal, blocked })} />
    </>
  );
}
