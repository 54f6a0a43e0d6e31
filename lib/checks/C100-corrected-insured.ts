import type { Case } from '../claim/case';
import { known } from '../claim/reading';
import { countingAnswers } from '../era/evidence';
import { answersToClaim, named, placed, reasonsThat, shortOf } from './answered';
import type { Check, Raised } from './check';
import { isMissing, judge } from './outcome';
import { plainId, policyOf, primaryMemberId } from './policies';
import { primaryRemit, quotesOfEvidence } from './remittance';
import { cut } from './words';

/** Not the member, or ID and name of two. */
const NOT_MATCHED: ReadonlySet<string> = new Set(['31', '140']);

/** True where the chart has the corrected value already; a value that was not corrected is empty. */
const isTaken = (said: string, own: string | undefined): boolean =>
  said === '' || (own !== undefined && plainId(said) === plainId(own));

/** Insured as the primary corrected them (835 NM1*74), as far as the chart has not taken that over. */
const corrections = (c: Case): Raised['quotes'] => {
  const remit = primaryRemit(c);
  if (remit.is !== 'here') return [];
  const policy = policyOf(c, 'primary');
  const lastName = isMissing(policy) ? undefined : known(policy.insured)?.last;
  return quotesOfEvidence(
    countingAnswers(remit.net).flatMap((adjudication) =>
      adjudication.claim.names
        .filter(({ role, id, last }) => role === '74' && !(isTaken(id, primaryMemberId(c)) && isTaken(last, lastName)))
        .map(({ id, last, first }) => {
          const name = [last, first].filter((part) => part !== '').join(', ');
          const text = `Corrected: ${cut([name, id].filter((part) => part !== '').join(', ID '), 80) || 'the insured'}`;
          return { code: 'NM1*74', segmentName: 'NM1*74', segment: adjudication.claim.segment, text, adjudication };
        }),
    ),
  );
};

const isNotMatched = ({ adjustment }: { adjustment: { carc: string } }): boolean => NOT_MATCHED.has(adjustment.carc);

const check: Check = {
  id: 'C100',
  name: 'corrected_insured',
  title: 'The primary corrected nothing about the insured',
  when: "Raised where the primary corrected the insured's name or ID and the chart does not have it yet, or could not match them (CARC 31, 140). An answer that is not read: unknown.",
  why: 'The secondary gets the insured of the primary as well, and compares.',
  fix: 'Bring name and ID in the chart up to date before you bill.',
  section: 'identity',
  severity: 'decide',
  needs: ['row', 'ledger', 'chart', 'payers', 'remittance', 'answers'],
  source: 'X12 835 NM1*74 corrected insured; CARC 31, 140',
  run: (c) => {
    const reasons = reasonsThat(c, isNotMatched);
    const corrected = corrections(c) ?? [];
    if (corrected.length + reasons.length === 0) return judge([], [...answersToClaim(c).lacking]);
    const { quotes = [], ...where } = placed(reasons);
    const finding = {
      title:
        corrected.length > 0
          ? 'The primary corrected the insured'
          : `The primary could not match the member: ${named(reasons)}`,
      short: corrected.length > 0 ? 'Insured was corrected' : shortOf(where.lines, 'member not found'),
      ...where,
      quotes: [...corrected, ...quotes],
      question: 'acknowledge' as const,
    };
    return judge([finding], []);
  },
};

export default check;
