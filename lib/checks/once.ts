import type { Case } from '../claim/case';

/**
 * A fact that many checks ask of one case, worked out once. Only the case asked for last is remembered: a case is examined
 * whole before the next, it is never changed, and nothing of a patient is held longer than that.
 */
export const oncePerCase = <T>(work: (c: Case) => T): ((c: Case) => T) => {
  let latest: { c: Case; fact: T } | undefined;
  return (c) => {
    if (latest?.c !== c) latest = { c, fact: work(c) };
    return latest.fact;
  };
};
