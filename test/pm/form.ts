import { boxAmount, usDate } from './format';
import {
  adjustmentsOf,
  type Claim,
  fullName,
  isBalanced,
  type PayerKind,
  type Policy,
  PRACTICE,
  paidBy,
  patientOf,
  payerOf,
  policyOf,
  type Truth,
  totalsOf,
} from './truth';
import type { Variant } from './variants';

/** What the boxes of the secondary claim form hold, by control name. */
export type FormValues = Record<string, string>;

export const LINES = 6;
export const LINE_ADJUSTMENTS = 3;
const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L'] as const;

/** The controls of the form outside the service lines, each with its box of the CMS-1500 (NUCC, 02/12). */
export const BOXES: Readonly<Record<string, string>> = {
  SEC_PAYER_ID: '',
  SEARCH_LAST_NAME: '',
  CLAIM_TRANSMISSION: '',
  INSURANCE_TYPE_CODE: '',
  EOB_ATTACHED: '',
  INSURANCE_PROGRAM: '1',
  INSURED_ID: '1a',
  PAT_NAME: '2',
  PAT_DOB: '3',
  PAT_SEX: '3',
  INS_NAME: '4',
  PAT_ADDR: '5',
  PAT_CITY: '5',
  PAT_STATE: '5',
  PAT_ZIP: '5',
  PAT_PHONE: '5',
  PAT_REL: '6',
  INS_ADDR: '7',
  INS_CITY: '7',
  INS_STATE: '7',
  INS_ZIP: '7',
  INS_PHONE: '7',
  RESERVED_8: '8',
  OTHER_INS_NAME: '9',
  OTHER_INS_POLICY: '9a',
  RESERVED_9B: '9b',
  RESERVED_9C: '9c',
  OTHER_INS_PLAN: '9d',
  EMPLOYMENT: '10a',
  AUTO_ACC: '10b',
  AUTO_STATE: '10b',
  OTHER_ACC: '10c',
  CLAIM_CODES: '10d',
  INS_GROUP_NO: '11',
  INS_DOB: '11a',
  INS_SEX: '11a',
  OTHER_CLAIM_QUAL: '11b',
  OTHER_CLAIM_ID: '11b',
  INS_PLAN_NAME: '11c',
  ANOTHER_PLAN: '11d',
  PAT_SIGNATURE: '12',
  PAT_SIGN_DATE: '12',
  INS_SIGNATURE: '13',
  ILLNESS_DATE: '14',
  ILLNESS_QUAL: '14',
  OTHER_DATE: '15',
  OTHER_DATE_QUAL: '15',
  UNABLE_FROM: '16',
  UNABLE_TO: '16',
  REF_QUAL: '17',
  REF_NAME: '17',
  REF_OTHER_ID: '17a',
  REF_NPI: '17b',
  HOSP_FROM: '18',
  HOSP_TO: '18',
  ADDITIONAL_INFO: '19',
  OUTSIDE_LAB: '20',
  LAB_CHARGES: '20',
  ICD_IND: '21',
  ...Object.fromEntries(LETTERS.map((letter) => [`DIAG_${letter}`, '21'])),
  RESUB_CODE: '22',
  ORIG_REF_NO: '22',
  PRIOR_AUTH: '23',
  TAX_ID: '25',
  TAX_ID_TYPE: '25',
  PAT_ACCT_NO: '26',
  ACCEPT_ASSIGN: '27',
  TOTAL_CHARGE: '28',
  AMOUNT_PAID: '29',
  RESERVED_30: '30',
  PHYS_SIGNATURE: '31',
  PHYS_SIGN_DATE: '31',
  FAC_NAME: '32',
  FAC_ADDR: '32',
  FAC_NPI: '32a',
  FAC_OTHER_ID: '32b',
  BILL_NAME: '33',
  BILL_ADDR: '33',
  BILL_PHONE: '33',
  BILL_NPI: '33a',
  BILL_OTHER_ID: '33b',
};

