import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../lib/checks/catalogue';
import type { Examination } from '../../../lib/checks/check';
import { examine } from '../../../lib/checks/examine';
import type { Case } from '../../../lib/claim/case';
import type { Adjudication, EraClaim } from '../../../lib/claim/era';
import {
  anAnswer,
  aPayment,
  aPerson,
  aRecovery,
  aRemitClaim,
  aRemitLine,
  aSecondRemitLine,
  cas,
  LATER,
  reversalOf,
} from '../../era/build';
import {
  aCase,
  adjustment,
  aFormCase,
  aLedger,
  aLine,
  aMedicareCase,
  aPosting,
  aSecondaryRow,
  aSecondLine,
  forwarded,
  is,
  LARKSPUR,
  smudged,
  without,
} from './build';
import { describeCheck } from './table';

const withRemit = (remittance: Adjudication[], changes: Partial<Case> = {}): Case => aCase({ remittance, ...changes });
/** The ready claim with one answer of the primary. */
const answered = (claim: Partial<EraClaim> = {}, changes: Partial<Case> = {}): Case =>
  withRemit([anAnswer({ claim })], changes);

const posted = (paid: number, ...list: [string, number][]) =>
  aLedger({
    lines: [
      aLine(),
      aSecondLine({
        postings: [
          aPosting({
            paid: is(paid),
            adjustments: is(
              list.map(([code, amount]) => {
                const [group = 'CO', carc = ''] = code.split('-');
                return adjustment(group as 'CO', carc, amount);
              }),
            ),
          }),
        ],
      }),
    ],
  });

const sameDay = anAnswer({ claim: { lines: [aRemitLine({ paid: 1 })] }, payment: { trace: '7', total: 1 }, file: 'b' });
/** Two answers of one day: nobody can tell which came later. */
const unclear = withRemit([anAnswer(), sameDay]);
const UNCLEAR = 'what the primary answered in the end';
const nobodys = withRemit([
  anAnswer({ claim: { status: '4' }, payment: { payer: { name: 'CLAIM CENTER', id: '', idQualifier: '', ids: {} } } }),
]);
const NOBODYS = 'whose answer the remittance of CLAIM CENTER is';

const none = {
  'where no remittance is loaded': aCase(),
  'where the remittance is a test': withRemit([anAnswer({ payment: { test: true }, claim: { charge: 1, paid: 1 } })]),
  'where posting and remittance are the same': answered(),
};
const unreadAmount = answered({
  lines: [aRemitLine({ paid: null, adjustments: [cas('CO-45', null)] }), aSecondRemitLine()],
  paid: 14909,
});

const reversal = anAnswer({ claim: reversalOf(aRemitClaim(), { segment: 200 }), payment: LATER, file: 'b' });
const correction = anAnswer({
  claim: { segment: 300, lines: [aRemitLine({ paid: 9000, adjustments: [cas('CO-45', 7500)] }), aSecondRemitLine()] },
  payment: LATER,
  file: 'b',
});
const corrected = [anAnswer(), reversal, correction];

const ofLarkspur = (claim: Partial<EraClaim> = {}, payment: Partial<Adjudication['payment']> = {}) =>
  anAnswer({
    claim: { status: '2', payerClaimNumber: 'LM-1', ...claim },
    payment: {
      payer: { name: 'LARKSPUR MUTUAL', id: '', idQualifier: '', ids: { '2U': 'LKM07' } },
      trace: '555',
      paidOn: '2026-03-20',
      ...payment,
    },
    file: payment.trace ?? 's',
  });

const deductible = { adjustments: [cas('PR-1', 2000)] };
const spread = [
  aLine({
    postings: [
      aPosting({
        paid: is(7840),
        adjustments: is([adjustment('CO', '45', 4200), adjustment('PR', '2', 2460), adjustment('PR', '1', 2000)]),
      }),
    ],
  }),
  aSecondLine(),
];

