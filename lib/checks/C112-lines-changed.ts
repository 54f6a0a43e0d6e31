import type { Ledger, LedgerLine } from '../claim/claim';
import { formatDate } from '../claim/dates';
import type { ClaimForm } from '../claim/form';
import { known } from '../claim/reading';
import type { Check, Raised } from './check';
import { boxOf, dateIn, missingBox, NO_FORM, shownIn } from './form';
import { balancesOn, type Compared, compareAmounts, type Difference, isDifference } from './form-amounts';
import { codesIn, FORM_LINE_NUMBERS, serviceOn } from './form-lines';
import { isMissing, judge, LEDGER, missing, pass, unknown } from './outcome';
import { cut, firstOf } from './words';

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

/** A line of the form beyond the ledger's last. */
const compareSurplus = (form: ClaimForm, n: number): Compared => {
  const box = boxOf(form, `24.${n}.D`);
  if (!box || shownIn(form, `24.${n}.D`) === '') return undefined;
  return { n, text: `line ${n} is not in the ledger`, place: box.place };
};

const compareServices = (form: ClaimForm, ledger: Ledger): Compared[] =>
  FORM_LINE_NUMBERS.flatMap((n) => {
    const line = ledger.lines[n - 1];
    return line ? compareLine(form, { ...line, n }) : [compareSurplus(form, n)];
  });

const finding = (
  changed: readonly Difference[],
  ledger: Ledger,
  words: Pick<Raised, 'why' | 'fix' | 'severity'>,
): Raised => {
  const lines = [...new Set(changed.map(({ n }) => n))];
  return {
    ...words,
    title: `The lines differ from the ledger: ${firstOf(changed.map(({ text }) => text))}`,
    short: lines.length === 1 ? `Line ${lines[0]} differs from the ledger` : 'Lines differ from the ledger',
    places: changed.flatMap(({ place }) => place ?? []),
    lines: lines.filter((n) => known(ledger.lines[n - 1]?.charge) !== undefined),
    ...(words.severity === 'block' ? {} : { question: 'acknowledge' }),
  };
};

const SERVICES = {
  why: "What the primary did no longer fits the secondary's lines.",
  fix: 'Bring the lines of the form back to those of the primary claim.',
};
const AMOUNTS = {
  why: 'The secondary pays by what the form says that the primary paid and adjusted.',
  fix: 'Bring the amounts of the form back to those of the ledger.',
};
const UNBALANCED = {
  severity: 'block',
  why: 'A secondary claim is refused unless paid and adjustments add up to the charge of the line.',
} as const;

const check: Check = {
  id: 'C112',
  name: 'lines_changed',
  title: 'The form has the same lines as the ledger',
  when: "Raised where codes, modifiers, units, days or the order of the form's lines are not the ledger's, or where a line does not hold what the primary paid and adjusted on it; a block where such a line does not balance on the form. Lines are compared by number, modifiers in their order, amounts by procedure. A box or a ledger value that is not read: unknown; a form without boxes for the amounts is not asked for them.",
  why: "What the primary did has to fit the secondary's lines.",
  fix: 'Bring lines and amounts of the form back to those of the ledger.',
  section: 'form',
  severity: 'decide',
  needs: ['form', 'ledger', 'remittance', 'answers'],
  source: 'X12 837P 2400: same lines, order, codes and units as the primary claim; 2430: each line balances',
  run: (c) => {
    const { form, ledger } = c;
    if (!form) return pass(NO_FORM);
    if (!ledger) return unknown([LEDGER]);
    const [services, amounts] = [compareServices(form, ledger), compareAmounts(c, form, ledger)];
    const lacking = [...services, ...amounts].filter(isMissing);
    const changed = services.filter(isDifference);
    const off = amounts.filter(isDifference);
    const isAnyOff = off.some(({ n }) => !balancesOn(form, n));
    return judge(
      [
        ...(changed.length > 0 ? [finding(changed, ledger, SERVICES)] : []),
        ...(off.length > 0 ? [finding(off, ledger, isAnyOff ? { ...AMOUNTS, ...UNBALANCED } : AMOUNTS)] : []),
      ],
      lacking,
    );
  },
};

export default check;
