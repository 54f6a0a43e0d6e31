import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatAge, shown } from '../../../components/models/text';

test('text of a page is one line without controls and direction marks, and not longer than asked', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.integer({ min: 1, max: 60 }), (text, max) => {
      const line = shown(text, max);
      expect(line).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      expect(line.length).toBeLessThanOrEqual(max + 2);
    }),
  );
});

test('very long text is cut without being gone through', () => {
  expect(shown('x'.repeat(5_000_000), 10)).toBe('xxxxxxxxxx …');
});

test('ages are told in the largest unit that fits', () => {
  expect([0, 4000, 59_400, 120_000, 7_200_000].map(formatAge)).toEqual(['0 s', '4 s', '59 s', '2 min', '2 h']);
});
