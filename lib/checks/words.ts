import type { Case } from '../claim/case';
import type { Cents, LedgerLine, Posting } from '../claim/claim';
import { known, type Place, placeOf } from '../claim/reading';
import { adjustmentName } from '../codes/adjustment-name';
import type { Sum, SumRow } from './check';
import { netAdjustments } from './postings';

/** Page text in a sentence is cut here, so that no page can fill the panel. */
const LONGEST = 80;

export const cut = (text: string, length = LONGEST): string =>
  text.length <= length ? text : `${text.slice(0, length - 1)}…`;

/** `Brightwater`, or what stands in for a payer without a name. */
const payerName = (name: string | undefined, otherwise: string): string =>
  name === undefined || name === '' ? otherwise : cut(name, 60);

/** The primary in a sentence: Medicare by its own name, others as the PM writes them. */
export const primaryName = (c: Case): string =>
  c.primary.kind === 'medicare' ? 'Medicare' : payerName(c.primary.name, 'the primary');

export const secondaryName = (c: Case): string => payerName(c.secondary?.name, 'the secondary');

/** `1`, `1 and 2`, `1, 2 and 3`. */
export const listed = (items: readonly (string | number)[]): string =>
  items.length < 2 ? String(items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

/** The first few in a sentence, and how many more there are: a title is read at a glance. */
export const firstOf = (items: readonly string[], most = 3): string =>
  items.length <= most ? items.join(', ') : `${items.slice(0, most).join(', ')} and ${items.length - most} more`;

/** The lines as the subject of a sentence: `Line 2, 97110, has`, `Line 2 has`, `Lines 2, 4 and 7 have`. */
export const linesThat = (lines: readonly LedgerLine[], has: string, have: string): string => {
  const [first] = lines;
  if (!first || lines.length > 1) return `Lines ${listed(lines.map((line) => line.n))} ${have}`;
  const procedure = known(first.procedure);
  return procedure ? `Line ${first.n}, ${cut(procedure, 20)}, ${has}` : `Line ${first.n} ${has}`;
};

/** `Line 2`, `Lines 2 and 4`: for lists and marks. */
export const lineNumbers = (lines: readonly { n: number }[]): string =>
  `Line${lines.length === 1 ? '' : 's'} ${listed(lines.map((line) => line.n))}`;

/** `1 question`, `3 questions`. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** The places of those readings that stand on a page. */
export const places = (...readings: Parameters<typeof placeOf>[0][]): Place[] =>
  readings.map(placeOf).filter((place) => place !== undefined);

const minus = (cents: Cents | undefined): Cents | undefined => (cents === undefined ? undefined : -cents);

const addedUp = (parts: (Cents | undefined)[]): Cents | undefined =>
  parts.reduce<Cents | undefined>((sum, part) => (sum === undefined || part === undefined ? undefined : sum + part), 0);

/**
 * One line's posting as a sum on paper: the charge, less what was paid, less each adjustment, what is left over.
 * A part that is not read is `undefined`, and so is then what is left over.
 * `postings` are those of one payer; what the page posted on the line is taken where none are given.
 */
export const postingSum = (line: LedgerLine, payer: string, postings: readonly Posting[] = line.postings): Sum => {
  const paid = addedUp(postings.map((posting) => known(posting.paid)));
  const lists = postings.map((posting) => known(posting.adjustments));
  const isRead = lists.every((list) => list !== undefined);
  const adjustments: SumRow[] = isRead
    ? netAdjustments(lists.flat()).map((one) => ({ label: adjustmentName(one), amount: -one.amount, role: 'part' }))
    : [{ label: 'Adjustments', amount: undefined, role: 'part' }];
  const rows: SumRow[] = [
    { label: 'Charge', amount: known(line.charge), role: 'part' },
    { label: `Paid by ${payer}`, amount: minus(paid), role: 'part' },
    ...adjustments,
  ];
  const left: SumRow = { label: 'Left over', amount: addedUp(rows.map((row) => row.amount)), role: 'total' };
  return { caption: `Line ${line.n} as posted`, line: line.n, rows: [...rows, left] };
};
