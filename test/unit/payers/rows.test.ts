import { describe, expect, it } from 'vitest';
import { FIELDS, knownHeads, mappingOf } from '../../../lib/payers/columns';
import type { PayerEntry } from '../../../lib/payers/entry';
import { exportRows } from '../../../lib/payers/export';
import { convert } from '../../../lib/payers/import';

const DEFAULTS = { clearinghouse: 'Claim Post', asOf: '2026-03-20', today: '2026-03-20' };

const read = (rows: string[][], heads: readonly string[] = FIELDS.map(({ title }) => title)) => {
  const { rows: kept, problems, ...rest } = convert({ heads, rows, first: 1 }, mappingOf(heads), DEFAULTS);
  const entries = kept.entries.map((text) => JSON.parse(text) as PayerEntry);
  return { ...rest, entries, says: problems.map(({ text }) => text), shown: problems };
};

/** One payer with these columns of the product's own format. */
const withColumns = (columns: Record<string, string>) =>
  read([['00431', 'LARKSPUR MUTUAL', ...Object.values(columns)]], ['payer_id', 'payer_name', ...Object.keys(columns)]);

const BARE: PayerEntry = {
  payerId: '00431',
  name: 'LARKSPUR MUTUAL',
  aliases: [],
  otherIds: [],
  clearinghouse: 'Claim Post',
  asOf: '2026-03-01',
};

const FULL: PayerEntry = {
  ...BARE,
  aliases: ['LARKSPUR HEALTH', 'LM'],
  otherIds: ['LKM07', '431'],
  kind: 'medicare-advantage',
  filingIndicator: '16',
  professional: 'enroll',
  electronicSecondary: 'paper-only',
  crossoverCarrier: 'no',
  cobaId: '55123',
  primaryFiling: { basis: 'DOS_FROM', value: 180, unit: 'D' },
  secondaryFiling: { basis: 'PRIMARY_EOB', value: 6, unit: 'M' },
  cobMethod: 'nondup',
  boxTemplate: 'custom',
  box29: 'patient-paid',
  eobOnPaper: 'yes',
  eafRequired: 'no',
  notes: 'Call before 5',
  sourceUrl: 'https://payers.example/larkspur',
};

describe('the own format', () => {
  it('has a column for all that a payer can have, and gives it back', () => {
    expect(read(exportRows([FULL]).slice(1)).entries).toEqual([FULL]);
    expect(exportRows([FULL])[1]).not.toContain('');
  });

  it('leaves empty what a list does not say, but for the word that nobody said', () => {
    const [heads = [], cells = []] = exportRows([BARE]);
    const said = Object.fromEntries(heads.map((head, i) => [head, cells[i]]).filter(([, cell]) => cell !== ''));
    expect(said).toEqual({
      payer_id: '00431',
      payer_name: 'LARKSPUR MUTUAL',
      clearinghouse: 'Claim Post',
      secondary_electronic: 'unknown',
      as_of_date: '2026-03-01',
    });
    expect(read([cells]).entries).toEqual([BARE]);
  });

  it.each(['LATER_OF', 'EARLIER_OF'] as const)('gives %s of two limits back', (basis) => {
    const [service, answer] = [
      { basis: 'DOS_TO', value: 1, unit: 'Y' },
      { basis: 'PRIMARY_EOB', value: 90, unit: 'D' },
    ] as const;
    const entry: PayerEntry = { ...BARE, secondaryFiling: { basis, limits: [service, answer] } };
    expect(read(exportRows([entry]).slice(1)).entries[0]).toMatchObject({
      primaryFiling: service,
      secondaryFiling: { basis, limits: [service, answer] },
    });
  });

  it('keeps the time to file as primary beside none as secondary', () => {
    const entry: PayerEntry = { ...BARE, primaryFiling: { basis: 'DOS_TO', value: 95, unit: 'D' } };
    expect(read(exportRows([entry]).slice(1)).entries).toEqual([entry]);
  });
});

