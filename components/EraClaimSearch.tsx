import { useState } from 'react';
import type { PersonName } from '../lib/claim/claim';
import { known } from '../lib/claim/reading';
import type { EraFileView } from '../lib/era/files';
import { EraClaimList } from './EraClaimList';
import { Icon } from './Icon';
import type { ClaimItem } from './models/claims';
import { personName } from './models/patient';
import { count, shown } from './models/text';
import { useFound } from './use-found';

interface SearchProps {
  files: EraFileView[];
  items: ClaimItem[];
}

/** A browser draws no page that is much taller than so many rows. */
const MOST_LISTED = 400_000;

const nameOf = (items: ClaimItem[]): PersonName | undefined => known(items[0]?.case.patient.name);

/** All claims of the files: found by name or number, opened in place. */
export function EraClaimSearch({ files, items }: SearchProps) {
  const [text, setText] = useState('');
  const [own, setOwn] = useState(false);
  const name = nameOf(items);
  const patient = own ? name : undefined;
  const sign = files.map(({ id, claims, state }) => `${id} ${claims} ${state.is}`).join();
  const found = useFound({ text: text.trim(), ...(patient && { patient }) }, sign);
  const all = files.reduce((sum, file) => sum + file.claims, 0);
  return (
    <>
      <div className="tools">
        <h2 className="b">Claims in the files</h2>
        <div className="search">
          <Icon name="look" />
          <label className="sr" htmlFor="search">
            Search the claims in the files
          </label>
          <input
            id="search"
            className="field"
            type="search"
            placeholder="Name, claim number"
            maxLength={80}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        {name && (
          <div className="chips">
            <button type="button" className="chip" aria-pressed={own} onClick={() => setOwn(!own)}>
              <span>
                Only <bdi>{personName(name)}</bdi>
              </span>
            </button>
          </div>
        )}
      </div>
      <div className="listhead">
        <span>
          {found.total === undefined || found.total === all
            ? count(all, 'claim')
            : `${found.total.toLocaleString('en-US')} of ${count(all, 'claim')}`}
        </span>
        <span>Paid</span>
      </div>
      {found.total !== undefined && found.total > MOST_LISTED && (
        <p className="listhead">{`The first ${MOST_LISTED.toLocaleString('en-US')} are listed. Search for the others.`}</p>
      )}
      {found.total === 0 && (
        <div className="whole">
          <h3 className="b">No claim fits</h3>
          <p>
            {count(all, 'claim')} {all === 1 ? 'does' : 'do'} not match “<bdi>{shown(text, 60)}</bdi>”.
          </p>
          <button
            type="button"
            className="lk"
            onClick={() => {
              setText('');
              setOwn(false);
            }}
          >
            Clear search
          </button>
        </div>
      )}
      <EraClaimList
        key={found.key}
        total={Math.min(found.total ?? 0, MOST_LISTED)}
        row={found.row}
        need={found.need}
        items={items}
      />
    </>
  );
}
