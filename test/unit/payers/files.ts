import { strToU8, zipSync } from 'fflate';

/** A cell of a sheet: a text, or as the file format has it. */
export type XlsxCell = string | number | { v?: string | number; t?: string; s?: number; f?: string };

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const column = (i: number): string =>
  (i < 26 ? '' : column(Math.floor(i / 26) - 1)) + String.fromCharCode(65 + (i % 26));

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Styles: 0 plain, 1 five digits with leading zeros, 2 a date. */
const STYLES = `<styleSheet ${MAIN}><numFmts count="2"><numFmt numFmtId="170" formatCode="00000"/><numFmt numFmtId="171" formatCode="mm/dd/yyyy"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>`;

/** A workbook with one sheet, its texts shared as Excel does. */
export const xlsx = (rows: readonly (readonly XlsxCell[])[], changes: Record<string, string> = {}): Uint8Array => {
  const strings: string[] = [];
  const cell = (value: XlsxCell, at: string): string => {
    if (typeof value === 'string') {
      strings.push(value);
      return `<c r="${at}" t="s"><v>${strings.length - 1}</v></c>`;
    }
    const { v, t, s, f } = typeof value === 'number' ? { v: value, t: undefined, s: undefined, f: undefined } : value;
    return `<c r="${at}"${t ? ` t="${t}"` : ''}${s ? ` s="${s}"` : ''}>${f ? `<f>${escaped(f)}</f>` : ''}${v === undefined ? '' : `<v>${v}</v>`}</c>`;
  };
  const sheet = rows
    .map(
      (cells, r) => `<row r="${r + 1}">${cells.map((value, i) => cell(value, `${column(i)}${r + 1}`)).join('')}</row>`,
    )
    .join('');
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${RELATIONS}"><sheets><sheet name="Hidden" sheetId="1" state="hidden" r:id="rId1"/><sheet name="Payers" sheetId="2" r:id="rId2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="worksheets/sheet2.xml"/></Relationships>',
    'xl/styles.xml': STYLES,
    'xl/worksheets/sheet1.xml': `<worksheet ${MAIN}><sheetData/></worksheet>`,
    'xl/worksheets/sheet2.xml': `<worksheet ${MAIN}><sheetData>${sheet}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst ${MAIN}>${strings.map((text) => `<si><r><t>${escaped(text)}</t></r><rPh><t>above</t></rPh></si>`).join('')}</sst>`,
    ...changes,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
};

export const utf16 = (text: string, bigEndian = false, mark = true): Uint8Array => {
  const units = [...(mark ? [0xfeff] : []), ...Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))];
  return Uint8Array.from(units.flatMap((unit) => (bigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
};
