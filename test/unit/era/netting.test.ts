import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Adjudication } from '../../../lib/claim/era';
import { isSamePayment, netOf } from '../../../lib/era/netting';
import { recoupments } from '../../../lib/era/recoupment';
import {
  anAnswer,
  aPayment,
  aRecovery,
  aRemitClaim,
  aRemitLine,
  aSecondRemitLine,
  cas,
  LATER,
  negated,
  reversalOf,
} from '../../era/build';

const standings = (all: Adjudication[]) => netOf(all).events.map(({ standing }) => standing);
const original = anAnswer();
const corrected = aRemitClaim({
  segment: 300,
  lines: [aRemitLine({ paid: 9000, adjustments: [cas('CO-45', 5040), cas('PR-2', 2460)] }), aSecondRemitLine()],
});
const later = (answer: Parameters<typeof anAnswer>[0] = {}) => anAnswer({ payment: LATER, file: 'b', ...answer });
const reversal = later({ claim: reversalOf(original.claim, { segment: 200 }) });
const correction = later({ claim: corrected });

describe('the net state of a payer’s answers', () => {
  it('is the one answer where there is one', () => {
    expect(netOf([original])).toMatchObject({
      charge: 25000,
      paid: 14909,
      patientResponsibility: 3727,
      adjustments: [
        { group: 'CO', carc: '45', amount: 6364 },
        { group: 'PR', carc: '2', amount: 3727 },
      ],
      reversalOpen: false,
      corrected: false,
      unclear: [],
    });
  });

  it('is nothing, not zero, without an answer', () => {
    expect(netOf([])).toMatchObject({ charge: null, paid: null, adjustments: null, last: undefined, parts: [] });
  });

  it('is the correction once the first answer is reversed', () => {
    const net = netOf([original, reversal, correction]);
    expect(net).toMatchObject({ paid: 14069, reversalOpen: false, corrected: true, unclear: [] });
    expect(net.parts.map(({ line }) => line.paid)).toEqual([9000, 5069]);
    expect(net.last?.payment.paidOn).toBe('2026-03-24');
    expect(net.events.map(({ because }) => because)).toEqual([
      'Taken back by the answer of 03/24/2026, check 0099001.',
      'Takes back the answer of 03/10/2026, check 0012345.',
      'Counts.',
    ]);
  });

  it('is open where nothing follows the reversal', () => {
    expect(netOf([original, reversal])).toMatchObject({ reversalOpen: true, paid: null, last: undefined });
  });

  it('is the correction alone where the file with the first answer is not loaded', () => {
    expect(netOf([reversal, correction])).toMatchObject({ paid: 14069, reversalOpen: false, unclear: [] });
  });

  it('takes the correction for one that stands before its reversal in the same payment', () => {
    const early = later({ claim: { ...corrected, segment: 150 } });
    expect(netOf([original, early, reversal])).toMatchObject({ paid: 14069, reversalOpen: false });
  });

  it('takes an answer back by its amounts where the reversal has group codes of its own', () => {
    const lines = original.claim.lines.map((line) => {
      const adjustments = negated(line).adjustments.map((one) => ({ ...one, group: 'CR' }));
      return { ...negated(line), adjustments };
    });
    const old = later({ claim: reversalOf(original.claim, { lines, segment: 200 }) });
    expect(standings([original, old, correction])).toEqual(['reversed', 'reversal', 'counts']);
  });

  it('takes an answer of the same day back, whichever file was dropped first', () => {
    const sameDay = anAnswer({ claim: reversalOf(original.claim), payment: { trace: '7', total: 5 }, file: 'b' });
    for (const all of [
      [original, sameDay],
      [sameDay, original],
    ]) {
      expect(netOf(all)).toMatchObject({ reversalOpen: true, paid: null });
    }
  });

  it('does not take back what was paid again later, to the same cent', () => {
    const again = anAnswer({ claim: { segment: 300 }, payment: { trace: '8', paidOn: '2026-03-30' }, file: 'c' });
    const sameFile = later({ claim: { segment: 300 } });
    for (const all of [
      [reversal, again],
      [reversal, sameFile],
      [original, reversal, again],
    ]) {
      expect(netOf(all)).toMatchObject({ paid: 14909, reversalOpen: false, unclear: [] });
    }
  });

  it('takes the answer back that the payer names, of two that are alike', () => {
    const of = (payerClaimNumber: string, line: number, file: string) =>
      anAnswer({
        claim: { payerClaimNumber, lines: [aRemitLine({ lineControlNumber: `8841207-${line}` })], segment: 10 },
        payment: { trace: file },
        file,
      });
    const [first, second] = [of('P1', 1, 'x'), of('P2', 2, 'y')];
    for (const changes of [{}, { payerClaimNumber: 'P9', references: { F8: 'P1' } }]) {
      const back = later({ claim: reversalOf(first.claim, { segment: 200, ...changes }) });
      expect(netOf([first, second, back]).parts.map(({ from }) => from.claim.payerClaimNumber)).toEqual(['P2']);
    }
  });

  it('lets a later answer to the same lines replace the earlier one', () => {
    const net = netOf([original, correction]);
    expect(net).toMatchObject({ paid: 14069, corrected: true });
    expect(net.events[0]).toMatchObject({
      standing: 'replaced',
      because: 'Replaced by the answer of 03/24/2026, check 0099001.',
    });
  });

  it('goes by the order of the segments within one payment', () => {
    const first = anAnswer({ claim: { segment: 10 } });
    const second = anAnswer({ claim: { ...corrected, segment: 90 } });
    for (const all of [
      [first, second],
      [second, first],
    ]) {
      expect(netOf(all)).toMatchObject({ paid: 14069, unclear: [] });
    }
  });

  it('adds answers to different lines', () => {
    const [one, two] = [
      anAnswer({ claim: { lines: [aRemitLine()] } }),
      later({ claim: { lines: [aSecondRemitLine()], payerClaimNumber: 'BW-2' } }),
    ];
    expect(netOf([one, two])).toMatchObject({ charge: 25000, paid: 14909, corrected: false });
    expect(netOf([one, two]).events[1]?.because).toBe('Adds other lines to the answer of 03/10/2026, check 0012345.');
  });

  it('adds a payment on top that has no charge of its own and balances', () => {
    const line = aRemitLine({ charge: 0, paid: 500, adjustments: [cas('CO-45', -500)] });
    const net = netOf([original, later({ claim: { lines: [line] } })]);
    expect(net).toMatchObject({ charge: 25000, paid: 15409 });
    expect(net.adjustments?.[0]).toEqual({ group: 'CO', carc: '45', amount: 5864 });
  });

  it('takes nothing for a payment on top that does not add up', () => {
    const line = aRemitLine({ charge: 0, paid: 500, adjustments: [cas('CO-45', -400)] });
    expect(netOf([original, later({ claim: { lines: [line] } })])).toMatchObject({
      paid: null,
      unclear: ['The answer of 03/24/2026, check 0099001 has no charge and does not add up.'],
    });
    const nothing = later({ claim: { lines: [aRemitLine({ charge: 0, paid: 0, adjustments: [] })] } });
    expect(netOf([original, nothing])).toMatchObject({ charge: 25000, paid: 14909, unclear: [] });
  });

  it('lets an answer to all lines replace one to some of them', () => {
    const some = anAnswer({ claim: { lines: [aRemitLine({ paid: 1 })] } });
    expect(netOf([some, correction])).toMatchObject({ charge: 25000, paid: 14069, unclear: [] });
  });

  it('takes single lines back where the reversal is about them alone', () => {
    const part = aRemitClaim({ lines: [aSecondRemitLine()] });
    const net = netOf([original, later({ claim: reversalOf(part, { segment: 200 }) })]);
    expect(net).toMatchObject({ charge: 16500, paid: 9840, reversalOpen: true });
    expect(net.parts).toHaveLength(1);
  });

  it('takes answers to single lines back by one reversal of them all', () => {
    const [one, two] = [
      anAnswer({ claim: { lines: [aRemitLine()] } }),
      anAnswer({ claim: { lines: [aSecondRemitLine()] }, payment: { trace: '6', paidOn: '2026-03-12' }, file: 'x' }),
    ];
    const net = netOf([one, two, reversal]);
    expect(net).toMatchObject({ reversalOpen: true, charge: null, paid: null, last: undefined, parts: [] });
    expect(net.events.map(({ standing }) => standing)).toEqual(['reversed', 'reversed', 'reversal']);
    expect(netOf([one, two, reversal, correction])).toMatchObject({ paid: 14069, reversalOpen: false, unclear: [] });
  });

  it('does not add up what a reversal of an unseen answer takes back', () => {
    const lines = [aRemitLine({ paid: 1, adjustments: [cas('CO-45', 16499)] }), aSecondRemitLine()];
    const unseen = later({ claim: reversalOf(aRemitClaim({ lines }), { segment: 200 }) });
    const net = netOf([original, unseen, correction]);
    expect(net).toMatchObject({ paid: 14069, unclear: [] });
    expect(net.events[0]?.standing).toBe('replaced');
  });

  it('says that nobody can tell which of two answers of one day came later', () => {
    const sameDay = anAnswer({ claim: corrected, payment: { trace: '7', total: 5 }, file: 'b' });
    const net = netOf([original, sameDay]);
    expect(net.paid).toBeNull();
    expect(net.unclear).toHaveLength(1);
  });

  it('says so where a payment date is not read', () => {
    expect(netOf([original, later({ claim: corrected, payment: { ...LATER, paidOn: null } })]).paid).toBeNull();
  });

  it('says so where a later answer is about some of the lines only', () => {
    const net = netOf([original, later({ claim: { lines: [aRemitLine({ paid: 1 })] } })]);
    expect(net).toMatchObject({ paid: null, unclear: [expect.stringContaining('some lines')] });
  });

  it('counts the same payment in two files once', () => {
    expect(standings([original, anAnswer({ file: 'copy' })])).toEqual(['counts', 'repeated']);
    expect(netOf([original, anAnswer({ file: 'copy' })]).paid).toBe(14909);
  });

  it('does not count a test, what is priced only, pended or of an unknown status', () => {
    const others = [
      anAnswer({ payment: { test: true } }),
      ...['25', '23', '13', '77', ''].map((status, i) => anAnswer({ claim: { status, segment: 500 + i } })),
    ];
    expect(standings(others)).toEqual(['test', ...Array(5).fill('no-answer')]);
    expect(netOf(others).paid).toBeNull();
  });

  it('has no sum with an amount that is not read', () => {
    const unread = anAnswer({ claim: { lines: [aRemitLine({ adjustments: [cas('CO-45', null)] })] } });
    expect(netOf([unread])).toMatchObject({ adjustments: null, paid: 9840 });
  });

  it('does not depend on the order in which the files were dropped', () => {
    const all = [original, reversal, correction, anAnswer({ file: 'copy' })];
    const { paid, charge, adjustments } = netOf(all);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(netOf(shuffled)).toMatchObject({ paid, charge, adjustments, unclear: [] });
      }),
    );
  });
});

