import { countingAnswers, statusEvidence } from '../era/evidence';
import type { Check } from './check';
import { pass, raise } from './outcome';
import { quotesOfEvidence, withAnswer } from './remittance';
import { primaryName } from './words';

const DENIED_AS_A_WHOLE = /^0*4$/;

const check: Check = {
  id: 'C023',
  name: 'claim_status_4',
  title: 'The primary did not deny the claim as a whole',
  when: 'Raised by claim status 4: the primary could not adjudicate the claim, often because the patient is not its member.',
  why: 'It did not adjudicate it, often because the patient is not its member.',
  fix: 'Check eligibility and the order of the payers before you bill the secondary.',
  section: 'posting',
  severity: 'decide',
  needs: ['payers', 'remittance'],
  source: 'X12 835 CLP02 = 4: denied',
  run: (c) =>
    withAnswer(c, ({ net }) => {
      const denied = countingAnswers(net).filter(({ claim }) => DENIED_AS_A_WHOLE.test(claim.status.trim()));
      if (denied.length === 0) return pass();
      return raise({
        title: `${primaryName(c)} denied the claim as a whole`,
        short: 'Denied as a whole',
        places: [],
        lines: [],
        quotes: quotesOfEvidence(denied.map(statusEvidence)),
        question: 'acknowledge',
      });
    }),
};

export default check;
