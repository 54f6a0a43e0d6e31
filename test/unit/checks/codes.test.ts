import type { Case } from '../../../lib/claim/case';
import { anAnswer, aPerson, aRemitLine, aSecondRemitLine, cas } from '../../era/build';
import {
  absent,
  aCase,
  aChart,
  aFormCase,
  aLedger,
  aLine,
  aMedicareCase,
  aPolicy,
  aPosting,
  aPrimaryPolicy,
  aSecondLine,
  BRIGHTWATER,
  is,
  LARKSPUR,
  MEDICARE,
  smudged,
  without,
} from './build';
import { answered, type Code, denied, said, secondPosting, UNCLEAR, unclear, withCodes } from './code-cases';
import { describeCheck } from './table';

const unread = {
  'while the ledger is not read': [without(aCase(), 'ledger'), 'the ledger'],
  'where the adjustments cannot be read': [
    aCase({ ledger: aLedger({ lines: [aLine({ postings: [aPosting({ adjustments: smudged('CO?') })] })] }) }),
    'the adjustments of line 1',
  ],
  'where an amount of the remittance is not read': [
    answered({ lines: [aRemitLine({ adjustments: [cas('CO-45', null)] }), aSecondRemitLine()] }),
    'an amount of line 1 in the remittance',
  ],
  'where the remittances do not say one thing': [unclear, UNCLEAR],
} satisfies Record<string, [Case, string]>;

const plain = {
  'by the usual answer': aCase(),
  'by the same answer in the remittance': answered(),
};

const third = aPolicy({ rank: is('tertiary'), payer: is('SILVERPINE LIFE') });
const withThird = (changes = {}) =>
  aCase({ chart: aChart({ policies: [aPrimaryPolicy(), aPolicy(), { ...third, ...changes }] }) });

describeCheck('C049', {
  raised: {
    'by a third policy in the chart': [withThird(), { title: 'SILVERPINE LIFE comes third' }],
    'by one that ends on the day of service': withThird({ terminated: is('2026-02-24') }),
  },
  passed: {
    'where there are two': aCase(),
    'by one that ended the day before': withThird({ terminated: is('2026-02-23') }),
    'by one that is not active': withThird({ active: is(false) }),
  },
  unknown: {
    'while the chart is not read': [without(aCase(), 'chart'), 'the chart'],
    'where a rank cannot be read': [withThird({ rank: smudged('3?') }), 'the rank of a policy in the chart'],
  },
});

describeCheck('C050', {
  raised: {
    'by CARC 24 in the posting': [denied('CO-24'), { short: 'Line 2: capitated', lines: [2], question: 'acknowledge' }],
    'by CARC 24 in the remittance': said(0, [['CO-24', 8500]]),
    'by CARC 24 of the whole claim, on no line': [
      answered({ adjustments: [cas('CO-24', 100)] }),
      { short: 'Capitated', lines: [] },
    ],
  },
  passed: plain,
  unknown: unread,
});

describeCheck('C061', {
  raised: {
    'by a line that is not covered, as CO': [
      denied('CO-96'),
      { title: 'Line 2, 97110, was denied at the cost of the practice', short: 'Line 2: denied as CO' },
    ],
    'by a denial that can be mended': denied('CO-16'),
    'by CO amounts that reach the charge together': withCodes(0, [
      ['CO-45', 8499],
      ['CO-50', 1],
    ]),
    'by the remittance': said(0, [['CO-50', 8500]]),
  },
  passed: {
    ...plain,
    'by a cent that is not CO': withCodes(0, [
      ['CO-96', 8499],
      ['PR-2', 1],
    ]),
    'by a cent that was paid': withCodes(1, [['CO-96', 8500]]),
    'by a bundled line': denied('CO-97'),
    'by a denial left to the patient': denied('PR-96'),
    'by a line without a charge': aCase({
      ledger: aLedger({
        lines: [aLine({ charge: is(0), postings: [aPosting({ paid: is(0), adjustments: is([]) })] })],
      }),
    }),
  },
  unknown: unread,
});

