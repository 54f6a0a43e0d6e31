/** Remittances (835): reading them, and what they say about a claim. */
export { decodeEra } from './decode';
export { parseEra, readClaim } from './parse-era';
export { type ClaimPlace, createEraReader, type EraEvents, EraReader, type FilePart, type SetEnd } from './reader';
export { claimSums, type SumFinding, type SumRule, setFindings, signedTotal, sumFindings } from './sums';
