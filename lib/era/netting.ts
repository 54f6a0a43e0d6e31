import type { Cents } from '../claim/claim';
import type { Adjudication, EraClaim } from '../claim/era';
import { statusOf } from '../codes/claim-status';
import { areAsLarge, areOpposite, type NetAdjustment, netAdjustments, sumOf } from './amounts';
import { DUPLICATE_CARCS } from './duplicates';
import { isOfSamePayment, isSamePayment, isSameSet } from './payment';
import { areOtherLines, type EraPart, isSameLine, partsOf } from './service';
import { answerName, paidOnText } from './words';

export { isSamePayment };

/**
 * What became of one answer of the payer.
 * `counts`: it is in the net. `reversal`: it takes an earlier one back. `reversed`, `replaced`: a later one took its
 * place. `repeated`: the same payment stands in another file. `no-answer`: pended, priced only, not their claim, unknown
 * status. `test`: the file is marked as a test.
 */
export type Standing = 'counts' | 'reversal' | 'reversed' | 'replaced' | 'repeated' | 'no-answer' | 'test';

export interface RemitEvent {
  adjudication: Adjudication;
  standing: Standing;
  /** One sentence for the biller: `Taken back by the answer of 03/24/2026, check 0012345.` */
  because: string;
}

/** What all answers of one payer to one claim come to. */
export interface NetState {
  /** Every answer, in the order of payment. */
  events: RemitEvent[];
  /** The service lines that count; lines of a partial reversal among them, with their negative amounts. */
  parts: EraPart[];
  /** Net in cents; null where nothing counts, an amount is not read, or `unclear` says why nobody can tell. */
  charge: Cents | null;
  paid: Cents | null;
  /** Σ CLP05. */
  patientResponsibility: Cents | null;
  /** Net by group and reason over claim and lines; null as above. */
  adjustments: NetAdjustment[] | null;
  /** Those of the claim as a whole (2100 CAS). */
  claimAdjustments: NetAdjustment[] | null;
  /** The last answer that counts: its payment date, its claim number. */
  last: Adjudication | undefined;
  /** The last thing that the payer did was to take its answer back. */
  reversalOpen: boolean;
  /** An earlier answer was reversed or replaced by one that counts (837 2330B REF*T4*Y). */
  corrected: boolean;
  /** Why the net cannot be told, as sentences; empty where it can. */
  unclear: string[];
}

interface Working extends RemitEvent {
  parts: EraPart[];
}

type Listed = readonly Working[];

const FINAL_NOTHING: ReadonlySet<Standing> = new Set<Standing>(['repeated', 'test']);

const name = ({ adjudication }: RemitEvent): string => answerName(adjudication.payment);

const day = (event: RemitEvent): string => paidOnText(event.adjudication.payment);

/** Behind every date: what has none may be the last word. */
const UNDATED = '9999';

/** By payment date, those without one last; then by file; in one set by segment. */
const inOrder = (adjudications: readonly Adjudication[]): Adjudication[] =>
  adjudications.toSorted((a, b) => {
    const byDay = (a.payment.paidOn ?? UNDATED).localeCompare(b.payment.paidOn ?? UNDATED);
    if (byDay !== 0) return byDay;
    return isSameSet(a, b) ? a.claim.segment - b.claim.segment : 0;
  });

const isSameContent = (a: EraClaim, b: EraClaim): boolean => {
  const told = ({ controlNumber, status, payerClaimNumber, charge, paid, adjustments, dates, lines }: EraClaim) =>
    JSON.stringify([
      [controlNumber, status, payerClaimNumber, charge, paid, adjustments, dates.service],
      lines.map((line) => [
        [line.procedure, line.modifiers, line.lineControlNumber, line.dates],
        [line.charge, line.paid, line.adjustments],
      ]),
    ]);
  return told(a) === told(b);
};

/** True where the answer stands already in another file, or another set, that holds the same payment. */
const isRepeated = (one: Adjudication, earlier: readonly Adjudication[]): boolean => {
  const isCopy = (other: Adjudication) =>
    !isSameSet(one, other) && isSamePayment(one.payment, other.payment) && isSameContent(one.claim, other.claim);
  return earlier.some(isCopy);
};

const NO_ANSWER = {
  pricing: 'Priced only: nothing was adjudicated.',
  'not-ours': 'The payer says that the claim is not its own.',
  pending: 'The payer has not decided yet.',
  unknown: 'The panel does not know this claim status.',
} as const;

