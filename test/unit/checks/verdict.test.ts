import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../lib/checks/catalogue';
import { examine } from '../../../lib/checks/examine';
import { decideRoute } from '../../../lib/checks/route';
import { isAboutForm } from '../../../lib/checks/verdict';
import type { Case } from '../../../lib/claim/case';
import type { ClaimStatus } from '../../../lib/claim/claim';
import { accepted } from './accepted';
import {
  aCase,
  adjustment,
  aFormCase,
  aLedger,
  aLine,
  aMedicareCase,
  aPosting,
  aRow,
  aSecondaryRow,
  aSecondLine,
  forwarded,
  is,
  LARKSPUR,
  MEDICARE,
  notForwarded,
  smudged,
  without,
} from './build';

const verdict = (c: Case) => examine(c).verdict;
const centOff = {
  ledger: aLedger({ lines: [aLine(), aSecondLine({ charge: is(8501) })], totalCharge: is(25001) }),
  row: aRow({ charge: is(25001) }),
};
const appeal = { row: aRow({ appeal: is(true) }) };
const waiting = (status: ClaimStatus) =>
  aCase({
    row: aRow({ status: is(status), charge: is(16500) }),
    ledger: aLedger({ lines: [aLine({ postings: [] })], totalCharge: is(16500) }),
  });
const noShare = aLedger({
  lines: [aLine({ postings: [aPosting({ adjustments: is([adjustment('CO', '45', 6660)]) })] })],
  totalCharge: is(16500),
});