describeCheck('C008', {
  raised: {
    'where an adjustment of the whole claim is on no line': [
      answered(deductible),
      {
        title: 'An adjustment of the whole claim is on no line: Deductible, PR-1 20.00',
        why: 'The lines say that the primary paid $20.00 more than it did.',
      },
    ],
    'where the lines balance and the claim does not': [
      answered({ paid: 14908 }),
      { title: 'The answer to the whole claim is off by $0.01', short: 'Whole claim does not balance' },
    ],
  },
  passed: {
    ...none,
    'where the adjustment was posted to a line': answered(deductible, { ledger: aLedger({ lines: spread }) }),
    'where a line does not balance, which is C014': answered({ lines: [aRemitLine({ paid: 1 }), aSecondRemitLine()] }),
  },
  unknown: {
    'where the net cannot be told': [unclear, UNCLEAR],
    'where an amount is not read': [unreadAmount, 'an amount of the remittance'],
    'while the ledger is not read': [without(answered(deductible), 'ledger'), 'the ledger'],
  },
});

describeCheck('C009', {
  raised: {
    'by one adjustment on claim and line, by which the claim is off': [
      answered({ adjustments: [cas('PR-2', 3727)], paid: 14909 }),
      { title: 'Coinsurance, PR-2, stands on the whole claim and on its lines', short: 'An adjustment counts twice' },
    ],
  },
  passed: {
    ...none,
    'where it is another adjustment': answered(deductible),
    'where the claim is off by something else': answered({ adjustments: [cas('PR-2', 3727)], paid: 14908 }),
  },
  unknown: { 'where an amount is not read': [unreadAmount, 'an amount of the remittance'] },
});

describeCheck('C010', {
  raised: {
    'by a payment that was posted too high': [
      answered({}, { ledger: posted(6069, ['CO-45', 1164], ['PR-2', 1267]) }),
      {
        title: 'Line 2, 97110, was posted with another payment than BRIGHTWATER PPO made',
        short: 'Line 2: paid differs',
        lines: [2],
        fix: 'On line 2: The payment was posted $10.00 too high: change it to 50.69. The comparison shows 1 more.',
      },
    ],
    'by a cent': answered({}, { ledger: posted(5068, ['CO-45', 2165], ['PR-2', 1267]) }),
    'in total, where the line cannot be told': [
      answered({ lines: [aRemitLine(), aSecondRemitLine({ lineControlNumber: '', procedure: '97112', paid: 1 })] }),
      {
        title: 'The posting of BRIGHTWATER PPO is $50.68 too high in total',
        short: 'Paid differs in total',
        lines: [],
      },
    ],
  },
  passed: {
    ...none,
    'where only the reasons differ, which is C011': answered(
      {},
      { ledger: posted(5069, ['CO-45', 2164], ['PR-3', 1267]) },
    ),
    'where a line is not posted, which is C004': answered(
      {},
      { ledger: aLedger({ lines: [aLine(), aSecondLine({ postings: [] })] }) },
    ),
    'by the net of a reversal and its correction': withRemit([
      ...corrected,
      anAnswer({ payment: { trace: '8', paidOn: '2026-03-30' }, file: 'c' }),
    ]),
    'where the whole claim was adjusted and its lines are as posted': answered(deductible),
  },
  unknown: {
    'while the ledger is not read': [without(answered(), 'ledger'), 'the ledger'],
    'where a posting is not read': [
      answered(
        {},
        { ledger: aLedger({ lines: [aLine({ postings: [aPosting({ paid: smudged('9?') })] }), aSecondLine()] }) },
      ),
      'the amount paid on line 1',
    ],
    'where the remittance has no amount that can be read': [unreadAmount, 'an amount of line 1 in the remittance'],
    'where the net cannot be told': [unclear, UNCLEAR],
    'where nobody knows whose remittance it is': [nobodys, NOBODYS],
  },
});

