import type { Reading } from '../claim/reading';

/**
 * What a template wants in a box: a value in canonical form with where it comes from; or why it cannot be told; or
 * nothing (blank is right, or the box is not ours).
 */
export type Wanted = { value: string; source: string } | { missing: string } | 'leave';

/** A value that was read, or why there is none. */
export type Fact<T> = { ok: true; value: T; source: string } | { ok: false; why: string };

export const fact = <T>(value: T, source: string): Fact<T> => ({ ok: true, value, source });
export const noFact = (why: string): { ok: false; why: string } => ({ ok: false, why });

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/**
 * The value of a reading, or a sentence that says why there is none.
 * `what`: what the biller calls it, `the member ID of the secondary`. Neither absent nor unreadable ever becomes a value.
 */
export const factOf = <T>(reading: Reading<T>, what: string, source: string): Fact<T> => {
  if (reading.kind === 'read') return fact(reading.value, source);
  return noFact(
    reading.kind === 'absent'
      ? `${capital(what)} is not on the page.`
      : `${capital(what)} cannot be read: ${reading.why}.`,
  );
};

export const mapFact = <T, U>(from: Fact<T>, map: (value: T) => U): Fact<U> =>
  from.ok ? fact(map(from.value), from.source) : from;

/** Goes on with the value, where there is one. */
export const thenFact = <T, U>(from: Fact<T>, next: (value: T) => Fact<U>): Fact<U> =>
  from.ok ? next(from.value) : from;

/** A text that was read but is empty counts as none. */
export const filledIn = (from: Fact<string>, what: string): Fact<string> =>
  from.ok && from.value.trim() === '' ? noFact(`${capital(what)} is empty.`) : from;

/** The wanted value that a fact gives. */
export const want = (from: Fact<string>): Wanted =>
  from.ok ? { value: from.value, source: from.source } : { missing: from.why };
