import { useId, useState } from 'react';
import { FIELDS, type Field, isBarred, REQUIRED } from '../lib/payers/columns';
import { shown } from './models/text';
import { PageText } from './PageText';
import type { Choices, OpenImport } from './use-payer-import';

interface PayerColumnsProps {
  state: OpenImport;
  onChange: (changes: Partial<Choices>) => void;
}

const WHERE_FROM: Record<OpenImport['by'], string> = {
  kept: 'The columns are those you chose before for a file with the same heads.',
  preset: 'The panel knows the columns of this list.',
  heads: 'The columns are taken by their heads. Look through them.',
};

const NONE = '';

/** One field of the list, the column that holds it, and what stands in its first row. */
function Column({ field, label, state, onChange }: PayerColumnsProps & { field: Field; label: string }) {
  const id = useId();
  const { heads, sample } = state.table;
  const column = state.mapping[field];
  const choose = (value: string) => {
    const { [field]: _before, ...others } = state.mapping;
    onChange({ mapping: value === NONE ? others : { ...others, [field]: Number(value) } });
  };
  const first = column === undefined ? '' : (sample.map((row) => row[column] ?? '').find((cell) => cell !== '') ?? '');
  return (
    <tr>
      <th scope="row">
        <label htmlFor={id}>
          {label}
          {REQUIRED.includes(field) ? ' (needed)' : ''}
        </label>
      </th>
      <td>
        <select
          id={id}
          className="field"
          value={column === undefined ? NONE : String(column)}
          onChange={(event) => choose(event.target.value)}
        >
          <option value={NONE}>not in the file</option>
          {heads.map((head, i) =>
            isBarred(field, heads, i) ? null : (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its number, heads may repeat
              <option key={i} value={i}>
                {shown(head, 40) || `Column ${i + 1}`}
              </option>
            ),
          )}
        </select>
        {first !== '' && (
          <span className="src">
            <PageText text={first} max={60} />
          </span>
        )}
      </td>
    </tr>
  );
}

/** Which column of the file is what, whose list it is, and of which day. */
export function PayerColumns({ state, onChange }: PayerColumnsProps) {
  const rows = (fields: typeof FIELDS | (typeof FIELDS)[number][]) =>
    fields.map(({ id, label }) => <Column key={id} field={id} label={label} state={state} onChange={onChange} />);
  // As it was when the file was opened: a row does not move away under her hands.
  const [first] = useState(state.mapping);
  const isTaken = (id: Field) => first[id] !== undefined || REQUIRED.includes(id);
  const taken = FIELDS.filter(({ id }) => isTaken(id));
  const others = FIELDS.filter(({ id }) => !isTaken(id));
  return (
    <>
      <p className="note">{WHERE_FROM[state.by]}</p>
      {state.note !== undefined && <p className="note">{state.note}</p>}
      <div className="cols">
        <label>
          Whose list it is
          <input
            className="field"
            maxLength={80}
            placeholder="Clearinghouse"
            value={state.clearinghouse}
            onChange={(event) => onChange({ clearinghouse: event.target.value })}
          />
        </label>
        <label>
          As of
          <input
            className="field"
            type="date"
            value={state.asOf}
            onChange={(event) => onChange({ asOf: event.target.value })}
          />
        </label>
      </div>
      <table className="map">
        <caption className="sr">Columns of the file</caption>
        <tbody>{rows(taken)}</tbody>
      </table>
      {others.length > 0 && (
        <details className="inner">
          <summary>{`${others.length} more that a list can say`}</summary>
          <table className="map">
            <caption className="sr">Columns that are not taken</caption>
            <tbody>{rows(others)}</tbody>
          </table>
        </details>
      )}
    </>
  );
}
