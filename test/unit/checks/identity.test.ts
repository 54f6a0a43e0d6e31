import type { Case } from '../../../lib/claim/case';
import type { Policy } from '../../../lib/claim/claim';
import {
  absent,
  aCase,
  aChart,
  aFormCase,
  aPatient,
  aPolicy,
  aPrimaryPolicy,
  BRIGHTWATER,
  is,
  LARKSPUR,
  MEDICARE,
  smudged,
  without,
} from './build';
import { describeCheck } from './table';

const withPolicy = (secondary: Partial<Policy>, changes: Partial<Case> = {}) =>
  aCase({ chart: aChart({ policies: [aPrimaryPolicy(), aPolicy(secondary)] }), ...changes });
const withPrimary = (primary: Partial<Policy>) =>
  aCase({ chart: aChart({ policies: [aPrimaryPolicy(primary), aPolicy()] }) });
const noChart = without(aCase(), 'chart');
const picked = { insuranceId: 'LM44108220', name: 'OKAFOR, DENISE', path: 'search/1' };
const medicareSecond = { secondary: { ...MEDICARE } };
const noSecondary = without(aCase(), 'secondary');

describeCheck('C092', {
  raised: {
    "where the chart's payer ID of the secondary is empty": [
      aCase({
        secondary: { ...LARKSPUR, payerId: '' },
        chart: aChart({ policies: [aPrimaryPolicy(), aPolicy({ payerId: is('') })] }),
      }),
      { title: 'An electronic claim needs the payer ID of the secondary', short: 'Payer ID is missing' },
    ],
    'of the primary too': aCase({
      primary: { ...BRIGHTWATER, payerId: '' },
      chart: aChart({ policies: [aPrimaryPolicy({ payerId: smudged(' ') }), aPolicy()] }),
    }),
  },
  passed: {
    'where both are known': aCase(),
    'on paper': aCase({
      secondary: { ...LARKSPUR, payerId: '', electronicSecondary: 'no' },
      chart: aChart({ policies: [aPrimaryPolicy(), aPolicy({ payerId: is('') })] }),
    }),
    'where the chart shows no payer IDs: the PM adds them': aCase({
      secondary: { ...LARKSPUR, payerId: '' },
      chart: aChart({ policies: [aPrimaryPolicy(), aPolicy({ payerId: absent })] }),
    }),
  },
  unknown: {
    'while the chart is not read': [without(aCase({ secondary: { ...LARKSPUR, payerId: '' } }), 'chart'), 'the chart'],
    'where it cannot be read': [
      aCase({
        secondary: { ...LARKSPUR, payerId: '' },
        chart: aChart({ policies: [aPolicy({ payerId: smudged('#?') })] }),
      }),
      'the payer ID of the secondary',
    ],
  },
});

describeCheck('C093', {
  raised: {
    'where box 1a is empty': [
      aFormCase({ '1a': '' }),
      { title: "Empty: box 1a (Insured's ID)", short: 'Member ID is missing' },
    ],
    "where the chart's secondary has none": withPolicy({ memberId: is('') }),
    "where the chart's primary has none": withPrimary({ memberId: smudged('  ') }),
  },
  passed: {
    'where both are in the chart': aCase(),
    'beside an inactive policy without an ID': aCase({
      chart: aChart({ policies: [aPrimaryPolicy(), aPolicy({ active: is(false), memberId: is('') }), aPolicy()] }),
    }),
    'where one was picked in the search': withPolicy({ memberId: absent }, { picked }),
    'where the form holds both': without(aFormCase(), 'chart'),
    'where no secondary is on file, which is C024': noSecondary,
  },
  unknown: {
    'while the chart is not read': [noChart, 'the chart'],
    'where the chart shows no IDs': [withPolicy({ memberId: absent }), "the secondary's member ID"],
    'where an ID cannot be read': [withPrimary({ memberId: smudged('BW??') }), "the primary's member ID"],
    "where the chart's secondary is another payer": [
      withPolicy({ payer: is('SOMEBODY ELSE') }),
      'the secondary policy of LARKSPUR MUTUAL in the chart',
    ],
    'where two policies of the payer could be meant': [
      aCase({ chart: aChart({ policies: [aPrimaryPolicy(), aPolicy(), aPolicy()] }) }),
      'the secondary policy of LARKSPUR MUTUAL in the chart',
    ],
  },
});