describeCheck('C062', {
  raised: {
    'by PR-96': [denied('PR-96'), { short: 'Line 2: PR, not covered' }],
    'by PR-119 in the remittance': said(5000, [['PR-119', 3500]]),
  },
  passed: { ...plain, 'by CO-96': denied('CO-96'), 'by PR-1': denied('PR-1') },
  unknown: unread,
});

describeCheck('C063', {
  raised: {
    'by CARC 16, as a block': [denied('CO-16'), { severity: 'block', short: 'Line 2: fix with primary' }],
    'by CARC 252 of the whole claim, as a block': [
      answered({ adjustments: [cas('CO-252', 100)] }),
      { severity: 'block', short: 'Fix with primary' },
    ],
    'by CARC 4, as a question': [denied('CO-4'), { severity: 'decide', question: 'acknowledge' }],
    'by both kinds, the block first': [
      withCodes(0, [
        ['CO-4', 1],
        ['CO-226', 8499],
      ]),
      { severity: 'block' },
    ],
    'by the remittance': [said(0, [['PR-227', 8500]]), { severity: 'block' }],
  },
  passed: {
    ...plain,
    'by what is not covered': denied('CO-96'),
    'by late filing, which is C065': denied('CO-29'),
    'by an authorization, which is C064': denied('CO-197'),
    'by a reason that a reversal took back': withCodes(0, [
      ['CO-16', 8500],
      ['CO-16', -8500],
      ['CO-45', 8500],
    ]),
  },
  unknown: unread,
});

describeCheck('C064', {
  raised: {
    'by CARC 197': [denied('CO-197'), { short: 'Line 2: no authorization' }],
    'by CARC 302 in the remittance': said(0, [['CO-302', 8500]]),
  },
  passed: { ...plain, 'by CARC 95': denied('CO-95') },
  unknown: unread,
});

describeCheck('C065', {
  raised: {
    'by CARC 29, and says to verify': [
      denied('CO-29'),
      {
        title: 'BRIGHTWATER PPO denied because it was filed late',
        fix: 'Appeal with proof that it was accepted in time, and verify whether LARKSPUR MUTUAL pays at all.',
      },
    ],
    'by the remittance': said(0, [['CO-29', 8500]]),
  },
  passed: { ...plain, 'by a penalty for it': denied('CO-B4') },
  unknown: unread,
});

describeCheck('C066', {
  raised: {
    'by CARC 100': [denied('PR-100'), { short: 'Line 2: paid to others' }],
    'by CARC 294 in the remittance': said(0, [['OA-294', 8500]]),
  },
  passed: { ...plain, 'by a health account': denied('OA-187') },
  unknown: unread,
});

describeCheck('C067', {
  raised: {
    'by PI-45 beside a word that the provider is out of network': [
      withCodes(0, [
        ['PI-45', 8000],
        ['PR-242', 500],
      ]),
      { short: 'Line 2: cut out of network' },
    ],
  },
  passed: { ...plain, 'by PR-242 without a cut': denied('PR-242') },
  unknown: {
    ...unread,
    'where PI-45 stands alone': [denied('PI-45'), "whether you are in the primary's network"],
    'where OA-45 stands alone': [said(0, [['OA-45', 8500]]), "whether you are in the primary's network"],
  },
});

const MEDICAID = { ...LARKSPUR, name: 'TEXAS MEDICAID', kind: 'medicaid' as const };
const remarked = (text: string, changes: Partial<Case> = {}) =>
  aCase({
    ledger: aLedger({ lines: [aLine({ postings: [aPosting({ remarks: is(text, 'ledger/8841207/1/remarks') })] })] }),
    ...changes,
  });
const sentTo = (remarks: string, statementSent = is(true)) =>
  aCase({
    secondary: MEDICAID,
    ledger: aLedger({ statementSent, lines: [aLine({ postings: [aPosting({ remarks: is(remarks) })] })] }),
  });

