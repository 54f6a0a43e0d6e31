import { describe, expect, it } from 'vitest';
import { liabilityOf, liabilityOfPayer } from '../../../lib/payers/liability';
import { LARKSPUR } from '../checks/build';

describe('the accident that a payer is liable for', () => {
  it.each([
    ["TEXAS WORKERS' COMPENSATION FUND", 'work'],
    ['Workmans Comp', 'work'],
    ['WORK-COMP SERVICES', 'work'],
    ['US DOL FECA', 'work'],
    ['NO-FAULT OF MICHIGAN', 'auto'],
    ['LARKSPUR AUTO INS', 'auto'],
    ['Med.Pay', 'auto'],
    ['PIP LARKSPUR', 'auto'],
    ['LARKSPUR LIABILITY', 'other'],
    ['LARKSPUR MUTUAL', undefined],
    ['PIPER HEALTH', undefined],
    ['AUTO WORKERS HEALTH FUND', undefined],
    ['', undefined],
  ])('is told by the name %j: %s', (name, liability) => {
    expect(liabilityOf(name)).toBe(liability);
  });

  it('is told by the type in the chart where the name says nothing', () => {
    expect(liabilityOf('LARKSPUR MUTUAL', 'WC')).toBe('work');
    expect(liabilityOf('LARKSPUR MUTUAL', ' auto ')).toBe('auto');
    expect(liabilityOf('LARKSPUR MUTUAL', 'No-Fault')).toBe('auto');
    expect(liabilityOf('LARKSPUR MUTUAL', 'Commercial')).toBeUndefined();
    expect(liabilityOf('LARKSPUR MUTUAL', 'constructor')).toBeUndefined();
    expect(liabilityOf('WORKERS COMP OF TEXAS', 'AUTO')).toBe('work');
  });

  it('is not told by a name, where a word of two letters may be anything', () => {
    expect(liabilityOf('WC')).toBeUndefined();
    expect(liabilityOf('AUTO')).toBeUndefined();
  });

  it('is told before all by the filing indicator that a list gives', () => {
    const listed = (value: string, name = LARKSPUR.name) => ({
      ...LARKSPUR,
      name,
      lists: { filingIndicator: { value, by: 'Claim Post', asOf: '2026-03-01' } },
    });
    expect(liabilityOfPayer(listed('WC'))).toBe('work');
    expect(liabilityOfPayer(listed(' am '))).toBe('auto');
    expect(liabilityOfPayer(listed('LM', 'WORKERS COMP OF TEXAS'))).toBe('other');
    expect(liabilityOfPayer(listed('CI', 'WORKERS COMP OF TEXAS'))).toBe('work');
    expect(liabilityOfPayer(listed('constructor'))).toBeUndefined();
    expect(liabilityOfPayer(LARKSPUR, 'WC')).toBe('work');
    expect(liabilityOfPayer(LARKSPUR)).toBeUndefined();
  });
});
