import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { EraSet } from '../../../lib/claim/era';
import { parseEra } from '../../../lib/era/parse-era';
import { claimSums, sumFindings } from '../../../lib/era/sums';

const text = readFileSync(path.resolve(import.meta.dirname, '../../era/fixtures/plain.835'), 'utf8');
const changed = (from: string, to: string): EraSet => parseEra(text.replace(from, to)).sets[0]!;
const rules = (set: EraSet) =>
  sumFindings(set).map(({ rule, severity, left, right, difference }) => [rule, severity, left, right, difference]);

describe('sumFindings', () => {
  test('finds nothing where every sum holds', () => {
    expect(rules(changed('', ''))).toEqual([]);
  });

  test.each([
    // A line's payment: the line, and the claim's payment as the sum of its lines.
    [
      'L',
      '*150*90.5**1',
      '*150*90.49**1',
      [
        ['L', 'warning', 9050, 9049, 1],
        ['C2', 'warning', 15049, 15050, -1],
      ],
    ],
    [
      'L',
      'CAS*CO*45*30~\nCAS*PR*1',
      'CAS*CO*45*31~\nCAS*PR*1',
      [
        ['L', 'warning', 8950, 9050, -100],
        ['C1', 'warning', 14950, 15050, -100],
      ],
    ],
    [
      'C1',
      '*250*150.5*39.5',
      '*251*150.5*39.5',
      [
        ['C1', 'warning', 15150, 15050, 100],
        ['C3', 'warning', 25000, 25100, -100],
      ],
    ],
    [
      'C2',
      'NM1*QC*1*OKAFOR',
      'CAS*OA*23*1~\nNM1*QC*1*OKAFOR',
      [
        ['C1', 'warning', 14950, 15050, -100],
        ['C2', 'warning', 14950, 15050, -100],
      ],
    ],
    ['P', '*150.5*39.5*12', '*150.5*39*12', [['P', 'info', 3950, 3900, 50]]],
    ['T', 'BPR*I*160.5', 'BPR*I*160.51', [['T', 'warning', 16050, 16051, -1]]],
    ['T', '*L6*5', '*L6*-5', [['T', 'warning', 17050, 16050, 1000]]],
    ['T', 'BPR*I*160.5*C', 'BPR*I*160.5*D', [['T', 'warning', 16050, -16050, 32100]]],
  ])('%s: %s to %s', (_, from, to, found) => {
    expect(rules(changed(from, to))).toEqual(found);
  });

  test('a sum with an unread part is unknown, and not failed', () => {
    expect(rules(changed('*150*90.5**1', '*150*9O.5**1'))).toEqual([]);
    expect(rules(changed('BPR*I*160.5', 'BPR*I*1,000'))).toEqual([]);
    expect(rules(changed('*L6*5', '*L6*'))).toEqual([]);
    expect(rules(changed('*150.5*39.5*12', '*150.5**12'))).toEqual([]);
  });

  test('of a claim and of a line gives their own rules only', () => {
    const set = changed('*150*90.5**1', '*150*90.49**1');
    expect(sumFindings(set.claims[0]!).map(({ rule }) => rule)).toEqual(['L', 'C2']);
    expect(sumFindings(set.claims[0]!.lines[0]!).map(({ rule }) => rule)).toEqual(['L']);
    expect(sumFindings(set.claims[0]!.lines[1]!)).toEqual([]);
  });

  test('says both sides in money, and how far they are apart', () => {
    expect(sumFindings(changed('BPR*I*160.5', 'BPR*I*1160.5')).map((finding) => finding.text)).toEqual([
      'Segment 3: the claims’ payments less the provider adjustments are $160.50, the payment is $1,160.50: $1,000.00 apart.',
    ]);
  });

  test('a failed sum is a problem of the file: a changed amount is never silent', () => {
    const { problems } = parseEra(text.replace('*150*90.5**1', '*150*90.49**1'));
    expect(problems.map(({ severity, segment }) => [severity, segment])).toEqual([
      ['warning', 26],
      ['warning', 16],
    ]);
  });

  test('claimSums gives the parts', () => {
    expect(claimSums(changed('', '').claims[0]!)).toEqual({
      claimAdjustments: 0,
      lineAdjustments: 9950,
      lineCharges: 25000,
      linePaid: 15050,
      patientShare: 3950,
    });
  });
});