describe('the time to file as primary', () => {
  const primary = (basis: string, value: string, unit: string) =>
    withColumns({ tf_primary_basis: basis, tf_primary_value: value, tf_primary_unit: unit });

  it.each([
    [['', '90', 'days'], { basis: 'DOS_TO', value: 90, unit: 'D' }],
    [['DOS from', '1', 'year'], { basis: 'DOS_FROM', value: 1, unit: 'Y' }],
    [['EOB', '3660', 'd'], { basis: 'PRIMARY_EOB', value: 3660, unit: 'D' }],
    [['', '', ''], undefined],
  ] as const)('%j is read', ([basis, value, unit], limit) => {
    const { entries, says } = primary(basis, value, unit);
    expect(entries[0]?.primaryFiling).toEqual(limit);
    expect(says).toEqual([]);
  });

  it.each([
    [['CLEAN', '90', 'D'], '"CLEAN" is not a day to count from. The time to file is not read.'],
    [['', '90', ''], '"" is not D, M or Y. The time to file is not read.'],
    [['', '', 'D'], '"" is no time to file. It is not read.'],
    [['DOS', '', ''], '"" is no time to file. It is not read.'],
    [['', '3661', 'D'], '"3661" is no time to file. It is not read.'],
    [['', '1x', 'D'], '"1x" is no time to file. It is not read.'],
  ] as const)('%j is not, and that is said', ([basis, value, unit], why) => {
    const { entries, says } = primary(basis, value, unit);
    expect(entries[0]).not.toHaveProperty('primaryFiling');
    expect(says).toEqual([why]);
  });

  it('cannot be one part of two limits where it counts from the answer itself', () => {
    const { entries, says } = withColumns({
      tf_primary_basis: 'PRIMARY_EOB',
      tf_primary_value: '90',
      tf_primary_unit: 'D',
      tf_secondary_basis: 'LATER_OF',
      tf_secondary_value: '60',
      tf_secondary_unit: 'D',
    });
    expect(entries[0]).not.toHaveProperty('secondaryFiling');
    expect(says[0]).toContain('LATER_OF needs the time to file from the service');
  });
});

describe('the time to file as secondary', () => {
  it.each([
    [['PRIMARY_EOB', '', ''], '"" is no time to file. It is not read.'],
    [['', '90', ''], '"" is not a day to count from. The time to file as secondary is not read.'],
    [['', '', 'D'], '"" is not a day to count from. The time to file as secondary is not read.'],
  ] as const)('%j says too little', ([basis, value, unit], why) => {
    const { entries, says } = withColumns({
      tf_secondary_basis: basis,
      tf_secondary_value: value,
      tf_secondary_unit: unit,
    });
    expect(entries[0]).not.toHaveProperty('secondaryFiling');
    expect(says).toEqual([why]);
  });
});

