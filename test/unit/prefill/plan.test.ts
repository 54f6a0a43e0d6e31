import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { netAdjustments } from '../../../lib/checks/postings';
import { BOXES } from '../../../lib/claim/boxes';
import type { Case } from '../../../lib/claim/case';
import type { Adjustment } from '../../../lib/claim/claim';
import type { CoverageAnswers } from '../../../lib/claim/coverage';
import type { ClaimForm, FormBox } from '../../../lib/claim/form';
import { formatPlain } from '../../../lib/claim/money';
import { fingerprint } from '../../../lib/prefill/fingerprint';
import { makePlan, ordersOf } from '../../../lib/prefill/make-plan';
import type { PlanItem, PrefillPlan } from '../../../lib/prefill/plan';
import {
  absent,
  aCase,
  aChart,
  adjustment,
  aForm,
  aLedger,
  aLine,
  aPolicy,
  aPosting,
  aPrimaryPolicy,
  aRow,
  aSecondLine,
  FORM_VALUES,
  is,
  MEDICARE,
  smudged,
  without,
} from '../checks/build';

/** What the primary did, and who is insured: what the plan is about. The service lines themselves stay. */
const isOurs = (id: string) => (id.startsWith('24.') ? /\.(?:paid|adj)/.test(id) : !/^(?:10|12|13|2[0-8])/.test(id));

/** The form with its service lines, and nothing else filled in. */
const emptyForm = (values: Record<string, string> = {}, change: (box: FormBox) => FormBox = (b) => b): ClaimForm => {
  const blank = Object.fromEntries(Object.keys(FORM_VALUES).map((id) => [id, isOurs(id) ? '' : FORM_VALUES[id]!]));
  const form = aForm({ ...blank, payer: '31', ...values });
  return { ...form, boxes: form.boxes.map(change) };
};

const item = (plan: PrefillPlan, box: string): PlanItem | undefined => plan.items.find((i) => i.box === box);
const wanted = (plan: PrefillPlan, box: string) => item(plan, box)?.wantedShown;
const why = (plan: PrefillPlan, box: string) => plan.missing.find((m) => m.box === box)?.why;

const withPolicies = (secondary: Parameters<typeof aPolicy>[0], primary: Parameters<typeof aPolicy>[0] = {}): Case =>
  aCase({ chart: aChart({ policies: [aPrimaryPolicy(primary), aPolicy(secondary)] }) });

const withLines = (...lines: ReturnType<typeof aLine>[]): Case => aCase({ ledger: aLedger({ lines }) });

const onePosting = (changes: Parameters<typeof aPosting>[0]) =>
  withLines(aLine({ postings: [aPosting(changes)], insurancePaid: absent }), aSecondLine());

