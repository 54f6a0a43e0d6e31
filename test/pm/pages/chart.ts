import { amount, dollars, usDate } from '../format';
import type { Claim, Patient, Policy, Truth } from '../truth';
import { accountBalances, claimsOf, fullName, payerName, payerOf, policiesOf, totalsOf } from '../truth';
import type { Variant } from '../variants';
import { fieldTable, type Html, html, NOTHING, page, stripe } from './layout';

function policyRow(truth: Truth, policy: Policy, index: number, rowId: string | undefined): Html {
  const rank = policy.archived ? `${policy.rank} (Archived)` : policy.rank;
  const checked = policy.rank === 'Primary' ? 0 : 1;
  const live = !policy.archived && (policy.rank === 'Primary' || policy.rank === 'Secondary');
  const verify = live ? html` | <a href="javascript:pchart_verify_insurance('${policy.rank}')">Verify</a>` : NOTHING;
  const id = rowId ? html` id="${rowId}"` : NOTHING;
  return html`<tr class="${stripe(index)}"${id}><TD>${rank}</TD><TD>${payerName(truth, policy)}</TD><TD>${policy.insuranceId}</TD>
<TD>${policy.groupNo}</TD><TD>${policy.planName}</TD><TD>${fullName(policy.insured)}</TD><TD>${policy.relationship}</TD>
<TD>${usDate(policy.effective)}</TD><TD>${usDate(policy.termination)}</TD>
${live ? html`<TD class="patientLastChecked_${checked}">${usDate(truth.today)}</TD>` : html`<TD>&nbsp;</TD>`}
<TD><a href="javascript:insurance_edit('${policy.id}','${policy.patientId}')">Edit</a>${verify}</TD></tr>`;
}

function insuranceTable(truth: Truth, patient: Patient): Html {
  const policies = policiesOf(truth, patient.id);
  const firstOf = (policy: Policy) => policies.find((p) => p.rank === policy.rank && !p.archived) === policy;
  const rowId = (policy: Policy) => (firstOf(policy) && policy.rank !== 'Ancillary' ? `tr_${policy.rank}` : undefined);
  return html`<div><b>Insurance</b></div><table class="dataTable"><tr><th>Type</th><th>Insurance</th><th>Insured ID</th><th>Group No</th>
<th>Plan Name</th><th>Insured</th><th>Relationship</th><th>Effective</th><th>Terminated</th><th>Last Checked</th><th>&nbsp;</th></tr>
${policies.map((policy, i) => policyRow(truth, policy, i, rowId(policy)))}</table>`;
}

/** The patient's chart, with the balances in a frame of their own. */
export function chartPage(truth: Truth, patient: Patient): Html {
  const p = patient.person;
  return page({
    title: 'Patient Chart',
    patient,
    body: html`<p><a href="/electronic/pm/action.do?ACTION_NAME=CLAIM_HISTORY&amp;MEMBER_ID=${patient.id}">Claim History</a> |
<a href="/electronic/pm/action.do?ACTION_NAME=PATIENT_LEDGER&amp;MEMBER_ID=${patient.id}">Ledger</a> |
<a href="/electronic/pm/action.do?ACTION_NAME=POST_PAYMENT&amp;MEMBER_ID=${patient.id}">Post Payment</a></p>
${fieldTable([
  ['Address', `${p.street}, ${p.city} ${p.state} ${p.zip}`],
  ['Home Phone', p.phone],
  ['SSN', patient.ssn],
  ['Account Status', patient.active ? 'Active' : 'Inactive'],
])}
<iframe id="balances" name="balances" src="/electronic/pm/patient_balances.jsp?MEMBER_ID=${patient.id}" width="340" height="90" frameborder="0"></iframe>
${insuranceTable(truth, patient)}`,
  });
}

/** What the chart's frame `balances` shows. */
export function balancesPage(truth: Truth, patient: Patient): Html {
  const { insurance, patient: guarantor } = accountBalances(truth, patient.id);
  return html`<html><head><link rel="stylesheet" type="text/css" href="/electronic/pm/css/pm.css"></head><body>
<table class="dataTable"><tr><td>Insurance Balance</td><td class="dataTotal">${dollars(insurance)}</td></tr>
<tr><td>Guarantor Balance</td><td class="dataTotal">${dollars(guarantor)}</td></tr></table></body></html>`;
}

