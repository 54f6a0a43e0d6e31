import { describe, expect, it } from 'vitest';
import type { Adjudication, EraClaim, EraLine, ProviderAdjustment } from '../../../lib/claim/era';
import { compareWithPosting } from '../../../lib/era/compare';
import { duplicateEvidence } from '../../../lib/era/duplicates';
import type { EraIndexEntry } from '../../../lib/era/files';
import { type ClaimToFind, findClaims } from '../../../lib/era/find-claim';
import { matchRemitLines } from '../../../lib/era/match-lines';
import { netOf } from '../../../lib/era/netting';
import { namesClaim, recoupments } from '../../../lib/era/recoupment';
import { sidesOf } from '../../../lib/era/whose';
import {
  anAnswer,
  aPayment,
  aRecovery,
  aRemitClaim,
  aRemitLine,
  aSecondRemitLine,
  cas,
  LATER,
  reversalOf,
} from '../../era/build';
import { aCase, aLine, aSecondLine, BRIGHTWATER, is } from '../checks/build';

const original = anAnswer();
const later = (claim: Partial<EraClaim> = {}, payment = {}) =>
  anAnswer({ claim, payment: { ...LATER, ...payment }, file: 'b' });
const reversal = later(reversalOf(original.claim, { segment: 200 }));

describe('answers in an odd order', () => {
  /** The same payment by other reasons: only the reversal tells which of the two holds. */
  const recoded = [aRemitLine({ adjustments: [cas('CO-45', 6000), cas('PR-2', 660)] }), aSecondRemitLine()];

  it('keep the correction that stands before its reversal and pays the same', () => {
    const net = netOf([original, later({ lines: recoded, segment: 150 }), reversal]);
    expect(net.events.map(({ standing }) => standing)).toEqual(['reversed', 'counts', 'reversal']);
    expect(net.adjustments?.[0]).toEqual({ group: 'CO', carc: '45', amount: 8164 });
    expect(net).toMatchObject({ reversalOpen: false, unclear: [] });
  });

  it('keep the correction before the reversal of an answer that is not loaded', () => {
    const correction = later({
      lines: [aRemitLine({ paid: 9000, adjustments: [cas('CO-45', 7500)] }), aSecondRemitLine()],
      segment: 150,
    });
    const net = netOf([correction, reversal]);
    expect(net).toMatchObject({ paid: 14069, reversalOpen: false, unclear: [] });
  });

  it('are in the order of payment beside one whose date is not read', () => {
    const undated = anAnswer({
      claim: { lines: [aRemitLine({ lineControlNumber: '8841207-3' })] },
      payment: { paidOn: null, trace: 'U' },
      file: 'u',
    });
    const latest = later({ lines: recoded });
    const net = netOf([latest, undated, original]);
    expect(net.events.map(({ standing }) => standing)).toEqual(['replaced', 'counts', 'counts']);
    expect(net.last?.payment.paidOn).toBeNull();
  });
});

describe('lines that were taken back', () => {
  it('cannot be told where the correction is about other lines only', () => {
    const second = later({
      lines: [aSecondRemitLine({ paid: 4000, adjustments: [cas('CO-45', 4500)] })],
      segment: 300,
    });
    const net = netOf([original, reversal, second]);
    expect(net.unclear).toHaveLength(1);
    expect(net.paid).toBeNull();
  });

  it('cannot be told where an answer to another line stands in the same payment', () => {
    const first = anAnswer({ claim: { lines: [aRemitLine()] } });
    const back = later(reversalOf(first.claim, { segment: 200 }));
    const second = later({ lines: [aSecondRemitLine()], segment: 300 });
    expect(netOf([first, back, second]).unclear).toHaveLength(1);
  });

  it('are paid net of what the whole claim was adjusted by', () => {
    const whole = anAnswer({ claim: { adjustments: [cas('PR-1', 2000)] } });
    const back = later(reversalOf(aRemitClaim({ lines: [aRemitLine()] }), { segment: 200 }));
    const net = netOf([whole, back]);
    const adjusted = net.adjustments?.reduce((sum, { amount }) => sum + amount, 0) ?? Number.NaN;
    expect((net.charge ?? Number.NaN) - (net.paid ?? Number.NaN) - adjusted).toBe(0);
  });
});

