import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case, PayerFacts } from '../../../lib/claim/case';
import {
  COVERAGE_BASES,
  type CoverageAnswers,
  EMPLOYER_SIZES,
  MEDICARE_REASONS,
  PARENT_ROLES,
  type PlanAnswers,
} from '../../../lib/claim/coverage';
import { absent } from '../../../lib/claim/reading';
import { orderOf } from '../../../lib/order/order-of';
import { aPolicy, is, LARKSPUR, MEDICARE, smudged, without } from '../checks/build';
import { poorer } from '../checks/losses';
import { checkOf } from '../checks/table';
import { bornOn, childOf, msp, OTHER, PLAN, privates, related, sinceOn, two } from './build';

const decided = (c: Case) => {
  const answer = orderOf(c);
  return 'rule' in answer ? `${answer.first} by ${answer.rule.id}` : answer.is;
};
const asks = (c: Case) => orderOf(c).asks.map(({ id, payer }) => (payer === undefined ? id : `${id} of ${payer}`));

const payer = (name: string, kind: PayerFacts['kind']): PayerFacts => ({
  name,
  payerId: name,
  kind,
  electronicSecondary: 'yes',
});
const MEDICAID = payer('TEXAS MEDICAID', 'medicaid');
const TRICARE = payer('TRICARE EAST', 'tricare');

describe('what pays last', () => {
  it.each([
    ['Medicaid first', two({ primary: MEDICAID, secondary: LARKSPUR }), 'secondary by medicaid-last'],
    ['Medicaid second', two({ primary: LARKSPUR, secondary: MEDICAID }), 'primary by medicaid-last'],
    ['Medicare, then Medicaid', two({ primary: MEDICARE, secondary: MEDICAID }), 'primary by medicaid-last'],
    ['two Medicaids', two({ primary: MEDICAID, secondary: payer('OHIO MEDICAID', 'medicaid') }), 'no-rule'],
    [
      'Medicaid before the Indian Health Service',
      two({ primary: MEDICAID, secondary: payer('INDIAN HEALTH SERVICE', 'other') }),
      'no-rule',
    ],
    ['TRICARE first', two({ primary: TRICARE, secondary: LARKSPUR }), 'secondary by tricare-second'],
    ['Medicare, then TRICARE', two({ primary: MEDICARE, secondary: TRICARE }), 'primary by tricare-second'],
    ['TRICARE, then Medicare', two({ primary: TRICARE, secondary: MEDICARE }), 'secondary by tricare-second'],
    ['TRICARE, then Medicaid', two({ primary: TRICARE, secondary: MEDICAID }), 'primary by medicaid-last'],
    ['Medicaid, then TRICARE', two({ primary: MEDICAID, secondary: TRICARE }), 'secondary by medicaid-last'],
    [
      'TRICARE, then its supplement',
      two({ primary: TRICARE, secondary: payer('TRICARE SUPPLEMENT', 'tricare') }),
      'primary by tricare-second',
    ],
    [
      'Medicaid, then workers compensation',
      two({ primary: MEDICAID, secondary: payer('STATE WORKERS COMP', 'other') }),
      'secondary by medicaid-last',
    ],
    ['two TRICAREs', two({ primary: TRICARE, secondary: payer('TRICARE WEST', 'tricare') }), 'no-rule'],
    [
      'two Medicares',
      two({ primary: MEDICARE, secondary: payer('HUMANA GOLD PLUS', 'medicare-advantage') }),
      'no-rule',
    ],
    ['a federal program beside Medicare', two({ primary: MEDICARE, secondary: payer('CHAMPVA', 'other') }), 'no-rule'],
    ['no secondary', without(two({ primary: MEDICARE, secondary: MEDICAID }), 'secondary'), 'no-rule'],
  ])('%s', (_, c, order) => {
    expect(decided(c)).toBe(order);
  });

  it('is undecided behind a plan of which nothing tells the kind', () => {
    const c = (changes = {}, coverage?: CoverageAnswers) =>
      two({
        primary: MEDICAID,
        secondary: payer('SUNSHINE', 'unknown'),
        policies: [{}, changes],
        ...(coverage ? { coverage } : {}),
      });
    expect(asks(c())).toEqual(['plan-basis of SUNSHINE']);
    expect(decided(c({ type: smudged('C?') }))).toBe('undecided');
    expect(decided(c({}, { plans: { SUNSHINE: { basis: 'individual' } } }))).toBe('secondary by medicaid-last');
    expect(decided(without(c(), 'chart'))).toBe('undecided');
  });
});

