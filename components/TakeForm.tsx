import { useId, useState } from 'react';
import type { EraClaimRow } from '../lib/era/files';
import { Act } from './Act';
import { Icon } from './Icon';
import type { ClaimItem } from './models/claims';
import { patientName } from './models/patient';
import { isOther } from './models/remittance';

/** Claims of the page that a claim of a file may be: same date first, then the newest. */
const order = (items: ClaimItem[], row: EraClaimRow): ClaimItem[] =>
  items.toSorted((a, b) => Number(b.dos === row.from) - Number(a.dos === row.from) || b.dos.localeCompare(a.dos));

/** *This one is 02/24/2026's claim*: her word, where nothing else tells. */
export function TakeForm({ row, items }: { row: EraClaimRow; items: ClaimItem[] }) {
  const id = useId();
  const sorted = order(items, row);
  const [chosen, setChosen] = useState(sorted[0]?.id);
  const item = sorted.find((one) => one.id === chosen) ?? sorted[0];
  if (!item) return null;
  const takenBy = (one: ClaimItem) =>
    one.case.remittance?.find(({ file, claim }) => file.id === row.file && claim.segment === row.segment);
  const taken = takenBy(item);
  const other = items.find((one) => one !== item && takenBy(one));
  if (taken)
    return (
      <div className="lks">
        <Act intent={{ do: 'open-remittance', claim: item.id }} look="link" icon="look" more=" with the posting">
          {`Compare ${item.title}`}
        </Act>
        {taken.match === 'by-hand' && (
          <Act
            intent={{ do: 'leave-adjudication', claim: item.id, file: row.file, segment: row.segment }}
            look="link"
            icon="undo"
          >
            {`It is not ${item.title}'s`}
          </Act>
        )}
      </div>
    );
  return (
    <div className="ask">
      {isOther(item, row) && (
        <p className="inl top t-ask">
          <span className="tone">
            <Icon name="decide" />
          </span>
          <span>
            The name differs from the patient on the page, <bdi>{patientName(item.case.patient)}</bdi>.
          </span>
        </p>
      )}
      {other && (
        <p className="inl top t-ask">
          <span className="tone">
            <Icon name="decide" />
          </span>
          <span>{`It is taken for the claim of ${other.title} already.`}</span>
        </p>
      )}
      {sorted.length > 1 && (
        <>
          <label htmlFor={id}>Claim on the page</label>
          <select id={id} className="field" value={item.id} onChange={(event) => setChosen(event.target.value)}>
            {sorted.slice(0, 500).map((one) => (
              <option key={one.id} value={one.id}>
                {`${one.title}, claim ${one.id.slice(0, 40)}`}
              </option>
            ))}
          </select>
        </>
      )}
      <Act intent={{ do: 'take-adjudication', claim: item.id, row }} look="outlined">
        {`This one is ${item.title}'s claim`}
      </Act>
    </div>
  );
}
