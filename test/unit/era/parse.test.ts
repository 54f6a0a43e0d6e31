import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Era, EraSet } from '../../../lib/claim/era';
import { decodeEra } from '../../../lib/era/decode';
import { parseEra } from '../../../lib/era/parse-era';
import { MOST_PROBLEMS } from '../../../lib/era/problems';

const FOLDER = path.resolve(import.meta.dirname, '../../era/fixtures');
const text = (name: string): string => decodeEra(readFileSync(path.join(FOLDER, `${name}.835`)));
const read = (name: string): Era => parseEra(text(name));
const said = (era: Era): string[] => era.problems.map(({ severity, text: words }) => `${severity}: ${words}`);

/** Without the numbers of segments. */
const values = (sets: readonly EraSet[]): unknown =>
  JSON.parse(JSON.stringify(sets, (key, value: unknown) => (key === 'segment' ? undefined : value)));

describe('parseEra', () => {
  test('reads payer, payee, check, date and total', () => {
    const [set] = read('plain').sets;
    expect(set).toMatchObject({
      control: '0007',
      segment: 3,
      test: false,
      payer: { name: 'HARBOR MUTUAL', id: '88001', idQualifier: 'XV', ids: { '2U': '61101' } },
      payee: { name: 'LAKESIDE FAMILY PRACTICE', id: '1992999999', idQualifier: 'XX', ids: { TJ: '741234567' } },
      trace: '0012345',
      paidOn: '2026-03-09',
      method: 'CHK',
      handling: 'I',
      total: 16050,
      direction: 'credit',
    });
    expect(read('plain').problems).toEqual([]);
  });

  test('reads a claim', () => {
    const [claim] = read('plain').sets[0]!.claims;
    expect(claim).toMatchObject({
      segment: 16,
      controlNumber: '7001-A',
      status: '1',
      charge: 25000,
      paid: 15050,
      patientResponsibility: 3950,
      filingIndicator: '12',
      payerClaimNumber: 'HM26001',
      frequency: '1',
      adjustments: [],
      crossover: null,
      remarks: ['MA01'],
      dates: { service: { from: '2026-02-24', to: '2026-02-24' }, received: '2026-02-27', coverageEnded: null },
      amounts: { AU: 19000 },
      references: { '1L': 'GRP55' },
    });
    expect(claim!.names.map(({ role, last, first, id }) => [role, last, first, id])).toEqual([
      ['QC', 'OKAFOR', 'ADAEZE', 'W204417'],
      ['IL', 'OKAFOR', 'CHIDI', 'W204400'],
      ['82', 'MERCER', 'LENA', '1882888888'],
    ]);
  });

  test('reads service lines', () => {
    const [first, second] = read('plain').sets[0]!.claims[0]!.lines;
    expect(first).toEqual({
      segment: 26,
      procedure: '99213',
      qualifier: 'HC',
      modifiers: ['25'],
      submittedProcedure: null,
      charge: 15000,
      paid: 9050,
      units: 1,
      submittedUnits: null,
      adjustments: [
        { group: 'CO', carc: '45', amount: 3000, quantity: null },
        { group: 'PR', carc: '1', amount: 2000, quantity: null },
        { group: 'PR', carc: '2', amount: 950, quantity: null },
      ],
      allowed: 12000,
      lineControlNumber: '7001A1',
      remarks: ['N130'],
      dates: { from: '2026-02-24', to: '2026-02-24' },
      amounts: {},
    });
    expect(second).toMatchObject({
      units: 2,
      submittedProcedure: { procedure: '93005', qualifier: 'HC', modifiers: [] },
      submittedUnits: 3,
      dates: { from: '2026-02-24', to: '2026-02-25' },
    });
  });

  test('reads a reversal, its former number, and a line without units and dates', () => {
    const claim = read('plain').sets[0]!.claims[1]!;
    expect(claim).toMatchObject({ status: '22', charge: -8000, paid: -4000, references: { F8: 'HM25900' } });
    expect(claim.lines).toMatchObject([
      { paid: -4000, units: 1, dates: null, adjustments: [{ amount: -3000 }, { amount: -1000 }] },
    ]);
  });

  test('reads provider adjustments, with and without a reference', () => {
    expect(read('plain').sets[0]!.providerAdjustments).toEqual([
      {
        segment: 47,
        provider: '1992999999',
        fiscalPeriod: '2026-12-31',
        code: 'WO',
        reference: 'HM25990',
        amount: -5500,
      },
      { segment: 47, provider: '1992999999', fiscalPeriod: '2026-12-31', code: 'L6', reference: '', amount: 500 },
    ]);
  });

  test('reads a claim without lines: crossover carrier, remarks of MIA, dates', () => {
    const era = read('claim-level');
    expect(era.problems).toEqual([]);
    expect(era.sets[0]!.claims).toMatchObject([
      {
        status: '19',
        adjustments: [{ group: 'PR', carc: '1', amount: 10000 }],
        crossover: { name: 'STATE MEDICAID', id: '77037' },
        remarks: ['MA01', 'MA18'],
        dates: { service: { from: '2026-02-01', to: '2026-02-05' }, coverageEnded: '2026-12-31' },
        amounts: { I: 250 },
        lines: [],
      },
    ]);
  });

  test('reads six adjustments of one segment, with their quantities', () => {
    expect(read('six-triplets').sets[0]!.claims[0]!.lines[0]!.adjustments.slice(1)).toEqual([
      { group: 'PR', carc: '1', amount: 2000, quantity: 1 },
      { group: 'PR', carc: '2', amount: 400, quantity: 2 },
      { group: 'PR', carc: '3', amount: 100, quantity: 3 },
      { group: 'PR', carc: '241', amount: 100, quantity: 4 },
      { group: 'PR', carc: '187', amount: 150, quantity: 5 },
      { group: 'PR', carc: '37', amount: 200, quantity: 6 },
    ]);
  });

  test('reads ranges of dates, and dates whose form the file names', () => {
    const [first, second] = read('date-ranges').sets[0]!.claims;
    expect(first!.lines[0]!.dates).toEqual({ from: '2026-02-24', to: '2026-02-26' });
    expect(first!.dates.received).toBe('2026-02-27');
    expect(second!.dates.service).toEqual({ from: '2026-01-10', to: '2026-01-10' });
  });

  test('reads what the payer takes back', () => {
    const era = read('debit');
    expect(era.sets[0]).toMatchObject({ total: 16050, direction: 'debit' });
    expect(era.problems).toEqual([]);
  });

  test('reads names that are not ASCII, of both encodings', () => {
    for (const name of ['utf-8', 'latin-1'])
      expect(read(name).sets[0]!.claims[0]!.names[1]).toMatchObject({ last: 'MÜLLER', first: 'ZOË' });
  });

  test('reads several interchanges with other delimiters, leaves other sets and garbage out', () => {
    const era = read('several');
    expect(era.interchanges).toBe(2);
    expect(era.sets.map(({ trace, claims }) => [trace, claims.length])).toEqual([
      ['0012345', 2],
      ['0012346', 1],
    ]);
    expect(values(era.sets.slice(0, 1))).toEqual(values(read('plain').sets));
    expect(said(era)).toEqual([
      'warning: Segment 57 is not one of an 835. It was left out.',
      'info: 1 set of the kind 277 in the file was left out.',
    ]);
  });

  test('reads several sets of one group', () => {
    const era = read('two-sets');
    expect(era.problems).toEqual([]);
    expect(era.sets.map(({ trace }) => trace)).toEqual(['0012345', '0012347']);
  });
});

