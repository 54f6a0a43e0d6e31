import { describe, expect, it } from 'vitest';
import type { EraClaim } from '../../../lib/claim/era';
import { disclaimEvidence } from '../../../lib/era/disclaims';
import { crossoverDuplicateEvidence, duplicateEvidence } from '../../../lib/era/duplicates';
import type { Evidence } from '../../../lib/era/evidence';
import { type NetState, netOf } from '../../../lib/era/netting';
import { pendingEvidence } from '../../../lib/era/pending';
import { pricingEvidence } from '../../../lib/era/pricing';
import { namesClaim, recoupments, recoveriesElsewhere } from '../../../lib/era/recoupment';
import { secondaryRemitEvidence } from '../../../lib/era/secondary-remit';
import { sidesOf } from '../../../lib/era/whose';
import { anAnswer, aPayment, aPerson, aRecovery, aRemitClaim, aRemitLine, cas, LATER } from '../../era/build';
import { aCase, BRIGHTWATER } from '../checks/build';

const withCas = (code: string): Partial<EraClaim> => ({
  lines: [aRemitLine({ adjustments: [cas(code, 16500)], paid: 0 })],
});
const codes = (evidence: (net: NetState) => Evidence[], claim: Partial<EraClaim>) =>
  evidence(netOf([anAnswer({ claim })])).map(({ code }) => code);

describe('what an answer says of itself', () => {
  it.each(['2', '3', '20', '21'])('a payer that is not first: claim status %s', (status) => {
    expect(codes(secondaryRemitEvidence, { status })).toEqual([`CLP02 ${status}`]);
  });

  it('a payer that is not first: OA-23, and only with group OA', () => {
    expect(codes(secondaryRemitEvidence, withCas('OA-23'))).toEqual(['OA-23']);
    expect(codes(secondaryRemitEvidence, withCas('CO-23'))).toEqual([]);
    expect(codes(secondaryRemitEvidence, {})).toEqual([]);
  });

  it.each(['133', '257', '277', 'P11'])('not decided yet: CARC %s', (carc) => {
    expect(codes(pendingEvidence, withCas(`OA-${carc}`))).toEqual([`OA-${carc}`]);
  });

  it('not decided yet: a pended claim as the last word, not as an earlier one', () => {
    expect(codes(pendingEvidence, { status: '13' })).toEqual(['CLP02 13']);
    const decided = anAnswer({ payment: LATER, file: 'b' });
    expect(pendingEvidence(netOf([anAnswer({ claim: { status: '13' } }), decided]))).toEqual([]);
  });

  it('not decided yet no more, once the reason is taken back', () => {
    const back = anAnswer({
      claim: { lines: [aRemitLine({ charge: 0, paid: 16500, adjustments: [cas('OA-133', -16500)] })] },
      payment: LATER,
      file: 'b',
    });
    expect(pendingEvidence(netOf([anAnswer({ claim: withCas('OA-133') }), back]))).toEqual([]);
  });

  it('priced only', () => {
    expect(codes(pricingEvidence, { status: '25' })).toEqual(['CLP02 25']);
    expect(codes(pricingEvidence, withCas('OA-101'))).toEqual(['OA-101']);
    expect(codes(pricingEvidence, {})).toEqual([]);
  });

  it.each(['19', '20', '21', '22', '109'])('another payer is first: CARC %s', (carc) => {
    expect(codes(disclaimEvidence, withCas(`CO-${carc}`))).toEqual([`CO-${carc}`]);
  });

  it('another payer is first: status 23, or a payer it names', () => {
    expect(codes(disclaimEvidence, { status: '23' })).toEqual(['CLP02 23']);
    expect(codes(disclaimEvidence, { names: [aPerson('PR', 'HALCYON HEALTH', '')] })).toEqual(['NM1*PR']);
    expect(codes(disclaimEvidence, {})).toEqual([]);
  });

  it('a duplicate', () => {
    expect(codes(duplicateEvidence, withCas('OA-18'))).toEqual(['OA-18']);
    expect(codes(duplicateEvidence, withCas('OA-B13'))).toEqual(['OA-B13']);
    expect(codes(crossoverDuplicateEvidence, { remarks: ['N522'] })).toEqual(['N522']);
    expect(codes(crossoverDuplicateEvidence, withCas('OA-B13'))).toEqual([]);
  });
});

