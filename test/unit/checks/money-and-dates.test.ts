import type { LedgerLine, Posting } from '../../../lib/claim/claim';
import {
  absent,
  aCase,
  adjustment,
  aFormCase,
  aLedger,
  aLine,
  aPosting,
  aRow,
  aSecondLine,
  CHECK_DATE,
  is,
  smudged,
  without,
} from './build';
import { describeCheck } from './table';

const withLines = (...lines: LedgerLine[]) => aCase({ ledger: aLedger({ lines }) });
const withPosting = (changes: Partial<Posting>) => withLines(aLine({ postings: [aPosting(changes)] }));
const noLedger = without(aCase(), 'ledger');

describeCheck('C060', {
  raised: {
    'where the primary left nothing to the patient': [
      withPosting({ adjustments: is([adjustment('CO', '45', 6660)]) }),
      { title: 'Nothing is left to bill', short: 'Nothing left to bill', question: 'acknowledge' },
    ],
    'where a reversal takes it all back': withPosting({
      adjustments: is([adjustment('PR', '2', 2460), adjustment('PR', '2', -2460)]),
    }),
    'by a denial that the practice has to mend': withPosting({
      paid: is(0),
      adjustments: is([adjustment('CO', '16', 16500)]),
    }),
  },
  passed: {
    'where the patient has a share': aCase(),
    'by a line denied as not covered': withPosting({ paid: is(0), adjustments: is([adjustment('CO', '96', 16500)]) }),
  },
  unknown: {
    'while the ledger is not read': [noLedger, 'the ledger'],
    'where adjustments cannot be read': [
      withPosting({ adjustments: smudged('PR2 24.6') }),
      'the adjustments of line 1',
    ],
    'where nothing is posted': [withLines(aLine({ postings: [] })), "the primary's postings"],
  },
});

const patientPaid = (first: number, second: number) =>
  aCase({
    row: aRow({ patientPaid: is(first + second) }),
    ledger: aLedger({ lines: [aLine({ patientPaid: is(first) }), aSecondLine({ patientPaid: is(second) })] }),
  });

describeCheck('C068', {
  raised: {
    'by any payment, as good to know': [patientPaid(1000, 0), { title: 'The patient paid $10.00' }],
    'by the whole share, as a decision': [
      patientPaid(2460, 1267),
      { severity: 'decide', short: 'The patient paid it all', question: 'acknowledge' },
    ],
    'by Claim History where the ledger shows no such amount': aCase({
      row: aRow({ patientPaid: is(500) }),
      ledger: aLedger({ patientPaid: absent, lines: [aLine({ patientPaid: absent })] }),
    }),
  },
  passed: { 'where the patient paid nothing': aCase() },
  unknown: {
    'where no page shows it': [without(aCase({ row: aRow({ patientPaid: absent }) }), 'ledger'), 'the ledger'],
    'where it cannot be read': [
      aCase({
        row: aRow({ patientPaid: absent }),
        ledger: aLedger({ patientPaid: smudged('x'), lines: [aLine({ patientPaid: absent })] }),
      }),
      'what the patient paid',
    ],
  },
});

describeCheck('C069', {
  raised: {
    'by a mark on Claim History': [aCase({ row: aRow({ writtenOff: is(true) }) }), { question: 'acknowledge' }],
    'by the ledger': aCase({ ledger: aLedger({ writtenOff: is(true) }) }),
  },
  passed: {
    'where no mark stands': aCase(),
    'by a mark that says no': aCase({ ledger: aLedger({ writtenOff: is(false) }) }),
  },
  unknown: {
    'while the ledger is not read': [noLedger, 'the ledger'],
    'where the mark cannot be read': [aCase({ row: aRow({ writtenOff: smudged('?') }) }), 'the write-off mark'],
  },
});

describeCheck('C070', {
  raised: {
    'by a statement': [aCase({ ledger: aLedger({ statementSent: is(true) }) }), { short: 'Statement already sent' }],
  },
  passed: {
    'by a full patient column alone': aCase(),
    'by a mark that says no': aCase({ ledger: aLedger({ statementSent: is(false) }) }),
  },
  unknown: {
    'while the ledger is not read': [noLedger, 'the ledger'],
    'where the mark cannot be read': [
      aCase({ ledger: aLedger({ statementSent: smudged('?') }) }),
      'the statement mark',
    ],
  },
});

