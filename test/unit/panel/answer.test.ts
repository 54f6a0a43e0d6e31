import { describe, expect, test } from 'vitest';
import { answerOf, paymentWords } from '../../../components/models/answer';
import { eobOf } from '../../../components/models/eob';
import { fileSize, percentRead } from '../../../components/models/files';
import { anAnswer, aRecovery, aRemitLine, cas } from '../../era/build';

describe('an answer of a payer', () => {
  test('tells what was taken back outside of the claim, from which payment, whichever way it went', () => {
    const payment = { paidOn: '2026-04-02', method: 'ACH', trace: '77' };
    const { moved } = answerOf(
      anAnswer({
        providerAdjustments: [
          aRecovery(),
          aRecovery({ amount: -500, payment }),
          aRecovery({ code: 'l6', amount: -31 }),
          aRecovery({ amount: null }),
        ],
      }),
    );
    expect(moved.map(({ words, amount }) => [words, amount])).toEqual([
      ['Overpayment taken back from Check 0012345, 03/10/2026 (PLB WO)', 14_909],
      ['Overpayment paid with EFT 77, 04/02/2026 (PLB WO)', 500],
      ['Provider adjustment paid with Check 0012345, 03/10/2026 (PLB L6)', 31],
      ['Overpayment taken back from Check 0012345, 03/10/2026 (PLB WO)', undefined],
    ]);
    expect(new Set(moved.map(({ key }) => key)).size).toBe(4);
  });

  test('is told with every line, adjustment and remark', () => {
    const { lines, ...answer } = answerOf(anAnswer({ claim: { remarks: ['MA18', 'ma18', 'N9999'] } }));
    expect(answer).toMatchObject({
      payer: 'BRIGHTWATER PPO',
      method: 'Check',
      trace: '0012345',
      paidOn: '03/10/2026',
      status: 'Processed as primary',
      patient: 'Okafor, Denise',
      charge: 25_000,
      paid: 14_909,
      adjusted: 10_091,
      writtenOff: 6364,
      patientShare: 3727,
      remarks: [
        { code: 'MA18', words: 'Forwarded to the supplemental insurer.' },
        { code: 'N9999', words: undefined },
      ],
    });
    expect(lines.map(({ procedure, charge, paid, adjusted }) => [procedure, charge, paid, adjusted])).toEqual([
      ['99214-25', 16_500, 9840, 6660],
      ['97110', 8500, 5069, 3431],
    ]);
    expect(lines[0]!.adjustments.map(({ name }) => name)).toEqual([
      'Contractual adjustment, CO-45',
      'Coinsurance, PR-2',
    ]);
  });

  test('leaves out what is not read: no sum is made of it, and no zero', () => {
    const unread = answerOf(
      anAnswer({
        claim: { charge: null, patientResponsibility: null, lines: [aRemitLine({ adjustments: [cas('PR-2', null)] })] },
      }),
    );
    expect(unread.charge).toBeUndefined();
    expect(unread.adjusted).toBeUndefined();
    expect(unread.patientShare).toBeUndefined();
    expect(unread.lines[0]!.allowed).toBeUndefined();
  });

  test('names what the file calls by codes that nobody knows', () => {
    const odd = answerOf(
      anAnswer({ claim: { status: '99', adjustments: [cas('ZZ-45', 100)] }, payment: { method: 'XYZ' } }),
    );
    expect([odd.status, odd.method]).toEqual(['Status 99', 'Payment']);
    expect(odd.adjustments[0]!.name).toBe('Adjustment, ZZ-45');
    expect(paymentWords({ method: 'ACH', trace: '', paidOn: null })).toBe('EFT without a number, date not read');
  });
});

describe('an EOB', () => {
  test('is named by the claim number alone, whatever stands in it', () => {
    expect(eobOf([anAnswer()]).title).toBe('EOB claim 8841207');
    expect(eobOf([anAnswer({ claim: { controlNumber: '../88 41<OKAFOR>' } })]).title).toBe('EOB claim 8841OKAFOR');
    expect(eobOf([]).title).toBe('EOB');
  });
});

describe('files', () => {
  test.each([
    [812, '812 bytes'],
    [4200, '4.2 KB'],
    [104_857_600, '105 MB'],
    [2_147_483_648, '2.1 GB'],
    [999_600, '1.0 MB'],
  ])('%i bytes are %s', (bytes, words) => expect(fileSize(bytes)).toBe(words));

  test('are read to 100 % only at their end', () => {
    const file = { id: 'a', name: 'a', bytes: 1000, payments: [], claims: 0, lines: 0, problems: [], problemCount: 0 };
    expect(percentRead({ ...file, state: { is: 'reading', bytesRead: 1000 } })).toBe(99);
    expect(percentRead({ ...file, state: { is: 'reading', bytesRead: 250 } })).toBe(25);
    expect(percentRead({ ...file, bytes: 0, state: { is: 'reading', bytesRead: 0 } })).toBe(0);
    expect(percentRead({ ...file, state: { is: 'read' } })).toBe(100);
  });
});