/** The controls of service line `n` (1-6); the ones without a box letter carry the primary's payment. */
export function lineBoxes(n: number): Record<string, string> {
  const boxes: Record<string, string> = {
    [`DOS_FROM_${n}`]: '24A',
    [`DOS_TO_${n}`]: '24A',
    [`POS_${n}`]: '24B',
    [`EMG_${n}`]: '24C',
    [`CPT_${n}`]: '24D',
    [`MOD1_${n}`]: '24D',
    [`MOD2_${n}`]: '24D',
    [`MOD3_${n}`]: '24D',
    [`MOD4_${n}`]: '24D',
    [`DIAG_PTR_${n}`]: '24E',
    [`CHARGE_${n}`]: '24F',
    [`UNITS_${n}`]: '24G',
    [`EPSDT_${n}`]: '24H',
    [`ID_QUAL_${n}`]: '24I',
    [`REND_NPI_${n}`]: '24J',
    [`PRI_PAID_${n}`]: '',
    [`PRI_ADJ_DATE_${n}`]: '',
    [`LINE_BAL_${n}`]: '',
  };
  for (let k = 1; k <= LINE_ADJUSTMENTS; k++) {
    boxes[`ADJ_GRP_${n}_${k}`] = '';
    boxes[`ADJ_RSN_${n}_${k}`] = '';
    boxes[`ADJ_AMT_${n}_${k}`] = '';
  }
  return boxes;
}

const PROGRAM: Record<PayerKind, string> = {
  commercial: 'GROUP',
  blue: 'GROUP',
  medicare: 'MEDICARE',
  medicaid: 'MEDICAID',
  medigap: 'OTHER',
  tricare: 'TRICARE',
};

/** The boxes that a click on an insurance ID fills. */
export function profileValues(truth: Truth, policy: Policy): FormValues {
  const patient = patientOf(truth, policy.patientId)?.person;
  const payer = payerOf(truth, policy.payerId);
  if (!patient || !payer) return {};
  const { insured } = policy;
  return {
    POLICY_INFO_ID: String(policy.id),
    INSURANCE_PROGRAM: PROGRAM[payer.kind],
    INSURED_ID: policy.insuranceId,
    PAT_NAME: fullName(patient),
    PAT_DOB: usDate(patient.dob),
    PAT_SEX: patient.sex,
    PAT_ADDR: patient.street,
    PAT_CITY: patient.city,
    PAT_STATE: patient.state,
    PAT_ZIP: patient.zip,
    PAT_PHONE: patient.phone,
    PAT_REL: policy.relationship.toUpperCase(),
    INS_NAME: fullName(insured),
    INS_ADDR: insured.street,
    INS_CITY: insured.city,
    INS_STATE: insured.state,
    INS_ZIP: insured.zip,
    INS_PHONE: insured.phone,
    INS_GROUP_NO: policy.groupNo,
    INS_DOB: usDate(insured.dob),
    INS_SEX: insured.sex,
    INS_PLAN_NAME: policy.planName,
    INS_SIGNATURE: 'SIGNATURE ON FILE',
  };
}

function serviceLineValues(claim: Claim): FormValues {
  const values: FormValues = {};
  claim.lines.slice(0, LINES).forEach((line, i) => {
    const n = i + 1;
    values[`DOS_FROM_${n}`] = usDate(line.from);
    values[`DOS_TO_${n}`] = usDate(line.to);
    values[`POS_${n}`] = line.pos;
    values[`CPT_${n}`] = line.procedure;
    line.modifiers.forEach((modifier, m) => {
      values[`MOD${m + 1}_${n}`] = modifier;
    });
    values[`DIAG_PTR_${n}`] = line.pointers;
    values[`CHARGE_${n}`] = boxAmount(line.charge);
    values[`UNITS_${n}`] = String(line.units);
    values[`REND_NPI_${n}`] = PRACTICE.renderingNpi;
    values[`LINE_BAL_${n}`] = boxAmount(line.charge);
  });
  return values;
}

