import type { Case } from '../claim/case';
import { formatDollars } from '../claim/money';
import { known } from '../claim/reading';
import type { Check, Raised, Sum } from './check';
import { remitMends } from './differences';
import { isMissing, judge, LEDGER, unknown } from './outcome';
import { groupSum, type PostedLine, postedLines, primaryPostings } from './postings';
import { lineNumbers, linesThat, places, postingSum, primaryName } from './words';

/** The one row that the page's own totals contradict by exactly what is left over, marked as the suspect. */
const suspectOf = (posted: PostedLine): ((label: string) => boolean) => {
  const { line, residual } = posted;
  const paid = known(line.insurancePaid);
  if (paid !== undefined && paid - posted.paid === residual) return (label) => label.startsWith('Paid by ');
  const share = known(line.patientResponsibility);
  const shares = posted.adjustments.filter((one) => one.group === 'PR');
  if (share !== undefined && shares.length === 1 && share - groupSum(posted, 'PR') === residual) {
    return (label) => label.endsWith(`, PR-${shares[0]?.carc ?? ''}`);
  }
  return () => false;
};

const sumOf = (c: Case, posted: PostedLine): Sum => {
  const postings = primaryPostings(c, posted.line);
  const sum = postingSum(posted.line, primaryName(c), isMissing(postings) ? [] : postings);
  const isSuspect = suspectOf(posted);
  return { ...sum, rows: sum.rows.map((row) => (isSuspect(row.label) ? { ...row, role: 'suspect' } : row)) };
};

const finding = (c: Case, off: PostedLine[]): Raised => {
  const lines = off.map(({ line }) => line);
  const [first] = off;
  const isOne = off.length === 1;
  return {
    title: `${linesThat(lines, 'does', 'do')} not balance`,
    fix:
      remitMends(c, lines) ??
      `Compare the posting of ${isOne ? 'that line' : 'those lines'} with the EOB, and edit what differs.`,
    short: isOne
      ? `${lineNumbers(lines)} is off by ${formatDollars(Math.abs(first?.residual ?? 0))}`
      : `${off.length} lines do not balance`,
    places: places(...lines.map((line) => (line.balance.kind === 'read' ? line.balance : line.charge))),
    lines: lines.map((line) => line.n),
    sums: off.map((posted) => sumOf(c, posted)),
  };
};

const check: Check = {
  id: 'C005',
  name: 'line_not_balanced',
  title: 'Each line balances to $0.00',
  when: "Raised where charge less paid less all adjustments of the primary is not 0.00 on a line, to the cent. A line without a posting is C003's or C004's. Any amount that is not read: unknown for that line.",
  why: 'A secondary claim is refused unless every line balances to $0.00.',
  fix: 'Compare the posting with the EOB, and edit what differs.',
  section: 'posting',
  severity: 'block',
  needs: ['ledger', 'payers', 'remittance'],
  source: 'NextGen Office, Secondary Claim article: each service line balanced to $0.00; X12 837P 2430',
  run: (c) => {
    if (!c.ledger) return unknown([LEDGER]);
    const { posted, lacking } = postedLines(c);
    const off = posted.filter(({ residual }) => residual !== 0);
    return judge(off.length > 0 ? [finding(c, off)] : [], lacking);
  },
};

export default check;
