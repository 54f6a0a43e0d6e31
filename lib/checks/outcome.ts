import { lacking } from '../claim/lacking';
import type { Reading } from '../claim/reading';
import type { Missing, Outcome, Raised } from './check';

const PASSED: Outcome = { is: 'pass' };

/** The rule is kept, or does not apply; `because` says which where it is not plain. */
export const pass = (because?: string): Outcome => (because === undefined ? PASSED : { is: 'pass', because });

/** The rule is broken, in one or more ways. */
export const raise = (...raised: Raised[]): Outcome => ({ is: 'raised', raised });

/** The rule cannot be judged without these readings. */
export const unknown = (missing: Missing[], question?: Raised['question']): Outcome =>
  question === undefined ? { is: 'unknown', missing } : { is: 'unknown', missing, question };

/** A page of the claim that was not read in this session. */
export const LEDGER: Missing = { what: 'the ledger', source: 'ledger' };
export const CHART: Missing = { what: 'the chart', source: 'chart' };

/** What is missing of a reading: where it stands unreadable, its raw text and why; else only what it is. */
export const missing: (what: string, source: Missing['source'], reading?: Reading<unknown>) => Missing = lacking;

/** True for what is missing, so that a helper can give either a fact or what it lacks. */
export const isMissing = (fact: unknown): fact is Missing =>
  typeof fact === 'object' && fact !== null && 'what' in fact && 'source' in fact;

/** What is wrong and what is missing, found in one part of a check. */
export interface Judged {
  raised: readonly Raised[];
  lacking: readonly Missing[];
}

export const wrong = (raised: Raised): Judged => ({ raised: [raised], lacking: [] });

/** Nothing wrong, nothing missing. */
export const SOUND: Judged = { raised: [], lacking: [] };

/** Raised where anything is wrong, else unknown where anything is missing, else passed: a wrong line outweighs an unread one. */
export const judge = (raised: Raised[], lacking: Missing[], because?: string): Outcome => {
  if (raised.length > 0) return { is: 'raised', raised };
  return lacking.length > 0 ? unknown(lacking) : pass(because);
};

/** As `judge`, of several parts. */
export const judgeAll = (parts: readonly Judged[]): Outcome => {
  const raised: Raised[] = [];
  const lacking: Missing[] = [];
  for (const part of parts) {
    if (part === SOUND) continue;
    raised.push(...part.raised);
    lacking.push(...part.lacking);
  }
  return judge(raised, lacking);
};
