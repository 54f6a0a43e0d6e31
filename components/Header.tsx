import type { ReactNode } from 'react';
import { useAct } from './context';
import { Go } from './Go';
import { Icon } from './Icon';
import type { Intent } from './intent';
import { Menu } from './Menu';

interface HeaderProps {
  title: ReactNode;
  sub?: ReactNode;
  back?: { to: string; intent: Intent };
  /** *Read again* where there is a page to read. */
  reread?: boolean;
  children?: ReactNode;
}

/** Who the shown data is about, the way back, *Read again* and *More*. */
export function Header({ title, sub, back, reread = false, children }: HeaderProps) {
  const act = useAct();
  return (
    <header className="head">
      <div className="bar">
        <div className="who">
          {back && (
            <Go className="back" intent={back.intent}>
              <Icon name="back" />
              <span>
                <span className="sr">Back to </span>
                <bdi>{back.to}</bdi>
              </span>
            </Go>
          )}
          <h1 id="title" tabIndex={-1}>
            {title}
          </h1>
          {sub && <p>{sub}</p>}
        </div>
        {reread && (
          <button
            type="button"
            className="ib"
            aria-label="Read the page again"
            title="Read the page again (R)"
            onClick={(event) => event.nativeEvent.isTrusted && act({ do: 'read-again' })}
          >
            <Icon name="reread" />
          </button>
        )}
        <Menu />
      </div>
      {children}
    </header>
  );
}
