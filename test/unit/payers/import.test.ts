import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBarred, keptFor, mappingOf, presetOf, withMapping } from '../../../lib/payers/columns';
import type { PayerEntry } from '../../../lib/payers/entry';
import { convert, mappingProblem } from '../../../lib/payers/import';

const DEFAULTS = { clearinghouse: 'Claim Post', asOf: '2026-03-20', today: '2026-03-20' };

const importOf = (heads: string[], ...rows: string[][]) => {
  const conversion = convert({ heads, rows, first: 1 }, mappingOf(heads), DEFAULTS);
  const entries = conversion.rows.entries.map((text) => JSON.parse(text) as PayerEntry);
  return { ...conversion, entries, says: conversion.problems.map(({ row, text }) => `${row}: ${text}`) };
};

/** One payer, with one further column of the product's own format. */
const withColumns = (columns: Record<string, string>) =>
  importOf(
    ['payer_id', 'payer_name', ...Object.keys(columns)],
    ['00431', 'LARKSPUR MUTUAL', ...Object.values(columns)],
  );

describe('which column is what', () => {
  it('is known of the own format, in any order, others left alone', () => {
    const heads = ['Extra', 'secondary_electronic', 'PAYER_NAME', 'payer_id', 'tf_secondary_basis'];
    expect(mappingOf(heads)).toEqual({ electronicSecondary: 1, name: 2, payerId: 3, secondaryBasis: 4 });
    expect(presetOf(heads)?.name).toBe('COB Companion');
  });

  it("is known of Stedi's list, whose coordination of benefits is another matter", () => {
    const heads = [
      'StediId',
      'PrimaryPayerId',
      'DisplayName',
      'Names',
      'Aliases',
      'ProfessionalClaim',
      'CoordinationOfBenefits',
      'CoordinationOfBenefitsEnrollmentRequired',
      'WebsiteUrl',
    ];
    expect(mappingOf(heads)).toEqual({ payerId: 1, name: 2, aliases: 3, otherIds: 4, professional: 5, sourceUrl: 8 });
    expect(presetOf(heads)).toMatchObject({ name: 'Stedi', clearinghouse: 'Stedi' });
    for (const column of [6, 7]) {
      expect(isBarred('electronicSecondary', heads, column)).toBe(true);
      expect(mappingProblem({ payerId: 1, name: 2, electronicSecondary: column }, heads)).toMatch(/does not say that/);
    }
  });

  it('is guessed from what clearinghouses call it', () => {
    expect(mappingOf(['Payer Name', 'PayerID', 'Payer Accepts COB (electronic Coordination Of Benefits)'])).toEqual({
      name: 0,
      payerId: 1,
      electronicSecondary: 2,
    });
    expect(mappingOf(['Payer', 'ID', 'Coordination Of Benefits'])).toEqual({ name: 0, payerId: 1 });
  });

  it('must be known of ID and name', () => {
    expect(mappingProblem({ name: 0 }, ['Name'])).toBe('Say which column is the payer ID.');
    expect(mappingProblem({ payerId: 0 }, ['ID'])).toBe('Say which column is the payer name.');
    expect(mappingProblem({ payerId: 0, name: 1 }, ['ID', 'Name'])).toBeUndefined();
  });

  it('is remembered for a file with the same heads, the newest choice', () => {
    const heads = ['ID', 'Firm'];
    const kept = withMapping(withMapping([], { heads, columns: { payerId: 0 }, clearinghouse: 'A' }), {
      heads: ['id', 'firm'],
      columns: { payerId: 0, name: 1 },
      clearinghouse: 'B',
    });
    expect(kept).toHaveLength(1);
    expect(keptFor(heads, kept)).toMatchObject({ clearinghouse: 'B' });
    expect(keptFor(['ID', 'Firm', 'More'], kept)).toBeUndefined();
    const many = Array.from({ length: 30 }, (_, i) => ({ heads: [`${i}`], columns: {}, clearinghouse: '' }));
    expect(many.reduce(withMapping, kept)).toHaveLength(20);
  });
});

