import type { Era, EraAdjustment, EraClaim, EraLine, EraParty, EraSet } from '../../lib/claim/era';

/** How an 835 is written. */
export interface EraStyle {
  element: string;
  component: string;
  segment: string;
  /** Behind each terminator: `''`, `\n`, `\r\n`. */
  lineBreak: string;
  /** Blanks before each segment, by its depth. */
  indent: number;
  /** Breaks all text into lines of so many characters, wherever that falls; 0 for none. */
  wrap: number;
  bom: boolean;
  version: '005010X221A1' | '004010X091A1';
  /** Amounts as `80.00` in place of `80`. */
  twoDecimals: boolean;
  /** Units of 1 are written too. */
  oneUnit: boolean;
}

export const PLAIN_STYLE: EraStyle = {
  element: '*',
  component: ':',
  segment: '~',
  lineBreak: '\n',
  indent: 0,
  wrap: 0,
  bom: false,
  version: '005010X221A1',
  twoDecimals: false,
  oneUnit: false,
};

type Element = string | string[];

const DEPTHS: Record<string, number> = { ISA: 0, IEA: 0, GS: 1, GE: 1, ST: 2, SE: 2, CLP: 4, SVC: 5 };

/** Collects segments, and writes them. */
class Writer {
  readonly segments: Element[][] = [];
  readonly #style: EraStyle;

  constructor(style: EraStyle) {
    this.#style = style;
  }

  /** Adds a segment; empty elements at its end are left out. Out: its number. */
  add(...elements: Element[]): number {
    while (elements.length > 1 && (elements.at(-1) === '' || elements.at(-1)?.length === 0)) elements.pop();
    return this.segments.push(elements);
  }

  amount(cents: number | null): string {
    if (cents === null) return '';
    const digits = String(Math.abs(cents)).padStart(3, '0');
    const decimals = digits.slice(-2);
    const text = `${digits.slice(0, -2)}.${decimals}`;
    const short = this.#style.twoDecimals ? text : text.replace(/\.?0+$/, '');
    return `${cents < 0 ? '-' : ''}${short}`;
  }

  text(): string {
    const { element, component, segment, lineBreak, indent, wrap, bom } = this.#style;
    let depth = 0;
    const lines = this.segments.map((elements) => {
      const [name = ''] = elements;
      depth = DEPTHS[String(name)] ?? depth;
      const parts = elements.map((one) => (typeof one === 'string' ? one : one.join(component)));
      return `${' '.repeat(indent * depth)}${parts.join(element)}${segment}`;
    });
    const text = lines.join(lineBreak) + lineBreak;
    const wrapped = wrap > 0 ? text.replace(new RegExp(`[^]{${wrap}}`, 'g'), '$&\n') : text;
    return bom ? `\ufeff${wrapped}` : wrapped;
  }
}

const date = (iso: string | null | undefined): string => (iso ?? '').replaceAll('-', '');

/** Neighbours that share a key, at most `most` together. */
const runs = <T>(all: readonly T[], key: (one: T) => string, most: number): T[][] => {
  const found: T[][] = [];
  for (const one of all) {
    const last = found.at(-1);
    if (last && last.length < most && key(last[0]!) === key(one)) last.push(one);
    else found.push([one]);
  }
  return found;
};

const writeAdjustments = (writer: Writer, adjustments: readonly EraAdjustment[]): void => {
  for (const run of runs(adjustments, ({ group }) => group, 6)) {
    const triplets = run.flatMap(({ carc, amount, quantity }) => [
      carc,
      writer.amount(amount),
      quantity === null ? '' : String(quantity),
    ]);
    writer.add('CAS', run[0]!.group, ...triplets);
  }
};

const procedureOf = ({
  qualifier,
  procedure,
  modifiers,
}: {
  qualifier: string;
  procedure: string;
  modifiers: string[];
}) => [qualifier, procedure, ...modifiers];

const writeLine = (writer: Writer, line: EraLine, style: EraStyle): EraLine => {
  const segment = writer.add(
    'SVC',
    procedureOf(line),
    writer.amount(line.charge),
    writer.amount(line.paid),
    '',
    line.units === 1 && !style.oneUnit ? '' : String(line.units ?? ''),
    line.submittedProcedure ? procedureOf(line.submittedProcedure) : '',
    line.submittedUnits === null ? '' : String(line.submittedUnits),
  );
  const { dates } = line;
  if (dates && dates.from === dates.to) writer.add('DTM', '472', date(dates.from));
  else if (dates) {
    writer.add('DTM', '150', date(dates.from));
    writer.add('DTM', '151', date(dates.to));
  }
  writeAdjustments(writer, line.adjustments);
  if (line.lineControlNumber) writer.add('REF', '6R', line.lineControlNumber);
  if (line.allowed !== null) writer.add('AMT', 'B6', writer.amount(line.allowed));
  for (const [kind, amount] of Object.entries(line.amounts)) writer.add('AMT', kind, writer.amount(amount));
  for (const code of line.remarks) writer.add('LQ', 'HE', code);
  return { ...line, segment };
};

