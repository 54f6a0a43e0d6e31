import type { PageProblem, PageSnapshot } from '../claim/page';
import type { PageKind } from '../claim/reading';
import { readChart } from './chart';
import { type ClaimsRead, readClaims } from './claims';
import type { ClaimsTable } from './claims-table';
import type { Context } from './context';
import { type Field, fieldsOf } from './fields';
import { readForm, readSearchPage } from './form';
import { Handles } from './handles';
import { readLedger } from './ledger';
import { elementsOutside, Look, rawText } from './look';
import { readMessages } from './messages';
import type { PatientLabel, Profile } from './profile';
import { pageSlicer, runNow, runSliced, type Slicer, type Work } from './slices';
import { noStrip, readStrip } from './strip';
import { mentions, plain, plainLines } from './words';

export interface ReadOptions {
  profile: Profile;
  page: PageKind;
  /** Epoch milliseconds of the reading. */
  now: number;
  from: 'live' | 'fetched';
  /** Where elements are registered; a fetched page registers none that anyone could see. */
  handles: Handles;
  slicer?: Slicer;
  /** Whether the biller changed a control in this page. */
  touched?: (control: Element) => boolean;
  /** The page's text ended early (`isCutOff`). */
  cut?: boolean;
}

/** One reading, with what is needed to read single rows again. */
interface Reading {
  snapshot: PageSnapshot;
  table: ClaimsTable | undefined;
  rows: Element[];
  spanned: boolean;
}

const withoutFragment = (url: string): string => url.split('#', 1)[0] ?? url;

/** Tables with many rows, or with some rows of many cells, are data, not labels. */
const DATA_ROWS = 60;
const FEW_ROWS = 12;
const LABEL_CELLS = 6;

const isData = (table: HTMLTableElement): boolean => {
  const { length } = table.rows;
  if (length > DATA_ROWS || table.getElementsByTagName('th').length > 3) return true;
  return length > FEW_ROWS && (table.rows[1]?.cells.length ?? 0) > LABEL_CELLS;
};

const dataTables = (doc: Document): Set<Element> => {
  const big = new Set<Element>();
  for (const table of doc.getElementsByTagName('table')) {
    if (isData(table)) big.add(table);
  }
  // A table around everything is layout.
  for (const table of big) if ([...big].some((other) => other !== table && table.contains(other))) big.delete(table);
  return big;
};

/** Pages of long tables; on others a message may stand in a cell. */
const DATA_PAGES = new Set<PageKind>(['claim-history', 'ledger']);
/** More elements than this are looked at for messages only in part. */
const MAX_OUTSIDE = 8000;

const contextOf = (doc: Document, url: string, options: ReadOptions): Context => {
  const tables = dataTables(doc);
  return {
    doc,
    url: withoutFragment(url),
    page: options.page,
    profile: options.profile,
    look: new Look(doc, options.from === 'live'),
    handles: options.from === 'live' ? options.handles : new Handles(),
    live: options.from === 'live',
    partial: options.cut === true || doc.readyState === 'loading',
    touched: options.touched ?? (() => false),
    problems: [],
    outside: doc.body ? elementsOutside(doc.body, DATA_PAGES.has(options.page) ? tables : new Set(), MAX_OUTSIDE) : [],
    dataTables: tables,
  };
};

const patientFields = (ctx: Context): Field<PatientLabel>[] =>
  fieldsOf(ctx.doc.body, ctx.profile.labels.patient, ctx.look, {
    skip: ctx.page === 'claim-form' ? formParts(ctx.doc) : ctx.dataTables,
    sections: ctx.profile.ranks,
  });

/** On the claim form, what stands among the boxes is the claim's, not the page's. */
const formParts = (doc: Document): Set<Element> => {
  const parts = new Set<Element>();
  for (const el of doc.querySelectorAll('table,fieldset'))
    if (el.querySelectorAll('input,select,textarea').length > 3) parts.add(el);
  return parts;
};

/** A page with more text than this is no bare error. */
const MAX_ERROR = 4000;

/** Whether an element holds less text than this: looks no further than that. */
const holdsLess = (el: Element, most: number): boolean => {
  const walker = el.ownerDocument.createTreeWalker(el, NodeFilter.SHOW_TEXT);
  let length = 0;
  while (length < most && walker.nextNode()) length += rawText(walker.currentNode).length;
  return length < most;
};

const serverProblem = (ctx: Context): PageProblem | undefined => {
  const text = holdsLess(ctx.doc.body, MAX_ERROR - ctx.doc.title.length)
    ? `${ctx.doc.title} ${plainLines(ctx.look.text(ctx.doc.body)).join(' ')}`
    : ctx.doc.title;
  return mentions(text.slice(0, MAX_ERROR), ctx.profile.phrases.serverError)
    ? { kind: 'server-error', text: 'The page answered with an error.' }
    : undefined;
};

