import { describe, expect, it } from 'vitest';
import { payerFactsWith } from '../../../lib/payers/answers';
import { payerFacts } from '../../../lib/payers/directory';
import type { PayerEntry } from '../../../lib/payers/entry';
import { directoryOf, keysOf, type LoadedList } from '../../../lib/payers/lists';

const entry = (changes: Partial<PayerEntry> = {}): PayerEntry => ({
  payerId: 'LKM07',
  name: 'LARKSPUR MUTUAL',
  aliases: [],
  otherIds: [],
  clearinghouse: 'Claim Post',
  asOf: '2026-03-01',
  electronicSecondary: 'yes',
  ...changes,
});

const list = (name: string, ...entries: PayerEntry[]): LoadedList => ({
  id: name,
  name,
  clearinghouse: '',
  importedOn: '2026-03-20',
  count: entries.length,
  entries: entries.map((one) => JSON.stringify(one)),
  keys: entries.map((one) => keysOf(one).join('\n')),
});

const directory = (...lists: LoadedList[]) => directoryOf(lists, (text) => JSON.parse(text) as PayerEntry);
const facts = (lists: LoadedList[], name = 'LARKSPUR MUTUAL', known = {}) =>
  payerFacts(name, known, directory(...lists));

const NINETY = { basis: 'PRIMARY_EOB', value: 90, unit: 'D' } as const;

describe('what lists say of a payer', () => {
  it('is told with whose word it is and its day', () => {
    expect(facts([list('a.csv', entry())])).toMatchObject({
      electronicSecondary: 'yes',
      listed: { by: 'Claim Post', asOf: '2026-03-01' },
    });
    expect(facts([list('a.csv', entry({ clearinghouse: '' }))]).listed?.by).toBe('a.csv');
  });

  it('is told of a payer by any of its names, spelled as names are', () => {
    const lists = [list('a.csv', entry({ name: 'Blue Cross Blue Shield of Texas', aliases: ['HCSC TEXAS'] }))];
    expect(facts(lists, 'BCBS TX').electronicSecondary).toBe('yes');
    expect(facts(lists, 'HCSC TX').electronicSecondary).toBe('yes');
    expect(facts(lists, 'BCBS OK').electronicSecondary).toBe('unknown');
  });

  it('is not taken from a payer of another ID, where the ID is known', () => {
    const lists = [list('a.csv', entry({ otherIds: ['L-0007'] }))];
    expect(facts(lists, undefined, { payerId: 'lkm07' }).electronicSecondary).toBe('yes');
    expect(facts(lists, undefined, { payerId: 'L0007' }).electronicSecondary).toBe('yes');
    expect(facts(lists, undefined, { payerId: '99999' }).electronicSecondary).toBe('unknown');
  });

  it('is the newest of two that differ, and stays two', () => {
    const older = list('old.csv', entry({ asOf: '2025-01-01', electronicSecondary: 'no', clearinghouse: 'Old House' }));
    const newer = list('new.csv', entry({ asOf: '2026-01-01' }));
    for (const lists of [
      [older, newer],
      [newer, older],
    ])
      expect(facts(lists)).toMatchObject({ electronicSecondary: 'yes', listed: { by: 'Claim Post' } });
    expect(directory(older, newer).find('LARKSPUR MUTUAL')).toHaveLength(2);
  });

  it('is that of the later import where both are of one day', () => {
    expect(facts([list('1', entry()), list('2', entry({ electronicSecondary: 'no' }))]).electronicSecondary).toBe('no');
  });

  it('is an older word where the newest says nothing', () => {
    const { electronicSecondary: _, ...silent } = entry({ asOf: '2026-03-19' });
    expect(facts([list('1', entry()), list('2', silent)]).electronicSecondary).toBe('yes');
  });

  it('is nothing where one list has several payers of that name that differ', () => {
    const lists = [list('a.csv', entry(), entry({ payerId: 'OTHER', electronicSecondary: 'no' }))];
    expect(facts(lists).electronicSecondary).toBe('unknown');
    expect(facts(lists, undefined, { payerId: 'OTHER' }).electronicSecondary).toBe('no');
    const { electronicSecondary: _, ...silent } = entry({ payerId: 'OTHER' });
    expect(facts([list('a.csv', entry(), silent)]).electronicSecondary).toBe('unknown');
  });

  it('is no where the payer takes secondary claims on paper only', () => {
    expect(facts([list('a.csv', entry({ electronicSecondary: 'paper-only' }))]).electronicSecondary).toBe('no');
  });

  it('is its time to file too, before what is built in', () => {
    const lists = [list('a.csv', entry({ name: 'MEDICARE PART B TEXAS', secondaryFiling: NINETY }))];
    expect(facts(lists, 'MEDICARE PART B TEXAS').filing).toEqual({
      rule: NINETY,
      says: 'Claim Post',
      asOf: '2026-03-01',
    });
    expect(facts([], 'MEDICARE PART B TEXAS').filing).toMatchObject({
      rule: { basis: 'DOS_FROM', value: 1, unit: 'Y' },
    });
    expect(facts([], 'LARKSPUR MUTUAL')).not.toHaveProperty('filing');
  });

  it('tells the kind only where the name tells none', () => {
    const lists = [list('a.csv', entry({ kind: 'medigap' }), entry({ name: 'CIGNA', kind: 'medigap' }))];
    expect(facts(lists).kind).toBe('medigap');
    expect(facts(lists, 'CIGNA').kind).toBe('commercial');
  });

  it('is nothing for a name without words, and where an entry cannot be read', () => {
    expect(directory(list('a.csv', entry({ name: '---' }))).find('---')).toEqual([]);
    expect(directoryOf([list('a.csv', entry())], () => undefined).find('LARKSPUR MUTUAL')).toEqual([]);
  });
});