describeCheck('C097', {
  raised: {
    'where box 3 has no birth date': [aFormCase({ '3': '' }), { title: "Empty: box 3 (Patient's birth date)" }],
    'where no sex is chosen in box 3': aFormCase({ '3.sex': '' }),
    'where another insured has no birth date in box 11a': aFormCase({ '6': 'SPOUSE', '11a': '' }),
    "where the chart's other insured has none": withPolicy({ relationship: is('spouse'), insuredDob: is('') }),
    'where the patient strip has an empty birth date': aCase({ patient: aPatient({ dob: smudged('') }) }),
  },
  passed: {
    'where all of it is there': aCase(),
    'on the form': aFormCase(),
    'where the patient is the insured, whose own stands in box 3': aFormCase({ '11a': '', '11a.sex': '' }),
    'where the chart shows no sex: the form will': aCase({ chart: aChart({ sex: absent }) }),
    'with Medicare second, whose insured is the patient': aFormCase(
      { '6': 'SPOUSE', '11a': '', '11a.sex': '' },
      [],
      medicareSecond,
    ),
  },
  unknown: {
    'while the chart is not read': [noChart, 'the chart'],
    'where the birth date is on no page': [aCase({ patient: aPatient({ dob: absent }) }), "the patient's birth date"],
    'where the birth date cannot be read': [
      aCase({ patient: aPatient({ dob: smudged('02/30/1958') }) }),
      "the patient's birth date",
    ],
    'where the sex cannot be read': [aCase({ chart: aChart({ sex: smudged('?') }) }), "the patient's sex"],
  },
});

describeCheck('C098', {
  raised: {
    'where box 6 is empty': [aFormCase({ '6': '' }), { title: 'Empty: box 6 (Relationship to insured)' }],
    'where the chart has an empty relationship': withPolicy({ relationship: smudged('') }),
    'where Self has another name in the chart': [
      withPolicy({ insured: is({ last: 'OKAFOR', first: 'SAMUEL', middle: '' }) }),
      { title: 'The patient is the insured, but the name of the insured of the secondary differs' },
    ],
    'where Self has another birth date in the chart': withPrimary({ insuredDob: is('1958-04-13') }),
    'where Self has another name on the form': aFormCase({ '4': 'OKAFOR, SAMUEL' }),
    'where Self has another birth date on the form': aFormCase({ '11a': '04/13/1958' }),
  },
  passed: {
    'where they fit': aCase(),
    'on the form': aFormCase(),
    'by names that differ in case and punctuation only': aFormCase({ '4': 'Okafor, Denise M.' }),
    'by SAME in box 4': aFormCase({ '4': 'SAME' }),
    'for a spouse with another name': withPolicy({
      relationship: is('spouse'),
      insured: is({ last: 'OKAFOR', first: 'SAMUEL', middle: '' }),
    }),
    'where the chart shows no relationship: the form will': withPolicy({ relationship: absent }),
    'where no secondary is on file, which is C024': noSecondary,
  },
  unknown: {
    'while the chart is not read': [noChart, 'the chart'],
    'where the relationship cannot be read': [
      withPolicy({ relationship: smudged('18?') }),
      "the patient's relationship to the insured of the secondary",
    ],
    'where the name of Self cannot be read': [withPolicy({ insured: smudged('#') }), 'the insured of the secondary'],
    'where the patient’s own name cannot be read': [
      aCase({ patient: aPatient({ name: smudged('#') }) }),
      'name or birth date of the patient',
    ],
  },
});

describeCheck('C101', {
  raised: {
    'where the chart has one ID for two payers': [
      withPolicy({ memberId: is('BW-2288401') }),
      { short: "ID is the primary's" },
    ],
    "where box 1a holds the primary's ID": aFormCase({ '1a': 'BW2288401' }),
  },
  passed: {
    'for two IDs': aCase(),
    'for one payer, which is C025': withPolicy({}, { secondary: BRIGHTWATER }),
    'where no secondary is on file, which is C024': noSecondary,
  },
  unknown: {
    'while the chart is not read': [noChart, 'the chart'],
    "where the primary's ID is not there": [withPrimary({ memberId: absent }), "the primary's member ID"],
    "where the secondary's ID is not there": [withPolicy({ memberId: absent }), "the secondary's member ID"],
  },
});
