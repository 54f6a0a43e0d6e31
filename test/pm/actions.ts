import { acceptSecondary } from './accept';
import { type FormValues, openingValues, profileValues, searchProfiles } from './form';
import { chargesPage, insurancePage } from './pages/chart';
import { dashboardPage } from './pages/dashboard';
import { eraListPage } from './pages/era';
import { formPage, profileResults, searchWindow } from './pages/form';
import { historyPage, isCobOffered, statusWords } from './pages/history';
import { errorBox, type Html, NOTHING, page } from './pages/layout';
import { ledgerPage } from './pages/ledger';
import { postingPage, postingValues } from './pages/posting';
import { printPage } from './pages/print';
import { savePosting } from './posting';
import { remittanceText } from './remittance';
import { problemsOf } from './rules';
import {
  type Claim,
  claimOf,
  type Patient,
  type Policy,
  patientOf,
  policiesOf,
  policyOf,
  type Rank,
  type Truth,
} from './truth';
import type { Fault, Variant } from './variants';

export interface Asked {
  truth: Truth;
  seed: number;
  variant: Variant;
  method: string;
  fields: Record<string, string>;
  fault: Fault | undefined;
}

/** A page, data for the page's script, a file to keep, or nothing (404). */
export type Answer = { html: Html } | { json: unknown } | { file: { name: string; text: string } } | undefined;

type Action = (asked: Asked) => Answer;

const withPatient =
  (make: (asked: Asked, patient: Patient) => Html): Action =>
  (asked) => {
    const patient = patientOf(asked.truth, Number(asked.fields.MEMBER_ID));
    return patient && { html: make(asked, patient) };
  };

const withClaim =
  (make: (asked: Asked, claim: Claim) => Html | { json: unknown }): Action =>
  (asked) => {
    const claim = claimOf(asked.truth, asked.fields.CLAIM_ID);
    if (!claim) return undefined;
    const made = make(asked, claim);
    return 'json' in made ? made : { html: made };
  };

function notAllowed(truth: Truth, claim: Claim): Html {
  return page({
    title: 'Secondary Claim',
    patient: patientOf(truth, claim.patientId),
    body: errorBox([{ text: `Claim ${claim.id} is not finalized: a secondary claim cannot be created.` }]),
  });
}

function search({ truth, fields, fault }: Asked): Policy[] {
  if (fault?.kind === 'empty-search') return [];
  const found = searchProfiles(truth, fields.SEC_PAYER_ID ?? '', fields.SEARCH_LAST_NAME ?? '');
  return fault?.kind === 'doubled-search' ? found.flatMap((policy) => [policy, policy]) : found;
}

function payerSearch(asked: Asked, claim: Claim): Html {
  const { truth, variant, fields } = asked;
  const found = search(asked);
  if (fields.MODE === 'inline') return profileResults(truth, found, 'fillProfile');
  if (fields.MODE === 'popup') {
    return searchWindow(truth, claim, fields.SEC_PAYER_ID ?? '', fields.SEARCH_LAST_NAME ?? '', found);
  }
  return formPage({ truth, claim, variant, values: fields, found: { policies: found } });
}

/** Only what the form holds: the dispatcher's own fields are no boxes. */
function boxesOf(fields: Record<string, string>): FormValues {
  const { ACTION_NAME: _action, CREATE_CLAIM: _button, ...boxes } = fields;
  return boxes;
}

function submit(asked: Asked, claim: Claim): Html {
  const { truth, variant, seed, fields } = asked;
  const form = boxesOf(fields);
  const problems = problemsOf(truth, claim, form);
  const submission = { claimId: claim.id, at: truth.submissions.length + 1, form, errors: problems };
  const patient = patientOf(truth, claim.patientId);
  if (problems.length > 0 || !patient) {
    truth.submissions.push(submission);
    return formPage({ truth, claim, variant, values: form, problems });
  }
  const transmission = form.CLAIM_TRANSMISSION === 'P' ? 'Paper' : 'Electronic';
  const policy = Number(form.POLICY_INFO_ID) || claim.secondary;
  const created = acceptSecondary(truth, claim, policy, transmission);
  truth.submissions.push({ ...submission, created: created.id });
  const message = `Claim ${created.id} was created. Status: ${statusWords(created.status, variant)}.`;
  return historyPage(truth, patient, variant, seed, message);
}

