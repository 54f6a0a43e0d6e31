import { formatDate } from '../claim/dates';
import { crossoverWait } from '../era/crossover';
import type { Check } from './check';
import { crossoverOf, lastPaymentDate } from './crossover';
import { marginsOf } from './filing';
import { LEDGER, missing, pass, raise, unknown } from './outcome';
import { places, primaryName, secondaryName } from './words';

const check: Check = {
  id: 'C052',
  name: 'crossover_wait',
  title: 'No crossover is on its way',
  when: 'Raised for a forwarded claim while today is before the payment date + 15 working days (Monday to Friday less federal holidays; 45 days for a Medicaid that asks for them). The latest date on which the primary paid counts; none that can be read: unknown.',
  why: 'A forwarded claim needs its time to be worked, and one sent meanwhile is a duplicate.',
  fix: 'Look for the remittance of the secondary when the wait is over.',
  section: 'crossover',
  severity: 'block',
  noOverride: 'The wait ends by itself on the day shown. A claim sent before it makes a duplicate.',
  needs: ['row', 'ledger', 'payers', 'answers', 'today', 'remittance'],
  source: 'CMS, COBA: allow 15 work days after the Medicare payment before billing the supplement',
  run: (c) => {
    const crossover = crossoverOf(c);
    if (crossover.is === 'unknown') return unknown(crossover.missing);
    if (crossover.is !== 'forwarded') return pass('nothing was forwarded');
    const paid = lastPaymentDate(c);
    if (paid === undefined && !c.ledger) return unknown([LEDGER]);
    if (paid === undefined) return unknown([missing("the date of the primary's payment", 'ledger')]);
    const { until, days, kind } = crossoverWait(paid, c.secondary, marginsOf(c).crossoverDays);
    if (c.today >= until) return pass(`the wait ended on ${formatDate(until)}`);
    return raise({
      title: `Wait for ${secondaryName(c)} until ${formatDate(until)}`,
      why: `${primaryName(c)} paid on ${formatDate(paid)}; the forwarded claim needs ${days} ${kind} to be worked.`,
      fix: `Look for the remittance of ${secondaryName(c)} from ${formatDate(until)} on.`,
      short: `Wait until ${formatDate(until)}`,
      places: places(...crossover.signs.map((sign) => sign.page)),
      lines: [],
    });
  },
};

export default check;
