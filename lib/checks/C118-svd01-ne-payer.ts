import type { Case } from '../claim/case';
import type { LedgerLine, Posting } from '../claim/claim';
import { known, placeOf } from '../claim/reading';
import { mayBeSamePayer, samePayer } from '../payers/aliases';
import type { Check, Missing } from './check';
import { CHART, isMissing, judge, LEDGER, missing, unknown } from './outcome';
import { adjudicatedLines } from './postings';
import { cut, lineNumbers, places, primaryName } from './words';

/** A posting that stands at the primary's level under the name of another payer of the patient. */
interface Foreign {
  line: LedgerLine;
  posting: Posting;
  payer: string;
}

/** The payer IDs of the patient's payers by name: those of the chart, and the two of the claim. */
const payersOf = (c: Case): { name: string; id: string }[] => [
  ...(c.secondary ? [{ name: c.secondary.name, id: c.secondary.payerId }] : []),
  ...(c.chart?.policies ?? []).map(({ payer, payerId }) => ({ name: known(payer) ?? '', id: known(payerId) ?? '' })),
];

const primaryIdOf = (c: Case): string =>
  c.primary.payerId || payersOf(c).find(({ name, id }) => id !== '' && samePayer(name, c.primary.name))?.id || '';

/** True where both payer IDs are known to be one: two names of one payer. */
const isOnePayer = (c: Case, id: string): boolean => id !== '' && id === primaryIdOf(c);

/** What is missing to tell whether a name is that of another payer of the patient. */
const unreadPayer = ({ chart }: Case): Missing | undefined => {
  if (!chart) return CHART;
  const unread = chart.policies.find(({ payer }) => payer.kind === 'unreadable');
  return unread && missing('the payer of a policy in the chart', 'chart', unread.payer);
};

const judgePosting = (c: Case, line: LedgerLine, posting: Posting): Foreign | Missing | undefined => {
  const { level } = posting;
  if (level.kind === 'unreadable') return missing(`the payer level of a posting of line ${line.n}`, 'ledger', level);
  if (level.kind === 'absent' || level.value !== 'P') return undefined;
  if (posting.payer.kind === 'unreadable')
    return missing(`the payer of a posting of line ${line.n}`, 'ledger', posting.payer);
  const payer = known(posting.payer) ?? '';
  if (payer === '' || mayBeSamePayer(payer, c.primary.name)) return undefined;
  if (c.primary.name === '') return missing('the primary payer', 'claim-history', c.row.primaryPayer);
  const other = payersOf(c).find(({ name }) => samePayer(name, payer));
  if (other) return isOnePayer(c, other.id) ? undefined : { line, posting, payer };
  return unreadPayer(c);
};

const check: Check = {
  id: 'C118',
  name: 'svd01_ne_payer',
  title: 'Each line is posted under the payer ID of the primary',
  when: 'Raised where a posting at the primary’s level bears the name of another payer of the patient, whose payer ID is not the primary’s. A name that no payer of the chart has is taken for another spelling of the primary. A ledger that was not read, or a payer of a posting that cannot be read: unknown.',
  why: 'The payer ID of each line (SVD01) must be that of the primary (2330B), or the claim is refused.',
  fix: 'Post the line under the primary payer, with its payer ID.',
  section: 'form',
  severity: 'block',
  needs: ['ledger', 'chart', 'payers'],
  source: 'X12 837P 2430 SVD01 equals 2330B NM109',
  run: (c) => {
    if (!c.ledger) return unknown([LEDGER]);
    const judged = adjudicatedLines(c).flatMap(({ line }) =>
      line.postings.flatMap((posting) => judgePosting(c, line, posting) ?? []),
    );
    const foreign = judged.filter((one): one is Foreign => !isMissing(one));
    const [first] = foreign;
    if (!first) return judge([], judged.filter(isMissing));
    const lines = [...new Set(foreign.map(({ line }) => line))];
    const finding = {
      title: `${lineNumbers(lines)}: posted as ${primaryName(c)}’s under ${cut(first.payer, 40)}`,
      short: lines.length > 2 ? `${lines.length} lines: other payer ID` : `${lineNumbers(lines)}: other payer ID`,
      places: places(...foreign.map(({ posting }) => posting.payer)),
      lines: lines.map(({ n }) => n),
      quotes: foreign.flatMap(({ posting, payer }) => {
        const place = placeOf(posting.payer);
        return place ? [{ text: cut(payer, 60), place }] : [];
      }),
    };
    return judge([finding], []);
  },
};

export default check;
