import { describe, expect, it } from 'vitest';
import { SECTIONS } from '../../../lib/checks/catalogue';
import type { Case, PayerFacts } from '../../../lib/claim/case';
import type { Adjustment, Policy } from '../../../lib/claim/claim';
import type { CoverageAnswers } from '../../../lib/claim/coverage';
import type { ListWords } from '../../../lib/claim/payer-words';
import { anAnswer } from '../../era/build';
import {
  ADDRESS,
  aBox,
  absent,
  aCase,
  aChart,
  adjustment,
  aForm,
  aFormCase,
  aLedger,
  aLine,
  aMedicareCase,
  aPatient,
  aPolicy,
  aPosting,
  aPrimaryPolicy,
  aRow,
  aSecondaryRow,
  aSecondLine,
  BRIGHTWATER,
  CHECK_DATE,
  DOS,
  is,
  LARKSPUR,
  MEDICARE,
  smudged,
  TODAY,
  without,
} from './build';
import { denied } from './code-cases';
import { checkOf, describeCheck } from './table';

/** The day before and after the service, 02/24/2026. */
const [BEFORE, AFTER] = ['2026-02-23', '2026-02-25'];

const chartOf = (...policies: Policy[]) => aCase({ chart: aChart({ policies }) });
const withSecondary = (changes: Partial<Policy>, more: Partial<Case> = {}) =>
  aCase({ chart: aChart({ policies: [aPrimaryPolicy(), aPolicy(changes)] }), ...more });
const withPrimary = (changes: Partial<Policy>, more: Partial<Case> = {}) =>
  aCase({ chart: aChart({ policies: [aPrimaryPolicy(changes), aPolicy()] }), ...more });
const noChart = without(aCase(), 'chart');
const noSecondary = without(aCase(), 'secondary');
const listWords = (lists: { [K in keyof ListWords]: NonNullable<ListWords[K]>['value'] }): ListWords =>
  Object.fromEntries(
    Object.entries(lists).map(([key, value]) => [key, { value, by: 'Claim Post', asOf: '2026-01-15' }]),
  );

const MEDICAID: PayerFacts = { name: 'TEXAS MEDICAID', payerId: 'TXMCD', kind: 'medicaid', electronicSecondary: 'yes' };
const MEDIGAP: PayerFacts = { ...LARKSPUR, kind: 'medigap' };
const COMP: PayerFacts = { ...BRIGHTWATER, name: 'HILLSIDE WORKERS COMP', kind: 'other' };

describeCheck('C026', {
  raised: {
    'where it ended the day before the service': [
      withSecondary({ terminated: is(BEFORE) }),
      {
        title: 'LARKSPUR MUTUAL ended on 02/23/2026 and did not cover the service',
        short: 'Secondary was not in force',
      },
    ],
    'where it began the day after': [
      withSecondary({ effective: is(AFTER) }),
      { title: 'LARKSPUR MUTUAL began on 02/25/2026 and did not cover the service' },
    ],
    'where it is marked inactive without an end date': [
      withSecondary({ active: is(false) }),
      { title: 'LARKSPUR MUTUAL is marked inactive and did not cover the service' },
    ],
    'where it ended within the days of service': withSecondary(
      { terminated: is('2026-02-26') },
      { row: aRow({ dos: is({ from: DOS, to: '2026-02-27' }) }) },
    ),
    'where both policies of it ended before': chartOf(
      aPrimaryPolicy(),
      aPolicy({ terminated: is(BEFORE) }),
      aPolicy({ terminated: is('2025-01-31') }),
    ),
  },
  passed: {
    'on its last day': withSecondary({ terminated: is(DOS) }),
    'on its first day': withSecondary({ effective: is(DOS) }),
    'without dates, which set no limit': withSecondary({ effective: absent, terminated: absent, active: absent }),
    'with empty date cells': withSecondary({ effective: smudged(' '), terminated: smudged('') }),
    'where it is inactive now and ended after the service': withSecondary({
      active: is(false),
      terminated: is('2026-03-31'),
    }),
    'where one of two policies covered the service': chartOf(
      aPrimaryPolicy(),
      aPolicy({ terminated: is(BEFORE) }),
      aPolicy(),
    ),
    'without a secondary, of which C024 speaks': noSecondary,
  },
  unknown: {
    'while the chart is not read': [noChart, 'the chart'],
    'where its start cannot be read': [
      withSecondary({ effective: smudged('13/45/2026') }),
      'the start date of the secondary policy in the chart',
    ],
    'where its end cannot be read': [
      withSecondary({ terminated: smudged('?') }),
      'the end date of the secondary policy in the chart',
    ],
    'where its mark cannot be read': [
      withSecondary({ active: smudged('ACT?') }),
      'whether the secondary policy in the chart is active',
    ],
    'where the day of service cannot be read': [aCase({ row: aRow({ dos: smudged('?') }) }), 'the date of service'],
    'where the chart has another secondary': [
      withSecondary({ payer: is('ORCHARD LIFE') }),
      'the secondary policy of LARKSPUR MUTUAL in the chart',
    ],
  },
});

