import { describe, expect, it } from 'vitest';
import { bigFile, bigFileText } from '../../era/big-file';
import { generate } from '../../pm/generate';
import { remitFilesOf } from '../../pm/remittance-scenes';
import { badSums } from '../../pm/remittance-sums';

const count = (text: string, id: string) => text.split(`\n${id}*`).length - 1;

describe('a big remittance', () => {
  it('has the claims that were asked for, and every sum comes out', () => {
    const text = bigFileText({ claims: 1234, perCheck: 100 });
    expect([count(text, 'CLP'), count(text, 'ST')]).toEqual([1234, 13]);
    expect(badSums(text)).toEqual([]);
  });

  it('is the same for the same seed and another for another', () => {
    const text = bigFileText({ claims: 60, seed: 5 });
    expect(bigFileText({ claims: 60, seed: 5 })).toBe(text);
    expect(bigFileText({ claims: 60, seed: 6 })).not.toBe(text);
  });

  it('holds the payments of a scene among the others', () => {
    const inside = remitFilesOf(generate(1500, '2026-03-20'), 'forwarded').flatMap(({ payments }) => payments);
    const text = bigFileText({ claims: 400, perCheck: 50, inside });
    const at = text.indexOf(`CLP*${inside[0]?.claims[0]?.controlNumber}*19*`) / text.length;
    expect(at).toBeGreaterThan(0.4);
    expect(at).toBeLessThan(0.6);
    expect(badSums(text)).toEqual([]);
  });

  it('comes in pieces of one check, about 500 bytes a claim', () => {
    const pieces = [...bigFile({ claims: 1000, perCheck: 100 })];
    expect(pieces).toHaveLength(12);
    const perClaim = pieces.join('').length / 1000;
    expect(perClaim).toBeGreaterThan(450);
    expect(perClaim).toBeLessThan(550);
  });
});
