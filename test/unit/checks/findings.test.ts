import { describe, expect, it } from 'vitest';
import { fingerprintOf, isOverridden, isStanding, withAnswers } from '../../../lib/checks/acknowledged';
import type { Finding, Raised } from '../../../lib/checks/check';
import { crossoverSigns, lastPaymentDate } from '../../../lib/checks/crossover';
import { examine } from '../../../lib/checks/examine';
import type { Acknowledgement, Case, PayerFacts } from '../../../lib/claim/case';
import type { Policy } from '../../../lib/claim/claim';
import { anAnswer, aRemitLine, aSecondRemitLine, cas } from '../../era/build';
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
  aSecondLine,
  BRIGHTWATER,
  CHECK_DATE,
  forwarded,
  is,
  LARKSPUR,
  notForwarded,
  smudged,
  without,
} from './build';
import { checkOf } from './table';

const raisedOf = (id: string, c: Case): Raised => {
  const outcome = checkOf(id).run(c);
  if (outcome.is !== 'raised' || !outcome.raised[0]) throw new Error(`${id} is ${JSON.stringify(outcome)}`);
  return outcome.raised[0];
};
const passOf = (id: string, c: Case) => checkOf(id).run(c);
const line2 = (changes: Parameters<typeof aPosting>[0], line: Parameters<typeof aSecondLine>[0] = {}) =>
  aLedger({ lines: [aLine(), aSecondLine({ postings: [aPosting(changes, 'ledger/8841207/2')], ...line })] });
const off = (ledger: NonNullable<Case['ledger']>) => aCase({ ledger });
const adjusted = (...list: [group: 'CO' | 'PR', carc: string, amount: number][]) => ({
  adjustments: is(list.map(([group, carc, amount]) => adjustment(group, carc, amount))),
});

describe('the sum of a line that does not balance', () => {
  const roles = (c: Case) =>
    raisedOf('C005', c).sums?.[0]?.rows.map(({ label, amount, role }) => [label, amount, role]);

  it('marks the payment where the page has another that would balance', () => {
    const c = off(line2({ paid: is(5009), ...adjusted(['CO', '45', 2164], ['PR', '2', 1267]) }));
    expect(roles(c)).toEqual([
      ['Charge', 8500, 'part'],
      ['Paid by BRIGHTWATER PPO', -5009, 'suspect'],
      [expect.stringMatching(/CO-45$/), -2164, 'part'],
      [expect.stringMatching(/PR-2$/), -1267, 'part'],
      ['Left over', 60, 'total'],
    ]);
  });

  it("marks the patient's share where the page has another that would balance", () => {
    const c = off(line2({ paid: is(5069), ...adjusted(['CO', '45', 2164], ['PR', '2', 1207]) }));
    expect(roles(c)?.map(([, , role]) => role)).toEqual(['part', 'part', 'part', 'suspect', 'total']);
  });

  it('marks nothing where the share stands in two parts, or nothing on the page tells', () => {
    const inParts = { paid: is(5069), ...adjusted(['CO', '45', 2164], ['PR', '1', 200], ['PR', '2', 1007]) };
    const untold = { paid: is(5069), ...adjusted(['CO', '45', 2100], ['PR', '2', 1267]) };
    const unread = { insurancePaid: absent, patientResponsibility: absent };
    for (const c of [off(line2(inParts)), off(line2(untold)), off(line2(untold, unread))]) {
      expect(roles(c)?.some(([, , role]) => role === 'suspect')).toBe(false);
    }
  });
});

