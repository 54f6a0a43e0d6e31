import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';

interface BandProps {
  tone: 'ok' | 'ask' | 'stop' | 'unk' | 'fwd' | 'info';
  icon: IconName;
  headline: string;
  children?: ReactNode;
  alert?: boolean;
}

/** The one tinted band of a view: what is the case, in one line, and why. */
export function VerdictBand({ tone, icon, headline, children, alert = false }: BandProps) {
  return (
    <section className={`verdict t-${tone}`} aria-labelledby="verdict" role={alert ? 'alert' : undefined}>
      <Icon name={icon} className="i20" />
      <div>
        <h2 id="verdict" tabIndex={-1}>
          {headline}
        </h2>
        {children}
      </div>
    </section>
  );
}
