import type { Case } from '../claim/case';
import type { Adjustment, LedgerLine } from '../claim/claim';
import type { ClaimForm } from '../claim/form';
import { codeOf } from '../codes/group';
import type { Check, Missing } from './check';
import { boxOf } from './form';
import { adjustmentSetsOn, FORM_LINE_NUMBERS, isUsed } from './form-lines';
import { type Judged, judgeAll, LEDGER, missing, SOUND, unknown, wrong } from './outcome';
import { adjudicatedLines } from './postings';
import { places } from './words';

const words = (n: number, code: string) => ({
  title: `Line ${n} has ${code} with 0.00`,
  short: `Line ${n}: adjustment of 0.00`,
  lines: [n],
});

/** Codes whose every amount on the line is 0.00. What was reversed nets to nothing and is not sent. */
const zeroesAmong = (adjustments: readonly Adjustment[]): Adjustment[] =>
  adjustments.filter(
    (one) => one.carc !== '' && adjustments.every((other) => codeOf(other) !== codeOf(one) || other.amount === 0),
  );

const inPosting = (line: LedgerLine, all: readonly Adjustment[], at: ReturnType<typeof places>): Judged => {
  const codes = new Set(zeroesAmong(all).map(codeOf));
  return { raised: [...codes].map((code) => ({ ...words(line.n, code), places: at })), lacking: [] };
};

const inPostings = (c: Case): Judged[] =>
  adjudicatedLines(c).map(({ line, primary, unclear }) => {
    if (unclear) return { raised: [], lacking: [unclear] };
    const readings = primary.map(({ adjustments }) => adjustments);
    const unread = readings.find(({ kind }) => kind !== 'read');
    if (unread) return { raised: [], lacking: [missing(`the adjustments of line ${line.n}`, 'ledger', unread)] };
    const all = readings.flatMap((reading) => (reading.kind === 'read' ? reading.value : []));
    return all.some(({ amount }) => amount === 0) ? inPosting(line, all, places(...readings)) : SOUND;
  });

const onForm = (form: ClaimForm, n: number): Judged[] =>
  (adjustmentSetsOn(form, n) ?? []).map(({ k, group, carc, amount }) => {
    const lacking: Missing[] = typeof amount === 'object' ? [amount] : [];
    if (amount !== 0) return { raised: [], lacking };
    const box = boxOf(form, `24.${n}.adj${k}.amount`);
    const code = [group, carc].filter((part) => part !== '').join('-') || 'an adjustment';
    return wrong({ ...words(n, code), places: box ? [box.place] : [] });
  });

const check: Check = {
  id: 'C080',
  name: 'zero_cas',
  title: 'No adjustment is 0.00',
  when: 'Raised by an adjustment of 0.00: in the boxes of the open form where it has such boxes, which is what will be sent, else in the posting. An amount or a list that cannot be read: unknown.',
  why: 'An adjustment of nothing is refused.',
  fix: 'Remove that adjustment.',
  section: 'adjustments',
  severity: 'block',
  needs: ['ledger', 'form'],
  source: 'X12 837P 2430 CAS03: adjustments other than zero',
  run: (c) => {
    const { form } = c;
    const used = form ? FORM_LINE_NUMBERS.filter((n) => isUsed(form, n)) : [];
    if (form && used.some((n) => adjustmentSetsOn(form, n) !== undefined)) {
      return judgeAll(used.flatMap((n) => onForm(form, n)));
    }
    return c.ledger ? judgeAll(inPostings(c)) : unknown([LEDGER]);
  },
};

export default check;
