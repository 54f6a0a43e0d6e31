import type { Finding } from '../lib/checks/check';
import type { Answers } from '../lib/claim/case';
import { Act } from './Act';
import { Fold } from './Fold';
import { Icon } from './Icon';
import { NO_ANSWERS, takeBack } from './models/questions';
import { PageText } from './PageText';

interface AnsweredProps {
  findings: Finding[];
  claim: string;
  answers: Answers | undefined;
}

/** What she decided, with her reasons; each can be taken back. */
export function Answered({ findings, claim, answers = NO_ANSWERS }: AnsweredProps) {
  return (
    <Fold title="Decided by you" count={findings.length}>
      <ul className="steplist">
        {findings.map((finding) => (
          <li key={`${finding.check} ${finding.title}`} className="t-ok">
            <span className="tone">
              <Icon name="tick" />
            </span>
            <span>
              <PageText text={finding.title} />
              {finding.acknowledged && (
                <span className="src">
                  <PageText text={finding.acknowledged} />
                </span>
              )}
            </span>
            <Act
              intent={{ do: 'answer', claim, answers: takeBack(answers, finding.check) }}
              look="link"
              more={`: ${finding.title}`}
            >
              Take back
            </Act>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
