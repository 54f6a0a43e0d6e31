import { crossoverDuplicateEvidence } from '../era/duplicates';
import type { Check } from './check';
import { pass, raise, unknown } from './outcome';
import { quotesOfEvidence, secondaryRemit } from './remittance';
import { secondaryName } from './words';

const check: Check = {
  id: 'C056',
  name: 'duplicate_of_crossover',
  title: 'The secondary did not call it a duplicate',
  when: 'Raised where the secondary calls a claim of ours the duplicate of a forwarded one: remark N522, or CARC 18 from it.',
  why: 'It got the claim by crossover and denied another copy as a duplicate.',
  fix: "Look for the secondary's remittance of the forwarded claim, and do not send it again.",
  section: 'crossover',
  severity: 'decide',
  needs: ['payers', 'remittance'],
  source: 'CMS, remark code N522: duplicate of a claim that crossed over; CARC 18',
  run: (c) => {
    const remit = secondaryRemit(c);
    if (remit.is === 'none') return pass(remit.because);
    if (remit.is === 'unclear') return unknown(remit.missing);
    const evidence = crossoverDuplicateEvidence(remit.net);
    if (evidence.length === 0) return pass();
    return raise({
      title: `${secondaryName(c)} has this claim already`,
      short: 'Secondary has it already',
      places: [],
      lines: [],
      quotes: quotesOfEvidence(evidence),
      question: 'acknowledge',
    });
  },
};

export default check;
