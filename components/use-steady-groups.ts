import { useState } from 'react';
import { flushSync } from 'react-dom';
import { type Arrangement, arrangementOf, type ClaimItem, type Group, groupsOf, misplaced } from './models/claims';

interface SteadyGroups {
  groups: Group[];
  /** The pointer is in the list: nothing above it may grow or go away. */
  steady: boolean;
  /** How many claims stand elsewhere than they would if the list were sorted now. */
  moved: number;
  sortAgain: () => void;
  /** For the element that holds the list. */
  pointer: { onPointerEnter: () => void; onPointerLeave: () => void };
}

/**
 * The list's groups, steady while the pointer is in the list: a reading that comes in changes what a row says, and moves no
 * row from under her hand. Once the pointer has left, the list is sorted again.
 */
export const useSteadyGroups = (items: ClaimItem[]): SteadyGroups => {
  const [kept, setKept] = useState<Arrangement>();
  const groups = groupsOf(items, kept);
  return {
    groups,
    steady: kept !== undefined,
    moved: kept ? misplaced(groups) : 0,
    sortAgain: () => setKept(arrangementOf(groupsOf(items))),
    pointer: {
      // At once: a reading that comes in before the next frame would still move the row that she is about to press.
      onPointerEnter: () => flushSync(() => setKept(arrangementOf(groups))),
      onPointerLeave: () => setKept(undefined),
    },
  };
};
