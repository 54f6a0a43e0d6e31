import type { PageSnapshot } from '../claim/page';

const sameKeys = (a: object, b: object): boolean => {
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  for (const key of keys) {
    if (!Object.hasOwn(b, key) || !same(Reflect.get(a, key), Reflect.get(b, key))) return false;
  }
  return true;
};

/** Whether two pieces of plain data are equal. What both share is not looked into. */
const same = (a: unknown, b: unknown): boolean =>
  a === b ||
  (typeof a === 'object' &&
    typeof b === 'object' &&
    a !== null &&
    b !== null &&
    Array.isArray(a) === Array.isArray(b) &&
    sameKeys(a, b));

/** Whether two readings of a page say the same: all but the moment. A row that was not read again is the same row. */
export const sameReading = (a: PageSnapshot | undefined, b: PageSnapshot): boolean =>
  a !== undefined && same(a, { ...b, readAt: a.readAt });