/** What was submitted, or for a claim of before the session what the chart says. */
function printedValues(truth: Truth, claim: Claim): FormValues {
  const submission = truth.submissions.find((s) => s.created === claim.id);
  if (submission) return submission.form;
  const policy = policyOf(truth, claim.level === 'Secondary' ? claim.secondary : claim.primary);
  const primary = claimOf(truth, claim.secondaryOf) ?? claim;
  return { ...openingValues(truth, primary, 'full'), ...(policy ? profileValues(truth, policy) : {}) };
}

const RANKS: readonly Rank[] = ['Primary', 'Secondary', 'Tertiary', 'Ancillary'];

function saveInsurance({ truth, fields }: Asked, patient: Patient, policy: Policy): Html {
  policy.insuranceId = fields.INSURANCE_ID?.trim() ?? policy.insuranceId;
  policy.groupNo = fields.GROUP_NO?.trim() ?? policy.groupNo;
  policy.planName = fields.PLAN_NAME?.trim() ?? policy.planName;
  policy.rank = RANKS.find((rank) => rank === fields.INSURANCE_TYPE) ?? policy.rank;
  if (truth.payers.some((p) => p.id === fields.PAYER_ID)) policy.payerId = fields.PAYER_ID ?? policy.payerId;
  return insurancePage(truth, patient, policy, 'Insurance profile saved.');
}

const policyAsked = ({ truth, fields }: Asked, patient: Patient) =>
  fields.POLICY_INFO_ID
    ? policiesOf(truth, patient.id).find((p) => p.id === Number(fields.POLICY_INFO_ID))
    : policiesOf(truth, patient.id)[0];

/** What the dispatcher does, by ACTION_NAME. */
export const actions: Readonly<Record<string, Action>> = {
  PATIENT_SEARCH: ({ truth, fields }) => ({
    html: dashboardPage(truth, {
      text: fields.SEARCH_TEXT ?? '',
      type: fields.SEARCH_TYPE ?? 'Patient',
      from: Number(fields.PAGE) || 0,
    }),
  }),
  CLAIM_HISTORY: withPatient(({ truth, variant, seed }, patient) => historyPage(truth, patient, variant, seed)),
  PATIENT_LEDGER: withPatient(({ truth, variant }, patient) => chargesPage(truth, patient, variant, 'Patient Ledger')),
  POST_PAYMENT: withPatient(({ truth, variant }, patient) => chargesPage(truth, patient, variant, 'Post Payment')),
  INSURANCE_INFORMATION: withPatient((asked, patient) => {
    const policy = policyAsked(asked, patient);
    return policy ? insurancePage(asked.truth, patient, policy) : NOTHING;
  }),
  INSURANCE_SAVE: withPatient((asked, patient) => {
    const policy = policyAsked(asked, patient);
    return policy ? saveInsurance(asked, patient, policy) : NOTHING;
  }),
  CHARGE_LEDGER: (asked) =>
    asked.variant.ledger === 'form' && asked.method !== 'POST'
      ? undefined
      : withClaim(({ truth, variant, seed }, claim) => ledgerPage(truth, claim, variant, seed))(asked),
  PAYMENT_POSTING: withClaim(({ truth, fields }, claim) => {
    const line = Number(fields.LINE) || 1;
    return postingPage(truth, claim, line, postingValues(claim, line));
  }),
  PAYMENT_POSTING_SAVE: withClaim(({ truth, variant, seed, fields }, claim) => {
    const line = Number(fields.LINE) || 1;
    const errors = savePosting(truth, claim, line, fields);
    if (errors.length > 0) return postingPage(truth, claim, line, fields, errors);
    return ledgerPage(truth, claim, variant, seed, `Posting of line ${line} saved.`);
  }),
  SECONDARY_CLAIM: withClaim(({ truth, variant }, claim) =>
    isCobOffered(claim)
      ? formPage({ truth, claim, variant, values: openingValues(truth, claim, variant.prefill) })
      : notAllowed(truth, claim),
  ),
  SECONDARY_PAYER_SEARCH: withClaim(payerSearch),
  INSURANCE_PROFILE_DATA: ({ truth, fields }) => {
    const policy = policyOf(truth, Number(fields.POLICY_INFO_ID));
    return policy && { json: profileValues(truth, policy) };
  },
  SECONDARY_CLAIM_SUBMIT: withClaim(submit),
  ERA_LIST: ({ truth }) => ({ html: eraListPage(truth) }),
  ERA_DOWNLOAD: ({ truth, fields }) => {
    const file = truth.remittances.find(({ name }) => name === fields.FILE);
    return file && { file: { name: file.name, text: remittanceText(file) } };
  },
  PRINT_CMS1500: withClaim(({ truth }, claim) => printPage(truth, claim, printedValues(truth, claim))),
};
