import type { ClaimAction, ClaimRow, ClaimStatus, CrossoverSign, PayerLevel, PersonName } from '../claim/claim';
import { parseDateSpan } from '../claim/dates';
import { parseMoney } from '../claim/money';
import { parseName, sameName } from '../claim/names';
import { absent, type Parsed, type Reading, read, toReading, unreadable } from '../claim/reading';
import { asText, type Context, MAX_ROWS, oneOf, placeAt } from './context';
import { crossoverSigns } from './crossover';
import { attr, canPress, isElement, isPress, type Look, parentOf, pressables, pressName, rawText, tagOf } from './look';
import type { ClaimColumn } from './profile';
import type { Work } from './slices';
import { cellsOf, findGrids, type Grid, hasSpans, rowsOf, Spans } from './table';
import { keyOf, meaningOf, meanings, mentions, pattern, plain, plainLines } from './words';

/** Rows read between two looks at the clock. */
const ROWS_A_STEP = 24;

/** What a cell's text came to: kept for each column, because most texts of a column are the same few. */
type Kept = { raw: string; parsed: Parsed<unknown> | undefined };

type ReadingField = {
  [K in keyof ClaimRow]: ClaimRow[K] extends Reading<unknown> ? K : never;
}[keyof ClaimRow];

const FIELDS = {
  id: 'Claim number',
  pcn: 'Patient control number',
  dos: 'Date of service',
  status: 'Status',
  level: 'Level',
  primaryPayer: 'Primary payer',
  secondaryPayer: 'Secondary payer',
  charge: 'Charge',
  insurancePaid: 'Insurance paid',
  patientPaid: 'Patient paid',
  adjusted: 'Adjusted',
  insuranceBalance: 'Insurance balance',
  patientBalance: 'Patient balance',
  notes: 'Notes',
  appeal: 'Appeal',
  excluded: 'Excluded',
  writtenOff: 'Written off',
} satisfies Record<ReadingField, string>;

const CLAIM_ID = /^(?:claim\s*)?#?\s*([A-Z0-9][A-Z0-9-]{0,39})(?:\s(?!claims?\b)\D*)?$/i;

const parseId = (text: string): Parsed<string> => {
  const id = CLAIM_ID.exec(text)?.[1];
  return id && /\d/.test(id) ? { ok: true, value: id } : { ok: false, why: `"${text}" is not a claim number.` };
};

/** Dates that stand beside a status say when, not which: `Finalized 03/10/2026`. */
const WHEN =
  /\s*[-(,]?\s*\b(?:(?:on|since|as of)\s+)?\d{1,2}[/-]\d{1,2}[/-]\d{2,4}(?:\s+\d{1,2}:\d{2}(?:\s*[ap]m)?)?\)?/gi;

/** `Claim Sent to Payer` says no more than `Sent to Payer`. */
const OF_CLAIM = /^claim\s+(?:status:?\s*)?/i;

const parseStatus =
  ({ profile }: Context) =>
  (text: string): Parsed<ClaimStatus> => {
    const bare = text.replace(WHEN, '');
    const value = [text, bare, bare.replace(OF_CLAIM, '')]
      .map((one) => meaningOf(profile.statuses, one))
      .find((one) => one !== undefined);
    if (value) return { ok: true, value };
    return {
      ok: false,
      why: `The panel does not know the status "${text}". It does not count as Finalized.`,
    };
  };

/** What stands where a claim has no such payer. */
const NOBODY = /^(?:none|n\/a|-+|—)$/i;

type Parsers = Record<
  'id' | 'pcn' | 'dos' | 'status' | 'level' | 'payer' | 'money' | 'yesNo',
  (text: string) => Parsed<unknown> | undefined
>;

const parsersOf = (ctx: Context): Parsers => ({
  id: parseId,
  pcn: asText,
  dos: parseDateSpan,
  status: parseStatus(ctx),
  level: oneOf<PayerLevel>((text) => meaningOf(ctx.profile.levels, text), 'level'),
  payer: (text) => (NOBODY.test(text) ? undefined : asText(text)),
  money: parseMoney,
  yesNo: oneOf((text) => meaningOf(ctx.profile.yesNo, text), 'mark'),
});