describeCheck('C071', {
  raised: {
    'by a remark where no payer is Medicaid': [
      remarked('N781 Alert: QMB'),
      { title: 'A QMB patient, and no payer is Medicaid', short: 'QMB without Medicaid' },
    ],
    'by a remark of the remittance': answered({ remarks: ['N192'] }),
    'where the only Medicaid policy is not active': remarked('N783', {
      chart: aChart({
        policies: [aPrimaryPolicy(), aPolicy(), { ...third, payer: is('TEXAS MEDICAID'), active: is(false) }],
      }),
    }),
    'by CARC 209': denied('OA-209'),
    'by a statement although Medicaid is next': [
      sentTo('N782'),
      { title: 'A QMB patient was sent a statement', short: 'QMB patient was billed' },
    ],
  },
  passed: {
    ...plain,
    'where Medicaid is next': remarked('N783', { secondary: MEDICAID }),
    'where Medicaid is another policy in the chart': remarked('N783', {
      chart: aChart({ policies: [aPrimaryPolicy(), aPolicy(), { ...third, payer: is('TEXAS MEDICAID') }] }),
    }),
    'by other remarks': remarked('MA18 forwarded, N930'),
    'on a page that shows no remarks': aCase({
      ledger: aLedger({ lines: [aLine({ postings: [aPosting({ remarks: absent })] })] }),
    }),
  },
  unknown: {
    ...unread,
    'where remarks cannot be read': [
      aCase({ ledger: aLedger({ lines: [aLine({ postings: [aPosting({ remarks: smudged('N7?') })] })] }) }),
      'the remarks of line 1',
    ],
    'where the chart may have Medicaid': [without(remarked('N781'), 'chart'), 'the chart'],
    'where nobody knows what the secondary is': [
      remarked('N781', { secondary: { ...LARKSPUR, kind: 'unknown' } }),
      'whether LARKSPUR MUTUAL is Medicaid',
    ],
    'where the statement mark cannot be read': [sentTo('N781', smudged('?')), 'the statement mark'],
  },
});

const medicareOn = (dos: string, paid: number, codes: readonly Code[] = []): Case =>
  aMedicareCase([], {
    ledger: aLedger({ lines: [aSecondLine({ dos: is(dos), postings: [secondPosting(paid, codes)] })] }),
  });

describeCheck('C073', {
  raised: {
    'by a paid line without CO-253': [
      medicareOn('2026-02-24', 5069, [['CO-45', 3431]]),
      { title: 'Line 2, 97110, has no sequestration', short: 'Line 2: CO-253 missing', question: 'acknowledge' },
    ],
    'on the first day ever': medicareOn('2013-04-01', 5069),
    'on the first day at 1 %': medicareOn('2022-04-01', 5069),
    'on the first day at 2 % again': medicareOn('2022-07-01', 5069),
    'the day before it was suspended': medicareOn('2020-04-30', 5069),
    'by the smallest payment that a cent was cut from': medicareOn('2026-02-24', 25),
    'where 1 % comes to a cent': medicareOn('2022-04-01', 50),
    'by the day of the claim where the ledger shows none': aMedicareCase([], {
      ledger: aLedger({ lines: [aLine({ dos: absent })] }),
    }),
  },
  passed: {
    ...plain,
    'where it is posted': aMedicareCase([]),
    'by PR-253, which is C074': medicareOn('2026-02-24', 5069, [['PR-253', 103]]),
    'the day before it began': medicareOn('2013-03-31', 5069),
    'on the first day without it': medicareOn('2020-05-01', 5069),
    'on the last day without it': medicareOn('2022-03-31', 5069),
    'by a payment too small for a cent': medicareOn('2026-02-24', 24),
    'where 1 % does not come to a cent': medicareOn('2022-06-30', 49),
    'by a line that was not paid': medicareOn('2026-02-24', 0),
    'where a Medicare Advantage plan is first': aCase({ primary: { ...BRIGHTWATER, kind: 'medicare-advantage' } }),
  },
  unknown: {
    'while the ledger is not read': [without(aMedicareCase([]), 'ledger'), 'the ledger'],
    'where the day cannot be read': [
      aMedicareCase([], { ledger: aLedger({ lines: [aLine({ dos: smudged('2/?') })] }) }),
      'the date of service of line 1',
    ],
  },
});

describeCheck('C074', {
  raised: {
    'by PR-253': [withCodes(5069, [['PR-253', 3431]]), { short: 'Line 2: PR-253' }],
    'by PR-253 in the remittance': said(5069, [['PR-253', 3431]]),
  },
  passed: { ...plain, 'by CO-253': aMedicareCase([]) },
  unknown: unread,
});

