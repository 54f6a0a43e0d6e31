import { PageText } from './PageText';

/** What a page says, word for word. */
export function Quote({ from, text }: { from: string; text: string }) {
  return (
    <div className="pm">
      <span className="src">{from}</span>
      <q>
        <PageText text={text} />
      </q>
    </div>
  );
}