const third = (changes: Partial<Policy> = {}) =>
  aPolicy({ rank: is('tertiary'), payer: is('ORCHARD LIFE'), ...changes });

describeCheck('C027', {
  raised: {
    'where two are primary at once': [
      chartOf(aPrimaryPolicy(), aPrimaryPolicy({ payer: is('ORCHARD LIFE') }), aPolicy()),
      { title: 'The chart has 2 primary insurers at once', short: 'Two primary insurers' },
    ],
    'where two are secondary at once': [
      chartOf(aPrimaryPolicy(), aPolicy(), aPolicy({ payer: is('ORCHARD LIFE') })),
      { short: 'Two secondary insurers' },
    ],
    'where none is primary on the day': [
      withPrimary({ effective: is(AFTER) }),
      { title: 'No primary insurer in the chart covers the service', short: 'No primary in the chart' },
    ],
    'where another insurer is archived': chartOf(
      aPrimaryPolicy({ rank: is('archived'), payer: is('ORCHARD LIFE') }),
      aPolicy(),
    ),
    'where the primary ended before the service and is archived': chartOf(
      aPrimaryPolicy({ rank: is('archived'), terminated: is(BEFORE) }),
      aPolicy(),
    ),
    'where a third stands without a second': [
      aCase({ chart: aChart({ policies: [aPrimaryPolicy(), third()] }) }),
      { title: 'The chart has a third insurer and no second', short: 'Third insurer without a second' },
    ],
    'where the third payer was billed and the second was not': [
      aCase({ siblings: [aSecondaryRow({ level: is('T') })] }),
      { title: 'The third payer was billed (claim 8841299), the second was not', short: 'Second payer was skipped' },
    ],
  },
  passed: {
    'with one of each': chartOf(aPrimaryPolicy(), aPolicy(), third()),
    'where the other primary ended the day before': chartOf(
      aPrimaryPolicy(),
      aPrimaryPolicy({ payer: is('ORCHARD LIFE'), terminated: is(BEFORE) }),
      aPolicy(),
    ),
    'where the other primary began the day after': chartOf(
      aPrimaryPolicy(),
      aPrimaryPolicy({ payer: is('ORCHARD LIFE'), effective: is(AFTER) }),
      aPolicy(),
    ),
    "where the claim's own primary is archived since": chartOf(
      aPrimaryPolicy({ rank: is('archived'), active: is(false), terminated: is('2026-03-01') }),
      aPolicy(),
    ),
    'beside an ancillary plan': chartOf(aPrimaryPolicy(), aPolicy(), aPolicy({ rank: is('ancillary') })),
    'where second and third were billed': aCase({
      siblings: [aSecondaryRow(), aSecondaryRow({ id: is('8841300'), level: is('T') })],
    }),
  },
  unknown: {
    'while the chart is not read': [noChart, 'the chart'],
    'where the chart shows no policy': [chartOf(), 'the policies in the chart'],
    'where the chart shows no ranks': [
      chartOf(aPrimaryPolicy({ rank: absent }), aPolicy({ rank: absent })),
      'the rank of a policy in the chart',
    ],
    'where a rank cannot be read': [
      chartOf(aPrimaryPolicy({ rank: smudged('P?') }), aPolicy()),
      'the rank of a policy in the chart',
    ],
    'where the end of another primary cannot be read': [
      chartOf(aPrimaryPolicy(), aPrimaryPolicy({ terminated: smudged('?') }), aPolicy()),
      'the end date of the primary policy in the chart',
    ],
    'where the payer of the archived policy cannot be read': [
      chartOf(aPrimaryPolicy({ rank: is('archived'), payer: smudged('BRI?') }), aPolicy()),
      'the payer of an archived policy in the chart',
    ],
    'where nobody can tell to whom another claim of the visit went': [
      aCase({ siblings: [aSecondaryRow({ level: smudged('T?') })] }),
      'which payer claim 8841299 was billed to',
    ],
  },
});

