import { strFromU8, unzipSync } from 'fflate';
import { Parser } from 'saxen';

/** The first sheet as rows of texts, as the spreadsheet shows them; or why it cannot be read. */
export type Sheet = { is: 'sheet'; rows: string[][] } | { is: 'none'; why: string };

/** A part that unpacks to more is no payer list. */
const MOST_UNPACKED = 200 * 2 ** 20;

type Parts = Record<string, Uint8Array>;

interface Hooks {
  open: (name: string, attributes: () => Record<string, string>) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
}

/** `x:row` → `row`: some programs write every name with a prefix. */
const bare = (name: string): string => name.slice(name.indexOf(':') + 1);

class BrokenPart extends Error {}

const walk = (part: Uint8Array | undefined, { open, close, text }: Hooks): void => {
  if (!part) return;
  const parser = new Parser()
    .on('openTag', (name, attributes) => open(bare(name), attributes))
    .on('closeTag', (name) => close?.(bare(name)))
    .on('error', () => {
      throw new BrokenPart();
    });
  if (text) {
    parser.on('text', (raw, decode) => text(decode(raw)));
    parser.on('cdata', (raw) => text(raw));
  }
  const error = parser.parse(strFromU8(part));
  if (error) throw new BrokenPart();
};

const sharedStrings = (parts: Parts): string[] => {
  const strings: string[] = [];
  let current = '';
  let inText = false;
  // Readings printed above Japanese words are no part of the word.
  let above = 0;
  walk(parts['xl/sharedStrings.xml'], {
    open: (name) => {
      if (name === 'si') current = '';
      if (name === 'rPh') above += 1;
      if (name === 't') inText = above === 0;
    },
    close: (name) => {
      if (name === 'si') strings.push(current);
      if (name === 'rPh') above -= 1;
      if (name === 't') inText = false;
    },
    text: (text) => {
      if (inText) current += text;
    },
  });
  return strings;
};

/** How the numbers of a style are shown, as far as it matters here: as a date, or with leading zeros. */
type NumberLook = { as: 'date' } | { as: 'padded'; digits: number } | undefined;

const DATE_FORMATS = new Set([14, 15, 16, 17, 22]);
const ZEROS = /^0{2,}$/;

const lookOf = (id: number, code: string | undefined): NumberLook => {
  if (DATE_FORMATS.has(id)) return { as: 'date' };
  const plain = (code ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  if (ZEROS.test(plain)) return { as: 'padded', digits: plain.length };
  return /[yd]/i.test(plain) ? { as: 'date' } : undefined;
};

const numberLooks = (parts: Parts): NumberLook[] => {
  const codes = new Map<number, string>();
  const looks: NumberLook[] = [];
  let inCells = false;
  walk(parts['xl/styles.xml'], {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes().numFmtId), attributes().formatCode ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) {
        const id = Number(attributes().numFmtId ?? 0);
        looks.push(lookOf(id, codes.get(id)));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return looks;
};

/** Where the first sheet that is shown stands, and from which year its dates count. */
const firstSheet = (parts: Parts): { path: string | undefined; from1904: boolean } => {
  let id: string | undefined;
  let from1904 = false;
  walk(parts['xl/workbook.xml'], {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes().date1904 ?? '');
      if (name !== 'sheet' || id !== undefined || (attributes().state ?? 'visible') !== 'visible') return;
      const key = Object.keys(attributes()).find((one) => bare(one) === 'id' && one !== 'id');
      id = key === undefined ? undefined : attributes()[key];
    },
  });
  let target: string | undefined;
  walk(parts['xl/_rels/workbook.xml.rels'], {
    open: (name, attributes) => {
      if (name === 'Relationship' && attributes().Id === id) target = attributes().Target;
    },
  });
  if (target === undefined) return { path: undefined, from1904 };
  return { path: target.startsWith('/') ? target.slice(1) : `xl/${target}`, from1904 };
};

