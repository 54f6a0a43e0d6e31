import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf, NotAList, readTable } from '../../../lib/payer-table';
import { mappingOf } from '../../../lib/payers/columns';
import type { PayerEntry } from '../../../lib/payers/entry';
import { exportRows } from '../../../lib/payers/export';
import { convert } from '../../../lib/payers/import';
import { utf16, xlsx } from './files';

const bytes = (text: string) => new TextEncoder().encode(text);
const table = (input: string | Uint8Array, name = 'list.csv') =>
  readTable(typeof input === 'string' ? bytes(input) : input, name);
const refusal = (input: string | Uint8Array, name?: string): string => {
  try {
    table(input, name);
  } catch (error) {
    if (error instanceof NotAList) return error.message;
    throw error;
  }
  throw new Error('it was read');
};

const LIST = 'Payer ID,Payer Name,Accepts COB\n00431,LARKSPUR MUTUAL,Yes\n60054,CAFÉ HEALTH,No\n';
const READ = {
  heads: ['Payer ID', 'Payer Name', 'Accepts COB'],
  rows: [['00431', 'LARKSPUR MUTUAL', 'Yes'], ['60054', 'CAFÉ HEALTH', 'No'], ['']],
  first: 1,
  delimited: true,
};

describe('a payer list as text', () => {
  it.each([
    ['UTF-8', bytes(LIST)],
    ['UTF-8 with its mark', bytes(`\ufeff${LIST}`)],
    ['UTF-16, little end first', utf16(LIST)],
    ['UTF-16, big end first', utf16(LIST, true)],
    ['UTF-16 without its mark', utf16(LIST, false, false)],
    ['UTF-16, big end first, without its mark', utf16(LIST, true, false)],
    ['Windows', Uint8Array.from(Array.from({ length: LIST.length }, (_, i) => LIST.charCodeAt(i)))],
    ['with semicolons', bytes(LIST.replaceAll(',', ';'))],
    ['with tabs', bytes(LIST.replaceAll(',', '\t'))],
    ['with bars', bytes(LIST.replaceAll(',', '|'))],
    ['with the line ends of Windows', bytes(LIST.replaceAll('\n', '\r\n'))],
    ['with quotes', bytes(LIST.replaceAll(/[^,\n]+/g, '"$&"'))],
  ])('is read in %s', (_, input) => {
    expect(table(input)).toEqual(READ);
  });

  it('is read under a title, and its rows keep the numbers of the spreadsheet', () => {
    expect(table(`Payer list of March\n\n${LIST}`)).toMatchObject({ heads: READ.heads, first: 3 });
  });

  it('is read with 200 columns', () => {
    const many = Array.from({ length: 198 }, (_, i) => `Extra ${i}`).join(',');
    const values = many.replaceAll('Extra', 'x');
    const read = table(`Payer ID,Payer Name,${many}\n1,A,${values}\n`);
    expect(read.heads).toHaveLength(200);
    expect(mappingOf(read.heads)).toEqual({ payerId: 0, name: 1 });
  });

  it.each([
    ['a web page', '<!DOCTYPE html><html><table><tr><td>Payer ID</td></tr></table></html>', /is a web page/],
    ['a table that Excel calls .xls', '<table><tr><td>Payer ID</td></tr></table>', /is a web page/],
    ['an 835', 'ISA*00*          *00*          *ZZ*A~ST*835*1~', /is an X12 file/],
    ['a part of an 835', 'ST*835*0001~BPR*I*1~', /is an X12 file/],
    ['a PDF', '%PDF-1.7 ...', /is a PDF/],
    ['JSON', '[{"payerId":"1"}]', /is JSON/],
    ['nothing', '', /is empty/],
    ['blank lines', '\n ,,\n', /is empty/],
    ['one column', 'Payer ID\n1\n2\n', /one column/],
    ['heads alone', 'Payer ID,Payer Name\n', /nothing under it/],
    ['an open quote', 'Payer ID,Payer Name\n1,A\n2,"B\n3,C\n', /row 3: a quote is opened and never closed/],
    ['a quote inside a quoted value', 'Payer ID,Payer Name\n1,"A"B"\n2,C\n', /row 2: a quote/],
    [
      'a web page in UTF-16, named .csv',
      utf16('<html><table><tr><td>Payer ID</td></tr></table></html>'),
      /is a web page/,
    ],
    ['an open quote in UTF-16 with semicolons', utf16('Payer ID;Payer Name\n1;"A\n2;B\n'), /row 2: a quote is opened/],
    ['too many rows', `Payer ID,Payer Name\n${'1,A\n'.repeat(60_050)}`, /more than 60,000 rows/],
    ['too many columns', `Payer ID,Payer Name${',x'.repeat(500)}\n1,A\n`, /more than 500 columns/],
  ])('is not taken from %s, and says so', (_, input, says) => {
    expect(refusal(input)).toMatch(says);
  });

  it.each([
    ['an old Excel file', [0xd0, 0xcf, 0x11, 0xe0, 0, 0], /old Excel file/],
    ['bytes', [1, 2, 0, 0, 0, 5, 7, 0, 9, 9, 9], /not a text file/],
    ['a packed file', [0x1f, 0x8b, 8, 0], /is packed/],
  ])('is not taken from %s', (_, input, says) => {
    expect(refusal(Uint8Array.from(input))).toMatch(says);
  });

  it('either reads or says why, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ maxLength: 300 }).map(bytes)), (input) => {
        try {
          expect(table(input).rows.length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(NotAList);
        }
      }),
    );
  });
});

