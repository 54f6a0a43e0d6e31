import { type FormValues, LINE_ADJUSTMENTS, LINES } from './form';
import { boxAmount, typedCents, typedDate } from './format';
import {
  type Claim,
  crossoverRemark,
  fullName,
  type Line,
  type Payer,
  patientOf,
  payerOf,
  policyOf,
  residual,
  secondaryClaimOf,
  type Truth,
  totalsOf,
} from './truth';

/** Why the PM does not take a form: the words it shows and the boxes it marks. */
export interface Problem {
  code: string;
  fields: string[];
  text: string;
  /** A warning is shown once; pressing Submit again goes through. */
  warning?: true;
}

interface Submitted {
  truth: Truth;
  claim: Claim;
  form: FormValues;
  payer: Payer | undefined;
}

type Rule = (submitted: Submitted) => Problem[];

const box = (form: FormValues, name: string) => (form[name] ?? '').trim();
const isMedicare = (payer: Payer | undefined) => payer?.kind === 'medicare';
const problem = (code: string, fields: string[], text: string): Problem[] => [{ code, fields, text }];

/** The charge itself. */
const state: Rule = ({ truth, claim }) => {
  if (claim.level !== 'Primary' || claim.status !== 'Finalized') {
    return problem('not-finalized', [], `Claim ${claim.id} is not finalized.`);
  }
  const existing = secondaryClaimOf(truth, claim);
  if (existing)
    return problem('exists', [], `A secondary claim (${existing.id}) already exists for claim ${claim.id}.`);
  if (totalsOf(claim).patientResponsibility === 0) {
    return problem('no-responsibility', [], 'There is no patient responsibility to bill to the secondary payer.');
  }
  return [];
};

const payerChosen: Rule = ({ truth, claim, form, payer }) => {
  if (!payer) return problem('no-payer', ['SEC_PAYER_ID'], 'Secondary payer is required.');
  if (policyOf(truth, claim.primary)?.payerId === payer.id) {
    return problem('same-payer', ['SEC_PAYER_ID'], 'Secondary payer must not be the same as the primary payer.');
  }
  if (!payer.electronicSecondary && box(form, 'CLAIM_TRANSMISSION') === 'E') {
    const text = `${payer.name} does not accept electronic secondary claims. Select Print Locally on CMS-1500.`;
    return problem('no-electronic', ['CLAIM_TRANSMISSION'], text);
  }
  return [];
};

const insured: Rule = ({ truth, claim, form }) => {
  const problems: Problem[] = [];
  if (!box(form, 'INSURED_ID')) {
    problems.push(...problem('no-insured-id', ['INSURED_ID'], "Box 1a: Insured's I.D. Number is required."));
  }
  const patient = patientOf(truth, claim.patientId)?.person;
  const typed = box(form, 'PAT_NAME').toUpperCase();
  if (!typed) problems.push(...problem('no-patient', ['PAT_NAME'], "Box 2: Patient's Name is required."));
  else if (patient && !typed.startsWith(`${patient.last}, ${patient.first}`)) {
    const text = `Box 2: ${typed} is not the patient of this charge (${fullName(patient)}).`;
    problems.push(...problem('other-patient', ['PAT_NAME'], text));
  }
  return problems;
};

/** NUCC CMS-1500 instructions, item 11d. */
const otherPlan: Rule = ({ form }) => {
  if (box(form, 'ANOTHER_PLAN') !== 'YES') return [];
  const empty = ['OTHER_INS_NAME', 'OTHER_INS_POLICY', 'OTHER_INS_PLAN'].filter((name) => !box(form, name));
  return empty.length === 0 ? [] : problem('11d', empty, 'Box 11d is YES: boxes 9, 9a and 9d are required.');
};

/** CMS Pub. 100-04 ch. 26: item 29 of a claim to Medicare holds what the patient paid. */
const medicare: Rule = ({ claim, form, payer }) => {
  if (!isMedicare(payer)) return [];
  const problems: Problem[] = [];
  if (!box(form, 'INSURANCE_TYPE_CODE')) {
    const text = 'Insurance type is required when Medicare is the secondary payer.';
    problems.push(...problem('no-insurance-type', ['INSURANCE_TYPE_CODE'], text));
  }
  const paid = typedCents(box(form, 'AMOUNT_PAID') || '0.00');
  if (paid !== undefined && paid > totalsOf(claim).patientPaid) {
    const text = "Box 29: do not include the primary payer's payment on a Medicare secondary claim.";
    problems.push(...problem('29-medicare', ['AMOUNT_PAID'], text));
  }
  return problems;
};

