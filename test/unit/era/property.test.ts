import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Era, EraSet } from '../../../lib/claim/era';
import { parseEra, readClaim } from '../../../lib/era/parse-era';
import { ProblemList } from '../../../lib/era/problems';
import { type ClaimPlace, EraReader } from '../../../lib/era/reader';
import { setFindings } from '../../../lib/era/sums';
import { broken, damage } from '../../era/damage';
import { randomSets, randomStyle } from '../../era/random-era';
import { writeEra } from '../../era/write-era';

/** Cases of each property: 20,000 broken files in the usual run, more on demand. */
const RUNS = Number(process.env.ERA_RUNS ?? 20_000);
/** Each file is broken in so many ways. */
const WAYS = 20;

/** The values without the numbers of segments: garbage between segments moves those. */
const values = (sets: readonly EraSet[]): string =>
  JSON.stringify(sets, (key, value: unknown) => (key === 'segment' ? undefined : value));

const said = ({ problems }: Era) => problems.filter(({ text }) => !text.startsWith('{file} is marked as a test'));

/** Reads a text in pieces as a stream gives it. */
const inPieces = (text: string, cuts: readonly number[]): Era => {
  const problems = new ProblemList();
  const sets: EraSet[] = [];
  let claims: EraSet['claims'] = [];
  const reader = new EraReader({
    claim: (claim) => claims.push(claim),
    setEnd: ({ payment, providerAdjustments }) => {
      sets.push({ ...payment, claims, providerAdjustments });
      claims = [];
    },
    problem: (problem) => problems.add(problem),
  });
  const places = [0, ...cuts.map((cut) => cut % (text.length + 1)), text.length].sort((a, b) => a - b);
  for (const [i, from] of places.entries()) reader.push(text.slice(from, places[i + 1] ?? from));
  return { interchanges: reader.end().interchanges, sets, problems: problems.all() };
};

describe('a remittance written from a model', () => {
  test('gives the model back, however it is written', () => {
    fc.assert(
      fc.property(randomSets(), randomStyle, (sets, style) => {
        const { text, era } = writeEra(sets, style);
        const read = parseEra(text);
        expect(read.sets).toEqual(era.sets);
        expect(read.interchanges).toBe(era.interchanges);
        expect(said(read)).toEqual([]);
      }),
      { numRuns: Math.ceil(RUNS / 20) },
    );
  });

  test('balances', () => {
    fc.assert(
      fc.property(randomSets(), (sets) => {
        expect(writeEra(sets).era.sets.flatMap(setFindings)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('gives the same in pieces of any size', () => {
    fc.assert(
      fc.property(randomSets(), randomStyle, fc.array(fc.nat(), { maxLength: 40 }), (sets, style, cuts) => {
        const { text } = writeEra(sets, style);
        expect(inPieces(text, cuts)).toEqual(parseEra(text));
      }),
      { numRuns: Math.ceil(RUNS / 40) },
    );
  });

  test('gives the same character by character', () => {
    fc.assert(
      fc.property(randomSets(1), randomStyle, (sets, style) => {
        const { text } = writeEra(sets, style);
        const cuts = Array.from({ length: text.length }, (_, i) => i);
        expect(inPieces(text, cuts)).toEqual(parseEra(text));
      }),
      { numRuns: 20 },
    );
  });

  test('gives each claim again from its own part of the text', () => {
    fc.assert(
      fc.property(randomSets(), randomStyle, (sets, style) => {
        const { text, era } = writeEra(sets, style);
        const places: ClaimPlace[] = [];
        const reader = new EraReader({ claim: (_, place) => places.push(place) });
        reader.push(text);
        reader.end();
        const again = places.map(({ start, end, segment, delimiters }) =>
          readClaim(text.slice(start, end), { delimiters, offset: start, segment }),
        );
        expect(again).toEqual(era.sets.flatMap(({ claims }) => claims).map((claim) => ({ claim, problems: [] })));
      }),
      { numRuns: Math.ceil(RUNS / 40) },
    );
  });
});

describe('a remittance that is broken anywhere', () => {
  test('reads the same values, or says that something is wrong', { timeout: 600_000 }, () => {
    let count = 0;
    fc.assert(
      fc.property(
        randomSets(1),
        randomStyle,
        fc.array(damage, { minLength: WAYS, maxLength: WAYS }),
        (sets, style, ways) => {
          const { text } = writeEra(sets, { ...style, wrap: 0 });
          const whole = values(parseEra(text).sets);
          for (const way of ways) {
            const { text: other, what } = broken(way, text, style);
            if (other === text) continue;
            count += 1;
            const read = parseEra(other);
            if (said(read).length > 0 || values(read.sets) === whole) continue;
            throw new Error(`${what}: other values and no word about it.\n${other}`);
          }
        },
      ),
      { numRuns: Math.ceil((RUNS * 1.25) / WAYS) },
    );
    expect(count).toBeGreaterThanOrEqual(RUNS);
  });

  test('anything at all is read without an exception', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^(ISA|ST|CLP|SVC|CAS|[*~:\n0-9A-Z]){1,60}$/)),
        (text) => {
          expect(parseEra(text).problems.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: Math.ceil(RUNS / 20) },
    );
  });
});