describe('a row', () => {
  it.each([
    ['Yes', 'yes'],
    ['Y', 'yes'],
    ['TRUE', 'yes'],
    ['SUPPORTED', 'yes'],
    ['no', 'no'],
    ['N', 'no'],
    ['false', 'no'],
    ['NOT_SUPPORTED', 'no'],
    ['paper_only', 'paper-only'],
    ['unknown', undefined],
    ['', undefined],
    ['N/A', undefined],
  ])('that says %j takes electronic secondary claims: %s', (cell, takes) => {
    const { entries, problemCount } = withColumns({ secondary_electronic: cell });
    expect(entries[0]?.electronicSecondary).toBe(takes);
    expect(problemCount).toBe(0);
  });

  it.each(['maybe', 'ENROLLMENT_REQUIRED', 'yes?no', '2'])('that says %j says nothing, and that is told', (cell) => {
    const { entries, says } = withColumns({ secondary_electronic: cell });
    expect(entries[0]).not.toHaveProperty('electronicSecondary');
    expect(says).toEqual([`2: "${cell}" is not known here. It counts as not said.`]);
  });

  it('may need enrollment for claims', () => {
    expect(withColumns({ claim_professional: 'ENROLLMENT_REQUIRED' }).entries[0]?.professional).toBe('enroll');
  });

  it.each([
    [['', '', '', 'PRIMARY_EOB', '90', 'D'], { basis: 'PRIMARY_EOB', value: 90, unit: 'D' }],
    [['', '', '', 'DOS', '12', 'months'], { basis: 'DOS_TO', value: 12, unit: 'M' }],
    [['', '', '', 'DOS_FROM', '1', 'Y'], { basis: 'DOS_FROM', value: 1, unit: 'Y' }],
    [
      ['DOS', '180', 'D', 'LATER_OF', '60', 'D'],
      {
        basis: 'LATER_OF',
        limits: [
          { basis: 'DOS_TO', value: 180, unit: 'D' },
          { basis: 'PRIMARY_EOB', value: 60, unit: 'D' },
        ],
      },
    ],
    [['', '180', 'D', 'EARLIER_OF', '60', 'D'], { basis: 'EARLIER_OF' }],
    [['', '', '', '', '', ''], undefined],
  ])('with the time to file %j has the rule', (cells, rule) => {
    const names = ['primary', 'secondary'].flatMap((whose) =>
      ['basis', 'value', 'unit'].map((part) => `tf_${whose}_${part}`),
    );
    const { entries, problemCount } = withColumns(Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ''])));
    if (rule) expect(entries[0]?.secondaryFiling).toMatchObject(rule);
    else expect(entries[0]).not.toHaveProperty('secondaryFiling');
    expect(problemCount).toBe(0);
  });

  it.each([
    [['EOB_DATE', '90', 'D'], '"EOB_DATE" is not a day to count from'],
    [['', '90', 'D'], '"" is not a day to count from'],
    [['PRIMARY_EOB', '90', ''], '"" is not D, M or Y'],
    [['PRIMARY_EOB', '0', 'D'], '"0" is no time to file'],
    [['PRIMARY_EOB', '-90', 'D'], '"-90" is no time to file'],
    [['PRIMARY_EOB', '9.5', 'D'], '"9.5" is no time to file'],
    [['PRIMARY_EOB', '9999', 'D'], '"9999" is no time to file'],
    [['LATER_OF', '90', 'D'], 'LATER_OF needs the time to file from the service'],
    [['constructor', '90', 'D'], '"constructor" is not a day to count from'],
  ])('with the time to file %j has none, and says why', ([basis = '', value = '', unit = ''], why) => {
    const { entries, says } = withColumns({
      tf_secondary_basis: basis,
      tf_secondary_value: value,
      tf_secondary_unit: unit,
    });
    expect(entries[0]).not.toHaveProperty('secondaryFiling');
    expect(says).toHaveLength(1);
    expect(says[0]).toContain(`2: ${why}`);
  });

  it('without ID or name is left out, by its number in the spreadsheet', () => {
    const { entries, says, counts } = importOf(['Payer ID', 'Payer Name'], ['', 'A'], [''], ['2', ''], ['3', 'C']);
    expect(entries.map(({ name }) => name)).toEqual(['C']);
    expect(says).toEqual([
      '2: It has no payer ID. The row is left out.',
      '4: It has no payer name. The row is left out.',
    ]);
    expect(counts).toMatchObject({ rows: 3, payers: 1, leftOut: 2 });
  });

  it('with an ID that is a formula is left out; an ID kept as text by a formula is read', () => {
    const { entries, says } = importOf(['Payer ID', 'Payer Name'], ['=A1+1', 'A'], ['="00431"', 'B']);
    expect(entries).toMatchObject([{ payerId: '00431', name: 'B' }]);
    expect(says).toEqual(['2: "=A1+1" is a formula. It is not read.', '2: It has no payer ID. The row is left out.']);
  });

  it('with a text that is far too long has none', () => {
    const { entries, says } = withColumns({ notes: 'x'.repeat(2_000) });
    expect(entries[0]).not.toHaveProperty('notes');
    expect(says[0]).toContain('is longer than 1000 characters');
  });

  it('has the day of its column, else of the import', () => {
    expect(withColumns({ as_of_date: '01/15/2026' }).entries[0]?.asOf).toBe('2026-01-15');
    expect(withColumns({ as_of_date: '' }).entries[0]?.asOf).toBe(DEFAULTS.asOf);
    const { entries, says } = withColumns({ as_of_date: '02/30/2026' });
    expect(entries[0]?.asOf).toBe(DEFAULTS.asOf);
    expect(says).toEqual(['2: "02/30/2026" is not a date. The day of the import counts instead.']);
  });

  it('has the other names of its list, each once', () => {
    expect(withColumns({ aliases: ' LM HEALTH |LARKSPUR||LM HEALTH' }).entries[0]?.aliases).toEqual([
      'LM HEALTH',
      'LARKSPUR',
    ]);
  });

  it('is found by each of its names', () => {
    expect(withColumns({ aliases: 'Lark Spur, Inc.' }).rows.keys).toEqual(['LARKSPUR MUTUAL\nLARK SPUR']);
  });
});

