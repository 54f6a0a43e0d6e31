import type { Case } from '../claim/case';
import type { ComparedLine } from '../era/compare';
import { type AnsweredLine, answersToClaim, shortOf } from './answered';
import type { Check, Missing } from './check';
import { judge, missing, pass } from './outcome';
import { comparisonOf } from './remittance';
import { decideRoute } from './route';
import { firstOf } from './words';

const isBundled = ({ adjustments }: AnsweredLine): boolean =>
  adjustments.some(({ group, carc }) => group === 'CO' && carc === '97');

type Bundled = { is: 'bundled'; n: number; into: string } | { is: 'denied' } | { is: 'unknown'; missing: Missing };

/** A line that came back under the code of another (835 SVC06 beside SVC01) was bundled into that one. */
const asSaid = ({ n, parts }: ComparedLine): Bundled => {
  const part = parts.find(({ line }) => {
    const sent = line.submittedProcedure?.procedure;
    return sent !== undefined && sent !== '' && sent !== line.procedure;
  });
  return part ? { is: 'bundled', n, into: part.line.procedure } : { is: 'denied' };
};

const judgeLine = (c: Case, { line }: AnsweredLine): Bundled => {
  const compared = comparisonOf(c)?.lines.find(({ n }) => n === line.n);
  if (compared && compared.parts.length > 0) return asSaid(compared);
  return { is: 'unknown', missing: missing(`which service line ${line.n} is included in`, 'remittance') };
};

const check: Check = {
  id: 'C120',
  name: 'bundled_unmapped',
  title: 'No line is bundled into another',
  when: "Raised where the remittance brought a line back under another's code (CO-97 and SVC06): on an electronic claim it needs a reference to that line, for which the form has no box. CO-97 without a remittance: unknown. A printed claim has the EOB.",
  why: 'An electronic claim has to say which line a bundled one went into.',
  fix: 'See whether the claim leaves with that reference, or print it with the EOB.',
  section: 'form',
  severity: 'decide',
  needs: ['row', 'ledger', 'form', 'payers', 'remittance', 'answers'],
  source: 'X12 837P 2430 SVD06: the line that it was bundled into; X12 835 SVC06',
  run: (c) => {
    if (decideRoute(c).way === 'print') return pass('a printed claim goes with the EOB');
    const { lines, lacking } = answersToClaim(c);
    const judged = lines.filter(isBundled).map((line) => judgeLine(c, line));
    const found = judged.flatMap((one) => (one.is === 'bundled' ? [one] : []));
    const numbers = found.map(({ n }) => n);
    const postings = lines.filter(({ line }) => numbers.includes(line.n));
    const finding = {
      title: `Bundled by the primary: ${firstOf(found.map(({ n, into }) => `line ${n} into ${into}`))}`,
      short: shortOf(numbers, 'bundled'),
      places: postings.flatMap(({ place }) => place ?? []),
      lines: numbers,
      question: 'acknowledge' as const,
    };
    const gaps = judged.flatMap((one) => (one.is === 'unknown' ? [one.missing] : []));
    return judge(found.length > 0 ? [finding] : [], [...lacking, ...gaps]);
  },
};

export default check;
