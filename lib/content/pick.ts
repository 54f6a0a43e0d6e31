import { press } from './press';

/** One row of the PM's list of insurance profiles. */
interface Hit {
  insuranceId: string;
  path: string;
}

const bare = (text: string): string => text.replace(/\s+/g, '').toUpperCase();

/**
 * Presses the link of one insurance ID in the PM's list, on the biller's click in the panel.
 * Refuses unless the list that stands there now has that very ID exactly once, at the place that was meant.
 */
export const pickHit = (
  wanted: Hit,
  hits: readonly Hit[],
  elementAt: (path: string) => Element | undefined,
): boolean => {
  const same = hits.filter((hit) => bare(hit.insuranceId) === bare(wanted.insuranceId));
  if (same.length !== 1 || same[0]?.path !== wanted.path) return false;
  const link = elementAt(wanted.path);
  if (!(link instanceof HTMLElement) || !link.isConnected || !link.checkVisibility()) return false;
  if (
    bare(link.textContent) !== bare(wanted.insuranceId) &&
    bare(link.getAttribute('value') ?? '') !== bare(wanted.insuranceId)
  ) {
    return false;
  }
  return press(link);
};
