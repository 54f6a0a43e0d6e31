import { describe, expect, it } from 'vitest';
import { acceptSecondary } from '../../pm/accept';
import { generate } from '../../pm/generate';
import { problemsOf } from '../../pm/rules';
import type { SceneName } from '../../pm/scenes';
import { type Claim, policyOf, type Truth, totalsOf } from '../../pm/truth';
import { goodForm, sceneClaim } from './client';

const TODAY = '2026-03-20';

interface Case {
  says: string;
  scene?: SceneName;
  /** Boxes to type over the good form. */
  typed?: Record<string, string>;
  before?: (truth: Truth, claim: Claim) => void;
  codes: string[];
  fields?: string[];
}

const CASES: Case[] = [
  { says: 'takes a good form', codes: [] },
  { says: 'takes the paper one', scene: 'paper', codes: [] },
  { says: 'takes denied lines paid $0.00', scene: 'denied', codes: [] },
  { says: 'takes a Medicare secondary claim', scene: 'medicareSecondary', codes: [] },
  { says: 'takes a secondary that is in the chart alone', scene: 'chartOnlySecondary', codes: [] },
  { says: 'wants a secondary payer', typed: { SEC_PAYER_ID: '' }, codes: ['no-payer'], fields: ['SEC_PAYER_ID'] },
  { says: 'wants a payer of its list', typed: { SEC_PAYER_ID: '999' }, codes: ['no-payer'] },
  { says: 'wants an insurance ID', typed: { INSURED_ID: ' ' }, codes: ['no-insured-id'], fields: ['INSURED_ID'] },
  { says: 'wants a patient name', typed: { PAT_NAME: '' }, codes: ['no-patient'], fields: ['PAT_NAME'] },
  { says: 'wants the patient of the charge', typed: { PAT_NAME: 'GARCIA, MARTIN' }, codes: ['other-patient'] },
  {
    says: 'wants the primary payer not to be the secondary',
    typed: { SEC_PAYER_ID: '201' },
    codes: ['same-payer'],
    fields: ['SEC_PAYER_ID'],
  },
  {
    says: 'sends nothing electronically to a payer that takes paper',
    scene: 'paper',
    typed: { CLAIM_TRANSMISSION: 'E' },
    codes: ['no-electronic'],
    fields: ['CLAIM_TRANSMISSION'],
  },
  {
    says: 'wants 9, 9a and 9d when 11d is YES',
    typed: { OTHER_INS_NAME: '', OTHER_INS_PLAN: '' },
    codes: ['11d'],
    fields: ['OTHER_INS_NAME', 'OTHER_INS_PLAN'],
  },
  { says: 'leaves 9 alone when 11d is NO', typed: { OTHER_INS_NAME: '', ANOTHER_PLAN: 'NO' }, codes: [] },
  {
    says: 'wants an insurance type of a Medicare secondary claim',
    scene: 'medicareSecondary',
    typed: { INSURANCE_TYPE_CODE: '' },
    codes: ['no-insurance-type'],
  },
  {
    says: "refuses the primary's payment in box 29 of a Medicare secondary claim",
    scene: 'medicareSecondary',
    typed: { AMOUNT_PAID: '45.10' },
    codes: ['29-medicare'],
    fields: ['AMOUNT_PAID'],
  },
  { says: 'wants box 29 to be an amount', typed: { AMOUNT_PAID: '12,3' }, codes: ['29-amount'] },
  { says: "wants the primary's paid amount", typed: { PRI_PAID_1: '' }, codes: ['no-paid'], fields: ['PRI_PAID_1'] },
  { says: 'refuses a negative paid amount', typed: { PRI_PAID_1: '-1.00' }, codes: ['no-paid'] },
  {
    says: 'wants each line balanced',
    typed: { ADJ_AMT_2_1: '0.01' },
    codes: ['unbalanced'],
    fields: ['PRI_PAID_2', 'ADJ_AMT_2_1'],
  },
  { says: 'wants an adjudication date', typed: { PRI_ADJ_DATE_3: '' }, codes: ['no-date'], fields: ['PRI_ADJ_DATE_3'] },
  { says: 'wants a real adjudication date', typed: { PRI_ADJ_DATE_3: '02/30/2026' }, codes: ['no-date'] },
  { says: 'takes today as adjudication date', typed: { PRI_ADJ_DATE_1: '03/20/2026' }, codes: [] },
  { says: 'refuses tomorrow as adjudication date', typed: { PRI_ADJ_DATE_1: '03/21/2026' }, codes: ['future-date'] },
  {
    says: 'wants the group of an adjustment',
    typed: { ADJ_GRP_2_1: '' },
    codes: ['adjustment'],
    fields: ['ADJ_GRP_2_1'],
  },
  {
    says: 'wants the reason of an adjustment',
    typed: { ADJ_RSN_2_1: '' },
    codes: ['adjustment'],
    fields: ['ADJ_RSN_2_1'],
  },
  {
    says: 'wants the amount of an adjustment',
    typed: { ADJ_GRP_3_3: 'CO', ADJ_RSN_3_3: '45' },
    codes: ['adjustment'],
    fields: ['ADJ_AMT_3_3'],
  },
  {
    says: 'wants the original charge on every line',
    typed: { CHARGE_3: '17.99', PRI_PAID_3: '' },
    codes: ['charge-changed', 'no-paid'],
  },
  { says: 'wants the original total charge', typed: { TOTAL_CHARGE: '1.00' }, codes: ['charge-changed'] },
  {
    says: 'refuses a line that is a cent off in form and ledger',
    scene: 'centOff',
    codes: ['unbalanced', 'ledger-unbalanced'],
  },
  { says: 'refuses a line without posting', scene: 'unposted', codes: ['no-paid', 'ledger-unbalanced', 'no-date'] },
  { says: 'warns of a crossover claim', scene: 'crossover', codes: ['crossover'] },
  { says: 'warns of it once', scene: 'crossover', typed: { CROSSOVER_CONFIRMED: 'Y' }, codes: [] },
  { says: 'does not warn without a sign', scene: 'medicareNoSign', codes: [] },
  { says: 'refuses a second secondary claim', scene: 'alreadyBilled', codes: ['exists'] },
  {
    says: 'refuses a claim that is no longer finalized',
    before: (_truth, claim) => {
      claim.status = 'Received';
    },
    codes: ['not-finalized'],
  },
  {
    says: 'refuses a claim without patient responsibility',
    before: (_truth, claim) => {
      for (const line of claim.lines) {
        for (const a of line.postings[0]?.adjustments ?? []) a.group = 'CO';
      }
    },
    codes: ['no-responsibility'],
  },
];

