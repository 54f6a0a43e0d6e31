import type { Check } from './check';
import { crossoverSigns, quotesOf } from './crossover';
import { LEDGER, pass, raise, unknown } from './outcome';
import { remitCrossover } from './remittance';
import { places } from './words';

const check: Check = {
  id: 'C054',
  name: 'crossover_no_more_money',
  title: 'The secondary did not announce that it pays nothing',
  when: 'Raised by N177: not sent on, because the other insurer told the primary that it pays nothing more.',
  why: 'The claim was not sent on for that reason, so billing it brings probably nothing.',
  fix: 'Close the claim, or bill it with a reason.',
  section: 'crossover',
  severity: 'decide',
  needs: ['row', 'ledger', 'remittance'],
  source: 'CMS, remark code N177',
  run: (c) => {
    const signs = crossoverSigns(c).filter((sign) => sign.says === 'no-more-money');
    const evidence = remitCrossover(c).evidence.filter((one) => one.says === 'no-more-money');
    if (signs.length === 0 && evidence.length === 0) return c.ledger ? pass() : unknown([LEDGER]);
    return raise({
      title: 'The secondary told the primary that it pays nothing more',
      short: 'Secondary pays nothing more',
      places: places(...signs.map((sign) => sign.page)),
      lines: [],
      quotes: quotesOf(signs, evidence),
      question: 'acknowledge',
    });
  },
};

export default check;
