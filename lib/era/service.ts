import type { DateSpan } from '../claim/claim';
import type { Adjudication, EraClaim, EraLine } from '../claim/era';

/** One service line of a payer's answer, with the answer that it stands in. */
export interface EraPart {
  /** Key of the line in `Answers.lineMatches`: `<trace>/<control number>/<n>`, n = the number of its SVC segment. */
  id: string;
  line: EraLine;
  from: Adjudication;
  /** REF*6R in capitals; `''` where none is given, or where it is no number of one line. */
  control: string;
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

/** Line control numbers that stand on lines of several billed procedures, each with a charge: of the claim, not of a line. */
const notOfOneLine = ({ lines }: EraClaim): Set<string> => {
  const procedures = new Map<string, string>();
  const shared = new Set<string>();
  for (const { lineControlNumber, charge, submittedProcedure, procedure } of lines) {
    if (charge === 0) continue;
    const control = code(lineControlNumber);
    const billed = code(submittedProcedure?.procedure ?? procedure);
    if ((procedures.get(control) ?? billed) !== billed) shared.add(control);
    procedures.set(control, billed);
  }
  return shared;
};

/** Every service line of an answer. */
export const partsOf = (from: Adjudication): EraPart[] => {
  const shared = notOfOneLine(from.claim).add(code(from.claim.controlNumber));
  return from.claim.lines.map((line) => {
    const control = code(line.lineControlNumber);
    return { id: partId(from, line), line, from, control: shared.has(control) ? '' : control };
  });
};

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

/** What payers write where they were sent no line control number; some count lines from it. */
const ZERO = /^0+$/;

/** Both bear one line control number, on one day: payers that number nothing well may repeat it for other days. */
const isSameControl = (a: EraPart, b: EraPart): boolean =>
  a.control === b.control && !ZERO.test(a.control) && sameDates(serviceOf(a).dates, serviceOf(b).dates);

/** True where two lines of a payer's answers are of one billed line: by the line control number, else by the service. */
export const isSameLine = (a: EraPart, b: EraPart): boolean => {
  if (a.control !== '' && b.control !== '') {
    if (a.control !== b.control) return false;
    if (isSameControl(a, b)) return true;
  }
  const [service, otherService] = [serviceOf(a), serviceOf(b)];
  return (
    service.procedure === otherService.procedure &&
    sameCodes(service.modifiers, otherService.modifiers) &&
    sameDates(service.dates, otherService.dates)
  );
};

/** True where two lines of a payer's answers are of two billed lines for sure: by the line control number, else by the day. */
export const areOtherLines = (a: EraPart, b: EraPart): boolean =>
  a.control !== '' && b.control !== '' ? a.control !== b.control : !sameDates(serviceOf(a).dates, serviceOf(b).dates);
