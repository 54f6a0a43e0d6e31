import fc from 'fast-check';
import type {
  EraAdjustment,
  EraClaim,
  EraLine,
  EraName,
  EraParty,
  EraSet,
  ProviderAdjustment,
} from '../../lib/claim/era';

const from = <T>(...all: T[]) => fc.constantFrom(...all);
const list = <T>(one: fc.Arbitrary<T>, maxLength: number) => fc.array(one, { maxLength });
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null, freq: 2 });

const cents = fc.integer({ min: 0, max: 2_000_000 });
const signed = fc.integer({ min: -50_000, max: 500_000 });
const number = (prefix: string) => fc.integer({ min: 100, max: 99_999_999 }).map((n) => `${prefix}${n}`);
const name = from('DOE', "O'NEIL", 'VAN DER BERG', 'MÜLLER', 'ST. JOHN-LEE', 'ÁLVAREZ & SONS');
const first = from('', 'JANE', 'ANA MARÍA', 'J.');

const date = fc
  .record({
    year: fc.integer({ min: 2019, max: 2027 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, day }) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
const span = fc.tuple(date, date, fc.boolean()).map(([a, b, one]) => {
  const [begin, end] = a < b ? [a, b] : [b, a];
  return { from: begin, to: one ? begin : end };
});

const record = (keys: string[], value: fc.Arbitrary<any>): fc.Arbitrary<Record<string, any>> =>
  fc
    .uniqueArray(fc.tuple(from(...keys), value), { maxLength: 2, selector: ([key]) => key })
    .map((all) => Object.fromEntries(all));

const adjustment: fc.Arbitrary<EraAdjustment> = fc.record({
  group: from('CO', 'PR', 'OA', 'PI', 'CR'),
  carc: from('45', '1', '2', '3', '23', '94', '97', '253', 'A2', 'B11'),
  amount: signed,
  quantity: maybe(from(1, 2, 0.5)),
});

const names: fc.Arbitrary<EraName> = fc
  .record({
    role: from('QC', 'IL', '74', '82', 'TT', 'PR', 'GB'),
    last: name,
    first,
    middle: from('', 'Q'),
    idQualifier: from('', 'MI', 'XX'),
    id: number('W'),
  })
  .map((one) => ({ ...one, id: one.idQualifier === '' ? '' : one.id }));

const procedure = fc.record({
  procedure: from('99213', '99214', '93000', 'G0439', 'J3420'),
  qualifier: from('HC', 'AD'),
  modifiers: list(from('25', '59', 'LT', 'TC'), 3),
});
/** What was sent: letters only, so that a modifier cannot be taken for units. */
const submitted = fc.record({
  procedure: from('99215', 'XYZ99'),
  qualifier: from('HC'),
  modifiers: list(from('RT', 'GY'), 2),
});

const line: fc.Arbitrary<EraLine> = fc
  .record({
    procedure,
    submittedProcedure: maybe(submitted),
    charge: cents,
    units: from<number>(1, 1, 2, 12, 0.5),
    submittedUnits: maybe(from(1, 3)),
    adjustments: list(adjustment, 4),
    allowed: maybe(cents),
    lineControlNumber: fc.oneof(from(''), number('L')),
    remarks: list(from('N130', 'MA01', 'M15'), 2),
    dates: maybe(span),
    amounts: record(['KH', 'T', 'ZK'], cents),
  })
  .map(({ procedure: code, submittedUnits, submittedProcedure, ...one }) => ({
    segment: 0,
    ...code,
    ...one,
    submittedProcedure,
    submittedUnits: submittedProcedure ? submittedUnits : null,
    paid: one.charge - one.adjustments.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
  }));

const sum = (amounts: readonly (number | null)[]): number =>
  amounts.reduce<number>((all, amount) => all + (amount ?? 0), 0);
const shareOf = (adjustments: readonly EraAdjustment[]) =>
  sum(adjustments.map(({ group, amount }) => (group === 'PR' ? amount : 0)));

const claim: fc.Arbitrary<EraClaim> = fc
  .record({
    controlNumber: number('A'),
    status: from('1', '2', '3', '4', '19', '22'),
    charge: cents,
    share: fc.boolean(),
    filingIndicator: from('12', 'MB', 'HM'),
    payerClaimNumber: number('ICN'),
    frequency: from('', '1', '7'),
    adjustments: list(adjustment, 2),
    names: list(names, 3),
    remarks: list(from('MA01', 'MA18', 'N89'), 3),
    service: maybe(span),
    received: maybe(date),
    coverageEnded: maybe(date),
    amounts: record(['AU', 'F5', 'I'], cents),
    references: record(['1L', 'CE', 'F8', 'EA'], number('R')),
    lines: list(line, 3),
  })
  .map(({ share, service, received, coverageEnded, ...one }) => {
    const { lines, adjustments } = one;
    const charge = lines.length > 0 ? sum(lines.map((each) => each.charge)) : one.charge;
    const paid =
      (lines.length > 0 ? sum(lines.map((each) => each.paid)) : charge) - sum(adjustments.map(({ amount }) => amount));
    const forwarded = one.names.find(({ role }) => role === 'TT');
    return {
      segment: 0,
      ...one,
      charge,
      paid,
      patientResponsibility: share ? shareOf(adjustments) + sum(lines.map((each) => shareOf(each.adjustments))) : null,
      crossover: forwarded ? { name: forwarded.last, id: forwarded.id } : null,
      dates: { service, received, coverageEnded },
    };
  });

const party = (kinds: string[]): fc.Arbitrary<EraParty> =>
  fc
    .record({ name, idQualifier: from('', 'XV', 'XX'), id: number('P'), ids: record(kinds, number('')) })
    .map((one) => ({ ...one, id: one.idQualifier === '' ? '' : one.id }));

const providerAdjustment: fc.Arbitrary<ProviderAdjustment> = fc.record({
  segment: fc.constant(0),
  provider: from('1992999999', '1882888888'),
  fiscalPeriod: from('2026-12-31', '2025-12-31'),
  code: from('WO', '72', 'L6', 'FB', 'CS'),
  reference: fc.oneof(from(''), number('ICN')),
  amount: signed,
});

const set: fc.Arbitrary<EraSet> = fc
  .record({
    control: number('0'),
    test: fc.boolean(),
    payer: party(['2U', 'EO', 'HI']),
    payee: party(['TJ', 'PQ']),
    trace: number('00'),
    paidOn: date,
    method: from('ACH', 'CHK', 'NON', 'FWT'),
    handling: from('I', 'H', 'C'),
    claims: list(claim, 2),
    providerAdjustments: list(providerAdjustment, 3),
  })
  .map((one) => {
    const total = sum(one.claims.map(({ paid }) => paid)) - sum(one.providerAdjustments.map(({ amount }) => amount));
    return {
      segment: 0,
      ...one,
      total: Math.abs(total),
      direction: total < 0 ? ('debit' as const) : ('credit' as const),
    };
  });

/** Sets whose every sum holds; small, because there are many of them. */
export const randomSets = (most = 2): fc.Arbitrary<EraSet[]> => fc.array(set, { minLength: 1, maxLength: most });

/** A character that stands in no value of a random model. */
const delimiters = from(
  { element: '*', component: ':', segment: '~' },
  { element: '|', component: '>', segment: '~' },
  { element: '*', component: '^', segment: '!' },
  { element: '*', component: '>', segment: '\n' },
  { element: '\u001d', component: '\u001f', segment: '\u001c' },
);

/** Every way to write it. */
export const randomStyle = fc
  .record({
    lineBreak: from('', '\n', '\r\n', '\n\n'),
    indent: from(0, 0, 2),
    wrap: from(0, 0, 0, 80),
    bom: fc.boolean(),
    version: from('005010X221A1' as const, '004010X091A1' as const),
    twoDecimals: fc.boolean(),
    oneUnit: fc.boolean(),
    delimiters,
  })
  .map(({ delimiters: chars, ...style }) => ({
    ...style,
    ...chars,
    // Where a line ends the segment, there is no other line break.
    ...(chars.segment === '\n' ? { lineBreak: '', wrap: 0 } : {}),
  }));
