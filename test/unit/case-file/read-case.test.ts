import { describe, expect, it } from 'vitest';
import { type ReadCase, readCase } from '../../../lib/case-file/case-file';
import { examine } from '../../../lib/checks/examine';
import type { Case } from '../../../lib/claim/case';

/** An 835 of one claim: 250.00 charged, 149.09 paid. */
const ERA = [
  'ISA*00*          *00*          *ZZ*PAYER          *ZZ*PRACTICE       *260310*1200*^*00501*000000001*0*P*:',
  'GS*HP*PAYER*PRACTICE*20260310*1200*1*X*005010X221A1',
  'ST*835*0001',
  'BPR*I*149.09*C*ACH*CCP*01*111000025*DA*123*1512345678**01*111000025*DA*456*20260310',
  'TRN*1*EFT100*1512345678',
  'N1*PR*BRIGHTWATER PPO',
  'N1*PE*FICTION PHYSICAL THERAPY*XX*1999999984',
  'LX*1',
  'CLP*8841207*1*250*149.09*37.27*12*ICN1',
  'NM1*QC*1*OKAFOR*DENISE*M',
  'DTM*232*20260224',
  'SVC*HC:99214:25*165*98.4**1',
  'DTM*472*20260224',
  'CAS*CO*45*42',
  'CAS*PR*2*24.6',
  'SVC*HC:97110*85*50.69**1',
  'DTM*472*20260224',
  'CAS*CO*45*21.64',
  'CAS*PR*2*12.67',
  'SE*18*0001',
  'GE*1*1',
  'IEA*1*000000001',
]
  .map((segment) => `${segment}~`)
  .join('\n');

const SMALL = {
  today: '2026-04-02',
  patient: { name: 'OKAFOR, DENISE M', chart: 'HF204417', dob: '1958-04-12' },
  claim: {
    id: '8841207',
    dos: '2026-02-24',
    status: 'finalized',
    primaryPayer: 'BRIGHTWATER PPO',
    secondaryPayer: 'LARKSPUR MUTUAL',
    charge: '250.00',
  },
};

const FILES: Record<string, string> = { 'a.835': ERA, 'letter.835': 'Dear practice' };
const context = { readFile: (path: string) => FILES[path] };

const reading = (json: unknown): ReadCase => readCase(json, context);

const caseOf = (json: unknown): Case => {
  const read = reading(json);
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return read.case;
};

const problemsOf = (json: unknown): string[] => {
  const read = reading(json);
  return read.ok ? [] : read.problems;
};

const withLine = (line: object) => ({ ...SMALL, ledger: { lines: [{}, line] } });

describe('a case file', () => {
  it('gives money in cents, days and names, each with a place of its own', () => {
    const { row, patient } = caseOf(SMALL);
    expect(row.charge).toMatchObject({ kind: 'read', value: 25000, raw: '250.00', place: { page: 'claim-history' } });
    expect(row.dos).toMatchObject({ value: { from: '2026-02-24', to: '2026-02-24' } });
    expect(patient.name).toMatchObject({ value: { last: 'OKAFOR', first: 'DENISE', middle: 'M' } });
  });

  it('takes a value that is null or left out for one that the page does not have', () => {
    const c = caseOf({ ...SMALL, ledger: { totalCharge: null } });
    expect(c.ledger?.totalCharge).toEqual({ kind: 'absent' });
    expect(c.ledger?.totalBalance).toEqual({ kind: 'absent' });
  });

  it('takes a page that is left out for one that was not read', () => {
    const c = caseOf(SMALL);
    expect([c.ledger, c.chart, c.form, c.remittance]).toEqual([undefined, undefined, undefined, undefined]);
    expect(examine(c).verdict.headline).toContain('Cannot tell');
  });

  it('keeps what cannot be read with its words and why', () => {
    const c = caseOf(withLine({ charge: { unreadable: '8S.00', why: 'a letter is in it' } }));
    expect(c.ledger?.lines[1]?.charge).toMatchObject({
      kind: 'unreadable',
      raw: '8S.00',
      why: 'a letter is in it',
      place: { page: 'ledger', label: 'Line 2, charge' },
    });
  });

  it('keeps the words of the page beside a value', () => {
    const c = caseOf({ ...SMALL, claim: { ...SMALL.claim, status: { value: 'rejected', raw: 'HF Rejected' } } });
    expect(c.row.status).toMatchObject({ value: 'rejected', raw: 'HF Rejected' });
  });

  it('reads adjustments as pages write them, or in parts', () => {
    const adjustments = ['CO-45 1,042.00', { group: '', carc: 'W14', amount: '-3.00' }];
    const c = caseOf(withLine({ postings: [{ adjustments }] }));
    expect(c.ledger?.lines[1]?.postings[0]?.adjustments).toMatchObject({
      value: [
        { group: 'CO', carc: '45', amount: 104200 },
        { group: '', carc: 'W14', amount: -300 },
      ],
    });
  });

  it('works payers out from the claim, with what the file says of them', () => {
    const c = caseOf({ ...SMALL, payers: { secondary: { electronicSecondary: 'no', filing: null } } });
    expect(c.primary.name).toBe('BRIGHTWATER PPO');
    expect(c.secondary).toMatchObject({ name: 'LARKSPUR MUTUAL', electronicSecondary: 'no' });
    expect(caseOf({ ...SMALL, payers: { secondary: null } }).secondary).toBeUndefined();
  });

  it('counts as Medicare what is called so, with its time to file', () => {
    const claim = { ...SMALL.claim, secondaryPayer: 'MEDICARE PART B TEXAS' };
    expect(caseOf({ ...SMALL, claim }).secondary).toMatchObject({ kind: 'medicare', filing: { says: 'Medicare' } });
    const payers = { secondary: { filing: null } };
    expect(caseOf({ ...SMALL, claim, payers }).secondary?.filing).toBeUndefined();
  });

  it.each([
    ['a text', { text: ERA }],
    ['a file', { file: 'a.835' }],
    ['a list', [{ file: 'a.835' }]],
  ])('finds the claim in a remittance given as %s', (_, remittance) => {
    const c = caseOf({ ...SMALL, remittance });
    expect(c.remittance).toHaveLength(1);
    expect(c.remittance?.[0]).toMatchObject({ match: 'control-number', claim: { paid: 14909 }, problems: [] });
    expect(caseOf({ ...SMALL, remittance, claim: { ...SMALL.claim, id: '1', dos: null } }).remittance).toBeUndefined();
  });

  it('takes the policy of the file: what is off, what is milder, the margins', () => {
    const policy = {
      checks: { C024: { severity: 'info' }, C049: { off: { reason: 'not our work' } } },
      margins: { soonDays: 40 },
    };
    const read = reading({ ...SMALL, policy });
    expect(read).toMatchObject({ ok: true, case: { margins: { soonDays: 40 } } });
    expect(read.ok && read.policy.checks.C049?.off?.reason).toBe('not our work');
  });

  it('takes acknowledged checks with their reasons', () => {
    const c = caseOf({ ...SMALL, answers: { acknowledged: { C060: 'wrap payer' } } });
    expect(c.answers.acknowledged.C060).toMatchObject([{ reason: 'wrap payer' }]);
  });
});

