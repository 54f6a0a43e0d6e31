import type { Case } from '../claim/case';
import type { IsoDate, LedgerLine } from '../claim/claim';
import type { Reading } from '../claim/reading';
import type { Missing } from './check';
import { dateIn } from './form';
import { isMissing, missing } from './outcome';
import { isBlank } from './policies';
import { primaryPostings } from './postings';

/** An adjudication date: of a posting on the ledger, or, where the posting has none, of the line on the form. */
export type AdjudicationDate =
  | { is: 'date'; line: LedgerLine; date: IsoDate; reading: Reading<IsoDate> }
  | { is: 'none'; line: LedgerLine }
  | { is: 'unreadable'; line: LedgerLine; missing: Missing }
  /** Nobody can tell whose posting it is. */
  | { is: 'unclear'; line: LedgerLine; missing: Missing };

const onForm = (c: Case, line: LedgerLine): AdjudicationDate => {
  if (!c.form) return { is: 'none', line };
  const box = dateIn(c.form, `24.${line.n}.adjDate`);
  if (box.is === 'blank') return { is: 'none', line };
  if (box.is === 'missing') {
    return box.missing.raw === undefined ? { is: 'none', line } : { is: 'unreadable', line, missing: box.missing };
  }
  return { is: 'date', line, date: box.value, reading: { kind: 'absent' } };
};

/** The date of every posting of the primary. A date that stands there unreadably is missing, not none. */
export const adjudicationDates = (c: Case, lines: readonly LedgerLine[]): AdjudicationDate[] =>
  lines.flatMap((line): AdjudicationDate[] => {
    const postings = primaryPostings(c, line);
    if (isMissing(postings)) return [{ is: 'unclear', line, missing: postings }];
    return postings.map(({ date }): AdjudicationDate => {
      if (date.kind === 'read') return { is: 'date', line, date: date.value, reading: date };
      if (date.kind === 'absent' || isBlank(date)) return onForm(c, line);
      return { is: 'unreadable', line, missing: missing(`the check date of line ${line.n}`, 'ledger', date) };
    });
  });

/** Each line once, in order. */
export const linesOf = (dates: readonly { line: LedgerLine }[]): LedgerLine[] => [
  ...new Set(dates.map(({ line }) => line)),
];

/** What is missing to judge the dates themselves. */
export const unreadDates = (dates: readonly AdjudicationDate[]): Missing[] =>
  dates.flatMap((date) => ('missing' in date ? [date.missing] : []));
