import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';

interface StripProps {
  icon: IconName;
  children: ReactNode;
  link?: ReactNode;
  /** Shows only where it stays for a moment. */
  late?: boolean;
}

/** One line under the header with news from the page, and the way to it. It never moves the view by itself. */
export function Strip({ icon, children, link, late = false }: StripProps) {
  return (
    <div className={late ? 'strip late' : 'strip'}>
      <Icon name={icon} />
      <span>{children}</span>
      {link && <span className="end">{link}</span>}
    </div>
  );
}
