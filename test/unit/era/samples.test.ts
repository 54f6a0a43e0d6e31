import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseX12Date } from '../../../lib/claim/dates';
import type { EraAdjustment, EraClaim, EraLine, EraSet } from '../../../lib/claim/era';
import { parseX12Amount } from '../../../lib/claim/money';
import { decodeEra } from '../../../lib/era/decode';
import { parseEra } from '../../../lib/era/parse-era';
import { claimSums, signedTotal } from '../../../lib/era/sums';

/** Public sample files, and what another reading of their segments found in them. Not part of the project. */
const FOLDER = process.env.ERA_SAMPLES ?? path.resolve(import.meta.dirname, '../../../../shared/era');
const TRUTH = path.join(FOLDER, 'truth.json');
const truth: Record<string, any> = existsSync(TRUTH) ? JSON.parse(readFileSync(TRUTH, 'utf8')) : {};

const cents = (text: string): number => {
  const parsed = parseX12Amount(text);
  if (!parsed.ok) throw new Error(parsed.why);
  return parsed.value;
};
const sum = (amounts: readonly (number | null)[]): number => amounts.reduce<number>((all, one) => all + (one ?? 0), 0);
const adjusted = (adjustments: readonly EraAdjustment[]) => sum(adjustments.map(({ amount }) => amount));
const share = (adjustments: readonly EraAdjustment[]) => adjusted(adjustments.filter(({ group }) => group === 'PR'));
const triplets = (adjustments: readonly EraAdjustment[]) =>
  adjustments.map(({ group, carc, amount, quantity }) => [group, carc, amount, quantity]);
const truthTriplets = (all: string[][]) =>
  all.map(([group, carc, amount = '', quantity]) => [
    group,
    carc,
    cents(amount),
    quantity === undefined ? null : Number(quantity),
  ]);

