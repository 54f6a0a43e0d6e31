import { codeIn } from '../checks/form-lines';
import type { Case } from '../claim/case';
import type { Adjustment, LedgerLine } from '../claim/claim';
import type { ClaimForm } from '../claim/form';
import { formatMoney } from '../claim/money';
import { type Adjudication, adjudicationOf, LEDGER_NOT_READ, remittedLines } from './adjudication';
import { linesOfForm } from './lines-of-form';
import { type MatchedLine, matchLines } from './match-lines';
import { ledgerLines } from './templates/template';
import { type Fact, fact, noFact, thenFact, type Wanted, want } from './wanted';

/** A box of the form and what is wanted in it. */
export interface WantedBox {
  box: string;
  group: string;
  line?: number;
  wanted: Wanted;
  /** Worked out, and hers to say: never filled without her tick. */
  proposed?: true;
}

const SLOT = /^24\.(\d+)\.adj(\d+)\.amount$/;

/** One set of group, reason and amount at a line of the form, with what it holds now. */
interface Slot {
  k: number;
  holds: string;
}

const slotKey = (group: string, reason: string): string => `${group}-${reason}`.toUpperCase().replace(/\s/g, '');

/** The form's own sets of adjustment boxes at line `n`. */
const slotsOf = (form: ClaimForm, n: number): Slot[] => {
  const boxes = new Map(form.boxes.map((box) => [box.box, box]));
  return form.boxes.flatMap(({ box }) => {
    const match = SLOT.exec(box);
    if (!match || Number(match[1]) !== n) return [];
    const k = Number(match[2]);
    if (!boxes.has(`24.${n}.adj${k}.group`) || !boxes.has(`24.${n}.adj${k}.reason`)) return [];
    const [group, reason] = [codeIn(form, `24.${n}.adj${k}.group`), codeIn(form, `24.${n}.adj${k}.reason`)];
    const isEmpty = group === '' && reason === '' && (boxes.get(box)?.value ?? '').trim() === '';
    return [{ k, holds: isEmpty ? '' : slotKey(group, reason) }];
  });
};

/**
 * Which set each adjustment goes to: the one that holds its group and reason already, else the next empty one, else the
 * next that holds something else. Undefined where there are more adjustments than sets: nothing is merged or left out.
 */
const placeAdjustments = (
  adjustments: readonly Adjustment[],
  slots: readonly Slot[],
): Map<Slot, Adjustment> | undefined => {
  if (adjustments.length > slots.length) return undefined;
  const placed = new Map<Slot, Adjustment>();
  const waiting: Adjustment[] = [];
  for (const adjustment of adjustments) {
    const own = slots.find((s) => s.holds === slotKey(adjustment.group, adjustment.carc) && !placed.has(s));
    if (own) placed.set(own, adjustment);
    else waiting.push(adjustment);
  }
  const free = slots.filter((s) => !placed.has(s)).toSorted((a, b) => Number(a.holds !== '') - Number(b.holds !== ''));
  waiting.forEach((adjustment, i) => {
    const slot = free[i];
    if (slot) placed.set(slot, adjustment);
  });
  return placed;
};

const listed = (adjustments: readonly Adjustment[]): string =>
  adjustments.map((a) => `${a.group}-${a.carc} ${formatMoney(a.amount)}`).join(', ');

const adjustmentBoxes = (form: ClaimForm, line: MatchedLine, group: string, made: Fact<Adjudication>): WantedBox[] => {
  const at = (k: number, part: string, wanted: Wanted): WantedBox => ({
    box: `24.${line.n}.adj${k}.${part}`,
    group,
    line: line.n,
    wanted,
  });
  const slots = slotsOf(form, line.n);
  const first = slots[0]?.k ?? 1;
  const adjustments = thenFact(made, (m) => m.adjustments);
  if (!adjustments.ok) return [at(first, 'amount', { missing: adjustments.why })];
  const placed = placeAdjustments(adjustments.value, slots);
  if (!placed) {
    const { length } = adjustments.value;
    const missing = `The form has room for ${slots.length} of ${length} adjustments: ${listed(adjustments.value)}.`;
    return [at(first, 'amount', { missing })];
  }
  const source = made.ok ? made.value.adjustedBy : '';
  return slots.flatMap((slot) => {
    const adjustment = placed.get(slot);
    if (!adjustment) return [];
    return [
      at(slot.k, 'group', { value: adjustment.group, source }),
      at(slot.k, 'reason', { value: adjustment.carc.toUpperCase(), source }),
      at(slot.k, 'amount', { value: String(adjustment.amount), source }),
    ];
  });
};

type Adjudicate = (line: LedgerLine) => Fact<Adjudication>;

const boxesOfLine = (form: ClaimForm, line: MatchedLine, adjudicate: Adjudicate): WantedBox[] => {
  const group = `Line ${line.n}, ${line.label}`;
  const made = thenFact(line.ledger, adjudicate);
  const at = (part: string, wanted: Wanted): WantedBox => ({
    box: `24.${line.n}.${part}`,
    group,
    line: line.n,
    wanted,
  });
  const paid: Wanted = made.ok ? { value: String(made.value.paid), source: made.source } : { missing: made.why };
  return [
    at('paid', paid),
    at('adjDate', want(thenFact(made, (m) => m.date))),
    ...adjustmentBoxes(form, line, group, made),
  ];
};

/** While the ledger is not read, the form's own lines are matched to those of the remittance, where one is loaded. */
const withoutLedger = (c: Case, form: ClaimForm): WantedBox[] => {
  const lines = linesOfForm(form);
  const remitted = remittedLines(c, lines) ?? (() => noFact(LEDGER_NOT_READ));
  return matchLines(form, []).flatMap((line) => {
    const own = lines.find(({ n }) => n === line.n);
    return boxesOfLine(form, { ...line, ledger: own ? fact(own, '') : noFact(LEDGER_NOT_READ) }, remitted);
  });
};

/**
 * What the primary did to each filled service line of the form: paid, adjudication date, each adjustment by group and
 * reason. Charges and procedures are never wanted: they are the primary claim's and only compared (C111, C112).
 */
export const lineBoxes = (c: Case, form: ClaimForm): WantedBox[] => {
  if (!c.ledger) return withoutLedger(c, form);
  const lines = ledgerLines(c);
  const unread = noFact(lines.ok ? '' : lines.why);
  return matchLines(form, lines.ok ? lines.value : []).flatMap((line) =>
    boxesOfLine(form, lines.ok ? line : { ...line, ledger: unread }, (ledgerLine) => adjudicationOf(c, ledgerLine)),
  );
};
