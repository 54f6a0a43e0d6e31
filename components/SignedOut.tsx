import type { ReactNode } from 'react';
import { isOpen } from '../lib/lookups/lookup';
import type { PatientFile } from '../lib/session/session';
import { Act } from './Act';
import { usePanelState } from './context';
import { Icon, type IconName } from './Icon';
import { count, formatTime, shown } from './models/text';
import { PageText } from './PageText';
import { VerdictBand } from './VerdictBand';

function Line({ tone, icon, children, link }: { tone: string; icon: IconName; children: ReactNode; link?: ReactNode }) {
  return (
    <li className={`t-${tone}`}>
      <span className="tone">
        <Icon name={icon} />
      </span>
      <span>{children}</span>
      {link ?? <span />}
    </li>
  );
}

/** The PM signed the biller out: what is kept, and what waits. */
export function SignedOut({ file }: { file: PatientFile | undefined }) {
  const lookups = usePanelState((state) => state.mirror?.lookups) ?? [];
  const waiting = lookups.filter(isOpen);
  const filled = Object.values(file?.journals ?? {}).filter((journal) => !journal.undone);
  return (
    <>
      <VerdictBand tone="ask" icon="door" headline="NextGen Office signed you out" alert>
        <p>The page shows its sign-in form. Sign in there and the panel continues by itself.</p>
      </VerdictBand>
      {(file || waiting.length > 0) && (
        <section className="sec">
          <h2>Where things stand</h2>
          <ul className="steplist">
            {file && (
              <Line tone="ok" icon="tick">
                {`${count(file.claims.length, 'claim')} kept${file.claimsReadAt === undefined ? '' : `, as read at ${formatTime(file.claimsReadAt)}`}`}
              </Line>
            )}
            {waiting.map((lookup) => (
              <Line
                key={lookup.id}
                tone="unk"
                icon="pause"
                link={
                  <Act intent={{ do: 'cancel', lookup: lookup.id }} look="link" more=" the lookup">
                    Cancel
                  </Act>
                }
              >
                The search of <PageText text={shown(lookup.lastName, 60)} /> waits until you sign in
              </Line>
            ))}
            {filled.map((journal) => (
              <Line key={journal.claimId} tone="unk" icon="pause">
                {`Form of claim ${shown(journal.claimId, 40)}: ${journal.results.filter(({ status }) => status === 'filled').length} boxes were filled. NextGen Office may have dropped what was not submitted.`}
              </Line>
            ))}
          </ul>
        </section>
      )}
      <section className="sec">
        <p className="dim">Kept in this browser session only. It is gone when you close the browser.</p>
      </section>
    </>
  );
}
