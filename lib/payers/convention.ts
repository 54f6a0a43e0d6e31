import type { PayerFacts } from '../claim/case';
import type { Box29Rule } from '../claim/payer-words';

/**
 * How a payer wants the boxes of the insured filled. `destination-payer`: 1a, 4, 6, 7, 11 are the insured of the payer that is
 * billed, 9 the primary (NUCC CMS-1500 02/12). `medicare-secondary`: 4, 6, 7, 11 describe the primary (CMS Pub. 100-04 ch. 26).
 * `own`: neither; its manual tells.
 */
export type Convention = 'destination-payer' | 'medicare-secondary' | 'own';

type Payer = Pick<PayerFacts, 'kind' | 'lists'> | undefined;

const LISTED = { A: 'destination-payer', B: 'medicare-secondary', custom: 'own' } as const;

/** Medicare publishes its own, and no list changes that; of every other payer the lists tell, else it is NUCC's. */
export const conventionOf = (payer: Payer): Convention => {
  if (payer?.kind === 'medicare') return 'medicare-secondary';
  return LISTED[payer?.lists?.boxTemplate?.value ?? 'A'];
};

/** What belongs in box 29. `all-paid`: what the primary paid, with or without what the patient paid. */
export type Box29 = Box29Rule | 'all-paid' | 'not-known';

const USUAL = {
  'destination-payer': 'all-paid',
  'medicare-secondary': 'patient-paid',
  own: 'not-known',
} as const satisfies Record<Convention, Box29>;

/** The payer's rule for box 29: Medicare's own, else the lists', else that of its convention. */
export const box29Of = (payer: Payer): Box29 =>
  (payer?.kind === 'medicare' ? undefined : payer?.lists?.box29?.value) ?? USUAL[conventionOf(payer)];

/** Who says how the payer wants the form, where a list does; undefined where the convention is the usual one. */
export const conventionBy = (payer: Payer): string | undefined =>
  payer?.kind === 'medicare' ? undefined : payer?.lists?.boxTemplate?.by;
