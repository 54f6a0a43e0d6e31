import { DoneNote } from './DoneNote';
import { PageText } from './PageText';
import type { Alias, Services } from './services';
import { useDone } from './use-done';

interface AliasSectionProps {
  aliases: readonly Alias[];
  services: Pick<Services, 'forgetAlias' | 'confirmAlias'>;
}

/** Payer names she confirmed to be one payer: no patient in them. */
export function AliasSection({ aliases, services }: AliasSectionProps) {
  const { done, say, undo } = useDone();
  const remove = async (alias: Alias) => {
    await services.forgetAlias(alias);
    say(`${alias.chartName} is removed.`, () => services.confirmAlias(alias));
  };
  return (
    <>
      <h3 className="gap">
        Payer names you confirmed <span className="count">{aliases.length}</span>
      </h3>
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
            <button type="button" className="lk" onClick={() => void remove(alias)}>
              Remove<span className="sr">: {alias.chartName}</span>
            </button>
          </li>
        ))}
      </ul>
      <DoneNote done={done} onUndo={undo} />
    </>
  );
}