/** The primary's payment of each line, as a balanced charge brings it along. */
export function primaryPaymentValues(claim: Claim): FormValues {
  const values: FormValues = {};
  claim.lines.slice(0, LINES).forEach((line, i) => {
    const n = i + 1;
    const last = line.postings.filter((p) => p.level === 'Primary').at(-1);
    if (!last) return;
    values[`PRI_PAID_${n}`] = boxAmount(paidBy(line));
    values[`PRI_ADJ_DATE_${n}`] = usDate(last.checkDate);
    values[`LINE_BAL_${n}`] = '0.00';
    adjustmentsOf(line)
      .slice(0, LINE_ADJUSTMENTS)
      .forEach((adjustment, a) => {
        values[`ADJ_GRP_${n}_${a + 1}`] = adjustment.group;
        values[`ADJ_RSN_${n}_${a + 1}`] = adjustment.carc;
        values[`ADJ_AMT_${n}_${a + 1}`] = boxAmount(adjustment.amount);
      });
  });
  return values;
}

/** The other-insurance boxes and box 29, for the destination payer's view; Medicare gets the patient's payment alone. */
function otherInsuranceValues(truth: Truth, claim: Claim): FormValues {
  const primary = policyOf(truth, claim.primary);
  const secondary = payerOf(truth, policyOf(truth, claim.secondary)?.payerId);
  const totals = totalsOf(claim);
  if (!primary) return {};
  if (secondary?.kind === 'medicare') return { AMOUNT_PAID: boxAmount(totals.patientPaid) };
  return {
    OTHER_INS_NAME: fullName(primary.insured),
    OTHER_INS_POLICY: primary.groupNo || primary.insuranceId,
    OTHER_INS_PLAN: primary.planName,
    ANOTHER_PLAN: 'YES',
    AMOUNT_PAID: boxAmount(totals.insurancePaid + totals.patientPaid),
  };
}

/** The form as it opens: what the primary claim says, and in `full` what its postings say when every line is balanced. */
export function openingValues(truth: Truth, claim: Claim, prefill: Variant['prefill']): FormValues {
  const address = `${PRACTICE.street}, ${PRACTICE.city} ${PRACTICE.state} ${PRACTICE.zip}`;
  const diagnoses = Object.fromEntries(claim.diagnoses.map((code, i) => [`DIAG_${LETTERS[i]}`, code]));
  return {
    CLAIM_TRANSMISSION: 'E',
    EMPLOYMENT: 'NO',
    AUTO_ACC: 'NO',
    OTHER_ACC: 'NO',
    PAT_SIGNATURE: 'SIGNATURE ON FILE',
    PAT_SIGN_DATE: usDate(claim.lines[0]?.from),
    OUTSIDE_LAB: 'NO',
    ICD_IND: '0',
    ...diagnoses,
    ...serviceLineValues(claim),
    TAX_ID: PRACTICE.taxId,
    TAX_ID_TYPE: 'EIN',
    PAT_ACCT_NO: claim.id,
    ACCEPT_ASSIGN: 'YES',
    TOTAL_CHARGE: boxAmount(totalsOf(claim).charge),
    PHYS_SIGNATURE: PRACTICE.provider,
    PHYS_SIGN_DATE: usDate(truth.today),
    FAC_NAME: PRACTICE.name,
    FAC_ADDR: address,
    FAC_NPI: PRACTICE.npi,
    BILL_NAME: PRACTICE.name,
    BILL_ADDR: address,
    BILL_PHONE: PRACTICE.phone,
    BILL_NPI: PRACTICE.npi,
    ...(prefill === 'full' && isBalanced(claim)
      ? { ...primaryPaymentValues(claim), ...otherInsuranceValues(truth, claim) }
      : {}),
  };
}

/** Active profiles of `payerId` whose patient or insured has this last name (its beginning is enough). */
export function searchProfiles(truth: Truth, payerId: string, lastName: string): Policy[] {
  const wanted = lastName.trim().toUpperCase();
  if (!wanted) return [];
  return truth.policies.filter((policy) => {
    if (policy.payerId !== payerId || policy.archived) return false;
    const patient = patientOf(truth, policy.patientId);
    return policy.insured.last.startsWith(wanted) || patient?.person.last.startsWith(wanted) === true;
  });
}