describe('a cell', () => {
  it.each([
    ['payer_kind', 'Medicare Advantage', { kind: 'medicare-advantage' }],
    ['payer_kind', 'TRICARE', { kind: 'tricare' }],
    ['box_template', 'b', { boxTemplate: 'B' }],
    ['cob_method', 'Medicaid lesser of', { cobMethod: 'medicaid' }],
    ['cob_method', 'NONDUP', { cobMethod: 'nondup' }],
    ['box_29', 'Patient paid', { box29: 'patient-paid' }],
    ['requires_eob_paper', '1', { eobOnPaper: 'yes' }],
    ['eaf_required', '0', { eafRequired: 'no' }],
    ['filing_indicator', "'-CI ", { filingIndicator: '-CI' }],
    ['coba_id', ' =" 055 " ', { cobaId: '055' }],
    ['notes', `it says x="1"`, { notes: `it says x="1"` }],
    ['notes', "don't '=add", { notes: "don't '=add" }],
    ['notes', "'- by mail", { notes: '- by mail' }],
  ])('of %s with %j is read', (column, cell, expected) => {
    const { entries, says } = withColumns({ [column]: cell });
    expect(entries[0]).toMatchObject(expected);
    expect(says).toEqual([]);
  });

  it.each([
    ['cob_method', 'old medicaid'],
    ['payer_kind', 'Medicare Disadvantage'],
    ['box_template', 'C'],
    ['requires_eob_paper', 'at times'],
  ])('of %s with %j says nothing, and that is told', (column, cell) => {
    const { entries, says } = withColumns({ [column]: cell, as_of_date: '2026-03-01' });
    expect(entries).toEqual([BARE]);
    expect(says).toEqual([`"${cell}" is not known here. It counts as not said.`]);
  });

  it('with a formula behind its text is none that keeps a text', () => {
    expect(withColumns({ coba_id: '="055"&A1' }).says).toEqual(['"="055"&A1" is a formula. It is not read.']);
  });

  it('is read up to its longest, and quoted no longer than a sentence has room for', () => {
    expect(withColumns({ coba_id: '5'.repeat(20) }).entries[0]?.cobaId).toHaveLength(20);
    const { entries, says } = withColumns({ coba_id: '5'.repeat(21), filing_indicator: 'x'.repeat(41) });
    expect(entries[0]).not.toHaveProperty('cobaId');
    expect(says).toEqual([
      `"${'x'.repeat(40)}…" is longer than 10 characters. It is not read.`,
      `"${'5'.repeat(21)}" is longer than 20 characters. It is not read.`,
    ]);
    expect(withColumns({ filing_indicator: 'x'.repeat(40) }).says[0]).toContain(`"${'x'.repeat(40)}" is`);
  });

  it('of names holds fifty of them, none longer than a name', () => {
    const names = Array.from({ length: 60 }, (_, i) => `LARKSPUR ${i}`);
    expect(withColumns({ aliases: names.join('|') }).entries[0]?.aliases).toEqual(names.slice(0, 50));
    const [longest, tooLong] = ['X'.repeat(200), 'X'.repeat(201)];
    expect(withColumns({ aliases: `${tooLong}|${longest}` }).entries[0]?.aliases).toEqual([longest]);
  });
});

describe('what is shown before the import', () => {
  const many = (n: number, name: string) => Array.from({ length: n }, (_, i) => [String(i), name]);
  const heads = ['payer_id', 'payer_name'];

  it('is the first five payers, and the first two hundred problems of all', () => {
    expect(read(many(6, 'A'), heads).sample.map(({ payerId }) => payerId)).toEqual(['0', '1', '2', '3', '4']);
    const { shown, problemCount } = read(many(201, ''), heads);
    expect([shown.length, problemCount]).toEqual([200, 201]);
  });

  it('counts what is said of electronic claims and of the time to file', () => {
    const { counts } = read(
      [
        ['1', 'A', 'yes', 'PRIMARY_EOB', '90', 'D'],
        ['2', 'B', 'no', '', '', ''],
        ['3', 'C', '', '', '', ''],
      ],
      [...heads, 'secondary_electronic', 'tf_secondary_basis', 'tf_secondary_value', 'tf_secondary_unit'],
    );
    expect(counts).toMatchObject({ payers: 3, saysElectronic: 2, saysFiling: 1 });
  });

  it('leaves off rows with nothing but blanks', () => {
    expect(
      read(
        [
          ['1', 'A'],
          [' ', '\t'],
        ],
        heads,
      ).counts.rows,
    ).toBe(1);
  });

  it('takes one ID of one clearinghouse for one payer, however it is written', () => {
    const rows = [
      ['ab1', 'OLD', 'claim post'],
      ['AB1', 'NEW', 'Claim Post'],
    ];
    expect(read(rows, [...heads, 'clearinghouse']).entries.map(({ name }) => name)).toEqual(['NEW']);
  });
});

describe('heads', () => {
  it.each([
    ['aka', 'aliases'],
    ['Vendor', 'clearinghouse'],
    ['837P', 'professional'],
    ['Alternate Payer IDs', 'otherIds'],
    ['Comments', 'notes'],
    ['Website', 'sourceUrl'],
    ['Last Updated', 'asOf'],
  ])('%j are of %s', (head, field) => {
    expect(mappingOf(['Payer ID', 'Payer Name', head])).toMatchObject({ [field]: 2 });
  });

  it('give one column to one field', () => {
    expect(mappingOf(['ID', 'Payer', 'Date'])).toEqual({ payerId: 0, name: 1, asOf: 2 });
    expect(knownHeads(['ID', 'Payer', 'Colour'])).toBe(2);
    expect(knownHeads(['1', 'LARKSPUR'])).toBe(0);
  });
});
