import { press } from './press';

/** One row of the PM's list of insurance profiles. */
interface Hit {
  insuranceId: string;
  name: string;
  dob?: string;
  path: string;
}

const bare = (text: string): string => text.replace(/\s+/g, '').toUpperCase();

/** Two people can share an insurance ID; one person can be listed twice. */
const samePerson = (a: Hit, b: Hit): boolean =>
  bare(a.insuranceId) === bare(b.insuranceId) && bare(a.name) === bare(b.name) && a.dob === b.dob;

/**
 * Presses the link of one insurance profile in the PM's list, on the biller's click in the panel.
 * Refuses unless the list that stands there now has that very person, with that ID, at the place that was meant.
 */
export const pickHit = (
  wanted: Hit,
  hits: readonly Hit[],
  elementAt: (path: string) => Element | undefined,
): boolean => {
  if (!hits.some((hit) => hit.path === wanted.path && samePerson(hit, wanted))) return false;
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
