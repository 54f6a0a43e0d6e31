import { type Look, parentOf, rawText, tagOf } from './look';
import { keyOf, meaningsFor, plain, type Wordings, words } from './words';

/** Rows looked at in search of the heads. */
const HEAD_ROWS = 8;
/** More columns than this are no table of claims. */
const MAX_COLUMNS = 60;

const isRow = (el: Element): boolean => tagOf(el) === 'TR' || el.getAttribute('role') === 'row';

/** The rows of a table or ARIA grid itself, without those of tables in its cells. */
export function* rowsOf(table: Element): Generator<Element, undefined, undefined> {
  for (let child = table.firstElementChild; child; child = child.nextElementSibling) {
    if (isRow(child)) yield child;
    else if (/^(?:THEAD|TBODY|TFOOT)$/.test(tagOf(child)) || (tagOf(table) !== 'TABLE' && holdsRows(child))) {
      yield* rowsOf(child);
    }
  }
}

const holdsRows = (el: Element): boolean => tagOf(el) !== 'TABLE' && el.querySelector('[role="row"]') !== null;

/** The cells of a row, in order. */
export const cellsOf = (row: Element): Element[] => {
  const cells: Element[] = [];
  for (let cell = row.firstElementChild; cell; cell = cell.nextElementSibling) cells.push(cell);
  if (tagOf(row) === 'TR' || cells.every((cell) => /cell|header/.test(cell.getAttribute('role') ?? ''))) return cells;
  return [...row.querySelectorAll('[role=gridcell],[role=cell],[role=columnheader],[role=rowheader]')];
};

/** How many columns or rows a cell takes: at least one. */
const span = (cell: Element, name: 'colSpan' | 'rowSpan'): number => {
  // Most cells span nothing, and a page has thousands of them.
  if (!cell.hasAttributes()) return 1;
  const own = (cell as Partial<HTMLTableCellElement>)[name] ?? cell.getAttribute(`aria-${name.toLowerCase()}`);
  const count = own !== null && /^\d{1,5}$/.test(`${own}`) ? Number(own) : 1;
  return Math.min(Math.max(count, 1), name === 'colSpan' ? MAX_COLUMNS : 5000);
};

const isSingle = (cell: Element): boolean =>
  !cell.hasAttributes() || (span(cell, 'colSpan') === 1 && span(cell, 'rowSpan') === 1);

/** How many cells these are, those that stand in several columns counted once. */
export const countCells = (cells: readonly Element[]): number => {
  let count = 0;
  for (let i = 0; i < cells.length; i += 1) if (cells[i] !== cells[i - 1]) count += 1;
  return count;
};

/** Lays rows out by columns: a cell that spans columns or rows stands in each of them. */
export class Spans {
  /** Whether a cell of the last row spans anything, or one from above reaches into it. */
  laid = false;
  /** The cells that hang down into the next row, by column. */
  #down: { cell: Element; left: number }[] = [];
  #block: Element | null = null;

  lay(row: Element): Element[] {
    const own = cellsOf(row);
    // A cell hangs down as far as its block of rows: out of no THEAD.
    if (this.#down.length > 0 && parentOf(row) !== this.#block) this.#down = [];
    this.laid = this.#down.length > 0 || !own.every(isSingle);
    if (!this.laid) return own;
    this.#block = parentOf(row);
    return this.#layOut(own);
  }

  #layOut(own: readonly Element[]): Element[] {
    const out: Element[] = [];
    const down: { cell: Element; left: number }[] = [];
    const carry = () => {
      for (;;) {
        const held = this.#down[out.length];
        if (!held || held.left < 1) return;
        down[out.length] = { cell: held.cell, left: held.left - 1 };
        out.push(held.cell);
      }
    };
    for (const cell of own) {
      carry();
      const rows = span(cell, 'rowSpan');
      for (let wide = span(cell, 'colSpan'); wide > 0 && out.length < MAX_COLUMNS; wide -= 1) {
        if (rows > 1) down[out.length] = { cell, left: rows - 1 };
        out.push(cell);
      }
    }
    carry();
    this.#down = down.some(({ left }) => left > 0) ? down : [];
    return out;
  }
}

/** Words that tell amounts of one party from another's: a head loses its meaning without them. */
const PARTIES = /\b(?:primary|secondary|tertiary|patient|insurance|insured|other|allowed|expected|subscriber|prior)\b/;
/** Where a column's cells hold several values: the meaning of each part, in order. */
const partsOf = <C extends string>(wordings: Wordings<C>, text: string): C[] => {
  const parts = text
    .split(/[/&+\n]|\band\b/)
    .map((part) => plain(part))
    .filter(Boolean);
  if (parts.length < 2 || parts.length > 3) return [];
  const all = words(text);
  // `Ins / Pt Balance` shares its last word, `Paid Ins / Pt` its first.
  for (const whole of [
    (part: string) => `${part} ${all.at(-1)}`,
    (part: string) => `${all[0]} ${part}`,
    (part: string) => part,
  ]) {
    const found = parts.map((part) => meaningsFor(wordings, whole(part)).is);
    const known = found.flatMap((is) => (is.length === 1 && is[0] !== undefined ? [is[0]] : []));
    if (known.length === parts.length && new Set(known).size === known.length) return known;
  }
  return [];
};

/** Which column holds what. */
export interface Columns<C extends string> {
  heads: string[];
  /** Columns that fit a meaning equally well; more than one is ambiguous. */
  of: Map<C, number[]>;
  /** Columns with several values in a cell. */
  merged: Map<number, C[]>;
}

