import { expect, it } from 'vitest';
import { CATALOGUE } from '../../../lib/checks/catalogue';
import type { ClaimStatus, LedgerLine, Posting } from '../../../lib/claim/claim';
import { absent, aCase, adjustment, aLedger, aLine, aPosting, aRow, aSecondLine, is, smudged, without } from './build';
import { describeCheck } from './table';

const withStatus = (status: ClaimStatus) => aCase({ row: aRow({ status: is(status, 'status', 'claim-history') }) });
const withLines = (...lines: LedgerLine[]) => aCase({ ledger: aLedger({ lines }) });
const withPosting = (changes: Partial<Posting>) => withLines(aLine({ postings: [aPosting(changes)] }), aSecondLine());
const noLedger = without(aCase(), 'ledger');
const unreadStatus = aCase({ row: aRow({ status: smudged('RSLVD') }) });

describeCheck('C001', {
  raised: {
    'for a claim that is on its way': [withStatus('sent'), { short: 'Waiting for the primary' }],
    'for a rejected claim': [withStatus('payer-rejected'), { short: 'Rejected, not adjudicated' }],
    'for a claim on hold': [withStatus('user-hold'), { short: 'On hold, not sent' }],
    'for a voided claim': [withStatus('voided'), { short: 'Voided' }],
  },
  passed: { 'for a finalized claim': aCase() },
  unknown: {
    'where the status is a word nobody knows': [unreadStatus, 'the status of the claim'],
    'where there is no status': [aCase({ row: aRow({ status: absent }) }), 'the status of the claim'],
  },
});

describeCheck('C002', {
  raised: {
    'by HF Accepted': withStatus('accepted'),
    'by Sent to Payer': withStatus('sent'),
    'by Received': withStatus('received'),
  },
  passed: {
    'for a finalized claim': aCase(),
    'by other statuses, which are C001 alone': withStatus('paper-accepted'),
    'by a rejection, which is C001 alone': withStatus('rejected'),
  },
  unknown: { 'where the status is a word nobody knows': [unreadStatus, 'the status of the claim'] },
});

describeCheck('C003', {
  raised: {
    'where no line has a posting': withLines(aLine({ postings: [] }), aSecondLine({ postings: [] })),
    'where only the secondary has posted': withLines(aLine({ postings: [aPosting({ level: is('S') })] })),
  },
  passed: {
    'where a line is posted': aCase(),
    'by a denial, which is a posting of 0.00': withLines(
      aLine({ postings: [aPosting({ paid: is(0), adjustments: is([adjustment('PR', '96', 16500)]) })] }),
    ),
  },
  unknown: {
    'while the ledger is not read': [noLedger, 'the ledger'],
    'for a ledger without lines': [withLines(), 'the lines of the ledger'],
    'where nobody can tell whose posting it is': [
      withLines(aLine({ postings: [aPosting({ level: smudged('?') })] })),
      'the payer level of a posting of line 1',
    ],
  },
});

describeCheck('C004', {
  raised: {
    'for the one line without a posting': [
      withLines(aLine(), aSecondLine({ postings: [] })),
      { title: 'Line 2, 97110, has no posting', short: 'Line 2 has no posting', lines: [2] },
    ],
    'for several, in one finding': [
      withLines(aLine(), aSecondLine({ postings: [] }), aSecondLine({ n: 3, postings: [] })),
      { title: 'Lines 2 and 3 have no posting', lines: [2, 3] },
    ],
    'for many, in 30 characters': [
      withLines(aLine(), ...[2, 3, 4, 5].map((n) => aSecondLine({ n, postings: [] }))),
      { short: '4 lines have no posting' },
    ],
  },
  passed: {
    'where each line has one': aCase(),
    'where no line has any, which is C003': withLines(aLine({ postings: [] })),
  },
  unknown: {
    'while the ledger is not read': [noLedger, 'the ledger'],
    'where nobody can tell whose posting it is': [
      withLines(aLine({ postings: [aPosting({ level: smudged('?') })] }), aSecondLine()),
      'the payer level of a posting of line 1',
    ],
  },
});

