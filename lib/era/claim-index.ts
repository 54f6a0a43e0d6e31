import type { Cents, DateSpan, IsoDate } from '../claim/claim';
import type { EraClaim, EraName } from '../claim/era';
import type { EraIndexEntry } from './files';
import { asWritten } from './text';

/** An entry and its place in the index. */
export interface IndexedEntry extends EraIndexEntry {
  /** Number of the claim in the file, from 0. */
  claim: number;
}

/** Where a claim's segments stand in the file: bytes, and the number of the first segment. */
export interface ClaimPlace {
  offset: number;
  length: number;
  segment: number;
}

/** So many claims share one text. */
const BLOCK = 256;
const FIELD = '\u001f';
const ROW = '\n';
/** `null` in a column of numbers. */
const NONE = Number.NaN;

/** A column that grows by rooms of the same size, so that growing it copies nothing. */
class Column {
  static readonly #ROOM = 1024;
  readonly #rooms: Float64Array[] = [];
  #length = 0;

  push(value: number): void {
    const at = this.#length % Column.#ROOM;
    if (at === 0) this.#rooms.push(new Float64Array(Column.#ROOM));
    const room = this.#rooms.at(-1);
    if (room) room[at] = value;
    this.#length += 1;
  }

  at(i: number): number {
    return this.#rooms[Math.floor(i / Column.#ROOM)]?.[i % Column.#ROOM] ?? NONE;
  }
}

const dateNumber = (date: IsoDate | null | undefined): number => (date ? Number(date.replaceAll('-', '')) : NONE);

const dateAt = (column: Column, i: number): IsoDate | null => {
  const digits = column.at(i);
  if (Number.isNaN(digits)) return null;
  const text = String(digits).padStart(8, '0');
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
};

const centsAt = (column: Column, i: number): Cents | null => {
  const cents = column.at(i);
  return Number.isNaN(cents) ? null : cents;
};

/** The patient's name, else the insured's; the member number of whoever has one. */
const nameOf = (names: readonly EraName[], role: string): EraName | undefined =>
  names.find((name) => name.role === role);

const personOf = ({ names }: EraClaim): Required<Pick<EraIndexEntry, 'last' | 'first' | 'middle' | 'memberId'>> => {
  const [patient, insured] = [nameOf(names, 'QC'), nameOf(names, 'IL')];
  return {
    last: patient?.last ?? '',
    first: patient?.first ?? '',
    middle: patient?.middle ?? '',
    memberId: [patient, insured].map((name) => name?.id ?? '').find((id) => id !== '') ?? '',
  };
};

/** First and last day of the claim's lines, else of the claim. */
export const daysOf = ({ lines, dates }: EraClaim): DateSpan | null => {
  const spans = lines.flatMap((line) => line.dates ?? []);
  const all = spans.length > 0 ? spans : [dates.service].filter((span) => span !== null);
  const [first] = all;
  if (!first) return null;
  return all.reduce((whole, { from, to }) => ({
    from: from < whole.from ? from : whole.from,
    to: to > whole.to ? to : whole.to,
  }));
};

/** First days of service by charge. */
export type Visits = ReadonlyMap<number, ReadonlySet<number>>;

/** Charges and days to look for. */
export const visitsOf = (all: readonly { charge?: Cents; dos?: DateSpan }[]): Visits => {
  const visits = new Map<number, Set<number>>();
  for (const { charge, dos } of all) {
    if (charge === undefined || !dos) continue;
    const days = visits.get(Math.abs(charge)) ?? new Set();
    visits.set(Math.abs(charge), days.add(dateNumber(dos.from)));
  }
  return visits;
};

/**
 * All claims of a file, each in some hundred bytes: numbers in columns, texts together in blocks. Nothing of the file's own
 * text is held: a string that was cut from a chunk would keep the whole chunk.
 */
