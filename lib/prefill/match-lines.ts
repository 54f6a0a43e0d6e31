import { shownIn } from '../checks/form';
import { codesIn, FORM_LINE_NUMBERS, serviceOn } from '../checks/form-lines';
import type { LedgerLine } from '../claim/claim';
import { parseRecentDate } from '../claim/dates';
import type { ClaimForm } from '../claim/form';
import { parseMoney } from '../claim/money';
import type { Parsed } from '../claim/reading';
import { type Fact, fact, noFact } from './wanted';

/** One service line of the form (1-based, as printed) and the one ledger line it is, or why that cannot be told. */
export interface MatchedLine {
  n: number;
  /** `99214-25`. */
  label: string;
  ledger: Fact<LedgerLine>;
}

interface FormLine {
  n: number;
  procedure: string;
  modifiers: string[];
  date: Parsed<string>;
  charge: Parsed<number>;
}

/** The lines of the form that hold a procedure. */
const formLines = (form: ClaimForm): FormLine[] =>
  FORM_LINE_NUMBERS.flatMap((n) => {
    const { procedure, modifiers } = serviceOn(form, n);
    if (procedure === '') return [];
    const date = parseRecentDate(shownIn(form, `24.${n}.A.from`));
    return [{ n, procedure, modifiers, date, charge: parseMoney(shownIn(form, `24.${n}.F`)) }];
  });

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.toSorted().join() === b.toSorted().join();

/** Where the ledger has no modifiers at all, they tell nothing; where they cannot be read, nothing is the same. */
const sameModifiers = (line: LedgerLine, modifiers: string[]): boolean =>
  line.modifiers.kind === 'absent' ||
  (line.modifiers.kind === 'read' && sameSet(line.modifiers.value.flatMap(codesIn), modifiers));

const isLine =
  (from: FormLine) =>
  (line: LedgerLine): boolean =>
    line.procedure.kind === 'read' &&
    codesIn(line.procedure.value)[0] === from.procedure &&
    sameModifiers(line, from.modifiers) &&
    line.dos.kind === 'read' &&
    from.date.ok &&
    line.dos.value === from.date.value &&
    line.charge.kind === 'read' &&
    from.charge.ok &&
    line.charge.value === from.charge.value;

const matched = (from: FormLine, lines: readonly LedgerLine[]): Fact<LedgerLine> => {
  const [line, ...more] = lines.filter(isLine(from));
  if (!line) return noFact(`Line ${from.n} of the form is not in the ledger.`);
  if (more.length > 0) return noFact(`Line ${from.n} of the form fits ${more.length + 1} lines of the ledger.`);
  return fact(line, `Ledger, line ${line.n}`);
};

/**
 * Which ledger line each filled line of the form is: by procedure, modifiers, date of service and charge, never by its
 * position. A line that fits none, or several, or that another form line fits too, has no ledger line.
 */
export const matchLines = (form: ClaimForm, lines: readonly LedgerLine[]): MatchedLine[] => {
  const all = formLines(form).map((from) => ({ from, ledger: matched(from, lines) }));
  const uses = (line: LedgerLine) => all.filter(({ ledger }) => ledger.ok && ledger.value === line).length;
  return all.map(({ from, ledger }) => ({
    n: from.n,
    label: [from.procedure, ...from.modifiers].join('-'),
    ledger:
      ledger.ok && uses(ledger.value) > 1
        ? noFact(`Line ${from.n} of the form is there twice, once in the ledger.`)
        : ledger,
  }));
};
