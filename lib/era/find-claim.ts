import { type Case, claimId } from '../claim/case';
import type { Cents, DateSpan, PersonName } from '../claim/claim';
import type { RemitMatch } from '../claim/era';
import { formatName, sameName } from '../claim/names';
import { known } from '../claim/reading';
import { areAsLarge } from './amounts';
import type { EraIndexEntry } from './files';
import { cutText } from './words';

/** What is kept of a claim of a file that tells whose it is. */
export type Findable = Pick<
  EraIndexEntry,
  'controlNumber' | 'payerClaimNumber' | 'last' | 'first' | 'middle' | 'from' | 'to' | 'charge'
>;

/** What is known of a claim of the page, to find it in a file. */
export interface ClaimToFind {
  /** The claim's own number: no other claim has it. */
  claimId?: string;
  /** Patient control number (box 26); some practices give one to all claims of a patient. */
  pcn?: string;
  /** The payer's claim numbers that are known from elsewhere, as from another remittance of the claim. */
  payerClaimNumbers: string[];
  patient?: PersonName;
  dos?: DateSpan;
  charge?: Cents;
  /** Control numbers of the patient's other claims: what bears one of them is not this claim. */
  others: string[];
}

export interface FoundEntry<T extends Findable = EraIndexEntry> {
  entry: T;
  match: Exclude<RemitMatch, 'by-hand'>;
  /** `Same claim number 8841207`, `Same patient, 02/24/2026 and 250.00`; of a candidate: what speaks against it. */
  why: string;
}

/** Entries that are the claim; and those that may be, for the biller to choose from: never chosen for her. */
export interface FoundInFile<T extends Findable = EraIndexEntry> {
  found: FoundEntry<T>[];
  candidates: FoundEntry<T>[];
}

/** Case, separators and leading zeros differ between what was sent and what comes back. */
export const plain = (text: string): string =>
  text
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^0+(?=.)/, '');

/** What a claim of the session is looked for by. `payerClaimNumbers` come from answers that were found already. */
export const claimToFind = (
  c: Pick<Case, 'patient' | 'row'> & Partial<Pick<Case, 'siblings' | 'remittance'>>,
): ClaimToFind => {
  const [id, pcn, patient, dos, charge] = [
    claimId(c.row),
    known(c.row.pcn),
    known(c.patient.name),
    known(c.row.dos),
    known(c.row.charge),
  ];
  const own = [id, pcn].map((number) => plain(number ?? ''));
  const others = (c.siblings ?? [])
    .flatMap((row) => [claimId(row) ?? '', known(row.pcn) ?? ''])
    .filter((number) => number !== '' && !own.includes(plain(number)));
  return {
    ...(id === undefined ? {} : { claimId: id }),
    ...(pcn === undefined ? {} : { pcn }),
    payerClaimNumbers: (c.remittance ?? []).map(({ claim }) => claim.payerClaimNumber),
    ...(patient === undefined ? {} : { patient }),
    ...(dos === undefined ? {} : { dos }),
    ...(charge === undefined ? {} : { charge }),
    others,
  };
};

type Agrees = 'yes' | 'no' | 'unknown';

const nameAgrees = ({ last, first }: Findable, patient: PersonName | undefined): Agrees => {
  if (!patient || last.trim() === '') return 'unknown';
  return sameName({ last, first, middle: '' }, patient) ? 'yes' : 'no';
};

/** Within the days of the page: an answer may be about some of the claim's lines. */
const daysAgree = ({ from, to }: Findable, dos: DateSpan | undefined): Agrees => {
  if (!dos || from === null) return 'unknown';
  return from >= dos.from && (to ?? from) <= dos.to ? 'yes' : 'no';
};

const isWholeSpan = ({ from, to }: Findable, dos: DateSpan | undefined): boolean =>
  dos !== undefined && from === dos.from && (to ?? from) === dos.to;

const chargeAgrees = ({ charge }: Findable, own: Cents | undefined): Agrees => {
  if (own === undefined || charge === null) return 'unknown';
  return areAsLarge(charge, own) ? 'yes' : 'no';
};

/** Payers write 0 where they have no number: that tells nothing. */
const isNumber = (plainNumber: string): boolean => plainNumber !== '' && plainNumber !== '0';

