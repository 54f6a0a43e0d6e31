/** One line of the table. `aim` is a bound on the ratio, or on our own figure where nothing is compared. */
export interface Figure {
  id: string;
  name: string;
  unit: 'ms' | 'B' | 'MB/s';
  ours: number;
  /** What it is compared with, measured in the same run. */
  against?: { name: string; value: number };
  /** Ours by theirs; of speed-ups theirs by ours. */
  ratio?: number;
  aim?: { most: number } | { least: number };
  met?: boolean;
}

const within = (value: number, aim: NonNullable<Figure['aim']>): boolean =>
  'most' in aim ? value <= aim.most : value >= aim.least;

/** A figure for which only its own value is bounded. */
export const alone = (id: string, name: string, unit: Figure['unit'], ours: number, aim?: Figure['aim']): Figure => ({
  id,
  name,
  unit,
  ours,
  ...(aim ? { aim, met: within(ours, aim) } : {}),
});

/** A figure whose ratio to another is bounded: how many times as long ours takes. */
export const times = (
  id: string,
  name: string,
  ours: number,
  [against, value]: [name: string, value: number],
  aim?: Figure['aim'],
): Figure => {
  const ratio = ours / value;
  return {
    id,
    name,
    unit: 'ms',
    ours,
    against: { name: against, value },
    ratio,
    ...(aim ? { aim, met: within(ratio, aim) } : {}),
  };
};

/** A figure that has to be many times as fast as another. */
export const faster = (
  id: string,
  name: string,
  ours: number,
  [against, value]: [name: string, value: number],
  aim?: Figure['aim'],
): Figure => {
  const ratio = value / ours;
  return {
    id,
    name,
    unit: 'ms',
    ours,
    against: { name: against, value },
    ratio,
    ...(aim ? { aim, met: within(ratio, aim) } : {}),
  };
};