const amountPaid: Rule = ({ form }) => {
  const typed = box(form, 'AMOUNT_PAID');
  if (!typed || typedCents(typed) !== undefined) return [];
  return problem('29-amount', ['AMOUNT_PAID'], 'Box 29: Amount Paid must be an amount.');
};

/** The form's adjustments of line `n`: their sum, and what is wrong with them. */
function readAdjustments(form: FormValues, n: number): { sum: number; problems: Problem[] } {
  let sum = 0;
  const problems: Problem[] = [];
  for (let k = 1; k <= LINE_ADJUSTMENTS; k++) {
    const names = [`ADJ_GRP_${n}_${k}`, `ADJ_RSN_${n}_${k}`, `ADJ_AMT_${n}_${k}`];
    const [group = '', reason = '', text = ''] = names.map((name) => box(form, name));
    if (!group && !reason && !text) continue;
    const amount = typedCents(text);
    const bad = names.filter((name, i) => (i === 2 ? !amount : !box(form, name)));
    if (bad.length > 0) {
      const words = `Line ${n}: adjustment ${k} needs a group code, a reason code and an amount.`;
      problems.push(...problem('adjustment', bad, words));
    }
    sum += amount ?? 0;
  }
  return { sum, problems };
}

function lineProblems({ truth, form }: Submitted, line: Line, n: number): Problem[] {
  const problems: Problem[] = [];
  const paidBox = `PRI_PAID_${n}`;
  const dateBox = `PRI_ADJ_DATE_${n}`;
  if (typedCents(box(form, `CHARGE_${n}`)) !== line.charge) {
    const text = `Line ${n}: the charge must be the original charge (${boxAmount(line.charge)}).`;
    problems.push(...problem('charge-changed', [`CHARGE_${n}`], text));
  }
  const { sum, problems: adjustmentProblems } = readAdjustments(form, n);
  problems.push(...adjustmentProblems);
  const paid = typedCents(box(form, paidBox));
  if (paid === undefined || paid < 0) {
    problems.push(...problem('no-paid', [paidBox], `Line ${n}: the primary payer's paid amount is required.`));
  } else if (paid + sum !== line.charge) {
    const text = `Line ${n} is out of balance: charge ${boxAmount(line.charge)}, primary paid ${boxAmount(paid)}, adjustments ${boxAmount(sum)}.`;
    problems.push(...problem('unbalanced', [paidBox, `ADJ_AMT_${n}_1`], text));
  }
  const left = residual(line);
  if (left !== 0) {
    const text = `Line ${n} is not balanced in the charge ledger (balance ${boxAmount(left)}).`;
    problems.push(...problem('ledger-unbalanced', [paidBox], text));
  }
  const date = typedDate(box(form, dateBox));
  if (date === undefined) {
    problems.push(...problem('no-date', [dateBox], `Line ${n}: the adjudication date is required.`));
  } else if (date > truth.today) {
    problems.push(...problem('future-date', [dateBox], `Line ${n}: the adjudication date is in the future.`));
  }
  return problems;
}

const lines: Rule = (submitted) =>
  submitted.claim.lines.slice(0, LINES).flatMap((line, i) => lineProblems(submitted, line, i + 1));

const total: Rule = ({ claim, form }) => {
  const charge = totalsOf(claim).charge;
  if (typedCents(box(form, 'TOTAL_CHARGE')) === charge) return [];
  return problem('charge-changed', ['TOTAL_CHARGE'], `Box 28: the total charge must be ${boxAmount(charge)}.`);
};

const crossover: Rule = ({ claim, form }) => {
  const remark = crossoverRemark(claim);
  if (!remark || form.CROSSOVER_CONFIRMED === 'Y') return [];
  const text = `Warning: ${remark}. Press the button again to create the claim all the same.`;
  return [{ code: 'crossover', fields: [], text, warning: true }];
};

const RULES: readonly Rule[] = [state, payerChosen, insured, otherPlan, medicare, amountPaid, lines, total, crossover];

/** Everything that is wrong with a submitted form, in the order of the form; empty when the PM takes it. */
export function problemsOf(truth: Truth, claim: Claim, form: FormValues): Problem[] {
  const submitted = { truth, claim, form, payer: payerOf(truth, box(form, 'SEC_PAYER_ID')) };
  return RULES.flatMap((rule) => rule(submitted));
}