describe('the destination-payer view', () => {
  it('finds a rightly filled form right, box by box', () => {
    const plan = makePlan(aCase(), aForm());
    expect(plan.template).toBe('destination-payer');
    expect(plan.items.filter((i) => i.state !== 'right')).toEqual([]);
    expect(plan.missing).toEqual([]);
    expect(plan.items.length).toBeGreaterThan(30);
  });

  it('fills an empty form with what the chart and the ledger say', () => {
    const plan = makePlan(aCase(), emptyForm());
    const filled = Object.fromEntries(plan.items.map((i) => [i.box, i.wantedShown]));
    expect(filled).toMatchObject({
      transmission: 'Electronic',
      '1a': 'LM44108220',
      '2': 'OKAFOR, DENISE M',
      '3': '04/12/1958',
      '3.sex': 'F',
      '4': 'OKAFOR, DENISE M',
      '6': 'SELF',
      '7.street': '12 ELM ST',
      '9': 'OKAFOR, DENISE M',
      '9a': '2288',
      '9d': 'BRIGHTWATER PPO',
      '11': '77120',
      '11a': '04/12/1958',
      '11c': 'LARKSPUR CHOICE',
      '11d': 'YES',
      '29': '149.09',
      '24.1.paid': '98.40',
      '24.1.adjDate': '03/10/2026',
      '24.1.adj1.group': 'CO',
      '24.1.adj1.reason': '45',
      '24.1.adj1.amount': '42.00',
      '24.1.adj2.amount': '24.60',
      '24.2.paid': '50.69',
    });
    expect(plan.items.every((i) => i.state === 'fill')).toBe(true);
  });

  it('says where each value comes from, and under which heading it belongs', () => {
    const plan = makePlan(aCase(), emptyForm());
    expect(item(plan, '29')?.source).toBe('Ledger, paid by BRIGHTWATER PPO');
    expect(item(plan, '11c')?.source).toBe('Chart, secondary');
    expect(item(plan, '24.1.adjDate')).toMatchObject({ group: 'Line 1, 99214-25', line: 1 });
  });

  it('plans nothing for charges, procedures and dates of service', () => {
    const plan = makePlan(aCase(), emptyForm({ '28': '1.00', '24.1.G': '9' }));
    expect(plan.items.map((i) => i.box).filter((id) => /^28$|^24\.\d\.(?:A|B|D|E|F|G|mod)/.test(id))).toEqual([]);
  });

  it('leaves out boxes that the form does not have', () => {
    expect(item(makePlan(aCase(), aForm({}, ['9d'])), '9d')).toBeUndefined();
  });

  it('leaves box 11 blank where the plan has no group number', () => {
    const plan = makePlan(withPolicies({ group: is('') }), emptyForm());
    expect(item(plan, '11')).toBeUndefined();
    expect(why(plan, '11')).toBeUndefined();
  });

  it('puts the member ID in 9a where the primary has no group number, but not where it cannot be read', () => {
    expect(wanted(makePlan(withPolicies({}, { group: is('') }), emptyForm()), '9a')).toBe('BW2288401');
    const smudgedGroup = makePlan(withPolicies({}, { group: smudged('2?88') }), emptyForm());
    expect(item(smudgedGroup, '9a')).toBeUndefined();
    expect(why(smudgedGroup, '9a')).toContain('cannot be read');
  });

  it('takes the insured from the policy where the patient is a dependent', () => {
    const c = withPolicies({
      relationship: is('spouse'),
      insured: is({ last: 'OKAFOR', first: 'PAUL', middle: '' }),
      insuredDob: is('1955-01-02'),
      insuredSex: is('M'),
    });
    const plan = makePlan(c, emptyForm());
    expect([wanted(plan, '4'), wanted(plan, '6'), wanted(plan, '11a'), wanted(plan, '11a.sex')]).toEqual([
      'OKAFOR, PAUL',
      'SPOUSE',
      '01/02/1955',
      'M',
    ]);
  });

  it('does not take the patient for the insured where the chart says nobody else', () => {
    const plan = makePlan(withPolicies({ relationship: is('spouse'), insured: absent }), emptyForm());
    expect(item(plan, '4')).toBeUndefined();
    expect(why(plan, '4')).toBe("The insured's name of the secondary is not on the page.");
  });
});

