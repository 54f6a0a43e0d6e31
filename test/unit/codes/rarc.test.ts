import { describe, expect, test } from 'vitest';
import { remarkWords } from '../../../lib/codes/rarc';

describe('remark codes', () => {
  test('are told in own words, however they are written', () => {
    expect(remarkWords('MA18')).toBe('Forwarded to the supplemental insurer.');
    expect(remarkWords(' ma18 ')).toBe('Forwarded to the supplemental insurer.');
  });

  test('that are not known have no words, nor have names that every object has', () => {
    expect(remarkWords('N9999')).toBeUndefined();
    expect(remarkWords('constructor')).toBeUndefined();
    expect(remarkWords('')).toBeUndefined();
  });

  test('that say whether the claim was forwarded all have words', () => {
    for (const code of ['MA18', 'N89', 'MA07', 'MA19', 'MA08', 'MA68', 'MA99', 'N387', 'N177', 'N522', 'N8'])
      expect(remarkWords(code), code).toMatch(/^[A-Z].*\.$/);
  });
});
