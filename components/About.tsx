import { Header } from './Header';
import { NextBar } from './NextBar';

/** What the panel is and what it never does. */
export function About({ back, version }: { back: string; version: string }) {
  return (
    <div className="panel">
      <Header title="COB Companion" sub={`Version ${version}`} back={{ to: back, intent: { do: 'back' } }} />
      <main>
        <section className="sec about">
          <p>Checks, fills and explains secondary claims beside NextGen Office.</p>
          <ul className="dots">
            <li>It reads claims, ledgers and insurance on NextGen Office's pages only.</li>
            <li>It fills boxes only when you press Fill. It never submits.</li>
            <li>What it reads stays in this browser session. Nothing is sent anywhere.</li>
            <li>A value it cannot read counts as not read, never as zero.</li>
          </ul>
          <p className="note">It is not made or approved by NextGen Healthcare.</p>
        </section>
      </main>
      <NextBar next={{ plain: true, text: 'Open source, MIT license.' }} />
    </div>
  );
}
