import type { Case, ElectronicSecondary } from '../../../lib/claim/case';
import {
  absent,
  aCase,
  aFormCase,
  aLedger,
  aLine,
  aPosting,
  aRow,
  aSecondaryRow,
  aSecondLine,
  is,
  LARKSPUR,
  MEDICARE,
  without,
} from './build';
import { describeCheck } from './table';

const taking = (electronicSecondary: ElectronicSecondary) => ({ secondary: { ...LARKSPUR, electronicSecondary } });
const PAPER = { transmission: 'P' };
const medicareSecond: Partial<Case> = { secondary: { ...MEDICARE } };
/** Medicare second: the boxes describe the primary, box 29 is patient money, 11d is blank. */
const msp = (values: Record<string, string> = {}, drop: string[] = []) =>
  aFormCase(
    { '11': '2288', '11c': 'BRIGHTWATER PPO', '11d': '', '13': '', '29': '0.00', ...values },
    drop,
    medicareSecond,
  );
const noLedger = (c: Case) => without(c, 'ledger');

describeCheck('C103', {
  raised: {
    'where Electronic is chosen for a payer that takes none': [
      aFormCase({}, [], taking('no')),
      { short: 'Payer takes paper only' },
    ],
  },
  passed: {
    'where the payer takes them': aFormCase(),
    'where Print Locally is chosen': aFormCase(PAPER, [], taking('no')),
    'while no form is open': aCase(taking('no')),
    'where it is not known, which is C104': aFormCase({}, [], taking('unknown')),
  },
  unknown: 'never: what a payer takes is an answer of its own, yes, no or unknown',
});

describeCheck('C104', {
  raised: {
    'where nobody said it': [aCase(taking('unknown')), { question: 'electronic', short: 'Electronic or paper?' }],
    'where Electronic stands on the form': aFormCase({}, [], taking('unknown')),
  },
  passed: {
    'where the PM says it': aCase(),
    'where the biller says it': aCase({
      ...taking('unknown'),
      answers: { acknowledged: {}, electronicSecondary: 'yes' },
    }),
    'on the paper route': aFormCase(PAPER, [], taking('unknown')),
    'where no secondary is on file, which is C024': without(aCase(), 'secondary'),
  },
  unknown: 'never: unknown is what it asks about',
});

describeCheck('C105', {
  raised: {
    'on the paper route, as a question': [
      aCase(taking('no')),
      { severity: 'decide', question: 'eob', short: 'Attach the EOB' },
    ],
    'where Print Locally is chosen': aFormCase(PAPER),
    'for Medicare, as a block': [
      aCase({ secondary: { ...MEDICARE, electronicSecondary: 'no' } }),
      { severity: 'block', question: 'eob' },
    ],
  },
  passed: {
    'where the claim goes electronically': aCase(),
    'where it is attached': aCase({ ...taking('no'), answers: { acknowledged: {}, eobAttached: true } }),
    'while the way is not decided, which is C104': aCase(taking('unknown')),
  },
  unknown: 'never: whether it is attached is asked',
});

describeCheck('C107', {
  raised: {
    'where 11d is not chosen': [aFormCase({ '11d': '' }), { short: 'Box 11d must be YES' }],
    'where 11d is NO': aFormCase({ '11d': 'N' }),
    'where 11d is YES and 9a is empty': [
      aFormCase({ '9a': '' }),
      { title: 'Box 11d is YES, but box 9a (Other policy or group) is empty', short: 'Box 9a is empty' },
    ],
    'where all of box 9 is empty': [
      aFormCase({ '9': '', '9a': '', '9d': '' }),
      { short: 'Boxes 9, 9a and 9d are empty' },
    ],
  },
  passed: { 'where they fit': aFormCase(), 'with Medicare second': msp(), 'while no form is open': aCase() },
  unknown: {
    'where the form has no box 11d': [aFormCase({}, ['11d']), 'box 11d of the form'],
    'where the form has no box 9a': [aFormCase({}, ['9a']), 'box 9a of the form'],
  },
});

describeCheck('C108', {
  raised: {
    'where box 11 says NONE': [msp({ '11': 'none' }), { short: 'Box 11 says NONE' }],
    'where box 11 is empty': msp({ '11': '' }),
    'where the insured is missing': msp({ '4': '', '6': '', '7.street': '' }),
    'where the plan is missing': msp({ '11c': '' }),
  },
  passed: {
    'where the primary is named': msp(),
    'by SAME': msp({ '4': 'SAME', '7.street': 'SAME' }),
    'with another payer second': aFormCase({ '11': '' }),
    'while no form is open': aCase(medicareSecond),
  },
  unknown: { 'where the form has no box 11c': [msp({}, ['11c']), 'box 11c of the form'] },
});

const patientPaid1000: Partial<Case> = {
  ...medicareSecond,
  ledger: aLedger({ lines: [aLine({ patientPaid: is(1000) }), aSecondLine()] }),
};

