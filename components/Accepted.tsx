import type { SubmitOutcome } from '../lib/session/session';
import { Amount } from './Amount';
import type { ClaimProps } from './ClaimView';
import { Facts } from './Facts';
import { Icon } from './Icon';
import { rowOf } from './models/places';
import { formatTime, shown } from './models/text';
import { PageText } from './PageText';
import { ShowLink } from './ShowLink';
import { VerdictBand } from './VerdictBand';

type AcceptedOutcome = Extract<SubmitOutcome, { kind: 'accepted' }>;

const MOVED = {
  yes: 'The balance moved',
  no: 'The balance did not move',
  unknown: 'Not known whether the balance moved',
};

const NEXT_OF: Record<string, string> = {
  accepted: 'NextGen Office sends it with the next batch, at the end of the business day (Pacific).',
  'paper-accepted': 'Print it, attach the EOB, and mail it.',
};

/** What happened on the way, with the times. */
function History({ item, file, outcome }: ClaimProps & { outcome: AcceptedOutcome }) {
  const picked = file.picked[item.id];
  const journal = file.journals[item.id];
  const filled = journal?.results.filter(({ status }) => status === 'filled').length;
  const steps: [string, number | undefined][] = [
    [`Checked: ${item.exam.passed.length} passed`, item.case.sources.ledgerReadAt],
    ...(picked ? [[`Member ID ${shown(picked.insuranceId, 40)} picked by you`, undefined] as [string, undefined]] : []),
    ...(journal && !journal.undone ? [[`${filled} boxes filled`, journal.filledAt] as [string, number]] : []),
    ['Submitted by you, accepted', outcome.at],
  ];
  return (
    <section className="sec">
      <h2>How it went</h2>
      <ul className="steplist">
        {steps.map(([text, at]) => (
          <li key={text} className="t-ok">
            <span className="tone">
              <Icon name="tick" />
            </span>
            <span className="any">{text}</span>
            <span className="dim sm nw">{at === undefined ? '' : formatTime(at)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The new claim as the page shows it, and whether the balance moved. */
export function Accepted(props: ClaimProps & { outcome: AcceptedOutcome }) {
  const { item, file, outcome } = props;
  const { patientBalance, insuranceBalance } = outcome;
  const row = rowOf(file, outcome.claimId);
  const place = row?.id.kind === 'read' ? row.id.place : undefined;
  return (
    <>
      <VerdictBand tone="ok" icon="ready" headline={shown(outcome.statusShown, 80) || 'The secondary claim is made'}>
        <p>The secondary claim is made. {outcome.status ? NEXT_OF[outcome.status] : ''}</p>
      </VerdictBand>
      <section className="sec">
        <h2>
          What the page shows now <span className="count">read {formatTime(outcome.at)}</span>
        </h2>
        <Facts
          facts={[
            ['New claim', <PageText key="claim" text={outcome.claimId} max={60} />],
            ['Status', <PageText key="status" text={outcome.statusShown} max={80} />],
            ['Bill to', item.secondary],
          ]}
        />
        {place && (
          <div className="lks">
            <ShowLink place={place} />
          </div>
        )}
      </section>
      <section className="sec">
        <h2>{MOVED[outcome.moved]}</h2>
        <div className="tw">
          <table className="cmp">
            <caption className="sr">Balances before and after</caption>
            <thead>
              <tr>
                <th scope="col">
                  <span className="sr">Balance of</span>
                </th>
                <th scope="col" className="n">
                  Before
                </th>
                <th scope="col" className="n">
                  Now
                </th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">Patient</th>
                <td className="n">
                  <Amount value={patientBalance.before ?? 'not read'} />
                </td>
                <td className="n">
                  <Amount value={patientBalance.after ?? 'not read'} />
                </td>
              </tr>
              <tr>
                <th scope="row">{item.secondary ?? 'Secondary'}</th>
                <td className="n">
                  {insuranceBalance.before === undefined ? (
                    <span className="dim">new claim</span>
                  ) : (
                    <Amount value={insuranceBalance.before} />
                  )}
                </td>
                <td className="n">
                  <Amount value={insuranceBalance.after ?? 'not read'} />
                </td>
              </tr>
            </tbody>
          </table>
        </div>
      </section>
      <History {...props} />
    </>
  );
}