describe('what is wrong in a case file is said with its place', () => {
  it.each<[string, unknown, string]>([
    ['no object', [], 'The file: has to be an object'],
    ['a part that is needed', { today: '2026-04-02', claim: {} }, 'patient: needed, and not there'],
    [
      'money as a number',
      withLine({ charge: 85 }),
      'ledger.lines[1].charge: has to be an amount in dollars and cents as a text, "85.00"',
    ],
    ['money with one decimal', withLine({ charge: '85.0' }), 'ledger.lines[1].charge: has to be an amount'],
    ['a day that there is not', { ...SMALL, today: '2026-02-30' }, 'today: has to be a day that there is'],
    ['a day as pages write it', { ...SMALL, today: '02/24/2026' }, 'today: has to be a day that there is'],
    [
      'a misspelled key',
      withLine({ chrage: '1.00' }),
      'ledger.lines[1].chrage: not known here. Known: "dos", "procedure"',
    ],
    ['a key of the panel, not of the format', withLine({ n: 2 }), 'ledger.lines[1].n: not known here'],
    [
      'a word that is none of the few',
      { ...SMALL, claim: { status: 'done' } },
      'claim.status: has to be one of "user-hold"',
    ],
    ['a misspelled answer', { ...SMALL, answers: { eobAtached: true } }, 'answers.eobAtached: not known here'],
    [
      'an answer of another type',
      { ...SMALL, answers: { eobAttached: 'yes' } },
      'answers.eobAttached: has to be of type boolean',
    ],
    [
      'a box that no form has',
      { ...SMALL, form: { boxes: { '99z': '' } } },
      'form.boxes.99z: no box of the form has this id',
    ],
    [
      'an adjustment that is none',
      withLine({ postings: [{ adjustments: ['45'] }] }),
      'ledger.lines[1].postings[0].adjustments[0]: has to be an adjustment, "CO-45 42.00"',
    ],
    [
      'unreadable without its words',
      withLine({ charge: { unreadable: 8 } }),
      'ledger.lines[1].charge.unreadable: has to be a text',
    ],
    ['a file that is not there', { ...SMALL, remittance: { file: 'b.835' } }, 'remittance[0].file: cannot read b.835'],
    [
      'a file that is no 835',
      { ...SMALL, remittance: { file: 'letter.835' } },
      'remittance[0]: letter.835 is not an 835',
    ],
    [
      'a rule of the policy that is none',
      { ...SMALL, policy: { checks: { C049: { off: true } } } },
      'policy.checks.C049.off: has to be of type object',
    ],
    ['a name of every object', { ...SMALL, constructor: 1 }, 'constructor: not known here'],
  ])('%s', (_, json, problem) => {
    expect(problemsOf(json).join('\n')).toContain(problem);
  });

  it('all of it at once', () => {
    expect(problemsOf({ ...SMALL, today: 'x', claim: { charge: 1, dos: 'y' } })).toHaveLength(3);
  });

  it('a prototype from JSON is a key that nobody knows', () => {
    expect(problemsOf(JSON.parse('{"__proto__":{"today":"2026-04-02"}}')).join()).toContain(
      '__proto__: not known here',
    );
  });
});
