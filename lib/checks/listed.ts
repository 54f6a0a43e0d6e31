import type { Case } from '../claim/case';
import type { Word } from '../claim/payer-words';
import { cut, secondaryName } from './words';

/** What a list says of the secondary, with whose word it is: `Claim Post says that LARKSPUR MUTUAL wants the EOB on paper.` */
export const listSays = (c: Case, { by }: Word<unknown>, says: string): string =>
  `${cut(by, 60)} says that ${secondaryName(c)} ${says}.`;

/**
 * A list that says that the secondary gets no claims from Medicare. It outweighs no sign of forwarding, and excludes none: a
 * supplement may get claims by the ID on the claim. Undefined where Medicare is not first and where no list says so.
 */
export const noCarrier = (c: Case): string | undefined => {
  const word = c.secondary?.lists?.crossoverCarrier;
  return c.primary.kind === 'medicare' && word?.value === 'no'
    ? listSays(c, word, 'gets no claims from Medicare')
    : undefined;
};