/** Gives each head its meaning. `heads` holds for each column the texts above one another, top first. */
export const mapColumns = <C extends string>(heads: string[][], wordings: Wordings<C>): Columns<C> => {
  const best = new Map<C, number>();
  const columns: Columns<C> = { heads: heads.map((texts) => plain(texts.join(' '))), of: new Map(), merged: new Map() };
  heads.forEach((texts, column) => {
    const leaf = texts.at(-1) ?? '';
    let { is, well } = meaningsFor(wordings, texts.join(' '));
    if (!well && texts.length > 1 && !PARTIES.test(keyOf(texts.slice(0, -1).join(' ')))) {
      ({ is, well } = meaningsFor(wordings, leaf));
    }
    const meaning = is.length === 1 ? is[0] : undefined;
    if (meaning !== undefined) {
      const least = best.get(meaning) ?? 0;
      if (well > least) columns.of.set(meaning, [column]);
      else if (well === least) columns.of.get(meaning)?.push(column);
      best.set(meaning, Math.max(well, least));
    } else if (!well) {
      const parts = partsOf(wordings, leaf);
      if (parts.length) columns.merged.set(column, parts);
    }
  });
  return columns;
};

const meaningsIn = <C extends string>(columns: Columns<C>): Set<C> =>
  new Set([...columns.of.keys(), ...[...columns.merged.values()].flat()]);

/** A table with its heads understood. */
export interface Grid<C extends string> {
  table: Element;
  columns: Columns<C>;
  /** How many rows the heads take, from the table's first. */
  headRows: number;
  /** The meanings of its columns, and how many there are. */
  meanings: ReadonlySet<C>;
  known: number;
}

const isHeadCell = (cell: Element): boolean =>
  tagOf(cell) === 'TH' ||
  cell.getAttribute('role') === 'columnheader' ||
  parentOf(parentOf(cell) ?? cell)?.nodeName === 'THEAD';

const headTexts = (layers: Layer[], column: number): string[] => {
  const texts: string[] = [];
  const seen = new Set<Element>();
  for (const { cells, texts: row } of layers) {
    const cell = cells[column];
    const text = row[column];
    if (cell && text && !seen.has(cell)) texts.push(text);
    if (cell) seen.add(cell);
  }
  return texts;
};

/** A row of heads above others: marked as such, or with a cell over several columns; not one title over all. */
const isGroupRow = (cells: Element[]): boolean => {
  const distinct = new Set(cells).size;
  return distinct > 1 && (cells.every(isHeadCell) || distinct < cells.length);
};

interface Layer {
  cells: Element[];
  texts: string[];
}

/** The first rows of a table, as heads are looked for. */
const readLayers = (table: Element, look: Look): Layer[] => {
  const layers: Layer[] = [];
  const spans = new Spans();
  for (const row of rowsOf(table)) {
    const cells = spans.lay(row);
    layers.push({ cells, texts: cells.map((cell) => (rawText(cell).length > 200 ? '' : look.text(cell).trim())) });
    if (layers.length === HEAD_ROWS) break;
  }
  return layers;
};

/** Heads have few digits; rows of amounts and dates have many. */
const isData = ({ texts }: Layer): boolean => texts.filter((text) => /\d/.test(text)).length * 2 > texts.length;

/** Finds the heads of a table: the row, or rows above one another, that say most. */
export const readHeads = <C extends string>(table: Element, wordings: Wordings<C>, look: Look): Grid<C> | undefined => {
  const layers = look.once(table, () => readLayers(table, look));
  let found: Grid<C> | undefined;
  const marked = layers.some(({ cells }) => cells.length > 2 && cells.every(isHeadCell));
  layers.forEach((last, i) => {
    if (last.cells.length < 2 || isData(last) || (marked && !last.cells.some(isHeadCell))) return;
    for (let deep = 1; deep <= 3 && deep <= i + 1; deep += 1) {
      const used = layers.slice(i + 1 - deep, i + 1);
      const above = used.slice(0, -1);
      if (!above.every(({ cells }) => isGroupRow(cells))) break;
      const columns = mapColumns(
        last.cells.map((_, column) => headTexts(used, column)),
        wordings,
      );
      const meanings = meaningsIn(columns);
      const known = meanings.size;
      if (known > (found?.known ?? 0) || (found?.headRows === i + 1 && known === found.known))
        found = { table, columns, headRows: i + 1, meanings, known };
    }
  });
  return found;
};

const ARIA_TABLES = '[role="grid"],[role="table"],[role="treegrid"]';
/** More tables than this are a page's layout. */
const MAX_TABLES = 200;

/** The tables and ARIA grids of a part of the page. Most pages have no grid: then they are not searched by a selector. */
const tablesIn = (root: Element): Element[] => {
  const hasGrids = [...root.querySelectorAll('[role]')].some((el) => el.matches(ARIA_TABLES));
  const found = hasGrids ? root.querySelectorAll(`table,${ARIA_TABLES}`) : root.getElementsByTagName('table');
  return Array.from(found).slice(0, MAX_TABLES);
};

/** Tables of a part of the page whose heads have at least `least` meanings, best first. */
export const findGrids = <C extends string>(
  root: Element,
  wordings: Wordings<C>,
  least: number,
  look: Look,
): Grid<C>[] =>
  look
    .once(root, () => tablesIn(root))
    .map((table) => readHeads(table, wordings, look))
    .filter((grid) => grid !== undefined)
    .filter((grid) => grid.known >= least)
    .sort((a, b) => b.known - a.known);
