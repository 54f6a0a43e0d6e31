import { formatDate } from '../claim/dates';
import type { Check } from './check';
import { adjudicationDates, linesOf } from './dates';
import { judge, LEDGER, unknown } from './outcome';
import { lineNumbers, places } from './words';

const check: Check = {
  id: 'C085',
  name: 'adj_date_future',
  title: 'No check date lies in the future',
  when: "Raised where a check date of the primary lies after today. A missing date is C084's; one that cannot be read: unknown.",
  why: 'The primary cannot have paid on a day that has not come.',
  fix: 'Correct the check date in the posting.',
  section: 'dates',
  severity: 'block',
  needs: ['ledger', 'form', 'today'],
  source: 'X12 837P 2430 DTP*573: a date of adjudication has passed',
  run: (c) => {
    if (!c.ledger) return unknown([LEDGER]);
    const { dated, unread } = adjudicationDates(c);
    const late = dated.filter(({ date }) => date > c.today);
    const [first] = late;
    if (!first) return judge([], unread);
    const lines = linesOf(late);
    return judge(
      [
        {
          title: `${lineNumbers(lines)}: the check date ${formatDate(first.date)} lies in the future`,
          short: 'Check date in the future',
          places: places(...late.map((date) => date.reading)),
          lines: lines.map((line) => line.n),
        },
      ],
      [],
    );
  },
};

export default check;