describe('the Medicare-secondary view', () => {
  const medicare = (primary: Parameters<typeof aPolicy>[0] = {}): Case => ({
    ...withPolicies({ payer: is(MEDICARE.name), memberId: is('1EG4-TE5-MK73') }, primary),
    secondary: MEDICARE,
  });

  it('is chosen for Medicare alone', () => {
    expect(makePlan(medicare(), emptyForm()).template).toBe('medicare-secondary');
    const advantage = aCase({ secondary: { ...MEDICARE, kind: 'medicare-advantage' } });
    expect(makePlan(advantage, emptyForm()).template).toBe('destination-payer');
  });

  it('describes the plan that is primary to Medicare, and says SAME where it is the patient', () => {
    const plan = makePlan(medicare(), emptyForm());
    const boxes = ['1a', '4', '6', '7.street', '11', '11c', '29'];
    expect(boxes.map((id) => wanted(plan, id))).toEqual([
      '1EG4TE5MK73',
      'SAME',
      'SELF',
      'SAME',
      '2288',
      'BRIGHTWATER PPO',
      '0.00',
    ]);
  });

  it('leaves 7 to 7.zip, 9, 9a, 9d, 11a and 11d alone', () => {
    const plan = makePlan(medicare(), emptyForm());
    for (const id of ['7.city', '9', '9a', '9d', '11a', '11d']) expect(item(plan, id)).toBeUndefined();
  });

  it('never puts what the primary paid in box 29', () => {
    const patientPaid = aLedger({ lines: [aLine({ patientPaid: is(1000) }), aSecondLine()] });
    expect(wanted(makePlan({ ...medicare(), ledger: patientPaid }, emptyForm()), '29')).toBe('10.00');
  });

  it('names the insured where it is not the patient', () => {
    const insured = { last: 'OKAFOR', first: 'PAUL', middle: '' };
    const plan = makePlan(medicare({ relationship: is('spouse'), insured: is(insured) }), emptyForm());
    expect([wanted(plan, '4'), wanted(plan, '6'), wanted(plan, '11a')]).toEqual([
      'OKAFOR, PAUL',
      'SPOUSE',
      '04/12/1958',
    ]);
  });

  it('asks the biller for the insurance type and never fills it', () => {
    const form = emptyForm();
    form.boxes.push({ ...form.boxes[0]!, box: 'msp', value: '', shown: '' });
    const plan = makePlan(medicare(), form);
    expect(why(plan, 'msp')).toContain('Pick why Medicare is second');
    expect(item(plan, 'msp')).toBeUndefined();
  });

  describe('the insurance type that follows from the facts', () => {
    const options = [
      { value: '', label: '' },
      { value: '7', label: '12 - WORKING AGED' },
      { value: '9', label: '43 - DISABLED UNDER 65' },
    ];
    const coverage: CoverageAnswers = {
      plans: { 'BRIGHTWATER PPO': { basis: 'current-employment', employerSize: '100-or-more' } },
      medicareFor: ['age'],
    };
    const planned = (box: Partial<FormBox> = {}) => {
      const form = emptyForm();
      form.boxes.push({ ...form.boxes[0]!, box: 'msp', control: 'select', value: '', shown: '', options, ...box });
      return makePlan({ ...medicare(), coverage }, form);
    };

    it('is proposed with its reason, and filled only with her tick', () => {
      const plan = planned();
      expect(item(plan, 'msp')).toMatchObject({
        state: 'proposal',
        wanted: '7',
        wantedShown: '12 - WORKING AGED',
        source: 'Working aged: 65 or older, employer plan of 20 or more',
      });
      expect(ordersOf(plan).map(({ box }) => box)).not.toContain('msp');
      expect(ordersOf(plan, new Set(['msp'])).find(({ box }) => box === 'msp')).toMatchObject({ wanted: '7' });
    });

    it('is proposed too where she emptied the box, or the form opened with another', () => {
      expect(item(planned({ touched: true }), 'msp')?.state).toBe('proposal');
    });

    it('is right where the form has it', () => {
      expect(item(planned({ value: '7', shown: '12 - WORKING AGED', touched: true }), 'msp')?.state).toBe('right');
    });

    it('is left to her where the list has no such type, or two', () => {
      for (const list of [options.slice(0, 1), [...options, { value: '8', label: '12 - WORKING AGED, SPOUSE' }]]) {
        const plan = planned({ options: list });
        expect(item(plan, 'msp')).toBeUndefined();
        expect(why(plan, 'msp')).toContain('The list has no 12');
      }
    });
  });
});

