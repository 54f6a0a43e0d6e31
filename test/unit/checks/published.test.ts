import { describe, expect, it } from 'vitest';
import { examine } from '../../../lib/checks/examine';
import { isMissing } from '../../../lib/checks/outcome';
import { groupSum, postedLine } from '../../../lib/checks/postings';
import type { GroupCode } from '../../../lib/claim/claim';
import { parseMoney } from '../../../lib/claim/money';
import { aCase, adjustment, aLedger, aLine, aPosting, aRow, is } from './build';

const cents = (text: string): number => {
  const parsed = parseMoney(text);
  if (!parsed.ok) throw new Error(parsed.why);
  return parsed.value;
};

type Cas = [GroupCode, string, string][];

/** Worked examples with their published amounts. */
const EXAMPLES: { source: string; charge: string; paid: string; cas: Cas; share: string }[] = [
  {
    source: 'EDI 5010 documentation, 837 professional, 2430',
    charge: '137.00',
    paid: '47.28',
    cas: [
      ['CO', '45', '77.86'],
      ['PR', '2', '11.86'],
    ],
    share: '11.86',
  },
  {
    source: 'X12 RFI 1860, prior payer paid amount: paid to the patient',
    charge: '11.28',
    paid: '0.00',
    cas: [
      ['PR', '100', '7.85'],
      ['PR', '2', '1.96'],
      ['PR', '45', '1.47'],
    ],
    share: '11.28',
  },
  {
    source: 'Ensora, remaining patient liability',
    charge: '100.00',
    paid: '20.00',
    cas: [
      ['CO', '45', '10.00'],
      ['PR', '1', '1.00'],
      ['PR', '3', '2.00'],
      ['PR', '2', '67.00'],
    ],
    share: '70.00',
  },
  {
    source: 'First Coast, federal sequestration payment reductions',
    charge: '100.00',
    paid: '39.20',
    cas: [
      ['PR', '1', '50.00'],
      ['PR', '2', '10.00'],
      ['CO', '253', '0.80'],
    ],
    share: '60.00',
  },
  {
    source: 'X12 RFI 2570, OA-23 at line level, line 2',
    charge: '63.00',
    paid: '33.68',
    cas: [['OA', '23', '29.32']],
    share: '0.00',
  },
  {
    source: 'X12 RFI 1696, secondary payer CAS coding, primary',
    charge: '500.00',
    paid: '300.00',
    cas: [
      ['PR', '1', '75.00'],
      ['CO', '45', '125.00'],
    ],
    share: '75.00',
  },
];

const claimOf = ({ charge, paid, cas }: (typeof EXAMPLES)[number], off = 0) => {
  const posting = aPosting({
    paid: is(cents(paid)),
    adjustments: is(cas.map(([g, r, a]) => adjustment(g, r, cents(a)))),
  });
  const line = aLine({ charge: is(cents(charge) + off), balance: is(0), postings: [posting] });
  return aCase({
    row: aRow({ charge: is(cents(charge) + off) }),
    ledger: aLedger({ lines: [line], totalCharge: is(cents(charge) + off) }),
  });
};

describe.each(EXAMPLES)('$source', (example) => {
  it('balances to the cent and leaves the published share to the patient', () => {
    const c = claimOf(example);
    const line = c.ledger?.lines[0];
    const posted = line && postedLine(c, line);
    if (!posted || isMissing(posted)) throw new Error('the line was not read');
    expect(posted.residual).toBe(0);
    expect(groupSum(posted, 'PR')).toBe(cents(example.share));
    expect(examine(c).findings.map(({ check }) => check)).not.toContain('C005');
  });

  it.each([1, -1])('does not balance once the charge is %i cent off', (off) => {
    expect(examine(claimOf(example, off)).findings.map(({ check }) => check)).toContain('C005');
  });
});
