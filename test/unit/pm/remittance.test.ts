import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generate } from '../../pm/generate';
import { decimal, remittanceText } from '../../pm/remittance';
import {
  REMITTANCES,
  type RemittanceScene,
  remittanceFor,
  remittancesFor,
  remittancesWith,
} from '../../pm/remittance-scenes';
import { type BadSum, badSums } from '../../pm/remittance-sums';
import { SCENES } from '../../pm/scenes';
import { type Pm, startPm } from '../../pm/server';
import { adjustmentsOf, type Claim, claimOf, paidBy, patientOf, residual } from '../../pm/truth';
import { type Client, login } from './client';

const TODAY = '2026-03-20';
const truth = generate(1500, TODAY);
const NAMES = Object.keys(REMITTANCES) as RemittanceScene[];

const claimOfScene = (name: RemittanceScene): Claim => {
  const claim = claimOf(truth, REMITTANCES[name].claims.main);
  if (!claim) throw new Error(`no claim of ${name}`);
  return claim;
};

const segmentsOf = (text: string) => text.split('~').map((one) => one.trim().split('*'));

/** The segments of a scene's own claim in its n-th file, CLP to what comes before the next claim or the trailer. */
const own = (name: RemittanceScene, file = 0, control: string = REMITTANCES[name].claims.main): string[] => {
  const all = segmentsOf(remittancesFor(truth, name)[file]?.text ?? '');
  const start = all.findIndex(([id, one]) => id === 'CLP' && one === control);
  const end = all.findIndex(([id], i) => i > start && ['CLP', 'PLB', 'SE'].includes(id ?? ''));
  return start < 0 ? [] : all.slice(start, end).map((elements) => elements.join('*'));
};

const only = (name: RemittanceScene, id: string, file = 0, control?: string) =>
  own(name, file, control).filter((segment) => segment.startsWith(`${id}*`));

const head = (segment: string | undefined, count: number) => segment?.split('*').slice(0, count).join('*');
const sumsOf = (name: RemittanceScene): BadSum[] => remittancesFor(truth, name).flatMap(({ text }) => badSums(text));

/** What one line of a scene's claim says, in the PM's terms. */
const posted = (name: RemittanceScene, line: number) => {
  const found = claimOfScene(name).lines[line - 1];
  if (!found) throw new Error(`no line ${line}`);
  return [
    paidBy(found),
    ...adjustmentsOf(found).map(({ group, carc, amount }) => `${group}-${carc} ${decimal(amount)}`),
  ];
};

/** The same of one line in the remittance. */
const said = (name: RemittanceScene, line: number) => {
  const segments = own(name);
  const starts = segments.flatMap((segment, i) => (segment.startsWith('SVC*') ? [i] : []));
  const part = segments.slice(starts[line - 1], starts[line]);
  const adjustments = part
    .filter((segment) => segment.startsWith('CAS*'))
    .flatMap((segment) => {
      const [, group, ...rest] = segment.split('*');
      return [0, 3, 6].flatMap((at) => (rest[at] ? [`${group}-${rest[at]} ${rest[at + 1]}`] : []));
    });
  return [Math.round(Number(part[0]?.split('*')[3]) * 100), ...adjustments];
};

