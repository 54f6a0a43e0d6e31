import { isOverridden } from '../lib/checks/acknowledged';
import { Icon } from './Icon';
import type { ClaimItem } from './models/claims';

/** In a row of the list: the claim has a block that the biller overrode. */
export function OverrideTag({ item }: { item: ClaimItem }) {
  const blocks = item.exam.findings.filter(isOverridden).length;
  if (blocks === 0) return null;
  return (
    <span className="tag late">
      <Icon name="blocked" className="i ar" /> {blocks} overridden
    </span>
  );
}
