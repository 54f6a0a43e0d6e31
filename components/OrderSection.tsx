import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { DecidingRule, Given } from '../lib/order/answer';
import type { PatientFile } from '../lib/session/session';
import { usePanelState } from './context';
import { Icon } from './Icon';
import type { ClaimItem } from './models/claims';
import {
  type Asked,
  askKey,
  givenWords,
  labelOf,
  ORDER,
  ORDER_QUESTION,
  orderModel,
  orderWords,
  pageOf,
  questionOf,
  questionWords,
  saidOf,
} from './models/order';
import { count } from './models/text';
import { changeId, OrderAnswers } from './OrderAnswers';
import { OrderQuestion } from './OrderQuestion';
import { WhyLink } from './WhyLink';

/** The rule that decides, and where it comes from. */
function Rule({ rule: { name, source } }: { rule: DecidingRule }) {
  const [why, setWhy] = useState(false);
  return (
    <>
      <div className="lks">
        <WhyLink open={why} onToggle={() => setWhy(!why)} check={name} />
      </div>
      {why && <p className="note">{`${name}: ${source}`}</p>}
    </>
  );
}

/** A page says otherwise than she did: both stand over the question that asks again. */
function Differs({ given }: { given: Given[] }) {
  return given.map((one) => (
    <p key={one.place.path} className="note below">
      {`${pageOf(one)} says: ${givenWords(one)}. You said: ${labelOf(one, one.said ?? '')}.`}
    </p>
  ));
}

interface FrameProps {
  isOpen: boolean;
  title: string;
  note: ReactNode;
  children: ReactNode;
}

/** Open where her answers are needed, else one line that can be unfolded. */
function Frame({ isOpen, title, note, children }: FrameProps) {
  if (isOpen)
    return (
      <section className="sec order">
        <h2 id={ORDER} tabIndex={-1}>
          Payer order <span className="count nw">{note}</span>
        </h2>
        <p className="below any">{title}</p>
        {children}
      </section>
    );
  return (
    <details className="fold order">
      <summary id={ORDER}>
        <Icon name="chev" className="i chev" />
        <span className="any">{title}</span>
        {note && <span className="count nw">{note}</span>}
      </summary>
      <div>{children}</div>
    </details>
  );
}

/** What her press leads to gets the focus: at once, or when what she pressed is gone. */
const useFocusAfter = () => {
  const wish = useRef<{ id: string; now: boolean }>(undefined);
  useLayoutEffect(() => {
    if (!wish.current) return;
    const { id, now } = wish.current;
    if (!now && document.activeElement !== document.body) return;
    wish.current = undefined;
    (document.getElementById(id) ?? document.getElementById(ORDER))?.focus();
  });
  return {
    now: (id: string) => {
      wish.current = { id, now: true };
    },
    whenGone: (id: string) => {
      wish.current = { id, now: false };
    },
  };
};

/** Which of the two payers pays first, which rule says so, and what she has to say where no page does. */
export function OrderSection({ item, file }: { item: ClaimItem; file: PatientFile }) {
  const unsure = usePanelState((state) => state.unsure);
  const [changing, setChanging] = useState<Asked>();
  const focus = useFocusAfter();
  const model = orderModel(item, file.key, unsure);
  const isOpen = model !== undefined && (model.waiting.length > 0 || model.answer.is === 'other-way');
  const current = changing ? undefined : model?.open[0];
  if (!model) return null;
  const { answer, open, also, given } = model;
  const { coverage } = item.case;
  const change = (asked: Asked) => {
    focus.now(ORDER_QUESTION);
    setChanging(asked);
  };
  const leave = (asked: Asked) => {
    focus.now(changeId(asked));
    setChanging(undefined);
  };
  const asking = changing ?? current;
  return (
    <Frame
      isOpen={isOpen}
      title={orderWords(item, model)}
      note={open.length > 0 ? count(open.length, 'question') : undefined}
    >
      {asking && (
        <>
          <Differs given={given.filter((one) => one.said !== undefined && askKey(one) === askKey(asking))} />
          <OrderQuestion
            key={`${askKey(asking)} ${changing !== undefined}`}
            asked={asking}
            patient={file.key}
            said={saidOf(coverage, asking)}
            onDone={() => {
              if (changing) leave(changing);
              else focus.whenGone(ORDER_QUESTION);
            }}
            {...(changing && { onLeave: () => leave(changing) })}
          />
        </>
      )}
      <OrderAnswers model={model} coverage={coverage} patient={file.key} onChange={change} />
      {model.said.length > 0 && (
        <p className="note gap">Your answers count for all claims of this patient, until the session ends.</p>
      )}
      <div className="lks gap">
        {also.map((asked) => (
          <button key={askKey(asked)} id={changeId(asked)} type="button" className="lk c" onClick={() => change(asked)}>
            <Icon name="chev" />
            {questionOf(asked).also ?? questionWords(asked)}
          </button>
        ))}
      </div>
      {'rule' in answer && <Rule rule={answer.rule} />}
    </Frame>
  );
}