describe('what differs from the remittance', () => {
  const differing = (ledger: Case['ledger'], changes: Partial<Case> = {}) =>
    aCase({ remittance: [anAnswer()], ...(ledger ? { ledger } : {}), ...changes });

  it('is listed by row, the rows that are the same left off', () => {
    const { sums } = raisedOf(
      'C010',
      differing(line2({ paid: is(6069), ...adjusted(['CO', '45', 1164], ['PR', '2', 1267]) })),
    );
    expect(sums).toEqual([
      {
        caption: 'Line 2: posted, less what BRIGHTWATER PPO said',
        line: 2,
        rows: [
          { label: expect.stringMatching(/[Pp]aid/), amount: 1000, role: 'suspect' },
          { label: expect.stringMatching(/CO-45$/), amount: -1000, role: 'suspect' },
        ],
      },
    ]);
  });

  it('ends with what is left over, where that is not nothing', () => {
    const { sums } = raisedOf(
      'C010',
      differing(line2({ paid: is(6069), ...adjusted(['CO', '45', 2164], ['PR', '2', 1267]) })),
    );
    expect(sums?.[0]?.rows.map(({ amount, role }) => [amount, role])).toEqual([
      [1000, 'suspect'],
      [-1000, 'total'],
    ]);
  });

  it('is told of two lines in one finding', () => {
    const lines = [
      aLine({ postings: [aPosting({ paid: is(9841) })] }),
      aSecondLine({ postings: [aPosting({ paid: is(5070), ...adjusted(['CO', '45', 2164], ['PR', '2', 1267]) })] }),
    ];
    expect(raisedOf('C010', differing(aLedger({ lines })))).toMatchObject({
      short: '2 lines: paid differs',
      lines: [1, 2],
    });
  });

  it('is short in total where less was posted than was paid', () => {
    const remit = anAnswer({
      claim: { lines: [aRemitLine(), aSecondRemitLine({ lineControlNumber: '', procedure: '97112', paid: 5070 })] },
    });
    expect(raisedOf('C010', differing(undefined, { remittance: [remit] })).title).toBe(
      'The posting of BRIGHTWATER PPO is $0.01 short in total',
    );
  });

  it('mends a line that does not balance by what the remittance says of it', () => {
    const { fix } = raisedOf(
      'C005',
      differing(line2({ paid: is(6069), ...adjusted(['CO', '45', 2164], ['PR', '2', 1267]) })),
    );
    expect(fix).toContain('On line 2: The payment was posted $10.00 too high: change it to 50.69.');
  });

  it('is asked of one line where an amount of it is not read, whatever the other lines are', () => {
    const remit = anAnswer({ claim: { lines: [aRemitLine({ paid: null }), aSecondRemitLine()], paid: 14909 } });
    const outcome = checkOf('C010').run(differing(undefined, { remittance: [remit] }));
    expect(outcome.is === 'unknown' && outcome.missing.map(({ what }) => what)).toContain(
      'an amount of line 1 in the remittance',
    );
  });
});

describe('primary and secondary', () => {
  const two = (primary: Partial<PayerFacts>, secondary: Partial<PayerFacts>, policy: Partial<Policy> = {}): Case =>
    aCase({
      primary: { ...BRIGHTWATER, ...primary },
      secondary: { ...BRIGHTWATER, ...secondary },
      chart: aChart({
        policies: [
          aPrimaryPolicy(),
          aPolicy({ payer: absent, memberId: is('BW2288401'), group: is('2288'), ...policy }),
        ],
      }),
    });
  const result = (c: Case) => passOf('C025', c).is;

  it('are one payer by their IDs, whatever their names are', () => {
    expect(result(two({}, { name: 'BRIGHTWATER' }))).toBe('raised');
    expect(result(two({}, { payerId: 'BRW02' }))).toBe('pass');
  });

  it('are one payer by their names where an ID is not known', () => {
    for (const unknown of [{ payerId: '' }, { payerId: '', name: 'Brightwater PPO, Inc.' }]) {
      expect(result(two({}, unknown))).toBe('raised');
      expect(result(two(unknown, {}))).toBe('raised');
    }
    expect(result(two({ payerId: '' }, { payerId: '', name: 'LARKSPUR MUTUAL' }))).toBe('pass');
    expect(result(two({}, { payerId: '', name: 'LARKSPUR MUTUAL' }))).toBe('pass');
  });

  it('are shown by the IDs of both policies in the chart', () => {
    expect(raisedOf('C025', two({}, {})).places.map(({ path }) => path)).toEqual(['chart/primary/memberId', 'x']);
    expect(passOf('C025', aCase())).toEqual({ is: 'pass' });
    expect(passOf('C025', without(aCase(), 'secondary'))).toMatchObject({ because: 'no secondary on file' });
  });
});