describe("what the stand-in's payers send", () => {
  it('balances in every file of the whole practice, but for the scenes that say otherwise', () => {
    const wrong = truth.remittances
      .filter((file) => badSums(remittanceText(file)).length > 0)
      .map(({ scene }) => scene);
    expect(wrong).toEqual(['unbalanced', 'wrongShare']);
    expect(truth.remittances.length).toBeGreaterThan(40);
  });

  it('is found to be off when an amount is changed', () => {
    const { text } = remittanceFor(truth, 'asPosted');
    const svc = only('asPosted', 'SVC')[0] ?? '';
    expect(badSums(text.replace(svc, svc.replace(/\*(\d+)/, '*9$1'))).map(({ rule }) => rule)).toEqual(['L', 'C3']);
    expect(badSums(text.replace(/BPR\*I\*\d/, 'BPR*I*9$&'.replace('$&', ''))).map(({ rule }) => rule)).toEqual(['T']);
    expect(badSums(text.replace('LX*1~\n', '')).map(({ rule }) => rule)).toEqual(['SE']);
  });

  it('writes decimals without zeros that say nothing', () => {
    expect([0, 5, 50, 100, 12_050, 1_234_567, -2500, -1].map(decimal)).toEqual([
      '0',
      '0.05',
      '0.5',
      '1',
      '120.5',
      '12345.67',
      '-25',
      '-0.01',
    ]);
  });

  it('has the same scenes for every seed and day, each with a patient, a claim and a file', () => {
    const other = generate(7, '2027-01-02');
    for (const name of NAMES) {
      const scene = REMITTANCES[name];
      expect(patientOf(other, scene.memberId)?.chart).toBe(scene.chart);
      for (const id of Object.values(scene.claims)) {
        expect(other.claims.find((claim) => claim.id === id)?.patientId).toBe(scene.memberId);
      }
      expect(remittancesFor(other, name).length).toBeGreaterThan(0);
    }
  });

  it('has a name of its own for every file, and none that a disk would refuse', () => {
    const names = truth.remittances.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[\w.-]+$/.test(name))).toEqual([]);
  });

  it('holds the claims that were there before, by payer', () => {
    const [file] = remittancesWith(truth, SCENES.electronic.claims.main);
    expect(file?.name).toBe('ERA_60054_ALL.835');
    expect(remittancesWith(truth, SCENES.centOff.claims.main)).toEqual([]);
  });
});

