import { Act } from './Act';
import { usePanelState } from './context';
import type { Next } from './intent';

/** The bar at the bottom: one next step in a sentence, at most one filled and one outlined button. */
export function NextBar({ next }: { next: Next }) {
  const busy = usePanelState((state) => state.busy);
  const said = usePanelState((state) => state.said);
  return (
    <footer className="foot">
      <output>
        {busy ? `${busy}.` : said && <span>{said} </span>}
        {!busy && (next.plain ? next.text : <Sentence text={next.text} />)}
      </output>
      {(next.go || next.also) && (
        <div className="btns">
          {next.go && (
            <Act intent={next.go.intent} look="filled" {...(next.go.icon && { icon: next.go.icon })}>
              {next.go.label}
            </Act>
          )}
          {next.also && (
            <Act intent={next.also.intent} look="outlined" {...(next.also.icon && { icon: next.also.icon })}>
              {next.also.label}
            </Act>
          )}
        </div>
      )}
    </footer>
  );
}

function Sentence({ text }: { text: string }) {
  return (
    <>
      <b>Next:</b> {text}
    </>
  );
}
