import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../../lib/checks/acknowledged';
import { CATALOGUE } from '../../../lib/checks/catalogue';
import type { Examination } from '../../../lib/checks/check';
import { examine } from '../../../lib/checks/examine';
import type { Acknowledgement, Answers, Case } from '../../../lib/claim/case';
import { DEFAULT_MARGINS } from '../../../lib/claim/margins';
import { mergePolicy, RULE_BOOK } from '../../../lib/policy/merge';
import { type CheckRule, NO_POLICY, type Policy } from '../../../lib/policy/policy';
import { aPolicy } from '../policy/build';
import { accepted } from './accepted';
import {
  aCase,
  aFormCase,
  aLedger,
  aLine,
  aMedicareCase,
  aRow,
  aSecondLine,
  forwarded,
  is,
  LARKSPUR,
  without,
} from './build';

const of = (checks: Record<string, CheckRule>, margins: Policy['margins'] = {}) =>
  mergePolicy(NO_POLICY, { checks, margins });
const under = (c: Case, checks: Record<string, CheckRule>) => examine(c, CATALOGUE, of(checks));

/** Line 2 is off by so many cents. */
const offBy = (cents: number): Case =>
  aCase({
    ledger: aLedger({ lines: [aLine(), aSecondLine({ charge: is(8500 + cents) })], totalCharge: is(25000 + cents) }),
    row: aRow({ charge: is(25000 + cents) }),
  });
const centOff = offBy(1);
const appeal = aCase({ row: aRow({ appeal: is(true) }) });
const withWords = (c: Case, acknowledged: Answers['acknowledged']): Case => ({
  ...c,
  answers: { ...c.answers, acknowledged },
});
const found = (examination: Examination, check: string) =>
  examination.findings.find((finding) => finding.check === check);

