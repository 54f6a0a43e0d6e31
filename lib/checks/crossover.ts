import type { Case } from '../claim/case';
import type { CrossoverSign, IsoDate } from '../claim/claim';
import { known, placeOf } from '../claim/reading';
import type { CrossoverEvidence } from '../era/crossover';
import type { Missing, Raised } from './check';
import { oncePerCase } from './once';
import { LEDGER, missing } from './outcome';
import { adjudicatedLines } from './postings';
import { primaryRemit, quotesOfEvidence, remitCrossover } from './remittance';
import { cut } from './words';

/** What the pages, the dropped remittances, or the biller from a remittance, say about forwarding to the next payer. */
export type Crossover =
  | { is: 'forwarded'; signs: CrossoverSign[]; evidence: CrossoverEvidence[] }
  /** Without sign and evidence where Medicare's remittance is there and says nothing of forwarding. */
  | { is: 'not-forwarded'; signs: CrossoverSign[]; evidence: CrossoverEvidence[] }
  | { is: 'not-forwarding-payer' }
  | { is: 'unknown'; missing: Missing[] };

const REMITTANCE: Missing = { what: 'the Medicare remittance', source: 'remittance' };

/** Every sign on the pages that were read. */
export const crossoverSigns = oncePerCase((c): CrossoverSign[] =>
  c.ledger && c.ledger.crossover.length > 0 ? [...c.row.crossover, ...c.ledger.crossover] : c.row.crossover,
);

const NOT_FORWARDING: Crossover = { is: 'not-forwarding-payer' };
const LEDGER_UNREAD: Crossover = { is: 'unknown', missing: [LEDGER] };
const REMITTANCE_UNREAD: Crossover = { is: 'unknown', missing: [REMITTANCE] };

/** With Medicare first and no word either way: its remittance tells by its silence, once it is there. */
const ofMedicare = (c: Case): Crossover => {
  const remit = primaryRemit(c);
  if (remit.is === 'here') return { is: 'not-forwarded', signs: [], evidence: [] };
  return remit.is === 'unclear' ? { is: 'unknown', missing: remit.missing } : REMITTANCE_UNREAD;
};

const isForwarded = ({ says }: Pick<CrossoverSign, 'says'>): boolean => says === 'forwarded';
const isAgainst = ({ says }: Pick<CrossoverSign, 'says'>): boolean => says !== 'forwarded';

/**
 * Evidence of forwarding outweighs all else; signs against it and the biller's reading of the remittance come next.
 * With Medicare first and neither, its remittance tells by its silence; where none is there, nobody can tell. Other
 * primaries forward only where a sign says so.
 */
export const crossoverOf = oncePerCase((c): Crossover => {
  const signs = crossoverSigns(c);
  const { evidence } = remitCrossover(c);
  if (signs.some(isForwarded) || evidence.some(isForwarded) || c.answers.crossover === 'forwarded') {
    return { is: 'forwarded', signs: signs.filter(isForwarded), evidence: evidence.filter(isForwarded) };
  }
  if (signs.some(isAgainst) || evidence.some(isAgainst) || c.answers.crossover === 'not-forwarded') {
    return { is: 'not-forwarded', signs: signs.filter(isAgainst), evidence: evidence.filter(isAgainst) };
  }
  if (c.primary.name === '')
    return { is: 'unknown', missing: [missing('the primary payer', 'claim-history', c.row.primaryPayer)] };
  if (!c.ledger) return LEDGER_UNREAD;
  return c.primary.kind === 'medicare' ? ofMedicare(c) : NOT_FORWARDING;
});

/** What pages and remittances say, as quotes. */
export const quotesOf = (
  signs: readonly CrossoverSign[],
  evidence: readonly CrossoverEvidence[] = [],
): NonNullable<Raised['quotes']> => [
  ...signs.map((sign) => {
    const place = placeOf(sign.page);
    const text = cut(sign.text, 200);
    return place ? { text, place } : { text };
  }),
  ...quotesOfEvidence(evidence),
];

/** The latest date on which the primary paid or decided: of its last answer that counts, else as the ledger shows it. */
export const lastPaymentDate = (c: Case): IsoDate | undefined => {
  const remit = primaryRemit(c);
  if (remit.is === 'here' && remit.last.payment.paidOn !== null) return remit.last.payment.paidOn;
  const dates = adjudicatedLines(c).flatMap(({ primary, unclear }) =>
    unclear ? [] : primary.flatMap((posting) => known(posting.date) ?? []),
  );
  return dates.toSorted().at(-1);
};