const cents = fc.integer({ min: 0, max: 500_000 });
const code = fc.constantFrom('CO-45', 'PR-1', 'PR-2', 'PR-3', 'OA-23', 'PI-94', 'CO-253');
const remitLine = (n: number) =>
  fc.tuple(cents, fc.array(fc.tuple(code, cents), { maxLength: 4 })).map(([paid, list]) =>
    aRemitLine({
      segment: 100 + n,
      lineControlNumber: `8841207-${n}`,
      paid,
      charge: list.reduce((sum, [, amount]) => sum + amount, paid),
      adjustments: list.map(([name, amount]) => cas(name, amount)),
    }),
  );
const claimWith = fc.tuple(remitLine(1), remitLine(2)).map((lines) => aRemitClaim({ lines }));

describe('netting', () => {
  it('always balances where each answer balances, and ends at the last correction', () => {
    fc.assert(
      fc.property(fc.array(claimWith, { minLength: 1, maxLength: 5 }), (claims) => {
        const all = claims.flatMap((claim, i) => {
          const payment = { trace: `T${i}`, paidOn: `2026-03-${String(10 + i)}` };
          const before = claims[i - 1];
          const answer = anAnswer({ claim: { ...claim, segment: 50 }, payment, file: `f${i}` });
          if (!before) return [answer];
          return [anAnswer({ claim: reversalOf(before, { segment: 40 }), payment, file: `f${i}` }), answer];
        });
        const net = netOf(all);
        expect(net.unclear).toEqual([]);
        expect(net.paid).toBe(claims.at(-1)?.paid);
        const adjusted = net.adjustments?.reduce((sum, { amount }) => sum + amount, 0) ?? Number.NaN;
        expect((net.charge ?? Number.NaN) - (net.paid ?? Number.NaN) - adjusted).toBe(0);
      }),
    );
  });

  it('takes nothing twice, however often a file is dropped', () => {
    fc.assert(
      fc.property(claimWith, fc.integer({ min: 1, max: 4 }), (claim, copies) => {
        const all = Array.from({ length: copies }, (_, i) => anAnswer({ claim, file: `f${i}` }));
        expect(netOf(all).paid).toBe(claim.paid);
      }),
    );
  });
});