/** Excel counts a February 29, 1900 that never was: days from 60 on are one too many. */
const excelDate = (days: number, from1904: boolean): string => {
  const [start, count] = from1904 ? ['1904-01-01', days] : ['1899-12-31', days >= 60 ? days - 1 : days];
  return Temporal.PlainDate.from(start).add({ days: count }).toString();
};

const LAST_DAY = 300_000;

const numberText = (value: string, look: NumberLook, from1904: boolean): string => {
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  if (look?.as === 'date' && number >= 1 && number < LAST_DAY) return excelDate(Math.floor(number), from1904);
  const text = Number.isSafeInteger(number) ? String(number) : value;
  return look?.as === 'padded' ? text.padStart(look.digits, '0') : text;
};

/** `AB12` → 27: the number of the column, from 0. */
const columnOf = (cell: string): number => {
  let column = 0;
  for (const letter of /^[A-Z]+/.exec(cell)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
};

interface Cell {
  column: number;
  type: string;
  style: number;
  value: string;
  formula: string | undefined;
}

const readRows = (parts: Parts, path: string, from1904: boolean, mostRows: number, mostColumns: number): string[][] => {
  const strings = sharedStrings(parts);
  const looks = numberLooks(parts);
  const rows: string[][] = [];
  let row = -1;
  let column = -1;
  let cell: Cell | undefined;
  let into: 'value' | 'formula' | undefined;

  const textOf = ({ type, value, style, formula }: Cell): string => {
    // A formula that was never worked out is shown as one.
    if (formula !== undefined && value === '') return `=${formula}`;
    if (type === 's') return strings[Number(value)] ?? '';
    if (type === 'b') return value === '1' ? 'true' : 'false';
    return type === 'n' ? numberText(value, looks[style], from1904) : value;
  };
  const put = (one: Cell): void => {
    const cells = rows[row];
    if (!cells || one.column < 0 || one.column >= mostColumns) return;
    while (cells.length < one.column) cells.push('');
    cells[one.column] = textOf(one);
  };

  walk(parts[path], {
    open: (name, attributes) => {
      if (name === 'row') {
        row = attributes().r === undefined ? row + 1 : Number(attributes().r) - 1;
        column = -1;
        if (!(row < mostRows)) return;
        while (rows.length <= row) rows.push([]);
      } else if (name === 'c') {
        const { r, t, s } = attributes();
        column = r === undefined ? column + 1 : columnOf(r);
        cell = { column, type: t ?? 'n', style: Number(s ?? 0), value: '', formula: undefined };
      } else if (name === 'v' || name === 't') into = 'value';
      else if (name === 'f') {
        into = 'formula';
        if (cell) cell.formula = '';
      }
    },
    close: (name) => {
      if (name === 'c' && cell) {
        put(cell);
        cell = undefined;
      }
      into = undefined;
    },
    text: (text) => {
      if (!cell || into === undefined) return;
      if (into === 'value') cell.value += text;
      else cell.formula = (cell.formula ?? '') + text;
    },
  });
  return rows;
};

const WANTED =
  /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/;

/**
 * Reads the first sheet of an XLSX file, all in memory and in this thread. Cells are texts as the spreadsheet shows them:
 * leading zeros and dates by their format, formulas by their last value. Source: ECMA-376, SpreadsheetML.
 */
export const readWorkbook = (bytes: Uint8Array, mostRows: number, mostColumns: number): Sheet => {
  let tooLarge = false;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!WANTED.test(name)) return false;
        tooLarge ||= originalSize > MOST_UNPACKED;
        return !tooLarge;
      },
    });
    if (tooLarge) return { is: 'none', why: 'unpacks to more than a payer list can be' };
    if (!parts['xl/workbook.xml']) return { is: 'none', why: 'is packed, but no XLSX file' };
    const { path, from1904 } = firstSheet(parts);
    if (path === undefined || !parts[path]) return { is: 'none', why: 'has no sheet' };
    return { is: 'sheet', rows: readRows(parts, path, from1904, mostRows, mostColumns) };
  } catch {
    return { is: 'none', why: 'is damaged' };
  }
};
