import { useId, useRef, useState } from 'react';
import type { Answers } from '../lib/claim/case';
import { Act } from './Act';
import { useAct } from './context';
import { Icon } from './Icon';
import { acknowledge, wantsReason } from './models/questions';

interface AcknowledgeProps {
  check: string;
  claim: string;
  answers: Answers;
}

/** *I know*, or *Send anyway* with a reason that is typed in place. Esc closes the question. */
export function Acknowledge({ check, claim, answers }: AcknowledgeProps) {
  const act = useAct();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  /** She has just opened the question: its field is where she types next. */
  const field = (input: HTMLInputElement | null) => input?.focus();
  const opener = useRef<HTMLButtonElement>(null);
  if (!wantsReason(check))
    return (
      <Act intent={{ do: 'answer', claim, answers: acknowledge(answers, check, '') }} look="link" icon="tick">
        I know
      </Act>
    );
  return (
    <>
      <button ref={opener} type="button" className="lk c" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="chev" />
        Send anyway, with a reason
      </button>
      {open && (
        <form
          className="ask full"
          onSubmit={(event) => {
            event.preventDefault();
            if (event.nativeEvent.isTrusted && reason.trim())
              act({ do: 'answer', claim, answers: acknowledge(answers, check, reason.trim()) });
          }}
        >
          <label htmlFor={id}>Why is it right to send it?</label>
          <input
            id={id}
            className="field"
            maxLength={200}
            required
            ref={field}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              event.stopPropagation();
              setOpen(false);
              opener.current?.focus();
            }}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <button type="submit" className="btn">
            Send anyway
          </button>
        </form>
      )}
    </>
  );
}
