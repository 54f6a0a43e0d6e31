import type { Case } from '../../../lib/claim/case';
import type { ClaimRow, Policy, Posting } from '../../../lib/claim/claim';
import {
  absent,
  aCase,
  aChart,
  aFormCase,
  aLedger,
  aLine,
  aMedicareCase,
  aPolicy,
  aPosting,
  aPrimaryPolicy,
  aRow,
  aSecondaryRow,
  BRIGHTWATER,
  forwarded,
  is,
  MEDICARE,
  notForwarded,
  smudged,
  without,
} from './build';
import { describeCheck } from './table';

const nobody = (changes: Partial<Case> = {}) =>
  without(
    aCase({ row: aRow({ secondaryPayer: absent }), chart: aChart({ policies: [aPrimaryPolicy()] }), ...changes }),
    'secondary',
  );

const ofChart = (...secondaries: Policy[]) =>
  nobody({ chart: aChart({ policies: [aPrimaryPolicy(), ...secondaries] }) });

describeCheck('C024', {
  raised: {
    'where neither claim nor chart names one': [
      nobody(),
      { title: 'No second insurer on file', short: 'No secondary on file' },
    ],
    'where the chart’s had ended': [
      ofChart(aPolicy({ terminated: is('2025-12-31') })),
      { short: 'No secondary on file' },
    ],
    'where the claim names none and the chart two': [
      ofChart(aPolicy(), aPolicy({ payer: is('HALCYON HEALTH') })),
      { title: 'The chart names 2 second insurers, the claim none', short: 'Several secondaries in chart' },
    ],
  },
  passed: { 'where one is on file': aCase() },
  unknown: {
    'while the chart is not read': [without(nobody(), 'chart'), 'the chart'],
    'where the payer on the claim cannot be read': [
      nobody({ row: aRow({ secondaryPayer: smudged('####') }) }),
      'the secondary payer of the claim',
    ],
    'where the payer on the claim cannot be read, whatever the chart says': [
      aCase({ row: aRow({ secondaryPayer: smudged('####') }) }),
      'the secondary payer of the claim',
    ],
    'where the payer of the chart’s secondary cannot be read': [
      ofChart(aPolicy({ payer: smudged('?') })),
      'the payer of the secondary policy in the chart',
    ],
    'where a policy has a rank nobody knows': [
      nobody({ chart: aChart({ policies: [aPolicy({ rank: smudged('2nd?') })] }) }),
      'the rank of a policy in the chart',
    ],
  },
});

const twoPolicies = (secondary: Partial<Policy>, changes: Partial<Case> = {}) =>
  aCase({
    secondary: { ...BRIGHTWATER },
    chart: aChart({ policies: [aPrimaryPolicy(), aPolicy({ payer: is('BRIGHTWATER PPO'), ...secondary })] }),
    ...changes,
  });
const sameId = { memberId: is('BW 2288-401'), group: is('2288') };

describeCheck('C025', {
  raised: {
    'where payer, member ID and group are the same': [twoPolicies(sameId), { short: 'Secondary equals the primary' }],
    'where the picked profile is the primary policy': twoPolicies(
      {},
      { picked: { insuranceId: 'BW2288401', name: 'OKAFOR, DENISE', group: '2288', path: 'search/1' } },
    ),
    'where the form holds the primary’s ID': aFormCase({ '1a': 'BW2288401' }, [], {
      ...twoPolicies({ group: is('') }),
    }),
    'where a group is blank': twoPolicies({ ...sameId, group: is('') }),
    'where the groups are written otherwise': twoPolicies({ ...sameId, group: is('22-88') }),
    'where no group tells the two apart': twoPolicies({ ...sameId, group: absent }),
  },
  passed: {
    'for two payers': aCase(),
    'for two IDs of one payer': twoPolicies({ memberId: is('BW9999999') }),
    'for two groups of one payer': twoPolicies({ ...sameId, group: is('9000') }),
    'where no secondary is on file, which is C024': nobody(),
  },
  unknown: {
    'while the chart is not read': [without(twoPolicies({}), 'chart'), 'the chart'],
    "where the secondary's ID cannot be read": [twoPolicies({ memberId: smudged('BW?') }), "the secondary's member ID"],
    "where the primary's ID is not in the chart": [
      twoPolicies(
        {},
        {
          chart: aChart({
            policies: [aPrimaryPolicy({ memberId: absent }), aPolicy({ payer: is('BRIGHTWATER PPO') })],
          }),
        },
      ),
      "the primary's member ID",
    ],
  },
});

