import type { Case } from '../claim/case';
import type { Cents, IsoDate } from '../claim/claim';
import { known } from '../claim/reading';
import { type AnsweredLine, answersToClaim, shortOf } from './answered';
import type { Check, Missing } from './check';
import { judge, missing, pass } from './outcome';
import { linesThat } from './words';

/** The cut in percent by the day of service, the newest first; days before the oldest had none. */
const RATES: readonly { from: IsoDate; percent: number }[] = [
  { from: '2022-07-01', percent: 2 },
  { from: '2022-04-01', percent: 1 },
  { from: '2020-05-01', percent: 0 },
  { from: '2013-04-01', percent: 2 },
];

const percentOn = (day: IsoDate): number => RATES.find(({ from }) => day >= from)?.percent ?? 0;

/** True where the cut comes to a cent: what was paid is what the cut left over. */
const isCutDue = (paid: Cents, percent: number): boolean => paid * percent * 2 >= 100 - percent;

const dayOf = (c: Case, { line }: AnsweredLine): IsoDate | Missing => {
  if (line.dos.kind === 'read') return line.dos.value;
  const ofClaim = line.dos.kind === 'absent' ? known(c.row.dos)?.from : undefined;
  return ofClaim ?? missing(`the date of service of line ${line.n}`, 'ledger', line.dos);
};

/** Whether the line lacks its cut. A cut under whatever group is there: C074 looks at the group. */
const judgeLine = (c: Case, answered: AnsweredLine): boolean | Missing => {
  if (answered.paid <= 0 || answered.adjustments.some(({ carc }) => carc === '253')) return false;
  const day = dayOf(c, answered);
  return typeof day === 'string' ? isCutDue(answered.paid, percentOn(day)) : day;
};

const check: Check = {
  id: 'C073',
  name: 'sequestration_missing',
  title: "Medicare's sequestration is posted",
  when: 'Original Medicare first: raised for paid lines without CARC 253 where the day of service has a cut (2 % from 04/01/2013, none from 05/01/2020 to 03/31/2022, 1 % to 06/30/2022, then 2 %) that comes to a cent. A day or an answer that is not read: unknown.',
  why: 'Medicare cuts what it pays and says so as CO-253; payers refuse the claim where it is missing.',
  fix: 'Post CO-253 as the remittance has it.',
  section: 'money',
  severity: 'decide',
  needs: ['ledger', 'row', 'remittance', 'payers', 'answers'],
  source: 'CMS, Medicare FFS sequestration: CARC 253; remark code N811',
  run: (c) => {
    if (c.primary.kind !== 'medicare') return pass('Medicare is not first');
    const { lines, lacking } = answersToClaim(c);
    const judged = lines.map((answered) => ({ answered, is: judgeLine(c, answered) }));
    const bare = judged.filter(({ is }) => is === true).map(({ answered }) => answered);
    const unread = judged.flatMap(({ is }) => (typeof is === 'boolean' ? [] : [is]));
    if (bare.length === 0) return judge([], [...lacking, ...unread]);
    const numbers = bare.map(({ line }) => line.n);
    const finding = {
      title: `${linesThat(
        bare.map(({ line }) => line),
        'has',
        'have',
      )} no sequestration`,
      short: shortOf(numbers, 'CO-253 missing'),
      places: bare.flatMap(({ place }) => place ?? []),
      lines: numbers,
      question: 'acknowledge' as const,
    };
    return judge([finding], []);
  },
};

export default check;
