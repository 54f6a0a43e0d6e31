import { describe, expect, it } from 'vitest';
import { examine } from '../../../lib/checks/examine';
import type { Case, PayerFacts } from '../../../lib/claim/case';
import type { CoverageAnswers } from '../../../lib/claim/coverage';
import { absent } from '../../../lib/claim/reading';
import { bornOn, childOf, LARGE, MIDDLE, msp, privates, related, SMALL, sinceOn, two, WORKS } from '../order/build';
import { aCase, aForm, aPolicy, is, LARKSPUR, MEDICARE, smudged, without } from './build';
import { checkOf, describeCheck } from './table';

const payer = (name: string, kind: PayerFacts['kind']): PayerFacts => ({
  name,
  payerId: name.slice(0, 5),
  kind,
  electronicSecondary: 'yes',
});
const MEDICAID = payer('TEXAS MEDICAID', 'medicaid');
const TRICARE = payer('TRICARE EAST', 'tricare');
const SUNSHINE = payer('SUNSHINE', 'unknown');
const WORKERS_COMP = payer('STATE WORKERS COMP', 'other');

/** The case with a third policy in its chart. */
const withThird = (c: Case, name: string, type = '', changes = {}): Case => ({
  ...c,
  chart: {
    ...c.chart!,
    policies: [
      ...c.chart!.policies,
      aPolicy({ rank: is('tertiary'), payer: is(name), type: type === '' ? absent : is(type), ...changes }),
    ],
  },
});

const KIND = 'what kind of plan SUNSHINE is';

describeCheck('C028', {
  raised: {
    'where Medicaid is the primary': [
      two({ primary: MEDICAID, secondary: LARKSPUR }),
      { title: 'LARKSPUR MUTUAL pays before TEXAS MEDICAID', short: 'Payers in the wrong order' },
    ],
    'where Medicaid is before Medicare': two({ primary: MEDICAID, secondary: MEDICARE }),
    'where Medicaid is before TRICARE': two({ primary: MEDICAID, secondary: TRICARE }),
    'where Medicaid is before whoever is liable for an accident': two({ primary: MEDICAID, secondary: WORKERS_COMP }),
    'where Medicaid is second, before a third plan': [
      withThird(two({ primary: LARKSPUR, secondary: MEDICAID }), 'BRIGHTWATER PPO'),
      { title: 'BRIGHTWATER PPO pays before Medicaid' },
    ],
    'where the third is told by its type': withThird(
      two({ primary: LARKSPUR, secondary: MEDICAID }),
      'SUNSHINE',
      'Commercial',
    ),
    'where the biller says what the plan is held by': two({
      primary: MEDICAID,
      secondary: SUNSHINE,
      coverage: { plans: { SUNSHINE: { basis: 'current-employment' } } },
    }),
  },
  passed: {
    'where Medicaid is last': two({ primary: LARKSPUR, secondary: MEDICAID }),
    'where neither is Medicaid': aCase(),
    'where both are': two({ primary: MEDICAID, secondary: payer('OHIO MEDICAID', 'medicaid') }),
    'before a program that pays after Medicaid': two({
      primary: MEDICAID,
      secondary: payer('INDIAN HEALTH SERVICE', 'other'),
    }),
    'before a TRICARE supplement': two({ primary: MEDICAID, secondary: payer('TRICARE SUPPLEMENT', 'tricare') }),
    'before a third that nothing tells to be earlier': withThird(
      two({ primary: LARKSPUR, secondary: MEDICAID }),
      'SUNSHINE',
    ),
    'before another Medicaid as third': withThird(two({ primary: LARKSPUR, secondary: MEDICAID }), 'OHIO MEDICAID'),
    'without a secondary': without(aCase(), 'secondary'),
    'where nothing tells that the primary is Medicaid': two({ primary: SUNSHINE, secondary: LARKSPUR }),
  },
  unknown: {
    'where nothing tells the kind of the secondary': [two({ primary: MEDICAID, secondary: SUNSHINE }), KIND],
    'where the type of the primary cannot be read': [
      two({ primary: SUNSHINE, secondary: LARKSPUR, policies: [{ type: smudged('M?') }, {}] }),
      'the insurance type of SUNSHINE in the chart',
    ],
    'where the chart that may have a third is not read': [
      without(two({ primary: LARKSPUR, secondary: MEDICAID }), 'chart'),
      'the chart',
    ],
    'where the third cannot be read': [
      withThird(two({ primary: LARKSPUR, secondary: MEDICAID }), 'X', '', { payer: smudged('BRI?') }),
      'the payer of the third policy in the chart',
    ],
  },
});

