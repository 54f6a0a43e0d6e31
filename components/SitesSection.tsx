import { useEffect, useState } from 'react';
import { DoneNote } from './DoneNote';
import { Icon } from './Icon';
import { type ShownSite, shownSites } from './models/sites';
import { count } from './models/text';
import type { Mirror, Services } from './services';
import type { Site } from './site-services';
import { useDone } from './use-done';

const STATES: Record<ShownSite['state'], { says: string; icon: 'tick' | 'blocked' | 'unk'; tone: string }> = {
  allowed: { says: 'Allowed: the panel reads its pages.', icon: 'tick', tone: 't-ok' },
  'taken-back': { says: 'Permission was taken back. What was read of it is cleared.', icon: 'blocked', tone: 't-stop' },
  'not-allowed': { says: 'Not allowed: nothing of it is read.', icon: 'unk', tone: 't-unk' },
};

const READ = [
  "Claim History, charge ledgers, the insurance in the chart, secondary claim forms, payer searches, and the PM's own messages.",
  'It changes nothing there by itself: it marks claims it has checked, and fills boxes or presses Search only when you say so. It never submits.',
  'Pages of other sites are not read, and nothing runs in them.',
];

interface SiteRowProps {
  site: ShownSite;
  onAsk: () => void;
  onGiveBack: () => void;
}

function SiteRow({ site, onAsk, onGiveBack }: SiteRowProps) {
  const { says, icon, tone } = STATES[site.state];
  return (
    <li className={tone}>
      <span>
        <b>{site.name}</b>
        <span className="src">{site.host}</span>
        <span className="state">
          <span className="tone">
            <Icon name={icon} />
          </span>
          <span>
            {says} {site.state === 'allowed' && site.tabs > 0 && `${count(site.tabs, 'tab')} read in this session.`}
          </span>
        </span>
      </span>
      {site.state === 'allowed' ? (
        <button type="button" className="lk" onClick={(event) => event.nativeEvent.isTrusted && onGiveBack()}>
          Take permission back<span className="sr">: {site.name}</span>
        </button>
      ) : (
        <button type="button" className="btn" onClick={(event) => event.nativeEvent.isTrusted && onAsk()}>
          Allow this site<span className="sr">: {site.name}</span>
        </button>
      )}
    </li>
  );
}

/** Which sites the panel may read, what it reads there, and the permission for each. */
export function SitesSection({ mirror, services }: { mirror: Mirror; services: Pick<Services, 'sites'> }) {
  const [sites, setSites] = useState<Site[]>([]);
  const { done, say, undo } = useDone();
  useEffect(() => services.sites.watch(setSites), [services]);
  // The browser asks in her click itself: nothing comes before it.
  const ask = ({ pattern, name }: ShownSite) =>
    void services.sites
      .ask(pattern)
      .then((given) =>
        say(given ? `The panel may read ${name}. Reload its open pages once.` : 'The browser did not give permission.'),
      );
  const giveBack = ({ pattern, name }: ShownSite) =>
    void services.sites
      .giveBack(pattern)
      .then((how) =>
        say(
          how === 'done'
            ? `The panel may not read ${name} any more.`
            : 'This browser lets only you take it back: on its page of extensions, COB Companion, Site access.',
        ),
      );
  const shown = shownSites(sites, mirror);
  return (
    <section className="sec" aria-labelledby="sites">
      <h2 id="sites" tabIndex={-1}>
        Sites{' '}
        <span className="count">
          {`${shown.filter(({ state }) => state === 'allowed').length} of ${shown.length} allowed`}
        </span>
      </h2>
      <ul className="pairs inset sites">
        {shown.map((site) => (
          <SiteRow key={site.pattern} site={site} onAsk={() => ask(site)} onGiveBack={() => giveBack(site)} />
        ))}
      </ul>
      <DoneNote done={done} onUndo={undo} />
      <h3 className="gap">What is read there</h3>
      <ul className="dots">
        {READ.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );
}
