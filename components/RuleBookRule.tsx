import type { Check } from '../lib/checks/check';
import { severityWords } from '../lib/checks/rule-book';
import { type EffectiveRule, severityUnder } from '../lib/policy/merge';
import { Act } from './Act';
import { Icon } from './Icon';
import { effectiveWords } from './models/policy-words';
import { ruleElement } from './models/rules';
import { SEVERITIES } from './models/severities';
import { small } from './models/text';
import { RuleText } from './RuleText';

interface BookRuleProps {
  check: Check;
  /** What the policy says of it. */
  rule: EffectiveRule | undefined;
  /** It is the one that she asked for. */
  open: boolean;
}

/** One rule of the book, folded under its number and title. */
export function RuleBookRule({ check, rule, open }: BookRuleProps) {
  const counts = effectiveWords(rule);
  const look = SEVERITIES[severityUnder(check.severity, rule)];
  return (
    <li>
      <details className="fold bookrule" open={open}>
        <summary id={ruleElement(check.id)}>
          <Icon name="chev" className="i chev" />
          <span className={`tone t-${look.tone}`}>
            <Icon name={look.icon} />
          </span>
          <span className="id">{check.id}</span>
          <span>
            {check.title}
            <span className="sr">. {counts ?? severityWords(check)}</span>
          </span>
        </summary>
        <div>
          <p className="note">{counts ?? severityWords(check)}</p>
          {counts !== undefined && <p className="note">In the rule book: {small(severityWords(check))}.</p>}
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