export class ClaimIndex {
  #texts: string[] = [];
  #pending: string[] = [];
  /** The block that was looked at last. */
  #open: { first: number; rows: string[] } | undefined;
  #size = 0;
  readonly #offset = new Column();
  readonly #length = new Column();
  readonly #segment = new Column();
  readonly #set = new Column();
  readonly #from = new Column();
  readonly #to = new Column();
  readonly #charge = new Column();
  readonly #paid = new Column();
  readonly #lines = new Column();

  get size(): number {
    return this.#size;
  }

  add(claim: EraClaim, set: number, place: ClaimPlace): void {
    const days = daysOf(claim);
    const { last, first, middle, memberId } = personOf(claim);
    this.#pending.push(
      [claim.controlNumber, claim.payerClaimNumber, last, first, memberId, middle, claim.status]
        .map((text) => asWritten(text).replaceAll(FIELD, ' ').replaceAll(ROW, ' '))
        .join(FIELD),
    );
    if (this.#pending.length === BLOCK) this.#close();
    this.#offset.push(place.offset);
    this.#length.push(place.length);
    this.#segment.push(place.segment);
    this.#set.push(set);
    this.#from.push(dateNumber(days?.from));
    this.#to.push(dateNumber(days?.to));
    this.#charge.push(claim.charge ?? NONE);
    this.#paid.push(claim.paid ?? NONE);
    this.#lines.push(claim.lines.length);
    this.#size += 1;
  }

  /** Every entry, in the order of the file. */
  *[Symbol.iterator](): Generator<IndexedEntry> {
    for (let i = 0; i < this.#size; i += BLOCK) {
      const texts = this.#textsOf(i);
      for (const [at, text] of texts.entries()) yield this.#entry(i + at, text);
    }
  }

  /** Numbers of the claims for which `fits` says yes: of the texts in capitals, the control number first. */
  where(fits: (capitals: readonly string[], claim: number) => boolean): number[] {
    const found: number[] = [];
    for (let i = 0; i < this.#size; i += BLOCK) {
      for (const [at, text] of this.#textsOf(i).entries()) {
        if (fits(text.toUpperCase().split(FIELD), i + at)) found.push(i + at);
      }
    }
    return found;
  }

  at(claim: number): IndexedEntry | undefined {
    const text = this.#textsOf(claim - (claim % BLOCK))[claim % BLOCK];
    return text === undefined ? undefined : this.#entry(claim, text);
  }

  /** The last claim that begins at or before a segment. */
  before(segment: number): IndexedEntry | undefined {
    let [low, high] = [0, this.#size];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#segment.at(middle) <= segment) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? undefined : this.at(low - 1);
  }

  /** True where a claim has one of these charges, be it taken back, and begins on its day. */
  isVisit(claim: number, visits: Visits): boolean {
    return visits.get(Math.abs(this.#charge.at(claim)))?.has(this.#from.at(claim)) ?? false;
  }

  #close(): void {
    this.#texts.push(this.#pending.join(ROW));
    this.#pending = [];
  }

  #textsOf(first: number): readonly string[] {
    const text = this.#texts[first / BLOCK];
    if (text === undefined) return first === this.#texts.length * BLOCK ? this.#pending : [];
    if (this.#open?.first !== first) this.#open = { first, rows: text.split(ROW) };
    return this.#open.rows;
  }

  #entry(i: number, text: string): IndexedEntry {
    const [controlNumber = '', payerClaimNumber = '', last = '', first = '', memberId = '', middle = '', status = ''] =
      text.split(FIELD);
    return {
      claim: i,
      controlNumber,
      payerClaimNumber,
      status,
      last,
      first,
      middle,
      memberId,
      from: dateAt(this.#from, i),
      to: dateAt(this.#to, i),
      charge: centsAt(this.#charge, i),
      paid: centsAt(this.#paid, i),
      lines: this.#lines.at(i),
      set: this.#set.at(i),
      offset: this.#offset.at(i),
      length: this.#length.at(i),
      segment: this.#segment.at(i),
    };
  }
}
