import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agedFrom, coordinationEnds } from '../../../lib/order/medicare';
import { mspTypeOf } from '../../../lib/order/msp-type';
import { orderOf } from '../../../lib/order/order-of';
import { aForm, aPolicy, is, MEDICARE, smudged } from '../checks/build';
import { LARGE, MIDDLE, msp, PLAN, SMALL, two, WORKS } from './build';

const decided = (c: Parameters<typeof orderOf>[0]) => {
  const answer = orderOf(c);
  return 'rule' in answer ? `${answer.first} by ${answer.rule.id}` : answer.is;
};
const asks = (c: Parameters<typeof orderOf>[0]) => orderOf(c).asks.map(({ id }) => id);

describe('the day from which Medicare takes a patient as 65', () => {
  it.each([
    ['1961-02-24', '2026-02-01'],
    ['1961-02-28', '2026-02-01'],
    ['1961-02-02', '2026-02-01'],
    ['1961-02-01', '2026-01-01'],
    ['1961-01-01', '2025-12-01'],
    ['1960-02-29', '2025-02-01'],
    ['1961-12-31', '2026-12-01'],
  ])('of somebody born on %s is %s', (dob, day) => {
    expect(agedFrom(dob)).toBe(day);
  });
});

describe('the coordination period of kidney failure', () => {
  it.each([
    ['2024-01-01', '2026-07-01'],
    ['2023-08-31', '2026-02-28'],
    ['2021-08-30', '2024-02-29'],
    ['2021-08-31', '2024-02-29'],
    ['2023-12-31', '2026-06-30'],
  ])('that begins on %s is over on %s', (from, over) => {
    expect(coordinationEnds(from)).toBe(over);
  });
});

