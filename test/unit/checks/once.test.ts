import { describe, expect, it } from 'vitest';
import { oncePerCase } from '../../../lib/checks/once';
import { aCase } from './build';

describe('a fact of a case', () => {
  it('is worked out once, whoever asks', () => {
    let times = 0;
    const fact = oncePerCase(({ primary }) => {
      times += 1;
      return primary.name;
    });
    const c = aCase();
    expect([fact(c), fact(c), fact(c)]).toEqual([c.primary.name, c.primary.name, c.primary.name]);
    expect(times).toBe(1);
  });

  it('is never that of another case, even one that looks the same', () => {
    const fact = oncePerCase((c) => c);
    const [one, other] = [aCase(), aCase()];
    expect([fact(one) === one, fact(other) === other, fact(one) === one]).toEqual([true, true, true]);
  });

  it('may be that there is none', () => {
    let times = 0;
    const fact = oncePerCase(() => {
      times += 1;
      return undefined;
    });
    const c = aCase();
    expect([fact(c), fact(c)]).toEqual([undefined, undefined]);
    expect(times).toBe(1);
  });
});
