import type { Check } from '../lib/checks/check';
import { severityWords } from '../lib/checks/rule-book';
import { Act } from './Act';
import { Icon } from './Icon';
import { ruleElement } from './models/rules';
import { SEVERITIES } from './models/severities';
import { RuleText } from './RuleText';

/** One rule of the book, folded under its number and title. */
export function RuleBookRule({ check }: { check: Check }) {
  const look = SEVERITIES[check.severity];
  return (
    <li>
      <details className="fold rule">
        <summary id={ruleElement(check.id)}>
          <Icon name="chev" className="i chev" />
          <span className={`tone t-${look.tone}`}>
            <Icon name={look.icon} />
          </span>
          <span className="id">{check.id}</span>
          <span>
            {check.title}
            <span className="sr">. {severityWords(check)}</span>
          </span>
        </summary>
        <div>
          <p className="note">{severityWords(check)}</p>
          <RuleText
            check={check}
            link={(rule) => (
              <Act intent={{ do: 'rules', rule }} look="inline" more=", rule">
                {rule}
              </Act>
            )}
          />
        </div>
      </details>
    </li>
  );
}