describe('two lists that differ', () => {
  const CLAIM_POST = entry({ secondaryFiling: NINETY, box29: 'blank' });
  const OLD_HOUSE = entry({
    clearinghouse: 'Old House',
    asOf: '2025-01-01',
    electronicSecondary: 'no',
    secondaryFiling: { ...NINETY, value: 60 },
    box29: 'primary-paid',
  });
  const other = (value: unknown) => [{ value, by: 'Old House', asOf: '2025-01-01' }];

  it('are told with each fact, the newest first', () => {
    for (const lists of [
      [list('a', CLAIM_POST), list('b', OLD_HOUSE)],
      [list('b', OLD_HOUSE), list('a', CLAIM_POST)],
      [list('both', OLD_HOUSE, CLAIM_POST)],
    ])
      expect(facts(lists)).toMatchObject({
        electronicSecondary: 'yes',
        listed: { by: 'Claim Post', others: other('no') },
        filing: { rule: NINETY, others: other({ ...NINETY, value: 60 }) },
        lists: { box29: { value: 'blank', by: 'Claim Post', others: other('primary-paid') } },
      });
  });

  it('are not those of one source: its newer word stands in place of the older', () => {
    const older = entry({ asOf: '2025-01-01', electronicSecondary: 'no', clearinghouse: 'claim post ' });
    expect(facts([list('old', older), list('new', entry())]).listed).toEqual({ by: 'Claim Post', asOf: '2026-03-01' });
  });

  it('are not those that say the same in other words', () => {
    const paper = entry({ electronicSecondary: 'paper-only' });
    const no = { ...OLD_HOUSE, asOf: '2025-06-01' };
    expect(facts([list('a', paper), list('b', no)]).listed).toEqual({ by: 'Claim Post', asOf: '2026-03-01' });
  });

  it('are not told where what a page or the biller says counts', () => {
    const lists = directory(list('a', CLAIM_POST), list('b', OLD_HOUSE));
    const said = [{ payer: 'LARKSPUR MUTUAL', electronicSecondary: 'yes', saidOn: '2026-02-01' } as const];
    expect(payerFactsWith(said, lists)('LARKSPUR MUTUAL')).not.toHaveProperty('listed');
    expect(payerFactsWith([], lists)('LARKSPUR MUTUAL', { electronicSecondary: 'no' })).not.toHaveProperty('listed');
  });
});

it('every word of a list reaches the claim, each with its source', () => {
  const said = {
    filingIndicator: 'CI',
    professional: 'enroll',
    crossoverCarrier: 'no',
    cobaId: '55123',
    cobMethod: 'nondup',
    boxTemplate: 'B',
    box29: 'patient-paid',
    eobOnPaper: 'yes',
    eafRequired: 'yes',
  } as const;
  const { lists } = facts([list('a.csv', entry(said))]);
  const word = (value: string) => ({ value, by: 'Claim Post', asOf: '2026-03-01' });
  expect(lists).toEqual(Object.fromEntries(Object.entries(said).map(([matter, value]) => [matter, word(value)])));
  expect(facts([list('a.csv', entry())])).not.toHaveProperty('lists');
});

describe('who is believed first', () => {
  const lists = directory(list('a.csv', entry({ electronicSecondary: 'no', secondaryFiling: NINETY })));
  const said = [{ payer: 'LARKSPUR MUTUAL', electronicSecondary: 'yes', saidOn: '2026-02-01' } as const];

  it('is a page of the PM, then the biller, then the lists', () => {
    const ofPage = payerFactsWith(said, lists)('LARKSPUR MUTUAL', { electronicSecondary: 'no' });
    expect(ofPage).toMatchObject({ electronicSecondary: 'no' });
    expect(ofPage).not.toHaveProperty('saidOn');
    expect(ofPage).not.toHaveProperty('listed');
    const ofHer = payerFactsWith(said, lists)('LARKSPUR MUTUAL');
    expect(ofHer).toMatchObject({ electronicSecondary: 'yes', saidOn: '2026-02-01', filing: { rule: NINETY } });
    expect(ofHer).not.toHaveProperty('listed');
    expect(payerFactsWith([], lists)('LARKSPUR MUTUAL')).toMatchObject({
      electronicSecondary: 'no',
      listed: { by: 'Claim Post' },
    });
  });
});

describe('published limits', () => {
  it.each([
    ['BCBS MASSACHUSETTS', { onlyIfPaid: true, rule: { basis: 'PRIMARY_EOB', value: 1, unit: 'Y' } }],
    ['UHC COMMUNITY PLAN ARIZONA', { rule: { basis: 'DOS_TO', value: 180, unit: 'D' } }],
    ['MEDICAID OF TEXAS', { atMost: true, rule: { basis: 'LATER_OF' } }],
    ['RAILROAD MEDICARE', { rule: { basis: 'DOS_FROM', value: 1, unit: 'Y' } }],
  ])('are known of %s', (name, filing) => {
    expect(payerFacts(name).filing).toMatchObject(filing);
  });

  it.each(['AETNA MEDICARE', 'TRICARE EAST', 'CIGNA', 'AARP MEDICARE SUPPLEMENT'])('are not known of %s', (name) => {
    expect(payerFacts(name)).not.toHaveProperty('filing');
  });
});