const firstStanding = (one: Adjudication, earlier: readonly Adjudication[]): Omit<RemitEvent, 'adjudication'> => {
  if (one.payment.test) return { standing: 'test', because: 'The file is marked as a test: it does not count.' };
  if (isRepeated(one, earlier)) {
    return { standing: 'repeated', because: 'The same payment is in another file: it counts once.' };
  }
  const { kind } = statusOf(one.claim.status);
  if (kind === 'answer') return { standing: 'counts', because: 'Counts.' };
  if (kind === 'reversal') return { standing: 'reversal', because: 'Takes back an answer that is not loaded.' };
  return { standing: 'no-answer', because: NO_ANSWER[kind] };
};

const eventsOf = (adjudications: readonly Adjudication[]): Working[] => {
  const ordered = inOrder(adjudications);
  return ordered.map((adjudication, i) => ({
    adjudication,
    ...firstStanding(adjudication, ordered.slice(0, i)),
    parts: partsOf(adjudication),
  }));
};

const claimOf = (event: RemitEvent): EraClaim => event.adjudication.claim;

const isSameDay = (a: RemitEvent, b: RemitEvent): boolean =>
  a.adjudication.payment.paidOn === b.adjudication.payment.paidOn;

/** True where nobody can tell which of two answers came later. */
export const isOrderUnclear = (a: RemitEvent, b: RemitEvent): boolean => {
  const [day, other] = [a.adjudication.payment.paidOn, b.adjudication.payment.paidOn];
  return !isSameSet(a.adjudication, b.adjudication) && (day === null || other === null || day === other);
};

/** Which number the payer gave what a reversal takes back: its own claim number, or the previous one (REF*F8). */
const namesAnswer = (reversal: EraClaim, answer: EraClaim): boolean =>
  answer.payerClaimNumber !== '' &&
  [reversal.payerClaimNumber, Object.hasOwn(reversal.references, 'F8') ? reversal.references.F8 : ''].includes(
    answer.payerClaimNumber,
  );

/** A whole answer is taken back by the same charge and the payment negated; some payers leave the sign of the charge. */
const isNegated = (reversal: EraClaim, answer: EraClaim): boolean =>
  areOpposite(reversal.paid, answer.paid) && areAsLarge(reversal.charge, answer.charge);

const reversedBy = (reversal: Working, events: Listed): Working | undefined => {
  const at = events.indexOf(reversal);
  const whole = events.filter(
    (event, i) =>
      event.standing === 'counts' &&
      isNegated(claimOf(reversal), claimOf(event)) &&
      (i < at || (isSameDay(event, reversal) && !isSameSet(event.adjudication, reversal.adjudication))),
  );
  const earlier = whole.filter((event) => events.indexOf(event) < at);
  const [loaded, last] = earlier.length > 0 ? [earlier, -1] : [whole, 0];
  // What stands beside the reversal came instead of what it takes back.
  const others = loaded.filter((event) => !isOfSamePayment(event.adjudication, reversal.adjudication));
  const pool = others.length > 0 ? others : loaded;
  return pool.findLast((event) => namesAnswer(claimOf(reversal), claimOf(event))) ?? pool.at(last);
};

const mark = (event: RemitEvent, standing: Standing, because: string): void => {
  event.standing = standing;
  event.because = because;
};

/** Reversals and what they take back as a whole: both leave the net. */
const pairReversals = (events: Listed): ReadonlySet<Working> => {
  const paired = new Set<Working>();
  for (const reversal of events.filter(({ standing }) => standing === 'reversal')) {
    const answer = reversedBy(reversal, events);
    if (!answer) continue;
    paired.add(reversal);
    mark(answer, 'reversed', `Taken back by the answer of ${name(reversal)}.`);
    mark(reversal, 'reversal', `Takes back the answer of ${name(answer)}.`);
  }
  return paired;
};

const overlaps = (a: Working, b: Working): boolean =>
  a.parts.length === 0 ||
  b.parts.length === 0 ||
  a.parts.some((part) => b.parts.some((other) => isSameLine(part, other)));

const covers = (whole: Working, part: Working): boolean =>
  whole.parts.length === 0 || part.parts.every((one) => whole.parts.some((other) => isSameLine(one, other)));

/** Money on top or taken back without a charge of its own: it balances by itself and adds to what stands. */
const isOnTop = (event: Working): boolean => {
  const { charge, paid, adjustments, lines } = claimOf(event);
  const all = sumOf([...adjustments, ...lines.flatMap((line) => line.adjustments)].map(({ amount }) => amount));
  return charge === 0 && areOpposite(paid, all);
};

/**
 * Two answers of no common line, of one charge: without line control numbers another code may be the correction of the
 * first, or another line that happens to cost the same.
 */
const mayBeSame = (a: Working, b: Working): boolean =>
  areAsLarge(claimOf(a).charge, claimOf(b).charge) &&
  a.parts.some((part) => b.parts.some((other) => !areOtherLines(part, other)));

