import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../lib/checks/catalogue';
import { amountsOf, remitAmountsOf } from '../../../lib/checks/line-amounts';
import { primaryRemit } from '../../../lib/checks/remittance';
import type { Answers, Case } from '../../../lib/claim/case';
import type { Adjudication, EraClaim } from '../../../lib/claim/era';
import { anAnswer, aPayment, aRemitClaim, aRemitLine, aSecondRemitLine, cas, LATER, reversalOf } from '../../era/build';
import { aCase } from './build';

const withRemit = (remittance: Adjudication[], changes: Partial<Case> = {}): Case => aCase({ remittance, ...changes });
const byRemittance: Answers = { acknowledged: {}, amountsFrom: 'remittance' };
const bare = { lineControlNumber: '' };
const outcome = (id: string, c: Case) => {
  const check = CATALOGUE.find((one) => one.id === id);
  if (!check) throw new Error(`no check ${id}`);
  return check.run(c);
};
const stranger = { ...aPayment().payer, name: 'CLAIM CENTER', ids: {} };
const later = (claim: Partial<EraClaim> = {}, payment = {}) =>
  anAnswer({ claim, payment: { ...LATER, ...payment }, file: 'b' });

describe('amounts by the remittance', () => {
  const from = (c: Case) => (c.ledger?.lines ?? []).map((line) => amountsOf(c, line).from);

  it('are not taken while a line with money and no charge is matched to none', () => {
    const extra = aRemitLine({
      ...bare,
      segment: 140,
      procedure: '99211',
      modifiers: [],
      charge: 0,
      paid: 1000,
      adjustments: [cas('OA-94', -1000)],
    });
    const c = withRemit([anAnswer({ claim: { lines: [aRemitLine(), aSecondRemitLine(), extra] } })], {
      answers: byRemittance,
    });
    expect(from(c)).toEqual(['nowhere', 'nowhere']);
  });

  it('are taken of the lines that are matched, beside one that is another line for sure', () => {
    const odd = aSecondRemitLine({ ...bare, procedure: '97112' });
    const c = withRemit([anAnswer({ claim: { lines: [aRemitLine(bare), odd] } })], { answers: byRemittance });
    expect(from(c)).toEqual(['remittance', 'nowhere']);
  });

  it('are not taken without a ledger where the primary took part of its answer back', () => {
    const part = aRemitClaim({ lines: [aSecondRemitLine()] });
    const c = withRemit([anAnswer(), later(reversalOf(part, { segment: 200 }))]);
    const lines = c.ledger?.lines ?? [];
    expect([...(remitAmountsOf(c, lines)?.values() ?? [])].map(({ from: where }) => where)).toEqual([
      'nowhere',
      'nowhere',
    ]);
  });
});

describe('an answer of which nobody can tell whose it is', () => {
  it('makes the last word of the primary unknown where it may be the primary’s', () => {
    const back = later({ ...reversalOf(aRemitClaim(), { segment: 200 }), payerClaimNumber: '' }, { payer: stranger });
    const c = withRemit([anAnswer(), back]);
    expect(primaryRemit(c).is).toBe('unclear');
    expect(outcome('C016', c).is).toBe('unknown');
    expect(amountsOf(c, c.ledger?.lines[0] ?? expect.fail()).from).toBe('nowhere');
  });

  it('does not hide the primary’s where it is a third payer’s, or a test', () => {
    for (const other of [
      later({ status: '3' }, { payer: stranger }),
      later({ status: '4' }, { payer: stranger, test: true }),
    ])
      expect(primaryRemit(withRemit([anAnswer(), other])).is).toBe('here');
  });
});

describe('the last word of the primary', () => {
  it.each(['13', '25', '99'])('is not taken for an answer where status %s may have come after it', (status) => {
    const passes = (c: Case) => ['C016', 'C019', 'C020'].every((id) => outcome(id, c).is === 'pass');
    const undated = { paidOn: null, trace: 'U' };
    expect(passes(withRemit([anAnswer({ claim: { status }, payment: undated, file: 'u' }), later()]))).toBe(false);
    expect(passes(withRemit([later({ status }), anAnswer({ payment: undated, file: 'u' })]))).toBe(false);
    expect(passes(withRemit([anAnswer({ claim: { status } }), later()]))).toBe(true);
  });
});

describe('a remittance that is read in part', () => {
  it('is not said to add up', () => {
    const lines = [aRemitLine({ paid: null }), aSecondRemitLine()];
    expect(outcome('C014', withRemit([anAnswer({ claim: { lines, paid: 14909 } })])).is).toBe('unknown');
  });
});

describe('a second copy of the claim', () => {
  const denied = later({
    lines: [
      aRemitLine({ paid: 0, adjustments: [cas('OA-18', 16500)] }),
      aSecondRemitLine({ paid: 0, adjustments: [cas('OA-18', 8500)] }),
    ],
  });

  it('that was denied as a duplicate neither blocks nor says what to post', () => {
    for (const id of ['C010', 'C011', 'C059']) expect(outcome(id, withRemit([anAnswer(), denied])).is, id).toBe('pass');
  });

  it('does not hide that the secondary answered to the first', () => {
    const payer = { ...aPayment().payer, name: 'LARKSPUR MUTUAL', ids: {} };
    const paid = anAnswer({
      claim: { status: '2' },
      payment: { payer, trace: 'S1', paidOn: '2026-03-12' },
      file: 's1',
    });
    const copy = { ...denied, payment: { ...denied.payment, payer } };
    expect(outcome('C058', withRemit([paid, copy])).is).toBe('raised');
    expect(outcome('C058', withRemit([copy])).is).toBe('pass');
    expect(outcome('C056', withRemit([copy])).is).toBe('raised');
  });

  it('blocks where the answer to the first is not loaded', () => {
    expect(outcome('C059', withRemit([denied])).is).toBe('raised');
  });
});

describe('a correction after the secondary', () => {
  it('is not passed where nobody can tell what the secondary answered', () => {
    const larkspur = { ...aPayment().payer, name: 'LARKSPUR MUTUAL', ids: {} };
    const of = (paid: number, trace: string) =>
      anAnswer({
        claim: { status: '2', lines: [aRemitLine({ paid })] },
        payment: { payer: larkspur, trace, paidOn: '2026-03-12' },
        file: trace,
      });
    const corrected = [
      anAnswer(),
      later(reversalOf(aRemitClaim(), { segment: 200 })),
      later({
        segment: 300,
        lines: [aRemitLine({ paid: 9000, adjustments: [cas('CO-45', 7500)] }), aSecondRemitLine()],
      }),
    ];
    expect(outcome('C017', withRemit([...corrected, of(1, 'S1'), of(2, 'S2')])).is).toBe('unknown');
  });
});
