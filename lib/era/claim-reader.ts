import type { Cents, DateSpan, IsoDate } from '../claim/claim';
import type { EraAdjustment, EraClaim, EraLine } from '../claim/era';
import { quoted } from './problems';
import type { Segment } from './segments';
import type { Values } from './values';

const TRIPLETS = 6;
const ELEMENTS_OF_CAS = 1 + 3 * TRIPLETS;
/** X12 element 1029 as 5010 has it, and what older remittances add. */
const STATUSES = new Set([
  '1',
  '2',
  '3',
  '4',
  '5',
  '10',
  '13',
  '15',
  '16',
  '17',
  '19',
  '20',
  '21',
  '22',
  '23',
  '25',
  '27',
]);
const GROUPS = new Set(['CO', 'PR', 'OA', 'PI', 'CR']);
const CODE = /^[A-Za-z0-9]{1,5}$/;
/** NUBC revenue codes. */
const REVENUE = /^\d{3,4}$/;
const MODIFIER = /^[A-Za-z0-9]{2}$/;
/** X12 qualifiers; nothing else becomes a key. */
export const QUALIFIER = /^[A-Z0-9]{1,3}$/;
const CLAIM_UNUSED = 'That claim is not used.';
const LINE_UNUSED = 'That line is not used.';
const NOT_USED = 'It is not used.';

/** Elements of MIA and MOA that hold remark codes. */
const REMARKS = { MIA: [5, 20, 21, 22, 23], MOA: [3, 4, 5, 6, 7] };

const CLAIM_DATES = new Set(['232', '233', '036', '050']);
const LINE_DATES = new Set(['472', '150', '151']);

interface Span {
  from: IsoDate | null;
  to: IsoDate | null;
}

type Procedure = NonNullable<EraLine['submittedProcedure']>;

/** Reads the segments of one claim (loops 2100 and 2110) after the other. */
export class ClaimReader {
  claim: EraClaim | null = null;
  readonly #values: Values;
  #line: EraLine | null = null;
  /** AMT*B6 was met in this line, readable or not. */
  #allowedGiven = false;
  #claimDates: Span = { from: null, to: null };
  #lineDates: Span = { from: null, to: null };

  constructor(values: Values) {
    this.#values = values;
  }

  clp(segment: Segment): void {
    const values = this.#values;
    const status = values.text(segment, 2);
    this.#line = null;
    this.#claimDates = { from: null, to: null };
    this.claim = {
      segment: segment.ordinal,
      controlNumber: values.text(segment, 1),
      status,
      charge: values.amount(segment, 3, 'the charge', CLAIM_UNUSED),
      paid: values.amount(segment, 4, 'the amount paid', CLAIM_UNUSED),
      patientResponsibility: values.optionalAmount(segment, 5, "The patient's share is not known."),
      filingIndicator: values.text(segment, 6),
      payerClaimNumber: values.text(segment, 7),
      frequency: values.text(segment, 9),
      adjustments: [],
      names: [],
      crossover: null,
      remarks: [],
      dates: { service: null, received: null, coverageEnded: null },
      amounts: {},
      references: {},
      lines: [],
    };
    this.#oddClaim(segment, this.claim);
  }