describeCheck('C076', {
  raised: {
    'by an amount without any code': [
      denied('-'),
      { severity: 'block', title: 'An adjustment has no standard group and reason: no code 85.00' },
    ],
    'by a reason without a group': [denied('-45'), { short: 'Line 2: code is missing' }],
    'by a group without a reason': denied('CO-'),
    'by a reason that is no code': denied('CO-WRITEOFF'),
    'by a code on no list, as a question': [
      denied('CO-999'),
      { severity: 'decide', title: "A reason is not on the panel's list: CO-999 85.00", question: 'acknowledge' },
    ],
  },
  passed: {
    ...plain,
    'by a retired code, which is C077': denied('CO-42'),
    'by a code of a property and casualty claim': denied('CO-P31'),
    'by paper without a standard reason': denied('OA-192'),
    'by what a reversal took back': withCodes(0, [
      ['-', 100],
      ['-', -100],
      ['CO-45', 8500],
    ]),
  },
  unknown: unread,
});

const retiredOn = (date: string) =>
  aCase({
    ledger: aLedger({ lines: [aSecondLine({ postings: [secondPosting(0, [['CO-125', 8500]], { date: is(date) })] })] }),
  });

describeCheck('C077', {
  raised: {
    'by CARC 42': [denied('CO-42'), { title: 'A reason code is retired: 42 since 06/01/2007, now 45' }],
    'the day after the last one': retiredOn('2013-11-02'),
    'by a code whose last day nobody has': denied('CO-165'),
    'by the remittance': [said(0, [['CO-A2', 8500]]), { short: 'Line 2: retired code' }],
  },
  passed: { ...plain, 'on its last day': retiredOn('2013-11-01') },
  unknown: {
    ...unread,
    'where the check date is not there': [
      aCase({
        ledger: aLedger({
          lines: [aSecondLine({ postings: [secondPosting(0, [['CO-42', 8500]], { date: absent })] })],
        }),
      }),
      'the check date of line 2',
    ],
  },
});

describeCheck('C078', {
  raised: {
    'by CO-23': [
      denied('CO-23'),
      { title: 'A reason has a group that it does not come with: CO-23 comes with OA only' },
    ],
    'by OA-45': [denied('OA-45'), { short: 'Line 2: group does not fit' }],
    'by CO-18': denied('CO-18'),
    'by PR-303': denied('PR-303'),
    'by CO-275 in the remittance': said(0, [['CO-275', 8500]]),
  },
  passed: {
    ...plain,
    'by PR-45': denied('PR-45'),
    'by OA-18': denied('OA-18'),
    "by CO-18 of workers' compensation": denied('CO-18', { primary: { ...BRIGHTWATER, kind: 'other' } }),
    'by PI-278': denied('PI-278'),
    'by a missing group, which is C076': denied('-23'),
  },
  unknown: unread,
});

describeCheck('C079', {
  raised: {
    'by CO-45 of the whole charge': [denied('CO-45'), { short: 'Line 2: 45 takes all' }],
    'by PR-45 of the whole charge in the remittance': said(0, [['PR-45', 8500]]),
  },
  passed: {
    ...plain,
    'by a cent less': withCodes(0, [
      ['CO-45', 8499],
      ['PR-2', 1],
    ]),
    'by another reason': denied('CO-97'),
  },
  unknown: unread,
});

const zero = { '24.2.adj3.group': 'CO', '24.2.adj3.reason': '97', '24.2.adj3.amount': '0.00' };

