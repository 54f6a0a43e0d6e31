import { describe, expect, it } from 'vitest';
import type { Finding, Missing, Route, Unknown } from '../../../lib/checks/check';
import { isAboutForm, verdictOf } from '../../../lib/checks/verdict';
import type { Acknowledgement } from '../../../lib/claim/case';
import type { PageKind } from '../../../lib/claim/reading';
import { aCase, aFormCase, aMedicareCase, BRIGHTWATER } from './build';

const at = (page: PageKind) => ({ page, path: 'x', label: 'x' });
const finding = (check: string, changes: Partial<Finding> = {}): Finding => ({
  check,
  severity: 'block',
  source: 'x',
  title: `Title of ${check}`,
  why: `Why of ${check}.`,
  fix: 'Mend it.',
  short: `Short of ${check}`,
  places: [at('ledger')],
  lines: [],
  ...changes,
});
const word: Acknowledgement = { reason: 'Known', of: '', at: 1, said: '' };
const lacking = (check: string, ...missing: Missing[]): Unknown => ({
  check,
  title: check,
  blocking: true,
  missing,
  source: 'x',
});
const LEDGER: Missing = { what: 'the ledger', source: 'ledger' };
const DATE: Missing = { what: 'the check date of line 2', source: 'ledger', raw: '3/1?', why: 'not a date' };
const ORDER: Missing = { what: 'whether she works', source: 'coverage' } as Missing;

const ROUTE: Route = { way: 'electronic', why: 'It takes them' };
const verdict = (findings: Finding[], unknown: Unknown[] = [], c = aCase(), route: Route = ROUTE) =>
  verdictOf(c, { findings, unknown }, route);

