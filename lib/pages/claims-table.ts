import type { ClaimRow, CrossoverSign, PayerLevel, PersonName } from '../claim/claim';
import { plainCents } from '../claim/money';
import { parseName } from '../claim/names';
import { absent, type Place, type Reading, read, toReading, unreadable } from '../claim/reading';
import { ClaimActions } from './claim-actions';
import { FIELDS, firstColumn, type ReadingField, SORT, type Source, type Sources, sourcesOf } from './claim-columns';
import { flagIn, partsOf, payersIn, type Taken, takesOf } from './claim-values';
import { type Context, placeAt } from './context';
import { crossoverSigns } from './crossover';
import { type Look, tagOf } from './look';
import type { ClaimColumn } from './profile';
import { countCells, type Grid, Spans } from './table';
import { keyOf, meanings, pattern, plain, plainLines } from './words';

/** Elements that only wrap their text. */
const PLAIN = /^(?:SPAN|DIV|A|B|I|P|EM|FONT|NOBR|STRONG|SMALL)$/;

/** The text of a cell: plain where it holds one text, else as its reader sees it, line by line. */
const cellText = (cell: Element, look: Look): string => {
  const first = cell.firstElementChild;
  const all = cell.textContent ?? '';
  if (!first) return all;
  if (!first.nextElementSibling && !first.firstElementChild) {
    const own = first.textContent ?? '';
    if (own !== '' && own.length === all.trim().length && PLAIN.test(tagOf(first)) && look.display(first) !== 'none')
      return own;
  }
  return plainLines(look.text(cell)).join('\n');
};

/** Reads one value of a row. `base` is the beginning of its paths: `claims/8841207`. */
type ReadValue = (cells: readonly Element[], base: string) => Reading<unknown>;

const FLAGS = ['appeal', 'excluded', 'writtenOff'] as const;
type Flag = (typeof FLAGS)[number];

/** A column whose words may be a sign of crossover. */
interface SignColumn {
  column: number;
  /** The end of its path, and its label. */
  name: string;
  label: string;
}

/** Reads the rows of one table of claims. */
export class ClaimsTable {
  readonly grid: Grid<ClaimColumn>;
  readonly #ctx: Context;
  readonly #sources: Sources;
  readonly #takes: ReturnType<typeof takesOf>;
  readonly #values: Record<ReadingField, ReadValue>;
  readonly #flagged: boolean;
  readonly #actions: ClaimActions;
  readonly #signColumns: SignColumn[];
  readonly #signWords: RegExp;
  /** Texts without a sign of crossover. */
  readonly #unsigned = new Set<string>();
  readonly #width: number;
  readonly #idColumn: number;
  readonly #bothColumn: Source | undefined;
  readonly #payerColumn: Source | undefined;
  readonly #patientColumn: number | undefined;
  readonly #actionsColumn: number | undefined;
  readonly #idKey: string;
  readonly #total: RegExp;
  /** The texts of the row that is read now. */
  #cells: readonly Element[] = [];
  readonly #texts: (string | undefined)[] = [];

  constructor(ctx: Context, grid: Grid<ClaimColumn>) {
    const { heads } = grid.columns;
    const { codes, words } = ctx.profile.crossover;
    this.#ctx = ctx;
    this.grid = grid;
    this.#sources = sourcesOf(grid.columns);
    this.#takes = takesOf(ctx);
    this.#values = this.#readers();
    this.#flagged = [...FLAGS, 'flags' as const, 'notes' as const].some((column) => this.#sources.has(column));
    this.#actions = new ClaimActions(ctx);
    this.#signColumns = this.#columnsOfSigns();
    this.#signWords = pattern([...Object.values(codes), words].join('|'));
    this.#width = heads.length;
    this.#idColumn = this.#first('id') ?? 0;
    this.#bothColumn = this.#sources.get('payers');
    this.#payerColumn = this.#sources.get('payer');
    this.#patientColumn = this.#first('patient');
    this.#actionsColumn = this.#first('actions');
    this.#idKey = keyOf(heads[this.#idColumn] ?? '');
    this.#total = new RegExp(`^(?:${pattern(ctx.profile.phrases.total).source})`, 'i');
  }

  /** The columns that are full in every whole row. */
  get width(): number {
    return this.#width;
  }