const noMoreMoney = {
  ...notForwarded('N177 not forwarded, no more money'),
  says: 'no-more-money',
  code: 'N177',
} as const;
const answered = (crossover: 'forwarded' | 'not-forwarded') =>
  aMedicareCase([], { answers: { acknowledged: {}, crossover } });

describeCheck('C051', {
  raised: {
    'by MA18 in the ledger': [
      aMedicareCase([forwarded()]),
      {
        title: 'Medicare forwarded this claim',
        short: 'Medicare forwarded it',
        why: 'Medicare already sent this claim to LARKSPUR MUTUAL. Sending it again makes a duplicate denial.',
      },
    ],
    'by a note on Claim History': aMedicareCase([], { row: aRow({ crossover: [forwarded('Forwarded to AARP')] }) }),
    'while the ledger is not read': without(aMedicareCase([], { row: aRow({ crossover: [forwarded()] }) }), 'ledger'),
    "by the biller's word from the remittance": answered('forwarded'),
    'by a sign even against a sign': aMedicareCase([notForwarded(), forwarded()]),
    'whoever the primary is': [
      aCase({ ledger: aLedger({ crossover: [forwarded()] }) }),
      { title: 'BRIGHTWATER PPO forwarded this claim', short: 'BRIGHTWATER PPO forwarded it' },
    ],
    'under a name too long for the list': [
      aCase({
        primary: { ...BRIGHTWATER, name: 'BLUE PRAIRIE HEALTH COOPERATIVE' },
        ledger: aLedger({ crossover: [forwarded()] }),
      }),
      { short: 'The primary forwarded it' },
    ],
  },
  passed: {
    'for a commercial primary without a sign': aCase(),
    'where the remittance says not forwarded': aMedicareCase([notForwarded()]),
    "by the biller's word from the remittance": answered('not-forwarded'),
    'by N177': aMedicareCase([noMoreMoney]),
  },
  unknown: {
    'with Medicare first and no sign': [aMedicareCase([]), 'the Medicare remittance'],
    'while the ledger is not read': [without(aCase(), 'ledger'), 'the ledger'],
    'where nobody knows the primary': [
      aCase({ primary: { ...BRIGHTWATER, name: '', kind: 'unknown' }, row: aRow({ primaryPayer: smudged('#') }) }),
      'the primary payer',
    ],
  },
});

describeCheck('C052', {
  raised: {
    // 15 working days after 03/10/2026: no holiday in between, so three weeks.
    'on the last day of the wait': [
      aMedicareCase([forwarded()], { today: '2026-03-30' }),
      { title: 'Wait for LARKSPUR MUTUAL until 03/31/2026', short: 'Wait until 03/31/2026' },
    ],
  },
  passed: {
    'from the day on which the wait is over': aMedicareCase([forwarded()], { today: '2026-03-31' }),
    'where nothing was forwarded': aCase({ today: '2026-03-11' }),
  },
  unknown: {
    'where no payment date can be read': [
      aMedicareCase([], { ledger: aLedger({ crossover: [forwarded()], lines: [] }) }),
      "the date of the primary's payment",
    ],
    'while the ledger is not read': [
      without(aMedicareCase([], { row: aRow({ crossover: [forwarded()] }) }), 'ledger'),
      'the ledger',
    ],
    'where nobody knows about the crossover': [aMedicareCase([]), 'the Medicare remittance'],
  },
});

describeCheck('C053', {
  raised: {
    'by MA19': [aMedicareCase([notForwarded()]), { short: 'Not forwarded' }],
    "by the biller's word": answered('not-forwarded'),
  },
  passed: {
    'for a commercial primary': aCase(),
    'for a forwarded claim': aMedicareCase([forwarded()]),
    'by N177, which is C054': aMedicareCase([noMoreMoney]),
  },
  unknown: { 'with Medicare first and no sign': [aMedicareCase([]), 'the Medicare remittance'] },
});