/** How a link to a claim's ledger is made in this variant. */
export function ledgerHref(variant: Variant, claimId: string): string {
  return variant.ledger === 'plain'
    ? `/electronic/pm/action.do?ACTION_NAME=CHARGE_LEDGER&CLAIM_ID=${claimId}`
    : `javascript:open_ledger('${claimId}')`;
}

/** Ledger and Post Payment of the chart: the charges of one patient, each leading to its ledger. */
export function chargesPage(truth: Truth, patient: Patient, variant: Variant, title: string): Html {
  const row = (claim: Claim, i: number) => {
    const totals = totalsOf(claim);
    return html`<tr class="${stripe(i)}"><TD><a href="${ledgerHref(variant, claim.id)}">${claim.id}</a></TD><TD>${usDate(claim.lines[0]?.from)}</TD>
<TD>${claim.lines.map((line) => html`<div>${line.procedure}</div>`)}</TD><TD class="money">${amount(totals.charge)}</TD>
<TD class="money">${amount(totals.insuranceBalance)}</TD><TD class="money">${amount(totals.patientBalance)}</TD></tr>`;
  };
  return page({
    title,
    patient,
    body: html`<table class="dataTable"><tr><th>Claim ID</th><th>Date of Service</th><th>Procedures</th><th class="money">Charges</th>
<th class="money">Insurance Balance</th><th class="money">Patient Balance</th></tr>${claimsOf(truth, patient.id).map(row)}</table>`,
  });
}

const INSURANCE_TYPES = ['Primary', 'Secondary', 'Tertiary', 'Ancillary'];

/** One insurance profile, to be looked at and mended. */
export function insurancePage(truth: Truth, patient: Patient, policy: Policy, message?: string): Html {
  const payer = payerOf(truth, policy.payerId);
  const text = (name: string, value: string, size = 20) =>
    html`<input type="text" name="${name}" value="${value}" size="${size}">`;
  return page({
    title: 'Insurance Information',
    patient,
    body: html`${message ? html`<p class="messageText">${message}</p>` : NOTHING}
<form name="insurance_information_form" method="post" action="/electronic/pm/action.do">
<input type="hidden" name="ACTION_NAME" value="INSURANCE_SAVE"><input type="hidden" name="MEMBER_ID" value="${patient.id}">
<input type="hidden" name="POLICY_INFO_ID" value="${policy.id}">
${fieldTable(
  [
    [
      'Payer',
      html`<select name="PAYER_ID">${truth.payers.map(
        (p) => html`<option value="${p.id}" ${p.id === policy.payerId ? 'selected' : ''}>${p.name}</option>`,
      )}</select>`,
    ],
    ['Electronic Payer ID', payer?.ediId ?? ''],
    ['Electronic Secondary Claims', payer?.electronicSecondary ? 'Yes' : 'No'],
    [
      'Insurance Type',
      html`<select name="INSURANCE_TYPE">${INSURANCE_TYPES.map(
        (t) => html`<option value="${t}" ${t === policy.rank ? 'selected' : ''}>${t}</option>`,
      )}</select>`,
    ],
    ['Insured ID', text('INSURANCE_ID', policy.insuranceId)],
    ['Group No', text('GROUP_NO', policy.groupNo)],
    ['Plan Name', text('PLAN_NAME', policy.planName, 30)],
    ['Relationship', policy.relationship],
    ['Insured Name', fullName(policy.insured)],
    ['Insured DOB', usDate(policy.insured.dob)],
    ['Insured Sex', policy.insured.sex],
    [
      'Insured Address',
      `${policy.insured.street}, ${policy.insured.city} ${policy.insured.state} ${policy.insured.zip}`,
    ],
    ['Effective', usDate(policy.effective)],
    ['Terminated', usDate(policy.termination)],
    ['Status', policy.archived ? 'Archived' : 'Active'],
    ['Co-Pay', text('COPAY', amount(policy.copay), 8)],
    ['Co-Insurance', text('CO_INS', `${policy.coInsurance}`, 4)],
  ],
  2,
)}
<input type="submit" id="Submit" name="SAVE" value="Save Changes" onclick="return confirmInsurance()">
</form>`,
  });
}