describe('a recovery', () => {
  it.each([
    ['the payer’s number', 'BW26083-55017'],
    ['it without separators', 'BW2608355017'],
    ['the control number', '8841207'],
    ['both in one text', 'BW26083-55017 8841207'],
    ['the payer’s number inside another text', 'REFBW2608355017X'],
  ])('names the claim by %s', (_how, reference) => {
    expect(namesClaim(aRecovery({ reference }), aRemitClaim())).toBe(true);
  });

  it('names no other claim', () => {
    for (const reference of ['', '8841', '18841207', '88412070', 'OTHER']) {
      expect(namesClaim(aRecovery({ reference }), aRemitClaim()), reference).toBe(false);
    }
    expect(namesClaim(aRecovery({ reference: '' }), aRemitClaim({ payerClaimNumber: '', controlNumber: '' }))).toBe(
      false,
    );
  });
});

describe('a recovery in another payment', () => {
  const answer = anAnswer();
  const other = aPayment({ trace: '0099001', paidOn: '2026-03-24', total: 5 });
  const sets = (payment = other, ...providerAdjustments: ReturnType<typeof aRecovery>[]) => [
    { payment, providerAdjustments: providerAdjustments.length > 0 ? providerAdjustments : [aRecovery()] },
  ];

  it('is found by the number of the claim, and says which payment it stands in', () => {
    const found = recoveriesElsewhere(answer, sets());
    expect(found).toEqual([aRecovery({ payment: { paidOn: '2026-03-24', method: 'CHK', trace: '0099001' } })]);
    const net = netOf([{ ...answer, providerAdjustments: found }]);
    expect(recoupments(net)[0]).toMatchObject({ code: 'PLB WO', payment: { trace: '0099001' } });
  });

  it('is none of the own payment, of another payer, of a test, of another claim, or of another kind', () => {
    const payer = { name: 'HALCYON HEALTH', id: '', idQualifier: '', ids: {} };
    expect(recoveriesElsewhere(answer, sets(answer.payment))).toEqual([]);
    expect(recoveriesElsewhere(answer, sets({ ...other, payer }))).toEqual([]);
    expect(recoveriesElsewhere(answer, sets({ ...other, test: true }))).toEqual([]);
    expect(recoveriesElsewhere(answer, sets(other, aRecovery({ reference: 'X' }), aRecovery({ code: 'L6' })))).toEqual(
      [],
    );
  });
});

describe('whose a remittance is', () => {
  const from = (name: string, id: string, status: string, trace = '1') =>
    anAnswer({ claim: { status }, payment: { payer: { ...aPayment().payer, name, ids: { '2U': id } }, trace } });
  const sides = (...remittance: ReturnType<typeof anAnswer>[]) => {
    const { primary, secondary, unclear } = sidesOf(aCase({ remittance }));
    return [primary.length, secondary.length, unclear.length];
  };

  it('is told by the payer’s identifier or name', () => {
    expect(sides(from('BRIGHTWATER PPO', '', '1'))).toEqual([1, 0, 0]);
    expect(sides(from('BW HOLDINGS', 'BRW01', '2'))).toEqual([1, 0, 0]);
    expect(sides(from('LARKSPUR MUTUAL', '', '1'))).toEqual([0, 1, 0]);
  });

  it('is told by the claim status where the name tells nothing', () => {
    expect(sides(from('CLAIM CENTER', '', '1'), from('LARKSPUR MUTUAL', '', '2'))).toEqual([1, 1, 0]);
    expect(sides(from('CLAIM CENTER', '', '2'))).toEqual([0, 1, 0]);
  });

  it('is told by the claim status where both payers are one', () => {
    const same = aCase({ secondary: BRIGHTWATER, remittance: [from('BRIGHTWATER PPO', '', '2')] });
    expect(sidesOf(same).secondary).toHaveLength(1);
  });

  it('is told by nobody where the name tells nothing and two payers say the same', () => {
    expect(sides(from('CLAIM CENTER', '', '1'), from('BRIGHTWATER PPO', '', '1', '2'))).toEqual([1, 0, 1]);
    expect(sides(from('CLAIM CENTER', '', '4'))).toEqual([0, 0, 1]);
  });
});
