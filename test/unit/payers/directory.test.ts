import { describe, expect, it } from 'vitest';
import { kindOf, payerFacts } from '../../../lib/payers/directory';

describe('kindOf', () => {
  it.each([
    ['MEDICARE PART B TEXAS', 'medicare'],
    ['Medicare', 'medicare'],
    ['RAILROAD MEDICARE', 'medicare'],
    ['PART B TEXAS', 'medicare'],
    ['BLUE CROSS MEDICARE PART B ARKANSAS', 'medicare'],
    ['MEDICARE REPLACEMENT', 'medicare-advantage'],
    ['NOVITAS SOLUTIONS', 'medicare'],
    ['DMERC REGION C', 'medicare'],
    ['AARP MEDICARE SUPPLEMENT', 'medigap'],
    ['AETNA SENIOR SUPPLEMENTAL', 'medigap'],
    ['HUMANA GOLD PLUS', 'medicare-advantage'],
    ['AETNA MEDICARE', 'medicare-advantage'],
    ['UHC Medicare Advantage', 'medicare-advantage'],
    ['MEDICAID OF TEXAS', 'medicaid'],
    ['Medi-Cal', 'medicaid'],
    ['AETNA BETTER HEALTH', 'medicaid'],
    ['UNITED HEALTH CARE COMMUNITY PLAN', 'medicaid'],
    ['TRICARE EAST', 'tricare'],
    ['BCBS TX FEP', 'commercial'],
    ['CIGNA', 'commercial'],
    ['LONE STAR TEAMSTERS FUND', 'unknown'],
    ['', 'unknown'],
    ['MEDICARELIKE', 'unknown'],
    ["WORKERS' COMP OF TEXAS", 'other'],
    ['CHAMPVA', 'other'],
    ['CGS  --  ADMINISTRATORS', 'medicare'],
    ['LARKSPUR PPO', 'commercial'],
  ])('takes %j as %s', (name, kind) => {
    expect(kindOf(name)).toBe(kind);
  });
});

describe('payerFacts', () => {
  it('does not claim that a payer takes electronic secondary claims unless someone said so', () => {
    expect(payerFacts('AETNA').electronicSecondary).toBe('unknown');
    expect(payerFacts('AETNA', { electronicSecondary: 'no' }).electronicSecondary).toBe('no');
  });

  it("listens to the chart's type only where the name is vague", () => {
    expect(payerFacts('HUMANA', { type: 'Medicare Advantage' }).kind).toBe('medicare-advantage');
    expect(payerFacts('LARKSPUR MUTUAL', { type: 'Commercial' }).kind).toBe('commercial');
    expect(payerFacts('MEDICAID OF TEXAS', { type: 'Commercial' }).kind).toBe('medicaid');
  });

  it.each([
    ['CLOVER HEALTH MEDICARE', 'Medicare Advantage', 'medicare-advantage'],
    ['MUTUAL OF OMAHA MEDICARE', 'Medigap', 'medigap'],
    ['AETNA MEDICARE', 'Medigap', 'medigap'],
    ['AETNA MEDICARE', 'Medicare', 'medicare-advantage'],
    ['MEDICARE TX', 'Medigap', 'medicare'],
    ['MEDICARE', 'Medigap', 'medicare'],
    ['MEDICARE TX CLOVER', 'Medigap', 'medigap'],
    ['CIGNA', 'Medicaid', 'medicaid'],
    ['LARKSPUR PPO', 'Medigap', 'medigap'],
    ['LARKSPUR MUTUAL', '', 'unknown'],
    ['MEDICARE PART B TEXAS', 'Medicare Advantage', 'medicare'],
    ['CLOVER HEALTH MEDICARE', 'Commercial', 'medicare'],
    ['AARP MEDICARE SUPPLEMENT', 'Medicare', 'medigap'],
  ])('takes %j of type %j as %s', (name, type, kind) => {
    expect(payerFacts(name, { type }).kind).toBe(kind);
  });

  it('keeps the name and the payer id as the PM writes them', () => {
    expect(payerFacts('AETNA', { payerId: '60054' })).toMatchObject({ name: 'AETNA', payerId: '60054' });
  });
});