describe('what stands in the form is the biller’s or the PM’s', () => {
  it('asks before it overwrites another value, touched or not', () => {
    const plan = makePlan(
      aCase(),
      emptyForm({ '29': '180.00', '11c': 'LARKSPUR GOLD' }, (b) => (b.box === '29' ? { ...b, touched: true } : b)),
    );
    expect(item(plan, '29')).toMatchObject({ state: 'conflict', why: 'You changed it.' });
    expect(item(plan, '11c')).toMatchObject({ state: 'conflict', why: 'The form already holds something else.' });
  });

  it('asks before it fills a box that the biller cleared', () => {
    const plan = makePlan(
      aCase(),
      emptyForm({}, (b) => (b.box === '9d' ? { ...b, touched: true } : b)),
    );
    expect(item(plan, '9d')?.state).toBe('conflict');
  });

  it('fills a choice that the form opened with, and asks about one that she made', () => {
    const options = [
      { value: 'Y', label: 'YES' },
      { value: 'N', label: 'NO' },
    ];
    const preset = (touched: boolean) => (box: FormBox) =>
      box.box === '11d' ? { ...box, control: 'radio' as const, options, value: 'N', touched } : box;
    const planned = (touched: boolean) => item(makePlan(aCase(), emptyForm({}, preset(touched))), '11d');
    expect(planned(false)).toMatchObject({ state: 'fill', present: 'N', wantedShown: 'YES' });
    expect(planned(true)).toMatchObject({ state: 'conflict', why: 'You changed it.' });
  });

  it('gives orders for boxes to fill, and for conflicts only with her tick', () => {
    const plan = makePlan(aCase(), emptyForm({ '29': '180.00' }));
    expect(ordersOf(plan).some((o) => o.box === '29')).toBe(false);
    expect(ordersOf(plan, new Set(['29'])).find((o) => o.box === '29')).toMatchObject({
      expected: '180.00',
      wanted: '14909',
    });
  });

  it('never orders a box that is touched, right, hidden, disabled or read-only, whatever the form holds', () => {
    const states = ['open', 'disabled', 'read-only', 'hidden', 'off-screen'] as const;
    const boxState = fc.record({
      value: fc.constantFrom('', '0.00', '149.09', 'X'),
      touched: fc.boolean(),
      state: fc.constantFrom(...states),
    });
    fc.assert(
      fc.property(fc.infiniteStream(boxState), (stream) => {
        const form = emptyForm({}, (b) => (isOurs(b.box) && !b.options ? { ...b, ...stream.next().value } : b));
        const boxes = new Map(form.boxes.map((b) => [b.box, b]));
        for (const order of ordersOf(makePlan(aCase(), form))) {
          const box = boxes.get(order.box)!;
          expect(box).toMatchObject({ touched: false, state: 'open', value: '' });
        }
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['disabled', 'The box is disabled.'],
    ['read-only', 'The box is read-only.'],
    ['hidden', 'The box is hidden.'],
    ['off-screen', 'The box is outside the page.'],
  ] as const)('leaves a box that is %s alone and says so', (state, words) => {
    const form = emptyForm({}, (b) => (b.box === '9d' ? { ...b, state } : b));
    expect(item(makePlan(aCase(), form), '9d')).toMatchObject({ state: 'left-alone', why: words });
  });

  it('leaves a box alone that has no room for the value', () => {
    const form = emptyForm({}, (b) => (b.box === '9d' ? { ...b, maxLength: 4 } : b));
    expect(item(makePlan(aCase(), form), '9d')).toMatchObject({
      state: 'left-alone',
      why: 'The box has room for 4 characters, "BRIGHTWATER PPO" has 15.',
    });
  });
});

describe('lines are matched by what they are', () => {
  it('fills the second line of the form from the first of the ledger where that is the same service', () => {
    const plan = makePlan(withLines(aSecondLine({ n: 1 }), aLine({ n: 2 })), emptyForm());
    expect([wanted(plan, '24.1.paid'), wanted(plan, '24.2.paid')]).toEqual(['98.40', '50.69']);
  });

  it.each([
    ['another procedure', { '24.1.D': '99213' }],
    ['another modifier', { '24.1.mod1': '59' }],
    ['no modifier', { '24.1.mod1': '' }],
    ['another date', { '24.1.A.from': '02/25/2026' }],
    ['another charge', { '24.1.F': '165.01' }],
    ['an unreadable charge', { '24.1.F': '16S.00' }],
  ])('fills nothing on a line with %s', (_what, values: Record<string, string>) => {
    const plan = makePlan(aCase(), emptyForm(values));
    expect(plan.items.filter((i) => i.line === 1)).toEqual([]);
    expect(why(plan, '24.1.paid')).toBe('Line 1 of the form is not in the ledger.');
    expect(wanted(plan, '24.2.paid')).toBe('50.69');
  });

  it('fills nothing where two ledger lines fit', () => {
    const plan = makePlan(withLines(aLine(), aLine({ n: 2 }), aSecondLine({ n: 3 })), emptyForm());
    expect(why(plan, '24.1.paid')).toBe('Line 1 of the form fits 2 lines of the ledger.');
  });

  it('fills nothing where two form lines are one ledger line', () => {
    const twin = { '24.2.D': '99214', '24.2.mod1': '25', '24.2.F': '165.00' };
    const plan = makePlan(aCase(), emptyForm(twin));
    expect(why(plan, '24.1.paid')).toBe('Line 1 of the form is there twice, once in the ledger.');
    expect(plan.items.filter((i) => i.line !== undefined)).toEqual([]);
  });

  it('reads modifiers that stand in the procedure box', () => {
    const plan = makePlan(aCase(), emptyForm({ '24.1.D': '99214-25', '24.1.mod1': '' }));
    expect(wanted(plan, '24.1.paid')).toBe('98.40');
  });

  it('says that the ledger is not read, once a line', () => {
    const plan = makePlan(without(aCase(), 'ledger'), emptyForm());
    expect(why(plan, '24.1.paid')).toBe('The ledger is not read.');
    expect(why(plan, '29')).toBe('The ledger is not read.');
  });

  it('does not use the ledger of another claim', () => {
    const plan = makePlan(aCase({ ledger: aLedger({ claimId: is('9999') }) }), emptyForm());
    expect(why(plan, '29')).toBe('The ledger is for claim 9999.');
    expect(plan.items.filter((i) => i.line !== undefined)).toEqual([]);
  });
});

describe('adjustments', () => {
  it('are summed where group and reason are the same, and left out where nothing remains', () => {
    const list = [
      adjustment('CO', '45', 4000),
      adjustment('PR', '2', 2460),
      adjustment('CO', '45', 200),
      adjustment('OA', '23', 500),
      adjustment('OA', '23', -500),
    ];
    const plan = makePlan(onePosting({ adjustments: is(list) }), emptyForm());
    expect(['adj1.amount', 'adj2.amount', 'adj3.amount'].map((part) => wanted(plan, `24.1.${part}`))).toEqual([
      '42.00',
      '24.60',
      undefined,
    ]);
  });

  it('are not planned at all where the form has no room for each of them', () => {
    const list = [
      adjustment('CO', '45', 2000),
      adjustment('CO', '253', 2200),
      adjustment('PR', '1', 1000),
      adjustment('PR', '2', 1460),
    ];
    const plan = makePlan(onePosting({ adjustments: is(list) }), emptyForm());
    expect(plan.items.filter((i) => /^24\.1\.adj\d/.test(i.box))).toEqual([]);
    expect(why(plan, '24.1.adj1.amount')).toBe(
      'The form has room for 3 of 4 adjustments: CO-45 20.00, CO-253 22.00, PR-1 10.00, PR-2 14.60.',
    );
  });

  it('stay in the boxes where they stand already', () => {
    const plan = makePlan(
      aCase(),
      emptyForm({
        '24.1.adj1.group': 'PR',
        '24.1.adj1.reason': '2',
        '24.1.adj1.amount': '24.60',
        '24.1.adj2.group': '',
        '24.1.adj2.reason': '',
        '24.1.adj2.amount': '',
      }),
    );
    expect(item(plan, '24.1.adj1.amount')).toMatchObject({ state: 'right', wanted: '2460' });
    expect(item(plan, '24.1.adj2.amount')).toMatchObject({ state: 'fill', wanted: '4200' });
  });

  it('without a group or reason code are never planned', () => {
    const list = [adjustment('', '', 4200), adjustment('PR', '2', 2460)];
    const plan = makePlan(onePosting({ adjustments: is(list) }), emptyForm());
    expect(plan.items.filter((i) => /^24\.1\.adj\d/.test(i.box))).toEqual([]);
    expect(why(plan, '24.1.adj1.amount')).toContain('has no group and reason code');
  });

  it('are netted over a reversal and its correction, with the last date', () => {
    const first = aPosting({ date: is('2026-03-01') });
    const reversal = aPosting({
      paid: is(-9840),
      adjustments: is([adjustment('CO', '45', -4200), adjustment('PR', '2', -2460)]),
      date: is('2026-03-08'),
    });
    const correction = aPosting({
      paid: is(10000),
      adjustments: is([adjustment('CO', '45', 4000), adjustment('PR', '2', 2500)]),
      date: is('2026-03-10'),
    });
    const line = aLine({ postings: [first, reversal, correction], insurancePaid: is(10000) });
    const plan = makePlan(withLines(line, aSecondLine()), emptyForm());
    expect(['paid', 'adjDate', 'adj1.amount', 'adj2.amount'].map((part) => wanted(plan, `24.1.${part}`))).toEqual([
      '100.00',
      '03/10/2026',
      '40.00',
      '25.00',
    ]);
  });

  it('never lose or make a cent: paid and net adjustments add up to the charge of a balanced line', () => {
    const amount = fc.integer({ min: -5000, max: 50000 });
    const coded: fc.Arbitrary<Adjustment> = fc
      .tuple(fc.constantFrom('CO', 'PR', 'OA'), fc.constantFrom('45', '1', '2'), amount)
      .map(([group, carc, cents]) => adjustment(group as 'CO', carc, cents));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90000 }), fc.array(coded, { maxLength: 8 }), (paid, adjustments) => {
        const charge = paid + adjustments.reduce((sum, a) => sum + a.amount, 0);
        fc.pre(charge > 0);
        const line = aLine({
          charge: is(charge),
          insurancePaid: is(paid),
          postings: [aPosting({ paid: is(paid), adjustments: is(adjustments) })],
        });
        const plan = makePlan(withLines(line), emptyForm({ '24.1.F': formatPlain(charge) }));
        const planned = plan.items.filter((i) => i.line === 1 && /(?:paid|amount)$/.test(i.box));
        if (netAdjustments(adjustments).length > 3) {
          expect(planned.map((i) => i.box)).toEqual(['24.1.paid']);
          return;
        }
        expect(planned.reduce((sum, i) => sum + Number(i.wanted), 0)).toBe(charge);
      }),
      { numRuns: 200 },
    );
  });
});

