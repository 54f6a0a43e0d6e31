import { formatDate } from '../lib/claim/dates';
import type { RecordEntry, Recorded } from '../lib/record/record';
import { Act } from './Act';
import { Amount } from './Amount';
import { usePanelState } from './context';
import { Header } from './Header';
import { count, formatDay, formatTime, shown } from './models/text';
import { NextBar } from './NextBar';
import { PageText } from './PageText';
import { Whole } from './Whole';

const DONE: Readonly<Record<Recorded, string>> = {
  acknowledged: 'Accepted',
  overridden: 'Block overridden',
  'taken-back': 'Taken back',
  lapsed: 'Lapsed',
};

const NONE: RecordEntry[] = [];
/** So many are shown; an export has all. */
const SHOWN = 200;

const claimWords = ({ dos, claim, chart }: RecordEntry): string =>
  [dos === '' ? '' : formatDate(dos), `claim ${shown(claim, 40)}`, chart === '' ? '' : `chart ${shown(chart, 40)}`]
    .filter(Boolean)
    .join(', ');

function Row({ entry }: { entry: RecordEntry }) {
  const { at, action, check, title, reason, difference } = entry;
  return (
    <tr>
      <td className="nw">
        {formatTime(at)}
        <span className="src">{formatDay(at)}</span>
      </td>
      <td>
        <b>{DONE[action]}</b>: <PageText text={title} /> <span className="nw">({check})</span>
        <span className="src">
          “<PageText text={reason} />”
        </span>
        <span className="src">{claimWords(entry)}</span>
      </td>
      <td className="n">{difference === null ? '' : <Amount value={difference} />}</td>
    </tr>
  );
}

/** What the biller accepted and overrode in this session, and why: to read, and to export. */
export function RecordView({ back }: { back: string }) {
  const record = usePanelState((state) => state.mirror?.record) ?? NONE;
  const latest = record.toReversed().slice(0, SHOWN);
  return (
    <div className="panel">
      <Header
        title="Record of this session"
        sub={record.length > 0 ? count(record.length, 'entry', 'entries') : undefined}
        back={{ to: back, intent: { do: 'back' } }}
      />
      <main>
        {record.length === 0 ? (
          <Whole icon="page" title="Nothing decided yet">
            <p className="dim">What you accept or override, with your reason, is listed here.</p>
          </Whole>
        ) : (
          <section className="sec">
            <div className="tw">
              <table className="lines">
                <caption className="sr">Decisions of this session, the latest first</caption>
                <thead>
                  <tr>
                    <th scope="col">Time</th>
                    <th scope="col">Finding and reason</th>
                    <th scope="col" className="n">
                      Left over
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {latest.map((entry, i) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: two entries may be alike in everything; the list only grows
                    <Row key={record.length - i} entry={entry} />
                  ))}
                </tbody>
              </table>
            </div>
            {record.length > SHOWN && <p className="note gap">{`The latest ${SHOWN} are shown. An export has all.`}</p>}
            <div className="btns gap">
              <Act intent={{ do: 'export-record', as: 'csv' }} look="outlined">
                Export as CSV
              </Act>
              <Act intent={{ do: 'export-record', as: 'json' }} look="outlined">
                Export as JSON
              </Act>
            </div>
            <p className="note gap">
              The record is kept until you close the browser or forget the session. An exported file holds patient data:
              keep it where such files belong.
            </p>
          </section>
        )}
      </main>
      <NextBar
        next={{
          plain: true,
          text: record.length === 0 ? 'No entries.' : 'Export the record before you close the browser.',
        }}
      />
    </div>
  );
}