describe('whether the primary forwarded the claim', () => {
  const asked = (c: Case) => {
    const outcome = passOf('C051', c);
    return outcome.is === 'unknown' ? outcome.question : outcome;
  };

  it('is asked of the biller where Medicare is first, its ledger is read and nothing tells', () => {
    expect(asked(aMedicareCase([]))).toBe('crossover');
    expect(asked(without(aMedicareCase([]), 'ledger'))).toBeUndefined();
    expect(asked(aCase({ primary: { ...BRIGHTWATER, name: '' } }))).toBeUndefined();
  });

  it('is told with what it is told by', () => {
    expect(asked(aCase())).toEqual({ is: 'pass', because: 'no sign on the pages' });
    expect(asked(aMedicareCase([notForwarded()]))).toEqual({
      is: 'pass',
      because: 'the remittance says it was not forwarded',
    });
    expect(asked(aMedicareCase([], { answers: { acknowledged: {}, crossover: 'not-forwarded' } }))).toEqual({
      is: 'pass',
      because: 'the remittance says it was not forwarded',
    });
    const silent = aMedicareCase([], {
      remittance: [
        anAnswer({ payment: { payer: { name: 'MEDICARE PART B TEXAS', id: '', idQualifier: '', ids: {} } } }),
      ],
    });
    expect(asked(silent)).toEqual({ is: 'pass', because: 'the remittance shows no sign of forwarding' });
  });

  it('is quoted: every sign where it stands, or that the biller said so', () => {
    expect(raisedOf('C051', aMedicareCase([forwarded()])).quotes).toEqual([
      {
        text: 'MA18 forwarded to supplemental insurer',
        place: expect.objectContaining({ path: 'ledger/8841207/1/remarks' }),
      },
    ]);
    const said = aMedicareCase([], { answers: { acknowledged: {}, crossover: 'forwarded' } });
    expect(raisedOf('C051', said).quotes).toEqual([{ text: 'You said that the remittance shows it as forwarded.' }]);
    const nowhere = { ...forwarded(), page: absent };
    expect(raisedOf('C051', aMedicareCase([nowhere]))).toMatchObject({ places: [], quotes: [{ text: nowhere.text }] });
  });

  it('counts the signs of Claim History and of the ledger, and quotes those that say it', () => {
    const both = aMedicareCase([forwarded('MA18 in the ledger'), notForwarded()], {
      row: aRow({ crossover: [forwarded('N89 in Claim History')] }),
    });
    expect(crossoverSigns(both).map(({ text }) => text)).toEqual([
      'N89 in Claim History',
      'MA18 in the ledger',
      notForwarded().text,
    ]);
    expect(raisedOf('C051', both).quotes?.map(({ text }) => text)).toEqual([
      'N89 in Claim History',
      'MA18 in the ledger',
    ]);
  });

  it('names a payer of seventeen letters in the list, and no longer one', () => {
    const named = (name: string) =>
      raisedOf('C051', aCase({ primary: { ...BRIGHTWATER, name }, ledger: aLedger({ crossover: [forwarded()] }) }))
        .short;
    expect(named('X'.repeat(17))).toBe(`${'X'.repeat(17)} forwarded it`);
    expect(named('X'.repeat(18))).toBe('The primary forwarded it');
  });
});

