import type { Missing, Unknown } from '../lib/checks/check';
import { Act } from './Act';
import { Icon } from './Icon';
import type { ClaimItem } from './models/claims';
import { ledgerActions } from './models/next';
import { count } from './models/text';
import { READS_BY_ITSELF, SOURCES } from './models/words';

interface UnreadCardProps {
  item: ClaimItem;
  source: Missing['source'];
  waiting: Unknown[];
}

/** A page that was not read, and the checks that wait for it. */
export function UnreadCard({ item, source, waiting }: UnreadCardProps) {
  const { name, how } = SOURCES[source];
  const actions = source === 'ledger' ? Object.values(ledgerActions(item)) : [];
  const byItself = actions.some(({ intent }) => intent.do === 'read-ledger');
  return (
    <article className="finding t-unk">
      <Icon name="unk" />
      <div>
        <h3>
          <span className="sr">Not known: </span>
          {name}
        </h3>
        <p>{byItself ? READS_BY_ITSELF : how}</p>
        {actions.length > 0 && (
          <div className="lks">
            {actions.map(({ label, intent, icon }) => (
              <Act key={label} intent={intent} look="link" icon={icon ?? 'page'}>
                {label}
              </Act>
            ))}
          </div>
        )}
        <details className="inner">
          <summary>
            {waiting.length === 1 ? 'The check that waits' : `The ${count(waiting.length, 'check')} that wait`}
          </summary>
          <ul className="plain">
            {waiting.map(({ check, title }) => (
              <li key={check}>{title}</li>
            ))}
          </ul>
        </details>
      </div>
    </article>
  );
}