describeCheck('C011', {
  raised: {
    'by a cent in CO-45': [
      answered({}, { ledger: posted(5069, ['CO-45', 2163], ['PR-2', 1268]) }),
      {
        title: 'Line 2, 97110, was posted with other adjustments than BRIGHTWATER PPO sent',
        fix: 'On line 2: CO-45 was posted $0.01 short: change it to 21.64. The comparison shows 1 more.',
        question: 'acknowledge',
      },
    ],
    'by another code': [
      answered({}, { ledger: posted(5069, ['CO-45', 2164], ['PR-3', 1267]) }),
      { fix: 'On line 2: PR-2 of 12.67 was posted as PR-3: change the code.', short: 'Line 2: adjustments differ' },
    ],
  },
  passed: {
    ...none,
    'where the payment differs too, which is C010': answered(
      {},
      { ledger: posted(6069, ['CO-45', 1164], ['PR-2', 1267]) },
    ),
  },
  unknown: {
    'where the adjustments are not read': [
      answered(
        {},
        {
          ledger: aLedger({ lines: [aLine({ postings: [aPosting({ adjustments: smudged('CO?') })] }), aSecondLine()] }),
        },
      ),
      'the adjustments of line 1',
    ],
    'where the net cannot be told': [unclear, UNCLEAR],
  },
});

describeCheck('C012', {
  raised: {
    'by a line': [
      answered({ lines: [aRemitLine({ charge: 16600 }), aSecondRemitLine()] }),
      { title: 'Line 1, 99214, has another charge in the remittance', short: 'Line 1: charge differs', lines: [1] },
    ],
    'by the claim alone': [
      answered({ charge: 25100 }),
      {
        title: "The remittance is about a charge of $251.00, the claim's is $250.00",
        short: 'Charge differs on remittance',
      },
    ],
  },
  passed: none,
  unknown: {
    'where the charge of the line is not read': [
      answered({}, { ledger: aLedger({ lines: [aLine({ charge: smudged('1?') }), aSecondLine()] }) }),
      'the charge of line 1',
    ],
    'where the remittance’s is not read': [
      answered({ lines: [aRemitLine({ charge: null }), aSecondRemitLine()], charge: 25000 }),
      'the charge of line 1 in the remittance',
    ],
    'while the ledger is not read': [without(answered(), 'ledger'), 'the ledger'],
  },
});

describeCheck('C013', {
  raised: {
    'by a line that fits none of the ledger’s': [
      answered({ lines: [aRemitLine(), aSecondRemitLine({ lineControlNumber: '', procedure: '97112' })] }),
      {
        title: 'A line of the remittance fits no line of the ledger for sure: 97112',
        short: '1 line not matched',
        lines: [2],
      },
    ],
    'by a line of the ledger that the remittance does not have': [
      answered({ lines: [aRemitLine()] }),
      { title: 'Line 2 is not in the remittance', short: 'Line 2 not on remittance', lines: [2] },
    ],
  },
  passed: {
    ...none,
    'where the biller matched them': answered(
      { lines: [aRemitLine(), aSecondRemitLine({ lineControlNumber: '', procedure: '97112' })] },
      { answers: { acknowledged: {}, lineMatches: { '0012345/8841207/130': 2 } } },
    ),
    'for an answer to the claim as a whole': answered({ lines: [], charge: 25000, paid: 25000 }),
  },
  unknown: {
    'while the ledger is not read': [without(answered(), 'ledger'), 'the ledger'],
    'where the net cannot be told': [unclear, UNCLEAR],
  },
});

const offByADollar = answered({
  lines: [aRemitLine({ adjustments: [cas('CO-45', 4300), cas('PR-2', 2460)] }), aSecondRemitLine()],
});