describe('an accident', () => {
  const c = (coverage?: CoverageAnswers) =>
    two({
      primary: LARKSPUR,
      secondary: payer('STATE WORKERS COMPENSATION', 'other'),
      ...(coverage ? { coverage } : {}),
    });

  it('puts the liable payer first, once it is said to be behind the claim', () => {
    expect(asks(c())).toEqual(['accident']);
    expect(decided(c({ plans: {}, accident: { kind: 'work', on: '2026-02-24' } }))).toBe('secondary by accident-payer');
    expect(decided(c({ plans: {}, accident: { kind: 'work', on: '2026-02-25' } }))).toBe('no-rule');
    expect(decided(c({ plans: {}, accident: { kind: 'none' } }))).toBe('no-rule');
  });
});

describe('two private plans', () => {
  const SAME = childOf(bornOn('1985-04-12'), bornOn('1970-04-12'));

  it.each([
    [
      'a dependent in the primary',
      privates({ policies: [related('spouse'), related('self')] }),
      'secondary by dependent',
    ],
    [
      'a dependent in the secondary',
      privates({ policies: [related('self'), related('child')] }),
      'primary by dependent',
    ],
    [
      'the earlier birthday in the secondary',
      privates({ policies: childOf(bornOn('1980-06-02'), bornOn('1985-06-01')), others: { parents: 'together' } }),
      'secondary by birthday',
    ],
    [
      'the earlier birthday in the primary, the later year',
      privates({ policies: childOf(bornOn('1985-01-31'), bornOn('1980-02-01')), others: { parents: 'together' } }),
      'primary by birthday',
    ],
    [
      'one birthday, the secondary longer',
      privates({
        policies: childOf(
          { ...bornOn('1985-04-12'), ...sinceOn('2024-01-02') },
          { ...bornOn('1970-04-12'), ...sinceOn('2024-01-01') },
        ),
        others: { parents: 'together' },
      }),
      'secondary by birthday',
    ],
    [
      'one birthday, one first day',
      privates({
        policies: SAME,
        others: { parents: 'together' },
        says: [{ basis: 'retired' }, { basis: 'current-employment' }],
      }),
      'secondary by active-inactive',
    ],
    [
      'the decree names the parent of the secondary',
      privates({
        policies: SAME,
        others: { parents: 'apart' },
        says: [{ parent: 'custodial-parent' }, { parent: 'named-by-decree' }],
      }),
      'secondary by custody',
    ],
    [
      'the spouse of the custodial parent before the other parent',
      privates({
        policies: SAME,
        others: { parents: 'apart' },
        says: [{ parent: 'custodial-parents-spouse' }, { parent: 'other-parent' }],
      }),
      'primary by custody',
    ],
    [
      'retired before active',
      privates({ says: [{ basis: 'retired' }, { basis: 'current-employment' }] }),
      'secondary by active-inactive',
    ],
    [
      'active before laid off',
      privates({ says: [{ basis: 'current-employment' }, { basis: 'laid-off' }] }),
      'primary by active-inactive',
    ],
    [
      'COBRA before retired',
      privates({ says: [{ basis: 'cobra' }, { basis: 'retired' }] }),
      'secondary by continuation',
    ],
    ['COBRA second', privates({ says: [{ basis: 'individual' }, { basis: 'cobra' }] }), 'primary by continuation'],
    [
      'the secondary covers longer',
      privates({
        policies: [sinceOn('2024-01-02'), sinceOn('2024-01-01')],
        says: [{ basis: 'retired' }, { basis: 'retired' }],
      }),
      'secondary by longer-shorter',
    ],
    [
      'the first day as the biller said',
      privates({
        policies: [{ effective: absent }, {}],
        says: [{ basis: 'retired', since: '2023-12-31' }, { basis: 'retired' }],
      }),
      'primary by longer-shorter',
    ],
    [
      'the first day that the chart has, before what the biller said',
      privates({
        policies: [sinceOn('2024-01-02'), sinceOn('2024-01-01')],
        says: [{ basis: 'retired', since: '2020-01-01' }, { basis: 'retired' }],
      }),
      'secondary by longer-shorter',
    ],
    ['both the same', privates({ says: [{ basis: 'retired' }, { basis: 'retired' }] }), 'no-rule'],
    [
      'the secondary without coordination',
      privates({ says: [{}, { noCob: true }], policies: [related('self'), related('child')] }),
      'secondary by no-cob',
    ],
    [
      'the primary without coordination',
      privates({ says: [{ noCob: true }, {}], policies: [related('child'), related('self')] }),
      'primary by no-cob',
    ],
    [
      'a patient who has Medicare too',
      privates({
        more: {
          chart: {
            ...privates().chart!,
            policies: [...privates().chart!.policies, aPolicy({ rank: is('tertiary'), payer: is(MEDICARE.name) })],
          },
        },
      }),
      'no-rule',
    ],
  ])('%s', (_, c, order) => {
    expect(decided(c)).toBe(order);
  });

  it('asks what no page gives, in the order of the rules', () => {
    expect(asks(privates())).toEqual([`plan-basis of ${PLAN}`, `plan-basis of ${OTHER}`]);
    expect(asks(privates({ policies: SAME }))).toEqual(['parents', `plan-basis of ${PLAN}`, `plan-basis of ${OTHER}`]);
    expect(asks(privates({ policies: SAME, others: { parents: 'apart' } }))[0]).toBe(`parent-role of ${PLAN}`);
    expect(asks(privates({ policies: [{ relationship: absent }, {}] }))[0]).toBe(`through of ${PLAN}`);
    expect(
      asks(
        privates({ policies: [{ effective: absent }, {}], says: [{ basis: 'individual' }, { basis: 'individual' }] }),
      ),
    ).toEqual([`since of ${PLAN}`]);
    expect(orderOf(privates()).also).toEqual([{ id: 'no-cob', payer: OTHER }]);
  });

  it('takes whose job a plan is by as the relationship, as far as that tells it', () => {
    const of = (through: PlanAnswers['through']) =>
      decided(privates({ policies: [{ relationship: absent }, {}], says: [through ? { through } : {}, {}] }));
    expect(of('spouse')).toBe('secondary by dependent');
    expect(of('family')).toBe('undecided');
    expect(of('patient')).toBe('undecided');
  });

  it('waits for the chart', () => {
    expect(decided(without(privates({ says: [{ through: 'spouse' }, { through: 'patient' }] }), 'chart'))).toBe(
      'undecided',
    );
  });
});