  #oddClaim(segment: Segment, claim: EraClaim): void {
    const say = (text: string) => this.#values.at(segment, 'warning', text);
    if (claim.controlNumber === '') say('the patient control number (CLP01) is missing.');
    if (!STATUSES.has(claim.status)) say(`the panel does not know the claim status ${quoted(claim.status)}.`);
    if (claim.filingIndicator.length > 2) say(`${quoted(claim.filingIndicator)} is not a filing indicator (CLP06).`);
    const facility = segment.element(8);
    if (facility !== '' && facility.length !== 2)
      this.#values.at(segment, 'info', `${quoted(facility)} is not a facility code (CLP08).`);
    if (claim.frequency.length > 1) say(`${quoted(claim.frequency)} is not a claim frequency (CLP09).`);
  }

  /** Ends the claim and gives it. */
  finish(): EraClaim | null {
    const { claim } = this;
    if (!claim) return null;
    this.#endLine();
    claim.adjustments = exact(claim.adjustments);
    claim.names = exact(claim.names);
    claim.remarks = exact(claim.remarks);
    claim.lines = exact(claim.lines);
    claim.dates.service = this.#spanOf(this.#claimDates, claim.segment);
    this.claim = null;
    this.#line = null;
    return claim;
  }

  /** Half a claim is none. */
  drop(): void {
    this.claim = null;
    this.#line = null;
  }

  #endLine(): void {
    const line = this.#line;
    if (!line) return;
    line.adjustments = exact(line.adjustments);
    line.remarks = exact(line.remarks);
    line.dates = this.#spanOf(this.#lineDates, line.segment);
  }

  /** A start without an end is one day (835 TR3, DTM*232); an end without a start says nothing. */
  #spanOf({ from, to }: Span, segment: number): DateSpan | null {
    if (from === null) return null;
    if (to === null || to === from) return { from, to: from };
    if (from < to) return { from, to };
    this.#values.report('error', segment, 'dates of service end before they begin. They are not used.');
    return null;
  }

  svc(segment: Segment): void {
    const values = this.#values;
    const { claim } = this;
    if (!claim) {
      values.at(segment, 'error', 'a service line without a claim. It is not used.');
      return;
    }
    this.#endLine();
    this.#lineDates = { from: null, to: null };
    this.#allowedGiven = false;
    const { procedure, qualifier, modifiers } = this.#procedure(segment, 1);
    this.#line = {
      segment: segment.ordinal,
      procedure,
      qualifier,
      modifiers,
      submittedProcedure: segment.has(6) ? this.#procedure(segment, 6) : null,
      charge: values.amount(segment, 2, 'the charge', LINE_UNUSED),
      paid: values.amount(segment, 3, 'the amount paid', LINE_UNUSED),
      units: segment.has(5) ? values.quantity(segment, 5) : 1,
      submittedUnits: values.quantity(segment, 7),
      adjustments: [],
      allowed: null,
      lineControlNumber: '',
      remarks: [],
      dates: null,
      amounts: {},
    };
    claim.lines.push(this.#line);
    if (segment.has(4) && !REVENUE.test(segment.element(4)))
      values.at(segment, 'warning', `${quoted(segment.element(4))} is not a revenue code (SVC04).`);
  }

  /** SVC01 and SVC06: qualifier, code, up to four modifiers, a description. SVC06 holds what was sent, right or wrong. */
  #procedure(segment: Segment, i: 1 | 6): Procedure {
    const parts = this.#values.parts(segment, i);
    const [qualifier = '', procedure = ''] = parts;
    if (procedure === '')
      this.#values.at(segment, i === 1 ? 'warning' : 'info', `the procedure (SVC0${i}) is missing.`);
    if (parts.length < 3) return { procedure, qualifier, modifiers: [] };
    const modifiers = parts.slice(2, 6).filter((modifier) => modifier !== '');
    for (const modifier of modifiers)
      if (!MODIFIER.test(modifier)) this.#values.at(segment, 'info', `${quoted(modifier)} is not a modifier.`);
    return { procedure, qualifier, modifiers };
  }

  cas(segment: Segment): void {
    const values = this.#values;
    const target = this.#line ?? this.claim;
    if (!target) {
      values.at(segment, 'error', 'an adjustment without a claim. It is not used.');
      return;
    }
    const group = values.text(segment, 1);
    if (!GROUPS.has(group)) values.at(segment, 'warning', `the panel does not know the group code ${quoted(group)}.`);
    let found = 0;
    for (let i = 2; i <= segment.size && i < ELEMENTS_OF_CAS; i += 3) {
      const adjustment = this.#triplet(segment, group, i);
      if (!adjustment) continue;
      found += 1;
      target.adjustments.push(adjustment);
    }
    if (found === 0) values.at(segment, 'warning', 'an adjustment without reason and amount.');
    if (segment.size > ELEMENTS_OF_CAS)
      values.at(segment, 'error', 'CAS has more than six adjustments. The rest is not used.');
  }

  #triplet(segment: Segment, group: string, i: number): EraAdjustment | null {
    const values = this.#values;
    const carc = values.text(segment, i);
    const given = segment.has(i + 1);
    if (carc === '' && !given && !segment.has(i + 2)) return null;
    if (carc === '') values.at(segment, 'error', `${quoted(segment.element(i + 1))} is adjusted without a reason.`);
    else if (!CODE.test(carc)) values.at(segment, 'warning', `${quoted(carc)} is not a reason code.`);
    return {
      group,
      carc,
      amount: given
        ? values.optionalAmount(segment, i + 1, NOT_USED)
        : values.amount(segment, i + 1, `the amount of ${group}-${carc}`, NOT_USED),
      quantity: values.quantity(segment, i + 2),
    };
  }

  nm1(segment: Segment): void {
    const values = this.#values;
    const claim = this.#claimFor(segment, 'a name');
    if (!claim) return;
    const name = {
      role: values.text(segment, 1),
      last: values.text(segment, 3),
      first: values.text(segment, 4),
      middle: values.text(segment, 5),
      id: values.text(segment, 9),
      idQualifier: values.text(segment, 8),
    };
    claim.names.push(name);
    if (name.role === 'TT') claim.crossover ??= { name: name.last, id: name.id };
    if (!QUALIFIER.test(name.role)) values.at(segment, 'warning', `${quoted(name.role)} is not a role of a name.`);
    if (!/^[12]$/.test(segment.element(2)))
      values.at(
        segment,
        'info',
        `NM102 is ${quoted(segment.element(2))}: neither a person (1) nor an organization (2).`,
      );
    if (name.idQualifier.length > 2 || (name.id === '') !== (name.idQualifier === ''))
      values.at(segment, 'info', 'an identifier without its kind, or a kind without its identifier.');
  }

  /** The open claim; behind a service line it is still meant, but out of order. */
  #claimFor(segment: Segment, what: string): EraClaim | null {
    if (!this.claim) this.#values.at(segment, 'info', `${what} without a claim. It is not used.`);
    else if (this.#line) this.#values.at(segment, 'info', `${what} of the claim stands behind a service line.`);
    return this.claim;
  }

  mia(segment: Segment): void {
    this.#remarks(segment, REMARKS.MIA);
  }

  moa(segment: Segment): void {
    this.#remarks(segment, REMARKS.MOA);
  }

  #remarks(segment: Segment, elements: number[]): void {
    const claim = this.#claimFor(segment, 'a remark');
    if (!claim) return;
    for (const i of elements) {
      const code = this.#values.text(segment, i);
      if (code === '') continue;
      claim.remarks.push(code);
      if (!CODE.test(code)) this.#values.at(segment, 'warning', `${quoted(code)} is not a remark code.`);
    }
  }

  lq(segment: Segment): void {
    if (!this.claim) {
      this.#values.at(segment, 'info', 'a remark without a claim. It is not used.');
      return;
    }
    const kind = segment.element(1);
    if (kind !== 'HE') {
      if (kind !== 'RX') this.#values.at(segment, 'info', `remarks of the kind ${quoted(kind)} are not used.`);
      return;
    }
    const code = this.#values.text(segment, 2);
    (this.#line ?? this.claim).remarks.push(code);
    if (!CODE.test(code)) this.#values.at(segment, 'warning', `${quoted(code)} is not a remark code.`);
    if (!this.#line)
      this.#values.at(segment, 'info', 'a remark of a line stands before the lines. It is used for the claim.');
  }

  dtm(segment: Segment): void {
    const { claim } = this;
    if (!claim) return;
    const kind = segment.element(1);
    if (CLAIM_DATES.has(kind)) {
      this.#claimDate(segment, claim, kind);
      return;
    }
    if (LINE_DATES.has(kind)) {
      this.#serviceDate(segment, kind);
      return;
    }
    this.#values.at(segment, 'info', `dates of the kind ${quoted(kind)} are not used.`);
  }

  #claimDate(segment: Segment, claim: EraClaim, kind: string): void {
    if (this.#line) this.#values.at(segment, 'info', 'a date of the claim stands behind a service line.');
    const span = this.#values.span(segment);
    if (!span) return;
    if (kind === '050') claim.dates.received = this.#same(segment, claim.dates.received, span.from);
    else if (kind === '036') claim.dates.coverageEnded = this.#same(segment, claim.dates.coverageEnded, span.from);
    else this.#fill(segment, this.#claimDates, kind === '233' ? { from: null, to: span.to } : open(span));
  }

  #serviceDate(segment: Segment, kind: string): void {
    if (!this.#line)
      this.#values.at(segment, 'info', 'a date of a line stands before the lines. It is used for the claim.');
    const span = this.#values.span(segment);
    if (!span) return;
    const to = kind === '151' ? { from: null, to: span.to } : kind === '150' ? open(span) : span;
    this.#fill(segment, this.#line ? this.#lineDates : this.#claimDates, to);
  }

  #fill(segment: Segment, dates: Span, { from, to }: Span): void {
    if (from !== null) dates.from = this.#same(segment, dates.from, from);
    if (to !== null) dates.to = this.#same(segment, dates.to, to);
  }

  /** The first of two values, with a word about the second where it differs. */
  #same<T extends string>(segment: Segment, first: T | null, second: T): T {
    if (first !== null && first !== second)
      this.#values.at(
        segment,
        'warning',
        'it says otherwise than a segment of its kind before it. The first one is used.',
      );
    return first ?? second;
  }

  ref(segment: Segment): void {
    const values = this.#values;
    const { claim } = this;
    if (!claim) return;
    const kind = segment.element(1);
    const value = values.text(segment, 2);
    if (!QUALIFIER.test(kind) || value === '') values.at(segment, 'warning', 'a reference without its kind or number.');
    else if (!this.#line) claim.references[kind] = this.#same(segment, claim.references[kind] ?? null, value);
    else if (kind === '6R')
      this.#line.lineControlNumber = this.#same(segment, this.#line.lineControlNumber || null, value);
  }

  amt(segment: Segment): void {
    const target = this.#line ?? this.claim;
    const kind = segment.element(1);
    if (!target) this.#values.at(segment, 'info', 'an amount without a claim. It is not used.');
    else if (!QUALIFIER.test(kind)) this.#values.at(segment, 'warning', `${quoted(kind)} is not a kind of amount.`);
    else this.#noted(segment, target, kind, this.#values.amount(segment, 2, 'the amount', NOT_USED));
  }

  /** Two amounts of one kind that differ are none. */
  #noted(segment: Segment, target: EraClaim | EraLine, kind: string, amount: Cents | null): void {
    const allowed = kind === 'B6' && 'allowed' in target;
    const again = allowed ? this.#allowedGiven : Object.hasOwn(target.amounts, kind);
    const first = allowed ? target.allowed : (target.amounts[kind] ?? null);
    const contradicts = again && first !== amount;
    if (contradicts) this.#values.at(segment, 'error', `a second amount ${kind} that differs. Neither is used.`);
    if (allowed) {
      this.#allowedGiven = true;
      target.allowed = contradicts ? null : amount;
    } else target.amounts[kind] = contradicts ? null : amount;
  }
}

/** Without the room that an array keeps for more: a large remittance has millions of them. */
const exact = <T>(all: T[]): T[] => (all.length === 0 ? all : all.slice());

const open = ({ from, to }: DateSpan): Span => ({ from, to: from === to ? null : to });
