/** Remittances (835): reading them, and what they say about a claim. */

export { statusOf } from '../codes/claim-status';
export { adjustedTotal, asAdjustment, type NetAdjustment, netAdjustments } from './amounts';
export {
  type ComparedAmount,
  type ComparedLine,
  type Comparison,
  compareWithPosting,
  type PostedAmounts,
  type Said,
} from './compare';
export { type CrossoverEvidence, type CrossoverFinding, crossoverWait, gradeCrossover } from './crossover';
export { decodeEra } from './decode';
export { disclaimEvidence } from './disclaims';
export { crossoverDuplicateEvidence, duplicateEvidence } from './duplicates';
export type { Evidence } from './evidence';
export { type ClaimToFind, claimToFind, type FoundEntry, type FoundInFile, findClaim, findClaims } from './find-claim';
export { type MatchedLine, type MatchedLines, matchRemitLines } from './match-lines';
export { isSamePayment, type NetState, netOf, type RemitEvent } from './netting';
export { parseEra, readClaim } from './parse-era';
export { pendingEvidence } from './pending';
export { pricingEvidence } from './pricing';
export { type ClaimPlace, createEraReader, type EraEvents, EraReader, type FilePart, type SetEnd } from './reader';
export { namesClaim, recoupments, recoveriesElsewhere } from './recoupment';
export { secondaryRemitEvidence } from './secondary-remit';
export { type EraPart, partId } from './service';
export { claimSums, type SumFinding, type SumRule, setFindings, signedTotal, sumFindings } from './sums';
export { type RemitSides, sidesOf } from './whose';
export { answerName, remittanceName } from './words';
