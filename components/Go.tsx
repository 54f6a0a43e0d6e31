import type { AnchorHTMLAttributes } from 'react';
import { useAct } from './context';
import type { Intent } from './intent';

/** A link to another view of the panel. Its address says nothing: what is about a patient never gets into one. */
export function Go({ intent, children, ...rest }: { intent: Intent } & AnchorHTMLAttributes<HTMLAnchorElement>) {
  const act = useAct();
  return (
    // biome-ignore lint/a11y/useValidAnchor: it goes to a view, which is a place; only its address stays empty
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
