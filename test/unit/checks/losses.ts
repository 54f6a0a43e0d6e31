import type { Case } from '../../../lib/claim/case';
import type { Reading } from '../../../lib/claim/reading';
import { absent, smudged } from './build';

export type Path = (string | number)[];

const isReading = (value: unknown): value is Reading<unknown> =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'read' && 'raw' in value;

/** Where readings stand in a value. */
export const readingsIn = (value: unknown, path: Path = []): Path[] => {
  if (isReading(value)) return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => readingsIn(inner, [...path, key]));
};

export const replaced = (value: any, [key, ...rest]: Path, by: unknown): any => {
  if (key === undefined) return by;
  const copy = Array.isArray(value) ? [...value] : { ...value };
  copy[key] = replaced(value[key], rest, by);
  return copy;
};

/** What a remittance can hold unreadably: it is null then. A day that a line does not give is that of its claim. */
const UNREADABLE = new Set(['amount', 'paid', 'charge', 'paidOn']);

const partsOfRemittance = (value: unknown, path: Path = []): Path[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    UNREADABLE.has(key) && path[0] === 'remittance' && inner !== null
      ? [[...path, key]]
      : partsOfRemittance(inner, [...path, key]),
  );
};

/** The case without one of its values, each in turn: smudged over on a page, null in a remittance, gone with its page. */
export const poorer = (c: Case): { c: Case; without: string }[] => {
  const lost = (path: Path, by: unknown) => ({ c: replaced(c, path, by) as Case, without: path.join('.') });
  return [
    ...readingsIn(c).map((path) => lost(path, smudged('#?#'))),
    ...partsOfRemittance(c).map((path) => lost(path, null)),
    ...['ledger', 'chart'].map((page) => lost([page], undefined)),
  ];
};

const SOURCES = ['ledger', 'chart', 'form', 'coverage', 'picked'] as const;

/** The case without one of its things, each in turn: a page that does not have a value, a source that is not there. */
export const gone = (c: Case): { c: Case; without: string }[] => [
  ...readingsIn(c).map((path) => ({ c: replaced(c, path, absent) as Case, without: path.join('.') })),
  ...SOURCES.flatMap((source) =>
    c[source] === undefined ? [] : [{ c: replaced(c, [source], undefined) as Case, without: source }],
  ),
  ...(c.siblings.length > 0 ? [{ c: { ...c, siblings: [] }, without: 'siblings' }] : []),
  ...(c.remittance ?? []).map((_, i) => ({
    c: { ...c, remittance: (c.remittance ?? []).filter((__, k) => k !== i) },
    without: `remittance.${i}`,
  })),
];