describe('answers that do not add up', () => {
  it('are not added where another code for the same charge may be the correction', () => {
    const bare = { lineControlNumber: '' };
    const first = anAnswer({ claim: { lines: [aRemitLine(bare)] } });
    const downcoded = later({
      lines: [aRemitLine({ ...bare, procedure: '99213', paid: 7000, adjustments: [cas('CO-45', 9500)] })],
    });
    expect(netOf([first, downcoded])).toMatchObject({ paid: null, unclear: [expect.any(String)] });
  });

  const denial = (changes: Partial<EraClaim> = {}, payment = {}) =>
    later(
      {
        payerClaimNumber: 'BW26090-1',
        lines: [
          aRemitLine({ paid: 0, adjustments: [cas('OA-18', 16500)] }),
          aSecondRemitLine({ paid: 0, adjustments: [cas('OA-18', 8500)] }),
        ],
        ...changes,
      },
      payment,
    );

  it('keep the answer that a second copy of the claim is a duplicate of', () => {
    for (const all of [
      [original, denial()],
      [original, denial({}, { paidOn: original.payment.paidOn })],
      [denial({}, { paidOn: '2026-03-01' }), original],
    ]) {
      const net = netOf(all);
      expect(net).toMatchObject({ paid: 14909, unclear: [], reversalOpen: false });
      expect(net.last).toBe(original);
      expect(duplicateEvidence(net)).toEqual([]);
    }
  });

  it('are a duplicate denial where no other answer is loaded', () => {
    const net = netOf([denial()]);
    expect(net.paid).toBe(0);
    expect(duplicateEvidence(net).map(({ code }) => code)).toEqual(['OA-18']);
  });
});

const match = (lines: EraLine[], ledger = [aLine(), aSecondLine()], claim: Partial<EraClaim> = {}) => {
  const { lines: matched, unmatched } = matchRemitLines(
    netOf([anAnswer({ claim: { lines, ...claim } })]).parts,
    ledger,
  );
  return {
    lines: matched.map(({ parts }) => parts.map(({ line }) => line.segment)),
    unmatched: unmatched.map(({ part }) => part.line.segment),
  };
};

describe('line control numbers that are something else', () => {
  it.each(['1', '0', '8841207', 'A', '8841207-1'])(
    'do not join all lines of an answer: %s on each',
    (lineControlNumber) => {
      expect(match([aRemitLine({ lineControlNumber }), aSecondRemitLine({ lineControlNumber })])).toEqual({
        lines: [[120], [130]],
        unmatched: [],
      });
    },
  );

  const days = (n: number, dos: string) => aSecondLine({ n, dos: is(dos) });
  const therapy = (control: string, dos: string, segment: number, changes: Partial<EraLine> = {}) =>
    aSecondRemitLine({ lineControlNumber: control, dates: { from: dos, to: dos }, segment, ...changes });

  it('do not stand for lines of another day, charge or modifier, where these fit another line', () => {
    const ledger = [days(1, '2026-02-26'), days(2, '2026-02-24')];
    const lines = [therapy('1', '2026-02-24', 10), therapy('2', '2026-02-26', 20, { paid: 0 })];
    expect(match(lines, ledger)).toEqual({ lines: [[20], [10]], unmatched: [] });
    const byCharge = [aSecondLine({ n: 1 }), aSecondLine({ n: 2, charge: is(17000) })];
    const charges = [therapy('1', '2026-02-24', 10, { charge: 17000 }), therapy('2', '2026-02-24', 20)];
    expect(match(charges, byCharge)).toEqual({ lines: [[20], [10]], unmatched: [] });
    const byModifier = [aSecondLine({ n: 1, modifiers: is(['GP']) }), aSecondLine({ n: 2, modifiers: is(['59']) })];
    const modifiers = [
      therapy('1', '2026-02-24', 10, { modifiers: ['59'] }),
      therapy('2', '2026-02-24', 20, { modifiers: ['GP'] }),
    ];
    expect(match(modifiers, byModifier)).toEqual({ lines: [[20], [10]], unmatched: [] });
  });

  it('tell two lines of the same service apart all the same', () => {
    const ledger = [aSecondLine({ n: 1 }), aSecondLine({ n: 2 })];
    const lines = [therapy('2', '2026-02-24', 10), therapy('1', '2026-02-24', 20, { paid: 0 })];
    expect(match(lines, ledger)).toEqual({ lines: [[20], [10]], unmatched: [] });
  });

  it('do not let an answer to one line replace the answers to the others', () => {
    const all = { lineControlNumber: '1' };
    const whole = anAnswer({ claim: { lines: [aRemitLine(all), aSecondRemitLine(all)] } });
    const net = netOf([whole, later({ lines: [aRemitLine({ ...all, paid: 1 })] })]);
    expect(net.unclear).toHaveLength(1);
  });
});

