import { type Place, placeOf, type Reading } from './reading';

/** A value that could not be done without: what it is, which source would have it, and what stands there unreadably. */
export interface Lacking<S extends string = string> {
  /** As the biller calls it: `the ledger`, `the check date of line 2`. */
  what: string;
  source: S;
  place?: Place;
  raw?: string;
  why?: string;
}

/** What is lacking of a reading: where it stands unreadable, its raw text and why; else only what it is. */
export const lacking = <S extends string>(what: string, source: S, reading?: Reading<unknown>): Lacking<S> => {
  const place = placeOf(reading);
  const base: Lacking<S> = place ? { what, source, place } : { what, source };
  return reading?.kind === 'unreadable' ? { ...base, raw: reading.raw, why: reading.why } : base;
};

/** True for what is lacking, so that a helper can give either a fact or what it lacks. */
export const isLacking = (fact: unknown): fact is Lacking =>
  typeof fact === 'object' && fact !== null && 'what' in fact && 'source' in fact;