const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 3 });
const defined = <T extends object>(record: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

const day = oneOf('1961-02-01', '1980-04-12', '1985-04-12', '1985-06-01', '2010-01-31');
const since = oneOf('2024-01-01', '2024-01-02', '2025-06-30');
const planAnswers: fc.Arbitrary<PlanAnswers> = fc
  .record({
    basis: maybe(oneOf(...COVERAGE_BASES)),
    employerSize: maybe(oneOf(...EMPLOYER_SIZES)),
    multiEmployer: maybe(fc.boolean()),
    parent: maybe(oneOf(...PARENT_ROLES)),
    noCob: maybe(fc.constant(false)),
  })
  .map((answers) => defined(answers) as PlanAnswers);
const policy = fc
  .record({ relationship: oneOf('self', 'spouse', 'child', 'child', 'child'), dob: day, since })
  .map(({ relationship, dob, since: from }) => related(relationship as 'self', { ...bornOn(dob), ...sinceOn(from) }));

const somePrivate = fc.record({
  policies: fc.tuple(policy, policy),
  says: fc.tuple(planAnswers, planAnswers),
  parents: maybe(oneOf('together' as const, 'apart' as const)),
});
const privateOf = (
  {
    parents,
    ...rest
  }: { parents: 'together' | 'apart' | undefined } & Pick<Parameters<typeof privates>[0] & object, 'policies' | 'says'>,
  reversed = false,
) => privates({ ...rest, reversed, ...(parents ? { others: { parents } } : {}) });

const someMsp = fc.record({
  says: planAnswers,
  reasons: maybe(fc.uniqueArray(oneOf(...MEDICARE_REASONS), { minLength: 1 })),
  medicareFrom: maybe(oneOf('2023-08-24', '2023-08-25', '2024-01-01', '2026-02-25')),
  medicareWasFirst: maybe(fc.boolean()),
  dob: oneOf('1958-04-12', '1961-02-15', '1961-03-01', '1961-03-02', '1980-05-05'),
  relationship: oneOf('self' as const, 'spouse' as const, 'child' as const),
});
type SomeMsp = typeof someMsp extends fc.Arbitrary<infer T> ? T : never;
const mspOf = (
  { says, reasons, medicareFrom, medicareWasFirst, dob, relationship }: SomeMsp,
  first: 'plan' | 'medicare',
) =>
  msp({
    first,
    says,
    dob,
    relationship,
    ...(reasons ? { reasons } : {}),
    others: { esrd: defined({ medicareFrom, medicareWasFirst }) },
  });

const mirrored = (a: Case, b: Case) => {
  const [one, other] = [orderOf(a), orderOf(b)];
  expect(other.is === 'undecided').toBe(one.is === 'undecided');
  expect(other.asks.toSorted(byText)).toEqual(one.asks.toSorted(byText));
  if ('rule' in one && 'rule' in other) {
    expect(other.rule.id).toBe(one.rule.id);
    expect(other.first).not.toBe(one.first);
    expect(other.is).not.toBe(one.is);
  } else expect(other.is).toBe(one.is);
};
const byText = (a: unknown, b: unknown) => JSON.stringify(a).localeCompare(JSON.stringify(b));

/** The case without one thing that the biller said, each in turn. */
const unsaid = (c: Case): Case[] => {
  const coverage = c.coverage ?? { plans: {} };
  const less = <T extends object>(record: T): T[] =>
    Object.keys(record).map((key) => Object.fromEntries(Object.entries(record).filter(([one]) => one !== key)) as T);
  return [
    ...less(coverage)
      .filter((one) => 'plans' in one)
      .map((one) => ({ ...c, coverage: one })),
    ...Object.entries(coverage.plans).flatMap(([name, plan]) =>
      less(plan).map((one) => ({ ...c, coverage: { ...coverage, plans: { ...coverage.plans, [name]: one } } })),
    ),
    ...less(coverage.esrd ?? {}).map((esrd) => ({ ...c, coverage: { ...coverage, esrd } })),
  ];
};

const ORDER_CHECKS = [
  'C028',
  'C029',
  'C030',
  'C031',
  'C032',
  'C033',
  'C034',
  'C035',
  'C036',
  'C037',
  'C038',
  'C039',
  'C040',
].map(checkOf);

const neverPassesWithLess = (c: Case) => {
  const less = [...unsaid(c), ...poorer(c).map(({ c: lost }) => lost)];
  for (const check of ORDER_CHECKS) {
    if (check.run(c).is === 'pass') continue;
    for (const one of less) expect(check.run(one).is, check.id).not.toBe('pass');
  }
};

describe('for any two plans', () => {
  it('the other way about gives the mirrored answer', () => {
    fc.assert(
      fc.property(somePrivate, (facts) => mirrored(privateOf(facts), privateOf(facts, true))),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(someMsp, (facts) => mirrored(mspOf(facts, 'plan'), mspOf(facts, 'medicare'))),
      { numRuns: 500 },
    );
  });

  it('less that is known never lets a check pass', () => {
    fc.assert(
      fc.property(somePrivate, fc.boolean(), (facts, reversed) => neverPassesWithLess(privateOf(facts, reversed))),
      { numRuns: 150 },
    );
    fc.assert(
      fc.property(someMsp, oneOf('plan' as const, 'medicare' as const), (facts, first) =>
        neverPassesWithLess(mspOf(facts, first)),
      ),
      { numRuns: 150 },
    );
  });

  it('the year of birth never matters to the birthday rule', () => {
    const monthDay = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2000-12-31'), noInvalidDate: true })
      .map((d) => d.toISOString().slice(4, 10));
    const year = fc.integer({ min: 1950, max: 2005 }).map((y) => String(y - (y % 4)));
    fc.assert(
      fc.property(monthDay, monthDay, year, year, year, (a, b, ya, yb, other) => {
        const on = (one: string, two_: string) =>
          decided(
            privates({
              policies: childOf(bornOn(`${one}${a}`), bornOn(`${two_}${b}`)),
              others: { parents: 'together' },
            }),
          );
        expect(on(ya, yb)).toBe(on(other, yb));
        expect(on(ya, yb)).toBe(a === b ? 'undecided' : a < b ? 'primary by birthday' : 'secondary by birthday');
      }),
      { numRuns: 200 },
    );
  });

  it('nobody is asked what a page gives, and what is asked is asked once', () => {
    fc.assert(
      fc.property(someMsp, (facts) => {
        const { asks: all } = orderOf(mspOf(facts, 'plan'));
        expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(all.length);
        expect(all.map(({ id }) => id)).not.toContain('through');
      }),
    );
  });
});
