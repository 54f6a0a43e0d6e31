import { addWorkingDays, formatDate } from '../claim/dates';
import type { Check } from './check';
import { crossoverOf, lastPaymentDate } from './crossover';
import { LEDGER, missing, pass, raise, unknown } from './outcome';
import { places, primaryName, secondaryName } from './words';

/** Working days that CMS asks to allow after the Medicare payment. */
const WAIT = 15;

/**
 * Raised for a forwarded claim while today is before the payment date + 15 working days (Monday to Friday less federal
 * holidays). The latest date of the primary's postings counts; none that can be read: unknown.
 */
const check: Check = {
  id: 'C052',
  name: 'crossover_wait',
  title: 'No crossover is on its way',
  section: 'crossover',
  severity: 'block',
  needs: ['row', 'ledger', 'payers', 'answers', 'today'],
  source: 'CMS, COBA: allow 15 work days after the Medicare payment before billing the supplement',
  run: (c) => {
    const crossover = crossoverOf(c);
    if (crossover.is === 'unknown') return unknown(crossover.missing);
    if (crossover.is !== 'forwarded') return pass('nothing was forwarded');
    if (!c.ledger) return unknown([LEDGER]);
    const paid = lastPaymentDate(c);
    if (paid === undefined) return unknown([missing("the date of the primary's payment", 'ledger')]);
    const until = addWorkingDays(paid, WAIT);
    if (c.today >= until) return pass(`the wait ended on ${formatDate(until)}`);
    return raise({
      title: `Wait for ${secondaryName(c)} until ${formatDate(until)}`,
      why: `${primaryName(c)} paid on ${formatDate(paid)}; the forwarded claim needs ${WAIT} working days to be worked.`,
      fix: `Look for the remittance of ${secondaryName(c)} from ${formatDate(until)} on.`,
      short: `Wait until ${formatDate(until)}`,
      places: places(...crossover.signs.map((sign) => sign.page)),
      lines: [],
    });
  },
};

export default check;
