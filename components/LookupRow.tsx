import { isOpen, type Lookup } from '../lib/lookups/lookup';
import { Act } from './Act';
import { Icon } from './Icon';
import { lookupAge, lookupLook } from './models/lookups';
import { shown } from './models/text';
import { PageText } from './PageText';

interface RowProps {
  lookup: Lookup;
  now: number;
  /** On the claim's own Payer step: no link to it. */
  here?: boolean;
}

/** What can be done about a lookup in its state. */
function Way({ lookup, here }: { lookup: Lookup; here: boolean }) {
  const who = ` for ${shown(lookup.lastName, 40)}`;
  if (isOpen(lookup))
    return (
      <Act intent={{ do: 'cancel', lookup: lookup.id }} look="link" more={` the search${who}`}>
        Cancel
      </Act>
    );
  if (lookup.state === 'failed' || lookup.state === 'lost')
    return (
      <Act intent={{ do: 'retry', lookup: lookup.id }} look="link" more={who}>
        Try again
      </Act>
    );
  if (lookup.state === 'none')
    return (
      <Act intent={{ do: 'retry', lookup: lookup.id }} look="link" more={who}>
        Search again
      </Act>
    );
  if (here || lookup.state === 'cancelled') return <span />;
  return (
    <Act
      intent={{ do: 'open-lookup', claim: lookup.claim, tabId: lookup.tabId }}
      look="link"
      more={` the result${who}`}
    >
      Open
    </Act>
  );
}

/** One lookup: state, payer and name, age and reason. */
export function LookupRow({ lookup, now, here = false }: RowProps) {
  const look = lookupLook(lookup);
  return (
    <li className={`t-${look.tone}`}>
      <span className="tone">
        <Icon name={look.icon} />
      </span>
      <span>
        <b>{look.title}</b>
        <span className="src">
          <PageText text={lookup.option?.label ?? lookup.payer} max={120} />,{' '}
          <PageText text={lookup.lastName} max={60} />
        </span>
        <span className="src">{lookupAge(lookup, now)}</span>
        {lookup.reason && (
          <span className="src">
            <PageText text={lookup.reason} />
          </span>
        )}
      </span>
      <Way lookup={lookup} here={here} />
    </li>
  );
}