describeCheck('C042', {
  raised: {
    'where box 10a says work and the primary is a health plan': [
      aFormCase({ '10a': 'Y' }),
      {
        title: 'Box 10a says YES, but BRIGHTWATER PPO is a health plan',
        short: 'Accident, but a health plan',
        question: 'acknowledge',
      },
    ],
    'where two boxes say so': [
      aFormCase({ '10b': 'Y', '10c': 'Y' }),
      { title: 'Boxes 10b and 10c say YES, but BRIGHTWATER PPO is a health plan' },
    ],
    "where workers' compensation is first and no box names an accident": [
      aFormCase({}, [], { primary: COMP }),
      {
        title: 'HILLSIDE WORKERS COMP insures work injuries, but boxes 10a to 10c name no accident',
        short: 'Box 10 names no accident',
      },
    ],
    'where the list calls the primary an auto insurer': aFormCase({}, [], {
      primary: { ...BRIGHTWATER, lists: listWords({ filingIndicator: 'AM' }) },
    }),
  },
  passed: {
    'while no form is open': aCase({ primary: COMP }),
    'where no box says YES': aFormCase(),
    "where workers' compensation is first and box 10a says so": aFormCase({ '10a': 'Y' }, [], { primary: COMP }),
  },
  unknown: {
    'where the form has no box 10c': [aFormCase({}, ['10c'], { primary: COMP }), 'box 10c of the form'],
    'where nobody knows what the primary is': [
      aFormCase({ '10a': 'Y' }, [], { primary: { ...BRIGHTWATER, kind: 'unknown' } }),
      'what kind of insurer the primary is',
    ],
  },
});

const mspForm = (msp: string, changes: Partial<Case> = {}, values: Record<string, string> = {}) =>
  aFormCase({ msp, ...values }, [], { secondary: MEDICARE, ...changes });

describeCheck('C043', {
  raised: {
    'where Medicare is second and no type is chosen': [
      mspForm(''),
      {
        title: 'Medicare is second, and no insurance type (MSP) is chosen',
        short: 'Insurance type (MSP) missing',
      },
    ],
  },
  passed: {
    'where one is chosen': mspForm('12'),
    'while no form is open': aCase({ secondary: MEDICARE }),
    'where another payer is second': aFormCase({ msp: '' }),
    'on paper': mspForm('', { secondary: { ...MEDICARE, electronicSecondary: 'no' } }),
    'where the form is set to print': mspForm('', {}, { transmission: 'P' }),
  },
  unknown: {
    'where the form has no box for it': [
      aFormCase({}, ['msp'], { secondary: MEDICARE }),
      'the insurance type (MSP) on the form',
    ],
  },
});

const bornOn = (dob: string) => ({ patient: aPatient({ dob: is(dob) }) });
const saidOf = (coverage: Partial<CoverageAnswers>) => ({ coverage: { plans: {}, ...coverage } });
const basis = (name: string, value: 'retired' | 'current-employment' | 'cobra') =>
  saidOf({ plans: { [name]: { basis: value } } });
const withPlan = (plan: string) => ({ chart: aChart({ policies: [aPrimaryPolicy({ plan: is(plan) }), aPolicy()] }) });

describeCheck('C044', {
  raised: {
    'where 12 is chosen for a patient who turns 65 in the next month': [
      mspForm('12', bornOn('1961-03-02')),
      {
        title: 'Insurance type 12, Working aged: 65 or older, employer plan of 20 or more: it does not fit',
        why: 'The patient was not yet 65 on the day of service.',
        short: 'Insurance type 12 does not fit',
      },
    ],
    'where 43 is chosen for a patient who is 65 in this month': [
      mspForm('43', bornOn('1961-02-28')),
      { why: 'The patient was 65 or older on the day of service.' },
    ],
    'where 43 is chosen for one born on the first of the next month': mspForm('43', bornOn('1961-03-01')),
    'where 12 is chosen and the biller said that the plan is a retiree’s': [
      mspForm('12', basis(BRIGHTWATER.name, 'retired')),
      { why: 'The plan before Medicare does not come from work that goes on.' },
    ],
    'where 12 is chosen and the chart names a retiree plan': mspForm('12', withPlan('BRIGHTWATER RETIREE PLAN')),
    'where 43 is chosen for continued coverage': mspForm('43', {
      ...bornOn('1970-01-01'),
      ...basis(BRIGHTWATER.name, 'cobra'),
    }),
    'where 12 is chosen and box 11b says RETIRED': mspForm('12', {}, { '11b': 'RETIRED 06012020' }),
    'where 13 is chosen and the patient has Medicare for age alone': mspForm('13', saidOf({ medicareFor: ['age'] })),
    'where 15 is chosen and box 10a says NO': [
      mspForm('15'),
      { why: 'Box 10a does not say that it happened at work.' },
    ],
    'where 15 is chosen and the accident was in a car': mspForm('15', {}, { '10b': 'Y' }),
    'where 14 is chosen without an accident': [
      mspForm('14'),
      { why: 'Neither box 10b nor box 10c names an accident.' },
    ],
    'where 47 is chosen for a work injury': mspForm('47', {}, { '10a': 'Y' }),
  },
  passed: {
    'where 12 is chosen for one born on the first of the next month': mspForm('12', bornOn('1961-03-01')),
    'where 12 is chosen in the month of the birthday': mspForm('12', bornOn('1961-02-28')),
    'where 43 is chosen the month before': mspForm('43', bornOn('1961-03-02')),
    'where the plan comes from work that goes on': mspForm('12', basis(BRIGHTWATER.name, 'current-employment')),
    'where 13 is chosen and nothing speaks against it': mspForm('13'),
    'where 13 is chosen for kidney failure': mspForm('13', saidOf({ medicareFor: ['age', 'esrd'] })),
    'where 15 is chosen and box 10a says YES': mspForm('15', {}, { '10a': 'Y' }),
    'where 15 is chosen and the biller said that it was work': mspForm(
      '15',
      saidOf({ accident: { kind: 'work', on: '2026-01-05' } }),
    ),
    'where 14 is chosen and another accident is named': mspForm('14', {}, { '10c': 'Y' }),
    'where 47 is chosen and a car accident is named': mspForm('47', {}, { '10b': 'Y' }),
    'where a federal program is first': mspForm('42'),
    'where no type is chosen, of which C043 speaks': mspForm(''),
    'where another payer is second': aFormCase({ msp: '12' }, [], bornOn('1990-01-01')),
    'while no form is open': aCase({ secondary: MEDICARE }),
  },
  unknown: {
    'where the birth date cannot be read': [
      mspForm('12', { patient: aPatient({ dob: smudged('?') }) }),
      "the patient's birth date",
    ],
    'where the day of service cannot be read': [
      mspForm('43', { row: aRow({ dos: smudged('?') }) }),
      'the date of service',
    ],
    'while the chart is not read': [without(mspForm('12'), 'chart'), 'the chart'],
    "where the primary's plan cannot be read": [
      mspForm('12', { chart: aChart({ policies: [aPrimaryPolicy({ plan: smudged('RET') }), aPolicy()] }) }),
      "the primary's plan in the chart",
    ],
    'where the form has no box 10a': [
      aFormCase({ msp: '15' }, ['10a'], { secondary: MEDICARE }),
      'box 10a of the form',
    ],
    'where the type is none': [mspForm('99'), 'the insurance type (MSP) on the form'],
  },
});

