import type { ReactNode } from 'react';
import { boxTag } from './models/boxes';
import { PageText } from './PageText';

/** Boxes by number and name, each with one thing to say. */
export function BoxList({ boxes }: { boxes: { box: string; name: string; says: ReactNode }[] }) {
  return (
    <ul className="plain">
      {boxes.map(({ box, name, says }) => (
        <li key={box}>
          <span className="bx">{boxTag(box)}</span>
          <span>
            <PageText text={name} max={120} />
            <span className="src">{says}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
