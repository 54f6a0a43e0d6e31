import type { Check } from './check';
import { crossoverOf, quotesOf } from './crossover';
import { noCarrier } from './listed';
import { pass, raise, unknown } from './outcome';
import { places, primaryName } from './words';

const check: Check = {
  id: 'C053',
  name: 'crossover_not_done',
  title: 'Nothing says that the crossover failed',
  when: "Tells that the primary did not forward the claim (MA19, MA08, MA68, N387, or the biller's word): the biller has to.",
  why: 'The secondary has not got it, so it is yours to bill.',
  fix: "Bill it, and check the secondary's data that the primary could not use.",
  section: 'crossover',
  severity: 'info',
  needs: ['row', 'ledger', 'payers', 'answers', 'remittance'],
  source: 'CMS, COBA: remark codes MA19, MA08, MA68, N387',
  run: (c) => {
    const crossover = crossoverOf(c);
    if (crossover.is === 'unknown') return unknown(crossover.missing);
    if (crossover.is !== 'not-forwarded') return pass();
    const signs = crossover.signs.filter((sign) => sign.says === 'not-forwarded');
    const evidence = crossover.evidence.filter((one) => one.says === 'not-forwarded');
    if (signs.length === 0 && evidence.length === 0 && c.answers.crossover !== 'not-forwarded') return pass();
    const because = noCarrier(c);
    return raise({
      title: `${primaryName(c)} did not forward this claim`,
      ...(because === undefined ? {} : { why: `${because} It is yours to bill.`, fix: 'Bill it.' }),
      short: 'Not forwarded',
      places: places(...signs.map((sign) => sign.page)),
      lines: [],
      quotes: quotesOf(signs, evidence),
    });
  },
};

export default check;