const centShort = [adjustment('CO', '45', 4199), adjustment('PR', '2', 2460)];
const reversed = [
  aPosting({ paid: is(5000), adjustments: is([adjustment('CO', '45', 9040), adjustment('PR', '2', 2460)]) }),
  aPosting({ paid: is(-5000), adjustments: is([adjustment('CO', '45', -9040), adjustment('PR', '2', -2460)]) }),
  aPosting(),
];

describeCheck('C005', {
  raised: {
    'by a single cent': [
      withPosting({ adjustments: is(centShort) }),
      { title: 'Line 1, 99214, does not balance', short: 'Line 1 is off by $0.01', lines: [1] },
    ],
    'by a cent too much': [withPosting({ paid: is(9841) }), { short: 'Line 1 is off by $0.01' }],
    'for several lines in one finding': [
      withLines(aLine({ charge: is(1) }), aSecondLine({ charge: is(1) })),
      { title: 'Lines 1 and 2 do not balance', short: '2 lines do not balance' },
    ],
    'for the line that is wrong although another is unread': [
      withLines(aLine({ charge: is(1) }), aSecondLine({ charge: smudged('12.3.4') })),
      { lines: [1] },
    ],
  },
  passed: {
    'where charge = paid + adjustments on each line': aCase(),
    'by a reversal and its correction, taken together': withLines(aLine({ postings: reversed })),
    "by the primary's posting alone, the secondary's beside it": withLines(
      aLine({ postings: [aPosting(), aPosting({ level: is('S'), paid: is(2460), adjustments: is([]) })] }),
    ),
    'by an adjustment without a code, whose amount counts': withPosting({
      adjustments: is([{ group: '', carc: '', amount: 4200, raw: 'R&C 42.00' }, adjustment('PR', '2', 2460)]),
    }),
    'where the page has no level, but one payer': withPosting({ level: absent }),
    'where the page has no level, but the payers are named': withLines(
      aLine({
        postings: [
          aPosting({ level: absent }),
          aPosting({ level: absent, payer: is('LARKSPUR MUTUAL'), paid: is(2460), adjustments: is([]) }),
        ],
      }),
    ),
    'for a line without a posting, which is C004': withLines(aLine(), aSecondLine({ postings: [] })),
  },
  unknown: {
    'while the ledger is not read': [noLedger, 'the ledger'],
    'where an amount cannot be read': [withPosting({ paid: smudged('12.3.4') }), 'the amount paid on line 1'],
    'where the adjustments are not on the page': [withPosting({ adjustments: absent }), 'the adjustments of line 1'],
    'where the charge is not on the page': [withLines(aLine({ charge: absent })), 'the charge of line 1'],
    'where a payer that is neither of the claim’s posted it': [
      withPosting({ level: absent, payer: is('HALCYON HEALTH') }),
      'the payer level of a posting of line 1',
    ],
    'where two postings have neither level nor payer': [
      withLines(
        aLine({ postings: [aPosting({ level: absent, payer: absent }), aPosting({ level: absent, payer: absent })] }),
      ),
      'the payer level of a posting of line 1',
    ],
    'where two payers have no level': [
      withLines(
        aLine({ postings: [aPosting({ level: absent }), aPosting({ level: absent, payer: is('SOMEBODY ELSE') })] }),
      ),
      'the payer level of a posting of line 1',
    ],
  },
});

it('C005 shows the sum as on paper, with what is left over', () => {
  const check = CATALOGUE.find(({ id }) => id === 'C005');
  const outcome = check?.run(withPosting({ adjustments: is(centShort) }));
  expect(outcome?.is === 'raised' && outcome.raised[0]?.sums).toEqual([
    {
      caption: 'Line 1 as posted',
      line: 1,
      rows: [
        { label: 'Charge', amount: 16500, role: 'part' },
        { label: 'Paid by BRIGHTWATER PPO', amount: -9840, role: 'part' },
        { label: 'Contractual adjustment, CO-45', amount: -4199, role: 'part' },
        { label: 'Coinsurance, PR-2', amount: -2460, role: 'part' },
        { label: 'Left over', amount: 1, role: 'total' },
      ],
    },
  ]);
});