describe('what is not read is never filled', () => {
  it.each([
    ['paid', onePosting({ paid: smudged('9S.40') }), '24.1.paid'],
    ['adjustments', onePosting({ adjustments: smudged('CO-45 ??') }), '24.1.adj1.amount'],
    ['check date', onePosting({ date: smudged('02/30/2026') }), '24.1.adjDate'],
    ['check date (none on the page)', onePosting({ date: absent }), '24.1.adjDate'],
    ['level', onePosting({ level: smudged('?') }), '24.1.paid'],
    ['member ID', withPolicies({ memberId: smudged('LM?') }), '1a'],
    ['relationship', withPolicies({ relationship: smudged('Domestic') }), '6'],
    ['birth date', withPolicies({ insuredDob: smudged('13/13/1958') }), '11a'],
    ['plan name', withPolicies({ plan: smudged('') }), '11c'],
    ['chart', without(aCase(), 'chart'), '9d'],
  ] as const)('%s', (_what, c, box) => {
    const plan = makePlan(c, emptyForm());
    expect(item(plan, box)).toBeUndefined();
    expect(why(plan, box)).toBeTruthy();
  });

  it('box 29 is not a sum of which a part is not read', () => {
    const plan = makePlan(onePosting({ paid: smudged('9S.40') }), emptyForm());
    expect(item(plan, '29')).toBeUndefined();
  });

  it('two sources that contradict each other give no value', () => {
    const line = aLine({ insurancePaid: is(9841) });
    expect(why(makePlan(withLines(line, aSecondLine()), emptyForm()), '24.1.paid')).toBe(
      'The ledger shows $98.41 paid on line 1, its postings add up to $98.40.',
    );
    const picked = aCase({ picked: { insuranceId: 'LM99999999', name: 'OKAFOR, DENISE', path: 'x' } });
    expect(why(makePlan(picked, emptyForm()), '1a')).toBe(
      'The chart says LM44108220, the ID you picked is LM99999999.',
    );
  });

  it('the picked ID serves where the chart was not read', () => {
    const c = aCase({ picked: { insuranceId: 'LM44108220', name: 'OKAFOR, DENISE', path: 'x' } });
    expect(item(makePlan(without(c, 'chart'), emptyForm()), '1a')).toMatchObject({
      wanted: 'LM44108220',
      source: 'Payer search, picked by you',
    });
  });

  it.each([
    ['of another payer', { payer: is('HALCYON HEALTH') }, 'The claim’s primary is'],
    ['that had ended', { terminated: is('2025-12-31') }, 'ended 12/31/2025'],
    ['that had not begun', { effective: is('2026-03-01') }, 'began 03/01/2026'],
  ] as const)('a primary policy %s is not this claim’s', (_what, changes, words) => {
    const plan = makePlan(withPolicies({}, changes), emptyForm());
    expect(item(plan, '9a')).toBeUndefined();
    expect(why(plan, '9a')).toContain(words.replace('’', "'"));
  });

  it('two secondary policies are none', () => {
    const c = aCase({ chart: aChart({ policies: [aPrimaryPolicy(), aPolicy(), aPolicy()] }) });
    expect(why(makePlan(c, emptyForm()), '11c')).toBe('The chart names 2 secondary insurances.');
  });

  it('a posting of the secondary is not the primary’s', () => {
    const second = aPosting({ level: is('S'), payer: is('LARKSPUR MUTUAL'), paid: is(2460), adjustments: is([]) });
    const line = aLine({ postings: [aPosting(), second], insurancePaid: is(12300) });
    expect(wanted(makePlan(withLines(line, aSecondLine()), emptyForm()), '24.1.paid')).toBe('98.40');
    const only = aLine({ postings: [second], insurancePaid: absent });
    expect(why(makePlan(withLines(only, aSecondLine()), emptyForm()), '24.1.paid')).toBe(
      'The ledger has no posting of the primary on line 1.',
    );
  });
});

