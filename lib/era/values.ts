import type { Cents, DateSpan, IsoDate } from '../claim/claim';
import { parseX12Date, parseX12Span } from '../claim/dates';
import type { ProblemSeverity } from '../claim/era';
import { count, quoted } from './problems';
import type { Segment } from './segments';

/** No identifier or name of an 835 is longer. */
const LONGEST_TEXT = 256;
const MOST_DATES = 4096;
const DECIMAL = /^-?(?:\d{1,15}(?:\.\d{0,6})?|\.\d{1,6})$/;
/** A qualifier of a procedure, and behind it what can only be a separator. */
const COMPOSITE = /^[A-Z0-9]{2}([^\w\s])/;

export type Report = (severity: ProblemSeverity, segment: number, text: string) => void;

const place = (segment: Segment, i: number) => `${segment.name}${String(i).padStart(2, '0')}`;

/** Reads elements as what they are; what cannot be read exactly is null, and reported. */
export class Values {
  /** The component separator that ISA names, `''` where none is known. */
  component = '';
  /** Dates repeat: the same digits give the same ISO date. */
  readonly #dates = new Map<number, IsoDate>();
  /** Said once for the whole file. */
  #saidSeparator = false;

  readonly #tell: Report;

  constructor(tell: Report) {
    this.#tell = tell;
  }

  report(severity: ProblemSeverity, segment: number, text: string): void {
    this.#tell(severity, segment, `Segment ${count(segment)}: ${text}`);
  }

  /** Reports a problem of this segment; its number stands before the words. */
  at(segment: Segment, severity: ProblemSeverity, text: string): void {
    this.report(severity, segment.ordinal, text);
  }

  text(segment: Segment, i: number): string {
    const text = segment.element(i);
    if (text.length <= LONGEST_TEXT) return text;
    this.at(segment, 'warning', `${place(segment, i)} is longer than it can be. It was cut.`);
    return text.slice(0, LONGEST_TEXT);
  }

  /** An amount that may be left out. */
  optionalAmount(segment: Segment, i: number, consequence: string): Cents | null {
    const cents = segment.cents(i);
    if (!Number.isNaN(cents)) return cents;
    if (segment.has(i)) this.at(segment, 'error', `${quoted(segment.element(i))} is not an 835 amount. ${consequence}`);
    return null;
  }

  /** An amount that the guide requires. `what` names it: `the charge`. */
  amount(segment: Segment, i: number, what: string, consequence: string): Cents | null {
    if (!segment.has(i)) this.at(segment, 'error', `${what} (${place(segment, i)}) is missing. ${consequence}`);
    return this.optionalAmount(segment, i, consequence);
  }

  /** A number of units or days; null where it is not given. */
  quantity(segment: Segment, i: number): number | null {
    if (!segment.has(i)) return null;
    const text = segment.element(i);
    if (DECIMAL.test(text)) return Number(text);
    this.at(segment, 'error', `${quoted(text)} is not a number of units. It is not used.`);
    return null;
  }

  /** A date that element `i` gives. */
  date(segment: Segment, i: number, format: 'D8' | 'D6' = 'D8'): IsoDate | null {
    const number = format === 'D8' ? segment.eightDigits(i) : -1;
    const known = number < 0 ? undefined : this.#dates.get(number);
    if (known !== undefined) return known;
    const parsed = parseX12Date(segment.element(i), format);
    if (!parsed.ok) {
      this.at(segment, 'error', `${parsed.why}. It is not used.`);
      return null;
    }
    if (number >= 0 && this.#dates.size < MOST_DATES) this.#dates.set(number, parsed.value);
    return parsed.value;
  }

  /** What DTM says: one date (from = to), or a range where DTM05 says so. */
  span(segment: Segment): DateSpan | null {
    const format = segment.size < 5 ? '' : segment.element(5);
    if (format === 'RD8') {
      const parsed = parseX12Span(segment.element(6));
      if (parsed.ok) return parsed.value;
      this.at(segment, 'error', `${parsed.why}. It is not used.`);
      return null;
    }
    const given = format === 'D8' || format === 'D6';
    const day = this.date(segment, given ? 6 : 2, format === 'D6' ? 'D6' : 'D8');
    return day === null ? null : { from: day, to: day };
  }

  /** The parts of a composite element, also where the file divides them otherwise than its ISA says. */
  parts(segment: Segment, i: number): string[] {
    const text = this.text(segment, i);
    if (text === '') return [];
    if (this.component !== '' && text.includes(this.component)) return this.#split(text, this.component);
    const other = COMPOSITE.exec(text)?.[1];
    if (other === undefined) return [text];
    if (!this.#saidSeparator && this.component !== '') {
      this.#saidSeparator = true;
      this.at(segment, 'info', `The parts of a value are divided by ${other}, not by ${this.component} as ISA says.`);
    }
    return this.#split(text, other);
  }

  #split(text: string, separator: string): string[] {
    const parts = text.split(separator);
    return text.includes(' ') ? parts.map((part) => part.trim()) : parts;
  }
}
