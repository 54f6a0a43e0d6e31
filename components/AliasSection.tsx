import { PageText } from './PageText';
import type { Alias } from './services';

/** Payer names she confirmed to be one payer: no patient in them. */
export function AliasSection({ aliases, onRemove }: { aliases: readonly Alias[]; onRemove: (alias: Alias) => void }) {
  return (
    <section className="sec">
      <h2>
        Payer names you confirmed <span className="count">{aliases.length}</span>
      </h2>
      {aliases.length === 0 && (
        <p className="dim">None yet. They are asked for when chart and form name a payer differently.</p>
      )}
      <ul className="pairs inset">
        {aliases.map((alias) => (
          <li key={alias.chartName}>
            <span>
              <PageText text={alias.chartName} max={120} />
              <span className="src">
                on the form: <PageText text={alias.formName} max={120} />
              </span>
            </span>
            <button type="button" className="lk" onClick={() => onRemove(alias)}>
              Remove<span className="sr">: {alias.chartName}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
