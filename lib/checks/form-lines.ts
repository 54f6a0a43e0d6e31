import { FORM_ADJUSTMENTS, FORM_LINES } from '../claim/boxes';
import type { Adjustment, Cents, Ledger, LedgerLine } from '../claim/claim';
import type { ClaimForm } from '../claim/form';
import { parseMoney } from '../claim/money';
import { known } from '../claim/reading';
import { isGroupCode } from '../codes/group';
import type { Missing } from './check';
import { boxOf, missingBox, shownIn } from './form';
import { netAdjustments } from './postings';

/** The codes in a text, in capitals: `99214-25` are two. */
export const codesIn = (text: string): string[] =>
  text
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter((code) => code !== '');

export interface Service {
  /** `''` where the line is empty. */
  procedure: string;
  modifiers: string[];
}

/** The service on a line of the form. A procedure box may hold its modifiers too. */
export const serviceOn = (form: ClaimForm, n: number): Service => {
  const [procedure = '', ...inside] = codesIn(shownIn(form, `24.${n}.D`));
  const beside = [1, 2, 3, 4].flatMap((m) => codesIn(shownIn(form, `24.${n}.mod${m}`)));
  return { procedure, modifiers: [...inside, ...beside] };
};

/** The numbers of the form's lines. */
export const FORM_LINE_NUMBERS: readonly number[] = Array.from({ length: FORM_LINES }, (_, i) => i + 1);

/** True where the line of the form bills anything. */
export const isUsed = (form: ClaimForm, n: number): boolean =>
  shownIn(form, `24.${n}.D`) !== '' || shownIn(form, `24.${n}.F`) !== '';

const procedureOf = (line: LedgerLine): string | undefined => codesIn(known(line.procedure) ?? '')[0];

/**
 * The ledger's line that a line of the form bills: the one of the same number, or, where that is another service, the only
 * one with the form's procedure. Undefined for an empty line and for one beyond the ledger's.
 */
export const ledgerLineOf = (form: ClaimForm, ledger: Ledger, n: number): LedgerLine | undefined => {
  const here = ledger.lines[n - 1];
  if (!here || !isUsed(form, n)) return undefined;
  const { procedure } = serviceOn(form, n);
  if (procedureOf(here) === procedure) return here;
  const [other, ...more] = ledger.lines.filter((line) => procedureOf(line) === procedure);
  return other && more.length === 0 ? other : here;
};

/** The number of the form's line that bills a line of the ledger. */
export const formLineOf = (form: ClaimForm, ledger: Ledger, line: LedgerLine): number | undefined =>
  FORM_LINE_NUMBERS.find((n) => ledgerLineOf(form, ledger, n) === line);

const ADJUSTMENT_NUMBERS: readonly number[] = Array.from({ length: FORM_ADJUSTMENTS }, (_, i) => i + 1);

/** A code in a box; of a drop-down list the value where that is a group, else the word with which the option begins. */
export const codeIn = (form: ClaimForm, id: string): string => {
  const value = boxOf(form, id)?.value.trim().toUpperCase() ?? '';
  return isGroupCode(value) ? value : (codesIn(shownIn(form, id))[0] ?? '');
};

/** One set of adjustment boxes that holds anything, as it stands there. */
export interface AdjustmentSet {
  /** Number of the set at its line. */
  k: number;
  group: string;
  carc: string;
  /** Undefined where the box for it is empty. */
  amount: Cents | Missing | undefined;
  raw: string;
}

const setOn = (form: ClaimForm, n: number, k: number): AdjustmentSet | undefined => {
  const id = `24.${n}.adj${k}`;
  const raw = shownIn(form, `${id}.amount`);
  const [group, carc] = [codeIn(form, `${id}.group`), codeIn(form, `${id}.reason`)];
  if (raw === '') return group === '' && carc === '' ? undefined : { k, group, carc, amount: undefined, raw };
  const amount = parseMoney(raw);
  return { k, group, carc, amount: amount.ok ? amount.value : missingBox(form, `${id}.amount`, amount.why), raw };
};

/** The sets of adjustment boxes on a line of the form that hold anything; undefined where the form has none. */
export const adjustmentSetsOn = (form: ClaimForm, n: number): AdjustmentSet[] | undefined => {
  if (!boxOf(form, `24.${n}.adj1.amount`)) return undefined;
  return ADJUSTMENT_NUMBERS.flatMap((k) => setOn(form, n, k) ?? []);
};

/** The adjustments on a line of the form, net; the box that cannot be read; undefined where the form has none. */
export const adjustmentsOn = (form: ClaimForm, n: number): Adjustment[] | Missing | undefined => {
  const sets = adjustmentSetsOn(form, n);
  if (!sets) return undefined;
  const all: Adjustment[] = [];
  for (const { group, carc, amount = 0, raw } of sets) {
    if (typeof amount !== 'number') return amount;
    all.push({ group: isGroupCode(group) ? group : '', carc, amount, raw });
  }
  return netAdjustments(all);
};
