import type { Case } from '../claim/case';
import type { Cents } from '../claim/claim';
import { formatDollars } from '../claim/money';
import { known } from '../claim/reading';
import type { ComparedLine, Comparison } from '../era/compare';
import type { NetState } from '../era/netting';
import type { Check, Missing, Raised } from './check';
import { judge, LEDGER, missing, unknown } from './outcome';
import { comparisonOf, withAnswer } from './remittance';
import { lineNumbers, linesThat, places } from './words';

const WORDS = {
  question: 'acknowledge',
} as const;

const isAnswered = ({ parts }: ComparedLine): boolean => parts.length > 0;

const onLines = ({ lines }: Comparison): Raised[] => {
  const off = lines.filter(({ charge: { said, billed } }) => said !== null && billed !== null && said !== billed);
  if (off.length === 0) return [];
  const ledgerLines = off.map(({ line }) => line);
  return [
    {
      ...WORDS,
      title: `${linesThat(ledgerLines, 'has', 'have')} another charge in the remittance`,
      short: off.length > 1 ? `${off.length} lines: charge differs` : `${lineNumbers(off)}: charge differs`,
      places: places(...ledgerLines.map(({ charge }) => charge)),
      lines: off.map(({ n }) => n),
    },
  ];
};

const onClaim = (c: Case, charge: Cents | null): Raised[] => {
  const billed = known(c.row.charge) ?? known(c.ledger?.totalCharge);
  if (charge === null || billed === undefined || charge === billed) return [];
  return [
    {
      ...WORDS,
      title: `The remittance is about a charge of ${formatDollars(charge)}, the claim's is ${formatDollars(billed)}`,
      short: 'Charge differs on remittance',
      places: places(c.row.charge),
      lines: [],
    },
  ];
};

const unread = ({ charge }: NetState, { lines }: Comparison): Missing[] => [
  ...lines.filter(isAnswered).flatMap((line): Missing[] => {
    if (line.charge.billed === null) return [missing(`the charge of line ${line.n}`, 'ledger', line.line.charge)];
    return line.charge.said === null ? [missing(`the charge of line ${line.n} in the remittance`, 'remittance')] : [];
  }),
  ...(charge === null ? [missing('the charge in the remittance', 'remittance')] : []),
];

const check: Check = {
  id: 'C012',
  name: 'remit_charge_differs',
  title: 'The remittance is about the same charges',
  when: 'Raised where the charge in the remittance, net, is not the charge of the line or of the claim.',
  why: 'The remittance may be of another version of the claim, or of another claim.',
  fix: 'Look for the remittance of this version, or correct the charge.',
  section: 'posting',
  severity: 'decide',
  needs: ['row', 'ledger', 'payers', 'remittance', 'answers'],
  source: 'X12 835 SVC02 and CLP03: the charges as submitted',
  run: (c) =>
    withAnswer(c, ({ net }) => {
      const comparison = comparisonOf(c);
      if (!comparison) return unknown([LEDGER]);
      const ofLines = onLines(comparison);
      return judge(ofLines.length > 0 ? ofLines : onClaim(c, net.charge), unread(net, comparison));
    }),
};

export default check;
