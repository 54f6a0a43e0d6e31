import { Amount } from './Amount';
import type { ListKeys } from './ClaimLink';
import { ClaimRows } from './ClaimRows';
import { Fold } from './Fold';
import { Icon } from './Icon';
import { type Group, isFolded } from './models/claims';
import { count } from './models/text';

interface GroupProps {
  group: Group;
  list: ListKeys;
  windowed: boolean;
}

/** Claims of one verdict under one head; what needs no work is folded. */
export function ClaimGroup({ group, ...rest }: GroupProps) {
  const { key, look, items } = group;
  const rows = <ClaimRows items={items} label={look.name} {...rest} />;
  if (isFolded(key))
    return (
      <Fold title={look.name} count={count(items.length, 'claim')}>
        <div className="bleed">{rows}</div>
      </Fold>
    );
  return (
    <>
      <div className={`grp t-${look.tone}`}>
        <Icon name={look.icon} />
        <h2>
          {look.name} <span className="count">{items.length}</span>
        </h2>
        <span className="n">
          <Amount value={group.balance} />
        </span>
      </div>
      {rows}
    </>
  );
}
