import { FORM_LINES } from '../claim/boxes';
import type { Case } from '../claim/case';
import type { Cents, Ledger } from '../claim/claim';
import type { ClaimForm, FormBox } from '../claim/form';
import { formatDollars } from '../claim/money';
import { known } from '../claim/reading';
import type { Check, Missing } from './check';
import { boxOf, moneyIn, NO_FORM } from './form';
import { FORM_LINE_NUMBERS, ledgerLineOf } from './form-lines';
import { judge, LEDGER, missing, pass, unknown } from './outcome';
import { overLedger } from './postings';
import { firstOf } from './words';

interface Difference {
  box: FormBox;
  text: string;
  line?: number;
}

type Compared = Difference | Missing | undefined;

const isDifference = (compared: Compared): compared is Difference => compared !== undefined && 'box' in compared;

const compare = (form: ClaimForm, id: string, name: string, charge: Cents, line?: number): Compared => {
  const held = moneyIn(form, id);
  if (held.is === 'missing') return held.missing;
  const box = boxOf(form, id);
  if (!box || (held.is === 'value' && held.value === charge)) return undefined;
  const shown = held.is === 'value' ? formatDollars(held.value) : 'nothing';
  const text = `${name} says ${shown} instead of ${formatDollars(charge)}`;
  return line === undefined ? { box, text } : { box, text, line };
};

const compareLine = (form: ClaimForm, ledger: Ledger, n: number): Compared => {
  const line = ledgerLineOf(form, ledger, n);
  if (!line) return undefined;
  const charge = known(line.charge);
  if (charge === undefined) return missing(`the charge of line ${line.n}`, 'ledger', line.charge);
  return compare(form, `24.${n}.F`, `line ${n}`, charge, n);
};

/** A claim of more lines than the form has is sent in parts; the total of a part is not the ledger's. */
const compareTotal = (form: ClaimForm, ledger: Ledger): Compared => {
  if (ledger.lines.length > FORM_LINES) return undefined;
  const charge = overLedger(ledger, (line) => line.charge);
  return charge === undefined ? missing('the total charge', 'ledger') : compare(form, '28', 'box 28', charge);
};

const compareAll = (form: ClaimForm, ledger: Ledger): Compared[] => [
  ...FORM_LINE_NUMBERS.map((n) => compareLine(form, ledger, n)),
  compareTotal(form, ledger),
];

const check: Check = {
  id: 'C111',
  name: 'charge_changed',
  title: 'The form bills the full original charges',
  when: "Raised where a line of the form or box 28 does not hold the original charge of the ledger: every payer sees the full charge, never the balance. A line in another place is found by its procedure; other lines than the ledger's are C112's. A charge or box that cannot be read: unknown.",
  why: 'The secondary is billed the full charge; what the primary did with it stands beside it.',
  fix: 'Put the original charge back.',
  section: 'form',
  severity: 'block',
  needs: ['form', 'ledger'],
  source: 'X12 837P CLM02 and SV102: each payer sees 100 % of the original charge',
  run: ({ form, ledger }: Case) => {
    if (!form) return pass(NO_FORM);
    if (!ledger) return unknown([LEDGER]);
    const compared = compareAll(form, ledger);
    const changed = compared.filter(isDifference);
    const lacking = compared.flatMap((one) => (one === undefined || isDifference(one) ? [] : [one]));
    const [first] = changed;
    if (!first) return judge([], lacking);
    return judge(
      [
        {
          title: `The charge was changed: ${firstOf(changed.map(({ text }) => text))}`,
          short: first.line === undefined ? 'Box 28 is not the full charge' : `Line ${first.line}: charge was changed`,
          places: changed.map(({ box }) => box.place),
          lines: changed.flatMap(({ line }) => line ?? []),
        },
      ],
      [],
    );
  },
};

export default check;
