import type { Era, EraClaim, EraProblem, EraSet } from '../claim/era';
import { ProblemList } from './problems';
import { EraReader, type FilePart } from './reader';

/**
 * Reads the text of an 835 (X12 005010X221A1, and 4010 as met in the wild).
 * In: the whole text of a file. Out: its sets, claims and lines as plain data, and what was found wrong: what cannot be
 * read exactly is null with a problem that names its segment; sums that do not fit are warnings. In texts about the file
 * as a whole `{file}` stands for its name. Never throws. Of a file that is no 835 it gives no set and one error.
 */
export const parseEra = (text: string): Era => {
  const problems = new ProblemList();
  const sets: EraSet[] = [];
  let claims: EraClaim[] = [];
  const reader = new EraReader({
    claim: (claim) => claims.push(claim),
    setEnd: ({ payment, providerAdjustments }) => {
      sets.push({ ...payment, claims, providerAdjustments });
      claims = [];
    },
    problem: (problem) => problems.add(problem),
  });
  reader.push(text);
  const { interchanges } = reader.end();
  return { interchanges, sets, problems: problems.all() };
};

/**
 * Reads one claim of a file again, from its own text (the file from `place.start` to `place.end`).
 * Out: the claim as the whole file gave it, and the problems of its own segments; null where the text is no claim.
 */
export const readClaim = (text: string, part: FilePart): { claim: EraClaim | null; problems: EraProblem[] } => {
  const problems = new ProblemList();
  let claim: EraClaim | null = null;
  const reader = new EraReader(
    {
      claim: (found) => {
        claim ??= found;
      },
      problem: (problem) => problems.add(problem),
    },
    part,
  );
  reader.push(text);
  reader.end();
  return { claim, problems: problems.all() };
};