describeCheck('C029', {
  raised: {
    'where TRICARE is the primary': [
      two({ primary: TRICARE, secondary: LARKSPUR }),
      { title: 'LARKSPUR MUTUAL pays before TRICARE EAST' },
    ],
    'where TRICARE is before Medicare': two({ primary: TRICARE, secondary: MEDICARE }),
    'where TRICARE is second, before a third plan': withThird(
      two({ primary: LARKSPUR, secondary: TRICARE }),
      'BRIGHTWATER PPO',
    ),
  },
  passed: {
    'where TRICARE is second': two({ primary: MEDICARE, secondary: TRICARE }),
    'before Medicaid': two({ primary: TRICARE, secondary: MEDICAID }),
    'before its supplement': two({ primary: TRICARE, secondary: payer('TRICARE SUPPLEMENT', 'tricare') }),
    'where Medicaid is third': withThird(two({ primary: LARKSPUR, secondary: TRICARE }), 'TEXAS MEDICAID'),
    'where neither is TRICARE': aCase(),
  },
  unknown: {
    'where nothing tells the kind of the secondary': [two({ primary: TRICARE, secondary: SUNSHINE }), KIND],
    'where the chart is not read': [without(two({ primary: LARKSPUR, secondary: TRICARE }), 'chart'), 'the chart'],
  },
});

const of = (policies: Parameters<typeof privates>[0] & object) => privates(policies);

describeCheck('C030', {
  raised: {
    'where the patient is a dependent in the primary and insured by the secondary': [
      of({ policies: [related('spouse'), related('self')] }),
      { title: 'LARKSPUR MUTUAL pays before BRIGHTWATER PPO' },
    ],
    'for a child too': of({ policies: [related('child'), related('self')] }),
  },
  passed: {
    'where the patient is insured by the primary': of({ policies: [related('self'), related('spouse')] }),
    'where the patient is insured by both': of({}),
    'where the patient is a dependent in both': of({ policies: [related('spouse'), related('child')] }),
    'where the patient has Medicare too': withThird(
      of({ policies: [related('spouse'), related('self')] }),
      'MEDICARE PART B TEXAS',
    ),
    'where Medicare is a payer': msp({ first: 'plan', relationship: 'spouse' }),
    'where the primary has no coordination rules': of({
      policies: [related('spouse'), related('self')],
      says: [{ noCob: true }, {}],
    }),
  },
  unknown: {
    'where a relationship cannot be read': [
      of({ policies: [{ relationship: smudged('S?') }, related('self')] }),
      'whose job BRIGHTWATER PPO comes from',
    ],
    'where nothing tells the kind of a plan': [two({ primary: SUNSHINE, secondary: LARKSPUR }), KIND],
    'where the chart is not read': [without(of({}), 'chart'), 'the chart'],
  },
});

const TOGETHER = { others: { parents: 'together' } } as const;

