import { crossoverDuplicateEvidence } from '../era/duplicates';
import { countingAnswers, statusEvidence } from '../era/evidence';
import type { Check } from './check';
import { pass, raise, unknown } from './outcome';
import { answeredBy, quotesOfEvidence, secondaryRemit } from './remittance';
import { isReplacement } from './secondary-claims';
import { secondaryName } from './words';

const check: Check = {
  id: 'C058',
  name: 'secondary_already_paid',
  title: 'The secondary has not answered yet',
  when: 'Raised where a remittance of the secondary answers to this claim. One that only says "duplicate" is C056; a form that replaces or voids the earlier claim is no second one.',
  why: 'A second claim for the same lines is denied as a duplicate.',
  fix: 'Post that remittance instead of billing again.',
  section: 'crossover',
  severity: 'block',
  needs: ['form', 'payers', 'remittance'],
  source: 'X12 835 of the secondary: the claim is adjudicated, a second one is a duplicate',
  run: (c) => {
    if (isReplacement(c)) return pass('the form replaces an earlier claim');
    const remit = secondaryRemit(c);
    if (remit.is === 'none') return pass(remit.because);
    if (remit.is === 'unclear') return unknown(remit.missing);
    if (remit.is === 'no-answer') return pass('its remittance holds no answer that counts');
    if (crossoverDuplicateEvidence(remit.net).length > 0) return pass('it only says that it is a duplicate');
    return raise({
      title: `${secondaryName(c)} answered to this claim on ${answeredBy(remit)}`,
      short: 'Secondary has answered',
      places: [],
      lines: [],
      quotes: quotesOfEvidence(countingAnswers(remit.net).map(statusEvidence)),
    });
  },
};

export default check;
