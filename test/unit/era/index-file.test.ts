import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeEra, parseEra } from '../../../lib/era';
import type { EraIndexEntry } from '../../../lib/era/files';
import { FileIndex } from '../../../lib/era/index-file';
import { ONE_BYTE } from '../../../lib/era/text';
import { bigFileText } from '../../era/big-file';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Reads bytes in pieces of some sizes, as a stream hands them over. */
const indexed = (bytes: Uint8Array<ArrayBuffer>, sizes: readonly number[] = [50_000]): FileIndex => {
  const index = new FileIndex('march.835');
  const decoder = new TextDecoder(ONE_BYTE);
  for (let at = 0, i = 0; at < bytes.length; i += 1) {
    const size = sizes[i % sizes.length] ?? 1;
    index.push(decoder.decode(bytes.subarray(at, at + size), { stream: true }));
    at += size;
  }
  index.end();
  return index;
};

const again = (index: FileIndex, bytes: Uint8Array<ArrayBuffer>, entry: EraIndexEntry) =>
  index.adjudication(entry, decodeEra(bytes.subarray(entry.offset, entry.offset + entry.length)));

const SMALL = bigFileText({ claims: 24, perCheck: 7 });

/** The file with other words in place of the first patient's last name. */
const named = (name: string): string => SMALL.replace(/(NM1\*QC\*1\*)[^*]+/, `$1${name}`);

describe('the index of a remittance file', () => {
  it('gives every claim as reading the whole file does, wherever the pieces were cut', () => {
    const whole = parseEra(SMALL);
    const claims = whole.sets.flatMap((set) => set.claims);
    expect(claims).toHaveLength(24);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9000 }), { minLength: 1, maxLength: 5 }), (sizes) => {
        const bytes = bytesOf(SMALL);
        const index = indexed(bytes, sizes);
        const entries = [...index.claims];
        expect(entries.map((entry) => again(index, bytes, entry)?.claim)).toEqual(claims);
        expect(
          entries.map(({ charge, paid, lines, controlNumber, status }) => [charge, paid, lines, controlNumber, status]),
        ).toEqual(
          claims.map(({ charge, paid, lines, controlNumber, status }) => [
            charge,
            paid,
            lines.length,
            controlNumber,
            status,
          ]),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('keeps payments whole, with their sums', () => {
    const index = indexed(bytesOf(SMALL));
    const whole = parseEra(SMALL);
    expect(index.payments()).toEqual(
      whole.sets.map((set, i) => {
        const { claims, providerAdjustments: _, ...payment } = set;
        const paid = claims.reduce((sum, claim) => sum + (claim.paid ?? 0), 0);
        return { ...payment, index: i, claims: claims.length, paid, adjusted: 0, balanced: 'yes' };
      }),
    );
    expect(index.lines).toBe(whole.sets.flatMap(({ claims }) => claims.flatMap(({ lines }) => lines)).length);
    expect(index.problemCount).toBe(whole.problems.length);
  });

  it('says that a payment does not balance, and which claim is wrong', () => {
    const text = SMALL.replace(/(\nCLP\*[^*]+\*[^*]+\*[^*]+\*)([^*]+)/, '$19999999.99');
    const index = indexed(bytesOf(text));
    expect(index.payments().map(({ balanced }) => balanced)).toEqual(['no', 'yes', 'yes', 'yes']);
    const [first, second] = [...index.claims];
    expect(first && again(index, bytesOf(text), first)?.problems.map(({ severity }) => severity)).toContain('warning');
    const ofPayment = (second && again(index, bytesOf(text), second)?.problems) ?? [];
    expect(ofPayment.every(({ segment }) => segment < (first?.segment ?? 0))).toBe(true);
    expect(ofPayment).toHaveLength(1);
  });

  it('does not know whether a payment with an unread amount balances', () => {
    const index = indexed(bytesOf(SMALL.replace(/(\nCLP\*[^*]+\*[^*]+\*[^*]+\*)([^*]+)/, '$11,000.00')));
    expect(index.payments()[0]).toMatchObject({ balanced: 'unknown', paid: null });
    expect([...index.claims][0]?.paid).toBeNull();
    expect(index.problems()[0]).toMatchObject({ severity: 'error' });
  });

  it.each(['MÜLLER', 'PEÑA', 'Žižka', '李'])('reads the name %s, written as UTF-8', (name) => {
    const bytes = bytesOf(named(name));
    const index = indexed(bytes, [7]);
    const [entry] = [...index.claims];
    expect(entry?.last).toBe(name);
    expect(entry && again(index, bytes, entry)?.claim.names.find(({ role }) => role === 'QC')?.last).toBe(name);
  });

  it('reads a name written as Windows writes it', () => {
    const bytes = Uint8Array.from(named('M\u00dcLLER'), (char) => char.charCodeAt(0));
    const index = indexed(bytes);
    const [entry, next] = [...index.claims];
    expect(entry?.last).toBe('MÜLLER');
    expect(entry && again(index, bytes, entry)?.claim.names.find(({ role }) => role === 'QC')?.last).toBe('MÜLLER');
    expect(next && again(index, bytes, next)?.claim.controlNumber).toBe(next?.controlNumber);
  });

  it('finds the claim that a segment stands in', () => {
    const index = indexed(bytesOf(SMALL));
    const entries = [...index.claims];
    expect(index.placeBefore(1)).toBeUndefined();
    for (const { segment, offset } of entries) {
      expect(index.placeBefore(segment)).toMatchObject({ segment, offset });
      expect(index.placeBefore(segment + 1)).toMatchObject({ segment, offset });
    }
  });

  it('keeps what was read when it is stopped', () => {
    const index = new FileIndex('march.835');
    index.push(SMALL.slice(0, SMALL.length / 2));
    index.stop();
    expect(index.claims.size).toBeGreaterThan(5);
    expect(index.claims.size).toBeLessThan(20);
    expect(index.refused).toBeUndefined();
    expect(index.payments().at(-1)).toMatchObject({ balanced: 'unknown' });
    expect(index.problems().filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each([
    ['a PDF', '%PDF-1.7 …', 'march.835 is a PDF, not an 835. Nothing was read.'],
    ['an empty file', '', 'march.835 is empty. Nothing was read.'],
    ['a table', 'claim,paid,date\n1,2,3\n', 'march.835 is a table (CSV), not an 835. Nothing was read.'],
  ])('says of %s that it is none', (_, text, why) => {
    expect(indexed(bytesOf(text)).refused).toBe(why);
  });

  it('says of a claim status report that it is none', () => {
    const text = SMALL.replaceAll('ST*835*', 'ST*277*');
    expect(indexed(bytesOf(text)).refused).toMatch(/^march\.835 .*277.*Nothing was read\.$/);
  });
});