describeCheck('C014', {
  raised: {
    'by a line that does not add up': [
      offByADollar,
      { title: 'The remittance of 03/10/2026, check 0012345, does not add up', short: 'Remittance does not add up' },
    ],
    'by the claim': answered({ paid: 1 }),
  },
  passed: { ...none, 'by the patient share alone, which is C015': answered({ patientResponsibility: 1 }) },
  unknown: {
    'where an amount is not read': [unreadAmount, 'an amount of the remittance'],
    'where the net cannot be told': [unclear, UNCLEAR],
  },
});

describeCheck('C015', {
  raised: {
    'by another patient share': [answered({ patientResponsibility: 4227 }), { short: 'Patient share contradicts PR' }],
  },
  passed: { ...none, 'where none is stated': answered({ patientResponsibility: null }) },
  unknown: {
    'where an adjustment is not read': [
      answered({ lines: [aRemitLine({ adjustments: [cas('PR-2', null)] }), aSecondRemitLine()] }),
      'an adjustment of the remittance',
    ],
  },
});

describeCheck('C016', {
  raised: {
    'by a reversal without a correction': [
      withRemit([anAnswer(), reversal]),
      { title: 'BRIGHTWATER PPO took its answer back on 03/24/2026, check 0099001', short: 'The primary took it back' },
    ],
    'by a reversal alone': withRemit([reversal]),
  },
  passed: { ...none, 'by a reversal and its correction': withRemit(corrected) },
  unknown: {
    'where the last word cannot be told': [unclear, UNCLEAR],
    'where its status is one that nobody knows': [
      withRemit([anAnswer(), anAnswer({ claim: { status: '99' }, payment: LATER, file: 'b' })]),
      "the claim status of the primary's last answer",
    ],
    'where nobody knows whose remittance it is': [nobodys, NOBODYS],
  },
});

describeCheck('C017', {
  raised: {
    'by a correction after the secondary’s remittance': [
      withRemit([...corrected, ofLarkspur()]),
      {
        title: 'BRIGHTWATER PPO corrected its answer on 03/24/2026, after LARKSPUR MUTUAL had answered',
        short: 'Corrected after the secondary',
      },
    ],
    'by a correction after its posting': withRemit(corrected, {
      ledger: aLedger({
        lines: [aLine({ postings: [aPosting(), aPosting({ level: is('S'), date: is('2026-03-20') })] })],
      }),
    }),
  },
  passed: {
    ...none,
    'where the secondary was not billed': withRemit(corrected),
    'where it answered later': withRemit([...corrected, ofLarkspur({}, { paidOn: '2026-03-30' })]),
    'where nothing was corrected': withRemit([anAnswer(), ofLarkspur()]),
    'where the form replaces the old claim': aFormCase({ '22': '7', '22.ref': 'LM1' }, [], {
      remittance: [...corrected, ofLarkspur()],
    }),
  },
  unknown: {
    'where nothing says when the secondary answered': [
      withRemit(corrected, { siblings: [aSecondaryRow()] }),
      'when the secondary answered',
    ],
  },
});

const withPosted = (code: string, changes: Partial<Case> = {}) =>
  aCase({ ledger: posted(0, [code, 8500]), ...changes });
const withCas = (code: string) =>
  answered({ lines: [aRemitLine(), aSecondRemitLine({ paid: 0, adjustments: [cas(code, 8500)] })] });
const unreadPosting = aCase({
  ledger: aLedger({ lines: [aLine({ postings: [aPosting({ adjustments: smudged('CO?') })] })] }),
});
const unread = {
  'while neither ledger nor remittance is there': [without(aCase(), 'ledger'), 'the ledger'],
  'where the posted reasons are not read': [unreadPosting, 'the adjustments of line 1'],
  'where the net cannot be told': [unclear, UNCLEAR],
} satisfies Record<string, [Case, string]>;

