import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatDollars,
  formatMoney,
  formatPlain,
  parseMoney,
  parseX12Amount,
  plainCents,
  sumReadings,
  x12Cents,
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
    ['1234567890.12', 123456789012],
    ['0.01', 1],
    ['9.99', 999],
    ['$9.09', 909],
    ['( 12.00 )', -1200],
    ['- 12.00', -1200],
    ['12.00 -', -1200],
    ['12.00  CR', -1200],
    ['$  \u00a085.00', 8500],
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
    ['$.5'],
    ['12/00'],
    ['12:00'],
    ['1:.00'],
    ['x12.00 CR'],
    ['12.00 CRX'],
    ['a-12.00'],
    ['12.00-a'],
    ['12.00$'],
  ])('refuses %j', (text) => {
    expect(parseMoney(text).ok).toBe(false);
  });

  it('quotes what it could not read, cut to a sane length', () => {
    expect(parseMoney('12.3.4')).toEqual({ ok: false, why: '"12.3.4" is not an amount' });
    expect(parseMoney(' ')).toEqual({ ok: false, why: 'no amount stands there' });
    expect(parseMoney('12345678901.00')).toEqual({ ok: false, why: '"12345678901.00" is too long for an amount' });
    expect(parseMoney('x'.repeat(40))).toEqual({ ok: false, why: `"${'x'.repeat(40)}" is not an amount` });
    expect(parseMoney('x'.repeat(10_000))).toEqual({ ok: false, why: `"${'x'.repeat(40)}…" is not an amount` });
    expect(parseMoney('12 \u00a0 34')).toEqual({ ok: false, why: '"12 34" is not an amount' });
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

describe('plainCents', () => {
  it.each([
    ['0.00', 0],
    ['1.00', 100],
    ['1234.56', 123456],
    ['$1234.56', 123456],
    ['909.09', 90909],
    ['123456789.99', 12345678999],
    ['$123456789.99', 12345678999],
  ])('reads the plain amount %j', (text, cents) => {
    expect(plainCents(text)).toBe(cents);
  });

  it.each([
    ['.50'],
    ['$.50'],
    ['1234567890.00'],
    ['$1234567890.00'],
    ['1,234.56'],
    ['12345'],
    ['1:.00'],
    ['1/.00'],
    ['12,00'],
    ['-12.00'],
    ['12.00$'],
    ['1.2.00'],
    ['12.0'],
    [''],
  ])('leaves %j to the reader of all other ways', (text) => {
    expect(plainCents(text)).toBeUndefined();
  });

  it('reads what it reads as the other reader does', () => {
    const texts = fc.string({ unit: fc.constantFrom(...'0123456789.$,'.split('')), maxLength: 14 });
    fc.assert(
      fc.property(texts, (text) => {
        const cents = plainCents(text);
        // A blank in front is not plain: the same amount goes through the other reader.
        if (cents !== undefined) expect(parseMoney(` ${text}`)).toEqual({ ok: true, value: cents });
      }),
      { numRuns: 500 },
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
    expect(formatDollars(0)).toBe('$0.00');
    expect(formatMoney(123456789)).toBe('1,234,567.89');
  });

  it('writes boxes without groups and with a plain minus', () => {
    expect(formatPlain(120844)).toBe('1208.44');
    expect(formatPlain(123456789)).toBe('1234567.89');
    expect(formatPlain(0)).toBe('0.00');
    expect(formatPlain(-5)).toBe('-0.05');
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

  it('says why it is none', () => {
    expect(parseX12Amount('')).toEqual({ ok: false, why: 'no amount stands there' });
    expect(parseX12Amount('1,000.00')).toEqual({ ok: false, why: '"1,000.00" is not an 835 amount' });
  });

  it('reads one part of a text and nothing beside it', () => {
    expect(x12Cents('45*12.50*-3', 3, 8)).toBe(1250);
    expect(x12Cents('45*12.50*-3', 9)).toBe(-300);
    expect(x12Cents('45*-3', 3, 3)).toBeNaN();
    expect(x12Cents('45*-3', 3, 4)).toBeNaN();
    expect(x12Cents('-', 0, 0)).toBeNaN();
  });

  it('takes twelve digits with the cents, and not one more', () => {
    expect(x12Cents('9999999999.99')).toBe(999_999_999_999);
    expect(x12Cents('10000000000.00')).toBeNaN();
    expect(x12Cents('999999999999')).toBeNaN();
    expect(x12Cents('9999999999')).toBe(999_999_999_900);
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
