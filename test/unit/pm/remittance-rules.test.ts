import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../../lib/claim/claim';
import type { Adjudication } from '../../../lib/claim/era';
import { formatMoney } from '../../../lib/claim/money';
import { parseEra } from '../../../lib/era';
import { compareWithPosting, type PostedAmounts } from '../../../lib/era/compare';
import { gradeCrossover } from '../../../lib/era/crossover';
import { type ClaimToFind, type Findable, findClaim, findClaims } from '../../../lib/era/find-claim';
import { matchRemitLines } from '../../../lib/era/match-lines';
import { netOf } from '../../../lib/era/netting';
import { generate } from '../../pm/generate';
import { REMITTANCES, type RemittanceScene, remittancesFor } from '../../pm/remittance-scenes';
import { adjustmentsOf, type Claim, claimOf, type Line, paidBy, patientOf, totalsOf } from '../../pm/truth';
import { adjustment, aLedger, aLine, is } from '../checks/build';

const truth = generate(1500, '2026-03-20');

const claimOfScene = (name: RemittanceScene): Claim => {
  const claim = claimOf(truth, REMITTANCES[name].claims.main);
  if (!claim) throw new Error(`no claim of ${name}`);
  return claim;
};

/** Every claim in a scene's files, each as a file's reader hands it on. */
const answersIn = (name: RemittanceScene): Adjudication[] =>
  remittancesFor(truth, name).flatMap(({ name: file, text }) =>
    parseEra(text).sets.flatMap(({ claims, providerAdjustments, ...payment }) =>
      claims.map((claim) => ({
        file: { id: file, name: file },
        payment,
        claim,
        providerAdjustments: providerAdjustments.filter(({ reference }) => reference === claim.payerClaimNumber),
        problems: [],
        match: 'control-number' as const,
      })),
    ),
  );

type Entry = Findable & { answer: Adjudication };

const entryOf = (answer: Adjudication): Entry => {
  const { claim } = answer;
  const patient = claim.names.find(({ role }) => role === 'QC');
  const days = claim.lines.flatMap(({ dates }) => dates ?? []);
  return {
    controlNumber: claim.controlNumber,
    payerClaimNumber: claim.payerClaimNumber,
    last: patient?.last ?? '',
    first: patient?.first ?? '',
    from: claim.dates.service?.from ?? days[0]?.from ?? null,
    to: claim.dates.service?.to ?? days.at(-1)?.to ?? null,
    charge: claim.charge,
    answer,
  };
};

const sought = (claim: Claim): ClaimToFind => {
  const person = patientOf(truth, claim.patientId)?.person;
  const [first, last] = [claim.lines[0], claim.lines.at(-1)];
  if (!person || !first || !last) throw new Error(`claim ${claim.id} is nobody's`);
  return {
    claimId: claim.id,
    payerClaimNumbers: [],
    patient: { last: person.last, first: person.first, middle: person.middle },
    dos: { from: first.from, to: last.to },
    charge: totalsOf(claim).charge,
    others: truth.claims.filter((one) => one.patientId === claim.patientId && one !== claim).map(({ id }) => id),
  };
};

const found = (name: RemittanceScene) => findClaim(answersIn(name).map(entryOf), sought(claimOfScene(name)));

const postedOn = (line: Line): PostedAmounts => ({
  isPosted: line.postings.length > 0,
  paid: paidBy(line),
  adjustments: adjustmentsOf(line),
});

const ledgerOf = (claim: Claim): Ledger =>
  aLedger({
    claimId: is(claim.id),
    lines: claim.lines.map((line, i) =>
      aLine({
        n: i + 1,
        dos: is(line.from),
        procedure: is(line.procedure),
        modifiers: is(line.modifiers),
        units: is(line.units),
        charge: is(line.charge),
        postings: line.postings.map((posting) => ({
          level: is('P' as const),
          payer: is('AETNA'),
          paid: is(posting.paid),
          adjustments: is(
            posting.adjustments.map((a) => adjustment(a.group as Parameters<typeof adjustment>[0], a.carc, a.amount)),
          ),
          date: is(posting.checkDate),
          remarks: is(''),
        })),
      }),
    ),
  });

/** The primary's answers to a scene's claim, netted, matched and held against the ledger. */
const judged = (name: RemittanceScene) => {
  const claim = claimOfScene(name);
  const primary = found(name)
    .found.map(({ entry }) => entry.answer)
    .filter(({ claim: { status } }) => status !== '2');
  const net = netOf(primary);
  const matched = matchRemitLines(net.parts, ledgerOf(claim).lines);
  return { net, matched, ...compareWithPosting(net, matched, claim.lines.map(postedOn)) };
};

