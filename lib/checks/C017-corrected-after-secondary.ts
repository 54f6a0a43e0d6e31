import type { Case } from '../claim/case';
import type { IsoDate } from '../claim/claim';
import { formatDate } from '../claim/dates';
import { known } from '../claim/reading';
import type { Check, Missing } from './check';
import { judge, LEDGER, missing, pass, raise, unknown } from './outcome';
import { adjudicatedLines } from './postings';
import { secondaryRemit, withAnswer } from './remittance';
import { isReplacement, secondaryClaims } from './secondary-claims';
import { primaryName, secondaryName } from './words';

/** The day on which the secondary answered: by its remittance, else by its postings in the ledger. */
const answeredOn = (c: Case): IsoDate | undefined => {
  const remit = secondaryRemit(c);
  const paidOn = remit.is === 'here' ? remit.last.payment.paidOn : null;
  const posted = adjudicatedLines(c).flatMap(({ others }) => others.flatMap(({ date }) => known(date) ?? []));
  return paidOn ?? posted.toSorted().at(-1);
};

const isBilled = (c: Case): boolean =>
  secondaryRemit(c).is === 'here' ||
  secondaryClaims(c).found.length > 0 ||
  adjudicatedLines(c).some(({ others }) => others.length > 0);

/** What is missing to tell that the secondary was not billed. */
const untold = (c: Case): Missing[] => [
  ...secondaryClaims(c).lacking,
  ...(c.ledger ? adjudicatedLines(c).flatMap(({ unclear }) => unclear ?? []) : [LEDGER]),
];

const check: Check = {
  id: 'C017',
  name: 'corrected_after_secondary',
  title: 'The secondary answered to the last word of the primary',
  when: 'Raised where the primary corrected its answer after the secondary had answered to the old one. Where the secondary was billed and nothing says when it answered: unknown. A form that replaces the old claim is the cure.',
  why: 'The secondary answered to what no longer holds.',
  fix: 'Replace the claim of the secondary, frequency 7, with its claim number.',
  section: 'posting',
  severity: 'decide',
  needs: ['row', 'siblings', 'ledger', 'form', 'payers', 'remittance'],
  source: 'X12 837P 2330B REF*T4: the adjudication was corrected; frequency 7 replaces the claim',
  run: (c) =>
    withAnswer(c, ({ net, last }) => {
      if (!net.corrected) return pass();
      const ofSecondary = secondaryRemit(c);
      if (ofSecondary.is === 'unclear' && !isReplacement(c)) return unknown(ofSecondary.missing);
      if (!isBilled(c)) return judge([], untold(c));
      if (isReplacement(c)) return pass('the form replaces the old claim');
      const [corrected, answered] = [last.payment.paidOn, answeredOn(c)];
      if (corrected === null) return unknown([missing('the date of the corrected answer', 'remittance')]);
      if (answered === undefined) return unknown([missing('when the secondary answered', 'remittance')]);
      if (corrected <= answered) return pass();
      return raise({
        title: `${primaryName(c)} corrected its answer on ${formatDate(corrected)}, after ${secondaryName(c)} had answered`,
        why: `${secondaryName(c)} answered on ${formatDate(answered)} to what no longer holds.`,
        short: 'Corrected after the secondary',
        places: [],
        lines: [],
        question: 'acknowledge',
      });
    }),
};

export default check;
