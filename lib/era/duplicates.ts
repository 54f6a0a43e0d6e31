import { rarcsOf, remarkWords } from '../codes/rarc';
import { adjustmentEvidence, countingAnswers, type Evidence, remarksIn } from './evidence';
import type { NetState } from './netting';

/** Denied as a duplicate: the real answer is elsewhere. Source: X12 CARC list. */
export const DUPLICATE_CARCS: ReadonlySet<string> = new Set(['18', 'B13']);
const EXACT_DUPLICATE: ReadonlySet<string> = new Set(['18']);

const OF_CROSSOVER: ReadonlyMap<string, string> = new Map(
  rarcsOf('duplicate-of-crossover').map((code) => [code, remarkWords(code)?.replace(/\.$/, '') ?? code]),
);

/** Signs that the payer took the claim for a duplicate of one that it has answered: CARC 18, B13. */
export const duplicateEvidence = (net: NetState): Evidence[] => adjustmentEvidence(net, DUPLICATE_CARCS);

/** Signs that the secondary has the claim already, from a crossover: remark N522, CARC 18. */
export const crossoverDuplicateEvidence = (net: NetState): Evidence[] => [
  ...countingAnswers(net).flatMap((answer) =>
    remarksIn(answer, OF_CROSSOVER).map(({ says, ...where }): Evidence => ({ ...where, text: says })),
  ),
  ...adjustmentEvidence(net, EXACT_DUPLICATE),
];
