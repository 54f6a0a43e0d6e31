import type { SearchHit } from '../claim/form';

const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();

/** Insurance IDs are the same without spaces, hyphens and case. */
export const sameId = (a: string, b: string): boolean => bare(a) !== '' && bare(a) === bare(b);

/** What tells one insured person from another in a list: ID, name, birth date. */
export const personOf = (hit: SearchHit): string => `${bare(hit.insuranceId)}|${bare(hit.name)}|${hit.dob ?? ''}`;

/** The PM lists some profiles twice: those with the same ID, name and birth date are one. Two people with one ID stay two. */
export const collapseHits = (hits: readonly SearchHit[]): SearchHit[] => {
  const first = new Map<string, SearchHit>();
  for (const hit of hits) if (!first.has(personOf(hit))) first.set(personOf(hit), hit);
  return [...first.values()];
};
