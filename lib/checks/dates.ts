import type { Case } from '../claim/case';
import type { IsoDate, LedgerLine, Posting } from '../claim/claim';
import { type Place, type Reading, read } from '../claim/reading';
import type { Missing } from './check';
import { boxOf, dateIn } from './form';
import { formLineOf } from './form-lines';
import { oncePerCase } from './once';
import { missing } from './outcome';
import { isBlank } from './policies';
import { adjudicatedLines } from './postings';

type Dated = { line: LedgerLine; date: IsoDate; reading: Reading<IsoDate> };
/** No date: in the posting where the form has no box for it, or in the form's box, whose place it is then. */
type Undated = { line: LedgerLine; place?: Place };

/** An adjudication date: of a posting on the ledger, or of the line on the form. */
type AdjudicationDate =
  | ({ is: 'date' } & Dated)
  | ({ is: 'none' } & Undated)
  | { is: 'unreadable'; line: LedgerLine; missing: Missing };

/** The adjudication dates of a claim, by what is known of them, in the order of the lines. */
export interface AdjudicationDates {
  dated: Dated[];
  undated: Undated[];
  /** Nobody can tell whose these postings are. */
  unclear: Missing[];
  /** What is missing to judge the dates themselves: the unclear ones, and those that cannot be read. */
  unread: Missing[];
}

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

const put = (dates: AdjudicationDates, date: AdjudicationDate): void => {
  if (date.is === 'date') dates.dated.push(date);
  else if (date.is === 'none') dates.undated.push(date);
  else dates.unread.push(date.missing);
};

const putLine = (c: Case, dates: AdjudicationDates, line: LedgerLine, postings: readonly Posting[]): void => {
  const typed = onForm(c, line);
  for (const posting of postings) {
    const date = inPosting(line, posting);
    if (!typed || date.is !== 'none') put(dates, date);
  }
  if (typed) put(dates, typed);
};

/**
 * The date of every posting of the primary, and the one that the open form has for the line: that is what will be sent,
 * so it stands in for a posting without a date. A date that stands there unreadably is missing, not none.
 */
export const adjudicationDates = oncePerCase((c): AdjudicationDates => {
  const dates: AdjudicationDates = { dated: [], undated: [], unclear: [], unread: [] };
  for (const { line, primary, unclear } of adjudicatedLines(c)) {
    if (unclear) {
      dates.unclear.push(unclear);
      dates.unread.push(unclear);
    } else if (primary.length > 0) putLine(c, dates, line, primary);
  }
  return dates;
});

/** Each line once, in order. */
export const linesOf = (dates: readonly { line: LedgerLine }[]): LedgerLine[] => [
  ...new Set(dates.map(({ line }) => line)),
];