describe('a row with more values than heads', () => {
  const heads = ['Payer ID', 'Payer Name', 'Accepts COB'];
  const rows = [
    ['1', 'A', 'Yes', '', ' '],
    ['2', 'SMITH', ' JONES & CO', 'No'],
  ];

  it('is left out of a text file: nobody knows which value was cut in two', () => {
    const {
      counts,
      problems,
      rows: kept,
    } = convert({ heads, rows, first: 1, delimited: true }, mappingOf(heads), DEFAULTS);
    expect(kept.keys).toEqual(['A']);
    expect(counts).toMatchObject({ rows: 2, payers: 1, leftOut: 1 });
    expect(problems).toEqual([
      {
        row: 3,
        severity: 'error',
        text: 'It has 4 values under 3 heads: one of them needs quotes. The row is left out.',
      },
    ]);
  });

  it('is read in a workbook, where each value has a place of its own', () => {
    expect(importOf(heads, ...rows).counts).toMatchObject({ payers: 2, leftOut: 0 });
  });
});

it('counts the payers whose word is older than 90 days', () => {
  const { counts } = importOf(
    ['Payer ID', 'Payer Name', 'As Of'],
    ['1', 'A', '2025-12-20'],
    ['2', 'B', '2025-12-19'],
    ['3', 'C', ''],
  );
  expect(counts.stale).toBe(1);
});

describe('a payer that stands there twice', () => {
  it('counts as its last row says, and that is told', () => {
    const { entries, says, counts } = importOf(
      ['Payer ID', 'Payer Name', 'Accepts COB'],
      ['ab1', 'OLD', 'No'],
      ['2', 'OTHER', ''],
      ['AB1', 'NEW', 'Yes'],
    );
    expect(entries.map(({ name }) => name)).toEqual(['OTHER', 'NEW']);
    expect(says).toEqual(['4: Payer ID AB1 stands in row 2 too. This row counts.']);
    expect(counts).toEqual({ rows: 3, payers: 2, leftOut: 0, repeated: 1, saysElectronic: 1, saysFiling: 0, stale: 0 });
  });

  it('is two payers where two clearinghouses have the ID', () => {
    const { entries } = importOf(
      ['Payer ID', 'Payer Name', 'Clearinghouse'],
      ['1', 'A', 'Claim Post'],
      ['1', 'B', 'Stedi'],
    );
    expect(entries).toHaveLength(2);
  });
});

it('counts every row once, whatever stands in it', () => {
  const cell = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('', '1', 'yes', '=A1', 'LATER_OF', '90', 'D'));
  const heads = [
    'payer_id',
    'payer_name',
    'secondary_electronic',
    'tf_secondary_basis',
    'tf_secondary_value',
    'tf_secondary_unit',
  ];
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 6, maxLength: 6 }), { maxLength: 20 }), (rows) => {
      const { counts, entries, problems } = importOf(heads, ...rows);
      expect(counts.payers + counts.repeated + counts.leftOut).toBe(counts.rows);
      expect(entries.every(({ payerId, name }) => payerId !== '' && name !== '')).toBe(true);
      expect(problems.every(({ row }) => row >= 2 && row <= rows.length + 1)).toBe(true);
    }),
  );
});