describe('an examination under a policy', () => {
  it('is that of the rule book where no policy says anything', () => {
    for (const c of [aCase(), centOff, appeal, aMedicareCase([])])
      expect(examine(c, CATALOGUE, of({}))).toEqual(examine(c));
  });

  it('lists a check that is off as off, with the reason, and never as passed', () => {
    const e = under(centOff, { C005: { off: { reason: 'Our ledger rounds' } } });
    const { title } = CATALOGUE.find(({ id }) => id === 'C005')!;
    expect(e.off).toEqual([{ check: 'C005', title, reason: 'Our ledger rounds', by: 'you' }]);
    expect([...e.passed, ...e.notLookedAt, ...e.unknown].some(({ check }) => check === 'C005')).toBe(false);
    expect(e.verdict.kind).toBe('ready');
  });

  it('changes severities before the verdict, and keeps what the rule book said', () => {
    const e = under(centOff, { C005: { severity: 'decide' } });
    expect(e.verdict).toMatchObject({ kind: 'decide', headline: 'Needs a decision: 1 question' });
    expect(found(e, 'C005')).toMatchObject({ severity: 'decide', ruleBook: { severity: 'block', by: 'you' } });
    expect(e.notLookedAt).toEqual([]);
    const strict = under(appeal, { C021: { severity: 'block' } });
    expect(strict.verdict.kind).toBe('blocked');
    expect(found(strict, 'C021')).toMatchObject({ ruleBook: { severity: 'decide', by: 'you' } });
    expect(found(under(appeal, { C021: { severity: 'decide' } }), 'C021')).not.toHaveProperty('ruleBook');
  });

  it('cannot tell where a check that is made to block is unknown, and can where it is made not to', () => {
    const unread = without(aCase(), 'chart');
    const [first] = examine(unread).unknown.filter(({ blocking }) => !blocking);
    expect(first).toBeDefined();
    const strict = under(unread, { [first!.check]: { severity: 'block' } });
    expect(strict.unknown.find(({ check }) => check === first!.check)?.blocking).toBe(true);
    const all = examine(unread)
      .unknown.filter(({ blocking }) => blocking)
      .map(({ check }) => check);
    const mild = under(unread, Object.fromEntries(all.map((id) => [id, { severity: 'info' }])));
    expect(mild.unknown.some(({ blocking }) => blocking)).toBe(false);
  });

  it('never turns off or softens what says do not bill, nor what NextGen Office stops at', () => {
    const off: CheckRule = { off: { reason: 'we know better' }, severity: 'info' };
    const forwardedCase = aMedicareCase([forwarded()]);
    expect(under(forwardedCase, { C051: off, C052: off }).verdict.kind).toBe('do-not-bill');
    const waiting = aCase({ row: aRow({ status: is('sent' as const) }) });
    expect(under(waiting, { C001: off, C002: off }).verdict.kind).toBe('blocked');
  });

  it('takes the margins of the case for the days that count', () => {
    const soon = (c: Case, soonDays: number) =>
      found(examine({ ...c, margins: { ...DEFAULT_MARGINS, soonDays } }), 'C089');
    const c = aCase({
      secondary: { ...LARKSPUR, filing: { rule: { basis: 'DOS_TO', value: 57, unit: 'D' }, says: 'Claim Post' } },
    });
    const left = /\d+/.exec(soon(c, 90)?.short ?? '')?.[0];
    expect(Number(left)).toBeGreaterThan(0);
    expect(soon(c, Number(left))).toBeDefined();
    expect(soon(c, Number(left) - 1)).toBeUndefined();
    const receives = (receivedDays: number) =>
      found(examine({ ...c, margins: { ...DEFAULT_MARGINS, soonDays: 90, receivedDays } }), 'C089')?.fix;
    expect(receives(1)).not.toBe(receives(2));
    const waits = (crossoverDays: number) =>
      found(
        examine({
          ...aMedicareCase([forwarded()]),
          today: '2026-03-20',
          margins: { ...DEFAULT_MARGINS, crossoverDays },
        }),
        'C052',
      );
    expect(waits(90)?.why).toContain('90 working days');
    expect(waits(0)).toBeUndefined();
  });

  it('accounts for every check once, whatever the policy', () => {
    const ids = CATALOGUE.map(({ id }) => id).toSorted();
    fc.assert(
      fc.property(aPolicy, aPolicy, fc.constantFrom(aCase(), centOff, appeal, aFormCase()), (organization, own, c) => {
        const e = examine(c, CATALOGUE, mergePolicy(organization, own));
        const raised = new Set(e.findings.map(({ check }) => check));
        const named = [...e.unknown, ...e.passed, ...e.notLookedAt, ...e.off].map(({ check }) => check);
        expect([...named, ...raised].toSorted()).toEqual(ids);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a block that is overridden', () => {
  const overridden = withWords(centOff, accepted(centOff, { C005: 'Posted to another batch' }));

  it('blocks no more, and the verdict says so first', () => {
    expect(examine(centOff).verdict.kind).toBe('blocked');
    const e = examine(overridden);
    expect(e.verdict).toMatchObject({
      kind: 'ready',
      headline: 'Ready, 1 block overridden: send electronically',
      short: '1 block overridden',
    });
    expect(found(e, 'C005')?.acknowledged).toMatchObject({ reason: 'Posted to another batch' });
  });

  it('hides nothing that lies behind it', () => {
    expect(examine(centOff).notLookedAt).not.toEqual([]);
    expect(examine(overridden).notLookedAt).toEqual([]);
  });

  it.each<[string, Case]>([
    ['another sum', offBy(2)],
    ['another severity', centOff],
  ])('blocks again with %s, and tells what was accepted', (words, c) => {
    const policy = words === 'another severity' ? of({ C005: { severity: 'decide' } }) : RULE_BOOK;
    const finding = found(examine(withWords(c, overridden.answers.acknowledged), CATALOGUE, policy), 'C005');
    expect(finding?.acknowledged).toBeUndefined();
    expect(finding?.lapsed).toMatchObject({
      reason: 'Posted to another batch',
      said: 'Line 2, 97110, does not balance',
    });
  });

  it('stays blocked once its word has lapsed, also when it says the same again', () => {
    const [said] = overridden.answers.acknowledged.C005 ?? [];
    const lapsed: Acknowledgement = { ...said!, lapsedAt: 2_000 };
    expect(examine(withWords(centOff, { C005: [lapsed] })).verdict.kind).toBe('blocked');
  });

  it('takes nothing for an answer that an earlier version kept without what was said', () => {
    const old = withWords(centOff, { C005: [{ reason: 'I know', of: '', at: 0, said: '' }] });
    expect(examine(old).verdict.kind).toBe('blocked');
  });

  it('cannot be overridden where NextGen Office stops itself, where a wait ends by itself, or where a policy forbids it', () => {
    const waiting = aCase({ row: aRow({ status: is('sent' as const) }) });
    const ofPm = withWords(waiting, accepted(waiting, { C001: 'I know', C002: 'I know' }));
    expect(examine(ofPm).verdict.kind).toBe('blocked');
    expect(found(examine(ofPm), 'C001')?.noOverride).toBe(
      'NextGen Office offers COB only for a claim that is finalized.',
    );
    const forbids = mergePolicy({ checks: { C005: { mayOverride: false } }, margins: {} }, NO_POLICY);
    const forbidden = examine(overridden, CATALOGUE, forbids);
    expect(forbidden.verdict.kind).toBe('blocked');
    expect(found(forbidden, 'C005')?.noOverride).toBe('Your organization does not allow this block to be overridden.');
  });

  it('may be do not bill, once the wait is over: then the claim goes its way', () => {
    const late = { ...aMedicareCase([forwarded()]), today: '2026-09-01' };
    expect(examine(late).verdict.kind).toBe('do-not-bill');
    const sent = examine(withWords(late, accepted(late, { C051: 'The supplement never got it, called 08/30' })));
    expect(sent.verdict.kind).not.toBe('do-not-bill');
    expect(sent.route.way).toBe('electronic');
    const early = { ...aMedicareCase([forwarded()]), today: '2026-03-12' };
    const soon = examine(withWords(early, accepted(early, { C051: 'It never got it', C052: 'It never got it' })));
    expect(soon.verdict.kind).toBe('do-not-bill');
  });
});

describe('what is unknown', () => {
  it('is not accepted away', () => {
    const unread = without(aCase(), 'ledger');
    const words = examine(unread).unknown.map(({ check }): [string, Acknowledgement[]] => [
      check,
      [{ reason: 'I know', of: 'x', at: 1, said: 'x' }],
    ]);
    expect(examine(withWords(unread, Object.fromEntries(words))).verdict.kind).toBe('cannot-tell');
  });
});

describe('the fingerprint of a finding', () => {
  it('is the same for the same finding and another for another line, sum or severity', () => {
    const one = found(examine(centOff), 'C005')!;
    expect(fingerprintOf(one)).toBe(fingerprintOf(found(examine(offBy(1)), 'C005')!));
    expect(fingerprintOf(one)).not.toBe(fingerprintOf(found(examine(offBy(2)), 'C005')!));
    expect(fingerprintOf(one)).not.toBe(fingerprintOf({ ...one, severity: 'decide' }));
    expect(fingerprintOf(one)).not.toBe(fingerprintOf({ ...one, lines: [1] }));
    expect(fingerprintOf(one)).toMatch(/^[0-9a-f]{16}$/);
  });
});
