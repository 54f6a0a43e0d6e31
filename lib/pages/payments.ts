import type { Adjustment, Cents, IsoDate, LedgerLine, PayerLevel, Posting } from '../claim/claim';
import { parseRecentDate } from '../claim/dates';
import { parseMoney } from '../claim/money';
import { absent, type Parsed, type Reading, read, unreadable } from '../claim/reading';
import { asText, type Context, MAX_ROWS, oneOf, type placeAt } from './context';
import { LedgerTable } from './ledger-table';
import { cellsOf, findGrids, rowsOf, Spans } from './table';
import { endsPage, isTotal } from './totals';
import { keyOf, meaningOf, plain } from './words';

/** One row of a list of payments, and the line it names. */
interface Payment {
  n: number;
  /** What tells one payer's rows from another's. */
  key: string;
  posting: Posting;
}

/** The one date of a text that holds a check number as well. */
export const parseCheckDate = (text: string): Parsed<IsoDate> => {
  const dates = text.match(/\b\d{1,2}\/\d{1,2}\/(?:\d{4}|\d{2})\b/g);
  return parseRecentDate(dates?.length === 1 && dates[0] ? dates[0] : text);
};

export const isPatient = (payer: string): boolean => /^(?:patient|guarantor|self)(?: paid)?$/.test(keyOf(payer));

const paymentIn = (ctx: Context, table: LedgerTable, cells: Element[], claim: string, nth: number): Payment[] => {
  const printed = plain(table.text(cells, 'line'));
  if (!/^\d{1,3}$/.test(printed) || isPatient(table.text(cells, 'payer'))) return [];
  const base = `ledger/${claim}/payment-${nth}`;
  const label = `Line ${printed}`;
  const paid = table.value(cells, 'paid', base, label, parseMoney);
  const date = table.columns('date').length > 0 ? 'date' : 'postedDate';
  return [
    {
      n: Number(printed),
      key: keyOf(`${table.text(cells, 'level')} / ${table.text(cells, 'payer')}`),
      posting: {
        level: table.value(
          cells,
          'level',
          base,
          label,
          oneOf<PayerLevel>((text) => meaningOf(ctx.profile.levels, text), 'level'),
        ),
        payer: table.value(cells, 'payer', base, label, asText),
        paid: paid.kind === 'absent' ? table.value(cells, 'insurancePaid', base, label, parseMoney) : paid,
        adjustments: table.adjustments(cells, base, label),
        date: table.value(cells, date, base, label, parseCheckDate),
        remarks: table.value(cells, 'remarks', base, label, asText),
      },
    },
  ];
};

/** The lists of payments of a ledger page beside the table of its lines: a line number, an amount, and who paid or when. */
export const readPayments = (
  ctx: Context,
  lines: Element,
  claim: string,
): { payments: Payment[]; complete: boolean } => {
  const payments: Payment[] = [];
  let complete = true;
  for (const grid of findGrids(ctx.doc.body, ctx.profile.columns.ledger, 3, ctx.look)) {
    const has = (...columns: Parameters<typeof grid.meanings.has>[0][]) => columns.some((c) => grid.meanings.has(c));
    const isBeside = !grid.table.contains(lines) && !lines.contains(grid.table) && ctx.look.shows(grid.table);
    if (!isBeside || has('procedure') || !has('line') || !has('paid', 'insurancePaid')) continue;
    if (!has('payer', 'level', 'date', 'postedDate')) continue;
    const table = new LedgerTable(ctx, grid);
    const spans = new Spans();
    let n = 0;
    let last: Element | undefined;
    for (const row of rowsOf(grid.table)) {
      const cells = spans.lay(row);
      n += 1;
      if (n <= grid.headRows || n > MAX_ROWS || !ctx.look.shows(row)) continue;
      last = row;
      if (!isTotal(cells, ctx)) payments.push(...paymentIn(ctx, table, cells, claim, n - grid.headRows));
    }
    if (last && cellsOf(last).length < grid.columns.heads.length && endsPage(last)) complete = false;
  }
  return { payments, complete };
};

