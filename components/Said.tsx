import type { Reading } from '../lib/claim/reading';
import { PageText } from './PageText';
import { Unread } from './Unread';

/** A reading as text, or in words why there is none. `undefined`: its page was not read. */
export function Said<T>({ reading, as }: { reading: Reading<T> | undefined; as?: (value: T) => string }) {
  if (!reading) return <Unread>not read</Unread>;
  if (reading.kind === 'absent') return <Unread>none on page</Unread>;
  if (reading.kind === 'unreadable') return <Unread>unreadable</Unread>;
  return <PageText text={as ? as(reading.value) : String(reading.value)} />;
}