describe('lines that were matched by hand', () => {
  it('are not those of another payment without a check number', () => {
    const of = (line: EraLine, file: string, paidOn: string) =>
      anAnswer({ claim: { lines: [{ ...line, segment: 15 }] }, payment: { trace: '', paidOn }, file });
    const { parts } = netOf([of(aRemitLine(), 'a', '2026-03-10'), of(aSecondRemitLine(), 'b', '2026-03-12')]);
    const { lines } = matchRemitLines(parts, [aLine(), aSecondLine()], { [parts[0]?.id ?? '']: 1 });
    expect(lines.map((line) => line.parts.map((part) => part.line.procedure))).toEqual([['99214'], ['97110']]);
  });
});

describe('what to mend', () => {
  it('is not said by an answer about another charge', () => {
    const onTop = netOf([
      anAnswer({ claim: { lines: [aRemitLine({ charge: 0, paid: 500, adjustments: [cas('CO-45', -500)] })] } }),
    ]);
    const posted = { isPosted: true, paid: 9840, adjustments: [] };
    const [line] = compareWithPosting(onTop, matchRemitLines(onTop.parts, [aLine(), aSecondLine()]), [
      posted,
      posted,
    ]).lines;
    expect(line?.fixes.join()).not.toContain('change it to');
  });
});

describe('an adjustment of the whole claim', () => {
  const net = netOf([anAnswer({ claim: { adjustments: [cas('PR-1', 2000)] } })]);
  const compare = (first: number, second: number) => {
    const line = (paid: number, list: [string, number][], deductible: number) => ({
      isPosted: true,
      paid: paid - deductible,
      adjustments: [...list, ['PR-1', deductible] as const].map(([code, amount]) => {
        const [group = '', carc = ''] = code.split('-');
        return { group, carc, amount };
      }),
    });
    const posted = [
      line(
        9840,
        [
          ['CO-45', 4200],
          ['PR-2', 2460],
        ],
        first,
      ),
      line(
        5069,
        [
          ['CO-45', 2164],
          ['PR-2', 1267],
        ],
        second,
      ),
    ];
    return compareWithPosting(net, matchRemitLines(net.parts, [aLine(), aSecondLine()]), posted);
  };

  it('may be posted to two lines in parts', () => {
    expect(compare(1500, 500)).toMatchObject({ isSpread: true, state: 'same' });
  });

  it('does not hide what one line has too much and another too little', () => {
    expect(compare(3000, -1000)).toMatchObject({ isSpread: false, state: 'differs' });
  });
});

describe('two answers of one payment that are alike', () => {
  it('are not one where they are of other days', () => {
    const on = (day: string, file: string, segment: number) =>
      anAnswer({
        file,
        claim: { lines: [aRemitLine({ lineControlNumber: '', dates: { from: day, to: day } })] },
        payment: { segment },
      });
    expect(netOf([on('2026-02-24', 'a', 3), on('2026-02-26', 'a', 90)]).paid).toBe(19680);
  });
});

const entry = (changes: Partial<EraIndexEntry> = {}): EraIndexEntry => ({
  controlNumber: 'HF204417',
  payerClaimNumber: 'BW26083-55017',
  status: '1',
  last: 'OKAFOR',
  first: 'DENISE',
  memberId: '',
  from: '2026-02-24',
  to: '2026-02-24',
  charge: 25000,
  paid: 14909,
  lines: 2,
  set: 0,
  offset: 0,
  length: 1,
  segment: 112,
  ...changes,
});
const wanted = (changes: Partial<ClaimToFind> = {}): ClaimToFind => ({
  claimId: '1',
  pcn: 'HF204417',
  payerClaimNumbers: [],
  patient: { last: 'OKAFOR', first: 'DENISE', middle: '' },
  dos: { from: '2026-02-24', to: '2026-02-24' },
  charge: 25000,
  others: ['2'],
  ...changes,
});

describe('another person of the same name', () => {
  const patient = { last: 'OKAFOR', first: 'DENISE', middle: 'M' };
  const find = (middle: string, changes: Partial<EraIndexEntry> = {}) =>
    findClaims([entry({ controlNumber: 'X-1', middle, ...changes })], [wanted({ patient })])[0]?.found.length;

  it('is told by the middle name where no number tells', () => {
    expect([find('M'), find('MARIE'), find(''), find('R')]).toEqual([1, 1, 1, 0]);
    expect(find('R', { controlNumber: '1' })).toBe(1);
  });
});

