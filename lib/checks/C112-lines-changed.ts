import { FORM_LINES } from '../claim/boxes';
import type { Ledger, LedgerLine } from '../claim/claim';
import { formatDate } from '../claim/dates';
import type { ClaimForm } from '../claim/form';
import { known, type Place, type Reading } from '../claim/reading';
import type { Check, Missing } from './check';
import { boxOf, dateIn, missingBox, NO_FORM, shownIn } from './form';
import { judge, LEDGER, missing, pass, unknown } from './outcome';
import { cut } from './words';

interface Difference {
  n: number;
  text: string;
  place: Place | undefined;
}

type Compared = Difference | Missing | undefined;

const isDifference = (compared: Compared): compared is Difference => compared !== undefined && 'n' in compared;

const code = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');

const compareText = (
  form: ClaimForm,
  line: LedgerLine,
  id: string,
  what: string,
  posted: Reading<string>,
): Compared => {
  const box = boxOf(form, id);
  if (!box) return missingBox(form, id);
  if (posted.kind !== 'read') return missing(`the ${what} of line ${line.n}`, 'ledger', posted);
  const shown = shownIn(form, id);
  if (shown === posted.value || code(shown) === code(posted.value)) return undefined;
  const text = `line ${line.n} has ${what} ${shown === '' ? 'nothing' : cut(shown, 20)} instead of ${cut(posted.value, 20)}`;
  return { n: line.n, text, place: box.place };
};

const compareModifiers = (form: ClaimForm, line: LedgerLine): Compared => {
  if (line.modifiers.kind !== 'read') return missing(`the modifiers of line ${line.n}`, 'ledger', line.modifiers);
  const inForm = [1, 2, 3, 4]
    .map((m) => shownIn(form, `24.${line.n}.mod${m}`))
    .filter((text) => text !== '')
    .map(code);
  const posted = line.modifiers.value.filter((text) => text !== '').map(code);
  if (inForm.join(' ') === posted.join(' ')) return undefined;
  const text = `line ${line.n} has modifiers ${inForm.join(' ') || 'none'} instead of ${posted.join(' ') || 'none'}`;
  return { n: line.n, text, place: boxOf(form, `24.${line.n}.mod1`)?.place };
};

const compareUnits = (form: ClaimForm, line: LedgerLine): Compared => {
  const id = `24.${line.n}.G`;
  if (!boxOf(form, id)) return missingBox(form, id);
  if (line.units.kind !== 'read') return missing(`the units of line ${line.n}`, 'ledger', line.units);
  const shown = shownIn(form, id);
  if (shown !== '' && Number(shown) === line.units.value) return undefined;
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
  compareText(form, line, `24.${line.n}.D`, 'code', line.procedure),
  compareModifiers(form, line),
  compareUnits(form, line),
  compareDay(form, line),
];

/** A line of the form beyond the ledger's last. */
const compareSurplus = (form: ClaimForm, n: number): Compared => {
  const box = boxOf(form, `24.${n}.D`);
  if (!box || shownIn(form, `24.${n}.D`) === '') return undefined;
  return { n, text: `line ${n} is not in the ledger`, place: box.place };
};

const compareAll = (form: ClaimForm, ledger: Ledger): Compared[] =>
  Array.from({ length: FORM_LINES }, (_, i) => i + 1).flatMap((n) => {
    const line = ledger.lines[n - 1];
    return line ? compareLine(form, { ...line, n }) : [compareSurplus(form, n)];
  });

/**
 * Raised where codes, modifiers, units, days or the order of the form's lines are not the ledger's. Lines are compared by
 * number, modifiers in their order. A box or a ledger value that is not read: unknown.
 */
const check: Check = {
  id: 'C112',
  name: 'lines_changed',
  title: 'The form has the same lines as the ledger',
  section: 'form',
  severity: 'decide',
  needs: ['form', 'ledger'],
  source: 'X12 837P 2400: same lines, order, codes and units as the primary claim',
  run: ({ form, ledger }) => {
    if (!form) return pass(NO_FORM);
    if (!ledger) return unknown([LEDGER]);
    const compared = compareAll(form, ledger);
    const changed = compared.filter(isDifference);
    const lacking = compared.flatMap((one) => (one === undefined || isDifference(one) ? [] : [one]));
    const lines = [...new Set(changed.map(({ n }) => n))];
    if (lines.length === 0) return judge([], lacking);
    return judge(
      [
        {
          title: `The lines differ from the ledger: ${changed.map(({ text }) => text).join(', ')}`,
          why: "What the primary did no longer fits the secondary's lines.",
          fix: 'Bring the lines of the form back to those of the primary claim.',
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
