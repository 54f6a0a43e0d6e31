import { dollars, usDate } from '../format';
import { random } from '../random';
import type { Claim, Patient, Status, Truth } from '../truth';
import { claimsOf, fullName, PRACTICE, payerName, policyOf, secondaryClaimOf, totalsOf } from '../truth';
import type { Variant } from '../variants';
import { ledgerHref } from './chart';
import { type Html, html, NOTHING, page, stripe } from './layout';

type Column =
  | 'claimId'
  | 'dos'
  | 'primary'
  | 'secondary'
  | 'billedTo'
  | 'provider'
  | 'charge'
  | 'insurancePaid'
  | 'adjustments'
  | 'insuranceBalance'
  | 'patientBalance'
  | 'status'
  | 'notes'
  | 'action';

const HEADINGS: Record<Column, Record<Variant['wording'], string>> = {
  claimId: { canonical: 'Claim ID', terse: 'Claim #', legacy: 'HF Claim ID' },
  dos: { canonical: 'Date of Service', terse: 'DOS', legacy: 'Service Date' },
  primary: { canonical: 'Primary Payer', terse: 'Prim Ins', legacy: 'Primary Insurance' },
  secondary: { canonical: 'Secondary Payer', terse: 'Sec Ins', legacy: 'Secondary Insurance' },
  billedTo: { canonical: 'Billed To', terse: 'Level', legacy: 'Claim Level' },
  provider: { canonical: 'Provider', terse: 'Prov', legacy: 'Rendering Provider' },
  charge: { canonical: 'Charges', terse: 'Billed', legacy: 'Total Charge' },
  insurancePaid: { canonical: 'Insurance Paid', terse: 'Ins Pd', legacy: 'Ins. Payments' },
  adjustments: { canonical: 'Adjustments', terse: 'Adj', legacy: 'Ins. Adjustments' },
  insuranceBalance: { canonical: 'Insurance Balance', terse: 'Ins Bal', legacy: 'Ins. Balance' },
  patientBalance: { canonical: 'Patient Balance', terse: 'Pt Bal', legacy: 'Patient Balance Due' },
  status: { canonical: 'Status', terse: 'Status', legacy: 'Claim Status' },
  notes: { canonical: 'Notes', terse: 'Flags', legacy: 'Remarks' },
  action: { canonical: 'Action', terse: '', legacy: 'Actions' },
};
const COLUMNS = Object.keys(HEADINGS) as Column[];
const MONEY: ReadonlySet<Column> = new Set([
  'charge',
  'insurancePaid',
  'adjustments',
  'insuranceBalance',
  'patientBalance',
]);

/** The words of a status cell in this variant. */
export function statusWords(status: Status, variant: Variant): string {
  if (variant.status === 'upper') return status.toUpperCase();
  if (variant.status === 'claim') return status === 'HF Rejected' ? 'HealthFusion Rejected' : `Claim ${status}`;
  return status;
}

function statusCell(claim: Claim, variant: Variant): Html {
  const words = statusWords(claim.status, variant);
  const day = claim.lines[0]?.postings[0]?.postedDate ?? claim.created;
  return variant.status === 'dated' ? html`<div>${words}</div><div>${usDate(day)}</div>` : html`${words}`;
}

/** COB is offered on a finalized primary claim only (NextGen Office, Secondary Claim article). */
export const isCobOffered = (claim: Claim) => claim.level === 'Primary' && claim.status === 'Finalized';

function cobControl(claim: Claim, variant: Variant): Html {
  const offered = isCobOffered(claim);
  if (variant.cob === 'button') {
    return html`<input type="button" class="button" value="COB" onclick="create_cob('${claim.id}')" ${offered ? '' : 'disabled'}>`;
  }
  if (variant.cob === 'image') {
    return offered
      ? html`<a href="javascript:create_cob('${claim.id}')"><img src="/electronic/pm/images/cob.gif" border="0" alt="COB" title="COB"></a>`
      : html`<img src="/electronic/pm/images/cob_off.gif" border="0" alt="COB" title="COB not available" class="disabled">`;
  }
  return offered
    ? html`<a href="javascript:create_cob('${claim.id}')">COB</a>`
    : html`<span class="disabledLink">COB</span>`;
}