describe('the scenes of remittances', () => {
  it('asPosted: every line as posted', () => {
    for (const line of [1, 2, 3]) expect(said('asPosted', line)).toEqual(posted('asPosted', line));
  });

  it('coShort: CO-45 of line 2 a cent short, nothing else', () => {
    expect([said('coShort', 1), said('coShort', 3)]).toEqual([posted('coShort', 1), posted('coShort', 3)]);
    expect(claimOfScene('coShort').lines.map(residual)).toEqual([0, 1, 0]);
    expect(said('coShort', 2)[0]).toEqual(posted('coShort', 2)[0]);
    expect(said('coShort', 2)[1]).not.toEqual(posted('coShort', 2)[1]);
  });

  it('paidWrong: paid differs and the ledger balances nevertheless', () => {
    expect(Number(posted('paidWrong', 1)[0]) - Number(said('paidWrong', 1)[0])).toBe(1000);
    expect(claimOfScene('paidWrong').lines.map(residual)).toEqual([0, 0, 0]);
  });

  it('otherCodes: the same amounts under other codes', () => {
    const codes = (all: unknown[]) => all.slice(1).map((one) => String(one).split(' ')[0]);
    expect(codes(said('otherCodes', 1))).toEqual(['CO-45', 'PR-3']);
    expect(codes(posted('otherCodes', 1))).toEqual(['OA-45', 'PR-2']);
    expect(claimOfScene('otherCodes').lines.map(residual)).toEqual([0, 0]);
  });

  it('missingAdjustment: one adjustment is not posted, and the line is open by it', () => {
    const missing = said('missingAdjustment', 2).filter(
      (one) => !posted('missingAdjustment', 2).includes(one as string),
    );
    expect(missing).toEqual([`PR-2 ${decimal(residual(claimOfScene('missingAdjustment').lines[1] as never))}`]);
  });

  it('corrected: paid, taken back whole, paid again five dollars less; the ledger holds all three', () => {
    const [first, back, again] = [0, 1, 2].map((file) => only('corrected', 'CLP', file)[0]?.split('*') ?? []);
    expect([first, back, again].map((clp) => clp?.[2])).toEqual(['1', '22', '1']);
    expect(Number(back?.[4])).toBe(-Number(first?.[4]));
    expect(Math.round((Number(first?.[4]) - Number(again?.[4])) * 100)).toBe(500);
    expect(only('corrected', 'REF', 2)[0]).toBe(`REF*F8*${first?.[7]}`);
    const { lines } = claimOfScene('corrected');
    expect(lines.map((line) => [line.postings.length, residual(line)])).toEqual([
      [3, 0],
      [3, 0],
      [3, 0],
    ]);
    expect(decimal(lines.reduce((sum, line) => sum + paidBy(line), 0))).toBe(again?.[4]);
  });

  it('reversed: nothing comes after the reversal', () => {
    expect(remittancesFor(truth, 'reversed')).toHaveLength(2);
    expect(head(only('reversed', 'CLP', 1)[0], 3)).toBe(`CLP*${REMITTANCES.reversed.claims.main}*22`);
    expect(
      only('reversed', 'CAS', 1).every((cas) =>
        cas
          .split('*')
          .slice(3, 4)
          .every((amount) => Number(amount) < 0),
      ),
    ).toBe(true);
    expect(claimOfScene('reversed').lines.every((line) => line.postings.length === 1)).toBe(true);
  });

  it('partial: two lines and one, with two checks and two claim numbers of the payer', () => {
    expect([only('partial', 'SVC', 0).length, only('partial', 'SVC', 1).length]).toEqual([2, 1]);
    const [a, b] = [0, 1].map((file) => only('partial', 'CLP', file)[0]?.split('*')[7]);
    expect(a).not.toBe(b);
  });

  it('sameCheckTwice: two files, one check', () => {
    const files = remittancesFor(truth, 'sameCheckTwice');
    const trn = files.map(({ text }) => /TRN\*1\*(\w+)/.exec(text)?.[1]);
    expect([files.length, new Set(trn).size, new Set(files.map(({ text }) => text)).size]).toEqual([2, 1, 2]);
  });

  it("recouped: PLB names the payer's claim number and what was paid", () => {
    const [, later] = remittancesFor(truth, 'recouped');
    const clp = only('recouped', 'CLP')[0]?.split('*') ?? [];
    expect(later?.text).toContain(`*WO:${clp[7]}*${clp[4]}~`);
    expect(own('recouped', 1)).toEqual([]);
  });

  it('forwarded, likely, not forwarded, no sign', () => {
    const signs = (name: RemittanceScene) => [
      only(name, 'CLP')[0]?.split('*')[2],
      only(name, 'MOA')[0],
      only(name, 'NM1').some((one) => one.startsWith('NM1*TT*2*AARP')),
    ];
    expect(signs('forwarded')).toEqual(['19', 'MOA***MA01*MA18', true]);
    expect(signs('forwardedLikely')).toEqual(['1', 'MOA***MA01*MA18', false]);
    expect(signs('notForwarded')).toEqual(['1', 'MOA***MA01*MA19', false]);
    expect(signs('noSign')).toEqual(['1', 'MOA***MA01', false]);
  });

  it('split: two lines of one line control number, half the units each', () => {
    const [first, second] = only('split', 'SVC').map((svc) => svc.split('*'));
    expect([first?.slice(5), second?.slice(5)]).toEqual([
      ['2', '', '4'],
      ['2', '', '4'],
    ]);
    const controls = only('split', 'REF').slice(0, 2);
    expect(new Set(controls).size).toBe(1);
    expect(Number(first?.[2]) + Number(second?.[2])).toBe((claimOfScene('split').lines[0]?.charge ?? 0) / 100);
  });

  it('unbundled: the followers have no charge and OA-94 comes to nothing', () => {
    expect(
      only('unbundled', 'SVC')
        .slice(0, 3)
        .map((svc) => svc.split('*')[2]),
    ).toEqual(['120', '0', '0']);
    const moved = only('unbundled', 'CAS').filter((cas) => cas.startsWith('CAS*OA*94'));
    expect(moved.reduce((sum, cas) => sum + Number(cas.split('*')[3]), 0)).toBe(0);
  });

  it('bundled: the submitted procedure is named, its charge moved', () => {
    expect(only('bundled', 'SVC')[1]).toBe('SVC*HC:80053*18*0**1*HC:36415');
    expect(own('bundled')).toContain('CAS*CO*97*18');
    expect(own('bundled')).toContain('CAS*OA*94*-18');
  });

  it('unbalanced: line and claim are off by a dollar; wrongShare: the patient part by five', () => {
    expect(sumsOf('unbalanced').map(({ rule, left, right }) => [rule, right - left])).toEqual([
      ['L', 100],
      ['C1', 100],
    ]);
    expect(sumsOf('wrongShare').map(({ rule, left, right }) => [rule, right - left])).toEqual([['P', 500]]);
  });

  it('claimLevel: the deductible stands before the lines and on none of them', () => {
    const segments = own('claimLevel');
    const before = segments.slice(
      0,
      segments.findIndex((one) => one.startsWith('SVC')),
    );
    expect(before).toContain('CAS*PR*1*20');
    expect(segments.filter((one) => one === 'CAS*PR*1*20')).toHaveLength(1);
    expect(posted('claimLevel', 1)).toContain('PR-1 20');
  });

  it('noControlNumber and twoCandidates: the control number is 0 and the ledger knows no number of the payer', () => {
    expect(only('noControlNumber', 'CLP', 0, '0')).toHaveLength(1);
    expect(only('noControlNumber', 'REF', 0, '0')).toEqual([]);
    expect(claimOfScene('noControlNumber').icn).toBe('');
    const { text } = remittanceFor(truth, 'twoCandidates');
    const clps = segmentsOf(text).filter(([id]) => id === 'CLP');
    expect(new Set(clps.map((clp) => clp.slice(0, 5).join('*'))).size).toBe(1);
    expect(clps).toHaveLength(2);
  });

  it('secondaryPaid: the second file is of another payer, as secondary, and explains the rest by OA-23', () => {
    expect(only('secondaryPaid', 'CLP', 1)[0]?.split('*')[2]).toBe('2');
    expect(
      own('secondaryPaid', 1)
        .filter((one) => one.startsWith('CAS'))
        .every((one) => one.startsWith('CAS*OA*23*')),
    ).toBe(true);
    expect(remittancesFor(truth, 'secondaryPaid')[1]?.text).toContain('N1*PR*UNITED HEALTHCARE');
  });

  it('duplicate: nothing paid, OA-18 on every line', () => {
    expect(only('duplicate', 'CAS').map((cas) => head(cas, 3))).toEqual(['CAS*OA*18', 'CAS*OA*18']);
    expect(only('duplicate', 'CLP')[0]?.split('*')[4]).toBe('0');
  });

  it('testFile is marked as one, and no other file is', () => {
    const marked = truth.remittances.filter((file) => remittanceText(file).slice(0, 106).endsWith('*T*:~'));
    expect(marked.map(({ scene }) => scene)).toEqual(['testFile']);
  });

  it('amongOthers: 251 claims, a credit and a debit beside them', () => {
    const all = segmentsOf(remittanceFor(truth, 'amongOthers').text);
    expect(all.filter(([id]) => id === 'CLP')).toHaveLength(251);
    expect(all.filter(([id]) => id === 'PLB').map((plb) => plb.slice(3).join('*'))).toEqual([
      'L6:INTEREST*-1.25',
      'CS:ADJUSTMENT*10',
    ]);
  });

  it('notPosted: finalized, a remittance, and no posting', () => {
    const claim = claimOfScene('notPosted');
    expect([claim.status, claim.lines.flatMap((line) => line.postings)]).toEqual(['Finalized', []]);
    expect(only('notPosted', 'SVC')).toHaveLength(3);
  });

  it('recoded and twins: nothing says which line it is', () => {
    for (const name of ['recoded', 'twins'] as const)
      expect(own(name).filter((one) => one.startsWith('REF*6R'))).toEqual([]);
    const sent = claimOfScene('recoded').lines.map(({ procedure }) => `HC:${procedure}`);
    expect(sent).not.toContain(only('recoded', 'SVC')[0]?.split('*')[1]);
    const [first, second] = only('twins', 'SVC').map((svc) => head(svc, 3));
    expect(first).toBe(second);
  });
});

describe('the ERA files page', () => {
  let pm: Pm;
  let biller: Client;
  beforeAll(async () => {
    pm = await startPm();
    biller = await login(pm);
  });
  afterAll(() => pm.close());

  it('lists every file, and gives each as a text to keep', async () => {
    const list = await biller.page('ERA_LIST', {});
    expect(list.match(/ACTION_NAME=ERA_DOWNLOAD/g)).toHaveLength(pm.truth.remittances.length);
    const { name, text } = remittanceFor(pm.truth, 'asPosted');
    expect(list).toContain(name);
    const answer = await biller.get(`/electronic/pm/action.do?ACTION_NAME=ERA_DOWNLOAD&FILE=${name}`);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`);
    expect(await answer.text()).toBe(text);
  });

  it('gives nothing to somebody who is not signed in, and nothing for a file that is not there', async () => {
    const stranger = await fetch(`${pm.origin}/electronic/pm/action.do?ACTION_NAME=ERA_LIST`);
    expect(await stranger.text()).toContain('j_username');
    const missing = await biller.get('/electronic/pm/action.do?ACTION_NAME=ERA_DOWNLOAD&FILE=../secret');
    expect(missing.status).toBe(404);
  });
});
