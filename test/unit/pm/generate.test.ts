import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generate } from '../../pm/generate';
import { REMITTANCES } from '../../pm/remittance-scenes';
import { NAMESAKES, SCENES } from '../../pm/scenes';
import {
  adjustmentsOf,
  adjustmentsOnLedger,
  type Claim,
  claimsOf,
  crossoverRemark,
  fullName,
  isBalanced,
  lineInsuranceBalance,
  paidBy,
  paidOnLedger,
  patientOf,
  patientResponsibility,
  payerOf,
  policiesOf,
  residual,
  STATUSES,
  secondaryClaimOf,
  totalsOf,
} from '../../pm/truth';
import { sceneClaim } from './client';

const TODAY = '2026-03-20';
const truth = generate(1500, TODAY);
const generated = truth.claims.filter((c) => c.id.startsWith('6'));
const some = (holds: (claim: Claim) => boolean) => expect(generated.some(holds)).toBe(true);

describe('the generated practice', () => {
  it('has at least 60 patients and 300 claims beside the one with 204', () => {
    expect(truth.patients.length).toBeGreaterThanOrEqual(60);
    expect(truth.claims.filter((c) => c.patientId !== SCENES.manyClaims.memberId).length).toBeGreaterThanOrEqual(300);
  });

  it('is the same for the same seed and day, and another for another seed', () => {
    expect(generate(1500, TODAY)).toEqual(truth);
    expect(generate(1501, TODAY).claims).not.toEqual(truth.claims);
  });

  it('has unique ids of claims, patients and policies', () => {
    for (const list of [truth.claims, truth.patients, truth.policies]) {
      expect(new Set(list.map((x) => x.id)).size).toBe(list.length);
    }
  });

  it('has every status of a claim', () => {
    expect(new Set(truth.claims.map((c) => c.status))).toEqual(new Set(STATUSES));
  });

  it('has every situation a worklist must tell apart', () => {
    some((c) => c.lines.some((l) => Math.abs(residual(l)) === 1));
    some((c) => c.status === 'Finalized' && c.lines.some((l) => l.postings.length === 0));
    some((c) => c.lines.some((l) => paidBy(l) === 0 && adjustmentsOf(l).some((a) => a.carc === '96')));
    some((c) => crossoverRemark(c) !== undefined);
    some((c) => c.appeal);
    some((c) => c.excluded);
    some((c) => c.lines.some((l) => l.writtenOff > 0));
    some((c) => c.lines.some((l) => l.patientPaid > 0));
    some((c) => c.lines.some((l) => l.postings.length === 3 && l.postings.some((p) => p.paid < 0)));
    some((c) => secondaryClaimOf(truth, c) !== undefined);
    some((c) => c.secondary === undefined);
    expect(truth.policies.some((p) => p.rank === 'Secondary' && p.archived)).toBe(true);
    expect(truth.policies.some((p) => p.rank === 'Ancillary')).toBe(true);
  });

  it('keeps a ledger whose every posted line says what it is off by', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffffff }), (seed) => {
        for (const claim of generate(seed, TODAY).claims) {
          for (const line of claim.lines) {
            const explained = paidBy(line) + adjustmentsOf(line).reduce((sum, a) => sum + a.amount, 0);
            expect(explained + residual(line)).toBe(line.charge);
            expect(Number.isSafeInteger(residual(line))).toBe(true);
            if (claim.id === REMITTANCES.missingAdjustment.claims.main) continue;
            if (line.postings.length > 0) expect(Math.abs(residual(line))).toBeLessThanOrEqual(1);
            else expect(residual(line)).toBe(line.charge);
          }
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe('the ledger of a secondary claim', () => {
  it('adds up over both payers and what the patient had paid', () => {
    const secondaries = truth.claims.filter((c) => c.level === 'Secondary');
    expect(secondaries.some((c) => c.status === 'Finalized')).toBe(true);
    for (const claim of secondaries) {
      for (const line of claim.lines) {
        const adjusted = adjustmentsOnLedger(claim, line).reduce((sum, a) => sum + a.amount, 0);
        const left = line.charge - paidOnLedger(claim, line) - adjusted - line.patientPaid - line.writtenOff;
        expect(left).toBe(lineInsuranceBalance(claim, line));
      }
    }
  });
});

describe('the scenes', () => {
  it('have their name, chart number and claim, whatever the seed', () => {
    const other = generate(7, '2027-01-02');
    for (const scene of Object.values(SCENES)) {
      const patient = patientOf(other, scene.memberId);
      expect(patient && fullName(patient.person)).toBe(scene.name);
      expect(patient?.chart).toBe(scene.chart);
      for (const id of Object.values(scene.claims)) {
        expect(other.claims.find((c) => c.id === id)?.patientId).toBe(scene.memberId);
      }
    }
  });

  it('are balanced except the two that are not', () => {
    for (const name of Object.keys(SCENES) as (keyof typeof SCENES)[]) {
      const balanced = name !== 'centOff' && name !== 'unposted';
      expect([name, isBalanced(sceneClaim(truth, name))]).toEqual([name, balanced]);
    }
    expect(sceneClaim(truth, 'centOff').lines.map(residual)).toEqual([0, 1]);
    const [first, second] = sceneClaim(truth, 'unposted').lines;
    expect([first && residual(first), second && residual(second)]).toEqual([0, second?.charge]);
  });

  it('electronic: three lines, a dozen other claims, two profiles of the same last name at the secondary', () => {
    const claim = sceneClaim(truth, 'electronic');
    expect(claim.lines).toHaveLength(3);
    expect(claimsOf(truth, claim.patientId)).toHaveLength(13);
    const secondary = policiesOf(truth, claim.patientId).find((p) => p.rank === 'Secondary');
    const namesake = policiesOf(truth, NAMESAKES.electronic.memberId);
    expect(namesake.map((p) => p.payerId)).toContain(secondary?.payerId);
    expect(payerOf(truth, secondary?.payerId)?.electronicSecondary).toBe(true);
  });

  it('paper: the secondary takes no electronic secondary claims', () => {
    const policy = truth.policies.find((p) => p.id === sceneClaim(truth, 'paper').secondary);
    expect(payerOf(truth, policy?.payerId)?.electronicSecondary).toBe(false);
  });

  it('Medicare: forwarded, no sign, not forwarded', () => {
    expect(crossoverRemark(sceneClaim(truth, 'crossover'))).toMatch(/^MA18/);
    const remarks = (name: keyof typeof SCENES) =>
      sceneClaim(truth, name).lines.flatMap((l) => l.postings.flatMap((p) => p.remarks));
    expect(remarks('medicareNoSign')).toEqual([]);
    expect(remarks('medicareNotForwarded').join(' ')).toMatch(/MA19.*N387/);
    expect(crossoverRemark(sceneClaim(truth, 'medicareNotForwarded'))).toBeUndefined();
  });

  it('medicareSecondary: Medicare stands second', () => {
    const policy = truth.policies.find((p) => p.id === sceneClaim(truth, 'medicareSecondary').secondary);
    expect(payerOf(truth, policy?.payerId)?.kind).toBe('medicare');
    expect(policy?.insuranceId).toMatch(
      /^[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d[AC-HJKMNP-RT-Y]{2}\d{2}$/,
    );
  });

  it('a secondary on the claim, in the chart alone, archived, nowhere', () => {
    const active = (name: keyof typeof SCENES) =>
      policiesOf(truth, SCENES[name].memberId).filter((p) => p.rank === 'Secondary' && !p.archived).length;
    expect(sceneClaim(truth, 'electronic').secondary).toBeDefined();
    expect([sceneClaim(truth, 'chartOnlySecondary').secondary, active('chartOnlySecondary')]).toEqual([undefined, 1]);
    expect([sceneClaim(truth, 'archivedSecondary').secondary, active('archivedSecondary')]).toEqual([undefined, 0]);
    expect(policiesOf(truth, SCENES.archivedSecondary.memberId).some((p) => p.archived)).toBe(true);
    expect(policiesOf(truth, SCENES.noSecondary.memberId)).toHaveLength(1);
  });

  it('balances that are written off, paid by the patient or moved are zero', () => {
    for (const name of ['writtenOff', 'patientPaid', 'alreadyBilled'] as const) {
      const claim = sceneClaim(truth, name);
      expect(claim.lines.some((l) => patientResponsibility(l) > 0)).toBe(true);
      expect(totalsOf(claim).patientBalance).toBe(0);
    }
    expect(sceneClaim(truth, 'appeal').appeal).toBe(true);
  });

  it('ages of 179, 180 and 181 days', () => {
    const dates = (['age179', 'age180', 'age181'] as const).map((name) => sceneClaim(truth, name).lines[0]?.from);
    expect(dates).toEqual(['2025-09-22', '2025-09-21', '2025-09-20']);
  });

  it('two policies with one insurance ID, and 204 claims of one patient', () => {
    const mine = policiesOf(truth, SCENES.twoPolicies.memberId).find((p) => p.rank === 'Secondary');
    const theirs = policiesOf(truth, NAMESAKES.twoPolicies.memberId)[0];
    expect([theirs?.insuranceId, theirs?.payerId]).toEqual([mine?.insuranceId, mine?.payerId]);
    expect(claimsOf(truth, SCENES.manyClaims.memberId)).toHaveLength(204);
  });
});