describeCheck('C080', {
  raised: {
    'by a posted 0.00': [
      withCodes(5069, [
        ['CO-45', 3431],
        ['CO-97', 0],
      ]),
      { title: 'Line 2 has CO-97 with 0.00', short: 'Line 2: adjustment of 0.00' },
    ],
    'by 0.00 on the form': [aFormCase(zero), { title: 'Line 2 has CO-97 with 0.00', lines: [2] }],
  },
  passed: {
    ...plain,
    'by a cent': withCodes(5069, [
      ['CO-45', 3430],
      ['CO-97', 1],
    ]),
    'by what was reversed': withCodes(5069, [
      ['CO-45', 3431],
      ['PR-2', 100],
      ['PR-2', -100],
    ]),
    'by an empty column without a code': withCodes(8500, [['-', 0]]),
    'by a form that leaves out what the posting has': aFormCase({}, [], {
      ledger: aLedger({ lines: [aLine(), aSecondLine({ postings: [secondPosting(5069, [['CO-97', 0]])] })] }),
    }),
  },
  unknown: {
    'while the ledger is not read': [without(aCase(), 'ledger'), 'the ledger'],
    'where the adjustments cannot be read': unread['where the adjustments cannot be read'],
    'where an amount on the form cannot be read': [aFormCase({ '24.1.adj1.amount': '4O.00' }), 'box 24 of the form'],
    'where nobody can tell whose posting it is': [
      aCase({ ledger: aLedger({ lines: [aLine({ postings: [aPosting({ level: smudged('?') })] })] }) }),
      'the payer level of a posting of line 1',
    ],
  },
});

describeCheck('C081', {
  raised: {
    'by a posted amount without a reason': [denied('CO-'), { title: 'An amount has no reason: 85.00' }],
    'by a reason without an amount on the form': [
      aFormCase({ '24.1.adj3.reason': '97' }),
      { title: 'Adjustment 3 of line 1 on the form has no amount', short: 'Line 1: amount missing' },
    ],
    'by an amount without a reason on the form': [
      aFormCase({ '24.2.adj1.reason': '' }),
      { short: 'Line 2: reason missing' },
    ],
  },
  passed: { ...plain, 'by a form with pairs': aFormCase() },
  unknown: unread,
});

const many = (count: number, group: string): Code[] =>
  Array.from({ length: count }, (_, i) => [`${group}-${150 + i}`, 100] as const);
const OF_EACH_GROUP: Code[] = [
  ['PR-1', 1],
  ['OA-100', 1],
  ['PI-50', 1],
  ['CR-40', 1],
];

describeCheck('C082', {
  raised: {
    'by seven reasons of one group': [withCodes(0, many(7, 'CO')), { short: 'Line 2: too many reasons' }],
    'by six segments': withCodes(0, [...many(7, 'CO'), ...OF_EACH_GROUP]),
    'by the remittance': said(0, many(7, 'CO')),
  },
  passed: {
    ...plain,
    'by six reasons of one group': withCodes(0, many(6, 'CO')),
    'by five full segments': withCodes(0, [...many(6, 'CO'), ...OF_EACH_GROUP]),
  },
  unknown: unread,
});

describeCheck('C083', {
  raised: {
    'by copay posted as coinsurance': [
      said(5069, [
        ['CO-45', 2164],
        ['PR-3', 1267],
      ]),
      { title: 'Line 2, 97110, has another split of the patient share than the EOB', lines: [2] },
    ],
    'by a cent': said(5069, [
      ['CO-45', 2165],
      ['PR-2', 1266],
    ]),
    'by PR-192 in the posting': [denied('PR-192'), { short: 'Line 2: PR split differs' }],
  },
  passed: {
    ...plain,
    'by another contractual reason, which is C011': said(5069, [
      ['CO-131', 2164],
      ['PR-2', 1267],
    ]),
    'by CO-192': denied('CO-192'),
  },
  unknown: {
    'while the ledger is not read': [without(aCase(), 'ledger'), 'the ledger'],
    'where the adjustments cannot be read': unread['where the adjustments cannot be read'],
    'where those of the remittance cannot be read': [
      answered({ lines: [aRemitLine({ adjustments: [cas('PR-2', null)] }), aSecondRemitLine()] }),
      'an adjustment of line 1 in the remittance',
    ],
    'where the remittances do not say one thing': [unclear, UNCLEAR],
  },
});

const medicareSecond = (memberId = is('1EG4-TE5-MK73')) =>
  aCase({
    secondary: MEDICARE,
    chart: aChart({ policies: [aPrimaryPolicy(), aPolicy({ payer: is(MEDICARE.name), memberId })] }),
  });