/** The same remittance, as validators like it and as they do not. */
const SAME: Record<string, string[]> = {
  'one-line': [],
  crlf: [],
  indented: [],
  bom: [],
  wrapped: [],
  'newline-terminator': [],
  'crlf-terminator': [],
  'no-last-terminator': [],
  'other-delimiters': [],
  'control-delimiters': [],
  'isa-unpadded': [],
  'isa-broken-line': [],
  'nul-after-iea': [],
  '4010': [],
  'isa16-is-terminator': ['info: ISA does not say the delimiters as it should. They were taken from the segments.'],
  'isa16-missing': ['info: ISA does not say the delimiters as it should. They were taken from the segments.'],
  'isa16-empty': ['info: ISA does not say the delimiters as it should. They were taken from the segments.'],
  'isa16-differs': ['info: Segment 26: The parts of a value are divided by :, not by > as ISA says.'],
  'text-before-isa': ['info: What stands before ISA was left out.'],
  'no-isa': ['info: The file does not begin with ISA. Its delimiters were taken from the segments.'],
  'only-st-se': ['info: The file does not begin with ISA. Its delimiters were taken from the segments.'],
  'no-gs': ['info: Segment 2: GS is missing.'],
  'no-se': ['info: SE is missing.'],
  'no-iea': ['info: IEA is missing.'],
  'no-per': ['info: Segment 47: SE counts "46" segments, the file has 45.'],
  'wrong-counts': [
    'info: Segment 48: SE counts "99" segments, the file has 46.',
    'info: Segment 48: SE closes number "0008", but "0007" is open.',
    'info: Segment 49: GE counts "4" sets, the file has 1.',
    'info: Segment 50: IEA counts "3" groups, the file has 1.',
    'info: Segment 50: IEA closes number "000000312", but "000000311" is open.',
  ],
  'unknown-segments': [
    'info: Segment 20: "ZZ9" is not a segment of an 835. It is not used.',
    'info: Segment 49: SE counts "46" segments, the file has 47.',
  ],
  order: [
    'info: Segment 25: a remark of the claim stands behind a service line.',
    'info: Segment 29: a date of the claim stands behind a service line.',
  ],
};

