import type { LedgerLine } from '../claim/claim';
import { known } from '../claim/reading';
import { netAdjustments, sumOf } from './amounts';
import { type EraPart, type Service, sameCodes, serviceOf } from './service';
import { cutText } from './words';

/** Why a line of a remittance is taken for a line of the ledger. */
export type LineMatchReason = 'line-control-number' | 'service' | 'by-hand';

/**
 * How the payer treated the billed line: as it stands; `split` into several; `unbundled` into other procedures, of which
 * one bears the charge; `bundled` into another line's procedure.
 */
export type LineTreatment = 'whole' | 'split' | 'unbundled' | 'bundled';

export interface MatchedLine {
  /** The ledger's line, 1-based. */
  n: number;
  line: LedgerLine;
  /** Every line of the payer's answers that is about it; empty where none is. */
  parts: EraPart[];
  match?: LineMatchReason;
  treatment: LineTreatment;
  /** `Line control number 8841207-2`, `Same procedure, date and charge`. */
  why: string;
}

/** A line of a remittance that is no line of the ledger for sure. */
export interface UnmatchedPart {
  part: EraPart;
  why: string;
  /** Ledger lines that it may be, for the biller to choose from. */
  candidates: number[];
}

export interface MatchedLines {
  lines: MatchedLine[];
  unmatched: UnmatchedPart[];
  /** Lines of the remittance that the biller said are none of the ledger's. */
  none: EraPart[];
}

/** Lines of the answers that were one billed line: they bear one line control number, or stand alone. */
interface Group {
  control: string;
  parts: EraPart[];
}

const firstWord = (text: string): string => text.trim().toUpperCase().split(/\s/, 1)[0] ?? '';

/** The ledger's service codes: `99214-25` in one cell counts as code and modifier. */
const procedureOf = (line: LedgerLine): string | undefined => {
  const procedure = known(line.procedure);
  return procedure === undefined ? undefined : (firstWord(procedure).split('-', 1)[0] ?? '');
};

/** Without a column of modifiers they tell nothing; where they cannot be read, nothing is the same. */
const sameModifiers = ({ modifiers }: LedgerLine, service: Service): boolean => {
  if (modifiers.kind !== 'read') return modifiers.kind === 'absent';
  return sameCodes(
    modifiers.value.flatMap((one) => one.toUpperCase().match(/[A-Z0-9]+/g) ?? []),
    service.modifiers,
  );
};

const sameDay = ({ dos }: LedgerLine, { dates }: Service): boolean =>
  dos.kind === 'read' && dates !== null && dates.from <= dos.value && dos.value <= dates.to;

const isService = (line: LedgerLine, service: Service): boolean =>
  procedureOf(line) === service.procedure && sameModifiers(line, service) && sameDay(line, service);

const chargeOf = (parts: readonly EraPart[]) => sumOf(parts.map(({ line }) => line.charge));

const unitsOf = (parts: readonly EraPart[]): number | null =>
  parts.reduce<number | null>((sum, { line }) => (sum === null || line.units === null ? null : sum + line.units), 0);

const hasCharge = (line: LedgerLine, parts: readonly EraPart[]): boolean => {
  const charge = known(line.charge);
  return charge !== undefined && chargeOf(parts) === charge;
};

/** A line that fits the group by procedure as billed, modifiers, day and charge. */
const fits = (line: LedgerLine, { parts }: Group): boolean =>
  hasCharge(line, parts) && parts.some((part) => isService(line, serviceOf(part)));

const alone = (part: EraPart): Group => ({ control: '', parts: [part] });

/** Lines under one control number whose charges come to no line of the ledger, while each is one by itself. */
const isNoGroup = (group: Group, lines: readonly LedgerLine[]): boolean =>
  group.parts.length > 1 &&
  !lines.some((line) => hasCharge(line, group.parts)) &&
  group.parts.every((part) => lines.some((line) => fits(line, alone(part))));

const groupsOf = (parts: readonly EraPart[], lines: readonly LedgerLine[]): Group[] => {
  const groups: Group[] = [];
  for (const part of parts) {
    const { control } = part;
    const same = control === '' ? undefined : groups.find((group) => group.control === control);
    if (same) same.parts.push(part);
    else groups.push({ control, parts: [part] });
  }
  return groups.flatMap((group) => (isNoGroup(group, lines) ? group.parts.map(alone) : [group]));
};

const ENDS_IN_NUMBER = /^(.*?)(\d+)$/;

