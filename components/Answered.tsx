import { isOverridden } from '../lib/checks/acknowledged';
import type { Finding } from '../lib/checks/check';
import { Act } from './Act';
import { Fold } from './Fold';
import { Icon } from './Icon';
import { formatTime } from './models/text';
import { PageText } from './PageText';

interface AnsweredProps {
  findings: Finding[];
  claim: string;
}

/** What she accepted and overrode, with her reasons; each can be taken back. Open where a block is among them. */
export function Answered({ findings, claim }: AnsweredProps) {
  return (
    <Fold title="Decided by you" count={findings.length} open={findings.some(isOverridden)}>
      <ul className="steplist">
        {findings.map((finding) => {
          const overridden = isOverridden(finding);
          const { reason = '', at = 0 } = finding.acknowledged ?? {};
          return (
            <li key={`${finding.check} ${finding.title}`} className={overridden ? 't-ask' : 't-ok'}>
              <span className="tone">
                <Icon name={overridden ? 'blocked' : 'tick'} />
              </span>
              <span>
                {overridden && <b>Overridden: </b>}
                <PageText text={finding.title} />
                <span className="src">
                  <PageText text={reason} /> ({formatTime(at)})
                </span>
              </span>
              <Act intent={{ do: 'take-back', claim, finding }} look="link" more={`: ${finding.title}`}>
                Take back
              </Act>
            </li>
          );
        })}
      </ul>
    </Fold>
  );
}