describeCheck('C094', {
  raised: {
    'by an old number in the chart': [
      medicareSecond(is('123456789A')),
      { title: 'Member ID 123456789A is no Medicare number', short: 'No Medicare number' },
    ],
    'by a zero in front': medicareSecond(is('0EG4TE5MK73')),
    'by a letter that is never used': medicareSecond(is('1SG4TE5MK73')),
    'by a place too many': medicareSecond(is('1EG4TE5MK733')),
    'by box 1a, whatever the chart has': aFormCase({ '1a': '1EG4TE5MK7' }, [], {
      secondary: MEDICARE,
      chart: medicareSecond().chart!,
    }),
    'where Medicare is first': aMedicareCase([], {
      chart: aChart({ policies: [aPrimaryPolicy({ payer: is(MEDICARE.name) }), aPolicy()] }),
    }),
  },
  passed: {
    'by a number with dashes': medicareSecond(),
    'by small letters and blanks': medicareSecond(is('1eg4 te5 mk73')),
    'where Medicare is no payer': aCase(),
    'by a blank, which is C093': medicareSecond(is('')),
    'where Medicare is first and its number is one': aMedicareCase([]),
  },
  unknown: {
    'while the chart is not read': [without(medicareSecond(), 'chart'), 'the chart'],
    'where it cannot be read': [medicareSecond(smudged('1EG?')), 'the member ID of the secondary'],
  },
});

const grouped = (group: ReturnType<typeof is<string>>) =>
  aCase({ chart: aChart({ policies: [aPrimaryPolicy({ group }), aPolicy()] }) });

describeCheck('C095', {
  raised: {
    'by a dash in a group': [
      grouped(is('2288-01')),
      {
        title: 'Other characters than letters and digits: the group of the primary 2288-01',
        question: 'acknowledge',
      },
    ],
    'by a blank in box 1a': aFormCase({ '1a': 'LM44 108220' }),
    'by a dash in box 11': aFormCase({ '11': '77-120' }),
    'by a dash in the ID that was picked': aCase({
      picked: { insuranceId: 'LM-44', name: 'OKAFOR, DENISE', path: 'form/search/1' },
    }),
  },
  passed: {
    'by letters and digits': aCase(),
    'by a form that has it without the dash': aFormCase({}, [], {
      chart: aChart({ policies: [aPrimaryPolicy(), aPolicy({ group: is('77-120') })] }),
    }),
    'where the chart shows no group': grouped(absent),
    'without a secondary, which is C024': without(aCase(), 'secondary'),
  },
  unknown: {
    'while the chart is not read': [without(aCase(), 'chart'), 'the chart'],
    'where a group cannot be read': [grouped(smudged('22?8')), 'the group of the primary'],
  },
});

const corrected = (last: string, id: string) => answered({ names: [aPerson('74', last, 'DENISE', id)] });

describeCheck('C100', {
  raised: {
    'by another ID': [corrected('OKAFOR', 'BW9999'), { short: 'Insured was corrected', question: 'acknowledge' }],
    'by another name': corrected('OKAFOR-HALL', 'BW2288401'),
    'by CARC 31': [denied('PR-31'), { short: 'Line 2: member not found' }],
    'by CARC 140 in the remittance': said(0, [['CO-140', 8500]]),
    'where the chart is not read': without(corrected('OKAFOR', 'BW9999'), 'chart'),
  },
  passed: {
    ...plain,
    'by the patient’s own name, which is no correction': answered({ names: [aPerson('QC', 'HALL', 'DEE', 'X1')] }),
    'by what the chart has already': corrected('OKAFOR', 'BW2288401'),
    'by a correction of the name alone that the chart has': corrected('OKAFOR', ''),
  },
  unknown: unread,
});

const onDays = (from: string, to = from) =>
  answered({ lines: [aRemitLine(), aSecondRemitLine({ dates: { from, to } })] });

