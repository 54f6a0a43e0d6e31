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
    [`X, ${'Y'.repeat(200)}`],
  ])('refuses %j', (text) => {
    expect(parseName(text).ok).toBe(false);
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
  ])('takes %j and %j for one person', (a, b) => {
    expect(sameName(name(a), name(b))).toBe(true);
  });

  it.each([
    ['OKAFOR, DENISE', 'OKAFOR, DENIS'],
    ['OKAFOR, DENISE M', 'OKAFOR, DENISE K'],
    ['SMITH, JOHN', 'SMITH JR, JOHN'],
    ['OKAFOR, DENISE', 'OKAFORE, DENISE'],
  ])('does not take %j and %j for one person', (a, b) => {
    expect(sameName(name(a), name(b))).toBe(false);
  });
});
