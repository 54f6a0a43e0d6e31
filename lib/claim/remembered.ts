/** So many answers are kept; then all are let go. */
const MOST = 2000;

/** The function with its answers kept by their arguments. For what a list of claims asks again and again, such as dates. */
export const remembered = <A extends readonly (string | number)[], T>(fn: (...args: A) => T): ((...args: A) => T) => {
  const answers = new Map<string, T>();
  return (...args) => {
    const key = args.join(' ');
    const kept = answers.get(key);
    if (kept !== undefined) return kept;
    const answer = fn(...args);
    if (answers.size >= MOST) answers.clear();
    answers.set(key, answer);
    return answer;
  };
};
