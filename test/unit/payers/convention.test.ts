import { describe, expect, it } from 'vitest';
import { examine } from '../../../lib/checks/examine';
import type { Case, PayerFacts } from '../../../lib/claim/case';
import type { Box29Rule, BoxTemplate, ListWord } from '../../../lib/claim/payer-words';
import { box29Of, conventionBy, conventionOf } from '../../../lib/payers/convention';
import { makePlan } from '../../../lib/prefill/make-plan';
import { aCase, aForm, aFormCase, aLedger, aLine, aRow, aSecondLine, is, LARKSPUR, MEDICARE } from '../checks/build';
import { checkOf, describeCheck } from '../checks/table';

const word = <T>(value: T): ListWord<T> => ({ value, by: 'Claim Post', asOf: '2026-03-01' });

interface Says {
  view?: BoxTemplate;
  box29?: Box29Rule;
}

/** The payer as a list describes how it wants the form. */
const wanting = ({ view, box29 }: Says, payer: PayerFacts = LARKSPUR): Partial<Case> => ({
  secondary: {
    ...payer,
    lists: { ...(view && { boxTemplate: word(view) }), ...(box29 && { box29: word(box29) }) },
  },
});

/** The patient paid 10.00, the primary 149.09. */
const paid = (says: Says, values: Record<string, string>, payer?: PayerFacts): Case =>
  aFormCase(values, [], {
    ...wanting(says, payer),
    row: aRow({ patientPaid: is(1000) }),
    ledger: aLedger({ lines: [aLine({ patientPaid: is(1000) }), aSecondLine()] }),
  });

describe('the convention of a payer', () => {
  it.each([
    [LARKSPUR, {}, 'destination-payer', 'all-paid'],
    [LARKSPUR, { view: 'A' }, 'destination-payer', 'all-paid'],
    [LARKSPUR, { view: 'B' }, 'medicare-secondary', 'patient-paid'],
    [LARKSPUR, { view: 'B', box29: 'primary-paid' }, 'medicare-secondary', 'primary-paid'],
    [LARKSPUR, { view: 'custom' }, 'own', 'not-known'],
    [LARKSPUR, { view: 'custom', box29: 'blank' }, 'own', 'blank'],
    [LARKSPUR, { box29: 'patient-paid' }, 'destination-payer', 'patient-paid'],
    [MEDICARE, {}, 'medicare-secondary', 'patient-paid'],
  ] as const)('of %o saying %o is %s', (payer, says, convention, box29) => {
    const { secondary } = wanting(says, payer);
    expect([conventionOf(secondary), box29Of(secondary)]).toEqual([convention, box29]);
  });

  it("of Medicare is CMS's, whatever a list says", () => {
    const { secondary } = wanting({ view: 'A', box29: 'primary-paid' }, MEDICARE);
    expect([conventionOf(secondary), box29Of(secondary)]).toEqual(['medicare-secondary', 'patient-paid']);
    expect(conventionBy(secondary)).toBeUndefined();
  });

  it('is told with whose word it is, where it is a list that says so', () => {
    expect(conventionBy(wanting({ view: 'B' }).secondary)).toBe('Claim Post');
    expect(conventionBy(wanting({ box29: 'blank' }).secondary)).toBeUndefined();
    expect(conventionBy(undefined)).toBeUndefined();
  });

  it('of a payer that nobody knows is the usual one', () => {
    expect([conventionOf(undefined), box29Of(undefined)]).toEqual(['destination-payer', 'all-paid']);
    expect(conventionBy({ kind: 'unknown' })).toBeUndefined();
  });
});

describeCheck('C108', {
  raised: {
    "for a payer whose list asks for Medicare's view": aFormCase({ '11': 'NONE' }, [], wanting({ view: 'B' })),
  },
  passed: { 'in a convention of its own': aFormCase({ '11': '' }, [], wanting({ view: 'custom' })) },
  unknown: {
    'where the form has no box 11c': [aFormCase({}, ['11c'], wanting({ view: 'B' })), 'box 11c of the form'],
  },
});