describe("what the rules make of the stand-in's remittances", () => {
  it.each([
    'asPosted',
    'corrected',
    'partial',
    'sameCheckTwice',
    'recouped',
    'forwarded',
    'split',
    'unbundled',
    'bundled',
    'duplicate',
    'amongOthers',
    'noControlNumber',
    'secondaryPaid',
  ] as const)('%s: posting and remittance are the same', (name) => {
    const { lines, unmatched, state } = judged(name);
    expect([state, lines.flatMap(({ fixes }) => fixes), unmatched]).toEqual(['same', [], []]);
  });

  it('coShort: CO-45 of line 2, a cent', () => {
    const { lines, state } = judged('coShort');
    const short = adjustmentsOf(claimOfScene('coShort').lines[1] as Line).find(({ carc }) => carc === '45');
    const right = formatMoney((short?.amount ?? 0) + 1);
    expect(state).toBe('differs');
    expect(lines.map(({ fixes }) => fixes)).toEqual([[], [`CO-45 was posted $0.01 short: change it to ${right}.`], []]);
  });

  it('paidWrong: the payment and CO-45 of line 1', () => {
    const [first, ...rest] = judged('paidWrong').lines;
    expect(first?.paidDiffers).toBe(true);
    expect(first?.fixes).toHaveLength(2);
    expect(rest.map(({ state }) => state)).toEqual(['same', 'same']);
  });

  it('otherCodes: two codes, no amount', () => {
    const [first, second] = judged('otherCodes').lines;
    expect([first?.paidDiffers, first?.adjustmentsDiffer, second?.state]).toEqual([false, true, 'same']);
    expect(first?.fixes.every((fix) => fix.endsWith('change the code.'))).toBe(true);
    expect(first?.fixes).toHaveLength(2);
  });

  it('missingAdjustment: PR-2 of line 2 is to be added', () => {
    const fixes = judged('missingAdjustment').lines.flatMap((line) => line.fixes);
    expect(fixes).toEqual([expect.stringMatching(/^PR-2 of \d+\.\d\d was not posted: add it\.$/)]);
  });

  it('corrected and reversed: the last word counts', () => {
    expect([judged('corrected').net.corrected, judged('corrected').net.reversalOpen]).toEqual([true, false]);
    expect(judged('reversed').net.reversalOpen).toBe(true);
  });

  it('sameCheckTwice: one of the two counts', () => {
    expect(judged('sameCheckTwice').net.events.map(({ standing }) => standing)).toEqual(['counts', 'repeated']);
  });

  it('notPosted: every line, with what to post', () => {
    const { state, lines } = judged('notPosted');
    expect(state).toBe('not-posted');
    expect(lines.every(({ fixes }) => fixes[0]?.startsWith('Nothing is posted'))).toBe(true);
  });

  it('split, unbundled, bundled are called so', () => {
    expect(judged('split').matched.lines[0]?.treatment).toBe('split');
    expect(judged('unbundled').matched.lines[0]?.treatment).toBe('unbundled');
    expect(judged('bundled').matched.lines[1]?.treatment).toBe('bundled');
  });

  it('recoded and twins: what nobody can tell is left to the biller', () => {
    expect(judged('recoded').unmatched.map(({ part }) => part.line.procedure)).toEqual(['99212']);
    expect(judged('twins').unmatched.map(({ candidates }) => candidates)).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  it('is found by name, day and charge', () => {
    expect(found('noControlNumber').found.map(({ match }) => match)).toEqual(['patient-date-charge']);
  });

  it('offers both of two claims that fit, and takes neither', () => {
    expect(found('twoCandidates').found).toEqual([]);
    expect(found('twoCandidates').candidates).toHaveLength(2);
  });

  it('takes an answer for neither of two claims of the page that it fits', () => {
    const { main, other } = REMITTANCES.twoCandidates.claims;
    const [only] = answersIn('twoCandidates').map(entryOf);
    const claims = truth.claims.filter(({ id }) => id === main || id === other).map(sought);
    const results = findClaims(only ? [only] : [], claims);
    expect(results.map((one) => [one.found.length, one.candidates.length])).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });

  it('grades the forwarding', () => {
    const names = ['forwarded', 'forwardedLikely', 'notForwarded', 'noSign'] as const;
    const grades = names.map((name) => gradeCrossover(judged(name).net).grade);
    expect(grades).toEqual(['certain', 'likely', 'counter-evidence', 'no-sign']);
  });
});