describeCheck('C109', {
  raised: {
    "by the primary's payment": [msp({ '29': '149.09' }), { short: "Box 29 has the primary's money" }],
    'by the payments of both': aFormCase({ '29': '159.09' }, [], patientPaid1000),
    'by the primary’s payment where the patient paid more': aFormCase({ '29': '149.09' }, [], {
      ...medicareSecond,
      ledger: aLedger({ lines: [aLine({ patientPaid: is(20000) }), aSecondLine()] }),
    }),
    'by anything above what the patient paid': aFormCase({ '29': '10.01' }, [], patientPaid1000),
  },
  passed: {
    'by 0.00': msp(),
    'by an empty box': msp({ '29': '' }),
    "by the patient's payment": aFormCase({ '29': '10.00' }, [], patientPaid1000),
    'with another payer second': aFormCase(),
    'while no form is open': aCase(medicareSecond),
  },
  unknown: {
    'where the form has no box 29': [msp({}, ['29']), 'box 29 of the form'],
    'where the box cannot be read': [msp({ '29': '12.3.4' }), 'box 29 of the form'],
    'where nobody knows what the patient paid': [
      aFormCase({ '29': '5.00' }, [], {
        ...medicareSecond,
        row: { ...aCase().row, patientPaid: absent },
        ledger: aLedger({ patientPaid: absent, lines: [aLine({ patientPaid: absent })] }),
      }),
      'what the patient paid',
    ],
  },
});

describeCheck('C110', {
  raised: {
    'by another amount': [
      aFormCase({ '29': '149.08' }),
      { short: 'Box 29 differs from the ledger', question: 'acknowledge' },
    ],
    'by an empty box, which is not 0.00': aFormCase({ '29': '' }),
  },
  passed: {
    'by what the primary paid': aFormCase(),
    'by that and what the patient paid': aFormCase({ '29': '159.09' }, [], { ...patientPaid1000, secondary: LARKSPUR }),
    'with Medicare second': msp(),
    'while no form is open': aCase(),
  },
  unknown: {
    'where the form has no box 29': [aFormCase({}, ['29']), 'box 29 of the form'],
    'while the ledger is not read': [noLedger(aFormCase()), 'the ledger'],
    'where it may hold patient money that is not read': [
      aFormCase({ '29': '159.09' }, [], {
        row: aRow({ patientPaid: absent }),
        ledger: aLedger({ patientPaid: absent, lines: [aLine({ patientPaid: absent }), aSecondLine()] }),
      }),
      'what the patient paid',
    ],
    'for a claim of more lines than the form has': [
      aFormCase({}, [], { ledger: aLedger({ lines: Array.from({ length: 7 }, (_, i) => aLine({ n: i + 1 })) }) }),
      'which lines are on this form',
    ],
  },
});

const SWAPPED = {
  '24.1.D': '97110',
  '24.1.mod1': '',
  '24.1.F': '85.00',
  '24.2.D': '99214',
  '24.2.mod1': '25',
  '24.2.F': '165.00',
};

describeCheck('C111', {
  raised: {
    'where a line bills the balance': [
      aFormCase({ '24.1.F': '24.60' }),
      {
        title: 'The charge was changed: line 1 says $24.60 instead of $165.00',
        short: 'Line 1: charge was changed',
        lines: [1],
      },
    ],
    'where box 28 does': [aFormCase({ '28': '37.27' }), { short: 'Box 28 is not the full charge' }],
    'where a line has lost its charge': aFormCase({ '24.2.F': '' }),
  },
  passed: {
    'by the full charges': aFormCase(),
    'by the same lines in another order, which is C112': aFormCase(SWAPPED),
    'however they are written': aFormCase({ '24.1.F': '165', '28': '$250.00' }),
    'by a line that is not on the form, which is C112': aFormCase({ '24.2.D': '', '24.2.F': '' }),
    'while no form is open': aCase(),
  },
  unknown: {
    'while the ledger is not read': [noLedger(aFormCase()), 'the ledger'],
    'where a box cannot be read': [aFormCase({ '24.1.F': '16S.00' }), 'box 24 of the form'],
    'where the form has no box 28': [aFormCase({}, ['28']), 'box 28 of the form'],
    'where a charge of the ledger is not read': [
      aFormCase({}, [], { ledger: aLedger({ lines: [aLine({ charge: absent }), aSecondLine()] }) }),
      'the charge of line 1',
    ],
  },
});

