import type { Check } from './check';
import { adjudicationDates, linesOf } from './dates';
import { judge, LEDGER, unknown } from './outcome';
import { lineNumbers, places } from './words';

const check: Check = {
  id: 'C084',
  name: 'adj_date_missing',
  title: 'Every posting has its check date',
  when: 'Raised where a posting of the primary has no check or EOB date and no form is open that has it, or where the box for it on the open form is empty. A date that stands there but cannot be read is not missing: C085 and C086 say that it is unknown.',
  why: 'The secondary wants the day on which the primary paid or denied each line.',
  fix: 'Enter the check or EOB date in the posting, or in the box of the line on the form.',
  section: 'dates',
  severity: 'block',
  needs: ['ledger', 'form'],
  source: 'X12 837P 2430 DTP*573: adjudication date of each line',
  run: (c) => {
    if (!c.ledger) return unknown([LEDGER]);
    const { undated, unclear } = adjudicationDates(c);
    if (undated.length === 0) return judge([], unclear);
    const lines = linesOf(undated);
    const finding = {
      title: `${lineNumbers(lines)} ${lines.length === 1 ? 'has' : 'have'} no check date`,
      short: lines.length > 2 ? `${lines.length} lines: no check date` : `${lineNumbers(lines)}: no check date`,
      places: undated.flatMap(({ place, line }) => place ?? places(line.postings[0]?.paid)),
      lines: lines.map((line) => line.n),
    };
    return judge([finding], []);
  },
};

export default check;
