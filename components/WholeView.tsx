import type { PatientFile } from '../lib/session/session';
import { usePanelState } from './context';
import { Header } from './Header';
import type { Next } from './intent';
import { LoadingStrip } from './LoadingStrip';
import { patientName, patientSub } from './models/patient';
import type { Scene } from './models/scene';
import { NextBar } from './NextBar';
import { Reading } from './Reading';
import { SignedOut } from './SignedOut';
import { StillHere } from './StillHere';
import type { ActiveTab } from './services';
import { Whole } from './Whole';

type WholeScene = Exclude<Scene, { is: 'patient' }>;

const ACCESS_WORDS = {
  missing: 'The panel needs your permission for this one site before it reads anything.',
  refused: 'The browser did not give permission. Nothing was read.',
  'taken-back': 'Permission for NextGen Office was taken back. What was read is cleared.',
};

interface WholeViewProps {
  scene: WholeScene;
  others: PatientFile[];
}

function Content({ scene }: { scene: WholeScene }) {
  switch (scene.is) {
    case 'starting':
      return null;
    case 'no-access':
      return (
        <Whole icon="lock" title="Let the panel read NextGen Office?">
          <p>{ACCESS_WORDS[scene.why]}</p>
          <ul className="dots">
            <li>It reads claims, ledgers and insurance on this site only.</li>
            <li>It fills boxes only when you press Fill. It never submits.</li>
            <li>Nothing about a patient leaves the browser, and nothing is kept after you close it.</li>
          </ul>
          <p className="note">The browser asks once more after you press Allow. You can take it back in Options.</p>
        </Whole>
      );
    case 'not-pm':
      return (
        <Whole icon="page" title="Nothing to read on this page">
          <p className="dim">
            The panel reads claims in NextGen Office. On other pages it does nothing and looks at nothing.
          </p>
        </Whole>
      );
    case 'reload':
      return (
        <Whole icon="reread" title="Reload this page">
          <p className="dim">
            The panel was installed or updated after this page was opened. Reload the page to go on reading.
          </p>
        </Whole>
      );
    case 'unknown-page':
      return (
        <Whole icon="page" title="Not a page the panel knows">
          <p className="dim">This is NextGen Office, but not a page the panel knows. Nothing was read.</p>
        </Whole>
      );
    case 'no-claims':
      return (
        <Whole icon="page" title="No claims on this page">
          <p className="dim">Open a patient's Claim History or Secondary Billing.</p>
        </Whole>
      );
    case 'reading':
      return <Reading rows={scene.rows} file={scene.file} />;
    case 'signed-out':
      return <SignedOut file={scene.file} />;
  }
}

const TITLES: Record<WholeScene['is'], string> = {
  starting: 'COB Companion',
  'no-access': 'No access to this site',
  'not-pm': 'Not a NextGen Office page',
  reload: 'NextGen Office',
  'unknown-page': 'NextGen Office',
  'no-claims': 'NextGen Office',
  reading: 'NextGen Office',
  'signed-out': 'Signed out',
};

const nextOf = (
  scene: WholeScene,
  { tabId: front, host }: Partial<ActiveTab>,
  others: PatientFile[],
  tabOf: (key: string) => number | undefined,
): Next => {
  const [latest] = others;
  const home = latest && tabOf(latest.key);
  switch (scene.is) {
    case 'no-access':
      return { text: `allow ${host ?? 'NextGen Office'}.`, go: { label: 'Allow this site', intent: { do: 'allow' } } };
    case 'not-pm':
      if (home === undefined) return { text: 'open NextGen Office and sign in.' };
      return { text: 'go back to Claim History.', go: { label: 'Go to that tab', intent: { do: 'tab', tabId: home } } };
    case 'reload':
      return { text: 'reload the page.', go: { label: 'Reload the page', intent: { do: 'reload' } } };
    case 'reading':
      return { plain: true, text: 'Reading. You can keep working in the page.' };
    case 'signed-out':
      return {
        text: 'sign in on the page.',
        ...(front !== undefined && { go: { label: 'Show the sign-in page', intent: { do: 'tab', tabId: front } } }),
      };
    case 'starting':
      return { plain: true, text: 'Starting.' };
    case 'unknown-page':
    case 'no-claims':
      return { text: "open a patient's Claim History." };
  }
};

/** A view that is one message: why there is nothing to work on here, and what helps. */
export function WholeView({ scene, others }: WholeViewProps) {
  const front: Partial<ActiveTab> = usePanelState((state) => state.tab) ?? {};
  const tabs = usePanelState((state) => state.mirror?.tabs) ?? {};
  const tabOf = (key: string) =>
    Object.values(tabs).find((tab) => Object.values(tab.frames).some(({ patient }) => patient === key))?.tabId;
  const file = 'file' in scene ? scene.file : undefined;
  const onPm = scene.is !== 'not-pm' && scene.is !== 'no-access' && scene.is !== 'starting';
  return (
    <div className="panel">
      <Header
        title={file ? <bdi>{patientName(file.strip)}</bdi> : TITLES[scene.is]}
        sub={file ? patientSub(file.strip) : front.host}
        reread={onPm}
      />
      <main aria-busy={scene.is === 'reading' || undefined}>
        <LoadingStrip />
        <Content scene={scene} />
        <StillHere files={others} />
      </main>
      <NextBar next={nextOf(scene, front, others, tabOf)} />
    </div>
  );
}
