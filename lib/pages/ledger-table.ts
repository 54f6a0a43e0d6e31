import type { Adjustment } from '../claim/claim';
import { absent, type Parsed, type Reading, read, unreadable } from '../claim/reading';
import { codesIn, parseAdjustmentCells, parseAdjustments } from './adjustments';
import { type Context, placeAt, readText } from './context';
import type { LedgerColumn } from './profile';
import type { Grid } from './table';
import { plain, plainLines } from './words';

const LABELS: Partial<Record<LedgerColumn, string>> = {
  dos: 'date of service',
  procedure: 'procedure',
  modifiers: 'modifiers',
  units: 'units',
  charge: 'charge',
  insurancePaid: 'insurance paid',
  patientPaid: 'patient paid',
  patientResponsibility: 'patient responsibility',
  balance: 'balance',
  paid: 'paid',
  payer: 'payer',
  level: 'payer level',
  date: 'check date',
  postedDate: 'posting date',
  remarks: 'remarks',
  adjustments: 'adjustments',
};

/** Columns that say something of an adjustment. */
export const ADJUSTED: LedgerColumn[] = ['adjustments', 'group', 'reason', 'groupReason', 'amount'];

/** A table of the ledger: the lines themselves, or the postings inside one line. */
export class LedgerTable {
  readonly grid: Grid<LedgerColumn>;
  readonly #ctx: Context;
  #others: number[] | undefined;
  #cells: Element[] = [];
  #texts: (string | undefined)[] = [];

  constructor(ctx: Context, grid: Grid<LedgerColumn>) {
    this.#ctx = ctx;
    this.grid = grid;
  }

  cell(cells: Element[], column: LedgerColumn): Element | undefined {
    return cells[this.columns(column)[0] ?? -1];
  }

  columns(column: LedgerColumn): number[] {
    return this.grid.columns.of.get(column) ?? this.#merged(column);
  }

  #merged(column: LedgerColumn): number[] {
    for (const [at, parts] of this.grid.columns.merged) if (parts.includes(column)) return [at];
    return [];
  }

  at(cells: Element[], column: number): string {
    if (cells !== this.#cells) {
      this.#cells = cells;
      this.#texts = [];
    }
    const cell = cells[column];
    this.#texts[column] ??= cell ? plainLines(this.#ctx.look.text(cell)).join('\n') : '';
    return this.#texts[column] ?? '';
  }

  text(cells: Element[], column: LedgerColumn): string {
    const [at] = this.columns(column);
    if (at === undefined) return '';
    const text = this.at(cells, at);
    const parts = this.grid.columns.merged.get(at);
    if (!parts) return text;
    const lines = text.includes('\n') ? text.split('\n') : text.split(/\s+\/\s+/);
    return lines.length === parts.length ? (lines[parts.indexOf(column)] ?? '') : text ? `? ${text}` : '';
  }

  value<T>(
    cells: Element[],
    column: LedgerColumn,
    base: string,
    line: string,
    parse: (text: string) => Parsed<T>,
  ): Reading<T> {
    const columns = this.columns(column);
    const place = placeAt(this.#ctx, `${base}/${column}`, `${line}, ${LABELS[column] ?? column}`);
    if (columns.length > 1) {
      const heads = columns.map((at) => `"${this.grid.columns.heads[at]}"`).join(' and ');
      return unreadable('', `The columns ${heads} could both be it.`, place);
    }
    const text = this.text(cells, column);
    const cell = this.cell(cells, column);
    if (text && cell) this.#ctx.handles.set(place.path, cell);
    return readText(text.replace(/\n/g, ' '), place, parse);
  }

  /** The cells of each adjustment in a row: one cell, or group, reason and amount, once or several times. */
  #adjustmentCells(): number[][] {
    const whole = this.columns('adjustments');
    const codes = [this.columns('group'), this.columns('reason'), this.columns('groupReason')].filter(
      (list) => list.length,
    );
    const amounts = this.columns('amount');
    if (codes.length === 0)
      return whole.length ? [...whole.map((at) => [at]), ...amounts.map((at) => [at])] : amounts.map((at) => [at]);
    // A group and a reason without an amount: the amount stands where nothing says so.
    if (amounts.length + whole.length === 0 && codes.length > 1) return [];
    if (amounts.length === 0 && whole.length < 2) return [[...codes.flat(), ...whole].sort((a, b) => a - b)];
    if (codes.some((list) => list.length !== amounts.length) || whole.length) return [];
    return amounts.map((amount, i) => [...codes.map((list) => list[i] ?? -1), amount]);
  }

  get hasAdjustments(): boolean {
    return ADJUSTED.some((column) => this.columns(column).length > 0);
  }

  adjustments(cells: Element[], base: string, line: string): Reading<Adjustment[]> {
    if (!this.hasAdjustments) return absent;
    const place = placeAt(this.#ctx, `${base}/adjustments`, `${line}, adjustments`);
    const sets = this.#adjustmentCells();
    const first = cells[sets[0]?.[0] ?? this.columns('adjustments')[0] ?? -1];
    if (first) this.#ctx.handles.set(place.path, first);
    if (sets.length === 0) return unreadable('', 'The columns of the adjustments cannot be told apart.', place);
    const all: Adjustment[] = [];
    const raws: string[] = [];
    for (const set of sets) {
      const texts = set.map((at) => this.at(cells, at));
      const raw = plain(texts.join(' ').replace(/\n/g, '; '));
      if (raw) raws.push(raw);
      const text = texts.length === 1 ? this.#withCode(texts[0] ?? '', cells, sets.length) : undefined;
      const parsed = text === undefined ? parseAdjustmentCells(texts) : parseAdjustments(text);
      if (!parsed.ok) return unreadable(raw, parsed.why, place);
      all.push(...parsed.value);
    }
    return read(all, raws.join('; '), place);
  }

  /** An amount alone, with the code that the row tells in words: `Adjustment CO-45 | 42.00`. */
  #withCode(text: string, cells: Element[], sets: number): string {
    const codes = sets === 1 && /^[\s$(]*[\d,]+\.\d\d\)?\s*$/.test(text) ? codesIn(this.others(cells)) : [];
    return codes.length ? `${codes.join(' ')} ${text}` : text;
  }

  /** The texts of a row in columns that no head explains. */
  others(cells: Element[]): string {
    const { heads, of, merged } = this.grid.columns;
    this.#others ??= heads.map((_, at) => at).filter((at) => !merged.has(at) && ![...of.values()].flat().includes(at));
    return this.#others.map((at) => this.at(cells, at)).join('\n');
  }

  hasText(cells: Element[], ...columns: LedgerColumn[]): boolean {
    return columns.some((column) => this.columns(column).some((at) => plain(this.at(cells, at)) !== ''));
  }
}
