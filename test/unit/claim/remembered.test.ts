import { describe, expect, it } from 'vitest';
import { remembered } from '../../../lib/claim/remembered';

describe('a function that remembers its answers', () => {
  it('answers the same arguments without asking again, others anew', () => {
    let asked = 0;
    const sum = remembered((a: number, b: number) => {
      asked += 1;
      return a + b;
    });
    expect([sum(1, 2), sum(1, 2), sum(12, 0), sum(1, 20)]).toEqual([3, 3, 12, 21]);
    expect(asked).toBe(3);
  });

  it('lets go of what it kept before that grows without end', () => {
    let asked = 0;
    const same = remembered((n: number) => {
      asked += 1;
      return n;
    });
    for (let n = 0; n < 2000; n += 1) same(n);
    for (let n = 0; n < 2000; n += 1) same(n);
    expect(asked).toBe(2000);
    same(2000);
    same(0);
    expect(asked).toBe(2002);
  });

  it('keeps no error', () => {
    let asked = 0;
    const fails = remembered((text: string) => {
      asked += 1;
      throw new Error(`${text} is no date`);
    });
    expect(() => fails('x')).toThrow('x is no date');
    expect(() => fails('x')).toThrow('x is no date');
    expect(asked).toBe(2);
  });
});
