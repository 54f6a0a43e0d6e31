import { type AnsweredLine, judgeLines, shortOf } from './answered';
import type { Check } from './check';
import { linesThat } from './words';

/** Reasons in one CAS segment, and segments on one line. Source: X12 837P 2430. */
const MOST_REASONS = 6;
const MOST_SEGMENTS = 5;

const isTooMany = ({ adjustments }: AnsweredLine): boolean => {
  if (adjustments.length <= MOST_SEGMENTS) return false;
  const counts = [...Map.groupBy(adjustments, ({ group }) => group).values()].map(({ length }) => length);
  const segments = counts.reduce((sum, count) => sum + Math.ceil(count / MOST_REASONS), 0);
  return segments > MOST_SEGMENTS || counts.some((count) => count > MOST_REASONS);
};

const check: Check = {
  id: 'C082',
  name: 'too_many_cas',
  title: 'The adjustments of each line fit on a claim',
  when: 'Raised where a line has more than 6 reasons in one group, or more than 5 segments of them.',
  why: 'A line takes six reasons of a group; what is beyond may be dropped on the way.',
  fix: 'Add up reasons that are the same, or print the claim.',
  section: 'adjustments',
  severity: 'decide',
  needs: ['ledger', 'payers', 'remittance', 'answers'],
  source: 'X12 837P 2430 CAS: six reasons in a segment, five segments on a line',
  run: (c) =>
    judgeLines(c, isTooMany, (found, lines) => ({
      title: `${linesThat(
        found.map(({ line }) => line),
        'has',
        'have',
      )} more adjustments than a claim holds`,
      short: shortOf(lines, 'too many reasons'),
      question: 'acknowledge',
    })),
};

export default check;
