import type { ReactNode } from 'react';
import { useAct } from './context';
import { Icon, type IconName } from './Icon';
import type { Intent } from './intent';

const LOOKS = { filled: 'btn go', outlined: 'btn', link: 'lk', inline: 'lk in', fold: 'lk c' } as const;

interface ActProps {
  intent: Intent;
  look: keyof typeof LOOKS;
  icon?: IconName;
  children: ReactNode;
  /** Rest of the name for those who hear it: ` on the page`. */
  more?: string;
  className?: string;
}

/** A button that carries an intent. Only a press by the biller counts, never one made by a script. */
export function Act({ intent, look, icon, children, more, className = '' }: ActProps) {
  const act = useAct();
  return (
    <button
      type="button"
      className={`${LOOKS[look]} ${className}`.trim()}
      data-leads={intent.do === 'remittances' ? 'remittances' : undefined}
      onClick={(event) => event.nativeEvent.isTrusted && act(intent)}
    >
      {icon && <Icon name={icon} />}
      {children}
      {more && <span className="sr">{more}</span>}
    </button>
  );
}