describeCheck('C110', {
  raised: {
    "by the patient's money where only the primary's counts": [
      paid({ box29: 'primary-paid' }, { '29': '159.09' }),
      { fix: 'Put $149.09 in box 29.', why: 'Claim Post says what this payer wants in box 29.' },
    ],
    "by the primary's payment where only the patient's counts": [
      paid({ box29: 'patient-paid' }, { '29': '149.09' }),
      { fix: 'Put $10.00 in box 29.' },
    ],
    'by a cent too much': paid({ box29: 'patient-paid' }, { '29': '10.01' }),
    'by an empty box where the patient paid': paid({ box29: 'patient-paid' }, { '29': '' }),
    'by 0.00 where the box is to be blank': [
      paid({ box29: 'blank' }, { '29': '0.00' }),
      { short: 'Box 29 must be blank', fix: 'Clear box 29.' },
    ],
    "in Medicare's view with a rule of its own": paid({ view: 'B', box29: 'primary-paid' }, { '29': '10.00' }),
  },
  passed: {
    'by what the primary paid': paid({ box29: 'primary-paid' }, { '29': '149.09' }),
    'by what the patient paid': paid({ box29: 'patient-paid' }, { '29': '10.00' }),
    'by an empty box where the patient paid nothing': aFormCase({ '29': '' }, [], wanting({ box29: 'patient-paid' })),
    'by a blank box': paid({ box29: 'blank' }, { '29': '' }),
    'in a convention of its own': paid({ view: 'custom' }, { '29': '1.00' }),
    "in Medicare's view, which is C109's": paid({ view: 'B' }, { '29': '149.09' }),
  },
  unknown: {
    'where a box that is to be blank cannot be read': [
      paid({ box29: 'blank' }, { '29': '1.2.3' }),
      'box 29 of the form',
    ],
  },
});

describeCheck('C109', {
  raised: { "in Medicare's view, for any payer": paid({ view: 'B' }, { '29': '149.09' }) },
  passed: {
    "by the patient's payment": paid({ view: 'B' }, { '29': '10.00' }),
    "where a list has another rule, which is C110's": paid({ view: 'B', box29: 'primary-paid' }, { '29': '149.09' }),
  },
  unknown: 'never: the rest is told with Medicare second',
});

it('a printed claim to a payer in the view of Medicare needs its EOB as any other', () => {
  const c = aCase(wanting({ view: 'B' }, { ...LARKSPUR, electronicSecondary: 'no' }));
  expect(checkOf('C105').run(c)).toMatchObject({ is: 'raised', raised: [{ severity: 'decide' }] });
});

describe('the plan of a form', () => {
  const box29 = (c: Case) => makePlan(c, aForm({ '29': '' })).items.find(({ box }) => box === '29');

  it.each([
    [{}, '159.09'],
    [{ box29: 'primary-paid' }, '149.09'],
    [{ box29: 'patient-paid' }, '10.00'],
    [{ view: 'B' }, '10.00'],
    [{ view: 'custom', box29: 'primary-paid' }, '149.09'],
    [{ box29: 'blank' }, undefined],
    [{ view: 'custom' }, undefined],
  ] as const)('has box 29 by the rule %o', (says, amount) => {
    expect(box29(paid(says, {}))?.wantedShown).toBe(amount);
  });

  it('names the list whose rule it is', () => {
    expect(box29(paid({ box29: 'patient-paid' }, {}))?.source).toBe(
      'Ledger, paid by the patient; which payments count: Claim Post',
    );
    expect(box29(paid({ box29: 'patient-paid' }, {}, MEDICARE))?.source).toBe('Ledger, paid by the patient');
  });

  it('says that another list differs', () => {
    const c = paid({}, {});
    const others = [{ ...word<Box29Rule>('blank'), by: 'Old House' }];
    const lists = { box29: { ...word<Box29Rule>('patient-paid'), others } };
    expect(box29({ ...c, secondary: { ...LARKSPUR, lists } })?.source).toContain('Claim Post, where Old House differs');
  });

  it('leaves the boxes in which conventions differ to the manual, and fills the rest', () => {
    const plan = makePlan(paid({ view: 'custom' }, {}), aForm());
    expect(plan.template).toBe('own');
    const boxes = plan.items.map(({ box }) => box);
    expect(boxes).toEqual(expect.arrayContaining(['1a', '2', '3', '24.1.paid']));
    expect(boxes.filter((box) => /^(?:4|6|7|9|11|29)/.test(box))).toEqual([]);
    const missing = plan.missing.map(({ box }) => box);
    expect(missing).toEqual(expect.arrayContaining(['4', '6', '9', '9a', '9d', '11', '11c', '11d', '29']));
    expect(plan.missing.find(({ box }) => box === '11')?.why).toBe(
      'Claim Post, 03/01/2026: this payer has its own convention. Fill the box by its manual.',
    );
  });

  it('passes the checks of box 29 once it is filled', () => {
    for (const rule of ['primary-paid', 'patient-paid'] as const) {
      const wanted = box29(paid({ box29: rule }, {}))?.wantedShown ?? '';
      const done = paid({ box29: rule }, { '29': wanted });
      expect(examine(done).findings.filter(({ check }) => check === 'C109' || check === 'C110')).toEqual([]);
    }
  });
});
