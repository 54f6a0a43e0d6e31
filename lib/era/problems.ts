import type { EraProblem, ProblemSeverity } from '../claim/era';

/** So many problems of each severity are kept; of the rest only the number. */
export const MOST_PROBLEMS = 500;

const SEVERITIES: ProblemSeverity[] = ['error', 'warning', 'info'];

/** `4,118`. */
export const count = (n: number): string => n.toLocaleString('en-US');

/** Text of a file in a sentence, cut to a sane length. */
export const quoted = (text: string): string => `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;

/** Keeps the first problems of each severity in the order of the file, and counts the others. */
export class ProblemList {
  readonly #kept: EraProblem[] = [];
  readonly #seen: Record<ProblemSeverity, number> = { error: 0, warning: 0, info: 0 };

  add(problem: EraProblem): void {
    this.#seen[problem.severity] += 1;
    if (this.#seen[problem.severity] <= MOST_PROBLEMS) this.#kept.push(problem);
  }

  /** What was kept, and for each severity with more of them one line that says how many. */
  all(): EraProblem[] {
    const more = SEVERITIES.filter((severity) => this.#seen[severity] > MOST_PROBLEMS).map((severity) => ({
      severity,
      segment: 0,
      text: `${count(this.#seen[severity] - MOST_PROBLEMS)} more of this kind were found.`,
    }));
    return [...this.#kept, ...more];
  }
}
