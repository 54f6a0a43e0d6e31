import type { FillJournal, FillResult } from '../lib/prefill/plan';
import { Value } from './BoxesTable';
import { BoxList } from './BoxList';
import { Facts } from './Facts';
import { Fold } from './Fold';
import { Icon } from './Icon';
import { boxTitle } from './models/boxes';
import { resultsOf } from './models/fill';
import { count } from './models/text';
import { PageText } from './PageText';
import { ShowLink } from './ShowLink';
import { VerdictBand } from './VerdictBand';

const headline = (filled: number, refused: number): string => {
  if (refused === 0) return `${count(filled, 'box', 'boxes')} filled`;
  return `${filled} filled, ${refused} to do by hand`;
};

function Refused({ result }: { result: FillResult }) {
  const place = { page: 'claim-form' as const, path: result.path, label: boxTitle(result.box) };
  return (
    <article className="finding t-ask">
      <Icon name="decide" />
      <div>
        <h3>
          <span className="sr">To do by hand: </span>
          {boxTitle(result.box)}
        </h3>
        <Facts
          facts={[
            [
              'Wanted',
              <b key="wanted">
                <PageText text={result.wanted} max={120} />
              </b>,
            ],
            ['Box shows', <Value key="after" text={result.after} />],
          ]}
        />
        <p>
          <PageText text={result.why ?? 'The box did not take it.'} />
        </p>
        <div className="lks">
          <ShowLink place={place}>Show the box</ShowLink>
        </div>
      </div>
    </article>
  );
}

const list = (results: FillResult[]) =>
  results.map((result) => ({ box: result.box, name: boxTitle(result.box), says: <Value text={result.after} /> }));

/** What came of a fill: each box as it was read back. */
export function FillResults({ journal }: { journal: FillJournal }) {
  const filled = resultsOf(journal, 'filled');
  const refused = resultsOf(journal, 'refused');
  const kept = resultsOf(journal, 'kept');
  const good = refused.length === 0 && !journal.stopped;
  return (
    <>
      <VerdictBand
        tone={good ? 'ok' : 'ask'}
        icon={good ? 'ready' : 'decide'}
        headline={headline(filled.length, refused.length)}
      >
        {journal.stopped && (
          <p>
            <PageText text={journal.stopped} />
          </p>
        )}
        <p>Each box was read back after filling. Nothing has been submitted.</p>
      </VerdictBand>
      {refused.map((result) => (
        <Refused key={result.box} result={result} />
      ))}
      {filled.length > 0 && (
        <Fold title="Filled" count={count(filled.length, 'box', 'boxes')}>
          <BoxList boxes={list(filled)} />
        </Fold>
      )}
      {kept.length > 0 && (
        <Fold title="Kept" count={count(kept.length, 'box', 'boxes')}>
          <BoxList boxes={list(kept)} />
        </Fold>
      )}
    </>
  );
}
