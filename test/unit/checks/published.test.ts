import { describe, expect, it } from 'vitest';
import { examine } from '../../../lib/checks/examine';
import { remainingToTell } from '../../../lib/checks/line-amounts';
import { isMissing } from '../../../lib/checks/outcome';
import { groupSum, postedLine } from '../../../lib/checks/postings';
import type { Case } from '../../../lib/claim/case';
import type { GroupCode } from '../../../lib/claim/claim';
import type { EraClaim, EraLine } from '../../../lib/claim/era';
import { parseMoney } from '../../../lib/claim/money';
import { known } from '../../../lib/claim/reading';
import { claimFindings, claimSums, lineFindings } from '../../../lib/era/sums';
import { mostOnClaim } from '../../../lib/estimate/upper-bound';
import { anAnswer, aRemitClaim, aRemitLine, cas as remitCas } from '../../era/build';
import { aCase, adjustment, aForm, aLedger, aLine, aPosting, aRow, is } from './build';
import { checkOf } from './table';

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

/** The answer to a claim as a whole: its charge, what was paid, the adjustments on no line, and the lines. */
const remitOf = (charge: string, paid: string, claimCas: Cas, lines: EraLine[]): EraClaim =>
  aRemitClaim({
    charge: cents(charge),
    paid: cents(paid),
    adjustments: casOf(claimCas),
    lines,
    patientResponsibility: null,
  });

const casOf = (cas: Cas) => cas.map(([group, carc, amount]) => remitCas(`${group}-${carc}`, cents(amount)));
const remitLine = (charge: string, paid: string, cas: Cas): EraLine =>
  aRemitLine({ charge: cents(charge), paid: cents(paid), adjustments: casOf(cas) });

describe('X12 RFI 1860, prior payer paid amount: the claim as a whole, nothing paid to the provider', () => {
  const cas: Cas = [
    ['PR', '100', '7.85'],
    ['PR', '2', '1.96'],
    ['PR', '45', '1.47'],
  ];

  it('balances at claim level with 0.00 paid, and not with a cent', () => {
    expect(claimFindings(remitOf('11.28', '0.00', cas, []))).toEqual([]);
    expect(claimFindings(remitOf('11.28', '0.01', cas, [])).map(({ rule }) => rule)).toEqual(['C1']);
  });

  it('tells that 7.85 went to the patient', () => {
    const c = claimOf({ source: '', charge: '11.28', paid: '0.00', cas, share: '11.28' });
    const found = examine(c).findings.find(({ check }) => check === 'C066');
    expect(found?.quotes?.map(({ text }) => text).join()).toContain('PR-100');
    expect(known(c.ledger?.lines[0]?.postings[0]?.adjustments)?.find(({ carc }) => carc === '100')?.amount).toBe(785);
  });
});

describe('X12 RFI 2570, OA-23 at claim and line level', () => {
  const lines = [
    remitLine('1800.00', '460.92', [['OA', '23', '1339.08']]),
    remitLine('63.00', '33.68', [['OA', '23', '29.32']]),
  ];
  const claim = (paid: string) => remitOf('1863.00', paid, [['OA', '23', '395.68']], lines);

  it('has 494.60 on its lines, 1,764.08 adjusted, and balances at 98.92', () => {
    const sums = claimSums(claim('98.92'));
    expect(sums.linePaid).toBe(49460);
    expect((sums.claimAdjustments ?? 0) + (sums.lineAdjustments ?? 0)).toBe(176408);
    expect(claimFindings(claim('98.92'))).toEqual([]);
  });

  it.each(['98.91', '98.93'])('does not balance at %s', (paid) => {
    expect(claimFindings(claim(paid)).map(({ rule }) => rule)).toEqual(['C1', 'C2']);
  });

  it('is seen as the answer of a payer that acted as secondary', () => {
    const c = aCase({ remittance: [anAnswer({ claim: claim('98.92') })] });
    expect(checkOf('C047').run(c).is).toBe('raised');
  });
});

describe('X12 RFI 1696, secondary payer CAS coding', () => {
  const primary = claimOf({
    source: '',
    charge: '500.00',
    paid: '300.00',
    cas: [
      ['PR', '1', '75.00'],
      ['CO', '45', '125.00'],
    ],
    share: '75.00',
  });
  const secondary = (oa23: string) =>
    remitLine('500.00', '65.00', [
      ['OA', '23', oa23],
      ['CO', '45', '10.00'],
    ]);

  it('has the effect of the primary as OA-23: what it paid and what it adjusted without the patient', () => {
    const line = primary.ledger?.lines[0];
    const posted = line && postedLine(primary, line);
    if (!posted || isMissing(posted)) throw new Error('the line was not read');
    expect(posted.paid + groupSum(posted, 'CO')).toBe(cents('425.00'));
    expect(lineFindings(secondary('425.00'))).toEqual([]);
  });

  it('leaves nothing on the account: the share is what the secondary paid and cut', () => {
    expect(remainingToTell(primary)).toEqual({ share: cents('65.00') + cents('10.00'), cuts: 0 });
  });

  it('does not balance with another OA-23', () => {
    expect(lineFindings(secondary('424.99')).map(({ difference }) => difference)).toEqual([1]);
  });
});

describe.each([
  { example: 'One', charge: '103.67', notPatient: '72.01', paid: '31.66' },
  { example: 'Three', charge: '86367.36', notPatient: '64508.76', paid: '21858.60' },
])('Noridian, MSP calculation examples on EOBs, example $example', ({ charge, notPatient, paid }) => {
  const c = claimOf({ source: '', charge, paid, cas: [['CO', '45', notPatient]], share: '0.00' });

  it('has an allowed amount that the primary paid in full, and leaves nothing to the patient', () => {
    const line = c.ledger?.lines[0];
    const posted = line && postedLine(c, line);
    if (!posted || isMissing(posted)) throw new Error('the line was not read');
    expect(posted.charge - groupSum(posted, 'CO')).toBe(cents(paid));
    expect(posted.residual).toBe(0);
    expect(remainingToTell(c)).toEqual({ share: 0, cuts: 0 });
  });

  it('leaves Medicare as the secondary nothing to pay, and says so', () => {
    const line = c.ledger?.lines[0];
    const posted = line && postedLine(c, line);
    if (!posted || isMissing(posted)) throw new Error('the line was not read');
    expect(mostOnClaim([posted], 'medicare-second')).toBe(0);
    expect(examine(c).findings.map(({ check }) => check)).toContain('C060');
  });
});

describe('X12 RFI 985, patient responsibility: an out-of-network cut that the provider counts', () => {
  const c = claimOf({
    source: '',
    charge: '900.00',
    paid: '400.00',
    cas: [
      ['OA', '45', '300.00'],
      ['PR', '1', '200.00'],
    ],
    share: '200.00',
  });
  const onForm = (amount: string): Case => ({ ...c, form: aForm({ '24.1.eaf': amount }) });

  it('takes 500.00 as the remaining liability, and tells of a cent more', () => {
    expect(remainingToTell(c)).toEqual({ share: cents('200.00'), cuts: cents('300.00') });
    expect(checkOf('C117').run(onForm('500.00')).is).toBe('pass');
    expect(checkOf('C117').run(onForm('500.01')).is).toBe('raised');
  });
});