describeCheck('C045', {
  raised: {
    'where a type is chosen for another payer': [
      aFormCase({ msp: '47' }),
      {
        title: 'Insurance type 47, Other liability insurance, but the claim goes to LARKSPUR MUTUAL',
        short: 'Insurance type is not wanted',
      },
    ],
    'where Medicare is first': aMedicareCase([], { form: aFormCase({ msp: '12' }).form! }),
    'where it is none of the types': aFormCase({ msp: 'AP' }),
  },
  passed: {
    'where none is chosen': aFormCase({ msp: '' }),
    'where the form has no box for it': aFormCase(),
    'where Medicare is second': mspForm('12'),
    'where a Medicare Advantage plan is second': aFormCase({ msp: '12' }, [], {
      secondary: { ...LARKSPUR, kind: 'medicare-advantage' },
    }),
    'while no form is open': aCase(),
    'without a secondary': noSecondary,
  },
  unknown: {
    'where nobody knows whether the payer is Medicare': [
      aFormCase({ msp: '12' }, [], { secondary: { ...LARKSPUR, kind: 'unknown' } }),
      'whether LARKSPUR MUTUAL is Medicare',
    ],
  },
});

const medicaidSecond = (primary: PayerFacts, more: Partial<Case> = {}) =>
  aCase({ primary, secondary: MEDICAID, ...more });

describeCheck('C072', {
  raised: {
    "where workers' compensation has a health plan's indicator": [
      medicaidSecond({ ...COMP, lists: listWords({ filingIndicator: 'CI' }) }),
      {
        title: 'HILLSIDE WORKERS COMP has filing indicator CI, not WC',
        short: 'Filing indicator is not WC',
        question: 'acknowledge',
      },
    ],
    'where the remittance of an auto insurer says 12': [
      medicaidSecond(
        { ...BRIGHTWATER, name: 'BRIGHTWATER AUTO INSURANCE' },
        {
          remittance: [
            anAnswer({ payment: { payer: { name: 'BRIGHTWATER AUTO INSURANCE', id: '', idQualifier: '', ids: {} } } }),
          ],
        },
      ),
      { short: 'Filing indicator is not AM' },
    ],
    'where Title V is first under another indicator': medicaidSecond({
      ...BRIGHTWATER,
      name: 'TITLE V CHILDREN',
      lists: listWords({ filingIndicator: '11' }),
    }),
  },
  passed: {
    'where it is WC': medicaidSecond({ ...COMP, lists: listWords({ filingIndicator: ' wc ' }) }),
    'where a health plan is first': medicaidSecond(BRIGHTWATER),
    'where Medicaid is not second': aCase({ primary: COMP }),
  },
  unknown: { 'where nothing says the indicator': [medicaidSecond(COMP), "the primary's claim filing indicator"] },
});

const medigapCase = (...lines: [paid: number, ...adjustments: Adjustment[]][]): Case =>
  aMedicareCase([], {
    secondary: MEDIGAP,
    ledger: aLedger({
      lines: lines.map(([paid, ...adjustments], i) => {
        const charge = paid + adjustments.reduce((sum, { amount }) => sum + amount, 0);
        return aLine({
          n: i + 1,
          charge: is(charge),
          postings: [aPosting({ paid: is(paid), adjustments: is(adjustments) })],
        });
      }),
    }),
  });