describe('two claims of one day', () => {
  const claims = [wanted(), wanted({ claimId: '2', charge: 10000, others: ['1'] })];

  it('under one account number are told apart by their charges', () => {
    const entries = [entry(), entry({ charge: 10000 })];
    const found = findClaims(entries, claims).map((one) => one.found.map((each) => each.entry.charge));
    expect(found).toEqual([[25000], [10000]]);
  });

  it('are offered, and not taken, where the charge is of neither', () => {
    const [first, second] = findClaims([entry({ charge: 5000 })], claims);
    expect([first?.found, second?.found]).toEqual([[], []]);
    expect(first?.candidates).toHaveLength(1);
  });

  it('do not share an answer that bears the number of one of them and a payer’s number of both', () => {
    const [, second] = findClaims(
      [entry({ controlNumber: '1' })],
      [
        wanted({ payerClaimNumbers: ['BW26083-55017'] }),
        wanted({ claimId: '2', others: ['1'], payerClaimNumbers: ['BW26083-55017'] }),
      ],
    );
    expect(second?.found).toEqual([]);
  });

  it('are not one because the payer numbers all its claims 0', () => {
    const [first] = findClaims(
      [entry({ controlNumber: 'X', payerClaimNumber: '0', charge: 777 })],
      [wanted({ payerClaimNumbers: ['0'] })],
    );
    expect(first?.found).toEqual([]);
  });
});

describe('a recovery', () => {
  const names = (reference: string, changes: Partial<EraClaim>) =>
    namesClaim(aRecovery({ reference }), aRemitClaim(changes));

  it('does not name a claim by a number that says nothing', () => {
    expect(names('0', { controlNumber: '0' })).toBe(false);
    expect(names('CHECK 1', { controlNumber: '1' })).toBe(false);
  });

  it('does not name a claim whose number stands by chance in a longer one', () => {
    expect(names('202608305', { controlNumber: '20260830', payerClaimNumber: '' })).toBe(false);
    expect(names('120260830', { controlNumber: '20260830', payerClaimNumber: '' })).toBe(false);
  });

  it('names a claim by its numbers one behind the other', () => {
    expect(names('00262430012345BW2288401', { payerClaimNumber: '262430012345' })).toBe(true);
    expect(names('WO20260830', { controlNumber: '20260830', payerClaimNumber: '' })).toBe(true);
    expect(names('2624300120260830', { payerClaimNumber: '26243001', controlNumber: '20260830' })).toBe(true);
  });

  const of = (changes: Partial<ProviderAdjustment> = {}) => [aRecovery(changes)];
  const back = { ...reversal, providerAdjustments: of() };
  const correction = { ...later({ segment: 300 }), providerAdjustments: of() };

  it('is told once, though reversal and correction of one payment both keep it', () => {
    expect(recoupments(netOf([original, back, correction])).map(({ code }) => code)).toEqual(['PLB WO']);
  });

  it('is told once, though the payment is in two files', () => {
    const copy = { ...anAnswer({ file: 'copy' }), providerAdjustments: of() };
    expect(recoupments(netOf([{ ...original, providerAdjustments: of() }, copy]))).toHaveLength(1);
  });

  it('is not called taken back where the payer gave the money', () => {
    const [given] = recoupments(netOf([{ ...original, providerAdjustments: of({ amount: -14909 }) }]));
    expect(given?.text).not.toContain('taken back from');
  });
});

describe('whose an answer is', () => {
  const same = (...remittance: Adjudication[]) => aCase({ secondary: BRIGHTWATER, remittance });

  it('is told by the claim status where primary and secondary are one payer', () => {
    const { primary, secondary, unclear } = sidesOf(same(original, later({ status: '2' })));
    expect([primary.length, secondary.length, unclear.length]).toEqual([1, 1, 0]);
  });

  it('stays untold where a reversal may be of either', () => {
    const { unclear } = sidesOf(same(original, later({ status: '2' }), later({ status: '22', payerClaimNumber: '' })));
    expect(unclear.length).toBeGreaterThan(0);
  });

  it('is told of a reversal by the payer’s number of the answer that it takes back', () => {
    const back = later(reversalOf(original.claim, { segment: 200 }), {
      payer: { ...aPayment().payer, name: 'CLAIM CENTER', ids: {} },
    });
    expect(sidesOf(aCase({ remittance: [original, back] })).primary).toHaveLength(2);
  });
});
