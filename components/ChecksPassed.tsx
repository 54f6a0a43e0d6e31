import type { Examination } from '../lib/checks/check';
import { Fold } from './Fold';
import { Icon } from './Icon';
import { PageText } from './PageText';

/** What was looked at and is right, what was not looked at behind a block, and what is turned off: folded. */
export function ChecksPassed({ exam }: { exam: Examination }) {
  const { passed, notLookedAt, findings, unknown, off } = exam;
  const raised = new Set(findings.map(({ check }) => check)).size;
  return (
    <Fold
      title="Checks passed"
      count={`${passed.length} of ${passed.length + raised + unknown.length + notLookedAt.length + off.length}`}
    >
      <ul className="plain">
        {passed.map(({ check, title, because }) => (
          <li key={check} className="t-ok">
            <span className="tone">
              <Icon name="tick" />
            </span>
            <span>
              {title}
              {because && (
                <span className="src">
                  <PageText text={because} />
                </span>
              )}
            </span>
          </li>
        ))}
        {notLookedAt.map(({ check, title }) => (
          <li key={check} className="dim">
            <Icon name="unk" />
            <span>
              {title}
              <span className="src">Not looked at while the claim is blocked</span>
            </span>
          </li>
        ))}
        {off.map(({ check, title, reason, by }) => (
          <li key={check} className="dim">
            <Icon name="unk" />
            <span>
              {title}
              <span className="src">
                {`${check} is off, by ${by === 'you' ? 'you' : 'your organization'}: `}
                <PageText text={reason} />
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