const CO45 = adjustment('CO', '45', 5000);

describeCheck('C075', {
  raised: {
    'where Medicare covers nothing of what a supplement would share': [
      medigapCase([0, adjustment('PR', '96', 8500)]),
      { title: 'LARKSPUR MUTUAL has nothing to pay on this claim', short: 'Secondary will pay $0.00', lines: [1] },
    ],
    'where the share is not coinsurance, and Medicaid pays the cost share alone': aCase({
      secondary: { ...MEDICAID, lists: listWords({ cobMethod: 'medicaid_lesser_of_line' }) },
      ledger: aLedger({
        lines: [aLine({ postings: [aPosting({ adjustments: is([CO45, adjustment('PR', '45', 1660)]) })] })],
      }),
    }),
  },
  passed: {
    'where a cent of coinsurance is left': medigapCase([0, adjustment('PR', '96', 8499), adjustment('PR', '2', 1)]),
    'where an excess charge is left': medigapCase([8000, CO45, adjustment('PR', '45', 1)]),
    'where a copay is left on another line': medigapCase(
      [0, adjustment('PR', '96', 8500)],
      [7500, adjustment('PR', '3', 1000)],
    ),
    'where C060 says that nothing is left': medigapCase([8500, CO45]),
    'where it is not known how the secondary pays': denied('PR-96'),
    'where Medicaid may pay up to its own allowance': denied('PR-96', { secondary: MEDICAID }),
    'where Medicaid prices what the primary denied on its own': denied('PR-96', {
      secondary: { ...MEDICAID, lists: listWords({ cobMethod: 'medicaid_full_cost_share' }) },
    }),
    'where Medicare is second to a primary that paid nothing': denied('PR-96', { secondary: MEDICARE }),
    'where TRICARE is second': denied('PR-96', { secondary: { ...LARKSPUR, kind: 'tricare' } }),
    'without a secondary': noSecondary,
  },
  unknown: {
    'while the ledger is not read': [without(medigapCase([0, adjustment('PR', '96', 8500)]), 'ledger'), 'the ledger'],
    'where a payment cannot be read': [
      aMedicareCase([], {
        secondary: MEDIGAP,
        ledger: aLedger({ lines: [aLine({ postings: [aPosting({ paid: smudged('?') })] })] }),
      }),
      'the amount paid on line 1',
    ],
  },
});

describeCheck('C087', {
  raised: {
    'where claim and line have a date': [
      aFormCase({ adjDate: '03/10/2026' }),
      {
        title: 'The adjudication date stands for the claim and for its lines',
        short: 'Adjudication date twice',
        lines: [1, 2],
      },
    ],
    'where one line has one': [aFormCase({ adjDate: '03/10/2026', '24.1.adjDate': '' }), { lines: [2] }],
    'whatever stands there': aFormCase({ adjDate: '?' }),
  },
  passed: {
    'where the lines alone have one': aFormCase({ adjDate: '' }),
    'where the claim alone has one': aFormCase({ adjDate: '03/10/2026', '24.1.adjDate': '', '24.2.adjDate': '' }),
    'where the form has no date of the claim': aFormCase(),
    'while no form is open': aCase(),
  },
  unknown: 'never: a form shows its boxes, and what stands in one is there',
});

/** LARKSPUR gives a year: the last day is 02/24/2027. */
const onDay = (today: string, more: Partial<Case> = {}) => aCase({ today, ...more });
const received = anAnswer({ claim: { dates: { service: null, received: '2026-02-27', coverageEnded: null } } });

describeCheck('C091', {
  raised: {
    '60 days before the deadline': [
      onDay('2026-12-26'),
      {
        title: 'No proof is seen that BRIGHTWATER PPO got the claim in time',
        why: 'The time to file ends on 02/24/2027; a payer that denies it as late wants to see that the first claim was in time.',
        short: 'No proof of first filing',
      },
    ],
    'after it': onDay('2027-03-01'),
    'where the remittance has no date of receipt': onDay('2027-01-15', { remittance: [anAnswer()] }),
    'where the notes tell of something else': onDay('2027-01-15', { row: aRow({ notes: is('Called payer') }) }),
    'where the notes tell of a rejection': onDay('2027-01-15', {
      row: aRow({ notes: is('277CA rejected 02/27/2026') }),
    }),
    'where the notes ask for proof': onDay('2027-01-15', {
      row: aRow({ notes: is('Need proof of timely; 999 called') }),
    }),
    'without notes on the page': onDay('2027-01-15', { row: aRow({ notes: absent }) }),
  },
  passed: {
    '61 days before the deadline': onDay('2026-12-25'),
    'where a remittance says when the claim was received': onDay('2027-01-15', { remittance: [received] }),
    'where the notes tell of the 277CA': onDay('2027-01-15', { row: aRow({ notes: is('277CA accepted 02/27/2026') }) }),
    'where the notes tell of an acknowledgment': onDay('2027-01-15', {
      row: aRow({ notes: is('Acknowledged by payer') }),
    }),
    'where the notes tell of an accepted 999': onDay('2027-01-15', {
      row: aRow({ notes: is('No call. 999 accepted 02/27/2026') }),
    }),
    'where no limit is known': aCase({ secondary: { ...BRIGHTWATER, name: 'LARKSPUR MUTUAL' } }),
  },
  unknown: {
    'where the day of service cannot be read': [
      onDay('2027-01-15', { row: aRow({ dos: smudged('?') }) }),
      'the date of service',
    ],
    'where the notes cannot be read': [
      onDay('2027-01-15', { row: aRow({ notes: smudged('27?') }) }),
      'the notes of the claim',
    ],
  },
});

