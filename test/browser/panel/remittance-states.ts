/** States of the panel that have to do with remittances, as data. The people, payers and numbers are made up. */
import type { Adjudication } from '../../../lib/claim/era';
import type { EraClaimRow, EraFileView, EraPaymentView } from '../../../lib/era/files';
import type { PatientFile } from '../../../lib/session/session';
import {
  anAnswer,
  aPayment,
  aRecovery,
  aRemitClaim,
  aRemitLine,
  aSecondRemitLine,
  cas,
  LATER,
  reversalOf,
} from '../../era/build';
import { is } from '../../unit/checks/build';
import {
  file,
  fillForm,
  formFrame,
  GOOD,
  goodLedger,
  HISTORY,
  HOSTILE,
  KEY,
  ledger,
  line,
  NOW,
  row,
  type State,
  state,
  yes,
} from './states';

const CLAIM = '8841207';

const aPaymentView = (changes: Partial<EraPaymentView> = {}): EraPaymentView => ({
  ...aPayment({ method: 'ACH', trace: '0098812', paidOn: '2026-03-24' }),
  index: 0,
  claims: 12,
  paid: 184216,
  adjusted: 0,
  balanced: 'yes',
  ...changes,
});

export const anEraFile = (changes: Partial<EraFileView> = {}): EraFileView => ({
  id: 'a',
  name: 'brightwater-0324.835',
  bytes: 41_220,
  state: { is: 'read' },
  payments: [aPaymentView()],
  claims: 12,
  lines: 31,
  problems: [],
  problemCount: 0,
  ...changes,
});

const LAST = ['OKAFOR', 'ABERNATHY', 'CASTELLANOS-WHITFIELD', 'NGUYEN', 'LEE', 'DE LA CRUZ'];

/** Many claims of one file. */
export const aRow = (i: number, changes: Partial<EraClaimRow> = {}): EraClaimRow => ({
  file: 'a',
  claim: i,
  controlNumber: String(8_841_207 + i),
  payerClaimNumber: `BW26083-${55_017 + i}`,
  status: i % 7 === 3 ? '22' : '1',
  last: LAST[i % LAST.length] ?? '',
  first: 'DENISE',
  memberId: 'BW2288401',
  from: '2026-02-24',
  to: i % 5 === 4 ? '2026-02-26' : '2026-02-24',
  charge: 25_000 + i,
  paid: i % 11 === 10 ? null : 14_909,
  lines: 2,
  set: 0,
  offset: i * 900,
  length: 900,
  segment: 112 + i * 12,
  ...changes,
});

const rows = (n: number): EraClaimRow[] => Array.from({ length: n }, (_, i) => aRow(i));

const at = (view: State['view'], patient: PatientFile, changes: Partial<State> = {}): State => ({
  ...state(patient, [HISTORY], view),
  ...changes,
});

const compare = (patient: PatientFile, changes: Partial<State> = {}): State =>
  at({ at: 'remittance', patient: KEY, claim: CLAIM }, patient, { files: [anEraFile()], ...changes });

const withAnswers = (answers: Adjudication[], changes: Partial<PatientFile> = {}): PatientFile =>
  file({ answers: yes(CLAIM), remittances: { [CLAIM]: answers }, ...changes });

const ledgers = (own: PatientFile['ledgers'][string]['ledger']): PatientFile['ledgers'] => ({
  [CLAIM]: { ledger: own, readAt: NOW, from: 'fetched' },
});

/** Line 2 was posted with CO-45 a cent short. */
const aCentShort = ledgers(
  ledger(CLAIM, [line(CLAIM, 1, '99214', GOOD[0]!), line(CLAIM, 2, '97110', [8500, 5069, 2163, 1267])]),
);

const unposted = ledgers(
  ledger(CLAIM, [line(CLAIM, 1, '99214', GOOD[0]!), { ...line(CLAIM, 2, '97110', GOOD[1]!), postings: [] }]),
);

const medicare = {
  claims: [
    row(CLAIM, '2026-02-24', {
      primaryPayer: is('BRIGHTWATER PPO', `claims/${CLAIM}/primaryPayer`, 'claim-history'),
    }),
  ],
};

const forwarded = anAnswer({
  claim: {
    status: '19',
    crossover: { name: 'SILVERLINE MEDIGAP', id: 'SLV09' },
    remarks: ['MA18', 'MA01'],
    lines: [aRemitLine({ remarks: ['N36', 'N9999'] }), aSecondRemitLine()],
  },
});

const corrected = aRemitClaim({
  segment: 240,
  payerClaimNumber: 'BW26099-00112',
  references: { F8: 'BW26083-55017' },
  lines: [aRemitLine(), aSecondRemitLine({ paid: 5169, adjustments: [cas('CO-45', 2064), cas('PR-2', 1267)] })],
});

const reversed = [
  anAnswer(),
  anAnswer({ claim: reversalOf(aRemitClaim({ segment: 220 })), payment: LATER, file: 'b' }),
  anAnswer({ claim: corrected, payment: LATER, file: 'b' }),
];

const unmatched = anAnswer({
  match: 'by-hand',
  claim: {
    lines: [
      aRemitLine({ lineControlNumber: '' }),
      aSecondRemitLine({ lineControlNumber: '', procedure: '97112', segment: 130 }),
    ],
  },
});

const hostile = anAnswer({
  claim: {
    controlNumber: HOSTILE.slice(0, 2000),
    payerClaimNumber: HOSTILE.slice(0, 2000),
    remarks: ['MA18', HOSTILE.slice(0, 500)],
    lines: [aRemitLine({ adjustments: [cas('CO-45', 4200), cas(`${HOSTILE.slice(0, 200)}-9`, 1)] })],
  },
  payment: {
    trace: HOSTILE.slice(0, 2000),
    payer: { name: HOSTILE.slice(0, 2000), id: '', idQualifier: '', ids: {} },
  },
});

