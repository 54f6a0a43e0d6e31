import type { Adjustment, GroupCode } from '../claim/claim';
import { parseMoney } from '../claim/money';
import type { Parsed } from '../claim/reading';
import { plain, plainLines } from './words';

/** X12 CAS01 group, and a claim adjustment reason code: a number, or a letter and a number (`A1`, `B11`, `P14`). */
const CODE = /^(?:(CO|PR|OA|PI|CR)\s*[-–:/ ]?\s*)?((?:[ABDPWY]?\d{1,3})(?![\d.,]))?/i;
/** Group and code behind words without digits: `Contractual (CO45)`, `Coinsurance PR-2`. */
const WORDED = /^(?!.*\b(?:revers|void|not\b))[^\d$]*?(?<![A-Z])(?=(?:CO|PR|OA|PI|CR)\s?-?\s?[ABDPWY]?\d{1,3}\b)/i;
/** What has no code and is none: a payment, a balance. */
const NO_ADJUSTMENT = /\b(?:paid|payments?|pmts?|checks?|balance|total|allowed|deposit)\b/i;
/** An amount at the end, with all the signs that money may have. */
const AMOUNT = /(?:^|[\s:=|,/-])(\(?-?\$?-?\d[\d,]*(?:\.\d+)?\)?-?(?:\s*CR)?|\(?-?\$?\.\d{2}\)?)$/i;
/** `42.00 (CO-45)` */
const AMOUNT_FIRST = /^\s*(\$?\d[\d,]*\.\d\d)\s+\(?((?:CO|PR|OA|PI|CR)[\s-]?[ABDPWY]?\d{1,3})\)?\s*$/i;
const HEADING = /^(?:adjustments?|adj|reason|codes?|cas)\s*[:#]\s*/i;

const CODES = /\b(?:CO|PR|OA|PI|CR)\s?-?\s?[ABDPWY]?\d{1,3}\b/gi;

/** The codes of adjustments that stand in a text of something else: `Adjustment CO-45`. */
export const codesIn = (text: string): string[] => text.match(CODES) ?? [];

const fail = (text: string) => ({ ok: false, why: `"${plain(text, 60)}" cannot be read as adjustments.` }) as const;

const WHOLE_DOLLARS = /^-?\d[\d,]*$/;

const parseOne = (text: string): Adjustment | undefined => {
  const raw = plain(text.replace(AMOUNT_FIRST, '$2 $1'));
  const amount = AMOUNT.exec(raw);
  if (!amount?.[1]) return undefined;
  const money = parseMoney(amount[1]);
  const head = plain(raw.slice(0, amount.index))
    .replace(/[\s:=,|/-]+$/, '')
    .replace(WORDED, '');
  const code = CODE.exec(head);
  if (!money.ok || !code) return undefined;
  const [whole = '', group = '', carc = ''] = code;
  // In words behind the code ("Contractual obligation") no digits may stand: they could be a second adjustment.
  const rest = head.slice(whole.length);
  if (/\d/.test(rest) || (!whole && NO_ADJUSTMENT.test(rest)) || (rest && !/^[\s:()\-–,.]/.test(rest) && whole))
    return undefined;
  // `CO-45 4`, `PR-2`: without cents nobody can tell an amount from a code.
  if (head && !/\.\d|\$/.test(amount[1])) return undefined;
  return { group: group.toUpperCase() as GroupCode | '', carc: carc.toUpperCase(), amount: money.value, raw };
};

/** Where a new adjustment begins in one line: before the next group code. */
const NEXT_GROUP = /(?<=\d\)?)[\s,;|/]+(?=(?:CO|PR|OA|PI|CR)\s*[-–:/ ]?\s*[ABDPWY]?\d{1,3}\b)/i;

/**
 * Reads the adjustments of one cell: `CO-45 42.00`, `CO 45 $42.00; PR-2 24.60`, `CO45: 42.00`, one on a line, a bare `42.00`
 * (an adjustment without codes). Out: all of them in the order of the page, or why none: one that cannot be read makes all
 * unreadable, because a sum without it would be wrong.
 */
export const parseAdjustments = (text: string): Parsed<Adjustment[]> => {
  const found: Adjustment[] = [];
  for (const line of plainLines(text)) {
    const body = line.replace(HEADING, '');
    if (/^(?:none|-+|—|n\/a)$/i.test(body)) continue;
    for (const part of body.split(/\s*;\s*|\s+\|\s+/).flatMap((piece) => piece.split(NEXT_GROUP))) {
      if (plain(part) === '') continue;
      const one = parseOne(part);
      if (!one) return fail(text);
      found.push(one);
    }
  }
  return { ok: true, value: found };
};

/** In a cell of its own a number is an amount even without cents. */
const withCents = (text: string): string => (WHOLE_DOLLARS.test(text) ? `$${text}` : text);

/**
 * Reads adjustments whose group, reason and amount stand in cells of their own; several in a cell stand on lines of their own.
 * In: the texts of the cells from left to right. All must have as many lines as the amounts.
 */
export const parseAdjustmentCells = (cells: readonly string[]): Parsed<Adjustment[]> => {
  const columns = cells.map(plainLines);
  if (columns.every((lines) => lines.length === 0)) return { ok: true, value: [] };
  const count = columns.at(-1)?.length ?? 0;
  if (columns.some((lines) => lines.length !== count && lines.length !== 0)) return fail(cells.join(' '));
  const rows = Array.from({ length: count }, (_, i) => columns.map((lines) => lines[i] ?? ''));
  const all = rows.map((row) => parseAdjustments([...row.slice(0, -1), withCents(row.at(-1) ?? '')].join(' ')));
  const bad = all.find((one) => !one.ok);
  if (bad || count === 0) return fail(cells.join(' '));
  return { ok: true, value: all.flatMap((one) => (one.ok ? one.value : [])) };
};
