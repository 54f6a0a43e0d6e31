import type { CrossoverSign } from '../claim/claim';
import { type Place, read } from '../claim/reading';
import type { Profile } from './profile';
import { mentions, pattern, plain } from './words';

type Says = CrossoverSign['says'];

/** A clause and what it says: nothing where it is in doubt or about somebody who is no payer. */
const clauseSays = (clause: string, { crossover }: Profile): Says | undefined => {
  if (!mentions(clause, crossover.words) || clause.endsWith('?')) return undefined;
  if (mentions(clause, crossover.doubt) || mentions(clause, crossover.elsewhere)) return undefined;
  return mentions(clause, crossover.negation) ? 'not-forwarded' : 'forwarded';
};

const codePattern = (profile: Profile): RegExp =>
  new RegExp(pattern(Object.values(profile.crossover.codes).join('|')).source, 'gi');

const sayOfCode = (code: string, { crossover }: Profile): Says | undefined =>
  (Object.keys(crossover.codes) as Says[]).find((says) => crossover.codes[says].split('|').includes(code));

/**
 * Signs in a text that the claim was, or was not, forwarded to the next payer: X12 remark codes as whole words, and
 * phrases with their negations. A phrase in doubt ("if forwarded", "crossover?") is no sign.
 */
export const crossoverSigns = (text: string, profile: Profile, place: Place): CrossoverSign[] => {
  if (text.length < 2) return [];
  const signs = new Map<string, CrossoverSign>();
  const add = (says: Says, words: string, code?: string) => {
    const key = code ?? `${says} ${words}`;
    if (!signs.has(key))
      signs.set(key, { says, ...(code ? { code } : {}), text: words, page: read(words, words, place) });
  };
  for (const line of text.split(/[\n;|]|\.\s|\.$|,\s/)) {
    const clause = plain(line);
    const codes = [...clause.matchAll(codePattern(profile))].map(([code]) => code.toUpperCase());
    // "No MA18 on the remittance" is neither evidence nor counter-evidence.
    const denied =
      codes.length > 0 &&
      mentions(clause.slice(0, clause.search(codePattern(profile))), 'no|not|without|never|missing');
    for (const code of denied ? [] : codes) {
      const says = sayOfCode(code, profile);
      if (says) add(says, clause, code);
    }
    const says = codes.length ? undefined : clauseSays(clause, profile);
    if (says) add(says, clause);
  }
  return [...signs.values()];
};