/** Nothing but the word that another copy of the claim is the one that counts (CARC 18, B13). */
const isDuplicateDenial = (event: Working): boolean => {
  const { paid, adjustments, lines } = claimOf(event);
  const all = [...adjustments, ...lines.flatMap((line) => line.adjustments)];
  return paid === 0 && all.length > 0 && all.every(({ carc }) => DUPLICATE_CARCS.has(carc.trim().toUpperCase()));
};

/** Walks through the answers in order: what still stands, and what cannot be told. */
class Walk {
  readonly standing: Working[] = [];
  readonly unclear: string[] = [];

  answer(event: Working): void {
    if (this.isAnswered(event)) return;
    this.dropDenials(event);
    const before = this.standing.filter((other) => overlaps(event, other));
    if (before.length === 0 && !isOnTop(event)) this.doubt(event);
    if (this.standing.length > 0 && (before.length === 0 || isOnTop(event))) {
      const how = before.length === 0 ? 'Adds other lines to' : 'Comes on top of';
      event.because = `${how} the answer of ${this.standing.map(name).join(' and ')}.`;
    } else {
      for (const other of before) this.replace(other, event);
    }
    this.standing.push(event);
  }

  /** True for the denial of a second copy of what an answer stands for: that answer counts. */
  private isAnswered(event: Working): boolean {
    const answer = isDuplicateDenial(event) && this.standing.find((o) => !isDuplicateDenial(o) && covers(o, event));
    if (!answer) return false;
    mark(event, 'no-answer', `Denied as a duplicate: the answer of ${name(answer)} counts.`);
    return true;
  }

  /** Denials of a second copy that came before the answer to the first. */
  private dropDenials(event: Working): void {
    if (isDuplicateDenial(event)) return;
    for (const other of this.standing.filter((each) => isDuplicateDenial(each) && covers(event, each)))
      this.remove(other, 'no-answer', `Denied as a duplicate: the answer of ${name(event)} counts.`);
  }

  private doubt(event: Working): void {
    for (const other of this.standing.filter((each) => mayBeSame(event, each)))
      this.unclear.push(
        `Nobody can tell whether the answer of ${name(event)}, of other codes and the same charge, replaces that of ${day(other)}.`,
      );
  }

  /** A reversal that takes back none of the loaded answers as a whole. */
  reversal(event: Working): void {
    const all = this.standing.filter((other) => overlaps(event, other));
    if (all.length === 0) return;
    if (isOnTop(event)) {
      event.because = `Takes back part of the answer of ${all.map(name).join(' and ')}.`;
      this.standing.push(event);
      return;
    }
    // What stands beside the reversal came instead of what it takes back.
    const before = all.filter((other) => !isOfSamePayment(event.adjudication, other.adjudication));
    if (before.length === 0) return;
    if (this.takesLinesBack(event, before)) {
      event.because = `Takes back lines of the answer of ${before.map(name).join(' and ')}.`;
    } else if (before.every((other) => areAsLarge(claimOf(other).charge, claimOf(event).charge))) {
      for (const other of before)
        this.remove(other, 'replaced', `Taken back: ${name(event)} reverses a later answer that is not loaded.`);
    } else {
      this.unclear.push(`The reversal of ${name(event)} does not fit any answer that is loaded.`);
    }
  }

  private replace(other: Working, by: Working): void {
    if (isOrderUnclear(other, by)) {
      this.unclear.push(`Nobody can tell which came later: the answer of ${name(other)} or that of ${name(by)}.`);
    } else if (claimOf(by).charge === 0) {
      this.unclear.push(`The answer of ${name(by)} has no charge and does not add up.`);
    } else if (!covers(by, other)) {
      this.unclear.push(`The answer of ${name(by)} is about some lines of that of ${day(other)} only.`);
    }
    this.remove(other, 'replaced', `Replaced by the answer of ${name(by)}.`);
  }

  private remove(other: Working, standing: Standing, because: string): void {
    mark(other, standing, because);
    this.standing.splice(this.standing.indexOf(other), 1);
  }

  /** True where each line of the reversal takes one standing line back to the cent; those lines are gone then. */
  private takesLinesBack(event: Working, before: Listed): boolean {
    if (claimOf(event).adjustments.length > 0) return false;
    const taken = new Map<EraPart, Working>();
    for (const part of event.parts) {
      const found = before
        .flatMap((owner) => owner.parts.map((line) => ({ owner, line })))
        .find(
          ({ line }) =>
            !taken.has(line) &&
            isSameLine(part, line) &&
            areOpposite(part.line.paid, line.line.paid) &&
            areAsLarge(part.line.charge, line.line.charge),
        );
      if (!found) return false;
      taken.set(found.line, found.owner);
    }
    for (const [line, owner] of taken) owner.parts = owner.parts.filter((part) => part !== line);
    for (const owner of before.filter(({ parts }) => parts.length === 0)) {
      this.remove(owner, 'reversed', `Taken back, line by line, by the answer of ${name(event)}.`);
    }
    return event.parts.length > 0;
  }
}

