import { Header } from './Header';
import { NextBar } from './NextBar';

const KEYS: [string[], string][] = [
  [['Alt+Shift+C'], 'Open or close the panel. The browser lets you change it.'],
  [['Tab', 'Shift+Tab'], 'Go through header, steps, content, and the bar below'],
  [['↑', '↓', 'Home', 'End'], 'Move in the list of claims'],
  [['Enter'], 'Open the claim'],
  [['Esc'], 'Close the open question or menu, else go back to the list'],
];

const SINGLE: [string[], string][] = [
  [['1', '2', '3', '4'], 'Check, Payer, Fill, Submit'],
  [['J', 'K'], 'Move in the list of claims'],
  [['R'], 'Read the page again'],
  [['S'], 'Show the focused thing on the page'],
  [['/'], 'Search these claims'],
  [['?'], 'This list'],
];

function List({ keys }: { keys: [string[], string][] }) {
  return (
    <ul className="plain keys">
      {keys.map(([names, does]) => (
        <li key={does}>
          <span>
            {names.map((name) => (
              <kbd key={name}>{name}</kbd>
            ))}
          </span>
          <span>{does}</span>
        </li>
      ))}
    </ul>
  );
}

/** What the keyboard does. Nothing that touches the PM has a key of its own. */
export function Shortcuts({ back }: { back: string }) {
  return (
    <div className="panel">
      <Header title="Keyboard shortcuts" back={{ to: back, intent: { do: 'back' } }} />
      <main>
        <section className="sec">
          <h2>Always</h2>
          <List keys={KEYS} />
        </section>
        <section className="sec">
          <h2>Single keys</h2>
          <List keys={SINGLE} />
          <p className="note gap">
            They work while the panel has the focus and no field does. Options can turn them off.
          </p>
          <p className="note gap">Nothing that touches NextGen Office has a key of its own.</p>
        </section>
      </main>
      <NextBar
        next={{
          plain: true,
          text: 'Options can turn the single keys off.',
          also: { label: 'Options', intent: { do: 'options' } },
        }}
      />
    </div>
  );
}