describeCheck('C106', {
  raised: {
    'by the day after': [
      onDays('2026-02-25'),
      { title: 'The remittance has other days: line 2 on 02/25/2026', short: 'Line 2: other day on EOB' },
    ],
    'by the day before': onDays('2026-02-22', '2026-02-23'),
  },
  passed: {
    'where no remittance is loaded': aCase(),
    'by the same days': answered(),
    'by days that hold the service': onDays('2026-02-23', '2026-02-24'),
  },
  unknown: {
    'while the ledger is not read': [without(answered(), 'ledger'), 'the ledger'],
    'where the ledger shows no day': [
      answered({}, { ledger: aLedger({ lines: [aLine({ dos: smudged('2/') }), aSecondLine()] }) }),
      'the date of service of line 1',
    ],
    'where the remittance has no day': [
      answered({
        dates: { service: null, received: null, coverageEnded: null },
        lines: [aRemitLine({ dates: null }), aSecondRemitLine()],
      }),
      'the date of line 1 in the remittance',
    ],
    'where the remittances do not say one thing': [unclear, UNCLEAR],
  },
});

const authorized = (box: string, G1?: string) =>
  aFormCase({ '23': box }, [], { remittance: [anAnswer({ claim: { references: G1 === undefined ? {} : { G1 } } })] });

describeCheck('C113', {
  raised: {
    "by the primary's authorization": [authorized('A-12345', 'A12345'), { short: "Box 23 is the primary's" }],
  },
  passed: {
    'by an empty box': authorized('', 'A12345'),
    'by another number': authorized('B777', 'A12345'),
    'while no form is open': aCase(),
    'by a form without the box': aFormCase({}, ['23']),
  },
  unknown: {
    'where no remittance names one': [authorized('A12345'), "the primary's authorization"],
    'without a remittance': [aFormCase({ '23': 'A12345' }), "the primary's authorization"],
  },
});

const referred = (values: Record<string, string>) => aFormCase(values, [], { remittance: [anAnswer()] });

describeCheck('C114', {
  raised: {
    "by the primary's number beside an empty code": [
      referred({ '22.ref': 'BW26083-55017' }),
      { short: "Box 22: the primary's number" },
    ],
    'beside code 1': referred({ '22': '1', '22.ref': 'BW2608355017' }),
    'in box 22 itself': referred({ '22': 'BW26083-55017' }),
  },
  passed: {
    'by an empty box': referred({}),
    'by a replacement, which is C115': referred({ '22': '7', '22.ref': 'BW26083-55017' }),
    'by another number': referred({ '22.ref': 'LM-1' }),
    'while no form is open': answered(),
  },
  unknown: {
    'where no remittance tells the number': [aFormCase({ '22.ref': 'X1' }), "the primary's claim number"],
  },
});

describeCheck('C119', {
  raised: {
    'by a line that says nothing': [
      aFormCase({
        ...Object.fromEntries(
          [1, 2, 3].flatMap((k) => ['group', 'reason', 'amount'].map((part) => [`24.2.adj${k}.${part}`, ''])),
        ),
        '24.2.paid': '',
      }),
      { title: 'Line 2 of the form does not say what the primary paid', short: 'Line 2: paid is empty', lines: [2] },
    ],
  },
  passed: {
    'where each line does': aFormCase(),
    'by 0.00': aFormCase({ '24.2.paid': '0.00' }),
    'by a form without boxes for it': aFormCase({}, ['24.1.paid', '24.2.paid']),
    'while no form is open': aCase(),
  },
  unknown: 'never: an empty box is looked at, a box that is not on the page is not asked for',
});

const recoded = { procedure: '99214', submittedProcedure: { procedure: '97110', qualifier: 'HC', modifiers: [] } };
const bundled = (line = recoded, changes: Partial<Case> = {}) =>
  answered(
    { lines: [aRemitLine(), aSecondRemitLine({ ...line, paid: 0, adjustments: [cas('CO-97', 8500)] })] },
    { ledger: denied('CO-97').ledger!, ...changes },
  );

describeCheck('C120', {
  raised: {
    'by a line that came back under another code': [
      bundled(),
      { title: 'Bundled by the primary: line 2 into 99214', short: 'Line 2: bundled', question: 'acknowledge' },
    ],
  },
  passed: {
    ...plain,
    'by CO-97 under its own code': bundled({ ...recoded, procedure: '97110' }),
    'on paper': bundled(recoded, { secondary: { ...LARKSPUR, electronicSecondary: 'no' } }),
  },
  unknown: {
    ...unread,
    'by CO-97 without a remittance': [denied('CO-97'), 'which service line 2 is included in'],
  },
});
