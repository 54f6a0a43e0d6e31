import { type AnsweredLine, judgeLines, shortOf } from './answered';
import type { Check } from './check';
import { linesThat } from './words';

const isWholeCharge = ({ charge, adjustments }: AnsweredLine): boolean =>
  charge > 0 && adjustments.some(({ carc, amount }) => carc === '45' && amount === charge);

const check: Check = {
  id: 'C079',
  name: 'co45_full_charge',
  title: 'No contract takes the whole charge',
  when: 'Raised where CARC 45 takes the whole charge of a line. A claim whose whole charge it takes does so on each line.',
  why: 'A fee schedule never takes all of it: this is a denial that was posted as contractual.',
  fix: 'Post the true reason from the EOB.',
  section: 'adjustments',
  severity: 'decide',
  needs: ['ledger', 'payers', 'remittance', 'answers'],
  source: 'X12 CARC 45: the amount may not equal the whole charge',
  run: (c) =>
    judgeLines(c, isWholeCharge, (found, lines) => ({
      title: `${linesThat(
        found.map(({ line }) => line),
        'has',
        'have',
      )} its whole charge as CARC 45`,
      short: shortOf(lines, '45 takes all'),
      question: 'acknowledge',
    })),
};

export default check;