const unbalanced = anAnswer({
  claim: { lines: [aRemitLine(), aSecondRemitLine({ paid: 5069, adjustments: [cas('CO-45', 2000)] })] },
});

const ready = file({ answers: yes(CLAIM) });

const PROBLEMS: EraFileView['problems'] = [
  { severity: 'error', segment: 212, text: 'Segment 212: "1,000.00" is not an 835 amount. That line is not used.' },
  { severity: 'warning', segment: 120, text: 'Segment 120: the line’s charge less its adjustments is $85.00.' },
  ...Array.from({ length: 40 }, (_, i) => ({ severity: 'info' as const, segment: i + 300, text: 'PER is missing.' })),
];

export const REMITTANCE_STATES: Record<string, State> = {
  'remittances-none': at({ at: 'remittances' }, ready),
  'remittances-reading': at({ at: 'remittances' }, ready, {
    files: [
      anEraFile({ bytes: 104_857_600, state: { is: 'reading', bytesRead: 39_000_000 }, claims: 74_118, payments: [] }),
      anEraFile({ id: 'b', name: 'larkspur.835', state: { is: 'reading', bytesRead: 0 }, claims: 0, payments: [] }),
    ],
  }),
  'remittances-read': at({ at: 'remittances' }, withAnswers([anAnswer()]), {
    files: [
      anEraFile({ problems: PROBLEMS, problemCount: 412 }),
      anEraFile({
        id: 'b',
        name: 'a-remittance-with-a-very-long-name-as-clearinghouses-give-them-20260324-0001-0002.835',
        payments: [
          aPaymentView({ balanced: 'no', paid: 184_000, adjusted: 1200 }),
          aPaymentView({ index: 1, balanced: 'unknown', total: null, trace: '', paidOn: null, method: 'CHK' }),
          aPaymentView({ index: 2, sameAs: 'brightwater-0324.835' }),
          aPaymentView({ index: 3, direction: 'debit', total: 1200 }),
          ...Array.from({ length: 9 }, (_, i) => aPaymentView({ index: 4 + i, trace: `77${i}` })),
        ],
        droppedAgain: 'copy of it.835',
      }),
      anEraFile({ id: 'c', name: 'test.835', payments: [aPaymentView({ test: true })] }),
    ],
    rows: rows(40),
    answered: forwarded,
  }),
  'remittances-claims': at({ at: 'remittances' }, ready, {
    files: [anEraFile()],
    rows: rows(7),
    answered: forwarded,
  }),
  'remittances-refused': at({ at: 'remittances' }, ready, {
    files: [
      anEraFile({
        name: 'eob.pdf',
        payments: [],
        claims: 0,
        state: { is: 'refused', why: 'eob.pdf is a PDF, not an 835. Nothing was read.', again: false },
      }),
      anEraFile({
        id: 'b',
        name: 'big.835',
        payments: [],
        claims: 0,
        state: { is: 'refused', why: 'Reading stopped. big.835 is not read.', again: true },
      }),
      anEraFile({ id: 'c', name: 'stopped.835', state: { is: 'stopped', bytesRead: 20_000 } }),
    ],
  }),
  'remittances-kept': at({ at: 'remittances' }, withAnswers([anAnswer()])),
  'remittance-same': compare(withAnswers([anAnswer()])),
  'remittance-differs': compare(
    withAnswers(
      [anAnswer({ claim: { remarks: ['MA01'] }, payment: { method: 'ACH', trace: '0098812', paidOn: '2026-03-24' } })],
      {
        ledgers: aCentShort,
      },
    ),
  ),
  'remittance-not-posted': compare(withAnswers([anAnswer()], { ledgers: unposted })),
  'remittance-no-ledger': compare(withAnswers([anAnswer()], { ledgers: {} })),
  'remittance-forwarded': compare(withAnswers([forwarded], medicare)),
  'remittance-corrected': compare(withAnswers(reversed)),
  'remittance-taken-back': compare(withAnswers(reversed.slice(0, 2))),
  'remittance-unmatched': compare(withAnswers([unmatched])),
  'remittance-matched-by-hand': compare(
    withAnswers([unmatched], {
      answers: {
        [CLAIM]: { acknowledged: {}, electronicSecondary: 'yes', lineMatches: { '0012345/8841207/130': 2 } },
      },
    }),
  ),
  'remittance-unbalanced': compare(withAnswers([{ ...unbalanced, problems: PROBLEMS }])),
  'remittance-recouped': compare(withAnswers([anAnswer({ providerAdjustments: [aRecovery()] })])),
  'remittance-candidates': compare(ready, {
    candidates: {
      [CLAIM]: [
        { row: aRow(0), match: 'patient-date-charge', why: 'Same patient, dates of service and charge' },
        { row: aRow(1, { charge: null, from: null }), match: 'control-number', why: 'Same claim number, but no dates' },
      ],
    },
  }),
  'remittance-none': compare(ready, { files: [] }),
  'remittance-hostile': compare(withAnswers([hostile])),
  'check-remittance': at(
    { at: 'claim', patient: KEY, claim: CLAIM, step: 'check' },
    withAnswers([anAnswer()], { ledgers: aCentShort }),
    {
      files: [anEraFile()],
    },
  ),
  'fill-remittance': {
    ...state(withAnswers([anAnswer()], { ledgers: aCentShort }), [formFrame(fillForm)], {
      at: 'claim',
      patient: KEY,
      claim: CLAIM,
      step: 'fill',
    }),
    files: [anEraFile()],
  },
};

export { goodLedger, rows as eraRows };
