import type { KeyboardEvent } from 'react';
import { Amount } from './Amount';
import { FilingTag } from './FilingTag';
import { Go } from './Go';
import { Icon } from './Icon';
import type { ClaimItem } from './models/claims';
import { OverrideTag } from './OverrideTag';

interface ClaimLinkProps {
  item: ClaimItem;
  list: ListKeys;
}

/** How the list is gone through by key: one tab stop, moved by arrows. */
export interface ListKeys {
  stop: string | undefined;
  onStop: (claim: string) => void;
  onKey: (event: KeyboardEvent, claim: string) => void;
  onLeave: (row: Element) => void;
}

/** One row of the list: date, reason, balance, payers. */
export function ClaimLink({ item, list }: ClaimLinkProps) {
  return (
    <Go
      className="row"
      intent={{ do: 'open', claim: item.id }}
      data-claim={item.id}
      tabIndex={item.id === list.stop ? 0 : -1}
      onFocus={() => list.onStop(item.id)}
      onKeyDown={(event) => list.onKey(event, item.id)}
      onBlur={(event) => list.onLeave(event.currentTarget)}
    >
      <span>
        <span className="d">{item.title}</span> <span className="why">&ensp;{item.exam.verdict.short}</span>{' '}
        <FilingTag item={item} /> <OverrideTag item={item} />
      </span>
      <span className="amt n">
        <Amount value={item.balance} />
      </span>
      <span className="p">
        <bdi>{item.primary}</bdi> <span className="sr">then</span>
        <Icon name="arrow" className="i ar" /> <bdi>{item.secondary ?? 'no secondary on file'}</bdi>
      </span>
    </Go>
  );
}
