import { isStanding } from '../checks/acknowledged';
import type { Examination, VerdictKind } from '../checks/check';
import { type Case, claimId } from '../claim/case';
import { known } from '../claim/reading';

/** A mark in a row of the PM's own table. */
export interface Mark {
  /** The claim's id as the page shows it. */
  claimId: string;
  verdict: VerdictKind;
  /** The verdict's short word: `Ready`. */
  word: string;
}

const WORDS: Record<VerdictKind, string> = {
  ready: 'Ready',
  decide: 'Decide',
  blocked: 'Blocked',
  'cannot-tell': 'Cannot tell',
  'do-not-bill': 'Do not bill',
};

/** One claim as the worker examined it. */
export interface Examined {
  case: Case;
  examination: Examination;
}

/**
 * Marks for the PM's own table: none on a claim that is not finalized or asks for nothing (billed, waiting, nothing left), none
 * where the row's claim is not certain.
 */
export const marksOf = (examined: readonly Examined[]): Mark[] => {
  const ids = examined.map((each) => claimId(each.case.row));
  return examined.flatMap(({ case: { row }, examination: { verdict } }, i) => {
    const id = ids[i];
    const certain = id !== undefined && ids.indexOf(id) === ids.lastIndexOf(id);
    if (!certain || known(row.status) !== 'finalized' || verdict.group !== undefined) return [];
    return [{ claimId: id, verdict: verdict.kind, word: WORDS[verdict.kind] }];
  });
};

/** Why the first press of Submit would be held: what blocks the claim whose form it is, one full statement each. */
export const holdReasons = (examined: Examined | undefined): string[] =>
  (examined?.examination.findings ?? []).filter(isStanding).map((finding) => finding.title);
