import { formatMoney } from '../lib/claim/money';
import { isCents, type Shown } from './models/money';
import { Unread } from './Unread';

/** An amount for a table: the number, or in words why there is none. */
export function Amount({ value }: { value: Shown }) {
  return isCents(value) ? formatMoney(value) : <Unread>{value}</Unread>;
}
