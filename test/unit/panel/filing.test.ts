import { describe, expect, it } from 'vitest';
import { type ClaimItem, daysToFile, groupsOf } from '../../../components/models/claims';
import { asOfWords, daysWords, filingTone } from '../../../components/models/filing';
import { examine } from '../../../lib/checks/examine';
import { deadlineOf } from '../../../lib/checks/filing';
import { DEFAULT_MARGINS } from '../../../lib/claim/margins';
import { payerFactsWith } from '../../../lib/payers/answers';
import { aCase, aRow, is, LARKSPUR, TODAY } from '../checks/build';

const { filing: _none, ...UNLISTED } = LARKSPUR;

/** A ready claim of that day; with so many days left to file, or none known. */
const item = (id: string, dos: string, daysLeft?: number): ClaimItem => {
  const c = aCase({
    row: aRow({ dos: is({ from: dos, to: dos }) }),
    secondary: daysLeft === undefined ? UNLISTED : LARKSPUR,
  });
  const exam = examine(c);
  const filing = deadlineOf(c);
  return {
    id,
    case: c,
    exam,
    title: dos,
    dos,
    primary: '',
    secondary: '',
    balance: 0,
    filing: filing && daysLeft !== undefined ? { ...filing, daysLeft } : undefined,
  };
};

describe('the list', () => {
  it('is by days to file inside a group, then by date; claims without a deadline come last', () => {
    const items = [
      item('old', '2026-01-05'),
      item('late', '2026-02-24', 200),
      item('new', '2026-02-20'),
      item('soon', '2026-02-01', 9),
      item('same-day', '2026-02-03', 200),
    ];
    expect(groupsOf(items).map(({ key, items: members }) => [key, members.map(({ id }) => id)])).toEqual([
      ['ready', ['soon', 'late', 'same-day', 'new', 'old']],
    ]);
  });

  it('counts no days for a claim that nobody will file', () => {
    const one = item('x', '2026-02-24', 5);
    expect(daysToFile(one)).toBe(5);
    for (const verdict of [{ kind: 'do-not-bill' as const }, { kind: 'blocked' as const, group: 'billed' as const }])
      expect(
        daysToFile({ ...one, exam: { ...one.exam, verdict: { ...one.exam.verdict, ...verdict } } }),
      ).toBeUndefined();
  });
});

describe('the tag', () => {
  it.each([
    [-1, 'late', '1 day too late'],
    [0, 'late', 'last day to file'],
    [1, 'late', '1 day to file'],
    [15, 'late', '15 days to file'],
    [16, 'plain', '16 days to file'],
    [60, 'plain', '60 days to file'],
    [61, undefined, '61 days to file'],
  ])('for %i days is %s and says %s', (days, tone, words) => {
    expect(filingTone(days, DEFAULT_MARGINS)).toBe(tone);
    expect(daysWords(days)).toBe(words);
  });
});

it('says how old a word is from the 91st day on', () => {
  expect(asOfWords('2026-01-02', '2026-04-02')).toBe('as of 01/02/2026');
  expect(asOfWords('2026-01-01', '2026-04-02')).toBe('as of 01/01/2026, 91 days old');
});

describe('a time to file that she entered', () => {
  const entered = {
    payer: 'Larkspur Mutual',
    rule: { basis: 'PRIMARY_EOB', value: 90, unit: 'D' },
    saidOn: TODAY,
  } as const;

  it('counts before what is built in', () => {
    const facts = payerFactsWith([], undefined, [{ ...entered, payer: 'MEDICARE PART B TEXAS' }]);
    expect(facts('MEDICARE PART B TEXAS').filing).toEqual({ rule: entered.rule, says: 'Your own entry', asOf: TODAY });
    expect(facts('MEDICARE PART B OHIO').filing?.says).toBe('Medicare');
  });
});
