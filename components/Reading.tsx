import { formatDate } from '../lib/claim/dates';
import { known } from '../lib/claim/reading';
import type { PatientFile } from '../lib/session/session';
import { count, shown } from './models/text';

/** A page that is still being read: what is there so far, amounts to come. */
export function Reading({ rows, file }: { rows: number; file: PatientFile | undefined }) {
  return (
    <div className={file || rows > 0 ? undefined : 'late'}>
      <section className="sec">
        <h2>
          {file ? 'Reading Claim History' : 'Reading the page'}{' '}
          <span className="count">{rows > 0 ? count(rows, 'row') : undefined}</span>
        </h2>
        <progress className="prog" aria-label={rows > 0 ? `${count(rows, 'row')} read` : 'Reading'} />
        <p className="note">Verdicts appear when the ledgers are read too.</p>
      </section>
      <ul>
        {file?.claims.slice(0, 12).map((row, i) => {
          const dos = known(row.dos)?.from;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows appear in the page's order
            <li key={i}>
              <div className="row">
                <span className="d">{dos ? formatDate(dos) : `Claim ${shown(known(row.id) ?? '', 40)}`}</span>
                <span className="amt">
                  <span className="sk" />
                  <span className="sr">not read yet</span>
                </span>
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
