import type { Case } from '../claim/case';
import type { LedgerLine } from '../claim/claim';
import type { ComparedLine } from '../era/compare';
import { shortOf } from './answered';
import type { Check } from './check';
import { isMissing, judge, LEDGER, unknown } from './outcome';
import { adjudicatedLines, postedLines } from './postings';
import { comparisonOf, primaryRemit } from './remittance';
import { linesThat, places } from './words';

/** Deductible, coinsurance and copay. */
const TYPES: ReadonlySet<string> = new Set(['PR-1', 'PR-2', 'PR-3']);

const differsByType = ({ rows }: ComparedLine): boolean =>
  rows.some(({ label, differs }) => TYPES.has(label) && differs !== null && differs !== 0);

/** The reason for paper EOBs without codes is not for deductible, coinsurance and copay, which have their own. */
const linesWith192 = (c: Case): LedgerLine[] =>
  postedLines(c)
    .posted.filter(({ adjustments }) => adjustments.some(({ group, carc }) => group === 'PR' && carc === '192'))
    .map(({ line }) => line);

const linesThatDiffer = (c: Case): LedgerLine[] =>
  (comparisonOf(c)?.lines ?? []).filter((one) => one.state === 'differs' && differsByType(one)).map(({ line }) => line);

const check: Check = {
  id: 'C083',
  name: 'pr_type_vs_eob',
  title: 'The patient share is split as the EOB has it',
  when: 'Raised where deductible, coinsurance and copay are not split as the remittance has them, or PR-192 stands for any of them. Without a remittance the posting alone is looked at. A posting or an answer that is not read: unknown.',
  why: 'Medigap and Medicaid pay deductible, coinsurance and copay by different rules.',
  fix: 'Post deductible, coinsurance and copay as the EOB has them.',
  section: 'adjustments',
  severity: 'decide',
  needs: ['ledger', 'payers', 'remittance', 'answers'],
  source: 'X12 CARC 1, 2, 3; CARC 192: not for these three; Medigap and Medicaid price by type',
  run: (c) => {
    if (!c.ledger) return unknown([LEDGER]);
    const remit = primaryRemit(c);
    const found = [...new Set([...linesWith192(c), ...linesThatDiffer(c)])].toSorted((a, b) => a.n - b.n);
    const unreadOnRemit = (comparisonOf(c)?.lines ?? [])
      .filter(({ parts, said }) => parts.length > 0 && said.adjustments === null)
      .map(({ n }) => ({ what: `an adjustment of line ${n} in the remittance`, source: 'remittance' as const }));
    const lacking = [
      ...postedLines(c).lacking,
      ...unreadOnRemit,
      ...(remit.is === 'unclear' ? remit.missing : []),
    ].filter(isMissing);
    if (found.length === 0) return judge([], lacking);
    const lines = found.map(({ n }) => n);
    const postings = adjudicatedLines(c).filter(({ line }) => found.includes(line));
    const finding = {
      title: `${linesThat(found, 'has', 'have')} another split of the patient share than the EOB`,
      short: shortOf(lines, 'PR split differs'),
      places: postings.flatMap(({ primary }) => places(primary.at(-1)?.adjustments)),
      lines,
      question: 'acknowledge' as const,
    };
    return judge([finding], []);
  },
};

export default check;
