import { SHOWN, shown } from './models/text';

/** Words of a page: as text only, cut to a sane length, with their writing direction kept to themselves. */
export function PageText({ text, max = SHOWN }: { text: string; max?: number }) {
  return <bdi className="any">{shown(text, max)}</bdi>;
}
