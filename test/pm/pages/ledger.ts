import { amount, dollars, usDate } from '../format';
import { random } from '../random';
import type { Adjustment, Claim, Line, Posting, Truth } from '../truth';
import {
  adjustmentsOnLedger,
  lineInsuranceBalance,
  PRACTICE,
  paidOnLedger,
  patientOf,
  payerName,
  payerOf,
  policyOf,
  responsibilityOnLedger,
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

interface LineColumn {
  key: keyof typeof WORDS;
  money?: true;
  /** What the cell of a line holds. */
  of: (claim: Claim, line: Line, index: number) => unknown;
  /** What the last row adds up. */
  total?: (claim: Claim, line: Line) => number;
}

const LEDGER_COLUMNS: readonly (LineColumn | 'adjustments')[] = [
  { key: 'line', of: (_claim, _line, index) => index + 1 },
  { key: 'dos', of: (_claim, line) => usDate(line.from) },
  { key: 'procedure', of: (_claim, line) => line.procedure },
  { key: 'modifiers', of: (_claim, line) => line.modifiers.join(' ') },
  { key: 'units', of: (_claim, line) => line.units },
  { key: 'charge', money: true, of: (_claim, line) => amount(line.charge), total: (_claim, line) => line.charge },
  {
    key: 'insurancePaid',
    money: true,
    of: (claim, line) => (line.postings.length > 0 ? amount(paidOnLedger(claim, line)) : html`&nbsp;`),
    total: paidOnLedger,
  },
  {
    key: 'patientPaid',
    money: true,
    of: (_claim, line) => amount(line.patientPaid),
    total: (_claim, line) => line.patientPaid,
  },
  'adjustments',
  {
    key: 'patientResponsibility',
    money: true,
    of: (claim, line) => amount(responsibilityOnLedger(claim, line)),
    total: responsibilityOnLedger,
  },
  {
    key: 'balance',
    money: true,
    of: (claim, line) => amount(lineInsuranceBalance(claim, line)),
    total: lineInsuranceBalance,
  },
];

const moneyClass = (money: boolean | undefined) => (money ? html` class="money"` : NOTHING);

const threeCells = (a: Adjustment | undefined) =>
  html`<td>${a?.group ?? ''}</td><td>${a?.carc ?? ''}</td><td class="money">${a ? amount(a.amount) : ''}</td>`;

function lineRows(claim: Claim, line: Line, index: number, variant: Variant, columns: typeof LEDGER_COLUMNS): Html {
  const adjustments = adjustmentsOnLedger(claim, line);
  const cells = variant.adjustments === 'three-cells';
  const span = cells && adjustments.length > 1 ? html` rowspan="${adjustments.length}"` : NOTHING;
  const cell = (column: (typeof LEDGER_COLUMNS)[number]) => {
    if (column !== 'adjustments') {
      return html`<td${moneyClass(column.money)}${span}>${column.of(claim, line, index)}</td>`;
    }
    return cells ? threeCells(adjustments[0]) : html`<td>${adjustmentCell(adjustments, variant)}</td>`;
  };
  const edit =
    claim.level === 'Primary' && claim.status === 'Finalized'
      ? html`<a href="javascript:edit_posting('${claim.id}','${index + 1}')">Edit Posting</a>`
      : NOTHING;
  return html`<tr class="${stripe(index)}">${columns.map(cell)}<td${span}>${edit}</td></tr>
${cells ? adjustments.slice(1).map((a) => html`<tr class="${stripe(index)}">${threeCells(a)}</tr>`) : NOTHING}`;
}

function linesTable(claim: Claim, variant: Variant, seed: number): Html {
  const word = (key: keyof typeof WORDS) => WORDS[key][variant.wording];
  const columns = variant.columns === 'shuffled' ? random(seed + 78).shuffle(LEDGER_COLUMNS) : LEDGER_COLUMNS;
  const cells = variant.adjustments === 'three-cells';
  const over = (f: (claim: Claim, line: Line) => number) =>
    claim.lines.reduce((total, line) => total + f(claim, line), 0);
  const adjusted = (c: Claim, line: Line) => adjustmentsOnLedger(c, line).reduce((total, a) => total + a.amount, 0);
  const heading = (column: (typeof LEDGER_COLUMNS)[number]) => {
    if (column !== 'adjustments') return html`<th${moneyClass(column.money)}>${word(column.key)}</th>`;
    return cells
      ? html`<th>${word('group')}</th><th>${word('reason')}</th><th class="money">${word('adjustmentAmount')}</th>`
      : html`<th>${word('adjustments')}</th>`;
  };
  const total = (column: (typeof LEDGER_COLUMNS)[number]) => {
    if (column === 'adjustments') {
      return html`${cells ? html`<td></td><td></td>` : NOTHING}<td class="dataTotal">${amount(over(adjusted))}</td>`;
    }
    if (column.key === 'line') return html`<td><b>Total</b></td>`;
    return column.total ? html`<td class="dataTotal">${amount(over(column.total))}</td>` : html`<td></td>`;
  };
  return html`<div><b>Service Lines</b></div><table class="dataTable"><tr>${columns.map(heading)}<th>&nbsp;</th></tr>
${claim.lines.map((line, i) => lineRows(claim, line, i, variant, columns))}
<tr class="dataRow">${columns.map(total)}<td></td></tr></table>`;
}

interface PaymentColumn {
  name: string;
  money?: true;
  of: (truth: Truth, posting: Posting, line: number) => unknown;
}

const PAYMENT_COLUMNS: readonly PaymentColumn[] = [
  { name: 'Line', of: (_truth, _posting, line) => line },
  { name: 'Payer', of: (truth, posting) => payerOf(truth, posting.payerId)?.name },
  { name: 'Level', of: (_truth, posting) => posting.level },
  { name: 'Check No', of: (_truth, posting) => posting.checkNo },
  { name: 'Check Date', of: (_truth, posting) => usDate(posting.checkDate) },
  { name: 'Posting Date', of: (_truth, posting) => usDate(posting.postedDate) },
  { name: 'Paid', money: true, of: (_truth, posting) => amount(posting.paid) },
  { name: 'Remarks', of: (_truth, posting) => posting.remarks.map((remark) => html`<div>${remark}</div>`) },
];

function paymentsTable(truth: Truth, claim: Claim, variant: Variant, seed: number): Html {
  const columns = variant.columns === 'shuffled' ? random(seed + 79).shuffle(PAYMENT_COLUMNS) : PAYMENT_COLUMNS;
  const posted = claim.lines.flatMap((line, i) => line.postings.map((posting) => ({ line: i + 1, posting })));
  if (posted.length === 0) return html`<div><b>Payments</b></div><p>No insurance payments posted.</p>`;
  return html`<div><b>Payments</b></div><table class="dataTable"><tr>${columns.map(
    (column) => html`<th${moneyClass(column.money)}>${column.name}</th>`,
  )}</tr>
${posted.map(
  ({ line, posting }, i) =>
    html`<tr class="${stripe(i)}">${columns.map(
      (column) => html`<td${moneyClass(column.money)}>${column.of(truth, posting, line)}</td>`,
    )}</tr>`,
)}</table>`;
}

/** The charge ledger of one claim: what was charged, paid, adjusted and left, line by line. */
export function ledgerPage(truth: Truth, claim: Claim, variant: Variant, seed: number, message?: string): Html {
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
${linesTable(claim, variant, seed)}
${paymentsTable(truth, claim, variant, seed)}`,
  });
}