describe('Medicare beside a plan', () => {
  it.each([
    ['65 and working, 100 or more', msp({ first: 'plan', says: LARGE, reasons: ['age'] }), 'primary by working-aged'],
    ['65 and working, 20 to 99', msp({ first: 'plan', says: MIDDLE, reasons: ['age'] }), 'primary by working-aged'],
    ['65 and working, under 20', msp({ first: 'plan', says: SMALL, reasons: ['age'] }), 'secondary by working-aged'],
    [
      '65, under 20, one of several employers is larger',
      msp({ first: 'plan', says: { ...SMALL, multiEmployer: true }, reasons: ['age'] }),
      'primary by working-aged',
    ],
    [
      'several employers, one of them large enough, and no size said',
      msp({ first: 'plan', says: { ...WORKS, multiEmployer: true }, reasons: ['age'] }),
      'primary by working-aged',
    ],
    [
      'the spouse works',
      msp({ first: 'plan', says: MIDDLE, reasons: ['age'], relationship: 'spouse' }),
      'primary by working-aged',
    ],
    [
      'a child works',
      msp({ first: 'plan', says: LARGE, reasons: ['age'], relationship: 'other' }),
      'secondary by working-aged',
    ],
    [
      'Medicare Advantage',
      msp({ first: 'plan', says: LARGE, reasons: ['age'], medicare: { ...MEDICARE, kind: 'medicare-advantage' } }),
      'primary by working-aged',
    ],
    [
      'disabled, 100 or more',
      msp({ first: 'plan', says: LARGE, reasons: ['disability'], dob: '1980-05-05' }),
      'primary by disability',
    ],
    [
      'disabled, a family member works',
      msp({ first: 'plan', says: LARGE, reasons: ['disability'], dob: '1980-05-05', relationship: 'child' }),
      'primary by disability',
    ],
    [
      'disabled, 20 to 99',
      msp({ first: 'plan', says: { ...MIDDLE, multiEmployer: false }, reasons: ['disability'], dob: '1980-05-05' }),
      'secondary by disability',
    ],
    [
      'a retiree',
      msp({ first: 'medicare', says: { basis: 'retired' }, reasons: ['age'] }),
      'primary by former-employment',
    ],
    [
      'laid off',
      msp({ first: 'plan', says: { basis: 'laid-off' }, reasons: ['age'] }),
      'secondary by former-employment',
    ],
    ['COBRA', msp({ first: 'plan', says: { basis: 'cobra' }, reasons: ['age'] }), 'secondary by former-employment'],
    ['a policy of their own', msp({ first: 'medicare', says: { basis: 'individual' } }), 'primary by own-policy'],
    [
      'a Medicare supplement',
      msp({
        first: 'medicare',
        plan: { name: 'AARP MEDICARE SUPPLEMENT', payerId: 'X', kind: 'medigap', electronicSecondary: 'yes' },
      }),
      'primary by own-policy',
    ],
  ])('%s', (_, c, order) => {
    expect(decided(c)).toBe(order);
    expect(asks(c)).toEqual([]);
  });

  it('counts kidney failure first: 30 months for the plan, whoever works', () => {
    const on = (day: string, basis: 'retired' | 'current-employment' | 'cobra', medicareFrom: string) =>
      decided(
        msp({
          first: 'plan',
          says: { basis },
          reasons: ['esrd'],
          others: { esrd: { medicareFrom } },
          dob: '1980-05-05',
          from: day,
        }),
      );
    expect(on('2026-06-30', 'retired', '2024-01-01')).toBe('primary by esrd');
    expect(on('2026-07-01', 'retired', '2024-01-01')).toBe('secondary by esrd');
    expect(on('2026-07-01', 'current-employment', '2024-01-01')).toBe('secondary by esrd');
    expect(on('2024-01-01', 'cobra', '2024-01-01')).toBe('primary by esrd');
    expect(on('2026-02-27', 'cobra', '2023-08-31')).toBe('primary by esrd');
    expect(on('2026-02-28', 'cobra', '2023-08-31')).toBe('secondary by esrd');
  });

  it('lets Medicare go on that paid first before the kidney failure', () => {
    const c = (medicareWasFirst?: boolean) =>
      msp({
        first: 'medicare',
        says: { basis: 'retired' },
        reasons: ['age', 'esrd'],
        others: {
          esrd: { medicareFrom: '2025-06-01', ...(medicareWasFirst === undefined ? {} : { medicareWasFirst }) },
        },
      });
    expect(asks(c())).toEqual(['medicare-was-first']);
    expect(decided(c(true))).toBe('primary by esrd');
    expect(decided(c(false))).toBe('secondary by esrd');
  });

  it('does not ask whether Medicare paid first where kidney failure came before 65', () => {
    const c = msp({
      first: 'plan',
      says: LARGE,
      reasons: ['age', 'esrd'],
      others: { esrd: { medicareFrom: '2024-06-01' } },
      dob: '1961-01-15',
      from: '2026-02-24',
    });
    expect(decided(c)).toBe('primary by esrd');
  });

  it('goes by age or disability before the first day of Medicare for kidney failure', () => {
    const c = msp({
      first: 'plan',
      says: LARGE,
      reasons: ['age', 'esrd'],
      others: { esrd: { medicareFrom: '2026-03-01' } },
    });
    expect(decided(c)).toBe('primary by working-aged');
  });

  it('takes 65 from the first of the month', () => {
    const on = (dob: string, from: string) =>
      decided(msp({ first: 'plan', says: { ...MIDDLE, multiEmployer: false }, reasons: ['disability'], dob, from }));
    expect(on('1961-03-15', '2026-02-28')).toBe('secondary by disability');
    expect(on('1961-03-15', '2026-03-01')).toBe('primary by working-aged');
    expect(on('1961-03-01', '2026-01-31')).toBe('secondary by disability');
    expect(on('1961-03-01', '2026-02-01')).toBe('primary by working-aged');
  });

  it('says nothing of a claim whose days have two orders', () => {
    const c = msp({
      first: 'plan',
      says: { ...MIDDLE, multiEmployer: false },
      reasons: ['disability'],
      dob: '1961-03-15',
      from: '2026-02-27',
      to: '2026-03-02',
    });
    const answer = orderOf(c);
    expect(answer).toMatchObject({ is: 'undecided', asks: [] });
    expect(answer.is === 'undecided' && answer.gaps.map(({ what }) => what)).toEqual([
      'one payer order for all days of the claim',
    ]);
  });
});

