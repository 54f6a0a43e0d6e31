import { memo, useEffect, useState } from 'react';
import { PanelSection } from './PanelSection';
import { PayersSection } from './PayersSection';
import { PrivacySection } from './PrivacySection';
import { RulesSection } from './RulesSection';
import { SitesSection } from './SitesSection';
import type { Mirror, Services } from './services';
import { useSection } from './use-section';
import { useTheme } from './use-theme';

/** The sections by the id of their heading, in the order of the page. */
const SECTIONS: readonly { id: string; name: string }[] = [
  { id: 'panel', name: 'Panel' },
  { id: 'sites', name: 'Sites' },
  { id: 'payers', name: 'Payers' },
  { id: 'rules', name: 'Rules' },
  { id: 'privacy', name: 'Privacy' },
];
const IDS = SECTIONS.map(({ id }) => id);

/** A hundred and more rules: drawn anew only where their policy changes. */
const Rules = memo(
  RulesSection,
  (before, after) => before.mirror.policy === after.mirror.policy && before.services === after.services,
);

function Contents() {
  const { current, go } = useSection(IDS);
  return (
    <nav className="toc" aria-label="Sections">
      <ul>
        {SECTIONS.map(({ id, name }) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={current === id ? 'true' : undefined} onClick={() => go(id)}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The options page. Each change is kept at once, and said to be. */
export function Options({ services }: { services: Services }) {
  const [mirror, setMirror] = useState<Mirror>();
  useEffect(() => services.watchMirror(setMirror), [services]);
  useTheme(mirror?.settings.theme);
  if (!mirror) return null;
  return (
    <div className="page">
      <header className="sec">
        <h1>Options</h1>
        <p className="note">Each change is kept at once.</p>
      </header>
      <Contents />
      <main>
        <PanelSection settings={mirror.settings} services={services} />
        <SitesSection mirror={mirror} services={services} />
        <PayersSection mirror={mirror} services={services} />
        <Rules mirror={mirror} services={services} />
        <PrivacySection mirror={mirror} services={services} />
      </main>
    </div>
  );
}
