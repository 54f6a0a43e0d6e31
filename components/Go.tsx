import type { AnchorHTMLAttributes } from 'react';
import { useAct } from './context';
import type { Intent } from './intent';

/** A link to another view of the panel. Its address says nothing: what is about a patient never gets into one. */
export function Go({ intent, children, ...rest }: { intent: Intent } & AnchorHTMLAttributes<HTMLAnchorElement>) {
  const act = useAct();
  return (
    <a
      {...rest}
      href="#title"
      onClick={(event) => {
        event.preventDefault();
        act(intent);
      }}
    >
      {children}
    </a>
  );
}