const medigapForm = (values: Record<string, string>, drop: string[] = []) =>
  aMedicareCase([], { secondary: MEDIGAP, form: aFormCase(values, drop).form! });

describeCheck('C096', {
  raised: {
    'where the ID is 54999': [
      medigapForm({ '9d': '54999' }),
      { title: 'Box 9d says 54999, which is no Medigap ID', short: 'Box 9d is no Medigap ID', question: 'acknowledge' },
    ],
    'where it is 60000': medigapForm({ '9d': '60000' }),
    'where it has four digits': medigapForm({ '9d': '5500' }),
    'where box 9a marks a Medigap policy and 9d names the plan': medigapForm({
      '9a': 'MEDIGAP 1234',
      '9d': 'LARKSPUR PLAN G',
    }),
    'where box 9a marks one and 9d is empty': [
      medigapForm({ '9a': 'MGAP 1234', '9d': '' }),
      { title: 'Box 9d has no ID of the Medigap insurer' },
    ],
  },
  passed: {
    'where the ID is 55000': medigapForm({ '9d': '55000' }),
    'where it is 59999': medigapForm({ '9a': 'MG 1234', '9d': '59999' }),
    'where box 9d names the plan and nothing asks for a crossover': medigapForm({}),
    'where Medicare is not first': aFormCase({ '9d': '54999' }, [], { secondary: MEDIGAP }),
    'while no form is open': aMedicareCase([], { secondary: MEDIGAP }),
  },
  unknown: {
    'where box 9a marks a policy and the form has no box 9d': [
      medigapForm({ '9a': 'MEDIGAP 1234' }, ['9d']),
      'box 9d of the form',
    ],
  },
});

const OTHER = { relationship: is('spouse' as const), insured: is({ last: 'OKAFOR', first: 'PAUL', middle: '' }) };
const spouseForm = (values: Record<string, string>, drop: string[] = [], more: Partial<Case> = {}) =>
  aFormCase({ '6': 'SPOUSE', ...values }, drop, {
    ...withSecondary(OTHER),
    ...more,
    form: aFormCase({ '6': 'SPOUSE', ...values }, drop).form!,
  });

describeCheck('C099', {
  raised: {
    'where box 4 is empty and the spouse is the insured': [
      spouseForm({ '4': '' }),
      { title: "Empty: box 4 (Insured's name)", short: 'Insured: name or address empty' },
    ],
    'where the city in box 7 is empty': spouseForm({ '7.city': '' }),
    "where the chart has no name of the primary's insured": [
      withPrimary({ ...OTHER, insured: is('' as never) }),
      { title: 'Empty: the name of the insured of the primary' },
    ],
    'where the ZIP in the chart is empty': [
      withSecondary({ ...OTHER, insuredAddress: is({ ...ADDRESS, zip: ' ' }) }),
      { title: 'Empty: the address of the insured of the secondary' },
    ],
    'where the form has no box 4 and the chart no name': spouseForm(
      {},
      ['4'],
      withSecondary({ ...OTHER, insured: smudged(' ') }),
    ),
  },
  passed: {
    'where the patient is the insured': withSecondary({ insured: is('' as never), insuredAddress: smudged('') }),
    'where name and address are in the chart': withSecondary(OTHER),
    'where they are on the form': spouseForm({}),
    'where box 7 says SAME': spouseForm({ '7.street': 'SAME', '7.city': '', '7.state': '', '7.zip': '' }),
    'where box 6 says Self, whatever the chart says': aFormCase({ '4': '', '7.city': '' }, [], withSecondary(OTHER)),
    'where the chart does not show the address: the form will': withSecondary({ ...OTHER, insuredAddress: absent }),
    'in the Medicare-secondary view, of which C108 speaks': spouseForm({ '4': '' }, [], { secondary: MEDICARE }),
    'without a secondary': noSecondary,
  },
  unknown: {
    'while the chart is not read': [noChart, 'the chart'],
    'where the relationship cannot be read': [
      withPrimary({ relationship: smudged('S?') }),
      "the patient's relationship to the insured of the primary",
    ],
    'where the address cannot be read': [
      withSecondary({ ...OTHER, insuredAddress: smudged('12 E#M') }),
      'the address of the insured of the secondary',
    ],
  },
});

