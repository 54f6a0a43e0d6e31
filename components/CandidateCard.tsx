import { useState } from 'react';
import { formatDate } from '../lib/claim/dates';
import type { SearchHit } from '../lib/claim/form';
import type { CandidateMarks } from '../lib/lookups/candidates';
import { Act } from './Act';
import { Icon } from './Icon';
import { shown } from './models/text';
import { PageText } from './PageText';
import { Unread } from './Unread';

interface CardProps {
  mark: CandidateMarks;
  claim: string;
  same: boolean;
  /** The one candidate that equals the chart in all that can be compared. */
  best: boolean;
  picked: boolean;
  /** Its link as it stands on the page now. */
  listed: SearchHit | undefined;
}

const ID_WORDS = { same: 'equals the chart', differs: 'not in the chart', unknown: 'no ID in the chart' };

function Sign({ is }: { is: CandidateMarks['id'] }) {
  if (is === 'same')
    return (
      <dd className="m y">
        <Icon name="tick" />
        same
      </dd>
    );
  if (is === 'differs')
    return (
      <dd className="m x">
        <span aria-hidden="true">≠</span>differs
      </dd>
    );
  return <dd className="m dim">not known</dd>;
}

/** What of a candidate differs, for the question before it is used. */
const differing = ({ id, name, dob }: CandidateMarks): string => {
  const parts = [id === 'differs' && 'ID', name === 'differs' && 'name', dob === 'differs' && 'birth date'].filter(
    Boolean,
  );
  if (parts.length === 0) return 'The chart does not say enough to compare.';
  const words = parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : String(parts[0]);
  const text = words.charAt(0).toUpperCase() + words.slice(1);
  return `${text} ${parts.length > 1 ? 'differ' : 'differs'} from the chart.`;
};

/** One insurance profile the PM found, held against the chart. Using it is always her press. */
export function CandidateCard({ mark, claim, same, best, picked, listed }: CardProps) {
  const [asking, setAsking] = useState(false);
  const { hit } = mark;
  const id = shown(hit.insuranceId, 60);
  const use = listed && { do: 'use' as const, claim, hit: listed };
  return (
    <article className={same ? 'cand same' : 'cand'}>
      <h3 className="id any">
        <bdi>{id}</bdi>
      </h3>
      <dl className="match">
        <dt>ID</dt>
        <dd>{ID_WORDS[mark.id]}</dd>
        <Sign is={mark.id} />
        <dt>Name</dt>
        <dd>{hit.name ? <PageText text={hit.name} max={120} /> : <Unread>none on page</Unread>}</dd>
        <Sign is={mark.name} />
        <dt>Born</dt>
        <dd>{hit.dob ? formatDate(hit.dob) : <Unread>none on page</Unread>}</dd>
        <Sign is={mark.dob} />
      </dl>
      {picked && (
        <p className="inl t-ok">
          <span className="tone">
            <Icon name="ready" />
          </span>
          Used on the form
        </p>
      )}
      {!picked && !use && <p className="note">Not in the list on the page any more. Search again to use it.</p>}
      {!picked && use && same && <Act intent={use} look={best ? 'filled' : 'outlined'}>{`Use ${id}`}</Act>}
      {!picked && use && !same && !asking && (
        <button
          type="button"
          className="btn"
          aria-expanded={false}
          onClick={() => setAsking(true)}
        >{`Use ${id}`}</button>
      )}
      {!picked && use && asking && (
        <div className="ask">
          <p>{`${differing(mark)} Use ${id} anyway?`}</p>
          <div className="lks">
            <Act intent={use} look="link" more={` ${id}`}>
              Use it
            </Act>
            <button type="button" className="lk" onClick={() => setAsking(false)}>
              Keep looking
            </button>
          </div>
        </div>
      )}
    </article>
  );
}