describeCheck('C054', {
  raised: { 'by N177': [aMedicareCase([noMoreMoney]), { question: 'acknowledge' }] },
  passed: { 'without it': aMedicareCase([notForwarded()]) },
  unknown: { 'while the ledger is not read': [without(aCase(), 'ledger'), 'the ledger'] },
});

describeCheck('C055', {
  raised: { 'for a Medicare Advantage plan': aCase({ primary: { ...BRIGHTWATER, kind: 'medicare-advantage' } }) },
  passed: { 'for Original Medicare': aCase({ primary: MEDICARE }), 'for others': aCase() },
  unknown: {
    'where nobody knows the primary': [
      aCase({ primary: { ...BRIGHTWATER, name: '', kind: 'unknown' } }),
      'the primary payer',
    ],
  },
});

const secondPosting = (changes: Partial<Posting> = {}) =>
  aPosting({ level: is('S'), payer: is('LARKSPUR MUTUAL'), paid: is(2460), adjustments: is([]), ...changes });
const beside = (...siblings: ClaimRow[]) => aCase({ siblings });
const elsewhere = { dos: is({ from: '2026-01-05', to: '2026-01-05' }) };

describeCheck('C057', {
  raised: {
    'by a secondary claim of the same days and charge': [
      beside(aSecondaryRow()),
      { title: 'The secondary was already billed with claim 8841299', short: 'Already billed' },
    ],
    'by a rejected one, which is to be mended': beside(aSecondaryRow({ status: is('rejected') })),
    'by the control number, whatever the charge': aCase({
      row: aRow({ pcn: is('P-1') }),
      siblings: [aSecondaryRow({ charge: is(1), pcn: is('P-1') })],
    }),
    'by a posting of the secondary in the ledger': [
      aCase({ ledger: aLedger({ lines: [aLine({ postings: [aPosting(), secondPosting()] })] }) }),
      { title: 'LARKSPUR MUTUAL has already answered', short: 'Already billed', lines: [1] },
    ],
    'by a posting of the secondary that only its name tells': aCase({
      ledger: aLedger({ lines: [aLine({ postings: [aPosting(), secondPosting({ level: absent })] })] }),
    }),
    'by a form that names no number of the claim it replaces': aFormCase({ '22': '7' }, [], {
      siblings: [aSecondaryRow()],
    }),
  },
  passed: {
    'without other claims': aCase(),
    'beside other primary claims of that day': beside(aRow({ id: is('9') })),
    'beside the secondary claim of another day': beside(aSecondaryRow(elsewhere)),
    'beside the secondary claim of another charge': beside(aSecondaryRow({ charge: is(1) })),
    'beside claims of other days under the patient’s one account number': aCase({
      row: aRow({ pcn: is('HF204417') }),
      siblings: [aSecondaryRow({ ...elsewhere, pcn: is('HF204417') })],
    }),
    'where no control number is shown': aCase({
      row: aRow({ pcn: is('') }),
      siblings: [aSecondaryRow({ charge: is(1), pcn: is('') })],
    }),
    'where the form replaces it': aFormCase({ '22': '7', '22.ref': 'LM1' }, [], { siblings: [aSecondaryRow()] }),
    'beside a voided one': beside(aSecondaryRow({ status: is('voided') })),
  },
  unknown: {
    'where the page does not say whom the twin was billed to': [
      beside(aSecondaryRow({ level: absent })),
      'which payer claim 8841299 was billed to',
    ],
    'where the date of a secondary claim cannot be read': [
      beside(aSecondaryRow({ dos: smudged('02/30/2026') })),
      'the date of service of claim 8841299',
    ],
    'where the charge of a secondary claim cannot be read': [
      beside(aSecondaryRow({ charge: smudged('x') })),
      'the charge of claim 8841299',
    ],
    'where the own date cannot be read': [
      aCase({ row: aRow({ dos: smudged('x') }), siblings: [aSecondaryRow()] }),
      'the date of service',
    ],
  },
});