describe('a file that validators refuse for harmless reasons', () => {
  test.each(Object.entries(SAME))('%s: the same values', (name, problems) => {
    const era = read(name);
    expect(values(era.sets)).toEqual(values(read('plain').sets));
    expect(said(era)).toEqual(problems);
  });

  test('a set without ST keeps its values, without a number', () => {
    const { sets } = read('no-st');
    const expected = values(read('plain').sets) as EraSet[];
    expect(values(sets)).toEqual([{ ...expected[0], control: '' }]);
  });
});

describe('what cannot be read exactly', () => {
  test('an amount that is none is null, with its segment and what follows from it', () => {
    const era = read('bad-amounts');
    expect(said(era)).toEqual([
      'error: Segment 4: "1,000.00" is not an 835 amount. The total of the payment is not known.',
      'error: Segment 16: the charge (CLP03) is missing. That claim is not used.',
      'error: Segment 25: the amount (AMT02) is missing. It is not used.',
      'error: Segment 26: "12.3.4" is not an 835 amount. That line is not used.',
      'error: Segment 28: "1E3" is not an 835 amount. It is not used.',
      'error: Segment 29: "+5" is not an 835 amount. It is not used.',
      'error: Segment 29: "1 2" is not an 835 amount. It is not used.',
      'error: Segment 33: "100.005" is not an 835 amount. That line is not used.',
      'error: Segment 33: "2x" is not a number of units. It is not used.',
      'error: Segment 39: "1234567890123" is not an 835 amount. It is not used.',
    ]);
    const [set] = era.sets;
    const [claim] = set!.claims;
    expect(set!.total).toBeNull();
    expect(claim).toMatchObject({ charge: null, paid: 15050, amounts: { AU: null } });
    expect(claim!.lines).toMatchObject([
      { charge: null, adjustments: [{ amount: null }, { amount: null }, { amount: null }] },
      // Decimals behind the second that are zeros change nothing.
      { charge: null, paid: 6000, units: null, allowed: null },
    ]);
  });

  test('a date that is none is null; the production date does not stand in for a payment date that cannot be read', () => {
    const era = read('bad-dates');
    expect(said(era)).toEqual([
      'error: Segment 4: "20260230" is not a date. It is not used.',
      'error: Segment 7: "260308" is not a date. It is not used.',
      'error: Segment 22: "20261324" is not a date. It is not used.',
      'error: Segment 24: "2026" is not a date. It is not used.',
      'error: Segment 33: dates of service end before they begin. They are not used.',
    ]);
    expect(era.sets[0]!.paidOn).toBeNull();
    expect(era.sets[0]!.claims[0]!.lines[1]!.dates).toBeNull();
  });

  test('a payment date that is not given is the production date', () => {
    const era = parseEra(text('plain').replace(/\*{12}20260309/, ''));
    expect(era.sets[0]!.paidOn).toBe('2026-03-08');
    expect(said(era)).toEqual(['info: Segment 3: the payment date (BPR16) is missing. The production date is used.']);
  });

  test('an adjustment without reason, amount or group says so', () => {
    const era = read('odd-cas');
    expect(said(era)).toEqual([
      'warning: Segment 28: the panel does not know the group code "XX".',
      'error: Segment 29: the amount of PR-1 (CAS03) is missing. It is not used.',
      'error: Segment 30: "20" is adjusted without a reason.',
      'warning: Segment 31: an adjustment without reason and amount.',
    ]);
    expect(era.sets[0]!.claims[0]!.lines[0]!.adjustments).toEqual([
      { group: 'XX', carc: '45', amount: 3000, quantity: null },
      { group: 'PR', carc: '1', amount: null, quantity: null },
      { group: 'PR', carc: '2', amount: 950, quantity: null },
      { group: 'PR', carc: '', amount: 2000, quantity: null },
    ]);
  });

  test('two allowed amounts that differ are none', () => {
    const era = parseEra(text('plain').replace('AMT*B6*120~', 'AMT*B6*120~AMT*B6*119~AMT*B6*120~'));
    expect(era.sets[0]!.claims[0]!.lines[0]!.allowed).toBeNull();
    expect(said(era)[0]).toBe('error: Segment 32: a second amount B6 that differs. Neither is used.');
  });

  test('qualifiers named like the properties of objects become no keys', () => {
    const era = parseEra(text('plain').replace('AMT*AU*190', 'AMT*__proto__*190').replace('REF*1L', 'REF*constructor'));
    const [claim] = era.sets[0]!.claims;
    expect([claim!.amounts, claim!.references]).toEqual([{}, {}]);
    expect(Object.getPrototypeOf(claim!.amounts)).toBe(Object.prototype);
    expect(said(era)).toEqual([
      'warning: Segment 21: a reference without its kind or number.',
      'warning: Segment 25: "__proto__" is not a kind of amount.',
    ]);
  });

  test('texts are cut to a sane length', () => {
    const era = parseEra(text('plain').replace('OKAFOR*ADAEZE', `${'A'.repeat(5000)}*ADAEZE`));
    expect(era.sets[0]!.claims[0]!.names[0]!.last).toHaveLength(256);
    expect(said(era)).toEqual(['warning: Segment 17: NM103 is longer than it can be. It was cut.']);
  });

  test('a set without its header is named, and has no total', () => {
    const era = read('empty-set');
    expect(era.sets).toMatchObject([{ total: null, paidOn: null, claims: [] }]);
    expect(said(era)[0]).toBe('error: Segment 3: the set has no BPR. Its total and date are not known.');
  });

  test('of very many problems the first ones are kept, and the number of the others', () => {
    const line = 'CAS*XX*45*1~\n';
    const { problems } = parseEra(text('plain').replace('CAS*CO*45*30~\n', line.repeat(2000)));
    expect(problems.filter(({ severity }) => severity === 'warning').length).toBeLessThanOrEqual(MOST_PROBLEMS + 1);
    expect(problems.some(({ text: words }) => /^1,5\d\d more of this kind were found\.$/.test(words))).toBe(true);
  });
});