/** The numbers by which one claim is known, ready to be compared. */
interface Keys {
  claim: ClaimToFind;
  id: string;
  pcn: string;
  payer: ReadonlySet<string>;
  others: ReadonlySet<string>;
}

const keysOf = (claim: ClaimToFind): Keys => ({
  claim,
  id: plain(claim.claimId ?? ''),
  pcn: plain(claim.pcn ?? ''),
  payer: new Set(claim.payerClaimNumbers.map(plain).filter(isNumber)),
  others: new Set(claim.others.map(plain)),
});

/** What one entry is to one claim. */
interface Hit<T extends Findable> {
  is: 'found' | 'candidate';
  rank: number;
  found: FoundEntry<T>;
}

type Judged<T extends Findable> = Hit<T> | undefined;

/** The nearer the lower: the number to the letter, the number as it is compared, the payer's number, the patient's visit. */
const RANK = { exact: 0, plain: 1, payer: 2, visit: 3 } as const;

const personName = ({ last, first }: Findable): string =>
  cutText(formatName({ last: last.trim(), first: first.trim(), middle: '' }), 60);

/** A number that fits says which claim it is only where patient, days and charge do not speak against it. */
const judgeNumber = <T extends Findable>(
  { claim }: Keys,
  entry: T,
  is: { rank: number; match: FoundEntry['match']; words: string; isUnique: boolean },
): Judged<T> => {
  const { rank, match, words } = is;
  const candidate = (why: string): Hit<T> => ({ is: 'candidate', rank, found: { entry, match, why } });
  const [name, days, charge] = [
    nameAgrees(entry, claim.patient),
    daysAgree(entry, claim.dos),
    chargeAgrees(entry, claim.charge),
  ];
  if (name === 'no') return candidate(`${words}, but the patient is ${personName(entry)}`);
  if (days === 'no') return is.isUnique ? candidate(`${words}, but other dates of service`) : undefined;
  // Without days to compare, a number that several claims may have says nothing about which of them it is.
  if (days === 'unknown' && charge !== 'yes' && !(is.isUnique && name === 'yes')) {
    return candidate(`${words}, but no dates of service to compare`);
  }
  return { is: 'found', rank, found: { entry, match, why: words } };
};

const byNumber = <T extends Findable>(keys: Keys, entry: T, control: string): Judged<T> => {
  const { claim } = keys;
  const isId = isNumber(control) && control === keys.id;
  if (isId || (isNumber(control) && control === keys.pcn)) {
    const isExact = entry.controlNumber === (isId ? claim.claimId : claim.pcn);
    return judgeNumber(keys, entry, {
      rank: isExact ? RANK.exact : RANK.plain,
      match: 'control-number',
      words: `Same ${isId ? 'claim' : 'account'} number ${cutText(entry.controlNumber)}`,
      isUnique: isId,
    });
  }
  if (keys.payer.size === 0 || !keys.payer.has(plain(entry.payerClaimNumber))) return undefined;
  if (keys.others.has(control)) return undefined;
  return judgeNumber(keys, entry, {
    rank: RANK.payer,
    match: 'payer-claim-number',
    words: `Same claim number of the payer, ${cutText(entry.payerClaimNumber)}`,
    isUnique: true,
  });
};

const byVisit = <T extends Findable>({ claim, others }: Keys, entry: T, control: string): Judged<T> => {
  if (others.has(control) || nameAgrees(entry, claim.patient) !== 'yes') return undefined;
  // Without a number the name is all there is: another middle name is another person.
  if (claim.patient && !sameName({ last: entry.last, first: entry.first, middle: entry.middle ?? '' }, claim.patient))
    return undefined;
  if (!isWholeSpan(entry, claim.dos) || chargeAgrees(entry, claim.charge) !== 'yes') return undefined;
  const why = 'Same patient, dates of service and charge';
  return { is: 'found', rank: RANK.visit, found: { entry, match: 'patient-date-charge', why } };
};

const judge = <T extends Findable>(keys: Keys, entry: T): Judged<T> => {
  const control = plain(entry.controlNumber);
  return byNumber(keys, entry, control) ?? byVisit(keys, entry, control);
};