describe('the questions', () => {
  it('are asked one after the other, only as far as they matter', () => {
    expect(asks(msp({ first: 'plan' }))).toEqual(['plan-basis', 'medicare-for']);
    expect(asks(msp({ first: 'plan', says: WORKS }))).toEqual(['medicare-for', 'employer-size']);
    expect(asks(msp({ first: 'plan', says: WORKS, reasons: ['age'] }))).toEqual(['employer-size']);
    expect(asks(msp({ first: 'plan', says: { ...WORKS, employerSize: 'under-20' }, reasons: ['age'] }))).toEqual([
      'multi-employer',
    ]);
    expect(asks(msp({ first: 'plan', says: WORKS, reasons: ['esrd'] }))).toEqual(['esrd-from', 'employer-size']);
    expect(asks(msp({ first: 'plan', says: WORKS, reasons: ['esrd'], dob: '1980-05-05' }))).toEqual(['esrd-from']);
    expect(asks(msp({ first: 'plan', says: { basis: 'individual' } }))).toEqual([]);
  });

  it('name the plan as its answers are kept', () => {
    expect(orderOf(msp({ first: 'plan' })).asks[0]).toEqual({ id: 'plan-basis', payer: PLAN });
  });

  it('ask whose job it is only where the chart does not say', () => {
    const c = msp({ first: 'plan', says: LARGE, reasons: ['age'], policy: { relationship: smudged('?') } });
    expect(asks(c)).toEqual(['through']);
    expect(
      decided(
        msp({
          first: 'plan',
          says: { ...LARGE, through: 'spouse' },
          reasons: ['age'],
          policy: { relationship: smudged('?') },
        }),
      ),
    ).toBe('primary by working-aged');
  });

  it('tell two plans of one company apart by their member IDs', () => {
    const plan = {
      name: 'MEDICARE ADVANTAGE BLUE',
      payerId: 'A',
      kind: 'medicare-advantage',
      electronicSecondary: 'yes',
    } as const;
    const c = two({ primary: { ...plan, kind: 'commercial' }, secondary: plan });
    expect(orderOf(c).asks[0]).toEqual({ id: 'plan-basis', payer: 'MEDICARE ADVANTAGE BLUE (IDA)' });
  });
});

const onForm = (type: string, more: Record<string, string> = {}) => ({ more: { form: aForm({ msp: type, ...more }) } });

describe('what pages give', () => {
  it('answers by the insurance type that is chosen on the form', () => {
    expect(decided(msp({ first: 'plan', ...onForm('12') }))).toBe('primary by working-aged');
    expect(decided(msp({ first: 'plan', dob: '1980-05-05', ...onForm('43') }))).toBe('primary by disability');
    expect(decided(msp({ first: 'plan', dob: '1980-05-05', ...onForm('13'), says: WORKS }))).toBe('primary by esrd');
    expect(decided(msp({ first: 'plan', dob: '1980-05-05', ...onForm('12') }))).toBe('undecided');
  });

  it('answers by RETIRED or COBRA in the chart and by RETIRED in box 11b, and says where', () => {
    const chart = msp({ first: 'plan', reasons: ['age'], policy: { plan: is('GOLD RETIREE PPO', 'plan', 'chart') } });
    expect(decided(chart)).toBe('secondary by former-employment');
    expect(orderOf(chart).given[0]).toMatchObject({
      id: 'plan-basis',
      payer: PLAN,
      value: 'retired',
      place: { page: 'chart' },
    });
    const cobra = msp({ first: 'plan', reasons: ['age'], policy: { type: is('Commercial COBRA', 'type', 'chart') } });
    expect(decided(cobra)).toBe('secondary by former-employment');
    const box = msp({ first: 'plan', reasons: ['age'], ...onForm('', { '11b': 'RETIRED 01 01 2020' }) });
    expect(decided(box)).toBe('secondary by former-employment');
    expect(
      decided(msp({ first: 'plan', reasons: ['age'], policy: { plan: is('TEACHERS RETIREMENT', 'plan', 'chart') } })),
    ).toBe('undecided');
  });

  it('counts neither where the biller says something else, and shows both', () => {
    const c = msp({
      first: 'plan',
      says: LARGE,
      reasons: ['age'],
      policy: { plan: is('RETIREE PPO', 'plan', 'chart') },
    });
    expect(orderOf(c)).toMatchObject({
      is: 'undecided',
      given: [{ id: 'plan-basis', value: 'retired', said: 'current-employment' }, {}],
    });
    expect(asks(c)).toEqual(['plan-basis']);
    for (const says of [{ ...LARGE, through: 'spouse' as const }]) {
      expect(asks(msp({ first: 'plan', says, reasons: ['age'] }))).toEqual(['through']);
    }
    expect(asks(msp({ first: 'plan', says: SMALL, reasons: ['age'], ...onForm('12') }))).toEqual(['employer-size']);
    expect(asks(msp({ first: 'plan', reasons: ['esrd'], ...onForm('12') }))).toContain('medicare-for');
    expect(asks(msp({ first: 'plan', says: LARGE, reasons: ['age'], dob: '1980-05-05' }))).toEqual(['medicare-for']);
    expect(
      asks(
        msp({
          first: 'plan',
          says: LARGE,
          reasons: ['esrd'],
          dob: '1980-05-05',
          others: { esrd: { medicareFrom: '2020-01-01' } },
          ...onForm('13'),
        }),
      ),
    ).toEqual(['esrd-from']);
  });

  it('does not take Medicare for kidney failure alone from before its first day', () => {
    expect(
      asks(
        msp({
          first: 'plan',
          says: LARGE,
          reasons: ['esrd'],
          dob: '1980-05-05',
          others: { esrd: { medicareFrom: '2026-03-01' } },
        }),
      ),
    ).toEqual(['esrd-from']);
  });
});

