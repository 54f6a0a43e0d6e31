import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatDollars,
  formatMoney,
  formatPlain,
  parseMoney,
  parseX12Amount,
  sumReadings,
} from '../../../lib/claim/money';
import { absent, read, unreadable } from '../../../lib/claim/reading';

const place = { page: 'ledger', path: 'x', label: 'x' } as const;

describe('parseMoney', () => {
  it.each([
    ['$1,234.56', 123456],
    ['1234.56', 123456],
    ['1,234', 123400],
    ['0.00', 0],
    ['0', 0],
    ['.50', 50],
    ['(12.00)', -1200],
    ['($12.00)', -1200],
    ['$(12.00)', -1200],
    ['-12.00', -1200],
    ['−12.00', -1200],
    ['-$12.00', -1200],
    ['$-12.00', -1200],
    ['12.00-', -1200],
    ['12.00 CR', -1200],
    ['12.00cr', -1200],
    ['\u00a0$ 85.00 ', 8500],
    ['(0.00)', 0],
    ['1,234,567,890.12', 123456789012],
  ])('reads %j as %i cents', (text, cents) => {
    expect(parseMoney(text)).toStrictEqual({ ok: true, value: cents });
  });

  it.each([
    ['12.3.4'],
    ['12.345'],
    ['12.3'],
    ['12.'],
    ['1,23.00'],
    ['1,2345.00'],
    [',234'],
    ['abc'],
    ['12.00 USD'],
    [''],
    ['  '],
    ['--12.00'],
    ['-(12.00)'],
    ['(-12.00)'],
    ['-12.00-'],
    ['(12.00) CR'],
    ['-12.00 CR'],
    ['(12.00'],
    ['12.00)'],
    ['+12.00'],
    ['$$12.00'],
    ['$($12.00)'],
    ['1e3'],
    ['0x10'],
    ['CR'],
    ['$'],
    ['-'],
    ['12 34'],
    ['١٢'],
    ['12345678901.00'],
    ['1234567890123'],
    ['1.234,56'],
  ])('refuses %j', (text) => {
    expect(parseMoney(text).ok).toBe(false);
  });

  it('quotes what it could not read, cut to a sane length', () => {
    expect(parseMoney('12.3.4')).toEqual({ ok: false, why: '"12.3.4" is not an amount' });
    const long = parseMoney('x'.repeat(10_000));
    expect(long.ok ? '' : long.why.length).toBeLessThan(80);
  });

  it('reads back every amount that it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }), (cents) => {
        for (const format of [formatMoney, formatDollars, formatPlain]) {
          expect(parseMoney(format(cents))).toEqual({ ok: true, value: cents });
        }
      }),
    );
  });

  it('gives a whole number of cents or nothing, whatever the text', () => {
    const texts = fc.string({ unit: fc.constantFrom(...'0123456789.,-()$ CR−'.split('')) });
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parseMoney(text);
        if (parsed.ok) expect(Number.isSafeInteger(parsed.value) && !Object.is(parsed.value, -0)).toBe(true);
      }),
    );
  });
});

describe('formatting', () => {
  it('writes tables, and sentences as the panel shows them', () => {
    expect(formatMoney(120844)).toBe('1,208.44');
    expect(formatMoney(0)).toBe('0.00');
    expect(formatMoney(-1200)).toBe('−12.00');
    expect(formatDollars(1)).toBe('$0.01');
    expect(formatDollars(-1)).toBe('−$0.01');
  });
});

describe('sumReadings', () => {
  it('adds what was read', () => {
    expect(sumReadings([read(1, '0.01', place), read(-3, '', place)])).toBe(-2);
    expect(sumReadings([])).toBe(0);
  });
  it('is not known where any part is absent, unreadable or not there', () => {
    expect(sumReadings([read(1, '0.01', place), absent])).toBeUndefined();
    expect(sumReadings([unreadable('x', 'no', place)])).toBeUndefined();
    expect(sumReadings([undefined])).toBeUndefined();
  });
});

describe('parseX12Amount', () => {
  it.each([
    ['80', 8000],
    ['80.5', 8050],
    ['80.50', 8050],
    ['80.500', 8050],
    ['.5', 50],
    ['12.', 1200],
    ['0', 0],
    ['-0', 0],
    ['-.05', -5],
    ['-1208.44', -120844],
    ['000000000012.00', 1200],
    ['9999999999.99', 999999999999],
  ])('reads %j as %i cents', (text, cents) => {
    expect(parseX12Amount(text)).toStrictEqual({ ok: true, value: cents });
  });

  it.each([
    [''],
    ['-'],
    ['.'],
    ['-.'],
    ['+5'],
    ['1,000.00'],
    ['12.3.4'],
    ['1E3'],
    ['1 2'],
    [' 5'],
    ['$5'],
    ['--5'],
    ['5-'],
    ['(5)'],
    ['80.005'],
    ['10000000000'],
    ['9'.repeat(400)],
    ['\u0661'],
    ['NaN'],
  ])('refuses %j', (text) => {
    expect(parseX12Amount(text).ok).toBe(false);
  });

  it('reads back every amount that is written with a point', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }), (cents) => {
        expect(parseX12Amount(formatPlain(cents))).toStrictEqual({ ok: true, value: cents });
      }),
    );
  });

  it('never reads a digit string as another number than it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?[0-9]{0,11}\.?[0-9]{0,4}$/), (text) => {
        const parsed = parseX12Amount(text);
        if (parsed.ok) expect(BigInt(parsed.value) * 100n).toBe(tenThousandths(text));
      }),
    );
  });
});

/** The number in units of 1/10,000, by text alone. */
const tenThousandths = (text: string): bigint => {
  const [whole = '', decimals = ''] = text.replace('-', '').split('.');
  const all = BigInt(`${whole}${decimals.padEnd(4, '0')}`);
  return text.startsWith('-') ? -all : all;
};