const SORT: Record<ReadingField, keyof Parsers> = {
  id: 'id',
  pcn: 'pcn',
  dos: 'dos',
  status: 'status',
  level: 'level',
  primaryPayer: 'payer',
  secondaryPayer: 'payer',
  charge: 'money',
  insurancePaid: 'money',
  patientPaid: 'money',
  adjusted: 'money',
  insuranceBalance: 'money',
  patientBalance: 'money',
  notes: 'pcn',
  appeal: 'yesNo',
  excluded: 'yesNo',
  writtenOff: 'yesNo',
};

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

interface Source {
  kind: 'column' | 'span' | 'part';
  columns: number[];
  part: number;
  parts: number;
}

/** Reads the rows of one table of claims. */
export class ClaimsTable {
  readonly grid: Grid<ClaimColumn>;
  readonly spanned: boolean;
  readonly #ctx: Context;
  readonly #parsers: Parsers;
  readonly #kinds = new Map<string, { kind: ClaimAction['kind']; end: string }>();
  /** Texts without a sign of crossover. */
  readonly #unsigned = new Set<string>();
  readonly #kept = new Map<string, Map<string, Kept>>();
  readonly #sources = new Map<ClaimColumn, Source>();
  readonly #others: number[];
  readonly #unavailable: RegExp;
  readonly #signWords: RegExp;
  readonly #width: number;
  readonly #idKey: string;
  readonly #total: RegExp;
  /** The texts of the row that is read now. */
  #cells: Element[] = [];
  #texts: (string | undefined)[] = [];

