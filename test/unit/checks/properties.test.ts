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
  MEDICARE,
  notForwarded,
  smudged,
} from './build';
import { answered, denied, said, withCodes } from './code-cases';
import { gone, type Path, poorer, readingsIn, replaced } from './losses';

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

/** Cases in which checks of coverage, order, form and dates are raised or unknown. */
const OF_COVERAGE: Case[] = [
  aFormCase({ msp: '' }, [], { secondary: MEDICARE }),
  aFormCase({ msp: '12', '10b': 'Y' }, [], { secondary: MEDICARE }),
  aFormCase({ msp: '15' }, [], { secondary: MEDICARE }),
  aFormCase({ msp: '13' }, [], { secondary: MEDICARE, coverage: { plans: {}, medicareFor: ['age'] } }),
  aFormCase({ msp: '47', '1': '', adjDate: '03/10/2026', eaf: '250.00' }),
  aMedicareCase([], {
    coverage: {
      plans: { [LARKSPUR.name]: { basis: 'current-employment', employerSize: '20-to-99' } },
      medicareFor: ['age'],
    },
  }),
  aCase({
    today: '2027-02-20',
    chart: aChart({
      policies: [
        aPrimaryPolicy(),
        aPolicy({ active: is(false) }),
        aPolicy({ rank: is('tertiary'), terminated: is('2020-01-01') }),
      ],
    }),
  }),
  aCase({
    chart: aChart({
      policies: [
        aPrimaryPolicy({ effective: is('2027-01-01') }),
        aPolicy({ effective: is('2026-12-01'), relationship: is('spouse'), insuredAddress: smudged('') }),
      ],
    }),
  }),
  aCase({
    siblings: [aSecondaryRow({ level: is('T') })],
    ledger: aLedger({
      statementSent: is(true),
      writtenOff: is(true),
      lines: [
        aLine({
          charge: is(16501),
          balance: is(4),
          postings: [aPosting({ payer: is('LARKSPUR MUTUAL'), date: is('2027-02-02') })],
        }),
      ],
    }),
  }),
];

const ALL_CASES = [...CASES, ...OF_CODES, ...OF_COVERAGE];
const LOSSES = ALL_CASES.map((c) => ({ c, all: poorer(c) }));

describe('no check of the catalogue', () => {
  it.each(CATALOGUE)('$id passes because a value was lost', (check) => {
    const passed = LOSSES.filter(({ c }) => check.run(c).is !== 'pass')
      .flatMap(({ all }) => all.filter((lost) => check.run(lost.c).is === 'pass'))
      .map(({ without }) => without);
    expect(passed).toEqual([]);
  });
});

/**
 * Where a page plainly does not have a thing, or a source is not there, and that is an answer: the only ways in which a
 * check that was raised or unknown may pass.
 */
const ANSWERS: readonly { checks: readonly string[] | 'any'; lost: RegExp; because: string }[] = [
  { checks: 'any', lost: /^form$/, because: 'while no form is open, the rules of the form do not apply' },
  { checks: 'any', lost: /^siblings$/, because: 'Claim History shows no other claim' },
  {
    checks: 'any',
    lost: /^remittance\.\d+$/,
    because: 'rules of remittances do not apply where none is loaded; codes are then judged as posted',
  },
  {
    checks: ['C021', 'C069', 'C070'],
    lost: /\.(?:appeal|writtenOff|statementSent)$/,
    because: 'a mark stands on the page only where it is set',
  },
  {
    checks: ['C026', 'C027'],
    lost: /\.(?:effective|terminated)$/,
    because: 'a date that the chart does not have sets no limit',
  },
  {
    checks: 'any',
    lost: /^chart\.policies\.\d+\.active$/,
    because: 'a chart without the mark lists what is in force',
  },
  {
    checks: 'any',
    lost: /^chart\.policies\.\d+\.payer$/,
    because: 'a policy whose payer the chart does not show is taken for the claim’s',
  },
  {
    checks: 'any',
    lost: /\.postings\.\d+\.level$/,
    because: 'on a page without levels the name of the payer tells whose a posting is',
  },
  { checks: ['C118'], lost: /\.postings\.\d+\.payer$/, because: 'a posting without a name bears no other payer’s' },
  { checks: ['C085', 'C086'], lost: /\.postings\.\d+\.date$/, because: 'C084 speaks of a date that is not there' },
  { checks: ['C098', 'C099'], lost: /\.relationship$/, because: 'what the chart does not show is judged on the form' },
  {
    checks: ['C037', 'C044'],
    lost: /^coverage$/,
    because: 'an insurance type that nothing speaks against stands as it is chosen',
  },
  { checks: ['C049'], lost: /\.rank$/, because: 'a policy without a rank is no third insurer: C027 asks for the rank' },
  { checks: ['C071'], lost: /\.remarks$/, because: 'a page that shows no remarks has none' },
  { checks: ['C095'], lost: /\.(?:group|memberId)$/, because: 'what is not there has no signs in it' },
  {
    checks: ['C098'],
    lost: /\.(?:insured|insuredDob)$/,
    because: 'an insured whom the chart does not show is nobody else',
  },
];

const isAnswer = (id: string, without: string) =>
  ANSWERS.find(({ checks, lost }) => (checks === 'any' || checks.includes(id)) && lost.test(without));

/** Each way in which a check passes once something is gone, with the answer that this is. */
const GONE = ALL_CASES.flatMap((c) => {
  const all = gone(c);
  return CATALOGUE.filter((check) => check.run(c).is !== 'pass').flatMap((check) =>
    all.flatMap(({ c: lost, without }) =>
      check.run(lost).is === 'pass' ? [{ id: check.id, without, answer: isAnswer(check.id, without) }] : [],
    ),
  );
});

describe('what a page does not have at all, or a source that is not there,', () => {
  it.each(CATALOGUE)('never lets $id pass, unless that is an answer', ({ id }) => {
    const passed = GONE.filter((one) => one.id === id && one.answer === undefined);
    expect(passed.map(({ without }) => without)).toEqual([]);
  });

  it.each(ANSWERS)('is an answer where $because', (answer) => {
    expect(GONE.some((one) => one.answer === answer)).toBe(true);
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