describe('a file that is cut off', () => {
  test('in the middle of a segment: one sentence, and half a claim is none', () => {
    const era = read('cut');
    expect(said(era)).toEqual(['error: {file} ends in segment 33. 0 claims before it were read.']);
    expect(era.sets).toMatchObject([{ trace: '0012345', claims: [] }]);
  });

  test('in the segment that ends a claim: the claim is whole', () => {
    const whole = text('plain');
    const era = parseEra(whole.slice(0, whole.indexOf('CLP*7002-B') + 6));
    expect(said(era)).toEqual(['error: {file} ends in segment 40. 1 claim before it was read.']);
    expect(era.sets[0]!.claims).toHaveLength(1);
  });

  test('between segments: it may be cut off, as the sums show', () => {
    expect(said(read('cut-between')).slice(0, 1)).toEqual([
      'warning: {file} ends behind segment 39, without SE. It may be cut off.',
    ]);
  });
});

describe('a file that is none of ours', () => {
  test.each([
    ['', '{file} is empty. Nothing was read.'],
    [' \r\n\0', '{file} is empty. Nothing was read.'],
    ['%PDF-1.7\n%\u00e2\u00e3', '{file} is a PDF, not an 835. Nothing was read.'],
    ['PK\u0003\u0004\u0014\0', '{file} is a ZIP or Excel file, not an 835. Nothing was read.'],
    ['\u00d0\u00cf\u0011\u00e0\u00a1', '{file} is an old Word or Excel file, not an 835. Nothing was read.'],
    ['\u0089PNG\r\n', '{file} is an image, not an 835. Nothing was read.'],
    ['\u00ff\u00d8\u00ff\u00e0', '{file} is an image, not an 835. Nothing was read.'],
    ['<!DOCTYPE html><p>ST*835*1~</p>', null],
    ['<html><body>hello</body></html>', '{file} is a web page, not an 835. Nothing was read.'],
    ['<?xml version="1.0"?><a/>', '{file} is an XML file, not an 835. Nothing was read.'],
    ['{"claims": []}', '{file} is a JSON file, not an 835. Nothing was read.'],
    ['Patient,Date,Amount\nDoe,1,2\n', '{file} is a table (CSV), not an 835. Nothing was read.'],
    ['MSH|^~\\&|A|B', '{file} is an HL7 message, not an 835. Nothing was read.'],
    ['hello', '{file} is not an 835. Nothing was read.'],
  ])('%j', (begin, sentence) => {
    const era = parseEra(begin);
    if (sentence !== null)
      expect(era).toEqual({ interchanges: 0, sets: [], problems: [{ severity: 'error', segment: 0, text: sentence }] });
    else expect(era.problems.length).toBeGreaterThan(0);
  });

  test('a 277, a 999 and an 837 are named', () => {
    expect(said(read('only-277'))).toEqual(['error: {file} is a 277, not an 835. Nothing was read.']);
    const other = (kind: string) => said(parseEra(text('only-277').replaceAll('ST*277', `ST*${kind}`)));
    expect(other('999')).toEqual(['error: {file} is a 999, not an 835. Nothing was read.']);
    expect(other('837')).toEqual(['error: {file} is an 837, not an 835. Nothing was read.']);
  });

  test('an envelope without a set holds no 835', () => {
    const [isa = '', gs = ''] = text('plain').split('\n');
    expect(said(parseEra(`${isa}\n${gs}\nGE*0*31~\nIEA*1*000000311~\n`))).toEqual([
      'error: {file} holds no 835. Nothing was read.',
    ]);
  });

  test('a text that never ends a segment is not kept whole', () => {
    const { sets, problems } = parseEra(`${text('plain').slice(0, 600)}${'A'.repeat(200_000)}`);
    expect(sets).toHaveLength(1);
    expect(
      problems.some(
        ({ severity, text: words }) => severity === 'error' && words.includes('longer than a segment can be'),
      ),
    ).toBe(true);
  });
});

test('a test file is marked in each of its sets, and says so once', () => {
  const era = read('test-file');
  expect(era.sets.map((set) => set.test)).toEqual([true]);
  expect(said(era)).toEqual(['warning: {file} is marked as a test. Do not post or bill from it.']);
});

test('every fixture is read the same twice, and holds nothing but fictional values', () => {
  for (const name of readdirSync(FOLDER)) {
    const once = decodeEra(readFileSync(path.join(FOLDER, name)));
    expect(parseEra(once)).toEqual(parseEra(once));
  }
});
