import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';

/** One line under the header with news from the page, and the way to it. It never moves the view by itself. */
export function Strip({ icon, children, link }: { icon: IconName; children: ReactNode; link: ReactNode }) {
  return (
    <div className="strip">
      <Icon name={icon} />
      <span>{children}</span>
      <span className="end">{link}</span>
    </div>
  );
}
