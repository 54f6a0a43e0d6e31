import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Finding } from '../lib/checks/check';
import { REASON } from '../lib/policy/policy';
import { recentReasons } from '../lib/record/record';
import { useAct, usePanelState } from './context';
import { Icon } from './Icon';
import { type AcceptWords, acceptWords } from './models/questions';
import { shown } from './models/text';
import { PageText } from './PageText';

interface AcknowledgeProps {
  finding: Finding;
  claim: string;
}

interface FormProps extends AcknowledgeProps {
  words: AcceptWords;
  onEscape: (event: KeyboardEvent) => void;
}

interface RecentProps {
  check: string;
  onPick: (reason: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

const NO_RECORD: never[] = [];

/** Reasons of this session, one press away from the field. */
function Recent({ check, onPick, onKeyDown }: RecentProps) {
  const record = usePanelState((state) => state.mirror?.record ?? NO_RECORD);
  const reasons = recentReasons(record, check);
  if (reasons.length === 0) return null;
  return (
    <ul className="chips" aria-label="Reasons you gave before">
      {reasons.map((reason) => (
        <li key={reason}>
          <button type="button" className="chip any" onKeyDown={onKeyDown} onClick={() => onPick(reason)}>
            <PageText text={reason} max={80} />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The reason, typed or picked. The field has the focus as soon as the question is open. */
function AcceptForm({ finding, claim, words, onEscape }: FormProps) {
  const act = useAct();
  const id = useId();
  const [reason, setReason] = useState('');
  const [isShort, setShort] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const accept = (event: FormEvent) => {
    event.preventDefault();
    const text = reason.trim();
    setShort(text.length < REASON.least);
    if (text.length < REASON.least) field.current?.focus();
    else if (event.nativeEvent.isTrusted) act({ do: 'accept', claim, finding, reason: text });
  };
  const pick = (picked: string) => {
    setReason(picked);
    field.current?.focus();
  };
  return (
    <form className="ask full" noValidate onSubmit={accept}>
      <label htmlFor={id}>{words.asks}</label>
      <input
        id={id}
        className="field"
        maxLength={REASON.most}
        ref={field}
        onKeyDown={onEscape}
        aria-invalid={isShort}
        aria-describedby={`${id}-says`}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Recent check={finding.check} onKeyDown={onEscape} onPick={pick} />
      <p id={`${id}-says`} className={isShort ? 'note late' : 'note'} role={isShort ? 'alert' : undefined}>
        {isShort ? `Type a reason of ${REASON.least} characters or more.` : 'It goes into the record of this session.'}
      </p>
      <div className="btns">
        <button type="submit" className="btn" onKeyDown={onEscape}>
          {words.button}
        </button>
      </div>
    </form>
  );
}

/** Accepts a warning or overrides a block: with a reason, which is typed in place or picked. Esc closes the question. */
export function Acknowledge({ finding, claim }: AcknowledgeProps) {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const words = acceptWords(finding);
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
      {open && <AcceptForm finding={finding} claim={claim} words={words} onEscape={onEscape} />}
    </>
  );
}
