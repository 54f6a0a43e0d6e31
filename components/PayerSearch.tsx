import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { IsoDate } from '../lib/claim/claim';
import type { LoadedList } from '../lib/payers/lists';
import { Icon } from './Icon';
import { findPayers, findPublished, prepareSearch, saysOf, sourceWords } from './models/payer-list';
import { count } from './models/text';
import { PageText } from './PageText';

const STEP = 20;

const foundWords = (payers: number, rules: number): string =>
  [...(payers > 0 ? [count(payers, 'payer')] : []), ...(rules > 0 ? [count(rules, 'built-in rule')] : [])]
    .join(' and ')
    .concat(' found.');

/** The payers of all lists and the built-in rules, found as she types. Two lists that differ stay two entries. */
export function PayerSearch({ lists, today }: { lists: readonly LoadedList[]; today: IsoDate }) {
  const [query, setQuery] = useState('');
  const [most, setMost] = useState(STEP);
  const typed = useDeferredValue(query);
  useEffect(() => prepareSearch(lists), [lists]);
  const published = useMemo(() => (typed.trim() === '' ? [] : findPublished(typed)), [typed]);
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
        {found
          ? found.total + published.length === 0
            ? 'No payer fits.'
            : foundWords(found.total, published.length)
          : ''}
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
      {published.length > 0 && (
        <ul className="inset" aria-label="Built-in rules found">
          {published.map(({ payer, says, source }) => (
            <li key={`${payer} ${says}`}>
              {payer} <span className="tag any">built in</span>
              <span className="src">{says}.</span>
              <span className="src">{source}.</span>
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
