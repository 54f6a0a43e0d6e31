/** States of the panel in which the order of the payers is not plain. The people and payers are made up. */
import type { View } from '../../../components/store';
import type { CoverageAnswers } from '../../../lib/claim/coverage';
import type { FormBox } from '../../../lib/claim/form';
import type { FrameView, PatientFile } from '../../../lib/session/session';
import { aBox, aChart, aForm, aPatient, aPolicy, aPrimaryPolicy, is } from '../../unit/checks/build';
import { file, formFrame, goodLedger, HISTORY, KEY, NOW, row, type State, state, yes } from './states';

const CLAIM = '8841207';
export const PLAN = 'BRIGHTWATER PPO';
const MEDICARE = 'MEDICARE PART B TEXAS';

const inHistory = <T>(value: T, what: string) => is(value, `claims/${CLAIM}/${what}`, 'claim-history');
const inChart = <T>(value: T, what: string) => is(value, `chart/${what}`, 'chart', what);

/** A birth date of somebody who is not 65. */
const YOUNG = '1980-04-12';

const medicarePolicy = (changes: Parameters<typeof aPolicy>[0] = {}) =>
  aPolicy({
    payer: inChart(MEDICARE, 'secondary/payer'),
    payerId: inChart('04412', 'secondary/payerId'),
    memberId: inChart('1EG4TE5MK73', 'secondary/memberId'),
    plan: inChart('PART B', 'secondary/plan'),
    type: inChart('Medicare', 'secondary/type'),
    ...changes,
  });

/** A plan of the patient's, then Medicare: no page says what the plan is based on. */
export const medicareSecond = (
  coverage?: CoverageAnswers,
  primary: Parameters<typeof aPrimaryPolicy>[0] = {},
  secondary: Parameters<typeof aPolicy>[0] = {},
): PatientFile => {
  const plain = file({
    claims: [
      row(CLAIM, '2026-02-24', { secondaryPayer: inHistory(MEDICARE, 'secondaryPayer') }),
      row('8832210', '2025-12-15', { secondaryPayer: inHistory(MEDICARE, 'secondaryPayer') }),
    ],
    ledgers: {
      [CLAIM]: { ledger: goodLedger(CLAIM), readAt: NOW, from: 'fetched' },
      '8832210': { ledger: goodLedger('8832210', '2025-12-15'), readAt: NOW, from: 'fetched' },
    },
    chart: { readAt: NOW, chart: aChart({ policies: [aPrimaryPolicy(primary), medicarePolicy(secondary)] }) },
    answers: yes(CLAIM, '8832210'),
  });
  return coverage ? { ...plain, coverage } : plain;
};

/** What makes Medicare second for this patient of 67: a job that is held now, with a large employer. */
export const WORKING: CoverageAnswers = {
  plans: { [PLAN]: { basis: 'current-employment', employerSize: '100-or-more', multiEmployer: false } },
  medicareFor: ['age'],
};

const RETIRED: CoverageAnswers = { plans: { [PLAN]: { basis: 'retired' } }, medicareFor: ['age'] };

const LONG = 'Blue Prairie Health Cooperative of the Upper Midwest PPO';

const at = (step: 'check' | 'fill'): View => ({ at: 'claim', patient: KEY, claim: CLAIM, step });

const MSP_OPTIONS = [
  { value: '', label: '' },
  { value: '12', label: '12 - WORKING AGED' },
  { value: '43', label: '43 - DISABLED UNDER 65, LGHP' },
];

/** The open form with its list of insurance types. */
export const mspForm = (changes: Partial<FormBox> = {}): FrameView => {
  const form = aForm({ '11': '2288' });
  const box = aBox('msp', '', { control: 'select', options: MSP_OPTIONS, ...changes });
  return formFrame({ ...form, boxes: [...form.boxes, box] });
};

export const ORDER_STATES: Record<string, State> = {
  'order-asked': state(medicareSecond(), [HISTORY], at('check')),
  'order-decided': state(medicareSecond(WORKING), [HISTORY], at('check')),
  'order-other-way': state(medicareSecond(RETIRED), [HISTORY], at('check')),
  'order-disagreed': state(
    medicareSecond(WORKING, { plan: inChart('RETIREE PLAN', 'primary/plan') }),
    [HISTORY],
    at('check'),
  ),
  'order-esrd': state(
    {
      ...medicareSecond(
        { plans: { [PLAN]: { basis: 'current-employment' } }, medicareFor: ['esrd'] },
        { insuredDob: inChart(YOUNG, 'primary/insuredDob') },
        { insuredDob: inChart(YOUNG, 'secondary/insuredDob') },
      ),
      strip: aPatient({ dob: inHistory(YOUNG, 'dob') }),
    },
    [HISTORY],
    at('check'),
  ),
  'order-long': state(
    {
      ...medicareSecond(undefined, { payer: inChart(LONG, 'primary/payer') }),
      claims: [
        row(CLAIM, '2026-02-24', {
          primaryPayer: inHistory(LONG, 'primaryPayer'),
          secondaryPayer: inHistory(MEDICARE, 'secondaryPayer'),
        }),
      ],
    },
    [HISTORY],
    at('check'),
  ),
  'order-msp-type': state(medicareSecond(WORKING), [mspForm()], at('fill')),
};