function* readWork(doc: Document, url: string, options: ReadOptions): Work<Reading> {
  const ctx = contextOf(doc, url, options);
  if (ctx.live) ctx.handles.clear();
  const fields = options.page === 'login' || !doc.body ? [] : patientFields(ctx);
  yield;
  const snapshot: PageSnapshot = {
    profile: options.profile.id,
    page: options.page,
    url: ctx.url,
    readAt: options.now,
    from: options.from,
    complete: !ctx.partial,
    title: plain(doc.title, 120),
    patient: options.page === 'login' || !doc.body ? noStrip : readStrip(ctx, fields),
    messages: [],
    problems: ctx.problems,
  };
  const reading: Reading = { snapshot, table: undefined, rows: [], spanned: false };
  if (!doc.body) return reading;
  if (options.page !== 'claim-form') snapshot.messages = readMessages(ctx);
  yield;
  yield* readKind(ctx, fields, snapshot, reading);
  const problem = serverProblem(ctx);
  if (problem) {
    snapshot.complete = false;
    ctx.problems.push(problem);
  }
  return reading;
}

function* readKind(ctx: Context, fields: Field<PatientLabel>[], snapshot: PageSnapshot, reading: Reading): Work<void> {
  switch (ctx.page) {
    case 'claim-history': {
      const read: ClaimsRead = yield* readClaims(ctx, snapshot.patient.name);
      snapshot.claims = read.claims;
      snapshot.complete &&= read.complete;
      reading.table = read.table;
      reading.rows = read.rows;
      reading.spanned = read.spanned;
      break;
    }
    case 'ledger': {
      const { ledger, complete } = yield* readLedger(ctx, fields);
      snapshot.ledger = ledger;
      snapshot.complete &&= complete;
      break;
    }
    case 'chart':
    case 'insurance':
      snapshot.chart = readChart(ctx, fields);
      break;
    case 'claim-form': {
      const form = readForm(ctx, fields, []);
      const boxAt = new Map<Element, string>();
      for (const { box, place } of form.boxes) {
        const el = ctx.handles.get(place.path);
        if (el) boxAt.set(el, box);
      }
      form.messages = readMessages(ctx, boxAt);
      snapshot.messages = form.messages;
      snapshot.form = form;
      break;
    }
    case 'payer-search':
      snapshot.search = readSearchPage(ctx);
      break;
    default:
  }
}

/**
 * Reads a recognised page in slices of a few milliseconds.
 * Out: what the page says, each value with its place; nothing is guessed, what cannot be read is said in `problems`.
 */
export const readPage = async (doc: Document, url: string, options: ReadOptions): Promise<PageSnapshot> =>
  (await runSliced(readWork(doc, url, options), options.slicer ?? pageSlicer)).snapshot;

/** Like `readPage`, at one go. */
export const readPageSync = (doc: Document, url: string, options: ReadOptions): PageSnapshot =>
  runNow(readWork(doc, url, options)).snapshot;

/** Reads a page again and again, and single rows of it where only they changed. */
export class PageReader {
  #last: Reading | undefined;
  #index = new Map<Element, number>();
  readonly #doc: Document;

  constructor(doc: Document) {
    this.#doc = doc;
  }

  /** The whole page. */
  async read(url: string, options: ReadOptions): Promise<PageSnapshot> {
    return this.#keep(await runSliced(readWork(this.#doc, url, options), options.slicer ?? pageSlicer));
  }

  /** The whole page at one go. */
  readSync(url: string, options: ReadOptions): PageSnapshot {
    return this.#keep(runNow(readWork(this.#doc, url, options)));
  }

  #keep(reading: Reading): PageSnapshot {
    this.#last = reading;
    this.#index = new Map(reading.rows.map((row, i) => [row, i]));
    return reading.snapshot;
  }

  /** The rows of Claim History by claim number, as they were read last. */
  rowsById(): Map<string, Element> {
    const rows = new Map<string, Element>();
    this.#last?.snapshot.claims?.forEach(({ id }, i) => {
      const row = this.#last?.rows[i];
      if (id.kind === 'read' && row?.isConnected) rows.set(id.value, row);
    });
    return rows;
  }

  /**
   * Reads only these rows of Claim History again.
   * Out: the snapshot with them renewed; undefined where that is not enough and the whole page must be read: a row that is not
   * known, a claim number that changed, cells that span rows, a reading with problems.
   */
  rereadRows(rows: Iterable<Element>, now: number): PageSnapshot | undefined {
    const last = this.#last;
    const table = last?.table;
    if (!last || !table || last.spanned || !last.snapshot.complete || last.snapshot.problems.length > 0)
      return undefined;
    const claims = (last.snapshot.claims ?? []).slice();
    for (const row of rows) {
      const at = this.#index.get(row);
      const before = at === undefined ? undefined : claims[at];
      if (at === undefined || !before || before.id.kind !== 'read' || !row.isConnected) return undefined;
      const after = table.reread(row, `claims/${before.id.value}`);
      if (after?.id.kind !== 'read' || after.id.value !== before.id.value) return undefined;
      claims[at] = after;
    }
    last.snapshot = { ...last.snapshot, claims, readAt: now };
    return last.snapshot;
  }
}

/** Whether the text of a fetched page ends before the page does. */
export const isCutOff = (html: string): boolean =>
  !/<\/(?:html|body)\s*>\s*(?:<!--[\s\S]{0,500}?-->\s*)*$/i.test(html.slice(-2000));
