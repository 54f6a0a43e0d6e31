import { describe, expect, it } from 'vitest';
import { formatName, parseName, sameName } from '../../../lib/claim/names';

const name = (text: string) => {
  const parsed = parseName(text);
  if (!parsed.ok) throw new Error(parsed.why);
  return parsed.value;
};

describe('parseName', () => {
  it.each([
    ['OKAFOR, DENISE M', { last: 'OKAFOR', first: 'DENISE', middle: 'M' }],
    ['Okafor,Denise', { last: 'Okafor', first: 'Denise', middle: '' }],
    ['Denise M. Okafor', { last: 'Okafor', first: 'Denise', middle: 'M' }],
    ['Denise Okafor', { last: 'Okafor', first: 'Denise', middle: '' }],
    ["O'BRIEN-SMITH, MARY ANN", { last: "O'BRIEN-SMITH", first: 'MARY', middle: 'ANN' }],
    ['DE LA CRUZ, ANA', { last: 'DE LA CRUZ', first: 'ANA', middle: '' }],
    ['SMITH JR, JOHN', { last: 'SMITH JR', first: 'JOHN', middle: '' }],
    ['SMITH, JOHN, JR.', { last: 'SMITH JR', first: 'JOHN', middle: '' }],
    ['John Smith III', { last: 'Smith III', first: 'John', middle: '' }],
    ['NÚÑEZ, JOSÉ', { last: 'NÚÑEZ', first: 'JOSÉ', middle: '' }],
    ['NU\u0301N\u0303EZ, ANA', { last: 'NU\u0301N\u0303EZ', first: 'ANA', middle: '' }],
    ['  Denise   M.\u00a0 Okafor ', { last: 'Okafor', first: 'Denise', middle: 'M' }],
    ['OKAFOR ,  DENISE   M.', { last: 'OKAFOR', first: 'DENISE', middle: 'M' }],
    ['ST. JOHN, MARY', { last: 'ST. JOHN', first: 'MARY', middle: '' }],
    ['Mary St.John', { last: 'St.John', first: 'Mary', middle: '' }],
    ['OKAFOR, ST.ANNE', { last: 'OKAFOR', first: 'ST.ANNE', middle: '' }],
    ['Ivy Vane', { last: 'Vane', first: 'Ivy', middle: '' }],
    ['John Srinivas', { last: 'Srinivas', first: 'John', middle: '' }],
    ['John Levi', { last: 'Levi', first: 'John', middle: '' }],
    [`${'Y'.repeat(117)}, X`, { last: 'Y'.repeat(117), first: 'X', middle: '' }],
  ])('reads %j', (text, expected) => {
    expect(parseName(text)).toEqual({ ok: true, value: expected });
  });

  it.each([
    [''],
    ['OKAFOR'],
    ['OKAFOR,'],
    [', DENISE'],
    ['HF204417'],
    ['Ana de la Cruz'],
    ['Jose Garcia Lopez'],
    ['A, B, C, D'],
    ['SMITH, JOHN, MARY'],
    ['SMITH, JOHN, JRX'],
    ['SMITH, JOHN, JR, '],
    ['SMITH, JOHN, XJR'],
    ['OKAFOR, D3NISE'],
    ['OKAFOR7, DENISE'],
    ['7OKAFOR, DENISE'],
    ['OKAFOR, DENISE 7'],
    ['OKAFOR, DENISE\u2028(2)'],
    [`${'Y'.repeat(118)}, X`],
    [`X, ${'Y'.repeat(200)}`],
  ])('refuses %j', (text) => {
    expect(parseName(text).ok).toBe(false);
  });

  it('says why, with no more of the text than a sentence has room for', () => {
    const why = (text: string) => ({ ok: false, why: `"${text}" cannot be read as last and first name` });
    expect(parseName(' ')).toEqual({ ok: false, why: 'no name stands there' });
    expect(parseName('OKAFOR')).toEqual(why('OKAFOR'));
    expect(parseName('X'.repeat(40))).toEqual(why('X'.repeat(40)));
    expect(parseName('X'.repeat(41))).toEqual(why(`${'X'.repeat(40)}…`));
  });

  it('is written as the PM writes it', () => {
    expect(formatName(name('Denise M. Okafor'))).toBe('Okafor, Denise M');
    expect(formatName(name('OKAFOR, DENISE'))).toBe('OKAFOR, DENISE');
  });
});

describe('sameName', () => {
  it.each([
    ['OKAFOR, DENISE M', 'Denise M. Okafor'],
    ["O'BRIEN-SMITH, ANN", 'OBRIEN SMITH, ANN'],
    ['OKAFOR, DENISE', 'OKAFOR, DENISE M'],
    ['OKAFOR, DENISE M', 'OKAFOR, DENISE MARIE'],
    ['NÚÑEZ, JOSÉ', 'NUNEZ, JOSE'],
    ['okafor, denise', 'OKAFOR, DENISE'],
    ['OKAFOR, DENISE M', 'OKAFOR, DENISE'],
    ['OKAFOR, DENISE MARIE', 'OKAFOR, DENISE M'],
    ['OKAFOR, DENISE MARIE', 'OKAFOR, DENISE marie'],
    ['\u674e, \u660e', '\u674e, \u660e'],
  ])('takes %j and %j for one person', (a, b) => {
    expect(sameName(name(a), name(b))).toBe(true);
  });

  it.each([
    ['OKAFOR, DENISE', 'OKAFOR, DENIS'],
    ['OKAFOR, DENISE M', 'OKAFOR, DENISE K'],
    ['OKAFOR, DENISE MARIE', 'OKAFOR, DENISE K'],
    ['OKAFOR, DENISE MARIE', 'OKAFOR, DENISE MARTHA'],
    ['SMITH, JOHN', 'SMITH JR, JOHN'],
    ['OKAFOR, DENISE', 'OKAFORE, DENISE'],
  ])('does not take %j and %j for one person', (a, b) => {
    expect(sameName(name(a), name(b))).toBe(false);
  });
});
