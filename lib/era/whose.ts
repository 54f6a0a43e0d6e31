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

/** By what a payer of the claim is known in these headers, the surest first. */
const waysOf = (group: readonly Adjudication[]): Tells[] => {
  const headers = group.map(({ payment }) => payment.payer);
  const ids = new Set(headers.flatMap(payerIds));
  return [
    ({ payerId }) => payerId !== '' && ids.has(payerId.toUpperCase()),
    ({ name }) => name !== '' && headers.some((header) => samePayer(header.name, name)),
    ({ name }) => name !== '' && headers.some((header) => mayBeSamePayer(header.name, name)),
  ];
};

/** The payer's identifier, or its name, where just one of the claim's payers bears it. */
const bySelf = (c: Case, group: readonly Adjudication[]): Side | undefined => {
  for (const isPayer of waysOf(group)) {
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

const levelOf = ({ claim }: Adjudication): string => statusOf(claim.status).level ?? '';

/** The answers of a payer that is both first and second of the claim, by whose turn it says it was. */
const byTurn = (c: Case, group: readonly Adjudication[]): Adjudication[][] => {
  const isBoth = waysOf(group).some(
    (isPayer) => isPayer(c.primary) && c.secondary !== undefined && isPayer(c.secondary),
  );
  return isBoth ? [...Map.groupBy(group, levelOf).values()] : [[...group]];
};

const plain = (text: string): string => text.trim().toUpperCase();

/** Shorter numbers may be given by two payers. */
const SHORTEST_NUMBER = 5;

/** A payer's own numbers of a claim: of this answer, and of the one before it (REF*F8). */
const numbersOf = ({ claim }: Adjudication): string[] =>
  [claim.payerClaimNumber, Object.hasOwn(claim.references, 'F8') ? (claim.references.F8 ?? '') : '']
    .map(plain)
    .filter((number) => number.length >= SHORTEST_NUMBER);

const sharesNumber = (one: Adjudication, others: readonly Adjudication[]): boolean => {
  const own = numbersOf(one);
  return others.some((other) => numbersOf(other).some((number) => own.includes(number)));
};

/** Whose an answer is that says nothing of whose turn it was, such as a reversal: by the payer's number of the claim. */
const byNumber = (one: Adjudication, { primary, secondary }: RemitSides): Side => {
  const [first, second] = [sharesNumber(one, primary), sharesNumber(one, secondary)];
  return levelOf(one) !== '' || first === second ? 'unclear' : first ? 'primary' : 'secondary';
};

/**
 * Whose each adjudication of the case is. The payer's identifier or name tells where just one of the claim's payers bears
 * it; a remittance is often in another name (a Medicare contractor's): then its claim status tells, as long as only one
 * payer can be meant. A reversal goes with the answer whose number it bears.
 */
export const sidesOf = (c: Case): RemitSides => {
  const sides: RemitSides = { primary: [], secondary: [], unclear: [] };
  const groups = byPayer(c.remittance ?? [])
    .flatMap((group) => byTurn(c, group))
    .map((group) => ({ group, side: bySelf(c, group) }));
  const untold: Adjudication[] = [];
  for (const { group, side } of groups) {
    const told = side ?? byStatus(group);
    const rival =
      side === undefined &&
      groups.some((other) => other.group !== group && (other.side ?? byStatus(other.group)) === told);
    (told === undefined || rival ? untold : sides[told]).push(...group);
  }
  const numbered = untold.map((one) => ({ one, side: byNumber(one, sides) }));
  for (const { one, side } of numbered) sides[side].push(one);
  return sides;
};

/** True where an answer of which nobody can tell whose it is may be the primary's: it does not say that it was second or third. */
export const mayBePrimary = (one: Adjudication): boolean => ['P', ''].includes(levelOf(one));