describeCheck('C018', {
  raised: {
    'by a recovery that names the claim': [
      withRemit([anAnswer({ providerAdjustments: [aRecovery()] })]),
      { short: 'Money was taken back', question: 'acknowledge' },
    ],
    'by CARC A0': withCas('OA-A0'),
    'by CARC 195 in the posting': withPosted('OA-195'),
  },
  passed: { ...none, 'by interest': withRemit([anAnswer({ providerAdjustments: [aRecovery({ code: 'L6' })] })]) },
  unknown: unread,
});

describeCheck('C019', {
  raised: {
    'by CARC 133 in the remittance': [withCas('OA-133'), { short: 'The primary has not decided' }],
    'by CARC P11 in the posting': withPosted('OA-P11'),
    'by a pended claim': answered({ status: '13' }),
  },
  passed: {
    ...none,
    'where a remittance says what is in force, whatever was posted before': withPosted('OA-133', {
      remittance: [anAnswer()],
    }),
  },
  unknown: unread,
});

describeCheck('C020', {
  raised: {
    'by claim status 25': [answered({ status: '25' }), { short: 'Priced only, not adjudicated' }],
    'by CARC 101 in the posting': withPosted('OA-101'),
  },
  passed: none,
  unknown: unread,
});

describeCheck('C022', {
  raised: {
    'by a posting below zero': [
      aCase({ ledger: posted(-1, ['CO-45', 8501]) }),
      { title: 'Line 2, 97110, was paid less than nothing', short: 'Line 2: paid is negative', lines: [2] },
    ],
    'by the remittance': answered({
      lines: [aRemitLine(), aSecondRemitLine({ paid: -1, adjustments: [cas('CO-45', 8501)] })],
    }),
  },
  passed: {
    ...none,
    'by a line that was paid nothing': aCase({ ledger: posted(0, ['CO-45', 8500]) }),
  },
  unknown: {
    'while the ledger is not read': [without(aCase(), 'ledger'), 'the ledger'],
    'where a payment is not read': [
      aCase({ ledger: aLedger({ lines: [aLine({ postings: [aPosting({ paid: smudged('9?') })] })] }) }),
      'the amount paid on line 1',
    ],
    'where the net cannot be told': [unclear, UNCLEAR],
  },
});

describeCheck('C023', {
  raised: { 'by claim status 4': [answered({ status: '4' }), { short: 'Denied as a whole', question: 'acknowledge' }] },
  passed: none,
  unknown: { 'where nobody knows whose remittance it is': [nobodys, NOBODYS] },
});

describeCheck('C046', {
  raised: {
    'by a payer that it names': [
      answered({ names: [aPerson('PR', 'HALCYON HEALTH', '')] }),
      { short: 'Another payer is first' },
    ],
    'by claim status 23': answered({ status: '23' }),
    'by CARC 22 in the remittance': withCas('CO-22'),
    'by CARC 109 in the posting': withPosted('CO-109'),
  },
  passed: none,
  unknown: unread,
});

describeCheck('C047', {
  raised: {
    'by claim status 2': [answered({ status: '2' }), { short: 'Primary answered as secondary' }],
    'by OA-23 in the remittance': withCas('OA-23'),
    'by OA-23 in the posting': withPosted('OA-23'),
  },
  passed: {
    ...none,
    'by 23 with another group': withPosted('CO-23'),
    'by the secondary’s OA-23': withRemit([anAnswer(), ofLarkspur()]),
  },
  unknown: unread,
});

const duplicateOnly = { lines: [aRemitLine({ paid: 0, adjustments: [cas('OA-18', 16500)] })] };

describeCheck('C056', {
  raised: {
    'by remark N522': [withRemit([ofLarkspur({ remarks: ['N522'] })]), { short: 'Secondary has it already' }],
    'by CARC 18': withRemit([ofLarkspur(duplicateOnly)]),
  },
  passed: { ...none, 'where it answered otherwise': withRemit([ofLarkspur()]) },
  unknown: {
    'where its answers do not say one thing': [
      withRemit([ofLarkspur(), ofLarkspur({ paid: 1 }, { trace: '556' })]),
      'what the secondary answered in the end',
    ],
  },
});

