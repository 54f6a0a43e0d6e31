import type { Adjustment } from '../claim/claim';
import { formatMoney } from '../claim/money';
import { isListed } from '../codes/carc';
import { codeOf } from '../codes/group';
import { answersToClaim, placed, type Reason, reasonsThat, shortOf } from './answered';
import type { Check, Raised } from './check';
import { judge } from './outcome';
import { firstOf } from './words';

/** How X12's reason codes are written: a number, or a letter and a number. */
const CODE = /^(?:[1-9]\d{0,2}|[ABDPWY]\d{1,2})$/;

const isLocal = ({ group, carc }: Adjustment): boolean => group === '' || !CODE.test(carc);

const finding = (found: readonly Reason[], words: Pick<Raised, 'title' | 'why' | 'fix' | 'severity'>): Raised => {
  const where = placed(found);
  const shown = firstOf(found.map(({ adjustment }) => `${codeOf(adjustment)} ${formatMoney(adjustment.amount)}`));
  const isBlock = words.severity === 'block';
  return {
    ...words,
    title: `${words.title}: ${shown}`,
    short: shortOf(where.lines, isBlock ? 'code is missing' : 'unknown code'),
    ...where,
    ...(isBlock ? {} : { question: 'acknowledge' }),
  };
};

const check: Check = {
  id: 'C076',
  name: 'carc_missing_or_local',
  title: 'Every adjustment has a standard code',
  when: 'Raised where an adjustment has no group, or no reason written as X12 writes them; asks where the reason is on no list that the panel has. An answer that is not read: unknown.',
  why: 'The secondary reads standard codes only.',
  fix: 'Post the group and the reason that the EOB has, or 192 where it has none.',
  section: 'adjustments',
  severity: 'block',
  needs: ['ledger', 'payers', 'remittance', 'answers'],
  source: 'X12 837P 2430 CAS01, CAS02: standard group and reason codes; CARC 192 where paper has none',
  run: (c) => {
    const off = reasonsThat(c, ({ adjustment: { group, carc } }) => group === '' || !isListed(carc));
    if (off.length === 0) return judge([], [...answersToClaim(c).lacking]);
    const local = off.filter(({ adjustment }) => isLocal(adjustment));
    const unlisted = off.filter(({ adjustment }) => !isLocal(adjustment));
    const findings = [
      ...(local.length > 0
        ? [
            finding(local, {
              severity: 'block',
              title: 'An adjustment has no standard group and reason',
            }),
          ]
        : []),
      ...(unlisted.length > 0
        ? [
            finding(unlisted, {
              severity: 'decide',
              title: "A reason is not on the panel's list",
              why: 'It may be newer than the list, or a code of the house.',
              fix: 'Compare it with the EOB.',
            }),
          ]
        : []),
    ];
    return judge(findings, [...answersToClaim(c).lacking]);
  },
};

export default check;
