import type { DateSpan, IsoDate } from '../claim/claim';
import { formatDate } from '../claim/dates';
import type { ComparedLine } from '../era/compare';
import { serviceOf } from '../era/service';
import { shortOf } from './answered';
import type { Check, Missing } from './check';
import { withComparison } from './differences';
import { judge, missing } from './outcome';
import { firstOf, places } from './words';

const holds = ({ from, to }: DateSpan, day: IsoDate): boolean => from <= day && day <= to;

/** The first days in the remittance that the line of the ledger was not done on; what is missing to tell. */
const otherDays = ({ line, n, parts }: ComparedLine): DateSpan | Missing | undefined => {
  if (parts.length === 0) return undefined;
  if (line.dos.kind !== 'read') return missing(`the date of service of line ${n}`, 'ledger', line.dos);
  const day = line.dos.value;
  const spans = parts.map((part) => serviceOf(part).dates);
  const other = spans.find((span) => span !== null && !holds(span, day));
  if (other) return other;
  return spans.includes(null) ? missing(`the date of line ${n} in the remittance`, 'remittance') : undefined;
};

const check: Check = {
  id: 'C106',
  name: 'eob_date_mismatch',
  title: 'The EOB is about the same days',
  when: "Raised where the remittance is about other days of service than the ledger. Other charges are C012's; the provider of the claim is on no page. Without a remittance it does not apply; a day that is not read: unknown.",
  why: 'A claim whose EOB is about other days comes back.',
  fix: 'Attach the EOB of this claim, or correct the day that is wrong.',
  section: 'form',
  severity: 'decide',
  needs: ['ledger', 'payers', 'remittance', 'answers'],
  source: 'CMS Pub. 100-04 ch. 26: the EOB shows the same dates and charges as the claim',
  run: (c) =>
    withComparison(c, (comparison) => {
      const judged = comparison.lines.map((line) => ({ line, days: otherDays(line) }));
      const off = judged.flatMap(({ line, days }) => (days && 'from' in days ? [{ line, days }] : []));
      const lines = off.map(({ line }) => line.n);
      const shown = off.map(({ line, days }) => `line ${line.n} on ${formatDate(days.from)}`);
      const finding = {
        title: `The remittance has other days: ${firstOf(shown)}`,
        short: shortOf(lines, 'other day on EOB'),
        places: places(...off.map(({ line }) => line.line.dos)),
        lines,
        question: 'acknowledge' as const,
      };
      return judge(
        off.length > 0 ? [finding] : [],
        judged.flatMap(({ days }) => (days && 'what' in days ? [days] : [])),
      );
    }),
};

export default check;
