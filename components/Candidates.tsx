import type { SearchHit } from '../lib/claim/form';
import { type CandidateMarks, markCandidates } from '../lib/lookups/candidates';
import { isOpen, type Lookup } from '../lib/lookups/lookup';
import { CandidateCard } from './CandidateCard';
import { Icon } from './Icon';
import { LookupState } from './LookupState';
import type { ClaimItem } from './models/claims';
import { type ListedHit, sameProfile } from './models/frames';
import { lookupAge, lookupLook } from './models/lookups';
import { secondaryPolicy } from './models/policy';
import { shown } from './models/text';

interface CandidatesProps {
  item: ClaimItem;
  lookup: Lookup | undefined;
  picked: SearchHit | undefined;
  /** What the page lists now: an ID can be used only while it is listed. */
  listed: readonly ListedHit[];
  now: number;
}

const isSame = ({ id, name, dob }: CandidateMarks): boolean => id === 'same' && name !== 'differs' && dob !== 'differs';

/** One sentence on what the candidates are worth together. */
const judgement = (marks: CandidateMarks[]): string | undefined => {
  const equal = marks.filter(({ id }) => id === 'same').length;
  if (equal > 1) return 'Both IDs equal the chart. Compare name and birth date, or call the payer.';
  if (equal === 0 && marks.length > 0 && marks.every(({ id }) => id === 'differs'))
    return marks.length === 1
      ? "The ID is not the one in the chart. Check the patient's card."
      : `None of the ${marks.length} IDs is the one in the chart. Check the patient's card.`;
  return undefined;
};

/** The lookup of this claim: its state, or what it found held against the chart. */
export function Candidates({ item, lookup, picked, listed, now }: CandidatesProps) {
  if (!lookup || lookup.state === 'cancelled') return picked ? <Picked hit={picked} /> : null;
  const look = lookupLook(lookup);
  if (isOpen(lookup) || lookup.hits.length === 0) return <LookupState lookup={lookup} now={now} />;
  const marks = markCandidates(lookup.hits, secondaryPolicy(item.case), item.case.patient);
  const equal = marks.filter(isSame);
  const note = judgement(marks);
  return (
    <section className="sec">
      <h2 tabIndex={-1}>
        <span>
          {`Found ${marks.length} for `}
          <bdi>{shown(lookup.lastName, 60)}</bdi>
        </span>{' '}
        <span className="count">{lookupAge(lookup, now)}</span>
      </h2>
      {note && (
        <p className={`note t-${look.tone} inl`}>
          <span className="tone">
            <Icon name="decide" />
          </span>
          {note}
        </p>
      )}
      {marks.map((mark) => (
        <CandidateCard
          key={`${mark.hit.insuranceId} ${mark.hit.path}`}
          mark={mark}
          claim={item.id}
          same={isSame(mark)}
          best={equal.length === 1 && isSame(mark) && !picked}
          picked={picked !== undefined && sameProfile(picked, mark.hit)}
          listed={listed.find(({ hit }) => sameProfile(hit, mark.hit))?.hit}
        />
      ))}
      <p className="note gap">
        Using an ID clicks its link on the form. NextGen Office then fills in the patient and insured boxes.
      </p>
    </section>
  );
}

function Picked({ hit }: { hit: SearchHit }) {
  return (
    <section className="sec">
      <h2>Picked on the form</h2>
      <p>
        <bdi className="any">{shown(hit.insuranceId, 60)}</bdi>, <bdi className="any">{shown(hit.name, 80)}</bdi>
      </p>
    </section>
  );
}
