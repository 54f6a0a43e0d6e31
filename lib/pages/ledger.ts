import type { Adjustment, Cents, Ledger, LedgerLine, PayerLevel, Posting } from '../claim/claim';
import { parseRecentDate } from '../claim/dates';
import { parseMoney } from '../claim/money';
import { absent, type Parsed, type Place, type Reading, read, toReading, unreadable } from '../claim/reading';
import { parseAdjustments } from './adjustments';
import { flagIn } from './claim-values';
import { agree, asText, type Context, MAX_ROWS, oneOf, placeAt, rawOf, readText } from './context';
import { crossoverSigns } from './crossover';
import type { Field } from './fields';
import { ADJUSTED, LedgerTable } from './ledger-table';
import { rawText } from './look';
import { addPayments, emptyPosting, isPatient, parseCheckDate, readPayments } from './payments';
import type { LedgerColumn, PatientLabel } from './profile';
import type { Work } from './slices';
import { cellsOf, findGrids, readHeads, rowsOf, Spans } from './table';
import { endsPage, isTotal } from './totals';
import { meaningOf, pattern, plain, plainLines } from './words';

const ROWS_A_STEP = 12;
/** Pieces of text of the page that are looked through for remarks. */
const MAX_TEXTS = 8000;

interface Code {
  code: string;
  modifiers: string[] | undefined;
}

/** `99214`, `99214-25`, `99214 25 59`, `99214-25 OFFICE VISIT`. Modifiers are undefined where a description hides them. */
const parseCode = (text: string): Parsed<Code> => {
  const match = /^([A-Z0-9]\d{3}[A-Z0-9])((?:\s*[-:,]\s*[A-Z0-9]{2}(?![A-Z0-9]))*)(.*)$/i.exec(text);
  if (!match?.[1] || /^[A-Z0-9]/i.test(match[3] ?? '')) return { ok: false, why: `"${text}" is not a procedure code.` };
  const joined = (match[2] ?? '')
    .split(/[-:,]/)
    .map((one) => one.trim().toUpperCase())
    .filter(Boolean);
  const rest = plain(match[3] ?? '');
  const loose = rest.split(/[\s,]+/).filter(Boolean);
  const onlyModifiers = loose.every((word) => /^[A-Z0-9]{2}$/i.test(word));
  const hidden = !onlyModifiers && /^(?:\d[A-Z0-9]|[A-Z]\d)$/i.test(loose[0] ?? '');
  const modifiers = onlyModifiers ? [...joined, ...loose.map((word) => word.toUpperCase())] : joined;
  return { ok: true, value: { code: match[1].toUpperCase(), modifiers: hidden ? undefined : modifiers } };
};

const parseModifiers = (text: string): Parsed<string[]> => {
  const list = text
    .split(/[\s,;:/-]+/)
    .filter(Boolean)
    .map((one) => one.toUpperCase());
  const good = list.every((one) => /^[A-Z0-9]{2}$/.test(one));
  return good ? { ok: true, value: list } : { ok: false, why: `"${text}" is not a list of modifiers.` };
};

const parseUnits = (text: string): Parsed<number> => {
  const good = /^\d{1,4}(?:\.0{1,3})?$/.test(text);
  return good ? { ok: true, value: Number(text) } : { ok: false, why: `"${text}" is not a number of units.` };
};

const POSTED: LedgerColumn[] = ['payer', 'level', 'date', 'postedDate', 'remarks'];
const PAID: LedgerColumn[] = ['paid', 'insurancePaid', 'primaryPaid', 'secondaryPaid'];

/** Reads one ledger's lines with their postings. */
class LinesReader {
  readonly lines: LedgerLine[] = [];
  readonly #ctx: Context;
  readonly #claim: string;
  /** Postings that may be only the sum of those in the rows beneath. */
  readonly #sums = new WeakSet<Posting>();
  /** The cells of the last row that took part, to know cells that span rows. */
  #last: Element[] = [];
  /** Rows beneath lines show balances of their own: it runs on from row to row. */
  #runs = false;

