import type { Gap } from './answer';
import { asked, isGap } from './gaps';
import { relationshipOf } from './plan';
import { gapsOf, type Pair } from './rule';

/** How the parents of a child live who is covered as a child by both plans; `no-child` of anybody else. */
export const parentsOf = ({ c, primary, secondary }: Pair): 'no-child' | 'together' | 'apart' | Gap[] => {
  const [inPrimary, inSecondary] = [relationshipOf(primary), relationshipOf(secondary)];
  if ([inPrimary, inSecondary].some((one) => !isGap(one) && one !== 'child')) return 'no-child';
  const gaps = gapsOf(inPrimary, inSecondary);
  return gaps.length > 0 ? gaps : (c.coverage?.parents ?? [asked('parents')]);
};