describeCheck('C031', {
  raised: {
    'where the birthday in the primary is a day later': of({
      policies: childOf(bornOn('1970-04-13'), bornOn('1990-04-12')),
      ...TOGETHER,
    }),
    'of one birthday, where the primary covers a day less': of({
      policies: childOf(
        { ...bornOn('1970-04-12'), ...sinceOn('2024-01-02') },
        { ...bornOn('1990-04-12'), ...sinceOn('2024-01-01') },
      ),
      ...TOGETHER,
    }),
  },
  passed: {
    'where the birthday in the primary is a day earlier': of({
      policies: childOf(bornOn('1990-04-11'), bornOn('1970-04-12')),
      ...TOGETHER,
    }),
    'of one birthday and one first day': of({
      policies: childOf(bornOn('1990-04-12'), bornOn('1970-04-12')),
      ...TOGETHER,
    }),
    'where the parents live apart': of({
      policies: childOf(bornOn('1970-04-13'), bornOn('1990-04-12')),
      others: { parents: 'apart' },
      says: [{ parent: 'other-parent' }, { parent: 'custodial-parent' }],
    }),
    'for a spouse': of({
      policies: [related('spouse', bornOn('1970-04-13')), related('spouse', bornOn('1990-04-12'))],
    }),
  },
  unknown: {
    'until it is said how the parents live': [
      of({ policies: childOf(bornOn('1970-04-13'), bornOn('1990-04-12')) }),
      "how the child's parents live",
    ],
    'where a birth date is not in the chart': [
      of({ policies: childOf({ insuredDob: absent }, bornOn('1990-04-12')), ...TOGETHER }),
      'the birth date of the insured of BRIGHTWATER PPO',
    ],
    'of one birthday, where a first day is not known': [
      of({ policies: childOf({ ...bornOn('1970-04-12'), effective: absent }, bornOn('1990-04-12')), ...TOGETHER }),
      'since when BRIGHTWATER PPO covers the patient',
    ],
  },
});

const apart = (a: NonNullable<CoverageAnswers['plans'][string]['parent']>, b: typeof a) =>
  of({ policies: childOf({}, {}), others: { parents: 'apart' }, says: [{ parent: a }, { parent: b }] });

describeCheck('C032', {
  raised: {
    'where the decree names the parent of the secondary': apart('custodial-parent', 'named-by-decree'),
    'where custody is with the parent of the secondary': apart('other-parent', 'custodial-parent'),
    'where the other parent stands before the custodial one’s spouse': apart(
      'other-parent',
      'custodial-parents-spouse',
    ),
    'where the other parent’s spouse is first': apart('other-parents-spouse', 'other-parent'),
  },
  passed: {
    'in the order of decree and custody': apart('named-by-decree', 'custodial-parent'),
    'where both plans are of one parent': apart('custodial-parent', 'custodial-parent'),
    'where the parents live together': of({
      policies: childOf(bornOn('1970-04-11'), bornOn('1990-04-12')),
      ...TOGETHER,
    }),
    'for an adult': of({}),
  },
  unknown: {
    'until it is said whose plan is whose': [
      of({ policies: childOf({}, {}), others: { parents: 'apart' }, says: [{ parent: 'other-parent' }, {}] }),
      'whose plan LARKSPUR MUTUAL is',
    ],
  },
});

describeCheck('C033', {
  raised: {
    'where the primary is of a retiree': of({ says: [{ basis: 'retired' }, WORKS] }),
    'where the primary is from a job that ended': of({ says: [{ basis: 'laid-off' }, WORKS] }),
    'where the primary is COBRA': of({ says: [{ basis: 'cobra' }, WORKS] }),
    'for a dependent of both': of({
      policies: [related('spouse'), related('other')],
      says: [{ basis: 'retired' }, WORKS],
    }),
  },
  passed: {
    'where the primary comes from a job held now': of({ says: [WORKS, { basis: 'retired' }] }),
    'where both do': of({ says: [WORKS, WORKS] }),
    'where one is a policy of their own': of({ says: [{ basis: 'retired' }, { basis: 'individual' }] }),
    'where the dependent rule comes first': of({
      policies: [related('self'), related('spouse')],
      says: [{ basis: 'retired' }, WORKS],
    }),
  },
  unknown: {
    'until it is said what a plan is held by': [
      of({ says: [{ basis: 'retired' }, {}] }),
      'whether LARKSPUR MUTUAL comes from a job',
    ],
  },
});