describe('the proposed insurance type', () => {
  const payer = (name: string) => ({ name, payerId: 'P', kind: 'other', electronicSecondary: 'yes' }) as const;
  const paidBy = (name: string, coverage = {}) =>
    two({ primary: payer(name), secondary: MEDICARE, coverage: { plans: {}, ...coverage } });

  it.each([
    ['12', msp({ first: 'plan', says: MIDDLE, reasons: ['age'] })],
    ['43', msp({ first: 'plan', says: LARGE, reasons: ['disability'], dob: '1980-05-05' })],
    [
      '13',
      msp({
        first: 'plan',
        says: WORKS,
        reasons: ['esrd'],
        dob: '1980-05-05',
        others: { esrd: { medicareFrom: '2026-01-01' } },
      }),
    ],
    ['15', paidBy('STATE WORKERS COMP', { accident: { kind: 'work', on: '2026-02-01' } })],
    ['14', paidBy('ACME NO FAULT', { accident: { kind: 'auto', on: '2026-02-01' } })],
    ['47', paidBy('ACME LIABILITY', { accident: { kind: 'other', on: '2026-02-01' } })],
    ['41', paidBy('DOL BLACK LUNG PROGRAM')],
    ['42', paidBy('VETERANS AFFAIRS')],
    ['16', paidBy('PUBLIC HEALTH SERVICE')],
  ])('is %s', (code, c) => {
    expect(mspTypeOf(c)?.code).toBe(code);
    expect(mspTypeOf(c)?.why).not.toBe('');
  });

  it.each([
    ['while a fact is missing', msp({ first: 'plan', says: WORKS, reasons: ['age'] })],
    ['where Medicare should be first', msp({ first: 'plan', says: SMALL, reasons: ['age'] })],
    ['where Medicare is first', msp({ first: 'medicare', says: LARGE, reasons: ['age'] })],
    ['where an accident is not said', paidBy('STATE WORKERS COMP')],
    ['where there was none', paidBy('STATE WORKERS COMP', { accident: { kind: 'none' } })],
    [
      'for Medicare Advantage',
      msp({ first: 'plan', says: LARGE, reasons: ['age'], medicare: { ...MEDICARE, kind: 'medicare-advantage' } }),
    ],
    [
      'where the day is not read',
      {
        ...msp({ first: 'plan', says: LARGE, reasons: ['age'] }),
        row: { ...msp({ first: 'plan' }).row, dos: smudged('?') },
      },
    ],
  ])('is none %s', (_, c) => {
    expect(mspTypeOf(c)).toBeUndefined();
  });
});

describe('any two days', () => {
  const date = fc
    .date({ min: new Date('1930-01-01'), max: new Date('2005-12-31'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10));

  it('count as 65 from a first of the month, in the month of the birthday or the one before', () => {
    fc.assert(
      fc.property(date, (dob) => {
        const day = agedFrom(dob);
        expect(day.slice(8)).toBe('01');
        const months =
          Number(day.slice(0, 4)) * 12 +
          Number(day.slice(5, 7)) -
          (Number(dob.slice(0, 4)) + 65) * 12 -
          Number(dob.slice(5, 7));
        expect(months).toBe(dob.endsWith('-01') ? -1 : 0);
      }),
    );
  });
});

it('keeps what a policy of the chart cannot be told from out of the order', () => {
  const c = msp({ first: 'plan', says: LARGE, reasons: ['age'] });
  const twice = {
    ...c,
    chart: { ...c.chart!, policies: [...c.chart!.policies, aPolicy({ rank: is('primary'), payer: is(PLAN) })] },
  };
  expect(asks(twice)).toEqual(['through']);
});
