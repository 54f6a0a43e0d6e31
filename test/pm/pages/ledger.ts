import { amount, dollars, usDate } from '../format';
import type { Adjustment, Claim, Line, Truth } from '../truth';
import {
  adjustmentsOf,
  lineInsuranceBalance,
  PRACTICE,
  paidBy,
  patientOf,
  patientResponsibility,
  payerName,
  payerOf,
  policyOf,
  totalsOf,
} from '../truth';
import type { Variant } from '../variants';
import { statusWords } from './history';
import { fieldTable, type Html, html, NOTHING, page, stripe } from './layout';

type Wording = Variant['wording'];

const WORDS = {
  line: { canonical: 'Line', terse: '#', legacy: 'Line No.' },
  dos: { canonical: 'Date of Service', terse: 'DOS', legacy: 'Service Date' },
  procedure: { canonical: 'Procedure', terse: 'CPT', legacy: 'Procedure Code' },
  modifiers: { canonical: 'Modifiers', terse: 'Mod', legacy: 'Modifiers' },
  units: { canonical: 'Units', terse: 'Qty', legacy: 'Units' },
  charge: { canonical: 'Charge', terse: 'Billed', legacy: 'Charge Amount' },
  insurancePaid: { canonical: 'Insurance Paid', terse: 'Ins Pd', legacy: 'Ins. Payment' },
  patientPaid: { canonical: 'Patient Paid', terse: 'Pt Pd', legacy: 'Patient Payment' },
  adjustments: { canonical: 'Adjustments', terse: 'Adj', legacy: 'Adjustment Codes' },
  group: { canonical: 'Group', terse: 'Grp', legacy: 'Group Code' },
  reason: { canonical: 'Reason', terse: 'Rsn', legacy: 'Reason Code' },
  adjustmentAmount: { canonical: 'Adjustment', terse: 'Adj Amt', legacy: 'Adjustment Amount' },
  patientResponsibility: { canonical: 'Patient Responsibility', terse: 'Pt Resp', legacy: 'Patient Resp.' },
  balance: { canonical: 'Balance', terse: 'Bal', legacy: 'Line Balance' },
} as const satisfies Record<string, Record<Wording, string>>;

const oneLine = (a: Adjustment, index: number) =>
  index % 2 === 0 ? `${a.group} ${a.carc} ${dollars(a.amount)}` : `${a.group}-${a.carc} ${amount(a.amount)}`;

/** The adjustments of a line in one cell. */
function adjustmentCell(adjustments: Adjustment[], variant: Variant): Html {
  if (variant.adjustments === 'one-cell-list') return html`${adjustments.map(oneLine).join('; ')}`;
  return html`${adjustments.map((a) => html`<div>${a.group}-${a.carc} ${amount(a.amount)}</div>`)}`;
}

const money = (cents: number, rows = 1) =>
  html`<td class="money"${rows > 1 ? html` rowspan="${rows}"` : NOTHING}>${amount(cents)}</td>`;

function lineRows(claim: Claim, line: Line, index: number, variant: Variant): Html {
  const adjustments = adjustmentsOf(line, claim.level);
  const cells = variant.adjustments === 'three-cells';
  const rows = cells ? Math.max(1, adjustments.length) : 1;
  const span = rows > 1 ? html` rowspan="${rows}"` : NOTHING;
  const three = (a: Adjustment | undefined) =>
    html`<td>${a?.group ?? ''}</td><td>${a?.carc ?? ''}</td><td class="money">${a ? amount(a.amount) : ''}</td>`;
  const level = claim.level;
  const edit =
    level === 'Primary' && claim.status === 'Finalized'
      ? html`<a href="javascript:edit_posting('${claim.id}','${index + 1}')">Edit Posting</a>`
      : NOTHING;
  return html`<tr class="${stripe(index)}"><td${span}>${index + 1}</td><td${span}>${usDate(line.from)}</td><td${span}>${line.procedure}</td>
<td${span}>${line.modifiers.join(' ')}</td><td${span}>${line.units}</td>${money(line.charge, rows)}
${line.postings.length > 0 ? money(paidBy(line, level), rows) : html`<td class="money"${span}>&nbsp;</td>`}${money(line.patientPaid, rows)}
${cells ? three(adjustments[0]) : html`<td>${adjustmentCell(adjustments, variant)}</td>`}
${money(patientResponsibility(line), rows)}${money(lineInsuranceBalance(claim, line), rows)}<td${span}>${edit}</td></tr>
${cells ? adjustments.slice(1).map((a) => html`<tr class="${stripe(index)}">${three(a)}</tr>`) : NOTHING}`;
}