  constructor(ctx: Context, claim: string) {
    this.#ctx = ctx;
    this.#claim = claim;
  }

  /** One row of the ledger's table: a line, a posting beneath it, or a further adjustment. */
  row(table: LedgerTable, cells: Element[]): void {
    const current = this.lines.at(-1);
    const sameLine = current && table.cell(cells, 'procedure') === table.cell(this.#last, 'procedure');
    const oneCell = table.cell(cells, 'procedure') === table.cell(cells, 'charge');
    const isLine = !oneCell && table.hasText(cells, 'procedure') && table.hasText(cells, 'charge') && !sameLine;
    if (isLine) this.#line(table, cells);
    else if (current) this.#beneath(table, cells, current);
    this.#last = cells;
  }

  #line(table: LedgerTable, cells: Element[]): void {
    const printed = plain(table.text(cells, 'line'));
    const number = /^\d{1,3}$/.test(printed) ? Number(printed) : this.lines.length + 1;
    const n = this.lines.some((line) => line.n === number) ? this.lines.length + 1 : number;
    const base = `ledger/${this.#claim}/${n}`;
    const label = `Line ${n}`;
    const money = (column: LedgerColumn) => table.value(cells, column, base, label, parseMoney);
    const code = table.value(cells, 'procedure', base, label, parseCode);
    const modifiers = table.value(cells, 'modifiers', base, label, parseModifiers);
    const insurancePaid = table.columns('insurancePaid').length ? money('insurancePaid') : money('paid');
    this.lines.push({
      n,
      dos: table.value(cells, 'dos', base, label, (text) => parseRecentDate(firstDate(text))),
      procedure: code.kind === 'read' ? { ...code, value: code.value.code } : code,
      modifiers: table.columns('modifiers').length
        ? emptyAs(modifiers, code, base, this.#ctx, label)
        : modifiersOf(code, label),
      units: table.value(cells, 'units', base, label, parseUnits),
      charge: money('charge'),
      insurancePaid,
      patientPaid: money('patientPaid'),
      patientResponsibility: money('patientResponsibility'),
      balance: money('balance'),
      postings: [],
    });
    this.#postings(table, cells, false);
    this.#nested(cells);
  }

  /** A row beneath a line. */
  #beneath(table: LedgerTable, cells: Element[], line: LedgerLine): void {
    if (this.#nested(cells)) return;
    const distinct = new Set(cells);
    if (distinct.size === 1) {
      this.#wide(cells[0], line);
      return;
    }
    this.#postings(table, cells, true);
    const balance = table.text(cells, 'balance');
    if (balance && table.cell(cells, 'balance') !== table.cell(this.#last, 'balance')) {
      const before = line.balance;
      line.balance = table.value(cells, 'balance', `ledger/${this.#claim}/${line.n}`, `Line ${line.n}`, parseMoney);
      this.#runs ||= before.kind !== 'absent' && rawOf(before) !== rawOf(line.balance);
    }
  }

  /** The lines, when all rows are read. */
  end(): LedgerLine[] {
    signed(this.lines);
    if (this.#runs)
      for (const line of this.lines) {
        const { balance } = line;
        if (balance.kind === 'read' && balance.value !== leftOf(line, 1, 1))
          line.balance = unreadable(balance.raw, 'The balance runs on from row to row.', balance.place);
      }
    return this.lines;
  }

  /** A table inside a row: the postings of the line above. */
  #nested(cells: Element[]): boolean {
    let found = false;
    for (const cell of new Set(cells)) {
      for (const inner of cell.querySelectorAll('table')) {
        const grid = readHeads(inner, this.#ctx.profile.columns.ledger, this.#ctx.look);
        if (!grid || grid.known < 2) continue;
        found = true;
        const table = new LedgerTable(this.#ctx, grid);
        const spans = new Spans();
        let n = 0;
        for (const row of rowsOf(inner)) {
          const inside = spans.lay(row);
          n += 1;
          if (n > grid.headRows && !isTotal(inside, this.#ctx)) this.#postings(table, inside, true);
        }
      }
    }
    return found;
  }

  /** One wide cell beneath a line: adjustments, a remark, or something that must not be passed by. */
  #wide(cell: Element | undefined, line: LedgerLine): void {
    const text = cell ? plainLines(this.#ctx.look.text(cell)).join('\n') : '';
    if (text === '') return;
    const posting = line.postings.at(-1);
    const path = `ledger/${this.#claim}/${line.n}/note`;
    const place = placeAt(this.#ctx, path, `Line ${line.n}, note`);
    if (cell) this.#ctx.handles.set(path, cell);
    const payment = PAYMENT.exec(text);
    if (payment) {
      this.#said(payment, line, place);
      return;
    }
    const parsed = parseAdjustments(text);
    if (parsed.ok && parsed.value.length > 0) {
      const more = read(parsed.value, plain(text.replace(/\n/g, '; ')), place);
      if (posting) posting.adjustments = joined(posting.adjustments, more);
      else line.postings.push(emptyPosting({ adjustments: more }));
    } else if (/\d\.\d\d/.test(text)) {
      const adjustments = unreadable(plain(text), 'The row beneath the line cannot be read.', place);
      if (posting) posting.adjustments = adjustments;
      else line.postings.push(emptyPosting({ adjustments }));
    } else if (posting && posting.remarks.kind === 'absent') posting.remarks = read(plain(text), plain(text), place);
  }

  /** A payment in words beneath a line. */
  #said([, when = '', who = '', amount = '']: RegExpExecArray, line: LedgerLine, place: Place): void {
    const paid = readText(amount, place, parseMoney);
    if (isPatient(who)) line.patientPaid = sum(line.patientPaid, paid);
    else
      line.postings.push(
        emptyPosting({
          paid,
          date: readText(when, place, parseRecentDate),
          payer: readText(/^ins(?:urance)?$/i.test(who) ? '' : who, place, asText),
        }),
      );
  }

  /** The posting, or postings, of one row. */
  #postings(table: LedgerTable, cells: Element[], beneath: boolean): void {
    const line = this.lines.at(-1);
    if (!line) return;
    const fresh = (columns: LedgerColumn[]) =>
      columns.filter(
        (column) =>
          table.hasText(cells, column) && !(beneath && table.cell(cells, column) === table.cell(this.#last, column)),
      );
    const posted = fresh(POSTED);
    const adjusted = fresh(ADJUSTED).length > 0;
    const paid = fresh(PAID);
    if (posted.length + paid.length === 0 && !adjusted) return;
    const patient =
      isPatient(table.text(cells, 'payer')) ||
      (beneath && paid.length > 0 && !table.hasText(cells, 'payer') && PATIENT_PAID.test(table.others(cells)));
    const base = `ledger/${this.#claim}/${line.n}/posting-${line.postings.length + 1}`;
    const label = `Line ${line.n}`;
    const money = (column: LedgerColumn) => table.value(cells, column, base, label, parseMoney);
    if (patient) {
      line.patientPaid = sum(
        line.patientPaid,
        money('paid').kind === 'absent' ? money('insurancePaid') : money('paid'),
      );
      return;
    }
    const adjustments = table.adjustments(cells, base, label);
    const current = line.postings.at(-1);
    const goesOn =
      beneath && current && paid.length === 0 && adjusted && !posted.some((one) => differs(current, one, table, cells));
    if (goesOn) {
      current.adjustments =
        this.#sums.has(current) && coded(adjustments) ? adjustments : joined(current.adjustments, adjustments);
      if (coded(adjustments)) this.#sums.delete(current);
      return;
    }
    if (beneath && current && this.#sums.has(current)) line.postings.pop();
    const common = {
      adjustments,
      payer: table.value(cells, 'payer', base, label, asText),
      level: table.value(
        cells,
        'level',
        base,
        label,
        oneOf<PayerLevel>((text) => meaningOf(this.#ctx.profile.levels, text), 'level'),
      ),
      date: table.value(cells, table.columns('date').length > 0 ? 'date' : 'postedDate', base, label, parseCheckDate),
      remarks: table.value(cells, 'remarks', base, label, asText),
    };
    const primary = money('primaryPaid');
    const secondary = money('secondaryPaid');
    if (primary.kind !== 'absent' || secondary.kind !== 'absent') {
      const two = secondary.kind !== 'absent' && !(secondary.kind === 'read' && secondary.value === 0);
      // Which of two payers adjusted cannot be told from one column.
      const shared =
        two && adjusted
          ? unreadable(
              '',
              'The adjustments do not say which payer made them.',
              placeAt(this.#ctx, `${base}/adjustments`, label),
            )
          : adjustments;
      line.postings.push({ ...common, adjustments: shared, paid: primary, level: levelOf('P', primary) });
      if (two) line.postings.push({ ...common, adjustments: shared, paid: secondary, level: levelOf('S', secondary) });
      return;
    }
    const own =
      table.columns('paid').length && table.columns('insurancePaid').length && beneath ? money('paid') : undefined;
    const amount =
      own && own.kind !== 'absent'
        ? own
        : table.columns('insurancePaid').length
          ? money('insurancePaid')
          : money('paid');
    // A line that nobody has adjudicated shows 0.00 and nothing else.
    if (
      !beneath &&
      posted.length === 0 &&
      !(adjusted && adjustments.kind !== 'absent') &&
      amount.kind === 'read' &&
      amount.value === 0
    )
      return;
    const posting = { ...common, paid: amount };
    line.postings.push(posting);
    if (!beneath && posted.length === 0 && !coded(adjustments)) this.#sums.add(posting);
  }
}

const coded = (adjustments: Reading<Adjustment[]>): boolean =>
  adjustments.kind === 'unreadable' ||
  (adjustments.kind === 'read' && adjustments.value.some(({ carc }) => carc !== ''));

/** `03/10/2026 AETNA Payment 118.40`, in a row of one cell. */
const PAYMENT =
  /^(\d{1,2}\/\d{1,2}\/\d{2,4})?\s*([A-Z][A-Z &.'-]*?)\s+(?:payment|paid|pmt)\s*[:-]?\s*(\(?-?\$?[\d,]+\.\d\d\)?)$/i;
const PATIENT_PAID = /\b(?:patient|guarantor|pt|co-?pay|self[- ]?pay)\b/i;

const amountsOf = (postings: readonly Posting[]) => ({
  paid: postings.flatMap(({ paid }) => (paid.kind === 'read' ? [paid] : [])),
  adjusted: postings.flatMap(({ adjustments }) => (adjustments.kind === 'read' ? adjustments.value : [])),
});

/** What is left of a line when payments and adjustments count with these signs; undefined where any is unread. */
const leftOf = ({ charge, postings, patientPaid }: LedgerLine, paidSign: number, adjustedSign: number) => {
  if (charge.kind !== 'read') return undefined;
  if (postings.some(({ paid, adjustments }) => paid.kind === 'unreadable' || adjustments.kind === 'unreadable'))
    return undefined;
  const { paid, adjusted } = amountsOf(postings);
  const ofPatient = patientPaid.kind === 'read' ? patientPaid.value : 0;
  return (
    charge.value -
    paidSign * paid.reduce((all, { value }) => all + value, ofPatient) -
    adjustedSign * adjusted.reduce((all, { amount }) => all + amount, 0)
  );
};

/**
 * Some ledgers show all that lowers a balance as negative amounts. They do where no payment, or no adjustment, is positive and
 * only so do the lines come to their balances.
 */
const signed = (lines: readonly LedgerLine[]): void => {
  const { paid, adjusted } = amountsOf(lines.flatMap(({ postings }) => postings));
  const lowers = (amounts: number[]) =>
    amounts.some((one) => one < 0) && amounts.every((one) => one <= 0) ? [1, -1] : [1];
  const paidSigns = lowers(paid.map(({ value }) => value));
  const adjustedSigns = lowers(adjusted.map(({ amount }) => amount));
  if (paidSigns.length + adjustedSigns.length === 2) return;
  const balanced = (p: number, a: number) =>
    lines.filter((line) => line.balance.kind === 'read' && line.balance.value === leftOf(line, p, a)).length;
  let best = { p: 1, a: 1, count: balanced(1, 1) };
  for (const p of paidSigns)
    for (const a of adjustedSigns) {
      const count = balanced(p, a);
      if (count > best.count) best = { p, a, count };
    }
  const sums = lines.flatMap(({ insurancePaid, patientPaid }) => [insurancePaid, patientPaid]);
  const own = sums.flatMap((one) => (one.kind === 'read' && one.value < 0 ? [one] : []));
  if (best.p < 0) for (const one of [...paid, ...own]) one.value = -one.value;
  if (best.a < 0) for (const one of adjusted) one.amount = -one.amount;
};

const levelOf = (level: PayerLevel, from: Reading<Cents>): Reading<PayerLevel> =>
  from.kind === 'absent' ? absent : read(level, level, from.place);

const firstDate = (text: string): string => {
  const parts = text.split(/\s+-\s+|\s+(?:to|thru|through)\s+|\s+(?=\d{1,2}\/)/i);
  return parts.length === 2 ? (parts[0] ?? text) : text;
};

const rawOfPosting = (posting: Posting, column: LedgerColumn): string => {
  const reading = posting[column === 'postedDate' ? 'date' : (column as 'payer' | 'level' | 'date' | 'remarks')];
  return reading.kind === 'absent' ? '' : reading.raw;
};

const differs = (posting: Posting, column: LedgerColumn, table: LedgerTable, cells: Element[]): boolean =>
  column !== 'remarks' && rawOfPosting(posting, column) !== plain(table.text(cells, column).replace(/\n/g, ' '));

const joined = (a: Reading<Adjustment[]>, b: Reading<Adjustment[]>): Reading<Adjustment[]> => {
  if (a.kind === 'absent' || b.kind === 'unreadable') return b;
  if (b.kind === 'absent' || a.kind === 'unreadable') return a;
  return read([...a.value, ...b.value], [a.raw, b.raw].filter(Boolean).join('; '), a.place);
};

const sum = (a: Reading<Cents>, b: Reading<Cents>): Reading<Cents> => {
  if (a.kind === 'absent' || b.kind === 'unreadable') return b;
  if (b.kind === 'absent' || a.kind === 'unreadable') return a;
  return read(a.value + b.value, `${a.raw} + ${b.raw}`, a.place);
};

const modifiersOf = (code: Reading<Code>, label: string): Reading<string[]> => {
  if (code.kind !== 'read') return absent;
  const place = { ...code.place, label: `${label}, modifiers` };
  return code.value.modifiers
    ? read(code.value.modifiers, code.raw, place)
    : unreadable(code.raw, `"${code.raw}" does not tell modifiers from the description.`, place);
};

/** An empty modifier column means no modifiers; the code's own cell may hold them all the same. */
const emptyAs = (
  own: Reading<string[]>,
  code: Reading<Code>,
  base: string,
  ctx: Context,
  label: string,
): Reading<string[]> => {
  const inCode = code.kind === 'read' ? code.value.modifiers : [];
  if (own.kind !== 'absent') return own;
  const place = placeAt(ctx, `${base}/modifiers`, `${label}, modifiers`);
  return inCode ? read(inCode, '', place) : modifiersOf(code, label);
};

const WHOLE = /\b(?:total|claim|account)/i;

interface Totals {
  charge: Reading<Cents>;
  balance: Reading<Cents>;
  insuranceBalance: Reading<Cents>;
  patientBalance: Reading<Cents>;
  patientPaid: Reading<Cents>;
}

const totalsOf = (_ctx: Context, table: LedgerTable, cells: Element[], claim: string): Totals => {
  const money = (column: LedgerColumn) => table.value(cells, column, `ledger/${claim}/total`, 'Total', parseMoney);
  return {
    charge: money('charge'),
    balance: money('balance'),
    insuranceBalance: money('insuranceBalance'),
    patientBalance: money('patientBalance'),
    patientPaid: money('patientPaid'),
  };
};

/** Which claim the ledger is about: labels, hidden fields, a heading. Two different ones are unreadable. */
export const readClaimId = (ctx: Context, fields: readonly Field<PatientLabel>[], base: string): Reading<string> => {
  const place = placeAt(ctx, `${base}/claimId`, 'Claim number');
  const parse = (text: string): Parsed<string> => {
    const id = /^#?\s*([A-Z0-9][A-Z0-9-]{0,39})$/i.exec(text)?.[1];
    return id && /\d/.test(id) ? { ok: true, value: id } : { ok: false, why: `"${text}" is not a claim number.` };
  };
  let found: Reading<string> = absent;
  for (const { label, value, el } of fields) {
    if (label !== 'claimId' || !value) continue;
    const own = readText(value.split(/[\s(]/)[0] ?? '', place, parse);
    if (own.kind !== 'read') continue;
    found = agree(found, own);
    ctx.handles.set(place.path, el);
  }
  for (const heading of [...ctx.doc.querySelectorAll(`h1,h2,h3,caption,legend,${ctx.profile.selectors.title}`)].slice(
    0,
    20,
  )) {
    const id = /\bclaim\s*(?:id|no\.?|number)?\s*[:#]?\s*#?\s*([A-Z]{0,4}-?\d[\w-]{2,39})\b/i.exec(
      plain(rawText(heading)),
    )?.[1];
    if (!id) continue;
    found = agree(found, read(id, id, place));
    ctx.handles.set(place.path, heading);
  }
  for (const input of ctx.doc.querySelectorAll(ctx.profile.selectors.claimId)) {
    const own = readText(input.getAttribute('value') ?? '', place, parse);
    if (own.kind === 'read') found = agree(found, own);
  }
  return found;
};

/** Remarks anywhere on the page: signs of crossover, a write-off, a statement. Words of links and buttons do not count. */
const readRemarks = (ctx: Context, ledger: Ledger, claim: string): void => {
  const { crossover, flags } = ctx.profile;
  const any = pattern(
    [...Object.values(crossover.codes), crossover.words, flags.writtenOff.yes, flags.statementSent.yes].join('|'),
  );
  const walker = ctx.doc.createTreeWalker(ctx.doc.body, NodeFilter.SHOW_TEXT);
  const seen = new Set(ledger.crossover.map(({ code, text }) => code ?? text));
  for (let n = 0; n < MAX_TEXTS && walker.nextNode(); n += 1) {
    const node = walker.currentNode;
    const text = plain(rawText(node));
    const el = node.parentElement;
    if (text.length < 3 || !any.test(text) || !el || el.closest('a,button,script,style,th,select,label,nav,h1,h2,h3'))
      continue;
    if (ctx.look.display(el) === 'none' || words1(text)) continue;
    const place = placeAt(ctx, `ledger/${claim}/remark-${n}`, 'Remark');
    for (const sign of crossoverSigns(text, ctx.profile, place)) {
      if (seen.has(sign.code ?? sign.text)) continue;
      seen.add(sign.code ?? sign.text);
      ctx.handles.set(place.path, el);
      ledger.crossover.push(sign);
    }
    for (const flag of ['writtenOff', 'statementSent'] as const) {
      const says = text.endsWith(':') ? undefined : flagIn(text, flags[flag]);
      if (says === true && ledger[flag].kind === 'absent' && !/^(?:total|insurance)/i.test(text)) {
        ctx.handles.set(place.path, el);
        ledger[flag] = read(true, text, place);
      }
    }
  }
};

/** A lone word is a label or a head, not a remark. */
const words1 = (text: string): boolean =>
  /^(?:crossover|cross over|forwarded|crossed over|written off|write off|statement sent):?$/i.test(text);

/** Yes or no, the day on which it was done, or how much. */
const yesNoDate =
  (ctx: Context, flag: { yes: string; no: string }) =>
  (text: string): Parsed<boolean> => {
    const word = meaningOf(ctx.profile.yesNo, text);
    if (word) return { ok: true, value: word === 'yes' };
    if (parseRecentDate(text).ok) return { ok: true, value: true };
    const amount = parseMoney(text);
    if (amount.ok) return { ok: true, value: amount.value !== 0 };
    const says = flagIn(text, flag);
    return says === undefined ? { ok: false, why: `"${text}" is neither yes nor no.` } : { ok: true, value: says };
  };

/** Reads the charge ledger; stops between rows where it may be interrupted. */
export function* readLedger(
  ctx: Context,
  all: readonly Field<PatientLabel>[],
): Work<{ ledger: Ledger; complete: boolean }> {
  const [grid] = findGrids(ctx.doc.body, ctx.profile.columns.ledger, 3, ctx.look).filter(
    ({ meanings }) => meanings.has('procedure') && meanings.has('charge'),
  );
  // The heads of the lines are no labels.
  const fields = all.filter(({ el, shown }) => !(grid?.table.contains(el) && grid.columns.heads.includes(shown)));
  const claimId = readClaimId(ctx, fields, 'ledger');
  const claim = claimId.kind === 'read' ? claimId.value : 'claim';
  const labelled = <T>(label: PatientLabel, shown: string, parse: (text: string) => Parsed<T>): Reading<T> => {
    const place = placeAt(ctx, `ledger/${claim}/${label}`, shown);
    let found: Reading<T> = absent;
    const named = fields.filter((field) => field.label === label);
    // What stands there several times and says of no whole is each line's own.
    const own =
      named.length > 1 && label.startsWith('total') ? named.filter((field) => WHOLE.test(field.shown)) : named;
    for (const field of own) {
      found = agree(found, readText(field.value, place, parse));
      ctx.handles.set(place.path, field.el);
    }
    return found;
  };
  const ledger: Ledger = {
    claimId,
    lines: [],
    totalCharge: labelled('totalCharge', 'Total charge', parseMoney),
    totalBalance: labelled('totalBalance', 'Total balance', parseMoney),
    insuranceBalance: labelled('insuranceBalance', 'Insurance balance', parseMoney),
    patientBalance: labelled('patientBalance', 'Patient balance', parseMoney),
    patientPaid: labelled('patientPaid', 'Patient paid', parseMoney),
    statementSent: labelled('statementSent', 'Statement sent', yesNoDate(ctx, ctx.profile.flags.statementSent)),
    writtenOff: labelled('writtenOff', 'Written off', yesNoDate(ctx, ctx.profile.flags.writtenOff)),
    crossover: fields
      .filter(({ label }) => label === 'crossover')
      .flatMap(({ shown, value }) =>
        crossoverSigns(`${shown}: ${value}`, ctx.profile, placeAt(ctx, `ledger/${claim}/crossover`, 'Crossover')),
      ),
  };
  let complete = !ctx.partial;
  if (grid) {
    const table = new LedgerTable(ctx, grid);
    const reader = new LinesReader(ctx, claim);
    const spans = new Spans();
    const ids = new Set<string>();
    let n = 0;
    let last: { row: Element; cells: Element[] } | undefined;
    for (const row of rowsOf(grid.table)) {
      const cells = spans.lay(row);
      n += 1;
      if (n <= grid.headRows) continue;
      if (n % ROWS_A_STEP === 0) yield;
      if (n > MAX_ROWS) {
        complete = false;
        ctx.problems.push({
          kind: 'too-large',
          text: `The ledger has more than ${MAX_ROWS} rows. The rest is not known.`,
        });
        break;
      }
      if (!ctx.look.shows(row)) {
        foldedRow(ctx, reader, row, claim);
        continue;
      }
      last = { row, cells };
      if (isTotal(cells, ctx)) {
        const totals = totalsOf(ctx, table, cells, claim);
        ledger.totalCharge = agree(totals.charge, ledger.totalCharge);
        ledger.totalBalance = agree(totals.balance, ledger.totalBalance);
        ledger.insuranceBalance = agree(totals.insuranceBalance, ledger.insuranceBalance);
        ledger.patientBalance = agree(totals.patientBalance, ledger.patientBalance);
        ledger.patientPaid = agree(totals.patientPaid, ledger.patientPaid);
        continue;
      }
      const own = plain(table.text(cells, 'claim'));
      if (own) ids.add(own);
      if (claimId.kind === 'read' && own && own !== claimId.value) continue;
      reader.row(table, cells);
    }
    ledger.lines = reader.end();
    const beside = readPayments(ctx, grid.table, claim);
    const none = table.hasAdjustments
      ? read([], '', placeAt(ctx, `ledger/${claim}/adjustments`, 'Adjustments'))
      : absent;
    for (const line of ledger.lines) {
      addPayments(line, beside.payments, none, placeAt(ctx, `ledger/${claim}/${line.n}/paid`, `Line ${line.n}, paid`));
    }
    if (!beside.complete) {
      complete = false;
      ctx.problems.push({
        kind: 'cut-off',
        text: 'The page ended in the middle of its payments. What was read of this ledger is not used.',
      });
    }
    if (claimId.kind === 'absent' && ids.size > 0) manyClaims(ctx, ledger, ids);
    const short = last !== undefined && cellsOf(last.row).length < grid.columns.heads.length && endsPage(last.row);
    if (ctx.partial || short) {
      complete = false;
      ledger.lines = ledger.lines.slice(0, -1);
      const count = ledger.lines.length;
      ctx.problems.push({
        kind: 'cut-off',
        text: `The page ended in the middle of line ${count + 1}. ${count} ${count === 1 ? 'line was' : 'lines were'} read, the rest is not known.`,
      });
    }
  }
  readRemarks(ctx, ledger, claim);
  return { ledger, complete };
}

/** One claim's id from its column; a ledger of several claims is none of one. */
const manyClaims = (ctx: Context, ledger: Ledger, ids: ReadonlySet<string>): void => {
  const place = placeAt(ctx, 'ledger/claimId', 'Claim number');
  const [id = ''] = ids;
  if (ids.size === 1)
    ledger.claimId = toReading(
      /\d/.test(id) ? asText(id) : { ok: false, why: `"${id}" is not a claim number.` },
      id,
      place,
    );
  else {
    ledger.claimId = unreadable([...ids].join(', '), 'The ledger shows more than one claim.', place);
    ledger.lines = [];
  }
};

/** A folded row beneath a line may hold its posting: without it the line's adjustments are not known. */
const foldedRow = (ctx: Context, reader: LinesReader, row: Element, claim: string): void => {
  const line = reader.lines.at(-1);
  const text = plain(rawText(row));
  if (!line || !/\d\.\d\d/.test(text)) return;
  const place = placeAt(ctx, `ledger/${claim}/${line.n}/folded`, `Line ${line.n}, folded row`);
  ctx.handles.set(place.path, row);
  const adjustments = unreadable(
    text,
    'A row beneath the line is folded. Open it on the page, then read again.',
    place,
  );
  const posting = line.postings.at(-1);
  if (posting) posting.adjustments = adjustments;
  else line.postings.push(emptyPosting({ adjustments }));
};