  constructor(ctx: Context, grid: Grid<ClaimColumn>) {
    this.#ctx = ctx;
    this.grid = grid;
    this.spanned = hasSpans(grid);
    this.#parsers = parsersOf(ctx);
    const { of, merged, heads } = grid.columns;
    for (const [column, columns] of of) this.#sources.set(column, { kind: 'column', columns, part: 0, parts: 1 });
    for (const [column, list] of merged) {
      list.forEach((meaning, part) => {
        const known = this.#sources.get(meaning);
        if (known) known.columns.push(column);
        else this.#sources.set(meaning, { kind: 'part', columns: [column], part, parts: list.length });
      });
    }
    const from = this.#sources.get('dosFrom');
    const to = this.#sources.get('dosTo');
    if (from && to && !this.#sources.has('dos')) {
      this.#sources.set('dos', {
        kind: 'span',
        columns: [from.columns[0] ?? 0, to.columns[0] ?? 0],
        part: 0,
        parts: 1,
      });
    } else if (from && !this.#sources.has('dos')) this.#sources.set('dos', from);
    const share = this.#sources.get('patientShare');
    if (share && !this.#sources.has('patientBalance')) this.#sources.set('patientBalance', share);
    const known = new Set([...this.#sources.values()].flatMap(({ columns }) => columns));
    this.#others = heads.map((_, column) => column).filter((column) => !known.has(column));
    this.#unavailable = pattern(ctx.profile.unavailable);
    const { codes, words } = ctx.profile.crossover;
    this.#signWords = pattern([...Object.values(codes), words].join('|'));
    this.#width = heads.length;
    this.#idKey = keyOf(heads[this.#sources.get('id')?.columns[0] ?? 0] ?? '');
    this.#total = new RegExp(`^(?:${pattern(ctx.profile.phrases.total).source})`, 'i');
  }

  /** The cells of a row by column. Rows that span rows need the rows above: pass one `spans` for all of them. */
  cells(row: Element, spans?: Spans): Element[] {
    return spans ? spans.lay(row) : cellsOf(row);
  }

  #text(cells: Element[], column: number): string {
    if (cells !== this.#cells) {
      this.#cells = cells;
      this.#texts = [];
    }
    const known = this.#texts[column];
    if (known !== undefined) return known;
    const cell = cells[column];
    const text = cell ? cellText(cell, this.#ctx.look) : '';
    this.#texts[column] = text;
    return text;
  }

  #keep(sort: keyof Parsers, text: string): Kept {
    let map = this.#kept.get(sort);
    if (!map) {
      map = new Map();
      this.#kept.set(sort, map);
    }
    let kept = map.get(text);
    if (!kept) {
      const raw = plain(text);
      kept = { raw, parsed: raw === '' ? undefined : this.#parsers[sort](raw) };
      map.set(text, kept);
    }
    return kept;
  }

  /** One value of a row: from its column, its part of a column, or two columns. */
  #value(field: ReadingField, cells: Element[], base: string): Reading<unknown> {
    const source = this.#sources.get(field);
    if (!source) return absent;
    const place = { page: this.#ctx.page, path: `${base}/${field}`, label: FIELDS[field] };
    const [column = 0, second] = source.columns;
    if (source.kind !== 'span' && source.columns.length > 1) {
      const heads = source.columns.map((at) => `"${this.grid.columns.heads[at]}"`).join(' and ');
      return unreadable('', `The columns ${heads} could both be it.`, place);
    }
    let text = this.#text(cells, column);
    if (source.kind === 'span') {
      const to = plain(this.#text(cells, second ?? column));
      if (to) text = `${plain(text)} - ${to}`;
    } else if (source.kind === 'part') {
      const parts = partsOf(text, source.parts);
      if (!parts) {
        const raw = plain(text);
        return raw === '' ? absent : unreadable(raw, `"${raw}" does not show ${source.parts} values.`, place);
      }
      text = parts[source.part] ?? '';
    } else if (field === 'dos' && text.includes('\n')) text = plainLines(text).join(' - ');
    const { raw, parsed } = this.#keep(SORT[field], text);
    return parsed ? toReading(parsed, raw, place) : absent;
  }

  /** Number of the id cell's text, or why the row is none of a claim. */
  idText(cells: Element[]): string {
    return plain(this.#text(cells, this.#sources.get('id')?.columns[0] ?? 0), 60);
  }

  /** Whether a row has far fewer cells than the heads: it is cut off, or tells details of the claim above. */
  isShort(cells: Element[]): boolean {
    return (this.spanned ? new Set(cells).size : cells.length) * 2 <= this.#width;
  }

  isClaim(cells: Element[], idText: string): boolean {
    return (
      idText !== '' &&
      (this.spanned ? new Set(cells).size : cells.length) > 2 &&
      !this.isShort(cells) &&
      !this.#total.test(idText) &&
      (/\d/.test(idText) || keyOf(idText) !== this.#idKey)
    );
  }

  /** The columns that are full in every whole row. */
  get width(): number {
    return this.#width;
  }

  patient(cells: Element[]): PersonName | undefined {
    const source = this.#sources.get('patient');
    if (!source) return undefined;
    const name = parseName(plain(this.#text(cells, source.columns[0] ?? 0)));
    return name.ok ? name.value : undefined;
  }

  /** Reads one row that changed. */
  reread(row: Element, base: string): ClaimRow {
    this.#ctx.look.forget();
    return this.read(this.cells(row), base);
  }

  /** Reads one row. `base` is the beginning of its paths: `claims/8841207`. */
  read(cells: Element[], base: string): ClaimRow {
    const value = <K extends ReadingField>(field: K) => this.#value(field, cells, base) as ClaimRow[K];
    const level = value('level');
    const row: ClaimRow = {
      id: value('id'),
      pcn: value('pcn'),
      dos: value('dos'),
      status: value('status'),
      level,
      primaryPayer: value('primaryPayer'),
      secondaryPayer: value('secondaryPayer'),
      charge: value('charge'),
      insurancePaid: value('insurancePaid'),
      patientPaid: value('patientPaid'),
      adjusted: value('adjusted'),
      insuranceBalance: value('insuranceBalance'),
      patientBalance: value('patientBalance'),
      notes: value('notes'),
      appeal: value('appeal'),
      excluded: value('excluded'),
      writtenOff: value('writtenOff'),
      crossover: [],
      actions: [],
    };
    this.#payers(row, cells, base);
    this.#flags(row, cells, base);
    row.crossover = this.#signs(cells, base);
    row.actions = this.#actions(cells, base);
    return row;
  }

  /** Payers in one column: both in a cell, or the one that this claim was billed to. */
  #payers(row: ClaimRow, cells: Element[], base: string): void {
    const both = this.#sources.get('payers');
    const one = this.#sources.get('payer');
    const place = (field: 'primaryPayer' | 'secondaryPayer') => ({
      page: this.#ctx.page,
      path: `${base}/${field}`,
      label: FIELDS[field],
    });
    if (both && row.primaryPayer.kind === 'absent' && row.secondaryPayer.kind === 'absent') {
      const text = this.#text(cells, both.columns[0] ?? 0);
      const found = payersIn(text, this.#ctx);
      const raw = plain(text);
      if (found) {
        if (found.primary) row.primaryPayer = read(found.primary, found.primary, place('primaryPayer'));
        if (found.secondary) row.secondaryPayer = read(found.secondary, found.secondary, place('secondaryPayer'));
      } else if (raw) row.primaryPayer = row.secondaryPayer = unreadable(raw, PAYERS_UNTOLD, place('primaryPayer'));
    } else if (one) {
      let text = this.#text(cells, one.columns[0] ?? 0);
      let raw = plain(text);
      const asLevel = this.#sources.has('level') ? undefined : this.#keep('level', text).parsed;
      const billed = asLevel?.ok ? (asLevel.value as PayerLevel) : undefined;
      if (billed) {
        row.level = read(billed, raw, placeAt(this.#ctx, `${base}/payer`, FIELDS.level));
        const [, named, more] = one.columns;
        if (named === undefined || more !== undefined) return;
        text = this.#text(cells, named);
        raw = plain(text);
      }
      const level = row.level.kind === 'read' ? row.level.value : undefined;
      if (raw === '') return;
      if (row.primaryPayer.kind !== 'absent') return;
      const two = payersIn(text, this.#ctx);
      if (two?.primary && two.secondary) {
        row.primaryPayer = read(two.primary, two.primary, place('primaryPayer'));
        row.secondaryPayer = read(two.secondary, two.secondary, place('secondaryPayer'));
        return;
      }
      if (level === 'P') row.primaryPayer = read(raw, raw, place('primaryPayer'));
      else if (level === 'S') row.secondaryPayer = read(raw, raw, place('secondaryPayer'));
      else if (level === undefined) row.primaryPayer = unreadable(raw, PAYER_UNTOLD, place('primaryPayer'));
    }
  }

  /** Marks that have no column of their own but words in the notes or flags. */
  #flags(row: ClaimRow, cells: Element[], base: string): void {
    const flagged = this.#sources.get('flags');
    const flags = flagged ? this.#text(cells, flagged.columns[0] ?? 0) : '';
    const notes = this.#sources.get('notes');
    const text = `${flags}\n${notes ? this.#text(cells, notes.columns[0] ?? 0) : ''}`;
    if (row.notes.kind === 'absent' && plain(flags)) {
      row.notes = read(plain(flags), plain(flags), placeAt(this.#ctx, `${base}/flags`, 'Flags'));
    }
    for (const flag of ['appeal', 'excluded', 'writtenOff'] as const) {
      if (this.#sources.has(flag)) {
        row[flag] = this.#mark(row[flag], flag, base);
        continue;
      }
      const says = plain(text) ? flagIn(text, this.#ctx.profile.flags[flag]) : undefined;
      const place = placeAt(this.#ctx, `${base}/${flagged ? 'flags' : 'notes'}`, FIELDS[flag]);
      if (says !== undefined) row[flag] = read(says, plain(text), place);
      else if (flagged) row[flag] = read(false, plain(flags), place);
    }
  }

  /** A mark in a column of its own: empty is no mark. */
  #mark(reading: Reading<unknown>, flag: 'appeal' | 'excluded' | 'writtenOff', base: string): Reading<boolean> {
    const place = placeAt(this.#ctx, `${base}/${flag}`, FIELDS[flag]);
    if (reading.kind === 'absent') return read(false, '', place);
    if (reading.kind === 'read') return read(reading.value === 'yes', reading.raw, place);
    const says = flagIn(reading.raw, this.#ctx.profile.flags[flag]);
    return says === undefined ? (reading as Reading<boolean>) : read(says, reading.raw, place);
  }

  #signs(cells: Element[], base: string): CrossoverSign[] {
    const signs: CrossoverSign[] = [];
    const look = (column: number, name: string, label: string, prefix = '') => {
      const text = this.#text(cells, column);
      if (text.length < 2 || text.length > 20_000) return;
      const full = prefix ? `${prefix}: ${text}` : text;
      if (this.#unsigned.has(full)) return;
      if (!this.#signWords.test(full)) this.#unsigned.add(full);
      else signs.push(...crossoverSigns(full, this.#ctx.profile, placeAt(this.#ctx, `${base}/${name}`, label)));
    };
    for (const name of ['notes', 'flags', 'status'] as const) {
      const column = this.#sources.get(name)?.columns[0];
      if (column !== undefined) look(column, name, name === 'status' ? 'Status' : 'Notes');
    }
    const own = this.#sources.get('crossover')?.columns[0];
    if (own !== undefined)
      look(own, 'crossover', 'Crossover', yesNoOnly(this.#ctx, this.#text(cells, own)) ? 'crossover' : '');
    for (const column of this.#others) look(column, `column-${column + 1}`, this.grid.columns.heads[column] || 'Claim');
    return signs;
  }

  #actions(cells: Element[], base: string): ClaimAction[] {
    const actions: ClaimAction[] = [];
    let before: Element | undefined;
    for (const cell of cells) {
      if (cell !== before && cell.firstElementChild) {
        for (const el of pressables(cell, true)) actions.push(this.#action(el, base));
      }
      before = cell;
    }
    const column = this.#sources.get('actions')?.columns[0];
    if (column !== undefined && !actions.some(({ kind }) => kind === 'cob')) {
      const greyed = plainLines(this.#text(cells, column)).find((line) => this.#kind(line).kind === 'cob');
      if (greyed) actions.push({ kind: 'cob', label: greyed, enabled: false, path: `${base}/action/cob` });
    }
    return actions.filter(({ label }) => label !== '');
  }

  /** What an action's label means, and the end of its path: most rows have the same few labels. */
  #kind(label: string): { kind: ClaimAction['kind']; end: string } {
    let known = this.#kinds.get(label);
    if (!known) {
      const kind = actionKind(label, this.#ctx);
      known = { kind, end: kind === 'other' ? keyOf(label).slice(0, 40) : kind };
      this.#kinds.set(label, known);
    }
    return known;
  }

  #action(el: Element, base: string): ClaimAction {
    const label = pressName(el);
    const { kind, end } = this.#kind(label);
    const href = kind === 'ledger' ? plainAddress(el, this.#ctx.url) : undefined;
    const enabled = (tagOf(el) !== 'IMG' || attr(el, 'onclick') !== null) && canPress(el, this.#unavailable);
    return { kind, label: label.slice(0, 80), enabled, path: `${base}/action/${end}`, ...(href ? { href } : {}) };
  }

  /** The cell or action of a row that a path's rest names: `status`, `action/cob`, `column-3`. */
  element(cells: Element[], rest: string, base: string): Element | undefined {
    if (rest.startsWith('action/')) {
      for (const cell of cells) {
        const found = [...pressables(cell), ...cell.querySelectorAll('img')].find(
          (el) => this.#action(el, base).path === `${base}/${rest}`,
        );
        if (found) return found;
      }
      return undefined;
    }
    const plainColumn = /^column-(\d+)$/.exec(rest)?.[1];
    if (plainColumn) return cells[Number(plainColumn) - 1];
    const source =
      this.#sources.get(rest as ClaimColumn) ?? this.#sources.get(/payer/i.test(rest) ? 'payers' : 'notes');
    return cells[(source ?? this.#sources.get('payer'))?.columns[0] ?? -1];
  }
}

const PAYERS_UNTOLD = 'The cell does not say which payer is primary and which secondary.';
const PAYER_UNTOLD = 'The column does not say which payer it is.';

const yesNoOnly = (ctx: Context, text: string): boolean => meanings(ctx.profile.yesNo).has(keyOf(text));

const actionKind = (label: string, { profile }: Context): ClaimAction['kind'] => {
  const exact = meaningOf(profile.actions, label);
  if (exact) return exact;
  // `COB not available`: the action's word with the reason why it cannot be pressed, or a number.
  const bare = label
    .replace(pattern(profile.unavailable), '')
    .replace(/\d+/g, '')
    .replace(/\bfor claim\b.*|[-:(].*$/i, '');
  return meaningOf(profile.actions, bare) ?? (mentions(label, 'cob') ? 'cob' : 'other');
};

const originOf = (url: string): string => /^https?:\/\/[^/]+/i.exec(url)?.[0].toLowerCase() ?? '';

/** A plain address of the page's own origin; none for scripts, fragments and other sites. */
const plainAddress = (el: Element, url: string): string | undefined => {
  const href = attr(tagOf(el) === 'A' ? el : (el.closest('a') ?? el), 'href')?.trim();
  if (!href || href.startsWith('#')) return undefined;
  // The usual address needs no parser: rooted, without dots, marks of another host or control characters.
  if (/^\/[\w-][\w/-]*(?:\.(?:do|jsp|html?))?(?:\?[\w=&%+-]*)?$/.test(href)) return originOf(url) + href;
  const address = URL.canParse(href, url) ? new URL(href, url) : undefined;
  if (!address || !/^https?:$/.test(address.protocol) || address.origin !== new URL(url).origin) return undefined;
  return address.href;
};

/** The parts of a cell that holds several values: by lines, else by ` / `. */
const partsOf = (text: string, count: number): string[] | undefined => {
  const lines = plainLines(text);
  const parts = lines.length > 1 ? lines : (lines[0] ?? '').split(/\s+[/|]\s+|\s*;\s*/);
  return parts.length === count ? parts.map((part) => plain(part)) : undefined;
};

const LABELLED = /^\s*([A-Za-z1-3]{1,10})\s*[:)=-]\s+?(.+)$/;

/** Both payers of a cell: labelled (`P: AETNA`), else in order. Undefined where they cannot be told apart. */
const payersIn = (text: string, { profile }: Context): { primary?: string; secondary?: string } | undefined => {
  const lines = plainLines(text)
    .flatMap((line) => line.split(/\s+[/|]\s+|\s*;\s*/))
    .filter(Boolean);
  if (lines.length === 0 || lines.length > 3) return lines.length ? undefined : {};
  const out: { P?: string; S?: string; T?: string } = {};
  const labelled = lines.map((line) => {
    const [, label = '', value = ''] = LABELLED.exec(line) ?? [];
    return { level: meaningOf(profile.levels, label), value };
  });
  if (labelled.every(({ level }) => level)) {
    for (const { level, value } of labelled) {
      if (!level || out[level]) return undefined;
      out[level] = value;
    }
  } else {
    if (labelled.some(({ level }) => level) || lines.length > 2) return undefined;
    if (lines.length === 1 && lines[0]?.includes('/')) return undefined;
    [out.P = '', out.S = ''] = lines;
  }
  return {
    ...(out.P ? { primary: out.P } : {}),
    ...(out.S && !NOBODY.test(out.S) ? { secondary: out.S } : {}),
  };
};

/** What words say about a mark: yes, no, or nothing. */
export const flagIn = (text: string, flag: { yes: string; no: string }): boolean | undefined => {
  let says: boolean | undefined;
  for (const clause of text.split(/[\n;|]|\.\s|,\s/)) {
    if (mentions(clause, flag.no)) says ??= false;
    else if (mentions(clause, flag.yes)) says = mentions(clause, 'not|no|never|if|may') ? says : true;
  }
  return says;
};

export interface ClaimsRead {
  table: ClaimsTable | undefined;
  claims: ClaimRow[];
  /** The element of each claim's row. */
  rows: Element[];
  complete: boolean;
}

/** The paths' beginning of a row: its claim number, else where it stands. */
const baseOf = (idText: string, n: number): string => {
  const id = parseId(idText);
  return `claims/${id.ok ? id.value : `row-${n}`}`;
};

/** Finds the table of claims that says most. */
export const findClaimsTable = (ctx: Context): ClaimsTable | undefined => {
  const [grid] = findGrids(ctx.doc.body, ctx.profile.columns.claims, 3, ctx.look).filter(({ meanings }) =>
    meanings.has('id'),
  );
  return grid && new ClaimsTable(ctx, grid);
};

/** Reads all claims of Claim History; stops between rows where it may be interrupted. */
export function* readClaims(ctx: Context, patient: Reading<PersonName>): Work<ClaimsRead> {
  const table = findClaimsTable(ctx);
  const out: ClaimsRead = { table, claims: [], rows: [], complete: !ctx.partial };
  if (!table) return out;
  const { grid } = table;
  const spans = table.spanned ? new Spans() : undefined;
  let n = 0;
  let last: { row: Element; cells: Element[]; claim: boolean } | undefined;
  let foreign = 0;
  let nth = 0;
  for (const row of rowsOf(grid.table)) {
    n += 1;
    const cells = table.cells(row, spans);
    if (n <= grid.headRows) continue;
    if (n % ROWS_A_STEP === 0) yield;
    if (out.claims.length >= MAX_ROWS) {
      ctx.problems.push({
        kind: 'too-large',
        text: `The page has more than ${MAX_ROWS} rows. ${MAX_ROWS} claims were read, the rest is not known.`,
      });
      out.complete = false;
      break;
    }
    if (!ctx.look.shows(row)) continue;
    const idText = table.idText(cells);
    const claim = table.isClaim(cells, idText);
    last = { row, cells, claim: claim || table.isShort(cells) };
    if (!claim) {
      addNoteRow(ctx, out, cells, idText);
      continue;
    }
    nth += 1;
    const owner = table.patient(cells);
    if (owner && patient.kind === 'read' && !sameName(owner, patient.value)) {
      foreign += 1;
      continue;
    }
    const read = table.read(cells, baseOf(idText, nth));
    if (isBare(read)) continue;
    out.claims.push(read);
    out.rows.push(row);
  }
  if (foreign > 0) {
    ctx.problems.push({ kind: 'other-patient', text: `${foreign} rows are of other patients. They were not used.` });
  }
  cutLastRow(ctx, out, last);
  dropDoubles(ctx, out);
  sayPartial(ctx, out);
  registerRows(ctx, table);
  return out;
}

/** Amounts without a date, a status and a payer are sums, whatever stands for their number. */
const isBare = ({ dos, status, primaryPayer, secondaryPayer, charge }: ClaimRow): boolean =>
  charge.kind !== 'absent' && [dos, status, primaryPayer, secondaryPayer].every(({ kind }) => kind === 'absent');

/** A row beneath a claim with words about it in one wide cell. */
const addNoteRow = (ctx: Context, out: ClaimsRead, cells: Element[], idText: string): void => {
  const claim = out.claims.at(-1);
  const [cell] = cells.length > 1 && new Set(cells).size > 2 ? [] : cells.slice(-1);
  if (claim?.id.kind !== 'read' || !cell || cell.querySelector('table,input,select')) return;
  const text = ctx.look.text(cell);
  const raw = plain(text);
  if (!raw || mentions(idText, ctx.profile.phrases.total)) return;
  const place = placeAt(ctx, `claims/${claim.id.value}/notes`, 'Notes');
  claim.crossover.push(...crossoverSigns(text, ctx.profile, place));
  if (claim.notes.kind === 'absent') claim.notes = read(raw, raw, place);
  for (const flag of ['appeal', 'excluded', 'writtenOff'] as const) {
    const says = flagIn(text, ctx.profile.flags[flag]);
    if (says && claim[flag].kind !== 'read') claim[flag] = read(says, raw, place);
  }
};

/** A page that ended early ends inside its last row: that row is not used. */
const cutLastRow = (
  ctx: Context,
  out: ClaimsRead,
  last: { row: Element; cells: Element[]; claim: boolean } | undefined,
): void => {
  const width = out.table?.width ?? 0;
  const short = last?.claim === true && last.cells.length < width && endsPage(last.row, true);
  const cut = short || (last !== undefined && endsPage(last.row, false)) || ctx.partial;
  if (!cut) return;
  out.complete = false;
  if (last?.claim && out.rows.at(-1) === last.row) {
    out.rows.pop();
    out.claims.pop();
  }
  const read = out.claims.length;
  ctx.problems.push({
    kind: 'cut-off',
    text: `The page ended in the middle of row ${read + 1}. ${read} ${read === 1 ? 'claim was' : 'claims were'} read, the rest is not known.`,
  });
};

/** A line break after the opening tag of a row's block: then one stands before the closing tag too. */
const opensWithBreak = (block: Element | null): boolean =>
  block !== null && (block.firstChild?.nodeType === 3 || block.previousSibling?.nodeType === 3);

/**
 * Whether the page ends inside a row, so that nothing comes after it. A short row at the page's end is enough; a row with all its
 * cells is inside only where the page is written with line breaks around its rows and none follows this one.
 */
const endsPage = (row: Element, short: boolean): boolean => {
  if (!short && !(row.previousSibling?.nodeType === 3 && opensWithBreak(parentOf(row)))) return false;
  for (let node: Node | null = row; node && tagOf(node) !== 'HTML'; node = parentOf(node)) {
    for (let after = node.nextSibling; after; after = after.nextSibling) {
      if (!short || rawText(after).trim() !== '' || isElement(after)) return false;
    }
  }
  return true;
};

const sameRow = (a: Element | undefined, b: Element | undefined): boolean =>
  a !== undefined && b !== undefined && plain(rawText(a), 5000) === plain(rawText(b), 5000);

/** The same claim twice: equal rows are one, different ones are not used. */
const dropDoubles = (ctx: Context, out: ClaimsRead): void => {
  const first = new Map<string, number>();
  const bad = new Set<string>();
  const drop = new Set<number>();
  out.claims.forEach(({ id }, i) => {
    if (id.kind !== 'read') return;
    const before = first.get(id.value);
    if (before === undefined) first.set(id.value, i);
    else if (sameRow(out.rows[before], out.rows[i])) drop.add(i);
    else bad.add(id.value);
  });
  if (drop.size + bad.size === 0) return;
  for (const id of bad) {
    ctx.problems.push({
      kind: 'duplicate-claim',
      text: `Claim ${id} is on this page twice, with different ${differences(out, id)}. Neither is used.`,
      path: `claims/${id}`,
    });
  }
  const keep = (claim: ClaimRow | undefined, i: number) =>
    !drop.has(i) && !(claim?.id.kind === 'read' && bad.has(claim.id.value));
  out.rows = out.rows.filter((_, i) => keep(out.claims[i], i));
  out.claims = out.claims.filter(keep);
};

/** What stands there, as text. */
export const rawOf = (reading: Reading<unknown>): string => (reading.kind === 'absent' ? '' : reading.raw);

const differences = ({ claims }: ClaimsRead, id: string): string => {
  const [a, b] = claims.filter((claim) => claim.id.kind === 'read' && claim.id.value === id);
  if (!a || !b) return 'values';
  const differ = (Object.keys(FIELDS) as ReadingField[]).filter((field) => rawOf(a[field]) !== rawOf(b[field]));
  return differ.length > 0 && differ.every((field) => SORT[field] === 'money') ? 'amounts' : 'values';
};

/** A list that goes on elsewhere is not the whole list. */
const sayPartial = (ctx: Context, out: ClaimsRead): void => {
  const table = out.table?.grid.table;
  const count = Number(table?.getAttribute('aria-rowcount') ?? Number.NaN) - (out.table?.grid.headRows ?? 0);
  const more = count > out.claims.length + 1 || count === -1 - (out.table?.grid.headRows ?? 0);
  const next = ctx.outside.some(
    (el) => isPress(el, tagOf(el)) && isNext(ctx, el) && canPress(el, pattern(ctx.profile.unavailable)),
  );
  if (!more && !next) return;
  out.complete = false;
  ctx.problems.push({
    kind: 'cut-off',
    text: `The page lists only a part of the claims. ${out.claims.length} claims were read, the rest is not known.`,
  });
};

const isNext = (ctx: Context, el: Element): boolean => {
  const name = rawText(el).length > 20 ? '' : pressName(el).toLowerCase();
  return name !== '' && ctx.profile.phrases.next.split('|').includes(name);
};

/** Registers how the rows and cells of the table are found again: by claim number, wherever the row stands then. */
const registerRows = (ctx: Context, table: ClaimsTable): void => {
  ctx.handles.find('claims/', (path) => {
    const [, key = '', ...rest] = path.split('/');
    const spans = table.spanned ? new Spans() : undefined;
    let n = 0;
    let nth = 0;
    for (const row of rowsOf(table.grid.table)) {
      n += 1;
      const cells = table.cells(row, spans);
      if (n <= table.grid.headRows) continue;
      const idText = table.idText(cells);
      if (!table.isClaim(cells, idText)) continue;
      nth += 1;
      const base = baseOf(idText, nth);
      if (base === `claims/${key}`) return rest.length ? table.element(cells, rest.join('/'), base) : row;
    }
    return undefined;
  });
};