function linesTable(claim: Claim, variant: Variant): Html {
  const word = (key: keyof typeof WORDS) => WORDS[key][variant.wording];
  const adjustmentHeadings =
    variant.adjustments === 'three-cells'
      ? html`<th>${word('group')}</th><th>${word('reason')}</th><th class="money">${word('adjustmentAmount')}</th>`
      : html`<th>${word('adjustments')}</th>`;
  const totals = totalsOf(claim);
  return html`<b>Service Lines</b><table class="dataTable"><tr><th>${word('line')}</th><th>${word('dos')}</th><th>${word('procedure')}</th>
<th>${word('modifiers')}</th><th>${word('units')}</th><th class="money">${word('charge')}</th><th class="money">${word('insurancePaid')}</th>
<th class="money">${word('patientPaid')}</th>${adjustmentHeadings}<th class="money">${word('patientResponsibility')}</th>
<th class="money">${word('balance')}</th><th>&nbsp;</th></tr>
${claim.lines.map((line, i) => lineRows(claim, line, i, variant))}
<tr class="dataRow"><td colspan="5" class="dataTotal">Total</td><td class="dataTotal">${amount(totals.charge)}</td>
<td class="dataTotal">${amount(totals.insurancePaid)}</td><td class="dataTotal">${amount(totals.patientPaid)}</td>
${variant.adjustments === 'three-cells' ? html`<td></td><td></td>` : NOTHING}<td class="dataTotal">${amount(totals.adjustments)}</td>
<td class="dataTotal">${amount(totals.patientResponsibility)}</td><td class="dataTotal">${amount(totals.insuranceBalance)}</td><td></td></tr></table>`;
}

function paymentsTable(truth: Truth, claim: Claim): Html {
  const posted = claim.lines.flatMap((line, i) => line.postings.map((posting) => ({ line: i + 1, posting })));
  if (posted.length === 0) return html`<b>Payments</b><p>No insurance payments posted.</p>`;
  return html`<b>Payments</b><table class="dataTable"><tr><th>Line</th><th>Payer</th><th>Level</th><th>Check No</th><th>Check Date</th>
<th>Posting Date</th><th class="money">Paid</th><th>Remarks</th></tr>
${posted.map(
  ({ line, posting }, i) =>
    html`<tr class="${stripe(i)}"><td>${line}</td><td>${payerOf(truth, posting.payerId)?.name}</td><td>${posting.level}</td><td>${posting.checkNo}</td>
<td>${usDate(posting.checkDate)}</td><td>${usDate(posting.postedDate)}</td><td class="money">${amount(posting.paid)}</td>
<td>${posting.remarks.map((remark) => html`<div>${remark}</div>`)}</td></tr>`,
)}</table>`;
}

/** The charge ledger of one claim: what was charged, paid, adjusted and left, line by line. */
export function ledgerPage(truth: Truth, claim: Claim, variant: Variant, message?: string): Html {
  const totals = totalsOf(claim);
  const writtenOff = claim.lines.reduce((sum, line) => sum + line.writtenOff, 0);
  return page({
    title: 'Charge Ledger',
    patient: patientOf(truth, claim.patientId),
    body: html`${message ? html`<p class="messageText">${message}</p>` : NOTHING}
<p><a href="/electronic/pm/action.do?ACTION_NAME=CLAIM_HISTORY&amp;MEMBER_ID=${claim.patientId}">Claim History</a></p>
${fieldTable([
  ['Claim ID', claim.id],
  ['Status', statusWords(claim.status, variant)],
  ['Billed To', claim.level],
  ['Primary Payer', payerName(truth, policyOf(truth, claim.primary))],
  ['Secondary Payer', payerName(truth, policyOf(truth, claim.secondary))],
  ['Payer Claim No', claim.icn],
  ['Provider', PRACTICE.provider],
  ['Claim Created', usDate(claim.created)],
  ['Total Charge', dollars(totals.charge)],
  ['Insurance Balance', html`<span class="dataTotal">${dollars(totals.insuranceBalance)}</span>`],
  ['Patient Balance', html`<span class="dataTotal">${dollars(totals.patientBalance)}</span>`],
  ['Written Off', dollars(writtenOff)],
  ['Notes', [...(claim.appeal ? ['Marked for appeal'] : []), ...claim.notes].join('; ')],
])}
${linesTable(claim, variant)}
${paymentsTable(truth, claim)}`,
  });
}
