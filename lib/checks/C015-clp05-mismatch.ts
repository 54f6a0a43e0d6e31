import { countingAnswers } from '../era/evidence';
import { claimFindings } from '../era/sums';
import type { Check } from './check';
import { judge, missing } from './outcome';
import { quotesOfSums, withAnswer } from './remittance';

const check: Check = {
  id: 'C015',
  name: 'clp05_mismatch',
  title: 'The patient share is the sum of its PR adjustments',
  when: "Tells that the patient's share that the primary states (CLP05) is not the sum of its PR adjustments.",
  why: 'The payer contradicts itself; the adjustments count.',
  fix: 'Look at the PR codes before the patient is billed.',
  section: 'posting',
  severity: 'info',
  needs: ['payers', 'remittance'],
  source: 'X12 835 CLP05: patient responsibility, situational',
  run: (c) =>
    withAnswer(c, ({ net }) => {
      const off = countingAnswers(net).flatMap((answer) =>
        claimFindings(answer.claim)
          .filter(({ rule }) => rule === 'P')
          .map((sum) => ({ ...sum, answer })),
      );
      const finding = {
        title: 'The remittance states another patient share than its PR adjustments come to',
        short: 'Patient share contradicts PR',
        places: [],
        lines: [],
        quotes: quotesOfSums(off),
      };
      const lacking = net.adjustments === null ? [missing('an adjustment of the remittance', 'remittance')] : [];
      return judge(off.length > 0 ? [finding] : [], lacking);
    }),
};

export default check;