describeCheck('C112', {
  raised: {
    'by another code': [
      aFormCase({ '24.1.D': '99213' }),
      { title: 'The lines differ from the ledger: line 1 has code 99213 instead of 99214', lines: [1] },
    ],
    'by a lost modifier': aFormCase({ '24.1.mod1': '' }),
    'by modifiers in another order': aFormCase({ '24.1.mod1': '59', '24.1.mod2': '25' }, [], {
      ledger: aLedger({ lines: [aLine({ modifiers: is(['25', '59']) }), aSecondLine()] }),
    }),
    'by other units': aFormCase({ '24.2.G': '2' }),
    'by another day': aFormCase({ '24.1.A.from': '02/25/2026' }),
    'by another order': [
      aFormCase({ '24.1.D': '97110', '24.1.mod1': '', '24.2.D': '99214', '24.2.mod1': '25' }),
      { short: 'Lines differ from the ledger' },
    ],
    'by another payment of the primary': [
      aFormCase({ '24.1.paid': '98.39' }),
      {
        title: 'The lines differ from the ledger: line 1 has $98.39 paid instead of $98.40',
        lines: [1],
        severity: 'block',
      },
    ],
    'by a payment that is not filled in, as a block': [aFormCase({ '24.2.paid': '' }), { severity: 'block' }],
    'by a cent moved from one amount to another': [
      aFormCase({ '24.1.paid': '98.39', '24.1.adj1.amount': '42.01' }),
      { question: 'acknowledge', why: 'The secondary pays by what the form says that the primary paid and adjusted.' },
    ],
    'by another adjustment': [
      aFormCase({ '24.1.adj1.group': 'PR' }),
      {
        title:
          'The lines differ from the ledger: line 1 has adjustments PR-2 $24.60, PR-45 $42.00 instead of CO-45 $42.00, PR-2 $24.60',
      },
    ],
    'by an adjustment too many': aFormCase({
      '24.2.adj3.group': 'CO',
      '24.2.adj3.reason': '97',
      '24.2.adj3.amount': '1.00',
    }),
    'by a line too many': aFormCase({ '24.3.D': '36415' }),
    'by a line too few': aFormCase({ '24.2.D': '' }),
  },
  passed: {
    'by the same lines': aFormCase(),
    'by adjustments in another order': aFormCase({
      '24.1.adj1.group': 'PR',
      '24.1.adj1.reason': '2',
      '24.1.adj1.amount': '24.60',
      '24.1.adj2.group': 'CO',
      '24.1.adj2.reason': '45',
      '24.1.adj2.amount': '42.00',
    }),
    'by a modifier in the box of the code': aFormCase({ '24.1.D': '99214-25', '24.1.mod1': '' }),
    'where the form has no boxes for the amounts': aFormCase(
      {},
      [1, 2].flatMap((n) => [`24.${n}.paid`, `24.${n}.adj1.amount`]),
    ),
    'by units and days written otherwise': aFormCase({ '24.1.G': '1.0', '24.1.A.from': '02 24 2026' }),
    'while no form is open': aCase(),
  },
  unknown: {
    'while the ledger is not read': [noLedger(aFormCase()), 'the ledger'],
    'where the ledger shows no units': [
      aFormCase({}, [], { ledger: aLedger({ lines: [aLine({ units: absent }), aSecondLine()] }) }),
      'the units of line 1',
    ],
    'where a date cannot be read': [aFormCase({ '24.1.A.from': '02/30/2026' }), 'box 24 of the form'],
    'where an amount cannot be read': [aFormCase({ '24.1.adj1.amount': '4Z.00' }), 'box 24 of the form'],
    'where the adjustments of the ledger are not read': [
      aFormCase({}, [], {
        ledger: aLedger({ lines: [aLine({ postings: [aPosting({ adjustments: absent })] }), aSecondLine()] }),
      }),
      'the adjustments of line 1',
    ],
  },
});

const beside = (values: Record<string, string>) => aFormCase(values, [], { siblings: [aSecondaryRow()] });

describeCheck('C115', {
  raised: {
    'by 7 on the first claim': [aFormCase({ '22': '7', '22.ref': 'LM1' }), { short: 'Box 22 is not a first claim' }],
    'by 8 without a claim number': beside({ '22': '8' }),
    'by any other code': aFormCase({ '22': '6' }),
    'beside the secondary claim of another visit': aFormCase({ '22': '7', '22.ref': 'LM1' }, [], {
      siblings: [aSecondaryRow({ dos: is({ from: '2026-01-05', to: '2026-01-05' }) })],
    }),
  },
  passed: {
    'by an empty box': aFormCase(),
    'by 1': aFormCase({ '22': '01' }),
    'by a replacement of a claim that exists': beside({ '22': '7', '22.ref': 'LM1' }),
    'where the form has no box 22': aFormCase({}, ['22']),
    'while no form is open': aCase(),
  },
  unknown: {
    'where nobody knows whom the claim it replaces was billed to': [
      aFormCase({ '22': '7', '22.ref': 'LM1' }, [], { siblings: [aSecondaryRow({ level: absent })] }),
      'which payer claim 8841299 was billed to',
    ],
  },
});

describeCheck('C116', {
  raised: {
    'where box 13 is empty': [aFormCase({ '13': '' }), { short: 'Box 13 is not signed' }],
    'where both are': [aFormCase({ '12': '', '13': ' ' }), { short: 'Boxes 12 and 13 are not signed' }],
    'with Medicare second, by box 12': msp({ '12': '' }),
  },
  passed: {
    'where both are signed': aFormCase(),
    'with Medicare second, by an empty box 13': msp(),
    'while no form is open': aCase(),
  },
  unknown: { 'where the form has no box 12': [aFormCase({}, ['12']), 'box 12 of the form'] },
});
