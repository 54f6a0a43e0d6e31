import { formatDollars } from '../claim/money';
import { known } from '../claim/reading';
import type { Check } from './check';
import { judge, LEDGER, missing, pass, raise, unknown } from './outcome';
import { overLedger } from './postings';
import { places } from './words';

const check: Check = {
  id: 'C007',
  name: 'claim_total_ne_lines',
  title: 'The claim total equals its lines',
  when: 'Raised where the charge of the claim (on the ledger or on Claim History) is not the sum of its lines.',
  why: 'The charge of a claim is the sum of its lines; each payer must see the same charges.',
  fix: 'Correct the charge entry so that the lines add up to the claim.',
  section: 'posting',
  severity: 'block',
  needs: ['row', 'ledger'],
  source: 'X12 837P: claim charge (CLM02) = sum of line charges (SV102)',
  run: ({ ledger, row }) => {
    if (!ledger) return unknown([LEDGER]);
    const lines = overLedger(ledger, (line) => line.charge);
    if (lines === undefined) {
      const unread = ledger.lines.find((line) => line.charge.kind !== 'read');
      return unknown([
        missing(unread ? `the charge of line ${unread.n}` : 'the lines of the ledger', 'ledger', unread?.charge),
      ]);
    }
    const totals = [ledger.totalCharge, row.charge];
    const wrong = totals.find((total) => total.kind === 'read' && total.value !== lines);
    const unreadable = totals.find((total) => total.kind === 'unreadable');
    if (!wrong && unreadable) return judge([], [missing('the total charge', 'ledger', unreadable)]);
    if (!wrong)
      return totals.some((t) => t.kind === 'read') ? pass() : unknown([missing('the total charge', 'ledger')]);
    return raise({
      title: `The claim says ${formatDollars(known(wrong) ?? 0)}, its lines add up to ${formatDollars(lines)}`,
      short: 'Total is not the sum of lines',
      places: places(wrong),
      lines: [],
    });
  },
};

export default check;
