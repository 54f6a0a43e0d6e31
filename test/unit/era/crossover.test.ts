import { describe, expect, it } from 'vitest';
import type { PayerFacts } from '../../../lib/claim/case';
import type { EraClaim } from '../../../lib/claim/era';
import { crossoverWait, gradeCrossover } from '../../../lib/era/crossover';
import { netOf } from '../../../lib/era/netting';
import { anAnswer, aRemitClaim, aRemitLine, cas, LATER, reversalOf } from '../../era/build';

const grade = (claim: Partial<EraClaim>) => {
  const { grade: is, evidence, forwardedTo } = gradeCrossover(netOf([anAnswer({ claim })]));
  return { is, codes: evidence.map(({ code }) => code), forwardedTo };
};

describe('the crossover', () => {
  it.each(['19', '20', '21'])('is certain by claim status %s', (status) => {
    expect(grade({ status })).toMatchObject({ is: 'certain', codes: [`CLP02 ${status}`] });
  });

  it('is certain by a crossover carrier, and names it', () => {
    const crossover = { name: 'LARKSPUR MUTUAL', id: '55123' };
    expect(grade({ crossover })).toEqual({ is: 'certain', codes: ['NM1*TT'], forwardedTo: [crossover] });
  });

  it.each(['MA18', 'N89', 'MA07'])('is likely by remark %s', (remark) => {
    expect(grade({ remarks: [remark] })).toMatchObject({ is: 'likely', codes: [remark] });
    expect(grade({ lines: [aRemitLine({ remarks: [remark] })] })).toMatchObject({ is: 'likely' });
  });

  it.each(['B11', '290', '291', '292', '298', '300', '305'])('is likely by reason %s', (carc) => {
    expect(grade({ lines: [aRemitLine({ adjustments: [cas(`OA-${carc}`, 100)] })] })).toMatchObject({
      is: 'likely',
      codes: [`OA-${carc}`],
    });
  });

  it.each(['MA19', 'MA08', 'MA68', 'MA99', 'N387', 'N8', 'N177'])('has remark %s against it', (remark) => {
    expect(grade({ remarks: [remark] }).is).toBe('counter-evidence');
  });

  it('outweighs what speaks against it', () => {
    expect(grade({ remarks: ['MA19', 'MA18'] })).toMatchObject({ is: 'likely', codes: ['MA19', 'MA18'] });
  });

  it('has no sign where the remittance says nothing', () => {
    expect(grade({ remarks: ['MA01'] })).toEqual({ is: 'no-sign', codes: [], forwardedTo: [] });
  });

  it('stays likely though the answer that said so was taken back', () => {
    const first = anAnswer({ claim: { status: '19' } });
    const back = anAnswer({ claim: reversalOf(aRemitClaim(), { segment: 200 }), payment: LATER, file: 'b' });
    const again = anAnswer({ claim: { segment: 300 }, payment: LATER, file: 'b' });
    expect(gradeCrossover(netOf([first, back, again])).grade).toBe('likely');
  });

  it('is not told by a test', () => {
    expect(gradeCrossover(netOf([anAnswer({ claim: { status: '19' }, payment: { test: true } })])).grade).toBe(
      'no-sign',
    );
  });

  it('names the segment that says so', () => {
    const { evidence } = gradeCrossover(netOf([anAnswer({ claim: { status: '19' } })]));
    expect(evidence[0]).toMatchObject({
      segmentName: 'CLP',
      segment: 112,
      text: 'Claim status 19: processed as primary, then forwarded',
    });
  });
});

describe('the wait for a forwarded claim', () => {
  const medicaid = (name: string): PayerFacts => ({
    name,
    payerId: '',
    kind: 'medicaid',
    electronicSecondary: 'unknown',
  });
  it('is 15 working days', () => {
    expect(crossoverWait('2026-03-10')).toEqual({ until: '2026-03-31', days: 15, kind: 'working days' });
    expect(crossoverWait('2026-03-10', medicaid('MEDICAID TEXAS')).until).toBe('2026-03-31');
  });

  it('is 45 days where a Medicaid is known to ask for them', () => {
    expect(crossoverWait('2026-03-10', medicaid('FLORIDA MEDICAID'))).toEqual({
      until: '2026-04-24',
      days: 45,
      kind: 'days',
    });
  });
});
