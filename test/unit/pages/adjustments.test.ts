import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Adjustment } from '../../../lib/claim/claim';
import { parseAdjustmentCells, parseAdjustments } from '../../../lib/pages/adjustments';

const brief = (list: Adjustment[]) => list.map(({ group, carc, amount }) => `${group}|${carc}|${amount}`);
const readAll = (text: string) => {
  const parsed = parseAdjustments(text);
  return parsed.ok ? brief(parsed.value) : 'unreadable';
};

describe('adjustments in one cell', () => {
  it.each([
    ['CO-45 42.00', ['CO|45|4200']],
    ['CO 45 $42.00; PR-2 24.60', ['CO|45|4200', 'PR|2|2460']],
    ['CO45: 42.00', ['CO|45|4200']],
    ['CO-45: $1,042.00\nPR-1 0.00', ['CO|45|104200', 'PR|1|0']],
    ['CO-45 42.00, PR-2 24.60', ['CO|45|4200', 'PR|2|2460']],
    ['CO-45 42.00 PR-2 24.60 OA-23 1.00', ['CO|45|4200', 'PR|2|2460', 'OA|23|100']],
    ['CO-45 -42.00', ['CO|45|-4200']],
    ['CO-45 (42.00)', ['CO|45|-4200']],
    ['OA-A1 5.00', ['OA|A1|500']],
    ['CO-B11 5.00', ['CO|B11|500']],
    ['42.00', ['||4200']],
    ['CO 42.00', ['CO||4200']],
    ['PR-3 (copay) 20.00', ['PR|3|2000']],
    ['CO-45 Contractual obligation 42.00', ['CO|45|4200']],
    ['CO-45=42.00', ['CO|45|4200']],
    ['Adjustments: CO-45 42.00', ['CO|45|4200']],
    ['', []],
    ['None', []],
  ])('reads %j', (text, wanted) => expect(readAll(text)).toEqual(wanted));

  it.each([
    'CO-45',
    'CO-45 4',
    'CO-45 12.3.4',
    'CO-45 42.00; PR-2',
    'CO-45 42.0',
    'CO-45 42.000',
    'CO-45 1,23.00',
    'CO-45 42.00 24.60',
    'see EOB',
    'CO-45 4200 and 12 more 1.00',
    'CO-45 42.00; ???',
    '45 42',
  ])('does not read %j', (text) => expect(readAll(text)).toBe('unreadable'));

  it('reads every list it is given, in every usual way of writing', () => {
    const one = fc.record({
      group: fc.constantFrom('CO', 'PR', 'OA', 'PI', 'CR'),
      carc: fc.oneof(fc.integer({ min: 1, max: 310 }).map(String), fc.constantFrom('A1', 'B11', 'P14', 'W3')),
      cents: fc.integer({ min: -99_999_99, max: 99_999_99 }),
    });
    const join = fc.constantFrom('-', ' ', '', ' - ');
    const gap = fc.constantFrom(' ', ': ', ' $', ': $');
    const between = fc.constantFrom('; ', '\n', ' | ', ', ');
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), join, gap, between, (list, j, g, b) => {
        const text = list
          .map(({ group, carc, cents }) => {
            const money = (Math.abs(cents) / 100).toFixed(2);
            return `${group}${j}${carc}${g}${cents < 0 ? `(${money})` : money}`.replace('$(', '($');
          })
          .join(b);
        const wanted = list.map(({ group, carc, cents }) => `${group}|${carc}|${cents === 0 ? 0 : cents}`);
        expect(readAll(text)).toEqual(wanted);
      }),
    );
  });

  it('never throws, and never makes money out of text without digits', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parsed = parseAdjustments(text);
        if (parsed.ok && parsed.value.length > 0) expect(text).toMatch(/\d/);
      }),
    );
  });
});

describe('adjustments in three cells', () => {
  const cells = (...texts: string[]) => {
    const parsed = parseAdjustmentCells(texts);
    return parsed.ok ? brief(parsed.value) : 'unreadable';
  };
  it('reads one', () => expect(cells('CO', '45', '42.00')).toEqual(['CO|45|4200']));
  it('reads several, one on a line', () =>
    expect(cells('CO\nPR', '45\n2', '42.00\n24.60')).toEqual(['CO|45|4200', 'PR|2|2460']));
  it('reads group and reason in one cell', () => expect(cells('CO-45', '42.00')).toEqual(['CO|45|4200']));
  it('reads empty cells as none', () => expect(cells('', '', '')).toEqual([]));
  it('does not read cells of different heights', () =>
    expect(cells('CO\nPR', '45', '42.00\n24.60')).toBe('unreadable'));
  it('does not read codes without an amount', () => expect(cells('CO', '45', '')).toBe('unreadable'));
  it('keeps an amount without codes as such', () => expect(cells('', '', '42.00')).toEqual(['||4200']));
});
