import { codeOf } from '../claim/carc';
import type { Case } from '../claim/case';
import type { Adjustment, Cents, Ledger, LedgerLine } from '../claim/claim';
import { formatDate } from '../claim/dates';
import type { ClaimForm } from '../claim/form';
import { formatDollars } from '../claim/money';
import { known, type Place } from '../claim/reading';
import type { Check, Missing } from './check';
import { boxOf, dateIn, missingBox, moneyIn, NO_FORM, shownIn } from './form';
import { adjustmentsOn, codesIn, FORM_LINE_NUMBERS, ledgerLineOf, serviceOn } from './form-lines';
import { isMissing, judge, LEDGER, missing, pass, unknown } from './outcome';
import { postedLine } from './postings';
import { cut, firstOf } from './words';

interface Difference {
  n: number;
  text: string;
  place: Place | undefined;
}

type Compared = Difference | Missing | undefined;

const isDifference = (compared: Compared): compared is Difference => compared !== undefined && 'n' in compared;

const compareCode = (form: ClaimForm, line: LedgerLine): Compared => {
  const box = boxOf(form, `24.${line.n}.D`);
  if (!box) return missingBox(form, `24.${line.n}.D`);
  if (line.procedure.kind !== 'read') return missing(`the code of line ${line.n}`, 'ledger', line.procedure);
  const { procedure } = serviceOn(form, line.n);
  if (procedure === codesIn(line.procedure.value)[0]) return undefined;
  const text = `line ${line.n} has code ${cut(procedure, 20) || 'nothing'} instead of ${cut(line.procedure.value, 20)}`;
  return { n: line.n, text, place: box.place };
};

const compareModifiers = (form: ClaimForm, line: LedgerLine): Compared => {
  if (line.modifiers.kind !== 'read') return missing(`the modifiers of line ${line.n}`, 'ledger', line.modifiers);
  const inForm = serviceOn(form, line.n).modifiers.join(' ');
  const posted = line.modifiers.value.flatMap(codesIn).join(' ');
  if (inForm === posted) return undefined;
  const text = `line ${line.n} has modifiers ${cut(inForm, 20) || 'none'} instead of ${posted || 'none'}`;
  return { n: line.n, text, place: boxOf(form, `24.${line.n}.mod1`)?.place ?? boxOf(form, `24.${line.n}.D`)?.place };
};

const compareUnits = (form: ClaimForm, line: LedgerLine): Compared => {
  const id = `24.${line.n}.G`;
  if (!boxOf(form, id)) return missingBox(form, id);
  if (line.units.kind !== 'read') return missing(`the units of line ${line.n}`, 'ledger', line.units);
  const shown = shownIn(form, id);
  if (/^\d+(?:\.\d+)?$/.test(shown) && Number(shown) === line.units.value) return undefined;
  const text = `line ${line.n} has ${shown === '' ? 'no' : cut(shown, 12)} units instead of ${line.units.value}`;
  return { n: line.n, text, place: boxOf(form, id)?.place };
};

const compareDay = (form: ClaimForm, line: LedgerLine): Compared => {
  const id = `24.${line.n}.A.from`;
  if (line.dos.kind === 'read' && shownIn(form, id) === formatDate(line.dos.value)) return undefined;
  const day = dateIn(form, id);
  if (day.is === 'missing') return day.missing;
  if (line.dos.kind !== 'read') return missing(`the date of service of line ${line.n}`, 'ledger', line.dos);
  if (day.is === 'value' && day.value === line.dos.value) return undefined;
  return { n: line.n, text: `line ${line.n} has another date of service`, place: boxOf(form, id)?.place };
};

const compareLine = (form: ClaimForm, line: LedgerLine): Compared[] => [
  compareCode(form, line),
  compareModifiers(form, line),
  compareUnits(form, line),
  compareDay(form, line),
];