describe('one payment in two files', () => {
  it('is told by trace number, payer and total', () => {
    expect(isSamePayment(aPayment(), aPayment({ control: '0009', segment: 77 }))).toBe(true);
    expect(isSamePayment(aPayment(), aPayment({ trace: '0012346' }))).toBe(false);
    expect(isSamePayment(aPayment(), aPayment({ total: 1 }))).toBe(false);
    const other = { name: 'HALCYON HEALTH', id: '', idQualifier: '', ids: {} };
    expect(isSamePayment(aPayment(), aPayment({ payer: other }))).toBe(false);
    expect(isSamePayment(aPayment(), aPayment({ paidOn: '2026-03-11' }))).toBe(false);
  });

  it('is not told where a number or a total is not read', () => {
    expect(isSamePayment(aPayment({ trace: '' }), aPayment({ trace: '' }))).toBe(false);
    expect(isSamePayment(aPayment({ total: null }), aPayment({ total: null }))).toBe(false);
  });
});

describe('money moved outside the claim', () => {
  const codes = (answer: Adjudication) => recoupments(netOf([answer])).map((one) => one.code);
  it('is told by PLB WO or 72, and by CARC 195 or A0', () => {
    expect(codes(anAnswer({ providerAdjustments: [aRecovery()] }))).toEqual(['PLB WO']);
    expect(codes(anAnswer({ providerAdjustments: [aRecovery({ code: '72' })] }))).toEqual(['PLB 72']);
    expect(codes(anAnswer({ claim: { lines: [aRemitLine({ adjustments: [cas('OA-A0', 1)] })] } }))).toEqual(['OA-A0']);
  });

  it('is not told by interest or a forward balance', () => {
    expect(codes(anAnswer({ providerAdjustments: [aRecovery({ code: 'L6' }), aRecovery({ code: 'FB' })] }))).toEqual(
      [],
    );
  });
});