describe('the form must be this claim’s', () => {
  it('plans nothing on the form of another claim', () => {
    const plan = makePlan(aCase(), { ...emptyForm(), claimId: '1' });
    expect(plan.items).toEqual([]);
    expect(plan.missing).toEqual([{ box: '', name: 'Form', why: 'The form is for claim 1.' }]);
  });

  it('plans nothing where a form without a claim number names another patient', () => {
    const { claimId: _own, ...form } = emptyForm({ '2': 'STRAND, OLE' });
    expect(makePlan(aCase(), form).items).toEqual([]);
  });

  it('plans nothing for a claim whose number is not read', () => {
    expect(makePlan(aCase({ row: aRow({ id: smudged('88412?7') }) }), emptyForm()).items).toEqual([]);
  });

  it('has a fingerprint that changes with a value, a box, or the claim, and shows no value', () => {
    const form = emptyForm();
    const prints = [
      form,
      emptyForm({ '29': '1' }),
      { ...form, boxes: form.boxes.slice(1) },
      { ...form, claimId: '2' },
    ].map(fingerprint);
    expect(new Set(prints).size).toBe(4);
    expect(fingerprint(emptyForm())).toBe(prints[0]);
    expect(prints[0]).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('the transmission', () => {
  it('follows the route that the checks decided', () => {
    expect(wanted(makePlan(aCase(), emptyForm(), 'print'), 'transmission')).toBe('Print Locally on CMS-1500');
    expect(item(makePlan(aCase(), emptyForm(), 'undecided'), 'transmission')).toBeUndefined();
    expect(item(makePlan(aCase(), emptyForm(), 'none'), 'transmission')).toBeUndefined();
  });
  it('follows what the biller said of the payer where no route is given', () => {
    const c = aCase({ answers: { acknowledged: {}, electronicSecondary: 'no' } });
    expect(item(makePlan(c, emptyForm()), 'transmission')?.wanted).toBe('P');
  });
  it('is not planned where two options mean the same way', () => {
    const form = emptyForm();
    form.transmission.options = [...form.transmission.options, { value: 'X', label: 'E', means: 'electronic' }];
    expect(item(makePlan(aCase(), form), 'transmission')).toBeUndefined();
  });
});

it('every planned box is known to the product by name and kind', () => {
  for (const i of makePlan(aCase(), emptyForm()).items) {
    expect({ name: i.name, kind: i.kind }).toEqual({ name: BOXES.get(i.box)?.name, kind: BOXES.get(i.box)?.kind });
  }
});
