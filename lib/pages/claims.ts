import type { ClaimRow, PersonName } from '../claim/claim';
import { sameName } from '../claim/names';
import { type Reading, read } from '../claim/reading';
import { FIELDS, type ReadingField, SORT } from './claim-columns';
import { flagIn, parseId } from './claim-values';
import { ClaimsTable } from './claims-table';
import { type Context, MAX_ROWS, placeAt, rawOf } from './context';
import { crossoverSigns } from './crossover';
import { canPress, isElement, isPress, parentOf, pressName, rawText, tagOf } from './look';
import type { Work } from './slices';
import { countCells, findGrids, rowsOf, Spans } from './table';
import { mentions, pattern, plain } from './words';

/** Rows read between two looks at the clock. */
const ROWS_A_STEP = 24;

export interface ClaimsRead {
  table: ClaimsTable | undefined;
  claims: ClaimRow[];
  /** The element of each claim's row. */
  rows: Element[];
  complete: boolean;
  /** Cells span rows or columns: a row cannot be read without those above it. */
  spanned: boolean;
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
  const out: ClaimsRead = { table, claims: [], rows: [], complete: !ctx.partial, spanned: false };
  if (!table) return out;
  const { grid } = table;
  const spans = new Spans();
  let n = 0;
  let last: { row: Element; cells: Element[]; claim: boolean } | undefined;
  let foreign = 0;
  let nth = 0;
  for (const row of rowsOf(grid.table)) {
    n += 1;
    const cells = spans.lay(row);
    if (n <= grid.headRows) continue;
    out.spanned ||= spans.laid;
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
    const read = table.read(row, cells, baseOf(idText, nth));
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
  charge.kind !== 'absent' &&
  dos.kind === 'absent' &&
  status.kind === 'absent' &&
  primaryPayer.kind === 'absent' &&
  secondaryPayer.kind === 'absent';

/** A row beneath a claim with words about it in one wide cell. */
const addNoteRow = (ctx: Context, out: ClaimsRead, cells: Element[], idText: string): void => {
  const claim = out.claims.at(-1);
  const [cell] = countCells(cells) > 2 ? [] : cells.slice(-1);
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
    const spans = new Spans();
    let n = 0;
    let nth = 0;
    for (const row of rowsOf(table.grid.table)) {
      n += 1;
      const cells = spans.lay(row);
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
