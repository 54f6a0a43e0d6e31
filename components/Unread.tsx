import type { ReactNode } from 'react';

/** Stands where a value would: not read, unreadable, none on page. Never looks like a value. */
export function Unread({ children }: { children: ReactNode }) {
  return <span className="unread">{children}</span>;
}
