import { STALE_AFTER } from '../lib/payers/entry';
import type { Conversion } from '../lib/payers/import';
import { Icon } from './Icon';
import { keyed } from './models/keyed';
import { saysOf } from './models/payer-list';
import { count } from './models/text';
import { PageText } from './PageText';
import type { OpenImport } from './use-payer-import';

const SHOWN = 20;

const countsOf = ({ counts }: Conversion): string[] => [
  `${count(counts.payers, 'payer')} of ${count(counts.rows, 'row')}.`,
  `${count(counts.saysElectronic, 'payer')} with a word on electronic secondary claims, ${counts.saysFiling.toLocaleString('en-US')} with a time to file.`,
  ...(counts.stale > 0 ? [`${count(counts.stale, 'payer')} with a word older than ${STALE_AFTER} days.`] : []),
  ...(counts.leftOut > 0 ? [`${count(counts.leftOut, 'row')} left out.`] : []),
  ...(counts.repeated > 0 ? [`${count(counts.repeated, 'payer')} more than once; the last row counts.`] : []),
];

/** What an import would bring: counts, the first payers, and what is wrong by row. Nothing is kept yet. */
export function PayerPreview({ state }: { state: OpenImport }) {
  const { problem, conversion } = state;
  const { problems = [], problemCount = 0, sample = [] } = conversion ?? {};
  return (
    <>
      <output>
        {problem}
        {!problem && !conversion && 'Reading the rows …'}
        {conversion && countsOf(conversion).join(' ')}
      </output>
      {sample.length > 0 && (
        <ul className="inset" aria-label="The first payers">
          {sample.map((entry) => (
            <li key={`${entry.payerId} ${entry.clearinghouse}`}>
              <PageText text={entry.name} max={120} /> <span className="tag any">{entry.payerId}</span>
              <span className="src">
                <PageText text={saysOf(entry) || 'Says nothing of secondary claims.'} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {problemCount > 0 && (
        <details className="inner" open={problemCount <= 3}>
          <summary>{`${count(problemCount, 'remark')} by row`}</summary>
          <ul className="inset">
            {keyed(problems.slice(0, SHOWN), ({ row, text }) => `${row} ${text}`).map(({ key, item }) => (
              <li key={key} className={item.severity === 'error' ? 't-stop' : 't-ask'}>
                <span className="tone">
                  <Icon name={item.severity === 'error' ? 'blocked' : 'info'} />
                </span>{' '}
                <b>{`Row ${item.row.toLocaleString('en-US')}:`}</b> <PageText text={item.text} />
              </li>
            ))}
          </ul>
          {problemCount > SHOWN && <p className="note">{`${count(problemCount - SHOWN, 'more remark')} not shown.`}</p>}
        </details>
      )}
    </>
  );
}
