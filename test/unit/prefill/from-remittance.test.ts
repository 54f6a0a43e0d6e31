import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../lib/checks/catalogue';
import { examine } from '../../../lib/checks/examine';
import type { Answers, Case } from '../../../lib/claim/case';
import type { Adjudication, EraClaim } from '../../../lib/claim/era';
import { makePlan } from '../../../lib/prefill/make-plan';
import { anAnswer, aRemitClaim, aRemitLine, aSecondRemitLine, cas, LATER, reversalOf } from '../../era/build';
import {
  aCase,
  adjustment,
  aForm,
  aFormCase,
  aLedger,
  aLine,
  aPosting,
  aSecondLine,
  FORM_VALUES,
  is,
  smudged,
  without,
} from '../checks/build';

const OURS = /^(?:29|24\.\d\.(?:paid|adj.*))$/;
const empty = aForm(
  Object.fromEntries(Object.keys(FORM_VALUES).map((id) => [id, OURS.test(id) ? '' : (FORM_VALUES[id] ?? '')])),
);
const SOURCE = 'Remittance 03/10/2026, check 0012345';

const plan = (c: Case) => makePlan(c, empty);
const item = (c: Case, box: string) => plan(c).items.find((one) => one.box === box);
const shown = (c: Case, ...boxes: string[]) => boxes.map((box) => item(c, box)?.wantedShown);
const why = (c: Case, box: string) => plan(c).missing.find((gap) => gap.box === box)?.why;

type From = Answers['amountsFrom'];
const answers = (from: From): Answers => ({ acknowledged: {}, ...(from === undefined ? {} : { amountsFrom: from }) });
const withRemit = (remittance: Adjudication[], changes: Partial<Case> = {}, from?: From) =>
  aCase({ remittance, answers: answers(from), ...changes });
const answered = (claim: Partial<EraClaim> = {}, changes: Partial<Case> = {}, from?: From) =>
  withRemit([anAnswer({ claim })], changes, from);

/** Line 2 is posted a cent short in CO-45 and a cent too high in PR-2. */
const CENT = aLedger({
  lines: [
    aLine(),
    aSecondLine({
      postings: [
        aPosting({ paid: is(5069), adjustments: is([adjustment('CO', '45', 2163), adjustment('PR', '2', 1268)]) }),
      ],
    }),
  ],
});
const differing = (from?: From) => answered({}, { ledger: CENT }, from);
const LINE_2 = ['24.2.paid', '24.2.adj1.amount', '24.2.adj2.amount'];

