import type { PageKind } from '../claim/reading';
import { attr, isElement, parentOf, tagOf } from './look';

/** What changed: single rows of a table, or something that needs the whole page read again. */
export type Change = { kind: 'rows'; rows: Element[] } | { kind: 'page' };

/** The shortest and the longest wait between two readings, in milliseconds. */
const COOL_DOWN = { least: 250, most: 5000 };
/** A page's script sets the value of a control without any event: so often a form is looked at for that, in milliseconds. */
const LOOK_AT_VALUES = 500;
/** More changed rows than this are a new page. */
const MAX_CHANGED = 50;

interface Clock {
  setTimeout(callback: () => void, ms: number): unknown;
  clearTimeout(handle: never): void;
}

const rowOf = (node: Node, top: Element): Element | undefined => {
  let row: Element | undefined;
  for (let el = isElement(node) ? node : parentOf(node); el && el !== top; el = parentOf(el)) {
    if (tagOf(el) === 'TR' || attr(el, 'role') === 'row') row = el;
  }
  return row;
};

/** The table that the page is about: the one with most rows. */
const mainTable = (doc: Document): Element | undefined => {
  let best: { table: Element; rows: number } | undefined;
  for (const table of doc.getElementsByTagName('table')) {
    const rows = table.rows.length;
    if (rows >= (best?.rows ?? 1)) best = { table, rows };
  }
  return best?.table ?? doc.querySelector('[role="grid"],[role="table"],[role="treegrid"]') ?? undefined;
};

/** What all controls hold, as one text. */
const valuesOf = (doc: Document): string => {
  let all = '';
  for (const el of doc.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
    'input,select,textarea',
  ))
    all += `${'checked' in el && el.checked ? '+' : ''}${el.value}\n`;
  return all;
};

/**
 * Watches a page and calls back when it should be read again: once for many changes, in idle time, and more seldom the more the
 * page changes (250 ms to 5 s). A table is watched by itself, the rest of the page only at its edges; a form is watched whole,
 * with what is typed. Ends with `signal`.
 */
export const watchPage = (
  doc: Document,
  page: PageKind,
  onChange: (change: Change) => void,
  signal: AbortSignal,
  clock: Clock = {
    setTimeout: (callback, ms) => setTimeout(callback, ms),
    clearTimeout: (handle) => clearTimeout(handle),
  },
): void => {
  if (signal.aborted) return;
  let whole = false;
  let timer: unknown;
  let wait = COOL_DOWN.least;
  let lastEnd = Number.NEGATIVE_INFINITY;
  const rows = new Set<Element>();
  const table = page === 'claim-history' || page === 'ledger' ? mainTable(doc) : undefined;

  /** What the controls of a form held when it was last told. */
  let values = page === 'claim-form' ? valuesOf(doc) : '';

  const tell = () => {
    timer = undefined;
    if (signal.aborted) return;
    if (page === 'claim-form') values = valuesOf(doc);
    const change: Change = whole || rows.size > MAX_CHANGED ? { kind: 'page' } : { kind: 'rows', rows: [...rows] };
    whole = false;
    rows.clear();
    lastEnd = performance.now();
    onChange(change);
  };
  const soon = () => {
    if (timer !== undefined || signal.aborted) return;
    // A page that changes on and on is read more and more seldom; a quiet one at once again.
    wait = performance.now() - lastEnd < wait * 2 ? Math.min(wait * 2, COOL_DOWN.most) : COOL_DOWN.least;
    timer = clock.setTimeout(tell, wait);
  };
  const wholeSoon = () => {
    whole = true;
    soon();
  };

  const inTable = new MutationObserver((records) => {
    for (const { target, addedNodes, removedNodes } of records) {
      const row = table && rowOf(target, table);
      if (row && !whole) rows.add(row);
      else if ([...addedNodes, ...removedNodes].some((node) => isElement(node))) whole = true;
      if (rows.size > MAX_CHANGED) whole = true;
    }
    if (whole || rows.size > 0) soon();
  });
  const around = new MutationObserver(wholeSoon);

  if (table) {
    inTable.observe(table, { childList: true, subtree: true, characterData: true });
    // The blocks around the table: a table that is replaced, a message above it.
    for (let el = parentOf(table); el; el = parentOf(el)) around.observe(el, { childList: true });
  } else {
    around.observe(doc.documentElement, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['disabled', 'readonly', 'hidden', 'aria-disabled', 'checked'],
    });
  }
  const lookAtValues = () => {
    if (signal.aborted) return;
    if (!doc.hidden && valuesOf(doc) !== values) wholeSoon();
    clock.setTimeout(lookAtValues, LOOK_AT_VALUES);
  };
  if (page === 'claim-form') clock.setTimeout(lookAtValues, LOOK_AT_VALUES);
  const options = { capture: true, passive: true, signal };
  doc.addEventListener('input', wholeSoon, options);
  doc.addEventListener('change', wholeSoon, options);
  doc.addEventListener('readystatechange', wholeSoon, options);
  doc.addEventListener('load', wholeSoon, options);
  signal.addEventListener(
    'abort',
    () => {
      inTable.disconnect();
      around.disconnect();
      if (timer !== undefined) clock.clearTimeout(timer as never);
    },
    { once: true },
  );
};