/**
 * The number that a line control number is or ends in, set off from what stands before it: `2`, `8841207-2`, `8841207L02`,
 * or behind the claim's own number: `884120702`.
 */
const numberIn = (control: string, claim: string): number | undefined => {
  const rest = claim !== '' && control.startsWith(claim) ? control.slice(claim.length) : control;
  const match = ENDS_IN_NUMBER.exec(rest);
  return match ? Number(match[2]) : undefined;
};

const controlOf = ({ from }: EraPart): string => from.claim.controlNumber.trim().toUpperCase();

const numbered = ({ control, parts }: Group): number | undefined =>
  control === '' || !parts[0] ? undefined : numberIn(control, controlOf(parts[0]));

/**
 * Some line of the group was billed as the ledger's line, as far as the ledger tells its code; and no other line of the
 * ledger is the one by day, modifiers and charge too.
 */
const mayBe = (line: LedgerLine, group: Group, lines: readonly LedgerLine[]): boolean => {
  const procedure = procedureOf(line);
  if (procedure !== undefined && !group.parts.some((part) => serviceOf(part).procedure === procedure)) return false;
  return fits(line, group) || !lines.some((other) => fits(other, group));
};

/**
 * Line control numbers count as the ledger's line numbers where every one of them is a number of a line, no two are the
 * same, and none contradicts what was billed. Elsewhere they only say which lines belong together.
 */
const byControlNumber = (groups: readonly Group[], lines: readonly LedgerLine[]): Map<Group, LedgerLine> => {
  const found = new Map<Group, LedgerLine>();
  const taken = new Set<number>();
  for (const group of groups.filter(({ control }) => control !== '')) {
    const n = numbered(group);
    const line = lines.find((one) => one.n === n);
    if (n === undefined || !line || taken.has(n) || !mayBe(line, group, lines)) return new Map();
    taken.add(n);
    found.set(group, line);
  }
  return found;
};

const fingerprint = ({ parts }: Group): string => {
  const adjustments = netAdjustments(parts.flatMap(({ line }) => line.adjustments));
  return JSON.stringify([
    sumOf(parts.map(({ line }) => line.paid)),
    adjustments,
    parts.map(({ from }) => from.claim.segment),
  ]);
};

/** Every group that fits just these lines too: as many as there are lines, and all alike, they can be dealt out in order. */
const areAlike = (groups: readonly Group[]): boolean =>
  groups.every((group) => fingerprint(group) === (groups[0] ? fingerprint(groups[0]) : ''));

class Matcher {
  private readonly taken = new Map<number, { parts: EraPart[]; match: LineMatchReason; why: string }>();
  readonly unmatched: UnmatchedPart[] = [];

  constructor(private readonly lines: readonly LedgerLine[]) {}

  take(line: LedgerLine, parts: readonly EraPart[], match: LineMatchReason, why: string): void {
    const before = this.taken.get(line.n);
    this.taken.set(
      line.n,
      before ? { ...before, parts: [...before.parts, ...parts] } : { parts: [...parts], match, why },
    );
  }

  free(): LedgerLine[] {
    return this.lines.filter(({ n }) => !this.taken.has(n));
  }

  /** The groups that fit exactly one free line, and those that are alike and fit as many lines; the rest. */
  byService(groups: readonly Group[]): Group[] {
    const free = this.free();
    const fitting = new Map(groups.map((group) => [group, free.filter((line) => fits(line, group))]));
    const rivals = (lines: readonly LedgerLine[]) =>
      groups.filter((group) => fitting.get(group)?.some((line) => lines.includes(line)));
    const rest: Group[] = [];
    for (const group of groups) {
      const lines = fitting.get(group) ?? [];
      const same = rivals(lines);
      if (lines.length > 0 && same.length === lines.length && areAlike(same)) {
        const line = lines[same.indexOf(group)];
        if (line) this.take(line, group.parts, 'service', 'Same procedure, date and charge');
      } else rest.push(group);
    }
    return rest;
  }

  /** Lines without a line control number that were one: same service, their charges and units add up to a free line's. */
  bySplit(groups: readonly Group[]): Group[] {
    let rest = [...groups];
    for (const line of this.free()) {
      const pieces = rest.filter(
        ({ control, parts }) => control === '' && parts.every((part) => isService(line, serviceOf(part))),
      );
      const twins = this.free().filter((other) =>
        pieces.some(({ parts }) => parts.some((part) => isService(other, serviceOf(part)))),
      );
      const parts = pieces.flatMap((piece) => piece.parts);
      const units = known(line.units);
      if (pieces.length < 2 || twins.length > 1 || !hasCharge(line, parts) || units !== unitsOf(parts)) continue;
      this.take(line, parts, 'service', 'Same procedure and date; charges and units add up');
      rest = rest.filter((group) => !pieces.includes(group));
    }
    return rest;
  }

