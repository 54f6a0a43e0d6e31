import type { Case } from '../claim/case';
import type { IsoDate, LedgerLine, Posting } from '../claim/claim';
import { type Place, type Reading, read } from '../claim/reading';
import type { Missing } from './check';
import { boxOf, dateIn } from './form';
import { formLineOf } from './form-lines';
import { isMissing, missing } from './outcome';
import { isBlank } from './policies';
import { primaryPostings } from './postings';

/** An adjudication date: of a posting on the ledger, or of the line on the form. */
export type AdjudicationDate =
  | { is: 'date'; line: LedgerLine; date: IsoDate; reading: Reading<IsoDate> }
  /** No date: in the posting where the form has no box for it, or in the form's box, whose place it is then. */
  | { is: 'none'; line: LedgerLine; place?: Place }
  | { is: 'unreadable'; line: LedgerLine; missing: Missing }
  /** Nobody can tell whose posting it is. */
  | { is: 'unclear'; line: LedgerLine; missing: Missing };

/** What the form's box for the date of a line holds; undefined where no form with that line and box is open. */
const onForm = ({ form, ledger }: Case, line: LedgerLine): AdjudicationDate | undefined => {
  const n = form && ledger && formLineOf(form, ledger, line);
  const id = `24.${n}.adjDate`;
  const box = form && boxOf(form, id);
  if (!form || !box) return undefined;
  const held = dateIn(form, id);
  if (held.is === 'blank') return { is: 'none', line, place: box.place };
  return held.is === 'missing'
    ? { is: 'unreadable', line, missing: held.missing }
    : { is: 'date', line, date: held.value, reading: read(held.value, box.value, box.place) };
};

const inPosting = (line: LedgerLine, { date }: Posting): AdjudicationDate => {
  if (date.kind === 'read') return { is: 'date', line, date: date.value, reading: date };
  if (date.kind === 'absent' || isBlank(date)) return { is: 'none', line };
  return { is: 'unreadable', line, missing: missing(`the check date of line ${line.n}`, 'ledger', date) };
};

/**
 * The date of every posting of the primary, and the one that the open form has for the line: that is what will be sent,
 * so it stands in for a posting without a date. A date that stands there unreadably is missing, not none.
 */
export const adjudicationDates = (c: Case, lines: readonly LedgerLine[]): AdjudicationDate[] =>
  lines.flatMap((line): AdjudicationDate[] => {
    const postings = primaryPostings(c, line);
    if (isMissing(postings)) return [{ is: 'unclear', line, missing: postings }];
    if (postings.length === 0) return [];
    const posted = postings.map((posting) => inPosting(line, posting));
    const typed = onForm(c, line);
    return typed ? [...posted.filter(({ is }) => is !== 'none'), typed] : posted;
  });

/** Each line once, in order. */
export const linesOf = (dates: readonly { line: LedgerLine }[]): LedgerLine[] => [
  ...new Set(dates.map(({ line }) => line)),
];

/** What is missing to judge the dates themselves. */
export const unreadDates = (dates: readonly AdjudicationDate[]): Missing[] =>
  dates.flatMap((date) => ('missing' in date ? [date.missing] : []));
