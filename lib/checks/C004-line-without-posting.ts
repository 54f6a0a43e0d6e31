import type { LedgerLine } from '../claim/claim';
import type { Check, Missing } from './check';
import { judge, LEDGER, pass, unknown } from './outcome';
import { adjudicatedLines } from './postings';
import { lineNumbers, linesThat, places, primaryName } from './words';

const check: Check = {
  id: 'C004',
  name: 'line_without_posting',
  title: 'Every line has a posting of the primary',
  when: "Raised for lines without a posting of the primary where other lines have one; a claim without any is C003's.",
  why: 'A claim is refused where one line does not say what the primary did with it, even if that is $0.00.',
  fix: 'Post the answer of the primary to every line, with 0.00 paid and its reason where it paid nothing.',
  section: 'posting',
  severity: 'block',
  needs: ['ledger', 'payers'],
  source: 'X12 837P 2430: every line carries what the other payer paid, $0.00 included',
  run: (c) => {
    if (!c.ledger) return unknown([LEDGER]);
    const bare: LedgerLine[] = [];
    const lacking: Missing[] = [];
    for (const { line, primary, unclear } of adjudicatedLines(c)) {
      if (unclear) lacking.push(unclear);
      else if (primary.length === 0) bare.push(line);
    }
    if (bare.length > 0 && bare.length === c.ledger.lines.length) return pass('no line is posted, which is said above');
    if (bare.length === 0) return judge([], lacking);
    const finding = {
      title: `${linesThat(bare, 'has', 'have')} no posting`,
      why: `A claim is refused where one line does not say what ${primaryName(c)} did with it, even if that is $0.00.`,
      fix: `Post the answer of ${primaryName(c)} to ${bare.length === 1 ? 'that line' : 'those lines'}, with 0.00 paid and its reason where it paid nothing.`,
      short:
        bare.length > 2
          ? `${bare.length} lines have no posting`
          : `${lineNumbers(bare)} ${bare.length === 1 ? 'has' : 'have'} no posting`,
      places: places(...bare.map((line) => line.charge)),
      lines: bare.map((line) => line.n),
    };
    return judge([finding], lacking);
  },
};

export default check;
