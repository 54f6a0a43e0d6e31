/**
 * Fixtures: a payer's answers to one claim as data. The people, payers and numbers are made up. `anAnswer()` is what
 * Brightwater says of the claim of `test/unit/checks/build.ts`: two lines, 149.09 paid, to the cent as it is posted there.
 */
import type {
  Adjudication,
  EraAdjustment,
  EraClaim,
  EraLine,
  EraName,
  EraPayment,
  ProviderAdjustment,
} from '../../lib/claim/era';

/** `cas('CO-45', 4200)`; `null` where the amount cannot be read. */
export const cas = (code: string, amount: number | null): EraAdjustment => {
  const [group = '', carc = ''] = code.split('-');
  return { group, carc, amount, quantity: null };
};

const total = (adjustments: readonly EraAdjustment[]): number =>
  adjustments.reduce((sum, { amount }) => sum + (amount ?? 0), 0);

/** Line 1: 99214-25, 165.00 = 98.40 paid + 42.00 CO-45 + 24.60 PR-2. */
export const aRemitLine = (changes: Partial<EraLine> = {}): EraLine => ({
  segment: 120,
  procedure: '99214',
  qualifier: 'HC',
  modifiers: ['25'],
  submittedProcedure: null,
  charge: 16500,
  paid: 9840,
  units: 1,
  submittedUnits: null,
  adjustments: [cas('CO-45', 4200), cas('PR-2', 2460)],
  allowed: null,
  lineControlNumber: '8841207-1',
  remarks: [],
  dates: { from: '2026-02-24', to: '2026-02-24' },
  amounts: {},
  ...changes,
});

/** Line 2: 97110, 85.00 = 50.69 paid + 21.64 CO-45 + 12.67 PR-2. */
export const aSecondRemitLine = (changes: Partial<EraLine> = {}): EraLine =>
  aRemitLine({
    segment: 130,
    procedure: '97110',
    modifiers: [],
    charge: 8500,
    paid: 5069,
    adjustments: [cas('CO-45', 2164), cas('PR-2', 1267)],
    lineControlNumber: '8841207-2',
    ...changes,
  });

export const aPerson = (role: string, last: string, first: string, id = ''): EraName => ({
  role,
  last,
  first,
  middle: '',
  id,
  idQualifier: id === '' ? '' : 'MI',
});

const sum = (amounts: (number | null)[]): number => amounts.reduce<number>((all, one) => all + (one ?? 0), 0);

/** A claim whose totals are those of its lines and adjustments, unless `changes` says otherwise. */
export const aRemitClaim = (changes: Partial<EraClaim> = {}): EraClaim => {
  const lines = changes.lines ?? [aRemitLine(), aSecondRemitLine()];
  const adjustments = changes.adjustments ?? [];
  const all = [...adjustments, ...lines.flatMap((line) => line.adjustments)];
  return {
    segment: 112,
    controlNumber: '8841207',
    status: '1',
    charge: sum(lines.map(({ charge }) => charge)),
    paid: sum(lines.map(({ paid }) => paid)) - total(adjustments),
    patientResponsibility: total(all.filter(({ group }) => group === 'PR')),
    filingIndicator: '12',
    payerClaimNumber: 'BW26083-55017',
    frequency: '1',
    adjustments,
    names: [aPerson('QC', 'OKAFOR', 'DENISE', 'BW2288401')],
    crossover: null,
    remarks: [],
    dates: { service: { from: '2026-02-24', to: '2026-02-24' }, received: null, coverageEnded: null },
    amounts: {},
    references: {},
    lines,
    ...changes,
  };
};

export const aPayment = (changes: Partial<EraPayment> = {}): EraPayment => ({
  control: '0001',
  segment: 3,
  test: false,
  payer: { name: 'BRIGHTWATER PPO', id: '', idQualifier: '', ids: { '2U': 'BRW01' } },
  payee: { name: 'HILLTOP REHAB', id: '1999999984', idQualifier: 'XX', ids: {} },
  trace: '0012345',
  paidOn: '2026-03-10',
  method: 'CHK',
  handling: 'I',
  total: 184216,
  direction: 'credit',
  ...changes,
});

interface Answer {
  claim?: Partial<EraClaim>;
  payment?: Partial<EraPayment>;
  file?: string;
  providerAdjustments?: ProviderAdjustment[];
  match?: Adjudication['match'];
}

/** One answer of Brightwater, with any part replaced. */
export const anAnswer = ({
  claim,
  payment,
  file = 'a',
  providerAdjustments = [],
  match,
}: Answer = {}): Adjudication => ({
  file: { id: file, name: `${file}.835` },
  payment: aPayment(payment),
  claim: aRemitClaim(claim),
  providerAdjustments,
  problems: [],
  match: match ?? 'control-number',
});

const minus = (amount: number | null): number | null => (amount === null || amount === 0 ? amount : -amount);

/** The same line with every amount negated. */
export const negated = (line: EraLine): EraLine => ({
  ...line,
  charge: minus(line.charge),
  paid: minus(line.paid),
  adjustments: line.adjustments.map((one) => ({ ...one, amount: minus(one.amount) })),
});

/** The reversal (claim status 22) of a claim. */
export const reversalOf = (claim: EraClaim, changes: Partial<EraClaim> = {}): EraClaim => ({
  ...claim,
  status: '22',
  charge: minus(claim.charge),
  paid: minus(claim.paid),
  patientResponsibility: minus(claim.patientResponsibility),
  adjustments: claim.adjustments.map((one) => ({ ...one, amount: minus(one.amount) })),
  lines: claim.lines.map(negated),
  ...changes,
});

/** A later payment of the same payer, in its own file. */
export const LATER = { trace: '0099001', paidOn: '2026-03-24', total: 9100 } as const;

export const aRecovery = (changes: Partial<ProviderAdjustment> = {}): ProviderAdjustment => ({
  segment: 900,
  provider: '1999999984',
  fiscalPeriod: '2026-12-31',
  code: 'WO',
  reference: 'BW26083-55017',
  amount: 14909,
  ...changes,
});
