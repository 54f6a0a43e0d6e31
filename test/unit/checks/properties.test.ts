import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../lib/checks/catalogue';
import type { VerdictKind } from '../../../lib/checks/check';
import { examine } from '../../../lib/checks/examine';
import { postedLine } from '../../../lib/checks/postings';
import type { Case } from '../../../lib/claim/case';
import type { Adjustment, LedgerLine } from '../../../lib/claim/claim';
import { anAnswer, aPerson, cas } from '../../era/build';
import {
  absent,
  aCase,
  aChart,
  adjustment,
  aFormCase,
  aLedger,
  aLine,
  aMedicareCase,
  aPolicy,
  aPosting,
  aPrimaryPolicy,
  aRow,
  aSecondaryRow,
  BRIGHTWATER,
  forwarded,
  is,
  LARKSPUR,
  notForwarded,
  smudged,
} from './build';
import { answered, denied, said, withCodes } from './code-cases';
import { type Path, poorer, readingsIn, replaced } from './losses';

const amount = fc.integer({ min: -500_000, max: 5_000_000 });
const adjustments: fc.Arbitrary<Adjustment[]> = fc.array(
  fc
    .tuple(
      fc.constantFrom('CO', 'PR', 'OA', 'PI', '' as const),
      fc.constantFrom('1', '2', '3', '45', '96', '253', ''),
      amount,
    )
    .map(([group, carc, cents]) => adjustment(group as Adjustment['group'], carc, cents)),
  { maxLength: 8 },
);

const total = (all: Adjustment[]) => all.reduce((sum, one) => sum + one.amount, 0);
const claimOf = (line: LedgerLine, charge: number) =>
  aCase({ row: aRow({ charge: is(charge) }), ledger: aLedger({ lines: [line], totalCharge: is(charge) }) });

describe('the balance of a line', () => {
  it('is charge − paid − adjustments, however they are split over postings and repeated codes', () => {
    fc.assert(
      fc.property(amount, fc.array(fc.tuple(amount, adjustments), { minLength: 1, maxLength: 4 }), (charge, parts) => {
        const postings = parts.map(([paid, list]) => aPosting({ paid: is(paid), adjustments: is(list) }));
        const line = aLine({ charge: is(charge), postings });
        const posted = postedLine(claimOf(line, charge), line);
        const expected = charge - parts.reduce((sum, [paid, list]) => sum + paid + total(list), 0);
        expect(posted).toMatchObject({ residual: expected });
      }),
    );
  });

  it('is broken by any cent, and only then', () => {
    fc.assert(
      fc.property(amount, adjustments, fc.integer({ min: -300, max: 300 }), (paid, list, off) => {
        const charge = paid + total(list) + off;
        const line = aLine({ charge: is(charge), postings: [aPosting({ paid: is(paid), adjustments: is(list) })] });
        const raised = examine(claimOf(line, charge)).findings.some(({ check }) => check === 'C005');
        expect(raised).toBe(off !== 0);
      }),
    );
  });
});

const sevenLines = (line: typeof aLine): LedgerLine[] => Array.from({ length: 7 }, (_, i) => line({ n: i + 1 }));

/** Cases of every verdict, to change at random. */
const CASES: Case[] = [
  aCase(),
  aFormCase(),
  aFormCase({ '11d': '', '29': '1.00', '24.1.F': '2.00' }),
  aCase({ ledger: aLedger({ lines: [aLine({ charge: is(16501) })] }) }),
  aCase({ row: aRow({ appeal: is(true), status: is('sent') }) }),
  aCase({ secondary: { ...LARKSPUR, electronicSecondary: 'unknown' } }),
  aCase({ siblings: [aSecondaryRow()] }),
  aMedicareCase([]),
  aMedicareCase([forwarded()]),
  aMedicareCase([notForwarded()]),
  aFormCase({ '24.1.paid': '1.00', '24.2.adjDate': '', '29': '' }),
  aFormCase({}, [], { ledger: aLedger({ lines: sevenLines(aLine) }) }),
  aCase({
    ledger: aLedger({ lines: sevenLines((changes) => aLine({ ...changes, postings: [aPosting({ date: absent })] })) }),
  }),
  aCase({ ledger: aLedger({ lines: [aLine(), ...sevenLines((changes) => aLine({ ...changes, postings: [] }))] }) }),
  aCase({
    secondary: BRIGHTWATER,
    chart: aChart({ policies: [aPrimaryPolicy(), aPolicy({ ...aPrimaryPolicy(), rank: is('secondary') })] }),
  }),
  aCase({
    chart: aChart({
      policies: [aPrimaryPolicy(), aPolicy({ insured: is({ last: 'OKAFOR', first: 'PAUL', middle: '' }) })],
    }),
  }),
];

const SPOTS = CASES.flatMap((c) => readingsIn(c).map((path) => ({ c, path })));
const spot = fc.constantFrom(...SPOTS);
const page = fc.constantFrom('ledger', 'chart' as const);

/** Marks that stand on a page only when they are set: taking one away is not losing a reading, it is another page. */
const isMark = (path: Path) => ['appeal', 'excluded', 'writtenOff', 'statementSent'].includes(String(path.at(-1)));
const BETTER: Record<VerdictKind, VerdictKind[]> = {
  'do-not-bill': [],
  blocked: ['ready', 'decide'],
  'cannot-tell': ['ready', 'decide'],
  decide: ['ready'],
  ready: [],
};

