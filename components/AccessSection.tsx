import type { Access } from './services';

/** Which pages the panel may read. */
export function AccessSection({ access, onAsk }: { access: Access | undefined; onAsk: () => void }) {
  return (
    <section className="sec">
      <h2>Permission</h2>
      <p>
        {access === 'granted'
          ? 'The panel may read the pages of NextGen Office, and no others.'
          : 'The panel may not read the pages of NextGen Office now.'}
      </p>
      <p className="note">You can take it back in the browser: Extensions, COB Companion, Site access.</p>
      {access !== 'granted' && (
        <div className="btns gap">
          <button type="button" className="btn" onClick={(event) => event.nativeEvent.isTrusted && onAsk()}>
            Allow this site
          </button>
        </div>
      )}
    </section>
  );
}