  /** Lines without a charge of their own, of the service of just one matched line: unbundled from it, or paid on top. */
  withoutCharge(groups: readonly Group[]): Group[] {
    return groups.filter(({ control, parts: [part, ...more] }) => {
      if (!part || more.length > 0 || control !== '' || part.line.charge !== 0) return true;
      const [line, ...others] = this.lines.filter((one) => this.taken.has(one.n) && isService(one, serviceOf(part)));
      if (!line || others.length > 0) return true;
      this.take(line, [part], 'service', '');
      return false;
    });
  }

  leave(groups: readonly Group[]): void {
    const free = this.free();
    for (const group of groups) {
      const fitting = this.lines.filter((line) => fits(line, group));
      const why =
        fitting.length > 1
          ? `It fits ${fitting.length} lines of the ledger.`
          : 'No line of the ledger has its procedure, date and charge.';
      const candidates = (fitting.length > 0 ? fitting : free).map(({ n }) => n);
      for (const part of group.parts) this.unmatched.push({ part, why, candidates });
    }
  }

  result(): MatchedLine[] {
    return this.lines.map((line): MatchedLine => {
      const found = this.taken.get(line.n);
      if (!found)
        return { n: line.n, line, parts: [], treatment: 'whole', why: 'No line of the remittance is about it' };
      return { n: line.n, line, ...found, treatment: treatmentOf(found.parts) };
    });
  }
}

const BUNDLED = '97';

/** Bundled: adjudicated under another code, the whole charge set off as included in another line (CO-97). */
const isBundled = ({ line }: EraPart): boolean =>
  line.submittedProcedure !== null &&
  line.adjustments.some(({ carc, amount }) => carc.trim() === BUNDLED && amount !== null && amount === line.charge);

const treatmentOf = (parts: readonly EraPart[]): LineTreatment => {
  const [first, ...more] = parts;
  if (!first) return 'whole';
  if (more.length === 0) return isBundled(first) ? 'bundled' : 'whole';
  const ofOneAnswer = parts.filter(({ from }) => from === first.from);
  if (ofOneAnswer.length < 2) return 'whole';
  return ofOneAnswer.some(({ line }) => line.charge === 0) ? 'unbundled' : 'split';
};

/** Ids of lines of two payments without a check number: what the biller said of one of them, she did not say of the other. */
const sharedIds = (parts: readonly EraPart[]): ReadonlySet<string> => {
  const ids = new Set<string>();
  const shared = new Set<string>();
  for (const { id } of parts) (ids.has(id) ? shared : ids).add(id);
  return shared;
};

/**
 * Which line of the ledger each line of a payer's net answer is: as the biller said (`byHand`: part id to line, 0 for
 * none); by line control number (X12 835 REF*6R), which every line derived from a billed one bears; else by procedure as
 * billed (SVC06, else SVC01), modifiers, date and charge. What fits several lines, or none, stays unmatched.
 */
export const matchRemitLines = (
  parts: readonly EraPart[],
  lines: readonly LedgerLine[],
  byHand: Readonly<Record<string, number>> = {},
): MatchedLines => {
  const matcher = new Matcher(lines);
  const none: EraPart[] = [];
  const open: EraPart[] = [];
  const shared = sharedIds(parts);
  for (const part of parts) {
    const n = Object.hasOwn(byHand, part.id) && !shared.has(part.id) ? byHand[part.id] : undefined;
    const line = lines.find((one) => one.n === n);
    if (line) matcher.take(line, [part], 'by-hand', 'Matched by you');
    else if (n === 0) none.push(part);
    else open.push(part);
  }
  const groups = groupsOf(open, lines);
  const controlled = byControlNumber(groups, lines);
  for (const [group, line] of controlled) {
    matcher.take(line, group.parts, 'line-control-number', `Line control number ${cutText(group.control)}`);
  }
  const rest = groups.filter((group) => !controlled.has(group));
  matcher.leave(matcher.withoutCharge(matcher.bySplit(matcher.byService(rest))));
  return { lines: matcher.result(), unmatched: matcher.unmatched, none };
};