describe('a payer list as XLSX', () => {
  const HEAD = ['Payer ID', 'Payer Name', 'As Of'];

  it('is read from its first sheet that is shown, as the spreadsheet shows it', () => {
    const read = table(
      xlsx([HEAD, [{ v: 431, s: 1 }, 'LARKSPUR & SON', { v: 46_082, s: 2 }], [60_054, 'B', '']]),
      'list.xlsx',
    );
    expect(read).toEqual({
      heads: HEAD,
      rows: [
        ['00431', 'LARKSPUR & SON', '2026-03-01'],
        ['60054', 'B', ''],
      ],
      first: 1,
    });
  });

  it('takes the last value of a formula, and shows a formula that has none', () => {
    const read = table(
      xlsx([HEAD, [{ f: 'TEXT(431,"00000")', v: '00431', t: 'str' }, { f: 'A2&"x"' }, { v: 1, t: 'b' }]]),
      'list.xlsx',
    );
    expect(read.rows).toEqual([['00431', '=A2&"x"', 'true']]);
  });

  it('reads names with a prefix, and texts that stand in their cells', () => {
    const sheet = `<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>Payer ID</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>Payer Name</x:t></x:is></x:c></x:row><x:row><x:c><x:v>7</x:v></x:c><x:c t="inlineStr"><x:is><x:t>A</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`;
    expect(table(xlsx([], { 'xl/worksheets/sheet2.xml': sheet }), 'list.xlsx').rows).toEqual([['7', 'A']]);
  });

  it('counts days from 1904 where the workbook does', () => {
    const book = `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="1"/><sheets><sheet r:id="rId2"/></sheets></workbook>`;
    const rows = [HEAD, [1, 'A', { v: 44_620, s: 2 }]];
    expect(table(xlsx(rows, { 'xl/workbook.xml': book }), 'list.xlsx').rows[0]?.[2]).toBe('2026-03-01');
  });

  it('keeps rows in their place where the file leaves some out', () => {
    const sheet =
      '<worksheet><sheetData><row r="2"><c r="B2" t="str"><v>Payer ID</v></c><c r="C2" t="str"><v>Payer Name</v></c></row><row r="5"><c r="C5" t="str"><v>A</v></c></row></sheetData></worksheet>';
    const read = table(xlsx([], { 'xl/worksheets/sheet2.xml': sheet }), 'list.xlsx');
    expect(read).toMatchObject({ heads: ['', 'Payer ID', 'Payer Name'], first: 2 });
    expect(read.rows.at(-1)).toEqual(['', '', 'A']);
  });

  it.each([
    ['a damaged file', xlsx([HEAD]).slice(0, 400), /is damaged/],
    ['another packed file', Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0, 0]), /is damaged/],
    [
      'a sheet cut off',
      xlsx([], { 'xl/worksheets/sheet2.xml': '<worksheet><sheetData><row r="1"><c' }),
      /damaged|empty/,
    ],
    ['an empty sheet', xlsx([]), /is empty/],
  ])('is not taken from %s', (_, input, says) => {
    expect(refusal(input, 'list.xlsx')).toMatch(says);
  });
});

describe('an export', () => {
  const entry: PayerEntry = {
    payerId: '00431',
    name: 'LARKSPUR MUTUAL',
    aliases: ['LM HEALTH', 'LARKSPUR'],
    otherIds: ['LKM07'],
    clearinghouse: 'Claim Post',
    asOf: '2026-03-01',
    electronicSecondary: 'paper-only',
    secondaryFiling: {
      basis: 'LATER_OF',
      limits: [
        { basis: 'DOS_TO', value: 1, unit: 'Y' },
        { basis: 'PRIMARY_EOB', value: 90, unit: 'D' },
      ],
    },
    primaryFiling: { basis: 'DOS_TO', value: 1, unit: 'Y' },
  };
  const back = (csv: string): PayerEntry[] => {
    const read = readTable(bytes(csv), 'export.csv');
    const { rows } = convert(read, mappingOf(read.heads), {
      clearinghouse: '',
      asOf: '2020-01-01',
      today: '2020-01-01',
    });
    return rows.entries.map((text) => JSON.parse(text) as PayerEntry);
  };

  it('is read back as it was', () => {
    expect(back(csvOf(exportRows([entry])))).toEqual([entry]);
  });

  it('holds no cell that a spreadsheet takes for a formula, and is read back all the same', () => {
    const hostile = ['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)'].map((name, i) => ({
      ...entry,
      payerId: `${i}`,
      name,
    }));
    const csv = csvOf(exportRows(hostile));
    for (const cell of readTable(bytes(csv), 'x.csv').rows.flat()) expect(cell).not.toMatch(/^[=+\-@]/);
    expect(back(csv)).toEqual(hostile);
  });

  it('is read back as it was, whatever the names are', () => {
    const text = fc
      .string({ minLength: 1, maxLength: 30, unit: 'grapheme' })
      .map((one) => one.replace(/[|'\s]+/g, ' ').trim())
      .filter((one) => one !== '' && !one.startsWith('='));
    fc.assert(
      fc.property(text, text, (name, payerId) => {
        fc.pre(payerId.length < 80 && !/[\ufeff\p{Cc}\ud800-\udfff]/u.test(name + payerId));
        expect(back(csvOf(exportRows([{ ...entry, name, payerId }])))[0]).toMatchObject({ name, payerId });
      }),
    );
  });
});