describeCheck('C058', {
  raised: {
    'by an answer of the secondary': [
      withRemit([ofLarkspur()]),
      { title: 'LARKSPUR MUTUAL answered to this claim on 03/20/2026, check 555', short: 'Secondary has answered' },
    ],
  },
  passed: {
    ...none,
    'by a duplicate denial, which is C056': withRemit([ofLarkspur(duplicateOnly)]),
    'where the form replaces the earlier claim': aFormCase({ '22': '7', '22.ref': 'LM1' }, [], {
      remittance: [ofLarkspur()],
    }),
    'where its answer was taken back': withRemit([ofLarkspur(reversalOf(aRemitClaim()))]),
  },
  unknown: {
    'where its answers do not say one thing': [
      withRemit([ofLarkspur(), ofLarkspur({ paid: 1 }, { trace: '556' })]),
      'what the secondary answered in the end',
    ],
  },
});

describeCheck('C059', {
  raised: {
    'by CARC 18 in the remittance': [withCas('OA-18'), { short: 'Denied as a duplicate' }],
    'by CARC B13 in the posting': withPosted('OA-B13'),
  },
  passed: none,
  unknown: unread,
});

const medicareLines = [
  aRemitLine({ adjustments: [cas('CO-45', 3999), cas('CO-253', 201), cas('PR-2', 2460)] }),
  aSecondRemitLine({ adjustments: [cas('CO-45', 2061), cas('CO-253', 103), cas('PR-2', 1267)] }),
];
const ofMedicare = (claim: Partial<EraClaim> = {}, payment: Partial<Adjudication['payment']> = {}) =>
  anAnswer({
    claim: { lines: medicareLines, ...claim },
    payment: { payer: { ...aPayment().payer, name: 'NOVITAS SOLUTIONS', ids: {} }, ...payment },
  });
const medicare = (claim: Partial<EraClaim> = {}, changes: Partial<Case> = {}) =>
  aMedicareCase([], { remittance: [ofMedicare(claim)], ...changes });
/** What lies behind has nothing to do with forwarding. */
const EARLY = CATALOGUE.filter(({ section }) => ['posting', 'payers', 'crossover'].includes(section));
const early = (c: Case): Examination => examine(c, EARLY);
const kind = (c: Case) => early(c).verdict.kind;
/** What is raised about posting, payers and crossover. */
const about = ({ findings }: Examination) => findings.map(({ check }) => check).filter((id) => /^C0[0-5]/.test(id));

