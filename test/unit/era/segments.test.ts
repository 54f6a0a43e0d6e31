import { describe, expect, test } from 'vitest';
import { guessDelimiters, readIsa } from '../../../lib/era/delimiters';
import { LONGEST_SEGMENT, SegmentSplitter } from '../../../lib/era/segments';

const ISA =
  'ISA*00*          *00*          *ZZ*A              *ZZ*B              *260310*1041*^*00501*000000001*0*P*:~';

interface Seen {
  ordinal: number;
  name: string;
  elements: string[];
  at: [offset: number, length: number];
}

const split = (...chunks: string[]) => {
  const seen: Seen[] = [];
  const said: string[] = [];
  let unfinished = '';
  const splitter = new SegmentSplitter({
    segment: (one) => {
      const elements = Array.from({ length: one.size }, (_, i) => one.element(i + 1));
      seen.push({ ordinal: one.ordinal, name: one.name, elements, at: [one.offset, one.length] });
    },
    unfinished: (one) => {
      unfinished = one.raw();
    },
    problem: (severity, segment, text) => said.push(`${severity} ${segment} ${text}`),
  });
  for (const chunk of chunks) splitter.push(chunk);
  splitter.end();
  return { seen, said, unfinished, delimiters: splitter.delimiters };
};

describe('SegmentSplitter', () => {
  test('numbers segments from 1, and tells where each one stands', () => {
    const text = `${ISA}\r\n  GS*HP*A~\n\nST*835*0001~`;
    const { seen, said } = split(text);
    expect(seen.map(({ ordinal, name, elements }) => [ordinal, name, elements.length])).toEqual([
      [1, 'ISA', 16],
      [2, 'GS', 2],
      [3, 'ST', 2],
    ]);
    for (const { name, at } of seen) expect(text.slice(at[0], at[0] + at[1])).toMatch(new RegExp(`^${name}[*].*[^~]$`));
    expect(said).toEqual([]);
  });

  test('elements come without outer blanks, missing ones are empty', () => {
    const { seen } = split(`${ISA}REF*PI* 9999 **X~`);
    expect(seen[1]).toMatchObject({ name: 'REF', elements: ['PI', '9999', '', 'X'] });
  });

  test('empty segments are none', () => {
    expect(split(`${ISA}~~\n~ST*835*1~~SE*2*1~`).seen.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3]);
  });

  test('a line break inside a segment is taken out, one before the name of a segment ends it', () => {
    expect(split(`${ISA}NM1*QC*1*OKA\nFOR*ADA~`).seen[1]?.elements).toEqual(['QC', '1', 'OKAFOR', 'ADA']);
    const { seen, said } = split(`${ISA}LX*1\nCLP*A*1~`);
    expect(seen.map(({ name }) => name)).toEqual(['ISA', 'LX', 'CLP']);
    expect(said).toEqual(['warning 2 Segment 2 has no end. It was taken to end with its line.']);
  });

  test('control characters are taken out, with a word', () => {
    const { seen, said } = split(`${ISA}NM1*QC*1*OKA\u0007FOR~`);
    expect(seen[1]?.elements[2]).toBe('OKAFOR');
    expect(said).toEqual(['warning 2 Segment 2 has characters that do not belong in an 835.']);
  });

  test('what is left without a terminator is unfinished', () => {
    expect(split(`${ISA}LX*1~CLP*A*1*25`).unfinished).toBe('CLP*A*1*25');
  });

  test('a segment that is too long is left out, and reading goes on behind it', () => {
    const { seen, said } = split(`${ISA}NM1*${'A'.repeat(LONGEST_SEGMENT + 10)}`, `${'A'.repeat(50_000)}~LX*1~`);
    expect(seen.map(({ name, ordinal }) => [name, ordinal])).toEqual([
      ['ISA', 1],
      ['LX', 3],
    ]);
    expect(said).toEqual(['error 2 Segment 2 is longer than a segment can be. It was not read.']);
  });

  test('each ISA brings its own delimiters', () => {
    const other = ISA.replaceAll('*', '|').replace(':~', '>!');
    const { seen, delimiters } = split(`${ISA}LX*1~${other}LX|2!`);
    expect(seen.map(({ name, elements }) => [name, elements.at(-1)])).toEqual([
      ['ISA', ':'],
      ['LX', '1'],
      ['ISA', '>'],
      ['LX', '2'],
    ]);
    expect(delimiters).toEqual({ element: '|', component: '>', segment: '!' });
  });

  test('a part of a file goes on with its delimiters and numbers', () => {
    const seen: number[][] = [];
    const part = { delimiters: { element: '*', component: ':', segment: '~' }, offset: 5000, segment: 77 };
    const splitter = new SegmentSplitter(
      {
        segment: ({ ordinal, offset }) => seen.push([ordinal, offset]),
        unfinished: () => undefined,
        problem: () => undefined,
      },
      part,
    );
    splitter.push('\nCLP*A~\nNM1*QC~');
    splitter.end();
    expect(seen).toEqual([
      [77, 5001],
      [78, 5008],
    ]);
  });
});

describe('delimiters', () => {
  test('come from ISA', () => {
    expect(readIsa(`${ISA}GS*HP~`)).toMatchObject({
      delimiters: { element: '*', component: ':', segment: '~' },
      end: 105,
      odd: null,
    });
  });

  test('of an ISA whose terminator is its element separator come from the segments', () => {
    const isa = ISA.replace(':~', ':*');
    expect(readIsa(`${isa}GS*HP*A~ST*835*1~BPR*I*1~TRN*1~`)?.delimiters.segment).toBe('~');
  });

  test('without ISA come from the segments, the component separator from the first procedure', () => {
    expect(guessDelimiters("ST+835+0001'BPR+I+5'LX+1'CLP+1'SVC+HC|99213+5'")).toEqual({
      element: '+',
      component: '|',
      segment: "'",
    });
  });

  test('of what is no X12 cannot be told', () => {
    expect(guessDelimiters('hello, world')).toBeUndefined();
    expect(readIsa('ISA says hello')).toBeUndefined();
  });
});