describeCheck('C034', {
  raised: {
    'where the primary is COBRA and the secondary of a retiree': of({
      says: [{ basis: 'cobra' }, { basis: 'retired' }],
    }),
    'where the primary is COBRA and the secondary by a job': of({ says: [{ basis: 'cobra' }, WORKS] }),
  },
  passed: {
    'where the secondary is COBRA': of({ says: [WORKS, { basis: 'cobra' }] }),
    'where both are': of({ says: [{ basis: 'cobra' }, { basis: 'cobra' }] }),
    'where neither is': of({ says: [{ basis: 'retired' }, WORKS] }),
    'where the dependent rule comes first': of({
      policies: [related('self'), related('spouse')],
      says: [{ basis: 'cobra' }, WORKS],
    }),
  },
  unknown: {
    'until it is said what a plan is held by': [
      of({ says: [{ basis: 'cobra' }, {}] }),
      'whether LARKSPUR MUTUAL comes from a job',
    ],
    'while the dependent rule is open': [
      of({ policies: [{ relationship: smudged('?') }, {}], says: [{ basis: 'cobra' }, WORKS] }),
      'whose job BRIGHTWATER PPO comes from',
    ],
  },
});

const BOTH_WORK = { says: [WORKS, WORKS] } as const;
const since = (a: string, b: string) => of({ policies: [sinceOn(a), sinceOn(b)], says: [WORKS, WORKS] });

describeCheck('C035', {
  raised: { 'where the secondary began a day earlier': [since('2024-01-02', '2024-01-01'), {}] },
  passed: {
    'where the primary began a day earlier': since('2024-01-01', '2024-01-02'),
    'where both began on one day': since('2024-01-01', '2024-01-01'),
    'where an earlier rule decides': of({
      policies: [sinceOn('2024-01-02'), sinceOn('2024-01-01')],
      says: [WORKS, { basis: 'retired' }],
    }),
  },
  unknown: {
    'where a first day is not known': [
      of({ policies: [{ effective: absent }, {}], says: [...BOTH_WORK.says] }),
      'since when BRIGHTWATER PPO covers the patient',
    ],
    'while an earlier rule is open': [
      of({ policies: [sinceOn('2024-01-02'), sinceOn('2024-01-01')] }),
      'whether BRIGHTWATER PPO comes from a job',
    ],
  },
});

describeCheck('C036', {
  raised: {
    'where the secondary has no coordination rules': of({ says: [{}, { noCob: true }] }),
    'where neither has': of({ says: [{ noCob: true }, { noCob: true }] }),
  },
  passed: {
    'where the secondary has them': of({ says: [{}, { noCob: false }] }),
    'where Medicare is a payer': msp({ first: 'plan' }),
  },
  unknown: {
    'until it is said': [of({}), 'whether LARKSPUR MUTUAL has rules on coordination'],
    'where only the primary is said to have none': [
      of({ says: [{ noCob: true }, {}] }),
      'whether LARKSPUR MUTUAL has rules on coordination',
    ],
  },
});

const AGE = { reasons: ['age' as const] };
const DISABLED = { reasons: ['disability' as const], dob: '1980-05-05' };