describe('the verdict', () => {
  it('is ready where everything passed, and names the way', () => {
    expect(verdict(aCase())).toMatchObject({
      kind: 'ready',
      headline: 'Ready: send electronically',
      short: 'Electronic',
    });
    expect(verdict(aFormCase())).toMatchObject({ kind: 'ready' });
    const paper = aCase({
      secondary: { ...LARKSPUR, electronicSecondary: 'no' },
      answers: { acknowledged: {}, eobAttached: true },
    });
    expect(verdict(paper)).toMatchObject({
      kind: 'ready',
      headline: 'Ready: print and attach the EOB',
      short: 'Print locally',
    });
  });

  it('names what blocks, in the headline and in 30 characters', () => {
    expect(verdict(aCase(centOff))).toMatchObject({
      kind: 'blocked',
      headline: 'Blocked: line 2 is off by $0.01',
      short: 'Line 2 is off by $0.01',
      why: 'A secondary claim is refused unless every line balances to $0.00.',
    });
  });

  it('counts what blocks where there is more than one thing', () => {
    const lines = [aLine({ charge: is(1) }), aSecondLine({ postings: [] })];
    const c = aCase({ ledger: aLedger({ lines }), row: aRow({ charge: is(9) }) });
    expect(verdict(c)).toMatchObject({ headline: 'Blocked: 3 things to fix', short: '3 things to fix' });
  });

  it('says do not bill where the claim was forwarded', () => {
    expect(verdict(aMedicareCase([forwarded()]))).toMatchObject({
      kind: 'do-not-bill',
      headline: 'Do not bill: Medicare forwarded it',
      short: 'Medicare forwarded it',
    });
  });

  it('asks what the remittance says where Medicare is first and nothing tells', () => {
    const examination = examine(aMedicareCase([]));
    expect(examination.verdict).toMatchObject({
      kind: 'cannot-tell',
      headline: 'Cannot tell: the Medicare remittance is not read',
      short: 'Medicare remittance not read',
    });
    expect(examination.unknown.find(({ check }) => check === 'C051')?.question).toBe('crossover');
    expect(verdict(aMedicareCase([notForwarded()])).kind).toBe('ready');
    const answers = { acknowledged: {}, crossover: 'not-forwarded' } as const;
    expect(verdict(aMedicareCase([], { answers })).kind).toBe('ready');
  });

  it('cannot tell where a page or a value is not read, and says which', () => {
    const unread = verdict(without(aCase(), 'ledger'));
    expect(unread).toMatchObject({
      kind: 'cannot-tell',
      headline: 'Cannot tell: the ledger is not read',
      short: 'Ledger not read',
    });
    expect(unread.why).toMatch(/^Nothing is known to be wrong, but \d+ checks need the ledger\.$/);
    const smudge = aCase({ ledger: aLedger({ lines: [aLine({ balance: smudged('0.O0') }), aSecondLine()] }) });
    expect(verdict(smudge).headline).toBe('Cannot tell: the balance of line 1 is unreadable');
  });

  it('asks for decisions, and is ready once each is answered', () => {
    expect(verdict(aCase(appeal))).toMatchObject({
      kind: 'decide',
      headline: 'Needs a decision: 1 question',
      short: 'Appeal of the primary is open',
    });
    const two = { row: aRow({ appeal: is(true), writtenOff: is(true) }) };
    expect(verdict(aCase(two))).toMatchObject({ headline: 'Needs a decision: 2 questions', short: '2 questions' });
    const answered = aCase({
      ...appeal,
      answers: { acknowledged: accepted(aCase(appeal), { C021: 'the payer asked for it' }) },
    });
    expect(verdict(answered).kind).toBe('ready');
    expect(examine(answered).findings[0]?.acknowledged?.reason).toBe('the payer asked for it');
  });

  it('groups what waits for the primary, what is billed and what has nothing left', () => {
    expect(verdict(waiting('sent'))).toMatchObject({
      kind: 'blocked',
      group: 'waiting',
      headline: 'Blocked: waiting for the primary',
    });
    expect(verdict(waiting('user-hold')).group).toBe('waiting');
    expect(verdict(aCase({ ...centOff, row: aRow({ status: is('sent'), charge: is(25001) }) })).group).toBeUndefined();
    expect(verdict(aCase({ siblings: [aSecondaryRow()] }))).toMatchObject({
      kind: 'blocked',
      group: 'billed',
      headline: 'Blocked: already billed',
    });
    const nothing = aCase({ ledger: noShare, row: aRow({ charge: is(16500) }) });
    expect(verdict(nothing)).toMatchObject({ kind: 'decide', group: 'nothing', short: 'Nothing left to bill' });
    expect(verdict(aCase(centOff)).group).toBeUndefined();
  });

  it('ranks do not bill over blocked over cannot tell over decide', () => {
    const all = { ...centOff, row: aRow({ charge: is(25001), appeal: is(true) }) };
    expect(
      verdict(aMedicareCase([forwarded()], { ...all, ledger: aLedger({ ...all.ledger, crossover: [forwarded()] }) }))
        .kind,
    ).toBe('do-not-bill');
    expect(verdict(without(aCase(all), 'chart')).kind).toBe('blocked');
    expect(verdict(without(aCase(appeal), 'ledger')).kind).toBe('cannot-tell');
  });

  it('tells what the form lacks from what the claim lacks', () => {
    const empty = examine(aFormCase({ '11d': '', '1a': '' }));
    expect(empty.findings.every(isAboutForm)).toBe(true);
    expect(empty.verdict.headline).toBe('Blocked: 2 things to fix on the form');
    expect(examine(aCase(centOff)).findings.some(isAboutForm)).toBe(false);
  });

  it('does not look behind a block of posting, payers or crossover, and does not call that passed', () => {
    const examination = examine(aCase({ ...centOff, secondary: { ...LARKSPUR, electronicSecondary: 'unknown' } }));
    const skipped = examination.notLookedAt.map(({ check }) => check);
    expect(skipped).toContain('C104');
    expect(skipped).toContain('C060');
    expect(skipped).not.toContain('C051');
    expect(examination.passed.some(({ check }) => skipped.includes(check))).toBe(false);
    expect(examination.findings.map(({ check }) => check)).toEqual(['C005']);
  });

  it('accounts for every check exactly once', () => {
    for (const c of [aCase(), aFormCase(), aCase(centOff), aMedicareCase([]), without(aCase(), 'chart')]) {
      const e = examine(c);
      const named = [...e.unknown, ...e.passed, ...e.notLookedAt].map(({ check }) => check);
      const raised = new Set(e.findings.map(({ check }) => check));
      expect([...named, ...raised].toSorted()).toEqual(CATALOGUE.map(({ id }) => id).toSorted());
    }
  });
});

describe('the route', () => {
  const route = (c: Case) => decideRoute(c).way;
  it.each([
    ['electronic', aCase()],
    ['print', aCase({ secondary: { ...LARKSPUR, electronicSecondary: 'no' } })],
    ['print', aFormCase({ transmission: 'P' })],
    ['print', aCase({ answers: { acknowledged: {}, electronicSecondary: 'no' } })],
    ['undecided', aCase({ secondary: { ...LARKSPUR, electronicSecondary: 'unknown' } })],
    ['undecided', without(aCase(), 'secondary')],
    ['none', aMedicareCase([forwarded()])],
    ['electronic', aMedicareCase([notForwarded()])],
    ['electronic', aCase({ secondary: MEDICARE })],
  ])('is %s for case %#', (way, c) => {
    expect(route(c)).toBe(way);
  });

  it('advises to attach the EOB to what is printed, and says why', () => {
    expect(decideRoute(aCase({ secondary: { ...LARKSPUR, electronicSecondary: 'no' } }))).toEqual({
      way: 'print',
      why: 'LARKSPUR MUTUAL takes no electronic secondary claims',
      attachEob: true,
    });
  });
});
