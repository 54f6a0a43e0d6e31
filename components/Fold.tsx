import type { ReactNode } from 'react';
import { Icon } from './Icon';

/** Something folded away under one line. Native: it opens by key, by find-in-page, and without script. */
export function Fold({
  title,
  count,
  open,
  children,
}: {
  title: ReactNode;
  count?: ReactNode;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details className="fold" open={open}>
      <summary>
        <Icon name="chev" className="i chev" />
        <span>{title}</span>
        {count !== undefined && <span className="count">{count}</span>}
      </summary>
      <div>{children}</div>
    </details>
  );
}
