import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EraLine } from '../../../lib/claim/era';
import { matchRemitLines } from '../../../lib/era/match-lines';
import { netOf } from '../../../lib/era/netting';
import { anAnswer, aRemitLine, aSecondRemitLine, cas, LATER } from '../../era/build';
import { absent, aLine, aSecondLine, is, smudged } from '../checks/build';

const LEDGER = [aLine(), aSecondLine()];
const bare = { lineControlNumber: '' };
const parts = (lines: EraLine[]) => netOf([anAnswer({ claim: { lines } })]).parts;
const match = (lines: EraLine[], ledger = LEDGER, byHand = {}) => {
  const { lines: matched, unmatched, none } = matchRemitLines(parts(lines), ledger, byHand);
  return {
    lines: matched.map((one) => [one.parts.map(({ line }) => line.segment), one.match, one.treatment] as const),
    unmatched: unmatched.map(({ part }) => part.line.segment),
    none: none.map(({ line }) => line.segment),
    candidates: unmatched.map(({ candidates }) => candidates),
  };
};

describe('lines of a remittance', () => {
  it.each([
    ['the number itself', '1', '2'],
    ['padded', '0001', '0002'],
    ['behind the claim number', '8841207-1', '8841207-2'],
    ['behind it without a separator', '88412071', '88412072'],
    ['behind letters', 'LN1', 'LN2'],
  ])('go by line control number: %s', (_how, first, second) => {
    const lines = [aRemitLine({ lineControlNumber: second, ...asSecond }), aRemitLine({ lineControlNumber: first })];
    expect(match(lines)).toMatchObject({
      lines: [
        [[120], 'line-control-number', 'whole'],
        [[130], 'line-control-number', 'whole'],
      ],
      unmatched: [],
    });
  });

  it('do not go by control numbers that contradict the codes: those are some other number', () => {
    const lines = [aRemitLine({ lineControlNumber: '2' }), aSecondRemitLine({ lineControlNumber: '1' })];
    expect(match(lines).lines).toEqual([
      [[120], 'service', 'whole'],
      [[130], 'service', 'whole'],
    ]);
    const counted = [aRemitLine({ lineControlNumber: '0' }), aSecondRemitLine({ lineControlNumber: '1' })];
    expect(match(counted).lines.map(([, how]) => how)).toEqual(['service', 'service']);
  });

  it('go by procedure, modifiers, date and charge without one', () => {
    expect(match([aSecondRemitLine(bare), aRemitLine(bare)]).lines).toEqual([
      [[120], 'service', 'whole'],
      [[130], 'service', 'whole'],
    ]);
  });

  it.each([
    ['another code', { procedure: '99213' }],
    ['another modifier', { modifiers: ['59'] }],
    ['another day', { dates: { from: '2026-02-25', to: '2026-02-25' } }],
    ['another charge', { charge: 16501 }],
  ])('stay unmatched by %s', (_what, changes) => {
    expect(match([aRemitLine({ ...bare, ...changes }), aSecondRemitLine(bare)])).toMatchObject({
      lines: [
        [[], undefined, 'whole'],
        [[130], 'service', 'whole'],
      ],
      unmatched: [120],
      candidates: [[1]],
    });
  });

  it('go by the procedure that was billed where the payer decided on another', () => {
    const submittedProcedure = { procedure: '99214', qualifier: 'HC', modifiers: ['25'] };
    const line = aRemitLine({ ...bare, procedure: '99213', modifiers: [], submittedProcedure });
    expect(match([line, aSecondRemitLine(bare)]).lines[0]).toEqual([[120], 'service', 'whole']);
  });

  it('are not told apart where two lines of the ledger are alike and the answers differ', () => {
    const ledger = [aLine(), aLine({ n: 2 })];
    const lines = [
      aRemitLine(bare),
      aRemitLine({ ...bare, segment: 121, paid: 0, adjustments: [cas('CO-97', 16500)] }),
    ];
    expect(match(lines, ledger)).toMatchObject({
      unmatched: [120, 121],
      candidates: [
        [1, 2],
        [1, 2],
      ],
    });
  });

  it('are dealt out in order where lines and answers are alike', () => {
    const ledger = [aLine(), aLine({ n: 2 })];
    expect(match([aRemitLine(bare), aRemitLine({ ...bare, segment: 121 })], ledger).lines.map(([s]) => s)).toEqual([
      [120],
      [121],
    ]);
    expect(match([aRemitLine(bare)], ledger).unmatched).toEqual([120]);
  });

  it('are one billed line where they bear one control number: a split', () => {
    const half = { charge: 4250, units: 1 };
    const lines = [aRemitLine(), aSecondRemitLine(half), aSecondRemitLine({ ...half, segment: 131 })];
    expect(match(lines).lines[1]).toEqual([[130, 131], 'line-control-number', 'split']);
  });

  it('are one billed line where charges and units add up to it', () => {
    const ledger = [aLine(), aSecondLine({ units: is(2) })];
    const half = { ...bare, charge: 4250, units: 1 };
    const lines = [aRemitLine(bare), aSecondRemitLine(half), aSecondRemitLine({ ...half, segment: 131 })];
    expect(match(lines, ledger).lines[1]).toEqual([[130, 131], 'service', 'split']);
    expect(match(lines, [aLine(), aSecondLine({ units: is(3) })]).unmatched).toEqual([130, 131]);
    const [whole, first, second] = lines;
    if (!whole || !first || !second) throw new Error('no lines');
    expect(match([whole, first, { ...second, units: null }], [aLine(), aSecondLine()]).unmatched).toEqual([130, 131]);
    const twice = [...ledger, aSecondLine({ n: 3, charge: is(9999), units: is(2) })];
    expect(match(lines, twice).unmatched).toEqual([130, 131]);
    expect(match(lines, [aLine(), aSecondLine({ units: is(2), charge: is(8501) })]).unmatched).toEqual([130, 131]);
    const odd = aRemitLine({ ...bare, segment: 140, procedure: '97112' });
    expect(match([...lines, odd], ledger)).toMatchObject({
      lines: [
        [[120], 'service', 'whole'],
        [[130, 131], 'service', 'split'],
      ],
      unmatched: [140],
    });
    const apart = [whole, { ...first, lineControlNumber: 'A' }, { ...second, lineControlNumber: 'B' }];
    expect(match(apart, ledger).unmatched).toEqual([130, 131]);
  });

  it('belong to the line they were unbundled from, which bears the charge', () => {
    const from = { procedure: '97110', qualifier: 'HC', modifiers: [] };
    const first = aSecondRemitLine({ procedure: '97112', submittedProcedure: from });
    const second = aSecondRemitLine({
      segment: 131,
      procedure: '97530',
      submittedProcedure: from,
      charge: 0,
      paid: 1000,
      adjustments: [cas('OA-94', -1000)],
    });
    expect(match([aRemitLine(), first, second]).lines[1]).toEqual([[130, 131], 'line-control-number', 'unbundled']);
    const unnamed = { ...second, submittedProcedure: null };
    expect(match([aRemitLine(), first, unnamed]).lines[1]?.[0]).toEqual([130, 131]);
    const other = { lineControlNumber: 'AB' };
    expect(match([aRemitLine(), { ...first, ...other }, { ...unnamed, ...other }]).lines[1]).toEqual([
      [130, 131],
      'service',
      'unbundled',
    ]);
    const unnumbered = [aRemitLine(bare), { ...first, ...bare }, { ...second, ...bare }];
    expect(match(unnumbered).lines[1]).toEqual([[130, 131], 'service', 'unbundled']);
  });

  it('do not join a line of their service that has its own charge answered', () => {
    const more = aRemitLine({ ...bare, segment: 121, charge: 100, paid: 100, adjustments: [] });
    expect(match([aRemitLine(bare), aSecondRemitLine(bare), more])).toMatchObject({
      lines: [
        [[120], 'service', 'whole'],
        [[130], 'service', 'whole'],
      ],
      unmatched: [121],
    });
  });

  it('are not bundled where part of the charge, or another reason, was set off', () => {
    const submittedProcedure = { procedure: '97110', qualifier: 'HC', modifiers: [] };
    for (const adjustments of [[cas('CO-97', 8400), cas('PR-2', 100)], [cas('CO-96', 8500)]]) {
      const line = aSecondRemitLine({ procedure: '97112', submittedProcedure, paid: 0, adjustments });
      expect(match([aRemitLine(), line]).lines[1]).toEqual([[130], 'line-control-number', 'whole']);
    }
  });

  it('are bundled where the whole charge is included in another line', () => {
    const bundled = aSecondRemitLine({
      procedure: '99214',
      submittedProcedure: { procedure: '97110', qualifier: 'HC', modifiers: [] },
      paid: 0,
      adjustments: [cas('CO-97', 8500)],
    });
    expect(match([aRemitLine(), bundled]).lines[1]).toEqual([[130], 'line-control-number', 'bundled']);
  });

  it('paid on top belong to the line of their service', () => {
    const onTop = anAnswer({
      claim: {
        lines: [aSecondRemitLine({ ...bare, segment: 500, charge: 0, paid: 100, adjustments: [cas('CO-45', -100)] })],
      },
      payment: LATER,
      file: 'b',
    });
    const all = netOf([anAnswer({ claim: { lines: [aRemitLine(bare), aSecondRemitLine(bare)] } }), onTop]).parts;
    const { lines, unmatched } = matchRemitLines(all, LEDGER);
    expect(lines[1]?.parts.map(({ line }) => line.segment)).toEqual([130, 500]);
    expect(unmatched).toEqual([]);
  });

  it('go where the biller says, or to none', () => {
    const [first, second] = parts([aRemitLine({ ...bare, charge: 1 }), aSecondRemitLine(bare)]);
    expect(first?.id).toBe('0012345/8841207/120');
    const byHand = { [first?.id ?? '']: 1, [second?.id ?? '']: 0 };
    expect(match([aRemitLine({ ...bare, charge: 1 }), aSecondRemitLine(bare)], LEDGER, byHand)).toEqual({
      lines: [
        [[120], 'by-hand', 'whole'],
        [[], undefined, 'whole'],
      ],
      unmatched: [],
      none: [130],
      candidates: [],
    });
  });

  it('are not matched to what the ledger shows unreadably', () => {
    const lines = [aRemitLine(bare), aSecondRemitLine(bare)];
    expect(match(lines, [aLine({ charge: smudged('1?') }), aSecondLine()]).unmatched).toEqual([120]);
    expect(match(lines, [aLine({ procedure: absent }), aSecondLine()]).unmatched).toEqual([120]);
    expect(match(lines, [aLine({ modifiers: absent }), aSecondLine()]).unmatched).toEqual([]);
  });

  it('are each in just one place, whatever the file says', () => {
    const line = fc.record({
      procedure: fc.constantFrom('99214', '97110'),
      lineControlNumber: fc.constantFrom('', '1', '2', 'X'),
      charge: fc.constantFrom(16500, 8500, 0, null),
      modifiers: fc.constantFrom<string[]>(['25'], []),
      units: fc.constantFrom(1, 2),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 7 }), (changes) => {
        const lines = changes.map((one, i) => aRemitLine({ ...one, segment: 100 + i }));
        const { lines: matched, unmatched, none } = match(lines);
        const placed = [...matched.flatMap(([segments]) => segments), ...unmatched, ...none];
        expect(placed.toSorted(byNumber)).toEqual(lines.map(({ segment }) => segment).toSorted(byNumber));
      }),
    );
  });
});

const byNumber = (a: number, b: number) => a - b;

const asSecond = {
  segment: 130,
  procedure: '97110',
  modifiers: [],
  charge: 8500,
  paid: 5069,
  adjustments: [cas('CO-45', 2164), cas('PR-2', 1267)],
};
