import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { examine } from '../../../lib/checks/examine';
import { entryOf, type RecordEntry, recentReasons, withEntry } from '../../../lib/record/record';
import { harmless, recordJson, recordRows } from '../../../lib/record/rows';
import { recordCsv } from '../../../lib/record-csv';
import { absent, aCase, aLedger, aLine, aRow, aSecondLine, is } from '../checks/build';

const KEY = { patient: 'https://txn2.healthfusionclaims.com|HF204417', claim: '8841207' };
const centOff = aCase({
  ledger: aLedger({ lines: [aLine(), aSecondLine({ charge: is(8501) })], totalCharge: is(25001) }),
  row: aRow({ charge: is(25001) }),
});
const entry = (changes: Partial<RecordEntry> = {}): RecordEntry => {
  const finding = examine(centOff).findings.find(({ check }) => check === 'C005')!;
  return {
    ...entryOf(KEY, centOff, finding, { at: 1_774_000_000_000, action: 'overridden', reason: 'Posted by hand' }),
    ...changes,
  };
};
/** A file as a spreadsheet reads it. */
const cells = (text: string): string[][] =>
  Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: true }).data;

describe('an entry', () => {
  it('holds the claim, the finding as it was and its amounts', () => {
    expect(entry()).toMatchObject({
      ...KEY,
      chart: 'HF204417',
      dos: '2026-02-24',
      check: 'C005',
      severity: 'block',
      title: 'Line 2, 97110, does not balance',
      charge: 25001,
      balance: 3727,
      difference: 1,
    });
  });

  it('says of an amount that is not read that it is none', () => {
    const c = aCase({ row: aRow({ charge: absent, dos: absent }) });
    const [finding] = examine(centOff).findings;
    expect(entryOf(KEY, c, { ...finding!, sums: [] }, { at: 1, action: 'lapsed', reason: '' })).toMatchObject({
      charge: null,
      difference: null,
      dos: '',
    });
  });

  it('is one of two thousand at most; the oldest goes', () => {
    const many = Array.from({ length: 2_000 }, (_, i) => entry({ at: i }));
    const all = withEntry(many, entry({ at: 9_999 }));
    expect([all.length, all[0]?.at, all.at(-1)?.at]).toEqual([2_000, 1, 9_999]);
  });
});

describe('reasons of the session', () => {
  it('are offered once each, those of the same check first, the latest first', () => {
    const record = [
      entry({ check: 'C005', reason: 'first' }),
      entry({ check: 'C021', reason: 'second' }),
      entry({ check: 'C021', reason: 'first' }),
      entry({ check: 'C068', reason: 'third' }),
      entry({ check: 'C005', reason: 'gone', action: 'taken-back' }),
    ];
    expect(recentReasons(record, 'C005')).toEqual(['first', 'third', 'second']);
    expect(recentReasons(record, 'C021', 2)).toEqual(['first', 'second']);
    expect(recentReasons([], 'C005')).toEqual([]);
  });
});

describe('the record as CSV', () => {
  it.each([
    ['=HYPERLINK("http://x","y")', '\'=HYPERLINK("http://x","y")'],
    ['+1', "'+1"],
    ['@x', "'@x"],
    ['-12.50', '-12.50'],
    ['12.50', '12.50'],
    ['-1+cmd', "'-1+cmd"],
    ['  =1+1', "'  =1+1"],
    ['\t=1+1', "'\t'=1+1"],
    ['\r=1', "'\r'=1"],
    ['＝1+1', "'＝1+1"],
    ['a;=1+1', "a;'=1+1"],
    ['a\n@SUM(1)', "a\n'@SUM(1)"],
    ['a;"=1', 'a;"\'=1'],
    ['\u0000=1', "'\u0000=1"],
    ['The payer said so, by phone', 'The payer said so, by phone'],
    ['2 - 3', '2 - 3'],
  ])('makes %j harmless', (reason, cell) => {
    expect(harmless(reason)).toBe(cell);
    expect(cells(recordCsv(recordRows([entry({ reason })])))[1]?.[8]).toBe(cell);
  });

  it('keeps money a number, negative or not, and what is not known empty', () => {
    const text = recordCsv(recordRows([entry({ charge: 25000, balance: -1250, difference: null })]));
    expect(text).toMatch(/,250,-12\.5,""\r\n$/);
  });

  it('has a head row, and a row for each entry, the oldest first', () => {
    const rows = cells(recordCsv(recordRows([entry({ reason: 'one' }), entry({ reason: 'two' })])));
    expect(rows[0]).toEqual([
      'Time',
      'Action',
      'Chart number',
      'Claim',
      'Date of service',
      'Check',
      'Severity',
      'Finding',
      'Reason',
      'Claim charge',
      'Patient balance',
      'Left over',
    ]);
    expect(rows.slice(1).map((row) => row[8])).toEqual(['one', 'two']);
    expect(rows[1]?.slice(1, 8)).toEqual([
      'overridden',
      'HF204417',
      '8841207',
      '2026-02-24',
      'C005',
      'block',
      'Line 2, 97110, does not balance',
    ]);
  });

  it('holds no cell that a spreadsheet would run, whatever was typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('=', '+', '-', '@', ';', '"', ',', '\t', '\n', ' ', '1', 'a') }),
        (reason) => {
          for (const delimiter of [',', ';', '\t']) {
            const parsed = Papa.parse<string[]>(recordCsv(recordRows([entry({ reason })])).slice(1), {
              delimiter,
            }).data.flat();
            const runs = parsed.filter(
              (cell) => /^[\s"]*[=+@-]/.test(cell) && !/^[\s"]*-?\d+(\.\d+)?[\s",\d.]*$/.test(cell),
            );
            expect(runs).toEqual([]);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the record as JSON', () => {
  it('has amounts in cents and no key of the session', () => {
    const json = JSON.parse(recordJson([entry({ reason: '=1+1', balance: -1250 })]));
    expect(json).toMatchObject({ format: 'cob-companion-record', version: 1 });
    expect(json.entries[0]).toMatchObject({
      reason: '=1+1',
      chargeCents: 25001,
      balanceCents: -1250,
      differenceCents: 1,
      at: '2026-03-20T09:46:40.000Z',
    });
    expect(JSON.stringify(json)).not.toContain('healthfusionclaims');
  });
});
