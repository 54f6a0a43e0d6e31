import type { LedgerLine } from '../claim/claim';
import type { Check } from './check';
import { judge, LEDGER, missing, unknown } from './outcome';
import { postedLines } from './postings';
import { comparisonOf, primaryRemit } from './remittance';
import { lineNumbers, linesThat, places, primaryName } from './words';

const check: Check = {
  id: 'C022',
  name: 'negative_amounts',
  title: 'No line was paid less than nothing',
  when: 'Raised where the primary, net of reversals, paid less than nothing on a line: by the posting or by its remittance.',
  why: 'A claim cannot say that the primary took back more than it paid.',
  fix: 'Post the reversal with the payment that it takes back, and the correction.',
  section: 'posting',
  severity: 'block',
  needs: ['ledger', 'payers', 'remittance', 'answers'],
  source: 'X12 837P 2430 SVD02: the payment of a line is not negative',
  run: (c) => {
    if (!c.ledger) return unknown([LEDGER]);
    const { posted, lacking } = postedLines(c);
    const negative = new Set<LedgerLine>(posted.filter(({ paid }) => paid < 0).map(({ line }) => line));
    for (const { line, rows } of comparisonOf(c)?.lines ?? []) {
      if (rows.some(({ what, said }) => what === 'paid' && said !== null && said < 0)) negative.add(line);
    }
    const unread = (comparisonOf(c)?.lines ?? []).flatMap(({ n, parts, said }) =>
      parts.length > 0 && said.paid === null
        ? [missing(`the payment of line ${n} in the remittance`, 'remittance')]
        : [],
    );
    const remit = primaryRemit(c);
    const unclear = remit.is === 'unclear' ? remit.missing : [];
    if (negative.size === 0) return judge([], [...lacking, ...unread, ...unclear]);
    const lines = c.ledger.lines.filter((line) => negative.has(line));
    const finding = {
      title: `${linesThat(lines, 'was', 'were')} paid less than nothing`,
      why: `${primaryName(c)} took back more than it paid, and a claim cannot say that.`,
      short: lines.length > 1 ? `${lines.length} lines: paid is negative` : `${lineNumbers(lines)}: paid is negative`,
      places: places(...lines.map((line) => line.postings[0]?.paid)),
      lines: lines.map(({ n }) => n),
    };
    return judge([finding], []);
  },
};

export default check;
