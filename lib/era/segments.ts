import type { Cents } from '../claim/claim';
import type { ProblemSeverity } from '../claim/era';
import { x12Cents } from '../claim/money';
import { type Delimiters, guessDelimiters, readIsa, WINDOW } from './delimiters';
import { notAnEra, signedKind } from './kind';
import { count } from './problems';

/** A longer segment is none: a terminator is missing, or this is another file. */
export const LONGEST_SEGMENT = 32_768;
/** BPR, the longest of an 835, has 21. */
const MOST_ELEMENTS = 40;

const PLAIN = 0;
const ELEMENT = 1;
const SEGMENT = 2;
const COMPONENT = 3;
const LINE_BREAK = 4;
const CONTROL = 5;
const REPLACEMENT = 0xfffd;
const UNREADABLE = '\ufffd';

const BLANK_CODES = new Set([0, 9, 10, 11, 12, 13, 32, 0xfeff]);
const CONTROLS = /[\p{Cc}\ufffd]+/gu;
const IN_NUMBER = /^[\d.]{2}$/;
const ISA_INSIDE = /ISA([^\w\s])\d\d\1/;
const NAMES =
  'ISA|IEA|GS|GE|ST|SE|BPR|TRN|CUR|REF|DTM|N1|N3|N4|PER|RDM|LX|TS2|TS3|CLP|CAS|NM1|MIA|MOA|AMT|QTY|SVC|LQ|PLB';

/** Up to three characters as one number, so that a segment is known without a new string. */
export const nameCode = (name: string): number =>
  (name.charCodeAt(0) << 16) | ((name.charCodeAt(1) || 0) << 8) | (name.charCodeAt(2) || 0);

/** One segment. The splitter has one only: what is to be kept of it is to be read before the next. */
export class Segment {
  /** Number in the file, from 1. */
  ordinal = 0;
  /** Where it begins in the file, in characters, and how long it is without its terminator. */
  offset = 0;
  length = 0;
  /** `nameCode` of its name; 0 where the name has not two or three characters. */
  code = 0;
  /** Number of its elements, the name aside. */
  size = 0;
  /** The component separator stands in it. */
  composite = false;
  #text = '';
  readonly #cuts = new Int32Array(MOST_ELEMENTS + 2);