/** What tells the claims of one visit apart. */
const numberOf = ({ controlNumber, payerClaimNumber }: Findable): string => {
  const control = plain(controlNumber);
  return isNumber(control) ? control : plain(payerClaimNumber);
};

const ANOTHER = 'Same patient, dates of service and charge as another claim';

/** The nearest kind of match counts. One visit under several control numbers is several claims: nobody chooses. */
const decide = <T extends Findable>(hits: readonly Hit<T>[]): FoundInFile<T> => {
  const sure = hits.filter(({ is }) => is === 'found');
  const nearest = Math.min(...sure.map(({ rank }) => rank));
  // A reversal may bear the number and its correction too: both kinds of the number are one claim.
  const taken = sure.filter(({ rank }) => (nearest === RANK.visit ? true : rank < RANK.visit));
  const candidates = hits.filter(({ is }) => is === 'candidate').map(({ found }) => found);
  const numbers = new Set(taken.map(({ found }) => numberOf(found.entry)));
  if (nearest === RANK.visit && numbers.size > 1) {
    const why = `${ANOTHER} in the file`;
    return { found: [], candidates: [...candidates, ...taken.map(({ found }) => ({ ...found, why }))] };
  }
  return { found: taken.map(({ found }) => found), candidates };
};

/** Of several claims that would take one entry, the one that it is: the number to the letter of its own, else the charge. */
const ownerOf = <T extends Findable>(entry: T, takers: readonly ClaimToFind[]): ClaimToFind | undefined => {
  const control = plain(entry.controlNumber);
  const numbered = takers.filter(({ claimId }) => plain(claimId ?? '') === control);
  const [owner, ...rivals] =
    numbered.length > 0 ? numbered : takers.filter((claim) => chargeAgrees(entry, claim.charge) === 'yes');
  return rivals.length === 0 ? owner : undefined;
};

const otherOf = ({ match, why }: Pick<FoundEntry, 'match' | 'why'>): string =>
  match === 'patient-date-charge' ? `${ANOTHER} of the page` : `${why}, as another claim of the page`;

/** What several claims of the page would take is taken for the one that it is; else it is offered to each of them. */
const apart = <T extends Findable>(
  claims: readonly ClaimToFind[],
  results: readonly FoundInFile<T>[],
): FoundInFile<T>[] => {
  const takers = new Map<T, ClaimToFind[]>();
  for (const [i, { found }] of results.entries()) {
    const claim = claims[i];
    if (claim) for (const { entry } of found) takers.set(entry, [...(takers.get(entry) ?? []), claim]);
  }
  return results.map(({ found, candidates }, i) => {
    const isRivaled = ({ entry }: FoundEntry<T>) => (takers.get(entry)?.length ?? 0) > 1;
    const ownerOfShared = ({ entry, match }: FoundEntry<T>) =>
      match === 'patient-date-charge' ? undefined : ownerOf(entry, takers.get(entry) ?? []);
    const shared = found.filter((one) => isRivaled(one) && ownerOfShared(one) === undefined);
    return {
      found: found.filter((one) => !isRivaled(one) || ownerOfShared(one) === claims[i]),
      candidates: [...candidates, ...shared.map((one) => ({ ...one, why: otherOf(one) }))],
    };
  });
};

/**
 * Which entries of a file are the given claims, in one pass over the file: by control number (exact, else without case,
 * separators and leading zeros), else by the payer's claim number, else by patient, dates of service and charge. Patients
 * are never mixed: a number on another patient's claim makes a candidate. Out: one result for each claim, in their order.
 */
export const findClaims = <T extends Findable>(
  entries: Iterable<T>,
  claims: readonly ClaimToFind[],
): FoundInFile<T>[] => {
  const wanted = claims.map((claim) => ({ keys: keysOf(claim), hits: [] as Hit<T>[] }));
  for (const entry of entries) {
    for (const { keys, hits } of wanted) {
      const judged = judge(keys, entry);
      if (judged) hits.push(judged);
    }
  }
  return apart(
    claims,
    wanted.map(({ hits }) => decide(hits)),
  );
};

/** As `findClaims`, for one claim. */
export const findClaim = <T extends Findable>(entries: Iterable<T>, claim: ClaimToFind): FoundInFile<T> =>
  findClaims(entries, [claim])[0] ?? { found: [], candidates: [] };
