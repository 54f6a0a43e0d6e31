import type { Case } from '../claim/case';
import type { IsoDate } from '../claim/claim';
import type { FilingBasis, FilingLimit, PayerFiling } from '../claim/filing';
import { DEFAULT_MARGINS, type Margins } from '../claim/margins';
import { known } from '../claim/reading';
import { type Deadline, type FilingDates, filingOf, limitsOf } from '../payers/filing';
import type { Missing } from './check';
import { adjudicationDates } from './dates';
import { oncePerCase } from './once';
import { isMissing, LEDGER, missing } from './outcome';
import { adjudicatedLines } from './postings';
import { primaryRemit } from './remittance';

/** The deadline of a claim, with the rule that it comes from. */
export type ClaimDeadline = Deadline & { filing: PayerFiling };

/** How early the product speaks up for this claim. */
export const marginsOf = (c: Case): Margins => c.margins ?? DEFAULT_MARGINS;

/** What is known of the time that the secondary gives to file. */
export type ClaimFiling =
  | { is: 'no-rule'; because: string }
  | { is: 'unknown'; filing: PayerFiling; missing: Missing[] }
  | ClaimDeadline;

/** The day of the primary's last answer: of its remittance, else the latest check date where all are read. */
const answeredOn = (c: Case): IsoDate | Missing => {
  const remit = primaryRemit(c);
  if (remit.is === 'here' && remit.last.payment.paidOn !== null) return remit.last.payment.paidOn;
  if (!c.ledger) return LEDGER;
  const { dated, undated, unread } = adjudicationDates(c);
  const last = dated
    .map(({ date }) => date)
    .toSorted()
    .at(-1);
  return (
    unread[0] ??
    (undated.length > 0 || last === undefined ? missing("the date of the primary's answer", 'ledger') : last)
  );
};

const dayOf: Readonly<Record<FilingBasis, (c: Case) => IsoDate | Missing>> = {
  DOS_FROM: (c) => known(c.row.dos)?.from ?? DOS(c),
  DOS_TO: (c) => known(c.row.dos)?.to ?? DOS(c),
  PRIMARY_EOB: answeredOn,
};

const DOS = (c: Case): Missing => missing('the date of service', 'claim-history', c.row.dos);

/** The days from which the limits of a rule count, or what is missing of them. */
const datesOf = (c: Case, limits: readonly FilingLimit[]): { dates: FilingDates; lacks: Missing[] } => {
  const dates: FilingDates = {};
  const lacks: Missing[] = [];
  for (const { basis } of limits) {
    const day = dayOf[basis](c);
    if (isMissing(day)) lacks.push(day);
    else dates[basis] = day;
  }
  return { dates, lacks };
};

/** Whether the primary paid something; undefined where its payments are not all read. */
const primaryPaid = (c: Case): boolean | undefined => {
  const lines = adjudicatedLines(c);
  if (lines.length === 0 || lines.some(({ unclear }) => unclear)) return undefined;
  const paid = lines.flatMap(({ primary }) => primary.map((posting) => known(posting.paid)));
  return paid.some((one) => one === undefined) ? undefined : paid.reduce<number>((sum, one) => sum + (one ?? 0), 0) > 0;
};

/**
 * Until when the secondary must have received the claim, by the rule that is known of it. A rule that only holds where the
 * primary paid is no rule where it did not.
 */
export const claimFiling = oncePerCase((c): ClaimFiling => {
  const filing = c.secondary?.filing;
  if (!filing) return { is: 'no-rule', because: c.secondary ? 'no filing limit is known' : 'no secondary on file' };
  if (filing.onlyIfPaid === true) {
    const paid = primaryPaid(c);
    if (paid === undefined)
      return { is: 'unknown', filing, missing: [c.ledger ? missing('what the primary paid', 'ledger') : LEDGER] };
    if (!paid) return { is: 'no-rule', because: 'the filing limit that is known holds only where the primary paid' };
  }
  const { dates, lacks } = datesOf(c, limitsOf(filing.rule));
  const end = filingOf(filing.rule, dates, c.today, marginsOf(c));
  return end.is === 'deadline' ? { ...end, filing } : { is: 'unknown', filing, missing: lacks };
});

/** Until when the secondary must have received the claim; undefined where that is not known. */
export const deadlineOf = (c: Case): ClaimDeadline | undefined => {
  const filing = claimFiling(c);
  return filing.is === 'deadline' ? filing : undefined;
};
