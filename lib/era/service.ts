import type { DateSpan } from '../claim/claim';
import type { Adjudication, EraLine } from '../claim/era';

/** One service line of a payer's answer, with the answer that it stands in. */
export interface EraPart {
  /** Key of the line in `Answers.lineMatches`: `<trace>/<control number>/<n>`, n = the number of its SVC segment. */
  id: string;
  line: EraLine;
  from: Adjudication;
}

/** What was done, as the provider sent it: SVC06 where the payer changed it, else SVC01. */
export interface Service {
  procedure: string;
  modifiers: string[];
  /** Days of the line, else of the claim; null where neither is given. */
  dates: DateSpan | null;
}

const code = (text: string): string => text.trim().toUpperCase();

/** The key of a line of an answer in `Answers.lineMatches`. */
export const partId = (from: Adjudication, line: EraLine): string =>
  `${from.payment.trace}/${from.claim.controlNumber}/${line.segment}`;

/** Every service line of an answer. */
export const partsOf = (from: Adjudication): EraPart[] =>
  from.claim.lines.map((line) => ({ id: partId(from, line), line, from }));

/** The service that was billed (X12 835 SVC06, else SVC01). */
export const serviceOf = ({ line, from }: Pick<EraPart, 'line' | 'from'>): Service => {
  const billed = line.submittedProcedure ?? line;
  return {
    procedure: code(billed.procedure),
    modifiers: billed.modifiers.map(code).filter((modifier) => modifier !== ''),
    dates: line.dates ?? from.claim.dates.service,
  };
};

/** True where both lists hold the same codes, in whatever order. */
export const sameCodes = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.toSorted().join() === b.toSorted().join();

const sameDates = (a: DateSpan | null, b: DateSpan | null): boolean =>
  a === null || b === null || (a.from === b.from && a.to === b.to);

/** True where two lines of a payer's answers are of one billed line: by the line control number, else by the service. */
export const isSameLine = (a: EraPart, b: EraPart): boolean => {
  const [own, other] = [code(a.line.lineControlNumber), code(b.line.lineControlNumber)];
  if (own !== '' && other !== '') return own === other;
  const [service, otherService] = [serviceOf(a), serviceOf(b)];
  return (
    service.procedure === otherService.procedure &&
    sameCodes(service.modifiers, otherService.modifiers) &&
    sameDates(service.dates, otherService.dates)
  );
};