const writeClaim = (writer: Writer, claim: EraClaim, style: EraStyle): EraClaim => {
  const segment = writer.add(
    'CLP',
    claim.controlNumber,
    claim.status,
    writer.amount(claim.charge),
    writer.amount(claim.paid),
    writer.amount(claim.patientResponsibility),
    claim.filingIndicator,
    claim.payerClaimNumber,
    claim.frequency === '' ? '' : '11',
    claim.frequency,
  );
  writeAdjustments(writer, claim.adjustments);
  for (const { role, last, first, middle, id, idQualifier } of claim.names)
    writer.add('NM1', role, role === 'TT' || role === 'PR' ? '2' : '1', last, first, middle, '', '', idQualifier, id);
  if (claim.remarks.length > 0) writer.add('MOA', '', '', ...claim.remarks);
  for (const [kind, value] of Object.entries(claim.references)) writer.add('REF', kind, value);
  const { service, received, coverageEnded } = claim.dates;
  if (service) {
    writer.add('DTM', '232', date(service.from));
    if (service.to !== service.from) writer.add('DTM', '233', date(service.to));
  }
  if (coverageEnded) writer.add('DTM', '036', date(coverageEnded));
  if (received) writer.add('DTM', '050', date(received));
  for (const [kind, amount] of Object.entries(claim.amounts)) writer.add('AMT', kind, writer.amount(amount));
  return { ...claim, segment, lines: claim.lines.map((line) => writeLine(writer, line, style)) };
};

const writeParty = (writer: Writer, role: string, { name, id, idQualifier, ids }: EraParty): void => {
  writer.add('N1', role, name, idQualifier, id);
  if (role === 'PR') {
    writer.add('N3', '1 HARBOR WAY');
    writer.add('N4', 'PORT ELLERY', 'ME', '04999');
  }
  for (const [kind, value] of Object.entries(ids)) writer.add('REF', kind, value);
  if (role === 'PR') writer.add('PER', 'BL', 'EDI DESK', 'TE', '5550100200');
};

const writeSet = (writer: Writer, set: EraSet, style: EraStyle): EraSet => {
  const segment = writer.add('ST', '835', set.control);
  writer.add(
    'BPR',
    set.handling,
    writer.amount(set.total),
    set.direction === 'debit' ? 'D' : 'C',
    set.method,
    ...Array.from({ length: 11 }, () => ''),
    date(set.paidOn),
  );
  writer.add('TRN', '1', set.trace, '1999999999');
  writer.add('DTM', '405', date(set.paidOn));
  writeParty(writer, 'PR', set.payer);
  writeParty(writer, 'PE', set.payee);
  if (set.claims.length > 0) writer.add('LX', '1');
  const claims = set.claims.map((claim) => writeClaim(writer, claim, style));
  const providerAdjustments = runs(
    set.providerAdjustments,
    ({ provider, fiscalPeriod }) => `${provider}/${fiscalPeriod}`,
    6,
  ).flatMap((run) => {
    const pairs = run.flatMap(({ code, reference, amount }) => [
      reference === '' ? [code] : [code, reference],
      writer.amount(amount),
    ]);
    const plb = writer.add('PLB', run[0]!.provider, date(run[0]!.fiscalPeriod), ...pairs);
    return run.map((one) => ({ ...one, segment: plb }));
  });
  writer.add('SE', String(writer.segments.length - segment + 2), set.control);
  return { ...set, segment, claims, providerAdjustments };
};

const pad = (text: string, length: number) => text.padEnd(length);

const writeInterchange = (writer: Writer, sets: readonly EraSet[], number: number, style: EraStyle): EraSet[] => {
  const control = String(number).padStart(9, '0');
  const five = style.version.startsWith('005');
  const ids = ['ZZ', pad('LARKSPUR', 15), 'ZZ', pad('HARBORCLINIC', 15)];
  writer.add(
    'ISA',
    '00',
    pad('', 10),
    '00',
    pad('', 10),
    ...ids,
    '260310',
    '1041',
    five ? '^' : 'U',
    style.version.slice(0, 5),
    control,
    '0',
    sets[0]?.test ? 'T' : 'P',
    style.component,
  );
  writer.add('GS', 'HP', 'LARKSPUR', 'HARBORCLINIC', '20260310', '1041', String(number), 'X', style.version);
  const written = sets.map((set) => writeSet(writer, set, style));
  writer.add('GE', String(sets.length), String(number));
  writer.add('IEA', '1', control);
  return written;
};

/**
 * Writes the text of an 835 from a model, in any style; sets that follow each other with the same `test` share an
 * interchange. Out: the text, and the model with the numbers of its segments. What cannot be read (`null`) is left out.
 */
export const writeEra = (sets: readonly EraSet[], style: Partial<EraStyle> = {}): { text: string; era: Era } => {
  const all = { ...PLAIN_STYLE, ...style };
  const writer = new Writer(all);
  const interchanges = runs(sets, ({ test }) => String(test), Number.POSITIVE_INFINITY);
  const written = interchanges.flatMap((run, i) => writeInterchange(writer, run, 101 + i, all));
  return { text: writer.text(), era: { interchanges: interchanges.length, sets: written, problems: [] } };
};
