import { countingAnswers } from '../era/evidence';
import { claimFindings, type SumRule } from '../era/sums';
import { answerName } from '../era/words';
import type { Check } from './check';
import { judge, missing } from './outcome';
import { quotesOfSums, withAnswer } from './remittance';

/** Lines, and the claim by its lines and by all its adjustments. */
const RULES: ReadonlySet<SumRule> = new Set<SumRule>(['L', 'C1', 'C2']);

const check: Check = {
  id: 'C014',
  name: 'remit_does_not_balance',
  title: 'The remittance adds up',
  when: 'Raised where an answer of the primary that counts does not add up by itself, on a line or as a claim.',
  why: 'One of its amounts is wrong, and nobody can tell which.',
  fix: "Use the payer's EOB, and ask the payer for a new 835.",
  section: 'posting',
  severity: 'decide',
  needs: ['payers', 'remittance'],
  source: 'X12 835 TR3 1.10.2: balancing of lines and claim',
  run: (c) =>
    withAnswer(c, ({ net }) => {
      const off = countingAnswers(net).flatMap((answer) =>
        claimFindings(answer.claim)
          .filter(({ rule }) => RULES.has(rule))
          .map((sum) => ({ ...sum, answer })),
      );
      const [first] = off;
      const finding = first && {
        title: `The remittance of ${answerName(first.answer.payment)}, does not add up`,
        short: 'Remittance does not add up',
        places: [],
        lines: [],
        quotes: quotesOfSums(off),
        question: 'acknowledge' as const,
      };
      const amounts = net.parts.flatMap(({ line }) => [line.charge, line.paid]);
      const isUnread = [net.charge, net.paid, ...amounts].includes(null) || net.adjustments === null;
      return judge(finding ? [finding] : [], isUnread ? [missing('an amount of the remittance', 'remittance')] : []);
    }),
};

export default check;