const isoDate = (text: string) => `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;

const compareLine = (line: EraLine, said: any): void => {
  const code = [line.qualifier, line.procedure, ...line.modifiers].filter((part) => part !== '');
  expect(code).toEqual(said.proc.split(/[:>]/));
  expect(line.charge).toBe(cents(said.charge));
  expect(line.paid).toBe(cents(said.paid));
  // Units that are not given are 1.
  expect(line.units).toBe(said.units === '' ? 1 : Number(said.units));
  const { submittedProcedure: sent } = line;
  expect(sent ? [sent.qualifier, sent.procedure, ...sent.modifiers].filter((part) => part !== '').join(':') : '').toBe(
    said.origProc,
  );
  expect(triplets(line.adjustments)).toEqual(truthTriplets(said.cas));
  expect(adjusted(line.adjustments)).toBe(cents(said.casTotal));
  expect(share(line.adjustments)).toBe(cents(said.PR));
  const difference = (line.charge ?? 0) - adjusted(line.adjustments) - (line.paid ?? 0);
  expect(difference).toBe(cents(said.diff));
  expect(difference === 0).toBe(said.balanced);
  expect(line.allowed).toBe(said.allowed === null ? null : cents(said.allowed));
  const { 472: day, 150: from = day, 151: to = from } = said.dates;
  expect(line.dates).toEqual(from === undefined ? null : { from: isoDate(from), to: isoDate(to) });
  expect(line.lineControlNumber).toBe(said.control6R ?? '');
  expect(line.remarks).toEqual(said.remarks);
};

const compareClaim = (claim: EraClaim, said: any): void => {
  const sums = claimSums(claim);
  expect([claim.controlNumber, claim.status, claim.filingIndicator, claim.payerClaimNumber]).toEqual([
    said.id,
    said.status,
    said.filing,
    said.icn,
  ]);
  expect(claim.charge).toBe(cents(said.charge));
  expect(claim.paid).toBe(cents(said.paid));
  // A share that is not given is 0.00 to the other reading, and not given to this one.
  expect(claim.patientResponsibility ?? 0).toBe(cents(said.patResp));
  expect(triplets(claim.adjustments)).toEqual(truthTriplets(said.claimCas));
  expect(sums.claimAdjustments).toBe(cents(said.casClaim));
  expect(sums.lineAdjustments).toBe(cents(said.casLines));
  const all = [...claim.adjustments, ...claim.lines.flatMap((line) => line.adjustments)];
  const groups = [...new Set(all.map(({ group }) => group))].sort();
  const byGroup = groups.map((group) => [group, adjusted(all.filter((one) => one.group === group))]);
  expect(byGroup).toEqual(Object.entries<string>(said.casByGroup).map(([group, amount]) => [group, cents(amount)]));
  const difference = (claim.charge ?? 0) - adjusted(all) - (claim.paid ?? 0);
  expect(difference).toBe(cents(said.diff));
  expect(difference === 0).toBe(said.balanced);
  expect(sums.patientShare).toBe(cents(said.sumPR));
  expect(sums.patientShare === (claim.patientResponsibility ?? 0)).toBe(said.patRespEqualsPR);
  const withLines = claim.lines.length > 0;
  expect(withLines ? sums.lineCharges === claim.charge : null).toBe(said.lineChargesEqualClaim);
  // The other reading leaves the claim's own adjustments out.
  expect(withLines ? sums.linePaid === claim.paid : null).toBe(said.linePaidEqualsClaim);
  expect(claim.remarks).toEqual(said.remarks);
  expect(claim.status === '22').toBe(said.reversal);
  expect(claim.lines).toHaveLength(said.lines.length);
  for (const [i, line] of claim.lines.entries()) compareLine(line, said.lines[i]);
};

const compareSet = (set: EraSet, said: any, severalPayees: boolean): void => {
  expect(set.control).toBe(said.control);
  expect(set.trace).toBe(said.trn ?? '');
  // The names only: the other reading takes any N104 where this one takes the payer's XV.
  expect(set.payer.name).toBe(said.payer?.[0] ?? '');
  // Of several payees in one set the other reading has the last. Here the header's stays, and each further one is a
  // problem: whose the claims behind it are cannot be told.
  if (!severalPayees) expect([set.payee.name, set.payee.id]).toEqual(said.payee ?? ['', '']);
  // A date that the calendar does not have (20002316) is kept by the other reading and null here; BPR16 that is not given
  // is the production date here.
  const [paidOn = ''] = said.bpr16;
  if (paidOn !== '') expect(set.paidOn).toBe(parseX12Date(paidOn).ok ? isoDate(paidOn) : null);
  expect([set.handling, set.method]).toEqual([said.bpr01[0] ?? '', said.bpr04[0] ?? '']);
  expect(set.claims).toHaveLength(said.claims);
  expect(sum(set.claims.map(({ lines }) => lines.length))).toBe(said.lines);
  // No BPR: 0.00 to the other reading, and not known to this one.
  expect(set.total).toBe(said.bprCount === 0 ? null : cents(said.bpr02));
  expect(sum(set.claims.map(({ charge }) => charge))).toBe(cents(said.sumCLP03));
  const paid = sum(set.claims.map((claim) => claim.paid));
  expect(paid).toBe(cents(said.sumCLP04));
  expect(sum(set.claims.map(({ patientResponsibility }) => patientResponsibility))).toBe(cents(said.sumCLP05));
  expect(
    set.providerAdjustments.map(({ code, reference, amount }) => [
      [code, reference].filter((part) => part !== '').join(':'),
      amount,
    ]),
  ).toEqual(said.plb.map(([code, amount]: [string, string]) => [code, cents(amount)]));
  const adjustments = sum(set.providerAdjustments.map(({ amount }) => amount));
  expect(adjustments).toBe(cents(said.sumPLB));
  const total = signedTotal(set);
  // The difference is written the other way round.
  if (total !== null) expect(total - (paid - adjustments)).toBe(cents(said.diff));
  expect(total === null ? null : paid - adjustments === total).toBe(said.balanced);
  for (const [i, claim] of set.claims.entries()) compareClaim(claim, said.claim[i]);
};

describe.skipIf(!existsSync(TRUTH))('public sample files', () => {
  test.each(Object.keys(truth))('%s: every set, claim, line and sum', (name) => {
    const said = truth[name];
    const { sets, problems } = parseEra(decodeEra(readFileSync(path.join(FOLDER, name))));
    const severalPayees = problems.some(({ text }) => text.includes('a second payee'));
    expect(sets).toHaveLength(said.sets);
    expect(sets.flatMap(({ claims }) => claims)).toHaveLength(said.claims);
    for (const [i, set] of sets.entries()) compareSet(set, said.set[i], severalPayees);
  });

  test('none of them is left out', () => {
    const files = readdirSync(FOLDER).filter((name) => /\.(835|txt)$/.test(name));
    expect(Object.keys(truth).sort()).toEqual(files.sort());
  });

  test('a file that another parser reads without a word is read with the words that it needs', () => {
    const words = (name: string) =>
      parseEra(readFileSync(path.join(FOLDER, name), 'utf8')).problems.map(({ text }) => text);
    const all = readdirSync(FOLDER).filter((name) => name in truth);
    const unbalanced = all.filter((name) => truth[name].set.some((set: any) => set.balanced === false));
    for (const name of unbalanced)
      expect(words(name).some((text) => text.includes('less the provider adjustments'))).toBe(true);
  });
});
