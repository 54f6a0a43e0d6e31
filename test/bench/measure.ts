/** The middle of the measured values. */
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = low] = [sorted[(sorted.length - 1) >> 1], sorted[middle]];
  return (low + high) / 2;
};

type Timed = () => unknown;

/** What the measured functions made, kept so that nothing is optimised away. */
export const kept: unknown[] = [];

/** Milliseconds of one run. */
export const time = async (run: Timed): Promise<number> => {
  const start = performance.now();
  kept[0] = await run();
  return performance.now() - start;
};

/**
 * Medians of several functions in milliseconds, each run `rounds` times, one after the other in every round, so that a slow
 * moment of the machine hits all of them. One round before is not counted.
 */
export const interleaved = async <K extends string>(
  runs: Record<K, Timed>,
  rounds: number,
  before: () => void = () => undefined,
): Promise<Record<K, number>> => {
  const names = Object.keys(runs) as K[];
  const times = new Map<K, number[]>(names.map((name) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const name of names) {
      before();
      const ms = await time(runs[name]);
      if (round >= 0) times.get(name)?.push(ms);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<K, number>;
};
