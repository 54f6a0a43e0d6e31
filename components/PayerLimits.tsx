import { type FormEvent, useRef, useState } from 'react';
import { formatDate } from '../lib/claim/dates';
import type { FilingBasis, FilingLimit } from '../lib/claim/filing';
import { ruleWords } from '../lib/payers/filing';
import { DoneNote } from './DoneNote';
import { PageText } from './PageText';
import type { PayerLimit, Services } from './services';
import { useDone } from './use-done';

const BASES: readonly { basis: FilingBasis; label: string }[] = [
  { basis: 'PRIMARY_EOB', label: "the primary's answer" },
  { basis: 'DOS_TO', label: 'the last day of service' },
  { basis: 'DOS_FROM', label: 'the first day of service' },
];

const UNITS: readonly { unit: FilingLimit['unit']; label: string }[] = [
  { unit: 'D', label: 'days' },
  { unit: 'M', label: 'months' },
  { unit: 'Y', label: 'years' },
];

const MOST = 3_660;

interface Draft {
  payer: string;
  value: string;
  unit: FilingLimit['unit'];
  basis: FilingBasis;
}

const EMPTY: Draft = { payer: '', value: '', unit: 'D', basis: 'PRIMARY_EOB' };

/** What is still wrong with what she typed; empty where it can be kept. */
const problemOf = ({ payer, value }: Draft): string => {
  if (payer.trim() === '') return 'Type the payer as your claims name it.';
  const number = /^\d{1,4}$/.test(value.trim()) ? Number(value) : 0;
  return number >= 1 && number <= MOST ? '' : `Type a whole number from 1 to ${MOST.toLocaleString('en-US')}.`;
};

/** The limit as the form shows it. A rule of two limits cannot be typed here, so it cannot be edited. */
const draftOf = ({ payer, rule }: PayerLimit): Draft | undefined =>
  'limits' in rule ? undefined : { payer, value: String(rule.value), unit: rule.unit, basis: rule.basis };

/** The times to file that she entered from a manual or contract; they count before what lists say. */
export function PayerLimits({ limits, services }: { limits: readonly PayerLimit[]; services: Services }) {
  const [draft, setDraft] = useState(EMPTY);
  const [problem, setProblem] = useState('');
  const [edited, setEdited] = useState<PayerLimit>();
  const { done, say, undo } = useDone();
  const time = useRef<HTMLInputElement>(null);
  const { payerLists, today } = services;
  const change = (changes: Partial<Draft>) => setDraft({ ...draft, ...changes });
  const keep = async (event: FormEvent) => {
    event.preventDefault();
    const found = problemOf(draft);
    setProblem(found);
    if (found) return;
    const { basis, unit, value } = draft;
    const payer = draft.payer.trim();
    await payerLists.addLimit({ payer, rule: { basis, unit, value: Number(value) }, saidOn: today() });
    if (edited && edited.payer !== payer) await payerLists.removeLimit(edited.payer);
    say(`Kept for ${payer}.`, edited && (() => payerLists.removeLimit(payer).then(() => payerLists.addLimit(edited))));
    setDraft(EMPTY);
    setEdited(undefined);
  };
  const edit = (limit: PayerLimit) => {
    const typed = draftOf(limit);
    if (!typed) return;
    setDraft(typed);
    setEdited(limit);
    setProblem('');
    time.current?.focus();
  };
  const remove = async (limit: PayerLimit) => {
    await payerLists.removeLimit(limit.payer);
    say(`The time to file of ${limit.payer} is removed.`, () => payerLists.addLimit(limit));
  };
  return (
    <>
      <h3 className="gap">Times to file you entered</h3>
      {limits.length === 0 && <p className="dim">None yet. Take them from the payer's manual or your contract.</p>}
      <ul className="pairs inset">
        {limits.map((limit) => (
          <li key={limit.payer}>
            <span>
              <PageText text={limit.payer} max={120} />
              <span className="src">{`${ruleWords(limit.rule)}, entered ${formatDate(limit.saidOn)}`}</span>
            </span>
            <span className="lks end">
              {draftOf(limit) && (
                <button type="button" className="lk" onClick={() => edit(limit)}>
                  Edit<span className="sr">: {limit.payer}</span>
                </button>
              )}
              <button type="button" className="lk" onClick={() => void remove(limit)}>
                Remove<span className="sr">: {limit.payer}</span>
              </button>
            </span>
          </li>
        ))}
      </ul>
      <DoneNote done={done} onUndo={undo} />
      <form className="ask gap" aria-label="Enter a time to file" noValidate onSubmit={(event) => void keep(event)}>
        <label>
          Payer
          <input
            className="field"
            maxLength={120}
            value={draft.payer}
            onChange={(event) => change({ payer: event.target.value })}
          />
        </label>
        <div className="cols">
          <label>
            Time
            <input
              ref={time}
              className="field"
              inputMode="numeric"
              maxLength={4}
              value={draft.value}
              onChange={(event) => change({ value: event.target.value })}
            />
          </label>
          <label>
            Unit
            <select
              className="field"
              value={draft.unit}
              onChange={(event) => change({ unit: UNITS.find(({ unit }) => unit === event.target.value)?.unit ?? 'D' })}
            >
              {UNITS.map(({ unit, label }) => (
                <option key={unit} value={unit}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <label>
            Counts from
            <select
              className="field"
              value={draft.basis}
              onChange={(event) =>
                change({ basis: BASES.find(({ basis }) => basis === event.target.value)?.basis ?? 'PRIMARY_EOB' })
              }
            >
              {BASES.map(({ basis, label }) => (
                <option key={basis} value={basis}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        </div>
        <div className="btns">
          <button type="submit" className="btn">
            Keep this time to file
          </button>
          {edited && (
            <button
              type="button"
              className="btn"
              onClick={() => {
                setEdited(undefined);
                setDraft(EMPTY);
                setProblem('');
              }}
            >
              Leave it as it was
            </button>
          )}
        </div>
        <output className="note late">{problem}</output>
      </form>
    </>
  );
}
