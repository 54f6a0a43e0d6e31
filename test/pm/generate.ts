import { acceptSecondary } from './accept';
import { PAYER, PAYERS } from './payers';
import { type Answer, openPractice, type Practice } from './practice';
import { addPayerFiles, addRemittanceScenes } from './remittance-scenes';
import { addScenes } from './scenes';
import { type Claim, patientResponsibility, policyOf, STATUSES, type Status, type Truth, totalsOf } from './truth';

const LAST = [
  ['ANDERSSON', 'BAKER', 'COHEN', 'DIAZ', 'EVANS', 'FERRARI', 'GREEN', 'HANSEN', 'IBRAHIM', 'JONES'],
  ['KELLER', 'LOPEZ', 'MARTIN', 'NGUYEN', 'OWENS', 'PATEL', 'QUINN', 'REYES', 'SATO', 'TURNER', 'VARGAS', 'YOUNG'],
].flat();
const FIRST = [
  ['ADA', 'BORIS', 'CARLA', 'DAVID', 'EMMA', 'FELIX', 'GINA', 'HUGO', 'IRIS', 'JONAS', 'KARIN', 'LEO'],
  ['MIA', 'NILS', 'OLGA', 'PABLO', 'RUTH', 'SIMON', 'TARA', 'URSULA', 'VICTOR', 'WENDY'],
].flat();
const COMMERCIAL = PAYERS.filter((p) => p.kind === 'commercial' || p.kind === 'blue').map((p) => p.id);
const ANSWERS: readonly Answer[] = ['coinsurance', 'deductible', 'copay', 'paid-in-full', 'not-covered', 'bundled'];
const PATIENTS = 60;

/** The payer takes its payment back and pays again: three postings, of which the first two cancel out. */
function reverse(claim: Claim): void {
  for (const line of claim.lines) {
    const [first] = line.postings;
    if (!first) continue;
    const back = first.adjustments.map((a) => ({ ...a, amount: -a.amount }));
    const checkNo = `${first.checkNo}R`;
    line.postings = [
      first,
      { ...first, paid: -first.paid, adjustments: back, checkNo },
      { ...first, checkNo: `${checkNo}2` },
    ];
  }
}

/** The secondary pays most of what came over and leaves the rest to the patient. */
function answerSecondary(practice: Practice, claim: Claim): void {
  const { truth, rng } = practice;
  claim.status = 'Finalized';
  for (const line of claim.lines) {
    const left = Math.round(line.moved * rng.pick([0, 0.1]));
    line.postings.push({
      level: 'Secondary',
      payerId: policyOf(truth, claim.secondary)?.payerId ?? '',
      paid: line.moved - left,
      adjustments: left > 0 ? [{ group: 'PR', carc: '2', amount: left }] : [],
      checkNo: `7${rng.int(10_000_000, 99_999_999)}`,
      checkDate: truth.today,
      postedDate: truth.today,
      remarks: [],
    });
  }
}

/** Something that real ledgers have and demos do not. */
function disturb(practice: Practice, claim: Claim): void {
  const { rng } = practice;
  const line = rng.pick(claim.lines);
  const roll = rng.int(1, 14);
  const adjustment = line.postings[0]?.adjustments[0];
  if (roll === 1 && adjustment) adjustment.amount += rng.pick([-1, 1]);
  if (roll === 2) line.postings = [];
  if (roll === 3) claim.appeal = true;
  if (roll === 4) claim.excluded = true;
  if (roll === 5) for (const l of claim.lines) l.writtenOff = patientResponsibility(l);
  if (roll === 6) for (const l of claim.lines) l.patientPaid = patientResponsibility(l);
  if (roll === 7) line.patientPaid = Math.min(1000, patientResponsibility(line));
  if (roll === 8) reverse(claim);
  if (roll >= 9 && roll <= 10 && claim.secondary && totalsOf(claim).insuranceBalance === 0) {
    const secondary = acceptSecondary(
      practice.truth,
      claim,
      claim.secondary,
      rng.pick(['Electronic', 'Paper'] as const),
    );
    if (roll === 10) answerSecondary(practice, secondary);
  }
}

function addGenerated(practice: Practice, n: number): void {
  const { addClaim, addPatient, addPolicy, rng } = practice;
  const name = { last: rng.pick(LAST), first: rng.pick(FIRST), middle: rng.pick(['', 'A', 'M']) };
  const patient = addPatient(1100 + n, name, { active: !rng.chance(0.05) });
  const onMedicare = n % 4 === 0;
  const primary = addPolicy(patient, 'Primary', onMedicare ? PAYER.medicare : rng.pick(COMMERCIAL));
  const others = COMMERCIAL.filter((id) => id !== primary.payerId);
  const secondaryPayer = onMedicare ? rng.pick([PAYER.aarp, PAYER.omaha, PAYER.medicaid]) : rng.pick(others);
  const secondary =
    n % 5 === 4 ? undefined : addPolicy(patient, 'Secondary', secondaryPayer, { archived: n % 11 === 7 });
  for (let i = rng.int(3, 7); i > 0; i--) {
    const status: Status = rng.chance(0.6) ? 'Finalized' : rng.pick(STATUSES);
    const forwarded = onMedicare && rng.chance(0.4);
    const remarks = forwarded ? ['MA18 Claim forwarded to supplemental insurer'] : [];
    const lines = Array.from({ length: rng.int(1, 6) }, () => ({
      answer: onMedicare ? ('medicare' as const) : rng.pick(ANSWERS),
      units: rng.chance(0.15) ? rng.int(2, 4) : 1,
      remarks,
    }));
    const onClaim = secondary && !secondary.archived && rng.chance(0.75) ? { secondary } : {};
    const claim = addClaim(patient, { primary, ...onClaim, age: rng.int(5, 400), status, lines });
    if (status === 'Finalized') disturb(practice, claim);
  }
}

/** A whole practice: the scenes, then generated patients. The same seed and day give the same practice. */
export function generate(seed: number, today: string): Truth {
  const practice = openPractice(seed, today);
  addScenes(practice);
  for (let n = 0; n < PATIENTS; n++) addGenerated(practice, n);
  addPayerFiles(practice.truth);
  // Last, so that the numbers of all others are what they were.
  addRemittanceScenes(practice);
  return practice.truth;
}