describeCheck('C037', {
  raised: {
    'where Medicare is before a plan of 20 or more': [
      msp({ first: 'medicare', says: MIDDLE, ...AGE }),
      { title: 'BRIGHTWATER PPO pays before Medicare' },
    ],
    'where a plan of fewer than 20 is before Medicare': [
      msp({ first: 'plan', says: SMALL, ...AGE }),
      { title: 'Medicare pays before BRIGHTWATER PPO' },
    ],
    'where a plan of several employers comes first': msp({
      first: 'medicare',
      says: { ...SMALL, multiEmployer: true },
      ...AGE,
    }),
    'where the spouse works': msp({ first: 'medicare', says: MIDDLE, relationship: 'spouse', ...AGE }),
    'where another family member’s plan is before Medicare': msp({
      first: 'plan',
      says: LARGE,
      relationship: 'child',
      ...AGE,
    }),
    'from the first of the month of the 65th birthday': msp({
      first: 'medicare',
      says: MIDDLE,
      ...AGE,
      dob: '1961-02-28',
      from: '2026-02-01',
    }),
    'a month earlier for somebody born on the 1st': msp({
      first: 'medicare',
      says: MIDDLE,
      ...AGE,
      dob: '1961-03-01',
      from: '2026-02-01',
    }),
    'for Medicare Advantage': msp({
      first: 'medicare',
      says: MIDDLE,
      medicare: payer('HUMANA GOLD PLUS', 'medicare-advantage'),
      ...AGE,
    }),
  },
  passed: {
    'where a plan of 20 or more is first': msp({ first: 'plan', says: MIDDLE, ...AGE }),
    'where Medicare is before a plan of fewer than 20': msp({ first: 'medicare', says: SMALL, ...AGE }),
    'the day before the month of the 65th birthday': msp({
      first: 'medicare',
      says: { ...MIDDLE, multiEmployer: false },
      reasons: ['disability'],
      dob: '1961-02-28',
      from: '2026-01-31',
    }),
    'for a retiree': msp({ first: 'medicare', says: { basis: 'retired' }, ...AGE }),
    'where the form says working aged': msp({ first: 'plan', more: { form: aForm({ msp: '12' }) } }),
    'for a policy of their own': msp({ first: 'medicare', says: { basis: 'individual' } }),
    'beside a Medicare supplement': msp({ first: 'medicare', plan: payer('AARP MEDICARE SUPPLEMENT', 'medigap') }),
    'beside Medicaid': two({ primary: MEDICARE, secondary: MEDICAID }),
    'for two private plans': aCase(),
  },
  unknown: {
    'until it is said what the plan is held by': [
      msp({ first: 'plan', ...AGE }),
      'whether BRIGHTWATER PPO comes from a job',
    ],
    'until the size is said': [
      msp({ first: 'plan', says: WORKS, ...AGE }),
      'how large the employer behind BRIGHTWATER PPO is',
    ],
    'until it is said whether several employers share a small one’s plan': [
      msp({ first: 'plan', says: { ...WORKS, employerSize: 'under-20' }, ...AGE }),
      'whether several employers share BRIGHTWATER PPO',
    ],
    'until the reason for Medicare is said': [msp({ first: 'plan', says: LARGE }), 'why the patient has Medicare'],
    'where the birth date cannot be read': [
      msp({ first: 'plan', says: LARGE, ...AGE, more: { patient: { ...aCase().patient, dob: smudged('?') } } }),
      "the patient's birth date",
    ],
    'where the day of service cannot be read': [
      { ...msp({ first: 'plan', says: LARGE, ...AGE }), row: { ...aCase().row, dos: smudged('?') } },
      'the date of service',
    ],
    'where the relationship is not in the chart': [
      msp({ first: 'plan', says: LARGE, ...AGE, policy: { relationship: absent } }),
      'whose job BRIGHTWATER PPO comes from',
    ],
  },
});

describeCheck('C038', {
  raised: {
    'where Medicare is before a plan of 100 or more': msp({ first: 'medicare', says: LARGE, ...DISABLED }),
    'where a plan of 20 to 99 is before Medicare': msp({
      first: 'plan',
      says: { ...MIDDLE, multiEmployer: false },
      ...DISABLED,
    }),
    'where a family member works': msp({ first: 'medicare', says: LARGE, relationship: 'child', ...DISABLED }),
    'the day before the month of the 65th birthday': msp({
      first: 'medicare',
      says: LARGE,
      reasons: ['disability'],
      dob: '1961-02-28',
      from: '2026-01-31',
    }),
  },
  passed: {
    'where a plan of 100 or more is first': msp({ first: 'plan', says: LARGE, ...DISABLED }),
    'where Medicare is before a smaller one': msp({ first: 'medicare', says: SMALL, ...DISABLED }),
    'from the month of the 65th birthday': msp({
      first: 'plan',
      says: MIDDLE,
      reasons: ['disability'],
      dob: '1961-02-28',
      from: '2026-02-01',
    }),
    'where the form says disabled': msp({ first: 'plan', dob: '1980-05-05', more: { form: aForm({ msp: '43' }) } }),
  },
  unknown: {
    'until the reason for Medicare is said': [
      msp({ first: 'plan', says: LARGE, dob: '1980-05-05' }),
      'why the patient has Medicare',
    ],
    'where age is said of somebody under 65': [
      msp({ first: 'plan', says: LARGE, ...AGE, dob: '1980-05-05' }),
      'why the patient has Medicare: your answer and the birth date differ',
    ],
  },
});