describe('the day on which the primary paid last', () => {
  const on = (...dates: string[]) =>
    aCase({ ledger: aLedger({ lines: [aLine({ postings: dates.map((date) => aPosting({ date: is(date) })) })] }) });

  it('is the latest of its postings, in whatever order they stand', () => {
    expect(lastPaymentDate(on('2026-03-12', '2026-03-10'))).toBe('2026-03-12');
    expect(lastPaymentDate(on('2026-03-10', '2026-03-12'))).toBe('2026-03-12');
    expect(lastPaymentDate(without(aCase(), 'ledger'))).toBeUndefined();
  });

  it('is that of its remittance where one is loaded that has it', () => {
    const paidOn = (day: string | null) => aCase({ remittance: [anAnswer({ payment: { paidOn: day } })] });
    expect(lastPaymentDate(paidOn('2026-03-11'))).toBe('2026-03-11');
    expect(lastPaymentDate(paidOn(null))).toBe(CHECK_DATE);
  });
});

describe('a claim that the secondary has', () => {
  it('is told with the status at which it stands', () => {
    expect(raisedOf('C057', aCase({ siblings: [aSecondaryRow()] }))).toMatchObject({
      title: expect.stringContaining('8841299'),
      why: 'A second claim for the same visit is denied as a duplicate. It stands at "HF Accepted".',
    });
    expect(raisedOf('C057', aCase({ siblings: [aSecondaryRow({ status: absent })] })).why).toBe(
      'A second claim for the same visit is denied as a duplicate.',
    );
  });

  it('is told by the name that its posting has, else by that of the claim', () => {
    const answeredBy = (payer: ReturnType<typeof aPosting>['payer']) =>
      aCase({
        ledger: aLedger({
          lines: [
            aLine({
              postings: [aPosting(), aPosting({ level: is('S'), payer, paid: is(100, 'ledger/8841207/1/second') })],
            }),
          ],
        }),
      });
    expect(raisedOf('C057', answeredBy(is('LARKSPUR GOLD')))).toMatchObject({
      title: 'LARKSPUR GOLD has already answered',
      lines: [1],
      places: [expect.objectContaining({ path: 'ledger/8841207/1/second' })],
    });
    expect(raisedOf('C057', answeredBy(absent)).title).toBe('LARKSPUR MUTUAL has already answered');
  });
});

describe('the answer to a whole claim', () => {
  const whole = (claim: Parameters<typeof anAnswer>[0]) => aCase({ remittance: [anAnswer(claim)] });

  it.each([
    ['the charge', { charge: null }],
    ['the payment', { paid: null }],
    ['an adjustment of the claim', { adjustments: [cas('CO-45', null)] }],
    ['the payment of a line', { lines: [aRemitLine({ paid: null }), aSecondRemitLine()], paid: 14909 }],
  ])('is not known while %s is not read', (_what, claim) => {
    expect(passOf('C008', whole({ claim }))).toMatchObject({
      is: 'unknown',
      missing: [{ what: 'an amount of the remittance', source: 'remittance' }],
    });
  });

  it('is off by what its lines and the whole say differently', () => {
    expect(raisedOf('C008', whole({ claim: { paid: 14908 } })).title).toBe(
      'The answer to the whole claim is off by $0.01',
    );
    expect(raisedOf('C008', whole({ claim: { charge: 25001 } })).title).toBe(
      'The answer to the whole claim is off by $0.01',
    );
  });
});

