import type { Cents, IsoDate } from '../claim/claim';
import type { EraClaim, EraParty, EraPayment, EraProblem, ProblemSeverity, ProviderAdjustment } from '../claim/era';
import { ClaimReader, QUALIFIER } from './claim-reader';
import type { Delimiters } from './delimiters';
import { count, quoted } from './problems';
import { nameCode, type Segment, type SegmentSink, SegmentSplitter } from './segments';
import { claimFindings, paymentFinding } from './sums';
import { Values } from './values';

/** Where a claim stands in the file, so that it can be read again alone. Offsets in characters of the text that was pushed. */
export interface ClaimPlace {
  start: number;
  end: number;
  /** Number of its first segment (CLP). */
  segment: number;
  delimiters: Delimiters;
}

/** What a set amounts to, known when it ends. */
export interface SetEnd {
  payment: EraPayment;
  providerAdjustments: ProviderAdjustment[];
  /** Number of its claims and lines, and what the claims add up to; null where a part is not read. */
  claims: number;
  lines: number;
  charge: Cents | null;
  paid: Cents | null;
}

/** Who is told what the file holds, in the order of the file. */
export interface EraEvents {
  /** The header of a set is read: before its first claim, or at its end where it has none. */
  set?(payment: EraPayment): void;
  claim?(claim: EraClaim, place: ClaimPlace): void;
  setEnd?(end: SetEnd): void;
  problem?(problem: EraProblem): void;
}

/** A part of a file, one claim, that is read alone. */
export interface FilePart {
  delimiters: Delimiters;
  /** Where the part begins in the file, and the number of its first segment. */
  offset: number;
  segment: number;
}

const PAIRS = 6;
const ELEMENTS_OF_PLB = 2 + 2 * PAIRS;
const MOST_KINDS = 50;

const newParty = (): EraParty => ({ name: '', id: '', idQualifier: '', ids: {} });

const newPayment = (segment: number, control: string, test: boolean): EraPayment => ({
  control,
  segment,
  test,
  payer: newParty(),
  payee: newParty(),
  trace: '',
  paidOn: null,
  method: '',
  handling: '',
  total: null,
  direction: '',
});

const plus = (sum: Cents | null, amount: Cents | null): Cents | null =>
  sum === null || amount === null ? null : sum + amount;

interface OpenSet {
  payment: EraPayment;
  announced: boolean;
  bpr: boolean;
  trn: boolean;
  /** BPR16 is given, readable or not. */
  dated: boolean;
  /** DTM*405. */
  produced: IsoDate | null;
  /** Whom the references of the header describe; undefined before the first N1 and behind others. */
  party: EraParty | undefined;
  parties: Set<string>;
  providerAdjustments: ProviderAdjustment[];
  claims: number;
  lines: number;
  charge: Cents | null;
  paid: Cents | null;
}

/** What the open envelopes said of themselves, for their counts. */
interface Envelopes {
  isa: string | null;
  gs: string | null;
  test: boolean;
  groups: number;
  sets: number;
}

const NO_ENVELOPE: Envelopes = { isa: null, gs: null, test: false, groups: 0, sets: 0 };

/**
 * Reads an 835 in chunks: `push` each piece of the text, then `end`. Tells the events what it finds, in the order of the
 * file; holds one claim at a time. Never throws.
 */
export class EraReader implements SegmentSink {
  readonly #events: EraEvents;
  readonly #splitter: SegmentSplitter;
  readonly #values: Values;
  readonly #claims: ClaimReader;
  readonly #part: boolean;
  #set: OpenSet | null = null;
  /** Inside a set that is no 835. */
  #other = false;
  readonly #others = new Map<string, { sets: number; segment: number }>();
  #envelopes: Envelopes = NO_ENVELOPE;
  #interchanges = 0;
  #sets = 0;
  #read = 0;
  #place = { start: 0, end: 0 };
  #refused = false;
  /** The text ends in the middle of a segment. */
  #cut = false;
  #ended = false;