  #first(column: ClaimColumn): number | undefined {
    return firstColumn(this.#sources.get(column));
  }

  #text(cells: readonly Element[], column: number): string {
    if (cells !== this.#cells) {
      this.#cells = cells;
      this.#texts.length = 0;
    }
    const known = this.#texts[column];
    if (known !== undefined) return known;
    const cell = cells[column];
    const text = cell ? cellText(cell, this.#ctx.look) : '';
    this.#texts[column] = text;
    return text;
  }

  #readers(): Record<ReadingField, ReadValue> {
    const fields = Object.keys(FIELDS) as ReadingField[];
    return Object.fromEntries(fields.map((field) => [field, this.#reader(field)])) as Record<ReadingField, ReadValue>;
  }

  /** How a value is read: from its column, its part of a column, or two columns. */
  #reader(field: ReadingField): ReadValue {
    const source = this.#sources.get(field);
    if (!source) return () => absent;
    const { page } = this.#ctx;
    const label = FIELDS[field];
    const end = `/${field}`;
    const take = this.#takes[SORT[field]];
    const reading = ({ raw, parsed }: Taken, base: string): Reading<unknown> =>
      parsed ? toReading(parsed, raw, { page, path: base + end, label }) : absent;
    const [column = 0] = source.columns;
    if (source.kind === 'span') return (cells, base) => reading(take(this.#spanText(cells, source.columns)), base);
    if (source.columns.length > 1) {
      const heads = source.columns.map((at) => `"${this.grid.columns.heads[at]}"`).join(' and ');
      const why = `The columns ${heads} could both be it.`;
      return (_, base) => unreadable('', why, { page, path: base + end, label });
    }
    if (source.kind === 'part') {
      const { part, parts } = source;
      return (cells, base) => {
        const text = this.#text(cells, column);
        const values = partsOf(text, parts);
        if (values) return reading(take(values[part] ?? ''), base);
        const raw = plain(text);
        const why = `"${raw}" does not show ${parts} values.`;
        return raw === '' ? absent : unreadable(raw, why, { page, path: base + end, label });
      };
    }
    if (SORT[field] === 'money') {
      // The usual amount, the short way.
      return (cells, base) => {
        const text = this.#text(cells, column);
        const cents = plainCents(text);
        return cents === undefined ? reading(take(text), base) : read(cents, text, { page, path: base + end, label });
      };
    }
    if (field === 'dos') return (cells, base) => reading(take(inOneLine(this.#text(cells, column))), base);
    return (cells, base) => reading(take(this.#text(cells, column)), base);
  }

  /** Two columns as one text: `02/24/2026 - 02/26/2026`. */
  #spanText(cells: readonly Element[], [from, to]: readonly [number, number]): string {
    const end = plain(this.#text(cells, to));
    return end ? `${plain(this.#text(cells, from))} - ${end}` : this.#text(cells, from);
  }

  /** Number of the id cell's text, or why the row is none of a claim. */
  idText(cells: readonly Element[]): string {
    return plain(this.#text(cells, this.#idColumn), 60);
  }

  /** Whether a row has far fewer cells than the heads: it is cut off, or tells details of the claim above. */
  isShort(cells: readonly Element[]): boolean {
    return countCells(cells) * 2 <= this.#width;
  }

  isClaim(cells: readonly Element[], idText: string): boolean {
    const count = countCells(cells);
    return (
      idText !== '' &&
      count > 2 &&
      count * 2 > this.#width &&
      !this.#total.test(idText) &&
      (/\d/.test(idText) || keyOf(idText) !== this.#idKey)
    );
  }

  patient(cells: readonly Element[]): PersonName | undefined {
    if (this.#patientColumn === undefined) return undefined;
    const name = parseName(plain(this.#text(cells, this.#patientColumn)));
    return name.ok ? name.value : undefined;
  }

  /** Reads one row that changed; undefined where it cannot be read without the rows around it. */
  reread(row: Element, base: string): ClaimRow | undefined {
    this.#ctx.look.forget();
    const spans = new Spans();
    const cells = spans.lay(row);
    return spans.laid ? undefined : this.read(row, cells, base);
  }

  /** Reads one row. `base` is the beginning of its paths: `claims/8841207`. */
  read(row: Element, cells: readonly Element[], base: string): ClaimRow {
    const of = this.#values;
    const claim = {
      id: of.id(cells, base),
      pcn: of.pcn(cells, base),
      dos: of.dos(cells, base),
      status: of.status(cells, base),
      level: of.level(cells, base),
      primaryPayer: of.primaryPayer(cells, base),
      secondaryPayer: of.secondaryPayer(cells, base),
      charge: of.charge(cells, base),
      insurancePaid: of.insurancePaid(cells, base),
      patientPaid: of.patientPaid(cells, base),
      adjusted: of.adjusted(cells, base),
      insuranceBalance: of.insuranceBalance(cells, base),
      patientBalance: of.patientBalance(cells, base),
      notes: of.notes(cells, base),
      appeal: of.appeal(cells, base),
      excluded: of.excluded(cells, base),
      writtenOff: of.writtenOff(cells, base),
      crossover: this.#signs(cells, base),
      actions: this.#actions.read(row, cells, base, () => this.#greyed(cells)),
    } as ClaimRow;
    this.#payers(claim, cells, base);
    if (this.#flagged) this.#flags(claim, cells, base);
    return claim;
  }

  /** The words of the cell where the actions stand. */
  #greyed(cells: readonly Element[]): string {
    return this.#actionsColumn === undefined ? '' : this.#text(cells, this.#actionsColumn);
  }

  #place(base: string, end: string, field: ReadingField): Place {
    return placeAt(this.#ctx, `${base}/${end}`, FIELDS[field]);
  }

  /** Payers in one column: both in a cell, or the one that this claim was billed to. */
  #payers(claim: ClaimRow, cells: readonly Element[], base: string): void {
    const both = this.#bothColumn;
    const one = this.#payerColumn;
    if (both && claim.primaryPayer.kind === 'absent' && claim.secondaryPayer.kind === 'absent') {
      this.#bothPayers(claim, this.#text(cells, firstColumn(both) ?? 0), base);
    } else if (one) this.#billedPayer(claim, one, cells, base);
  }

  #bothPayers(claim: ClaimRow, text: string, base: string): void {
    const found = payersIn(text, this.#ctx.profile);
    const raw = plain(text);
    if (found) this.#setPayers(claim, found, base);
    else if (raw) {
      const untold = unreadable(raw, PAYERS_UNTOLD, this.#place(base, 'primaryPayer', 'primaryPayer'));
      claim.primaryPayer = untold;
      claim.secondaryPayer = untold;
    }
  }

  #setPayers(claim: ClaimRow, { primary, secondary }: NonNullable<ReturnType<typeof payersIn>>, base: string): void {
    if (primary) claim.primaryPayer = read(primary, primary, this.#place(base, 'primaryPayer', 'primaryPayer'));
    if (secondary)
      claim.secondaryPayer = read(secondary, secondary, this.#place(base, 'secondaryPayer', 'secondaryPayer'));
  }

  /** The payer that this claim was billed to: which one, its level says; that may stand in the payer's own column. */
  #billedPayer(claim: ClaimRow, { columns }: Source, cells: readonly Element[], base: string): void {
    let text = this.#text(cells, columns[0] ?? 0);
    const asLevel = this.#sources.has('level') ? undefined : this.#takes.level(text).parsed;
    if (asLevel?.ok) {
      claim.level = read(asLevel.value as PayerLevel, plain(text), this.#place(base, 'payer', 'level'));
      const [, named, more] = columns;
      if (named === undefined || more !== undefined) return;
      text = this.#text(cells, named);
    }
    const raw = plain(text);
    if (raw === '' || claim.primaryPayer.kind !== 'absent') return;
    const two = payersIn(text, this.#ctx.profile);
    const level = claim.level.kind === 'read' ? claim.level.value : undefined;
    const primary = () => this.#place(base, 'primaryPayer', 'primaryPayer');
    if (two?.primary && two.secondary) this.#setPayers(claim, two, base);
    else if (level === 'P') claim.primaryPayer = read(raw, raw, primary());
    else if (level === 'S')
      claim.secondaryPayer = read(raw, raw, this.#place(base, 'secondaryPayer', 'secondaryPayer'));
    else if (level === undefined) claim.primaryPayer = unreadable(raw, PAYER_UNTOLD, primary());
  }

  /** Marks in columns of their own, and those that are words in the notes or flags. */
  #flags(claim: ClaimRow, cells: readonly Element[], base: string): void {
    const flagged = this.#first('flags');
    const notes = this.#first('notes');
    const flags = flagged === undefined ? '' : this.#text(cells, flagged);
    const text = `${flags}\n${notes === undefined ? '' : this.#text(cells, notes)}`;
    const raw = plain(text);
    const rawFlags = plain(flags);
    if (claim.notes.kind === 'absent' && rawFlags) {
      claim.notes = read(rawFlags, rawFlags, placeAt(this.#ctx, `${base}/flags`, 'Flags'));
    }
    for (const flag of FLAGS) {
      if (this.#sources.has(flag)) {
        claim[flag] = this.#mark(claim[flag], flag, base);
        continue;
      }
      const says = raw ? flagIn(text, this.#ctx.profile.flags[flag]) : undefined;
      if (says === undefined && flagged === undefined) continue;
      const place = this.#place(base, flagged === undefined ? 'notes' : 'flags', flag);
      claim[flag] = says === undefined ? read(false, rawFlags, place) : read(says, raw, place);
    }
  }

  /** A mark in a column of its own: empty is no mark. */
  #mark(reading: Reading<unknown>, flag: Flag, base: string): Reading<boolean> {
    const place = this.#place(base, flag, flag);
    if (reading.kind === 'absent') return read(false, '', place);
    if (reading.kind === 'read') return read(reading.value === 'yes', reading.raw, place);
    const says = flagIn(reading.raw, this.#ctx.profile.flags[flag]);
    return says === undefined ? (reading as Reading<boolean>) : read(says, reading.raw, place);
  }

  /** Where a sign of crossover may stand: notes, flags, status, a column of its own, and every column without a meaning. */
  #columnsOfSigns(): SignColumn[] {
    const { heads } = this.grid.columns;
    const known = new Set([...this.#sources.values()].flatMap(({ columns }) => columns));
    const others = heads.map((_, column) => column).filter((column) => !known.has(column));
    const named = (['notes', 'flags', 'status', 'crossover'] as const).flatMap((name) => {
      const column = this.#first(name);
      const label = name === 'status' ? 'Status' : name === 'crossover' ? 'Crossover' : 'Notes';
      return column === undefined ? [] : [{ column, name, label }];
    });
    return [
      ...named,
      ...others.map((column) => ({ column, name: `column-${column + 1}`, label: heads[column] || 'Claim' })),
    ];
  }

  #signs(cells: readonly Element[], base: string): CrossoverSign[] {
    const signs: CrossoverSign[] = [];
    for (const { column, name, label } of this.#signColumns) {
      const text = this.#text(cells, column);
      if (text.length < 2 || text.length > 20_000) continue;
      // `Crossover | Yes`: the head says what the mark is of.
      const full = name === 'crossover' && yesNoOnly(this.#ctx, text) ? `crossover: ${text}` : text;
      if (this.#unsigned.has(full)) continue;
      if (!this.#signWords.test(full)) this.#unsigned.add(full);
      else signs.push(...crossoverSigns(full, this.#ctx.profile, placeAt(this.#ctx, `${base}/${name}`, label)));
    }
    return signs;
  }

  /** The cell or action of a row that a path's rest names: `status`, `action/cob`, `column-3`. */
  element(cells: readonly Element[], rest: string, base: string): Element | undefined {
    if (rest.startsWith('action/')) return this.#actions.element(cells, `${base}/${rest}`, base);
    const plainColumn = /^column-(\d+)$/.exec(rest)?.[1];
    if (plainColumn) return cells[Number(plainColumn) - 1];
    const source =
      this.#sources.get(rest as ClaimColumn) ?? this.#sources.get(/payer/i.test(rest) ? 'payers' : 'notes');
    return cells[firstColumn(source ?? this.#sources.get('payer')) ?? -1];
  }
}

const PAYERS_UNTOLD = 'The cell does not say which payer is primary and which secondary.';
const PAYER_UNTOLD = 'The column does not say which payer it is.';

/** `02/24/2026` above `02/26/2026` is a span. */
const inOneLine = (text: string): string => (text.includes('\n') ? plainLines(text).join(' - ') : text);

const yesNoOnly = (ctx: Context, text: string): boolean => meanings(ctx.profile.yesNo).has(keyOf(text));
