import type { Place } from '../lib/claim/reading';
import { Act } from './Act';

/** *Show on page*: scrolls the page to the place and marks it. The place itself is there for the S key. */
export function ShowLink({
  place,
  children = 'Show on page',
  more,
}: {
  place: Place;
  children?: string;
  more?: string;
}) {
  return (
    <span data-shows={JSON.stringify(place)}>
      <Act intent={{ do: 'show', place }} look="link" icon="show" more={more ?? `, ${place.label}`}>
        {children}
      </Act>
    </span>
  );
}
