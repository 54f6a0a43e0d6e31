import { marginsOf } from '../lib/checks/filing';
import { type ClaimItem, daysToFile } from './models/claims';
import { daysWords, filingTone } from './models/filing';

/** The days left to file in a row of the list, where they are few enough to matter. */
export function FilingTag({ item }: { item: ClaimItem }) {
  const days = daysToFile(item);
  const tone = days === undefined ? undefined : filingTone(days, marginsOf(item.case));
  if (days === undefined || !tone) return null;
  return <span className={tone === 'late' ? 'tag late' : 'tag'}>{daysWords(days)}</span>;
}