const comparePaid = (form: ClaimForm, n: number, paid: Cents): Compared => {
  const id = `24.${n}.paid`;
  const box = boxOf(form, id);
  if (!box) return undefined;
  const held = moneyIn(form, id);
  if (held.is === 'missing') return held.missing;
  if (held.is === 'value' && held.value === paid) return undefined;
  const shown = held.is === 'value' ? formatDollars(held.value) : 'nothing';
  return { n, text: `line ${n} has ${shown} paid instead of ${formatDollars(paid)}`, place: box.place };
};

const listOf = (adjustments: readonly Adjustment[]): string =>
  adjustments
    .map((one) => `${codeOf(one)} ${formatDollars(one.amount)}`)
    .toSorted()
    .join(', ');

const compareAdjustments = (form: ClaimForm, n: number, adjustments: readonly Adjustment[]): Compared => {
  const held = adjustmentsOn(form, n);
  if (held === undefined || isMissing(held)) return held;
  const [shown, posted] = [listOf(held), listOf(adjustments)];
  if (shown === posted) return undefined;
  const text = `line ${n} has adjustments ${shown || 'none'} instead of ${posted || 'none'}`;
  return { n, text, place: boxOf(form, `24.${n}.adj1.amount`)?.place };
};

/** What the primary did with the line, where the form has boxes for it. */
const compareAmounts = (c: Case, form: ClaimForm, ledger: Ledger, n: number): Compared[] => {
  const line = ledgerLineOf(form, ledger, n);
  const posted = line && postedLine(c, line);
  if (posted === undefined || isMissing(posted)) return [posted];
  return [comparePaid(form, n, posted.paid), compareAdjustments(form, n, posted.adjustments)];
};

/** A line of the form beyond the ledger's last. */
const compareSurplus = (form: ClaimForm, n: number): Compared => {
  const box = boxOf(form, `24.${n}.D`);
  if (!box || shownIn(form, `24.${n}.D`) === '') return undefined;
  return { n, text: `line ${n} is not in the ledger`, place: box.place };
};

const compareAll = (c: Case, form: ClaimForm, ledger: Ledger): Compared[] =>
  FORM_LINE_NUMBERS.flatMap((n) => {
    const line = ledger.lines[n - 1];
    return line
      ? [...compareLine(form, { ...line, n }), ...compareAmounts(c, form, ledger, n)]
      : [compareSurplus(form, n)];
  });

/**
 * Raised where codes, modifiers, units, days or the order of the form's lines are not the ledger's, or where a line does
 * not hold what the primary paid and adjusted on it. Lines are compared by number, modifiers in their order, amounts by
 * procedure. A box or a ledger value that is not read: unknown; a form without boxes for the amounts is not asked for them.
 */
const check: Check = {
  id: 'C112',
  name: 'lines_changed',
  title: 'The form has the same lines as the ledger',
  section: 'form',
  severity: 'decide',
  needs: ['form', 'ledger'],
  source: 'X12 837P 2400: same lines, order, codes and units as the primary claim',
  run: (c) => {
    const { form, ledger } = c;
    if (!form) return pass(NO_FORM);
    if (!ledger) return unknown([LEDGER]);
    const compared = compareAll(c, form, ledger);
    const changed = compared.filter(isDifference);
    const lacking = compared.flatMap((one) => (one === undefined || isDifference(one) ? [] : [one]));
    const lines = [...new Set(changed.map(({ n }) => n))];
    if (lines.length === 0) return judge([], lacking);
    return judge(
      [
        {
          title: `The lines differ from the ledger: ${firstOf(changed.map(({ text }) => text))}`,
          why: "What the primary did no longer fits the secondary's lines.",
          fix: 'Bring the lines of the form back to the services and amounts of the ledger.',
          short: lines.length === 1 ? `Line ${lines[0]} differs from the ledger` : 'Lines differ from the ledger',
          places: changed.flatMap(({ place }) => place ?? []),
          lines: lines.filter((n) => known(ledger.lines[n - 1]?.charge) !== undefined),
          question: 'acknowledge',
        },
      ],
      [],
    );
  },
};

export default check;