describe('amounts from a remittance', () => {
  it('are not asked for where none is loaded, or it says the same as the posting', () => {
    expect(plan(answered())).toEqual(plan(aCase()));
    expect(item(answered(), '24.1.paid')?.source).toBe('Ledger, paid by BRIGHTWATER PPO');
  });

  it('are taken where the biller says so, and named in each box', () => {
    const c = differing('remittance');
    expect(shown(c, ...LINE_2)).toEqual(['50.69', '21.64', '12.67']);
    expect(shown(c, '24.2.adj1.group', '24.2.adj1.reason', '24.2.adjDate', '29')).toEqual([
      'CO',
      '45',
      '03/10/2026',
      '149.09',
    ]);
    for (const box of [...LINE_2, '24.1.paid', '24.2.adjDate', '29']) expect(item(c, box)?.source, box).toBe(SOURCE);
  });

  it('are left to the posting where she says so', () => {
    expect(shown(differing('posting'), ...LINE_2)).toEqual(['50.69', '21.63', '12.68']);
    expect(item(differing('posting'), '24.2.paid')?.source).toBe('Ledger, paid by BRIGHTWATER PPO');
  });

  it('are from nowhere while the two differ and she has not said', () => {
    const c = differing();
    expect(shown(c, ...LINE_2, '29')).toEqual([undefined, undefined, undefined, undefined]);
    expect(why(c, '24.2.paid')).toBe('Posting and remittance differ on line 2: say which of them to take.');
    expect(why(c, '29')).toBe('Posting and remittance differ on line 2: say which of them to take.');
    expect(shown(c, '24.1.paid')).toEqual(['98.40']);
  });

  it('are taken where nothing is posted', () => {
    const ledger = aLedger({ lines: [aLine(), aSecondLine({ postings: [] })] });
    const c = answered({}, { ledger });
    expect(shown(c, ...LINE_2)).toEqual(['50.69', '21.64', '12.67']);
    expect([item(c, '24.1.paid')?.source, item(c, '24.2.paid')?.source]).toEqual([
      'Ledger, paid by BRIGHTWATER PPO',
      SOURCE,
    ]);
    expect(item(c, '29')?.source).toBe(`Ledger, paid by BRIGHTWATER PPO; ${SOURCE}`);
  });

  it('are taken by the lines of the form while the ledger is not read', () => {
    const c = without(answered(), 'ledger');
    expect(shown(c, '24.1.paid', ...LINE_2)).toEqual(['98.40', '50.69', '21.64', '12.67']);
    expect(why(c, '29')).toBe('The ledger is not read.');
    const other = without(answered({ lines: [aRemitLine({ charge: 16600 }), aSecondRemitLine()] }), 'ledger');
    expect(why(other, '24.1.paid')).toContain('another charge');
    expect(why(without(answered({}, {}, 'posting'), 'ledger'), '24.1.paid')).toBe('The ledger is not read.');
    expect(why(without(aCase(), 'ledger'), '24.1.paid')).toBe('The ledger is not read.');
  });

  it('are net: the correction counts, with its date', () => {
    const lines = [
      aRemitLine({ paid: 9000, adjustments: [cas('CO-45', 5040), cas('PR-2', 2460)] }),
      aSecondRemitLine(),
    ];
    const later = (claim: Partial<EraClaim>) => anAnswer({ claim, payment: LATER, file: 'b' });
    const all = [anAnswer(), later(reversalOf(aRemitClaim(), { segment: 200 })), later({ lines, segment: 300 })];
    const c = withRemit(all, {}, 'remittance');
    expect(shown(c, '24.1.paid', '24.1.adj1.amount', '24.1.adjDate', '29')).toEqual([
      '90.00',
      '50.40',
      '03/24/2026',
      '140.69',
    ]);
    expect(item(c, '24.1.paid')?.source).toBe('Remittance 03/24/2026, check 0099001');
  });

  it('add up split lines', () => {
    const half = { charge: 4250, adjustments: [cas('CO-45', 1082), cas('PR-2', 600)] };
    const lines = [
      aRemitLine(),
      aSecondRemitLine({ ...half, paid: 2568 }),
      aSecondRemitLine({ ...half, segment: 131, paid: 2501, adjustments: [cas('CO-45', 1082), cas('PR-2', 667)] }),
    ];
    expect(shown(answered({ lines }, { ledger: CENT }, 'remittance'), ...LINE_2)).toEqual(['50.69', '21.64', '12.67']);
  });

  it.each<[string, Adjudication[], string]>([
    ['what was taken back', [anAnswer({ claim: reversalOf(aRemitClaim()) })], 'holds no answer that counts'],
    [
      'answers of which nobody can tell the last',
      [
        anAnswer(),
        anAnswer({ claim: { lines: [aRemitLine({ paid: 1 })] }, payment: { trace: '7', total: 1 }, file: 'b' }),
      ],
      'do not say one thing',
    ],
    [
      'an answer of which a line was taken back',
      [
        anAnswer(),
        anAnswer({
          claim: reversalOf(aRemitClaim({ lines: [aSecondRemitLine()] }), { segment: 200 }),
          payment: LATER,
          file: 'b',
        }),
      ],
      'took back what it answered',
    ],
  ])('are not guessed from %s', (_what, remittance, words) => {
    for (const from of [undefined, 'remittance'] as const) {
      expect(why(withRemit(remittance, {}, from), '24.1.paid')).toContain(words);
    }
    expect(shown(withRemit(remittance, {}, 'posting'), '24.1.paid')).toEqual(['98.40']);
  });

  it.each<[string, Partial<EraClaim>, string]>([
    [
      'does not balance',
      { lines: [aRemitLine({ paid: 9841 }), aSecondRemitLine()] },
      'Line 1 does not balance in the remittance',
    ],
    [
      'has another charge',
      { lines: [aRemitLine({ charge: 16600, paid: 9940 }), aSecondRemitLine()] },
      'another charge in the remittance',
    ],
    [
      'has a charge that is not read',
      { lines: [aRemitLine({ charge: null }), aSecondRemitLine()] },
      'The charge of line 1 is not read.',
    ],
    [
      'has an amount that is not read',
      { lines: [aRemitLine({ adjustments: [cas('CO-45', null)] }), aSecondRemitLine()] },
      'is not read',
    ],
    [
      'was paid less than nothing',
      { lines: [aRemitLine({ paid: -1, adjustments: [cas('CO-45', 16501)] }), aSecondRemitLine()] },
      'took back more than it paid',
    ],
    ['is not in the remittance', { lines: [aSecondRemitLine()] }, 'has no line that is line 1 for sure'],
    [
      'belongs to a claim that was adjusted as a whole',
      { adjustments: [cas('PR-1', 2000)] },
      'adjusted the whole claim',
    ],
  ])('are not taken of a line that %s', (_what, claim, words) => {
    expect(why(answered(claim, {}, 'remittance'), '24.1.paid')).toContain(words);
  });

  it('are 0.00 where the primary paid nothing', () => {
    const lines = [aRemitLine({ paid: 0, adjustments: [cas('PR-96', 16500)] }), aSecondRemitLine()];
    expect(shown(answered({ lines }, {}, 'remittance'), '24.1.paid', '24.1.adj1.amount')).toEqual(['0.00', '165.00']);
  });

  it('bear the last date and source where a later payment came on top', () => {
    const onTop = aRemitLine({ charge: 0, paid: 500, adjustments: [cas('CO-45', -500)] });
    const all = [anAnswer(), anAnswer({ claim: { lines: [onTop] }, payment: LATER, file: 'b' })];
    const c = withRemit(all, {}, 'remittance');
    expect(shown(c, '24.1.paid', '24.1.adj1.amount', '24.1.adjDate')).toEqual(['103.40', '37.00', '03/24/2026']);
    expect(item(c, '24.1.paid')?.source).toBe('Remittance 03/24/2026, check 0099001');
    expect(item(c, '24.2.paid')?.source).toBe(SOURCE);
  });

  it('are the posting’s where the whole claim was adjusted and that was posted to a line, from nowhere where it was not', () => {
    const claim = { adjustments: [cas('PR-1', 2000)] };
    const adjustments = [adjustment('CO', '45', 4200), adjustment('PR', '2', 2460), adjustment('PR', '1', 2000)];
    const postings = [aPosting({ paid: is(7840), adjustments: is(adjustments) })];
    const ledger = aLedger({ lines: [aLine({ insurancePaid: is(7840), postings }), aSecondLine()] });
    expect(item(answered(claim, { ledger }), '24.1.paid')).toMatchObject({
      wantedShown: '78.40',
      source: 'Ledger, paid by BRIGHTWATER PPO',
    });
    expect(shown(answered(claim, { ledger }, 'remittance'), '24.1.paid')).toEqual(['78.40']);
    expect(why(answered(claim), '24.1.paid')).toContain('adjusted the whole claim');
  });

  it('are the posting’s on a line that the remittance does not have, unless it may be one that fits none', () => {
    expect(shown(answered({ lines: [aRemitLine()] }), '24.2.paid')).toEqual(['50.69']);
    const odd = aSecondRemitLine({ lineControlNumber: '', procedure: '97112' });
    expect(why(answered({ lines: [aRemitLine(), odd] }), '24.2.paid')).toContain('Nobody can tell');
  });

  it('have no date where the payment has none', () => {
    const c = withRemit([anAnswer({ payment: { paidOn: null } })], {}, 'remittance');
    expect(shown(c, '24.1.paid', '24.1.adjDate')).toEqual(['98.40', undefined]);
  });

  it('have no code of their own making', () => {
    const lines = [aRemitLine({ adjustments: [cas('XX-45', 4200), cas('PR-2', 2460)] }), aSecondRemitLine()];
    expect(why(answered({ lines }, {}, 'remittance'), '24.1.adj1.amount')).toContain('has no group and reason code');
  });

  it('are what the open form is held against', () => {
    const ids = (c: Case) =>
      examine(c)
        .findings.map(({ check }) => check)
        .filter((id) => id === 'C011' || id === 'C112');
    const filled = (from: From) =>
      aFormCase({}, [], { ledger: CENT, remittance: [anAnswer()], answers: answers(from) });
    expect(ids(filled('remittance'))).toEqual(['C011']);
    expect(ids(filled('posting'))).toEqual(['C011', 'C112']);
  });

  it('are what box 29 is held against', () => {
    const line = aSecondLine({
      insurancePaid: is(6069),
      postings: [
        aPosting({ paid: is(6069), adjustments: is([adjustment('CO', '45', 1164), adjustment('PR', '2', 1267)]) }),
      ],
    });
    const c = (box29: string, from: From) =>
      aFormCase({ '29': box29 }, [], {
        ledger: aLedger({ lines: [aLine(), line] }),
        remittance: [anAnswer()],
        answers: answers(from),
      });
    const box29 = CATALOGUE.find(({ id }) => id === 'C110');
    const is29 = (box: string, from: From) => box29?.run(c(box, from)).is;
    expect([is29('149.09', 'remittance'), is29('159.09', 'remittance')]).toEqual(['pass', 'raised']);
    expect([is29('149.09', 'posting'), is29('159.09', 'posting')]).toEqual(['raised', 'pass']);
  });

  it('are never other than those of the source that was chosen, whatever is posted', () => {
    const cents = fc.integer({ min: 0, max: 8500 });
    fc.assert(
      fc.property(cents, cents, fc.constantFrom<From>('posting', 'remittance', undefined), (paid, said, from) => {
        const ledger = aLedger({
          lines: [
            aLine(),
            aSecondLine({
              insurancePaid: is(paid),
              postings: [aPosting({ paid: is(paid), adjustments: is([adjustment('CO', '45', 8500 - paid)]) })],
            }),
          ],
        });
        const lines = [aRemitLine(), aSecondRemitLine({ paid: said, adjustments: [cas('CO-45', 8500 - said)] })];
        const c = answered({ lines }, { ledger }, from);
        const wanted = item(c, '24.2.paid')?.wanted;
        const expected = from === 'remittance' ? said : from === 'posting' || paid === said ? paid : undefined;
        expect(wanted).toBe(expected === undefined ? undefined : String(expected));
      }),
    );
  });

  it('do not stand in for a posting that cannot be read, unless she says so', () => {
    const ledger = aLedger({ lines: [aLine({ postings: [aPosting({ paid: smudged('9?') })] }), aSecondLine()] });
    expect(why(answered({}, { ledger }), '24.1.paid')).toContain('cannot be compared');
    expect(shown(answered({}, { ledger }, 'remittance'), '24.1.paid')).toEqual(['98.40']);
  });
});
