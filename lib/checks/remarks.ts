import type { Case } from '../claim/case';
import { placeOf } from '../claim/reading';
import { remarkWords } from '../codes/rarc';
import { countingAnswers, remarksIn } from '../era/evidence';
import type { Missing, Raised } from './check';
import { LEDGER, missing } from './outcome';
import { adjudicatedLines } from './postings';
import { primaryRemit, quotesOfEvidence } from './remittance';
import { cut } from './words';

const CODE = /\b(?:MA|M|N)\d{1,3}\b/gi;

/** What the primary remarked, and what is missing to tell. */
export interface Remarks {
  quotes: NonNullable<Raised['quotes']>;
  lacking: Missing[];
}

const inPostings = (c: Case, codes: ReadonlySet<string>): Remarks => {
  const found: Remarks = { quotes: [], lacking: c.ledger ? [] : [LEDGER] };
  for (const { line, primary } of adjudicatedLines(c)) {
    for (const { remarks } of primary) {
      if (remarks.kind === 'unreadable')
        found.lacking.push(missing(`the remarks of line ${line.n}`, 'ledger', remarks));
      if (remarks.kind !== 'read' || remarks.value === '') continue;
      const code = remarks.value.match(CODE)?.find((one) => codes.has(one.toUpperCase()));
      const place = placeOf(remarks);
      if (code && place) found.quotes.push({ text: cut(remarks.value, 200), place });
    }
  }
  return found;
};

const inRemittance = (c: Case, codes: ReadonlySet<string>): Raised['quotes'] => {
  const remit = primaryRemit(c);
  if (remit.is !== 'here') return [];
  const words = new Map([...codes].map((code) => [code, remarkWords(code) ?? code]));
  return quotesOfEvidence(
    countingAnswers(remit.net).flatMap((answer) =>
      remarksIn(answer, words).map(({ says, code, ...where }) => ({ ...where, code, text: `${code}: ${says}` })),
    ),
  );
};

/**
 * These remark codes in the primary's postings and in its remittance. A page that shows no remarks has none;
 * remarks that stand there unreadably are missing.
 */
export const remarksOf = (c: Case, codes: ReadonlySet<string>): Remarks => {
  const posted = inPostings(c, codes);
  return { quotes: [...posted.quotes, ...(inRemittance(c, codes) ?? [])], lacking: posted.lacking };
};