describe('what the biller said of a finding', () => {
  const finding = (changes: Partial<Finding> = {}): Finding => ({
    check: 'C005',
    severity: 'block',
    source: 'NextGen Office',
    title: 'Line 2 does not balance',
    why: 'It is refused.',
    fix: 'Edit it.',
    short: 'Line 2 is off',
    places: [],
    lines: [2],
    ...changes,
  });
  const sum = (amount: number | undefined) => [
    { caption: 'Line 2', rows: [{ label: 'Left over', amount, role: 'total' as const }] },
  ];
  const word = (of: Finding, changes: Partial<Acknowledgement> = {}): Acknowledgement => ({
    reason: 'Known',
    of: fingerprintOf(of),
    at: 1,
    said: of.title,
    ...changes,
  });
  const answeredWith = (...words: Acknowledgement[]) => aCase({ answers: { acknowledged: { C005: words } } });

  it('holds for the finding as it was: by its severity, lines, sums and quotes', () => {
    const others = [
      finding(),
      finding({ severity: 'decide' }),
      finding({ title: 'Line 3 does not balance' }),
      finding({ short: 'Line 2: off' }),
      finding({ lines: [2, 3] }),
      finding({ sums: sum(1) }),
      finding({ sums: sum(2) }),
      finding({ sums: sum(0) }),
      finding({ sums: sum(undefined) }),
      finding({ quotes: [{ text: 'MA18' }] }),
      finding({ quotes: [{ text: 'MA07' }] }),
    ].map(fingerprintOf);
    expect(new Set(others).size).toBe(others.length);
    expect(fingerprintOf(finding({ why: 'Else.', fix: 'Else.', places: [] }))).toBe(fingerprintOf(finding()));
    expect(fingerprintOf(finding({ sums: [], quotes: [] }))).toBe(fingerprintOf(finding()));
  });

  it('stands with it, and lapses where it says something else', () => {
    const said = word(finding());
    expect(withAnswers(answeredWith(said), 'C005', [finding()])).toEqual([{ ...finding(), acknowledged: said }]);
    const changed = finding({ lines: [3] });
    expect(withAnswers(answeredWith(said), 'C005', [changed])).toEqual([{ ...changed, lapsed: said }]);
    const lapsed = { ...said, lapsedAt: 2 };
    expect(withAnswers(answeredWith(lapsed), 'C005', [finding()])).toEqual([{ ...finding(), lapsed }]);
    expect(withAnswers(answeredWith(said), 'C005', [finding(), changed])).toEqual([
      { ...finding(), acknowledged: said },
      changed,
    ]);
    expect(withAnswers(answeredWith(said), 'C006', [finding()])).toEqual([finding()]);
    expect(withAnswers(answeredWith(), 'constructor', [finding()])).toEqual([finding()]);
  });

  it('changes nothing of what is only told, or of a block that nobody may override', () => {
    for (const fixed of [
      finding({ severity: 'info' }),
      finding({ noOverride: 'It is refused anyway.' } as Partial<Finding>),
    ]) {
      expect(withAnswers(answeredWith(word(fixed)), 'C005', [fixed])).toEqual([fixed]);
    }
    const decided = finding({ severity: 'decide', noOverride: 'x' } as Partial<Finding>);
    expect(withAnswers(answeredWith(word(decided)), 'C005', [decided])[0]).toHaveProperty('acknowledged');
  });

  it('overrides a block, which then stands no more; a decision neither stands nor is overridden', () => {
    const acknowledged = word(finding());
    expect([finding(), { ...finding(), acknowledged }].map(isStanding)).toEqual([true, false]);
    expect([finding(), { ...finding(), acknowledged }].map(isOverridden)).toEqual([false, true]);
    const decided = finding({ severity: 'decide' });
    expect([decided, { ...decided, acknowledged }].flatMap((one) => [isStanding(one), isOverridden(one)])).toEqual(
      Array(4).fill(false),
    );
  });
});

describe('a passed check', () => {
  it('keeps its reason, and only its own', () => {
    const { passed } = examine(aFormCase());
    const reasons = new Map(passed.map(({ check, because }) => [check, because]));
    expect(reasons.get('C051')).toBe('no sign on the pages');
    expect(reasons.get('C025')).toBeUndefined();
    expect(
      examine(aCase({ secondary: LARKSPUR, row: aRow({ status: smudged('Fin?') }) })).unknown.map(({ check }) => check),
    ).toContain('C001');
  });
});
