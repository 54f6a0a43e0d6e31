import type { IsoDate } from '../claim/claim';
import { formatDate } from '../claim/dates';
import { retiredOf } from '../codes/carc';
import { answersToClaim, placed, type Reason, reasonsThat, shortOf } from './answered';
import type { Check, Missing } from './check';
import { isMissing, judge } from './outcome';
import { firstOf, listed } from './words';

type Judged = { reason: Reason; is: boolean | Missing };

const latest = (days: readonly IsoDate[]): IsoDate | undefined => days.toSorted().at(-1);

/** Used after its last day. A code that is retired without a known day counts whenever it was used. */
const judgeReason = ({ adjustment, on }: Reason): boolean | Missing => {
  const retired = retiredOf(adjustment.carc);
  if (!retired) return false;
  if (retired.lastDay === null) return true;
  const days = on?.decidedOn ?? [];
  const unread = days.find(isMissing);
  const day = latest(days.filter((one): one is IsoDate => typeof one === 'string'));
  if (day !== undefined && day > retired.lastDay) return true;
  return unread ?? (day === undefined ? { what: 'the check date', source: 'ledger' } : false);
};

const wordsOf = ({ adjustment: { carc } }: Reason): string => {
  const retired = retiredOf(carc);
  const until = retired?.lastDay ? ` since ${formatDate(retired.lastDay)}` : '';
  const now = retired && retired.now.length > 0 ? `, now ${listed(retired.now)}` : '';
  return `${carc}${until}${now}`;
};

const check: Check = {
  id: 'C077',
  name: 'carc_retired',
  title: 'No reason code is retired',
  when: 'Raised where the primary used a reason code after its last day. Up to that day, and on it, the code is good, and stays so on later claims. A date that is not read: unknown.',
  why: 'Payers refuse codes that were retired before the day of the check.',
  fix: 'Compare it with the EOB, and post what stands there.',
  section: 'adjustments',
  severity: 'decide',
  needs: ['ledger', 'payers', 'remittance', 'answers'],
  source: 'X12 external code list 139: stop dates',
  run: (c) => {
    const judged: Judged[] = reasonsThat(c, ({ adjustment }) => retiredOf(adjustment.carc) !== undefined).map(
      (reason) => ({ reason, is: judgeReason(reason) }),
    );
    const found = judged.filter(({ is }) => is === true).map(({ reason }) => reason);
    const lacking = [
      ...answersToClaim(c).lacking,
      ...judged.flatMap(({ is }) => (typeof is === 'boolean' ? [] : [is])),
    ];
    if (found.length === 0) return judge([], lacking);
    const where = placed(found);
    const finding = {
      title: `A reason code is retired: ${firstOf([...new Set(found.map(wordsOf))])}`,
      short: shortOf(where.lines, 'retired code'),
      ...where,
      question: 'acknowledge' as const,
    };
    return judge([finding], []);
  },
};

export default check;
