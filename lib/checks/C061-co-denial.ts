import { carcsOf } from '../codes/carc';
import { type AnsweredLine, judgeLines, shortOf } from './answered';
import type { Check } from './check';
import { linesThat, primaryName } from './words';

const DENIALS = carcsOf('not-covered', 'fixable');

/** Paid 0.00, and the CO amounts reach the charge, one of them for a denial. */
const isDeniedAtOurCost = ({ charge, paid, adjustments }: AnsweredLine): boolean => {
  if (paid !== 0 || charge <= 0) return false;
  const ours = adjustments.filter(({ group }) => group === 'CO');
  const sum = ours.reduce((total, { amount }) => total + amount, 0);
  return sum >= charge && ours.some(({ carc }) => DENIALS.has(carc));
};

const check: Check = {
  id: 'C061',
  name: 'co_denial',
  title: 'No line is denied at the cost of the practice',
  when: 'Raised for lines that were paid 0.00 and whose CO amounts reach the charge, with a reason that denies (not covered, or to be mended). A line that is not read: unknown.',
  why: 'The patient owes nothing of it, and the secondary often follows the denial.',
  fix: 'Correct it or appeal with the primary first.',
  section: 'money',
  severity: 'decide',
  needs: ['ledger', 'payers', 'remittance', 'answers'],
  source: 'X12 group code CO: the provider may not bill the patient; CARC 276: the next payer follows the denial',
  run: (c) =>
    judgeLines(c, isDeniedAtOurCost, (found, lines) => ({
      title: `${linesThat(
        found.map(({ line }) => line),
        'was',
        'were',
      )} denied at the cost of the practice`,
      fix: `Correct it or appeal with ${primaryName(c)} first.`,
      short: shortOf(lines, 'denied as CO'),
      question: 'acknowledge',
    })),
};

export default check;
