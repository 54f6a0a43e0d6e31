import { type Answered, answerOf, type ShownAnswer } from './answer';

/** One claim's explanation of benefits, as it is printed: this patient only. */
export interface Eob {
  /** Name of the page, and so of the PDF: the claim's number and nothing else about anybody. */
  title: string;
  answers: ShownAnswer[];
}

/** The EOB of answers to one claim, in the order in which they are given. */
export const eobOf = (adjudications: readonly Answered[]): Eob => {
  const answers = adjudications.map(answerOf);
  const number = (answers[0]?.controlNumber ?? '').replaceAll(/[^A-Za-z0-9-]/g, '');
  return { title: number === '' ? 'EOB' : `EOB claim ${number}`, answers };
};
