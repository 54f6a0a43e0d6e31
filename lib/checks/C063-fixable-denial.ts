import type { Case } from '../claim/case';
import { carcsOf } from '../codes/carc';
import { answersToClaim, named, placed, type Reason, reasonsThat, shortOf } from './answered';
import type { Check, Raised } from './check';
import { AUTHORIZATION_CARCS, LATE_CARCS } from './denials';
import { judge } from './outcome';
import { primaryName } from './words';

/** The primary has not even looked at it: the secondary will not either. */
const BLOCKING: ReadonlySet<string> = new Set(['16', '226', '227', '252']);

/** Authorization and late filing are C064's and C065's. */
const FIXABLE: ReadonlySet<string> = new Set(
  [...carcsOf('fixable')].filter((carc) => !AUTHORIZATION_CARCS.has(carc) && !LATE_CARCS.has(carc)),
);

const isBlocking = ({ adjustment }: Reason): boolean => BLOCKING.has(adjustment.carc);

const finding = (c: Case, found: readonly Reason[], severity: 'block' | 'decide'): Raised => {
  const where = placed(found);
  return {
    severity,
    title: `To be corrected with ${primaryName(c)} first: ${named(found)}`,
    fix: `Correct it, and send it to ${primaryName(c)} again.`,
    short: shortOf(where.lines, 'fix with primary'),
    ...where,
    ...(severity === 'decide' ? { question: 'acknowledge' } : {}),
  };
};

const check: Check = {
  id: 'C063',
  name: 'fixable_denial',
  title: 'Nothing has to be corrected with the primary',
  when: 'Raised by reasons that have to be mended with the primary; a block for missing information and documents (16, 226, 227, 252). An answer that is not read: unknown, which counts as one that may block.',
  why: 'The secondary answers that the rules of the first payer were not followed.',
  fix: 'Correct it, and send it to the primary again.',
  section: 'money',
  severity: 'decide',
  mayBlock: true,
  needs: ['ledger', 'payers', 'remittance', 'answers'],
  source: 'X12 CARC 4-12, 16, 31, 140, 226, 227, 252 and their like; the next payer answers OA-136, N36',
  run: (c) => {
    const found = reasonsThat(c, ({ adjustment }) => FIXABLE.has(adjustment.carc));
    const blocking = found.filter(isBlocking);
    const others = found.filter((reason) => !isBlocking(reason));
    return judge(
      [
        ...(blocking.length > 0 ? [finding(c, blocking, 'block')] : []),
        ...(others.length > 0 ? [finding(c, others, 'decide')] : []),
      ],
      [...answersToClaim(c).lacking],
    );
  },
};

export default check;
