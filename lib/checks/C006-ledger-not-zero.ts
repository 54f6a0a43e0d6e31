import type { LedgerLine } from '../claim/claim';
import { formatDollars } from '../claim/money';
import type { Check, Missing, Raised } from './check';
import { isMissing, judge, LEDGER, missing, unknown } from './outcome';
import { type Adjudicated, adjudicatedLines } from './postings';
import { lineNumbers, linesThat, places } from './words';

type Judged = 'open' | 'settled' | Missing;

/** Open where the ledger's own balance is not 0; what C005 says already (the same cents left over) is not said twice. */
const judgeLine = ({ line, posted }: Adjudicated): Judged => {
  if (posted === undefined) return 'settled';
  if (line.balance.kind !== 'read') return missing(`the balance of line ${line.n}`, 'ledger', line.balance);
  if (line.balance.value === 0) return 'settled';
  return !isMissing(posted) && posted.residual === line.balance.value ? 'settled' : 'open';
};

const amountOf = (line: LedgerLine): string =>
  line.balance.kind === 'read' ? formatDollars(line.balance.value) : 'not read';

const finding = (open: LedgerLine[]): Raised => {
  const [first] = open;
  const isOne = open.length === 1 && first;
  return {
    title: `${linesThat(open, 'has', 'have')} a balance${isOne ? ` of ${amountOf(first)}` : ''}`,
    short: isOne ? `${lineNumbers(open)} has a balance` : `${open.length} lines have a balance`,
    places: places(...open.map((line) => line.balance)),
    lines: open.map((line) => line.n),
  };
};

const check: Check = {
  id: 'C006',
  name: 'ledger_not_zero',
  title: 'The ledger stands at $0.00 on each line',
  when: "Raised where the ledger's own balance of a posted line is not 0.00. The balance is what the insurer still owes: charge − insurer paid − adjustments − patient share; what the patient paid does not enter. A ledger without a balance: unknown.",
  why: 'The ledger must stand at $0.00 on each line after the primary is posted and the patient share is set apart.',
  fix: 'Enter the adjustment that is missing, or move the patient share to the secondary.',
  section: 'posting',
  severity: 'block',
  needs: ['ledger'],
  source: 'NextGen Office, Secondary Claim article: charge balanced to $0.00 in the charge ledger',
  run: (c) => {
    if (!c.ledger) return unknown([LEDGER]);
    const open: LedgerLine[] = [];
    const lacking: Missing[] = [];
    for (const adjudicated of adjudicatedLines(c)) {
      const judged = judgeLine(adjudicated);
      if (judged === 'open') open.push(adjudicated.line);
      else if (judged !== 'settled') lacking.push(judged);
    }
    return judge(open.length > 0 ? [finding(open)] : [], lacking);
  },
};

export default check;