/** Each line that the reversal takes back is answered again, be it under another code for the same charge. */
const isAnsweredAgain = (reversal: Working, standing: Listed): boolean =>
  reversal.parts.every((part) =>
    standing.some(({ parts }) => parts.length === 0 || parts.some((one) => isSameLine(part, one))),
  ) || standing.some((event) => mayBeSame(reversal, event));

/** The last reversal and whether an answer that counts follows it, in the same payment or later. */
const openReversal = (events: Listed, standing: Listed): { isOpen: boolean; unclear: string[] } => {
  const live = events.filter(({ standing: what }) => !FINAL_NOTHING.has(what));
  const reversals = live.filter((event) => event.standing === 'reversal' && !standing.includes(event));
  const last = reversals.at(-1);
  if (!last) return { isOpen: false, unclear: [] };
  const later = standing.filter(
    (event) =>
      isOfSamePayment(event.adjudication, last.adjudication) ||
      (live.indexOf(event) > live.indexOf(last) && !isOrderUnclear(event, last)),
  );
  const maybe = standing.filter((event) => !later.includes(event) && isOrderUnclear(event, last));
  if (later.length === 0 && maybe.length > 0) {
    const unclear = maybe.map(
      (event) => `Nobody can tell which came later: the answer of ${name(event)} or its reversal.`,
    );
    return { isOpen: false, unclear };
  }
  if (later.length === 0) return { isOpen: true, unclear: [] };
  const open = reversals.filter((event) => !isAnsweredAgain(event, standing));
  return {
    isOpen: false,
    unclear: open.map((event) => `No answer that is loaded is about all lines that ${name(event)} took back.`),
  };
};

const EVERY = { charge: null, paid: null, patientResponsibility: null, adjustments: null, claimAdjustments: null };

type Totals = Pick<NetState, keyof typeof EVERY>;

/** Amounts of the lines where some of them were taken back one by one: those are no longer in them. */
const paidOf = ({ parts, adjudication: { claim } }: Working): Cents | null => {
  if (parts.length === claim.lines.length) return claim.paid;
  const ofClaim = claim.adjustments.map(({ amount }) => (amount === null ? null : -amount));
  return sumOf([...parts.map(({ line }) => line.paid), ...ofClaim]);
};

const chargeOf = ({ parts, adjudication: { claim } }: Working): Cents | null =>
  parts.length === claim.lines.length ? claim.charge : sumOf(parts.map(({ line }) => line.charge));

const totalsOf = (standing: Listed): Totals => {
  const ofClaim = standing.flatMap((event) => claimOf(event).adjustments);
  const ofLines = standing.flatMap(({ parts }) => parts.flatMap(({ line }) => line.adjustments));
  const isWhole = standing.every(({ parts, adjudication }) => parts.length === adjudication.claim.lines.length);
  return {
    charge: sumOf(standing.map(chargeOf)),
    paid: sumOf(standing.map(paidOf)),
    patientResponsibility: isWhole ? sumOf(standing.map((event) => claimOf(event).patientResponsibility)) : null,
    adjustments: netAdjustments([...ofClaim, ...ofLines]),
    claimAdjustments: netAdjustments(ofClaim),
  };
};

/**
 * The net state of one payer's answers to one claim (X12 835, reversal and correction): reversals cancel what they take
 * back, a later answer replaces an earlier one, answers to different lines and payments on top add up, the same payment in
 * two files counts once, a test does not count.
 * In: every adjudication of one claim by one payer, in whatever order. Out: amounts in cents with the sign of the file.
 */
export const netOf = (adjudications: readonly Adjudication[]): NetState => {
  const events = eventsOf(adjudications);
  const paired = pairReversals(events);
  const walk = new Walk();
  for (const event of events) {
    if (event.standing === 'counts') walk.answer(event);
    else if (event.standing === 'reversal' && !paired.has(event)) walk.reversal(event);
  }
  const { standing } = walk;
  const open = openReversal(events, standing);
  const unclear = [...walk.unclear, ...open.unclear];
  return {
    events: events.map(({ adjudication, standing: what, because }) => ({ adjudication, standing: what, because })),
    parts: standing.flatMap(({ parts }) => parts),
    ...(standing.length === 0 || unclear.length > 0 ? EVERY : totalsOf(standing)),
    last: standing.findLast(({ standing: what }) => what === 'counts')?.adjudication,
    reversalOpen: open.isOpen,
    corrected: standing.length > 0 && events.some(({ standing: what }) => what === 'reversed' || what === 'replaced'),
    unclear,
  };
};
