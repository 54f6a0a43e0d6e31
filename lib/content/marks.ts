import { adoptSheet, dropSheet } from './sheet';

/** A verdict to show at one row: what `Mark` of the messages holds. */
interface RowMark {
  claimId: string;
  verdict: string;
  word: string;
}

const ROW = 'data-cob-mark';
const NARROW = 'data-cob-narrow';
const WORD = 'data-cob-word';
/** Room that the word needs in the first column, in CSS pixels. */
const ROOM = 96;

const unmark = (row: Element): void => {
  row.removeAttribute(ROW);
  row.removeAttribute(NARROW);
  row.firstElementChild?.removeAttribute(WORD);
};

/** Takes every mark out of the page, and the style sheet with them. */
export const clearMarks = (doc: Document): void => {
  for (const row of doc.querySelectorAll(`[${ROW}]`)) unmark(row);
  dropSheet(doc);
};

/**
 * Marks rows of the PM's own table with their verdicts: data attributes and a style sheet, no node, no listener.
 * Rows marked before and not named now lose their mark. `rowOf`: the rows whose claim is certain, by claim number.
 */
export const applyMarks = (doc: Document, marks: readonly RowMark[], rowOf: ReadonlyMap<string, Element>): void => {
  const rows = new Map<Element, RowMark>();
  for (const mark of marks) {
    const row = rowOf.get(mark.claimId);
    if (row?.isConnected) rows.set(row, mark);
  }
  for (const row of doc.querySelectorAll(`[${ROW}]`)) if (!rows.has(row)) unmark(row);
  if (rows.size === 0) {
    dropSheet(doc);
    return;
  }
  const narrow = firstColumnIsNarrow(rows);
  adoptSheet(doc);
  for (const [row, mark] of rows) {
    row.setAttribute(ROW, mark.verdict);
    row.toggleAttribute(NARROW, narrow);
    row.firstElementChild?.setAttribute(WORD, mark.word);
  }
};

/** Measured once, at the first row: a table's columns are all of one width. A row that is marked already keeps what it has. */
const firstColumnIsNarrow = (rows: ReadonlyMap<Element, RowMark>): boolean => {
  for (const row of rows.keys()) {
    if (row.hasAttribute(ROW)) return row.hasAttribute(NARROW);
  }
  const [row] = rows.keys();
  return (row?.firstElementChild?.getBoundingClientRect().width ?? 0) < ROOM;
};