const PROVIDERS = { '33a': '1999999984', '25': '741234567', '24.1.J': '1999999976', '24.2.J': '1999999976' };
const medicaidForm = (values: Record<string, string> = {}, drop: string[] = []) =>
  aFormCase({ ...PROVIDERS, ...values }, drop, { secondary: MEDICAID });

describeCheck('C102', {
  raised: {
    'where the billing NPI is empty': [
      medicaidForm({ '33a': '' }),
      { title: 'Empty: box 33a (Billing provider NPI)', short: 'NPI or tax ID is missing', question: 'acknowledge' },
    ],
    'where the tax ID is empty': medicaidForm({ '25': ' ' }),
    'where a line has no rendering provider': [medicaidForm({ '24.2.J': '' }), { lines: [2] }],
  },
  passed: {
    'where all are there': medicaidForm(),
    'where an unused line has none': medicaidForm({ '24.3.J': '' }),
    'where Medicaid is not second': aFormCase({ '33a': '' }),
    'while no form is open': aCase({ secondary: MEDICAID }),
  },
  unknown: { 'where the form has no such box': [medicaidForm({}, ['33a']), 'box 33a of the form'] },
});

/** The primary left 24.60 and 12.67 to the patient. */
const liabilityForm = (values: Record<string, string>, more: Partial<Case> = {}) => aFormCase(values, [], more);
const wantsLiability = { secondary: { ...LARKSPUR, lists: listWords({ eafRequired: 'yes' }) } };

describeCheck('C117', {
  raised: {
    'where it stands for the claim and on a line': [
      liabilityForm({ eaf: '37.27', '24.1.eaf': '24.60' }),
      {
        severity: 'block',
        title: 'The remaining patient liability stands for the claim and for its lines',
        short: 'Patient liability twice',
        lines: [1],
      },
    ],
    'where the payer wants it and none stands there': [
      liabilityForm({ eaf: '', '24.1.eaf': '', '24.2.eaf': '' }, wantsLiability),
      {
        title: 'LARKSPUR MUTUAL wants the remaining patient liability, and the form has none',
        short: 'Patient liability is missing',
        question: 'acknowledge',
      },
    ],
    'where it is a cent more than the share': [
      liabilityForm({ '24.1.eaf': '24.60', '24.2.eaf': '12.68' }),
      {
        severity: 'info',
        title: 'The form says the patient owes $37.28, the primary left $37.27',
        short: 'Liability above the share',
      },
    ],
  },
  passed: {
    'where the lines have the share': liabilityForm(
      { eaf: '', '24.1.eaf': '24.60', '24.2.eaf': '12.67' },
      wantsLiability,
    ),
    'where the claim alone has it': liabilityForm({ eaf: '37.27' }),
    'where it is less, as for what the patient paid': liabilityForm({ '24.1.eaf': '4.60' }),
    'where nobody asks for it': liabilityForm({ eaf: '' }),
    'where the form has no such box': aFormCase({}, [], wantsLiability),
    'while no form is open': aCase(wantsLiability),
  },
  unknown: {
    'where an amount cannot be read': [
      liabilityForm({ '24.1.eaf': '24.6O' }),
      'the remaining patient liability of line 1 on the form',
    ],
    'while the ledger is not read': [without(liabilityForm({ eaf: '40.00' }), 'ledger'), 'the ledger'],
    'where the share cannot be read': [
      liabilityForm(
        { eaf: '40.00' },
        { ledger: aLedger({ lines: [aLine({ postings: [aPosting({ paid: smudged('?') })] })] }) },
      ),
      "the patient's share",
    ],
  },
});

const postedBy = (payer: string, changes: Partial<Case> = {}) =>
  aCase({
    ledger: aLedger({ lines: [aLine(), aSecondLine({ postings: [aPosting({ payer: is(payer) })] })] }),
    ...changes,
  });

