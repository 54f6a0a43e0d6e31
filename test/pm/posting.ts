import { typedCents, typedDate } from './format';
import { ADJUSTMENTS } from './pages/posting';
import { type Adjustment, type Claim, type Posting, policyOf, type Truth } from './truth';

/** Takes what was typed in the posting page; the ledger follows by itself. Errors leave the posting as it was. */
export function savePosting(
  truth: Truth,
  claim: Claim,
  lineNo: number,
  form: Record<string, string>,
): { text: string }[] {
  const errors: { text: string }[] = [];
  const line = claim.lines[lineNo - 1];
  if (!line) return [{ text: 'There is no such service line.' }];
  const paid = typedCents(form.PAID ?? '');
  const checkDate = typedDate(form.CHECK_DATE ?? '');
  if (paid === undefined) errors.push({ text: 'Insurance Paid must be an amount.' });
  if (checkDate === undefined) errors.push({ text: 'Check Date must be a date (MM/DD/YYYY).' });
  if (checkDate !== undefined && checkDate > truth.today) errors.push({ text: 'Check Date is in the future.' });
  const adjustments: Adjustment[] = [];
  for (let k = 1; k <= ADJUSTMENTS; k++) {
    const [group = '', carc = '', text = ''] = [
      form[`ADJ_GROUP_${k}`],
      form[`ADJ_REASON_${k}`],
      form[`ADJ_AMOUNT_${k}`],
    ];
    if (!group && !carc && !text) continue;
    const amount = typedCents(text);
    if (!group || !carc || amount === undefined) {
      errors.push({ text: `Adjustment ${k} needs a group, a reason and an amount.` });
    } else if (amount !== 0) {
      adjustments.push({ group, carc: carc.trim().toUpperCase(), amount });
    }
  }
  if (errors.length > 0 || paid === undefined || checkDate === undefined) return errors;
  const at = line.postings.findLastIndex((p) => p.level === 'Primary');
  const before = line.postings[at];
  const posting: Posting = {
    level: 'Primary',
    payerId: policyOf(truth, claim.primary)?.payerId ?? '',
    paid,
    adjustments,
    checkNo: form.CHECK_NO?.trim() ?? '',
    checkDate,
    postedDate: truth.today,
    remarks: before?.remarks ?? [],
  };
  if (at >= 0) line.postings[at] = posting;
  else line.postings.push(posting);
  return [];
}
