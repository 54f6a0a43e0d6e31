import type { Case, PayerFacts } from '../claim/case';
import type { Adjudication } from '../claim/era';
import { statusOf } from '../codes/claim-status';
import { mayBeSamePayer, samePayer } from '../payers/aliases';
import { isSamePayer, payerIds } from './payment';

/** The adjudications of a claim by whose they are. */
export interface RemitSides {
  primary: Adjudication[];
  secondary: Adjudication[];
  /** Of nobody that the claim names, or of either: nobody can tell. */
  unclear: Adjudication[];
}

type Side = keyof RemitSides;

const byPayer = (adjudications: readonly Adjudication[]): Adjudication[][] => {
  const groups: Adjudication[][] = [];
  for (const one of adjudications) {
    const own = groups.find((group) => group.some((other) => isSamePayer(other.payment.payer, one.payment.payer)));
    if (own) own.push(one);
    else groups.push([one]);
  }
  return groups;
};

type Tells = (payer: PayerFacts) => boolean;

const only = (c: Case, isPayer: Tells): Side | undefined => {
  const [primary, secondary] = [isPayer(c.primary), c.secondary !== undefined && isPayer(c.secondary)];
  return primary === secondary ? undefined : primary ? 'primary' : 'secondary';
};

/** The payer's identifier, or its name, where just one of the claim's payers bears it. */
const bySelf = (c: Case, group: readonly Adjudication[]): Side | undefined => {
  const headers = group.map(({ payment }) => payment.payer);
  const ids = new Set(headers.flatMap(payerIds));
  const ways: Tells[] = [
    ({ payerId }) => payerId !== '' && ids.has(payerId.toUpperCase()),
    ({ name }) => name !== '' && headers.some((header) => samePayer(header.name, name)),
    ({ name }) => name !== '' && headers.some((header) => mayBeSamePayer(header.name, name)),
  ];
  for (const isPayer of ways) {
    const side = only(c, isPayer);
    if (side) return side;
  }
  return undefined;
};

/** Whose turn the payer says it was (CLP02). */
const byStatus = (group: readonly Adjudication[]): Side | undefined => {
  const levels = new Set(group.flatMap(({ claim }) => statusOf(claim.status).level ?? []));
  if (levels.size !== 1) return undefined;
  return levels.has('P') ? 'primary' : levels.has('S') ? 'secondary' : undefined;
};

/**
 * Whose each adjudication of the case is. The payer's identifier or name tells where just one of the claim's payers bears
 * it; a remittance is often in another name (a Medicare contractor's): then its claim status tells, as long as only one
 * payer can be meant.
 */
export const sidesOf = (c: Case): RemitSides => {
  const sides: RemitSides = { primary: [], secondary: [], unclear: [] };
  const groups = byPayer(c.remittance ?? []).map((group) => ({ group, side: bySelf(c, group) }));
  for (const { group, side } of groups) {
    const told = side ?? byStatus(group);
    const rival =
      side === undefined &&
      groups.some((other) => other.group !== group && (other.side ?? byStatus(other.group)) === told);
    sides[told === undefined || rival ? 'unclear' : told].push(...group);
  }
  return sides;
};
