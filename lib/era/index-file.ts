import type { Cents } from '../claim/claim';
import type { Adjudication, EraClaim, EraPayment, EraProblem, ProviderAdjustment } from '../claim/era';
import { ClaimIndex } from './claim-index';
import type { Delimiters } from './delimiters';
import { type EraIndexEntry, type EraPaymentView, MOST_PROBLEMS } from './files';
import { readClaim } from './parse-era';
import { ProblemList } from './problems';
import { type ClaimPlace, EraReader, type FilePart, type SetEnd } from './reader';
import { namesClaim } from './recoupment';
import { signedTotal } from './sums';
import { asWritten } from './text';

/** One payment of a file as it is kept: without its claims. */
interface IndexedSet {
  payment: EraPayment;
  delimiters: Delimiters | undefined;
  providerAdjustments: ProviderAdjustment[];
  /** What was wrong in the header and the trailer, the first few. */
  problems: EraProblem[];
  claims: number;
  /** Undefined until the set has ended. */
  end: SetEnd | undefined;
}

/** So many problems of one payment are kept with it, and so many are told of one claim. */
const FEW = 20;
const MOST_OF_CLAIM = 100;

const SEVERITY = { error: 0, warning: 1, info: 2 } as const;

const gravest = (problems: readonly EraProblem[]): EraProblem[] =>
  problems.toSorted((a, b) => SEVERITY[a.severity] - SEVERITY[b.severity]);

/** All text of a value as it is written, free of the chunks that it was cut from. */
const kept = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (_key, each: unknown) => (typeof each === 'string' ? asWritten(each) : each)) as T;

const sumOf = (adjustments: readonly ProviderAdjustment[]): Cents | null =>
  adjustments.reduce<Cents | null>((sum, { amount }) => (sum === null || amount === null ? null : sum + amount), 0);

const balance = (paid: Cents | null, adjusted: Cents | null, total: Cents | null): EraPaymentView['balanced'] => {
  if (paid === null || adjusted === null || total === null) return 'unknown';
  return paid - adjusted === total ? 'yes' : 'no';
};

const viewOf = (set: IndexedSet, index: number): EraPaymentView => {
  const adjusted = set.end ? sumOf(set.providerAdjustments) : null;
  const paid = set.end?.paid ?? null;
  return {
    ...set.payment,
    index,
    claims: set.claims,
    paid,
    adjusted,
    balanced: balance(paid, adjusted, signedTotal(set.payment)),
  };
};

/**
 * Reads a file in chunks and keeps of it what is needed to find a claim and to read it again: payments whole, of each claim
 * an entry. In: the bytes of the file as windows-1252, so that places are bytes. Name of the file: for the words of problems.
 */
export class FileIndex {
  readonly claims = new ClaimIndex();
  readonly sets: IndexedSet[] = [];
  lines = 0;
  problemCount = 0;
  /** Why the file is none of ours, once that is known. */
  refused: string | undefined;
  readonly #name: string;
  readonly #problems = new ProblemList();
  /** Met since the last claim: whose they are is told by what comes next. */
  #pending: EraProblem[] = [];
  readonly #reader;

  constructor(name: string) {
    this.#name = name;
    this.#reader = new EraReader({
      set: (payment) => this.#set(payment),
      claim: (claim, place) => this.#claim(claim, place),
      setEnd: (end) => this.#setEnd(end),
      problem: (problem) => this.#problem(problem),
    });
  }

  push(chunk: string): void {
    this.#reader.push(chunk);
  }

  /** The file is at its end. */
  end(): void {
    this.#reader.end();
    this.#close();
  }

  /** Reading was stopped: what was read until here is all there is. */
  stop(): void {
    this.#close();
  }

  payments(): EraPaymentView[] {
    return this.sets.map(viewOf);
  }

  /** What the file says of one claim. `text`: its own part of the file, from `offset` on, `length` long; undefined where that is no claim. */
  adjudication(entry: EraIndexEntry, text: string): Omit<Adjudication, 'file' | 'match'> | undefined {
    const set = this.sets[entry.set];
    const part = set && this.#part(set, entry);
    const { claim, problems } = part ? readClaim(text, part) : { claim: null, problems: [] };
    if (!set || !claim || claim.segment !== entry.segment) return undefined;
    return {
      payment: set.payment,
      claim,
      providerAdjustments: set.providerAdjustments.filter((adjustment) => namesClaim(adjustment, claim)),
      problems: [...gravest(problems.map((problem) => this.#named(problem))).slice(0, MOST_OF_CLAIM), ...set.problems],
    };
  }

  /** Where to begin reading to meet a segment: at the claim that it stands in or behind; undefined for the file's beginning. */
  placeBefore(segment: number): FilePart | undefined {
    const claim = this.claims.before(segment);
    const set = claim && this.sets[claim.set];
    return claim && set && this.#part(set, claim);
  }

  /** The gravest first. */
  problems(): EraProblem[] {
    return gravest(this.#problems.all()).slice(0, MOST_PROBLEMS);
  }

  #close(): void {
    if (this.sets.length === 0) this.refused ??= `${this.#name} is not an 835. Nothing was read.`;
  }

  #part({ delimiters }: IndexedSet, { offset, segment }: EraIndexEntry): FilePart | undefined {
    return delimiters && { delimiters, offset, segment };
  }

  #named<T extends EraProblem>({ severity, segment, text }: T): EraProblem {
    return { severity, segment, text: text.replaceAll('{file}', this.#name) };
  }

  #set(payment: EraPayment): void {
    const set: IndexedSet = {
      payment: kept(payment),
      delimiters: undefined,
      providerAdjustments: [],
      problems: [],
      claims: 0,
      end: undefined,
    };
    this.sets.push(set);
    this.#give(set);
  }

  #claim(claim: EraClaim, place: ClaimPlace): void {
    const number = this.sets.length - 1;
    const set = this.sets[number];
    if (!set) return;
    set.delimiters ??= { ...place.delimiters };
    set.claims += 1;
    this.lines += claim.lines.length;
    this.claims.add(claim, number, { offset: place.start, length: place.end - place.start, segment: place.segment });
    // What is wrong in the claim itself is found again when it is read again.
    this.#pending = this.#pending.filter((problem) => problem.segment < place.segment);
    this.#give(set);
  }

  #setEnd(end: SetEnd): void {
    const set = this.sets.at(-1);
    if (!set) return;
    set.providerAdjustments = kept(end.providerAdjustments);
    set.end = kept(end);
    this.#give(set);
  }

  #problem(found: EraProblem): void {
    const problem = kept(this.#named(found));
    const { severity, segment } = problem;
    this.problemCount += 1;
    this.#problems.add(problem);
    if (severity === 'error' && segment === 0 && this.sets.length === 0) this.refused ??= problem.text;
    // What is harmless is told of the file, not of each of its claims.
    if (severity !== 'info' && this.#pending.length < FEW) this.#pending.push(problem);
  }

  #give(set: IndexedSet): void {
    set.problems.push(...this.#pending.slice(0, FEW - set.problems.length));
    this.#pending = [];
  }
}
