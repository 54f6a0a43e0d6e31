import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { Check } from '../lib/checks/check';
import { ruleFor } from '../lib/policy/merge';
import { type CheckRule, REASON, ruleIn } from '../lib/policy/policy';
import { SEVERITIES } from '../lib/policy/severity';
import type { PolicyView } from '../lib/policy-storage';
import {
  bookWords,
  CHOICES,
  choiceOf,
  effectiveWords,
  fixedWords,
  isOverruled,
  organizationWords,
} from './models/policy-words';

interface RuleSettingProps {
  check: Check;
  policy: PolicyView;
  onChange: (check: string, rule: CheckRule) => void;
}

interface OffProps {
  check: Check;
  onOff: (reason: string) => void;
  onClose: () => void;
}

/** She has just opened the question: its field is where she types next. */
const onField = (input: HTMLInputElement | null): void => input?.focus();

/** Asks why a rule is turned off. Esc closes the question. */
function OffForm({ check, onOff, onClose }: OffProps) {
  const id = useId();
  const [reason, setReason] = useState('');
  const [short, setShort] = useState(false);
  const onEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  };
  return (
    <form
      className="ask"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const text = reason.trim();
        setShort(text.length < REASON.least);
        if (text.length >= REASON.least) onOff(text);
      }}
    >
      <label htmlFor={id}>Why is {check.id} turned off?</label>
      <input
        id={id}
        className="field"
        maxLength={REASON.most}
        ref={onField}
        onKeyDown={onEscape}
        aria-invalid={short}
        aria-describedby={short ? `${id}-says` : undefined}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {short && (
        <p id={`${id}-says`} className="note late" role="alert">
          Type a reason of {REASON.least} characters or more.
        </p>
      )}
      <div className="btns">
        <button type="submit" className="btn" onKeyDown={onEscape}>
          Turn {check.id} off
        </button>
      </div>
    </form>
  );
}

/** One rule: its severity, off with a reason, back to the rule book; and whose word counts. */
export function RuleSetting({ check, policy, onChange }: RuleSettingProps) {
  const [asking, setAsking] = useState(false);
  const offButton = useRef<HTMLButtonElement>(null);
  const own = ruleIn(policy.own, check.id);
  const rule = ruleFor(check, policy.effective);
  const organization = organizationWords(ruleIn(policy.organization, check.id));
  const fixed = fixedWords(check);
  const isHers = (rule?.off ?? rule?.severity)?.by === 'you';
  const close = () => {
    setAsking(false);
    offButton.current?.focus();
  };
  return (
    <li className="rule">
      <div className="what">
        <span className="tag">{check.id}</span> <span>{check.title}</span>
      </div>
      <div className="how">
        <label>
          <span className="sr">Severity of {check.id}</span>
          <select
            className="field"
            value={choiceOf(policy.own, check.id)}
            disabled={fixed !== undefined}
            onChange={(event) => {
              const { severity: _, ...others } = own ?? {};
              const severity = SEVERITIES.find((one) => one === event.target.value);
              onChange(check.id, severity === undefined ? others : { ...others, severity });
            }}
          >
            <option value="book">{bookWords(check)}</option>
            {CHOICES.map(({ choice, label }) => (
              <option key={choice} value={choice}>
                {label}
              </option>
            ))}
          </select>
        </label>
        {fixed === undefined && !own?.off && (
          <button
            ref={offButton}
            type="button"
            className="lk"
            aria-expanded={asking}
            onClick={() => setAsking(!asking)}
          >
            Turn off<span className="sr"> {check.id}</span>
          </button>
        )}
        {own && (
          <button type="button" className="lk" onClick={() => onChange(check.id, {})}>
            Reset<span className="sr"> {check.id}</span>
          </button>
        )}
      </div>
      {asking && (
        <OffForm
          check={check}
          onClose={close}
          onOff={(reason) => {
            onChange(check.id, { ...own, off: { reason } });
            setAsking(false);
          }}
        />
      )}
      {fixed !== undefined && <p className="note">Always as in the rule book. {fixed}</p>}
      {isHers && <p className="note">{effectiveWords(rule)}.</p>}
      {rule?.noOverride?.by === 'you' && <p className="note">You do not allow its block to be overridden.</p>}
      {organization !== undefined && <p className="note">{organization}</p>}
      {isOverruled(own, rule) && <p className="note late">Your own word would weaken that, so it does not count.</p>}
    </li>
  );
}
