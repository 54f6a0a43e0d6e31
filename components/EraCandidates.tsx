import { formatMoney } from '../lib/claim/money';
import { known } from '../lib/claim/reading';
import type { EraCandidate, EraClaimRow } from '../lib/era/files';
import { Act } from './Act';
import { nameOfRow } from './EraClaimRowView';
import { Icon } from './Icon';
import { spanWords, statusWords } from './models/answer';
import type { ClaimItem } from './models/claims';
import { personName } from './models/patient';
import { CANDIDATES, isOther } from './models/remittance';
import { capital, count, shown } from './models/text';
import { Unread } from './Unread';

const MOST = 6;

/** Whether the file says the same as the page; undefined where one of them says nothing. */
type Same = boolean | undefined;

function Sign({ same }: { same: Same }) {
  if (same === undefined) return <dd className="m dim">not known</dd>;
  return same ? (
    <dd className="m y">
      <Icon name="tick" />
      same
    </dd>
  ) : (
    <dd className="m x">
      <span aria-hidden="true">≠</span>differs
    </dd>
  );
}

const compare = <T,>(a: T | undefined | null, b: T | undefined | null): Same =>
  a === undefined || a === null || b === undefined || b === null ? undefined : a === b;

/** Payers that do not keep the number write zeros or nothing. */
const hasNumber = ({ controlNumber }: EraClaimRow): boolean => /[^0\s]/.test(controlNumber);

/** What tells it from the others: the payer's number for it, else the practice's. */
const nameOf = (row: EraClaimRow): string => {
  if (row.payerClaimNumber !== '') return `Payer’s claim no. ${shown(row.payerClaimNumber, 60)}`;
  return hasNumber(row) ? `Claim ${shown(row.controlNumber, 60)}` : 'Claim without a number';
};

function Candidate({ item, candidate }: { item: ClaimItem; candidate: EraCandidate }) {
  const { row, why } = candidate;
  const { row: page } = item.case;
  const dos = known(page.dos);
  const days = (from: EraClaimRow['from'], to: EraClaimRow['to']) =>
    from === null ? undefined : spanWords({ from, to: to ?? from });
  const own = [known(page.id), known(page.pcn)].filter((number) => number !== undefined);
  const isOwn = own.includes(row.controlNumber);
  return (
    <article className="cand">
      <h3 className="id any">{nameOf(row)}</h3>
      <p className="note any">{`${shown(why, 200)}. ${capital(statusWords(row.status))}, ${count(row.lines, 'line')}.`}</p>
      <dl className="match">
        <dt>Claim no.</dt>
        <dd className="any">{shown(row.controlNumber, 40) || <Unread>none</Unread>}</dd>
        <Sign same={row.controlNumber === '' ? undefined : isOwn} />
        <dt>Patient</dt>
        <dd className="any">{nameOfRow(row)}</dd>
        <Sign same={row.last === '' || !known(item.case.patient.name) ? undefined : !isOther(item, row)} />
        <dt>Dates</dt>
        <dd>{days(row.from, row.to) ?? <Unread>not read</Unread>}</dd>
        <Sign same={compare(days(row.from, row.to), dos && spanWords(dos))} />
        <dt>Charge</dt>
        <dd>{row.charge === null ? <Unread>not read</Unread> : formatMoney(row.charge)}</dd>
        <Sign same={compare(row.charge, known(page.charge))} />
        <dt>Paid</dt>
        <dd>{row.paid === null ? <Unread>not read</Unread> : formatMoney(row.paid)}</dd>
        <Sign same={compare(row.paid, known(page.insurancePaid))} />
      </dl>
      <Act
        intent={{ do: 'take-adjudication', claim: item.id, row }}
        look="outlined"
        more={` ${hasNumber(row) ? shown(row.controlNumber, 40) : nameOf(row)}`}
      >
        {`This one is ${item.title}'s claim`}
      </Act>
    </article>
  );
}

/** Claims of the files that may be this one: offered, never chosen for her. */
export function EraCandidates({ item, candidates }: { item: ClaimItem; candidates: readonly EraCandidate[] }) {
  if (candidates.length === 0) return null;
  const name = known(item.case.patient.name);
  return (
    <section className="sec">
      <h2 id={CANDIDATES} tabIndex={-1}>
        Which of these is it? <span className="count">{count(candidates.length, 'claim')}</span>
      </h2>
      <p className="note below">
        Held against the page: {name ? <bdi>{personName(name)}</bdi> : 'name not read'}, claim {shown(item.id, 40)}.
      </p>
      {candidates.slice(0, MOST).map((candidate) => (
        <Candidate key={`${candidate.row.file} ${candidate.row.claim}`} item={item} candidate={candidate} />
      ))}
      {candidates.length > MOST && (
        <p className="note gap">{`${candidates.length - MOST} more. Look for them in Remittances.`}</p>
      )}
    </section>
  );
}
