import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import { useAct, useServices } from './context';
import { type Asked, checkDraft, draftOf, ORDER_QUESTION, questionOf, questionWords, wantsDay } from './models/order';
import type { Said } from './models/order-questions';
import { PageText } from './PageText';

interface OrderQuestionProps {
  asked: Asked;
  patient: string;
  /** What she said before, where she changes it. */
  said?: Said | undefined;
  onDone: () => void;
  /** Closes it without an answer, where it can be closed. */
  onLeave?: () => void;
}

/** One question about the coverage, answered in place. */
export function OrderQuestion({ asked, patient, said, onDone, onLeave }: OrderQuestionProps) {
  const act = useAct();
  const { today } = useServices();
  const [draft, setDraft] = useState(() => draftOf(said));
  const [wrong, setWrong] = useState<{ at: 'choice' | 'day'; why: string }>();
  const first = useRef<HTMLInputElement>(null);
  const dayField = useRef<HTMLInputElement>(null);
  const id = useId();
  const question = questionOf(asked);
  const { choices, several, day, hint } = question;
  const kind = several ? 'checkbox' : 'radio';

  const choose = (value: string, on: boolean) => {
    const others = several ? draft.chosen.filter((one) => one !== value) : [];
    setDraft({ ...draft, chosen: on ? [...others, value] : others });
    setWrong(undefined);
  };
  const keep = (event: FormEvent) => {
    event.preventDefault();
    if (!event.nativeEvent.isTrusted) return;
    const checked = checkDraft(question, draft, today());
    if (!checked.ok) {
      setWrong(checked);
      (checked.at === 'day' ? dayField : first).current?.focus();
      return;
    }
    onDone();
    act({ do: 'say-coverage', patient, asked, said: checked.said });
  };
  /** Esc closes what she opened, and leads no further. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !onLeave) return;
    event.stopPropagation();
    onLeave();
  };
  const unsure = () => {
    onDone();
    act({ do: 'not-sure', patient, asked, on: true });
  };
  const about = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ') || undefined;
  const showsDay = wantsDay(question, draft);

  return (
    <form className="ask" noValidate onSubmit={keep}>
      <fieldset aria-describedby={about}>
        <legend>
          <PageText text={questionWords(asked)} />
        </legend>
        {hint && (
          <p className="note below" id={`${id}-hint`}>
            {hint}
          </p>
        )}
        {choices.map(({ value, label }, i) => (
          <label key={value} className="chk">
            <input
              type={kind}
              name={id}
              value={value}
              id={i === 0 ? ORDER_QUESTION : undefined}
              ref={i === 0 ? first : undefined}
              onKeyDown={onKeyDown}
              checked={draft.chosen.includes(value)}
              onChange={({ target }) => choose(value, target.checked)}
            />
            {label}
          </label>
        ))}
        {showsDay && day && (
          <label className="day">
            {day.label}
            <input
              ref={dayField}
              onKeyDown={onKeyDown}
              className="field"
              id={choices.length === 0 ? ORDER_QUESTION : undefined}
              placeholder="MM/DD/YYYY"
              maxLength={20}
              autoComplete="off"
              aria-invalid={wrong?.at === 'day'}
              aria-describedby={wrong?.at === 'day' ? `${id}-wrong` : undefined}
              value={draft.day}
              onChange={({ target }) => {
                setDraft({ ...draft, day: target.value });
                setWrong(undefined);
              }}
            />
          </label>
        )}
        {wrong && (
          <p className="note wrong" id={`${id}-wrong`}>
            {wrong.why}
          </p>
        )}
      </fieldset>
      <div className="lks acts">
        <button type="submit" className="btn" onKeyDown={onKeyDown}>
          Keep this answer
        </button>
        {onLeave ? (
          <button type="button" className="lk" onKeyDown={onKeyDown} onClick={onLeave}>
            Leave it as it is
          </button>
        ) : (
          <button type="button" className="lk" onClick={(event) => event.nativeEvent.isTrusted && unsure()}>
            I do not know
          </button>
        )}
      </div>
    </form>
  );
}
