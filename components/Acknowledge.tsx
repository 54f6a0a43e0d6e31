import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import type { Finding } from '../lib/checks/check';
import { recentReasons } from '../lib/record/record';
import { useAct, usePanelState } from './context';
import { Icon } from './Icon';
import { acceptWords, REASON_LEAST, REASON_MOST } from './models/questions';
import { shown } from './models/text';
import { PageText } from './PageText';

interface AcknowledgeProps {
  finding: Finding;
  claim: string;
}

const NO_RECORD: never[] = [];

/** Reasons of this session, one press away from the field. */
function Recent({ check, onPick }: { check: string; onPick: (reason: string) => void }) {
  const record = usePanelState((state) => state.mirror?.record ?? NO_RECORD);
  const reasons = recentReasons(record, check);
  if (reasons.length === 0) return null;
  return (
    <ul className="chips" aria-label="Reasons you gave before">
      {reasons.map((reason) => (
        <li key={reason}>
          <button type="button" className="chip any" onClick={() => onPick(reason)}>
            <PageText text={reason} max={80} />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Accepts a warning or overrides a block: with a reason, which is typed in place or picked. Esc closes the question. */
export function Acknowledge({ finding, claim }: AcknowledgeProps) {
  const act = useAct();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [short, setShort] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const words = acceptWords(finding);
  /** She has just opened the question: its field is where she types next. */
  const onField = (input: HTMLInputElement | null) => {
    field.current = input;
    input?.focus();
  };
  const accept = (event: FormEvent) => {
    event.preventDefault();
    const text = reason.trim();
    setShort(text.length < REASON_LEAST);
    if (text.length < REASON_LEAST) field.current?.focus();
    else if (event.nativeEvent.isTrusted) act({ do: 'accept', claim, finding, reason: text });
  };
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    setOpen(false);
    opener.current?.focus();
  };
  return (
    <>
      <button ref={opener} type="button" className="lk c" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="chev" />
        {words.lead}
        <span className="sr">: {shown(finding.title, 80)}</span>
      </button>
      {open && (
        <form className="ask full" noValidate onSubmit={accept} onKeyDown={onEscape}>
          <label htmlFor={id}>{words.asks}</label>
          <input
            id={id}
            className="field"
            maxLength={REASON_MOST}
            ref={onField}
            aria-invalid={short}
            aria-describedby={`${id}-says`}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <Recent
            check={finding.check}
            onPick={(picked) => {
              setReason(picked);
              field.current?.focus();
            }}
          />
          <p id={`${id}-says`} className={short ? 'note late' : 'note'} role={short ? 'alert' : undefined}>
            {short
              ? `Type a reason of ${REASON_LEAST} characters or more.`
              : 'It goes into the record of this session.'}
          </p>
          <div className="btns">
            <button type="submit" className="btn">
              {words.button}
            </button>
          </div>
        </form>
      )}
    </>
  );
}
