import { describe, expect, it } from 'vitest';
import { builtInFor, PUBLISHED } from '../../../lib/payers/built-in';

describe('the rules that payers publish', () => {
  it('are listed with what they say and where, by payer', () => {
    const says = PUBLISHED.map((rule) => `${rule.payer}: ${rule.says}`);
    expect(says).toContain(
      "Blue Cross Blue Shield of Massachusetts: Time to file as secondary: 1 year from the primary's answer, where the primary paid",
    );
    expect(says).toContain('Medicare: Time to file as secondary: 1 year from the first day of service');
    expect(says).toContain(
      "Medicaid: Time to file as secondary: 12 months from the last day of service or 6 months from the primary's answer, the later, often less",
    );
    expect(says).toContain('Medicaid: Pays last');
    expect(says.filter((one) => one.startsWith('Medicare: '))).toHaveLength(2);
    const payers = PUBLISHED.map(({ payer }) => payer);
    expect(payers).toEqual(payers.toSorted((a, b) => a.localeCompare(b)));
    expect(PUBLISHED.every(({ source }) => source.length > 10)).toBe(true);
  });

  it('hold for the payer of that name, else for its kind', () => {
    expect(builtInFor('BCBS MA', 'commercial')?.filing.onlyIfPaid).toBe(true);
    expect(builtInFor('BCBS TX', 'commercial')).toBeUndefined();
    expect(builtInFor('UHC COMMUNITY PLAN AZ', 'medicaid')?.filing.rule).toEqual({
      basis: 'DOS_TO',
      value: 180,
      unit: 'D',
    });
    expect(builtInFor('MEDICAID OF TEXAS', 'medicaid')?.filing.rule).toEqual({
      basis: 'LATER_OF',
      limits: [
        { basis: 'DOS_TO', value: 12, unit: 'M' },
        { basis: 'PRIMARY_EOB', value: 6, unit: 'M' },
      ],
    });
  });
});