  /** Takes what stands between `start` and `end`; `cuts` of its separators were noted before by `cut`. */
  set(text: string, start: number, end: number, size: number): void {
    this.#text = text;
    this.#cuts[0] = start - 1;
    this.size = size;
    this.#cuts[size + 1] = end;
    const width = (this.#cuts[1] ?? end) - start;
    this.code =
      width === 3
        ? (text.charCodeAt(start) << 16) | (text.charCodeAt(start + 1) << 8) | text.charCodeAt(start + 2)
        : width === 2
          ? (text.charCodeAt(start) << 16) | (text.charCodeAt(start + 1) << 8)
          : 0;
  }

  cut(number: number, at: number): void {
    this.#cuts[number] = at;
  }

  get name(): string {
    return this.element(0);
  }

  /** Element `i` (`CLP01` is 1) without outer blanks; `''` where it is not given. */
  element(i: number): string {
    if (i > this.size) return '';
    let from = (this.#cuts[i] ?? 0) + 1;
    let to = this.#cuts[i + 1] ?? 0;
    while (to > from && this.#text.charCodeAt(to - 1) <= 32) to -= 1;
    while (from < to && this.#text.charCodeAt(from) <= 32) from += 1;
    return this.#text.substring(from, to);
  }

  /** Element `i` is given, and not blank. */
  has(i: number): boolean {
    if (i > this.size) return false;
    const from = (this.#cuts[i] ?? 0) + 1;
    return (this.#cuts[i + 1] ?? 0) > from && (this.#text.charCodeAt(from) > 32 || this.element(i) !== '');
  }

  /** Element `i` as an amount, NaN where it is none. */
  cents(i: number): Cents {
    if (i > this.size) return Number.NaN;
    const cents = x12Cents(this.#text, (this.#cuts[i] ?? 0) + 1, this.#cuts[i + 1] ?? 0);
    return Number.isNaN(cents) ? x12Cents(this.element(i)) : cents;
  }

  /** Element `i` as a number of eight digits, -1 where it is none. */
  eightDigits(i: number): number {
    const from = (this.#cuts[i] ?? 0) + 1;
    if (i > this.size || (this.#cuts[i + 1] ?? 0) !== from + 8) return -1;
    let number = 0;
    for (let at = from; at < from + 8; at += 1) {
      const digit = this.#text.charCodeAt(at) - 48;
      if (digit < 0 || digit > 9) return -1;
      number = number * 10 + digit;
    }
    return number;
  }

  /** The segment as it stands in the file. */
  raw(): string {
    return this.#text.substring((this.#cuts[0] ?? 0) + 1, this.#cuts[this.size + 1] ?? 0);
  }
}

/** Who is told of the segments. */
export interface SegmentSink {
  segment(segment: Segment): void;
  /** The text ends in this segment. */
  unfinished(segment: Segment): void;
  problem(severity: ProblemSeverity, segment: number, text: string): void;
}

/**
 * Cuts text into segments, in chunks of any size: `push` each, then `end`. The delimiters come from ISA, and anew from
 * each further ISA; without one from the segments themselves (or from the caller, for a part of a file). Line breaks and
 * indentation between segments, a BOM and NULs are skipped; line breaks inside a segment (files wrapped at 80 columns) are
 * taken out. Never throws.
 */
export class SegmentSplitter {
  delimiters: Delimiters | undefined;
  readonly #sink: SegmentSink;
  readonly #segment = new Segment();
  readonly #kinds = new Uint8Array(128);
  #terminator = -1;
  /** A line break with the name of a segment behind it, inside a segment: its terminator was lost. */
  #lost = /$^/;
  #buffer = '';
  #base = 0;
  #at = 0;
  #ordinal = 0;
  #started = false;
  /** Nothing more is read: this is no 835. */
  #over = false;
  /** Inside a segment that was too long. */
  #skipping = false;

  constructor(sink: SegmentSink, part?: { delimiters: Delimiters; offset: number; segment: number }) {
    this.#sink = sink;
    if (!part) return;
    this.#use(part.delimiters);
    this.#started = true;
    this.#base = part.offset;
    this.#ordinal = part.segment - 1;
  }

  /** Segments met so far. */
  get segments(): number {
    return this.#ordinal;
  }

  push(chunk: string): void {
    if (this.#over) return;
    this.#buffer = this.#buffer === '' ? chunk : this.#buffer + chunk;
    this.#drain(false);
  }

  end(): void {
    if (!this.#over) this.#drain(true);
    this.#over = true;
    this.#buffer = '';
  }

  #use(delimiters: Delimiters): void {
    const { element, component, segment } = delimiters;
    this.delimiters = delimiters;
    this.#kinds.fill(CONTROL, 0, 32).fill(PLAIN, 32);
    this.#kinds[127] = CONTROL;
    this.#kinds[10] = LINE_BREAK;
    this.#kinds[13] = LINE_BREAK;
    if (component !== '') this.#kinds[component.charCodeAt(0)] = COMPONENT;
    this.#kinds[element.charCodeAt(0)] = ELEMENT;
    this.#kinds[segment.charCodeAt(0)] = SEGMENT;
    this.#terminator = segment.charCodeAt(0);
    const separator = `\\u${element.charCodeAt(0).toString(16).padStart(4, '0')}`;
    this.#lost = new RegExp(`[\\r\\n][ \\t\\r\\n]*(?=(?:${NAMES})${separator})`);
  }

  #stop(text: string): void {
    this.#over = true;
    this.#buffer = '';
    this.#sink.problem('error', 0, text);
  }

  #skipBlanks(): void {
    const { length } = this.#buffer;
    while (this.#at < length) {
      const char = this.#buffer.charCodeAt(this.#at);
      if (
        char > 32 ? char !== this.#terminator && char !== 0xfeff : char !== this.#terminator && !BLANK_CODES.has(char)
      )
        return;
      this.#at += 1;
    }
  }

  /** Looks at the beginning of the file: what is it, and how are its segments divided? */
  #start(): void {
    this.#started = true;
    if (this.#buffer.startsWith('\u00ef\u00bb\u00bf')) this.#at = 3;
    this.#skipBlanks();
    const head = this.#buffer.slice(this.#at, this.#at + WINDOW);
    const isa = ISA_INSIDE.exec(head)?.index ?? -1;
    if (head === '' || signedKind(head)) {
      this.#stop(notAnEra(head));
      return;
    }
    if (isa === 0 && readIsa(head)) return;
    const delimiters = guessDelimiters(head);
    if (isa > 0 && (!delimiters || !guessDelimiters(head.slice(0, isa)))) {
      this.#sink.problem('info', 1, 'What stands before ISA was left out.');
      this.#at += isa;
      return;
    }
    if (!delimiters) {
      this.#stop(notAnEra(head));
      return;
    }
    this.#use(delimiters);
    this.#sink.problem('info', 1, 'The file does not begin with ISA. Its delimiters were taken from the segments.');
  }

  #drain(final: boolean): void {
    if (!this.#started) {
      if (!final && this.#buffer.length < WINDOW + 3) return;
      this.#start();
    }
    while (!this.#over && this.#next(final));
    this.#base += this.#at;
    this.#buffer = this.#buffer.slice(this.#at);
    this.#at = 0;
  }

  /** Reads one segment, or tells that there is none yet. */
  #next(final: boolean): boolean {
    if (this.#skipping) this.#skipOn();
    this.#skipBlanks();
    const left = this.#buffer.length - this.#at;
    if (left === 0) return false;
    if (this.#isIsa()) {
      if (!final && left < WINDOW) return false;
      if (this.#interchange()) return true;
    }
    if (!this.delimiters) {
      this.#stop(notAnEra(this.#buffer.slice(this.#at, this.#at + WINDOW)));
      return false;
    }
    return this.#scan(final);
  }

  #isIsa(): boolean {
    const at = this.#at;
    if (!this.#buffer.startsWith('ISA', at)) return false;
    const next = this.#buffer.charCodeAt(at + 3);
    return Number.isNaN(next) || (next < 128 && /[^\w\s]/.test(String.fromCharCode(next)));
  }

  #interchange(): boolean {
    const text = this.#buffer.slice(this.#at, this.#at + WINDOW);
    const isa = readIsa(text);
    if (!isa) return false;
    this.#use(isa.delimiters);
    const joined = text.slice(0, isa.end).replace(/[\r\n]/g, '');
    const clean = this.#cleaned(joined);
    this.#ordinal += 1;
    if (clean !== joined || clean.includes(UNREADABLE)) this.#odd();
    if (isa.odd) this.#sink.problem('info', this.#ordinal, isa.odd);
    this.#recut(clean);
    this.#emit(this.#at, isa.end);
    this.#at += isa.next;
    return true;
  }

  /** Without the control characters that are no delimiters. What stood inside a number may have been a digit. */
  #cleaned(text: string): string {
    return text.replace(CONTROLS, (run, at: number) => {
      const kept = run.split('').filter((char) => char !== UNREADABLE && this.#kinds[char.charCodeAt(0)] !== CONTROL);
      const around = text.charAt(at - 1) + text.charAt(at + run.length);
      return kept.length === 0 && IN_NUMBER.test(around) ? UNREADABLE : kept.join('');
    });
  }

  #odd(): void {
    const text = `Segment ${count(this.#ordinal)} has characters that do not belong in an 835.`;
    this.#sink.problem('warning', this.#ordinal, text);
  }

  #emit(start: number, length: number): void {
    this.#segment.ordinal = this.#ordinal;
    this.#segment.offset = this.#base + start;
    this.#segment.length = length;
    this.#sink.segment(this.#segment);
  }

  /** Notes the separators of a text that is one segment. */
  #recut(text: string): void {
    const { element = '*', component = '' } = this.delimiters ?? {};
    let size = 0;
    for (let at = text.indexOf(element); at >= 0 && size < MOST_ELEMENTS; at = text.indexOf(element, at + 1)) {
      size += 1;
      this.#segment.cut(size, at);
    }
    this.#segment.composite = component !== '' && text.includes(component);
    this.#segment.set(text, 0, text.length, size);
  }

  #skipOn(): void {
    const end = this.#buffer.indexOf(String.fromCharCode(this.#terminator), this.#at);
    this.#skipping = end < 0;
    this.#at = end < 0 ? this.#buffer.length : end + 1;
  }

  #tooLong(): boolean {
    const isa = ISA_INSIDE.exec(this.#buffer.slice(this.#at + 1, this.#at + LONGEST_SEGMENT));
    this.#ordinal += 1;
    if (isa) {
      this.#sink.problem(
        'warning',
        this.#ordinal,
        `Segment ${count(this.#ordinal)} is not one of an 835. It was left out.`,
      );
      this.#at += 1 + isa.index;
      return true;
    }
    this.#sink.problem(
      'error',
      this.#ordinal,
      `Segment ${count(this.#ordinal)} is longer than a segment can be. It was not read.`,
    );
    this.#at += LONGEST_SEGMENT;
    this.#skipping = true;
    return true;
  }

  #scan(final: boolean): boolean {
    const text = this.#buffer;
    const start = this.#at;
    const segment = this.#segment;
    const kinds = this.#kinds;
    const { length } = text;
    const most = Math.min(length, start + LONGEST_SEGMENT);
    let size = 0;
    let dirty = false;
    let composite = false;
    let i = start;
    for (; i < most; i += 1) {
      const char = text.charCodeAt(i);
      const kind = char < 128 ? kinds[char] : char === REPLACEMENT ? CONTROL : PLAIN;
      if (kind === PLAIN) continue;
      if (kind === ELEMENT) {
        if (size < MOST_ELEMENTS) {
          size += 1;
          segment.cut(size, i);
        }
      } else if (kind === SEGMENT) break;
      else if (kind === COMPONENT) composite = true;
      else dirty = true;
    }
    if (i === most && most < length) return this.#tooLong();
    if (i === length && !final) return false;
    segment.composite = composite;
    segment.set(text, start, i, size);
    return dirty || i === length || segment.code === 0 ? this.#untidy(start, i, i === length) : this.#tidy(start, i);
  }

  #tidy(start: number, end: number): boolean {
    this.#ordinal += 1;
    this.#emit(start, end - start);
    this.#at = end + 1;
    return true;
  }

  /** A segment with line breaks or control characters in it, with an odd name, or at the end of the text. */
  #untidy(start: number, end: number, last: boolean): boolean {
    const raw = this.#buffer.slice(start, end);
    const lost = this.#lost.exec(raw);
    const isa = ISA_INSIDE.exec(raw.slice(1));
    this.#ordinal += 1;
    const number = count(this.#ordinal);
    if (isa && (!lost || isa.index + 1 < lost.index + lost[0].length)) {
      this.#sink.problem('warning', this.#ordinal, `Segment ${number} is not one of an 835. It was left out.`);
      this.#at = start + 1 + isa.index;
      return true;
    }
    const whole = lost ? raw.slice(0, lost.index) : raw.trimEnd();
    if (lost)
      this.#sink.problem('warning', this.#ordinal, `Segment ${number} has no end. It was taken to end with its line.`);
    const joined = whole.replace(/[\r\n]/g, '');
    const clean = this.#cleaned(joined);
    if (clean !== joined || clean.includes(UNREADABLE)) this.#odd();
    this.#recut(clean);
    this.#at = lost ? start + lost.index + lost[0].length : Math.min(end + 1, this.#buffer.length);
    if (!last || lost) this.#emit(start, whole.length);
    else {
      this.#segment.ordinal = this.#ordinal;
      this.#segment.offset = this.#base + start;
      this.#segment.length = whole.length;
      this.#sink.unfinished(this.#segment);
    }
    return true;
  }
}