const esrd = (
  day: string,
  first: 'plan' | 'medicare',
  others: Partial<CoverageAnswers> = {},
  reasons: ('esrd' | 'age' | 'disability')[] = ['esrd'],
) =>
  msp({
    first,
    says: { basis: 'retired' },
    reasons,
    others: { esrd: { medicareFrom: '2024-01-01' }, ...others },
    dob: '1980-05-05',
    from: day,
  });

describeCheck('C039', {
  raised: {
    'on the last day of the 30 months, where Medicare is first': esrd('2026-06-30', 'medicare'),
    'on the day after the 30 months, where the plan is first': [esrd('2026-07-01', 'plan'), {}],
    'to be verified, where Medicare is for disability too': [
      esrd('2026-07-01', 'plan', {}, ['esrd', 'disability']),
      { severity: 'decide' },
    ],
    'where Medicare already paid first and the plan is billed first': esrd(
      '2026-06-30',
      'plan',
      { esrd: { medicareFrom: '2024-01-01', medicareWasFirst: true } },
      ['esrd', 'disability'],
    ),
  },
  passed: {
    'on the last day of the 30 months, where the plan is first': esrd('2026-06-30', 'plan'),
    'on the day after, where Medicare is first': esrd('2026-07-01', 'medicare'),
    'where Medicare already paid first': esrd(
      '2026-06-30',
      'medicare',
      { esrd: { medicareFrom: '2024-01-01', medicareWasFirst: true } },
      ['esrd', 'disability'],
    ),
    'where Medicare is for age alone': msp({ first: 'plan', says: LARGE, ...AGE }),
    'where the form says so': msp({
      first: 'plan',
      says: WORKS,
      dob: '1980-05-05',
      more: { form: aForm({ msp: '13' }) },
    }),
  },
  unknown: {
    'until the first day is said': [
      esrd('2026-06-30', 'plan', { esrd: {} }),
      'since when Medicare is for kidney failure',
    ],
    'until it is said whether Medicare paid first': [
      esrd('2026-06-30', 'plan', {}, ['esrd', 'disability']),
      'whether Medicare paid first before the kidney failure',
    ],
    'until the reason for Medicare is said': [
      msp({ first: 'plan', says: { basis: 'retired' } }),
      'why the patient has Medicare',
    ],
  },
});

describeCheck('C040', {
  raised: {
    'where a retiree plan is before Medicare': [
      msp({ first: 'plan', says: { basis: 'retired' }, ...AGE }),
      { title: 'Medicare pays before BRIGHTWATER PPO' },
    ],
    'where COBRA is before Medicare': msp({ first: 'plan', says: { basis: 'cobra' }, ...AGE }),
    'where a plan of a job that ended is before Medicare': msp({
      first: 'plan',
      says: { basis: 'laid-off' },
      ...DISABLED,
    }),
    'where a policy of their own is before Medicare': msp({ first: 'plan', says: { basis: 'individual' } }),
    'where the chart says RETIRED': msp({
      first: 'plan',
      ...AGE,
      policy: { plan: is('PPO RETIRED', 'plan', 'chart') },
    }),
    'where a supplement is before Medicare': msp({ first: 'plan', plan: payer('AARP MEDICARE SUPPLEMENT', 'medigap') }),
  },
  passed: {
    'where Medicare is first': msp({ first: 'medicare', says: { basis: 'retired' }, ...AGE }),
    'inside the 30 months of kidney failure': esrd('2026-06-30', 'plan'),
    'where somebody works': msp({ first: 'plan', says: LARGE, ...AGE }),
    'beside a supplement': msp({ first: 'medicare', plan: payer('AARP MEDICARE SUPPLEMENT', 'medigap') }),
  },
  unknown: {
    'until it is said what the plan is held by': [
      msp({ first: 'plan', ...AGE }),
      'whether BRIGHTWATER PPO comes from a job',
    ],
    'until then also after the 30 months of kidney failure': [
      msp({ first: 'plan', reasons: ['esrd'], others: { esrd: { medicareFrom: '2020-01-01' } }, dob: '1980-05-05' }),
      'whether BRIGHTWATER PPO comes from a job',
    ],
    'while kidney failure is not excluded': [
      msp({ first: 'plan', says: { basis: 'retired' } }),
      'why the patient has Medicare',
    ],
  },
});