function actionCell(claim: Claim, variant: Variant): Html {
  const print =
    claim.status === 'Paper Accepted'
      ? html` | <a href="/electronic/pm/action.do?ACTION_NAME=PRINT_CMS1500&amp;CLAIM_ID=${claim.id}" target="_blank">Print</a>`
      : NOTHING;
  return html`<a href="${ledgerHref(variant, claim.id)}">Ledger</a> | ${cobControl(claim, variant)}${print}`;
}

function notesCell(claim: Claim): Html {
  const notes = [
    ...(claim.appeal ? ['Marked for appeal'] : []),
    ...(claim.excluded ? ['Excluded from Secondary Billing'] : []),
    ...(claim.lines.some((l) => l.writtenOff > 0) ? ['Patient balance written off'] : []),
    ...claim.notes,
  ];
  return html`${notes.map((note) => html`<div>${note}</div>`)}`;
}

function cell(truth: Truth, claim: Claim, variant: Variant, column: Column): unknown {
  const totals = totalsOf(claim);
  const dates = [claim.lines[0]?.from, claim.lines.at(-1)?.to];
  switch (column) {
    case 'claimId':
      return claim.id;
    case 'dos':
      return dates[0] === dates[1] ? usDate(dates[0]) : `${usDate(dates[0])} - ${usDate(dates[1])}`;
    case 'primary':
      return payerName(truth, policyOf(truth, claim.primary));
    case 'secondary':
      return payerName(truth, policyOf(truth, claim.secondary));
    case 'billedTo':
      return claim.level;
    case 'provider':
      return PRACTICE.provider;
    case 'charge':
      return dollars(totals.charge);
    case 'insurancePaid':
      return dollars(totals.insurancePaid);
    case 'adjustments':
      return dollars(totals.adjustments);
    case 'insuranceBalance':
      return dollars(totals.insuranceBalance);
    case 'patientBalance':
      return dollars(totals.patientBalance);
    case 'status':
      return statusCell(claim, variant);
    case 'notes':
      return notesCell(claim);
    case 'action':
      return actionCell(claim, variant);
  }
}

/** Newest service first; a secondary claim right under the primary it came from. */
function inOrder(truth: Truth, patient: Patient): Claim[] {
  const all = claimsOf(truth, patient.id);
  const primaries = all.filter((c) => c.level === 'Primary');
  const day = (claim: Claim) => claim.lines[0]?.from ?? '';
  primaries.sort((a, b) => day(b).localeCompare(day(a)));
  return primaries.flatMap((claim) => {
    const secondary = secondaryClaimOf(truth, claim);
    return secondary ? [claim, secondary] : [claim];
  });
}

/** A patient's Claim History: one row a claim, and the message of what was just done. */
export function historyPage(truth: Truth, patient: Patient, variant: Variant, seed: number, message?: string): Html {
  const columns = variant.columns === 'shuffled' ? random(seed + 77).shuffle(COLUMNS) : COLUMNS;
  const claims = inOrder(truth, patient);
  return page({
    title: 'Claim History',
    patient,
    body: html`${message ? html`<p class="messageText">${message}</p>` : NOTHING}
<form name="claim_history_form" method="post" action="/electronic/pm/action.do"><input type="hidden" name="ACTION_NAME" value="">
<input type="hidden" name="MEMBER_ID" value="${patient.id}"></form>
<table class="dataTable" summary="Claims of ${fullName(patient.person)}"><TR>${columns.map(
      (c) => html`<th ${MONEY.has(c) ? 'class=money' : ''}>${HEADINGS[c][variant.wording]}</th>`,
    )}</TR>
${claims.map(
  (claim, i) =>
    html`<tr class="${stripe(i)}">${columns.map(
      (c) => html`<TD${MONEY.has(c) ? html` class="money"` : NOTHING}>${cell(truth, claim, variant, c)}</TD>`,
    )}</tr>
`,
)}</table>
<p>${claims.length} claims</p>`,
  });
}
