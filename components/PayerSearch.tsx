import { useDeferredValue, useMemo, useState } from 'react';
import type { IsoDate } from '../lib/claim/claim';
import type { LoadedList } from '../lib/payers/lists';
import { Icon } from './Icon';
import { findPayers, saysOf, sourceWords } from './models/payer-list';
import { count } from './models/text';
import { PageText } from './PageText';

const STEP = 20;

/** The payers of all lists, found as she types. Two lists that differ stay two entries. */
export function PayerSearch({ lists, today }: { lists: readonly LoadedList[]; today: IsoDate }) {
  const [query, setQuery] = useState('');
  const [most, setMost] = useState(STEP);
  const typed = useDeferredValue(query);
  const found = useMemo(() => (typed.trim() === '' ? undefined : findPayers(lists, typed, most)), [lists, typed, most]);
  return (
    <>
      <div className="search">
        <Icon name="look" />
        <label className="sr" htmlFor="find-payer">
          Find a payer
        </label>
        <input
          id="find-payer"
          className="field"
          type="search"
          placeholder="Payer name or ID"
          maxLength={80}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setMost(STEP);
          }}
        />
      </div>
      <output className="note">
        {found ? (found.total === 0 ? 'No payer fits.' : `${count(found.total, 'payer')} found.`) : ''}
      </output>
      {found && found.hits.length > 0 && (
        <ul className="inset" aria-label="Payers found">
          {found.hits.map((hit) => (
            <li key={hit.key}>
              <PageText text={hit.entry.name} max={120} /> <span className="tag any">{hit.entry.payerId}</span>
              <span className="src">
                <PageText text={saysOf(hit.entry) || 'Says nothing of secondary claims.'} />
              </span>
              <span className="src">
                <PageText text={sourceWords(hit, today)} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {found && found.total > found.hits.length && (
        <button type="button" className="lk" onClick={() => setMost(most + STEP)}>
          {`Show ${Math.min(STEP, found.total - found.hits.length)} more`}
        </button>
      )}
    </>
  );
}
