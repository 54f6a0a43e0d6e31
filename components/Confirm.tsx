import { type ReactNode, useEffect, useRef, useState } from 'react';

interface ConfirmProps {
  /** What the button says that asks. */
  label: string;
  /** What is lost, as a question. */
  question: ReactNode;
  /** What the button says that does it. */
  does: string;
  onConfirm: () => void;
}

/** A button for what cannot be undone: the question opens in its place. */
export function Confirm({ label, question, does, onConfirm }: ConfirmProps) {
  const [asking, setAsking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  const ask = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    if (asking) keep.current?.focus();
    else if (wasAsking.current) ask.current?.focus();
    wasAsking.current = asking;
  }, [asking]);
  const leave = ({ key }: { key: string }) => {
    if (key === 'Escape') setAsking(false);
  };
  if (!asking)
    return (
      <button ref={ask} type="button" className="btn" onClick={() => setAsking(true)}>
        {label}
      </button>
    );
  return (
    <fieldset className="ask full">
      <legend>{question}</legend>
      <div className="btns">
        <button
          type="button"
          className="btn"
          onKeyDown={leave}
          onClick={(event) => {
            if (!event.nativeEvent.isTrusted) return;
            setAsking(false);
            onConfirm();
          }}
        >
          {does}
        </button>
        <button ref={keep} type="button" className="btn" onKeyDown={leave} onClick={() => setAsking(false)}>
          Keep it
        </button>
      </div>
    </fieldset>
  );
}