const undated = aLedger({ lines: [aLine({ postings: [aPosting({ date: absent })] })] });

describeCheck('C084', {
  raised: {
    'where a posting has no date': [
      withLines(aLine(), aSecondLine({ postings: [aPosting({ date: absent }, 'ledger/8841207/2')] })),
      { title: 'Line 2 has no check date', short: 'Line 2: no check date', lines: [2] },
    ],
    'where the cell is empty': withPosting({ date: smudged(' ') }),
    'on three lines, in 30 characters': [
      withLines(...[1, 2, 3].map((n) => aLine({ n, postings: [aPosting({ date: absent }, `ledger/8841207/${n}`)] }))),
      { title: 'Lines 1, 2 and 3 have no check date', short: '3 lines: no check date' },
    ],
    'where the box on the form is empty, which is what will be sent': aFormCase({ '24.2.adjDate': '' }),
    'where the box on the form is empty too': aFormCase({ '24.1.adjDate': '' }, [], { ledger: undated }),
  },
  passed: {
    'where each posting has one': aCase(),
    'by a date that cannot be read, which is not missing': withPosting({ date: smudged('02/30/2026') }),
    'by the date in the box of the form': aFormCase({}, [], { ledger: undated }),
    'by a form without a box for it': aFormCase({}, ['24.1.adjDate', '24.2.adjDate']),
    'by a line without a posting, which is C004': withLines(aLine(), aSecondLine({ postings: [] })),
  },
  unknown: {
    'while the ledger is not read': [noLedger, 'the ledger'],
    'where nobody can tell whose posting it is': [
      withPosting({ level: smudged('?') }),
      'the payer level of a posting of line 1',
    ],
  },
});

describeCheck('C085', {
  raised: {
    'by a date after today': [
      withPosting({ date: is('2026-04-03') }),
      { title: 'Line 1: the check date 04/03/2026 lies in the future', short: 'Check date in the future' },
    ],
    'by the box of the form': aFormCase({ '24.1.adjDate': '04/03/2026' }, [], { ledger: undated }),
    'by the box of the form beside a good date in the ledger': [
      aFormCase({ '24.2.adjDate': '03/10/2062' }),
      { title: 'Line 2: the check date 03/10/2062 lies in the future', lines: [2] },
    ],
  },
  passed: {
    'by today': withPosting({ date: is('2026-04-02') }),
    'by a missing date, which is C084': withPosting({ date: absent }),
  },
  unknown: {
    'while the ledger is not read': [noLedger, 'the ledger'],
    'where the date cannot be read': [withPosting({ date: smudged('02/30/2026') }), 'the check date of line 1'],
    'where the box cannot be read': [
      aFormCase({ '24.1.adjDate': '02/30/2026' }, [], { ledger: undated }),
      'box 24 of the form',
    ],
  },
});

describeCheck('C086', {
  raised: {
    'by a date before the service': [
      withPosting({ date: is('2026-02-23') }),
      { short: 'Check date before the service' },
    ],
    'by the box of the form beside a good date in the ledger': aFormCase({ '24.1.adjDate': '02/23/2026' }),
    'by the first line where Claim History has no date': aCase({
      row: aRow({ dos: absent }),
      ledger: aLedger({ lines: [aLine({ postings: [aPosting({ date: is('2026-02-23') })] })] }),
    }),
  },
  passed: {
    'by the day of service itself': withPosting({ date: is('2026-02-24') }),
    'by a missing date, which is C084': withPosting({ date: absent }),
  },
  unknown: {
    'while the ledger is not read': [noLedger, 'the ledger'],
    'where the date cannot be read': [
      withPosting({ date: smudged(CHECK_DATE.slice(0, 7)) }),
      'the check date of line 1',
    ],
    'where the day of service is not known': [
      aCase({ row: aRow({ dos: absent }), ledger: aLedger({ lines: [aLine({ dos: absent })] }) }),
      'the date of service',
    ],
  },
});
