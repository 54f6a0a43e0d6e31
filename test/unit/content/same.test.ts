import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageSnapshot } from '../../../lib/claim/page';
import { absent } from '../../../lib/claim/reading';
import { sameReading } from '../../../lib/content/same';

const page = (more: object): PageSnapshot => ({
  profile: 'nextgen-office',
  page: 'claim-history',
  url: 'https://pm.example/claims',
  readAt: 1,
  from: 'live',
  complete: true,
  title: 'Claim History',
  patient: { name: absent, chart: absent, dob: absent },
  messages: [],
  problems: [],
  ...more,
});

describe('sameReading', () => {
  it('is not so before anything was read', () => {
    expect(sameReading(undefined, page({}))).toBe(false);
  });

  it('does not count the moment', () => {
    expect(sameReading(page({ readAt: 1 }), page({ readAt: 2 }))).toBe(true);
  });

  it('sees a value that changed, came or went', () => {
    const ledger = { kind: 'ledger', label: 'Ledger' };
    expect(sameReading(page({ claims: [ledger] }), page({ claims: [{ ...ledger, href: '/a' }] }))).toBe(false);
    expect(sameReading(page({ claims: [{ ...ledger, href: '/a' }] }), page({ claims: [ledger] }))).toBe(false);
    expect(sameReading(page({ claims: [1, 2] }), page({ claims: [1] }))).toBe(false);
    expect(sameReading(page({ claims: [] }), page({ claims: {} }))).toBe(false);
    expect(sameReading(page({ title: 'Claims' }), page({}))).toBe(false);
  });

  it('is so of all plain data with the same text, and of no other', () => {
    // No text tells 0 from -0; a reading has neither that nor a key of that name.
    const data = fc.jsonValue({ maxDepth: 3 }).map((value): unknown => JSON.parse(JSON.stringify(value)));
    fc.assert(
      fc.property(data, data, (a, b) => {
        const [one, copy, other] = [a, JSON.parse(JSON.stringify(a)), b].map((claims) => page({ claims }));
        if (!one || !copy || !other) throw new Error('no pages');
        expect(sameReading(one, copy)).toBe(true);
        if (JSON.stringify(a) !== JSON.stringify(b)) return;
        expect(sameReading(one, other)).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.array(fc.integer()), (a, b) => {
        expect(sameReading(page({ claims: a }), page({ claims: b }))).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });
});