const firstUnread = <T>(readings: readonly Reading<T>[]): Reading<T> | undefined =>
  readings.find(({ kind }) => kind === 'unreadable') ?? readings.find(({ kind }) => kind === 'absent');

/** Several postings of one payer on a line, as one: a payment taken back and paid again comes to what stands now. */
const asOne = (postings: readonly Posting[]): Posting => {
  const [first] = postings;
  if (!first || postings.length === 1) return first ?? emptyPosting({});
  const join = <T, R>(readings: Reading<T>[], of: (values: T[]) => R): Reading<R> => {
    const unread = firstUnread(readings);
    if (unread && unread.kind !== 'read') return unread;
    const found = readings.flatMap((reading) => (reading.kind === 'read' ? [reading] : []));
    const [one] = found;
    return one ? read(of(found.map(({ value }) => value)), found.map(({ raw }) => raw).join('; '), one.place) : absent;
  };
  return {
    level: first.level,
    payer: first.payer,
    paid: join(
      postings.map(({ paid }) => paid),
      (values) => values.reduce((sum, value) => sum + value, 0),
    ),
    adjustments: join(
      postings.map(({ adjustments }) => adjustments),
      (values) => values.flat(),
    ),
    // What stands now was decided last.
    date: join(
      postings.map(({ date }) => date),
      (values) => values.toSorted().at(-1) ?? '',
    ),
    remarks: join(
      postings.map(({ remarks }) => remarks).filter(({ kind }) => kind !== 'absent'),
      (values) => [...new Set(values)].join('; '),
    ),
  };
};

export const emptyPosting = (part: Partial<Posting>): Posting => ({
  level: absent,
  payer: absent,
  paid: absent,
  adjustments: absent,
  date: absent,
  remarks: absent,
  ...part,
});

/** What the line itself shows of its postings says nothing of whose they are. */
const isNamed = ({ level, payer, date }: Posting): boolean =>
  [level, payer, date].some(({ kind }) => kind !== 'absent');

const UNTOLD = 'The adjustments do not say which payer made them.';
const APART = 'The line and its payments show different amounts.';

const sumOf = (postings: readonly Posting[]): Cents | undefined =>
  postings.reduce<Cents | undefined>(
    (sum, { paid }) => (sum === undefined || paid.kind !== 'read' ? undefined : sum + paid.value),
    0,
  );

/**
 * Puts a list of payments to the line it belongs to. The line tells what was adjusted, the list who paid, and when.
 * Adjustments of a line that two payers paid on belong to nobody for sure; a line and a list that show different sums
 * make the amounts unreadable. `none`: what an empty cell of adjustments means on this page.
 */
export const addPayments = (
  line: LedgerLine,
  payments: readonly Payment[],
  none: Reading<Adjustment[]>,
  place: ReturnType<typeof placeAt>,
): void => {
  const own = payments.filter(({ n }) => n === line.n);
  if (own.length === 0 || line.postings.some(isNamed) || line.postings.length > 1) return;
  const [onLine] = line.postings;
  const keys = [...new Set(own.map(({ key }) => key))];
  const postings = keys.map((key) => asOne(own.filter((one) => one.key === key).map(({ posting }) => posting)));
  const lineAdjustments = onLine?.adjustments ?? none;
  const shared: Reading<Adjustment[]> =
    postings.length > 1 && lineAdjustments.kind === 'read' && lineAdjustments.value.length > 0
      ? unreadable(lineAdjustments.raw, UNTOLD, lineAdjustments.place)
      : lineAdjustments;
  const paid = line.insurancePaid;
  const sum = sumOf(postings);
  const isApart = paid.kind === 'read' && sum !== undefined && sum !== paid.value;
  line.postings = postings.map((posting) => ({
    ...posting,
    paid: isApart ? unreadable(`${paid.raw} / ${sum}`, APART, place) : posting.paid,
    adjustments: posting.adjustments.kind === 'absent' ? shared : posting.adjustments,
  }));
};