describe('the words of a verdict', () => {
  it('of one block are its own, small after the colon where it is no name', () => {
    expect(verdict([finding('C005', { short: 'Line 2 is off by $0.01' })])).toEqual({
      kind: 'blocked',
      headline: 'Blocked: line 2 is off by $0.01',
      why: 'Why of C005.',
      short: 'Line 2 is off by $0.01',
    });
    const headline = (short: string) => verdict([finding('C005', { short })]).headline;
    expect(headline('Medicare forwarded it')).toBe('Blocked: Medicare forwarded it');
    expect(headline('ID is missing')).toBe('Blocked: ID is missing');
    expect(headline('Box: 9 is empty')).toBe('Blocked: box: 9 is empty');
    expect(headline('MA18 stands there')).toBe('Blocked: MA18 stands there');
    expect(headline('PR-1 of Line 2 is off')).toBe('Blocked: PR-1 of Line 2 is off');
    expect(headline('Medicares own')).toBe('Blocked: medicares own');
  });

  it('of several blocks count them, and tell those of the form apart', () => {
    const ofForm = [finding('C107', { places: [at('claim-form')] }), finding('C108', { places: [at('claim-form')] })];
    expect(verdict([finding('C005'), finding('C007')])).toMatchObject({
      headline: 'Blocked: 2 things to fix',
      why: 'Why of C005.',
      short: '2 things to fix',
    });
    expect(verdict(ofForm)).toMatchObject({
      headline: 'Blocked: 2 things to fix on the form',
      why: 'Everything else is ready. Fill the form, or fix these boxes before Submit.',
      short: 'Short of C107',
    });
    expect(verdict(ofForm.slice(0, 1)).why).toBe('Why of C107.');
    expect(verdict([finding('C005'), ...ofForm]).headline).toBe('Blocked: 3 things to fix');
  });

  it('are of the form only where all that is shown stands there', () => {
    expect(isAboutForm({ places: [at('claim-form'), at('claim-form')] })).toBe(true);
    expect(isAboutForm({ places: [at('claim-form'), at('ledger')] })).toBe(false);
    expect(isAboutForm({ places: [] })).toBe(false);
  });

  it('say first that it is billed or waits, whatever else blocks', () => {
    expect(verdict([finding('C005'), finding('C057')])).toMatchObject({
      headline: 'Blocked: short of C057',
      why: 'Why of C057.',
      group: 'billed',
    });
    expect(verdict([finding('C001'), finding('C003')])).toMatchObject({
      headline: 'Blocked: short of C001',
      short: 'Short of C001',
      group: 'waiting',
    });
    expect(verdict([finding('C001'), finding('C005')])).not.toHaveProperty('group');
    expect(verdict([finding('C003')])).not.toHaveProperty('group');
  });

  it('of a claim that was forwarded say by whom, and why as C051 says', () => {
    expect(verdict([finding('C052'), finding('C051')], [], aMedicareCase([]))).toEqual({
      kind: 'do-not-bill',
      headline: 'Do not bill: Medicare forwarded it',
      why: 'Why of C051.',
      short: 'Medicare forwarded it',
    });
    expect(verdict([finding('C005'), finding('C052')]).why).toBe('Why of C052.');
    const named = (name: string) => verdict([finding('C051')], [], aCase({ primary: { ...BRIGHTWATER, name } })).short;
    expect(named('X'.repeat(17))).toBe(`${'X'.repeat(17)} forwarded it`);
    expect(named('X'.repeat(18))).toBe('The primary forwarded it');
  });

  it('of one thing that is not known name it, and how many checks wait for it', () => {
    expect(verdict([], [lacking('C004', LEDGER)])).toEqual({
      kind: 'cannot-tell',
      headline: 'Cannot tell: the ledger is not read',
      why: 'Nothing is known to be wrong, but 1 check needs the ledger.',
      short: 'Ledger not read',
    });
    expect(verdict([], [lacking('C084', DATE)])).toMatchObject({
      headline: 'Cannot tell: the check date of line 2 is unreadable',
      short: 'Something is not read',
    });
    expect(verdict([], [lacking('C084', { what: 'the chart', source: 'chart', raw: '?' })]).short).toBe(
      'Chart unreadable',
    );
    expect(verdict([], [lacking('C084', { what: 'box 9 of the form', source: 'claim-form' })]).short).toBe(
      'Box 9 of the form not read',
    );
  });

  it('of several count them, and each once', () => {
    expect(verdict([], [lacking('C004', LEDGER), lacking('C005', LEDGER, DATE), lacking('C086', DATE)])).toMatchObject({
      headline: 'Cannot tell: 2 things are not known',
      why: 'Nothing is known to be wrong, but 2 checks need the ledger and 1 more thing is not known.',
      short: 'Ledger not read',
    });
    const third: Missing = { what: 'the chart', source: 'chart' };
    expect(verdict([], [lacking('C004', LEDGER, DATE, third)]).why).toContain(
      '1 check needs the ledger and 2 more things are',
    );
  });

  it('ask for the payer order where only the biller can tell', () => {
    expect(verdict([], [lacking('C037', ORDER)]).headline).toBe('Cannot tell: which payer pays first');
    expect(verdict([], [lacking('C037', ORDER), lacking('C004', LEDGER)]).headline).toBe(
      'Cannot tell: 2 things are not known',
    );
    expect(verdict([], [{ ...lacking('C089', LEDGER), blocking: false }]).kind).toBe('ready');
  });

  it('of decisions count those that are open', () => {
    const open = finding('C024', { severity: 'decide' });
    const closed = { ...open, acknowledged: word };
    expect(verdict([open, closed])).toEqual({
      kind: 'decide',
      headline: 'Needs a decision: 1 question',
      why: 'Nothing blocks the claim. Answer this before you send it.',
      short: 'Short of C024',
    });
    expect(verdict([open, open])).toMatchObject({
      headline: 'Needs a decision: 2 questions',
      why: 'Nothing blocks the claim. Answer these before you send it.',
      short: '2 questions',
    });
    expect(verdict([open, finding('C060', { severity: 'decide' })])).toMatchObject({
      short: 'Nothing left to bill',
      group: 'nothing',
    });
  });

  it('of a claim that is ready name the way, and first that a block was overridden', () => {
    const told = finding('C080', { severity: 'info' });
    const overridden = finding('C005', { acknowledged: word });
    expect(verdict([told])).toEqual({
      kind: 'ready',
      headline: 'Ready: send electronically',
      short: 'Electronic',
      why: 'Nothing stands against it. It takes them.',
    });
    expect(verdict([told, overridden])).toMatchObject({
      kind: 'ready',
      headline: 'Ready, 1 block overridden: send electronically',
      short: '1 block overridden',
      why: 'Nothing else stands against it. It takes them.',
    });
    expect(verdict([overridden, overridden]).short).toBe('2 blocks overridden');
    expect(verdict([], [], aFormCase()).why).toBe('The form is as it should be. It takes them.');
    const by = (way: 'none' | 'undecided') => verdict([], [], aCase(), { way, why: 'x' });
    expect(by('none')).toMatchObject({ headline: 'Ready', short: 'Ready' });
    expect(by('undecided')).toMatchObject({
      headline: 'Ready: choose the way on the form',
      short: 'Electronic or paper',
    });
  });
});