describe('the rules of Submit', () => {
  it.each(CASES)('$says', ({ scene = 'electronic', typed, before, codes, fields }) => {
    const truth = generate(1500, TODAY);
    const claim = sceneClaim(truth, scene);
    before?.(truth, claim);
    const problems = problemsOf(truth, claim, { ...goodForm(truth, scene), ...typed });
    expect(problems.map((p) => p.code)).toEqual(codes);
    if (fields) expect(problems.flatMap((p) => p.fields)).toEqual(fields);
  });

  it('refuses a cent in the ledger even when the form adds up', () => {
    const truth = generate(1500, TODAY);
    const claim = sceneClaim(truth, 'centOff');
    const form = goodForm(truth, 'centOff');
    const pr = claim.lines[1]?.postings[0]?.adjustments.find((a) => a.group === 'PR');
    const right = (((pr?.amount ?? 0) + 1) / 100).toFixed(2);
    const problems = problemsOf(truth, claim, { ...form, ADJ_AMT_2_2: right });
    expect(problems.map((p) => p.code)).toEqual(['ledger-unbalanced']);
    expect(problems[0]?.text).toBe('Line 2 is not balanced in the charge ledger (balance 0.01).');
  });
});

describe('an accepted claim', () => {
  it.each([
    ['Electronic', 'HF Accepted'],
    ['Paper', 'Paper Accepted'],
  ] as const)('%s: moves the patient balance to the secondary and stands as %s', (transmission, status) => {
    const truth = generate(1500, TODAY);
    const claim = sceneClaim(truth, 'electronic');
    const owed = totalsOf(claim).patientBalance;
    const created = acceptSecondary(truth, claim, claim.secondary, transmission);
    expect(owed).toBeGreaterThan(0);
    expect(created).toMatchObject({ status, level: 'Secondary', secondaryOf: claim.id, secondary: claim.secondary });
    expect(totalsOf(claim)).toMatchObject({ patientBalance: 0, insuranceBalance: 0 });
    expect(totalsOf(created)).toMatchObject({ patientBalance: 0, insuranceBalance: owed });
    expect(policyOf(truth, created.secondary)?.rank).toBe('Secondary');
  });
});