  constructor(events: EraEvents, part?: FilePart) {
    this.#events = events;
    this.#part = part !== undefined;
    this.#values = new Values((severity, segment, text) => this.problem(severity, segment, text));
    this.#claims = new ClaimReader(this.#values);
    this.#splitter = new SegmentSplitter(this, part);
    if (part) {
      this.#values.component = part.delimiters.component;
      this.#set = { ...this.#newSet(part.segment, ''), announced: true };
    }
  }

  push(chunk: string): void {
    this.#splitter.push(chunk);
  }

  /** The text ends here. Out: how many interchanges and segments there were. */
  end(): { interchanges: number; segments: number } {
    if (!this.#ended) {
      this.#ended = true;
      this.#splitter.end();
      if (this.#part) this.#closeClaim();
      else this.#finish();
    }
    return { interchanges: this.#interchanges, segments: this.#splitter.segments };
  }

  #finish(): void {
    if (this.#refused) return;
    if (this.#set && !this.#cut) this.#endless(this.#set);
    this.#closeInterchange();
    const others = [...this.#others];
    const [first] = others;
    if (this.#sets === 0) {
      const text = first
        ? `{file} is ${first[0].startsWith('8') ? 'an' : 'a'} ${first[0]}, not an 835. Nothing was read.`
        : '{file} holds no 835. Nothing was read.';
      this.problem('error', 0, text);
      return;
    }
    for (const [kind, { sets, segment }] of others)
      this.problem(
        'info',
        segment,
        `${count(sets)} ${sets === 1 ? 'set' : 'sets'} of the kind ${kind} in the file ${sets === 1 ? 'was' : 'were'} left out.`,
      );
  }

  /** No SE, and nothing behind it: whether the set is whole, its sums tell. */
  #endless(set: OpenSet): void {
    this.#closeClaim();
    const whole =
      set.bpr && set.paid !== null && paymentFinding(set.payment, set.paid, set.providerAdjustments).length === 0;
    const segment = this.#splitter.segments;
    if (!whole)
      this.problem('warning', segment, `{file} ends behind segment ${count(segment)}, without SE. It may be cut off.`);
  }

  problem(severity: ProblemSeverity, segment: number, text: string): void {
    if (severity === 'error' && segment === 0) this.#refused = true;
    this.#events.problem?.({ severity, segment, text });
  }

  segment(segment: Segment): void {
    const role = ROLES.get(segment.code);
    if (this.#other && !role?.envelope) return;
    if (!role) {
      this.#values.at(segment, 'info', `${quoted(segment.name)} is not a segment of an 835. It is not used.`);
      return;
    }
    if (segment.composite && role.simple)
      this.#values.at(segment, 'warning', `${segment.name} has a separator of parts in a value that has no parts.`);
    role.read?.(this, segment);
    if (this.#claims.claim) this.#place.end = segment.offset + segment.length;
  }

  unfinished(segment: Segment): void {
    if (this.#part || (ROLES.get(segment.code)?.closes && segment.size >= 2)) {
      this.segment(segment);
      return;
    }
    // The segment that is cut ends the claim before it: that one is whole.
    if (segment.size > 0 && ROLES.get(segment.code)?.closesClaim) this.#closeClaim();
    const before =
      this.#read === 1 ? '1 claim before it was read.' : `${count(this.#read)} claims before it were read.`;
    this.problem('error', segment.ordinal, `{file} ends in segment ${count(segment.ordinal)}. ${before}`);
    this.#cut = true;
    this.#claims.drop();
  }

  // Envelopes

  isa(segment: Segment): void {
    this.#closeInterchange();
    this.#interchanges += 1;
    const usage = segment.element(15).toUpperCase();
    const test = usage === 'T';
    this.#envelopes = { isa: segment.element(13), gs: null, test, groups: 0, sets: 0 };
    this.#values.component = this.#splitter.delimiters?.component ?? '';
    if (!test && usage !== 'P')
      this.#values.at(segment, 'warning', `${quoted(usage)} in ISA15 says neither production (P) nor test (T).`);
    if (test) this.problem('warning', segment.ordinal, '{file} is marked as a test. Do not post or bill from it.');
  }

  iea(segment: Segment): void {
    this.#closeGroup();
    const { isa, groups } = this.#envelopes;
    if (isa === null) this.#values.at(segment, 'info', 'IEA ends an interchange without ISA.');
    else this.#closing(segment, groups, 'groups', isa);
    this.#envelopes = NO_ENVELOPE;
  }

  /** Where the text was cut off, that was said already. */
  #missingEnd(name: string): void {
    if (!this.#cut) this.problem('info', this.#splitter.segments, `${name} is missing.`);
  }

  #closeInterchange(): void {
    this.#closeGroup();
    if (this.#envelopes.isa !== null) this.#missingEnd('IEA');
    this.#envelopes = NO_ENVELOPE;
  }

  gs(segment: Segment): void {
    this.#closeGroup();
    const { isa, groups, test } = this.#envelopes;
    if (isa === null && this.#interchanges > 0) this.#values.at(segment, 'info', 'ISA is missing.');
    this.#envelopes = { isa, test, gs: segment.element(6), groups: groups + 1, sets: 0 };
  }

  ge(segment: Segment): void {
    this.#closeSet(null);
    const { gs, sets } = this.#envelopes;
    if (gs === null) this.#values.at(segment, 'info', 'GE ends a group without GS.');
    else this.#closing(segment, sets, 'sets', gs);
    this.#envelopes = { ...this.#envelopes, gs: null };
  }

  #closeGroup(): void {
    this.#closeSet(null);
    if (this.#envelopes.gs !== null) this.#missingEnd('GE');
    this.#envelopes = { ...this.#envelopes, gs: null };
  }

  /** SE, GE and IEA say how many there were, and repeat the number of what they close. */
  #closing(segment: Segment, found: number, what: string, control: string): void {
    const said = segment.element(1);
    if (!/^\d{1,9}$/.test(said) || Number(said) !== found)
      this.#values.at(segment, 'info', `${segment.name} counts ${quoted(said)} ${what}, the file has ${count(found)}.`);
    if (segment.element(2) !== control)
      this.#values.at(
        segment,
        'info',
        `${segment.name} closes number ${quoted(segment.element(2))}, but ${quoted(control)} is open.`,
      );
  }

  st(segment: Segment): void {
    this.#closeSet(null);
    const { isa, gs, sets } = this.#envelopes;
    if (gs === null && isa !== null) this.#values.at(segment, 'info', 'GS is missing.');
    this.#envelopes = { ...this.#envelopes, sets: sets + 1 };
    const kind = segment.element(1);
    if (kind === '835') this.#open(segment.ordinal, this.#values.text(segment, 2));
    else this.#skip(segment, QUALIFIER.test(kind) ? kind : 'unknown');
  }

  #skip(segment: Segment, kind: string): void {
    this.#other = true;
    const known = this.#others.get(kind);
    if (known) known.sets += 1;
    else if (this.#others.size < MOST_KINDS) this.#others.set(kind, { sets: 1, segment: segment.ordinal });
  }

  se(segment: Segment): void {
    if (this.#other) this.#other = false;
    else if (this.#set) this.#closeSet(segment);
    else this.#values.at(segment, 'info', 'SE ends a set without ST.');
  }

  // Sets

  #newSet(segment: number, control: string): OpenSet {
    return {
      payment: newPayment(segment, control, this.#envelopes.test),
      announced: false,
      bpr: false,
      trn: false,
      dated: false,
      produced: null,
      party: undefined,
      parties: new Set(),
      providerAdjustments: [],
      claims: 0,
      lines: 0,
      charge: 0,
      paid: 0,
    };
  }

  #open(segment: number, control: string): OpenSet {
    this.#sets += 1;
    const set = this.#newSet(segment, control);
    this.#set = set;
    return set;
  }

  /** The open set, or a new one where its ST is missing. */
  #inSet(segment: Segment): OpenSet {
    if (this.#set) return this.#set;
    this.#values.at(segment, 'info', 'ST is missing.');
    return this.#open(segment.ordinal, '');
  }

  #announce(set: OpenSet): void {
    if (set.announced) return;
    set.announced = true;
    if (!set.dated) this.#undated(set);
    this.#events.set?.(set.payment);
  }

  /** BPR16 is not given: the production date stands in for it. */
  #undated({ payment, produced, bpr }: OpenSet): void {
    payment.paidOn = produced;
    if (!bpr) return;
    const text = `Segment ${count(payment.segment)}: the payment date (BPR16) is missing.`;
    if (produced !== null) this.problem('info', payment.segment, `${text} The production date is used.`);
    else this.problem('error', payment.segment, `${text} The date of the payment is not known.`);
  }

  /** Ends the open set; `end` is its SE, where it has one. */
  #closeSet(end: Segment | null): void {
    this.#other = false;
    const set = this.#set;
    if (!set) return;
    this.#closeClaim();
    this.#announce(set);
    this.#set = null;
    const { payment, providerAdjustments, claims, lines, charge, paid } = set;
    if (end) this.#closing(end, end.ordinal - payment.segment + 1, 'segments', payment.control);
    else this.#missingEnd('SE');
    this.#missing(set);
    if (set.bpr && !this.#cut)
      for (const { severity, segment, text } of paymentFinding(payment, paid, providerAdjustments))
        this.problem(severity, segment, text);
    this.#events.setEnd?.({ payment, providerAdjustments, claims, lines, charge, paid });
  }

  #missing({ payment, bpr, trn, parties }: OpenSet): void {
    const say = (severity: ProblemSeverity, text: string) =>
      this.problem(severity, payment.segment, `Segment ${count(payment.segment)}: ${text}`);
    if (!bpr) say('error', 'the set has no BPR. Its total and date are not known.');
    if (!trn) say('warning', 'the set has no check or EFT number (TRN).');
    if (!parties.has('PR')) say('warning', 'the set does not name its payer (N1*PR).');
    if (!parties.has('PE')) say('warning', 'the set does not name its payee (N1*PE).');
  }

  bpr(segment: Segment): void {
    if (this.#set && (this.#claims.claim || this.#set.claims > 0 || this.#set.providerAdjustments.length > 0))
      this.#closeSet(null);
    const set = this.#inSet(segment);
    const values = this.#values;
    if (set.bpr) {
      values.at(segment, 'error', 'the set has a second BPR. It is not used.');
      return;
    }
    set.bpr = true;
    const { payment } = set;
    const direction = segment.element(3);
    payment.handling = values.text(segment, 1);
    payment.total = values.amount(segment, 2, 'the total', 'The total of the payment is not known.');
    payment.direction = direction === 'C' ? 'credit' : direction === 'D' ? 'debit' : '';
    if (payment.direction === 'debit' && payment.total !== null && payment.total < 0)
      values.at(segment, 'info', 'the total is negative and a debit: it is taken as what the payer takes back.');
    payment.method = values.text(segment, 4);
    set.dated = segment.has(16);
    if (set.dated) payment.paidOn = values.date(segment, 16);
    if (payment.handling.length !== 1)
      values.at(segment, 'warning', `${quoted(payment.handling)} is not a handling code (BPR01).`);
    if (payment.direction === '')
      values.at(segment, 'warning', `BPR03 is ${quoted(direction)}: neither a credit (C) nor a debit (D).`);
    if (payment.method.length !== 3)
      values.at(segment, 'warning', `${quoted(payment.method)} is not a payment method (BPR04).`);
  }

  trn(segment: Segment): void {
    const set = this.#inSet(segment);
    const trace = this.#values.text(segment, 2);
    if (set.trn) {
      if (trace !== set.payment.trace)
        this.#values.at(segment, 'warning', 'a second check or EFT number. It is not used.');
      return;
    }
    set.trn = true;
    set.payment.trace = trace;
    if (trace === '') this.#values.at(segment, 'warning', 'the check or EFT number (TRN02) is missing.');
    if (segment.element(1) !== '1') this.#values.at(segment, 'info', `TRN01 is ${quoted(segment.element(1))}, not 1.`);
  }

  /** Payer and payee. One that comes again behind claims is a header without its ST: the claims go on in the same set. */
  n1(segment: Segment): void {
    const set = this.#inSet(segment);
    this.#closeClaim();
    const values = this.#values;
    const role = segment.element(1);
    set.party = role === 'PR' ? set.payment.payer : role === 'PE' ? set.payment.payee : undefined;
    if (!set.party) {
      values.at(segment, 'info', `names of the kind ${quoted(role)} are not used.`);
      return;
    }
    const found = { name: values.text(segment, 2), id: values.text(segment, 4), idQualifier: values.text(segment, 3) };
    if (found.idQualifier.length > 2 || (found.id === '') !== (found.idQualifier === ''))
      values.at(segment, 'info', 'an identifier without its kind, or a kind without its identifier.');
    if (!set.parties.has(role)) {
      set.parties.add(role);
      Object.assign(set.party, found);
      return;
    }
    const differs = found.name !== set.party.name || found.id !== set.party.id;
    set.party = undefined;
    const who = role === 'PR' ? 'payer' : 'payee';
    if (differs)
      values.at(segment, 'warning', `a second ${who} in one set. The first one is used, for all its claims.`);
    else values.at(segment, 'info', `the ${who} stands in the set twice.`);
  }

  loop(segment: Segment): void {
    this.#closeClaim();
    this.#announce(this.#inSet(segment));
  }

  ref(segment: Segment): void {
    if (this.#claims.claim) {
      this.#claims.ref(segment);
      return;
    }
    const { party } = this.#inSet(segment);
    if (!party) return;
    const kind = segment.element(1);
    const value = this.#values.text(segment, 2);
    if (!QUALIFIER.test(kind) || value === '')
      this.#values.at(segment, 'warning', 'a reference without its kind or number.');
    else if (party.ids[kind] === undefined) party.ids[kind] = value;
    else if (party.ids[kind] !== value)
      this.#values.at(segment, 'info', `a second number of the kind ${kind}. It is not used.`);
  }

  dtm(segment: Segment): void {
    if (this.#claims.claim) {
      this.#claims.dtm(segment);
      return;
    }
    const set = this.#inSet(segment);
    if (segment.element(1) !== '405') {
      this.#values.at(segment, 'info', `dates of the kind ${quoted(segment.element(1))} are not used here.`);
      return;
    }
    const day = this.#values.span(segment)?.from ?? null;
    if (set.produced !== null && day !== set.produced)
      this.#values.at(segment, 'warning', 'a second production date. It is not used.');
    set.produced ??= day;
  }

  plb(segment: Segment): void {
    const set = this.#inSet(segment);
    this.#closeClaim();
    this.#announce(set);
    const values = this.#values;
    const provider = values.text(segment, 1);
    const fiscalPeriod = values.date(segment, 2);
    for (let i = 3; i <= segment.size && i < ELEMENTS_OF_PLB; i += 2) {
      const parts = values.parts(segment, i);
      if (parts.length === 0 && !segment.has(i + 1)) continue;
      const [code = '', reference = ''] = parts;
      const amount = values.amount(segment, i + 1, `the amount of ${code}`, 'It is not used.');
      if (code === '' || code.length > 3)
        values.at(segment, 'error', `${quoted(code)} is not a reason of a provider adjustment.`);
      set.providerAdjustments.push({ segment: segment.ordinal, provider, fiscalPeriod, code, reference, amount });
    }
    if (segment.size < 4) values.at(segment, 'error', 'a provider adjustment without reason and amount.');
    if (segment.size > ELEMENTS_OF_PLB)
      values.at(segment, 'error', 'PLB has more than six adjustments. The rest is not used.');
  }

  // Claims

  get claims(): ClaimReader {
    return this.#claims;
  }

  clp(segment: Segment): void {
    const set = this.#inSet(segment);
    this.#closeClaim();
    this.#announce(set);
    this.#place = { start: segment.offset, end: segment.offset + segment.length };
    this.#claims.clp(segment);
  }

  #closeClaim(): void {
    const claim = this.#claims.finish();
    const set = this.#set;
    if (!claim || !set) return;
    this.#read += 1;
    set.claims += 1;
    set.lines += claim.lines.length;
    set.charge = plus(set.charge, claim.charge);
    set.paid = plus(set.paid, claim.paid);
    for (const { severity, segment, text } of claimFindings(claim)) this.problem(severity, segment, text);
    const { delimiters } = this.#splitter;
    if (delimiters) this.#events.claim?.(claim, { ...this.#place, segment: claim.segment, delimiters });
  }
}

/** A reader of a whole file, or of a part of one. */
export const createEraReader = (events: EraEvents, part?: FilePart): EraReader => new EraReader(events, part);

/** What a segment is to the reader. */
interface Role {
  read?: (reader: EraReader, segment: Segment) => void;
  /** It opens or closes a set or an envelope. */
  envelope?: true;
  /** It ends the claim before it. */
  closesClaim?: true;
  /** It closes one: the last segment of a file may lack its terminator. */
  closes?: true;
  /** None of its elements has parts: a component separator in it is damage. */
  simple?: true;
}

const ROLES = new Map<number, Role>(
  Object.entries<Role>({
    ISA: { envelope: true, read: (reader, segment) => reader.isa(segment) },
    TA1: { envelope: true },
    GS: { envelope: true, read: (reader, segment) => reader.gs(segment) },
    ST: { envelope: true, simple: true, read: (reader, segment) => reader.st(segment) },
    SE: { envelope: true, closes: true, closesClaim: true, read: (reader, segment) => reader.se(segment) },
    GE: { envelope: true, closes: true, read: (reader, segment) => reader.ge(segment) },
    IEA: { envelope: true, closes: true, read: (reader, segment) => reader.iea(segment) },
    BPR: { simple: true, read: (reader, segment) => reader.bpr(segment) },
    TRN: { simple: true, read: (reader, segment) => reader.trn(segment) },
    CUR: {},
    REF: { simple: true, read: (reader, segment) => reader.ref(segment) },
    DTM: { simple: true, read: (reader, segment) => reader.dtm(segment) },
    N1: { simple: true, read: (reader, segment) => reader.n1(segment) },
    N2: {},
    N3: {},
    N4: {},
    PER: {},
    RDM: {},
    LX: { closesClaim: true, simple: true, read: (reader, segment) => reader.loop(segment) },
    TS2: {},
    TS3: {},
    CLP: { closesClaim: true, simple: true, read: (reader, segment) => reader.clp(segment) },
    CAS: { simple: true, read: (reader, segment) => reader.claims.cas(segment) },
    NM1: { simple: true, read: (reader, segment) => reader.claims.nm1(segment) },
    MIA: { simple: true, read: (reader, segment) => reader.claims.mia(segment) },
    MOA: { simple: true, read: (reader, segment) => reader.claims.moa(segment) },
    AMT: { simple: true, read: (reader, segment) => reader.claims.amt(segment) },
    QTY: { simple: true },
    SVC: { read: (reader, segment) => reader.claims.svc(segment) },
    LQ: { simple: true, read: (reader, segment) => reader.claims.lq(segment) },
    PLB: { closesClaim: true, read: (reader, segment) => reader.plb(segment) },
  }).map(([name, role]) => [nameCode(name), role]),
);
