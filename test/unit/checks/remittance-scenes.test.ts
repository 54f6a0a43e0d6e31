import { describe, expect, it } from 'vitest';
import { examine } from '../../../lib/checks/examine';
import type { Case, PayerFacts } from '../../../lib/claim/case';
import type { Ledger } from '../../../lib/claim/claim';
import type { Adjudication } from '../../../lib/claim/era';
import { namesClaim, parseEra, recoveriesElsewhere } from '../../../lib/era';
import { generate } from '../../pm/generate';
import { REMITTANCES, type RemittanceScene, remittancesFor } from '../../pm/remittance-scenes';
import { type Claim, claimOf, payerOf, policyOf, residual, totalsOf } from '../../pm/truth';
import { aCase, adjustment, aLedger, aLine, aRow, is } from './build';

const TODAY = '2026-03-20';
const truth = generate(1500, TODAY);

const claimOfScene = (name: RemittanceScene): Claim => {
  const claim = claimOf(truth, REMITTANCES[name].claims.main);
  if (!claim) throw new Error(`no claim of ${name}`);
  return claim;
};

const setsOf = (name: RemittanceScene) =>
  remittancesFor(truth, name).flatMap(({ name: file, text }) =>
    parseEra(text).sets.map(({ claims, providerAdjustments, ...payment }) => ({
      file,
      claims,
      providerAdjustments,
      payment,
    })),
  );

/** The scene's own claim in its files, as the panel's reader hands it on. */
const answersTo = (name: RemittanceScene, claim: Claim): Adjudication[] =>
  setsOf(name).flatMap(({ file, claims, providerAdjustments, payment }) =>
    claims
      .filter(({ controlNumber }) => controlNumber === claim.id || controlNumber === '0')
      .map((one) => ({
        file: { id: file, name: file },
        payment,
        claim: one,
        providerAdjustments: [
          ...providerAdjustments.filter((adjusted) => namesClaim(adjusted, one)),
          ...recoveriesElsewhere({ claim: one, payment }, setsOf(name)),
        ],
        problems: [],
        match: 'control-number' as const,
      })),
  );

const payer = (policy: number, kind?: PayerFacts['kind']): PayerFacts => {
  const found = payerOf(truth, policyOf(truth, policy)?.payerId);
  if (!found) throw new Error('no payer');
  const isMedicare = found.kind === 'medicare';
  return {
    name: found.name,
    payerId: found.ediId,
    kind: kind ?? (isMedicare ? 'medicare' : 'commercial'),
    electronicSecondary: 'yes',
  };
};

const ledgerOf = (claim: Claim): Ledger =>
  aLedger({
    claimId: is(claim.id),
    totalCharge: is(totalsOf(claim).charge),
    lines: claim.lines.map((line, i) =>
      aLine({
        n: i + 1,
        dos: is(line.from),
        procedure: is(line.procedure),
        modifiers: is(line.modifiers),
        units: is(line.units),
        charge: is(line.charge),
        balance: is(residual(line)),
        postings: line.postings.map((posting) => ({
          level: is('P' as const),
          payer: is(payer(claim.primary).name),
          paid: is(posting.paid),
          adjustments: is(posting.adjustments.map((a) => adjustment(a.group as 'CO', a.carc, a.amount))),
          date: is(posting.checkDate),
          remarks: is(''),
        })),
      }),
    ),
  });

const caseOf = (name: RemittanceScene, changes: Partial<Case> = {}): Case => {
  const claim = claimOfScene(name);
  const [first, last] = [claim.lines[0], claim.lines.at(-1)];
  if (!first || !last) throw new Error('no lines');
  return aCase({
    today: TODAY,
    row: aRow({
      id: is(claim.id),
      charge: is(totalsOf(claim).charge),
      dos: is({ from: first.from, to: last.to }),
      primaryPayer: is(payer(claim.primary).name),
      secondaryPayer: is(payer(claim.secondary ?? 0).name),
    }),
    ledger: ledgerOf(claim),
    primary: payer(claim.primary),
    secondary: payer(claim.secondary ?? 0),
    remittance: answersTo(name, claim),
    ...changes,
  });
};

/** Checks about posting, payers and crossover: what comes behind has nothing to do with remittances. */
const FIRST = /^C0(?:0\d|1\d|2[0-3]|4[67]|5\d)$/;

/** What is raised of those; all other scenes raise none of them. */
const RAISED: Partial<Record<RemittanceScene, string[]>> = {
  coShort: ['C005', 'C011'],
  paidWrong: ['C010'],
  otherCodes: ['C011'],
  missingAdjustment: ['C005', 'C011'],
  notPosted: ['C003'],
  reversed: ['C016'],
  recouped: ['C018'],
  forwarded: ['C051', 'C052'],
  forwardedLikely: ['C051', 'C052'],
  notForwarded: ['C053'],
  unbalanced: ['C011', 'C014'],
  wrongShare: ['C015'],
  secondaryPaid: ['C058'],
  duplicate: ['C059'],
  recoded: ['C013'],
  twins: ['C013'],
};

describe("what the checks make of the stand-in's remittances", () => {
  it.each((Object.keys(REMITTANCES) as RemittanceScene[]).filter((name) => name !== 'twoCandidates'))('%s', (name) => {
    const { findings, unknown } = examine(caseOf(name));
    const ids = findings.map(({ check }) => check).filter((id) => FIRST.test(id));
    expect(ids).toEqual(RAISED[name] ?? []);
    expect(unknown.filter(({ check }) => FIRST.test(check))).toEqual([]);
  });

  it('without their remittances depend on none, but for Medicare', () => {
    for (const name of ['asPosted', 'paidWrong', 'reversed', 'secondaryPaid', 'recoded'] as const) {
      const { remittance: _none, ...c } = caseOf(name);
      const { findings, unknown } = examine(c);
      expect([...findings, ...unknown].filter(({ check }) => FIRST.test(check))).toEqual([]);
    }
  });
});