it("C005 marks the row that the page's own column contradicts by exactly what is left over", () => {
  const check = CATALOGUE.find(({ id }) => id === 'C005');
  const rows = (c: ReturnType<typeof aCase>) => {
    const outcome = check?.run(c);
    const sums = outcome?.is === 'raised' ? outcome.raised[0]?.sums : [];
    return sums?.[0]?.rows.filter(({ role }) => role === 'suspect').map(({ label }) => label);
  };
  expect(rows(withPosting({ paid: is(9830) }))).toEqual(['Paid by BRIGHTWATER PPO']);
  const shortShare = [adjustment('CO', '45', 4200), adjustment('PR', '2', 2450)];
  expect(rows(withPosting({ adjustments: is(shortShare) }))).toEqual(['Coinsurance, PR-2']);
  expect(rows(withPosting({ adjustments: is(centShort) }))).toEqual([]);
});

describeCheck('C006', {
  raised: {
    'where a line has a balance': [
      withLines(aLine({ balance: is(2460) }), aSecondLine()),
      { title: 'Line 1, 99214, has a balance of $24.60', short: 'Line 1 has a balance', lines: [1] },
    ],
    'by a credit': withLines(aLine({ balance: is(-1) })),
    'where the ledger and the posting differ': withLines(aLine({ charge: is(16501), balance: is(5) })),
  },
  passed: {
    'where every line stands at 0.00': aCase(),
    'where the balance is what C005 says already': withLines(aLine({ charge: is(16501), balance: is(1) })),
    'for a line without a posting, which is C004': withLines(aLine(), aSecondLine({ postings: [], balance: is(8500) })),
  },
  unknown: {
    'while the ledger is not read': [noLedger, 'the ledger'],
    'for a ledger without a balance column': [withLines(aLine({ balance: absent })), 'the balance of line 1'],
    'where a balance cannot be read': [withLines(aLine({ balance: smudged('0.0O') })), 'the balance of line 1'],
  },
});

describeCheck('C007', {
  raised: {
    'where the ledger total differs from its lines': aCase({ ledger: aLedger({ totalCharge: is(25001) }) }),
    'where Claim History differs from the lines': aCase({ row: aRow({ charge: is(24999) }) }),
  },
  passed: {
    'where both totals fit': aCase(),
    'by the one total that the pages show': aCase({ ledger: aLedger({ totalCharge: absent }) }),
  },
  unknown: {
    'while the ledger is not read': [noLedger, 'the ledger'],
    'where a line has no charge': [withLines(aLine({ charge: smudged('x') }), aSecondLine()), 'the charge of line 1'],
    'where no page shows a total': [
      aCase({ ledger: aLedger({ totalCharge: absent }), row: aRow({ charge: absent }) }),
      'the total charge',
    ],
    'where a total cannot be read': [
      aCase({ ledger: aLedger({ totalCharge: smudged('25O.00') }) }),
      'the total charge',
    ],
  },
});

describeCheck('C021', {
  raised: {
    'by an appeal mark': [
      aCase({ row: aRow({ appeal: is(true) }) }),
      { short: 'Appeal of the primary is open', question: 'acknowledge' },
    ],
  },
  passed: { 'where no mark stands': aCase(), 'by a mark that says no': aCase({ row: aRow({ appeal: is(false) }) }) },
  unknown: { 'where the mark cannot be read': [aCase({ row: aRow({ appeal: smudged('?') }) }), 'the appeal mark'] },
});

const served = (from: string) => aCase({ today: '2026-08-23', row: aRow({ dos: is({ from, to: from }) }) });

describeCheck('W180', {
  raised: { 'on day 181': [served('2026-02-23'), { title: 'The claim is 181 days old' }] },
  passed: { 'on day 180': served('2026-02-24'), 'on day 179': served('2026-02-25') },
  unknown: { 'without a date of service': [aCase({ row: aRow({ dos: smudged('2/30') }) }), 'the date of service'] },
});

describeCheck('WEXCL', {
  raised: {
    'for a claim that was taken off': [aCase({ row: aRow({ excluded: is(true) }) }), { question: 'acknowledge' }],
  },
  passed: { 'where no mark stands': aCase() },
  unknown: { 'where the mark cannot be read': [aCase({ row: aRow({ excluded: smudged('?') }) }), 'the excluded mark'] },
});
