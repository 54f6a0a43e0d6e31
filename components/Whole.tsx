import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';

/** A message that fills the view. */
export function Whole({ icon, title, children }: { icon: IconName; title: string; children: ReactNode }) {
  return (
    <div className="whole">
      <Icon name={icon} className="big" />
      <h2 tabIndex={-1}>{title}</h2>
      {children}
    </div>
  );
}