describe('a dropped remittance and the crossover', () => {
  it.each([
    ['claim status 19', { status: '19' }],
    ['a crossover carrier', { crossover: { name: 'LARKSPUR MUTUAL', id: '55123' } }],
    ['MA18', { remarks: ['MA18'] }],
  ])('says do not bill by %s, with where it stands', (_what, claim) => {
    const examination = early(medicare(claim));
    expect(examination.verdict).toMatchObject({ kind: 'do-not-bill', short: 'Medicare forwarded it' });
    expect(examination.route.way).toBe('none');
    const quotes = examination.findings.find(({ check }) => check === 'C051')?.quotes;
    expect(quotes?.[0]?.says).toMatch(
      /^Remittance 03\/10\/2026, check 0012345, (CLP, segment|(NM1\*TT|MOA), after segment) 112$/,
    );
  });

  it('outweighs what the biller said of it', () => {
    expect(kind(medicare({ status: '19' }, { answers: { acknowledged: {}, crossover: 'not-forwarded' } }))).toBe(
      'do-not-bill',
    );
  });

  it('answers by its silence what was asked, and lets the claim be billed', () => {
    expect(kind(aMedicareCase([]))).toBe('cannot-tell');
    const examination = early(medicare());
    expect(examination.verdict.kind).toBe('ready');
    expect(examination.passed.find(({ check }) => check === 'C051')?.because).toBe(
      'the remittance shows no sign of forwarding',
    );
  });

  it('tells of counter-evidence, and lets the claim be billed', () => {
    const examination = early(medicare({ remarks: ['MA19'] }));
    expect(examination.verdict.kind).toBe('ready');
    expect(about(examination)).toEqual(['C053']);
  });

  it('asks for a decision by N177', () => {
    expect(about(early(medicare({ remarks: ['N177'] })))).toEqual(['C054']);
  });

  it('does not answer by a test, or by the remittance of somebody else', () => {
    expect(kind(aMedicareCase([], { remittance: [ofMedicare({}, { test: true })] }))).toBe('cannot-tell');
    const blocked = early(aMedicareCase([], { remittance: [ofLarkspur()] }));
    expect(blocked.unknown.map(({ check }) => check)).toContain('C051');
  });

  it('does not outweigh a sign on the page', () => {
    expect(kind(aMedicareCase([forwarded()], { remittance: [ofMedicare({ remarks: ['MA19'] })] }))).toBe('do-not-bill');
  });

  it('dates the wait by its payment, longer for a Medicaid that asks for it', () => {
    const wait = (c: Case) => early(c).findings.find(({ check }) => check === 'C052')?.title;
    const paid = { remittance: [ofMedicare({ status: '19' }, { paidOn: '2026-03-31' })] };
    expect(wait(aMedicareCase([], paid))).toBe('Wait for LARKSPUR MUTUAL until 04/21/2026');
    const florida = { ...LARKSPUR, name: 'FLORIDA MEDICAID', kind: 'medicaid' as const };
    expect(wait(aMedicareCase([], { ...paid, secondary: florida }))).toBe('Wait for FLORIDA MEDICAID until 05/15/2026');
  });

  it('dates the wait though the ledger is not read', () => {
    const c = without(
      aMedicareCase([], { remittance: [ofMedicare({ status: '19' }, { paidOn: '2026-03-31' })] }),
      'ledger',
    );
    expect(early(c).findings.map(({ check }) => check)).toContain('C052');
  });
});

describe('a dropped remittance and the verdict', () => {
  it('leaves a ready claim ready where both tell the same story', () => {
    const [beside, without835] = [examine(answered()), examine(aCase())];
    expect([beside.verdict, beside.findings, beside.unknown]).toEqual([
      without835.verdict,
      without835.findings,
      without835.unknown,
    ]);
  });

  it('blocks where a payment differs, asks where only codes do', () => {
    expect(examine(answered({}, { ledger: posted(6069, ['CO-45', 1164], ['PR-2', 1267]) })).verdict).toMatchObject({
      kind: 'blocked',
      headline: 'Blocked: line 2: paid differs',
    });
    expect(kind(answered({}, { ledger: posted(5069, ['CO-45', 2164], ['PR-3', 1267]) }))).toBe('decide');
  });

  it('says how to mend a line that does not balance, by what the payer said', () => {
    const [c005] = examine(answered({}, { ledger: posted(5069, ['CO-45', 2163], ['PR-2', 1267]) })).findings;
    expect(c005).toMatchObject({
      check: 'C005',
      short: 'Line 2 is off by $0.01',
      fix: 'On line 2: CO-45 was posted $0.01 short: change it to 21.64.',
    });
  });

  it('says already billed where the secondary has answered', () => {
    expect(examine(withRemit([anAnswer(), ofLarkspur()])).verdict).toMatchObject({ kind: 'blocked', group: 'billed' });
  });

  it('does not make a claim without one depend on it', () => {
    const ids = (c: Case) => examine(c).unknown.map(({ check }) => check);
    expect(ids(aCase({ remittance: [] }))).toEqual(ids(aCase()));
    expect(ids(aMedicareCase([], { remittance: [] }))).toEqual(ids(aMedicareCase([])));
  });
});
