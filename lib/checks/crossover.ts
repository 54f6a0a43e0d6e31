import type { Case } from '../claim/case';
import type { CrossoverSign, IsoDate } from '../claim/claim';
import { known, placeOf } from '../claim/reading';
import type { Missing, Raised } from './check';
import { oncePerCase } from './once';
import { LEDGER, missing } from './outcome';
import { adjudicatedLines } from './postings';
import { cut } from './words';

/** What the pages, or the biller from the remittance, say about forwarding to the next payer. */
export type Crossover =
  | { is: 'forwarded'; signs: CrossoverSign[] }
  | { is: 'not-forwarded'; signs: CrossoverSign[] }
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

/**
 * Evidence of forwarding outweighs all else; signs against it and the biller's reading of the remittance come next.
 * With Medicare first and neither, nobody can tell. Other primaries forward only where a sign says so.
 */
export const crossoverOf = oncePerCase((c): Crossover => {
  const signs = crossoverSigns(c);
  const forwarded = signs.filter((sign) => sign.says === 'forwarded');
  if (forwarded.length > 0 || c.answers.crossover === 'forwarded') return { is: 'forwarded', signs: forwarded };
  const against = signs.filter((sign) => sign.says !== 'forwarded');
  if (against.length > 0 || c.answers.crossover === 'not-forwarded') return { is: 'not-forwarded', signs: against };
  if (c.primary.name === '')
    return { is: 'unknown', missing: [missing('the primary payer', 'claim-history', c.row.primaryPayer)] };
  if (!c.ledger) return LEDGER_UNREAD;
  return c.primary.kind === 'medicare' ? REMITTANCE_UNREAD : NOT_FORWARDING;
});

/** The words on the pages, as quotes. */
export const quotesOf = (signs: readonly CrossoverSign[]): NonNullable<Raised['quotes']> =>
  signs.map((sign) => {
    const place = placeOf(sign.page);
    const text = cut(sign.text, 200);
    return place ? { text, place } : { text };
  });

/** The latest date on which the primary paid or decided, as the ledger shows it. */
export const lastPaymentDate = (c: Case): IsoDate | undefined => {
  const dates = adjudicatedLines(c).flatMap(({ primary, unclear }) =>
    unclear ? [] : primary.flatMap((posting) => known(posting.date) ?? []),
  );
  return dates.toSorted().at(-1);
};
