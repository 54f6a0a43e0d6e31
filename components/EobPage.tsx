import { useEffect } from 'react';
import { EobAnswer } from './EobAnswer';
import type { Eob } from './models/eob';

interface PageProps {
  /** Undefined where the panel that had it is closed. */
  eob: Eob | undefined;
  print: () => void;
}

/** One claim's EOB on letter paper, for the copy that goes with a paper claim. Printing begins by itself. */
export function EobPage({ eob, print }: PageProps) {
  useEffect(() => {
    if (eob) print();
  }, [eob, print]);
  if (!eob)
    return (
      <main className="gone">
        <h1>Nothing to print</h1>
        <p>The panel that had this EOB is closed. Open the claim in the panel and press Print this EOB again.</p>
      </main>
    );
  return (
    <>
      <title>{eob.title}</title>
      <header className="tools">
        <button type="button" onClick={print}>
          Print
        </button>
        <p>To keep it as a file, choose Save as PDF as the printer.</p>
      </header>
      <main>
        {eob.answers.map((answer, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the answers do not change
          <EobAnswer key={i} answer={answer} />
        ))}
        <p className="source">Printed from the electronic remittance (835) by the practice.</p>
      </main>
    </>
  );
}