describe('losing a reading', () => {
  it('never makes a verdict better: what smudged over is unknown, not passed', () => {
    fc.assert(
      fc.property(spot, ({ c, path }) => {
        const before = examine(c).verdict.kind;
        const after = examine(replaced(c, path, smudged('#?#'))).verdict.kind;
        expect(BETTER[before]).not.toContain(after);
      }),
      { numRuns: 500 },
    );
  });

  it('never turns blocked into ready where the page does not have it at all', () => {
    fc.assert(
      fc.property(spot, ({ c, path }) => {
        // What the chart does not show at all is judged on the form.
        fc.pre(!isMark(path) && !path.includes('siblings') && !path.includes('policies'));
        if (examine(c).verdict.kind !== 'blocked') return;
        expect(examine(replaced(c, path, absent)).verdict.kind).not.toBe('ready');
      }),
      { numRuns: 500 },
    );
  });

  it('never makes a verdict better where a whole page is not read', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CASES), page, (c, part) => {
        const { [part]: _dropped, ...rest } = c;
        expect(BETTER[examine(c).verdict.kind]).not.toContain(examine(rest as Case).verdict.kind);
      }),
    );
  });
});

/** Cases in which checks of codes, money and remittances are raised. */
const OF_CODES: Case[] = [
  denied('CO-16'),
  denied('CO-197'),
  denied('CO-29'),
  denied('PR-100'),
  denied('CO-45'),
  denied('OA-23'),
  denied('OA-209'),
  denied('CO-42'),
  denied('-'),
  denied('PI-45'),
  denied('PR-253'),
  withCodes(5069, [
    ['CO-97', 0],
    ['CO-45', 3431],
  ]),
  said(0, [['CO-4', 8500]]),
  said(5069, [
    ['CO-45', 2164],
    ['PR-3', 1267],
  ]),
  answered({ remarks: ['N781'], names: [aPerson('74', 'HALL', 'DENISE', 'BW1')] }),
  answered({ adjustments: [cas('CO-252', 100)] }),
  aMedicareCase([], { ledger: aLedger() }),
  aCase({
    ledger: aLedger({
      statementSent: is(true),
      lines: [aLine({ postings: [aPosting({ remarks: is('N781 QMB') })] })],
    }),
  }),
  aFormCase({ '24.1.adj1.amount': '0.00', '24.2.adj2.reason': '', '23': 'A1', '22.ref': 'BW26083-55017' }, [], {
    remittance: [anAnswer({ claim: { references: { G1: 'A1' } } })],
  }),
  aCase({
    chart: aChart({ policies: [aPrimaryPolicy({ group: is('22-88') }), aPolicy(), aPolicy({ rank: is('tertiary') })] }),
  }),
];

const LOSSES = [...CASES, ...OF_CODES].map((c) => ({ c, all: poorer(c) }));

describe('no check of the catalogue', () => {
  it.each(CATALOGUE)('$id passes because a value was lost', (check) => {
    const passed = LOSSES.filter(({ c }) => check.run(c).is !== 'pass')
      .flatMap(({ all }) => all.filter((lost) => check.run(lost.c).is === 'pass'))
      .map(({ without }) => without);
    expect(passed).toEqual([]);
  });
});

describe('an examination', () => {
  const someCase = fc
    .tuple(fc.constantFrom(...CASES), fc.array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 6 }))
    .map(([c, smudges]) =>
      smudges.reduce((changed, [n, gone]) => {
        const paths = readingsIn(changed);
        return paths.length === 0
          ? changed
          : replaced(changed, paths[n % paths.length] ?? [], gone ? absent : smudged('?'));
      }, c),
    );

  it('is never ready while a check that may block is unknown, and blocked exactly by its blocks', () => {
    fc.assert(
      fc.property(someCase, (c) => {
        const { verdict, findings, unknown } = examine(c);
        const forwards = findings.some(({ check }) => check === 'C051' || check === 'C052');
        const blocks = findings.some(({ severity }) => severity === 'block');
        const lacks = unknown.some(({ blocking }) => blocking);
        const asks = findings.some(({ severity, acknowledged }) => severity === 'decide' && acknowledged === undefined);
        const expected = forwards
          ? 'do-not-bill'
          : blocks
            ? 'blocked'
            : lacks
              ? 'cannot-tell'
              : asks
                ? 'decide'
                : 'ready';
        expect(verdict.kind).toBe(expected);
        for (const { short } of [verdict, ...findings]) expect(short.length, short).toBeLessThanOrEqual(30);
        expect(verdict.headline).not.toMatch(/undefined|: $/);
      }),
      { numRuns: 300 },
    );
  });

  it('comes to the same verdict in whatever order the checks stand', () => {
    const anyOrder = fc.shuffledSubarray([...CATALOGUE], { minLength: CATALOGUE.length });
    fc.assert(
      fc.property(someCase, anyOrder, (c, checks) => {
        const { verdict, findings } = examine(c);
        const shuffled = examine(c, checks);
        expect(shuffled.verdict.kind).toBe(verdict.kind);
        expect(shuffled.verdict.group).toBe(verdict.group);
        expect(shuffled.findings.map(({ check }) => check).toSorted()).toEqual(
          findings.map(({ check }) => check).toSorted(),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('does not change the case', () => {
    fc.assert(
      fc.property(someCase, (c) => {
        const before = structuredClone(c);
        examine(c);
        expect(c).toEqual(before);
      }),
      { numRuns: 50 },
    );
  });
});
