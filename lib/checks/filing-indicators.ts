import type { Case } from '../claim/case';
import { remittanceName } from '../era/words';
import { primaryRemit } from './remittance';

/** A claim filing indicator (X12 SBR09, CLP06), and who says it. */
export interface HeldIndicator {
  code: string;
  says: string;
}

const plain = (code: string): string => code.trim().toUpperCase();

/** By the imported payer lists. */
const listed = (c: Case, rank: 'primary' | 'secondary'): HeldIndicator[] => {
  const word = c[rank]?.lists?.filingIndicator;
  return word && plain(word.value) !== '' ? [{ code: plain(word.value), says: word.by }] : [];
};

/** By the primary's own remittance (CLP06), which gives back what the claim said. */
const remitted = (c: Case, rank: 'primary' | 'secondary'): HeldIndicator[] => {
  const remit = rank === 'primary' ? primaryRemit(c) : undefined;
  if (remit?.is !== 'here') return [];
  const { claim, payment } = remit.last;
  return plain(claim.filingIndicator) === ''
    ? []
    : [{ code: plain(claim.filingIndicator), says: remittanceName(payment) }];
};

/** Every claim filing indicator that is known of a payer of the claim. */
export const filingIndicatorsOf = (c: Case, rank: 'primary' | 'secondary'): HeldIndicator[] => [
  ...listed(c, rank),
  ...remitted(c, rank),
];

/** The one that counts: what a list says of the payer, else what its remittance says. */
export const filingIndicatorOf = (c: Case, rank: 'primary' | 'secondary'): HeldIndicator | undefined =>
  filingIndicatorsOf(c, rank)[0];
