import { describe, expect, it } from 'vitest';
import { examine } from '../../../lib/checks/examine';
import type { Case } from '../../../lib/claim/case';
import type { PayerFiling } from '../../../lib/claim/filing';
import { absent } from '../../../lib/claim/reading';
import { aCase, aLedger, aLine, aPosting, aRow, aSecondLine, DOS, is, LARKSPUR, smudged, without } from './build';
import { describeCheck } from './table';

/** 90 days from the check date 03/10/2026: 06/08/2026. */
const NINETY: PayerFiling = { rule: { basis: 'PRIMARY_EOB', value: 90, unit: 'D' }, says: 'Claim Post' };
const { filing: _none, ...UNLISTED } = LARKSPUR;

const on = (today: string, filing: PayerFiling = NINETY, changes: Partial<Case> = {}): Case =>
  aCase({ today, secondary: { ...LARKSPUR, filing }, ...changes });

const paidOn = (...dates: string[]): Pick<Case, 'ledger'> => {
  const [first = '', second = first] = dates;
  return {
    ledger: aLedger({
      lines: [
        aLine({ postings: [aPosting({ date: is(first) })] }),
        aSecondLine({ postings: aSecondLine().postings.map((posting) => ({ ...posting, date: is(second) })) }),
      ],
    }),
  };
};

const without2 = (reading: typeof absent | ReturnType<typeof smudged>): Pick<Case, 'ledger'> => ({
  ledger: aLedger({ lines: [aLine({ postings: [aPosting({ date: reading })] }), aSecondLine()] }),
});

const unpaid = aLedger({
  lines: [aLine({ postings: [aPosting({ paid: is(0) })] }), aSecondLine({ postings: [aPosting({ paid: is(0) })] })],
});
const unreadDos = aRow({ dos: smudged('02/30/2026', 'dos', 'claim-history') });
const ofDos: PayerFiling = { rule: { basis: 'DOS_TO', value: 90, unit: 'D' }, says: 'Claim Post' };

describeCheck('C088', {
  raised: {
    'on the day after the last': [
      on('2026-06-09'),
      {
        title: 'The time to file with LARKSPUR MUTUAL ended on 06/08/2026',
        why: "Claim Post gives 90 days from the primary's answer; that was 1 day ago.",
      },
    ],
    'as a question where the payer may give less than the limit that is known': [
      on('2026-06-09', { ...NINETY, atMost: true }),
      { severity: 'decide', question: 'acknowledge' },
    ],
    'where the last day of service is too long ago': on('2026-05-26', ofDos),
  },
  passed: {
    'on the last day': on('2026-06-08'),
    'by the last of several answers': on('2026-06-09', NINETY, paidOn('2026-03-10', '2026-03-11')),
    'where no limit is known': aCase({ secondary: UNLISTED }),
    'without a secondary': without(aCase(), 'secondary'),
    'where the limit only holds for what the primary paid, and it paid nothing': on(
      '2026-06-09',
      { ...NINETY, onlyIfPaid: true },
      { ledger: unpaid },
    ),
  },
  unknown: {
    'without a check date': [on('2026-06-09', NINETY, without2(absent)), "the date of the primary's answer"],
    'with a check date that cannot be read': [
      on('2026-06-09', NINETY, without2(smudged('03/1O/2026'))),
      'the check date of line 1',
    ],
    'without the ledger': [without(on('2026-06-09'), 'ledger'), 'the ledger'],
    'without the date of service': [on('2026-06-09', ofDos, { row: unreadDos }), 'the date of service'],
    'where it is not read whether the primary paid': [
      on(
        '2026-06-09',
        { ...NINETY, onlyIfPaid: true },
        {
          ledger: aLedger({ lines: [aLine({ postings: [aPosting({ paid: smudged('9O.00') })] })] }),
        },
      ),
      'what the primary paid',
    ],
  },
});

describeCheck('C089', {
  raised: {
    'from 15 days before the deadline on': [
      on('2026-05-24'),
      { title: 'LARKSPUR MUTUAL must have the claim by 06/08/2026', short: '15 days to file' },
    ],
    'with a day to send that leaves time to arrive': [on('2026-06-02'), { fix: 'Send it by 06/03/2026.' }],
    'at once where a claim would hardly arrive in time': [on('2026-06-03'), { fix: 'Send it today.' }],
    'on the last day': [on('2026-06-08'), { short: 'Last day to file', fix: 'Send it today.' }],
    'with the word to verify where the payer may give less': [
      on('2026-05-24', { ...NINETY, atMost: true }),
      { fix: 'Send it today, and verify the limit with the payer.' },
    ],
  },
  passed: {
    '16 days before it': on('2026-05-23'),
    'once the time has run out': on('2026-06-09'),
    'where no limit is known': aCase({ secondary: UNLISTED }),
  },
  unknown: {
    'without a check date': [on('2026-06-01', NINETY, without2(absent)), "the date of the primary's answer"],
  },
});

describeCheck('C090', {
  raised: {
    'where no list and no published rule has the payer': [
      aCase({ secondary: UNLISTED }),
      { title: 'Not known how long LARKSPUR MUTUAL gives to file' },
    ],
    'where the limit that is known does not hold for this claim': on(
      '2026-06-09',
      { ...NINETY, onlyIfPaid: true },
      { ledger: unpaid },
    ),
  },
  passed: {
    'where it is known': aCase(),
    'without a secondary': without(aCase(), 'secondary'),
    'where a date is not read: that is another matter': on('2026-06-01', NINETY, without2(absent)),
  },
  unknown: 'never: what no list says is what it raises',
});

describe('the time to file and the verdict', () => {
  it('blocks a claim that is too late, and asks for one that is near its end', () => {
    expect(examine(on('2026-06-09')).verdict).toMatchObject({
      kind: 'blocked',
      headline: 'Blocked: time to file has run out',
    });
    expect(examine(on('2026-06-08')).verdict.kind).toBe('decide');
    expect(examine(on('2026-05-24')).verdict.kind).toBe('decide');
    expect(examine(on('2026-05-23')).verdict.kind).toBe('ready');
    expect(DOS).toBe('2026-02-24');
  });

  it('leaves a claim ready whose payer nobody listed', () => {
    expect(examine(aCase({ secondary: UNLISTED })).verdict.kind).toBe('ready');
  });
});