describeCheck('C118', {
  raised: {
    "where a line stands at the primary's level under the secondary": [
      postedBy('LARKSPUR MUTUAL'),
      {
        title: 'Line 2: posted as BRIGHTWATER PPO’s under LARKSPUR MUTUAL',
        short: 'Line 2: other payer ID',
        lines: [2],
      },
    ],
    'where it stands under a third insurer of the chart': postedBy('ORCHARD LIFE', {
      chart: aChart({ policies: [aPrimaryPolicy(), aPolicy(), third({ payerId: is('ORC01') })] }),
    }),
  },
  passed: {
    'where all bear the primary': aCase(),
    'where a posting bears no payer': postedBy(''),
    'where the name is another spelling of the primary': postedBy('BRIGHTWATER'),
    'where the name is of no payer in the chart': postedBy('BW TRUST'),
    'where both names have one payer ID': postedBy('ORCHARD LIFE', {
      chart: aChart({ policies: [aPrimaryPolicy(), aPolicy(), third({ payerId: is('BRW01') })] }),
    }),
    'where the posting is the secondary’s': aCase({
      ledger: aLedger({
        lines: [aLine({ postings: [aPosting(), aPosting({ level: is('S'), payer: is('LARKSPUR MUTUAL') })] })],
      }),
    }),
  },
  unknown: {
    'while the ledger is not read': [without(aCase(), 'ledger'), 'the ledger'],
    'where the payer of a posting cannot be read': [
      aCase({ ledger: aLedger({ lines: [aLine({ postings: [aPosting({ payer: smudged('BR?') })] })] }) }),
      'the payer of a posting of line 1',
    ],
    'where the chart that would name the other payer is not read': [
      without(postedBy('ORCHARD LIFE'), 'chart'),
      'the chart',
    ],
    'where a payer in the chart cannot be read': [
      postedBy('ORCHARD LIFE', {
        chart: aChart({ policies: [aPrimaryPolicy(), aPolicy(), third({ payer: smudged('?') })] }),
      }),
      'the payer of a policy in the chart',
    ],
  },
});

const billedTo = (secondary: PayerFacts, box1: string, more: Partial<Case> = {}) =>
  aFormCase({ '1': box1 }, [], { secondary, ...more });

describeCheck('C121', {
  raised: {
    'where box 1 is empty': [
      billedTo(LARKSPUR, ''),
      { title: 'Box 1 names no type of insurance', short: 'Box 1 is empty' },
    ],
    'where box 1 says group and Medicare is second': [
      billedTo(MEDICARE, 'GROUP HEALTH PLAN'),
      {
        title: 'Box 1 says GROUP HEALTH PLAN, but MEDICARE PART B TEXAS is Medicare',
        short: 'Box 1 does not fit the payer',
      },
    ],
    'where box 1 says Medicare and TRICARE is second': billedTo({ ...LARKSPUR, kind: 'tricare' }, 'MEDICARE'),
    'where the list gives Original Medicare the indicator of an Advantage plan': [
      aCase({ secondary: { ...MEDICARE, lists: listWords({ filingIndicator: '16' }) } }),
      {
        title: 'Filing indicator 16, Medicare Advantage, HMO with Medicare risk, but MEDICARE PART B TEXAS is Medicare',
        short: 'Indicator 16 does not fit',
      },
    ],
    'where the list calls Original Medicare commercial': aCase({
      secondary: { ...MEDICARE, lists: listWords({ filingIndicator: 'CI' }) },
    }),
    'where the list gives an insurer the indicator of Medicare': aCase({
      secondary: { ...LARKSPUR, lists: listWords({ filingIndicator: 'mb' }) },
    }),
    'where the remittance of a Medicare Advantage plan says Part B': aCase({
      primary: { ...BRIGHTWATER, kind: 'medicare-advantage' },
      remittance: [anAnswer({ claim: { filingIndicator: 'MB' } })],
    }),
  },
  passed: {
    'where nothing shows an indicator': aCase(),
    'where box 1 fits': billedTo(MEDICARE, 'MEDICARE'),
    'where Medicaid wants MEDICARE in box 1 behind Medicare': billedTo(MEDICAID, 'MEDICARE'),
    'where an insurer sells what box 1 says': billedTo(LARKSPUR, 'MEDICAID'),
    'where the kind of the payer is not known': billedTo({ ...LARKSPUR, kind: 'unknown' }, 'TRICARE'),
    'where box 1 says what the form does not print': billedTo(MEDICARE, 'X'),
    'where a choice in box 1 has no words': aFormCase({}, [], {
      form: {
        ...aForm({}, ['1']),
        boxes: [...aForm({}, ['1']).boxes, aBox('1', 'GR', { control: 'radio', shown: '' })],
      },
    }),
    'where the remittance gives an indicator of any insurer': aCase({ remittance: [anAnswer()] }),
    'where a code is none': aCase({ secondary: { ...MEDICARE, lists: listWords({ filingIndicator: 'XX' }) } }),
    'without a secondary': noSecondary,
  },
  unknown: 'never: what a page or a list does not show, the PM sets; a box that is there is read',
});

describe('a check of coverage', () => {
  it.each(['C026', 'C027', 'C042', 'C043', 'C044', 'C045'])('%s is looked at with the payers', (id) => {
    expect(checkOf(id).section).toBe(SECTIONS[1]);
  });

  it('asks of the day of service, not of today', () => {
    const c = withSecondary({ terminated: is(CHECK_DATE) });
    expect(c.today).toBe(TODAY);
    expect(checkOf('C026').run(c).is).toBe('pass');
  });
});
