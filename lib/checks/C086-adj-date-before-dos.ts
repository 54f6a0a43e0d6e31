import type { Case } from '../claim/case';
import type { IsoDate } from '../claim/claim';
import { formatDate } from '../claim/dates';
import { known } from '../claim/reading';
import type { Check } from './check';
import { adjudicationDates, linesOf } from './dates';
import { judge, LEDGER, missing, unknown } from './outcome';
import { lineNumbers, places } from './words';

/** The first day of service of the claim; from its lines only where every one can be read. */
const firstService = (c: Case): IsoDate | undefined => {
  const onClaim = known(c.row.dos)?.from;
  if (onClaim !== undefined) return onClaim;
  const days = (c.ledger?.lines ?? []).map((line) => known(line.dos));
  return days.every((day) => day !== undefined) ? days.toSorted()[0] : undefined;
};

const check: Check = {
  id: 'C086',
  name: 'adj_date_before_dos',
  title: 'No check date lies before the service',
  when: "Raised where a check date lies before the first day of service. A missing date is C084's; an unreadable one: unknown.",
  why: 'The primary cannot have paid before the service.',
  fix: 'Correct the check date in the posting.',
  section: 'dates',
  severity: 'block',
  needs: ['row', 'ledger', 'form'],
  source: 'X12 837P 2430 DTP*573: adjudication follows the service',
  run: (c) => {
    if (!c.ledger) return unknown([LEDGER]);
    const service = firstService(c);
    if (service === undefined) return unknown([missing('the date of service', 'claim-history', c.row.dos)]);
    const { dated, unread } = adjudicationDates(c);
    const early = dated.filter(({ date }) => date < service);
    const [first] = early;
    if (!first) return judge([], unread);
    const lines = linesOf(early);
    return judge(
      [
        {
          title: `${lineNumbers(lines)}: the check date ${formatDate(first.date)} lies before the service of ${formatDate(service)}`,
          short: 'Check date before the service',
          places: places(...early.map((date) => date.reading)),
          lines: lines.map((line) => line.n),
        },
      ],
      [],
    );
  },
};

export default check;