const accident = (on: string): Partial<CoverageAnswers> => ({ accident: { kind: 'work', on } });
const medicareFirst = (others: Partial<CoverageAnswers> = {}, more: Partial<Case> = {}) =>
  msp({ first: 'medicare', says: { basis: 'retired' }, ...AGE, others, more });

describeCheck('C041', {
  raised: {
    'where box 10 says YES': [
      medicareFirst({}, { form: aForm({ '10a': 'Y' }) }),
      { title: 'Medicare would pay for an accident' },
    ],
    'where the biller says so, on the day of service': medicareFirst(accident('2026-02-24')),
    'where a health plan is before Medicare': msp({
      first: 'plan',
      says: LARGE,
      ...AGE,
      others: accident('2026-02-01'),
    }),
    'where the form says that somebody is liable': msp({
      first: 'plan',
      says: LARGE,
      ...AGE,
      more: { form: aForm({ msp: '47' }) },
    }),
  },
  passed: {
    'where nothing speaks of an accident': medicareFirst(),
    'where the accident came a day later': medicareFirst(accident('2026-02-25')),
    'where the biller says that there was none': withThird(
      medicareFirst({ accident: { kind: 'none' } }),
      'STATE WORKERS COMP',
    ),
    'where the liable payer is first': two({ primary: WORKERS_COMP, secondary: MEDICARE }),
    'where Medicare is not a payer': aCase({ coverage: { plans: {}, ...accident('2026-02-01') } }),
  },
  unknown: {
    'where the chart has a liable payer': [
      withThird(medicareFirst(), 'STATE WORKERS COMP'),
      'whether an accident is behind the claim',
    ],
    'where its type says so': [
      withThird(medicareFirst(), 'ACME', 'No Fault'),
      'whether an accident is behind the claim',
    ],
    'where the liable payer is second': [
      two({ primary: MEDICARE, secondary: WORKERS_COMP }),
      'whether an accident is behind the claim',
    ],
    'where a policy cannot be read': [
      withThird(medicareFirst(), 'ACME', '', { payer: smudged('ST?') }),
      'the payer or type of a policy in the chart',
    ],
    'where the chart is not read': [without(medicareFirst(), 'chart'), 'the chart'],
  },
});

describeCheck('C048', {
  raised: {
    'where the biller says that the record differs': [
      msp({ first: 'plan', others: { medicareRecord: 'differs' } }),
      { title: "Medicare's own record names another order" },
    ],
  },
  passed: {
    'where it agrees': msp({ first: 'plan', others: { medicareRecord: 'agrees' } }),
    'where nobody was asked': msp({ first: 'plan' }),
    'where Medicare is not a payer': aCase({ coverage: { plans: {}, medicareRecord: 'differs' } }),
  },
  unknown: 'never: it is what the biller says, or nothing',
});

describe('the order of the payers', () => {
  it('is asked by one question for all checks that wait for it', () => {
    const { verdict, unknown } = examine(msp({ first: 'plan' }));
    expect(verdict.kind).toBe('cannot-tell');
    const waiting = unknown.filter(({ question }) => question === 'order');
    expect(waiting.map(({ check }) => check)).toEqual(['C037', 'C039', 'C040']);
    expect([...new Set(waiting.flatMap(({ missing }) => missing.map(({ what }) => what)))].toSorted()).toEqual([
      'whether BRIGHTWATER PPO comes from a job',
      'why the patient has Medicare',
    ]);
  });

  it('blocks nothing of two private plans: what is not known there is only told', () => {
    const { verdict, unknown } = examine(privates());
    expect(verdict.kind).toBe('ready');
    expect(unknown.filter(({ question }) => question === 'order').every(({ blocking }) => !blocking)).toBe(true);
  });

  it.each([
    ['C030', 'decide'],
    ['C035', 'info'],
    ['C037', 'block'],
    ['C048', 'decide'],
  ])('has %s as %s', (id, severity) => {
    expect(checkOf(id).severity).toBe(severity);
  });
});
