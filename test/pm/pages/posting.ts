import { boxAmount, usDate } from '../format';
import { type Claim, patientOf, payerName, policyOf, type Truth } from '../truth';
import { errorBox, fieldTable, type Html, html, page } from './layout';

export const ADJUSTMENTS = 3;
export const GROUPS = ['CO', 'PR', 'OA', 'PI', 'CR'] as const;

/** What the posting form holds for a line: its last posting from the primary, or nothing yet. */
export function postingValues(claim: Claim, lineNo: number): Record<string, string> {
  const posting = claim.lines[lineNo - 1]?.postings.filter((p) => p.level === 'Primary').at(-1);
  const values: Record<string, string> = {
    PAID: posting ? boxAmount(posting.paid) : '',
    CHECK_NO: posting?.checkNo ?? '',
    CHECK_DATE: usDate(posting?.checkDate),
  };
  for (let k = 1; k <= ADJUSTMENTS; k++) {
    const adjustment = posting?.adjustments[k - 1];
    values[`ADJ_GROUP_${k}`] = adjustment?.group ?? '';
    values[`ADJ_REASON_${k}`] = adjustment?.carc ?? '';
    values[`ADJ_AMOUNT_${k}`] = adjustment ? boxAmount(adjustment.amount) : '';
  }
  return values;
}

/** The page where the primary's posting of one line is typed or mended. */
export function postingPage(
  truth: Truth,
  claim: Claim,
  lineNo: number,
  values: Record<string, string>,
  errors: readonly { text: string }[] = [],
): Html {
  const line = claim.lines[lineNo - 1];
  const text = (name: string, size: number, handler: string) =>
    html`<input type="text" name="${name}" value="${values[name] ?? ''}" size="${size}" onchange="${handler}">`;
  const adjustment = (k: number) => html`<tr><td><select name="ADJ_GROUP_${k}"><option value=""></option>${GROUPS.map(
    (g) => html`<option value="${g}" ${values[`ADJ_GROUP_${k}`] === g ? 'selected' : ''}>${g}</option>`,
  )}</select></td>
<td>${text(`ADJ_REASON_${k}`, 5, 'upper(this)')}</td><td>${text(`ADJ_AMOUNT_${k}`, 10, 'tidyMoney(this)')}</td></tr>`;
  return page({
    title: 'Payment Posting',
    patient: patientOf(truth, claim.patientId),
    body: html`${errorBox(errors)}
${fieldTable([
  ['Claim ID', claim.id],
  ['Line', lineNo],
  ['Procedure', line?.procedure],
  ['Date of Service', usDate(line?.from)],
  ['Charge', boxAmount(line?.charge ?? 0)],
  ['Payer', payerName(truth, policyOf(truth, claim.primary))],
])}
<form name="posting_form" method="post" action="/electronic/pm/action.do">
<input type="hidden" name="ACTION_NAME" value="PAYMENT_POSTING_SAVE"><input type="hidden" name="CLAIM_ID" value="${claim.id}">
<input type="hidden" name="LINE" value="${lineNo}">
<table cellpadding="2"><tr><td class="fieldName">Insurance Paid</td><td>${text('PAID', 10, 'tidyMoney(this)')}</td></tr>
<tr><td class="fieldName">Check No</td><td>${text('CHECK_NO', 14, '')}</td></tr>
<tr><td class="fieldName">Check Date</td><td>${text('CHECK_DATE', 10, 'tidyDate(this)')}</td></tr></table>
<table class="dataTable" style="width:320px"><tr><th>Group</th><th>Reason</th><th>Amount</th></tr>${[1, 2, 3].map(adjustment)}</table>
<input type="submit" name="SAVE" value="Save Posting" onclick="return confirmPosting()">
<input type="button" value="Cancel" onclick="open_ledger('${claim.id}')">
</form>`,
  });
}
